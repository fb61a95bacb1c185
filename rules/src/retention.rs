//! The clock that forgets (docs/PROMISES.md, n10 and "The calendar"; sections 187(1), 188(2) and (3) BGB).
//!
//! The calendar date of the event counts, in the employer's time zone. The months are added to it once and clamped to the last
//! day of the month; the period ends when that day ends, so erasure is due at the next local midnight. Weekends do not move it.

use jiff::{Span, Timestamp, civil::Date, tz::TimeZone};

use crate::{code::codes, posting::Closing};

/// A retention period in whole months, 1 to 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months(u8);

impl Months {
    /// Six months: the period the privacy notice promises.
    pub const DEFAULT: Self = Self(6);

    /// A period of `months`; `None` outside 1 to 60.
    #[must_use]
    pub fn new(months: i64) -> Option<Self> {
        u8::try_from(months).ok().filter(|m| (1..=60).contains(m)).map(Self)
    }

    /// The number of months.
    #[must_use]
    pub fn get(self) -> u8 {
        self.0
    }
}

codes! {
    /// What starts the period of an application.
    Start {
        /// The close of the procedure, for every application of the posting alike.
        Procedure = "procedure",
        /// The earlier of the close and the receipt of the applicant's own rejection.
        Earliest = "earliest",
    }
}

/// How long applications to a posting are kept; fixed when the posting is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The period.
    pub months: Months,
    /// What starts it.
    pub start: Start,
}

/// When an application goes, and since when that is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day on which the application is kept.
    pub last_day: Date,
    /// The instant from which it is erased: the local midnight that ends `last_day`.
    pub erased_from: Timestamp,
}

/// The calendar date of an instant in `zone`.
#[must_use]
pub fn local_date(at: Timestamp, zone: &TimeZone) -> Date {
    zone.to_datetime(at).date()
}

/// The last day of a period of `months` that an event on `day` starts.
///
/// Saturates at the calendar's end (year 9999), where no posting can stand.
#[must_use]
pub fn last_day(day: Date, months: Months) -> Date {
    day.saturating_add(Span::new().months(i64::from(months.get())))
}

/// The local midnight at which `day` begins, as an instant.
///
/// Where a time zone skips midnight, the first instant of the day.
#[must_use]
pub fn midnight(day: Date, zone: &TimeZone) -> Timestamp {
    zone.to_ambiguous_zoned(day.at(0, 0, 0, 0)).compatible().map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// What an event on `day` means for the record: its last day, and the midnight that ends it.
#[must_use]
pub fn due_after(day: Date, months: Months, zone: &TimeZone) -> Due {
    let last_day = last_day(day, months);
    Due { last_day, erased_from: midnight(last_day.saturating_add(Span::new().days(1)), zone) }
}

/// The date an application goes, from its posting's close (real or planned) and, under [`Start::Earliest`], from the receipt of
/// its own rejection. A note, a comment, a read or a correction is no argument here, so none can move the date.
#[must_use]
pub fn due(closing: &Closing, rejection_received: Option<Timestamp>, policy: Policy, zone: &TimeZone) -> Due {
    let close = closing.day(zone);
    let day = match (policy.start, rejection_received) {
        (Start::Earliest, Some(received)) => close.min(local_date(received, zone)),
        _ => close,
    };
    due_after(day, policy.months, zone)
}

/// How many days before a due erasure the person is told who had the processing restricted (Art. 18(1)(a) or (d) GDPR).
const ANNOUNCED_DAYS: i64 = 14;

/// From which day on it is to be announced that a restricted application goes: fourteen days before it does.
#[must_use]
pub fn announced_from(due: &Due) -> Date {
    due.last_day.saturating_add(Span::new().days(1 - ANNOUNCED_DAYS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").expect("the bundled database knows Berlin")
    }

    #[test]
    fn n13_an_erasure_is_announced_fourteen_days_before() {
        let due = due_after(jiff::civil::date(2026, 8, 31), Months::DEFAULT, &berlin());
        assert_eq!(announced_from(&due), jiff::civil::date(2027, 2, 15), "it goes on 1 March");
    }

    /// Every row of the table in docs/RETENTION.md: close, last day, erasure from.
    #[test]
    fn n10_the_calendar_table() {
        let rows = [
            ("2026-01-31", "2026-07-31", "2026-08-01"),
            ("2026-02-28", "2026-08-28", "2026-08-29"),
            ("2026-03-31", "2026-09-30", "2026-10-01"),
            ("2026-08-28", "2027-02-28", "2027-03-01"),
            ("2026-08-29", "2027-02-28", "2027-03-01"),
            ("2026-08-30", "2027-02-28", "2027-03-01"),
            ("2026-08-31", "2027-02-28", "2027-03-01"),
            ("2027-08-28", "2028-02-28", "2028-02-29"),
            ("2027-08-29", "2028-02-29", "2028-03-01"),
            ("2027-08-30", "2028-02-29", "2028-03-01"),
            ("2027-08-31", "2028-02-29", "2028-03-01"),
            ("2028-02-29", "2028-08-29", "2028-08-30"),
        ];
        for (closed, last, from) in rows {
            let closed: Date = closed.parse().expect("a date");
            let due = due_after(closed, Months::DEFAULT, &berlin());
            assert_eq!(due.last_day.to_string(), last, "last day after a close on {closed}");
            assert_eq!(local_date(due.erased_from, &berlin()).to_string(), from, "erasure after a close on {closed}");
            assert_eq!(berlin().to_datetime(due.erased_from).time(), jiff::civil::Time::midnight());
        }
    }

    #[test]
    fn n10_the_day_of_a_close_is_the_day_in_berlin() {
        for (closed, last, from) in [
            ("2026-08-31T21:59:59Z", "2027-02-28", "2027-02-28T23:00:00Z"),
            ("2026-08-31T22:00:00Z", "2027-03-01", "2027-03-01T23:00:00Z"),
        ] {
            let at: Timestamp = closed.parse().expect("an instant");
            let due = due_after(local_date(at, &berlin()), Months::DEFAULT, &berlin());
            assert_eq!((due.last_day.to_string(), due.erased_from.to_string()), (last.to_owned(), from.to_owned()));
        }
    }

    #[test]
    fn n10_earliest_takes_the_receipt_of_the_rejection_only_when_it_comes_first() {
        let zone = berlin();
        let closing = Closing::Planned("2026-12-01".parse().expect("a date"));
        let received: Timestamp = "2026-09-10T10:00:00Z".parse().expect("an instant");
        let last =
            |start, received| due(&closing, received, Policy { months: Months::DEFAULT, start }, &zone).last_day.to_string();
        assert_eq!(last(Start::Procedure, Some(received)), "2027-06-01");
        assert_eq!(last(Start::Earliest, Some(received)), "2027-03-10");
        assert_eq!(last(Start::Earliest, None), "2027-06-01");
        let late: Timestamp = "2027-01-10T10:00:00Z".parse().expect("an instant");
        assert_eq!(last(Start::Earliest, Some(late)), "2027-06-01");
    }

    #[test]
    fn a_period_is_between_one_month_and_five_years() {
        assert_eq!(Months::new(0), None);
        assert_eq!(Months::new(61), None);
        assert_eq!(Months::new(-6), None);
        assert_eq!(Months::new(60).map(Months::get), Some(60));
    }

    proptest::proptest! {
        /// Whatever the day, the period is neither a day short of its months nor a day over.
        #[test]
        fn n10_the_last_day_is_the_same_day_of_the_month_or_the_months_last(days in 0i64..7300, months in 1i64..=60) {
            let day = jiff::civil::date(2020, 1, 1).saturating_add(Span::new().days(days));
            let months = Months::new(months).expect("in range");
            let last = last_day(day, months);
            let count = |d: Date| i64::from(d.year()) * 12 + i64::from(d.month()) - 1;
            proptest::prop_assert_eq!(count(last) - count(day), i64::from(months.get()));
            proptest::prop_assert!(last.day() == day.day() || (last.day() < day.day() && last == last.last_of_month()));
        }
    }
}
