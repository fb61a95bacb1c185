//! A clock that was moved stops every process until a person confirms it.

use crate::support;

use std::cell::Cell;

use jiff::{SignedDuration, Timestamp};
use office::{Error, Refusal, Result, clock_guard::Watch};
use rules::{access::Denied, clock::Moved};
use support::{BEGIN, TestOffice, both_engines};

const MINUTES: SignedDuration = SignedDuration::from_mins(15);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A process that passes again and again; time passes for it whatever the clock on the wall shows.
#[derive(Default)]
struct Process {
    watch: Watch,
    running: Cell<SignedDuration>,
}

impl Process {
    /// The next pass: so much time has really passed, and the clock has moved on by so much.
    async fn pass(&mut self, office: &TestOffice, really: SignedDuration, shown: SignedDuration) -> Result<Timestamp> {
        office.pass(shown);
        self.look(office, really).await
    }

    async fn look(&mut self, office: &TestOffice, really: SignedDuration) -> Result<Timestamp> {
        self.running.set(self.running.get() + really);
        office.tick_watched(&mut self.watch, || self.running.get()).await
    }
}

#[track_caller]
fn assert_stopped<T: std::fmt::Debug>(tried: &Result<T>) {
    assert!(matches!(tried, Err(Error::Refused(Refusal::ClockMoved))), "{tried:?}");
}

async fn stops(office: &TestOffice) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM clock_stop").fetch_one(office.records.read()).await.expect("a count")
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

both_engines!(n10_a_clock_that_jumps_while_processes_run_stops_them_all_until_somebody_confirms_it, |office| async move {
    let cast = office.cast().await;
    let (mut one, mut other) = (Process::default(), Process::default());
    assert_eq!(one.pass(&office, MINUTES, SignedDuration::ZERO).await.expect("the first pass"), at(BEGIN));
    other.pass(&office, MINUTES, MINUTES).await.expect("the first pass of another process");
    one.pass(&office, MINUTES * 2, MINUTES).await.expect("all is well");
    assert_eq!(office.clock_stop().await.expect("an answer"), None);

    assert_stopped(&one.pass(&office, MINUTES, DAY * 2).await);
    let stop = office.clock_stop().await.expect("an answer").expect("a stop");
    assert_eq!((stop.moved, stop.expected, stop.found), (Moved::Jumped, at("2026-12-01T09:45:00Z"), at("2026-12-03T09:30:00Z")));
    // It stands for whoever comes, and though the clock is put right again.
    assert_stopped(&other.look(&office, MINUTES).await);
    assert_stopped(&office.tick().await);
    assert_stopped(&Process::default().look(&office, MINUTES).await);
    office.pass(-DAY * 2);
    assert_stopped(&one.look(&office, MINUTES).await);
    office.pass(DAY * 2);
    assert_eq!(stops(&office).await, 1, "one stop, however often it is seen");

    let page = office.clock_at_desk(&cast.admin).await.expect("the page");
    assert_eq!((page.stop, page.last_pass), (Some(stop), Some(at("2026-12-01T09:30:00Z"))));
    office.confirm_clock(&cast.admin, page.now).await.expect("confirmed");
    assert_eq!(office.clock_stop().await.expect("an answer"), None);
    // What each of them remembers of the clock before counts no more.
    assert_eq!(one.pass(&office, MINUTES, MINUTES).await.expect("it goes on"), at("2026-12-03T09:45:00Z"));
    other.pass(&office, MINUTES, MINUTES).await.expect("it goes on");
    office.tick().await.expect("it goes on");
    // But what happens next does.
    assert_stopped(&one.pass(&office, MINUTES * 2, DAY * 2).await);
    assert_eq!(stops(&office).await, 2);
});

both_engines!(n10_a_clock_that_is_set_back_stops_a_new_process_too, |office| async move {
    office.cast().await;
    let mut process = Process::default();
    process.pass(&office, MINUTES, SignedDuration::ZERO).await.expect("a pass");
    office.pass(-SignedDuration::from_secs(1));
    assert_stopped(&office.tick().await);
    let stop = office.clock_stop().await.expect("an answer").expect("a stop");
    assert_eq!((stop.moved, stop.expected, stop.found), (Moved::SetBack, at(BEGIN), at(BEGIN) - SignedDuration::from_secs(1)));
    let (ended, now) = office.confirm_clock_by_hand().await.expect("confirmed").expect("a stop");
    assert_eq!((ended, now), (stop, stop.found));
    assert_eq!(office.confirm_clock_by_hand().await.expect("an answer"), None, "once");
    office.tick().await.expect("by the clock that was set back");
    process.pass(&office, MINUTES, MINUTES).await.expect("so does the process that had passed before");
});

both_engines!(n10_an_ordinary_stop_a_suspended_machine_and_a_process_that_is_held_stop_nothing, |office| async move {
    let mut process = Process::default();
    process.pass(&office, MINUTES, SignedDuration::ZERO).await.expect("a pass");
    process.pass(&office, DAY * 3, DAY * 3).await.expect("held for three days, by a signal or with its machine");
    office.pass(DAY * 10);
    Process::default().look(&office, MINUTES).await.expect("started again after ten days");
    office.tick().await.expect("a command");
    process.pass(&office, DAY * 10, MINUTES).await.expect("and one that slept all the while");
    assert_eq!(stops(&office).await, 0);
});

both_engines!(
    n10_the_privacy_officer_or_an_administrator_confirms_what_a_page_showed_and_the_journal_says_so,
    |office| async move {
        let cast = office.cast().await;
        let stranger = office.stranger().await;
        office.tick().await.expect("a pass");
        office.pass(-DAY);
        assert_stopped(&office.tick().await);
        for actor in [&cast.hr, &cast.kitchen_head, &stranger] {
            let refused = office.confirm_clock(actor, office.now()).await;
            assert!(matches!(refused, Err(Error::Forbidden(Denied::Role))), "{refused:?}");
            assert!(matches!(office.clock_at_desk(actor).await, Err(Error::Forbidden(Denied::Role))));
        }
        let shown = office.clock_at_desk(&cast.privacy).await.expect("the page").now;
        office.pass(DAY);
        let refused = office.confirm_clock(&cast.privacy, shown).await;
        assert!(matches!(refused, Err(Error::Conflict)), "the clock was moved since the page was shown: {refused:?}");
        assert!(office.clock_stop().await.expect("an answer").is_some());
        office.pass(MINUTES - DAY);
        office.confirm_clock(&cast.privacy, shown).await.expect("confirmed");
        let refused = office.confirm_clock(&cast.admin, shown).await;
        assert!(matches!(refused, Err(Error::Conflict)), "somebody was quicker: {refused:?}");
        let lines = office.read_journal(&cast.privacy, None, 100).await.expect("the journal");
        let told: Vec<_> = lines
            .iter()
            .filter(|line| line.what.contains("clock"))
            .map(|line| (line.name.as_deref().unwrap_or("the house"), line.what.as_str(), line.detail.as_str()))
            .collect();
        let (confirmed, stopped) = ("2026-12-01T09:00:00Z 2026-11-30T09:15:00Z", "2026-12-01T09:00:00Z 2026-11-30T09:00:00Z");
        assert_eq!(told, [("Pia Prinz", "confirm_clock", confirmed), ("the house", "stop_clock", stopped)]);
    }
);

both_engines!(two_processes_that_see_at_once_that_the_clock_was_moved_make_one_stop, |office| async move {
    office.tick().await.expect("a pass");
    office.pass(-DAY);
    let (one, other) = tokio::join!(office.tick(), office.tick());
    assert_stopped(&one);
    assert_stopped(&other);
    assert_eq!(stops(&office).await, 1);
});
