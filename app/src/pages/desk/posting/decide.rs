//! The step that records the same outcome for several applicants at once. A person ticks each (docs/PROMISES.md, n23).

use leptos::prelude::*;
use office::{careers::Posting, list::Line};
use rules::{application::Outcome, messages::Key};

use super::super::{applications::name_of, form::Form, parts::panel as sheet};
use crate::{
    frame::{Draft, Frame},
    texts, ui,
};

/// What the form's fields are called.
pub(super) fn label(field: &str) -> Key {
    match field {
        "ids" => Key::DecideWhom,
        "outcome" => Key::OutcomeRecord,
        "extend_to" => Key::ExtendTo,
        "account" => Key::ExclusionWhom,
        _ => Key::OutcomeReason,
    }
}

/// Whether there is anybody to decide about, while the procedure runs.
pub(super) fn is_offered(posting: &Posting, undecided: &[Line]) -> bool {
    posting.closed_at.is_none() && !undecided.is_empty()
}

/// The undecided, to be ticked, with one outcome and one reason; nothing when everybody is decided.
///
/// `count` is how many there are, of whom `undecided` are the newest.
pub(super) fn panel(frame: &Frame, posting: &Posting, undecided: &[Line], count: i64, draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "decide");
    // Hiring fills a seat, so it is recorded on the application itself.
    let outcomes = [Outcome::Rejected, Outcome::Withdrawn]
        .map(|outcome| (outcome.code(), lang.text(texts::outcome(Some(outcome))).to_owned(), false));
    let number = |number: i64| lang.number(number);
    let shown = (undecided.len() as i64) < count;
    let shown = shown.then(|| lang.fill(Key::DecideShown, &[&number(undecided.len() as i64), &number(count)]));
    is_offered(posting, undecided).then(|| {
        let inside = view! {
            <p>{lang.text(Key::DecideText)}</p>
            <form class="stack" method="post" action=format!("/office/postings/{}/decide", posting.id) novalidate>
                {form.error_text("ids", Key::DecideWhom)}
                {ticks(frame, &form, undecided)}
                {form.choices("radio", "outcome", Key::OutcomeRecord, true, outcomes.to_vec())}
                {form.field("reason", Key::OutcomeReason, "").hint(lang.text(Key::DecideReasonHint)).optional().readable().area("3")}
                <div class="row">
                    <button class="button primary">{lang.text(Key::DecideTicked)}</button>
                    " "
                    {shown.map(|shown| view! { <span class="muted">{shown}</span> })}
                </div>
            </form>
        };
        sheet("decide", lang.text(Key::DecideTitle), Some(usize::try_from(count).unwrap_or_default()), inside)
    })
}

/// Applications, each to be ticked.
pub(in super::super) fn ticks(frame: &Frame, form: &Form<'_>, lines: &[Line]) -> AnyView {
    let lang = frame.lang;
    let rows: Vec<_> = lines.iter().enumerate().map(|(at, line)| row(frame, form, at, line)).collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    <th scope="col">{lang.text(Key::ColumnApplicant)}</th>
                    <th scope="col">{lang.text(Key::ColumnStage)}</th>
                    <th scope="col">{lang.text(Key::ColumnReceived)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(frame: &Frame, form: &Form<'_>, at: usize, line: &Line) -> AnyView {
    let lang = frame.lang;
    let name = name_of(frame, line);
    // The error summary leads to the first.
    let id = if at == 0 { form.id("ids") } else { form.id(&format!("ids-{}", line.id)) };
    let (invalid, by) = form.wrong("ids");
    view! {
        <tr>
            <th scope="row">
                <span class="row">
                    <label class="tick">
                        <input
                            type="checkbox"
                            id=id
                            name="ids"
                            value=line.id.to_string()
                            checked=form.chose("ids", line.id.as_str(), false)
                            aria-label=lang.fill(Key::DecideTick, &[&name])
                            aria-invalid=invalid
                            aria-describedby=by
                        />
                    </label>
                    <a href=format!("/office/applications/{}", line.id)>{name}</a>
                </span>
            </th>
            <td>{ui::stage(lang, line.stage)}</td>
            <td data-label=lang.text(Key::ColumnReceived)>{ui::short_date(frame, line.received_at)}</td>
        </tr>
    }
    .into_any()
}
