//! Whether the process is alive, and whether it can serve.

use axum::http::StatusCode;

use crate::guard::Visitor;

/// Alive: the process answers.
pub async fn alive() -> (StatusCode, &'static str) {
    (StatusCode::OK, "ok\n")
}

/// Ready: all three databases and the object store can be read, and take what is written; else 503, and which of them does not.
pub async fn ready(visitor: Visitor) -> (StatusCode, String) {
    match visitor.site.office.ready().await {
        Ok(()) => (StatusCode::OK, "ready\n".to_owned()),
        Err(store) => (StatusCode::SERVICE_UNAVAILABLE, format!("not ready: {store}\n")),
    }
}
