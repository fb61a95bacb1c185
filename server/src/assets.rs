//! The files of the site, held in the binary.

use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

use crate::answer::{Answer, Failure};

#[derive(RustEmbed)]
#[folder = "../site/"]
#[allow_missing = true]
struct Files;

/// One file, with a validator: a browser that has it is told so.
///
/// # Errors
/// [`office::Error::NotFound`].
pub async fn file(Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let (file, kind) = Files::get(&name).zip(media_type(&name)).ok_or(Failure::Office(office::Error::NotFound))?;
    let tag = format!("\"{}\"", data_encoding::HEXLOWER.encode(&file.metadata.sha256_hash()[..16]));
    let common = [(header::ETAG, tag.clone()), (header::CACHE_CONTROL, "public, no-cache".to_owned())];
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, common).into_response());
    }
    let response: Response = (common, [(header::CONTENT_TYPE, kind)], file.data).into_response();
    Ok(response)
}

fn media_type(name: &str) -> Option<&'static str> {
    match name.rsplit_once('.')?.1 {
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "wasm" => Some("application/wasm"),
        "svg" => Some("image/svg+xml"),
        _ => None,
    }
}
