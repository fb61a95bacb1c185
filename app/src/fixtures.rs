//! What the tests of the pages show.

use jiff::{Timestamp, civil::date, tz::TimeZone};
use leptos::prelude::*;
use office::{careers::Posting, posting::Notice};
use rules::{
    access::{Actor, Membership, Role, Staff},
    id::{AccountId, DepartmentId, EmployerId, PostingId},
    messages::Lang,
    posting::{Country, Employment, PayPeriod, PayRange, State},
    question::{Question, QuestionKind},
    retention::{Due, Months, Policy, Start},
};

use crate::{
    frame::{Brand, Frame, Person},
    shell::Page,
};

/// Text that tries to be more than text, in every place where it could.
pub(crate) const HOSTILE: &str = "\"'><script>alert(1)</script></textarea></title><!--";

/// An instant.
pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// The frame of a page that anybody reads.
pub(crate) fn frame(lang: Lang) -> Frame {
    Frame {
        lang,
        path: "/".to_owned(),
        query: String::new(),
        zone: TimeZone::UTC,
        now: at("2026-11-22T12:00:00Z"),
        employer: "Havelwerk".to_owned(),
        brand: Brand::default(),
        done: None,
        public_url: "https://jobs.havelwerk.example".to_owned(),
        person: None,
        demo: false,
        clock: None,
        token: "0123456789abcdef".to_owned(),
    }
}

/// The frame of a page that a person with `role` reads at the desk.
pub(crate) fn desk_frame(lang: Lang, role: Role) -> Frame {
    let membership = Membership { employer: EmployerId::from_bytes([1; 16]), role, department: None };
    let actor = Actor::Staff(Staff { account: AccountId::from_bytes([2; 16]), memberships: vec![membership], ended: Vec::new() });
    Frame { path: "/office".to_owned(), person: Some(Person { name: "Jana Vogt".to_owned(), actor }), ..frame(lang) }
}

/// A question of each kind whose every text is `text`, half of them to be answered.
pub(crate) fn questions(text: &str) -> Vec<Question> {
    let one = |(at, &kind): (usize, &QuestionKind)| Question {
        kind,
        text: text.to_owned(),
        hint: text.to_owned(),
        required: at % 2 == 0,
        choices: if kind == QuestionKind::Choice { vec![text.to_owned(), format!("{text} 2")] } else { Vec::new() },
    };
    QuestionKind::ALL.iter().enumerate().map(one).collect()
}

/// A posting whose every text is `text`, with a question of each kind.
pub(crate) fn posting(text: &str) -> Posting {
    let text = || text.to_owned();
    Posting {
        id: PostingId::from_bytes([3; 16]),
        employer: EmployerId::from_bytes([1; 16]),
        employer_name: text(),
        department: DepartmentId::from_bytes([4; 16]),
        department_name: text(),
        slug: "optical-technician".to_owned(),
        language: Lang::En,
        title: text(),
        summary: text(),
        body: text(),
        place: text(),
        country: Country::Germany,
        employment: Employment::FullTime,
        pay: text(),
        pay_range: PayRange::new(1_550, 1_800, PayPeriod::Hour),
        contact: text(),
        next_steps: text(),
        answer_days: Some(14),
        questions: questions(&text()),
        seats: 2,
        state: State::Open,
        intake_ends_on: date(2027, 1, 15),
        planned_close_on: date(2027, 7, 15),
        published_at: Some(at("2026-11-01T08:00:00Z")),
        closed_at: None,
        reopened: 0,
        blind: false,
        policy: Policy { months: Months::DEFAULT, start: Start::Procedure },
    }
}

/// When an application to it goes.
pub(crate) fn due() -> Due {
    Due { last_day: date(2028, 1, 15), erased_from: at("2028-01-16T00:00:00Z") }
}

/// A notice whose every part is `text`.
pub(crate) fn notice(text: &str) -> Notice {
    let text = || text.to_owned();
    Notice {
        controller: text(),
        officer: text(),
        authority: text(),
        recipients: text(),
        third_countries: text(),
        region: text(),
        policy: Policy { months: Months::DEFAULT, start: Start::Procedure },
        version: text(),
    }
}

/// The body of a page as HTML, without the marks between texts.
pub(crate) fn html(page: impl FnOnce() -> Page) -> String {
    Owner::new().with(|| page().main.to_html()).replace("<!>", "")
}

/// Fails unless [`HOSTILE`] stands in `html` as text and nothing of it became markup.
pub(crate) fn assert_harmless(html: &str) {
    assert!(html.contains("&lt;script&gt;alert(1)"), "the text is not shown: {html}");
    for markup in ["<script", "</textarea></title>", "<!--", "=\"\"'&gt;"] {
        assert!(!html.contains(markup), "{markup} got through: {html}");
    }
}
