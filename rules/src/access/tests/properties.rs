//! What holds for every application, whatever was released, revoked, decided or closed on it (docs/PROMISES.md, n04).

use proptest::{collection::vec, option, prelude::*, sample};

use super::*;

/// The audiences of a release, each with those of the cast who are meant: nobody else may ever notice it.
fn audiences() -> Vec<(Audience, &'static [&'static str])> {
    let mut audiences: Vec<(Audience, &'static [&'static str])> = vec![
        (Audience::Department(department("engineering")), &["head", "hr+head", "h+council", "both"]),
        (Audience::Department(department("operations")), &["other"]),
        (Audience::Department(department("sales")), &[]),
        (Audience::Department(department("kitchen")), &[]),
        (Audience::Body(Role::WorksCouncil), &["council", "h+council"]),
        (Audience::Body(Role::Representative), &["repr"]),
        (Audience::Person(account("head")), &["head"]),
        (Audience::Person(account("other")), &["other"]),
        (Audience::Person(account("vacant")), &["vacant"]),
        (Audience::Person(account("panel")), &["panel"]),
        (Audience::Person(account("council")), &["council"]),
        (Audience::Person(account("repr")), &["repr"]),
        (Audience::Person(account("hr+head")), &["hr+head"]),
        (Audience::Person(account("h+council")), &["h+council"]),
        (Audience::Person(account("both")), &["both"]),
    ];
    // No release makes a reader of these: they read everything by their role, or nothing at all.
    audiences.extend(["hr", "hr+admin", "privacy", "admin", "away"].map(|name| (Audience::Person(account(name)), &[][..])));
    audiences.extend(
        [Role::Hr, Role::Head, Role::Panel, Role::Privacy, Role::Admin, Role::Accounting]
            .map(|role| (Audience::Body(role), &[][..])),
    );
    audiences
}

/// Who is meant by a release.
fn meant(release: &Release) -> &'static [&'static str] {
    audiences().into_iter().find_map(|(known, names)| (known == release.audience).then_some(names)).expect("a known audience")
}

/// A day of the year, counted from 1 November; `now()` is the thirty-first.
fn day(n: i64) -> Timestamp {
    on("2026-11-01") + jiff::SignedDuration::from_hours(24 * (n - 1))
}

fn days(from: i64, to: i64) -> impl Strategy<Value = Timestamp> {
    (from..=to).prop_map(day)
}

prop_compose! {
    fn a_release(until: impl Strategy<Value = Timestamp>)(
        (audience, _) in sample::select(audiences()),
        sections in sample::subsequence(Section::ALL.to_vec(), 1..=Section::ALL.len()),
        until in until,
        revoked_at in option::of(days(1, 30)),
    ) -> Release {
        Release { audience, sections, since: Timestamp::MIN, until, revoked_at }
    }
}

prop_compose! {
    /// An application on which everything happened from the day `first` on.
    fn an_application(first: i64, releases: impl Strategy<Value = Vec<Release>>)(
        posting in sample::select(State::ALL),
        closed_at in days(first, 30),
        outcome in option::of((sample::select(Outcome::ALL), days(first, 30))),
        life in sample::select(Life::ALL),
        handed_over in any::<bool>(),
        restricted in prop::bool::weighted(0.2),
        releases in releases,
        blind in any::<bool>(),
        excluded in sample::subsequence(vec![account("head"), account("panel"), account("hr")], 0..=3),
    ) -> Application {
        let closed_at = matches!(posting, State::Closed | State::Archived).then_some(closed_at);
        Application { employer: employer("here"), posting, closed_at, outcome, life, handed_over, restricted, openings: std::vec::Vec::new(), releases, excluded, blind }
    }
}

fn any_release() -> impl Strategy<Value = Release> {
    a_release(days(1, 60))
}

fn any_application() -> impl Strategy<Value = Application> {
    an_application(1, vec(any_release(), 0..5))
}

/// Everything that can be asked of an application, and each answer.
fn answers(actor: &Actor, application: &Application, now: Timestamp) -> Vec<(String, Result<(), Denied>)> {
    let action = |&action: &Action| (format!("{action:?}"), may(actor, action, Subject::Application(application), now));
    let section = |&section: &Section| {
        (format!("read {section:?}"), may(actor, Action::ReadSection, Subject::Section(application, section), now))
    };
    Action::ALL.iter().map(action).chain(Section::ALL.iter().map(section)).collect()
}

fn allowed(actor: &Actor, application: &Application, now: Timestamp) -> Vec<String> {
    answers(actor, application, now).into_iter().filter_map(|(what, answer)| answer.is_ok().then_some(what)).collect()
}

/// What somebody may now and might not before.
fn added(before: &[String], after: Vec<String>) -> Vec<String> {
    after.into_iter().filter(|what| !before.contains(what)).collect()
}

fn with(application: &Application, release: Release) -> Application {
    let mut application = application.clone();
    application.releases.push(release);
    application
}

proptest! {
    #[test]
    fn n04_nobody_notices_a_release_to_somebody_else(before in any_application(), release in any_release()) {
        let meant = meant(&release);
        let after = with(&before, release);
        for (name, actor) in cast().into_iter().filter(|(name, _)| !meant.contains(name)) {
            prop_assert_eq!(answers(&actor, &before, now()), answers(&actor, &after, now()), "{}", name);
        }
    }

    #[test]
    fn n04_a_release_opens_the_sections_it_names_and_no_other(before in any_application(), release in any_release()) {
        let after = with(&before, release.clone());
        let ended = release.revoked_at.is_some() || release.until <= now();
        for (name, actor) in cast() {
            let (before, after) = (allowed(&actor, &before, now()), allowed(&actor, &after, now()));
            let added = added(&before, after);
            prop_assert!(!ended || added.is_empty(), "a release that ended shows {} {:?}", name, added);
            for section in Section::ALL.iter().filter(|section| !release.sections.contains(section)) {
                prop_assert!(!added.contains(&format!("read {section:?}")), "{} reads {:?}, which was not named", name, section);
            }
        }
    }

    #[test]
    fn n04_revoking_takes_from_whom_it_was_released_to_and_adds_to_nobody(
        before in an_application(1, vec(any_release(), 1..5)),
        which in any::<sample::Index>(),
    ) {
        let mut after = before.clone();
        let release = which.get_mut(&mut after.releases);
        release.revoked_at = release.revoked_at.or(Some(now()));
        let meant = meant(release);
        for (name, actor) in cast() {
            let added = added(&allowed(&actor, &before, now()), allowed(&actor, &after, now()));
            prop_assert!(added.is_empty(), "revoking adds {:?} to {}", added, name);
            if !meant.contains(&name) {
                prop_assert_eq!(answers(&actor, &before, now()), answers(&actor, &after, now()), "{}", name);
            }
        }
    }

    #[test]
    fn n04_time_that_passes_adds_nothing(application in any_application(), (earlier, later) in (30i64..=60, 0i64..=30)) {
        for (name, actor) in cast() {
            let at = |n| allowed(&actor, &application, day(n));
            let added = added(&at(earlier), at(earlier + later));
            prop_assert!(added.is_empty(), "waiting adds {:?} to {}", added, name);
        }
    }

    #[test]
    fn n04_an_application_is_the_same_nothing_to_everybody_to_whom_it_was_never_released(application in any_application()) {
        for (name, actor) in cast().into_iter().filter(|(name, _)| !name.starts_with("hr")) {
            if application.releases.iter().all(|release| !meant(release).contains(&name)) {
                let unknown = super::application();
                prop_assert_eq!(answers(&actor, &application, now()), answers(&actor, &unknown, now()), "{}", name);
            }
        }
    }

    #[test]
    fn n04_what_happens_after_the_last_release_ended_is_told_to_nobody_but_hr(
        happened in an_application(11, vec(a_release(days(1, 10)), 1..5)),
    ) {
        // From whom it is kept, for them there is none at all, whatever ended when.
        let (releases, restricted, excluded) = (happened.releases.clone(), happened.restricted, happened.excluded.clone());
        let only_released = Application { releases, restricted, excluded, ..super::application() };
        for (name, actor) in cast().into_iter().filter(|(name, _)| !name.starts_with("hr")) {
            prop_assert_eq!(answers(&actor, &happened, now()), answers(&actor, &only_released, now()), "{}", name);
        }
    }
}
