//! Forms at the desk: fields with what was typed into them and what is wrong.

use leptos::prelude::*;
use rules::{
    form::{Problem, TICKED},
    messages::{Key, Lang},
};

use super::parts::alert;
use crate::{
    frame::{Draft, Frame},
    pages::error::{Trouble, words, written},
    texts,
    ui::{self, Ask},
};

/// The title of a page whose form may have come back.
pub(in crate::pages) fn titled(lang: Lang, title: &str, draft: &Draft) -> String {
    let is_fine = draft.problems.is_empty() && draft.trouble.is_none();
    if is_fine { title.to_owned() } else { ui::error_title(lang, title) }
}

/// What stands against the form that came back: what happened, or what is wrong with its fields, each line leading to its control;
/// `label` names the fields. Where the form is no longer on the page, what was written into it can be copied.
pub(in crate::pages) fn problems(frame: &Frame, draft: &Draft, is_there: bool, label: impl Fn(&str) -> Key) -> Option<AnyView> {
    let lang = frame.lang;
    let lines: Vec<(String, String)> = draft
        .problems
        .iter()
        .map(|&(field, problem)| {
            let control = control_of(field);
            (format!("{}-{control}", draft.form), said(lang, control, lang.text(label(control)), problem))
        })
        .collect();
    let against = trouble(frame, draft, is_there).or_else(|| problem_lines(lang, draft.form, lines))?;
    let lost = (!is_there).then(|| written(lang, &draft.written())).flatten();
    Some(view! { {against} {lost} }.into_any())
}

/// Why the form that came back was not carried out, in words: a rule, somebody who was quicker, a store that does not answer.
pub(in crate::pages) fn trouble(frame: &Frame, draft: &Draft, is_there: bool) -> Option<AnyView> {
    let (lang, trouble) = (frame.lang, draft.trouble?);
    let (title, mut sentences) = words(frame, trouble);
    if trouble == Trouble::Conflict {
        // The page is the present state; there is nothing to go back to.
        sentences = vec![lang.text(Key::TroubleConflictHere).to_owned()];
    }
    if is_there && !draft.written().is_empty() {
        sentences.push(lang.text(Key::TypedKept).to_owned());
    }
    let sentences = sentences.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view();
    Some(alert("refused", "bad", lang.text(title), sentences))
}

/// A summary of what is wrong with a form, from the control and the words of each; nothing when nothing is wrong.
pub(in crate::pages) fn problem_lines(lang: Lang, form: &str, lines: Vec<(String, String)>) -> Option<AnyView> {
    let (one, many) = match form {
        // These ask, and save nothing.
        "look-up" | "filter" | "proof" => (Key::AskProblemsOne, Key::AskProblemsMany),
        _ => (Key::DeskProblemsOne, Key::DeskProblemsMany),
    };
    let title = lang.count(lines.len() as i64, one, many);
    (!lines.is_empty()).then(|| ui::problems_under(title, None, &lines))
}

/// The control in which a problem is put right: the audience of a release is chosen as a department.
fn control_of(field: &'static str) -> &'static str {
    if field == "audience" { "department" } else { field }
}

/// What is wrong with a field, in words that say what to do.
fn said(lang: Lang, field: &str, label: &str, problem: Problem) -> String {
    match (field, problem) {
        ("ids", Problem::Missing) => lang.text(Key::DecideNobody).to_owned(),
        ("email", Problem::NoMatch) => lang.text(Key::LookUpNobody).to_owned(),
        ("sections", Problem::Missing) => lang.text(Key::ReleaseNothing).to_owned(),
        ("record", Problem::NotAChoice) => lang.text(Key::JournalNoRecord).to_owned(),
        ("number", Problem::NotAChoice) => lang.text(Key::ProofsUnknown).to_owned(),
        ("arrivals", Problem::NotAChoice) => lang.text(Key::StandingBoxHint).to_owned(),
        // The logo's file; others are documents.
        ("file", problem) if label == lang.text(Key::LogoFile) => logo_said(lang, problem),
        ("until", Problem::NotAChoice) => lang.text(Key::ReleaseUntilRange).to_owned(),
        _ => texts::problem_text(lang, label, problem),
    }
}

/// What is wrong with the file of a logo.
fn logo_said(lang: Lang, problem: Problem) -> String {
    match problem {
        Problem::FileMissing => lang.text(Key::LogoMissing).to_owned(),
        Problem::FileEmpty => lang.text(Key::LogoEmpty).to_owned(),
        Problem::FileUnrecognised => lang.text(Key::LogoNotAPicture).to_owned(),
        Problem::FileTooLarge { max } => lang.fill(Key::LogoTooHeavy, &[&texts::limit(lang, max)]),
        other => texts::problem_text(lang, lang.text(Key::LogoFile), other),
    }
}

/// A form with what was typed into it, if it came back.
pub(in crate::pages) struct Form<'a> {
    lang: Lang,
    draft: &'a Draft,
    name: &'static str,
    /// What the ids of its controls begin with.
    prefix: String,
}

impl<'a> Form<'a> {
    /// The form `name` of a page.
    pub(in crate::pages) fn new(frame: &Frame, draft: &'a Draft, name: &'static str) -> Self {
        Self { lang: frame.lang, draft, name, prefix: name.to_owned() }
    }

    /// The same form for the `nth` thing on a page that has one for each.
    pub(in crate::pages) fn of_nth(self, nth: usize) -> Self {
        Self { prefix: format!("{}-{nth}", self.name), ..self }
    }

    /// Whether this is the form that came back.
    pub(in crate::pages) fn came_back(&self) -> bool {
        self.draft.form == self.name
    }

    /// What was typed into a field, else what it begins with.
    pub(in crate::pages) fn value(&self, field: &str, beginning: &str) -> String {
        if self.came_back() { self.draft.value(self.name, field) } else { beginning.to_owned() }
    }

    /// Whether a choice is ticked, else whether it begins so.
    pub(in crate::pages) fn chose(&self, field: &str, value: &str, beginning: bool) -> bool {
        if self.came_back() { self.draft.chose(self.name, field, value) } else { beginning }
    }

    fn error(&self, field: &str, label: &str) -> Option<String> {
        let problem = self.draft.problems.iter().find(|(name, _)| self.came_back() && control_of(name) == field);
        problem.map(|&(_, problem)| said(self.lang, field, label, problem))
    }

    /// The id of a control.
    pub(in crate::pages) fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.prefix)
    }

    /// What is wrong with a field called `label`, for a control that stands by itself.
    pub(in crate::pages) fn error_text(&self, field: &str, label: Key) -> Option<AnyView> {
        let error = self.error(field, self.lang.text(label))?;
        Some(view! { <p class="error" id=format!("{}-{field}-error", self.prefix)>{error}</p> }.into_any())
    }

    /// `aria-invalid` and `aria-describedby` of a control whose error is an [`Self::error_text`].
    pub(in crate::pages) fn wrong(&self, field: &str) -> (Option<&'static str>, Option<String>) {
        self.error(field, "").map(|_| ("true", format!("{}-{field}-error", self.prefix))).unzip()
    }

    /// A field called `label`.
    pub(in crate::pages) fn field(&self, name: &'static str, label: Key, beginning: &str) -> Field {
        let (id, label) = (format!("{}-{name}", self.prefix), self.lang.text(label));
        let ask = Ask::new(id.clone(), label).error(self.error(name, label));
        Field { lang: self.lang, id, name, ask, value: self.value(name, beginning), required: true, focused: false }
    }

    /// A box to tick, called `label`.
    pub(in crate::pages) fn tick(&self, name: &'static str, label: Key) -> AnyView {
        let id = self.id(name);
        view! {
            <div class="choice">
                <input type="checkbox" id=id.clone() name=name value=TICKED checked=self.chose(name, TICKED, false)/>
                <label for=id>{self.lang.text(label)}</label>
            </div>
        }
        .into_any()
    }

    /// Several choices under one question, `kind` being `radio` or `checkbox`; each has a value, a text and whether it begins chosen.
    pub(in crate::pages) fn choices(
        &self,
        kind: &'static str,
        name: &'static str,
        legend: Key,
        in_line: bool,
        choices: Vec<(&'static str, String, bool)>,
    ) -> AnyView {
        let legend = self.lang.text(legend);
        let id = format!("{}-{name}", self.prefix);
        let error = self.error(name, legend);
        let (by, invalid) = (error.is_some().then(|| format!("{id}-error")), error.is_some().then_some("true"));
        let one = |(at, (value, text, beginning)): (usize, (&'static str, String, bool))| {
            // The error summary leads to the first.
            let own = if at == 0 { id.clone() } else { format!("{id}-{value}") };
            view! {
                <div class="choice">
                    <input
                        type=kind
                        id=own.clone()
                        name=name
                        value=value
                        checked=self.chose(name, value, beginning)
                        aria-describedby=by.clone()
                        aria-invalid=invalid
                    />
                    <label for=own>{text}</label>
                </div>
            }
        };
        let inside: Vec<_> = choices.into_iter().enumerate().map(one).collect();
        let inside = if in_line { view! { <div class="line">{inside}</div> }.into_any() } else { inside.into_any() };
        view! {
            <fieldset class="choices">
                <legend>{legend}</legend>
                {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
                {inside}
            </fieldset>
        }
        .into_any()
    }
}

/// A field with its control.
pub(in crate::pages) struct Field {
    lang: Lang,
    id: String,
    name: &'static str,
    ask: Ask,
    value: String,
    required: bool,
    focused: bool,
}

impl Field {
    /// What helps to fill it in.
    pub(in crate::pages) fn hint(self, hint: impl Into<String>) -> Self {
        Self { ask: self.ask.hint(hint), ..self }
    }

    /// It may stay empty.
    pub(in crate::pages) fn optional(self) -> Self {
        Self { ask: self.ask.optional(), required: false, ..self }
    }

    /// It may stay empty, as what stands around it has said.
    pub(in crate::pages) fn may_be_empty(self) -> Self {
        Self { required: false, ..self }
    }

    /// Whether the page begins here.
    pub(in crate::pages) fn focused(self, focused: bool) -> Self {
        Self { focused, ..self }
    }

    /// Says that the applicant can read what is written here.
    pub(in crate::pages) fn readable(self) -> Self {
        Self { ask: self.ask.readable(), ..self }
    }

    /// One line of text.
    pub(in crate::pages) fn line(self) -> AnyView {
        self.input("text", None, None, None)
    }

    /// A day between two.
    pub(in crate::pages) fn day(self, min: Option<String>, max: Option<String>) -> AnyView {
        self.input("date", Some("12"), min, max)
    }

    /// A day with a time.
    pub(in crate::pages) fn moment(self) -> AnyView {
        self.input("datetime-local", None, None, None)
    }

    /// A small whole number.
    pub(in crate::pages) fn number(self, min: &str, max: &str) -> AnyView {
        self.input("number", Some("4"), Some(min.to_owned()), Some(max.to_owned()))
    }

    /// A colour, which a browser offers to choose and always sends.
    pub(in crate::pages) fn colour(self) -> AnyView {
        self.input("color", None, None, None)
    }

    /// A file with one of some endings; it is never there again when a form comes back.
    pub(in crate::pages) fn file(self, accept: &'static str) -> AnyView {
        let Self { lang, id, name, ask, required, .. } = self;
        let (by, invalid) = (ask.by(), ask.invalid());
        let control = view! {
            <input type="file" id=id name=name accept=accept required=required aria-describedby=by aria-invalid=invalid/>
        };
        ask.around(lang, control)
    }

    fn input(self, kind: &'static str, size: Option<&'static str>, min: Option<String>, max: Option<String>) -> AnyView {
        let Self { lang, id, name, ask, value, required, focused } = self;
        let (by, invalid) = (ask.by(), ask.invalid());
        let control = view! {
            <input
                type=kind
                autofocus=focused
                id=id
                name=name
                value=value
                size=size
                min=min
                max=max
                required=required
                aria-describedby=by
                aria-invalid=invalid
            />
        };
        ask.around(lang, control)
    }

    /// Several lines of text.
    pub(in crate::pages) fn area(self, rows: &'static str) -> AnyView {
        let Self { lang, id, name, ask, value, required, .. } = self;
        let (by, invalid) = (ask.by(), ask.invalid());
        let control = view! {
            <textarea id=id name=name rows=rows required=required aria-describedby=by aria-invalid=invalid>
                {ui::textarea_text(&value)}
            </textarea>
        };
        ask.around(lang, control)
    }

    /// One of several options, each with its value and its text.
    pub(in crate::pages) fn select(self, options: Vec<(String, String)>) -> AnyView {
        let Self { lang, id, name, ask, value, .. } = self;
        let (by, invalid) = (ask.by(), ask.invalid());
        let options: Vec<_> = options
            .into_iter()
            .map(|(code, text)| {
                let selected = code == value;
                view! { <option value=code selected=selected>{text}</option> }
            })
            .collect();
        let control = view! { <select id=id name=name aria-describedby=by aria-invalid=invalid>{options}</select> };
        ask.around(lang, control)
    }
}
