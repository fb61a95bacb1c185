//! Comfort on the application form: fields are checked as one leaves them, the file as one chooses it, and sending shows how far
//! it is. The form itself stands beside the island and works alone; see `browser` for what happens to it.

#![expect(missing_docs, reason = "what the macro adds has none")]

#[cfg(feature = "hydrate")]
mod browser;

use leptos::{html, prelude::*};
use rules::{
    messages::{Key, Lang},
    question::Question,
};

use crate::texts::said;

/// What stands above the form.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "the server has nothing to say here"))]
pub(crate) enum Said {
    /// Something is wrong: a heading, a sentence, and a line for each control that needs attention.
    Problems(String, Option<String>, Vec<(String, String)>),
    /// Something happened that is not wrong.
    Note(String, String),
}

/// What the island shows, written to by the browser's side of it.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "the server renders the island in its first state"))]
pub(crate) struct Shown {
    /// The reader's language.
    pub lang: Lang,
    /// The most bytes the CV may have.
    pub max: u64,
    /// What stands above the form.
    pub said: RwSignal<Option<Said>>,
    /// Whether that only changed with what was put right: then it leaves the focus where it is.
    pub quiet: RwSignal<bool>,
    /// What was just found wrong beside a field, or put right, for whoever does not see it.
    pub aside: RwSignal<String>,
    /// The name of the file that is being sent.
    pub sending: RwSignal<Option<String>>,
    /// The bytes sent, and the bytes there are.
    pub progress: RwSignal<(u64, u64)>,
    /// The progress in words.
    pub words: RwSignal<String>,
    /// Whether all of it has arrived: from then on there is nothing to cancel.
    pub arrived: RwSignal<bool>,
    /// Set when the reader wants to stop.
    pub cancelled: RwSignal<bool>,
}

/// Makes the form with the id `application` on the same page more comfortable.
#[island]
pub fn ApplyComfort(
    /// The most bytes the CV may have.
    max: u64,
    /// The reader's language.
    lang: Lang,
    /// The posting's own questions.
    questions: Vec<Question>,
) -> impl IntoView {
    let shown = Shown {
        lang,
        max,
        said: RwSignal::new(None),
        quiet: RwSignal::new(false),
        aside: RwSignal::new(String::new()),
        sending: RwSignal::new(None),
        progress: RwSignal::new((0, 1)),
        words: RwSignal::new(String::new()),
        arrived: RwSignal::new(false),
        cancelled: RwSignal::new(false),
    };
    #[cfg(feature = "hydrate")]
    browser::attach(shown, questions);
    #[cfg(not(feature = "hydrate"))]
    drop(questions);
    view! {
        {move || shown.said.get().map(|said| view! { <Above said=said quiet=shown.quiet.get_untracked()/> })}
        {move || shown.sending.get().map(|name| view! { <Sending shown=shown name=name/> })}
        // Here from the beginning: what comes into a page together with its words is not read aloud everywhere.
        <p class="unseen" role="status">{move || shown.aside.get()}</p>
    }
}

/// What stands above the form; unless it is `quiet` it takes the focus, so that nobody misses it.
#[component]
fn Above(said: Said, quiet: bool) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    Effect::new(move |_| place.get().filter(|_| !quiet).map(|place| place.focus()));
    match said {
        Said::Problems(title, note, lines) => {
            let lines = lines.into_iter().map(|(id, text)| view! { <li><a href=format!("#{id}")>{text}</a></li> }).collect_view();
            view! {
                <div
                    class="problems"
                    // As an alert it would be read aloud whole with every change.
                    role=if quiet { "group" } else { "alert" }
                    tabindex="-1"
                    aria-labelledby="problems"
                    node_ref=place
                >
                    <h2 id="problems">{title}</h2>
                    {note.map(|note| view! { <p>{note}</p> })}
                    <ul>{lines}</ul>
                </div>
            }
            .into_any()
        }
        Said::Note(title, text) => view! {
            <div class="alert" data-tone="info" role="status" tabindex="-1" aria-labelledby="note" node_ref=place>
                <h2 id="note">{title}</h2>
                <p>{text}</p>
            </div>
        }
        .into_any(),
    }
}

/// The place of the form while it is sent.
#[component]
fn Sending(shown: Shown, name: String) -> impl IntoView {
    let lang = shown.lang;
    let cancel = NodeRef::<html::Button>::new();
    Effect::new(move |_| cancel.get().map(|cancel| cancel.focus()));
    view! {
        <section class="upload" aria-labelledby="sending">
            <h2 id="sending">{said!(lang, Key::SendingTitle)}</h2>
            <label for="progress">{name}</label>
            <progress
                id="progress"
                max=move || shown.progress.get().1.to_string()
                value=move || shown.progress.get().0.to_string()
            ></progress>
            <div class="row">
                <p class="num" role="status">{move || shown.words.get()}</p>
                <button
                    class="button"
                    type="button"
                    node_ref=cancel
                    disabled=move || shown.arrived.get()
                    on:click=move |_| shown.cancelled.set(true)
                >
                    {said!(lang, Key::SendingCancel)}
                </button>
            </div>
            <p class="hint">{said!(lang, Key::SendingHint)}</p>
        </section>
    }
}
