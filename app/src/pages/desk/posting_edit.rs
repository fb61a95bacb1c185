//! `/office/postings/new` and `/office/postings/{id}/edit`: writing a posting.

mod questions;

use leptos::prelude::*;
use rules::{
    id::{DepartmentId, PostingId},
    messages::{Key, Lang},
    posting::{Country, Employment, PayPeriod, PayRange, cents, warnings},
    question::{QUESTION_FIELDS, Question},
};

use super::{
    form::{Form, problems, titled},
    parts::{head, muted, panel},
    posting,
};
use crate::{
    frame::{Draft, Frame},
    markdown,
    pages::posting as public,
    shell::Page,
    texts, ui,
};

/// The name of the form, for its [`Draft`]; what stands in a posting comes as the draft's values too.
pub const FORM: &str = "posting";

/// The value of `act` that asks for the form again with a preview.
pub const PREVIEW: &str = "preview";

pub use questions::{act, drafts, values};

/// The form for a posting, new without an identifier; with a preview where one was asked for.
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
        {draft.chose(FORM, "act", PREVIEW).then(|| preview(frame, draft))}
        <form class="form" method="post" action=address.clone() novalidate>
            // What Enter presses: the first button of a form, which would else be one of the questions'.
            <button hidden></button>
            {about(frame, &form, departments)}
            {questions::ask(frame, &form, draft, &address)}
            {dates(frame, &form)}
            <div class="row">
                <button class="button primary">{lang.text(Key::PostingSave)}</button>
                " "
                <button class="button" name="act" value=PREVIEW>{lang.text(Key::PostingPreview)}</button>
                " "
                <a class="button quiet" href=back>{lang.text(Key::Cancel)}</a>
            </div>
        </form>
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// What was typed, as applicants will read it, with what HR may want to change.
fn preview(frame: &Frame, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let typed = |name: &str| draft.value(FORM, name);
    let written_in = Lang::from_code(&typed("language")).filter(|&language| language != lang).map(Lang::code);
    let range = cents(&typed("pay_min")).zip(cents(&typed("pay_max"))).zip(PayPeriod::from_code(&typed("pay_period")));
    let range = range.and_then(|((min, max), period)| PayRange::new(min, max, period));
    let (title, summary, body, next_steps) = (typed("title"), typed("summary"), typed("body"), typed("next_steps"));
    let drafts = questions::drafts(|name| typed(name));
    let questions: Vec<Question> =
        drafts.iter().zip(QUESTION_FIELDS).filter_map(|(draft, fields)| draft.check(fields).ok()).collect();
    let warnings = warnings(&title, &[&summary, &body, &next_steps], &questions, &typed("pay"), range);
    let contact = typed("contact");
    let below = |key: Key, text: &str, inside: fn(&str) -> AnyView| {
        (!text.trim().is_empty()).then(|| view! { <h4 lang=lang.code()>{lang.text(key)}</h4> {inside(text)} })
    };
    let inside = view! {
        {muted(lang.text(Key::PostingPreviewText))}
        <article class="prose preview" lang=written_in>
            <h3>{title}</h3>
            <p class="lead">{summary}</p>
            <div class="prose" inner_html=markdown::html(&body, 4)></div>
            {public::asked(lang, &questions).map(|asked| view! { <h4 lang=lang.code()>{lang.text(Key::JobAsked)}</h4> {asked} })}
            {below(Key::WhatNext, &next_steps, ui::steps)}
            {below(Key::JobQuestions, &contact, |text| view! { <p>{ui::linked(text)}</p> }.into_any())}
        </article>
        {posting::warnings(lang, &warnings)}
    };
    panel("preview", lang.text(Key::PostingPreview), None, inside)
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
        "country" => Key::CountryLabel,
        "pay_min" => Key::PayMin,
        "pay_max" => Key::PayMax,
        "pay_period" => Key::PayPeriodLabel,
        "answer_days" => Key::AnswerDays,
        "contact" => Key::PostingContact,
        "next_steps" => Key::WhatNext,
        "seats" => Key::Seats,
        "intake_ends_on" => Key::IntakeEndsOn,
        "planned_close_on" => Key::PlannedCloseOn,
        question if question.starts_with("question-") => questions::label(question),
        _ => Key::PostingBody,
    }
}

fn about(frame: &Frame, form: &Form<'_>, departments: &[(DepartmentId, String)]) -> AnyView {
    let lang = frame.lang;
    let field = |name: &'static str| form.field(name, label(name), "");
    let departments = departments.iter().map(|(id, name)| (id.to_string(), name.clone())).collect();
    let languages =
        Lang::ALL.iter().map(|&language| (language.code().to_owned(), lang.text(texts::language(language)).to_owned()));
    let countries = Country::ALL.iter().map(|&c| (c.code().to_owned(), lang.text(texts::country(c)).to_owned())).collect();
    let periods = PayPeriod::ALL.iter().map(|&p| (p.code().to_owned(), lang.text(texts::pay_period(p)).to_owned())).collect();
    let employments =
        Employment::ALL.iter().map(|&e| (e.code().to_owned(), lang.text(texts::employment(e)).to_owned())).collect();
    view! {
        {field("title").hint(lang.text(Key::PostingTitleHint)).line()}
        <div class="pair">
            {field("department").select(departments)}
            {form.field("language", label("language"), lang.code()).select(languages.collect())}
        </div>
        <div class="pair">
            {field("place").hint(lang.text(Key::PlaceHint)).line()}
            {form.field("country", label("country"), Country::Germany.code()).select(countries)}
        </div>
        <div class="pair">
            {field("employment").select(employments)}
            {form.field("seats", label("seats"), "1").hint(lang.text(Key::SeatsHint)).number("1", "999")}
        </div>
        {field("pay").hint(lang.text(Key::PayHint)).line()}
        <fieldset class="choices" aria-describedby="figures-hint">
            <legend>{lang.text(Key::PayFigures)} " " <span class="optional">{lang.text(Key::Optional)}</span></legend>
            <p class="hint" id="figures-hint">{lang.text(Key::PayFiguresHint)}</p>
            <div class="trio">
                {field("pay_min").may_be_empty().line()}
                {field("pay_max").may_be_empty().line()}
                {form.field("pay_period", label("pay_period"), PayPeriod::Year.code()).select(periods)}
            </div>
        </fieldset>
        {field("summary").hint(lang.text(Key::PostingSummaryHint)).area("2")}
        {field("body").hint(lang.text(Key::PostingBodyHint)).area("12")}
        {field("contact").hint(lang.text(Key::PostingContactHint)).area("2")}
        {field("next_steps").hint(lang.text(Key::PostingNextStepsHint)).area("3")}
        {form.field("answer_days", label("answer_days"), "14").hint(lang.text(Key::AnswerDaysHint)).number("1", "90")}
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
