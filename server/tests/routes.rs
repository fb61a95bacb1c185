//! The route table, walked and compared with a list written by hand: no route escapes the access rules.

use crate::support;

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use rules::access::Role;
use server::router::{Route, routes};
use support::TestApp;

/// Every route, who gets past the guard, and what they are answered: in a house without postings or applicants, for an identifier
/// that nobody has, and for a form without a field. A role that is not named is answered 403, and a stranger with the way to
/// the sign-in.
const ROUTES: &str = "
GET  /                                                   | anybody                                            | 200
GET  /jobs/{slug}                                        | anybody                                            | 404
GET  /jobs.json                                          | anybody                                            | 200
GET  /feed.atom                                          | anybody                                            | 200
GET  /sitemap.xml                                        | anybody                                            | 200
GET  /robots.txt                                         | anybody                                            | 200
GET  /jobs/{slug}/apply                                  | anybody                                            | 404
POST /jobs/{slug}/apply                                  | anybody                                            | 404
GET  /receipt                                            | anybody                                            | 303
GET  /status                                             | anybody                                            | 200
POST /status                                             | anybody                                            | 404
POST /status/code                                        | anybody                                            | 422
GET  /status/code                                        | anybody                                            | 303
POST /status/code/show                                   | anybody                                            | 303
POST /status/address                                     | anybody                                            | 404
POST /status/leave                                       | anybody                                            | 303
GET  /status/applications                                | anybody                                            | 303
GET  /status/applications/{id}                           | anybody                                            | 303
GET  /status/applications/{id}/documents/{document}      | anybody                                            | 303
GET  /status/applications/{id}/copy.zip                  | anybody                                            | 303
GET  /status/applications/{id}/supplied.zip              | anybody                                            | 303
POST /status/applications/{id}/correction                | anybody                                            | 303
POST /status/applications/{id}/address                   | anybody                                            | 303
POST /status/applications/{id}/withdrawal                | anybody                                            | 303
POST /status/applications/{id}/information               | anybody                                            | 303
POST /status/applications/{id}/restriction               | anybody                                            | 303
POST /status/applications/{id}/objection                 | anybody                                            | 303
POST /status/applications/{id}/erasure                   | anybody                                            | 303
POST /status/proof                                       | anybody                                            | 404
GET  /notice                                             | anybody                                            | 200
GET  /notice.pdf                                         | anybody                                            | 200
GET  /imprint                                            | anybody                                            | 404
GET  /outbox                                             | anybody                                            | 404
GET  /brand/{file}                                       | anybody                                            | 404
POST /language                                           | anybody                                            | 303
GET  /sign-in                                            | anybody                                            | 200
POST /sign-in                                            | anybody                                            | 422
POST /sign-out                                           | anybody                                            | 303
GET  /healthz                                            | anybody                                            | 200
GET  /readyz                                             | anybody                                            | 200
GET  /assets/{*file}                                     | anybody                                            | 404
GET  /office                                             | hr head panel works_council representative privacy admin accounting | 200
GET  /office/applications                                | hr head panel works_council representative               | 200
GET  /office/applications/{id}                           | hr head panel works_council representative               | 404
GET  /office/applications/{id}/documents/{document}      | hr head panel works_council representative               | 404
POST /office/applications/{id}/comments                  | head panel works_council representative            | 404
POST /office/applications/{id}/notes                     | hr                                                 | 404
POST /office/applications/{id}/stage                     | hr                                                 | 404
POST /office/applications/{id}/outcome                   | hr                                                 | 404
POST /office/applications/{id}/rejection                 | hr                                                 | 404
POST /office/applications/{id}/releases                  | hr                                                 | 404
POST /office/applications/{id}/releases/{release}/revoke | hr                                                 | 404
POST /office/applications/{id}/erasure                   | hr                                                 | 404
POST /office/applications/{id}/exclusions                | hr                                                 | 404
POST /office/applications/{id}/recusal                   | hr head panel works_council representative         | 404
POST /office/applications/{id}/redacted                  | hr                                                 | 404
POST /office/applications/{id}/restriction               | hr                                                 | 404
GET  /office/look-up                                     | hr                                                 | 200
POST /office/look-up                                     | hr                                                 | 422
GET  /office/applications/{id}/hold                      | hr                                                 | 404
POST /office/applications/{id}/hold                      | hr                                                 | 404
GET  /office/applications/{id}/handover                  | hr                                                 | 404
POST /office/applications/{id}/handover                  | hr                                                 | 404
GET  /office/postings                                    | hr                                                 | 200
POST /office/postings                                    | hr                                                 | 422
GET  /office/postings/new                                | hr                                                 | 200
GET  /office/postings/{id}                               | hr                                                 | 404
POST /office/postings/{id}                               | hr                                                 | 404
GET  /office/postings/{id}/edit                          | hr                                                 | 404
POST /office/postings/{id}/publish                       | hr                                                 | 404
POST /office/postings/{id}/stop-intake                   | hr                                                 | 404
POST /office/postings/{id}/decide                        | hr                                                 | 404
GET  /office/postings/{id}/close                         | hr                                                 | 404
POST /office/postings/{id}/close                         | hr                                                 | 404
POST /office/postings/{id}/access                        | hr                                                 | 404
GET  /office/postings/{id}/releases                      | hr                                                 | 404
POST /office/postings/{id}/releases                      | hr                                                 | 404
POST /office/postings/{id}/extension                     | hr                                                 | 404
GET  /office/postings/{id}/reopen                        | hr                                                 | 404
POST /office/postings/{id}/reopen                        | hr                                                 | 404
GET  /office/claims/{id}                                 | hr                                                 | 404
POST /office/claims/{id}                                 | hr                                                 | 404
GET  /office/retention                                   | hr privacy                                         | 200
GET  /office/retention/concept                           | hr privacy                                         | 200
GET  /office/retention/plan.csv                          | hr privacy                                         | 200
GET  /office/clock                                       | privacy admin                                      | 200
POST /office/clock                                       | privacy admin                                      | 422
GET  /office/audit                                       | privacy                                            | 200
GET  /office/audit.csv                                   | privacy                                            | 200
GET  /office/breaches                                    | privacy                                            | 200
POST /office/breaches                                    | privacy                                            | 422
GET  /office/breaches/{id}                               | privacy                                            | 404
POST /office/breaches/{id}                               | privacy                                            | 404
GET  /office/breaches/{id}/people.csv                    | privacy                                            | 404
GET  /office/audit/checkpoint                            | privacy                                            | 200
GET  /office/audit/key                                   | privacy                                            | 200
POST /office/audit/proof                                 | privacy                                            | 422
POST /office/applications/{id}/pool                       | hr                                                 | 404
GET  /office/pool                                         | hr                                                 | 200
GET  /office/pool/{id}                                    | hr                                                 | 404
GET  /office/pool/{id}/documents/{document}               | hr                                                 | 404
POST /office/pool/{id}/withdrawal                         | hr                                                 | 404
GET  /office/evidence                                     | privacy                                            | 200
GET  /office/papers                                       | hr accounting                                      | 200
POST /office/papers                                       | hr accounting                                      | 415
GET  /office/papers/{id}/document                         | accounting                                         | 404
GET  /office/employees                                   | hr                                                 | 200
GET  /office/employees/{id}                              | hr                                                 | 404
GET  /office/employees/{id}/documents/{item}             | hr                                                 | 404
GET  /office/requests                                    | hr privacy                                         | 200
POST /office/requests                                    | hr                                                 | 422
GET  /office/requests/{id}                               | hr                                                 | 404
POST /office/requests/{id}                               | hr                                                 | 400
GET  /office/people                                      | admin                                              | 200
POST /office/people/deputies                             | admin                                              | 422
GET  /office/settings                                    | admin                                              | 200
POST /office/settings                                    | admin                                              | 422
GET  /office/settings/brand                              | admin                                              | 200
POST /office/settings/brand                              | admin                                              | 422
POST /office/settings/brand/logo                         | admin                                              | 415
POST /office/settings/brand/logo/{hash}/remove           | admin                                              | 409
GET  /office/gallery                                     | hr head panel works_council representative privacy admin accounting | 404
POST /office/gallery                                     | hr head panel works_council representative privacy admin accounting | 404
";

/// Who gets past the guard of a route, and what they are answered. Nobody in particular is anybody.
struct Line {
    roles: Option<Vec<Role>>,
    answer: StatusCode,
}

impl Line {
    fn is_public(&self) -> bool {
        self.roles.is_none()
    }

    fn lets_in(&self, role: Role) -> bool {
        self.roles.as_ref().is_none_or(|roles| roles.contains(&role))
    }
}

fn role(code: &str) -> Role {
    Role::from_code(code).unwrap_or_else(|| panic!("{code:?} is no role"))
}

/// The list, by method and path.
fn lines() -> BTreeMap<String, Line> {
    let mut lines = BTreeMap::new();
    for line in ROUTES.trim().lines() {
        let [route, who, answer] = line.split('|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("{line:?} has no three columns");
        };
        let roles = (who != "anybody").then(|| who.split_whitespace().map(role).collect());
        let answer = answer.parse().expect("a status");
        let known = lines.insert(route.split_whitespace().collect::<Vec<_>>().join(" "), Line { roles, answer });
        assert!(known.is_none(), "{route} stands twice in the list");
    }
    lines
}

fn name(route: &Route) -> String {
    format!("{} {}", route.method, route.path)
}

/// Every route with its line.
fn routes_and_lines() -> Vec<(Route, Line)> {
    let mut lines = lines();
    routes()
        .into_iter()
        .map(|route| {
            let line = lines.remove(&name(&route)).unwrap_or_else(|| panic!("{} has no line in the list", name(&route)));
            (route, line)
        })
        .collect()
}

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

#[test]
fn every_route_has_its_line_and_every_line_its_route() {
    let routes: Vec<_> = routes().iter().map(name).collect();
    let lines = lines();
    let unlisted: Vec<_> = routes.iter().filter(|route| !lines.contains_key(*route)).collect();
    assert!(unlisted.is_empty(), "routes without a line: who is to get past the guard of {unlisted:?}?");
    let gone: Vec<_> = lines.keys().filter(|line| !routes.contains(line)).collect();
    assert!(gone.is_empty(), "lines without a route: {gone:?}");
    assert_eq!(routes.len(), lines.len(), "each route once");
}

/// A server function is linked in wherever it stands, and registers itself; only the table makes it reachable and says what it does.
#[test]
fn no_server_function_stands_outside_of_the_table() {
    let listed: Vec<_> = routes().iter().map(name).collect();
    let functions = leptos::server_fn::axum::server_fn_paths().map(|(path, method)| format!("{method} {path}"));
    let outside: Vec<_> = functions.filter(|function| !listed.contains(function)).collect();
    assert!(outside.is_empty(), "server functions without an action: {outside:?}");
}

#[tokio::test]
async fn every_address_answers_the_declared_methods_and_no_other() {
    let app = TestApp::start().await;
    let declared: Vec<_> = routes().iter().map(name).collect();
    for route in routes() {
        for method in [Method::GET, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            if !declared.contains(&format!("{method} {}", route.path)) {
                let reply = ask(&app, &method, &concrete(route.path), "").await;
                let public = !route.path.starts_with("/office");
                let expected = if public { StatusCode::METHOD_NOT_ALLOWED } else { StatusCode::SEE_OTHER };
                assert_eq!(reply.status, expected, "{method} {}", route.path);
            }
        }
    }
}

#[tokio::test]
async fn without_a_session_every_route_of_the_desk_leads_to_the_sign_in() {
    let app = TestApp::start().await;
    for (route, line) in routes_and_lines() {
        let reply = ask(&app, &route.method, &concrete(route.path), "").await;
        let to_sign_in = reply.status == StatusCode::SEE_OTHER && reply.location().starts_with("/sign-in?next=");
        assert_eq!(to_sign_in, !line.is_public(), "{} answered {}", name(&route), reply.status);
        if line.is_public() {
            assert_eq!(reply.status, line.answer, "{}", name(&route));
        }
        assert_eq!(route.path.starts_with("/office"), !line.is_public(), "{} stands in the wrong place", route.path);
    }
}

#[tokio::test]
async fn n04_every_role_gets_past_the_guard_exactly_where_the_list_says() {
    let app = TestApp::start().await;
    for &role in Role::ALL {
        let email = format!("{}@example.org", role.code());
        let department = (role == Role::Head).then_some(&app.department);
        app.account(&email, role, department).await;
        let mut cookie = app.sign_in(&email).await;
        for (route, line) in routes_and_lines() {
            let reply = ask(&app, &route.method, &concrete(route.path), &cookie).await;
            let expected = if line.lets_in(role) { line.answer } else { StatusCode::FORBIDDEN };
            assert_eq!(reply.status, expected, "{role:?} at {}", name(&route));
            if route.path == "/sign-out" {
                cookie = app.sign_in(&email).await;
            }
        }
    }
}

#[tokio::test]
async fn every_answer_carries_the_security_headers_and_personal_data_is_never_kept() {
    let app = TestApp::start().await;
    for (route, line) in routes_and_lines() {
        let reply = ask(&app, &route.method, &concrete(route.path), "").await;
        let header = |name: &str| reply.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(header("x-content-type-options"), "nosniff", "{}", route.path);
        assert_eq!(header("referrer-policy"), "same-origin", "{}", route.path);
        assert!(header("content-security-policy").contains("default-src 'none'"), "{}", route.path);
        // A browser shows a file in a page of its own making, with styles of its own.
        let is_file = header("content-type") == "application/pdf";
        assert_eq!(header("content-security-policy").contains("unsafe-inline"), is_file, "{}", route.path);
        if !line.is_public() || route.path.ends_with("/apply") {
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

/// Where the language switch of a page leads back to, without what narrows it down.
fn way_back(page: &str) -> Option<&str> {
    let (_, after) = page.split_once("name=\"back\" value=\"")?;
    after.split(['"', '?']).next()
}

/// Whether an address is one of a path with parameters.
fn is_at(path: &str, address: &str) -> bool {
    let (path, address): (Vec<_>, Vec<_>) = (path.split('/').collect(), address.split('/').collect());
    path.len() == address.len()
        && path.iter().zip(address).all(|(part, is)| *part == is || (part.starts_with('{') && !is.is_empty()))
}

#[tokio::test]
async fn from_the_page_that_a_form_is_answered_with_the_language_switch_leads_to_one_that_is_there() {
    let app = TestApp::start().await;
    let mut cookies = BTreeMap::new();
    for &role in Role::ALL {
        let email = format!("{}@example.org", role.code());
        app.account(&email, role, (role == Role::Head).then_some(&app.department)).await;
        cookies.insert(role.code(), app.sign_in(&email).await);
    }
    let (mut shown, all) = (0, routes());
    for (route, line) in routes_and_lines().into_iter().filter(|(route, _)| route.method == Method::POST) {
        let cookie = line.roles.map_or("", |roles| &cookies[roles[0].code()]);
        let foreign = Request::post(concrete(route.path)).header("sec-fetch-site", "cross-site").header(header::COOKIE, cookie);
        for reply in [
            ask(&app, &route.method, &concrete(route.path), cookie).await,
            app.call(foreign.body(Body::empty()).expect("a request")).await,
        ] {
            let page = reply.text();
            if page.starts_with("<!DOCTYPE html>") {
                let back = way_back(&page).unwrap_or_else(|| panic!("no way back on {page}"));
                let there = all.iter().any(|route| route.method == Method::GET && is_at(route.path, back));
                assert!(there && concrete(route.path).starts_with(back), "{} leads to {back}", name(&route));
                shown += 1;
            }
        }
    }
    assert!(shown > 70, "{shown} pages were looked at");
    for (form, page) in [
        ("/office/applications/0123456789abcdef0123456789abcdef/notes", "/office/applications/0123456789abcdef0123456789abcdef"),
        ("/office/postings/0123456789abcdef0123456789abcdef/close", "/office/postings/0123456789abcdef0123456789abcdef/close"),
    ] {
        let page_of = ask(&app, &Method::POST, form, &cookies[Role::Hr.code()]).await.text();
        assert_eq!(way_back(&page_of), Some(page));
    }
    let logo = ask(&app, &Method::POST, "/office/settings/brand/logo/0a/remove", &cookies[Role::Admin.code()]).await.text();
    assert_eq!(way_back(&logo), Some("/office/settings/brand"));
}

#[tokio::test]
async fn what_is_not_there_is_404_in_the_readers_language() {
    let app = TestApp::start().await;
    let request = Request::get("/no/such/page").header(header::ACCEPT_LANGUAGE, "de").body(Body::empty()).expect("a request");
    let reply = app.call(request).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(reply.text().contains("lang=\"de\""), "{}", reply.text());
}
