//! The gallery of the design system is there in a demonstration, for whoever is signed in.

use crate::support;

use axum::{
    Router,
    body::Body,
    http::{Request, Response, StatusCode, header},
};
use http_body_util::BodyExt as _;
use rules::access::Role;
use server::{router::router, site::Site};
use support::TestApp;
use tower::ServiceExt as _;

async fn ask(router: &Router, method: &str, path: &str, cookie: &str) -> (StatusCode, String, String) {
    let request = Request::builder().method(method).uri(path).header(header::COOKIE, cookie).body(Body::empty());
    let response: Response<Body> = router.clone().oneshot(request.expect("a request")).await.expect("an answer");
    let location = response.headers().get(header::LOCATION).map(|to| to.to_str().expect("ASCII").to_owned()).unwrap_or_default();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.expect("a body").to_bytes();
    (parts.status, location, String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn a_demonstration_shows_every_piece_to_whoever_is_signed_in() {
    let app = TestApp::start().await;
    let router = router(Site::new(app.office.clone(), true, Default::default()));
    for &role in Role::ALL {
        let email = format!("{}@example.org", role.code());
        app.account(&email, role, (role == Role::Head).then_some(&app.department)).await;
        let cookie = app.sign_in(&email).await;
        let (status, _, page) = ask(&router, "GET", "/office/gallery", &cookie).await;
        assert_eq!(status, StatusCode::OK, "{role:?}: {page}");
        assert!(page.contains("popovertarget=\"gallery-dialog\"") && !page.contains("role=\"alert\""), "{page}");
        assert!(page.contains("href=\"/office/gallery\" aria-current=\"page\""), "the way there is on the page: {page}");
        let (_, _, wrong) = ask(&router, "GET", "/office/gallery?wrong=1", &cookie).await;
        assert!(wrong.contains("role=\"alert\""), "{wrong}");
        let (status, to, _) = ask(&router, "POST", "/office/gallery", &cookie).await;
        assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, "/office/gallery?done=recorded"));
        let (_, _, done) = ask(&router, "GET", &to, &cookie).await;
        assert!(done.contains("role=\"status\""), "{done}");
    }
    let (status, to, _) = ask(&router, "GET", "/office/gallery", "").await;
    assert_eq!((status, to.starts_with("/sign-in")), (StatusCode::SEE_OTHER, true));
    // Elsewhere it is not there (`routes`), and nothing leads to it.
    let cookie = app.sign_in("hr@example.org").await;
    assert!(!app.get("/office", &cookie).await.text().contains("/office/gallery"));
}
