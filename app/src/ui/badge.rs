//! States, each in a word.

use leptos::prelude::*;
use rules::{
    application::{Outcome, Stage},
    messages::Lang,
    posting::State,
};

use crate::texts;

/// A state in a word; `tone` is `info`, `good`, `due`, `bad` or `block`.
#[must_use]
pub fn badge(tone: &'static str, text: impl Into<String>) -> AnyView {
    view! { <span class="badge" data-tone=tone>{text.into()}</span> }.into_any()
}

/// How far an application is.
#[must_use]
pub fn stage(lang: Lang, stage: Stage) -> AnyView {
    view! { <span class="badge" data-stage=stage.code()>{lang.text(texts::stage(stage))}</span> }.into_any()
}

/// How an application ended.
#[must_use]
pub fn outcome(lang: Lang, outcome: Option<Outcome>) -> AnyView {
    view! { <span class="badge" data-outcome=outcome.map_or("none", Outcome::code)>{lang.text(texts::outcome(outcome))}</span> }
        .into_any()
}

/// Where a posting stands.
#[must_use]
pub fn posting_state(lang: Lang, state: State) -> AnyView {
    view! { <span class="badge" data-state=state.code().replace('_', "-")>{lang.text(texts::posting_state(state))}</span> }
        .into_any()
}
