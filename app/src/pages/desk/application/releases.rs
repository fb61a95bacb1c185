//! Releases: what stands, and the way to another.

use jiff::Span;
use leptos::prelude::*;
use office::read::{ReleaseLine, View};
use rules::{
    access::{Action, Audience},
    application::{Outcome, Section},
    id::DepartmentId,
    messages::Key,
    posting::State,
};

use super::{
    super::{
        applications::last_day,
        form::Form,
        parts::{list, panel as sheet},
    },
    contents::sections,
};
use crate::{
    frame::{Draft, Frame},
    texts, ui,
};

/// A release is proposed for this many days.
const PROPOSED: i64 = 30;

/// The releases of an application, for HR.
pub(super) fn panel(frame: &Frame, view: &View, draft: &Draft, departments: &[(DepartmentId, String)]) -> Option<AnyView> {
    let lang = frame.lang;
    let may_release = view.may(Action::Release);
    let shows = shows_anything(view);
    let lines: Vec<_> = view.releases.iter().map(|release| line(frame, view, release, shows)).collect();
    let new = match (may_release, shows) {
        (false, _) => None,
        (true, false) => Some(view! { <p class="muted">{lang.text(Key::ReleaseEnded)}</p> }.into_any()),
        (true, true) => Some(new_release(frame, view, draft, departments)),
    };
    let inside = view! {
        {(!lines.is_empty()).then(|| view! { <ul class="remarks">{lines}</ul> })}
        {new}
    };
    (may_release || !view.releases.is_empty()).then(|| sheet("releases", lang.text(Key::ReleasesTitle), None, inside))
}

/// A rejection, a withdrawal and the close end every release.
fn shows_anything(view: &View) -> bool {
    let ended = view.outcome.is_some_and(|(outcome, _)| matches!(outcome, Outcome::Rejected | Outcome::Withdrawn));
    !ended && !matches!(view.posting_state, State::Closed | State::Archived)
}

fn line(frame: &Frame, view: &View, release: &ReleaseLine, shows: bool) -> AnyView {
    let lang = frame.lang;
    let audience = match (&release.audience_name, &release.audience) {
        (Some(name), _) => name.clone(),
        (None, Audience::Body(role)) => lang.text(texts::role(*role)).to_owned(),
        (None, _) => lang.text(Key::Somebody).to_owned(),
    };
    let names = list(release.sections.iter().map(|&section| lang.text(texts::section(section))));
    let stands = release.stands && shows;
    let when = match release.revoked_at {
        Some(at) => lang.fill(Key::ReleaseRevokedOn, &[&frame.date(at)]),
        None => lang.fill(Key::ReleaseUntilDay, &[&lang.date(last_day(frame, release.until))]),
    };
    let label = lang.fill(Key::ReleaseRevokeFrom, &[&audience]);
    let revoke = (stands && view.may(Action::Release)).then(|| {
        view! {
            <form method="post" action=format!("/office/applications/{}/releases/{}/revoke", view.id, release.id)>
                <button class="button" aria-label=label>{lang.text(Key::ReleaseRevoke)}</button>
            </form>
        }
    });
    view! {
        <li>
            <p>
                {when}
                {(!stands).then(|| view! { " " {ui::badge("block", lang.text(Key::ReleaseOver))} })}
            </p>
            <p>{lang.fill(Key::ReleaseSees, &[&audience, &names])}</p>
            {revoke}
        </li>
    }
    .into_any()
}

fn new_release(frame: &Frame, view: &View, draft: &Draft, departments: &[(DepartmentId, String)]) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "releases");
    let today = frame.day(frame.now);
    let after = |span: Span| today.saturating_add(span).to_string();
    let open = form.came_back() || view.releases.is_empty();
    let departments = departments.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    // Who judges the work needs no address: contact data begin unticked.
    let choices = sections(view)
        .into_iter()
        .map(|section| (section.code(), lang.text(texts::section(section)).to_owned(), section != Section::Contact))
        .collect();
    view! {
        <details class="fold" open=open>
            <summary>{lang.text(Key::ReleaseNew)}</summary>
            <form class="form" method="post" action=format!("/office/applications/{}/releases", view.id) novalidate>
                {form.field("department", Key::JobDepartment, view.department.as_str()).select(departments)}
                {form.choices("checkbox", "sections", Key::ReleaseSections, false, choices)}
                {form
                    .field("until", Key::ReleaseUntil, &after(Span::new().days(PROPOSED)))
                    .hint(lang.text(Key::ReleaseUntilHint))
                    .day(Some(today.to_string()), Some(after(Span::new().years(1))))}
                <div class="row">
                    <button class="button primary">{lang.text(Key::ReleaseSend)}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
