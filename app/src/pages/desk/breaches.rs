//! `/office/breaches`: which account read what while it was in wrong hands, and the 72 hours to tell the authority.

use leptos::prelude::*;
use office::breach::{Breach, BreachLine, Fate, Touched};
use rules::{
    id::AccountId,
    journal::{RecordKind, hours_left},
    messages::{Key, Lang},
};

use super::{
    audit::sort_key,
    form::{Form, problems, titled},
    parts::{alert, head, list, muted, panel, short_id},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts, ui,
};

/// Where the page is.
pub const ADDRESS: &str = "/office/breaches";
/// The name of the form that enters a breach, for its [`Draft`].
pub const FORM: &str = "breach";
/// The name of the form that records the report.
pub const REPORT: &str = "report";

/// Every breach, and the form for another; `people` are those whose account it can have been.
#[must_use]
pub fn page(frame: &Frame, breaches: &[BreachLine], people: &[(AccountId, String)], draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::BreachesTitle);
    let body = match breaches.is_empty() {
        true => ui::empty(lang.text(Key::BreachesEmptyTitle), lang.text(Key::BreachesEmptyText), None),
        false => table(frame, breaches),
    };
    let back = ("/office/audit".to_owned(), lang.text(Key::NavAudit).to_owned());
    let main = view! {
        {head(Some(back), title.to_owned(), Some(muted(lang.text(Key::BreachesText))), None)}
        {problems(frame, draft, true, label)}
        {body}
        {panel("enter", lang.text(Key::BreachNew), None, form(frame, people, draft))}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// What the fields are called.
fn label(field: &str) -> Key {
    match field {
        "person" => Key::JournalPerson,
        "from" => Key::BreachFrom,
        "to" => Key::BreachTo,
        "reported" => Key::BreachReportedAt,
        _ => Key::BreachKnown,
    }
}

fn form(frame: &Frame, people: &[(AccountId, String)], draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, FORM);
    let people = people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let token = if form.came_back() { draft.value(FORM, "token") } else { frame.token.clone() };
    view! {
        {muted(lang.text(Key::BreachNewText))}
        <form class="form" method="post" action=ADDRESS novalidate>
            {form.field("person", Key::JournalPerson, "").select(people)}
            {form.field("from", Key::BreachFrom, "").moment()}
            {form.field("to", Key::BreachTo, "").moment()}
            {form.field("known", Key::BreachKnown, "").hint(lang.text(Key::BreachKnownHint)).moment()}
            <input type="hidden" name="token" value=token/>
            <div class="row">
                <button class="button primary">{lang.text(Key::BreachEnter)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn table(frame: &Frame, breaches: &[BreachLine]) -> AnyView {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = breaches
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">
                        <a href=format!("{ADDRESS}/{}", line.id)>{line.name.clone()}</a>
                    </th>
                    <td data-label=lang.text(Key::BreachFrom)>{ui::moment(frame, line.from)}</td>
                    <td data-label=lang.text(Key::BreachTo)>{ui::moment(frame, line.to)}</td>
                    <td data-label=lang.text(Key::BreachReport)>{report(frame, line)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    {column(Key::JournalPerson)}
                    {column(Key::BreachFrom)}
                    {column(Key::BreachTo)}
                    {column(Key::BreachReport)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// Whether the authority was told, or how long is left for it.
fn report(frame: &Frame, line: &BreachLine) -> AnyView {
    match line.reported_at {
        Some(at) => view! {
            {ui::badge("good", frame.lang.text(Key::BreachReported))}
            " "
            {ui::moment(frame, at)}
        }
        .into_any(),
        None => ui::badge(tone(frame, line), left(frame, line)),
    }
}

/// What is left of the 72 hours, in words.
pub(super) fn left(frame: &Frame, line: &BreachLine) -> String {
    let lang = frame.lang;
    match hours_left(line.report_by, frame.now) {
        past @ ..0 => lang.count(-past, Key::BreachLateOne, Key::BreachLateMany),
        hours => lang.count(hours, Key::BreachLeftOne, Key::BreachLeftMany),
    }
}

fn tone(frame: &Frame, line: &BreachLine) -> &'static str {
    if hours_left(line.report_by, frame.now) < 24 { "bad" } else { "due" }
}

/// One breach, with whom it touched.
#[must_use]
pub fn breach(frame: &Frame, breach: &Breach, draft: &Draft) -> Page {
    let (lang, line) = (frame.lang, &breach.line);
    let title = lang.fill(Key::BreachOf, &[&line.name]);
    let back = (ADDRESS.to_owned(), lang.text(Key::BreachesTitle).to_owned());
    let address = format!("{ADDRESS}/{}", line.id);
    let acts = (!breach.touched.is_empty()).then(|| {
        let table = format!("{address}/people.csv");
        view! { <a class="button" href=table download="breach.csv">{lang.text(Key::BreachSave)}</a> }.into_any()
    });
    let span = lang.fill(Key::BreachSpan, &[&ui::moment_text(frame, line.from), &ui::moment_text(frame, line.to)]);
    let body = match breach.touched.is_empty() {
        true => ui::empty(lang.text(Key::BreachNobodyTitle), lang.text(Key::BreachNobodyText), None),
        false => touched(frame, &breach.touched),
    };
    let forgotten = breach.forgotten.then(|| {
        alert("forgotten", "due", lang.text(Key::BreachForgottenTitle), view! { <p>{lang.text(Key::BreachForgottenText)}</p> })
    });
    let refused = (breach.refused > 0).then(|| muted(lang.count(breach.refused, Key::BreachRefusedOne, Key::BreachRefusedMany)));
    let main = view! {
        {head(Some(back), title.clone(), Some(muted(span)), acts)}
        {problems(frame, draft, line.reported_at.is_none(), label)}
        {authority(frame, line, &address, draft)}
        <section class="stack" aria-labelledby="touched">
            <h2 id="touched">{lang.text(Key::BreachTouched)}</h2>
            {forgotten}
            {counts(lang, &breach.touched)}
            {refused}
            {body}
        </section>
    };
    Page { title: titled(lang, &title, draft), main: main.into_any(), islands: false }
}

/// The clock, and the form that stops it.
fn authority(frame: &Frame, line: &BreachLine, address: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let known = lang.fill(Key::BreachKnownSince, &[&ui::moment_text(frame, line.known_at)]);
    if let Some(at) = line.reported_at {
        let told = lang.fill(Key::BreachReportedOn, &[&ui::moment_text(frame, at)]);
        return alert("authority", "good", lang.text(Key::BreachReported), view! { <p>{known} " " {told}</p> });
    }
    let form = Form::new(frame, draft, REPORT);
    let until = lang.fill(Key::BreachReportBy, &[&ui::moment_text(frame, line.report_by)]);
    view! {
        {alert("authority", tone(frame, line), left(frame, line), view! { <p>{known} " " {until}</p> })}
        <form class="form" method="post" action=address.to_owned() novalidate>
            {form.field("reported", Key::BreachReportedAt, "").moment()}
            <div class="row">
                <button class="button primary">{lang.text(Key::BreachRecordReport)}</button>
            </div>
        </form>
    }
    .into_any()
}

/// What a record is called.
fn kind_key(kind: RecordKind) -> Key {
    match kind {
        RecordKind::Application => Key::KindApplication,
        RecordKind::Employee => Key::KindEmployee,
        RecordKind::Paper => Key::KindPaper,
        RecordKind::Pool => Key::KindPool,
        RecordKind::Evidence => Key::KindEvidence,
    }
}

/// How many of each.
fn counts(lang: Lang, touched: &[Touched]) -> Option<AnyView> {
    let lines: Vec<String> = RecordKind::ALL
        .iter()
        .map(|&kind| (kind, touched.iter().filter(|one| one.kind == kind).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{}: {}", lang.text(kind_key(kind)), lang.number(count as i64)))
        .collect();
    (!lines.is_empty()).then(|| view! { <p>{list(lines)}</p> }.into_any())
}

fn touched(frame: &Frame, touched: &[Touched]) -> AnyView {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = touched.iter().map(|one| row(frame, one)).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    {column(Key::JournalRecord)}
                    {column(Key::ColumnPosting)}
                    {column(Key::BreachHow)}
                    {column(Key::BreachFirst)}
                    {column(Key::BreachLast)}
                    {column(Key::BreachFate)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(frame: &Frame, one: &Touched) -> AnyView {
    let lang = frame.lang;
    let how = list(one.sorts.iter().map(|&sort| lang.text(sort_key(sort))));
    let sections = list(one.sections.iter().map(|&section| lang.text(texts::section(section))));
    let sections = (!sections.is_empty()).then(|| view! { <small>{sections}</small> });
    let fate = match &one.fate {
        Fate::Live => ui::badge("due", lang.text(Key::BreachLive)),
        Fate::Erased(None) => ui::badge("good", lang.text(Key::BreachErased)),
        Fate::Erased(Some(number)) => view! {
            {ui::badge("good", lang.text(Key::BreachErased))}
            " "
            <code>{number.clone()}</code>
        }
        .into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                {lang.text(kind_key(one.kind))}
                " "
                <a href=format!("/office/audit?record={}", one.record)>{short_id(one.record.as_str())}</a>
            </th>
            <td data-label=lang.text(Key::ColumnPosting)>{one.posting.clone()}</td>
            <td data-label=lang.text(Key::BreachHow)>
                {format!("{how} ({})", lang.number(one.count))}
                {sections}
            </td>
            <td data-label=lang.text(Key::BreachFirst)>{ui::moment(frame, one.first)}</td>
            <td data-label=lang.text(Key::BreachLast)>{ui::moment(frame, one.last)}</td>
            <td data-label=lang.text(Key::BreachFate)>{fate}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use rules::{
        access::Role,
        form::Problem,
        id::{BreachId, EntryId},
        journal::{Sort, report_by},
    };

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, at, desk_frame, html};

    fn line(known: &str, reported: Option<Timestamp>) -> BreachLine {
        BreachLine {
            id: BreachId::from_bytes([5; 16]),
            person: AccountId::from_bytes([2; 16]),
            name: HOSTILE.to_owned(),
            from: at("2026-11-01T08:00:00Z"),
            to: at("2026-11-02T08:00:00Z"),
            known_at: at(known),
            report_by: report_by(at(known)),
            reported_at: reported,
        }
    }

    fn one(fate: Fate) -> Touched {
        Touched {
            record: EntryId::from_bytes([7; 16]),
            kind: RecordKind::Application,
            posting: Some(HOSTILE.to_owned()),
            sorts: vec![Sort::Openings, Sort::Lists],
            sections: vec![rules::application::Section::Cv],
            count: 3,
            first: at("2026-11-01T09:00:00Z"),
            last: at("2026-11-01T10:00:00Z"),
            fate,
        }
    }

    #[test]
    fn the_hours_that_are_left_or_past_are_said_until_the_authority_was_told() {
        // It is noon on 22 November.
        for (known, reported, said) in [
            ("2026-11-22T11:30:00Z", None, "71 hours left"),
            ("2026-11-19T13:30:00Z", None, "1 hour left"),
            ("2026-11-19T10:00:00Z", None, "2 hours too late"),
            ("2026-11-19T10:00:00Z", Some(at("2026-11-20T10:00:00Z")), Lang::En.text(Key::BreachReported)),
        ] {
            let line = line(known, reported);
            let frame = desk_frame(Lang::En, Role::Privacy);
            let list = html(|| page(&frame, std::slice::from_ref(&line), &[], &Draft::default()));
            assert!(list.contains(said), "{said:?} is not on {list}");
            assert_harmless(&list);
            let shown = Breach { line, touched: vec![one(Fate::Live)], refused: 1, forgotten: false };
            let html = html(|| breach(&frame, &shown, &Draft::default()));
            assert!(html.contains(said), "{said:?} is not on {html}");
            assert_eq!(html.contains("name=\"reported\""), reported.is_none(), "{html}");
        }
    }

    #[test]
    fn whom_it_touched_is_said_in_every_language_with_the_certificate_of_who_is_gone() {
        for &lang in Lang::ALL {
            let touched = vec![one(Fate::Live), one(Fate::Erased(Some("ABCD-EFGH".to_owned()))), one(Fate::Erased(None))];
            let shown = Breach { line: line("2026-11-22T11:30:00Z", None), touched, refused: 0, forgotten: true };
            let html = html(|| breach(&desk_frame(lang, Role::Privacy), &shown, &Draft::default()));
            assert!(html.contains(lang.text(Key::BreachForgottenTitle)), "{html}");
            assert!(html.contains("ABCD-EFGH") && html.contains("/people.csv"), "{html}");
            assert!(html.contains(&format!("{}: 3", lang.text(Key::KindApplication))), "{html}");
            assert_harmless(&html);
        }
    }

    #[test]
    fn what_is_wrong_with_an_instant_is_said_beside_it() {
        let values = vec![("to".to_owned(), "2026-11-01T08:00".to_owned()), ("token".to_owned(), "abc".to_owned())];
        let draft = Draft { form: FORM, values, problems: vec![("to", Problem::TooEarly)], ..Draft::default() };
        let html = html(|| page(&desk_frame(Lang::En, Role::Privacy), &[], &[], &draft));
        assert!(html.contains("href=\"#breach-to\"") && html.contains("value=\"2026-11-01T08:00\""), "{html}");
    }
}
