//! `/status`: status and dates by receipt code, and the certificate once everything is gone.

use jiff::Timestamp;
use leptos::prelude::*;
use office::{log::Certificate, posting::Notice, status::Status};
use rules::{
    application::{Outcome, Stage},
    form::{Field, Problem},
    messages::{Key, Lang, filled},
    posting::Closing,
    retention::Due,
};

use super::{readings::opened, receipt::who_to_turn_to};
use crate::{
    frame::Frame,
    shell::Page,
    texts::form_problem_text,
    ui::{self, Ask},
};

/// The forms that ask for the code, or for another one by mail.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// What was typed.
    pub code: String,
    /// Whether it leads nowhere.
    pub unknown: bool,
    /// The address to which a code was to be mailed.
    pub email: String,
    /// Why none was.
    pub asked: Option<Asked>,
    /// Whether this house sends mails.
    pub sends: bool,
}

/// Why no code was mailed.
#[derive(Clone, Copy, Debug)]
pub enum Asked {
    /// What is wrong with the address.
    Wrong(Problem),
    /// Too many were asked for from one place.
    HeldBack,
}

/// The form.
#[must_use]
pub fn page(frame: &Frame, form: &Form) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavMyApplication);
    let error = form.unknown.then(|| lang.text(Key::StatusUnknownText).to_owned());
    let ask = Ask::new("code", lang.text(Key::StatusCode)).hint(lang.text(Key::StatusCodeHint)).error(error);
    let control = view! {
        <input
            type="text"
            id="code"
            name="code"
            size="24"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            maxlength="64"
            required
            aria-describedby=ask.by()
            aria-invalid=ask.invalid()
            value=form.code.clone()
        />
    };
    let problems = form.unknown.then(|| {
        let line = ("code".to_owned(), lang.text(Key::StatusUnknownLink).to_owned());
        ui::problems_under(lang.text(Key::StatusUnknownTitle), None, &[line])
    });
    let problems = problems.or_else(|| {
        let line = ("email".to_owned(), not_mailed(lang, form.asked?));
        ui::problems(lang, &[line])
    });
    let main = view! {
        <div class="head">
            <h1>{lang.text(Key::StatusHeading)}</h1>
            <p class="lead">{lang.text(Key::StatusLead)}</p>
        </div>
        {problems}
        <div class="pair">
            <form class="form" method="post" action="/status" novalidate>
                {ask.around(lang, control)}
                <div class="row">
                    <button class="button primary">{lang.text(Key::StatusShow)}</button>
                </div>
            </form>
            {by_mail(frame, form)}
        </div>
        <p class="muted">{lang.text(Key::StatusLost)} " " <a href="/notice">{lang.text(Key::NavNotice)}</a></p>
    };
    let title = if form.unknown || form.asked.is_some() { ui::error_title(lang, title) } else { title.to_owned() };
    Page { title, main: main.into_any(), islands: false }
}

/// The other way: a code is mailed to the address on file, and with it everything can be read and changed.
fn by_mail(frame: &Frame, form: &Form) -> AnyView {
    let lang = frame.lang;
    let inside = match form.sends {
        false => view! { <p>{lang.text(Key::CodeNoMail)}</p> }.into_any(),
        true => {
            let error = form.asked.map(|asked| not_mailed(lang, asked));
            let ask = Ask::new("email", lang.text(Key::FieldEmail)).error(error);
            let control = view! {
                <input
                    type="email"
                    id="email"
                    name="email"
                    autocomplete="email"
                    maxlength="254"
                    required
                    aria-describedby=ask.by()
                    aria-invalid=ask.invalid()
                    value=form.email.clone()
                />
            };
            view! {
                <form class="form" method="post" action="/status/code" novalidate>
                    {ask.around(lang, control)}
                    <div class="row">
                        <button class="button">{lang.text(Key::CodeSend)}</button>
                    </div>
                </form>
            }
            .into_any()
        }
    };
    view! {
        <section class="panel" aria-labelledby="mailed">
            <h2 id="mailed">{lang.text(Key::CodeHeading)}</h2>
            <p>{lang.text(Key::CodeLead)}</p>
            {inside}
        </section>
    }
    .into_any()
}

/// Why no code was mailed, in words that say what to do.
fn not_mailed(lang: Lang, asked: Asked) -> String {
    match asked {
        Asked::Wrong(problem) => form_problem_text(lang, Field::Email, problem, &[]),
        Asked::HeldBack => lang.text(Key::CodeHeldBack).to_owned(),
    }
}

/// What the code opens.
#[must_use]
pub fn result(frame: &Frame, status: &Status, notice: &Notice, code: &str) -> Page {
    let lang = frame.lang;
    let (heading, main) = match status {
        Status::Arriving { title } => {
            let heading = lang.text(Key::StatusArriving);
            let main = view! {
                <div class="head">
                    <h1>{heading}</h1>
                    <p class="lead">{title.clone()}</p>
                    <p>{lang.text(Key::StatusArrivingText)}</p>
                </div>
            };
            (heading, main.into_any())
        }
        Status::Here {
            title,
            employer,
            stage,
            outcome,
            received_at,
            closing,
            due,
            certificate_no,
            answer_by,
            next_steps,
            contact,
            readings,
            restricted,
            announced,
            address_open,
        } => {
            let heading = lang.text(heading(*stage, *outcome, matches!(closing, Closing::Closed(_))));
            let number = view! { <strong class="nowrap num">{certificate_no.clone()}</strong> }.into_any();
            let section = |key: Key, text: &str, inside: fn(&str) -> AnyView| {
                let text = text.trim();
                (!text.is_empty()).then(|| view! { <h2>{lang.text(key)}</h2> <div class="prose">{inside(text)}</div> })
            };
            // Once it is decided or over, there is nothing left to wait for.
            let waits = outcome.is_none() && matches!(closing, Closing::Planned(_));
            let answer = answer_by
                .filter(|_| waits)
                .map(|day| view! { <p>{ui::around(lang.text(Key::AnswerBy), ui::day(frame, day))}</p> });
            let main = view! {
                <div class="head">
                    <h1>{heading}</h1>
                    <p class="lead">{filled("{}, {}", &[title, employer])}</p>
                    {answer}
                </div>
                <div class="split">
                    <div class="stack">
                        <section class="stack" aria-labelledby="course">
                        <h2 id="course">{lang.text(Key::StatusCourse)}</h2>
                        {restricted.then(|| restriction(frame, due, *announced))}
                        {course(frame, *stage, *outcome, ui::date(frame, *received_at), closing, due)}
                        <p>{ui::around(lang.text(Key::StatusCertificate), number)}</p>
                        {outcome.is_none().then(|| section(Key::WhatNext, next_steps, ui::steps))}
                    </section>
                    {opened(frame, readings)}
                    {address_open.then(|| other_address(lang, code))}
                    </div>
                    <aside class="panel" aria-labelledby="rights">
                        <h2 id="rights">{lang.text(Key::StatusRights)}</h2>
                        <p>{lang.text(Key::StatusRightsText)}</p>
                        <p><a href="/status#mailed">{lang.text(Key::CodeHeading)}</a></p>
                        {who_to_turn_to(frame, notice)}
                        {section(Key::WhomToAsk, contact, |text| view! { <p class="words">{ui::linked(text)}</p> }.into_any())}
                    </aside>
                </div>
            };
            (heading, main.into_any())
        }
    };
    Page { title: heading.to_owned(), main, islands: false }
}

/// Who mistyped the address gets no mail: with the receipt code it is another one, until somebody has shown that it is theirs.
fn other_address(lang: Lang, code: &str) -> AnyView {
    let ask = Ask::new("other-email", lang.text(Key::AddressNew));
    let control = view! { <input type="email" id="other-email" name="email" autocomplete="email" maxlength="254" required/> };
    view! {
        <details class="fold">
            <summary>{lang.text(Key::AddressUnreached)}</summary>
            <form class="form" method="post" action="/status/address">
                <p>{lang.text(Key::AddressText)}</p>
                <input type="hidden" name="code" value=code.to_owned()/>
                {ask.around(lang, control)}
                <div class="row">
                    <button class="button">{lang.text(Key::CodeSend)}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}

/// Processing is restricted; and, from fourteen days before, that everything goes all the same unless it is needed for a claim.
fn restriction(frame: &Frame, due: &Due, announced: bool) -> AnyView {
    let lang = frame.lang;
    if !announced {
        return view! { <p class="alert" data-tone="info">{lang.text(Key::StatusRestricted)}</p> }.into_any();
    }
    view! {
        <section class="alert" data-tone="due" aria-labelledby="announced">
            <h3 id="announced">{lang.fill(Key::StatusAnnounced, &[&lang.date(due.last_day)])}</h3>
            <p>{lang.text(Key::StatusAnnouncedText)}</p>
        </section>
    }
    .into_any()
}

/// Who is undecided when the procedure ends is told that it has ended.
fn heading(stage: Stage, outcome: Option<Outcome>, closed: bool) -> Key {
    match (outcome, stage) {
        (None, _) if closed => Key::StatusEnded,
        (Some(Outcome::Hired), _) => Key::StatusHired,
        (Some(Outcome::Rejected), _) => Key::StatusRejected,
        (Some(Outcome::Withdrawn), _) => Key::StatusWithdrawn,
        (None, Stage::Received) => Key::StatusArriving,
        (None, Stage::Review) => Key::StatusReview,
        (None, Stage::Interview) => Key::StatusInterview,
        (None, Stage::Reserve) => Key::StatusReserve,
        (None, Stage::Offer) => Key::StatusOffer,
    }
}

/// The course of the procedure, as far as it concerns the applicant, ending in the erasure.
pub(super) fn course(
    frame: &Frame,
    stage: Stage,
    outcome: Option<Outcome>,
    received: AnyView,
    closing: &Closing,
    due: &Due,
) -> AnyView {
    let lang = frame.lang;
    let closed = matches!(closing, Closing::Closed(_));
    let at = match (closed, outcome, stage) {
        (true, ..) => 4,
        (_, Some(_), _) | (_, _, Stage::Reserve | Stage::Offer) => 3,
        (_, _, Stage::Interview) => 2,
        (_, _, Stage::Review) => 1,
        (_, _, Stage::Received) => 0,
    };
    let here = |step: u8| (step == at).then_some("step");
    // Once it is over, what never took place is no longer ahead, and did not happen either.
    let over = closed || outcome.is_some();
    let step = |step: u8, reached: bool, key: Key| {
        (!over || reached).then(|| view! { <li aria-current=here(step)>{lang.text(key)}</li> })
    };
    let reviewed = stage != Stage::Received;
    let interviewed = matches!(stage, Stage::Interview | Stage::Reserve | Stage::Offer);
    view! {
        <ol class="course">
            <li aria-current=here(0)>{lang.text(Key::CourseReceived)} " " {received}</li>
            {step(1, reviewed, Key::CourseReview)}
            {step(2, interviewed, Key::CourseInterview)}
            {step(3, outcome.is_some(), Key::CourseDecision)}
            <li aria-current=here(4)>
                {lang.text(if closed { Key::CourseClosedOn } else { Key::CourseClosedBy })}
                " "
                {ui::day(frame, closing.day(&frame.zone))}
            </li>
            <li class="end">{lang.text(Key::CourseErased)} " " {ui::day(frame, frame.day(due.erased_from))}</li>
        </ol>
    }
    .into_any()
}

/// The certificate of an erasure, with the instant since when no copy opens either, if that has come.
#[must_use]
pub fn gone(frame: &Frame, certificate: &Certificate, everywhere: Option<Timestamp>) -> Page {
    let lang = frame.lang;
    let everywhere = match everywhere {
        Some(at) => ui::moment(frame, at),
        None => lang.text(Key::CertificateEverywhereSoon).into_any(),
    };
    let closed = certificate.closed_on.as_ref().and_then(|day| day.parse().ok());
    let closed = closed.map(|day| view! { <dt>{lang.text(Key::CertificateClosed)}</dt> " " <dd>{ui::day(frame, day)}</dd> });
    let counts = [certificate.rows, certificate.objects, certificate.keys].map(|count| lang.number(count));
    let main = view! {
        <div class="head">
            <h1>{lang.text(Key::GoneHeading)}</h1>
            <p class="lead">{lang.text(Key::GoneLead)}</p>
        </div>
        <section class="panel" aria-labelledby="certificate">
            <h2 id="certificate">{lang.text(Key::CertificateTitle)}</h2>
            <dl class="facts">
                <dt>{lang.text(Key::CertificateNumber)}</dt>
                " "
                <dd><span class="num">{certificate.number.clone()}</span></dd>
                {closed}
                <dt>{lang.text(Key::CertificateDue)}</dt>
                " "
                <dd>{ui::date(frame, certificate.due_at)}</dd>
                <dt>{lang.text(Key::CertificateUnreadable)}</dt>
                " "
                <dd>{ui::moment(frame, certificate.unreadable_at)}</dd>
                <dt>{lang.text(Key::CertificateEverywhere)}</dt>
                " "
                <dd>{everywhere}</dd>
                <dt>{lang.text(Key::CertificateErased)}</dt>
                " "
                <dd>{ui::moment(frame, certificate.erased_at)}</dd>
                <dt>{lang.text(Key::CertificateCounts)}</dt>
                " "
                <dd>{lang.fill(Key::CertificateCountsText, &[&counts[0], &counts[1], &counts[2]])}</dd>
            </dl>
            <p class="muted">{lang.text(Key::CertificateProofText)}</p>
            <form method="post" action="/status/proof">
                <input type="hidden" name="code" value=certificate.number.clone()/>
                <button class="button">{lang.text(Key::CertificateProofSave)}</button>
            </form>
        </section>
    };
    Page { title: lang.text(Key::GoneHeading).to_owned(), main: main.into_any(), islands: false }
}

#[cfg(test)]
mod tests {
    use rules::access::Role;

    use office::readings::Reading;

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, at, due, frame, html, notice};

    fn here(stage: Stage, outcome: Option<Outcome>, closing: Closing, text: &str) -> Status {
        Status::Here {
            title: text.to_owned(),
            employer: text.to_owned(),
            stage,
            outcome,
            received_at: at("2026-11-22T12:00:00Z"),
            closing,
            due: due(),
            certificate_no: "8831 0427 5519".to_owned(),
            answer_by: Some(jiff::civil::date(2026, 12, 6)),
            next_steps: text.to_owned(),
            contact: text.to_owned(),
            readings: Vec::new(),
            restricted: false,
            announced: false,
            address_open: true,
        }
    }

    #[test]
    fn n13_who_had_it_restricted_is_told_before_it_goes_that_it_can_be_kept_for_a_claim() {
        let told = |restricted_, announced_| {
            let mut status =
                here(Stage::Review, Some(Outcome::Rejected), Closing::Closed(at("2027-06-01T12:00:00Z")), "Optician");
            if let Status::Here { restricted, announced, .. } = &mut status {
                (*restricted, *announced) = (restricted_, announced_);
            }
            html(|| result(&frame(Lang::En), &status, &notice("Mara Thiel"), "KR4N"))
        };
        assert!(!told(false, false).contains("class=\"alert\""));
        assert!(told(true, false).contains(Lang::En.text(Key::StatusRestricted)));
        let announced = told(true, true);
        assert!(announced.contains("15 January 2028"), "{announced}");
        assert!(announced.contains(Lang::En.text(Key::StatusAnnouncedText)), "{announced}");
    }

    #[test]
    fn n11_who_opened_it_is_told_by_day_and_role_and_that_nobody_did() {
        let reading = |day, role, opened, fetched| Reading { day: jiff::civil::date(2026, 11, day), role, opened, fetched };
        let told = [reading(24, Some(Role::Hr), 2, 1), reading(24, Some(Role::WorksCouncil), 1, 0), reading(22, None, 12, 0)];
        for &lang in Lang::ALL {
            let shown = |told: &[Reading]| {
                let mut status = here(Stage::Review, None, Closing::Planned(jiff::civil::date(2027, 7, 15)), "Optician");
                if let Status::Here { readings, .. } = &mut status {
                    *readings = told.to_vec();
                }
                html(|| result(&frame(lang), &status, &notice("Mara Thiel"), "KR4N"))
            };
            let nobody = shown(&[]);
            assert!(nobody.contains(lang.text(Key::OpenedByNobody)) && !nobody.contains("<table"), "{nobody}");
            let html = shown(&told);
            assert!(!html.contains(lang.text(Key::OpenedByNobody)), "{html}");
            assert_eq!(html.matches("class=\"group\"").count(), 2, "each day once: {html}");
            for (role, opened, fetched) in
                [(Key::RoleHr, "2", "1"), (Key::RoleWorksCouncil, "1", "0"), (Key::OpenedByStaff, "12", "0")]
            {
                let row = html.split_once(&format!("<th scope=\"row\">{}</th>", lang.text(role))).expect("a row").1;
                let row = row.split("</tr>").next().expect("its end");
                assert!(row.contains(&format!(">{opened}</td>")) && row.contains(&format!(">{fetched}</td>")), "{row}");
            }
        }
    }

    #[test]
    fn the_course_always_says_where_the_reader_is() {
        let closings = [Closing::Planned(jiff::civil::date(2027, 7, 15)), Closing::Closed(at("2027-06-01T12:00:00Z"))];
        for &lang in Lang::ALL {
            for &stage in Stage::ALL {
                for outcome in [None].into_iter().chain(Outcome::ALL.iter().copied().map(Some)) {
                    for closing in closings {
                        let status = here(stage, outcome, closing, "Optician");
                        let html = html(|| result(&frame(lang), &status, &notice("Mara Thiel"), "KR4N"));
                        assert_eq!(html.matches("aria-current=\"step\"").count(), 1, "{stage:?} {outcome:?} {closing:?}: {html}");
                        assert!(
                            html.contains(lang.text(heading(stage, outcome, matches!(closing, Closing::Closed(_))))),
                            "{stage:?} {outcome:?}: {html}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn the_course_of_somebody_who_was_turned_down_at_once_tells_of_no_conversation() {
        let rejected =
            here(Stage::Received, Some(Outcome::Rejected), Closing::Planned(jiff::civil::date(2027, 7, 15)), "Optician");
        let html = html(|| result(&frame(Lang::En), &rejected, &notice("Mara Thiel"), "KR4N"));
        assert!(!html.contains(Lang::En.text(Key::CourseInterview)), "{html}");
        assert!(!html.contains(Lang::En.text(Key::CourseReview)), "{html}");
        assert!(html.contains(Lang::En.text(Key::CourseDecision)), "{html}");
    }

    #[test]
    fn whoever_waits_reads_by_when_there_is_an_answer() {
        let told = |outcome, closing| {
            let status = here(Stage::Review, outcome, closing, "Optician");
            html(|| result(&frame(Lang::En), &status, &notice("Mara Thiel"), "KR4N")).contains("6 December 2026")
        };
        let planned = Closing::Planned(jiff::civil::date(2027, 7, 15));
        assert!(told(None, planned));
        assert!(!told(Some(Outcome::Rejected), planned));
        assert!(!told(None, Closing::Closed(at("2027-06-01T12:00:00Z"))));
    }

    #[test]
    fn n10_n20_dates_officer_and_certificate_number_are_told() {
        let status = here(Stage::Received, None, Closing::Planned(jiff::civil::date(2027, 7, 15)), "Optician");
        let html = html(|| result(&frame(Lang::En), &status, &notice("Mara Thiel, privacy@havelwerk.example"), "KR4N"));
        for told in
            ["8831 0427 5519", "16 January 2028", "15 July 2027", "Privacy officer: Mara", "mailto:privacy@havelwerk.example"]
        {
            assert!(html.contains(told), "{told} is missing: {html}");
        }
    }

    #[test]
    fn texts_stay_texts() {
        let status = here(Stage::Review, None, Closing::Planned(jiff::civil::date(2027, 7, 15)), HOSTILE);
        assert_harmless(&html(|| result(&frame(Lang::Nl), &status, &notice(HOSTILE), "KR4N")));
        assert_harmless(&html(|| {
            page(&frame(Lang::Nl), &Form { code: HOSTILE.to_owned(), unknown: true, sends: true, ..Form::default() })
        }));
    }
}
