//! Dates that run: how near they are, and the line that dwindles.

use jiff::civil::Date;
use leptos::prelude::*;
use rules::{
    messages::{Key, Lang},
    retention::Due,
};

use crate::frame::Frame;

/// How near a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// More than thirty days away.
    Far,
    /// Thirty days or less.
    Soon,
    /// Past.
    Overdue,
    /// Held or restricted: it does not run.
    Paused,
    /// It has happened.
    Done,
}

impl Urgency {
    /// The urgency of `day`, seen from `today`.
    #[must_use]
    pub fn of(day: Date, today: Date) -> Self {
        match days_between(today, day) {
            ..0 => Self::Overdue,
            0..=30 => Self::Soon,
            _ => Self::Far,
        }
    }

    /// The word in `data-urgency`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Far => "far",
            Self::Soon => "soon",
            Self::Overdue => "overdue",
            Self::Paused => "paused",
            Self::Done => "done",
        }
    }
}

/// The days from `start` to `end`; negative when `end` came first.
#[must_use]
pub fn days_between(start: Date, end: Date) -> i32 {
    end.duration_since(start).as_hours().div_euclid(24).try_into().unwrap_or(i32::MAX)
}

/// The share of the time between `from` and `day` that is still left: 1 before it began, 0 when it is over.
#[must_use]
pub fn share_left(from: Date, day: Date, today: Date) -> f64 {
    let (whole, left) = (days_between(from, day).max(1), days_between(today, day));
    (f64::from(left) / f64::from(whole)).clamp(0.0, 1.0)
}

/// When something is due, in words where it is near: "in 24 days", "2 days overdue".
#[must_use]
pub fn due_words(lang: Lang, day: Date, today: Date) -> Option<String> {
    match days_between(today, day) {
        ..-1 => Some(lang.fill(Key::DueOverdueMany, &[&days_between(day, today).to_string()])),
        -1 => Some(lang.text(Key::DueOverdueOne).to_owned()),
        0 => Some(lang.text(Key::DueToday).to_owned()),
        1 => Some(lang.text(Key::DueTomorrow).to_owned()),
        days @ 2..=30 => Some(lang.fill(Key::DueInDays, &[&days.to_string()])),
        _ => None,
    }
}

/// The dwindling line beside a date; `share` of it is left.
#[must_use]
pub fn fuse(share: f64) -> AnyView {
    let end = (68.0 * share.clamp(0.0, 1.0)).round();
    view! {
        <svg class="fuse" viewBox="0 0 72 8" aria-hidden="true">
            <line x2="70" y1="4" y2="4"></line>
            <line x2=end.to_string() y1="4" y2="4"></line>
            <circle cx=end.max(3.0).to_string() cy="4" r="3.5"></circle>
        </svg>
    }
    .into_any()
}

/// A date that runs since `from`, with its line and a word about it; `text` is the day as it reads here.
#[must_use]
pub fn running(frame: &Frame, from: Date, day: Date, text: String, urgency: Urgency, remark: Option<String>) -> AnyView {
    let share = share_left(from, day, frame.day(frame.now));
    view! {
        <span class="due" data-urgency=urgency.code()>
            <time datetime=day.to_string()>{text}</time>
            {fuse(share)}
            {remark.map(|remark| view! { <small>{remark}</small> })}
        </span>
    }
    .into_any()
}

/// The day from which an application is erased, in short, counted from the day its clock starts.
#[must_use]
pub fn due(frame: &Frame, due: &Due, from: Date) -> AnyView {
    let (day, today) = (frame.day(due.erased_from), frame.day(frame.now));
    running(frame, from, day, frame.lang.short_date(day), Urgency::of(day, today), due_words(frame.lang, day, today))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_date_is_soon_from_thirty_days_on_and_overdue_the_day_after() {
        let today = date(2026, 11, 22);
        for (day, urgency) in [
            (date(2026, 11, 21), Urgency::Overdue),
            (date(2026, 11, 22), Urgency::Soon),
            (date(2026, 12, 22), Urgency::Soon),
            (date(2026, 12, 23), Urgency::Far),
        ] {
            assert_eq!(Urgency::of(day, today), urgency, "{day} seen from {today}");
        }
    }

    #[test]
    fn near_dates_are_said_in_days() {
        let today = date(2026, 11, 22);
        for (day, words) in [
            (date(2026, 11, 20), Some("2 days overdue")),
            (date(2026, 11, 21), Some("1 day overdue")),
            (date(2026, 11, 22), Some("today")),
            (date(2026, 11, 23), Some("tomorrow")),
            (date(2026, 12, 16), Some("in 24 days")),
            (date(2027, 1, 16), None),
        ] {
            assert_eq!(due_words(Lang::En, day, today).as_deref(), words, "{day} seen from {today}");
        }
    }

    #[test]
    fn the_line_is_whole_before_the_clock_starts_and_gone_at_its_end() {
        let (from, day) = (date(2026, 8, 31), date(2027, 3, 1));
        assert_eq!(share_left(from, day, date(2026, 8, 1)), 1.0);
        assert_eq!(share_left(from, day, date(2027, 3, 2)), 0.0);
        assert!((share_left(from, day, date(2026, 11, 30)) - 0.5).abs() < 0.01);
    }
}
