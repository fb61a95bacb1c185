//! One route of the table. It answers the one method that it declares: no second handler hides behind an address, whose action nobody
//! has declared and which no test of the table would see.

use axum::{
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    routing::{self, MethodRouter},
};
use rules::access::Action;

use crate::site::Site;

/// One route. Without an action it does not build, and only [`get_`] and [`post_`] make one.
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// What the route does.
    pub action: Action,
    handler: MethodRouter<Site>,
}

/// Something to look at. The same handler answers HEAD.
pub(crate) fn get_<H: Handler<T, Site>, T: 'static>(path: &'static str, action: Action, handler: H) -> Route {
    Route { method: Method::GET, path, action, handler: routing::get(handler) }
}

/// A form that is sent.
pub(crate) fn post_<H: Handler<T, Site>, T: 'static>(path: &'static str, action: Action, handler: H) -> Route {
    Route { method: Method::POST, path, action, handler: routing::post(handler) }
}

impl Route {
    /// Takes a body of any length: the handler itself counts what it reads.
    pub(crate) fn with_any_length(self) -> Self {
        Self { handler: self.handler.layer(DefaultBodyLimit::disable()), ..self }
    }

    /// What answers it.
    pub(crate) fn into_handler(self) -> MethodRouter<Site> {
        self.handler
    }
}
