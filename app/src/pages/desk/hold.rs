//! `/office/applications/{id}/hold`: a claim is entered. And the claims that stand, on the plan.

use jiff::Span;
use leptos::prelude::*;
use office::{
    hold::{Claim, HoldLine},
    reopen::Candidate,
};
use rules::{
    access::Action,
    hold::{ClaimKind, LONGEST_MONTHS, Part, Review},
    id::ApplicationId,
    messages::Key,
};

use super::{
    form::{Form, problems, titled},
    parts::{alert, head, panel, short_id},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    ui,
};

/// What a claim is called.
const fn kind(kind: ClaimKind) -> Key {
    match kind {
        ClaimKind::Announced => Key::ClaimAnnounced,
        ClaimKind::Lawsuit => Key::ClaimLawsuit,
        ClaimKind::Authority => Key::ClaimAuthority,
    }
}

/// What the fields of the form are called.
fn label(field: &str) -> Key {
    match field {
        "kind" => Key::ClaimKindQuestion,
        "review_on" => Key::ClaimReviewOn,
        "comparators" => Key::ClaimComparators,
        _ => Key::ClaimReason,
    }
}

/// The form; `others` are the applications of the same posting.
#[must_use]
pub fn page(frame: &Frame, id: &ApplicationId, others: &[Candidate], draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::HoldTitle);
    let address = format!("/office/applications/{id}");
    let form = Form::new(frame, draft, "hold");
    let kinds = ClaimKind::ALL.iter().map(|&code| (code.code(), lang.text(kind(code)).to_owned(), false)).collect();
    let (first, last) = review_days(frame);
    let rows: Vec<_> = others.iter().enumerate().map(|(at, other)| row(frame, &form, at, other)).collect();
    let comparators = (!rows.is_empty()).then(|| {
        view! {
            <fieldset class="choices">
                <legend>{lang.text(Key::ClaimComparators)}</legend>
                <p class="muted">{lang.text(Key::ClaimComparatorsHint)}</p>
                {form.error_text("comparators", Key::ClaimComparators)}
                {rows}
            </fieldset>
        }
    });
    let effects = view! {
        <ul>
            <li>{lang.text(Key::HoldKeeps)}</li>
            <li>{lang.text(Key::HoldBlocked)}</li>
            <li>{lang.text(Key::HoldEnds)}</li>
        </ul>
    };
    let back = lang.text(Key::NavApplications).to_owned();
    let back_to = address.clone();
    let main = view! {
        {head(Some((address.clone(), back)), title.to_owned(), None, None)}
        {problems(frame, draft, true, label)}
        {alert("effects", "due", lang.text(Key::HoldEffects), effects)}
        <form class="form" method="post" action=format!("{address}/hold") novalidate>
            {form.choices("radio", "kind", Key::ClaimKindQuestion, false, kinds)}
            {form.field("reason", Key::ClaimReason, "").hint(lang.text(Key::ClaimReasonHint)).readable().area("4")}
            {form
                .field("review_on", Key::ClaimReviewOn, &last)
                .hint(lang.text(Key::ClaimReviewHint))
                .day(Some(first), Some(last.clone()))}
            {comparators}
            <div class="row">
                <button class="button primary">{lang.text(Key::HoldSend)}</button>
                " "
                <a class="button quiet" href=back_to>{lang.text(Key::CloseLeave)}</a>
            </div>
        </form>
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

fn row(frame: &Frame, form: &Form<'_>, at: usize, other: &Candidate) -> AnyView {
    let lang = frame.lang;
    let id = if at == 0 { "hold-comparators".to_owned() } else { format!("hold-comparators-{}", other.id) };
    view! {
        <div class="choice">
            <input
                type="checkbox"
                id=id.clone()
                name="comparators"
                value=other.id.to_string()
                checked=form.chose("comparators", other.id.as_str(), false)
            />
            <label for=id>
                {lang.fill(Key::ApplicationOf, &[&frame.date(other.received_at)])} " " {ui::outcome(lang, other.outcome)} " "
                {short_id(other.id.as_str())}
            </label>
        </div>
    }
    .into_any()
}

/// What an application is kept for, beside it.
pub(super) fn of_application(frame: &Frame, id: &ApplicationId, holds: &[HoldLine]) -> Option<AnyView> {
    let lang = frame.lang;
    if !frame.may(Action::Hold) {
        return None;
    }
    let lines: Vec<_> = holds
        .iter()
        .map(|hold| {
            let part = match hold.part {
                Part::Claimant => Key::HoldClaimant,
                Part::Comparator => Key::HoldComparator,
            };
            view! {
                <li>
                    <p class="row">
                        {ui::badge("block", lang.text(kind(hold.kind)))} " " <span>{lang.text(part)}</span>
                    </p>
                    <p class="prose">{hold.reason.clone()}</p>
                    <p class="muted">
                        {lang.fill(Key::HoldSince, &[&frame.date(hold.since), &lang.date(hold.review_on)])}
                        " "
                        <a href=format!("/office/claims/{}", hold.claim)>{lang.text(Key::HoldToClaim)}</a>
                    </p>
                </li>
            }
        })
        .collect();
    let inside = view! {
        {(!lines.is_empty()).then(|| view! { <ul class="remarks">{lines}</ul> })}
        <p class="row">
            <a class="button" href=format!("/office/applications/{id}/hold")>{lang.text(Key::HoldLink)}</a>
        </p>
    };
    Some(panel("hold", lang.text(Key::HoldsTitle), None, inside))
}

/// The claims that stand, on the plan; nothing where there is none.
pub(super) fn claims(frame: &Frame, claims: &[Claim]) -> Option<AnyView> {
    let lang = frame.lang;
    if claims.is_empty() {
        return None;
    }
    let missed = claims.iter().filter(|claim| claim.review != Review::Ahead).count() as i64;
    let late = (missed > 0).then(|| {
        let text = view! { <p>{lang.text(Key::ClaimsMissedText)}</p> };
        alert("missed", "bad", lang.count(missed, Key::ClaimsMissedOne, Key::ClaimsMissedMany), text)
    });
    let rows: Vec<_> = claims.iter().map(|claim| line(frame, claim)).collect();
    Some(
        view! {
            <section class="stack" aria-labelledby="claims">
                <h2 id="claims">{lang.text(Key::ClaimsTitle)}</h2>
                {late}
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{lang.text(Key::ColumnPosting)}</th>
                            <th scope="col">{lang.text(Key::ClaimReviewOn)}</th>
                            <th scope="col" class="num">{lang.text(Key::NavApplications)}</th>
                            <th scope="col" class="num">{lang.text(Key::ClaimKept)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </section>
        }
        .into_any(),
    )
}

fn line(frame: &Frame, claim: &Claim) -> AnyView {
    let lang = frame.lang;
    let title = match frame.may(Action::Hold) {
        true => view! { <a href=format!("/office/claims/{}", claim.id)>{claim.title.clone()}</a> }.into_any(),
        false => view! { <span>{claim.title.clone()}</span> }.into_any(),
    };
    view! {
        <tr data-urgency=(claim.review != Review::Ahead).then_some("overdue")>
            <th scope="row">{title} " " {ui::badge("block", lang.text(kind(claim.kind)))}</th>
            <td data-label=lang.text(Key::ClaimReviewOn)>{review_day(frame, claim)}</td>
            <td data-label=lang.text(Key::NavApplications) class="num">{lang.number(claim.applications)}</td>
            <td data-label=lang.text(Key::ClaimKept) class="num">{lang.number(claim.kept)}</td>
        </tr>
    }
    .into_any()
}

/// The day of review, how near it is, and how often nobody looked.
fn review_day(frame: &Frame, claim: &Claim) -> AnyView {
    let lang = frame.lang;
    let (today, from) = (frame.day(frame.now), frame.day(claim.opened_at));
    let urgency = if claim.review == Review::Ahead { ui::Urgency::of(claim.review_on, today) } else { ui::Urgency::Overdue };
    let words = ui::due_words(lang, claim.review_on, today);
    let missed = (claim.missed > 0).then(|| lang.count(claim.missed, Key::ClaimMissedOne, Key::ClaimMissedMany));
    view! {
        {ui::running(frame, from, claim.review_on, lang.short_date(claim.review_on), urgency, words)}
        {missed.map(|missed| view! { <p class="error">{missed}</p> })}
    }
    .into_any()
}

/// `/office/claims/{id}`: looking at a claim again, and ending it by two people.
#[must_use]
pub fn claim_page(frame: &Frame, claim: &Claim, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.fill(Key::ClaimTitle, &[&claim.title]);
    let back = ("/office/retention".to_owned(), lang.text(Key::NavRetention).to_owned());
    let facts = view! {
        <dl class="facts">
            <dt>{lang.text(Key::ClaimReviewOn)}</dt>
            " "
            <dd>{review_day(frame, claim)}</dd>
            <dt>{lang.text(Key::NavApplications)}</dt>
            " "
            <dd>{lang.number(claim.applications)}</dd>
            <dt>{lang.text(Key::ClaimKept)}</dt>
            " "
            <dd>{lang.number(claim.kept)}</dd>
        </dl>
    };
    let standing = view! {
        <p class="row">
            {ui::badge("block", lang.text(kind(claim.kind)))} " "
            <span class="muted">{lang.fill(Key::ClaimOpened, &[&frame.date(claim.opened_at)])}</span>
        </p>
    };
    let main = view! {
        {head(Some(back), title.clone(), Some(standing.into_any()), None)}
        {problems(frame, draft, true, label)}
        {panel("facts", lang.text(Key::ClaimStands), None, facts)}
        <div class="split">
            <div class="stack">{panel("review", lang.text(Key::ClaimReviewTitle), None, look_again(frame, claim, draft))}</div>
            <aside class="stack" aria-label=lang.text(Key::ClaimEndTitle)>
                {panel("end", lang.text(Key::ClaimEndTitle), None, end(frame, claim))}
            </aside>
        </div>
    };
    Page { title: titled(lang, &title, draft), main: main.into_any(), islands: false }
}

fn look_again(frame: &Frame, claim: &Claim, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "claim");
    let (first, last) = review_days(frame);
    view! {
        <p>{lang.text(Key::ClaimReviewText)}</p>
        <form class="form" method="post" action=format!("/office/claims/{}", claim.id) novalidate>
            {form.field("review_on", Key::ClaimReviewNext, &last).day(Some(first), Some(last))}
            <div class="row">
                <button class="button primary" name="act" value="review">{lang.text(Key::ClaimReviewSend)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn end(frame: &Frame, claim: &Claim) -> AnyView {
    let lang = frame.lang;
    let address = format!("/office/claims/{}", claim.id);
    let Some(proposal) = &claim.proposal else {
        return view! {
            <p>{lang.text(Key::ClaimEndText)}</p>
            <form method="post" action=address>
                <button class="button" name="act" value="propose">{lang.text(Key::ClaimEndPropose)}</button>
            </form>
        }
        .into_any();
    };
    let day = frame.date(proposal.at);
    if proposal.own {
        return view! { <p>{lang.fill(Key::ClaimEndOwn, &[&day])}</p> }.into_any();
    }
    view! {
        <p>{lang.fill(Key::ClaimEndOfOther, &[&proposal.by, &day])}</p>
        <form method="post" action=address>
            <input type="hidden" name="seen" value=proposal.id.clone()/>
            <button class="button danger" name="act" value="end">{lang.text(Key::ClaimEndAgree)}</button>
        </form>
    }
    .into_any()
}

/// The first and the last day on which a claim can be looked at again.
fn review_days(frame: &Frame) -> (String, String) {
    let today = frame.day(frame.now);
    let (first, last) = (Span::new().days(1), Span::new().months(LONGEST_MONTHS));
    (today.saturating_add(first).to_string(), today.saturating_add(last).to_string())
}
