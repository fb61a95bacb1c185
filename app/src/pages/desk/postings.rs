//! `/office/postings`: every posting of the employer.

use leptos::prelude::*;
use office::{careers::Posting, posting::PostingAtDesk};
use rules::{messages::Key, posting::State};

use super::parts::head;
use crate::{frame::Frame, shell::Page, ui};

/// The list of postings, the newest first.
#[must_use]
pub fn page(frame: &Frame, postings: &[PostingAtDesk]) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavPostings);
    let new = || view! { <a class="button primary" href="/office/postings/new">{lang.text(Key::PostingNewTitle)}</a> }.into_any();
    let body = match postings.is_empty() {
        true => {
            let next = ("/office/postings/new".to_owned(), lang.text(Key::PostingNewTitle).to_owned());
            ui::empty(lang.text(Key::PostingsEmptyTitle), lang.text(Key::PostingsEmptyText), Some(next))
        }
        false => table(frame, postings),
    };
    let main = view! {
        {head(None, title.to_owned(), None, (!postings.is_empty()).then(new))}
        {body}
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// Where a posting stands for whoever would apply: after its last intake day it takes nothing more, whether or not somebody
/// stopped it.
pub(super) fn state(frame: &Frame, posting: &Posting) -> State {
    match posting.state {
        State::Open if !posting.takes_applications(frame.day(frame.now)) => State::IntakeClosed,
        state => state,
    }
}

/// The day on which the procedure ended, or ends by itself.
pub(super) fn closes(frame: &Frame, posting: &Posting) -> AnyView {
    ui::short_day(frame, posting.closing().day(&frame.zone))
}

fn table(frame: &Frame, postings: &[PostingAtDesk]) -> AnyView {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let number = |key: Key| view! { <th scope="col" class="num">{lang.text(key)}</th> };
    let rows: Vec<_> = postings.iter().map(|posting| row(frame, posting)).collect();
    view! {
        <table class="table wide">
            <thead>
                <tr>
                    {column(Key::ColumnPosting)}
                    {column(Key::ColumnState)}
                    {column(Key::IntakeEndsOn)}
                    {number(Key::NavApplications)}
                    {number(Key::OutcomeNone)}
                    {column(Key::ColumnCloses)}
                    {column(Key::ErasedFrom)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(frame: &Frame, at_desk: &PostingAtDesk) -> AnyView {
    let lang = frame.lang;
    let PostingAtDesk { posting, counts } = at_desk;
    let shown = |count: i64| (count > 0).then(|| lang.number(count));
    view! {
        <tr>
            <th scope="row">
                <a href=format!("/office/postings/{}", posting.id) lang=posting.language.code()>{posting.title.clone()}</a>
                <small class="under">{posting.department_name.clone()}</small>
            </th>
            <td>{ui::posting_state(lang, state(frame, posting))}</td>
            <td data-label=lang.text(Key::IntakeEndsOn)>{ui::short_day(frame, posting.intake_ends_on)}</td>
            <td data-label=lang.text(Key::NavApplications) class="num">{shown(counts.total)}</td>
            <td data-label=lang.text(Key::OutcomeNone) class="num">{shown(counts.undecided)}</td>
            <td data-label=lang.text(Key::ColumnCloses)>{closes(frame, posting)}</td>
            <td data-label=lang.text(Key::ErasedFrom)>
                {ui::short_date(frame, posting.due(&frame.zone).erased_from)}
            </td>
        </tr>
    }
    .into_any()
}
