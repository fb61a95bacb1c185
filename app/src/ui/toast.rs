//! What was just done, above the page that follows.

use leptos::prelude::*;
use rules::{done::Done, messages::Key};

use crate::frame::Frame;

/// The message that an act was carried out. It takes the focus, so that it is read first, and stays until it is dismissed: no time runs out on
/// a slow reader.
#[must_use]
pub fn toast(frame: &Frame, done: Done) -> AnyView {
    view! {
        <div class="toast" role="status" tabindex="-1" autofocus=true>
            <p>{frame.lang.text(done.key())}</p>
            <a href=frame.path.clone()>{frame.lang.text(Key::DoneDismiss)}</a>
        </div>
    }
    .into_any()
}
