//! Small files that a browser saves.

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse as _, Response},
};

/// The type of a table for a spreadsheet (RFC 4180).
pub(crate) const CSV: &str = "text/csv; charset=utf-8";

/// A text that no spreadsheet takes for a formula.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

/// A file under a name of ours, to be saved.
pub(crate) fn saved(disposition: &'static str, kind: &'static str, content: impl Into<axum::body::Body>) -> Response {
    let mut response = content.into().into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CONTENT_DISPOSITION, HeaderValue::from_static(disposition));
    response
}

/// The proof of a certificate. Its number is not in the name.
pub(crate) fn proof(json: Vec<u8>) -> Response {
    saved("attachment; filename=\"certificate-proof.json\"", "application/json", json)
}
