//! The form on the page: what is in it, and what is written beside its fields.

use leptos::prelude::document;
use rules::form::{Field, Typed};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, File, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement};

use super::Said;

/// The application form.
pub(super) struct Form(HtmlFormElement);

impl Form {
    /// The form of this page.
    pub(super) fn find() -> Option<Self> {
        by_id("application")?.dyn_into().ok().map(Self)
    }

    pub(super) fn element(&self) -> &HtmlFormElement {
        &self.0
    }

    /// Where it is sent, as a whole address.
    pub(super) fn address(&self) -> String {
        self.0.action()
    }

    /// Sends it the browser's own way.
    pub(super) fn submit(&self) {
        drop(self.0.submit());
    }

    /// What is typed into it.
    pub(super) fn typed(&self) -> Typed {
        let mut typed = Typed::default();
        for field in Field::all() {
            let Some(control) = control(field) else { continue };
            if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
                typed.set(field, area.value());
            } else if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
                let value = match input.type_().as_str() {
                    "checkbox" if !input.checked() => String::new(),
                    "radio" => self.chosen(field),
                    _ => input.value(),
                };
                typed.set(field, value);
            }
        }
        typed
    }

    /// The choice that is made in a field; empty if none is.
    fn chosen(&self, field: Field) -> String {
        let chosen = self.0.query_selector(&format!("[name={}]:checked", field.code())).ok().flatten();
        chosen.and_then(|chosen| chosen.dyn_into::<HtmlInputElement>().ok()).map(|chosen| chosen.value()).unwrap_or_default()
    }

    /// The files that are chosen for a field.
    pub(super) fn files(&self, field: Field) -> Vec<File> {
        let input = control(field).and_then(|control| control.dyn_into::<HtmlInputElement>().ok());
        let Some(files) = input.and_then(|input| input.files()) else { return Vec::new() };
        (0..files.length()).filter_map(|at| files.get(at)).collect()
    }

    /// What tells it from every other form.
    pub(super) fn token(&self) -> String {
        self.hidden("token").and_then(|field| field.get_attribute("value")).unwrap_or_default()
    }

    /// Gives it the token of the form that the server sent back: after one that came before with other content it is a new one.
    pub(super) fn set_token(&self, token: &str) {
        self.set_hidden("token", token);
    }

    /// Gives it the proof over its token.
    pub(super) fn set_proof(&self, proof: &str) {
        self.set_hidden("proof", proof);
    }

    fn set_hidden(&self, name: &str, value: &str) {
        if let Some(field) = self.hidden(name) {
            drop(field.set_attribute("value", value));
        }
    }

    fn hidden(&self, name: &str) -> Option<Element> {
        self.0.query_selector(&format!("[name={name}]")).ok().flatten()
    }

    /// Hides it while it is sent, or shows it again.
    pub(super) fn hide(&self, hidden: bool) {
        if let Some(around) = self.0.parent_element().and_then(|around| around.dyn_into::<HtmlElement>().ok()) {
            around.set_hidden(hidden);
        }
    }

    /// Removes the summary that came with the page; the island shows its own from now on.
    pub(super) fn forget_summary(&self) {
        if let Ok(Some(summary)) = document().query_selector("main > .problems") {
            summary.remove();
        }
    }

    /// What the summary says that came with the page.
    pub(super) fn summary(&self) -> Option<Said> {
        let summary = document().query_selector("main > .problems").ok()??;
        let text = |selector: &str| summary.query_selector(selector).ok()??.text_content();
        let line = |field: Field| Some((field.code().to_owned(), text(&format!("a[href='#{}']", field.code()))?));
        Some(Said::Problems(text("h2")?, text(":scope > p"), Field::all().filter_map(line).collect()))
    }

    /// Whether an error stands beside a field.
    pub(super) fn is_marked(&self, field: Field) -> bool {
        by_id(&error_id(field)).is_some()
    }

    /// Writes beside every field what is wrong with it, and removes what no longer is.
    pub(super) fn mark_all(&self, problems: &[(Field, String)]) {
        for field in Field::all() {
            let problem = problems.iter().find(|(wrong, _)| *wrong == field);
            self.mark(field, problem.map(|(_, text)| text.as_str()));
        }
    }

    /// Writes what is wrong beside a field, or removes it.
    pub(super) fn mark(&self, field: Field, error: Option<&str>) {
        let Some(control) = control(field) else { return };
        let id = error_id(field);
        match error {
            Some(text) => {
                let Some(line) = by_id(&id).or_else(|| new_line(&control, &id)) else { return };
                line.set_text_content(Some(text));
                show(&control);
            }
            None => {
                if let Some(line) = by_id(&id) {
                    line.remove();
                }
            }
        }
        describe(&control, &id, error.is_some());
        // The other choices of the same question.
        for other in (1..).map_while(|number| by_id(&format!("{}-{number}", field.code()))) {
            describe(&other, &id, error.is_some());
        }
    }
}

/// Shows a control that no person sees until something is wrong with it.
fn show(control: &Element) {
    if let Ok(Some(around)) = control.closest("[aria-hidden]") {
        around.set_class_name("");
        drop(around.remove_attribute("aria-hidden"));
        drop(control.remove_attribute("tabindex"));
    }
}

/// Says at a control whether it is wrong, and where that is written.
fn describe(control: &Element, error: &str, is_wrong: bool) {
    let described = control.get_attribute("aria-describedby").unwrap_or_default();
    let ids = described.split_whitespace().filter(|other| *other != error).chain(is_wrong.then_some(error));
    let ids = ids.collect::<Vec<_>>().join(" ");
    drop(match ids.is_empty() {
        true => control.remove_attribute("aria-describedby"),
        false => control.set_attribute("aria-describedby", &ids),
    });
    drop(match is_wrong {
        true => control.set_attribute("aria-invalid", "true"),
        false => control.remove_attribute("aria-invalid"),
    });
}

/// An empty error line where the page would have it: before the control, for a box before the whole choice.
fn new_line(control: &Element, id: &str) -> Option<Element> {
    let line = document().create_element("p").ok()?;
    line.set_class_name("error");
    line.set_id(id);
    let place = control.closest(".choice").ok().flatten().unwrap_or_else(|| control.clone());
    place.parent_node()?.insert_before(&line, Some(&place)).ok()?;
    Some(line)
}

fn control(field: Field) -> Option<Element> {
    by_id(field.code())
}

fn error_id(field: Field) -> String {
    format!("{}-error", field.code())
}

fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}
