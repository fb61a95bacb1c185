//! What a posting says of itself, in short.

use leptos::prelude::*;
use office::{careers::Posting, posting::Counts};
use rules::messages::Key;

use super::super::parts::panel as sheet;
use crate::{frame::Frame, texts, ui};

/// The pay range in figures.
fn figures(frame: &Frame, posting: &Posting) -> String {
    posting.pay_range.map_or("–".to_owned(), |range| {
        let period = frame.lang.text(texts::pay_period(range.period()));
        format!("{}–{} € / {period}", texts::euros(frame.lang, range.min()), texts::euros(frame.lang, range.max()))
    })
}

/// The facts of a posting.
pub(super) fn panel(frame: &Frame, posting: &Posting, counts: &Counts) -> AnyView {
    let lang = frame.lang;
    let seats = lang.fill(Key::SeatsHired, &[&lang.number(posting.seats), &lang.number(counts.hired)]);
    let facts = [
        (Key::JobKind, lang.text(texts::employment(posting.employment)).into_any()),
        (Key::JobPay, posting.pay.clone().into_any()),
        (Key::PayFigures, figures(frame, posting).into_any()),
        (Key::CountryLabel, lang.text(texts::country(posting.country)).into_any()),
        (Key::AnswerDays, posting.answer_days.map_or("–".to_owned(), |days| lang.number(days)).into_any()),
        (Key::Seats, seats.into_any()),
        (Key::PostingContact, view! { <span>{ui::linked(&posting.contact)}</span> }.into_any()),
        (Key::PostingLanguage, lang.text(texts::language(posting.language)).into_any()),
        (Key::Retention, lang.period(posting.policy).into_any()),
    ];
    let questions = posting.questions.iter().map(|question| {
        let optional = (!question.required).then(|| view! { " " <span class="optional">{lang.text(Key::Optional)}</span> });
        let kind = lang.text(texts::question_kind(question.kind));
        view! { <li>{question.text.clone()} {optional} " " <small class="muted">{kind}</small></li> }
    });
    let questions: Vec<_> = questions.collect();
    let questions = (!questions.is_empty())
        .then(|| view! { <dt>{lang.text(Key::QuestionsTitle)}</dt> " " <dd><ul class="stack">{questions}</ul></dd> });
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
    sheet("facts", lang.text(Key::FactsTitle), None, view! { <dl class="facts">{facts} {questions}</dl> })
}
