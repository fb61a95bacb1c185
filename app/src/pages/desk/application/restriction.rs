//! Restriction of processing: what stands, and the way to set or lift one.

use leptos::prelude::*;
use office::{
    read::View,
    restrict::{Announcement, Restrictions},
};
use rules::{application::RestrictionGround, messages::Key};

use super::super::{
    form::Form,
    parts::{alert, panel as sheet},
};
use crate::{
    frame::{Draft, Frame},
    ui,
};

/// What a ground is called.
pub(in super::super) const fn ground(ground: RestrictionGround) -> Key {
    match ground {
        RestrictionGround::Accuracy => Key::GroundAccuracy,
        RestrictionGround::Unlawful => Key::GroundUnlawful,
        RestrictionGround::Claim => Key::GroundClaim,
        RestrictionGround::Objection => Key::GroundObjection,
    }
}

/// The restrictions of an application, for HR.
pub(super) fn panel(frame: &Frame, view: &View, restrictions: &Restrictions, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let address = format!("/office/applications/{}/restriction", view.id);
    let today = frame.day(frame.now).to_string();
    let Restrictions { standing, announcement } = restrictions;
    let since = standing.first().map(|oldest| frame.day(oldest.since).to_string());
    let lines: Vec<_> = standing
        .iter()
        .enumerate()
        .map(|(at, restriction)| {
            // Only one form of a page can come back, and the first is the one most people have.
            let none = Draft::default();
            let came_back = draft.value("restriction", "restriction") == restriction.id;
            let form = Form::new(frame, if came_back { draft } else { &none }, "restriction");
            let lift = (at == 0).then(|| {
                view! {
                    <form class="form" method="post" action=address.clone() novalidate>
                        <input type="hidden" name="restriction" value=restriction.id.clone()/>
                        {form
                            .field("told_on", Key::RestrictionToldOn, "")
                            .hint(lang.text(Key::RestrictionToldHint))
                            .day(Some(frame.day(restriction.since).to_string()), Some(today.clone()))}
                        <div class="row">
                            <button class="button" name="act" value="lift">{lang.text(Key::RestrictionLift)}</button>
                        </div>
                    </form>
                }
            });
            view! {
                <li>
                    <p class="row">
                        {ui::badge("block", lang.text(ground(restriction.ground)))} " "
                        <span class="muted">{lang.fill(Key::RestrictionSince, &[&frame.date(restriction.since)])}</span>
                    </p>
                    {lift}
                </li>
            }
        })
        .collect();
    let left: Vec<(&'static str, String, bool)> = RestrictionGround::ALL
        .iter()
        .filter(|&&code| !standing.iter().any(|restriction| restriction.ground == code))
        .map(|&code| (code.code(), lang.text(ground(code)).to_owned(), false))
        .collect();
    let form = Form::new(frame, draft, "restriction");
    let set = (!left.is_empty()).then(|| {
        view! {
            <details class="fold" open=form.came_back()>
                <summary>{lang.text(Key::RestrictionSet)}</summary>
                <form class="form" method="post" action=address.clone() novalidate>
                    <p>{lang.text(Key::RestrictionText)}</p>
                    {form.choices("radio", "ground", Key::RestrictionGroundQuestion, false, left)}
                    <div class="row">
                        <button class="button" name="act" value="restrict">{lang.text(Key::RestrictionSend)}</button>
                    </div>
                </form>
            </details>
        }
    });
    let announce = announcement.as_ref().map(|announcement| announce(frame, &address, &form, announcement, since));
    let inside = view! {
        {announce}
        {(!lines.is_empty()).then(|| view! { <ul class="remarks">{lines}</ul> })}
        {set}
    };
    sheet("restriction", lang.text(Key::RestrictionTitle), None, inside)
}

/// It goes although it is restricted: what the applicant is to be told, and on which day they were.
fn announce(frame: &Frame, address: &str, form: &Form<'_>, announcement: &Announcement, since: Option<String>) -> AnyView {
    let lang = frame.lang;
    let last = lang.date(announcement.due.last_day);
    if let Some(told) = announcement.told_on {
        let text = lang.fill(Key::AnnouncementDone, &[&last, &lang.date(told)]);
        return view! { <p class="alert" data-tone="info">{text}</p> }.into_any();
    }
    let inside = view! {
        <p>{lang.text(Key::AnnouncementText)}</p>
        <form class="form" method="post" action=address.to_owned() novalidate>
            {form
                .field("announced_on", Key::AnnouncementToldOn, "")
                .day(since, Some(frame.day(frame.now).to_string()))}
            <div class="row">
                <button class="button" name="act" value="announce">{lang.text(Key::AnnouncementSend)}</button>
            </div>
        </form>
    };
    alert("announcement", "due", lang.fill(Key::AnnouncementDue, &[&last]), inside)
}
