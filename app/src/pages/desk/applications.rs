//! `/office/applications`: the list.

use jiff::{SignedDuration, Timestamp, civil::Date};
use leptos::prelude::*;
use office::list::{Filter, Line, Listing};
use rules::{
    access::Action,
    application::{Outcome, Stage},
    id::PostingId,
    messages::Key,
};

use super::parts::{head, muted, pager};
use crate::{frame::Frame, shell::Page, texts, ui};

const ADDRESS: &str = "/office/applications";

/// One page of the list, with its filter; `postings` are those HR can filter by.
#[must_use]
pub fn page(frame: &Frame, listing: &Listing, filter: &Filter, postings: &[(PostingId, String)]) -> Page {
    let lang = frame.lang;
    let is_hr = frame.may(Action::ListPostings);
    let title = lang.text(if is_hr { Key::NavApplications } else { Key::ListReleasedTitle });
    let below = (!listing.lines.is_empty()).then(|| muted(lang.text(Key::ListNewestFirst)));
    let body = if listing.lines.is_empty() { empty(frame, filter, is_hr) } else { table(frame, &listing.lines, is_hr) };
    let newer = listing.newer.as_ref().map(|key| address(filter, Some(("newer", key.to_text()))));
    let older = listing.older.as_ref().map(|key| address(filter, Some(("older", key.to_text()))));
    let main = view! {
        {head(None, title.to_owned(), below, None)}
        {is_hr.then(|| filters(frame, filter, postings))}
        {frame.may(Action::LookUp).then(|| view! { <p><a href="/office/look-up">{lang.text(Key::LookUpLink)}</a></p> })}
        {body}
        {pager(lang, newer, older)}
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// The name of an applicant, or what stands for it where the name is not released.
pub(super) fn name_of(frame: &Frame, line: &Line) -> String {
    line.name.clone().unwrap_or_else(|| frame.lang.fill(Key::ApplicationOf, &[&frame.date(line.received_at)]))
}

/// The last day before an end that stands at the midnight after it.
pub(super) fn last_day(frame: &Frame, end: Timestamp) -> Date {
    frame.day(end.checked_sub(SignedDuration::from_millis(1)).unwrap_or(end))
}

/// The address of the list with a filter, and of one of its pages.
fn address(filter: &Filter, page: Option<(&'static str, String)>) -> String {
    let outcome = filter.outcome.map(|outcome| outcome.map_or("none", Outcome::code).to_owned());
    let parts = [
        ("posting", filter.posting.as_ref().map(ToString::to_string)),
        ("stage", filter.stage.map(|stage| stage.code().to_owned())),
        ("outcome", outcome),
    ];
    let asked: Vec<String> = parts
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
        .chain(page)
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    if asked.is_empty() { ADDRESS.to_owned() } else { format!("{ADDRESS}?{}", asked.join("&")) }
}

fn filters(frame: &Frame, filter: &Filter, postings: &[(PostingId, String)]) -> AnyView {
    let lang = frame.lang;
    let select = |name: &'static str, label: Key, any: Key, options: Vec<(String, String, bool)>| {
        let options: Vec<_> = options
            .into_iter()
            .map(|(code, text, selected)| view! { <option value=code selected=selected>{text}</option> })
            .collect();
        view! {
            <div class="field">
                <label for=name>{lang.text(label)}</label>
                <select id=name name=name>
                    <option value="">{lang.text(any)}</option>
                    {options}
                </select>
            </div>
        }
        .into_any()
    };
    let postings = postings.iter().map(|(id, title)| (id.to_string(), title.clone(), filter.posting.as_ref() == Some(id)));
    let stages = Stage::ALL
        .iter()
        .map(|&stage| (stage.code().to_owned(), lang.text(texts::stage(stage)).to_owned(), filter.stage == Some(stage)));
    let outcomes = std::iter::once(None).chain(Outcome::ALL.iter().copied().map(Some)).map(|outcome| {
        let code = outcome.map_or("none", Outcome::code).to_owned();
        (code, lang.text(texts::outcome(outcome)).to_owned(), filter.outcome == Some(outcome))
    });
    view! {
        <form class="filters" method="get" action=ADDRESS>
            {select("posting", Key::ColumnPosting, Key::EveryPosting, postings.collect())}
            {select("stage", Key::ColumnStage, Key::AnyStage, stages.collect())}
            {select("outcome", Key::ColumnOutcome, Key::AnyOutcome, outcomes.collect())}
            <button class="button">{lang.text(Key::FilterShow)}</button>
            {is_filtered(filter).then(|| view! { <a class="button quiet" href=ADDRESS>{lang.text(Key::FilterClear)}</a> })}
        </form>
    }
    .into_any()
}

fn is_filtered(filter: &Filter) -> bool {
    filter.posting.is_some() || filter.stage.is_some() || filter.outcome.is_some()
}

fn empty(frame: &Frame, filter: &Filter, is_hr: bool) -> AnyView {
    let lang = frame.lang;
    let (title, text, next) = if !is_hr {
        (Key::ListReleasedEmptyTitle, Key::ListReleasedEmptyText, None)
    } else if is_filtered(filter) {
        (Key::ListFilteredEmptyTitle, Key::ListFilteredEmptyText, Some((ADDRESS, Key::ListShowAll)))
    } else {
        (Key::ListEmptyTitle, Key::ListEmptyText, Some(("/office/postings", Key::NavPostings)))
    };
    ui::empty(lang.text(title), lang.text(text), next.map(|(href, key)| (href.to_owned(), lang.text(key).to_owned())))
}

fn table(frame: &Frame, lines: &[Line], is_hr: bool) -> AnyView {
    let lang = frame.lang;
    let rows: Vec<_> = lines.iter().map(|line| row(frame, line, is_hr)).collect();
    view! {
        <table class="table wide">
            <thead>
                <tr>
                    <th scope="col">{lang.text(Key::ColumnApplicant)}</th>
                    <th scope="col">{lang.text(Key::ColumnPosting)}</th>
                    <th scope="col">{lang.text(Key::ColumnStage)}</th>
                    {is_hr.then(|| view! { <th scope="col">{lang.text(Key::ColumnOutcome)}</th> })}
                    <th scope="col" aria-sort="descending">{lang.text(Key::ColumnReceived)}</th>
                    {is_hr.then(|| view! { <th scope="col">{lang.text(Key::ErasedFrom)}</th> })}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(frame: &Frame, line: &Line, is_hr: bool) -> AnyView {
    let lang = frame.lang;
    let overdue = (line.due.erased_from <= frame.now && is_hr).then_some("overdue");
    let blocked = line.blocked.then(|| view! { " " {ui::badge("block", lang.text(Key::Blocked))} });
    view! {
        <tr data-urgency=overdue>
            <th scope="row">
                <a href=format!("{ADDRESS}/{}", line.id)>{name_of(frame, line)}</a>
            </th>
            <td>{line.posting.clone()}</td>
            <td>{ui::stage(lang, line.stage)}</td>
            {is_hr.then(|| view! { <td>{ui::outcome(lang, line.outcome)} {blocked}</td> })}
            <td data-label=lang.text(Key::ColumnReceived) class="nowrap">{ui::short_date(frame, line.received_at)}</td>
            {is_hr
                .then(|| {
                    view! {
                        <td data-label=lang.text(Key::ErasedFrom)>
                            {ui::due(frame, &line.due, frame.day(line.received_at))}
                        </td>
                    }
                })}
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_the_filter_it_belongs_to() {
        let filter = Filter { stage: Some(Stage::Review), outcome: Some(None), ..Filter::default() };
        assert_eq!(address(&filter, None), "/office/applications?stage=review&outcome=none");
        assert_eq!(
            address(&filter, Some(("older", "5-ab".to_owned()))),
            "/office/applications?stage=review&outcome=none&older=5-ab"
        );
        assert_eq!(address(&Filter::default(), None), "/office/applications");
    }
}
