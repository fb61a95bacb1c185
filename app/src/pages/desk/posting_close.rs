//! `/office/postings/{id}/close`: what closing means, in words, before it happens.

use leptos::prelude::*;
use office::posting::PostingAtDesk;
use rules::{messages::Key, retention::Due};

use super::parts::{alert, head};
use crate::{frame::Frame, shell::Page};

/// The question whether to close a procedure; `due` is the date its applications get if it closes now.
#[must_use]
pub fn page(frame: &Frame, at_desk: &PostingAtDesk, due: Due) -> Page {
    let lang = frame.lang;
    let undecided = at_desk.counts.undecided;
    let title = match undecided {
        0 => lang.text(Key::CloseTitle).to_owned(),
        _ => lang.count(undecided, Key::CloseUndecidedOne, Key::CloseUndecidedMany),
    };
    let address = format!("/office/postings/{}", at_desk.posting.id);
    let body = if undecided == 0 { confirm(frame, at_desk, due, &address) } else { not_yet(frame, at_desk, &address) };
    let main = view! {
        {head(Some((address, at_desk.posting.title.clone())), title.clone(), None, None)}
        {body}
    };
    Page { title, main: main.into_any(), islands: false }
}

fn confirm(frame: &Frame, at_desk: &PostingAtDesk, due: Due, address: &str) -> AnyView {
    let lang = frame.lang;
    let PostingAtDesk { posting, counts } = at_desk;
    let (last, erased) = (lang.date(due.last_day), frame.date(due.erased_from));
    let before = frame.date(posting.due(&frame.zone).erased_from);
    let hired =
        (counts.hired > 0).then(|| view! { <li>{lang.count(counts.hired, Key::CloseHiredOne, Key::CloseHiredMany)}</li> });
    let blocked = counts.total - counts.hired;
    let blocked = (blocked > 0).then(|| view! { <li>{lang.count(blocked, Key::CloseBlockedOne, Key::CloseBlockedMany)}</li> });
    let gone = match counts.total {
        1 => lang.fill(Key::CloseErasedOne, &[&erased, &before]),
        many => lang.fill(Key::CloseErasedMany, &[&lang.number(many), &erased, &before]),
    };
    let applications = (counts.total > 0).then(|| {
        view! {
            {blocked}
            <li>{lang.text(Key::CloseReleases)}</li>
            <li>
                {lang.fill(Key::CloseLastDay, &[&last])}
                " "
                <b>{gone}</b>
            </li>
            {hired}
        }
    });
    let nobody = (counts.total == 0).then(|| view! { <li>{lang.text(Key::CloseNobody)}</li> });
    let effects = view! {
        <ul>
            {applications}
            {nobody}
            <li>{lang.text(Key::CloseForGood)}</li>
        </ul>
    };
    view! {
        {alert("effects", "bad", lang.fill(Key::CloseEffects, &[&frame.date(frame.now)]), effects)}
        <form class="form" method="post" action=format!("{address}/close")>
            <div class="row">
                <button class="button danger">{lang.text(Key::CloseSend)}</button>
                " "
                <a class="button quiet" href=address.to_owned()>{lang.text(Key::CloseLeave)}</a>
            </div>
        </form>
    }
    .into_any()
}

fn not_yet(frame: &Frame, at_desk: &PostingAtDesk, address: &str) -> AnyView {
    let lang = frame.lang;
    let planned = lang.date(at_desk.posting.planned_close_on);
    let why = view! { <p>{lang.fill(Key::CloseNotYetText, &[&planned])}</p> };
    view! {
        {alert("why", "due", lang.text(Key::CloseNotYetTitle), why)}
        <p class="row">
            <a class="button primary" href=format!("{address}#decide")>
                {lang.count(at_desk.counts.undecided, Key::CloseDecideOne, Key::CloseDecideMany)}
            </a>
            " "
            <a class="button quiet" href=address.to_owned()>{lang.text(Key::CloseLeave)}</a>
        </p>
    }
    .into_any()
}
