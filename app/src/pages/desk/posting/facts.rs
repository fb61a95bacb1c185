//! What a posting says of itself, in short.

use leptos::prelude::*;
use office::{careers::Posting, posting::Counts};
use rules::messages::Key;

use super::super::parts::panel as sheet;
use crate::{frame::Frame, texts};

/// The facts of a posting.
pub(super) fn panel(frame: &Frame, posting: &Posting, counts: &Counts) -> AnyView {
    let lang = frame.lang;
    let seats = lang.fill(Key::SeatsHired, &[&lang.number(posting.seats), &lang.number(counts.hired)]);
    let facts = [
        (Key::JobKind, lang.text(texts::employment(posting.employment)).to_owned()),
        (Key::JobPay, posting.pay.clone()),
        (Key::Seats, seats),
        (Key::PostingContact, posting.contact.clone()),
        (Key::PostingLanguage, lang.text(texts::language(posting.language)).to_owned()),
        (Key::Retention, lang.period(posting.policy)),
    ];
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(term, value)| {
            view! {
                <dt>{lang.text(term)}</dt>
                " "
                <dd>{value}</dd>
            }
        })
        .collect();
    sheet("facts", lang.text(Key::FactsTitle), None, view! { <dl class="facts">{facts}</dl> })
}
