//! Nobody else's page makes a person's browser act here.
//!
//! Browsers say where a request comes from (Fetch Metadata, section 2.4; RFC 6454 for `Origin`). A request with neither header is no
//! browser's and carries nobody's cookies unasked.

use axum::http::{HeaderMap, Method, header};

/// Whether a request may go on: it changes nothing, or no other site's page made it.
#[must_use]
pub fn is_allowed(method: &Method, headers: &HeaderMap) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) || is_own(headers)
}

fn is_own(headers: &HeaderMap) -> bool {
    let text = |name| headers.get(name).and_then(|value: &axum::http::HeaderValue| value.to_str().ok());
    if let Some(site) = text(header::HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    match (text(header::ORIGIN), text(header::HOST)) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin.split_once("://").is_some_and(|(_, authority)| authority.eq_ignore_ascii_case(host)),
        (Some(_), None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| (header::HeaderName::from_static(name), header::HeaderValue::from_static(value)))
            .collect()
    }

    #[test]
    fn only_pages_of_this_site_and_programs_may_act() {
        assert!(is_own(&headers(&[])));
        assert!(is_own(&headers(&[("sec-fetch-site", "same-origin"), ("origin", "https://other.example")])));
        assert!(is_own(&headers(&[("origin", "https://jobs.example"), ("host", "jobs.example")])));
        assert!(!is_own(&headers(&[("sec-fetch-site", "cross-site")])));
        assert!(!is_own(&headers(&[("sec-fetch-site", "same-site")])));
        assert!(!is_own(&headers(&[("origin", "https://other.example"), ("host", "jobs.example")])));
        assert!(!is_own(&headers(&[("origin", "null"), ("host", "jobs.example")])));
    }
}
