//! Whether the process is alive, and whether it can serve.

use axum::http::StatusCode;

use crate::{answer::Failure, guard::Visitor};

/// Alive: the process answers.
pub async fn alive() -> (StatusCode, &'static str) {
    (StatusCode::OK, "ok\n")
}

/// Ready: all three databases and the object store answer.
///
/// # Errors
/// 503 when one of them does not.
pub async fn ready(visitor: Visitor) -> Result<&'static str, Failure> {
    visitor.site.office.ready().await?;
    Ok("ready\n")
}
