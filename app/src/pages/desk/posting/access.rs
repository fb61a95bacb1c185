//! Who sees what of a posting's applications: a blind review, and those from whom they are kept.

use leptos::prelude::*;
use office::{careers::Posting, exclude::Colleague, standing::StandingRelease};
use rules::{id::AccountId, messages::Key, posting::State};

use super::super::{
    application::releases::{body, who},
    applications::last_day,
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
    /// What is released with every arrival.
    pub standing: Vec<StandingRelease>,
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
            let (invalid, by) = form.wrong("account");
            view! {
                <div class="choice">
                    <input
                        type="checkbox"
                        id=id.clone()
                        name="account"
                        value=account.to_owned()
                        checked=form.chose("account", account, is_kept(&colleague))
                        aria-invalid=invalid
                        aria-describedby=by
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
        {standing(frame, posting, &access.standing)}
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

/// To whom every arrival is released, with the way to where that is ended.
fn standing(frame: &Frame, posting: &Posting, standing: &[StandingRelease]) -> Option<AnyView> {
    let lang = frame.lang;
    let lines: Vec<_> = standing
        .iter()
        .map(|release| {
            let until = lang.fill(Key::ReleaseUntilDay, &[&lang.date(last_day(frame, release.until))]);
            view! { <li>{format!("{}, {until}", body(lang, &release.audience))}</li> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <p><a href=format!("/office/postings/{}/releases", posting.id)>{lang.text(Key::StandingTitle)}</a></p>
            <ul>{lines}</ul>
        }
        .into_any()
    })
}
