//! A posting: its states, and the three acts that end it (stop intake, decide each applicant, close the procedure).

mod pay;
mod place;
mod warnings;

pub use pay::{PayPeriod, PayRange, cents, euros};
pub use place::{town, towns};
pub use warnings::{Warning, warnings};

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    code::codes,
    form::Problem,
    retention::{Months, last_day, local_date},
};

codes! {
    /// Where a posting stands.
    State {
        /// Being written; only HR sees it.
        Draft = "draft",
        /// On the careers site, taking applications.
        Open = "open",
        /// Takes no more applications; the desk goes on.
        IntakeClosed = "intake_closed",
        /// The procedure is over; its applications are blocked and wait for their date.
        Closed = "closed",
        /// Every application is gone.
        Archived = "archived",
    }
}

codes! {
    /// How a procedure was closed.
    CloseKind {
        /// A person closed it.
        ByHand = "by_hand",
        /// Its planned date came.
        Planned = "planned",
    }
}

codes! {
    /// How much of a week a posting fills.
    Employment {
        /// Full-time.
        FullTime = "full_time",
        /// Part-time.
        PartTime = "part_time",
        /// An apprenticeship.
        Apprenticeship = "apprenticeship",
    }
}

codes! {
    /// The country of a posting's place (ISO 3166-1): Germany, and those around it.
    Country {
        /// Germany.
        Germany = "DE",
        /// Austria.
        Austria = "AT",
        /// Belgium.
        Belgium = "BE",
        /// Switzerland.
        Switzerland = "CH",
        /// The Czech Republic.
        Czechia = "CZ",
        /// Denmark.
        Denmark = "DK",
        /// France.
        France = "FR",
        /// Luxembourg.
        Luxembourg = "LU",
        /// The Netherlands.
        Netherlands = "NL",
        /// Poland.
        Poland = "PL",
    }
}

codes! {
    /// What HR does to a posting.
    Act {
        /// Put it on the careers site.
        Publish = "publish",
        /// Take no more applications.
        StopIntake = "stop_intake",
        /// End the procedure.
        Close = "close",
        /// Take up again what was closed, for those who are chosen.
        Reopen = "reopen",
    }
}

codes! {
    /// Why a closed procedure is taken up again. Another vacancy is no reason: that is a purpose of its own.
    ReopenReason {
        /// Whoever was hired does not come, or leaves in the first weeks.
        HireFellThrough = "hire_fell_through",
        /// A court, the works council or the employer itself took the decision back.
        DecisionAnnulled = "decision_annulled",
        /// It was closed by mistake.
        Mistake = "mistake",
    }
}

/// A procedure is reopened no more often than this.
pub const MOST_REOPENED: i64 = 2;

/// The end of a procedure: a fact once it happened, a plan before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Closing {
    /// The procedure closed at this instant.
    Closed(Timestamp),
    /// It closes by itself when this day begins.
    Planned(Date),
}

impl Closing {
    /// The calendar day the period is counted from.
    #[must_use]
    pub fn day(&self, zone: &TimeZone) -> Date {
        match *self {
            Self::Closed(at) => local_date(at, zone),
            Self::Planned(day) => day,
        }
    }
}

/// The state after `act`, or `None` where the act has no place.
#[must_use]
pub fn after(state: State, act: Act) -> Option<State> {
    match (state, act) {
        (State::Draft, Act::Publish) => Some(State::Open),
        (State::Open, Act::StopIntake) => Some(State::IntakeClosed),
        (State::Open | State::IntakeClosed, Act::Close) => Some(State::Closed),
        (State::Closed, Act::Reopen) => Some(State::IntakeClosed),
        _ => None,
    }
}

/// Whether an application can be handed in: the posting is open, and its last intake day is not over.
#[must_use]
pub fn takes_applications(state: State, intake_ends_on: Date, today: Date) -> bool {
    state == State::Open && today <= intake_ends_on
}

/// The planned close when nobody names one: six months after the last intake day, so that every application has a date from its
/// first minute.
#[must_use]
pub fn planned_close_default(intake_ends_on: Date) -> Date {
    last_day(intake_ends_on, Months::DEFAULT)
}

/// The days within which HR may promise an answer.
pub const ANSWER_DAYS: std::ops::RangeInclusive<i64> = 1..=90;

/// The last day on which an application that arrived on `received` is answered, where HR states a number of days.
#[must_use]
pub fn answer_by(received: Date, days: i64) -> Date {
    received.saturating_add(Span::new().days(days))
}

/// Why a posting's dates do not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatesRefused {
    /// The last intake day is over already.
    IntakeInThePast,
    /// The planned close comes before the end of intake.
    CloseBeforeIntake,
    /// Intake ends more than two years from today.
    IntakeTooLate,
    /// The planned close is more than two years after the end of intake.
    CloseTooLate,
}

/// Checks the dates of a posting that is about to be published on `today`.
///
/// # Errors
/// Names the first rule that does not hold.
pub fn check_dates(intake_ends_on: Date, planned_close_on: Date, today: Date) -> Result<(), DatesRefused> {
    let two_years = Span::new().years(2);
    if intake_ends_on < today {
        Err(DatesRefused::IntakeInThePast)
    } else if intake_ends_on > today.saturating_add(two_years) {
        Err(DatesRefused::IntakeTooLate)
    } else if planned_close_on <= intake_ends_on {
        Err(DatesRefused::CloseBeforeIntake)
    } else if planned_close_on > latest_close(intake_ends_on) {
        Err(DatesRefused::CloseTooLate)
    } else {
        Ok(())
    }
}

/// The last day to which a planned close can be moved: two years after the end of intake, whatever happened since.
#[must_use]
pub fn latest_close(intake_ends_on: Date) -> Date {
    intake_ends_on.saturating_add(Span::new().years(2))
}

/// Whether a procedure that is under way can go on until `to`.
///
/// # Errors
/// Too early if it is no later than planned or is past, too late after [`latest_close`].
pub fn check_extension(intake_ends_on: Date, planned: Date, to: Date, today: Date) -> Result<(), Problem> {
    if to <= planned || to <= today {
        Err(Problem::TooEarly)
    } else if to > latest_close(intake_ends_on) {
        Err(Problem::TooLate)
    } else {
        Ok(())
    }
}

/// Whether a procedure that is taken up again can close on `to`.
///
/// # Errors
/// Too early today and before, too late after [`latest_close`].
pub fn check_reopened_close(intake_ends_on: Date, to: Date, today: Date) -> Result<(), Problem> {
    check_extension(intake_ends_on, today, to, today)
}

/// How near the planned close of a procedure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reminder {
    /// Fourteen days or less.
    Fortnight,
    /// Three days or less.
    Days,
}

/// Whether people are to be reminded `today` that a procedure closes by itself on `planned`.
#[must_use]
pub fn reminder(planned: Date, today: Date) -> Option<Reminder> {
    let within = |days: i64| planned <= today.saturating_add(Span::new().days(days));
    if within(3) {
        Some(Reminder::Days)
    } else if within(14) {
        Some(Reminder::Fortnight)
    } else {
        None
    }
}

/// Since when a procedure counts as forgotten in which nothing has happened: three months before `today`.
#[must_use]
pub fn forgotten_since(today: Date) -> Date {
    today.saturating_sub(Span::new().months(3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_procedure_goes_on_for_two_years_after_its_intake_at_most() {
        let d = jiff::civil::date;
        let (intake, planned, today) = (d(2026, 12, 1), d(2027, 6, 1), d(2027, 5, 20));
        assert_eq!(check_extension(intake, planned, planned, today), Err(Problem::TooEarly));
        assert_eq!(check_extension(intake, planned, d(2027, 6, 2), today), Ok(()));
        assert_eq!(check_extension(intake, planned, d(2028, 12, 1), today), Ok(()));
        assert_eq!(check_extension(intake, planned, d(2028, 12, 2), today), Err(Problem::TooLate));
        assert_eq!(check_extension(intake, planned, d(2027, 6, 2), d(2027, 6, 2)), Err(Problem::TooEarly));
        assert_eq!(check_reopened_close(intake, d(2028, 12, 1), d(2028, 11, 30)), Ok(()));
        assert_eq!(check_reopened_close(intake, d(2028, 12, 2), d(2028, 12, 1)), Err(Problem::TooLate));
    }

    #[test]
    fn people_are_reminded_fourteen_and_three_days_before() {
        let d = jiff::civil::date;
        let planned = d(2027, 3, 1);
        assert_eq!(reminder(planned, d(2027, 2, 14)), None);
        assert_eq!(reminder(planned, d(2027, 2, 15)), Some(Reminder::Fortnight));
        assert_eq!(reminder(planned, d(2027, 2, 25)), Some(Reminder::Fortnight));
        assert_eq!(reminder(planned, d(2027, 2, 26)), Some(Reminder::Days));
        assert_eq!(reminder(planned, d(2027, 3, 2)), Some(Reminder::Days));
        assert_eq!(forgotten_since(d(2027, 5, 31)), d(2027, 2, 28));
    }

    #[test]
    fn a_posting_moves_forward_and_back_only_by_reopening() {
        let allowed: Vec<_> = State::ALL
            .iter()
            .flat_map(|&state| Act::ALL.iter().filter_map(move |&act| after(state, act).map(|next| (state, act, next))))
            .collect();
        assert_eq!(
            allowed,
            [
                (State::Draft, Act::Publish, State::Open),
                (State::Open, Act::StopIntake, State::IntakeClosed),
                (State::Open, Act::Close, State::Closed),
                (State::IntakeClosed, Act::Close, State::Closed),
                (State::Closed, Act::Reopen, State::IntakeClosed),
            ]
        );
    }

    #[test]
    fn the_last_intake_day_still_counts() {
        let day = jiff::civil::date(2026, 12, 1);
        assert!(takes_applications(State::Open, day, day));
        assert!(!takes_applications(State::Open, day, jiff::civil::date(2026, 12, 2)));
        assert!(!takes_applications(State::IntakeClosed, day, day));
    }

    #[test]
    fn an_answer_is_due_so_many_days_after_the_application() {
        assert_eq!(answer_by(jiff::civil::date(2026, 12, 24), 14), jiff::civil::date(2027, 1, 7));
        assert_eq!(answer_by(jiff::civil::date(2028, 2, 28), 1), jiff::civil::date(2028, 2, 29));
    }

    #[test]
    fn dates_must_follow_each_other() {
        let d = jiff::civil::date;
        assert_eq!(check_dates(d(2026, 12, 1), d(2027, 6, 1), d(2026, 12, 1)), Ok(()));
        assert_eq!(check_dates(d(2026, 11, 30), d(2027, 6, 1), d(2026, 12, 1)), Err(DatesRefused::IntakeInThePast));
        assert_eq!(check_dates(d(2026, 12, 1), d(2026, 12, 1), d(2026, 12, 1)), Err(DatesRefused::CloseBeforeIntake));
        assert_eq!(check_dates(d(2026, 12, 1), d(2028, 12, 2), d(2026, 12, 1)), Err(DatesRefused::CloseTooLate));
        assert_eq!(check_dates(d(2028, 12, 1), d(2029, 6, 1), d(2026, 12, 1)), Ok(()));
        assert_eq!(check_dates(d(2028, 12, 2), d(2029, 6, 2), d(2026, 12, 1)), Err(DatesRefused::IntakeTooLate));
        assert_eq!(check_dates(d(9999, 1, 1), d(9999, 7, 1), d(2026, 12, 1)), Err(DatesRefused::IntakeTooLate));
    }
}
