//! `/office/audit`: who read or changed what.

use jiff::civil::Date;
use leptos::prelude::*;
use office::log::{By, JournalLine};
use rules::messages::{Key, Lang};

use super::{
    deed::deed,
    form::{Form, problems, titled},
    parts::{head, muted, panel, short_id},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    ui,
};

const ADDRESS: &str = "/office/audit";

/// The name of the form that asks for a proof, for its [`Draft`].
pub const FORM: &str = "proof";

/// One page of the journal, the newest first; `older` is where the next page begins, `draft` a form that came back.
#[must_use]
pub fn page(frame: &Frame, lines: &[JournalLine], older: Option<i64>, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavAudit);
    let body = match lines.is_empty() {
        true => ui::empty(lang.text(Key::JournalEmptyTitle), lang.text(Key::JournalEmptyText), None),
        false => table(frame, lines),
    };
    let pager = older.map(|older| {
        view! {
            <nav class="pager" aria-label=lang.text(Key::PagerLabel)>
                <a class="button" href=ADDRESS>{lang.text(Key::PagerNewest)}</a>
                <a class="button" href=format!("{ADDRESS}?before={older}") rel="next">{lang.text(Key::PagerOlder)}</a>
            </nav>
        }
    });
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::JournalText))), None)}
        {problems(frame, draft, true, |_| Key::CertificateNumber)}
        {body}
        {pager}
        {panel("proofs", lang.text(Key::ProofsTitle), None, proofs(frame, draft))}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// What the privacy officer can keep elsewhere.
fn proofs(frame: &Frame, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let number = Form::new(frame, draft, FORM).field("number", Key::CertificateNumber, "");
    view! {
        {muted(lang.text(Key::ProofsText))}
        <p class="row">
            <a class="button" href="/office/audit/checkpoint">{lang.text(Key::ProofsCheckpoint)}</a>
            <a class="button" href="/office/audit/key">{lang.text(Key::ProofsKey)}</a>
        </p>
        <form class="form" method="post" action="/office/audit/proof" novalidate>
            {number.hint(lang.text(Key::CertificateProofText)).line()}
            <div class="row">
                <button class="button">{lang.text(Key::CertificateProofSave)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn table(frame: &Frame, lines: &[JournalLine]) -> AnyView {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let days: Vec<_> = lines
        .chunk_by(|a, b| frame.day(a.at) == frame.day(b.at))
        .map(|lines| day(frame, frame.day(lines[0].at), lines))
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    {column(Key::JournalTime)}
                    {column(Key::JournalWho)}
                    {column(Key::JournalDid)}
                    {column(Key::JournalWhat)}
                    {column(Key::JournalDetail)}
                </tr>
            </thead>
            {days}
        </table>
    }
    .into_any()
}

fn day(frame: &Frame, day: Date, lines: &[JournalLine]) -> AnyView {
    let rows: Vec<_> = lines.iter().map(|line| row(frame, line)).collect();
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup" colspan="5">{ui::day(frame, day)}</th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(frame: &Frame, line: &JournalLine) -> AnyView {
    let lang = frame.lang;
    let local = frame.zone.to_datetime(line.at);
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    let (did, detail) = deed(lang, line);
    view! {
        <tr>
            <td>
                <time datetime=line.at.to_string()>{time}</time>
            </td>
            <th scope="row">{who(lang, line)}</th>
            <td data-label=lang.text(Key::JournalDid)>{did}</td>
            <td data-label=lang.text(Key::JournalWhat)>{subjects(lang, &line.subjects)}</td>
            <td data-label=lang.text(Key::JournalDetail)>{detail}</td>
        </tr>
    }
    .into_any()
}

fn who(lang: Lang, line: &JournalLine) -> AnyView {
    match (&line.by, &line.name) {
        (_, Some(name)) => name.clone().into_any(),
        (By::Account(id), None) => short_id(id),
        (By::Applicant, None) => lang.text(Key::ByApplicant).into_any(),
        (By::Stranger, None) => lang.text(Key::ByStranger).into_any(),
        (By::House, None) => lang.text(Key::TheHouse).into_any(),
    }
}

/// The records, by the end of their identifiers; how many, where they are a page full.
fn subjects(lang: Lang, subjects: &[String]) -> Option<AnyView> {
    match subjects {
        [] => None,
        [one] if one.is_empty() => None,
        [one] => Some(short_id(one)),
        [one, other] => Some(view! { <span>{short_id(one)} " " {short_id(other)}</span> }.into_any()),
        many => Some(lang.fill(Key::JournalRecords, &[&lang.number(many.len() as i64)]).into_any()),
    }
}
