//! What the careers site tells programs: `/jobs.json`, `/feed.atom`, `/sitemap.xml` and `/robots.txt` (docs/CAREERS.md). Nothing here is
//! about a person; anybody may keep it for a few minutes, and asks with its tag whether it still holds.

use app::{job_posting, markdown};
use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use office::careers::Posting;
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};
use rules::{
    messages::{Key, Lang},
    posting::PayRange,
    retention::midnight,
};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::{answer::Answer, guard::Visitor};

/// `/jobs.json`
pub async fn jobs(visitor: Visitor, headers: HeaderMap) -> Answer {
    let site = &visitor.site;
    let jobs: Vec<Value> =
        site.office.open_postings().await?.iter().map(|posting| job(&site.office.settings.public_url, posting)).collect();
    let body = json!({ "version": 1, "employer": visitor.employer(), "jobs": jobs });
    Ok(published(&headers, "application/json", body.to_string().into_bytes()))
}

fn job(home: &str, posting: &Posting) -> Value {
    let address = format!("{home}/jobs/{}", posting.slug);
    let pay = posting.pay_range.map(|range: PayRange| {
        json!({
            "min": job_posting::amount(range.min()),
            "max": job_posting::amount(range.max()),
            "period": range.period().code(),
            "currency": "EUR",
        })
    });
    json!({
        "id": posting.id.as_str(),
        "url": address,
        "apply_url": format!("{address}/apply"),
        "language": posting.language.code(),
        "title": posting.title,
        "summary": posting.summary,
        "description_html": markdown::html(&posting.body, 2),
        "employer": posting.employer_name,
        "department": posting.department_name,
        "place": posting.place,
        "town": posting.town(),
        "country": posting.country.code(),
        "employment": posting.employment.code(),
        "seats": posting.seats,
        "pay_text": posting.pay,
        "pay": pay,
        "published_at": posting.published_at.map(|at| at.to_string()),
        "apply_until": posting.intake_ends_on.to_string(),
        "answer_within_days": posting.answer_days,
        "questions": posting.questions,
    })
}

/// `/feed.atom`: the open postings, the newest first (RFC 4287). Each entry is in its posting's language, what stands around them in the
/// reader's.
pub async fn atom(visitor: Visitor, headers: HeaderMap) -> Answer {
    let office = &visitor.site.office;
    let postings = office.open_postings().await?;
    // A feed without an entry was last changed by nobody; it says since when it is known to be so.
    let newest = postings.iter().filter_map(|posting| posting.published_at).max();
    let updated = newest.unwrap_or_else(|| midnight(office.today(), &office.settings.zone)).to_string();
    let (home, lang, employer) = (&office.settings.public_url, visitor.lang(), visitor.employer());
    let body = document(|xml| {
        let feed =
            xml.create_element("feed").with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", lang.code())]);
        feed.write_inner_content(|xml| {
            text(xml, "id", &format!("{home}/"))?;
            text(xml, "title", &feed_title(lang, employer))?;
            text(xml, "updated", &updated)?;
            author(xml, employer)?;
            link(xml, "self", "application/atom+xml", &format!("{home}/feed.atom"))?;
            link(xml, "alternate", "text/html", &format!("{home}/"))?;
            postings.iter().try_for_each(|posting| entry(xml, home, posting))
        })
        .map(drop)
    });
    let mut response = published(&headers, "application/atom+xml; charset=utf-8", body);
    response.headers_mut().insert(header::VARY, header::HeaderValue::from_static("accept-language, cookie"));
    Ok(response)
}

fn feed_title(lang: Lang, employer: &str) -> String {
    format!("{} – {employer}", lang.text(Key::NavOpenPostings))
}

fn entry(xml: &mut Xml, home: &str, posting: &Posting) -> std::io::Result<()> {
    let address = format!("{home}/jobs/{}", posting.slug);
    let published = posting.published_at.unwrap_or_default().to_string();
    let content = inert(&job_posting::description(posting));
    let entry = xml.create_element("entry").with_attribute(("xml:lang", posting.language.code()));
    let written = entry.write_inner_content(|xml| {
        text(xml, "id", &address)?;
        text(xml, "title", &posting.title)?;
        // Once published, a posting does not change.
        text(xml, "published", &published)?;
        text(xml, "updated", &published)?;
        author(xml, &posting.employer_name)?;
        link(xml, "alternate", "text/html", &address)?;
        xml.create_element("category").with_attribute(("term", &*inert(&posting.department_name))).write_empty()?;
        text(xml, "summary", &posting.summary)?;
        xml.create_element("content").with_attribute(("type", "html")).write_text_content(BytesText::new(&content)).map(drop)
    });
    written.map(drop)
}

fn author(xml: &mut Xml, name: &str) -> std::io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| text(xml, "name", name)).map(drop)
}

fn link(xml: &mut Xml, rel: &str, kind: &str, href: &str) -> std::io::Result<()> {
    xml.create_element("link").with_attributes([("rel", rel), ("type", kind), ("href", href)]).write_empty().map(drop)
}

/// `/sitemap.xml`: what search engines are to find (sitemaps.org).
pub async fn sitemap(visitor: Visitor, headers: HeaderMap) -> Answer {
    let office = &visitor.site.office;
    let (home, zone) = (&office.settings.public_url, &office.settings.zone);
    let postings = office.open_postings().await?;
    let own = [(format!("{home}/"), None), (format!("{home}/notice"), None)];
    let open = postings.iter().map(|posting| {
        let day = posting.published_at.map(|at| rules::retention::local_date(at, zone).to_string());
        (format!("{home}/jobs/{}", posting.slug), day)
    });
    let pages: Vec<_> = own.into_iter().chain(open).collect();
    let body = document(|xml| {
        let set = xml.create_element("urlset").with_attribute(("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"));
        let written = set.write_inner_content(|xml| {
            pages.iter().try_for_each(|(address, day)| {
                let url = xml.create_element("url").write_inner_content(|xml| {
                    text(xml, "loc", address)?;
                    day.as_deref().map_or(Ok(()), |day| text(xml, "lastmod", day))
                });
                url.map(drop)
            })
        });
        written.map(drop)
    });
    Ok(published(&headers, "application/xml", body))
}

/// `/robots.txt`: what no search engine needs (RFC 9309).
pub async fn robots(visitor: Visitor, headers: HeaderMap) -> Answer {
    let home = &visitor.site.office.settings.public_url;
    let closed = ["/office", "/status", "/receipt", "/sign-in"].map(|path| format!("Disallow: {path}\n")).concat();
    let body = format!("User-agent: *\n{closed}\nSitemap: {home}/sitemap.xml\n");
    Ok(published(&headers, "text/plain; charset=utf-8", body.into_bytes()))
}

type Xml = Writer<Vec<u8>>;

/// An XML document; writing into memory does not fail.
fn document(write: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> Vec<u8> {
    let mut xml = Writer::new(Vec::new());
    let written = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).and_then(|()| write(&mut xml));
    debug_assert!(written.is_ok(), "{written:?}");
    xml.into_inner()
}

fn text(xml: &mut Xml, name: &str, text: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&inert(text))).map(drop)
}

/// A text without the characters that XML has no place for (XML 1.0, section 2.2).
fn inert(text: &str) -> String {
    let is_char = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(|&c| is_char(c)).collect()
}

/// An answer that is the same for everybody, with its tag.
pub(super) fn published(headers: &HeaderMap, kind: &'static str, body: Vec<u8>) -> Response {
    // Weak, because it is compressed on the way.
    let tag = format!("W/\"{}\"", data_encoding::HEXLOWER.encode(&Sha256::digest(&body)[..16]));
    let common = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, "public, max-age=300".to_owned())];
    let known = headers.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok()).unwrap_or_default();
    if known.split(',').any(|known| known.trim() == tag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    (common, [(header::CONTENT_TYPE, kind)], body).into_response()
}
