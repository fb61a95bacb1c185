//! `/office/employees`: what was handed over, and why.

use leptos::prelude::*;
use office::employees::{Employee, EmployeeItem, EmployeeLine};
use rules::{
    handover::{Basis, Item, Purpose},
    messages::Key,
};

use super::{
    application::open_links,
    parts::{head, muted, panel},
};
use crate::{frame::Frame, shell::Page, ui};

const ADDRESS: &str = "/office/employees";

/// The list of employee records, by name.
#[must_use]
pub fn list(frame: &Frame, employees: &[EmployeeLine]) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavEmployees);
    let body = match employees.is_empty() {
        true => {
            let next = ("/office/applications?outcome=hired".to_owned(), lang.text(Key::EmployeesEmptyNext).to_owned());
            ui::empty(lang.text(Key::EmployeesEmptyTitle), lang.text(Key::EmployeesEmptyText), Some(next))
        }
        false => table(frame, employees),
    };
    let main = view! {
        {head(None, title.to_owned(), None, None)}
        {body}
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

fn table(frame: &Frame, employees: &[EmployeeLine]) -> AnyView {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = employees
        .iter()
        .map(|line| {
            view! {
                <tr>
                    <th scope="row">
                        <a href=format!("{ADDRESS}/{}", line.id)>{line.name.clone()}</a>
                    </th>
                    <td data-label=lang.text(Key::HiredFor)>{line.posting.clone()}</td>
                    <td data-label=lang.text(Key::JobDepartment)>{line.department.clone()}</td>
                    <td data-label=lang.text(Key::HandedOverOn)>{ui::short_date(frame, line.since)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    {column(Key::Name)}
                    {column(Key::HiredFor)}
                    {column(Key::JobDepartment)}
                    {column(Key::HandedOverOn)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// One employee record: each datum with what it is needed for.
#[must_use]
pub fn one(frame: &Frame, employee: &Employee) -> Page {
    let lang = frame.lang;
    let Employee { line, items } = employee;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let below = lang.fill(Key::EmployeeStanding, &[&line.posting, &line.department, &frame.date(line.since)]);
    let rows: Vec<_> = items.iter().map(|item| item_row(frame, line, item)).collect();
    let inside = view! {
        <table class="table wide">
            <thead>
                <tr>
                    {column(Key::HandoverItem)}
                    {column(Key::HandoverContent)}
                    {column(Key::HandoverPurpose)}
                    {column(Key::HandoverBasis)}
                    {column(Key::HandoverNecessity)}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="muted">{lang.text(Key::EmployeeRest)}</p>
    };
    let main = view! {
        {head(
            Some((ADDRESS.to_owned(), lang.text(Key::NavEmployees).to_owned())),
            line.name.clone(),
            Some(muted(below)),
            None,
        )}
        {panel("items", lang.text(Key::EmployeeItems), None, inside)}
    };
    Page { title: line.name.clone(), main: main.into_any(), islands: false }
}

fn item_row(frame: &Frame, line: &EmployeeLine, item: &EmployeeItem) -> AnyView {
    let lang = frame.lang;
    let content = match item.document {
        None if item.item == Item::Disability => lang.text(Key::DisabilityStated).into_any(),
        None if item.item == Item::Email => ui::breakable(&item.text),
        None => view! { <span class="words">{item.text.clone()}</span> }.into_any(),
        Some((kind, _)) => {
            let address = format!("{ADDRESS}/{}/documents/{}", line.id, item.item.code());
            view! {
                <span>
                    {item.text.clone()}
                    " "
                    {open_links(lang, &address, &item.text, kind)}
                </span>
            }
            .into_any()
        }
    };
    let necessity = (!item.necessity.is_empty()).then(|| view! { <span class="words">{item.necessity.clone()}</span> });
    view! {
        <tr>
            <th scope="row">{lang.text(item_key(item.item))}</th>
            <td data-label=lang.text(Key::HandoverContent)>{content}</td>
            <td data-label=lang.text(Key::HandoverPurpose)>{lang.text(purpose_key(item.purpose))}</td>
            <td data-label=lang.text(Key::HandoverBasis)>{lang.text(basis_key(item.basis))}</td>
            <td data-label=lang.text(Key::HandoverNecessity)>{necessity}</td>
        </tr>
    }
    .into_any()
}

/// What an item is called.
pub(super) const fn item_key(item: Item) -> Key {
    match item {
        Item::FirstName => Key::FieldFirstName,
        Item::LastName => Key::FieldLastName,
        Item::Email => Key::FieldEmail,
        Item::Phone => Key::FieldPhone,
        Item::Cv => Key::FieldCv,
        Item::Message => Key::FieldMessage,
        Item::Disability => Key::SectionDisability,
    }
}

/// What a purpose is called.
pub(super) const fn purpose_key(purpose: Purpose) -> Key {
    match purpose {
        Purpose::Contract => Key::PurposeContract,
        Purpose::Payroll => Key::PurposePayroll,
        Purpose::Qualification => Key::PurposeQualification,
        Purpose::Reachability => Key::PurposeReachability,
        Purpose::Protection => Key::PurposeProtection,
    }
}

/// What a legal basis is called.
pub(super) const fn basis_key(basis: Basis) -> Key {
    match basis {
        Basis::Contract => Key::BasisContract,
        Basis::Obligation => Key::BasisObligation,
        Basis::Employment => Key::BasisEmployment,
        Basis::Special => Key::BasisSpecial,
    }
}
