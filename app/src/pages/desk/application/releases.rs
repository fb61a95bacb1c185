//! Releases: what stands, and the way to another.

use jiff::Span;
use leptos::prelude::*;
use office::{
    exclude::Colleague,
    read::{ReleaseLine, View},
};
use rules::{
    access::{Action, Audience, Role},
    application::{Outcome, Section},
    id::DepartmentId,
    messages::{Key, Lang},
    posting::State,
};

use super::{
    super::{
        applications::last_day,
        form::Form,
        parts::{list, panel as sheet},
    },
    contents::sections,
};
use crate::{
    frame::{Draft, Frame},
    texts, ui,
};

/// A release is proposed for this many days.
const PROPOSED: i64 = 30;

/// To whom applications can be released.
#[derive(Clone, Debug, Default)]
pub struct Audiences {
    /// The departments, by name.
    pub departments: Vec<(DepartmentId, String)>,
    /// Those who read applications, by name.
    pub colleagues: Vec<Colleague>,
}

impl Audiences {
    /// Whether anybody signs in with this role.
    pub(super) fn has(&self, role: Role) -> bool {
        self.colleagues.iter().any(|colleague| colleague.roles.iter().any(|(has, _)| *has == role))
    }

    /// As options of a choice: departments first, then people, then bodies.
    fn options(&self, lang: Lang) -> Vec<(String, String)> {
        let departments =
            self.departments.iter().map(|(id, name)| (format!("department:{id}"), lang.fill(Key::AudienceDepartment, &[name])));
        let people = self.colleagues.iter().filter(|colleague| colleague.reads_releases());
        let people = people.map(|colleague| (format!("person:{}", colleague.account), who(lang, colleague)));
        let bodies = Role::ALL.iter().filter(|role| role.is_body());
        let bodies = bodies.map(|role| (format!("body:{}", role.code()), lang.text(texts::role(*role)).to_owned()));
        departments.chain(people).chain(bodies).collect()
    }
}

/// A colleague by name, with their roles.
pub(in super::super) fn who(lang: Lang, colleague: &Colleague) -> String {
    let roles = colleague.roles.iter().map(|(role, department)| match department {
        Some(department) => format!("{}, {department}", lang.text(texts::role(*role))),
        None => lang.text(texts::role(*role)).to_owned(),
    });
    format!("{} ({})", colleague.name, list(roles))
}

/// The releases of an application, for HR.
pub(super) fn panel(frame: &Frame, view: &View, draft: &Draft, audiences: &Audiences) -> Option<AnyView> {
    let lang = frame.lang;
    let may_release = view.may(Action::Release);
    let shows = shows_anything(view);
    let lines: Vec<_> = view.releases.iter().map(|release| line(frame, view, release, shows)).collect();
    let new = match (may_release, shows) {
        (false, _) => None,
        (true, false) => Some(view! { <p class="muted">{lang.text(Key::ReleaseEnded)}</p> }.into_any()),
        (true, true) => Some(new_release(frame, view, draft, audiences)),
    };
    let inside = view! {
        {(!lines.is_empty()).then(|| view! { <ul class="remarks">{lines}</ul> })}
        {new}
    };
    (may_release || !view.releases.is_empty()).then(|| sheet("releases", lang.text(Key::ReleasesTitle), None, inside))
}

/// A rejection, a withdrawal and the close end every release.
fn shows_anything(view: &View) -> bool {
    let ended = view.outcome.is_some_and(|(outcome, _)| matches!(outcome, Outcome::Rejected | Outcome::Withdrawn));
    !ended && !matches!(view.posting_state, State::Closed | State::Archived)
}

fn line(frame: &Frame, view: &View, release: &ReleaseLine, shows: bool) -> AnyView {
    let lang = frame.lang;
    let audience = release.audience_name.clone().unwrap_or_else(|| body(lang, &release.audience));
    let names = list(release.sections.iter().map(|&section| lang.text(texts::section(section))));
    let stands = release.stands && shows;
    let when = match release.revoked_at {
        Some(at) => lang.fill(Key::ReleaseRevokedOn, &[&frame.date(at)]),
        None => lang.fill(Key::ReleaseUntilDay, &[&lang.date(last_day(frame, release.until))]),
    };
    let label = lang.fill(Key::ReleaseRevokeFrom, &[&audience]);
    let revoke = (stands && view.may(Action::Release)).then(|| {
        view! {
            <form method="post" action=format!("/office/applications/{}/releases/{}/revoke", view.id, release.id)>
                <button class="button" aria-label=label>{lang.text(Key::ReleaseRevoke)}</button>
            </form>
        }
    });
    view! {
        <li>
            <p>
                {when}
                {(!stands).then(|| view! { " " {ui::badge("block", lang.text(Key::ReleaseOver))} })}
            </p>
            <p>{lang.fill(Key::ReleaseSees, &[&audience, &names])}</p>
            {release.told.then(|| view! { <p class="muted">{lang.text(Key::ReleaseTold)}</p> })}
            {revoke}
        </li>
    }
    .into_any()
}

/// A body by its name.
pub(in super::super) fn body(lang: Lang, audience: &Audience) -> String {
    match audience {
        Audience::Body(role) => lang.text(texts::role(*role)).to_owned(),
        _ => lang.text(Key::Somebody).to_owned(),
    }
}

fn new_release(frame: &Frame, view: &View, draft: &Draft, audiences: &Audiences) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "releases");
    let open = form.came_back() || view.releases.is_empty();
    let arisen = [Section::Comments, Section::Notes];
    let offered: Vec<Section> = sections(view).into_iter().chain(arisen).collect();
    view! {
        <details class="fold" open=open>
            <summary>{lang.text(Key::ReleaseNew)}</summary>
            <form class="form" method="post" action=format!("/office/applications/{}/releases", view.id) novalidate>
                {fields(frame, &form, audiences, &format!("department:{}", view.department), &offered, view.blind)}
                <div class="row">
                    <button class="button primary">{lang.text(Key::ReleaseSend)}</button>
                </div>
            </form>
        </details>
    }
    .into_any()
}

/// What a release asks for: to whom, what, until when.
pub(in super::super) fn fields(
    frame: &Frame,
    form: &Form<'_>,
    audiences: &Audiences,
    beginning: &str,
    offered: &[Section],
    blind: bool,
) -> AnyView {
    let lang = frame.lang;
    let today = frame.day(frame.now);
    let after = |span: Span| today.saturating_add(span).to_string();
    // Who judges the work needs no address, and what others think or HR noted is not theirs unless somebody says so.
    let begins = |section: Section| match section {
        Section::Contact | Section::Disability | Section::Comments | Section::Notes => false,
        Section::Letter | Section::Answers => !blind,
        // It stands in for the documents where these are not shown.
        Section::Redacted => blind,
        section => !blind || !section.names_the_person(),
    };
    let choices =
        offered.iter().map(|&section| (section.code(), lang.text(texts::section(section)).to_owned(), begins(section))).collect();
    view! {
        {form.field("audience", Key::ReleaseTo, beginning).select(audiences.options(lang))}
        {form.choices("checkbox", "sections", Key::ReleaseSections, false, choices)}
        {blind.then(|| view! { <p class="muted">{lang.text(Key::ReleaseBlind)}</p> })}
        {form
            .field("until", Key::ReleaseUntil, &after(Span::new().days(PROPOSED)))
            .hint(lang.text(Key::ReleaseUntilHint))
            .day(Some(today.to_string()), Some(after(Span::new().years(1))))}
    }
    .into_any()
}
