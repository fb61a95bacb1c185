//! What goes along with every answer where the house is reached over https, and over http: policies, cookies, names of files.

use std::collections::BTreeSet;

use axum::http::{HeaderName, StatusCode, header};
use office::kept::NewPaper;
use rules::access::{Actor, Role};
use server::router::routes;

use super::house::{House, State};
use crate::support::{Multipart, Place, Reply, TestApp, pdf};

/// A house that the world reaches at this address.
async fn at(address: &str) -> TestApp {
    let place = Place::sqlite();
    let mut settings = place.settings();
    address.clone_into(&mut settings.public_url);
    TestApp::open_with(place, settings).await
}

fn text(reply: &Reply, name: HeaderName) -> String {
    let values: Vec<_> = reply.headers.get_all(&name).iter().map(|value| value.to_str().expect("ASCII")).collect();
    assert!(values.len() < 2, "{name} comes twice: {values:?}");
    values.concat()
}

/// The kinds of answers there are. No other leaves the house. What is published for programs is about postings alone.
fn kind(reply: &Reply, what: &str) -> &'static str {
    match text(reply, header::CONTENT_TYPE).as_str() {
        "text/html; charset=utf-8" => "page",
        "application/pdf" => "document",
        "text/csv; charset=utf-8" => "table",
        "text/plain; charset=utf-8" => "text",
        "application/json" | "application/atom+xml; charset=utf-8" | "application/xml" => "published",
        "image/png" => "picture",
        "" if reply.bytes.is_empty() => "nothing",
        other => panic!("{what}: an answer of the kind {other:?}"),
    }
}

/// What has to stand in the policy of an answer of that kind, beside what stands in none.
fn assert_policy(reply: &Reply, kind: &str, what: &str, nonces: &mut BTreeSet<String>) {
    let policy = text(reply, header::CONTENT_SECURITY_POLICY);
    match kind {
        "page" => {
            assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe-inline"), "{what}: {policy}");
            assert!(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"), "{what}: {policy}");
            let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).expect("a nonce").to_owned();
            assert!(reply.text().contains(&format!("nonce=\"{nonce}\"")), "{what}: the page has another nonce");
            assert!(nonces.insert(nonce), "{what}: a nonce comes twice");
        }
        "document" => assert!(policy.starts_with("sandbox; default-src 'none'"), "{what}: {policy}"),
        _ => assert_eq!(policy, "default-src 'none'; frame-ancestors 'none'", "{what}"),
    }
}

/// Two tests, since each takes long.
async fn every_answer_keeps_to_itself(https: bool) {
    let address = if https { "https://jobs.example" } else { "http://jobs.example" };
    let house = House::of(at(address).await, State::Released).await;
    let (mut nonces, mut kinds) = (BTreeSet::new(), BTreeSet::new());
    let mut table = routes();
    table.sort_by_key(|route| route.path == "/sign-out");
    for person in &house.people {
        for route in &table {
            let what = format!("{} at {} {}", person.name, route.method, route.path);
            let path = house.concrete(route.path);
            let reply = match route.method.as_str() {
                "GET" => house.app.get(&path, &person.cookie).await,
                _ => house.app.post(&path, &person.cookie, &[]).await,
            };
            let kind = kind(&reply, &what);
            kinds.insert(kind);
            assert_policy(&reply, kind, &what, &mut nonces);
            assert_eq!(text(&reply, header::REFERRER_POLICY), "same-origin", "{what}");
            assert_eq!(text(&reply, header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{what}");
            let kept = match route.path {
                "/jobs.json" | "/feed.atom" | "/sitemap.xml" | "/robots.txt" | "/notice.pdf" => "public, max-age=300",
                "/brand/{file}" => "public, max-age=31536000, immutable",
                "/" | "/jobs/{slug}" if matches!(person.actor, Actor::Anonymous) => "private, no-cache",
                _ => "no-store",
            };
            assert_eq!(text(&reply, header::CACHE_CONTROL), kept, "{what}");
            assert_eq!(text(&reply, header::X_FRAME_OPTIONS), "DENY", "{what}");
            assert_eq!(text(&reply, HeaderName::from_static("cross-origin-resource-policy")), "same-origin", "{what}");
            let hsts = if https { "max-age=31536000; includeSubDomains" } else { "" };
            assert_eq!(text(&reply, header::STRICT_TRANSPORT_SECURITY), hsts, "{what}");
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["document", "nothing", "page", "picture", "published", "table", "text"]);
}

#[tokio::test]
async fn n02_every_answer_to_everybody_who_has_signed_in_keeps_to_itself_over_https() {
    every_answer_keeps_to_itself(true).await;
}

#[tokio::test]
async fn n02_every_answer_to_everybody_who_has_signed_in_keeps_to_itself_over_http() {
    every_answer_keeps_to_itself(false).await;
}

/// A cookie that is set: its name, its value, and its attributes in any order.
fn cookie(reply: &Reply) -> (String, String, BTreeSet<String>) {
    let line = text(reply, header::SET_COOKIE);
    let mut parts = line.split("; ").map(str::to_owned);
    let (name, value) = parts
        .next()
        .and_then(|pair| Some((pair.split_once('=')?.0.to_owned(), pair.split_once('=')?.1.to_owned())))
        .unwrap_or_else(|| panic!("{}: no cookie in {line:?}", reply.status));
    (name, value, parts.collect())
}

#[tokio::test]
async fn n17_cookies_are_bound_to_this_host_and_to_https_and_no_script_reads_them() {
    for (address, sign_in, secure) in
        [("https://jobs.example", "__Host-ablauf_sign_in", true), ("http://127.0.0.1:3000", "ablauf_sign_in", false)]
    {
        let app = at(address).await;
        let hr = app.account("hr@example.org", Role::Hr, None).await;
        let posting = app.open_posting(&hr).await;
        let form = app.form_of(&hr, &posting).await;
        let applied = app.call(Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&form)).await;
        let signed_in = app.post("/sign-in", "", &[("email", "hr@example.org"), ("password", crate::support::PASSWORD)]).await;
        let session = signed_in.cookie();
        assert_eq!(app.get("/office", &session).await.status, StatusCode::OK, "the cookie is the session");
        let signed_out = app.post("/sign-out", &session, &[]).await;
        let language = app.post("/language", "", &[("lang", "nl")]).await;
        for (reply, expected, age) in [
            (&applied, sign_in, "600"),
            (&signed_in, sign_in, "43200"),
            (&signed_out, sign_in, "0"),
            (&language, "ablauf_language", "31536000"),
        ] {
            let (name, value, attributes) = cookie(reply);
            assert_eq!(name, expected, "{address}");
            assert_eq!(value.is_empty(), age == "0", "{name}");
            // No Domain: a cookie of this host alone.
            let mut all = vec!["HttpOnly".to_owned(), format!("Max-Age={age}"), "Path=/".to_owned(), "SameSite=Lax".to_owned()];
            all.extend(secure.then(|| "Secure".to_owned()));
            assert_eq!(attributes.into_iter().collect::<Vec<_>>(), all, "{address}: {name}");
        }
        // A name that a site beside this one could set is not taken for it.
        if secure {
            let unbound = session.replace("__Host-", "");
            assert_eq!(app.get("/office", &unbound).await.status, StatusCode::SEE_OTHER);
        }
    }
}

/// Names that would like to be more than a name, as they are sent, with what has to be left of each before its extension.
fn hostile() -> Vec<(String, String)> {
    let long = "ü".repeat(255);
    [
        ("my \"best\" cv.pdf", "my \"best\" cv"),
        ("a\"; filename=\"evil.exe", "a\"; filename=\"evil"),
        ("a\r\nSet-Cookie: evil=1\r\n\r\n<script>.pdf", "aSet-Cookie: evil=1<script>"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\system.ini", "system"),
        ("/", "document"),
        ("", "document"),
        ("...", "document"),
        ("Lebens\u{202e}fdp.exe", "Lebensfdp"),
        ("\u{2066}a\u{2069}\u{200f}b\u{061c}c.pdf", "abc"),
        ("nul\0byte\u{7f}\u{85}.pdf", "nulbyte"),
        ("percent%0d%0a%22.pdf", "percent%0d%0a%22"),
        (long.as_str(), &long[..240]),
        ("履歴書🙂.pdf", "履歴書🙂"),
    ]
    .map(|(sent, left)| (sent.to_owned(), format!("{left}.pdf")))
    .to_vec()
}

/// What a reader of RFC 6266 takes for the name: the extended one; and the plain one, for those who know no other.
fn names(disposition: &str, kind: &str) -> (String, String) {
    let rest = disposition.strip_prefix(&format!("{kind}; filename=\"")).unwrap_or_else(|| panic!("{disposition}"));
    let (plain, rest) = rest.split_once('"').expect("the end of the plain name");
    let extended = rest.strip_prefix("; filename*=UTF-8''").unwrap_or_else(|| panic!("{disposition}"));
    assert!(extended.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)), "{extended}");
    let name = percent_encoding::percent_decode_str(extended).decode_utf8().expect("UTF-8").into_owned();
    (plain.to_owned(), name)
}

#[tokio::test]
async fn no_name_of_a_file_becomes_more_than_a_name() {
    let app = at("https://jobs.example").await;
    let accounting = app.account("accounting@example.org", Role::Accounting, None).await;
    let cookie = app.sign_in("accounting@example.org").await;
    for (sent, left) in hostile() {
        let mut document = app.office.begin_document().await.expect("a document");
        document.push(&pdf("a voucher")).await.expect("pushed");
        let document = document.finish(&sent).await.expect("finished");
        let paper = NewPaper { name: "Ada".to_owned(), about: "A journey.".to_owned(), voucher_on: Some(app.office.today()) };
        let id = app.office.enter_paper(&accounting, paper, document).await.expect("a paper");
        for (query, kind) in [("", "inline"), ("?download=1", "attachment")] {
            let reply = app.get(&format!("/office/papers/{id}/document{query}"), &cookie).await;
            assert_eq!(reply.status, StatusCode::OK, "{sent:?}");
            let (plain, name) = names(&text(&reply, header::CONTENT_DISPOSITION), kind);
            assert_eq!(name, left, "{sent:?}");
            assert!(plain.ends_with(".pdf") && plain.chars().all(|c| c.is_ascii_alphanumeric() || " .-_".contains(c)), "{plain}");
            assert!(text(&reply, header::CONTENT_SECURITY_POLICY).starts_with("sandbox; "), "{sent:?}");
            assert_eq!(text(&reply, header::SET_COOKIE), "", "{sent:?}");
        }
        let page = app.get("/office/papers", &cookie).await.text();
        assert!(!page.contains("<script>.pdf") && !page.contains('\u{202e}'), "{sent:?} stands in the page as it came");
    }
}
