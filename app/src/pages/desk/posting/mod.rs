//! `/office/postings/{id}`: one posting, its course, its counts, and what HR does with it.

mod access;
pub(super) mod decide;
mod extension;
mod facts;
mod warnings;

pub use access::Access;
use jiff::civil::Date;
use leptos::prelude::*;
use office::{
    Proposal,
    careers::Posting,
    list::Line,
    posting::{Counts, PostingAtDesk},
};
use rules::{
    application::{Outcome, Stage},
    messages::Key,
    posting::{Act, State, after},
};
pub(super) use warnings::warnings;

use super::{
    form::{problems, titled},
    parts::{head, panel},
    postings::{closes, state},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    ui::{self, Question},
};

/// One posting; `undecided` are the rows of the step that records outcomes in bulk, `extension` is the later close that is proposed.
#[must_use]
pub fn page(
    frame: &Frame,
    at_desk: &PostingAtDesk,
    undecided: &[Line],
    extension: Option<&(Date, Proposal)>,
    access: &Access,
    draft: &Draft,
) -> Page {
    let lang = frame.lang;
    let PostingAtDesk { posting, counts } = at_desk;
    let left = match (counts.total, posting.state) {
        (0, State::Draft) => publish(frame, posting),
        (0, _) => nobody(frame, posting),
        _ => view! {
            {counts_table(frame, posting, counts)}
            {decide::panel(frame, posting, undecided, counts.undecided, draft)}
        }
        .into_any(),
    };
    let main = view! {
        {head(
            Some(("/office/postings".to_owned(), lang.text(Key::NavPostings).to_owned())),
            posting.title.clone(),
            Some(standing(frame, posting)),
            acts(frame, posting, counts),
        )}
        {problems(frame, draft, draft.form == "extension" || draft.form == "access" || decide::is_offered(posting, undecided), decide::label)}
        {course(frame, posting)}
        <div class="split">
            <div class="stack">{left}</div>
            <aside class="stack" aria-label=lang.text(Key::PostingAbout)>
                {facts::panel(frame, posting, counts)}
                {intake(frame, posting)}
                {extension::panel(frame, posting, extension, draft)}
                {access::panel(frame, posting, access, draft)}
            </aside>
        </div>
    };
    Page { title: titled(lang, &posting.title, draft), main: main.into_any(), islands: false }
}

fn standing(frame: &Frame, posting: &Posting) -> AnyView {
    let lang = frame.lang;
    let public = posting.takes_applications(frame.day(frame.now)).then(|| {
        view! { <a href=format!("/jobs/{}", posting.slug)>{lang.text(Key::PostingPublicPage)}</a> }
    });
    view! {
        <p class="row">
            {ui::posting_state(lang, state(frame, posting))}
            " "
            <span>{format!("{}, {}", posting.department_name, posting.place)}</span>
            " "
            {public}
        </p>
    }
    .into_any()
}

fn acts(frame: &Frame, posting: &Posting, counts: &Counts) -> Option<AnyView> {
    let lang = frame.lang;
    let address = format!("/office/postings/{}", posting.id);
    let edit = (posting.state == State::Draft)
        .then(|| view! { <a class="button" href=format!("{address}/edit")>{lang.text(Key::PostingEditTitle)}</a> }.into_any());
    let list = (counts.total > 0).then(|| {
        let text = lang.count(counts.total, Key::ApplicationsOne, Key::ApplicationsMany);
        view! { <a class="button" href=format!("/office/applications?posting={}", posting.id)>{text}</a> }.into_any()
    });
    let release = (counts.undecided > 0 && posting.closed_at.is_none())
        .then(|| view! { <a class="button" href=format!("{address}/releases")>{lang.text(Key::ReleaseManyLink)}</a> }.into_any());
    let close = after(posting.state, Act::Close)
        .map(|_| view! { <a class="button danger" href=format!("{address}/close")>{lang.text(Key::CloseLink)}</a> }.into_any());
    let reopen = after(posting.state, Act::Reopen)
        .map(|_| view! { <a class="button" href=format!("{address}/reopen")>{lang.text(Key::ReopenLink)}</a> }.into_any());
    let all: Vec<AnyView> = [edit, list, release, close, reopen].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.into_any())
}

/// From draft to erasure, with the dates that are known.
fn course(frame: &Frame, posting: &Posting) -> AnyView {
    let lang = frame.lang;
    let now = match state(frame, posting) {
        State::Draft => 0,
        State::Open => 1,
        State::IntakeClosed => 2,
        State::Closed | State::Archived => 3,
    };
    // When somebody stopped the intake by hand, the planned day says nothing.
    let intake = (!matches!(posting.state, State::IntakeClosed | State::Closed | State::Archived))
        .then(|| ui::short_day(frame, posting.intake_ends_on));
    let steps = [
        (Key::PostingDraft, None),
        (Key::PostingOpen, posting.published_at.map(|at| ui::short_date(frame, at))),
        (if now >= 2 { Key::PostingIntakeClosed } else { Key::CourseIntakeEnds }, intake),
        (if now >= 3 { Key::PostingClosed } else { Key::CourseClosesByItself }, Some(closes(frame, posting))),
    ];
    let steps: Vec<_> = steps
        .into_iter()
        .enumerate()
        .map(|(at, (key, day))| {
            view! {
                <li aria-current=(at == now).then_some("step")>
                    {lang.text(key)}
                    {day.map(|day| view! { " " {day} })}
                </li>
            }
        })
        .collect();
    view! {
        <section class="panel" aria-label=lang.text(Key::StatusCourse)>
            <ol class="course">
                {steps}
                <li class="end">
                    {lang.text(Key::ErasedFrom)}
                    " "
                    {ui::short_date(frame, posting.due(&frame.zone).erased_from)}
                </li>
            </ol>
        </section>
    }
    .into_any()
}

fn publish(frame: &Frame, posting: &Posting) -> AnyView {
    let lang = frame.lang;
    let erased = frame.date(posting.due(&frame.zone).erased_from);
    let inside = view! {
        {warnings(lang, &posting.warnings())}
        <p>{lang.fill(Key::PublishText, &[&lang.date(posting.intake_ends_on), &erased])}</p>
        <form method="post" action=format!("/office/postings/{}/publish", posting.id)>
            <button class="button primary">{lang.text(Key::PublishSend)}</button>
        </form>
    };
    panel("publish", lang.text(Key::PublishTitle), None, inside)
}

fn nobody(frame: &Frame, posting: &Posting) -> AnyView {
    let lang = frame.lang;
    match posting.takes_applications(frame.day(frame.now)) {
        true => {
            let address = format!("/jobs/{}", posting.slug);
            let text = lang.fill(Key::PostingNobodyText, &[&address]);
            let next = (address, lang.text(Key::PostingPublicPage).to_owned());
            ui::empty(lang.text(Key::PostingNobodyTitle), text, Some(next))
        }
        false => ui::empty(lang.text(Key::PostingNobodyLeftTitle), lang.text(Key::PostingNobodyLeftText), None),
    }
}

/// How many stand where, each number leading to its list.
fn counts_table(frame: &Frame, posting: &Posting, counts: &Counts) -> AnyView {
    let lang = frame.lang;
    let list = format!("/office/applications?posting={}", posting.id);
    let cell = |count: i64, filter: String| {
        let inside = match count {
            0 => view! { <span class="muted">{lang.number(0)}</span> }.into_any(),
            _ => view! { <a href=format!("{list}{filter}")>{lang.number(count)}</a> }.into_any(),
        };
        view! { <td class="num">{inside}</td> }
    };
    let rows: Vec<_> = Stage::ALL
        .iter()
        .map(|&stage| {
            let count = counts.stages.get(&stage).copied().unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{ui::stage(lang, stage)}</th>
                    {cell(count, format!("&stage={}&outcome=none", stage.code()))}
                </tr>
            }
        })
        .collect();
    let over = counts.total - counts.undecided - counts.hired;
    let inside = view! {
        <table class="table grid">
            <thead>
                <tr>
                    <th scope="col">{lang.text(Key::ColumnStage)}</th>
                    <th scope="col" class="num">{lang.text(Key::OutcomeNone)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{ui::outcome(lang, Some(Outcome::Hired))}</th>
                    {cell(counts.hired, "&outcome=hired".to_owned())}
                </tr>
                <tr>
                    <th scope="row">{lang.text(Key::CountsOver)}</th>
                    <td class="num">{lang.number(over)}</td>
                </tr>
                <tr>
                    <th scope="row">{lang.text(Key::CountsAll)}</th>
                    {cell(counts.total, String::new())}
                </tr>
            </tfoot>
        </table>
    };
    panel("counts", lang.text(Key::CountsTitle), None, inside)
}

/// Stopping the intake, while there is one.
fn intake(frame: &Frame, posting: &Posting) -> Option<AnyView> {
    let lang = frame.lang;
    posting.takes_applications(frame.day(frame.now)).then(|| {
        let question = Question {
            id: "stop-intake-dialog".to_owned(),
            opens: lang.text(Key::StopIntakeOpen).to_owned(),
            about: None,
            title: lang.text(Key::StopIntakeTitle).to_owned(),
            text: lang.text(Key::StopIntakeText).to_owned(),
            action: format!("/office/postings/{}/stop-intake", posting.id),
            act: lang.text(Key::StopIntakeSend).to_owned(),
        };
        panel("stop-intake", lang.text(Key::StopIntakeTitle), None, ui::dialog(lang, question))
    })
}
