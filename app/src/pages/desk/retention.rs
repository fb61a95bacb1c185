//! `/office/retention`: what goes, when and why, and the proof of what is gone.

use jiff::civil::Date;
use leptos::prelude::*;
use office::{
    log::Certificate,
    overdue::Overdue,
    restrict::Announcement,
    retention::{Group, Plan},
};
use rules::{access::Action, kept::KeptClass, messages::Key, posting::CloseKind};

use super::{
    chart, concept, hold, overdue,
    parts::{head, muted, panel, short_id},
};
use crate::{frame::Frame, shell::Page, ui};

/// The plan, below what is overdue.
#[must_use]
pub fn page(frame: &Frame, plan: &Plan, alarm: Option<&Overdue>) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::PlanTitle);
    let body = match plan.groups.is_empty() {
        true => {
            let next =
                frame.may(Action::ListPostings).then(|| ("/office/postings".to_owned(), lang.text(Key::NavPostings).to_owned()));
            ui::empty(lang.text(Key::PlanEmptyTitle), lang.text(Key::PlanEmptyText), next)
        }
        false => view! {
            {panel("ahead", lang.text(Key::PlanAhead), None, chart::months(frame, plan))}
            <section class="stack" aria-labelledby="plan">
                <h2 id="plan">{lang.text(Key::PlanByMonth)}</h2>
                {table(frame, &plan.groups)}
            </section>
        }
        .into_any(),
    };
    let save = (!plan.groups.is_empty()).then(|| {
        view! { <a class="button" href="/office/retention/plan.csv" download="retention-plan.csv">{lang.text(Key::PlanSave)}</a> }.into_any()
    });
    let acts = view! {
        {save}
        <a class="button" href=concept::ADDRESS>{lang.text(Key::ConceptTitle)}</a>
    };
    let known: Vec<(String, String)> = plan.groups.iter().map(|group| (group.posting.to_string(), group.title.clone())).collect();
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.fill(Key::PlanAsOf, &[&ui::moment_text(frame, plan.now)]))), Some(acts.into_any()))}
        {alarm.map(|alarm| overdue::alarm(frame, alarm))}
        {body}
        {kept(frame, plan)}
        {hold::claims(frame, &plan.claims)}
        {announcements(frame, &plan.announcements)}
        <section class="stack" aria-labelledby="certificates">
            <h2 id="certificates">{lang.text(Key::CertificatesTitle)}</h2>
            {certificates(frame, &plan.certificates, &known)}
        </section>
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// What is kept beside procedures, by class.
fn kept(frame: &Frame, plan: &Plan) -> Option<AnyView> {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = plan
        .kept
        .iter()
        .map(|(class, count, first)| {
            view! {
                <tr>
                    <th scope="row">{lang.text(class_key(*class))}</th>
                    <td data-label=lang.text(Key::KeptCount) class="num">{lang.number(*count)}</td>
                    <td data-label=lang.text(Key::KeptFirst)>{ui::short_day(frame, first.last_day)}</td>
                </tr>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="kept">
                <h2 id="kept">{lang.text(Key::KeptTitle)}</h2>
                <table class="table">
                    <thead>
                        <tr>
                            {column(Key::KeptClass)} <th scope="col" class="num">{lang.text(Key::KeptCount)}</th>
                            {column(Key::KeptFirst)}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
        .into_any()
    })
}

/// The restricted applications that go soon, and whether their applicants were told; nothing where there is none.
fn announcements(frame: &Frame, announcements: &[Announcement]) -> Option<AnyView> {
    let lang = frame.lang;
    let rows: Vec<_> = announcements
        .iter()
        .map(|announcement| {
            let id = short_id(announcement.application.as_str());
            let id = match frame.may(Action::Restrict) {
                true => {
                    view! { <a href=format!("/office/applications/{}#restriction", announcement.application)>{id}</a> }.into_any()
                }
                false => id,
            };
            let told = match announcement.told_on {
                Some(day) => ui::short_day(frame, day),
                None => ui::badge("due", lang.text(Key::AnnouncementOpen)).into_any(),
            };
            view! {
                <tr data-urgency=announcement.told_on.is_none().then_some("soon")>
                    <th scope="row">{id}</th>
                    <td data-label=lang.text(Key::ColumnPosting)>{announcement.title.clone()}</td>
                    <td data-label=lang.text(Key::ErasedFrom)>{ui::short_day(frame, frame.day(announcement.due.erased_from))}</td>
                    <td data-label=lang.text(Key::AnnouncementToldOn)>{told}</td>
                </tr>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="announcements">
                <h2 id="announcements">{lang.text(Key::AnnouncementsTitle)}</h2>
                <p>{lang.text(Key::AnnouncementText)}</p>
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{lang.text(Key::ColumnApplicant)}</th>
                            <th scope="col">{lang.text(Key::ColumnPosting)}</th>
                            <th scope="col">{lang.text(Key::ErasedFrom)}</th>
                            <th scope="col">{lang.text(Key::AnnouncementToldOn)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
        .into_any()
    })
}

fn table(frame: &Frame, groups: &[Group]) -> AnyView {
    let lang = frame.lang;
    let month = |group: &Group| frame.day(group.due.erased_from).first_of_month();
    let overdue = groups.iter().filter(|group| group.overdue).collect::<Vec<_>>();
    let ahead = groups.iter().filter(|group| !group.overdue).collect::<Vec<_>>();
    let mut parts = Vec::new();
    if !overdue.is_empty() {
        parts.push(part(frame, lang.text(Key::PlanOverdue).to_owned(), &overdue));
    }
    for same in ahead.chunk_by(|a, b| month(a) == month(b)) {
        parts.push(part(frame, lang.month(month(same[0])), same));
    }
    let total = groups.iter().map(|group| group.count).sum();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{lang.text(Key::ColumnPosting)}</th>
                    <th scope="col">{lang.text(Key::ErasedFrom)}</th>
                    <th scope="col" class="num">{lang.text(Key::NavApplications)}</th>
                    <th scope="col">{lang.text(Key::PlanWhy)}</th>
                </tr>
            </thead>
            {parts}
            <tfoot>
                <tr>
                    <th scope="row">{lang.text(Key::CountsAll)}</th>
                    <td></td>
                    <td data-label=lang.text(Key::NavApplications) class="num">{lang.number(total)}</td>
                    <td></td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}

fn part(frame: &Frame, heading: String, groups: &[&Group]) -> AnyView {
    let rows: Vec<_> = groups.iter().map(|group| row(frame, group)).collect();
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup" colspan="4">{heading}</th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(frame: &Frame, group: &Group) -> AnyView {
    let lang = frame.lang;
    let from = group.closed_on.unwrap_or(group.planned_close_on);
    let why = match (group.closed_on, group.close_kind) {
        _ if group.by_receipt => lang.text(Key::PlanReceipt).to_owned(),
        (Some(day), Some(CloseKind::Planned)) => lang.fill(Key::PlanClosedByItself, &[&lang.date(day)]),
        (Some(day), _) => lang.fill(Key::PlanClosed, &[&lang.date(day)]),
        (None, _) => lang.fill(Key::PlanCloses, &[&lang.date(group.planned_close_on)]),
    };
    let kept = (group.kept > 0).then(|| lang.count(group.kept, Key::PlanKeptOne, Key::PlanKeptMany));
    view! {
        <tr data-urgency=group.overdue.then_some("overdue")>
            <th scope="row">{posting_link(frame, group.posting.as_str(), Some(group.title.clone()))}</th>
            <td data-label=lang.text(Key::ErasedFrom)>{ui::due(frame, &group.due, from)}</td>
            <td data-label=lang.text(Key::NavApplications) class="num">{lang.number(group.count)}</td>
            <td data-label=lang.text(Key::PlanWhy)>
                <span>{why}</span>
                {kept.map(|kept| view! { <p class="muted">{kept}</p> })}
            </td>
        </tr>
    }
    .into_any()
}

/// A posting by its title or its number, leading to it for those who may go there.
fn posting_link(frame: &Frame, posting: &str, title: Option<String>) -> AnyView {
    let text = title.map_or_else(|| short_id(posting), IntoAny::into_any);
    match frame.may(Action::ListPostings) {
        true => view! { <a href=format!("/office/postings/{posting}")>{text}</a> }.into_any(),
        false => text,
    }
}

/// Certificates, the newest first; `known` are the titles of postings, by identifier.
pub(super) fn certificates(frame: &Frame, certificates: &[Certificate], known: &[(String, String)]) -> AnyView {
    let lang = frame.lang;
    if certificates.is_empty() {
        return muted(lang.text(Key::CertificatesNone));
    }
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = certificates.iter().map(|certificate| certificate_row(frame, certificate, known)).collect();
    view! {
        <table class="table wide">
            <thead>
                <tr>
                    {column(Key::CertificateNumber)}
                    {column(Key::ColumnPosting)}
                    {column(Key::CertificateClosed)}
                    {column(Key::CertificateDue)}
                    {column(Key::CertificateUnreadable)}
                    {column(Key::CertificateCounts)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// What a kept record is called.
const fn class_key(class: KeptClass) -> Key {
    match class {
        KeptClass::Paper => Key::ClassPaper,
        KeptClass::Pool => Key::ClassPool,
        KeptClass::Evidence => Key::ClassEvidence,
    }
}

fn certificate_row(frame: &Frame, certificate: &Certificate, known: &[(String, String)]) -> AnyView {
    let lang = frame.lang;
    let title = known.iter().find(|(id, _)| *id == certificate.posting).map(|(_, title)| title.clone());
    let closed = certificate.closed_on.as_deref().and_then(|day| day.parse::<Date>().ok()).map(|day| ui::short_day(frame, day));
    let counts = [certificate.rows, certificate.objects, certificate.keys].map(|count| lang.number(count));
    let counts = lang.fill(Key::CertificateCountsText, &[&counts[0], &counts[1], &counts[2]]);
    view! {
        <tr>
            <th scope="row" class="nowrap">{certificate.number.clone()}</th>
            <td data-label=lang.text(Key::ColumnPosting)>
                {match certificate.class {
                    Some(class) => lang.text(class_key(class)).into_any(),
                    None => posting_link(frame, &certificate.posting, title),
                }}
            </td>
            <td data-label=lang.text(Key::CertificateClosed)>{closed}</td>
            <td data-label=lang.text(Key::CertificateDue)>{ui::short_date(frame, certificate.due_at)}</td>
            <td data-label=lang.text(Key::CertificateUnreadable)>{ui::moment(frame, certificate.unreadable_at)}</td>
            <td data-label=lang.text(Key::CertificateCounts)>{counts}</td>
        </tr>
    }
    .into_any()
}
