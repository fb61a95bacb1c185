//! `/`: the open postings, and what to narrow them down by.

use leptos::prelude::*;
use office::careers::{Openings, Posting};
use rules::messages::Key;

use crate::{
    frame::Frame,
    shell::{About, Page},
    texts,
    ui::{self, Urgency},
};

/// The list of open postings.
#[must_use]
pub fn page(frame: &Frame, openings: &Openings) -> Page {
    let lang = frame.lang;
    let heading = lang.fill(Key::HomeHeading, &[&frame.employer]);
    provide_context(About {
        path: "/".to_owned(),
        title: heading.clone(),
        description: lang.text(Key::HomeLead).to_owned(),
        lang,
        data: None,
    });
    let main = view! {
        <div class="head">
            <h1>{heading}</h1>
            <p class="lead">{lang.text(Key::HomeLead)}</p>
        </div>
        {if openings.all == 0 {
            let next = ("/status".to_owned(), lang.text(Key::SeeMyApplication).to_owned());
            ui::empty(lang.text(Key::HomeEmptyTitle), lang.text(Key::HomeEmptyText), Some(next))
        } else {
            found(frame, openings)
        }}
    };
    Page { title: lang.text(Key::NavOpenPostings).to_owned(), main: main.into_any(), islands: false }
}

/// The filters, how many postings fit, and these.
fn found(frame: &Frame, openings: &Openings) -> AnyView {
    let lang = frame.lang;
    let [shown, all] = [openings.shown.len(), openings.all].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    let count = match openings.is_narrowed() {
        true => lang.fill(Key::OpeningsSome, &[&lang.number(shown), &lang.number(all)]),
        false => lang.count(all, Key::OpeningsAllOne, Key::OpeningsAllMany),
    };
    let list = if openings.shown.is_empty() {
        let next = ("/".to_owned(), lang.text(Key::OpeningsShowAll).to_owned());
        ui::empty(lang.text(Key::OpeningsNoneTitle), lang.text(Key::OpeningsNoneText), Some(next))
    } else {
        list(frame, &openings.shown)
    };
    view! {
        {filters(frame, openings)}
        <section class="stack" aria-labelledby="open">
            <h2 class="count" id="open">{count}</h2>
            {list}
            <p class="muted"><a href="/feed.atom">{lang.text(Key::FeedLink)}</a></p>
        </section>
    }
    .into_any()
}

/// What there is to choose from; nothing where it is one and the same everywhere.
fn filters(frame: &Frame, openings: &Openings) -> Option<AnyView> {
    let lang = frame.lang;
    let select = |name: &'static str, label: Key, every: Key, options: Vec<(String, String, usize)>, chosen: Option<&str>| {
        (options.len() > 1).then(|| {
            let option = |(value, text, count): (String, String, usize)| {
                let selected = chosen == Some(value.as_str());
                view! { <option value=value selected=selected>{format!("{text} ({count})")}</option> }
            };
            view! {
                <div class="field">
                    <label for=name>{lang.text(label)}</label>
                    <select id=name name=name>
                        <option value="">{lang.text(every)}</option>
                        {options.into_iter().map(option).collect_view()}
                    </select>
                </div>
            }
            .into_any()
        })
    };
    let named = |options: &[(String, usize)]| options.iter().map(|(name, count)| (name.clone(), name.clone(), *count)).collect();
    let kinds = openings
        .employments
        .iter()
        .map(|&(kind, count)| (kind.code().to_owned(), lang.text(texts::employment(kind)).to_owned(), count));
    let selects = [
        select(
            "department",
            Key::JobDepartment,
            Key::EveryDepartment,
            named(&openings.departments),
            openings.department.as_deref(),
        ),
        select("place", Key::JobPlace, Key::EveryPlace, named(&openings.towns), openings.town.as_deref()),
        select("kind", Key::JobKind, Key::EveryKind, kinds.collect(), openings.employment.map(|kind| kind.code())),
    ];
    let selects: Vec<AnyView> = selects.into_iter().flatten().collect();
    let clear = openings.is_narrowed().then(|| view! { <a class="button quiet" href="/">{lang.text(Key::FilterClear)}</a> });
    (!selects.is_empty()).then(|| {
        view! {
            <form class="filters" action="/" aria-label=lang.text(Key::HomeFilters)>
                {selects}
                <button class="button">{lang.text(Key::FilterShow)}</button>
                {clear}
            </form>
        }
        .into_any()
    })
}

/// Postings that take applications, each with its last day.
pub(super) fn list(frame: &Frame, postings: &[Posting]) -> AnyView {
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
                    <p lang=written_in>{posting.summary.clone()}</p>
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
    use rules::{messages::Lang, posting::Employment};

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, frame, html, posting};

    fn of(department: &str, place: &str, employment: Employment) -> Posting {
        Posting { department_name: department.to_owned(), place: place.to_owned(), employment, ..posting("Optician") }
    }

    fn three() -> Vec<Posting> {
        vec![
            of("Garden", "Leipzig, on site", Employment::FullTime),
            of("Kitchen", "Rotterdam", Employment::FullTime),
            of("Kitchen", "Leipzig", Employment::PartTime),
        ]
    }

    fn narrowed(department: &str, place: &str, kind: &str) -> String {
        html(|| page(&frame(Lang::En), &Openings::of(three(), department, place, kind)))
    }

    #[test]
    fn every_posting_is_listed_with_its_last_day() {
        let openings = Openings::of(vec![posting("Optician"), posting("Buyer")], "", "", "");
        let html = html(|| page(&frame(Lang::En), &openings));
        assert!(html.contains("Optician") && html.contains("Buyer") && html.contains("15 January 2027"), "{html}");
        assert!(html.contains("href=\"/jobs/optical-technician\""), "{html}");
    }

    #[test]
    fn an_empty_list_says_what_to_do() {
        for &lang in Lang::ALL {
            let html = html(|| page(&frame(lang), &Openings::default()));
            assert!(html.contains(lang.text(Key::HomeEmptyTitle)) && html.contains("href=\"/status\""), "{html}");
        }
    }

    #[test]
    fn filters_can_be_combined_and_each_choice_says_how_many_it_leaves() {
        let all = narrowed("", "", "");
        for option in [
            "Garden (1)",
            "Kitchen (2)",
            "Leipzig (2)",
            "Rotterdam (1)",
            "value=\"full_time\">Full-time (2)",
            "3 postings are open",
        ] {
            assert!(all.contains(option), "{option} is missing: {all}");
        }
        assert_eq!(all.matches("<li>").count(), 3, "{all}");
        let kitchen = narrowed("Kitchen", "", "");
        assert_eq!(kitchen.matches("<li>").count(), 2, "{kitchen}");
        for said in [
            "value=\"Kitchen\" selected",
            "Garden (1)",
            "Leipzig (1)",
            "2 of 3 open postings",
            "href=\"/\" class=\"button quiet\">Clear",
        ] {
            assert!(kitchen.contains(said), "{said} is missing: {kitchen}");
        }
        let both = narrowed("Kitchen", "Leipzig", "");
        assert!(both.contains("1 of 3 open postings"), "{both}");
        assert_eq!(both.matches("<li>").count(), 1, "{both}");
    }

    #[test]
    fn a_posting_is_found_by_each_of_its_towns() {
        let two = of("Garden", "Leipzig, or Potsdam", Employment::FullTime);
        let html = html(|| page(&frame(Lang::En), &Openings::of([vec![two], three()].concat(), "", "Potsdam", "")));
        assert!(html.contains("1 of 4 open postings") && html.contains("value=\"Potsdam\" selected"), "{html}");
        assert!(html.contains("Leipzig (3)") && html.contains("Potsdam (1)"), "{html}");
    }

    #[test]
    fn a_choice_that_leaves_nothing_says_so_and_leads_back_to_everything() {
        let none = narrowed("Garden", "", "part_time");
        assert!(none.contains(Lang::En.text(Key::OpeningsNoneTitle)) && none.contains("0 of 3"), "{none}");
        assert!(none.contains("<a href=\"/\" class=\"button\">"), "{none}");
    }

    #[test]
    fn what_names_nothing_that_is_open_narrows_nothing() {
        for (department, place, kind) in [("Laundry", "", ""), ("", "Paris", "apprenticeship"), (HOSTILE, HOSTILE, HOSTILE)] {
            let html = narrowed(department, place, kind);
            assert!(html.contains("3 postings are open") && !html.contains("alert(1)"), "{html}");
        }
    }

    #[test]
    fn where_there_is_nothing_to_choose_there_are_no_filters() {
        let html = html(|| page(&frame(Lang::En), &Openings::of(vec![posting("Optician")], "", "", "")));
        assert!(!html.contains("<form"), "{html}");
        assert!(html.contains(Lang::En.text(Key::OpeningsAllOne)), "{html}");
    }

    #[test]
    fn what_a_posting_says_stays_text() {
        let openings = Openings::of(vec![posting(HOSTILE), posting("Buyer")], HOSTILE, "", "");
        assert_harmless(&html(|| page(&frame(Lang::De), &openings)));
    }
}
