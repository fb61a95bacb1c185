//! The journal: sorts of acts, by which the privacy officer finds one again, and when reading is unusual.

use jiff::{SignedDuration, Span, Timestamp, civil::Date, tz::TimeZone};

use crate::{
    code::codes,
    retention::{Due, Months, due_after, local_date},
};

codes! {
    /// A sort of act.
    Sort {
        /// One record was opened.
        Openings = "openings",
        /// A document or a table was fetched.
        Downloads = "downloads",
        /// A list, a search, an exact look-up.
        Lists = "lists",
        /// Something was changed.
        Changes = "changes",
        /// Somebody was refused something.
        Refusals = "refusals",
        /// Somebody signed in or out, or failed to.
        SignIns = "sign_ins",
    }
}

/// So many different applications one account may open within a day before the privacy officer is told: the fewest, the most, and what a
/// house begins with.
pub const ALERT: (i64, i64, i64) = (10, 10_000, 100);

/// So many months after a month has ended nobody can tell any more who of the staff acted in it: the fewest, the most, and what a house
/// begins with.
pub const STAFF_MONTHS: (i64, i64, i64) = (12, 60, 24);

/// The calendar month of an instant, as `YYYY-MM`: so they sort by time.
#[must_use]
pub fn month(at: Timestamp, zone: &TimeZone) -> String {
    month_of(local_date(at, zone))
}

/// The oldest month of which one can tell who acted in it, where those go that ended more than `months` months ago.
#[must_use]
pub fn oldest_month(now: Timestamp, months: i64, zone: &TimeZone) -> String {
    // From the first of the month, so that no day is missing in the month that is reached.
    month_of(local_date(now, zone).first_of_month().saturating_sub(Span::new().months(months)))
}

fn month_of(day: Date) -> String {
    format!("{:04}-{:02}", day.year(), day.month())
}

codes! {
    /// What a record of a person is.
    RecordKind {
        /// An application.
        Application = "application",
        /// An employee record.
        Employee = "employee",
        /// A paper that a statute keeps.
        Paper = "paper",
        /// A place in the talent pool.
        Pool = "pool",
        /// The evidence of a consent.
        Evidence = "evidence",
    }
}

/// So long the authority may be told after a breach became known (Art. 33(1) GDPR).
const REPORT_WITHIN: SignedDuration = SignedDuration::from_hours(72);

/// So many months a breach stays documented (Art. 33(5) GDPR).
pub const BREACH_MONTHS: i64 = 36;

/// Until when the authority has to be told of a breach that became known at this instant. Hours are hours: no night, weekend or holiday
/// stops them.
#[must_use]
pub fn report_by(known: Timestamp) -> Timestamp {
    known.saturating_add(REPORT_WITHIN).unwrap_or(Timestamp::MAX)
}

/// The whole hours that are left until then; below zero once they have passed.
#[must_use]
pub fn hours_left(until: Timestamp, now: Timestamp) -> i64 {
    until.duration_since(now).as_secs().div_euclid(3600)
}

/// When a breach goes: the period begins when the authority was told, or where it was not when the breach became known.
#[must_use]
pub fn breach_due(from: Timestamp, zone: &TimeZone) -> Due {
    due_after(local_date(from, zone), Months::new(BREACH_MONTHS).unwrap_or(Months::DEFAULT), zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn seventy_two_hours_run_through_the_night_in_which_the_clock_changes() {
        let until = report_by(at("2026-10-23T22:30:00Z"));
        assert_eq!(until, at("2026-10-26T22:30:00Z"));
        for (now, left) in [
            ("2026-10-23T22:30:00Z", 72),
            ("2026-10-23T22:30:01Z", 71),
            ("2026-10-26T22:29:00Z", 0),
            ("2026-10-26T22:30:01Z", -1),
        ] {
            assert_eq!(hours_left(until, at(now)), left, "{now}");
        }
    }

    #[test]
    fn a_month_is_of_the_place_and_goes_with_the_first_of_the_month_that_ends_its_period() {
        let zone = TimeZone::get("Europe/Berlin").expect("Berlin");
        assert_eq!(month(at("2026-11-30T22:59:59Z"), &zone), "2026-11");
        assert_eq!(month(at("2026-11-30T23:00:00Z"), &zone), "2026-12");
        // November 2026 ended with the night to 1 December; twelve months later it goes.
        for (now, oldest) in [
            ("2027-11-30T22:59:59Z", "2026-11"),
            ("2027-11-30T23:00:00Z", "2026-12"),
            ("2028-02-29T12:00:00Z", "2027-02"),
            ("2028-03-31T12:00:00Z", "2027-03"),
        ] {
            assert_eq!(oldest_month(at(now), 12, &zone), oldest, "{now}");
        }
        assert_eq!(oldest_month(at("2027-03-31T12:00:00Z"), 25, &zone), "2025-02");
    }

    #[test]
    fn a_breach_stays_three_years() {
        let zone = TimeZone::get("Europe/Berlin").expect("Berlin");
        assert_eq!(breach_due(at("2026-11-24T23:30:00Z"), &zone).last_day.to_string(), "2029-11-25");
    }
}
