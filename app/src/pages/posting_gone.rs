//! A posting that no longer takes applications.

use leptos::prelude::*;
use office::careers::Posting;
use rules::messages::Key;

use super::{
    error::written,
    home::{list, posting_lang},
};
use crate::{frame::Frame, shell::Page, ui};

/// Says which it was and until when, and shows what is open, the most alike first; `lost` is what was written for it and could not be taken.
#[must_use]
pub fn page(frame: &Frame, gone: &Posting, mut others: Vec<Posting>, lost: &str) -> Page {
    let lang = frame.lang;
    others.sort_by_key(|other| (other.department != gone.department, other.town() != gone.town()));
    let heading = if others.is_empty() { Key::HomeEmptyTitle } else { Key::JobGoneOthers };
    // Where the intake was stopped by hand, the day that was planned says nothing.
    let until = (gone.intake_ends_on < frame.day(frame.now))
        .then(|| ui::around(lang.text(Key::JobGoneUntil), ui::day(frame, gone.intake_ends_on)));
    let main = view! {
        <div class="head">
            <h1>{lang.text(Key::JobGoneHeading)}</h1>
            <p class="lead"><strong lang=posting_lang(frame, gone)>{gone.title.clone()}</strong></p>
            <p>{until.map(|until| view! { {until} " " })} {lang.text(Key::JobGoneLead)}</p>
            <p><a class="button" href="/status">{lang.text(Key::SeeMyApplication)}</a></p>
        </div>
        {written(lang, lost)}
        <section class="stack" aria-labelledby="open">
            <h2 id="open">{lang.text(heading)}</h2>
            {(!others.is_empty()).then(|| list(frame, &others))}
            <p class="muted"><a href="/feed.atom">{lang.text(Key::FeedLink)}</a></p>
        </section>
    };
    Page { title: lang.text(Key::JobGoneTitle).to_owned(), main: main.into_any(), islands: false }
}

#[cfg(test)]
mod tests {
    use rules::{id::DepartmentId, messages::Lang};

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, frame, html, posting};

    #[test]
    fn the_most_alike_of_what_is_open_comes_first() {
        let elsewhere = DepartmentId::from_bytes([9; 16]);
        let gone = Posting { place: "Leipzig".to_owned(), ..posting("Optician") };
        let far = Posting { department: elsewhere.clone(), place: "Rotterdam".to_owned(), ..posting("Far") };
        let near = Posting { department: elsewhere, place: "Leipzig, on site".to_owned(), ..posting("Near") };
        let alike = Posting { place: "Rotterdam".to_owned(), ..posting("Alike") };
        let html = html(|| page(&frame(Lang::En), &gone, vec![far, near, alike], ""));
        let at = |title: &str| html.find(&format!(">{title}</a>")).unwrap_or_else(|| panic!("{title} is missing: {html}"));
        assert!(at("Alike") < at("Near") && at("Near") < at("Far"), "{html}");
    }

    #[test]
    fn it_says_which_posting_it_was_and_until_when() {
        let over = Posting { intake_ends_on: jiff::civil::date(2026, 11, 21), ..posting("Optician") };
        let html = html(|| page(&frame(Lang::De), &over, Vec::new(), ""));
        assert!(html.contains("<strong lang=\"en\">Optician</strong>") && html.contains("21. November 2026"), "{html}");
        let stopped = crate::fixtures::html(|| page(&frame(Lang::De), &posting("Optician"), Vec::new(), ""));
        assert!(!stopped.contains("<time"), "stopped by hand, long before the day that was planned: {stopped}");
    }

    #[test]
    fn what_a_posting_says_stays_text() {
        assert_harmless(&html(|| page(&frame(Lang::De), &posting(HOSTILE), vec![posting(HOSTILE)], HOSTILE)));
    }
}
