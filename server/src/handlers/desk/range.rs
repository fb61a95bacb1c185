//! Which part of a document a request asks for.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, Method, header, request::Parts},
};
use office::read::Part;

/// The part that a request's `Range` header asks for (RFC 9110, section 14.2): one range of bytes. Everything else gets the whole
/// document, as that section allows: a header that is malformed, states several ranges or another unit, any method but `GET`, and
/// an `If-Range`, because documents are sent without the validators that could fulfil it.
pub struct Asked(pub Part);

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let is_for_part = parts.method == Method::GET && !parts.headers.contains_key(header::IF_RANGE);
        Ok(Self(if is_for_part { part(&parts.headers).unwrap_or(Part::Whole) } else { Part::Whole }))
    }
}

fn part(headers: &HeaderMap) -> Option<Part> {
    let mut lines = headers.get_all(header::RANGE).iter();
    let (Some(line), None) = (lines.next(), lines.next()) else { return None };
    let (unit, ranges) = line.to_str().ok()?.split_once('=')?;
    if !unit.eq_ignore_ascii_case("bytes") {
        return None;
    }
    match ranges.trim().split_once('-')? {
        ("", last) => position(last).map(Part::Last),
        (first, "") => position(first).map(Part::From),
        (first, last) => {
            let (first, last) = (position(first)?, position(last)?);
            (first <= last).then_some(Part::Between(first, last))
        }
    }
}

/// One or more digits. A position behind all that can be counted lies behind every document too.
fn position(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header::RANGE};
    use office::read::Part;

    fn part(lines: &[&'static str]) -> Option<Part> {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(RANGE, HeaderValue::from_static(line));
        }
        super::part(&headers)
    }

    #[test]
    fn one_range_of_bytes_is_understood() {
        for (line, expected) in [
            ("bytes=0-499", Part::Between(0, 499)),
            ("bytes=500-500", Part::Between(500, 500)),
            ("Bytes= 500-999 ", Part::Between(500, 999)),
            ("bytes=9500-", Part::From(9500)),
            ("bytes=-500", Part::Last(500)),
            ("bytes=-0", Part::Last(0)),
            ("bytes=99999999999999999999999-", Part::From(u64::MAX)),
        ] {
            assert_eq!(part(&[line]), Some(expected), "{line}");
        }
    }

    #[test]
    fn everything_else_is_for_the_whole() {
        for line in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=1",
            "bytes=2-1",
            "bytes=0-1,3-4",
            "bytes=0-1, 3-4",
            "bytes=a-b",
            "bytes=+1-2",
            "bytes=1--2",
            "bytes=--2",
            "bytes=0x0-1",
            "lines=0-1",
            "0-1",
        ] {
            assert_eq!(part(&[line]), None, "{line:?}");
        }
        assert_eq!(part(&[]), None);
        assert_eq!(part(&["bytes=0-1", "bytes=0-1"]), None, "two headers");
    }
}
