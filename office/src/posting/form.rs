//! The form of a posting: what may be written into it.

use std::ops::RangeInclusive;

use jiff::civil::Date;
use rules::{
    form::{MAX_REMARK, Problem, check_remark, line_feeds},
    id::DepartmentId,
    messages::Lang,
    posting::{
        ANSWER_DAYS, Country, DatesRefused, Employment, PayPeriod, PayRange, cents, check_dates, euros, planned_close_default,
    },
    question::{Question, QuestionDraft, check_questions},
};
use serde::{Deserialize, Serialize};

use crate::{Error, Result, careers::Posting};

/// A posting as typed, before any rule was applied. Each field has the name it has in the request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PostingDraft {
    /// The department, by its identifier.
    pub department: String,
    /// The code of the language it is written in.
    pub language: String,
    /// Title, one line.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// The text, in Markdown (CommonMark).
    pub body: String,
    /// Where the work is, one line: the town, and after a comma how it is done there.
    pub place: String,
    /// The code of the country of the place.
    pub country: String,
    /// The code of how much of a week it fills.
    pub employment: String,
    /// Pay range in words, one line.
    pub pay: String,
    /// The least pay in euros; empty, as is the most, where it is said in words only.
    pub pay_min: String,
    /// The most pay in euros.
    pub pay_max: String,
    /// The code of what the two are counted by; without them it says nothing.
    pub pay_period: String,
    /// Whom to ask.
    pub contact: String,
    /// What happens after an application.
    pub next_steps: String,
    /// Within how many days an application is answered, 1 to 90.
    pub answer_days: String,
    /// What it asks beside the form's own fields; what is left blank is no question.
    pub questions: Vec<QuestionDraft>,
    /// How many people are sought, 1 to 999.
    pub seats: String,
    /// The last day on which applications are taken (YYYY-MM-DD).
    pub intake_ends_on: String,
    /// The day on which the procedure closes by itself; empty for six months after the end of intake.
    pub planned_close_on: String,
}

/// A draft that keeps every rule.
pub(super) struct Checked {
    pub(super) department: DepartmentId,
    pub(super) language: Lang,
    pub(super) title: String,
    pub(super) summary: String,
    pub(super) body: String,
    pub(super) place: String,
    pub(super) country: Country,
    pub(super) employment: Employment,
    pub(super) pay: String,
    pub(super) pay_range: Option<PayRange>,
    pub(super) contact: String,
    pub(super) next_steps: String,
    pub(super) answer_days: i64,
    pub(super) questions: Vec<Question>,
    pub(super) seats: i64,
    pub(super) intake_ends_on: Date,
    pub(super) planned_close_on: Date,
}

type Problems = Vec<(&'static str, Problem)>;

impl PostingDraft {
    /// What stands in a posting, to be edited.
    #[must_use]
    pub fn of(posting: &Posting) -> Self {
        Self {
            department: posting.department.to_string(),
            language: posting.language.code().to_owned(),
            title: posting.title.clone(),
            summary: posting.summary.clone(),
            body: posting.body.clone(),
            place: posting.place.clone(),
            country: posting.country.code().to_owned(),
            employment: posting.employment.code().to_owned(),
            pay: posting.pay.clone(),
            pay_min: posting.pay_range.map(|range| euros(range.min())).unwrap_or_default(),
            pay_max: posting.pay_range.map(|range| euros(range.max())).unwrap_or_default(),
            pay_period: posting.pay_range.map(|range| range.period().code().to_owned()).unwrap_or_default(),
            contact: posting.contact.clone(),
            next_steps: posting.next_steps.clone(),
            answer_days: posting.answer_days.map(|days| days.to_string()).unwrap_or_default(),
            questions: posting.questions.iter().map(QuestionDraft::of).collect(),
            seats: posting.seats.to_string(),
            intake_ends_on: posting.intake_ends_on.to_string(),
            planned_close_on: posting.planned_close_on.to_string(),
        }
    }

    /// Applies every rule at once, so that the answer names every field that needs attention.
    pub(super) fn check(&self, today: Date) -> Result<Checked> {
        let mut problems = Problems::new();
        let mut text = |field, text: &str, max| keep(&mut problems, field, checked_text(text, max)).unwrap_or_default();
        let title = one_line(&text("title", &self.title, 120));
        let summary = one_line(&text("summary", &self.summary, 300));
        let body = text("body", &self.body, MAX_REMARK);
        let place = one_line(&text("place", &self.place, 120));
        let pay = one_line(&text("pay", &self.pay, 120));
        let contact = text("contact", &self.contact, 500);
        let next_steps = text("next_steps", &self.next_steps, 2_000);
        let department = keep(&mut problems, "department", choice(&self.department, DepartmentId::parse));
        let language = keep(&mut problems, "language", choice(&self.language, Lang::from_code));
        let employment = keep(&mut problems, "employment", choice(&self.employment, Employment::from_code));
        let country = keep(&mut problems, "country", choice(&self.country, Country::from_code));
        let pay_range = self.check_pay(&mut problems);
        let seats = keep(&mut problems, "seats", checked_number(&self.seats, 1..=999));
        let answer_days = keep(&mut problems, "answer_days", checked_number(&self.answer_days, ANSWER_DAYS));
        let questions = check_questions(&self.questions).map_err(|more| problems.extend(more)).unwrap_or_default();
        let dates = self.check_dates(today, &mut problems);
        match (department, language, country, employment, seats, answer_days, dates) {
            (
                Some(department),
                Some(language),
                Some(country),
                Some(employment),
                Some(seats),
                Some(answer_days),
                Some((intake_ends_on, planned_close_on)),
            ) if problems.is_empty() => Ok(Checked {
                department,
                language,
                title,
                summary,
                body,
                place,
                country,
                employment,
                pay,
                pay_range,
                contact,
                next_steps,
                answer_days,
                questions,
                seats,
                intake_ends_on,
                planned_close_on,
            }),
            _ => Err(Error::Invalid(problems)),
        }
    }

    /// The range in figures, if one was begun.
    fn check_pay(&self, problems: &mut Problems) -> Option<PayRange> {
        if self.pay_min.trim().is_empty() && self.pay_max.trim().is_empty() {
            return None;
        }
        let period = keep(problems, "pay_period", choice(&self.pay_period, PayPeriod::from_code));
        let min = keep(problems, "pay_min", checked_euros(&self.pay_min, 1));
        let max = keep(problems, "pay_max", checked_euros(&self.pay_max, min.unwrap_or(1)));
        PayRange::new(min?, max?, period?)
    }

    fn check_dates(&self, today: Date, problems: &mut Problems) -> Option<(Date, Date)> {
        let intake = keep(problems, "intake_ends_on", checked_date(&self.intake_ends_on));
        let close = match self.planned_close_on.trim() {
            "" => intake.map(planned_close_default),
            text => keep(problems, "planned_close_on", checked_date(text)),
        };
        let (intake, close) = (intake?, close?);
        let (field, problem) = match check_dates(intake, close, today) {
            Ok(()) => return Some((intake, close)),
            Err(DatesRefused::IntakeInThePast) => ("intake_ends_on", Problem::TooEarly),
            Err(DatesRefused::IntakeTooLate) => ("intake_ends_on", Problem::TooLate),
            Err(DatesRefused::CloseBeforeIntake) => ("planned_close_on", Problem::TooEarly),
            Err(DatesRefused::CloseTooLate) => ("planned_close_on", Problem::TooLate),
        };
        problems.push((field, problem));
        None
    }
}

/// Keeps the value, or notes what is wrong with its field.
fn keep<T>(problems: &mut Problems, field: &'static str, value: Result<T, Problem>) -> Option<T> {
    value.map_err(|problem| problems.push((field, problem))).ok()
}

fn checked_text(text: &str, max: usize) -> Result<String, Problem> {
    if text.trim().chars().count() > max {
        return Err(Problem::TooLong { max });
    }
    check_remark(text).map_or_else(|| Ok(line_feeds(text).trim().to_owned()), Err)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn choice<T>(code: &str, known: impl Fn(&str) -> Option<T>) -> Result<T, Problem> {
    if code.is_empty() { Err(Problem::Missing) } else { known(code).ok_or(Problem::NotAChoice) }
}

fn checked_number(text: &str, range: RangeInclusive<i64>) -> Result<i64, Problem> {
    let (min, max) = (*range.start(), *range.end());
    match text.trim() {
        "" => Err(Problem::Missing),
        text => text.parse().ok().filter(|number| range.contains(number)).ok_or(Problem::NotANumber { min, max }),
    }
}

/// An amount in cents, from `least` on.
fn checked_euros(text: &str, least: i64) -> Result<i64, Problem> {
    let problem = Problem::NotANumber { min: (least + 99) / 100, max: PayRange::MOST / 100 };
    match text.trim() {
        "" => Err(Problem::Missing),
        text => cents(text).filter(|amount| (least..=PayRange::MOST).contains(amount)).ok_or(problem),
    }
}

fn checked_date(text: &str) -> Result<Date, Problem> {
    match text.trim() {
        "" => Err(Problem::Missing),
        text => text.parse().map_err(|_| Problem::NotADate),
    }
}
