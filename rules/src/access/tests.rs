//! Who may do what, asked for a cast that stands for everybody at a desk. The whole matrix is in `tests/matrix.rs`, what holds
//! for any application in `tests/properties.rs`.

mod matrix;
mod properties;

use super::*;

/// An identifier that says whose it is.
fn named(name: &str) -> [u8; 16] {
    let mut bytes = [b' '; 16];
    bytes[..name.len()].copy_from_slice(name.as_bytes());
    bytes
}

fn employer(name: &str) -> EmployerId {
    EmployerId::from_bytes(named(name))
}

fn department(name: &str) -> DepartmentId {
    DepartmentId::from_bytes(named(name))
}

fn account(name: &str) -> AccountId {
    AccountId::from_bytes(named(name))
}

/// The morning of a day.
fn on(day: &str) -> Timestamp {
    format!("{day}T09:00:00Z").parse().expect("a day")
}

fn now() -> Timestamp {
    on("2026-12-01")
}

/// Everybody who asks, by the name that stands above their column.
fn cast() -> Vec<(&'static str, Actor)> {
    let at = |place: &str, role| Membership { employer: employer(place), role, department: None };
    let here = |role| at("here", role);
    let heads = |name: &str| Membership { department: Some(department(name)), ..here(Role::Head) };
    let staff = [
        ("hr", vec![here(Role::Hr)]),
        ("head", vec![heads("engineering")]),
        ("other", vec![heads("operations")]),
        ("vacant", vec![here(Role::Head)]),
        ("panel", vec![here(Role::Panel)]),
        ("council", vec![here(Role::WorksCouncil)]),
        ("repr", vec![here(Role::Representative)]),
        ("privacy", vec![here(Role::Privacy)]),
        ("admin", vec![here(Role::Admin)]),
        ("acct", vec![here(Role::Accounting)]),
        ("hr+admin", vec![here(Role::Hr), here(Role::Admin)]),
        ("hr+head", vec![here(Role::Hr), heads("engineering")]),
        ("h+council", vec![heads("engineering"), here(Role::WorksCouncil)]),
        ("away", vec![at("elsewhere", Role::Hr)]),
        ("both", vec![heads("engineering"), at("elsewhere", Role::Hr)]),
    ];
    let staff = staff.map(|(name, memberships)| (name, memberships, vec![]));
    let deputy = ("deputy", vec![], vec![(heads("engineering"), on("2026-11-28"))]);
    let staff = staff
        .into_iter()
        .chain([deputy])
        .map(|(name, memberships, ended)| (name, Actor::Staff(Staff { account: account(name), memberships, ended })));
    std::iter::once(("nobody", Actor::Anonymous)).chain(staff).collect()
}

/// One of the cast.
fn actor(name: &str) -> Actor {
    cast().into_iter().find_map(|(known, actor)| (known == name).then_some(actor)).expect("one of the cast")
}

/// An application at the employer `here`, on which HR is still at work.
fn application() -> Application {
    Application {
        employer: employer("here"),
        posting: State::Open,
        closed_at: None,
        outcome: None,
        life: Life::Live,
        handed_over: false,
        restricted: false,
        openings: vec![],
        releases: vec![],
        excluded: vec![],
        blind: false,
    }
}

#[test]
fn n04_who_stood_in_learns_nothing_of_what_was_released_after_their_time() {
    let Actor::Staff(deputy) = actor("deputy") else { panic!("a deputy") };
    let (_, end) = deputy.ended[0].clone();
    for (since, denied) in [(end - jiff::SignedDuration::from_secs(1), true), (end, false)] {
        let mut application = released_to_engineering(&[Section::Cv]);
        application.releases[0].since = since;
        let answer = may(&actor("deputy"), Action::ReadApplication, Subject::Application(&application), now());
        // Their roles have all ended, so the guard speaks first; with another reader's role it would be this one.
        let Actor::Staff(mut with_panel) = actor("deputy") else { panic!("a deputy") };
        with_panel.memberships.push(Membership { employer: application.employer.clone(), role: Role::Panel, department: None });
        let reader = may(&Actor::Staff(with_panel), Action::ReadApplication, Subject::Application(&application), now());
        assert!(matches!(answer, Err(Denied::Ended(Ended::Deputyship, _))));
        assert_eq!(matches!(reader, Err(Denied::Ended(Ended::Deputyship, _))), denied, "{reader:?}");
        assert_eq!(reader == Err(Denied::Hidden), !denied);
    }
}

fn release(audience: Audience, sections: &[Section]) -> Release {
    Release { audience, sections: sections.to_vec(), since: on("2026-11-01"), until: on("2026-12-31"), revoked_at: None }
}

/// An application of which the engineers' head may see `sections`.
fn released_to_engineering(sections: &[Section]) -> Application {
    Application { releases: vec![release(Audience::Department(department("engineering")), sections)], ..application() }
}

/// The sections that are open to a person.
fn reads(name: &str, application: &Application) -> Vec<Section> {
    let actor = actor(name);
    let may = |&&section: &&Section| may(&actor, Action::ReadSection, Subject::Section(application, section), now()).is_ok();
    Section::ALL.iter().filter(may).copied().collect()
}

#[test]
fn n04_at_first_only_hr_and_the_department_once_released() {
    assert_eq!(reads("hr", &application()), Section::ALL);
    assert_eq!(reads("head", &application()), []);
    assert_eq!(reads("head", &released_to_engineering(&[Section::Cv])), [Section::Cv]);
    assert_eq!(reads("other", &released_to_engineering(&[Section::Cv])), [], "another department");
    assert_eq!(reads("away", &released_to_engineering(&[Section::Cv])), [], "another employer");
    assert_eq!(reads("privacy", &released_to_engineering(&[Section::Cv])), []);
    assert_eq!(reads("admin", &released_to_engineering(&[Section::Cv])), []);
    assert_eq!(reads("nobody", &released_to_engineering(&[Section::Cv])), []);
}

#[test]
fn an_ended_release_says_why_and_since_when() {
    let ask = |application: &Application| may(&actor("head"), Action::ReadApplication, Subject::Application(application), now());
    let (when, later) = (on("2026-11-20"), on("2026-11-25"));
    assert_eq!(ask(&application()), Err(Denied::Hidden), "never released: for the head it does not exist");

    let mut revoked = released_to_engineering(&[Section::Cv]);
    revoked.releases[0].revoked_at = Some(when);
    assert_eq!(ask(&revoked), Err(Denied::Ended(Ended::Revoked, when)));

    let mut expired = released_to_engineering(&[Section::Cv]);
    expired.releases[0].until = when;
    assert_eq!(ask(&expired), Err(Denied::Ended(Ended::Expired, when)));

    let rejected = Application { outcome: Some((Outcome::Rejected, when)), ..released_to_engineering(&[Section::Cv]) };
    assert_eq!(ask(&rejected), Err(Denied::Ended(Ended::Rejected, when)));

    let closed = Application { posting: State::Closed, closed_at: Some(later), ..rejected };
    assert_eq!(ask(&closed), Err(Denied::Ended(Ended::Rejected, when)), "the first end, not the last");

    let mut longer = Application { outcome: Some((Outcome::Rejected, later)), ..revoked };
    assert_eq!(
        ask(&longer),
        Err(Denied::Ended(Ended::Revoked, when)),
        "a rejection is not told to whom nothing was shown by then"
    );
    longer.releases.push(release(Audience::Person(account("head")), &[Section::Letter]));
    assert_eq!(ask(&longer), Err(Denied::Ended(Ended::Rejected, later)), "of two releases the one that showed something last");
}

#[test]
fn n13_a_restricted_application_is_hidden_from_heads_and_closed_to_hr() {
    let restricted = Application { restricted: true, ..released_to_engineering(&[Section::Cv]) };
    let section = Subject::Section(&restricted, Section::Cv);
    assert_eq!(may(&actor("hr"), Action::ReadSection, section, now()), Err(Denied::Restricted));
    assert_eq!(may(&actor("head"), Action::ReadSection, section, now()), Err(Denied::Hidden));
}

#[test]
fn a_person_whose_last_role_ended_may_do_no_more_than_anybody() {
    let former = Actor::Staff(Staff { account: account("panel"), memberships: vec![], ended: vec![] });
    let application = Application { releases: vec![release(Audience::Person(account("panel")), Section::ALL)], ..application() };
    for &action in Action::ALL {
        for subject in [Subject::House, Subject::Employer(&employer("here")), Subject::Application(&application)] {
            let anybody = may(&Actor::Anonymous, action, subject, now()).is_ok();
            assert_eq!(may(&former, action, subject, now()).is_ok(), anybody, "{action:?} to {subject:?}");
        }
    }
}

#[test]
fn n04_a_deputy_is_told_that_it_ended_and_only_of_what_they_had_seen() {
    let also_heads = Membership { employer: employer("here"), role: Role::Head, department: Some(department("operations")) };
    let Actor::Staff(deputy) = actor("deputy") else { panic!("somebody at the desk") };
    let deputy = Actor::Staff(Staff { memberships: vec![also_heads], ..deputy });
    let ask = |application: &Application| may(&deputy, Action::ReadApplication, Subject::Application(application), now());
    assert_eq!(
        ask(&released_to_engineering(&[Section::Cv])),
        Err(Denied::Ended(Ended::Deputyship, on("2026-11-28"))),
        "released to the department they stood in for"
    );
    assert_eq!(ask(&application()), Err(Denied::Hidden), "never released to it");
    let restricted = Application { restricted: true, ..released_to_engineering(&[Section::Cv]) };
    assert_eq!(ask(&restricted), Err(Denied::Hidden));
    assert_eq!(may(&deputy, Action::ListApplications, Subject::House, now()), Ok(()), "their own department goes on");
}

#[test]
fn who_has_several_roles_acts_in_the_first_that_the_action_is_for() {
    for (name, action, role) in [
        ("hr", Action::ReadApplication, Some(Role::Hr)),
        ("hr+head", Action::ReadApplication, Some(Role::Hr)),
        ("hr+head", Action::AddComment, Some(Role::Head)),
        ("hr+admin", Action::ManagePeople, Some(Role::Admin)),
        ("h+council", Action::ReadSection, Some(Role::Head)),
        // Not in their role, not at their employer, no longer, and for nobody in particular.
        ("privacy", Action::ReadApplication, None),
        ("both", Action::RunPosting, None),
        ("deputy", Action::ReadApplication, None),
        ("hr", Action::SignIn, None),
    ] {
        let Actor::Staff(staff) = actor(name) else { panic!("{name} signed in") };
        assert_eq!(staff.acts_as(action), role, "{name} {action:?}");
    }
}
