//! What is kept for a reason of its own, beside the procedure and beyond it: papers that a statute keeps (docs/PROMISES.md, n21), the talent
//! pool, and the evidence of a consent (n15). Each has its own key, and a date that follows from one calendar day alone.

use jiff::{Span, civil::Date, tz::TimeZone};

use crate::{
    code::codes,
    retention::{Due, Months, due_after, midnight},
};

codes! {
    /// Why a record is kept.
    KeptClass {
        /// A voucher, such as the receipt of a journey to an interview (section 257 HGB, section 147 AO).
        Paper = "paper",
        /// Somebody in the talent pool, by their own consent.
        Pool = "pool",
        /// That a consent was given, and until when it stood (Art. 7(1) GDPR).
        Evidence = "evidence",
    }
}

codes! {
    /// How a consent to the talent pool came.
    ConsentChannel {
        /// On paper, signed.
        Letter = "letter",
        /// On paper, signed at a meeting.
        InPerson = "in_person",
    }
}

codes! {
    /// How a consent was withdrawn: withdrawing is as easy as can be (Art. 7(3) GDPR), so any way counts.
    WithdrawalChannel {
        /// By e-mail.
        Mail = "mail",
        /// By telephone.
        Phone = "phone",
        /// On paper.
        Letter = "letter",
        /// At a meeting.
        InPerson = "in_person",
        /// With a request for erasure, or a minor's.
        Erasure = "erasure",
    }
}

impl WithdrawalChannel {
    /// The ways that a person records; the others follow from another act.
    pub const RECORDED: [Self; 4] = [Self::Mail, Self::Phone, Self::Letter, Self::InPerson];
}

/// The version of the text to which people consent, as it stands in the messages; it changes with that text.
pub const CONSENT_TEXT: &str = "2026-11";

/// The longest that a consent to the talent pool stands, in months (n15).
pub const POOL_MONTHS: i64 = 24;

/// How long it can be proven that a consent was given, in months from its end (n15).
pub const EVIDENCE_MONTHS: i64 = 36;

/// For how many calendar years a voucher is kept: what may be set, and the default (section 257(4) HGB, section 147(3) AO).
pub const PAPER_YEARS: (i64, i64, i64) = (6, 10, 8);

/// When a paper goes: the period begins with the end of the calendar year of the voucher (section 257(5) HGB, section 147(4) AO) and ends
/// with a year's last day.
#[must_use]
pub fn paper_due(voucher_on: Date, years: i64, zone: &TimeZone) -> Due {
    let last_day = voucher_on.saturating_add(Span::new().years(years)).last_of_year();
    Due { last_day, erased_from: midnight(last_day.saturating_add(Span::new().days(1)), zone) }
}

/// When somebody leaves the talent pool by themselves; `None` for no period that a consent can have.
#[must_use]
pub fn pool_due(given_on: Date, months: i64, zone: &TimeZone) -> Option<Due> {
    let months = Months::new(months).filter(|months| i64::from(months.get()) <= POOL_MONTHS)?;
    Some(due_after(given_on, months, zone))
}

/// When the evidence of a consent goes that stood until `ended_on`, by its date or by a withdrawal.
#[must_use]
pub fn evidence_due(ended_on: Date, zone: &TimeZone) -> Due {
    // In range, as the test below says.
    due_after(ended_on, Months::new(EVIDENCE_MONTHS).unwrap_or(Months::DEFAULT), zone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    fn berlin() -> TimeZone {
        TimeZone::get("Europe/Berlin").expect("the bundled database knows Berlin")
    }

    #[test]
    fn n21_a_paper_goes_when_a_calendar_year_has_ended() {
        for (voucher, years, last, from) in [
            ("2026-01-01", 8, "2034-12-31", "2034-12-31T23:00:00Z"),
            ("2026-12-31", 8, "2034-12-31", "2034-12-31T23:00:00Z"),
            ("2027-01-01", 8, "2035-12-31", "2035-12-31T23:00:00Z"),
            ("2028-02-29", 6, "2034-12-31", "2034-12-31T23:00:00Z"),
            ("2028-02-29", 10, "2038-12-31", "2038-12-31T23:00:00Z"),
        ] {
            let due = paper_due(day(voucher), years, &berlin());
            assert_eq!((due.last_day.to_string(), due.erased_from.to_string()), (last.to_owned(), from.to_owned()), "{voucher}");
        }
    }

    #[test]
    fn n15_a_consent_stands_two_years_at_most_and_is_proven_for_three_more() {
        let zone = berlin();
        assert_eq!(pool_due(day("2026-11-24"), 24, &zone).map(|due| due.last_day), Some(day("2028-11-24")));
        assert_eq!(pool_due(day("2024-02-29"), 12, &zone).map(|due| due.last_day), Some(day("2025-02-28")));
        assert_eq!([0, 25, -1].map(|months| pool_due(day("2026-11-24"), months, &zone)), [None; 3]);
        assert_eq!(evidence_due(day("2028-11-24"), &zone).last_day, day("2031-11-24"));
        assert_eq!(Months::new(EVIDENCE_MONTHS).map(|months| i64::from(months.get())), Some(EVIDENCE_MONTHS));
    }
}
