//! A later planned close: one person proposes it, a second one agrees.

use jiff::{Span, civil::Date};
use leptos::prelude::*;
use office::{Proposal, careers::Posting};
use rules::{
    messages::Key,
    posting::{State, latest_close},
};

use super::super::{form::Form, parts::panel as sheet};
use crate::frame::{Draft, Frame};

/// The proposal that stands, or the form for one, while the procedure is under way.
pub(super) fn panel(frame: &Frame, posting: &Posting, proposed: Option<&(Date, Proposal)>, draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    if !matches!(posting.state, State::Open | State::IntakeClosed) {
        return None;
    }
    let address = format!("/office/postings/{}/extension", posting.id);
    let form = Form::new(frame, draft, "extension");
    let inside = match proposed {
        Some((day, proposal)) => {
            let answer = |act: &'static str, key: Key, class: &'static str| {
                view! { <button class=class name="act" value=act>{lang.text(key)}</button> " " }
            };
            let (said, buttons) = match proposal.own {
                true => (
                    lang.fill(Key::ExtensionOwn, &[&lang.date(*day)]),
                    answer("drop", Key::ProposalTakeBack, "button quiet").into_any(),
                ),
                false => (
                    lang.fill(Key::ExtensionOfOther, &[&proposal.by, &lang.date(*day)]),
                    view! {
                        {answer("agree", Key::ProposalAgree, "button primary")}
                        {answer("drop", Key::ProposalDecline, "button quiet")}
                    }
                    .into_any(),
                ),
            };
            view! {
                <p>{said}</p>
                <form method="post" action=address>
                    <input type="hidden" name="seen" value=proposal.id.clone()/>
                    <div class="row">{buttons}</div>
                </form>
            }
            .into_any()
        }
        None => {
            let earliest = posting.planned_close_on.saturating_add(Span::new().days(1));
            let latest = latest_close(posting.intake_ends_on);
            if earliest > latest {
                return None;
            }
            view! {
                <p>{lang.text(Key::ExtensionText)}</p>
                <form class="form" method="post" action=address novalidate>
                    {form
                        .field("extend_to", Key::ExtendTo, "")
                        .hint(lang.fill(Key::ExtendToHint, &[&lang.date(latest)]))
                        .day(Some(earliest.to_string()), Some(latest.to_string()))}
                    <div class="row">
                        <button class="button" name="act" value="propose">{lang.text(Key::ExtensionSend)}</button>
                    </div>
                </form>
            }
            .into_any()
        }
    };
    Some(sheet("extension", lang.text(Key::ExtensionTitle), None, inside))
}
