//! `/office/postings/new` and `/office/postings/{id}/edit`: writing a posting.

use leptos::prelude::*;
use rules::{
    id::{DepartmentId, PostingId},
    messages::{Key, Lang},
    posting::Employment,
};

use super::{
    form::{Form, problems, titled},
    parts::head,
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts,
};

/// The name of the form, for its [`Draft`]; what stands in a posting comes as the draft's values too.
pub const FORM: &str = "posting";

/// The form for a posting, new without an identifier.
#[must_use]
pub fn page(frame: &Frame, posting: Option<&PostingId>, draft: &Draft, departments: &[(DepartmentId, String)]) -> Page {
    let lang = frame.lang;
    let title = lang.text(if posting.is_some() { Key::PostingEditTitle } else { Key::PostingNewTitle });
    let (address, back) = match posting {
        Some(id) => (format!("/office/postings/{id}"), format!("/office/postings/{id}")),
        None => ("/office/postings".to_owned(), "/office/postings".to_owned()),
    };
    let form = Form::new(frame, draft, FORM);
    let main = view! {
        {head(Some((back.clone(), lang.text(Key::NavPostings).to_owned())), title.to_owned(), None, None)}
        {problems(frame, draft, true, label)}
        <form class="form" method="post" action=address novalidate>
            {about(frame, &form, departments)}
            {dates(frame, &form)}
            <div class="row">
                <button class="button primary">{lang.text(Key::PostingSave)}</button>
                " "
                <a class="button quiet" href=back>{lang.text(Key::Cancel)}</a>
            </div>
        </form>
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// What the fields are called.
fn label(field: &str) -> Key {
    match field {
        "department" => Key::JobDepartment,
        "language" => Key::PostingLanguage,
        "title" => Key::PostingTitle,
        "summary" => Key::PostingSummary,
        "place" => Key::JobPlace,
        "employment" => Key::JobKind,
        "pay" => Key::JobPay,
        "contact" => Key::PostingContact,
        "next_steps" => Key::WhatNext,
        "seats" => Key::Seats,
        "intake_ends_on" => Key::IntakeEndsOn,
        "planned_close_on" => Key::PlannedCloseOn,
        _ => Key::PostingBody,
    }
}

fn about(frame: &Frame, form: &Form<'_>, departments: &[(DepartmentId, String)]) -> AnyView {
    let lang = frame.lang;
    let field = |name: &'static str| form.field(name, label(name), "");
    let departments = departments.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let languages =
        Lang::ALL.iter().map(|&language| (language.code().to_owned(), lang.text(texts::language(language)).to_owned()));
    let employments =
        Employment::ALL.iter().map(|&e| (e.code().to_owned(), lang.text(texts::employment(e)).to_owned())).collect();
    view! {
        {field("title").hint(lang.text(Key::PostingTitleHint)).line()}
        <div class="pair">
            {field("department").select(departments)}
            {form.field("language", label("language"), lang.code()).select(languages.collect())}
        </div>
        <div class="pair">
            {field("place").line()}
            {field("employment").select(employments)}
        </div>
        <div class="pair">
            {field("pay").hint(lang.text(Key::PayHint)).line()}
            {form.field("seats", label("seats"), "1").hint(lang.text(Key::SeatsHint)).number("1", "999")}
        </div>
        {field("summary").hint(lang.text(Key::PostingSummaryHint)).area("2")}
        {field("body").hint(lang.text(Key::PostingBodyHint)).area("12")}
        {field("contact").hint(lang.text(Key::PostingContactHint)).area("2")}
        {field("next_steps").hint(lang.text(Key::PostingNextStepsHint)).area("3")}
    }
    .into_any()
}

fn dates(frame: &Frame, form: &Form<'_>) -> AnyView {
    let lang = frame.lang;
    let today = || Some(frame.day(frame.now).to_string());
    view! {
        <h2>{lang.text(Key::PostingDates)}</h2>
        <div class="pair">
            {form.field("intake_ends_on", Key::IntakeEndsOn, "").hint(lang.text(Key::IntakeEndsOnHint)).day(today(), None)}
            {form
                .field("planned_close_on", Key::PlannedCloseOn, "")
                .hint(lang.text(Key::PlannedCloseOnHint))
                .optional()
                .day(today(), None)}
        </div>
        <p class="alert">{lang.text(Key::PostingDatesText)}</p>
    }
    .into_any()
}
