//! Who opened an application, for the one it is of: by day and role, on `/status`.

use leptos::prelude::*;
use office::readings::Reading;
use rules::messages::Key;

use crate::{frame::Frame, texts, ui};

/// How often it was opened, by day and role.
pub(super) fn opened(frame: &Frame, readings: &[Reading]) -> AnyView {
    let lang = frame.lang;
    let heading = view! { <h2 id="opened">{lang.text(Key::OpenedTitle)}</h2> };
    if readings.is_empty() {
        return view! {
            <section class="stack" aria-labelledby="opened">
                {heading}
                <p>{lang.text(Key::OpenedByNobody)}</p>
            </section>
        }
        .into_any();
    }
    let count = |key: Key| view! { <th scope="col" class="num">{lang.text(key)}</th> };
    let days: Vec<_> = readings.chunk_by(|one, other| one.day == other.day).map(|day| opened_on(frame, day)).collect();
    view! {
        <section class="stack" aria-labelledby="opened">
        {heading}
        <p>{lang.text(Key::OpenedText)}</p>
        <div class="readings">
            <table class="table" aria-labelledby="opened">
                <thead>
                    <tr>
                        <th scope="col">{lang.text(Key::OpenedBy)}</th>
                        {count(Key::OpenedTimes)}
                        {count(Key::OpenedDocuments)}
                    </tr>
                </thead>
                {days}
            </table>
        </div>
        </section>
    }
    .into_any()
}

fn opened_on(frame: &Frame, readings: &[Reading]) -> AnyView {
    let lang = frame.lang;
    let count = |key: Key, count: i64| view! { <td class="num" data-label=lang.text(key)>{lang.number(count)}</td> };
    let rows: Vec<_> = readings
        .iter()
        .map(|reading| {
            let by = reading.role.map_or(Key::OpenedByStaff, texts::role);
            view! {
                <tr>
                    <th scope="row">{lang.text(by)}</th>
                    {count(Key::OpenedTimes, reading.opened)}
                    {count(Key::OpenedDocuments, reading.fetched)}
                </tr>
            }
        })
        .collect();
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup" colspan="3">{ui::day(frame, readings[0].day)}</th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}
