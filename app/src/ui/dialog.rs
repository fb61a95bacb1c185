//! A question before an act that cannot be undone or that others feel at once.

use leptos::prelude::*;
use rules::messages::{Key, Lang};

/// What a dialog asks.
pub struct Question {
    /// The id of the dialog, once on a page.
    pub id: String,
    /// The act, as the button says it that opens the dialog.
    pub opens: String,
    /// What the act is about, for whoever hears the button without what stands around it.
    pub about: Option<String>,
    /// The dialog's title.
    pub title: String,
    /// What will happen, and when.
    pub text: String,
    /// Where the act is sent.
    pub action: String,
    /// The act, as the button says it that carries it out.
    pub act: String,
}

/// A button that opens a dialog, which the browser shows by itself (HTML, section 6.12, "The popover attribute"). A browser that cannot shows
/// it in its place from the beginning.
#[must_use]
pub fn dialog(lang: Lang, question: Question) -> AnyView {
    let Question { id, opens, about, title, text, action, act } = question;
    let (titled, by, closes) = (format!("{id}-title"), format!("{id}-title"), id.clone());
    view! {
        <button class="button" type="button" popovertarget=id.clone() aria-haspopup="dialog" aria-label=about>
            {opens}
        </button>
        <dialog class="dialog" id=id.clone() popover="auto" aria-labelledby=by>
            <h2 id=titled>{title}</h2>
            <p>{text}</p>
            <form class="row" method="post" action=action>
                <button class="button danger">{act}</button>
                <button class="button" type="button" popovertarget=closes popovertargetaction="hide" autofocus=true>
                    {lang.text(Key::DialogKeep)}
                </button>
            </form>
        </dialog>
    }
    .into_any()
}
