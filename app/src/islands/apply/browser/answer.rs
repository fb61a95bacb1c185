//! What the server's page says, when it is not the receipt.

use rules::form::Field;
use web_sys::{Document, DomParser, SupportedType};

/// An answer.
pub(super) struct Answer {
    /// Its heading: of the summary on the form, of the page otherwise.
    pub title: String,
    /// The sentence after it.
    pub note: Option<String>,
    /// The token of the form that came back, if one did.
    pub token: Option<String>,
    /// What is wrong with which field.
    pub problems: Vec<(Field, String)>,
}

/// Reads a page; `None` if it says nothing.
pub(super) fn read(page: &str) -> Option<Answer> {
    let page = DomParser::new().ok()?.parse_from_string(page, SupportedType::TextHtml).ok()?;
    // The file is still chosen here, so being asked for it again is no problem.
    let again = |field: Field| page.get_element_by_id(field.code()).is_some_and(|control| control.has_attribute("data-again"));
    let error = |field: Field| Some((field, text(&page, &format!("#{}-error", field.code()))?));
    let problems = Field::all().filter(|&field| !again(field)).filter_map(error).collect();
    let title = text(&page, ".problems h2").or_else(|| text(&page, "h1"))?;
    let note = text(&page, ".problems > p").or_else(|| text(&page, "main:not(:has(.problems)) .lead"));
    let token = page.query_selector("#application [name=token]").ok().flatten().and_then(|token| token.get_attribute("value"));
    Some(Answer { title, note, token, problems })
}

fn text(page: &Document, selector: &str) -> Option<String> {
    let text = page.query_selector(selector).ok()??.text_content()?;
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}
