//! The browser's side of the island: listens to the form, checks with the server's own rules, and sends.

mod answer;
mod file;
mod form;
mod proof;
mod upload;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use leptos::{prelude::*, task::spawn_local};
use rules::{
    form::{Field, Problem, check_field},
    messages::{Key, filled},
    question::Question,
};
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, Event, EventTarget, SubmitEvent, XmlHttpRequest};

use self::{form::Form, proof::Proof};
use super::{Said, Shown};
use crate::texts::{form_problem_text, problems_title, said};

/// The island at work.
struct Comfort {
    shown: Shown,
    form: Form,
    /// The posting's own.
    questions: Vec<Question>,
    /// The page's title without problems.
    title: String,
    /// Fields into which something was typed: an untouched one is not complained about on the way past it.
    touched: RefCell<Vec<Field>>,
    /// Whether a button of the pointer is down. A field that is left by a click is checked after the click: what appears earlier
    /// would move the button away from under the pointer.
    pressed: Cell<bool>,
    /// Fields that were left while it was down.
    left: RefCell<Vec<Field>>,
    /// Whether the form is being checked or sent: a second click does nothing.
    busy: Cell<bool>,
    /// Counts chosen files, so that a slow look at one does not speak about the next.
    choices: RefCell<Vec<(Field, u32)>>,
    request: RefCell<Option<XmlHttpRequest>>,
    proof: Proof,
    /// Whether it is being looked for.
    proving: Cell<bool>,
}

/// Begins to listen to the form of this page.
pub(super) fn attach(shown: Shown, questions: Vec<Question>) {
    let Some(form) = Form::find() else { return };
    let title = document().title();
    let prefix = filled(said!(shown.lang, Key::ErrorTitle), &[""]);
    let comfort = Rc::new(Comfort {
        shown,
        form,
        questions,
        title: title.strip_prefix(&prefix).unwrap_or(&title).to_owned(),
        touched: RefCell::default(),
        pressed: Cell::default(),
        left: RefCell::default(),
        busy: Cell::default(),
        choices: RefCell::default(),
        request: RefCell::default(),
        proof: Proof::default(),
        proving: Cell::default(),
    });
    let form: &EventTarget = comfort.form.element();
    let on = |target: &EventTarget, name: &str, act: fn(&Rc<Comfort>, &Event)| {
        let comfort = Rc::clone(&comfort);
        listen(target, name, move |event| act(&comfort, &event));
    };
    on(form, "input", |comfort, event| comfort.typed(event));
    on(form, "input", |comfort, _| comfort.prove());
    on(form, "change", Comfort::changed);
    on(form, "focusout", |comfort, event| comfort.leave(event));
    on(form, "submit", Comfort::submit);
    let page = document();
    on(&page, "pointerdown", |comfort, _| comfort.pressed.set(true));
    on(&page, "pointerup", Comfort::released);
    on(&page, "pointercancel", Comfort::released);
    // Whoever comes back by the browser's own button finds the form, not the progress.
    on(&window(), "pagehide", |comfort, _| comfort.settle(None));
    Effect::new(move |_| {
        if shown.cancelled.get() {
            comfort.cancel();
        }
    });
}

/// Calls `act` for each event, as long as the page lives.
fn listen(target: &EventTarget, name: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act);
    if target.add_event_listener_with_callback(name, act.as_ref().unchecked_ref()).is_ok() {
        act.forget();
    }
}

/// The field an event comes from.
fn field_of(event: &Event) -> Option<Field> {
    Field::from_code(&event.target()?.dyn_into::<Element>().ok()?.get_attribute("name")?)
}

impl Comfort {
    fn text(&self, field: Field, problem: Problem) -> String {
        form_problem_text(self.shown.lang, field, problem, &self.questions)
    }

    /// Whether a field holds files.
    fn is_file(&self, field: Field) -> bool {
        field.holds_files(&self.questions)
    }

    /// What is wrong with the files that are chosen for a field.
    async fn check_files(&self, field: Field) -> Option<Problem> {
        let files = self.form.files(field);
        match files.len() {
            0 if field.needs_file(&self.questions) => Some(Problem::FileMissing),
            _ => file::check(field, files, self.shown.max).await,
        }
    }

    /// Looks for the proof while the fields are filled in; who only reads the form does no work.
    fn prove(self: &Rc<Self>) {
        if !self.proving.replace(true) {
            let comfort = Rc::clone(self);
            spawn_local(async move {
                comfort.proof.write_into(&comfort.form).await;
                comfort.proving.set(false);
            });
        }
    }

    /// What is wrong with a field that needs no waiting.
    fn check(&self, field: Field) -> Option<Problem> {
        match field {
            Field::Notice => (!self.form.typed().notice).then_some(Problem::NoticeUnread),
            Field::NoRepresentative => self.form.typed().check_representative(),
            field => check_field(field, self.form.typed().get(field), &self.questions),
        }
    }

    /// Writes what is wrong beside a field, or removes it, there and in the summary, and has it read aloud, or how much is left to put
    /// right.
    fn mark(&self, field: Field, problem: Option<Problem>) {
        let (lang, text) = (self.shown.lang, problem.map(|problem| self.text(field, problem)));
        self.form.mark(field, text.as_deref());
        let left = self.sum_up(field, text.as_deref());
        self.shown.aside.set(match (text, left) {
            (Some(text), _) => text,
            (None, None) => String::new(),
            (None, Some(0)) => said!(lang, Key::ProblemsNoneLeft).to_owned(),
            (None, Some(left)) => problems_title(lang, left),
        });
    }

    /// Keeps the summary true, if there is one: what is wrong with a field, or that nothing is any more. Answers how many lines it has
    /// then; `None` where nothing changes.
    fn sum_up(&self, field: Field, error: Option<&str>) -> Option<usize> {
        let shown = self.shown;
        let said = shown.said.get_untracked().or_else(|| self.form.summary());
        let Some(Said::Problems(title, note, mut lines)) = said else { return None };
        let before = lines.clone();
        match (lines.iter_mut().find(|(id, _)| id == field.code()), error) {
            (Some(line), Some(text)) => text.clone_into(&mut line.1),
            (None, Some(text)) => {
                lines.push((field.code().to_owned(), text.to_owned()));
                lines.sort_by_key(|(id, _)| Field::from_code(id).map(|field| field.place(&self.questions)));
            }
            (_, None) => lines.retain(|(id, _)| id != field.code()),
        }
        if lines == before {
            return None;
        }
        let left = lines.len();
        self.form.forget_summary();
        shown.quiet.set(true);
        // With a sentence below it the heading says what happened, and not how much there is to do.
        shown.said.set(match note {
            Some(_) => Some(Said::Problems(title, note, lines)),
            None if left == 0 => None,
            None => Some(Said::Problems(problems_title(shown.lang, left), None, lines)),
        });
        if left == 0 {
            document().set_title(&self.title);
        }
        Some(left)
    }

    /// An error goes as soon as it is put right; a new one waits until the field is left.
    fn typed(&self, event: &Event) {
        let Some(field) = field_of(event) else { return };
        if !self.touched.borrow().contains(&field) {
            self.touched.borrow_mut().push(field);
        }
        // What is stated of a disability decides about the box below it too.
        for field in [field].into_iter().chain((field == Field::Disability).then_some(Field::NoRepresentative)) {
            if !self.is_file(field) && self.form.is_marked(field) && self.check(field).is_none() {
                self.mark(field, None);
            }
        }
    }

    fn changed(self: &Rc<Self>, event: &Event) {
        if let Some(field) = field_of(event).filter(|&field| self.is_file(field)) {
            let comfort = Rc::clone(self);
            spawn_local(async move {
                let choice = comfort.choose(field);
                let problem = comfort.check_files(field).await;
                if comfort.chosen(field) == choice {
                    comfort.mark(field, problem);
                }
            });
        }
    }

    /// How often files were chosen for a field.
    fn chosen(&self, field: Field) -> u32 {
        self.choices.borrow().iter().find(|(chosen, _)| *chosen == field).map_or(0, |(_, count)| *count)
    }

    /// Counts one more time.
    fn choose(&self, field: Field) -> u32 {
        let count = self.chosen(field).wrapping_add(1);
        let mut choices = self.choices.borrow_mut();
        choices.retain(|(chosen, _)| *chosen != field);
        choices.push((field, count));
        count
    }

    fn leave(&self, event: &Event) {
        match field_of(event) {
            None | Some(Field::Notice) => {}
            Some(field) if self.is_file(field) => {}
            Some(field) if self.pressed.get() => self.left.borrow_mut().push(field),
            Some(field) => self.check_left(field),
        }
    }

    fn check_left(&self, field: Field) {
        if self.touched.borrow().contains(&field) || self.form.is_marked(field) {
            self.mark(field, self.check(field));
        }
    }

    fn released(self: &Rc<Self>, _: &Event) {
        self.pressed.set(false);
        let comfort = Rc::clone(self);
        // The click itself comes right after this event.
        let check = move || comfort.left.take().into_iter().for_each(|field| comfort.check_left(field));
        drop(set_timeout(check, Duration::ZERO));
    }

    fn submit(self: &Rc<Self>, event: &Event) {
        // The language switch takes the form along to another address; that is the browser's to do.
        let button = event.dyn_ref::<SubmitEvent>().and_then(SubmitEvent::submitter);
        if button.is_some_and(|button| button.has_attribute("formaction")) {
            return;
        }
        event.prevent_default();
        if !self.busy.replace(true) {
            let comfort = Rc::clone(self);
            spawn_local(async move { comfort.check_and_send().await });
        }
    }

    async fn check_and_send(self: &Rc<Self>) {
        let mut problems = self.form.typed().check(&self.questions).err().unwrap_or_default();
        for field in Field::all().filter(|&field| self.is_file(field)) {
            if let Some(problem) = self.check_files(field).await {
                problems.push((field, problem));
            }
        }
        let lines: Vec<_> = problems.iter().map(|&(field, problem)| (field, self.text(field, problem))).collect();
        self.form.mark_all(&lines);
        if !lines.is_empty() {
            let title = problems_title(self.shown.lang, lines.len());
            self.settle(Some(problems_said(title, None, &lines)));
            return;
        }
        self.proof.write_into(&self.form).await;
        if self.send().is_err() {
            // A browser that cannot do it this way still can by itself.
            self.form.submit();
        }
    }

    /// Back to the form, with what is to be said above it.
    fn settle(&self, said: Option<Said>) {
        self.request.take();
        self.busy.set(false);
        self.shown.sending.set(None);
        // What is said above the form says it all.
        self.shown.aside.set(String::new());
        self.shown.quiet.set(false);
        self.form.hide(false);
        self.form.forget_summary();
        let title = match said {
            Some(Said::Problems(..)) => filled(said!(self.shown.lang, Key::ErrorTitle), &[&self.title]),
            _ => self.title.clone(),
        };
        document().set_title(&title);
        self.shown.said.set(said);
    }
}

fn problems_said(title: String, note: Option<String>, problems: &[(Field, String)]) -> Said {
    Said::Problems(title, note, problems.iter().map(|(field, text)| (field.code().to_owned(), text.clone())).collect())
}
