//! What is wrong with a form, above it.

use leptos::prelude::*;
use rules::messages::{Key, Lang};

use crate::texts;

/// The summary of what is wrong, each line leading to its control; nothing when nothing is wrong.
#[must_use]
pub fn problems(lang: Lang, problems: &[(String, String)]) -> Option<AnyView> {
    (!problems.is_empty()).then(|| problems_under(texts::problems_title(lang, problems.len()), None, problems))
}

/// The summary of what is wrong under a heading of its own, with a sentence before the list. It takes the focus.
#[must_use]
pub fn problems_under(title: impl Into<String>, note: Option<String>, problems: &[(String, String)]) -> AnyView {
    let lines: Vec<_> =
        problems.iter().map(|(id, text)| view! { <li><a href=format!("#{id}")>{text.clone()}</a></li> }).collect();
    view! {
        <div class="problems" role="alert" tabindex="-1" autofocus=true aria-labelledby="problems">
            <h2 id="problems">{title.into()}</h2>
            {note.map(|note| view! { <p>{note}</p> })}
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}

/// The title of a page that came back with problems.
#[must_use]
pub fn error_title(lang: Lang, title: &str) -> String {
    lang.fill(Key::ErrorTitle, &[title])
}
