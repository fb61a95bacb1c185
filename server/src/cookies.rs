//! The two cookies (docs/PROMISES.md, n17): language and sign-in. A receipt code takes the sign-in cookie's place for ten minutes, and so do
//! the tokens of a code that was mailed and of the visit that it begins.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite, time::Duration};
use rules::retention_classes::{LANGUAGE_COOKIE, MAILED_CODE, RECEIPT_COOKIE, SESSION, VISIT};

use crate::site::Site;

/// What the sign-in cookie holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignIn {
    /// A session of a person at the desk.
    Session(String),
    /// The receipt code of an applicant who has just applied.
    Receipt(String),
    /// The token of a code that was mailed to an applicant.
    Challenge(String),
    /// The visit of an applicant who showed one.
    Visit(String),
}

const RECEIPT: &str = "receipt.";
const CHALLENGE: &str = "code.";
const VISITS: &str = "visit.";

/// Reads the sign-in cookie.
#[must_use]
pub fn sign_in(site: &Site, headers: &HeaderMap) -> Option<SignIn> {
    let value = read(headers, sign_in_name(site))?;
    let of = |prefix: &str| value.strip_prefix(prefix).map(ToOwned::to_owned);
    let known = of(RECEIPT).map(SignIn::Receipt).or_else(|| of(CHALLENGE).map(SignIn::Challenge));
    let known = known.or_else(|| of(VISITS).map(SignIn::Visit));
    Some(known.unwrap_or_else(|| SignIn::Session(value.clone())))
}

/// Reads the language cookie.
#[must_use]
pub fn language(headers: &HeaderMap) -> Option<String> {
    read(headers, "ablauf_language")
}

/// Sets the sign-in cookie.
#[must_use]
pub fn set_sign_in(site: &Site, value: &SignIn) -> HeaderValue {
    let (value, seconds) = match value {
        SignIn::Session(token) => (token.clone(), SESSION.as_secs()),
        SignIn::Receipt(code) => (format!("{RECEIPT}{code}"), RECEIPT_COOKIE.as_secs()),
        SignIn::Challenge(token) => (format!("{CHALLENGE}{token}"), MAILED_CODE.as_secs()),
        SignIn::Visit(token) => (format!("{VISITS}{token}"), VISIT.as_secs()),
    };
    header_value(site, sign_in_name(site), value, seconds)
}

/// Removes the sign-in cookie.
#[must_use]
pub fn clear_sign_in(site: &Site) -> HeaderValue {
    header_value(site, sign_in_name(site), String::new(), 0)
}

/// Remembers the language for a year.
#[must_use]
pub fn set_language(site: &Site, code: &'static str) -> HeaderValue {
    header_value(site, "ablauf_language", code.to_owned(), LANGUAGE_COOKIE.as_secs())
}

/// Browsers keep `__Host-` cookies to this host and to https (RFC 6265bis, section 4.1.3.2); on plain http they refuse them.
fn sign_in_name(site: &Site) -> &'static str {
    if site.https() { "__Host-ablauf_sign_in" } else { "ablauf_sign_in" }
}

fn header_value(site: &Site, name: &'static str, value: String, seconds: i64) -> HeaderValue {
    let cookie = Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(site.https())
        .same_site(SameSite::Lax)
        .max_age(Duration::seconds(seconds))
        .build();
    // Codes, tokens and our own names are ASCII.
    HeaderValue::from_str(&cookie.to_string()).unwrap_or_else(|_| HeaderValue::from_static(""))
}

fn read(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| Cookie::split_parse(line.to_owned()).flatten())
        .find(|cookie| cookie.name() == name)
        .map(|cookie| cookie.value().to_owned())
}
