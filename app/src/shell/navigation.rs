//! The navigation around a page: masthead and colophon of the careers site, and the rail of the desk.

use leptos::prelude::*;
use rules::{access::Action, messages::Key};

use super::language::language;
use crate::{
    frame::{Frame, Logo},
    texts,
};

pub(super) fn masthead(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    view! {
        <header class="masthead">
            {brand(frame)}
            <nav aria-label=lang.text(Key::NavSite)>
                <ul>{link(frame, "/", Key::NavOpenPostings)} {link(frame, "/status", Key::NavMyApplication)}</ul>
            </nav>
        </header>
    }
    .into_any()
}

/// The employer's logo, or the name over the dwindling line.
fn brand(frame: &Frame) -> AnyView {
    match &frame.brand.logo {
        Some(Logo { path, width, height }) => view! {
            <a class="logo" href="/">
                <img src=path.clone() width=width.to_string() height=height.to_string() alt=frame.employer.clone()/>
            </a>
        }
        .into_any(),
        None => view! { <a class="brand" href="/">{frame.employer.clone()}</a> }.into_any(),
    }
}

pub(super) fn colophon(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let staff = match frame.person {
        Some(_) => link(frame, "/office", Key::NavDesk),
        None => link(frame, "/sign-in", Key::NavStaff),
    };
    let imprint = frame.brand.imprint.clone().map(|href| {
        let current = (frame.path == href).then_some("page");
        view! { <li><a href=href aria-current=current>{lang.text(Key::NavImprint)}</a></li> }
    });
    view! {
        <footer class="colophon">
            <nav aria-label=lang.text(Key::NavAbout)>
                <ul>{imprint} {link(frame, "/notice", Key::NavNotice)} {staff}</ul>
            </nav>
            {language(frame)}
            <p>{lang.fill(Key::FooterText, &[&frame.employer])}</p>
        </footer>
    }
    .into_any()
}

pub(super) fn rail(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let places = [
        (Action::EnterDesk, "/office", Key::NavStart),
        (Action::ListApplications, "/office/applications", Key::NavApplications),
        (Action::ListPostings, "/office/postings", Key::NavPostings),
        (Action::ReadPlan, "/office/retention", Key::NavRetention),
        (Action::ReadEmployees, "/office/employees", Key::NavEmployees),
        (Action::RunPool, "/office/pool", Key::NavPool),
        (Action::ReadRequests, "/office/requests", Key::NavRequests),
        (Action::ReadEvidence, "/office/evidence", Key::NavEvidence),
        (Action::EnterPaper, "/office/papers", Key::NavPapers),
        (Action::ReadJournal, "/office/audit", Key::NavAudit),
        (Action::ManagePeople, "/office/people", Key::NavPeople),
        (Action::ManageSettings, "/office/settings", Key::NavSettings),
    ];
    let links =
        places.into_iter().filter(|(action, ..)| frame.may(*action)).map(|(_, href, key)| link(frame, href, key)).collect_view();
    let mut roles = frame.roles();
    roles.dedup();
    let roles = roles
        .into_iter()
        .map(|role| lang.text(texts::role(role)))
        .chain([frame.employer.as_str()])
        .collect::<Vec<_>>()
        .join(", ");
    let me = frame.person.as_ref().map(|person| view! { <p>{person.name.clone()} " " <span>{roles}</span></p> });
    view! {
        <header class="rail">
            <a class="brand" href="/office">{lang.text(Key::ProductName)}</a>
            <details class="menu">
                <summary>{lang.text(Key::NavMenu)}</summary>
                <nav aria-label=lang.text(Key::NavDesk)>
                    <ul class="nav">{links}</ul>
                </nav>
                <div class="me">
                    {me}
                    {language(frame)}
                    <form method="post" action="/sign-out">
                        <button class="button">{lang.text(Key::SignOut)}</button>
                    </form>
                </div>
            </details>
        </header>
    }
    .into_any()
}

/// A link in a navigation, marked where the reader stands: on the page itself, or on one below it.
fn link(frame: &Frame, href: &'static str, key: Key) -> AnyView {
    let below = !matches!(href, "/" | "/office") && frame.path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
    let current = if frame.path == href { Some("page") } else { below.then_some("true") };
    view! { <li><a href=href aria-current=current>{frame.lang.text(key)}</a></li> }.into_any()
}
