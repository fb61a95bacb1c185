//! `/office/audit`: who read or changed what.

use jiff::civil::Date;
use leptos::prelude::*;
use office::log::{By, JournalFilter, JournalLine, JournalPage};
use rules::{
    id::{AccountId, EntryId},
    journal::Sort,
    messages::{Key, Lang},
};

use super::{
    breaches,
    deed::deed,
    form::{Form, problems, titled},
    parts::{alert, head, muted, panel, short_id},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts, ui,
};

pub(super) const ADDRESS: &str = "/office/audit";
const TABLE: &str = "/office/audit.csv";

/// The name of the form that asks for a proof, for its [`Draft`].
pub const FORM: &str = "proof";
/// The name of the filter, for its [`Draft`].
pub const FILTER: &str = "filter";

/// What the page shows.
pub struct View<'a> {
    /// The lines, the newest first.
    pub page: &'a JournalPage,
    /// Where the next page begins.
    pub older: Option<i64>,
    /// What they were filtered by.
    pub filter: &'a JournalFilter,
    /// The people by whom one can filter.
    pub people: &'a [(AccountId, String)],
}

/// One page of the journal; `draft` is a form that came back.
#[must_use]
pub fn page(frame: &Frame, shown: &View<'_>, draft: &Draft) -> Page {
    let (lang, View { page, older, filter, .. }) = (frame.lang, shown);
    let title = lang.text(Key::NavAudit);
    let body = match page.lines.is_empty() {
        true if filter.is_any() => ui::empty(lang.text(Key::JournalEmptyTitle), lang.text(Key::JournalEmptyText), None),
        true => {
            let all = (ADDRESS.to_owned(), lang.text(Key::ListShowAll).to_owned());
            ui::empty(lang.text(Key::JournalNoneTitle), lang.text(Key::JournalNoneText), Some(all))
        }
        false => table(frame, &page.lines),
    };
    let pager = older.map(|older| {
        view! {
            <nav class="pager" aria-label=lang.text(Key::PagerLabel)>
                <a class="button" href=address(ADDRESS, filter, None)>{lang.text(Key::PagerNewest)}</a>
                <a class="button" href=address(ADDRESS, filter, Some(older)) rel="next">{lang.text(Key::PagerOlder)}</a>
            </nav>
        }
    });
    let behind = (page.behind > 0).then(|| {
        let text = lang.fill(Key::JournalBehindText, &[&lang.number(page.behind)]);
        alert("behind", "due", lang.text(Key::JournalBehindTitle), view! { <p>{text}</p> })
    });
    let acts = view! {
        <a class="button" href=address(TABLE, filter, None) download="journal.csv">{lang.text(Key::JournalSave)}</a>
        <a class="button" href=breaches::ADDRESS>{lang.text(Key::BreachesTitle)}</a>
    };
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::JournalText))), Some(acts.into_any()))}
        {problems(frame, draft, true, label)}
        {filters(frame, shown, draft)}
        {behind}
        {body}
        {pager}
        {panel("proofs", lang.text(Key::ProofsTitle), None, proofs(frame, draft))}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// What the fields are called.
fn label(field: &str) -> Key {
    match field {
        "record" => Key::JournalRecord,
        "from" => Key::JournalFrom,
        "to" => Key::JournalTo,
        _ => Key::CertificateNumber,
    }
}

/// An address with a filter. Only identifiers, codes and days stand in it.
pub(super) fn address(path: &str, filter: &JournalFilter, before: Option<i64>) -> String {
    let parts = [
        ("person", filter.person.as_ref().map(ToString::to_string)),
        ("kind", filter.sort.map(|sort| sort.code().to_owned())),
        ("record", filter.record.as_ref().map(ToString::to_string)),
        ("from", filter.from.map(|day| day.to_string())),
        ("to", filter.to.map(|day| day.to_string())),
        ("before", before.map(|before| before.to_string())),
    ];
    let asked: Vec<String> = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?))).collect();
    if asked.is_empty() { path.to_owned() } else { format!("{path}?{}", asked.join("&")) }
}

/// The sort of act in words.
pub(super) fn sort_key(sort: Sort) -> Key {
    match sort {
        Sort::Openings => Key::SortOpenings,
        Sort::Downloads => Key::SortDownloads,
        Sort::Lists => Key::SortLists,
        Sort::Changes => Key::SortChanges,
        Sort::Refusals => Key::SortRefusals,
        Sort::SignIns => Key::SortSignIns,
    }
}

fn filters(frame: &Frame, shown: &View<'_>, draft: &Draft) -> AnyView {
    let (lang, filter) = (frame.lang, shown.filter);
    let form = Form::new(frame, draft, FILTER);
    let select = |name: &'static str, label: Key, any: Key, chosen: String, options: Vec<(String, String)>| {
        let (id, chosen) = (format!("{FILTER}-{name}"), form.value(name, &chosen));
        let options: Vec<_> = options
            .into_iter()
            .map(|(code, text)| {
                let selected = code == chosen;
                view! { <option value=code selected=selected>{text}</option> }
            })
            .collect();
        view! {
            <div class="field">
                <label for=id.clone()>{lang.text(label)}</label>
                <select id=id name=name>
                    <option value="">{lang.text(any)}</option>
                    {options}
                </select>
            </div>
        }
        .into_any()
    };
    let input = |name: &'static str, kind: &'static str, value: Option<String>| {
        let id = format!("{FILTER}-{name}");
        let (invalid, by) = form.wrong(name);
        let value = form.value(name, &value.unwrap_or_default());
        view! {
            <div class="field">
                <label for=id.clone()>{lang.text(label(name))}</label>
                {form.error_text(name, label(name))}
                <input type=kind id=id name=name value=value aria-invalid=invalid aria-describedby=by autocomplete="off"/>
            </div>
        }
        .into_any()
    };
    let person = filter.person.as_ref().map(ToString::to_string).unwrap_or_default();
    let people = shown.people.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let sort = filter.sort.map_or("", Sort::code).to_owned();
    let sorts = Sort::ALL.iter().map(|&sort| (sort.code().to_owned(), lang.text(sort_key(sort)).to_owned())).collect();
    let clear = !filter.is_any() || form.came_back();
    view! {
        <form class="filters" method="get" action=ADDRESS novalidate>
            {select("person", Key::JournalPerson, Key::JournalAnyone, person, people)}
            {select("kind", Key::JournalKind, Key::JournalAnyKind, sort, sorts)}
            {input("record", "text", filter.record.as_ref().map(ToString::to_string))}
            {input("from", "date", filter.from.map(|day| day.to_string()))}
            {input("to", "date", filter.to.map(|day| day.to_string()))}
            <button class="button">{lang.text(Key::FilterShow)}</button>
            {clear.then(|| view! { <a class="button quiet" href=ADDRESS>{lang.text(Key::FilterClear)}</a> })}
        </form>
    }
    .into_any()
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

/// Who it was, and as what.
fn who(lang: Lang, line: &JournalLine) -> AnyView {
    let role = line.role.map(|role| view! { " " <small class="muted">{lang.text(texts::role(role))}</small> });
    view! { {name(lang, line)} {role} }.into_any()
}

fn name(lang: Lang, line: &JournalLine) -> AnyView {
    match (&line.by, &line.name) {
        (_, Some(name)) => name.clone().into_any(),
        (By::Account(_), None) => lang.text(Key::ByForgotten).into_any(),
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
        [one] => Some(record(one)),
        [one, other] => Some(view! { <span>{record(one)} " " {record(other)}</span> }.into_any()),
        many => {
            let count = lang.fill(Key::JournalRecords, &[&lang.number(many.len() as i64)]);
            Some(view! { <span class="nowrap">{count}</span> }.into_any())
        }
    }
}

/// A record, which leads to everything that was done to it.
fn record(id: &str) -> AnyView {
    match EntryId::parse(id) {
        Some(_) => view! { <a href=format!("{ADDRESS}?record={id}")>{short_id(id)}</a> }.into_any(),
        None => short_id(id),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use office::log::JournalLine;
    use rules::{access::Role, form::Problem};

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, at, desk_frame, html};

    fn line(name: &str) -> JournalLine {
        JournalLine {
            index: Some(7),
            at: at("2026-11-22T10:00:00Z"),
            by: By::Account("0123456789abcdef0123456789abcdef".to_owned()),
            name: Some(name.to_owned()),
            role: Some(Role::Hr),
            what: "read_application".to_owned(),
            subjects: vec!["00000000000000000000000000000abc".to_owned()],
            detail: "refused ended".to_owned(),
        }
    }

    fn shown(lang: Lang, lines: Vec<JournalLine>, filter: &JournalFilter, draft: &Draft) -> String {
        let page_of = JournalPage { lines, behind: 3 };
        let people = [(AccountId::from_bytes([2; 16]), HOSTILE.to_owned())];
        html(|| page(&desk_frame(lang, Role::Privacy), &View { page: &page_of, older: Some(7), filter, people: &people }, draft))
    }

    #[test]
    fn a_page_and_its_table_keep_the_filter_and_a_record_leads_to_its_own() {
        let filter = JournalFilter {
            person: Some(AccountId::from_bytes([2; 16])),
            sort: Some(Sort::Refusals),
            from: Some(date(2026, 11, 1)),
            ..JournalFilter::default()
        };
        let query = "person=02020202020202020202020202020202&amp;kind=refusals&amp;from=2026-11-01";
        for &lang in Lang::ALL {
            let html = shown(lang, vec![line("Jana Vogt")], &filter, &Draft::default());
            for address in [format!("audit.csv?{query}"), format!("audit?{query}&amp;before=7"), "?record=000".to_owned()] {
                assert!(html.contains(&address), "{address} is not on {html}");
            }
            assert!(html.contains(&format!("Jana Vogt <small class=\"muted\">{}</small>", lang.text(Key::RoleHr))), "{html}");
            assert!(html.contains(lang.text(Key::RefusedAsEnded)) && html.contains("value=\"2026-11-01\""), "{html}");
            assert!(html.contains(lang.text(Key::JournalBehindTitle)), "{html}");
        }
    }

    #[test]
    fn what_is_no_identifier_is_said_and_stays_in_its_field() {
        let values = vec![("record".to_owned(), HOSTILE.to_owned())];
        let draft = Draft { form: FILTER, values, problems: vec![("record", Problem::NotAChoice)], ..Draft::default() };
        let html = shown(Lang::En, vec![line(HOSTILE)], &JournalFilter::default(), &draft);
        assert!(html.contains("href=\"#filter-record\"") && html.contains("id=\"filter-record\""), "{html}");
        assert_harmless(&html);
    }
}
