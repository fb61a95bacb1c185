//! Where there is nothing.

use leptos::prelude::*;

/// Nothing here, and what to do next.
#[must_use]
pub fn empty(title: impl Into<String>, text: impl Into<String>, next: Option<(String, String)>) -> AnyView {
    view! {
        <section class="empty">
            <h2>{title.into()}</h2>
            <p>{text.into()}</p>
            {next.map(|(href, label)| view! { <a class="button" href=href>{label}</a> })}
        </section>
    }
    .into_any()
}
