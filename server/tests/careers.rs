//! The careers site as people and programs read it: filters, one posting, a closed one, and what is published for programs.

use crate::support;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use office::posting::PostingDraft;
use rules::{
    access::{Actor, Role},
    id::PostingId,
};
use serde_json::Value;
use support::{Reply, TestApp, both_engines, draft, get};

const HOSTILE: &str = "</script><script>alert(1)</script><!--";

/// A posting that takes applications, changed in some of what stands in it.
async fn opened(app: &TestApp, hr: &Actor, change: impl FnOnce(&mut PostingDraft)) -> PostingId {
    let mut draft = draft(&app.department, "2026-10-31");
    change(&mut draft);
    let id = app.office.draft_posting(hr, draft).await.expect("a draft");
    app.office.publish_posting(hr, &id).await.expect("published");
    id
}

async fn slug(app: &TestApp, hr: &Actor, id: &PostingId) -> String {
    app.office.read_posting(hr, id).await.expect("the posting").posting.slug
}

fn listed(reply: &Reply) -> Vec<String> {
    let text = reply.text();
    let mut titles: Vec<_> = text
        .match_indices("<h3")
        .filter_map(|(at, _)| text[at..].split("</a>").next()?.rsplit('>').next().map(str::to_owned))
        .collect();
    titles.sort();
    titles
}

fn head<'a>(reply: &'a Reply, name: &str) -> &'a str {
    reply.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The JSON-LD of a page, if it has any.
fn json_ld(reply: &Reply) -> Option<(Value, String)> {
    let text = reply.text();
    let (tag, rest) = text.split_once("<script type=\"application/ld+json\"")?.1.split_once('>')?;
    let json = rest.split_once("</script>").expect("the end of the script").0;
    Some((serde_json::from_str(json).unwrap_or_else(|error| panic!("{error} in {json}")), tag.to_owned()))
}

both_engines!(open_postings_are_narrowed_down_by_what_stands_in_the_address, |place| async move {
    let app = TestApp::open(place).await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let operations = app.office.departments(&hr).await.expect("departments").into_iter().find(|d| d.name == "Operations");
    let operations = operations.expect("operations").id.to_string();
    for (title, place, employment, department) in [
        ("Roofer (f/m/x)", "Leipzig, on site", "full_time", None),
        ("Planner (f/m/x)", "Leipzig", "part_time", Some(&operations)),
        ("Buyer (f/m/x)", "Rotterdam", "full_time", Some(&operations)),
    ] {
        opened(&app, &hr, |draft| {
            draft.title = title.to_owned();
            draft.place = place.to_owned();
            draft.employment = employment.to_owned();
            if let Some(department) = department {
                draft.department = department.clone();
            }
        })
        .await;
    }
    for (query, expected) in [
        ("", &["Buyer (f/m/x)", "Planner (f/m/x)", "Roofer (f/m/x)"][..]),
        ("?place=Leipzig", &["Planner (f/m/x)", "Roofer (f/m/x)"]),
        ("?department=Operations&place=Leipzig&kind=", &["Planner (f/m/x)"]),
        ("?kind=full_time&department=Operations", &["Buyer (f/m/x)"]),
        ("?department=Engineering&kind=part_time", &[]),
        ("?place=Atlantis&kind=nonsense&else=%FF%00", &["Buyer (f/m/x)", "Planner (f/m/x)", "Roofer (f/m/x)"]),
        ("?place=%3Cscript%3Ealert(1)%3C/script%3E", &["Buyer (f/m/x)", "Planner (f/m/x)", "Roofer (f/m/x)"]),
    ] {
        let reply = app.get(&format!("/{query}"), "").await;
        assert_eq!(reply.status, StatusCode::OK, "{query}");
        assert_eq!(listed(&reply), expected, "{query}");
        assert!(!reply.text().contains("alert(1)"), "{query}");
    }
});

#[tokio::test]
async fn a_posting_tells_search_engines_what_it_tells_people_and_nothing_ends_the_script_early() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let id = opened(&app, &hr, |draft| {
        draft.title = format!("Roofer (f/m/x) {HOSTILE}");
        draft.summary = HOSTILE.to_owned();
        draft.body = format!("# Tasks\n\n{HOSTILE}\n\n[x](javascript:alert(2)) ![y](https://tracker.example/z.gif)");
    })
    .await;
    let reply = app.get(&format!("/jobs/{}", slug(&app, &hr, &id).await), "").await;
    let (job, tag) = json_ld(&reply).expect("JSON-LD");
    assert_eq!(job["title"], format!("Roofer (f/m/x) {HOSTILE}"));
    assert_eq!(job["validThrough"], "2026-10-31T23:59:59+01:00");
    assert_eq!(job["datePosted"], "2026-09-01");
    assert_eq!(job["baseSalary"]["value"]["minValue"], 40_000);
    let description = job["description"].as_str().expect("a description");
    assert!(description.contains("<h2>Tasks</h2>") && !description.contains("<script"), "{description}");
    // The script carries the nonce of the page, and there is no other.
    let policy = head(&reply, "content-security-policy").to_owned();
    let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce");
    assert!(tag.contains(&format!("nonce=\"{nonce}\"")), "{tag}");
    let text = reply.text();
    for markup in ["<script>", "<img", "javascript:", "tracker.example/z.gif\"", "<!-- ", "og:image"] {
        assert!(!text.contains(markup), "{markup} in {text}");
    }
    assert!(text.contains("<link rel=\"canonical\" href=\"http://127.0.0.1:3000/jobs/roofer-f-m-x"), "{text}");
    assert!(text.contains("property=\"og:title\""), "{text}");
}

#[tokio::test]
async fn a_closed_posting_says_which_it_was_and_has_nothing_for_search_engines() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let gone = opened(&app, &hr, |draft| draft.title = "Roofer (f/m/x)".to_owned()).await;
    opened(&app, &hr, |draft| draft.title = "Planner (f/m/x)".to_owned()).await;
    let address = format!("/jobs/{}", slug(&app, &hr, &gone).await);
    app.office.stop_intake(&hr, &gone).await.expect("stopped");
    for path in [address.clone(), format!("{address}/apply")] {
        let reply = app.get(&path, "").await;
        assert_eq!(reply.status, StatusCode::GONE, "{path}");
        let text = reply.text();
        assert!(text.contains("Roofer (f/m/x)</strong>"), "{text}");
        assert_eq!(listed(&reply), ["Planner (f/m/x)"]);
        assert!(json_ld(&reply).is_none() && !text.contains("canonical"), "{text}");
        assert_eq!(head(&reply, "cache-control"), "no-store");
    }
    for path in ["/jobs.json", "/feed.atom", "/sitemap.xml"] {
        let text = app.get(path, "").await.text();
        assert!(text.contains("planner-f-m-x") && !text.contains("roofer-f-m-x"), "{path}: {text}");
    }
}

#[tokio::test]
async fn programs_read_the_open_postings_as_json_and_drafts_are_not_among_them() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let id = opened(&app, &hr, |draft| {
        draft.body = "## Tasks\n\n- <b>roofs</b>".to_owned();
        (draft.pay_min, draft.pay_max, draft.pay_period) = ("15,50".to_owned(), "18".to_owned(), "hour".to_owned());
    })
    .await;
    app.draft(&hr).await;
    let reply = app.get("/jobs.json", "").await;
    assert_eq!(head(&reply, "content-type"), "application/json");
    let json: Value = serde_json::from_slice(&reply.bytes).expect("JSON");
    let job = &json["jobs"][0];
    assert_eq!((json["version"].as_u64(), json["jobs"].as_array().map(Vec::len)), (Some(1), Some(1)));
    // The fields that docs/CAREERS.md promises, and no other.
    let mut fields: Vec<_> = job.as_object().expect("a job").keys().map(String::as_str).collect();
    fields.sort_unstable();
    let documented = include_str!("../../docs/CAREERS.md");
    let mut promised: Vec<_> = documented.lines().filter_map(|line| line.strip_prefix("| `jobs[].")?.split('`').next()).collect();
    promised.sort_unstable();
    assert_eq!(fields, promised);
    assert_eq!(job["id"], id.as_str());
    assert_eq!(job["pay"], serde_json::json!({ "min": 15.5, "max": 18, "period": "hour", "currency": "EUR" }));
    assert_eq!(job["description_html"], "<h2>Tasks</h2>\n<ul>\n<li>&lt;b&gt;roofs&lt;/b&gt;</li>\n</ul>\n");
    assert_eq!(job["apply_url"], "http://127.0.0.1:3000/jobs/service-technician-f-m-x/apply");
    assert_eq!((job["apply_until"].as_str(), job["answer_within_days"].as_u64()), (Some("2026-10-31"), Some(14)));
}

#[tokio::test]
async fn what_is_published_for_programs_is_kept_for_minutes_and_answers_whether_it_still_holds() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    app.open_posting(&hr).await;
    for path in ["/jobs.json", "/feed.atom", "/sitemap.xml", "/robots.txt", "/notice.pdf"] {
        let reply = app.get(path, "").await;
        assert_eq!(head(&reply, "cache-control"), "public, max-age=300", "{path}");
        assert!(reply.headers.get(header::SET_COOKIE).is_none(), "{path}");
        let tag = head(&reply, "etag").to_owned();
        let asked = |tag: &str| Request::get(path).header(header::IF_NONE_MATCH, tag).body(Body::empty()).expect("a request");
        let again = app.call(asked(&format!("\"other\", {tag}"))).await;
        assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
        assert_eq!(app.call(asked("W/\"other\"")).await.status, StatusCode::OK, "{path}");
    }
    let before = head(&app.get("/feed.atom", "").await, "etag").to_owned();
    app.set_now("2026-09-02T08:00:00Z");
    assert_eq!(head(&app.get("/feed.atom", "").await, "etag"), before, "a day later nothing has changed");
    opened(&app, &hr, |draft| draft.title = "Roofer (f/m/x)".to_owned()).await;
    assert_ne!(head(&app.get("/feed.atom", "").await, "etag"), before);
}

#[tokio::test]
async fn n20_the_notice_is_a_file_in_each_language_whatever_the_employer_states() {
    let app = TestApp::start().await;
    let ask = async |path: &str, language: &str| {
        app.call(Request::get(path).header(header::ACCEPT_LANGUAGE, language).body(Body::empty()).expect("a request")).await
    };
    let mut files = Vec::new();
    for (path, reader, language) in [
        ("/notice.pdf?lang=de", "nl", "de"),
        ("/notice.pdf?lang=nl", "en", "nl"),
        ("/notice.pdf", "en", "en"),
        ("/notice.pdf?lang=xx&other=%00", "en", "en"),
    ] {
        let reply = ask(path, reader).await;
        assert_eq!((reply.status, head(&reply, "content-type")), (StatusCode::OK, "application/pdf"), "{path}");
        assert_eq!(head(&reply, "content-language"), language, "{path}");
        assert_eq!(head(&reply, "content-disposition"), "inline; filename=\"notice.pdf\"", "{path}");
        assert!(reply.bytes.starts_with(b"%PDF-"), "{path}");
        files.push(reply.bytes);
    }
    assert!(files[0] != files[1] && files[1] != files[2], "each is another text");
    assert_eq!(files[2], files[3]);
    for stated in ["漢字 😀 \u{202e}dlrow", "<script>alert(1)</script>) Tj (", "one\ntwo"] {
        app.office.set_desk_setting("notice.recipients", stated).await.expect("a setting");
        let reply = ask("/notice.pdf", "en").await;
        assert!(reply.status == StatusCode::OK && reply.bytes != files[2], "{stated:?}");
    }
}

#[tokio::test]
async fn a_feed_keeps_every_text_inert_and_its_dates_and_languages_true() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let hostile = "a]]>&<b>\u{fffe}\u{ffff}\"'";
    opened(&app, &hr, |draft| (draft.summary, draft.language) = (hostile.to_owned(), "nl".to_owned())).await;
    let request = Request::get("/feed.atom").header(header::ACCEPT_LANGUAGE, "de").body(Body::empty()).expect("a request");
    let reply = app.call(request).await;
    assert_eq!(head(&reply, "content-type"), "application/atom+xml; charset=utf-8");
    let text = reply.text();
    for said in [
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"de\">",
        "<title>Offene Stellen – Werk &amp; Wandel GmbH</title>",
        "<entry xml:lang=\"nl\">",
        "<updated>2026-09-01T08:00:00Z</updated>",
        "<summary>a]]&gt;&amp;&lt;b&gt;&quot;&apos;</summary>",
        "<id>http://127.0.0.1:3000/jobs/service-technician-f-m-x</id>",
    ] {
        assert!(text.contains(said), "{said} is missing: {text}");
    }
    let mut reader = quick_xml::Reader::from_str(&text);
    while reader.read_event().unwrap_or_else(|error| panic!("{error} in {text}")) != quick_xml::events::Event::Eof {}
}

#[tokio::test]
async fn search_engines_are_kept_from_the_desk_and_from_what_is_one_persons() {
    let app = TestApp::start().await;
    let robots = app.get("/robots.txt", "").await.text();
    for path in ["/office", "/status", "/receipt"] {
        assert!(robots.lines().any(|line| line == format!("Disallow: {path}")), "{path} in {robots}");
    }
    assert!(robots.ends_with("\nSitemap: http://127.0.0.1:3000/sitemap.xml\n"), "{robots}");
    let map = app.get("/sitemap.xml", "").await.text();
    assert!(map.contains("<loc>http://127.0.0.1:3000/</loc>") && !map.contains("office") && !map.contains("status"), "{map}");
}

#[tokio::test]
async fn a_page_about_nobody_may_be_kept_for_the_way_back_and_one_that_knows_its_reader_may_not() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let id = app.open_posting(&hr).await;
    let address = format!("/jobs/{}", slug(&app, &hr, &id).await);
    let cookie = app.sign_in("hr@example.org").await;
    for path in ["/", &address] {
        assert_eq!(head(&app.get(path, "").await, "cache-control"), "private, no-cache", "{path}");
        assert_eq!(head(&app.call(get(path, &cookie)).await, "cache-control"), "no-store", "{path}");
    }
}

both_engines!(hr_sees_a_posting_before_it_is_stored_and_is_warned_before_it_is_published, |place| async move {
    let app = TestApp::open(place).await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let cookie = app.sign_in("hr@example.org").await;
    let typed = |act: &'static str, pay: &'static str| {
        vec![
            ("department", app.department.as_str()),
            ("language", "de"),
            ("title", "Dachdecker"),
            ("summary", "Ein junges Team sucht dich."),
            ("body", "# Aufgaben\n\n- **Dächer** <img src=x>\n- [mehr](https://a.example)"),
            ("place", "Leipzig"),
            ("country", "DE"),
            ("employment", "full_time"),
            ("pay", pay),
            ("contact", "Jana Vogt"),
            ("next_steps", "Wir rufen an."),
            ("answer_days", "10"),
            ("seats", "1"),
            ("intake_ends_on", "2026-10-31"),
            ("planned_close_on", ""),
            ("act", act),
        ]
    };
    let previewed = app.post("/office/postings", &cookie, &typed("preview", "nach Vereinbarung")).await;
    assert_eq!(previewed.status, StatusCode::OK);
    let text = previewed.text();
    for shown in [
        "<h4>Aufgaben</h4>",
        "<strong>Dächer</strong> &lt;img src=x&gt;",
        "<a href=\"https://a.example\" rel=\"noopener nofollow\">mehr</a>",
        "value=\"Dachdecker\"",
        "(m/f/d)",
        "“junges”",
        "no pay range",
    ] {
        assert!(text.contains(shown), "{shown} is missing: {text}");
    }
    assert!(app.office.list_postings(&hr).await.expect("the list").is_empty(), "a preview stores nothing");

    let saved = app.post("/office/postings", &cookie, &typed("", "nach Vereinbarung")).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
    let address = saved.location().split_once('?').expect("what was done").0.to_owned();
    let page = app.get(saved.location(), &cookie).await.text();
    assert!(page.contains("The draft is saved"), "{page}");
    assert!(page.contains("“junges”") && page.contains("no pay range") && page.contains("/publish\""), "{page}");

    let again = app.post(&address, &cookie, &typed("preview", "3.000 bis 3.400 Euro")).await.text();
    assert!(!again.contains("no pay range") && again.contains("3.000 bis 3.400 Euro"), "{again}");
    let kept = app.get(&format!("{address}/edit"), &cookie).await.text();
    assert!(kept.contains("nach Vereinbarung") && !kept.contains("3.400"), "a preview changes nothing: {kept}");
    assert!(kept.contains("name=\"answer_days\" value=\"10\""), "{kept}");
    let published = app.post(&format!("{address}/publish"), &cookie, &[]).await;
    assert_eq!(published.status, StatusCode::SEE_OTHER, "a warning refuses nothing");
    let elsewhere = app.post("/office/postings/0123456789abcdef0123456789abcdef", &cookie, &typed("preview", "x")).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
});
