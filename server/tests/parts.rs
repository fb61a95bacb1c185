//! A document over HTTP, whole and in parts (RFC 9110, section 14): browsers ask for parts to show a long PDF and to go on with a
//! download.

use crate::support;

use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use rules::access::Role;
use support::{Multipart, Reply, TestApp, both_engines};

/// A PDF of 100,000 bytes.
fn pdf() -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..100_000_u32).map(|at| (at.wrapping_mul(0x9e37_79b1) >> 24) as u8).collect();
    bytes[..9].copy_from_slice(b"%PDF-1.4\n");
    bytes[100_000 - 18..].copy_from_slice(b"\nstartxref\n9\n%%EOF");
    bytes
}

/// An application with a document, and HR signed in.
struct Case {
    app: TestApp,
    hr: String,
    address: String,
    sent: Vec<u8>,
}

impl Case {
    async fn of(app: TestApp) -> Self {
        let actor = app.account("hr@example.org", Role::Hr, None).await;
        let posting = app.open_posting(&actor).await;
        let sent = pdf();
        let form = Multipart::typed().file("cv", "Lebenslauf.pdf", &sent);
        let reply = app.call(form.request(&app.form_of(&actor, &posting).await)).await;
        let (_, code) = reply.cookie().split_once("receipt.").map(|(a, b)| (a.to_owned(), b.to_owned())).expect("a receipt");
        let id = app.office.application_of(&code).await.expect("an application");
        let view = app.office.read_application(&actor, &id).await.expect("the application");
        let address = format!("/office/applications/{id}/documents/{}", view.documents[0].id);
        let hr = app.sign_in("hr@example.org").await;
        Self { app, hr, address, sent }
    }

    async fn ask(&self, method: Method, headers: &[(header::HeaderName, &str)]) -> Reply {
        let mut request = Request::builder().method(method).uri(&self.address).header(header::COOKIE, &self.hr);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        self.app.call(request.body(Body::empty()).expect("a request")).await
    }

    async fn range(&self, range: &str) -> Reply {
        self.ask(Method::GET, &[(header::RANGE, range)]).await
    }

    /// How often the journal says that the document was opened.
    async fn entries(&self) -> i64 {
        let query = "SELECT COUNT(*) FROM entry_in WHERE body LIKE '%document ' || $1 || '%'";
        let (_, document) = self.address.rsplit_once('/').expect("an address");
        sqlx::query_scalar(query).bind(document).fetch_one(self.app.office.records.read()).await.expect("a count")
    }
}

/// A header's text, or nothing.
fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// What protects a document protects its parts.
fn assert_guarded(reply: &Reply, what: &str) {
    let header = |name| text(&reply.headers, name);
    assert_eq!(header(header::ACCEPT_RANGES), "bytes", "{what}");
    assert_eq!(header(header::CACHE_CONTROL), "no-store", "{what}");
    assert_eq!(header(header::CONTENT_TYPE), "application/pdf", "{what}");
    assert_eq!(header(header::X_CONTENT_TYPE_OPTIONS), "nosniff", "{what}");
    assert!(header(header::CONTENT_SECURITY_POLICY).starts_with("sandbox; default-src 'none'"), "{what}");
    assert!(header(header::CONTENT_DISPOSITION).starts_with("inline; filename=\"Lebenslauf.pdf\""), "{what}");
    assert_eq!(header(header::CONTENT_ENCODING), "", "{what}");
}

both_engines!(a_range_is_answered_with_that_part, |place| async move {
    let case = Case::of(TestApp::open(place).await).await;
    for (asked, first, end) in [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99999", 0, 100_000),
        ("bytes=16383-16384", 16_383, 16_385),
        ("bytes=50000-", 50_000, 100_000),
        ("bytes=99999-200000", 99_999, 100_000),
        ("bytes=-1", 99_999, 100_000),
        ("bytes=-500000", 0, 100_000),
    ] {
        let reply = case.range(asked).await;
        assert_eq!(reply.status, StatusCode::PARTIAL_CONTENT, "{asked}");
        assert_eq!(text(&reply.headers, header::CONTENT_RANGE), format!("bytes {first}-{}/100000", end - 1), "{asked}");
        assert_eq!(text(&reply.headers, header::CONTENT_LENGTH), (end - first).to_string(), "{asked}");
        assert!(reply.bytes == case.sent[first..end], "{asked}: other bytes than were sent");
        assert_guarded(&reply, asked);
    }
});

both_engines!(what_is_no_single_range_is_answered_with_the_whole, |place| async move {
    let case = Case::of(TestApp::open(place).await).await;
    let headers: [&[(header::HeaderName, &str)]; 8] = [
        &[],
        &[(header::RANGE, "bytes=0-1,5-6")],
        &[(header::RANGE, "bytes=9-1")],
        &[(header::RANGE, "bytes=x-y")],
        &[(header::RANGE, "pages=0-1")],
        &[(header::RANGE, "bytes=0-1"), (header::RANGE, "bytes=0-1")],
        // Nothing that a document was sent with could fulfil these.
        &[(header::RANGE, "bytes=0-1"), (header::IF_RANGE, "\"an-etag\"")],
        &[(header::RANGE, "bytes=0-1"), (header::IF_RANGE, "Tue, 01 Sep 2026 08:00:00 GMT")],
    ];
    for headers in headers {
        let reply = case.ask(Method::GET, headers).await;
        assert_eq!(reply.status, StatusCode::OK, "{headers:?}");
        assert!(!reply.headers.contains_key(header::CONTENT_RANGE), "{headers:?}");
        assert_eq!(text(&reply.headers, header::CONTENT_LENGTH), "100000", "{headers:?}");
        assert!(reply.bytes == case.sent, "{headers:?}: other bytes than were sent");
        assert_guarded(&reply, "the whole");
    }
});

both_engines!(a_range_behind_the_document_is_refused_with_its_size, |place| async move {
    let case = Case::of(TestApp::open(place).await).await;
    for asked in ["bytes=100000-", "bytes=100000-100001", "bytes=-0", "bytes=99999999999999999999999-"] {
        let reply = case.range(asked).await;
        assert_eq!(reply.status, StatusCode::RANGE_NOT_SATISFIABLE, "{asked}");
        assert_eq!(text(&reply.headers, header::CONTENT_RANGE), "bytes */100000", "{asked}");
        // A page that says so, with the policy of a page.
        assert_eq!(text(&reply.headers, header::CACHE_CONTROL), "no-store", "{asked}");
        assert_eq!(text(&reply.headers, header::CONTENT_TYPE), "text/html; charset=utf-8", "{asked}");
        assert!(text(&reply.headers, header::CONTENT_SECURITY_POLICY).contains("script-src 'self' 'nonce-"), "{asked}");
        assert!(!reply.headers.contains_key(header::CONTENT_DISPOSITION), "{asked}");
    }
});

both_engines!(head_tells_the_size_and_knows_no_ranges, |place| async move {
    let case = Case::of(TestApp::open(place).await).await;
    for headers in [&[][..], &[(header::RANGE, "bytes=0-1")], &[(header::RANGE, "bytes=100000-")]] {
        let reply = case.ask(Method::HEAD, headers).await;
        assert_eq!(reply.status, StatusCode::OK, "{headers:?}");
        assert_eq!(text(&reply.headers, header::CONTENT_LENGTH), "100000", "{headers:?}");
        assert!(reply.bytes.is_empty(), "{headers:?}");
        assert_guarded(&reply, "the head");
    }
});

both_engines!(n04_a_part_of_a_document_is_as_closed_as_the_whole_and_each_stands_in_the_journal, |place| async move {
    let case = Case::of(TestApp::open(place).await).await;
    let before = case.entries().await;
    for asked in ["bytes=0-9", "bytes=10-19", "bytes=-5"] {
        case.range(asked).await;
    }
    assert_eq!(case.entries().await - before, 3, "one entry for each part");

    case.app.account("head@example.org", Role::Head, Some(&case.app.department)).await;
    case.app.account("privacy@example.org", Role::Privacy, None).await;
    let before = case.entries().await;
    for (who, expected) in [("head@example.org", StatusCode::NOT_FOUND), ("privacy@example.org", StatusCode::FORBIDDEN)] {
        let cookie = case.app.sign_in(who).await;
        let request = Request::get(&case.address).header(header::COOKIE, cookie).header(header::RANGE, "bytes=0-9");
        let reply = case.app.call(request.body(Body::empty()).expect("a request")).await;
        assert_eq!(reply.status, expected, "{who}");
        assert!(!reply.headers.contains_key(header::CONTENT_RANGE), "{who}");
    }
    let request = Request::get(&case.address).header(header::RANGE, "bytes=0-9").body(Body::empty()).expect("a request");
    assert_eq!(case.app.call(request).await.status, StatusCode::SEE_OTHER, "to the sign-in");
    assert_eq!(case.entries().await, before, "nothing was read");
});
