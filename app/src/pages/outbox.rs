//! `/outbox`: the mails that a demonstration would send. Only a demonstration has it.

use leptos::prelude::*;
use office::mail::Shown;
use rules::messages::Key;

use crate::{frame::Frame, shell::Page, ui};

/// Where it is.
pub const ADDRESS: &str = "/outbox";

/// The mails, the newest first.
#[must_use]
pub fn page(frame: &Frame, shown: &[Shown]) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavOutbox);
    let mails: Vec<_> = shown
        .iter()
        .map(|mail| {
            view! {
                <li>
                    <article class="panel stack">
                        <h2>{mail.letter.subject.clone()}</h2>
                        <p class="muted">
                            {ui::moment(frame, mail.at)} " " <bdi>{lang.fill(Key::OutboxTo, &[&mail.to])}</bdi>
                        </p>
                        <p class="words">{mail.letter.text.split_inclusive(char::is_whitespace).map(piece).collect_view()}</p>
                    </article>
                </li>
            }
        })
        .collect();
    let main = view! {
        <div class="head">
            <h1>{title}</h1>
            <p class="lead">{lang.text(Key::OutboxLead)}</p>
        </div>
        {match mails.is_empty() {
            true => ui::empty(lang.text(Key::OutboxEmpty), lang.text(Key::OutboxEmptyText), None),
            false => view! { <ol class="mails stack">{mails}</ol> }.into_any(),
        }}
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// A word; an address on the web leads there.
fn piece(word: &str) -> AnyView {
    let address = word.trim_end();
    match address.starts_with("https://") || address.starts_with("http://") {
        true => view! { <a href=address.to_owned()>{address.to_owned()}</a> {word[address.len()..].to_owned()} }.into_any(),
        false => word.to_owned().into_any(),
    }
}

#[cfg(test)]
mod tests {
    use rules::{mail::Letter, messages::Lang};

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, at, frame, html};

    #[test]
    fn each_mail_is_shown_whole_and_an_empty_outbox_says_so() {
        let letter =
            Letter { subject: "There is news".to_owned(), text: "Hello,\n\nsee https://jobs.example/status\n".to_owned() };
        let shown = Shown { at: at("2026-11-22T12:00:00Z"), to: "ada@example.org".to_owned(), letter };
        let html = |shown: &[Shown]| html(|| page(&frame(Lang::En), shown));
        let one = html(&[shown]);
        for part in ["<h2>There is news</h2>", "ada@example.org", "href=\"https://jobs.example/status\""] {
            assert!(one.contains(part), "{part} is missing: {one}");
        }
        assert!(html(&[]).contains(Lang::En.text(Key::OutboxEmpty)));
    }

    #[test]
    fn texts_stay_texts() {
        let letter = Letter { subject: HOSTILE.to_owned(), text: HOSTILE.to_owned() };
        let shown = Shown { at: at("2026-11-22T12:00:00Z"), to: HOSTILE.to_owned(), letter };
        assert_harmless(&html(|| page(&frame(Lang::En), &[shown])));
    }
}
