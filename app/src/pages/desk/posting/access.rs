//! Who sees what of a posting's applications: a blind review, and those from whom they are kept.

use leptos::prelude::*;
use office::{careers::Posting, exclude::Colleague};
use rules::{id::AccountId, messages::Key, posting::State};

use super::super::{
    application::releases::who,
    form::Form,
    parts::{list, panel as sheet},
};
use crate::frame::{Draft, Frame};

/// Whom it is about.
#[derive(Clone, Debug, Default)]
pub struct Access {
    /// Those who read applications, by name.
    pub colleagues: Vec<Colleague>,
    /// From whom new applications are kept.
    pub excluded: Vec<AccountId>,
}

/// A blind review and exclusions, while the procedure runs.
pub(super) fn panel(frame: &Frame, posting: &Posting, access: &Access, draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    if matches!(posting.state, State::Closed | State::Archived) {
        return None;
    }
    let address = format!("/office/postings/{}/access", posting.id);
    let (text, act, send) = match posting.blind {
        true => (Key::BlindOn, "lift", Key::BlindLift),
        false => (Key::BlindOff, "blind", Key::BlindBegin),
    };
    let form = Form::new(frame, draft, "access");
    let is_kept = |colleague: &&Colleague| access.excluded.contains(&colleague.account);
    let kept = list(access.colleagues.iter().filter(is_kept).map(|colleague| colleague.name.clone()));
    let rows: Vec<_> = access
        .colleagues
        .iter()
        .enumerate()
        .map(|(at, colleague)| {
            let account = colleague.account.as_str();
            let id = if at == 0 { form.id("account") } else { form.id(&format!("account-{account}")) };
            view! {
                <div class="choice">
                    <input
                        type="checkbox"
                        id=id.clone()
                        name="account"
                        value=account.to_owned()
                        checked=form.chose("account", account, is_kept(&colleague))
                    />
                    <label for=id>{who(lang, colleague)}</label>
                </div>
            }
        })
        .collect();
    // What the page showed, so that nobody overturns unseen what was set since.
    let saw = access
        .excluded
        .iter()
        .map(|account| view! { <input type="hidden" name="saw" value=account.as_str().to_owned()/> })
        .collect_view();
    let inside = view! {
        <p>{lang.text(text)}</p>
        <form method="post" action=address.clone()>
            <button class="button" name="act" value=act>{lang.text(send)}</button>
        </form>
        {(!kept.is_empty()).then(|| view! { <p>{lang.fill(Key::KeepFromIs, &[&kept])}</p> })}
        <details class="fold" open=form.came_back()>
            <summary>{lang.text(Key::KeepFromNew)}</summary>
            <form class="form" method="post" action=address novalidate>
                <p>{lang.text(Key::KeepFromText)}</p>
                {saw}
                <fieldset class="choices">
                    <legend>{lang.text(Key::ExclusionWhom)}</legend>
                    {form.error_text("account", Key::ExclusionWhom)}
                    {rows}
                </fieldset>
                <div class="row">
                    <button class="button" name="act" value="exclude">{lang.text(Key::KeepFromSend)}</button>
                </div>
            </form>
        </details>
    };
    Some(sheet("access", lang.text(Key::AccessTitle), None, inside))
}
