//! `/office`: what waits.

use leptos::prelude::*;
use office::{
    breach::BreachLine,
    log::JournalFilter,
    overdue::Overdue,
    unusual::Unusual,
    waiting::{AHEAD, ForHr, ForPrivacy, Forgotten, Released, Waiting},
};
use rules::{
    access::Action,
    messages::{Key, filled},
    posting::Reminder,
};

use super::{
    applications::{last_day, name_of},
    audit, breaches, overdue, papers,
    parts::{head, muted, panel},
    requests,
    retention::certificates,
};
use crate::{frame::Frame, shell::Page, ui};

/// What waits for the person, below what is overdue.
#[must_use]
pub fn page(frame: &Frame, waiting: &Waiting, alarm: Option<&Overdue>) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::StartTitle);
    let acts = frame.may(Action::RunPosting).then(|| {
        view! { <a class="button primary" href="/office/postings/new">{lang.text(Key::PostingNewTitle)}</a> }.into_any()
    });
    let main = view! {
        {head(None, title.to_owned(), Some(muted(frame.date(frame.now))), acts)}
        {alarm.map(|alarm| overdue::alarm(frame, alarm))}
        {waiting.hr.as_ref().map(|hr| for_hr(frame, hr))}
        {told(frame, &waiting.told)}
        {waiting.released.as_ref().map(|released| for_readers(frame, released))}
        {waiting.privacy.as_ref().map(|privacy| for_privacy(frame, privacy))}
        {frame.may(Action::ManagePeople).then(|| for_admin(frame))}
        {frame.may(Action::ReadPapers).then(|| for_accounting(frame))}
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// Nothing waits for accounting: the papers are where they are.
fn for_accounting(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let next = (papers::ADDRESS.to_owned(), lang.text(Key::NavPapers).to_owned());
    ui::empty(lang.text(Key::StartNothingTitle), lang.text(Key::PapersText), Some(next))
}

/// A number that waits: how many, where they are, how urgent, and the words for one and for more.
struct Count(i64, &'static str, Option<&'static str>, Key, Key);

fn counts(frame: &Frame, counts: Vec<Count>) -> AnyView {
    let lang = frame.lang;
    let lines: Vec<_> = counts
        .into_iter()
        .filter(|count| count.0 > 0)
        .map(|Count(number, href, tone, one, many)| {
            let words = lang.fill(if number == 1 { one } else { many }, &[&AHEAD.to_string()]);
            view! {
                <li data-tone=tone>
                    <a href=href>
                        <b>{lang.number(number)}</b>
                        " "
                        {words}
                    </a>
                </li>
            }
        })
        .collect();
    match lines.is_empty() {
        true => ui::empty(lang.text(Key::StartNothingTitle), lang.text(Key::StartNothingText), None),
        false => view! { <ul class="waits">{lines}</ul> }.into_any(),
    }
}

fn for_hr(frame: &Frame, hr: &ForHr) -> AnyView {
    let lang = frame.lang;
    let list = vec![
        Count(hr.overdue, "/office/retention", Some("bad"), Key::WaitsOverdueOne, Key::WaitsOverdueMany),
        Count(
            hr.requests.0,
            requests::ADDRESS,
            requests::tone(frame, hr.requests.1),
            Key::WaitsRequestsOne,
            Key::WaitsRequestsMany,
        ),
        Count(hr.claims, "/office/retention#claims", Some("bad"), Key::WaitsClaimsOne, Key::WaitsClaimsMany),
        Count(
            hr.announcements,
            "/office/retention#announcements",
            Some("due"),
            Key::WaitsAnnouncementsOne,
            Key::WaitsAnnouncementsMany,
        ),
        Count(
            hr.received,
            "/office/applications?stage=received&outcome=none",
            None,
            Key::WaitsReceivedOne,
            Key::WaitsReceivedMany,
        ),
        Count(hr.undecided, "/office/applications?outcome=none", None, Key::WaitsUndecidedOne, Key::WaitsUndecidedMany),
        Count(hr.hired, "/office/applications?outcome=hired", Some("good"), Key::WaitsHiredOne, Key::WaitsHiredMany),
        Count(hr.erasures, "/office/retention", Some("due"), Key::WaitsErasuresOne, Key::WaitsErasuresMany),
    ];
    let closing: Vec<_> = hr
        .closing
        .iter()
        .map(|soon| {
            let undecided = match soon.undecided {
                0 => lang.text(Key::AllDecided).to_owned(),
                many => lang.count(many, Key::UndecidedOne, Key::UndecidedMany),
            };
            let today = frame.day(frame.now);
            let near = soon.reminder.and_then(|reminder| {
                let tone = if reminder == Reminder::Days { "bad" } else { "due" };
                ui::due_words(lang, soon.closes_on, today).map(|words| ui::badge(tone, words))
            });
            view! {
                <li>
                    {ui::short_day(frame, soon.closes_on)}
                    " "
                    <span>
                        <a href=format!("/office/postings/{}", soon.posting)>{soon.title.clone()}</a>
                        ", "
                        {undecided}
                    </span>
                    " "
                    {near}
                </li>
            }
        })
        .collect();
    view! {
        {counts(frame, list)}
        {(!closing.is_empty())
            .then(|| panel("closing", lang.fill(Key::StartClosing, &[&AHEAD.to_string()]), Some(hr.closing.len()), view! { <ul class="log">{closing}</ul> }))}
    }
    .into_any()
}

fn for_readers(frame: &Frame, released: &[Released]) -> AnyView {
    let lang = frame.lang;
    if released.is_empty() {
        let next = ("/office/applications".to_owned(), lang.text(Key::ListReleasedTitle).to_owned());
        return ui::empty(lang.text(Key::StartNoCommentTitle), lang.text(Key::StartNoCommentText), Some(next));
    }
    let until = |released: &Released| {
        let day = last_day(frame, released.until);
        let urgency = ui::Urgency::of(day, frame.day(frame.now));
        view! {
            <span class="due" data-urgency=urgency.code()>
                {ui::short_day(frame, day)}
                {ui::due_words(lang, day, frame.day(frame.now)).map(|words| view! { <small>{words}</small> })}
            </span>
        }
        .into_any()
    };
    let inside = view! {
        <p>{lang.text(Key::StartCommentText)}</p>
        {table(frame, released, Key::ReleasedUntil, until)}
    };
    panel("released", lang.text(Key::StartComment), Some(released.len()), inside)
}

/// The severely disabled applicants of whom the house told a body, the newest first.
fn told(frame: &Frame, told: &[Released]) -> Option<AnyView> {
    let lang = frame.lang;
    (!told.is_empty()).then(|| {
        let inside = view! {
            <p>{lang.text(Key::StartToldText)}</p>
            {table(frame, told, Key::ColumnTold, |told| ui::short_date(frame, told.since))}
        };
        panel("told", lang.text(Key::StartTold), Some(told.len()), inside)
    })
}

/// Applications that somebody may open, with a date that says why they stand here.
fn table(frame: &Frame, released: &[Released], column: Key, date: impl Fn(&Released) -> AnyView) -> AnyView {
    let lang = frame.lang;
    let rows: Vec<_> = released
        .iter()
        .map(|released| {
            let line = &released.line;
            view! {
                <tr>
                    <th scope="row">
                        <a href=format!("/office/applications/{}", line.id)>{name_of(frame, line)}</a>
                    </th>
                    <td>{line.posting.clone()}</td>
                    <td>{ui::stage(lang, line.stage)}</td>
                    <td data-label=lang.text(column)>{date(released)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{lang.text(Key::ColumnApplicant)}</th>
                    <th scope="col">{lang.text(Key::ColumnPosting)}</th>
                    <th scope="col">{lang.text(Key::ColumnStage)}</th>
                    <th scope="col">{lang.text(column)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn for_privacy(frame: &Frame, privacy: &ForPrivacy) -> AnyView {
    let lang = frame.lang;
    let list = vec![
        Count(privacy.overdue, "/office/retention", Some("bad"), Key::WaitsOverdueOne, Key::WaitsOverdueMany),
        Count(
            privacy.requests.0,
            requests::ADDRESS,
            requests::tone(frame, privacy.requests.1),
            Key::WaitsRequestsOne,
            Key::WaitsRequestsMany,
        ),
        Count(privacy.claims, "/office/retention#claims", Some("bad"), Key::WaitsClaimsOne, Key::WaitsClaimsMany),
        Count(
            privacy.announcements,
            "/office/retention#announcements",
            Some("due"),
            Key::WaitsAnnouncementsOne,
            Key::WaitsAnnouncementsMany,
        ),
        Count(privacy.erasures, "/office/retention", Some("due"), Key::WaitsErasuresOne, Key::WaitsErasuresMany),
    ];
    view! {
        {breaches_to_report(frame, &privacy.breaches)}
        {unusual(frame, &privacy.unusual)}
        {counts(frame, list)}
        {forgotten(frame, &privacy.forgotten)}
        {panel("certificates", lang.text(Key::CertificatesTitle), None, certificates(frame, &privacy.certificates, &[]))}
    }
    .into_any()
}

/// Breaches of which the authority was not told yet, with the hours that are left.
fn breaches_to_report(frame: &Frame, breaches: &[BreachLine]) -> Option<AnyView> {
    let lines: Vec<_> = breaches
        .iter()
        .map(|line| {
            view! {
                <li>
                    {ui::moment(frame, line.known_at)}
                    " "
                    <span>
                        <a href=format!("{}/{}", breaches::ADDRESS, line.id)>{line.name.clone()}</a>
                    </span>
                    " "
                    {ui::badge("bad", breaches::left(frame, line))}
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        let inside = view! { <ul class="log">{lines}</ul> };
        panel("breaches", frame.lang.text(Key::StartBreaches), Some(breaches.len()), inside)
    })
}

/// Accounts that opened unusually many applications in one day; each leads to its openings of that day.
fn unusual(frame: &Frame, unusual: &[Unusual]) -> Option<AnyView> {
    let lang = frame.lang;
    let lines: Vec<_> = unusual
        .iter()
        .map(|one| {
            let filter = JournalFilter {
                person: Some(one.person.clone()),
                from: Some(one.day),
                to: Some(one.day),
                ..JournalFilter::default()
            };
            let said = lang.fill(Key::StartUnusualLine, &[&one.name, &lang.number(one.applications)]);
            view! {
                <li>
                    {ui::short_day(frame, one.day)}
                    " "
                    <span>
                        <a href=audit::address(audit::ADDRESS, &filter, None)>{said}</a>
                    </span>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        let inside = view! {
            <p>{lang.text(Key::StartUnusualText)}</p>
            <ul class="log">{lines}</ul>
        };
        panel("unusual", lang.text(Key::StartUnusual), Some(unusual.len()), inside)
    })
}

/// Procedures in which nothing has happened for three months.
fn forgotten(frame: &Frame, forgotten: &[Forgotten]) -> Option<AnyView> {
    let lang = frame.lang;
    let lines: Vec<_> = forgotten
        .iter()
        .map(|procedure| {
            let applications = lang.count(procedure.applications, Key::ApplicationsOne, Key::ApplicationsMany);
            view! {
                <li>
                    {ui::short_day(frame, procedure.since)}
                    " "
                    <span>{filled("{}, {}", &[&procedure.title, &applications])}</span>
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        let inside = view! {
            <p>{lang.text(Key::ForgottenText)}</p>
            <ul class="log">{lines}</ul>
        };
        panel("forgotten", lang.text(Key::ForgottenTitle), Some(forgotten.len()), inside)
    })
}

fn for_admin(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let inside = view! {
        <p>{lang.text(Key::StartPeopleText)}</p>
        <p class="row">
            <a class="button" href="/office/people">{lang.text(Key::NavPeople)}</a>
            " "
            <a class="button" href="/office/settings">{lang.text(Key::NavSettings)}</a>
        </p>
    };
    panel("administration", lang.text(Key::RoleAdmin), None, inside)
}
