//! `/jobs/{slug}`: one posting that takes applications.

use leptos::prelude::*;
use office::careers::Posting;
use rules::{
    messages::{Key, Lang},
    question::Question,
    retention::Due,
};

use super::home::{intake, posting_lang};
use crate::{
    frame::Frame,
    job_posting, markdown,
    shell::{About, Page},
    texts, ui,
};

/// A posting: facts, text, and what happens to the data.
#[must_use]
pub fn page(frame: &Frame, posting: &Posting, due: Due) -> Page {
    let lang = frame.lang;
    let written_in = posting_lang(frame, posting);
    provide_context(About {
        path: format!("/jobs/{}", posting.slug),
        title: posting.title.clone(),
        description: posting.summary.clone(),
        lang: posting.language,
        data: Some(job_posting::json_ld(frame, posting)),
    });
    let main = view! {
        <div class="head">
            <a class="back" href="/">{lang.text(Key::NavOpenPostings)}</a>
            <h1 lang=written_in>{posting.title.clone()}</h1>
            <p class="lead" lang=written_in>{posting.summary.clone()}</p>
        </div>
        <div class="split posting">
            {facts(frame, posting)}
            <article class="prose" lang=written_in>
                {apply_button(frame, posting)}
                <div class="prose" inner_html=markdown::html(&posting.body, 2)></div>
                {asked(lang, &posting.questions).map(|asked| view! { <h2 lang=lang.code()>{lang.text(Key::JobAsked)}</h2> {asked} })}
                {next_steps(frame, posting)}
                {contact(frame, posting)}
                {apply_button(frame, posting)}
            </article>
            <aside class="panel" aria-labelledby="data">
                <h2 id="data">{lang.text(Key::JobData)}</h2>
                <p>{lang.text(Key::JobDataText)}</p>
                <ol class="course">
                    <li aria-current="step">{lang.text(Key::CourseApply)} " " <small>{lang.text(Key::CourseApplyWhen)}</small></li>
                    <li>{lang.text(Key::CourseUntil)} " " {ui::day(frame, posting.intake_ends_on)}</li>
                    <li>{lang.text(Key::CourseClosedBy)} " " {ui::day(frame, posting.planned_close_on)}</li>
                    <li class="end">{lang.text(Key::CourseErased)} " " {ui::day(frame, frame.day(due.erased_from))}</li>
                </ol>
                <p><a href="/notice">{lang.text(Key::ReadNotice)}</a></p>
            </aside>
        </div>
    };
    Page { title: posting.title.clone(), main: main.into_any(), islands: false }
}

fn facts(frame: &Frame, posting: &Posting) -> AnyView {
    let lang = frame.lang;
    let written_in = posting_lang(frame, posting);
    let fact = |key: Key, text: &str| {
        (!text.is_empty()).then(|| view! { <dt>{lang.text(key)}</dt> " " <dd lang=written_in>{text.to_owned()}</dd> })
    };
    let seats =
        (posting.seats > 1).then(|| view! { <dt>{lang.text(Key::JobSeats)}</dt> " " <dd>{lang.number(posting.seats)}</dd> });
    let answer = posting.answer_days.map(|days| {
        let text = lang.count(days, Key::JobAnswerOne, Key::JobAnswerMany);
        view! { <dt>{lang.text(Key::JobAnswer)}</dt> " " <dd>{text}</dd> }
    });
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 class="unseen" id="facts">{lang.text(Key::JobFacts)}</h2>
            <dl class="facts">
                <dt>{lang.text(Key::JobApplyBy)}</dt>
                " "
                <dd>{intake(frame, posting, None)}</dd>
                {fact(Key::JobDepartment, &posting.department_name)}
                {fact(Key::JobPlace, &posting.place)}
                <dt>{lang.text(Key::JobKind)}</dt>
                " "
                <dd>{lang.text(texts::employment(posting.employment))}</dd>
                {fact(Key::JobPay, &posting.pay)}
                {seats}
                {answer}
            </dl>
        </section>
    }
    .into_any()
}

/// The article is in the posting's language; what the site itself says in it is in the reader's.
fn apply_button(frame: &Frame, posting: &Posting) -> AnyView {
    view! {
        <p>
            <a class="button primary" href=format!("/jobs/{}/apply", posting.slug) lang=frame.lang.code()>
                {frame.lang.text(Key::JobApply)}
            </a>
        </p>
    }
    .into_any()
}

/// What the form asks beside its own fields, so that one has it at hand.
pub(super) fn asked(lang: Lang, questions: &[Question]) -> Option<AnyView> {
    let optional = || view! { " " <span class="optional" lang=lang.code()>{lang.text(Key::Optional)}</span> };
    let line = |question: &Question| {
        let optional = (!question.required).then(optional);
        view! { <li>{question.text.clone()} {optional}</li> }
    };
    let lines: Vec<_> = questions.iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <ul>{lines}</ul> }.into_any())
}

fn next_steps(frame: &Frame, posting: &Posting) -> Option<AnyView> {
    let text = posting.next_steps.trim();
    (!text.is_empty()).then(|| {
        let answer = posting.answer_by(frame.day(frame.now)).map(|day| {
            let text = ui::around(frame.lang.text(Key::JobAnswerBy), ui::day(frame, day));
            view! { <p class="muted" lang=frame.lang.code()>{text}</p> }
        });
        view! {
            <h2 lang=frame.lang.code()>{frame.lang.text(Key::WhatNext)}</h2>
            {ui::steps(text)}
            {answer}
        }
        .into_any()
    })
}

fn contact(frame: &Frame, posting: &Posting) -> Option<AnyView> {
    let text = posting.contact.trim();
    (!text.is_empty()).then(|| {
        view! {
            <h2 lang=frame.lang.code()>{frame.lang.text(Key::JobQuestions)}</h2>
            <p>{ui::linked(text)}</p>
            <p class="muted" lang=frame.lang.code()>{frame.lang.text(Key::JobQuestionsNote)}</p>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use rules::messages::Lang;

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, due, frame, html, posting};

    #[test]
    fn what_a_posting_says_stays_text() {
        assert_harmless(&html(|| page(&frame(Lang::De), &posting(HOSTILE), due())));
    }

    #[test]
    fn n10_a_posting_names_the_day_of_the_erasure() {
        let html = html(|| page(&frame(Lang::En), &posting("Optician"), due()));
        assert!(html.contains("Everything erased from <time datetime=\"2028-01-16\">16 January 2028"), "{html}");
    }

    #[test]
    fn a_posting_says_by_when_it_answers() {
        let html = html(|| page(&frame(Lang::En), &posting("Optician"), due()));
        assert!(html.contains("<dd>within 14 days</dd>"), "{html}");
        assert!(html.contains("<time datetime=\"2026-12-06\">6 December 2026</time>"), "{html}");
        let silent = Posting { answer_days: None, ..posting("Optician") };
        let html = crate::fixtures::html(|| page(&frame(Lang::En), &silent, due()));
        assert!(!html.contains(Lang::En.text(Key::JobAnswer)), "{html}");
    }

    #[test]
    fn headings_of_the_text_stand_below_the_title_and_its_links_lead_outside_only() {
        let text = "# Tasks\n\n- align [lenses](https://lenses.example)\n- ![roof](https://tracker.example/x.gif)";
        let html = html(|| page(&frame(Lang::En), &Posting { body: text.to_owned(), ..posting("Optician") }, due()));
        assert!(html.contains("<h2>Tasks</h2>") && html.matches("<h1").count() == 1, "{html}");
        assert!(html.contains("<a href=\"https://lenses.example\" rel=\"noopener nofollow\">lenses</a>"), "{html}");
        assert!(!html.contains("tracker.example") && !html.contains("<img"), "{html}");
    }

    #[test]
    fn a_posting_in_another_language_says_which() {
        let html = html(|| page(&frame(Lang::De), &posting("Optician"), due()));
        assert!(html.contains("<h1 lang=\"en\">Optician</h1>"), "{html}");
    }
}
