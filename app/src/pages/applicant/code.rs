//! `/status/code`: the code that was mailed is typed in here. The page is the same for every address.

use leptos::prelude::*;
use rules::{
    mailed_code::{CODES_TO_ADDRESS, minutes},
    messages::Key,
};

use crate::{
    frame::Frame,
    shell::Page,
    ui::{self, Ask},
};

/// Where it is.
pub const ADDRESS: &str = "/status/code";

/// What became of a code that was typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tried {
    /// It opens nothing.
    Wrong,
    /// It was tried too often, or too many were at this address.
    TooOften,
}

/// The form for the code.
#[must_use]
pub fn page(frame: &Frame, typed: &str, tried: Option<Tried>) -> Page {
    let lang = frame.lang;
    let minutes = minutes().to_string();
    let title = lang.text(Key::CodeSentHeading);
    let wrong = tried.map(|tried| match tried {
        Tried::Wrong => (Key::CodeWrong, lang.fill(Key::CodeWrongText, &[&minutes])),
        Tried::TooOften => (Key::CodeTooMany, lang.text(Key::CodeTooManyText).to_owned()),
    });
    let problems =
        wrong.as_ref().map(|(title, text)| ui::problems_under(lang.text(*title), None, &[("code".to_owned(), text.clone())]));
    let ask = Ask::new("code", lang.text(Key::CodeField))
        .hint(lang.text(Key::CodeFieldHint))
        .error(wrong.map(|(title, _)| lang.text(title).to_owned()));
    let control = view! {
        <input
            type="text"
            id="code"
            name="code"
            size="12"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="32"
            required
            autofocus=tried.is_none()
            aria-describedby=ask.by()
            aria-invalid=ask.invalid()
            value=typed.to_owned()
        />
    };
    let main = view! {
        <div class="head">
            <h1>{title}</h1>
            <p class="lead">{lang.fill(Key::CodeSentLead, &[&minutes])}</p>
        </div>
        {problems}
        <form class="form" method="post" action="/status/code/show" novalidate>
            {ask.around(lang, control)}
            <div class="row">
                <button class="button primary">{lang.text(Key::CodeShow)}</button>
            </div>
        </form>
        <p class="muted">
            {lang.fill(Key::CodeNone, &[&CODES_TO_ADDRESS.to_string()])} " "
            <a href="/status#mailed">{lang.text(Key::CodeAgain)}</a>
        </p>
    };
    let title = if tried.is_some() { ui::error_title(lang, title) } else { title.to_owned() };
    Page { title, main: main.into_any(), islands: false }
}

#[cfg(test)]
mod tests {
    use rules::messages::Lang;

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, frame, html};

    #[test]
    fn n12_a_code_that_opens_nothing_and_one_too_many_are_told_apart_and_stay_typed() {
        for &lang in Lang::ALL {
            let shown = |tried| html(|| page(&frame(lang), "1234 5678", tried));
            assert!(!shown(None).contains("class=\"problems\""));
            for (tried, key) in [(Tried::Wrong, Key::CodeWrong), (Tried::TooOften, Key::CodeTooMany)] {
                let html = shown(Some(tried));
                assert!(html.contains(lang.text(key)) && html.contains("value=\"1234 5678\""), "{html}");
            }
        }
    }

    #[test]
    fn texts_stay_texts() {
        assert_harmless(&html(|| page(&frame(Lang::Nl), HOSTILE, Some(Tried::Wrong))));
    }
}
