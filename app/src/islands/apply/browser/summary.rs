//! The error summary above the form, kept true while what it lists is put right.

use leptos::prelude::document;
use rules::{form::Field, messages::Lang};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use crate::texts::problems_title;

/// Takes the line of a field out of the summary, or puts it back with what is wrong now. Answers how many lines are left; `None` where
/// nothing changes.
pub(super) fn update(lang: Lang, field: Field, error: Option<&str>) -> Option<usize> {
    let summary = document().query_selector("main .problems").ok()??;
    let line = line(&summary, field)?;
    let link = line.query_selector("a").ok()??;
    let as_it_was = |text| link.text_content().as_deref() == Some(text);
    if line.hidden() == error.is_none() && error.is_none_or(as_it_was) {
        return None;
    }
    line.set_hidden(error.is_none());
    if let Some(text) = error {
        link.set_text_content(Some(text));
    }
    let left = Field::all().filter_map(|field| self::line(&summary, field)).filter(|line| !line.hidden()).count();
    // As an alert it would be read aloud whole again.
    drop(summary.set_attribute("role", "group"));
    // A heading with a sentence below says what happened, and not how much there is to do.
    if matches!(summary.query_selector(":scope > p"), Ok(None)) {
        if let Ok(Some(heading)) = summary.query_selector("h2") {
            heading.set_text_content(Some(&problems_title(lang, left)));
        }
        if let Some(summary) = summary.dyn_ref::<HtmlElement>() {
            summary.set_hidden(left == 0);
        }
    }
    Some(left)
}

fn line(summary: &Element, field: Field) -> Option<HtmlElement> {
    let link = summary.query_selector(&format!("a[href='#{}']", field.code())).ok()??;
    link.closest("li").ok()??.dyn_into().ok()
}
