//! `/office/applications/{id}`: one application, as far as the person may see it.

mod acts;
mod contents;
mod erasure;
mod exclusions;
mod history;
mod pool;
pub(super) mod releases;
mod remarks;
mod restriction;

pub(super) use crate::pages::supplied::open_links;
use jiff::civil::Date;
use leptos::prelude::*;
use office::{
    Proposal,
    exclude::{Colleague, Exclusion},
    hold::HoldLine,
    list::Line,
    read::View,
    rejection::Rejection,
    restrict::Restrictions,
};
pub use releases::Audiences;
use rules::{
    access::Action,
    application::{Outcome, Stage},
    id::KeptId,
    messages::Key,
    posting::Closing,
};

use super::{
    applications::last_day,
    form::{Form, problems, titled},
    hold,
    parts::{alert, head, list, panel},
};
use crate::{
    frame::{Draft, Frame},
    pages::error::Trouble,
    shell::Page,
    texts, ui,
};

/// What stops the clock or the use of an application, for those who may say so.
#[derive(Clone, Debug, Default)]
pub struct Stops {
    /// The claims for which it is kept.
    pub holds: Vec<HoldLine>,
    /// The restrictions that stand; `None` for those who may not set one.
    pub restrictions: Option<Restrictions>,
    /// The erasure of a minor's application that is proposed.
    pub minor: Option<Proposal>,
    /// The person's place in the talent pool, with its last day.
    pub pooled: Option<(KeptId, Date)>,
    /// From whom it is kept, and who is there; `None` for those who may not say.
    pub exclusions: Option<(Vec<Exclusion>, Vec<Colleague>)>,
}

/// What a reader who has just commented is led to.
#[derive(Clone, Debug)]
pub struct Said {
    /// The next application that waits for a comment of theirs.
    pub next: Option<Line>,
}

/// One application. What the view does not hold, the person may not see; what they may not do is not offered. `rejection` is there for
/// those who record when it was received, `stops` are claims and
/// restrictions.
#[must_use]
pub fn page(
    frame: &Frame,
    view: &View,
    rejection: Option<&Rejection>,
    stops: &Stops,
    draft: &Draft,
    audiences: &Audiences,
    said: Option<&Said>,
) -> Page {
    let lang = frame.lang;
    let name = match &view.contact {
        Some(contact) => contact.name(),
        None => lang.fill(Key::ApplicationOf, &[&frame.date(view.received_at)]),
    };
    let is_hr = frame.may(Action::ReadNotes);
    let back = ("/office/applications", if is_hr { Key::NavApplications } else { Key::ListReleasedTitle });
    let main = view! {
        {head(
            Some((back.0.to_owned(), lang.text(back.1).to_owned())),
            name.clone(),
            Some(standing(frame, view, is_hr)),
            handover_link(frame, view),
        )}
        {problems(frame, draft, is_there(view, draft), |field| label(draft.form, field))}
        {history::unreachable(frame, view)}
        {if is_hr { for_hr(frame, view, rejection, stops, draft, audiences) } else { for_reader(frame, view, draft, said) }}
    };
    Page { title: titled(lang, &name, draft), main: main.into_any(), islands: false }
}

/// Whether the form that came back is still on the page, of those in which people write.
fn is_there(view: &View, draft: &Draft) -> bool {
    match draft.form {
        "notes" => view.may(Action::AddNote),
        "comments" => view.may(Action::AddComment),
        "outcome" => acts::decides(view),
        _ => false,
    }
}

/// What the fields of the page's forms are called.
fn label(form: &str, field: &str) -> Key {
    match field {
        "judgement" => Key::JudgementQuestion,
        "stage" => Key::StageMoveTo,
        "outcome" => Key::OutcomeRecord,
        "reason" => Key::OutcomeReason,
        "rejection_received_on" => Key::RejectionReceivedOn,
        "audience" => Key::ReleaseTo,
        "account" => Key::ExclusionWhom,
        "file" => Key::RedactedFile,
        "sections" => Key::ReleaseSections,
        "until" => Key::ReleaseUntil,
        "told_on" => Key::RestrictionToldOn,
        "announced_on" => Key::AnnouncementToldOn,
        "ground" => Key::RestrictionGroundQuestion,
        "given_on" => Key::PoolGivenOn,
        "months" => Key::PoolMonths,
        "channel" => Key::PoolChannel,
        "documents" => Key::PoolDocuments,
        _ if form == "notes" => Key::NoteText,
        _ => Key::RemarkText,
    }
}

/// What stands below the name: outcome or stage, posting, arrival.
fn standing(frame: &Frame, view: &View, is_hr: bool) -> AnyView {
    let lang = frame.lang;
    let state = match (is_hr, view.outcome) {
        (true, outcome) => ui::outcome(lang, outcome.map(|(outcome, _)| outcome)),
        (false, _) => ui::stage(lang, view.stage),
    };
    let posting = match frame.may(Action::ListPostings) {
        true => view! { <a href=format!("/office/postings/{}", view.posting_id)>{view.posting.clone()}</a> }.into_any(),
        false => view! { <span>{view.posting.clone()}</span> }.into_any(),
    };
    view! {
        <p class="row">
            {state}
            " "
            {view.blocked.then(|| ui::badge("block", lang.text(Key::Blocked)))}
            " "
            {posting}
            " "
            <span class="muted">{lang.fill(Key::ReceivedOn, &[&frame.date(view.received_at)])}</span>
        </p>
    }
    .into_any()
}

fn handover_link(frame: &Frame, view: &View) -> Option<AnyView> {
    let hired = view.outcome.is_some_and(|(outcome, _)| outcome == Outcome::Hired);
    (hired && !view.handed_over && view.may(Action::HandOver)).then(|| {
        view! {
            <a class="button primary" href=format!("/office/applications/{}/handover", view.id)>
                {frame.lang.text(Key::HandoverLink)}
            </a>
        }
        .into_any()
    })
}

fn for_hr(
    frame: &Frame,
    view: &View,
    rejection: Option<&Rejection>,
    stops: &Stops,
    draft: &Draft,
    audiences: &Audiences,
) -> AnyView {
    let lang = frame.lang;
    let reads = view.may(Action::ReadNotes);
    let left = view! {
        {reads.then(|| contents::letter(lang, view))}
        {reads.then(|| contents::answers(lang, view))}
        {reads.then(|| contents::disability(lang, view, Some(audiences)))}
        {reads.then(|| contents::documents(lang, view))}
        {reads.then(|| remarks::comments(frame, view))}
        {reads.then(|| remarks::notes(frame, view, draft))}
        {history::panel(frame, view)}
    };
    let right = view! {
        {contents::contact(lang, view)}
        {acts::stage(frame, view, draft)}
        {acts::outcome(frame, view, draft)}
        {rejection.map(|rejection| acts::rejection(frame, view, rejection, draft))}
        {view.may(Action::Redact).then(|| redacted(frame, view, draft))}
        {releases::panel(frame, view, draft, audiences)}
        {stops.exclusions.as_ref().map(|exclusions| exclusions::panel(frame, view, exclusions, draft))}
        {frame.may(Action::RunPool).then(|| pool::panel(frame, view, stops.pooled.as_ref(), draft))}
        {hold::of_application(frame, &view.id, &stops.holds)}
        {stops.restrictions.as_ref().map(|restrictions| restriction::panel(frame, view, restrictions, draft))}
        {frame.may(Action::AnswerErasure).then(|| erasure::panel(frame, view, stops.minor.as_ref()))}
        {(!reads).then(|| contents::certificate(lang, view))}
    };
    // A form that came back has said it already.
    let is_said = matches!(draft.trouble, Some(Trouble::Forbidden(_)));
    view! {
        {course(frame, view)}
        {(!reads && !is_said).then(|| why_not(frame, view))}
        <div class="split">
            <div class="stack">{left}</div>
            <aside class="stack" aria-label=lang.text(Key::ActsLabel)>{right}</aside>
        </div>
    }
    .into_any()
}

/// Where it stands on its way to the erasure, with the dates in a sentence.
fn course(frame: &Frame, view: &View) -> AnyView {
    let lang = frame.lang;
    let erased = frame.day(view.due.erased_from);
    let closing = match view.closing {
        _ if view.by_receipt => lang.fill(Key::ErasedByReceipt, &[&lang.date(erased)]),
        Closing::Closed(at) => lang.fill(Key::ErasedAfterClose, &[&lang.date(erased), &frame.date(at)]),
        Closing::Planned(day) => lang.fill(Key::ErasedAfterPlan, &[&lang.date(erased), &lang.date(day)]),
    };
    let outcome = view.outcome.map(|(outcome, _)| outcome);
    // Once it is over, stages that were never reached are no longer ahead.
    let over = outcome.is_some() || matches!(view.closing, Closing::Closed(_));
    let steps: Vec<_> = Stage::ALL
        .iter()
        .filter(|&&stage| !over || stage <= view.stage)
        // Only some come to wait in line.
        .filter(|&&stage| stage != Stage::Reserve || view.stage == Stage::Reserve)
        .map(|&stage| {
            let current = (outcome.is_none() && stage == view.stage).then_some("step");
            view! { <li aria-current=current>{lang.text(texts::stage(stage))}</li> }
        })
        .collect();
    let ended = outcome.map(|_| view! { <li aria-current="step">{lang.text(texts::outcome(outcome))}</li> });
    view! {
        <section class="panel" aria-label=lang.text(Key::StatusCourse)>
            <ol class="course">
                {steps}
                {ended}
                <li class="end">
                    {lang.text(Key::CourseErased)}
                    " "
                    {ui::short_day(frame, erased)}
                </li>
            </ol>
            <p>{closing}</p>
        </section>
    }
    .into_any()
}

/// Why HR sees no contents: the record is blocked, or its processing is restricted.
fn why_not(frame: &Frame, view: &View) -> AnyView {
    let lang = frame.lang;
    let until = frame.date(view.due.erased_from);
    let (title, text) = match (view.blocked, view.handed_over) {
        (true, true) => (Key::TroubleBlocked, lang.fill(Key::BlockedHandedOver, &[&until])),
        (true, false) => (Key::TroubleBlocked, lang.fill(Key::BlockedClosed, &[&until])),
        (false, _) => (Key::TroubleRestricted, lang.text(Key::TroubleRestrictedText).to_owned()),
    };
    let inside = view! {
        <p>{text}</p>
        <p><a href="/office/look-up">{lang.text(Key::LookUpLink)}</a></p>
    };
    alert("why", "block", lang.text(title), inside)
}

/// What a head sees: the released sections, and room for a comment.
fn for_reader(frame: &Frame, view: &View, draft: &Draft, said: Option<&Said>) -> AnyView {
    let lang = frame.lang;
    let said = said.map(|said| {
        let next = match &said.next {
            Some(line) => {
                let name = super::applications::name_of(frame, line);
                view! {
                    <p>
                        {lang.text(Key::SaidNext)}
                        " "
                        <a href=format!("/office/applications/{}", line.id)>{format!("{name}, {}", line.posting)}</a>
                    </p>
                }
                .into_any()
            }
            None => view! { <p>{lang.text(Key::SaidAll)} " " <a href="/office">{lang.text(Key::StartTitle)}</a></p> }.into_any(),
        };
        alert("said", "good", lang.text(Key::SaidTitle), next)
    });
    let blind = view.blind.then(|| view! { <p class="alert" data-tone="info">{lang.text(Key::BlindReader)}</p> });
    let held = contents::sections(view);
    let released: Vec<_> = view
        .released
        .iter()
        .filter_map(|(end, sections)| {
            let names: Vec<&str> = sections
                .iter()
                .filter(|section| held.contains(section))
                .map(|&section| lang.text(texts::section(section)))
                .collect();
            let until = lang.date(last_day(frame, *end));
            (!names.is_empty()).then(|| view! { <p>{lang.fill(Key::ReleasedToYou, &[&list(names), &until])}</p> })
        })
        .collect();
    let released = (!released.is_empty()).then(|| view! { <div class="alert" data-tone="due">{released}</div> });
    view! {
        {said}
        {released}
        {blind}
        <div class="split">
            <div class="stack">
                {contents::contact(lang, view)}
                {contents::documents(lang, view)}
                {contents::letter(lang, view)}
                {contents::answers(lang, view)}
                {contents::disability(lang, view, None)}
            </div>
            <aside class="stack" aria-label=lang.text(Key::CommentTitle)>
                {remarks::comment_form(frame, view, draft)}
                {remarks::comments(frame, view)}
                {(!view.notes.is_empty()).then(|| remarks::notes(frame, view, draft))}
                {exclusions::recuse(frame, view)}
            </aside>
        </div>
    }
    .into_any()
}

/// For HR: a copy in which nobody recognises the person.
fn redacted(frame: &Frame, view: &View, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "redacted");
    let inside = view! {
        <details class="fold" open=form.came_back()>
            <summary>{lang.text(Key::RedactedNew)}</summary>
            <form
                class="form"
                method="post"
                enctype="multipart/form-data"
                action=format!("/office/applications/{}/redacted", view.id)
                novalidate
            >
                <p>{lang.text(Key::RedactedText)}</p>
                {form.field("file", Key::RedactedFile, "").file(".pdf,.docx,.odt")}
                <div class="row">
                    <button class="button">{lang.text(Key::RedactedSend)}</button>
                </div>
            </form>
        </details>
    };
    panel("redacted", lang.text(Key::SectionRedacted), None, inside)
}
