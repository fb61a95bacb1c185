//! `/office/postings/{id}/reopen`: a closed procedure is taken up again, for those who are chosen.

use jiff::Span;
use leptos::prelude::*;
use office::{careers::Posting, reopen::Candidate};
use rules::{
    messages::Key,
    posting::{MOST_REOPENED, ReopenReason, latest_close},
};

use super::{
    form::{Form, problems, titled},
    parts::{alert, head},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    ui,
};

/// What a reason is called.
#[must_use]
pub const fn reason(reason: ReopenReason) -> Key {
    match reason {
        ReopenReason::HireFellThrough => Key::ReopenHireFellThrough,
        ReopenReason::DecisionAnnulled => Key::ReopenDecisionAnnulled,
        ReopenReason::Mistake => Key::ReopenMistake,
    }
}

/// The form; `candidates` are those who are still here. Their names are blocked.
#[must_use]
pub fn page(frame: &Frame, posting: &Posting, candidates: &[Candidate], draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::ReopenTitle);
    let address = format!("/office/postings/{}", posting.id);
    let latest = latest_close(posting.intake_ends_on);
    let tomorrow = frame.day(frame.now).saturating_add(Span::new().days(1));
    let impossible = if posting.reopened >= MOST_REOPENED {
        Some(lang.text(Key::RefusedReopenedTooOften).to_owned())
    } else if tomorrow > latest {
        Some(lang.fill(Key::ReopenTooLate, &[&lang.date(latest)]))
    } else if candidates.is_empty() {
        Some(lang.text(Key::ReopenNobody).to_owned())
    } else {
        None
    };
    let label = |field: &str| match field {
        "ids" => Key::ReopenWhom,
        "planned_close_on" => Key::ReopenUntil,
        _ => Key::ReopenWhy,
    };
    let body = match impossible {
        Some(why) => view! {
            {alert("why", "due", lang.text(Key::ReopenNotNow), view! { <p>{why}</p> })}
            <p class="row"><a class="button" href=address.clone()>{lang.text(Key::CloseLeave)}</a></p>
        }
        .into_any(),
        None => {
            let form = Form::new(frame, draft, "reopen");
            let reasons =
                ReopenReason::ALL.iter().map(|&code| (code.code(), lang.text(reason(code)).to_owned(), false)).collect();
            let rows: Vec<_> = candidates.iter().enumerate().map(|(at, candidate)| row(frame, &form, at, candidate)).collect();
            view! {
                {problems(frame, draft, true, label)}
                {alert(
                    "effects",
                    "due",
                    lang.text(Key::ReopenEffects),
                    view! {
                        <ul>
                            <li>{lang.text(Key::ReopenChosen)}</li>
                            <li>{lang.text(Key::ReopenOthers)}</li>
                            <li>{lang.text(Key::ReopenNoIntake)}</li>
                        </ul>
                    },
                )}
                <form class="stack" method="post" action=format!("{address}/reopen") novalidate>
                    {form.choices("radio", "reason", Key::ReopenWhy, false, reasons)}
                    {form
                        .field("planned_close_on", Key::ReopenUntil, "")
                        .hint(lang.fill(Key::ExtendToHint, &[&lang.date(latest)]))
                        .day(Some(tomorrow.to_string()), Some(latest.to_string()))}
                    {form.error_text("ids", Key::ReopenWhom)}
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{lang.text(Key::ReopenWhom)}</th>
                                <th scope="col">{lang.text(Key::ColumnOutcome)}</th>
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                    <div class="row">
                        <button class="button primary">{lang.text(Key::ReopenSend)}</button>
                        " "
                        <a class="button quiet" href=address.clone()>{lang.text(Key::CloseLeave)}</a>
                    </div>
                </form>
            }
            .into_any()
        }
    };
    let main = view! {
        {head(Some((address, posting.title.clone())), title.to_owned(), None, None)}
        {body}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

fn row(frame: &Frame, form: &Form<'_>, at: usize, candidate: &Candidate) -> AnyView {
    let lang = frame.lang;
    let name = lang.fill(Key::ApplicationOf, &[&frame.date(candidate.received_at)]);
    // The error summary leads to the first.
    let id = if at == 0 { "reopen-ids".to_owned() } else { format!("reopen-ids-{}", candidate.id) };
    view! {
        <tr>
            <th scope="row">
                <span class="row">
                    <input
                        type="checkbox"
                        id=id.clone()
                        name="ids"
                        value=candidate.id.to_string()
                        checked=form.chose("ids", candidate.id.as_str(), false)
                    />
                    <label for=id>{name}</label>
                    <a href=format!("/office/applications/{}", candidate.id)>{super::parts::short_id(candidate.id.as_str())}</a>
                </span>
            </th>
            <td data-label=lang.text(Key::ColumnOutcome)>{ui::outcome(lang, candidate.outcome)}</td>
        </tr>
    }
    .into_any()
}
