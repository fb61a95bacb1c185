//! Whether the clock on the wall can be believed before anything is erased by it (docs/RETENTION.md, "The clock guard").
//!
//! Instants are of UTC, so neither a time zone nor a leap day is an argument: a night with 23 or 25 hours is as long as it is.

use jiff::{SignedDuration, Timestamp};

use crate::code::codes;

/// The clock and the time that really passed may drift this far apart while a process runs.
const JUMP: SignedDuration = SignedDuration::from_hours(24);
/// The clocks of two machines that serve one store differ by less.
const SKEW: SignedDuration = SignedDuration::from_secs(1);

codes! {
    /// How a clock was moved.
    Moved {
        /// It stands before the last pass.
        SetBack = "set_back",
        /// While the process ran it moved by more than 24 hours over the time that really passed.
        Jumped = "jumped",
    }
}

/// The last pass of the process that asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnPass {
    /// What the clock showed.
    pub at: Timestamp,
    /// How much time has really passed since, a suspension of the machine included.
    pub since: SignedDuration,
}

/// A clock that cannot be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// How it was moved.
    pub moved: Moved,
    /// What it had to show; where nobody knows how much time passed, at least.
    pub expected: Timestamp,
}

/// Judges a clock that shows `now`, by the last pass of any process and by the last one of this process, if it made one.
///
/// A process that has just started has no pass of its own: it may have stood still for days, so a clock ahead of the last pass is
/// believed.
///
/// # Errors
/// How the clock was moved.
pub fn judge(last: Option<Timestamp>, own: Option<OwnPass>, now: Timestamp) -> Result<(), Move> {
    let by_own = own.map(|own| own.at.checked_add(own.since).unwrap_or(Timestamp::MAX));
    if let Some(last) = last
        && last.duration_since(now) >= SKEW
    {
        return Err(Move { moved: Moved::SetBack, expected: by_own.map_or(last, |by_own| by_own.max(last)) });
    }
    match by_own {
        Some(expected) if now.duration_since(expected).abs() > JUMP => Err(Move { moved: Moved::Jumped, expected }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTES: SignedDuration = SignedDuration::from_mins(15);

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    fn hours(hours: i64) -> SignedDuration {
        SignedDuration::from_hours(hours)
    }

    /// Of a process whose last pass, the last of all, was at noon of the first of September, `since` ago.
    fn running(since: SignedDuration, now: &str) -> Result<(), Moved> {
        let last = at("2026-09-01T12:00:00Z");
        judge(Some(last), Some(OwnPass { at: last, since }), at(now)).map_err(|found| found.moved)
    }

    /// Of a process that has just started.
    fn started(last: &str, now: &str) -> Result<(), Moved> {
        judge(Some(at(last)), None, at(now)).map_err(|found| found.moved)
    }

    #[test]
    fn n10_a_clock_before_the_last_pass_is_set_back_whoever_asks() {
        for now in ["2026-09-01T11:59:59Z", "2026-08-31T12:00:00Z", "1970-01-01T00:00:00Z"] {
            assert_eq!(running(MINUTES, now), Err(Moved::SetBack), "{now}");
            assert_eq!(started("2026-09-01T12:00:00Z", now), Err(Moved::SetBack), "{now}");
        }
    }

    #[test]
    fn n10_a_pass_on_another_machine_a_moment_ahead_stops_nothing() {
        assert_eq!(started("2026-09-01T12:00:00.999Z", "2026-09-01T12:00:00Z"), Ok(()));
        assert_eq!(started("2026-09-01T12:00:00Z", "2026-09-01T12:00:00Z"), Ok(()));
    }

    #[test]
    fn n10_a_clock_that_runs_a_day_from_the_time_that_really_passed_jumped() {
        assert_eq!(running(MINUTES, "2026-09-03T12:15:00Z"), Err(Moved::Jumped), "two days ahead");
        assert_eq!(running(MINUTES, "2026-09-02T12:15:00Z"), Ok(()), "24 hours and no more");
        assert_eq!(running(MINUTES, "2026-09-02T12:15:00.001Z"), Err(Moved::Jumped), "more than 24 hours");
        assert_eq!(running(hours(49), "2026-09-01T12:15:00Z"), Err(Moved::Jumped), "it stood still for two days");
        let found = judge(None, Some(OwnPass { at: at("2026-09-01T12:00:00Z"), since: MINUTES }), at("2026-09-03T12:15:00Z"));
        assert_eq!(found, Err(Move { moved: Moved::Jumped, expected: at("2026-09-01T12:15:00Z") }));
    }

    #[test]
    fn n10_a_process_that_stood_still_while_time_passed_stops_nothing() {
        assert_eq!(running(hours(24 * 10), "2026-09-11T12:00:00Z"), Ok(()), "stopped by a signal, or with its machine");
        assert_eq!(started("2026-09-01T12:00:00Z", "2026-09-11T12:00:00Z"), Ok(()), "started again after ten days");
        assert_eq!(judge(None, None, at("2026-09-01T12:00:00Z")), Ok(()), "the first pass of all");
    }

    #[test]
    fn n10_neither_the_nights_of_the_changing_clock_nor_a_leap_day_stop_anything() {
        let berlin = jiff::tz::TimeZone::get("Europe/Berlin").expect("the bundled database knows Berlin");
        for (local, change) in
            [("2027-03-28T01:55", 60), ("2026-10-25T02:55", -60), ("2028-02-28T23:55", 0), ("2028-02-29T23:55", 0)]
        {
            let local: jiff::civil::DateTime = local.parse().expect("a local time");
            let last = local.to_zoned(berlin.clone()).expect("an instant").timestamp();
            let now = last + MINUTES;
            let shown = berlin.to_datetime(now).duration_since(local);
            assert_eq!(shown.as_mins(), 15 + change, "what the clock in the hall shows after {local}");
            assert_eq!(judge(Some(last), Some(OwnPass { at: last, since: MINUTES }), now), Ok(()), "{local}");
            assert_eq!(judge(Some(last), None, now), Ok(()), "{local}");
        }
    }

    #[test]
    fn n10_a_pass_of_another_process_hides_no_jump() {
        let own = OwnPass { at: at("2026-09-01T12:00:00Z"), since: MINUTES };
        let found = judge(Some(at("2026-09-03T12:10:00Z")), Some(own), at("2026-09-03T12:15:00Z"));
        assert_eq!(found.map_err(|found| found.moved), Err(Moved::Jumped), "though the other believed the clock");
    }
}
