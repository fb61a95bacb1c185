//! The questions of a posting, as HR writes them. Each act on them sends the form and shows it again, with everything that was typed.

use leptos::prelude::*;
use rules::{
    form::TICKED,
    messages::Key,
    question::{CHOICES, MAX_QUESTIONS, QUESTION_FIELDS, QuestionDraft, QuestionFields, QuestionKind},
};

use super::super::form::Form;
use crate::{
    frame::{Draft, Frame},
    texts,
};

/// The value of `act` that adds a question; the others are followed by its number.
const ADD: &str = "question-add";
const REMOVE: &str = "question-remove-";
const UP: &str = "question-up-";

/// The questions in a form that was sent; `value` answers a field by its name. Where no kind was sent, there is no question.
pub fn drafts(value: impl Fn(&str) -> String) -> Vec<QuestionDraft> {
    let draft = |fields: QuestionFields| QuestionDraft {
        kind: value(fields.kind),
        text: value(fields.text),
        hint: value(fields.hint),
        required: value(fields.required) == TICKED,
        choices: value(fields.choices),
    };
    QUESTION_FIELDS.into_iter().map(draft).take_while(|draft| !draft.kind.is_empty()).collect()
}

/// The fields of the form in which these questions stand.
#[must_use]
pub fn values(drafts: &[QuestionDraft]) -> Vec<(String, String)> {
    let of_one = |(draft, fields): (&QuestionDraft, QuestionFields)| {
        let QuestionDraft { kind, text, hint, required, choices } = draft.clone();
        let required = if required { TICKED.to_owned() } else { String::new() };
        [(fields.kind, kind), (fields.text, text), (fields.hint, hint), (fields.required, required), (fields.choices, choices)]
    };
    let all = drafts.iter().zip(QUESTION_FIELDS).flat_map(of_one);
    all.map(|(name, value)| (name.to_owned(), value)).collect()
}

/// The questions after the act whose button was pressed; `None` if it was another one.
#[must_use]
pub fn act(act: &str, mut drafts: Vec<QuestionDraft>) -> Option<Vec<QuestionDraft>> {
    let at = |name: &str| act.strip_prefix(name)?.parse::<usize>().ok()?.checked_sub(1);
    if act == ADD {
        if drafts.len() < MAX_QUESTIONS {
            drafts.push(QuestionDraft { kind: QuestionKind::default().code().to_owned(), ..QuestionDraft::default() });
        }
    } else if let Some(at) = at(REMOVE) {
        if at < drafts.len() {
            drafts.remove(at);
        }
    } else {
        let at = at(UP)?;
        if (1..drafts.len()).contains(&at) {
            drafts.swap(at - 1, at);
        }
    }
    Some(drafts)
}

/// What a field of a question is called.
pub(super) fn label(field: &str) -> Key {
    match field.rsplit('-').next() {
        Some("kind") => Key::QuestionKindLabel,
        Some("hint") => Key::QuestionHintLabel,
        Some("choices") => Key::QuestionChoices,
        _ => Key::QuestionText,
    }
}

/// The questions that there are, and room for one more; the form is sent to `address`.
pub(super) fn ask(frame: &Frame, form: &Form<'_>, draft: &Draft, address: &str) -> AnyView {
    let lang = frame.lang;
    let questions = drafts(|name| form.value(name, ""));
    // The form comes back where the reader was; with a new question it begins there, which a fragment would prevent.
    let here = format!("{address}#questions");
    let added = draft.chose(super::FORM, "act", ADD).then_some(questions.len());
    let blocks: Vec<_> = (1..=questions.len()).map(|number| block(frame, form, number, &here, added == Some(number))).collect();
    let add = (questions.len() < MAX_QUESTIONS).then(|| {
        view! {
            <div class="row">
                <button class="button" name="act" value=ADD>{lang.text(Key::QuestionAdd)}</button>
            </div>
        }
    });
    view! {
        <section class="stack" id="questions" aria-labelledby="questions-title">
            <h2 id="questions-title">{lang.text(Key::QuestionsTitle)}</h2>
            <p class="hint">{lang.fill(Key::QuestionsHint, &[&MAX_QUESTIONS.to_string()])}</p>
            {blocks}
            {add}
        </section>
    }
    .into_any()
}

fn block(frame: &Frame, form: &Form<'_>, number: usize, here: &str, is_new: bool) -> AnyView {
    let lang = frame.lang;
    let fields = QUESTION_FIELDS[number - 1];
    let kinds = QuestionKind::ALL.iter().map(|&kind| (kind.code().to_owned(), lang.text(texts::question_kind(kind)).to_owned()));
    let (min, max) = (CHOICES.start().to_string(), CHOICES.end().to_string());
    let number = number.to_string();
    let act = |name: &str, key: Key| {
        view! {
            <button class="button quiet" name="act" value=format!("{name}{number}") formaction=here.to_owned()>
                {lang.fill(key, &[&number])}
            </button>
        }
    };
    let up = (number != "1").then(|| act(UP, Key::QuestionUp));
    view! {
        <fieldset class="panel question">
            <legend>{lang.fill(Key::QuestionNumber, &[&number])}</legend>
            {form.field(fields.text, Key::QuestionText, "").focused(is_new).line()}
            <div class="pair">
                {form.field(fields.kind, Key::QuestionKindLabel, "").select(kinds.collect())}
                {form.tick(fields.required, Key::QuestionRequired)}
            </div>
            {form.field(fields.hint, Key::QuestionHintLabel, "").optional().line()}
            {form
                .field(fields.choices, Key::QuestionChoices, "")
                .hint(lang.fill(Key::QuestionChoicesHint, &[&min, &max]))
                .may_be_empty()
                .area("3")}
            <div class="row">{up} " " {act(REMOVE, Key::QuestionRemove)}</div>
        </fieldset>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drafts_of(texts: &[&str]) -> Vec<QuestionDraft> {
        let draft = |text: &&str| QuestionDraft { kind: "long".to_owned(), text: (*text).to_owned(), ..QuestionDraft::default() };
        texts.iter().map(draft).collect()
    }

    fn after(pressed: &str, texts: &[&str]) -> Option<Vec<String>> {
        act(pressed, drafts_of(texts)).map(|drafts| drafts.into_iter().map(|draft| draft.text).collect())
    }

    #[test]
    fn a_question_is_added_removed_and_moved_and_every_other_act_is_somebody_elses() {
        assert_eq!(after("question-add", &["a"]), Some(vec!["a".to_owned(), String::new()]));
        assert_eq!(after("question-remove-2", &["a", "b", "c"]), Some(vec!["a".to_owned(), "c".to_owned()]));
        assert_eq!(after("question-up-3", &["a", "b", "c"]), Some(vec!["a".to_owned(), "c".to_owned(), "b".to_owned()]));
        for pressed in ["question-remove-0", "question-remove-9", "question-up-1", "question-up-4"] {
            let same = after(pressed, &["a", "b", "c"]);
            assert!(same.is_none() || same == Some(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]), "{pressed}: {same:?}");
        }
        assert_eq!(after("question-add", &["x"; MAX_QUESTIONS]).map(|drafts| drafts.len()), Some(MAX_QUESTIONS));
        assert_eq!(after("preview", &["a"]), None);
        assert_eq!(after("", &["a"]), None);
    }

    #[test]
    fn what_is_sent_is_what_stands_in_the_form() {
        let mut questions = drafts_of(&["a", "", "c"]);
        questions[2].required = true;
        questions[2].choices = "one\ntwo".to_owned();
        let sent = values(&questions);
        let value = |name: &str| sent.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default();
        assert_eq!(drafts(value), questions);
    }
}
