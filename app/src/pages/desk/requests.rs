//! `/office/requests`: what applicants ask under Art. 15 to 21 GDPR.

use leptos::prelude::*;
use rules::messages::Key;

use super::parts::head;
use crate::{frame::Frame, shell::Page};

/// Requests cannot be entered here yet, and the page says how they are answered until then.
#[must_use]
pub fn page(frame: &Frame) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavRequests);
    let main = view! {
        {head(None, title.to_owned(), None, None)}
        <section class="empty">
            <h2>{lang.text(Key::RequestsEmptyTitle)}</h2>
            <p>{lang.text(Key::RequestsEmptyText)}</p>
            <p class="muted">{lang.text(Key::RequestsDeadline)}</p>
        </section>
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}
