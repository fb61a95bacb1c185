//! `/readyz`: whether every store takes what the next applicant sends.

use crate::support;

use axum::http::{StatusCode, header};
use support::{TestApp, objects_in};

async fn asked(app: &TestApp) -> (StatusCode, String) {
    let reply = app.get("/readyz", "").await;
    assert_eq!(reply.headers[header::CONTENT_TYPE], "text/plain; charset=utf-8");
    (reply.status, reply.text())
}

#[tokio::test]
async fn a_store_that_takes_nothing_is_named_until_it_does_again() {
    let app = TestApp::start().await;
    let data = app.directory.path().join("data");
    assert_eq!(asked(&app).await, (StatusCode::OK, "ready\n".to_owned()));
    assert_eq!(objects_in(&data), 0, "the try leaves nothing");

    // No rights hold for whoever runs tests as root; a directory that stands in the way of the try holds for everybody.
    let in_the_way = data.join("objects").join("try");
    std::fs::create_dir_all(in_the_way.join("inside")).expect("a directory");
    app.set_now("2026-09-01T08:00:29Z");
    assert_eq!(asked(&app).await.0, StatusCode::OK, "not every question makes the house write");
    app.set_now("2026-09-01T08:00:30Z");
    assert_eq!(asked(&app).await, (StatusCode::SERVICE_UNAVAILABLE, "not ready: objects\n".to_owned()));
    std::fs::remove_dir_all(&in_the_way).expect("cleared");
    app.set_now("2026-09-01T08:01:00Z");
    assert_eq!(asked(&app).await.0, StatusCode::OK);

    // Whose objects these are is read with every question.
    std::fs::rename(data.join("objects"), data.join("elsewhere")).expect("moved away");
    assert_eq!(asked(&app).await, (StatusCode::SERVICE_UNAVAILABLE, "not ready: objects\n".to_owned()));
    std::fs::rename(data.join("elsewhere"), data.join("objects")).expect("moved back");
    assert_eq!(asked(&app).await.0, StatusCode::OK);
}
