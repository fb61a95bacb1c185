//! A remark: a note, a comment.

use jiff::Timestamp;
use leptos::prelude::*;

use super::date::short_date;
use crate::frame::Frame;

/// A remark: who, when, what; `badge` stands behind the date.
#[must_use]
pub fn remark(frame: &Frame, who: String, at: Timestamp, badge: Option<AnyView>, text: String) -> AnyView {
    view! {
        <li>
            <p>
                <b>{who}</b>
                ", "
                {short_date(frame, at)}
                {badge.map(|badge| view! { " " {badge} })}
            </p>
            <p class="words">{text}</p>
        </li>
    }
    .into_any()
}
