//! `/office/people`: who may sign in.

use jiff::Span;
use leptos::prelude::*;
use office::people::{DEPUTY_DAYS, HeldRole, Person};
use rules::{id::DepartmentId, messages::Key};

use super::{
    applications::last_day,
    form::{Form, problems, titled},
    parts::{head, muted, panel},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts, ui,
};

/// The form that names a deputy.
pub const FORM: &str = "deputy";

fn label(field: &str) -> Key {
    match field {
        "account" => Key::DeputyWho,
        "department" => Key::DeputyOf,
        _ => Key::DeputyUntil,
    }
}

/// The accounts of the employer, by name, and the way to a deputy.
#[must_use]
pub fn page(frame: &Frame, people: &[Person], departments: &[(DepartmentId, String)], draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavPeople);
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = people.iter().map(|person| row(frame, person)).collect();
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::PeopleText))), None)}
        {problems(frame, draft, true, label)}
        <table class="table">
            <thead>
                <tr>
                    {column(Key::Name)}
                    {column(Key::FieldEmail)}
                    {column(Key::PeopleRoles)}
                    {column(Key::PeopleSince)}
                    {column(Key::ColumnState)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="muted">{lang.text(Key::PeopleAdd)} " " <code>"ablauf user add"</code></p>
        {deputy(frame, people, departments, draft)}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

fn row(frame: &Frame, person: &Person) -> AnyView {
    let lang = frame.lang;
    let state = match person.disabled_at {
        None => ui::badge("good", lang.text(Key::PeopleActive)),
        Some(at) => ui::badge("block", lang.fill(Key::PeopleDisabled, &[&frame.date(at)])),
    };
    let roles: Vec<_> = person.roles.iter().map(|role| held(frame, person, role)).collect();
    view! {
        <tr>
            <th scope="row">{person.name.clone()}</th>
            <td data-label=lang.text(Key::FieldEmail)>{ui::breakable(&person.email)}</td>
            <td data-label=lang.text(Key::PeopleRoles)><div>{roles}</div></td>
            <td data-label=lang.text(Key::PeopleSince)>{ui::short_date(frame, person.created_at)}</td>
            <td data-label=lang.text(Key::ColumnState)>{state}</td>
        </tr>
    }
    .into_any()
}

/// A role; a deputy's with its end, and the way to end it now.
fn held(frame: &Frame, person: &Person, held: &HeldRole) -> AnyView {
    let lang = frame.lang;
    let name = lang.text(texts::role(held.role));
    let name = held.department.as_ref().map_or_else(|| name.to_owned(), |department| format!("{name} ({department})"));
    let end = held.until.map(|until| {
        let until = lang.fill(Key::DeputyIs, &[&lang.short_date(last_day(frame, until))]);
        view! {
            " "
            <span class="muted">{until}</span>
            " "
            <form method="post" action="/office/people/deputies">
                <input type="hidden" name="membership" value=held.membership.clone()/>
                <button class="button small" name="act" value="end" aria-label=lang.fill(Key::DeputyEndOf, &[&person.name])>
                    {lang.text(Key::DeputyEnd)}
                </button>
            </form>
        }
    });
    view! { <div class="row">{name} {end}</div> }.into_any()
}

/// Names a deputy until a day.
fn deputy(frame: &Frame, people: &[Person], departments: &[(DepartmentId, String)], draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    let form = Form::new(frame, draft, FORM);
    let today = frame.day(frame.now);
    let stands_in = |person: &&Person| person.roles.iter().all(|held| held.role.may_stand_in());
    let people = people.iter().filter(|person| person.disabled_at.is_none()).filter(stands_in);
    let people: Vec<_> = people.map(|person| (person.account.to_string(), person.name.clone())).collect();
    let departments: Vec<_> = departments.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    (!departments.is_empty()).then(|| {
        let last = today.saturating_add(Span::new().days(DEPUTY_DAYS)).to_string();
        let inside = view! {
            <p>{lang.text(Key::DeputiesText)}</p>
            <form class="form" method="post" action="/office/people/deputies" novalidate>
                {form.field("account", Key::DeputyWho, "").select(people)}
                {form.field("department", Key::DeputyOf, "").select(departments)}
                {form.field("until", Key::DeputyUntil, "").day(Some(today.to_string()), Some(last))}
                <div class="row">
                    <button class="button primary" name="act" value="name">{lang.text(Key::DeputySend)}</button>
                </div>
            </form>
        };
        panel("deputies", lang.text(Key::DeputiesTitle), None, inside)
    })
}
