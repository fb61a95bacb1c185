//! `/status/applications`: the applications of an address.

use leptos::prelude::*;
use office::applicant::Own;
use rules::messages::Key;

use super::ADDRESS;
use crate::{frame::Frame, shell::Page, texts, ui};

/// The applications, the newest first.
#[must_use]
pub fn page(frame: &Frame, own: &[Own]) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::OwnListTitle);
    let rows: Vec<_> = own
        .iter()
        .map(|own| {
            let state = match own.outcome {
                Some(outcome) => lang.text(texts::outcome(Some(outcome))),
                None => lang.text(texts::stage(own.stage)),
            };
            view! {
                <li class="panel">
                    <h2><a href=format!("{ADDRESS}/{}", own.id)>{own.title.clone()}</a></h2>
                    <p class="muted">{own.employer.clone()}</p>
                    <dl class="facts">
                        <dt>{lang.text(Key::CourseReceived)}</dt>
                        " "
                        <dd>{ui::date(frame, own.received_at)}</dd>
                        <dt>{lang.text(Key::ColumnState)}</dt>
                        " "
                        <dd>{state}</dd>
                        <dt>{lang.text(Key::ErasedFrom)}</dt>
                        " "
                        <dd>{ui::day(frame, frame.day(own.due.erased_from))}</dd>
                    </dl>
                </li>
            }
        })
        .collect();
    let main = view! {
        <div class="head">
            <h1>{title}</h1>
            <p class="lead">{lang.text(Key::OwnListLead)}</p>
        </div>
        <ul class="mails stack">{rows}</ul>
        {leave(frame)}
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// The way out.
pub(super) fn leave(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    view! {
        <form class="row" method="post" action="/status/leave">
            <button class="button">{lang.text(Key::OwnLeave)}</button>
            " "
            <span class="muted">{lang.text(Key::OwnLeaveText)}</span>
        </form>
    }
    .into_any()
}
