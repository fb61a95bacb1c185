//! What an applicant asked for: erasure; and the application of a minor, which two people erase at once.

use leptos::prelude::*;
use office::{Proposal, read::View};
use rules::{messages::Key, request::Answer};

use super::super::{parts::panel as sheet, requests::enter_address};
use crate::frame::Frame;

/// What an answer says.
pub(super) const fn answer(answer: Answer) -> Key {
    match answer {
        Answer::Erase => Key::AnswerErase,
        Answer::KeepForDefence => Key::AnswerKeepForDefence,
        Answer::KeepForClaim => Key::AnswerKeepForClaim,
        Answer::KeepRestricted => Key::AnswerKeepRestricted,
        Answer::AskFirst => Key::AnswerAskFirst,
        Answer::Gone => Key::TroubleGoneText,
    }
}

/// The two ways to an early erasure, for HR.
pub(super) fn panel(frame: &Frame, view: &View, minor: Option<&Proposal>) -> AnyView {
    let lang = frame.lang;
    let address = format!("/office/applications/{}/erasure", view.id);
    let of_minor = match minor {
        None => view! {
            <p>{lang.text(Key::MinorText)}</p>
            <button class="button" name="act" value="propose_minor">{lang.text(Key::MinorPropose)}</button>
        }
        .into_any(),
        Some(proposal) if proposal.own => view! { <p>{lang.text(Key::MinorOwn)}</p> }.into_any(),
        Some(proposal) => view! {
            <p>{lang.fill(Key::MinorOfOther, &[&proposal.by])}</p>
            <input type="hidden" name="seen" value=proposal.id.clone()/>
            <button class="button danger" name="act" value="agree_minor">{lang.text(Key::MinorAgree)}</button>
        }
        .into_any(),
    };
    let inside = view! {
        <details class="fold" open=minor.is_some()>
            <summary>{lang.text(Key::ErasureAsked)}</summary>
            <form class="stack" method="post" action=address.clone()>
                <p>{lang.text(Key::ErasureAskedText)}</p>
                <div class="row">
                    <button class="button" name="act" value="ask">{lang.text(Key::ErasureAskedSend)}</button>
                </div>
            </form>
            <form class="stack" method="post" action=address>{of_minor}</form>
        </details>
        <p><a href=enter_address(&view.id)>{lang.text(Key::RequestFromApplication)}</a></p>
    };
    sheet("erasure", lang.text(Key::ErasureTitle), None, inside)
}
