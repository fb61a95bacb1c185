//! `/office/people`: who may sign in.

use leptos::prelude::*;
use office::people::Person;
use rules::{
    access::Role,
    messages::{Key, Lang},
};

use super::parts::{head, list, muted};
use crate::{frame::Frame, shell::Page, texts, ui};

/// The accounts of the employer, by name.
#[must_use]
pub fn page(frame: &Frame, people: &[Person]) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavPeople);
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = people.iter().map(|person| row(frame, person)).collect();
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::PeopleText))), None)}
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
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

fn row(frame: &Frame, person: &Person) -> AnyView {
    let lang = frame.lang;
    let state = match person.disabled_at {
        None => ui::badge("good", lang.text(Key::PeopleActive)),
        Some(at) => ui::badge("block", lang.fill(Key::PeopleDisabled, &[&frame.date(at)])),
    };
    let roles = list(person.roles.iter().map(|(role, department)| role_name(lang, *role, department.as_deref())));
    view! {
        <tr>
            <th scope="row">{person.name.clone()}</th>
            <td data-label=lang.text(Key::FieldEmail)>{ui::breakable(&person.email)}</td>
            <td data-label=lang.text(Key::PeopleRoles)>{roles}</td>
            <td data-label=lang.text(Key::PeopleSince)>{ui::short_date(frame, person.created_at)}</td>
            <td data-label=lang.text(Key::ColumnState)>{state}</td>
        </tr>
    }
    .into_any()
}

fn role_name(lang: Lang, role: Role, department: Option<&str>) -> String {
    let name = lang.text(texts::role(role));
    department.map_or_else(|| name.to_owned(), |department| format!("{name} ({department})"))
}
