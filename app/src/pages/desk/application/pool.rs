//! The talent pool, on the page of an application whose applicant was told a rejection.

use jiff::civil::Date;
use leptos::prelude::*;
use office::read::View;
use rules::{
    application::Outcome,
    id::KeptId,
    kept::{CONSENT_TEXT, ConsentChannel, POOL_MONTHS},
    messages::Key,
};

use crate::{
    frame::{Draft, Frame},
    pages::desk::{evidence::channel_key, form::Form, parts::panel as sheet},
};

/// Where the person is in the pool already, or the form by which HR records their consent.
pub(super) fn panel(frame: &Frame, view: &View, pooled: Option<&(KeptId, Date)>, draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    let rejected = view.outcome.is_some_and(|(outcome, _)| outcome == Outcome::Rejected);
    let inside = match pooled {
        Some((id, until)) => view! {
            <p>{lang.fill(Key::PoolIn, &[&lang.date(*until)])}</p>
            <p><a href=format!("/office/pool/{id}")>{lang.text(Key::PoolOpen)}</a></p>
        }
        .into_any(),
        None if rejected && view.contact.is_some() => form(frame, view, draft),
        None => return None,
    };
    Some(sheet("pool", lang.text(Key::NavPool), None, inside))
}

fn form(frame: &Frame, view: &View, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "pool");
    let today = frame.day(frame.now).to_string();
    let decided = view.outcome.map(|(_, at)| frame.day(at).to_string());
    let channels: Vec<_> =
        ConsentChannel::ALL.iter().map(|&channel| (channel.code(), lang.text(channel_key(channel)).to_owned(), false)).collect();
    let documents: Vec<_> = view
        .documents
        .iter()
        .map(|document| {
            let (id, value) = (format!("pool-documents-{}", document.id), document.id.to_string());
            let (invalid, by) = form.wrong("documents");
            view! {
                <div class="choice">
                    <input
                        type="checkbox"
                        id=id.clone()
                        name="documents"
                        value=value.clone()
                        checked=form.chose("documents", &value, false)
                        aria-invalid=invalid
                        aria-describedby=by
                    />
                    <label for=id>{document.name.clone()}</label>
                </div>
            }
        })
        .collect();
    let documents = (!documents.is_empty()).then(|| {
        view! {
            <fieldset class="choices" id="pool-documents">
                <legend>{lang.text(Key::PoolDocuments)}</legend>
                {form.error_text("documents", Key::PoolDocuments)}
                {documents}
            </fieldset>
        }
    });
    view! {
        <p>{lang.text(Key::PoolPanelText)}</p>
        <details class="fold" open=form.came_back()>
            <summary>{lang.text(Key::PoolEnter)}</summary>
            <form class="form" method="post" action=format!("/office/applications/{}/pool", view.id) novalidate>
                <div class="stack">
                    <h3 id="consent-text">{lang.fill(Key::PoolConsentLabel, &[CONSENT_TEXT])}</h3>
                    <blockquote class="words" aria-labelledby="consent-text">{lang.text(Key::PoolConsentText)}</blockquote>
                </div>
                {form.field("given_on", Key::PoolGivenOn, "").day(decided, Some(today))}
                {form
                    .field("months", Key::PoolMonths, "")
                    .hint(lang.text(Key::PoolMonthsHint))
                    .number("1", &POOL_MONTHS.to_string())}
                {form.choices("radio", "channel", Key::PoolChannel, false, channels)}
                {documents}
                <div class="row">
                    <button class="button">{lang.text(Key::PoolSend)}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
