//! A posting: its states, and the three acts that end it (stop intake, decide each applicant, close the procedure).

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};
use serde::{Deserialize, Serialize};

use crate::{
    code::codes,
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
    /// What HR does to a posting.
    Act {
        /// Put it on the careers site.
        Publish = "publish",
        /// Take no more applications.
        StopIntake = "stop_intake",
        /// End the procedure.
        Close = "close",
    }
}

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
    } else if planned_close_on > intake_ends_on.saturating_add(two_years) {
        Err(DatesRefused::CloseTooLate)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_posting_only_moves_forward() {
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
