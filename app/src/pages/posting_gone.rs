//! A posting that no longer takes applications.

use leptos::prelude::*;
use office::careers::Posting;
use rules::messages::Key;

use super::{error::written, home::openings};
use crate::{frame::Frame, shell::Page};

/// Says so, and shows what is open; `lost` is what was written for it and could not be taken.
#[must_use]
pub fn page(frame: &Frame, others: &[Posting], lost: &str) -> Page {
    let lang = frame.lang;
    let heading = if others.is_empty() { Key::HomeEmptyTitle } else { Key::JobGoneOthers };
    let main = view! {
        <div class="head">
            <h1>{lang.text(Key::JobGoneHeading)}</h1>
            <p class="lead">{lang.text(Key::JobGoneLead)}</p>
            <p><a href="/status">{lang.text(Key::SeeMyApplication)}</a></p>
        </div>
        {written(lang, lost)}
        <section class="stack" aria-labelledby="open">
            <h2 id="open">{lang.text(heading)}</h2>
            {(!others.is_empty()).then(|| openings(frame, others))}
        </section>
    };
    Page { title: lang.text(Key::JobGoneTitle).to_owned(), main: main.into_any(), islands: false }
}
