//! What a posting says of itself, in short.

use leptos::prelude::*;
use office::{careers::Posting, posting::Counts};
use rules::messages::Key;

use super::super::parts::panel as sheet;
use crate::{frame::Frame, texts, ui};

/// The facts of a posting.
pub(super) fn panel(frame: &Frame, posting: &Posting, counts: &Counts) -> AnyView {
    let lang = frame.lang;
    let seats = lang.fill(Key::SeatsHired, &[&lang.number(posting.seats), &lang.number(counts.hired)]);
    let facts = [
        (Key::JobKind, lang.text(texts::employment(posting.employment)).into_any()),
        (Key::JobPay, posting.pay.clone().into_any()),
        (Key::Seats, seats.into_any()),
        (Key::PostingContact, view! { <span>{ui::linked(&posting.contact)}</span> }.into_any()),
        (Key::PostingLanguage, lang.text(texts::language(posting.language)).into_any()),
        (Key::Retention, lang.period(posting.policy).into_any()),
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
