//! What a posting asks beside the form's own fields: the questions HR writes, and what may be answered.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    code::codes,
    form::{Problem, line_feeds, optional_text, required_line},
};

codes! {
    /// How a question is answered.
    #[derive(Default)]
    QuestionKind {
        /// One line of text.
        #[default]
        Short = "short",
        /// Several lines of text.
        Long = "long",
        /// One of the choices offered.
        Choice = "choice",
        /// A number, as it is written where the applicant lives.
        Number = "number",
        /// A calendar day.
        Date = "date",
        /// A file.
        File = "file",
    }
}

/// The most questions a posting asks.
pub const MAX_QUESTIONS: usize = 10;
/// The most characters of a question.
pub const MAX_QUESTION: usize = 200;
/// The most characters of what helps to answer it.
pub const MAX_HINT: usize = 300;
/// The fewest choices a choice is made among, and the most.
pub const CHOICES: std::ops::RangeInclusive<usize> = 2..=12;
/// The most characters of a choice.
pub const MAX_CHOICE: usize = 100;
/// The most characters of an answer in one line.
pub const MAX_SHORT: usize = 300;
/// The most characters of an answer in several lines.
pub const MAX_LONG: usize = 4_000;

/// A question as HR wrote it. It does not change once its posting was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// How it is answered.
    pub kind: QuestionKind,
    /// The question, one line.
    pub text: String,
    /// What helps to answer it, one line, or empty.
    pub hint: String,
    /// Whether an application needs an answer.
    pub required: bool,
    /// The choices offered; empty for every other kind.
    pub choices: Vec<String>,
}

/// A question with its answer. The question stands in it too: the answer says something by itself, wherever it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question.
    pub question: String,
    /// How it was answered.
    pub kind: QuestionKind,
    /// The answer: text with line feeds only, for a date YYYY-MM-DD; empty where nothing was said, and for a file.
    pub text: String,
}

/// Which of a posting's questions, counted from the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nth(u8);

/// The names of the questions' fields in the application form.
const ANSWERS: [&str; MAX_QUESTIONS] =
    ["answer_1", "answer_2", "answer_3", "answer_4", "answer_5", "answer_6", "answer_7", "answer_8", "answer_9", "answer_10"];

impl Nth {
    /// The question at an index; `None` past the most a posting asks.
    #[must_use]
    pub const fn new(index: usize) -> Option<Self> {
        if index < MAX_QUESTIONS { Some(Self(index as u8)) } else { None }
    }

    /// The index, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// The name of its field in the application form.
    #[must_use]
    pub const fn code(self) -> &'static str {
        ANSWERS[self.index()]
    }

    /// Every question there can be.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..MAX_QUESTIONS).filter_map(Self::new)
    }
}

/// Each question with its place.
pub fn numbered(questions: &[Question]) -> impl Iterator<Item = (Nth, &Question)> {
    Nth::all().zip(questions)
}

impl Question {
    /// What is wrong with an answer, while it is typed or when it is sent. A file is looked at for itself.
    #[must_use]
    pub fn check(&self, answer: &str) -> Option<Problem> {
        let text = answer.trim();
        match self.kind {
            QuestionKind::File => None,
            _ if text.is_empty() => self.required.then_some(Problem::Missing),
            QuestionKind::Short => required_line(text, MAX_SHORT),
            QuestionKind::Long => optional_text(text, MAX_LONG),
            QuestionKind::Choice => (!self.choices.iter().any(|choice| choice == text)).then_some(Problem::NotAChoice),
            QuestionKind::Number => (!is_number(text)).then_some(Problem::NoNumber),
            QuestionKind::Date => day(text).is_none().then_some(Problem::NotADate),
        }
    }

    /// The answer as it is kept.
    #[must_use]
    pub fn answered(&self, answer: &str) -> Answer {
        let text = line_feeds(answer).trim().to_owned();
        let text = match self.kind {
            QuestionKind::Date => day(&text).map_or(text, |day| day.to_string()),
            _ => text,
        };
        Answer { question: self.text.clone(), kind: self.kind, text }
    }
}

/// The calendar day in a text: YYYY-MM-DD, as browsers send it that know days, or D.M.YYYY or D-M-YYYY, as people type it into others.
fn day(text: &str) -> Option<Date> {
    const LONGEST: usize = 10;
    let parts: Vec<&str> = text.split(['.', '-']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts[..] {
        _ if text.len() > LONGEST || !parts.iter().all(is_number) || (text.contains('.') && text.contains('-')) => None,
        [year, month, day] if year.len() == 4 && !text.contains('.') => {
            Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
        }
        [day, month, year] if year.len() == 4 => Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok(),
        _ => None,
    }
}

/// Whether a text is a number wherever its writer lives: which mark parts the thousands and which the decimals is theirs to say, so it is kept
/// as it was typed.
fn is_number(text: &str) -> bool {
    const MOST: usize = 30;
    let digits = text.strip_prefix(['+', '-', '−']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.ends_with(|c: char| c.is_ascii_digit())
        && digits.chars().count() <= MOST
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}'))
}

/// A question as it is typed into the form of a posting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionDraft {
    /// The code of its kind.
    pub kind: String,
    /// The question.
    pub text: String,
    /// What helps to answer it; may stay empty.
    pub hint: String,
    /// Whether an answer is needed.
    pub required: bool,
    /// The choices, one in a line.
    pub choices: String,
}

/// The names of a question's fields in the form of a posting.
#[derive(Clone, Copy, Debug)]
pub struct QuestionFields {
    /// Of its kind.
    pub kind: &'static str,
    /// Of the question.
    pub text: &'static str,
    /// Of what helps.
    pub hint: &'static str,
    /// Of the box that says that an answer is needed.
    pub required: &'static str,
    /// Of the choices.
    pub choices: &'static str,
}

macro_rules! fields {
    ($($number:literal)+) => {
        [$(QuestionFields {
            kind: concat!("question-", $number, "-kind"),
            text: concat!("question-", $number, "-text"),
            hint: concat!("question-", $number, "-hint"),
            required: concat!("question-", $number, "-required"),
            choices: concat!("question-", $number, "-choices"),
        }),+]
    };
}

/// The names of the fields of each question there can be.
pub const QUESTION_FIELDS: [QuestionFields; MAX_QUESTIONS] = fields!(1 2 3 4 5 6 7 8 9 10);

impl QuestionDraft {
    /// What stands in a question, to be edited.
    #[must_use]
    pub fn of(question: &Question) -> Self {
        Self {
            kind: question.kind.code().to_owned(),
            text: question.text.clone(),
            hint: question.hint.clone(),
            required: question.required,
            choices: question.choices.join("\n"),
        }
    }

    /// Whether nothing was typed into it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        [&self.text, &self.hint, &self.choices].iter().all(|text| text.trim().is_empty())
    }

    /// The question, if it keeps every rule.
    ///
    /// # Errors
    /// Each of its `fields` that needs attention.
    pub fn check(&self, fields: QuestionFields) -> Result<Question, Vec<(&'static str, Problem)>> {
        let mut problems = Vec::new();
        let mut note = |field, problem: Option<Problem>| problems.extend(problem.map(|problem| (field, problem)));
        let (text, hint) = (one_line(&self.text), one_line(&self.hint));
        note(fields.text, required_line(&text, MAX_QUESTION));
        note(fields.hint, optional_text(&hint, MAX_HINT));
        let kind = QuestionKind::from_code(&self.kind);
        note(fields.kind, kind.is_none().then_some(Problem::NotAChoice));
        let mut choices: Vec<String> = Vec::new();
        if kind == Some(QuestionKind::Choice) {
            let lines = line_feeds(&self.choices);
            choices = lines.lines().map(one_line).filter(|line| !line.is_empty()).collect();
            note(fields.choices, check_choices(&choices));
        }
        match kind {
            Some(kind) if problems.is_empty() => {
                Ok(Question { kind, text: one_line(&self.text), hint: one_line(&self.hint), required: self.required, choices })
            }
            _ => Err(problems),
        }
    }
}

/// What is wrong with the choices of a question.
fn check_choices(choices: &[String]) -> Option<Problem> {
    let (min, max) = (*CHOICES.start(), *CHOICES.end());
    let twice = || choices.iter().enumerate().any(|(at, choice)| choices[..at].contains(choice));
    match choices.len() {
        count if !CHOICES.contains(&count) => Some(Problem::NotSoMany { min, max }),
        _ if twice() => Some(Problem::Twice),
        _ => choices.iter().find_map(|choice| required_line(choice, MAX_CHOICE)),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is wrong with a posting's questions, and which they are; what was left blank is none.
///
/// # Errors
/// Every field that needs attention, by its name in the form of a posting.
pub fn check_questions(drafts: &[QuestionDraft]) -> Result<Vec<Question>, Vec<(&'static str, Problem)>> {
    let mut questions: Vec<Question> = Vec::new();
    let mut problems = Vec::new();
    for (draft, fields) in drafts.iter().zip(QUESTION_FIELDS).filter(|(draft, _)| !draft.is_blank()) {
        match draft.check(fields) {
            Ok(question) if questions.iter().any(|other| other.text == question.text) => {
                problems.push((fields.text, Problem::Twice));
            }
            Ok(question) => questions.push(question),
            Err(more) => problems.extend(more),
        }
    }
    if problems.is_empty() { Ok(questions) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(kind: QuestionKind, required: bool) -> Question {
        let choices = if kind == QuestionKind::Choice { vec!["B".to_owned(), "C1".to_owned()] } else { Vec::new() };
        Question { kind, text: "What?".to_owned(), hint: String::new(), required, choices }
    }

    fn draft(kind: QuestionKind, choices: &str) -> QuestionDraft {
        QuestionDraft {
            kind: kind.code().to_owned(),
            text: " What  do you\tdrive? ".to_owned(),
            choices: choices.to_owned(),
            ..QuestionDraft::default()
        }
    }

    #[test]
    fn only_a_question_that_needs_an_answer_misses_one() {
        for &kind in QuestionKind::ALL {
            for nothing in ["", "  ", "\n"] {
                assert_eq!(ask(kind, false).check(nothing), None, "{kind:?}");
                let missing = (kind != QuestionKind::File).then_some(Problem::Missing);
                assert_eq!(ask(kind, true).check(nothing), missing, "{kind:?}");
            }
        }
    }

    #[test]
    fn each_kind_takes_its_own_answers_and_no_others() {
        use QuestionKind::{Choice, Date, Long, Number, Short};
        for (kind, good, bad) in [
            (Short, vec!["Since 2019", "–3 °C"], vec!["two\nlines", "\u{202e}adA", "-", "a\0b"]),
            (Long, vec!["two\r\nlines", "1"], vec!["a\0b"]),
            (Choice, vec!["B", " C1 "], vec!["b", "D", "B\nC1"]),
            (
                Number,
                vec!["0", "58000", "58.000", "58,000.50", "37,5", "-3", "−3", "1 200", "1’200"],
                vec!["about 5", "5 €", ".", "1e9", "٥", "5-", "1".repeat(31).leak()],
            ),
            (
                Date,
                vec!["2027-02-28", " 2028-02-29 ", "28.02.2027", "1.3.2027", "01-03-2027"],
                vec![
                    "2027-02-29",
                    "29.02.2027",
                    "02/28/2027",
                    "28.02.27",
                    "soon",
                    "2027-02-28T10:00",
                    "..",
                    "+1.3.2027",
                    "2027.02.28",
                ],
            ),
        ] {
            for answer in good {
                assert_eq!(ask(kind, true).check(answer), None, "{kind:?} {answer:?}");
            }
            for answer in bad {
                assert!(ask(kind, false).check(answer).is_some(), "{kind:?} {answer:?} must be refused");
            }
        }
    }

    #[test]
    fn an_answer_of_any_length_that_is_allowed_is_kept_whole() {
        let kept = |kind, text: &str| ask(kind, true).answered(text).text;
        assert_eq!(kept(QuestionKind::Long, " one\r\ntwo \r\n"), "one\ntwo");
        for typed in ["2027-03-01", "1.3.2027", "01-03-2027"] {
            assert_eq!(kept(QuestionKind::Date, typed), "2027-03-01");
        }
        let longest = "é".repeat(MAX_LONG);
        assert_eq!(ask(QuestionKind::Long, true).check(&longest), None);
        assert_eq!(kept(QuestionKind::Long, &longest), longest);
        assert_eq!(ask(QuestionKind::Long, true).check(&format!("{longest}é")), Some(Problem::TooLong { max: MAX_LONG }));
    }

    #[test]
    fn a_question_is_one_line_and_its_choices_are_lines() {
        let question = draft(QuestionKind::Choice, "B\r\n\r\n  C1  E \r\nnone").check(QUESTION_FIELDS[0]).expect("a question");
        assert_eq!(question.text, "What do you drive?");
        assert_eq!(question.choices, ["B", "C1 E", "none"]);
        assert_eq!(
            draft(QuestionKind::Choice, "").check(QUESTION_FIELDS[1]),
            Err(vec![("question-2-choices", Problem::NotSoMany { min: 2, max: 12 })])
        );
        assert_eq!(draft(QuestionKind::Short, "left over\nfrom before").check(QUESTION_FIELDS[0]).map(|q| q.choices), Ok(vec![]));
        let problem =
            |choices: &str| draft(QuestionKind::Choice, choices).check(QUESTION_FIELDS[0]).err().map(|found| found[0].1);
        assert_eq!(problem("one"), Some(Problem::NotSoMany { min: 2, max: 12 }));
        assert_eq!(problem("one\none"), Some(Problem::Twice));
        assert_eq!(problem(&(0..13).map(|n| format!("{n}\n")).collect::<String>()), Some(Problem::NotSoMany { min: 2, max: 12 }));
        assert_eq!(problem(&format!("a\n{}", "b".repeat(101))), Some(Problem::TooLong { max: MAX_CHOICE }));
    }

    #[test]
    fn what_is_left_blank_is_no_question_and_each_is_asked_once() {
        let blank = QuestionDraft { kind: "date".to_owned(), required: true, ..QuestionDraft::default() };
        let (one, other) =
            (draft(QuestionKind::Short, ""), QuestionDraft { text: "Why?".to_owned(), ..draft(QuestionKind::Date, "") });
        let texts = |drafts: &[QuestionDraft]| {
            check_questions(drafts).map(|questions| questions.into_iter().map(|question| question.text).collect::<Vec<_>>())
        };
        assert_eq!(
            texts(&[blank.clone(), one.clone(), blank.clone(), other]),
            Ok(vec!["What do you drive?".to_owned(), "Why?".to_owned()])
        );
        assert_eq!(texts(&[one.clone(), blank, one]), Err(vec![("question-3-text", Problem::Twice)]));
        let nameless = QuestionDraft { hint: "In years".to_owned(), kind: "riddle".to_owned(), ..QuestionDraft::default() };
        assert_eq!(
            texts(&[nameless]),
            Err(vec![("question-1-text", Problem::Missing), ("question-1-kind", Problem::NotAChoice)])
        );
    }

    #[test]
    fn what_is_edited_again_is_what_was_written() {
        let question = draft(QuestionKind::Choice, "B\nC1").check(QUESTION_FIELDS[0]).expect("a question");
        assert_eq!(QuestionDraft::of(&question).check(QUESTION_FIELDS[9]), Ok(question));
    }
}
