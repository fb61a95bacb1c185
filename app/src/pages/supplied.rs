//! What an applicant supplied: answers and documents, for whoever may read them.

use jiff::civil::Date;
use leptos::prelude::*;
use office::read::DocumentLine;
use rules::{
    document::Kind,
    messages::{Key, Lang},
    question::{Answer, QuestionKind},
};

use crate::texts;

/// Questions with their answers; `documents` are those that may answer one.
pub(in crate::pages) fn answers<'a>(
    lang: Lang,
    answers: impl Iterator<Item = &'a Answer>,
    documents: &[DocumentLine],
) -> Option<AnyView> {
    let said = |answer: &Answer| match (answer.kind, answer.text.parse::<Date>()) {
        (QuestionKind::File, _) => {
            let came = documents.iter().any(|document| document.answers.as_ref() == Some(&answer.question));
            let text = lang.text(if came { Key::AnswerFile } else { Key::AnswerNone });
            view! { <span class="muted">{text}</span> }.into_any()
        }
        _ if answer.text.is_empty() => view! { <span class="muted">{lang.text(Key::AnswerNone)}</span> }.into_any(),
        (QuestionKind::Date, Ok(day)) => view! { <time datetime=day.to_string()>{lang.date(day)}</time> }.into_any(),
        _ => view! { <span class="words">{answer.text.clone()}</span> }.into_any(),
    };
    let lines: Vec<_> = answers
        .map(|answer| {
            view! {
                <dt>{answer.question.clone()}</dt>
                " "
                <dd>{said(answer)}</dd>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <dl class="asked">{lines}</dl> }.into_any())
}

/// Documents, each at an address below `place`.
pub(in crate::pages) fn documents(lang: Lang, place: &str, documents: &[DocumentLine]) -> Option<AnyView> {
    let rows: Vec<_> =
        documents.iter().map(|document| row(lang, format!("{place}/documents/{}", document.id), document)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{lang.text(Key::ColumnFile)}</th>
                        <th scope="col">{lang.text(Key::ColumnKind)}</th>
                        <th scope="col" class="num">{lang.text(Key::ColumnSize)}</th>
                        <th scope="col"><span class="unseen">{lang.text(Key::DocumentView)}</span></th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}

fn row(lang: Lang, address: String, document: &DocumentLine) -> AnyView {
    let kind = format!("{}, {}", lang.text(texts::section(document.section)), document.kind.code().to_uppercase());
    let answers = document.answers.as_ref().map(|question| {
        view! { " " <small class="muted">{lang.fill(Key::DocumentAnswers, &[question])}</small> }
    });
    view! {
        <tr>
            <th scope="row">{document.name.clone()} {answers}</th>
            <td data-label=lang.text(Key::ColumnKind)>{kind}</td>
            <td data-label=lang.text(Key::ColumnSize) class="num">{texts::size(lang, document.size)}</td>
            <td>{open_links(lang, &address, &document.name, document.kind)}</td>
        </tr>
    }
    .into_any()
}

/// The ways to open a document: in a tab of its own where browsers show it, and as a file.
pub(in crate::pages) fn open_links(lang: Lang, address: &str, name: &str, kind: Kind) -> AnyView {
    let view = kind.is_viewable().then(|| {
        view! {
            <a href=address.to_owned() target="_blank" rel="noopener" aria-label=lang.fill(Key::DocumentViewNamed, &[name])>
                {lang.text(Key::DocumentView)}
            </a>
            " "
        }
    });
    view! {
        <span class="row">
            {view}
            <a href=format!("{address}?download=1") aria-label=lang.fill(Key::DocumentDownloadNamed, &[name])>
                {lang.text(Key::DocumentDownload)}
            </a>
        </span>
    }
    .into_any()
}
