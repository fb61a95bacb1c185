//! Rendering a page.

use std::sync::{Arc, Mutex};

use app::{
    frame::Frame,
    shell::{self, Page},
};
use axum::{
    body::Body,
    http::{HeaderValue, Request, StatusCode, header},
    response::Response,
};
use leptos::{config::LeptosOptions, nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;

use crate::security_headers::page_policy;

/// Which of the two frames a page has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// The careers site.
    Site,
    /// The desk.
    Desk,
}

/// Renders a page with a status.
pub async fn render(
    shell: Shell,
    frame: Frame,
    status: StatusCode,
    build: impl FnOnce(&Frame) -> Page + Send + 'static,
) -> Response {
    // The renderer takes a function it could call twice; it calls it once.
    let build = Arc::new(Mutex::new(Some(build)));
    let app = move || {
        let build = build.lock().ok().and_then(|mut build| build.take());
        if let (Some(options), Some(nonce)) = (use_context::<ResponseOptions>(), use_nonce())
            && let Ok(policy) = HeaderValue::from_str(&page_policy(&nonce))
        {
            options.insert_header(header::CONTENT_SECURITY_POLICY, policy);
        }
        build.map(|build| {
            let page = build(&frame);
            match shell {
                Shell::Site => shell::site(&frame, page),
                Shell::Desk => shell::desk(&frame, page),
            }
        })
    };
    let options = LeptosOptions::builder().output_name("ablauf").site_pkg_dir("assets/pkg").build();
    let handler = leptos_axum::render_app_async_with_context(move || provide_context(options.clone()), app);
    let mut response = handler(Request::new(Body::empty())).await;
    *response.status_mut() = status;
    response
}
