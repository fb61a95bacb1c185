//! `/office/clock`: the clock was moved; is it right? And the banner that says so on every page of the desk.

use leptos::prelude::*;
use office::clock_guard::{ClockAtDesk, ClockStop};
use rules::{
    access::Action,
    clock::Moved,
    messages::{Key, Lang},
};

use super::{
    form::{titled, trouble},
    parts::{alert, head, muted, panel},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
};

/// Where the clock is confirmed.
pub const ADDRESS: &str = "/office/clock";
/// The name of the form, for its [`Draft`].
pub const FORM: &str = "clock";

/// The clock, and what confirming it brings about.
#[must_use]
pub fn page(frame: &Frame, clock: &ClockAtDesk, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::ClockTitle);
    let last = clock.last_pass.map_or_else(|| lang.text(Key::ClockNoPass).to_owned(), |at| to_the_second(frame, at));
    let main = view! {
        {head(None, title.to_owned(), None, None)}
        {trouble(frame, draft, true)}
        {clock.stop.as_ref().map(|stop| stopped(frame, stop, None))}
        <dl class="facts">
            <dt>{lang.text(Key::ClockShows)}</dt>
            " "
            <dd>{to_the_second(frame, clock.now)}</dd>
            <dt>{lang.text(Key::ClockLastPass)}</dt>
            " "
            <dd>{last}</dd>
        </dl>
        {match clock.stop {
            Some(_) => question(frame, clock),
            None => muted(lang.text(Key::ClockFine)),
        }}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

fn question(frame: &Frame, clock: &ClockAtDesk) -> AnyView {
    let lang = frame.lang;
    let inside = view! {
        <p>{lang.text(Key::ClockConfirmText)}</p>
        {effects(lang, clock)}
        <form class="form" method="post" action=ADDRESS>
            <input type="hidden" name="shown" value=clock.now.to_string()/>
            <div class="row">
                <button class="button danger">{lang.text(Key::ClockConfirmSend)}</button>
                " "
                <a class="button quiet" href="/office">{lang.text(Key::ClockLeave)}</a>
            </div>
        </form>
    };
    panel("confirm", lang.fill(Key::ClockConfirmTitle, &[&to_the_second(frame, clock.now)]), None, inside)
}

/// What the next pass does by this clock.
fn effects(lang: Lang, clock: &ClockAtDesk) -> Vec<AnyView> {
    let counts = [
        (clock.would.closed, Key::ClockClosesOne, Key::ClockClosesMany),
        (clock.would.erased, Key::ClockErasesOne, Key::ClockErasesMany),
        (clock.would.kept, Key::ClockKeptOne, Key::ClockKeptMany),
    ];
    let mut lines: Vec<String> =
        counts.into_iter().filter(|(count, ..)| *count > 0).map(|(count, one, many)| lang.count(count, one, many)).collect();
    if lines.is_empty() {
        lines.push(lang.text(Key::ClockNothingDue).to_owned());
    }
    lines.into_iter().map(|line| view! { <p><b>{line}</b></p> }.into_any()).collect()
}

/// What stands on top of every page for those whom it concerns, with the way to confirm it for those who may.
pub(crate) fn banner(frame: &Frame, stop: &ClockStop) -> AnyView {
    let lang = frame.lang;
    let next = match frame.may(Action::ConfirmClock) {
        true => view! { <p class="row"><a class="button" href=ADDRESS>{lang.text(Key::ClockLook)}</a></p> }.into_any(),
        false => view! { <p>{lang.text(Key::ClockWho)}</p> }.into_any(),
    };
    stopped(frame, stop, Some(next))
}

fn stopped(frame: &Frame, stop: &ClockStop, next: Option<AnyView>) -> AnyView {
    let lang = frame.lang;
    let how = match stop.moved {
        Moved::SetBack => Key::ClockSetBack,
        Moved::Jumped => Key::ClockJumped,
    };
    let how = lang.fill(how, &[&to_the_second(frame, stop.expected), &to_the_second(frame, stop.found)]);
    let inside = view! {
        <p>{how} " " {lang.text(Key::ClockStoppedText)}</p>
        {next}
    };
    alert("clock", "bad", lang.text(Key::ClockStoppedTitle), inside)
}

/// An instant as a clock on a wall shows it: 22 Nov 2026 at 16:44:07.
fn to_the_second(frame: &Frame, at: jiff::Timestamp) -> String {
    let local = frame.zone.to_datetime(at);
    let time = format!("{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second());
    frame.lang.fill(Key::At, &[&frame.lang.short_date(local.date()), &time])
}

#[cfg(test)]
mod tests {
    use office::sweep::Report;
    use rules::access::Role;

    use super::*;
    use crate::{
        fixtures::{at, desk_frame, html},
        shell::desk,
    };

    fn stop() -> ClockStop {
        ClockStop::new(Moved::Jumped, at("2026-11-20T12:00:00Z"), at("2026-11-22T12:00:00Z"))
    }

    fn clock(would: Report) -> ClockAtDesk {
        let now = at("2026-11-22T12:00:07Z");
        ClockAtDesk { stop: Some(stop()), last_pass: Some(at("2026-11-20T11:45:00Z")), now, would }
    }

    #[test]
    fn n10_the_banner_says_from_when_to_when_and_leads_those_who_may_to_the_question() {
        for &lang in Lang::ALL {
            for (role, leads) in [(Role::Hr, false), (Role::Privacy, true), (Role::Admin, true)] {
                let frame = Frame { clock: Some(stop()), ..desk_frame(lang, role) };
                let page = Page { title: String::new(), main: ().into_any(), islands: false };
                let html = Owner::new().with(|| desk(&frame, page).to_html());
                assert!(html.contains(lang.text(Key::ClockStoppedTitle)), "{html}");
                for instant in ["20", "22"] {
                    let day = lang.short_date(jiff::civil::date(2026, 11, instant.parse().expect("a day")));
                    assert!(html.contains(&day), "{day} in {html}");
                }
                assert_eq!(html.contains("href=\"/office/clock\""), leads, "{role:?}: {html}");
                assert_eq!(html.contains(lang.text(Key::ClockWho)), !leads, "{role:?}: {html}");
            }
        }
    }

    #[test]
    fn n10_what_confirming_erases_is_said_before_and_the_form_knows_what_was_shown() {
        let would = Report { closed: 1, erased: 12, ..Report::default() };
        let asked = html(|| page(&desk_frame(Lang::En, Role::Admin), &clock(would), &Draft::default()));
        assert!(asked.contains("One procedure closes by itself.") && asked.contains("12 applications are due"), "{asked}");
        assert!(asked.contains("name=\"shown\" value=\"2026-11-22T12:00:07Z\""), "{asked}");
        let asked = html(|| page(&desk_frame(Lang::En, Role::Admin), &clock(Report::default()), &Draft::default()));
        assert!(asked.contains(Lang::En.text(Key::ClockNothingDue)), "{asked}");
    }

    #[test]
    fn where_no_stop_stands_nothing_is_asked() {
        let fine = ClockAtDesk { stop: None, last_pass: None, ..clock(Report::default()) };
        let html = html(|| page(&desk_frame(Lang::En, Role::Privacy), &fine, &Draft::default()));
        assert!(html.contains(Lang::En.text(Key::ClockFine)) && !html.contains("<form"), "{html}");
    }
}
