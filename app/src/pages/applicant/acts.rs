//! What applicants can do with an application of theirs: one or two clicks each.

use leptos::prelude::*;
use office::applicant::Copy;
use rules::{
    application::RestrictionGround,
    messages::{Key, Lang},
    posting::Closing,
    request::RequestKind,
};

use crate::{
    frame::{Draft, Frame},
    pages::desk::{form::Form, parts::panel},
};

/// What a field is called.
pub(in crate::pages) fn label(field: &str) -> Key {
    match field {
        "first_name" => Key::FieldFirstName,
        "last_name" => Key::FieldLastName,
        "phone" => Key::FieldPhone,
        "email" => Key::FieldEmail,
        "message" => Key::FieldMessage,
        "ground" => Key::OwnGround,
        _ => Key::OwnWords,
    }
}

/// What can be done, as ways to the forms below.
pub(super) fn ways(lang: Lang, copy: &Copy) -> Vec<AnyView> {
    let way = |id: &'static str, key: Key| view! { <li><a href=format!("#{id}")>{lang.text(key)}</a></li> }.into_any();
    let mut ways = vec![way("correction", Key::OwnCorrect)];
    if is_undecided(copy) {
        ways.push(way("withdrawal", Key::OwnWithdraw));
    }
    ways.push(way("restriction", Key::OwnRestrict));
    if can_object(copy) {
        ways.push(way("objection", Key::OwnObject));
    }
    ways.push(way("erasure", Key::OwnErasure));
    ways
}

fn is_undecided(copy: &Copy) -> bool {
    copy.outcome.is_none() && matches!(copy.closing, Closing::Planned(_))
}

fn can_object(copy: &Copy) -> bool {
    !copy.restrictions.iter().any(|(ground, _)| *ground == RestrictionGround::Objection)
}

/// The forms.
pub(super) fn section(frame: &Frame, copy: &Copy, place: &str, several: bool, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let asked =
        copy.requests.iter().any(|request| request.line.kind == RequestKind::Information && request.line.answered.is_none());
    let inside = view! {
        <div>
            {correction(frame, copy, place, draft)}
            {address(frame, place, draft)}
            {(copy.unchecked > 0 && !asked).then(|| information(frame, place, draft))}
            {is_undecided(copy).then(|| plain(frame, place, "withdrawal", [Key::OwnWithdraw, Key::OwnWithdrawText, Key::OwnWithdrawSend], draft))}
            {restriction(frame, copy, place, draft)}
            {can_object(copy).then(|| objection(frame, place, draft))}
            {erasure(frame, place, several, draft)}
        </div>
    };
    panel("can", lang.text(Key::OwnCan), None, inside)
}

fn fold(lang: Lang, id: &'static str, summary: Key, open: bool, inside: AnyView) -> AnyView {
    view! {
        <details class="fold" open=open>
            <summary>{lang.text(summary)}</summary>
            // A way that leads inside opens the fold (HTML, section 7.4.6.3, "ancestor revealing").
            <div id=id>{inside}</div>
        </details>
    }
    .into_any()
}

fn correction(frame: &Frame, copy: &Copy, place: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "correction");
    let contact = &copy.contact;
    let inside = view! {
        <form class="form" method="post" action=format!("{place}/correction") novalidate>
            <p>{lang.text(Key::OwnCorrectText)}</p>
            {form.field("first_name", Key::FieldFirstName, &contact.first_name).line()}
            {form.field("last_name", Key::FieldLastName, &contact.last_name).line()}
            {form.field("phone", Key::FieldPhone, &contact.phone).optional().line()}
            {form.field("message", Key::FieldMessage, &copy.message).optional().area("6")}
            {form.field("text", Key::OwnCorrectElse, "").hint(lang.text(Key::OwnCorrectElseHint)).optional().area("3")}
            <div class="row">
                <button class="button primary">{lang.text(Key::OwnCorrectSend)}</button>
            </div>
        </form>
    };
    fold(lang, "correction", Key::OwnCorrect, form.came_back(), inside.into_any())
}

fn address(frame: &Frame, place: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "address");
    let inside = view! {
        <form class="form" method="post" action=format!("{place}/address") novalidate>
            <p>{lang.text(Key::AddressOwnText)}</p>
            {form.field("email", Key::AddressNew, "").line()}
            <div class="row">
                <button class="button">{lang.text(Key::CodeSend)}</button>
            </div>
        </form>
    };
    fold(lang, "address", Key::AddressChange, form.came_back(), inside.into_any())
}

fn information(frame: &Frame, place: &str, draft: &Draft) -> AnyView {
    plain(frame, place, "information", [Key::OwnRemarksAsk, Key::OwnRemarksAskText, Key::OwnRemarksSend], draft)
}

/// A form without a field: what it does, and the button that does it.
fn plain(frame: &Frame, place: &str, name: &'static str, [title, text, send]: [Key; 3], draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let inside = view! {
        <form class="form" method="post" action=format!("{place}/{name}")>
            <p>{lang.text(text)}</p>
            <div class="row">
                <button class="button">{lang.text(send)}</button>
            </div>
        </form>
    };
    fold(lang, name, title, draft.form == name, inside.into_any())
}

fn restriction(frame: &Frame, copy: &Copy, place: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "restriction");
    let stands = |ground: RestrictionGround| copy.restrictions.iter().any(|(standing, _)| *standing == ground);
    let grounds: Vec<(&'static str, String, bool)> = [
        (RestrictionGround::Accuracy, Key::OwnGroundAccuracy),
        (RestrictionGround::Unlawful, Key::OwnGroundUnlawful),
        (RestrictionGround::Claim, Key::OwnGroundClaim),
    ]
    .into_iter()
    .filter(|&(ground, _)| !stands(ground))
    .map(|(ground, key)| (ground.code(), lang.text(key).to_owned(), false))
    .collect();
    let inside = match grounds.is_empty() {
        true => view! { <p>{lang.text(Key::OwnRestrictAll)}</p> }.into_any(),
        false => view! {
            <form class="form" method="post" action=format!("{place}/restriction") novalidate>
                <p>{lang.text(Key::OwnRestrictText)}</p>
                {form.choices("radio", "ground", Key::OwnGround, false, grounds)}
                {form.field("text", Key::OwnWords, "").optional().area("3")}
                <div class="row">
                    <button class="button">{lang.text(Key::OwnRestrictSend)}</button>
                </div>
            </form>
        }
        .into_any(),
    };
    fold(lang, "restriction", Key::OwnRestrict, form.came_back(), inside)
}

fn objection(frame: &Frame, place: &str, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "objection");
    let inside = view! {
        <form class="form" method="post" action=format!("{place}/objection") novalidate>
            <p>{lang.text(Key::OwnObjectText)}</p>
            {form.field("text", Key::OwnObjectWords, "").area("4")}
            <div class="row">
                <button class="button">{lang.text(Key::OwnObjectSend)}</button>
            </div>
        </form>
    };
    fold(lang, "objection", Key::OwnObject, form.came_back(), inside.into_any())
}

fn erasure(frame: &Frame, place: &str, several: bool, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "erasure");
    let which = several.then(|| {
        let choices = vec![
            ("this", lang.text(Key::OwnErasureThis).to_owned(), true),
            ("all", lang.text(Key::OwnErasureAll).to_owned(), false),
        ];
        form.choices("radio", "which", Key::OwnErasureWhich, false, choices)
    });
    let inside = view! {
        <form class="form" method="post" action=format!("{place}/erasure") novalidate>
            <p>{lang.text(Key::OwnErasureText)}</p>
            {which}
            <div class="row">
                <button class="button danger">{lang.text(Key::OwnErasureSend)}</button>
            </div>
        </form>
    };
    fold(lang, "erasure", Key::OwnErasure, form.came_back(), inside.into_any())
}
