//! `/status/applications/{id}`: everything that is kept of an application, for whoever it is of, and what they can do.

use leptos::prelude::*;
use office::{
    applicant::{CopiedRemark, Copy, OwnRequest, Recipient},
    posting::Notice,
};
use rules::{
    access::{Audience, Role},
    application::{Disability, NoteKind},
    messages::{Key, Lang},
    request::{Answer, Reply, RequestKind, Verdict},
};

use super::{acts, list::leave};
use crate::{
    frame::{Draft, Frame},
    pages::{
        desk::{
            form::{problems, titled},
            parts::panel,
        },
        notice::{Said, parts},
        readings::opened,
        receipt::who_to_turn_to,
        status::course,
        supplied,
    },
    shell::Page,
    texts, ui,
};

/// The page; a form of it may have come back.
#[must_use]
pub fn page(frame: &Frame, copy: &Copy, notice: &Notice, several: bool, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::OwnTitle);
    let place = super::address(&copy.id);
    let back = several.then(|| view! { <a class="back" href=super::ADDRESS>{lang.text(Key::OwnListTitle)}</a> });
    let main = view! {
        {frame.done.map(|done| ui::toast(frame, done))}
        <div class="head">
            {back}
            <h1>{title}</h1>
            <p class="lead">{format!("{}, {}", copy.title, copy.employer)}</p>
        </div>
        {problems(frame, draft, true, acts::label)}
        <div class="split">
            <div class="stack">
                {standing(frame, copy)}
                {sent(lang, Some(&place), copy)}
                {remarks(frame, copy)}
                {recipients(frame, copy)}
                {opened(frame, &copy.readings)}
                {requests(frame, copy)}
                {acts::section(frame, copy, &place, several, draft)}
                {information(frame, notice)}
            </div>
            <aside class="panel" aria-labelledby="along">
                <h2 id="along">{lang.text(Key::OwnAlong)}</h2>
                <p>{lang.text(Key::OwnAlongText)}</p>
                <p class="stack">
                    <a class="button primary" href=format!("{place}/copy.zip")>{lang.text(Key::OwnAlongAll)}</a>
                    <a class="button" href=format!("{place}/supplied.zip")>{lang.text(Key::OwnAlongSupplied)}</a>
                </p>
                <p class="muted">{lang.text(Key::OwnAlongHint)}</p>
                <h2>{lang.text(Key::OwnCan)}</h2>
                <ul class="stack">{acts::ways(lang, copy)}</ul>
                <h2>{lang.text(Key::WhoToTurnTo)}</h2>
                {who_to_turn_to(frame, notice)}
                {leave(frame)}
            </aside>
        </div>
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// How far it is, and when everything goes.
pub(super) fn standing(frame: &Frame, copy: &Copy) -> AnyView {
    let lang = frame.lang;
    let outcome = copy.outcome.map(|(outcome, _)| outcome);
    let restricted = (!copy.restrictions.is_empty()).then(|| {
        view! { <p class="alert" data-tone="info">{lang.text(Key::StatusRestricted)}</p> }
    });
    let held = copy.held.then(|| view! { <p class="alert" data-tone="due">{lang.text(Key::OwnHeld)}</p> });
    let number = view! { <strong class="nowrap num">{copy.certificate_no.clone()}</strong> }.into_any();
    view! {
        <section class="stack" aria-labelledby="course">
            <h2 id="course">{lang.text(Key::StatusCourse)}</h2>
            {restricted}
            {held}
            {course(frame, copy.stage, outcome, ui::date(frame, copy.received_at), &copy.closing, &copy.due)}
            <p>{ui::around(lang.text(Key::StatusCertificate), number)}</p>
        </section>
    }
    .into_any()
}

/// What came in; its documents where they can be opened below `place`.
pub(super) fn sent(lang: Lang, place: Option<&str>, copy: &Copy) -> AnyView {
    let contact = &copy.contact;
    let line =
        |key: Key, text: &str| (!text.is_empty()).then(|| view! { <dt>{lang.text(key)}</dt> " " <dd>{ui::breakable(text)}</dd> });
    let message = (!copy.message.is_empty()).then(|| {
        view! { <h3>{lang.text(Key::FieldMessage)}</h3> <p class="words">{copy.message.clone()}</p> }
    });
    let answers = supplied::answers(lang, copy.answers.iter(), &copy.documents);
    let answers = answers.map(|list| view! { <h3>{lang.text(Key::AnswersTitle)}</h3> {list} });
    let disability = (copy.disability != Disability::Unstated).then(|| {
        let declined = copy.disability == Disability::WithoutRepresentative;
        view! {
            <h3>{lang.text(Key::SectionDisability)}</h3>
            <p>{lang.text(Key::DisabilityStated)}</p>
            {declined.then(|| view! { <p>{lang.text(Key::DisabilityDeclined)}</p> })}
        }
    });
    let documents = place.and_then(|place| supplied::documents(lang, place, &copy.documents));
    let documents = documents.map(|table| view! { <h3>{lang.text(Key::DocumentsTitle)}</h3> {table} });
    let inside = view! {
        <dl class="facts">
            {line(Key::FieldFirstName, &contact.first_name)}
            {line(Key::FieldLastName, &contact.last_name)}
            {line(Key::FieldEmail, &contact.email)}
            {line(Key::FieldPhone, &contact.phone)}
        </dl>
        {message}
        {answers}
        {disability}
        {documents}
    };
    panel("sent", lang.text(Key::OwnSent), None, inside)
}

/// What was written at the employer.
pub(super) fn remarks(frame: &Frame, copy: &Copy) -> AnyView {
    let lang = frame.lang;
    let lines: Vec<_> = copy.remarks.iter().map(|remark| one_remark(frame, remark)).collect();
    let waits =
        copy.requests.iter().find(|request| request.line.kind == RequestKind::Information && request.line.answered.is_none());
    let more = match (copy.unchecked, waits) {
        (0, _) if lines.is_empty() => Some(view! { <p>{lang.text(Key::OwnRemarksNone)}</p> }.into_any()),
        (0, _) => None,
        (_, Some(request)) => {
            let day = lang.date(request.line.answer_by);
            Some(view! { <p>{lang.fill(Key::OwnRemarksAsked, &[&day])}</p> }.into_any())
        }
        (_, None) => Some(
            view! { <p>{lang.text(Key::OwnRemarksUnchecked)} " " <a href="#information">{lang.text(Key::OwnRemarksAsk)}</a></p> }
                .into_any(),
        ),
    };
    let inside = view! {
        {(!lines.is_empty()).then(|| view! { <ul class="remarks">{lines}</ul> })}
        {more}
    };
    panel("remarks", lang.text(Key::OwnRemarks), None, inside)
}

fn one_remark(frame: &Frame, remark: &CopiedRemark) -> AnyView {
    let lang = frame.lang;
    let role = lang.text(texts::role(remark.role));
    let who = match (&remark.kind, remark.department.as_deref().filter(|_| remark.role == Role::Head)) {
        (None, _) => format!("{}, {role}", lang.text(Key::OwnReason)),
        (Some(NoteKind::Note | NoteKind::Comment), Some(department)) => format!("{role}, {department}"),
        (Some(_), None) => role.to_owned(),
    };
    let badge = match remark.verdict {
        Verdict::Whole => None,
        Verdict::Redacted => Some(ui::badge("info", lang.text(Key::OwnRedacted))),
        Verdict::Withheld => Some(ui::badge("block", lang.text(Key::OwnWithheld))),
    };
    ui::remark(frame, who, remark.at, badge, remark.text.clone())
}

/// Who received something of it.
pub(super) fn recipients(frame: &Frame, copy: &Copy) -> AnyView {
    let lang = frame.lang;
    let rows: Vec<_> = copy
        .recipients
        .iter()
        .map(|recipient| {
            let sections = recipient.sections.iter().map(|&section| lang.text(texts::section(section)));
            let what = sections.collect::<Vec<_>>().join(", ");
            view! {
                <tr>
                    <th scope="row">{who(lang, recipient)}</th>
                    <td data-label=lang.text(Key::OwnReceived)>{what}</td>
                    <td data-label=lang.text(Key::OwnFrom)>{ui::short_date(frame, recipient.since)}</td>
                    <td data-label=lang.text(Key::OwnUntil)>{ui::short_date(frame, recipient.until)}</td>
                </tr>
            }
        })
        .collect();
    let inside = match rows.is_empty() {
        true => view! { <p>{lang.text(Key::OwnRecipientsNone)}</p> }.into_any(),
        false => view! {
            <p>{lang.text(Key::OwnRecipientsText)}</p>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{lang.text(Key::OwnWho)}</th>
                        <th scope="col">{lang.text(Key::OwnReceived)}</th>
                        <th scope="col">{lang.text(Key::OwnFrom)}</th>
                        <th scope="col">{lang.text(Key::OwnUntil)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any(),
    };
    panel("recipients", lang.text(Key::OwnRecipients), None, inside)
}

fn who(lang: Lang, recipient: &Recipient) -> String {
    match &recipient.audience {
        Audience::Department(_) => lang.fill(Key::OwnDepartment, &[recipient.department.as_deref().unwrap_or_default()]),
        Audience::Person(_) => lang.text(Key::RolePanel).to_owned(),
        Audience::Body(role) => lang.text(texts::role(*role)).to_owned(),
    }
}

/// What was asked, and how it was answered.
fn requests(frame: &Frame, copy: &Copy) -> Option<AnyView> {
    let lang = frame.lang;
    let lines: Vec<_> = copy.requests.iter().map(|request| one_request(frame, request)).collect();
    (!lines.is_empty()).then(|| panel("requests", lang.text(Key::OwnRequests), None, view! { <ul class="remarks">{lines}</ul> }))
}

fn one_request(frame: &Frame, request: &OwnRequest) -> AnyView {
    let lang = frame.lang;
    let line = &request.line;
    let state = match &line.answered {
        None => lang.fill(Key::OwnAnswerBy, &[&lang.date(line.answer_by)]),
        Some((day, answer)) => {
            let said = answered(answer).map_or_else(String::new, |key| lang.text(key).to_owned());
            lang.fill(Key::OwnAnswered, &[&lang.date(*day), &said])
        }
    };
    let words = |text: &str| (!text.is_empty()).then(|| view! { <p class="words">{text.to_owned()}</p> });
    view! {
        <li>
            <p><strong>{lang.text(kind(line.kind))}</strong> ", " {ui::day(frame, line.received_on)}</p>
            {words(&request.asked)}
            <p>{state}</p>
            {words(&request.replied)}
        </li>
    }
    .into_any()
}

/// What is asked, in words.
#[must_use]
pub const fn kind(kind: RequestKind) -> Key {
    match kind {
        RequestKind::Information => Key::RequestInformation,
        RequestKind::Correction => Key::RequestCorrection,
        RequestKind::Erasure => Key::RequestErasure,
        RequestKind::Restriction => Key::RequestRestriction,
        RequestKind::Portability => Key::RequestPortability,
        RequestKind::Objection => Key::RequestObjection,
    }
}

/// What an answer says to the person.
pub(in crate::pages) fn answered(code: &str) -> Option<Key> {
    if let Some(reply) = Reply::from_code(code) {
        return Some(match reply {
            Reply::Granted => Key::ReplyGranted,
            Reply::Refused => Key::ReplyRefused,
        });
    }
    Some(match Answer::from_code(code)? {
        Answer::Erase => Key::OwnErase,
        Answer::KeepForDefence => Key::OwnKeepForDefence,
        Answer::KeepForClaim => Key::OwnKeepForClaim,
        Answer::KeepRestricted => Key::OwnKeepRestricted,
        Answer::AskFirst => Key::OwnAskFirst,
        Answer::Gone => return None,
    })
}

/// Purposes, recipients, periods, rights, as the notice says them (Art. 15(1) GDPR).
fn information(frame: &Frame, notice: &Notice) -> AnyView {
    let lang = frame.lang;
    let folds: Vec<_> = parts(lang, notice)
        .into_iter()
        .map(|part| {
            let says: Vec<_> = part.says.into_iter().map(said).collect();
            view! {
                <details class="fold">
                    <summary>{part.heading}</summary>
                    <div class="stack">{says}</div>
                </details>
            }
        })
        .collect();
    let inside = view! { <div>{folds}</div> };
    panel("notice", lang.text(Key::OwnInformation), None, inside)
}

/// A piece of the notice.
pub(super) fn said(said: Said) -> AnyView {
    match said {
        Said::Text(text) => view! { <p>{ui::linked(&text)}</p> }.into_any(),
        Said::List(items) => {
            let items: Vec<_> = items.iter().map(|item| view! { <li>{ui::linked(item)}</li> }).collect();
            view! { <ul>{items}</ul> }.into_any()
        }
    }
}
