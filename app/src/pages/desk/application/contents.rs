//! What the applicant sent: contact data, letter, documents.

use jiff::civil::Date;
use leptos::prelude::*;
use office::read::{DocumentLine, View};
use rules::{
    access::{Action, Role},
    application::{Disability, Section},
    document::Kind,
    messages::{Key, Lang},
    question::{Answer, QuestionKind},
};

use super::{
    super::parts::{list, panel},
    releases::Audiences,
};
use crate::{texts, ui};

/// The sections the view holds, in the order of the house.
pub(super) fn sections(view: &View) -> Vec<Section> {
    let holds = |section: Section| match section {
        Section::Contact => view.contact.is_some(),
        Section::Letter => view.letter.is_some(),
        Section::Answers => !view.answers.is_empty(),
        Section::Disability => is_stated(view),
        _ => view.documents.iter().any(|document| document.section == section),
    };
    Section::ALL.iter().copied().filter(|&section| holds(section)).collect()
}

/// Name, addresses and the certificate's number, where the person may read them.
pub(super) fn contact(lang: Lang, view: &View) -> Option<AnyView> {
    let contact = view.contact.as_ref()?;
    let phone = (!contact.phone.is_empty()).then(|| {
        let dialled: String = contact.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! {
            <dt>{lang.text(Key::FieldPhone)}</dt>
            " "
            <dd><a href=format!("tel:{dialled}")>{contact.phone.clone()}</a></dd>
        }
    });
    // Whoever has it can ask when everything was gone: that is the applicant's to know, and HR's.
    let number = view.may(Action::Release).then(|| {
        view! {
            <dt>{lang.text(Key::CertificateToCome)}</dt>
            " "
            <dd class="num">{view.certificate_no.clone()}</dd>
        }
    });
    let inside = view! {
        <dl class="facts">
            <dt>{lang.text(Key::Name)}</dt>
            " "
            <dd>{contact.name()}</dd>
            <dt>{lang.text(Key::FieldEmail)}</dt>
            " "
            <dd><a href=format!("mailto:{}", contact.email)>{ui::breakable(&contact.email)}</a></dd>
            {phone}
            {number}
        </dl>
    };
    Some(panel("contact", lang.text(Key::SectionContact), None, inside))
}

/// The certificate's number alone, where nothing else can be read.
pub(super) fn certificate(lang: Lang, view: &View) -> AnyView {
    panel("certificate", lang.text(Key::CertificateNumber), None, view! { <p class="num">{view.certificate_no.clone()}</p> })
}

/// The message, where the person may read it.
pub(super) fn letter(lang: Lang, view: &View) -> Option<AnyView> {
    let message = view.letter.as_ref()?.message.trim().to_owned();
    let inside = match message.is_empty() {
        true => view! { <p class="muted">{lang.text(Key::LetterEmpty)}</p> }.into_any(),
        false => view! { <p class="words">{message}</p> }.into_any(),
    };
    Some(panel("letter", lang.text(Key::SectionLetter), None, inside))
}

/// The posting's own questions with the answers, where the person may read them.
pub(super) fn answers(lang: Lang, view: &View) -> Option<AnyView> {
    let said = |answer: &Answer| match (answer.kind, answer.text.parse::<Date>()) {
        (QuestionKind::File, _) => {
            let came = view.documents.iter().any(|document| document.answers.as_ref() == Some(&answer.question));
            let text = lang.text(if came { Key::AnswerFile } else { Key::AnswerNone });
            view! { <span class="muted">{text}</span> }.into_any()
        }
        _ if answer.text.is_empty() => view! { <span class="muted">{lang.text(Key::AnswerNone)}</span> }.into_any(),
        (QuestionKind::Date, Ok(day)) => view! { <time datetime=day.to_string()>{lang.date(day)}</time> }.into_any(),
        _ => view! { <span class="words">{answer.text.clone()}</span> }.into_any(),
    };
    // Whether a file came is for those who may see the documents; to the others nothing is said of it.
    let shown = |answer: &&Answer| answer.kind != QuestionKind::File || view.reads_documents;
    let lines: Vec<_> = view
        .answers
        .iter()
        .filter(shown)
        .map(|answer| {
            view! {
                <dt>{answer.question.clone()}</dt>
                " "
                <dd>{said(answer)}</dd>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| panel("answers", lang.text(Key::AnswersTitle), None, view! { <dl class="asked">{lines}</dl> }))
}

/// Whether the person may read that a severe disability was stated.
fn is_stated(view: &View) -> bool {
    view.disability.is_some_and(|disability| disability != Disability::Unstated)
}

/// That a severe disability was stated, where the person may read it; for HR also whom the house could not tell.
pub(super) fn disability(lang: Lang, view: &View, audiences: Option<&Audiences>) -> Option<AnyView> {
    let disability = view.disability.filter(|_| is_stated(view))?;
    let declined =
        (disability == Disability::WithoutRepresentative).then(|| view! { <p>{lang.text(Key::DisabilityDeclined)}</p> });
    let is_missing = |body: &&Role| audiences.is_some_and(|audiences| !audiences.has(**body));
    let missing: Vec<&str> = disability.told().iter().filter(is_missing).map(|&body| lang.text(texts::role(body))).collect();
    let missing = (!missing.is_empty()).then(|| {
        let text = lang.fill(Key::DisabilityNobody, &[&list(missing.iter().copied())]);
        view! { <p class="alert" data-tone="bad">{text}</p> }
    });
    let inside = view! {
        <p>{lang.text(Key::DisabilityStated)}</p>
        {declined}
        {missing}
    };
    Some(panel("disability", lang.text(Key::SectionDisability), None, inside))
}

/// The documents the person may open; nothing where none is theirs to see.
pub(super) fn documents(lang: Lang, view: &View) -> Option<AnyView> {
    let rows: Vec<_> = view
        .documents
        .iter()
        .map(|document| row(lang, format!("/office/applications/{}/documents/{}", view.id, document.id), document))
        .collect();
    let table = view! {
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
    };
    (!view.documents.is_empty()).then(|| panel("documents", lang.text(Key::DocumentsTitle), None, table))
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
pub(in crate::pages::desk) fn open_links(lang: Lang, address: &str, name: &str, kind: Kind) -> AnyView {
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
