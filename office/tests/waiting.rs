//! What waits for each person when they come to the desk.

use crate::support;

use jiff::civil::date;
use office::{decide::Decision, release::NewRelease};
use rules::{
    access::Audience,
    application::{Outcome, Section, Stage},
    posting::Reminder,
};
use support::{both_engines, seed::ada};

both_engines!(hr_sees_counts_and_nobody_else_does, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let first = office.apply(&posting, ada(), "one").await;
    let second = office.apply(&posting, ada(), "two").await;
    office.apply(&posting, ada(), "three").await;
    let hired = Decision { outcome: Some(Outcome::Hired), reason: String::new(), rejection_received_at: None };
    office.decide(&cast.hr, &first, &hired).await.expect("a decision");
    office.move_stage(&cast.hr, &second, Stage::Review).await.expect("a move");

    let waiting = office.waiting(&cast.hr).await.expect("what waits");
    assert!(waiting.released.is_none() && waiting.privacy.is_none(), "HR has one part only");
    let hr = waiting.hr.expect("HR's part");
    assert_eq!((hr.received, hr.undecided, hr.hired), (1, 2, 1));
    assert_eq!((hr.overdue, hr.erasures, hr.closing.len()), (0, 0, 0), "every date is months away");

    for other in [&cast.kitchen_head, &cast.privacy, &cast.admin, &office.stranger().await] {
        let counts = office.waiting(other).await.expect("what waits").hr.map(|hr| (hr.received, hr.undecided, hr.hired));
        assert!(matches!(counts, None | Some((0, 0, 0))), "{other:?} counts what is not theirs: {counts:?}");
    }
});

both_engines!(a_procedure_that_closes_with_undecided_applicants_is_announced, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "one").await;
    let closing = async |day: &'static str| {
        office.at(day);
        let hr = office.waiting(&cast.hr).await.expect("what waits").hr.expect("HR's part");
        hr.closing.into_iter().map(|soon| (soon.posting, soon.closes_on, soon.reminder, soon.undecided)).collect::<Vec<_>>()
    };
    // The intake ends on 31 December, the procedure six months later.
    assert_eq!(closing("2027-05-30T12:00:00Z").await, []);
    assert_eq!(closing("2027-05-31T12:00:00Z").await, [(posting.id.clone(), date(2027, 6, 30), None, 1)]);
    // Reminders fourteen and three days before.
    for (now, reminder) in [
        ("2027-06-15T12:00:00Z", None),
        ("2027-06-16T12:00:00Z", Some(Reminder::Fortnight)),
        ("2027-06-26T12:00:00Z", Some(Reminder::Fortnight)),
        ("2027-06-27T12:00:00Z", Some(Reminder::Days)),
    ] {
        assert_eq!(closing(now).await, [(posting.id.clone(), date(2027, 6, 30), reminder, 1)], "{now}");
    }
});

both_engines!(a_procedure_in_which_nobody_acts_for_three_months_is_told_to_the_privacy_officer, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let forgotten = async |day: &'static str| {
        office.at(day);
        let privacy = office.waiting(&cast.privacy).await.expect("what waits").privacy.expect("the privacy officer's part");
        privacy.forgotten.into_iter().map(|procedure| (procedure.since, procedure.applications)).collect::<Vec<_>>()
    };
    assert_eq!(forgotten("2027-02-28T12:00:00Z").await, []);
    assert_eq!(forgotten("2027-03-01T12:00:00Z").await, [(date(2026, 12, 1), 1)]);
    office.move_stage(&cast.hr, &id, Stage::Review).await.expect("a move");
    assert_eq!(forgotten("2027-05-31T12:00:00Z").await, []);
    assert_eq!(forgotten("2027-06-01T12:00:00Z").await, [(date(2027, 3, 1), 1)]);
});

both_engines!(n10_dates_that_draw_near_and_dates_that_are_past_are_counted_apart, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "one").await;
    // The last day is 30 December 2027; the erasure is due when it ends.
    for (now, expected) in [("2027-11-30T12:00:00Z", (0, 0)), ("2027-12-01T12:00:00Z", (0, 1)), ("2027-12-30T23:00:00Z", (1, 0))]
    {
        office.at(now);
        let hr = office.waiting(&cast.hr).await.expect("what waits").hr.expect("HR's part");
        let privacy = office.waiting(&cast.privacy).await.expect("what waits").privacy.expect("the privacy officer's part");
        assert_eq!((hr.overdue, hr.erasures), expected, "for HR at {now}");
        assert_eq!((privacy.overdue, privacy.erasures), expected, "for the privacy officer at {now}");
    }
});

both_engines!(n04_a_head_is_asked_for_a_comment_while_the_release_stands, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let (first, second) = (office.apply(&posting, ada(), "one").await, office.apply(&posting, ada(), "two").await);
    let asked = async |actor| {
        let released = office.waiting(actor).await.expect("what waits").released.expect("a reader's part");
        released.into_iter().map(|released| (released.line.id, released.line.name)).collect::<Vec<_>>()
    };
    assert_eq!(asked(&cast.kitchen_head).await, []);

    let release = |department, sections: &[Section], until: &str| NewRelease {
        audience: Audience::Department(department),
        sections: sections.to_vec(),
        until: until.parse().expect("an instant"),
    };
    let kitchen = release(cast.kitchen.clone(), &[Section::Cv, Section::Contact], "2026-12-20T00:00:00Z");
    office.release(&cast.hr, &first, &kitchen).await.expect("a release");
    let sooner = release(cast.kitchen.clone(), &[Section::Cv], "2026-12-10T00:00:00Z");
    office.release(&cast.hr, &second, &sooner).await.expect("a release");
    // Another department's release does not lengthen theirs.
    let garden = release(cast.garden.clone(), &[Section::Cv], "2026-12-31T00:00:00Z");
    office.release(&cast.hr, &second, &garden).await.expect("a release");

    let name = Some("Ada Lovelace".to_owned());
    assert_eq!(asked(&cast.kitchen_head).await, [(second.clone(), None), (first.clone(), name)], "the soonest end first");
    office.add_comment(&cast.kitchen_head, &first, "Knows the trade.", None).await.expect("a comment");
    assert_eq!(asked(&cast.kitchen_head).await, [(second.clone(), None)]);
    let say = |text: &'static str, token: &'static str| office.add_comment_once(&cast.kitchen_head, &first, text, None, token);
    let (once, again) = tokio::join!(say("Asks good questions.", "a form"), say("Asks good questions.", "a form"));
    let once = once.expect("a comment");
    assert_eq!(once, again.expect("the same comment"), "a double click is one comment");
    assert_ne!(once, say("Asks little.", "a form").await.expect("a comment"), "other words are another");
    let comments = office.read_application(&cast.hr, &first).await.expect("the application").comments;
    assert_eq!(comments.len(), 3);
    assert_eq!(asked(&cast.garden_head).await, [(second, None)], "each department is asked for itself");
    office.at("2026-12-10T00:00:00Z");
    assert_eq!(asked(&cast.kitchen_head).await, [], "the release has ended");
});
