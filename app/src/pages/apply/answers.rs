//! The posting's own questions in the form, each with the control that its kind of answer needs.

use leptos::prelude::*;
use rules::{
    form::{Field, Problem},
    messages::Key,
    question::{MAX_SHORT, Nth, Question, QuestionKind, numbered},
};

use super::{
    Asking,
    files::{ACCEPT, PICTURES},
};
use crate::{
    texts::limit,
    ui::{self, Ask},
};

impl Asking<'_> {
    /// The questions that are answered in writing, under a heading of their own.
    pub(super) fn answers(&self) -> Option<AnyView> {
        let written: Vec<_> = numbered(self.questions).filter(|(_, question)| question.kind != QuestionKind::File).collect();
        (!written.is_empty()).then(|| {
            let fields: Vec<_> = written.into_iter().map(|(nth, question)| self.answer(nth, question)).collect();
            view! {
                <h2>{self.lang.text(Key::ApplyQuestions)}</h2>
                {fields}
            }
            .into_any()
        })
    }

    /// The questions that are answered with a file.
    pub(super) fn answering_files(&self, max: u64) -> Vec<AnyView> {
        let files = numbered(self.questions).filter(|(_, question)| question.kind == QuestionKind::File);
        files.map(|(nth, question)| self.answering_file(nth, question, max)).collect()
    }

    fn question(&self, nth: Nth, question: &Question) -> Ask {
        let ask = self.ask(Field::Answer(nth)).label_in(self.written_in);
        if question.required { ask } else { ask.optional() }
    }

    fn answer(&self, nth: Nth, question: &Question) -> AnyView {
        let (lang, id) = (self.lang, nth.code());
        let ask = self.question(nth, question);
        let ask = match (question.hint.is_empty(), question.kind) {
            (false, _) => ask.hint(question.hint.clone()).hint_in(self.written_in),
            (true, QuestionKind::Number) => ask.hint(lang.text(Key::HintNumber)),
            (true, _) => ask,
        };
        let value = self.typed.get(Field::Answer(nth)).to_owned();
        let (by, invalid, required) = (ask.by(), ask.invalid(), question.required);
        let line = |kind: &'static str, mode: Option<&'static str>, size: Option<&'static str>, max: Option<usize>| {
            view! {
                <input
                    type=kind
                    id=id
                    name=id
                    inputmode=mode
                    size=size
                    maxlength=max.map(|max| max.to_string())
                    required=required
                    aria-describedby=by.clone()
                    aria-invalid=invalid
                    value=value.clone()
                />
            }
            .into_any()
        };
        let control = match question.kind {
            QuestionKind::Choice => return self.choice(nth, question),
            QuestionKind::Number => line("text", Some("decimal"), Some("12"), None),
            QuestionKind::Date => line("date", None, Some("12"), None),
            QuestionKind::Long => {
                let by = by.clone();
                view! {
                    <textarea id=id name=id rows="5" required=required aria-describedby=by aria-invalid=invalid>
                        {ui::textarea_text(&value)}
                    </textarea>
                }
                .into_any()
            }
            QuestionKind::Short | QuestionKind::File => line("text", None, None, Some(MAX_SHORT)),
        };
        ask.around(lang, control)
    }

    /// One of several choices. Who need not answer can take an answer back.
    fn choice(&self, nth: Nth, question: &Question) -> AnyView {
        let (lang, id) = (self.lang, nth.code());
        let (chosen, error) = (self.typed.get(Field::Answer(nth)).trim(), self.error(Field::Answer(nth)));
        let hint_id = (!question.hint.is_empty()).then(|| format!("{id}-hint"));
        let hint = hint_id.clone().map(|id| view! { <p class="hint" id=id lang=self.written_in>{question.hint.clone()}</p> });
        let by = error.is_some().then(|| format!("{id}-error"));
        let invalid = by.is_some().then_some("true");
        let none = (!question.required).then(|| (String::new(), lang.text(Key::AnswerChoiceNone).to_owned(), None));
        let choices = question.choices.iter().map(|choice| (choice.clone(), choice.clone(), self.written_in));
        let one = |(at, (value, text, written_in)): (usize, (String, String, Option<&'static str>))| {
            // The error summary leads to the first.
            let own = if at == 0 { id.to_owned() } else { format!("{id}-{at}") };
            view! {
                <div class="choice">
                    <input
                        type="radio"
                        id=own.clone()
                        name=id
                        checked=value == chosen
                        value=value
                        required=question.required
                        aria-describedby=by.clone()
                        aria-invalid=invalid
                    />
                    <label for=own lang=written_in>{text}</label>
                </div>
            }
        };
        let choices: Vec<_> = choices.chain(none).enumerate().map(one).collect();
        let optional = (!question.required).then(|| view! { " " <span class="optional">{lang.text(Key::Optional)}</span> });
        view! {
            <fieldset class="choices" aria-describedby=hint_id>
                <legend>
                    <span lang=self.written_in>{question.text.clone()}</span>
                    {optional}
                </legend>
                {hint}
                {error.map(|error| view! { <p class="error" id=format!("{id}-error")>{error}</p> })}
                {choices}
            </fieldset>
        }
        .into_any()
    }

    fn answering_file(&self, nth: Nth, question: &Question, max: u64) -> AnyView {
        let id = nth.code();
        let formats = self.lang.fill(Key::HintFile, &[&limit(self.lang, max)]);
        let ask = self.question(nth, question);
        let ask = match question.hint.is_empty() {
            true => ask.hint(formats),
            false => ask.hint(question.hint.clone()).hint_in(self.written_in).also(formats),
        };
        let again = self.problem(Field::Answer(nth)) == Some(Problem::FileAgain);
        let control = view! {
            <input
                type="file"
                id=id
                name=id
                accept=format!("{ACCEPT},{PICTURES}")
                required=question.required
                data-again=again.then_some("")
                aria-describedby=ask.by()
                aria-invalid=ask.invalid()
            />
        };
        ask.around(self.lang, control)
    }
}
