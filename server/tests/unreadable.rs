//! Requests that nobody can read: each gets the page of its status, in the reader's language.

use crate::support;

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use rules::{
    access::Role,
    messages::{Key, Lang},
};
use support::TestApp;

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_cannot_be_read_is_answered_with_a_page_in_the_readers_language() {
    let app = TestApp::start().await;
    app.account("hr@example.org", Role::Hr, None).await;
    let cookie = app.sign_in("hr@example.org").await;
    for (method, path, kind, body, status) in [
        (Method::GET, "/jobs/%FF", "", "", 400),
        (Method::GET, "/office/applications/%FF", "", "", 400),
        (Method::GET, "/office/applications?stage=review&stage=offer", "", "", 400),
        (Method::POST, "/office/postings/%C3%28/close", FORM, "", 400),
        (Method::PUT, "/", "", "", 405),
        (Method::DELETE, "/office/applications", "", "", 405),
        (Method::POST, "/office", FORM, "", 405),
        (Method::POST, "/sign-in", "application/json", "{}", 415),
        (Method::POST, "/office/postings", "text/plain", "words", 415),
        (Method::POST, "/jobs/nothing/apply", FORM, "first_name=Ada", 404),
    ] {
        let request = Request::builder()
            .method(method.clone())
            .uri(path)
            .header(header::COOKIE, &cookie)
            .header(header::ACCEPT_LANGUAGE, "nl")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .expect("a request");
        let reply = app.call(request).await;
        let page = reply.text();
        assert_eq!(reply.status, status, "{method} {path}: {page}");
        assert!(page.contains("<html lang=\"nl\"") && page.contains("<h1>"), "{method} {path}: {page}");
        if status != 404 {
            assert!(page.contains(Lang::Nl.text(Key::TroubleBadRequestText)), "{method} {path}: {page}");
        }
        if status == 405 {
            assert!(reply.headers.contains_key(header::ALLOW), "{method} {path} says what is allowed");
        }
    }
}
