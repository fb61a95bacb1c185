//! A claim stops the clock for the claimant and for those compared with them (docs/PROMISES.md, n09). It is looked at again by a day that
//! somebody names; a day that passes escalates and ends nothing. Two people end it.

use jiff::{Span, civil::Date};

use crate::{
    application::{Life, Refused},
    code::codes,
    form::Problem,
};

codes! {
    /// What is, or may be, claimed.
    ClaimKind {
        /// A claim was announced in writing (section 15(4) AGG, section 61b ArbGG).
        Announced = "announced",
        /// A court has it.
        Lawsuit = "lawsuit",
        /// An authority asks: equal treatment, data protection.
        Authority = "authority",
    }
}

codes! {
    /// Why an application is kept for a claim.
    Part {
        /// It is the claimant's.
        Claimant = "claimant",
        /// The claimant's is compared with it.
        Comparator = "comparator",
    }
}

/// No claim stands longer than this without somebody looking at it again, in months.
pub const LONGEST_MONTHS: i64 = 6;

/// Days after a missed review from which the privacy officer is told too.
pub const ESCALATES_AFTER_DAYS: i64 = 14;

/// Whether a hold can be put on an application: also after the close, which is when most claims come.
///
/// # Errors
/// [`Refused::Erasing`]: what is on its way out cannot be kept any more.
pub fn put(life: Life) -> Result<(), Refused> {
    match life {
        Life::Live => Ok(()),
        Life::Erasing => Err(Refused::Erasing),
    }
}

/// Whether a claim can be looked at again on `day`: after today, and within [`LONGEST_MONTHS`].
///
/// # Errors
/// Too early, or too late.
pub fn check_review(day: Date, today: Date) -> Result<(), Problem> {
    if day <= today {
        Err(Problem::TooEarly)
    } else if day > today.saturating_add(Span::new().months(LONGEST_MONTHS)) {
        Err(Problem::TooLate)
    } else {
        Ok(())
    }
}

/// How a claim stands towards its day of review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Review {
    /// Its day is to come, or is today.
    Ahead,
    /// Its day is past: HR is told.
    Missed,
    /// Nobody looked for [`ESCALATES_AFTER_DAYS`] more days: the privacy officer is told too.
    Escalated,
}

/// How a claim whose day of review is `on` stands `today`.
#[must_use]
pub fn review(on: Date, today: Date) -> Review {
    if today <= on {
        Review::Ahead
    } else if today <= on.saturating_add(Span::new().days(ESCALATES_AFTER_DAYS)) {
        Review::Missed
    } else {
        Review::Escalated
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn n09_a_review_lies_ahead_and_no_more_than_six_months() {
        let today = date(2027, 8, 31);
        assert_eq!(check_review(today, today), Err(Problem::TooEarly));
        assert_eq!(check_review(date(2027, 9, 1), today), Ok(()));
        assert_eq!(check_review(date(2028, 2, 29), today), Ok(()));
        assert_eq!(check_review(date(2028, 3, 1), today), Err(Problem::TooLate));
    }

    #[test]
    fn n09_a_missed_review_escalates_and_ends_nothing() {
        let on = date(2027, 3, 1);
        assert_eq!(review(on, on), Review::Ahead);
        assert_eq!(review(on, date(2027, 3, 2)), Review::Missed);
        assert_eq!(review(on, date(2027, 3, 15)), Review::Missed);
        assert_eq!(review(on, date(2027, 3, 16)), Review::Escalated);
        assert_eq!(review(on, date(2037, 3, 1)), Review::Escalated);
    }

    #[test]
    fn n09_what_is_being_erased_cannot_be_held() {
        assert_eq!(put(Life::Live), Ok(()));
        assert_eq!(put(Life::Erasing), Err(Refused::Erasing));
    }
}
