//! From whom an application is kept, and the way to keep it from somebody, or from oneself.

use leptos::prelude::*;
use office::{
    exclude::{Colleague, Exclusion},
    read::View,
};
use rules::{access::Action, messages::Key};

use super::{
    super::{form::Form, parts::panel as sheet},
    releases::who,
};
use crate::frame::{Draft, Frame};

/// For HR: those from whom it is kept, and a choice among the others.
pub(super) fn panel(
    frame: &Frame,
    view: &View,
    (exclusions, colleagues): &(Vec<Exclusion>, Vec<Colleague>),
    draft: &Draft,
) -> AnyView {
    let lang = frame.lang;
    let address = format!("/office/applications/{}/exclusions", view.id);
    let lines: Vec<_> = exclusions
        .iter()
        .map(|exclusion| {
            let why = if exclusion.by_self { Key::ExclusionBySelf } else { Key::ExclusionByHr };
            let label = lang.fill(Key::ExclusionLiftFor, &[&exclusion.name]);
            view! {
                <li>
                    <p>
                        <strong>{exclusion.name.clone()}</strong>
                        " "
                        <span class="muted">{lang.fill(why, &[&frame.date(exclusion.since)])}</span>
                    </p>
                    <form method="post" action=address.clone()>
                        <input type="hidden" name="exclusion" value=exclusion.id.clone()/>
                        <button class="button" name="act" value="readmit" aria-label=label>{lang.text(Key::ExclusionLift)}</button>
                    </form>
                </li>
            }
        })
        .collect();
    let form = Form::new(frame, draft, "exclusions");
    let options: Vec<(String, String)> = colleagues
        .iter()
        .filter(|colleague| !exclusions.iter().any(|exclusion| exclusion.account == colleague.account))
        .map(|colleague| (colleague.account.to_string(), who(lang, colleague)))
        .collect();
    let add = (!options.is_empty()).then(|| {
        view! {
            <details class="fold" open=form.came_back()>
                <summary>{lang.text(Key::ExclusionNew)}</summary>
                <form class="form" method="post" action=address.clone() novalidate>
                    <p>{lang.text(Key::ExclusionText)}</p>
                    {form.field("account", Key::ExclusionWhom, "").select(options)}
                    <div class="row">
                        <button class="button" name="act" value="exclude">{lang.text(Key::ExclusionSend)}</button>
                    </div>
                </form>
            </details>
        }
    });
    let inside = view! {
        {(!lines.is_empty()).then(|| view! { <ul class="remarks">{lines}</ul> })}
        {add}
        {recuse(frame, view)}
    };
    sheet("exclusions", lang.text(Key::ExclusionsTitle), (!exclusions.is_empty()).then_some(exclusions.len()), inside)
}

/// "I know this person": it is kept from whoever says so.
pub(super) fn recuse(frame: &Frame, view: &View) -> Option<AnyView> {
    let lang = frame.lang;
    view.may(Action::Recuse).then(|| {
        view! {
            <details class="fold">
                <summary>{lang.text(Key::RecuseNew)}</summary>
                <form class="form" method="post" action=format!("/office/applications/{}/recusal", view.id)>
                    <p>{lang.text(Key::RecuseText)}</p>
                    <div class="row">
                        <button class="button" name="act" value="recuse">{lang.text(Key::RecuseSend)}</button>
                    </div>
                </form>
            </details>
        }
        .into_any()
    })
}
