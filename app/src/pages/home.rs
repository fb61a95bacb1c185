//! `/`: the open postings.

use leptos::prelude::*;
use office::careers::Posting;
use rules::messages::Key;

use crate::{
    frame::Frame,
    shell::Page,
    texts,
    ui::{self, Urgency},
};

/// The list of open postings.
#[must_use]
pub fn page(frame: &Frame, postings: &[Posting]) -> Page {
    let lang = frame.lang;
    let main = view! {
        <div class="head">
            <h1>{lang.fill(Key::HomeHeading, &[&frame.employer])}</h1>
            <p class="lead">{lang.text(Key::HomeLead)}</p>
        </div>
        {if postings.is_empty() {
            let next = ("/status".to_owned(), lang.text(Key::SeeMyApplication).to_owned());
            ui::empty(lang.text(Key::HomeEmptyTitle), lang.text(Key::HomeEmptyText), Some(next))
        } else {
            view! {
                <section aria-labelledby="open">
                    <h2 class="unseen" id="open">{lang.text(Key::NavOpenPostings)}</h2>
                    {openings(frame, postings)}
                </section>
            }
            .into_any()
        }}
    };
    Page { title: lang.text(Key::NavOpenPostings).to_owned(), main: main.into_any(), islands: false }
}

/// Postings that take applications, each with its last day.
pub(super) fn openings(frame: &Frame, postings: &[Posting]) -> AnyView {
    let lang = frame.lang;
    let opening = |posting: &Posting| {
        let written_in = posting_lang(frame, posting);
        let pay = (!posting.pay.is_empty()).then(|| view! { " " <span lang=written_in>{posting.pay.clone()}</span> });
        view! {
            <li>
                <div>
                    <h3 lang=written_in>
                        <a href=format!("/jobs/{}", posting.slug)>{posting.title.clone()}</a>
                    </h3>
                    <p class="meta">
                        <span lang=written_in>{posting.department_name.clone()}</span>
                        " "
                        <span lang=written_in>{posting.place.clone()}</span>
                        " "
                        <span>{lang.text(texts::employment(posting.employment))}</span>
                        {pay}
                    </p>
                </div>
                {intake(frame, posting, Some(intake_words(frame, posting)))}
            </li>
        }
    };
    view! { <ul class="openings">{postings.iter().map(opening).collect_view()}</ul> }.into_any()
}

/// The last day on which applications are taken, with the time that is left of the intake.
pub(super) fn intake(frame: &Frame, posting: &Posting, remark: Option<String>) -> AnyView {
    let (day, today) = (posting.intake_ends_on, frame.day(frame.now));
    let from = posting.published_at.map_or(today, |at| frame.day(at));
    ui::running(frame, from, day, frame.lang.date(day), Urgency::of(day, today), remark)
}

fn intake_words(frame: &Frame, posting: &Posting) -> String {
    let key = match ui::days_between(frame.day(frame.now), posting.intake_ends_on) {
        ..=0 => Key::LastDayToApply,
        1..=10 => Key::LastDaysToApply,
        _ => Key::ApplyUntilThen,
    };
    frame.lang.text(key).to_owned()
}

/// The language of a posting's own words, where it is not the page's.
pub(super) fn posting_lang(frame: &Frame, posting: &Posting) -> Option<&'static str> {
    (posting.language != frame.lang).then(|| posting.language.code())
}

#[cfg(test)]
mod tests {
    use rules::messages::Lang;

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, frame, html, posting};

    #[test]
    fn every_posting_is_listed_with_its_last_day() {
        let html = html(|| page(&frame(Lang::En), &[posting("Optician"), posting("Buyer")]));
        assert!(html.contains("Optician") && html.contains("Buyer") && html.contains("15 January 2027"), "{html}");
        assert!(html.contains("href=\"/jobs/optical-technician\""), "{html}");
    }

    #[test]
    fn an_empty_list_says_what_to_do() {
        for &lang in Lang::ALL {
            let html = html(|| page(&frame(lang), &[]));
            assert!(html.contains(lang.text(Key::HomeEmptyTitle)) && html.contains("href=\"/status\""), "{html}");
        }
    }

    #[test]
    fn what_a_posting_says_stays_text() {
        assert_harmless(&html(|| page(&frame(Lang::De), &[posting(HOSTILE)])));
    }
}
