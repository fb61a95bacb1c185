//! The route table, walked: no route escapes the access rules.

mod support;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use rules::access::{Action, Role, roles};
use server::router::routes;
use support::TestApp;

/// A path with something in the place of each parameter.
fn concrete(path: &str) -> String {
    let id = "0123456789abcdef0123456789abcdef";
    path.split('/').map(|part| if part.starts_with('{') { id } else { part }).collect::<Vec<_>>().join("/")
}

async fn ask(app: &TestApp, method: &Method, path: &str, cookie: &str) -> support::Reply {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::empty())
        .expect("a request");
    app.call(request).await
}

#[tokio::test]
async fn without_a_session_every_route_of_the_desk_leads_to_the_sign_in() {
    let app = TestApp::start().await;
    for route in routes() {
        let reply = ask(&app, &route.method, &concrete(route.path), "").await;
        let to_sign_in = reply.status == StatusCode::SEE_OTHER && reply.location().starts_with("/sign-in?next=");
        assert_eq!(to_sign_in, roles(route.action).is_some(), "{} {} answered {}", route.method, route.path, reply.status);
        assert_eq!(route.path.starts_with("/office"), roles(route.action).is_some(), "{} stands in the wrong place", route.path);
    }
}

#[tokio::test]
async fn every_role_gets_past_the_guard_exactly_where_the_rules_say() {
    let app = TestApp::start().await;
    for &role in Role::ALL {
        let email = format!("{}@example.org", role.code());
        let department = (role == Role::Head).then_some(&app.department);
        app.account(&email, role, department).await;
        for route in routes() {
            let Some(allowed) = roles(route.action) else { continue };
            // Each request with a session of its own: one of the routes ends it.
            let cookie = app.sign_in(&email).await;
            let reply = ask(&app, &route.method, &concrete(route.path), &cookie).await;
            let refused = reply.status == StatusCode::FORBIDDEN;
            assert_eq!(refused, !allowed.contains(&role), "{role:?} at {} {} got {}", route.method, route.path, reply.status);
            assert_ne!(reply.status, StatusCode::INTERNAL_SERVER_ERROR, "{} {}", route.method, route.path);
        }
    }
}

#[tokio::test]
async fn every_answer_carries_the_security_headers_and_personal_data_is_never_kept() {
    let app = TestApp::start().await;
    for route in routes() {
        let reply = ask(&app, &route.method, &concrete(route.path), "").await;
        let header = |name: &str| reply.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(header("x-content-type-options"), "nosniff", "{}", route.path);
        assert_eq!(header("referrer-policy"), "same-origin", "{}", route.path);
        assert!(header("content-security-policy").contains("default-src 'none'"), "{}", route.path);
        assert!(!header("content-security-policy").contains("unsafe-inline"), "{}", route.path);
        if roles(route.action).is_some() || route.action == Action::Apply {
            assert_eq!(header("cache-control"), "no-store", "{}", route.path);
        }
    }
}

#[tokio::test]
async fn a_form_on_another_site_cannot_act_here() {
    let app = TestApp::start().await;
    for route in routes().iter().filter(|route| route.method == Method::POST) {
        let request =
            Request::post(concrete(route.path)).header("sec-fetch-site", "cross-site").body(Body::empty()).expect("a request");
        assert_eq!(app.call(request).await.status, StatusCode::FORBIDDEN, "{}", route.path);
    }
}

#[tokio::test]
async fn what_is_not_there_is_404_in_the_readers_language() {
    let app = TestApp::start().await;
    let request = Request::get("/no/such/page").header(header::ACCEPT_LANGUAGE, "de").body(Body::empty()).expect("a request");
    let reply = app.call(request).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(reply.text().contains("lang=\"de\""), "{}", reply.text());
}
