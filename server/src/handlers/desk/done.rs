//! After an act the page that follows says that it was done.

use axum::response::{IntoResponse as _, Redirect, Response};
use rules::done::Done;

use super::Fields;

/// The parameter of the address that says it.
const DONE: &str = "done";

/// The way to a page that says what was done; `to` may lead to a place on it.
pub(super) fn confirmed(to: &str, done: Done) -> Response {
    let (page, place) = to.split_once('#').map_or((to, String::new()), |(page, place)| (page, format!("#{place}")));
    Redirect::to(&format!("{page}?{DONE}={}{place}", done.code())).into_response()
}

/// What a page that was asked for with `query` says that was done.
pub(crate) fn said(query: Option<&str>) -> Option<Done> {
    Done::from_code(Fields::parse(query?.as_bytes()).get(DONE))
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    #[test]
    fn a_page_says_what_the_way_to_it_said_and_nothing_else() {
        for &act in Done::ALL {
            let response = confirmed("/office/applications/1#releases", act);
            let to = response.headers()[header::LOCATION].to_str().expect("an address").to_owned();
            let (path, rest) = to.split_once('?').expect("a parameter");
            let (query, place) = rest.split_once('#').expect("a place");
            assert_eq!((path, place, said(Some(query))), ("/office/applications/1", "releases", Some(act)));
        }
        for other in [None, Some(""), Some("done="), Some("done=everything"), Some("x=settings")] {
            assert_eq!(said(other), None, "{other:?}");
        }
    }
}
