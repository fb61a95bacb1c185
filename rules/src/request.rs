//! What answers a request for erasure (Art. 17 GDPR; docs/PROMISES.md, n14), and what stands against erasing a minor's application at once
//! (n18).

use jiff::{
    Span,
    civil::{Date, Weekday},
};

use crate::{
    application::{Life, Outcome},
    code::codes,
};

codes! {
    /// What answers a request for erasure.
    Answer {
        /// It is blocked now and erased with the next sweep.
        Erase = "erase",
        /// It is blocked now and goes on its date: a claim can still be defended (Art. 17(3)(e) GDPR, section 15(4) AGG).
        KeepForDefence = "keep_for_defence",
        /// It is blocked now and goes once the claim has ended.
        KeepForClaim = "keep_for_claim",
        /// It is blocked now and stays as long as the applicant needs it, or until its restriction is lifted.
        KeepRestricted = "keep_restricted",
        /// Whoever is hired is asked first: what the contract needs is about to be handed over.
        AskFirst = "ask_first",
        /// It is on its way out.
        Gone = "gone",
    }
}

codes! {
    /// What somebody asks about their data (chapter III GDPR).
    RequestKind {
        /// What is kept of them (Art. 15).
        Information = "information",
        /// That something is put right (Art. 16).
        Correction = "correction",
        /// That it is erased (Art. 17).
        Erasure = "erasure",
        /// That it is used no further (Art. 18).
        Restriction = "restriction",
        /// What they supplied, for programs (Art. 20).
        Portability = "portability",
        /// That it be looked at whether it may be used at all (Art. 21).
        Objection = "objection",
    }
}

codes! {
    /// How a request came.
    RequestChannel {
        /// By themselves, at the status page.
        Status = "status",
        /// By e-mail.
        Mail = "mail",
        /// By telephone.
        Phone = "phone",
        /// On paper.
        Letter = "letter",
    }
}

codes! {
    /// How it is known that a request is of the person whose data it is about (Art. 12(6) GDPR; docs/PROMISES.md, n12).
    Identity {
        /// They showed a code that was mailed to the address on file.
        Code = "code",
        /// They were called, at the number on file.
        Call = "call",
        /// They came, and were recognised or showed a paper.
        Person = "person",
        /// Not yet: nothing is given out until it is.
        Open = "open",
    }
}

codes! {
    /// How somebody of HR answered a request.
    Reply {
        /// It was done as asked.
        Granted = "granted",
        /// It was not, and why (Art. 12(4)).
        Refused = "refused",
    }
}

/// Whether a request that is not known to be of the person can be granted: what gives something out or takes it away for good cannot.
#[must_use]
pub const fn needs_identity(kind: RequestKind) -> bool {
    matches!(kind, RequestKind::Information | RequestKind::Portability | RequestKind::Erasure | RequestKind::Correction)
}

/// The last day on which a request that was received on a day can be answered: one month (Art. 12(3) GDPR), counted by Regulation (EEC,
/// Euratom) 1182/71: the day of the event does not count, the month ends on the day of the same number or, where there is none, on its last
/// day (Art. 3(1), (2)(c)), and what would end on a public holiday, Sunday or Saturday ends with the next working day (Art. 3(4)). Holidays
/// are those of all of Germany: one of a Land alone would only give more time.
#[must_use]
pub fn answer_by(received: Date) -> Date {
    let mut day = received.saturating_add(Span::new().months(1));
    while !is_working_day(day) {
        day = day.tomorrow().unwrap_or(Date::MAX);
        if day == Date::MAX {
            break;
        }
    }
    day
}

/// Whether a day is a working day in all of Germany.
#[must_use]
pub fn is_working_day(day: Date) -> bool {
    let fixed = matches!((day.month(), day.day()), (1 | 5, 1) | (10, 3) | (12, 25 | 26));
    // Good Friday, Easter Monday, Ascension, Whit Monday; counted from Easter Sunday.
    let moved = [-2, 1, 39, 50].iter().any(|&days| easter(day.year()).saturating_add(Span::new().days(days)) == day);
    !fixed && !moved && !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Date {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    let civil = |value: i32| i8::try_from(value).unwrap_or(1);
    Date::new(i16::try_from(year).unwrap_or(i16::MAX), civil(n / 31), civil(n % 31 + 1)).unwrap_or(Date::MAX)
}

codes! {
    /// What applicants read of a remark about them.
    Verdict {
        /// All of it.
        Whole = "whole",
        /// A version in which others cannot be recognised.
        Redacted = "redacted",
        /// Nothing, and why.
        Withheld = "withheld",
    }
}

/// Where an application stands when its erasure is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Live, or on its way out.
    pub life: Life,
    /// Its outcome.
    pub outcome: Option<Outcome>,
    /// Whether a procedure that ran for it has ended.
    pub closed: bool,
    /// Whether it is kept for a claim.
    pub held: bool,
    /// Whether a restriction under Art. 18(1)(b) or (c) stands.
    pub wanted_kept: bool,
    /// Whether it was handed over.
    pub handed_over: bool,
}

/// The answer to a request for erasure.
#[must_use]
pub const fn erasure(standing: Standing) -> Answer {
    match standing {
        Standing { life: Life::Erasing, .. } => Answer::Gone,
        Standing { held: true, .. } => Answer::KeepForClaim,
        Standing { wanted_kept: true, .. } => Answer::KeepRestricted,
        Standing { outcome: Some(Outcome::Hired), handed_over: false, .. } => Answer::AskFirst,
        // Nobody was turned down, so nothing is to be defended.
        Standing { outcome: None | Some(Outcome::Withdrawn), closed: false, .. } => Answer::Erase,
        Standing { .. } => Answer::KeepForDefence,
    }
}

/// What stands against erasing the application of a minor at once, by two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinorRefused {
    /// A posting for an apprenticeship is for minors too.
    Apprenticeship,
    /// A claim is pending.
    Claim,
    /// It is on its way out.
    Gone,
}

/// Whether two people may erase an application at once because its applicant is a minor.
///
/// # Errors
/// Says what stands against it.
pub const fn erase_minor(apprenticeship: bool, standing: Standing) -> Result<(), MinorRefused> {
    match standing {
        Standing { life: Life::Erasing, .. } => Err(MinorRefused::Gone),
        _ if apprenticeship => Err(MinorRefused::Apprenticeship),
        Standing { held: true, .. } | Standing { wanted_kept: true, .. } => Err(MinorRefused::Claim),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPEN: Standing =
        Standing { life: Life::Live, outcome: None, closed: false, held: false, wanted_kept: false, handed_over: false };

    /// The table of the promise, row by row.
    #[test]
    fn n14_each_state_has_its_answer() {
        let rejected = Standing { outcome: Some(Outcome::Rejected), ..OPEN };
        let hired = Standing { outcome: Some(Outcome::Hired), ..OPEN };
        for (standing, answer) in [
            (OPEN, Answer::Erase),
            (Standing { outcome: Some(Outcome::Withdrawn), ..OPEN }, Answer::Erase),
            (rejected, Answer::KeepForDefence),
            (Standing { closed: true, ..OPEN }, Answer::KeepForDefence),
            (Standing { closed: true, ..rejected }, Answer::KeepForDefence),
            (Standing { closed: true, outcome: Some(Outcome::Withdrawn), ..OPEN }, Answer::KeepForDefence),
            (hired, Answer::AskFirst),
            (Standing { handed_over: true, ..hired }, Answer::KeepForDefence),
            (Standing { held: true, ..OPEN }, Answer::KeepForClaim),
            (Standing { held: true, closed: true, ..rejected }, Answer::KeepForClaim),
            (Standing { wanted_kept: true, ..OPEN }, Answer::KeepRestricted),
            (Standing { life: Life::Erasing, held: true, ..OPEN }, Answer::Gone),
        ] {
            assert_eq!(erasure(standing), answer, "{standing:?}");
        }
    }

    #[test]
    fn n11_a_request_is_answered_within_a_month_that_ends_on_a_working_day() {
        let d = jiff::civil::date;
        for (received, last) in [
            // A Tuesday, and the same number a month later: a Friday.
            (d(2026, 12, 1), d(2027, 1, 4)), // 1 January is a holiday, 2 and 3 are a weekend
            (d(2026, 12, 15), d(2027, 1, 15)),
            (d(2027, 1, 31), d(2027, 3, 1)), // 28 February is a Sunday
            (d(2028, 1, 31), d(2028, 2, 29)),
            (d(2026, 11, 25), d(2026, 12, 28)), // Christmas, then a weekend
            (d(2027, 2, 26), d(2027, 3, 30)),   // Good Friday to Easter Monday
            (d(2027, 4, 6), d(2027, 5, 7)),     // Ascension
            (d(2027, 4, 17), d(2027, 5, 18)),   // Whit Monday
            (d(2026, 9, 3), d(2026, 10, 5)),    // 3 October is a Saturday
        ] {
            assert_eq!(answer_by(received), last, "received on {received}");
        }
    }

    #[test]
    fn easter_is_where_the_church_has_it() {
        let d = jiff::civil::date;
        for easter_day in
            [d(2024, 3, 31), d(2025, 4, 20), d(2026, 4, 5), d(2027, 3, 28), d(2038, 4, 25), d(2049, 4, 18), d(2076, 4, 19)]
        {
            assert_eq!(easter(easter_day.year()), easter_day);
        }
    }

    #[test]
    fn n18_a_minors_application_goes_unless_a_claim_is_pending_or_it_is_an_apprenticeship() {
        assert_eq!(erase_minor(false, OPEN), Ok(()));
        assert_eq!(erase_minor(true, OPEN), Err(MinorRefused::Apprenticeship));
        assert_eq!(erase_minor(false, Standing { held: true, ..OPEN }), Err(MinorRefused::Claim));
        assert_eq!(erase_minor(false, Standing { wanted_kept: true, ..OPEN }), Err(MinorRefused::Claim));
        assert_eq!(erase_minor(false, Standing { life: Life::Erasing, ..OPEN }), Err(MinorRefused::Gone));
    }
}
