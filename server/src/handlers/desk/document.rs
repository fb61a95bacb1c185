//! Sending a document: for viewing a PDF in the browser, locked in a sandbox, or for saving it.

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use futures::TryStreamExt as _;
use office::read::{OpenedDocument, Part};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::Asked;

/// The characters that may stand in an extended parameter (RFC 8187, section 3.2.1).
const EXTENDED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The response with a document's content, or the part of it that was asked for, as it is opened, authenticated piece by piece.
pub(crate) fn document_response(document: OpenedDocument, Asked(asked): Asked, download: bool) -> Response {
    let OpenedDocument { name, kind, size, part, content } = document;
    let Some(part) = part else { return outside(size) };
    let inline = kind.is_viewable() && !download;
    let mut response = Body::from_stream(content.map_err(std::io::Error::other)).into_response();
    if asked != Part::Whole {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        add_range(&mut response, &format!("bytes {}-{}/{size}", part.start, part.end - 1));
    }
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(part.end - part.start));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind.media_type()));
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    if let Ok(disposition) = HeaderValue::from_str(&disposition(&name, inline)) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// The policy of a file that a browser shows: whatever it holds, it runs no script and sends no form.
pub(in crate::handlers) const SANDBOX: HeaderValue =
    HeaderValue::from_static("sandbox; default-src 'none'; style-src 'unsafe-inline'");

/// The answer where a document has none of the bytes that were asked for (RFC 9110, section 15.5.17): it tells the size, and gets the
/// page of a request that cannot be answered.
fn outside(size: u64) -> Response {
    let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
    add_range(&mut response, &format!("bytes */{size}"));
    response
}

/// RFC 9110, section 14.4.
fn add_range(response: &mut Response, range: &str) {
    if let Ok(range) = HeaderValue::from_str(range) {
        response.headers_mut().insert(header::CONTENT_RANGE, range);
    }
}

/// A file name for old and new readers of the header (RFC 6266, section 4.3): the plain form holds only harmless ASCII.
fn disposition(name: &str, inline: bool) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_') { c } else { '_' }).collect();
    let kind = if inline { "inline" } else { "attachment" };
    format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, EXTENDED))
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn no_file_name_breaks_out_of_the_header() {
        assert_eq!(
            disposition("Lebenslauf \"Müller\";\r\n.pdf", false),
            "attachment; filename=\"Lebenslauf _M_ller____.pdf\"; filename*=UTF-8''Lebenslauf%20%22M%C3%BCller%22%3B%0D%0A.pdf"
        );
    }
}
