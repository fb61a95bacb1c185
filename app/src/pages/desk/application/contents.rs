//! What the applicant sent: contact data, letter, documents.

use leptos::prelude::*;
use office::read::View;
use rules::{
    access::{Action, Role},
    application::{Disability, Section},
    messages::{Key, Lang},
    question::QuestionKind,
};

use super::{
    super::parts::{list, panel},
    releases::Audiences,
};
use crate::{pages::supplied, texts, ui};

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
    // Whether a file came is for those who may see the documents; to the others nothing is said of it.
    let shown = view.answers.iter().filter(|answer| answer.kind != QuestionKind::File || view.reads_documents);
    let list = supplied::answers(lang, shown, &view.documents)?;
    Some(panel("answers", lang.text(Key::AnswersTitle), None, list))
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
    let table = supplied::documents(lang, &format!("/office/applications/{}", view.id), &view.documents)?;
    Some(panel("documents", lang.text(Key::DocumentsTitle), None, table))
}
