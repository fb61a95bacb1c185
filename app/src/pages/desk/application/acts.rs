//! What HR does with an application: moving its stage, recording its outcome and when a rejection was received.

use leptos::prelude::*;
use office::{read::View, rejection::Rejection};
use rules::{
    access::Action,
    application::{Life, Outcome, Stage, move_stage},
    messages::Key,
};

use super::super::{form::Form, parts::panel};
use crate::{
    frame::{Draft, Frame},
    pages::error::Trouble,
    texts,
};

/// Moving the stage, while there is somewhere to move to.
pub(super) fn stage(frame: &Frame, view: &View, draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "stage");
    let stages: Vec<Stage> =
        Stage::ALL.iter().copied().filter(|&to| move_stage(view.posting_state, Life::Live, view.stage, to).is_ok()).collect();
    // Most often an application goes one stage on.
    let next = stages.iter().find(|&&stage| stage > view.stage).or(stages.last()).map_or("", |stage| stage.code());
    let options = stages.iter().map(|&stage| (stage.code().to_owned(), lang.text(texts::stage(stage)).to_owned())).collect();
    (!stages.is_empty() && view.may(Action::MoveStage)).then(|| {
        let inside = view! {
            <form class="filters" method="post" action=format!("/office/applications/{}/stage", view.id) novalidate>
                {form.field("stage", Key::StageMoveTo, next).select(options)}
                {shown(&form, draft, "from", view.stage.code())}
                <button class="button">{lang.text(Key::StageMove)}</button>
            </form>
        };
        panel("stage", lang.text(Key::ColumnStage), None, inside)
    })
}

/// The outcome as it stands, and the way to another while the rules let it change.
pub(super) fn outcome(frame: &Frame, view: &View, draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    let since = view.outcome.map(|(outcome, at)| {
        view! { <p>{lang.fill(Key::OutcomeSince, &[lang.text(texts::outcome(Some(outcome))), &frame.date(at)])}</p> }
    });
    let reason = view.outcome_reason.clone().map(|reason| view! { <p class="words">{reason}</p> });
    let choices: Vec<(&'static str, String, bool)> = possible(view)
        .map(|to| match to {
            Some(outcome) => (outcome.code(), lang.text(texts::outcome(to)).to_owned(), false),
            None => ("none", lang.text(Key::OutcomeTakeBack).to_owned(), false),
        })
        .collect();
    view.may(Action::Decide).then(|| {
        let form = (!choices.is_empty()).then(|| decide_form(frame, view, draft, choices));
        let handed_over = view.handed_over.then(|| {
            let records = frame.may(Action::ReadEmployees).then(|| {
                view! { " " <a href="/office/employees">{lang.text(Key::NavEmployees)}</a> }
            });
            view! { <p>{lang.text(Key::RefusedHandedOver)} {records}</p> }
        });
        panel("outcome", lang.text(Key::ColumnOutcome), None, view! { {since} {reason} {handed_over} {form} })
    })
}

/// Whether the form for an outcome is on the page.
pub(super) fn decides(view: &View) -> bool {
    view.may(Action::Decide) && possible(view).next().is_some()
}

/// The outcomes that the rules let follow the present one; `None` takes it back.
fn possible(view: &View) -> impl Iterator<Item = Option<Outcome>> {
    let current = view.outcome.map(|(outcome, _)| outcome);
    // Seats are counted by the use-case; every other rule is asked here too.
    let may_become =
        move |to| rules::application::decide(view.posting_state, Life::Live, current, to, 1, view.handed_over).is_ok();
    Outcome::ALL.iter().copied().map(Some).chain([None]).filter(move |&to| may_become(to))
}

/// When the rejection was received: often known only later, after the close too.
pub(super) fn rejection(frame: &Frame, view: &View, rejection: &Rejection, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "rejection");
    let known = rejection.received_on.map(|day| day.to_string()).unwrap_or_default();
    let (first, last) = (rejection.arrived_on.to_string(), frame.day(frame.now).to_string());
    let inside = view! {
        <form class="form" method="post" action=format!("/office/applications/{}/rejection", view.id) novalidate>
            {form
                .field("rejection_received_on", Key::RejectionReceivedOn, &known)
                .hint(lang.text(Key::RejectionText))
                .optional()
                .day(Some(first), Some(last))}
            <div class="row">
                <button class="button">{lang.text(Key::RejectionSend)}</button>
            </div>
        </form>
    };
    panel("rejection", lang.text(Key::RejectionTitle), None, inside)
}

fn decide_form(frame: &Frame, view: &View, draft: &Draft, choices: Vec<(&'static str, String, bool)>) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "outcome");
    let rejects = choices.iter().any(|(code, ..)| *code == Outcome::Rejected.code());
    let today = frame.day(frame.now).to_string();
    let received = rejects.then(|| {
        form.field("rejection_received_on", Key::RejectionReceivedOn, "")
            .hint(lang.text(Key::RejectionReceivedHint))
            .optional()
            .day(None, Some(today))
    });
    view! {
        <form class="form" method="post" action=format!("/office/applications/{}/outcome", view.id) novalidate>
            {form.choices("radio", "outcome", Key::OutcomeRecord, false, choices)}
            {form.field("reason", Key::OutcomeReason, "").optional().readable().area("3")}
            {received}
            {shown(&form, draft, "seen", &view.outcome_version.to_string())}
            <div class="row">
                <button class="button primary">{lang.text(Key::OutcomeSend)}</button>
            </div>
        </form>
    }
    .into_any()
}

/// What the page shows of the state that a form changes, sent along so that nobody overturns unseen what was done since. A form
/// that comes back is still about the page on which it was begun, until the person was told how things stand.
fn shown(form: &Form<'_>, draft: &Draft, name: &'static str, now: &str) -> AnyView {
    let value = match draft.trouble {
        Some(Trouble::Conflict | Trouble::Refused(_)) => now.to_owned(),
        _ => form.value(name, now),
    };
    view! { <input type="hidden" name=name value=value/> }.into_any()
}
