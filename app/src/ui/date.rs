//! Days and instants, as they read on a page.

use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;
use rules::messages::Key;

use crate::frame::Frame;

/// A calendar day, written out.
#[must_use]
pub fn day(frame: &Frame, day: Date) -> AnyView {
    view! { <time datetime=day.to_string()>{frame.lang.date(day)}</time> }.into_any()
}

/// A calendar day in short, for lists at the desk.
#[must_use]
pub fn short_day(frame: &Frame, day: Date) -> AnyView {
    view! { <time datetime=day.to_string()>{frame.lang.short_date(day)}</time> }.into_any()
}

/// The local day of an instant, written out.
#[must_use]
pub fn date(frame: &Frame, at: Timestamp) -> AnyView {
    view! { <time datetime=instant(frame, at)>{frame.date(at)}</time> }.into_any()
}

/// The local day of an instant in short.
#[must_use]
pub fn short_date(frame: &Frame, at: Timestamp) -> AnyView {
    view! { <time datetime=instant(frame, at)>{frame.lang.short_date(frame.day(at))}</time> }.into_any()
}

/// An instant to the minute, in short: 22 Nov 2026 at 16:44.
#[must_use]
pub fn moment(frame: &Frame, at: Timestamp) -> AnyView {
    view! { <time datetime=instant(frame, at)>{moment_text(frame, at)}</time> }.into_any()
}

/// The words of [`moment`].
#[must_use]
pub fn moment_text(frame: &Frame, at: Timestamp) -> String {
    let local = frame.zone.to_datetime(at);
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    frame.lang.fill(Key::At, &[&frame.lang.short_date(local.date()), &time])
}

/// An instant as `datetime` takes it, in the employer's time.
fn instant(frame: &Frame, at: Timestamp) -> String {
    let local = frame.zone.to_datetime(at);
    format!("{}T{:02}:{:02}", local.date(), local.hour(), local.minute())
}
