//! After an act the page that follows says that it was done.

use axum::response::{IntoResponse as _, Redirect, Response};
use rules::done::Done;

use super::Fields;

/// The parameter of the address that says it.
const DONE: &str = "done";

/// The way to a page that says what was done. It leads to no place on it: where an address does, browsers give the message no focus.
pub(in crate::handlers) fn confirmed(page: &str, done: Done) -> Response {
    Redirect::to(&format!("{page}?{DONE}={}", done.code())).into_response()
}

/// What a page that was asked for with `query` says that was done.
pub(crate) fn said(query: Option<&str>) -> Option<Done> {
    Done::from_code(Fields::parse(query?.as_bytes()).get(DONE))
}

/// A query without what says that something was done: whoever comes back to the page, as in another language, has read it.
pub(crate) fn unsaid(query: &str) -> String {
    let says = |part: &&str| matches!(part.split('=').next(), Some(DONE | "said"));
    query.split('&').filter(|part| !says(part)).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    #[test]
    fn what_was_done_is_said_once_and_the_rest_of_an_address_stays() {
        assert_eq!(unsaid("done=settings"), "");
        assert_eq!(unsaid("place=Leipzig&done=settings&page=2&said=1"), "place=Leipzig&page=2");
        assert_eq!(unsaid("undone=1&q=done"), "undone=1&q=done");
    }

    #[test]
    fn a_page_says_what_the_way_to_it_said_and_nothing_else() {
        for &act in Done::ALL {
            let response = confirmed("/office/applications/1", act);
            let to = response.headers()[header::LOCATION].to_str().expect("an address").to_owned();
            let (path, query) = to.split_once('?').expect("a parameter");
            assert_eq!((path, said(Some(query))), ("/office/applications/1", Some(act)));
            assert!(!to.contains('#'), "{to}");
        }
        for other in [None, Some(""), Some("done="), Some("done=everything"), Some("x=settings")] {
            assert_eq!(said(other), None, "{other:?}");
        }
    }
}
