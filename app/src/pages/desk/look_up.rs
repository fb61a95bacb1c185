//! `/office/look-up`: an applicant by an exact address, for a purpose.

use leptos::prelude::*;
use rules::{id::ApplicationId, messages::Key, opening::Purpose};

use super::{
    form::{Form, problems, titled},
    parts::{head, panel, short_id},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
};

/// What a purpose is called.
#[must_use]
pub const fn purpose(purpose: Purpose) -> Key {
    match purpose {
        Purpose::Inquiry => Key::PurposeInquiry,
        Purpose::Request => Key::PurposeRequest,
        Purpose::Claim => Key::PurposeClaim,
        Purpose::Authority => Key::PurposeAuthority,
        Purpose::Consent => Key::PurposeConsent,
        Purpose::OthersRights => Key::PurposeOthersRights,
        Purpose::PublicInterest => Key::PurposePublicInterest,
    }
}

/// The form, and what was opened by it.
#[must_use]
pub fn page(frame: &Frame, opened: &[ApplicationId], draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::LookUpTitle);
    let form = Form::new(frame, draft, "look-up");
    let purposes =
        Purpose::ALL.iter().map(|&code| (code.code().to_owned(), lang.text(purpose(code)).to_owned())).collect::<Vec<_>>();
    let options = std::iter::once((String::new(), lang.text(Key::LookUpChoose).to_owned())).chain(purposes).collect();
    let found: Vec<_> = opened
        .iter()
        .map(|id| view! { <li><a href=format!("/office/applications/{id}")>{lang.text(Key::LookUpOpen)} " " {short_id(id.as_str())}</a></li> })
        .collect();
    let found = (!found.is_empty()).then(|| {
        let inside = view! {
            <p>{lang.text(Key::LookUpOpened)}</p>
            <ul>{found}</ul>
        };
        panel("opened", lang.text(Key::LookUpFound), Some(opened.len()), inside)
    });
    let label = |field: &str| if field == "purpose" { Key::LookUpPurpose } else { Key::FieldEmail };
    let back = ("/office/applications".to_owned(), lang.text(Key::NavApplications).to_owned());
    let main = view! {
        {head(Some(back), title.to_owned(), None, None)}
        {problems(frame, draft, true, label)}
        {found}
        <form class="form" method="post" action="/office/look-up" novalidate>
            <p>{lang.text(Key::LookUpText)}</p>
            {form.field("email", Key::FieldEmail, "").hint(lang.text(Key::LookUpEmailHint)).line()}
            {form.field("purpose", Key::LookUpPurpose, "").hint(lang.text(Key::LookUpPurposeHint)).select(options)}
            <div class="row">
                <button class="button primary">{lang.text(Key::LookUpSend)}</button>
            </div>
        </form>
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}
