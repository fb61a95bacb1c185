//! One outcome for several applicants at once: all of them, or none.

use crate::support;

use office::{Error, Refusal, careers::Posting, decide::Decision, posting::PostingDraft};
use rules::{
    access::Denied,
    application::{Outcome, Refused},
    form::Problem,
    id::ApplicationId,
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada},
};

/// An open posting with two seats, and three who applied.
async fn three_for_two_seats(office: &TestOffice, cast: &Cast) -> (Posting, Vec<ApplicationId>) {
    let draft = PostingDraft { seats: "2".to_owned(), ..cast.draft() };
    let id = office.draft_posting(&cast.hr, draft).await.expect("a draft");
    office.publish_posting(&cast.hr, &id).await.expect("a published posting");
    let posting = office.read_posting(&cast.hr, &id).await.expect("the posting").posting;
    let mut ids = Vec::new();
    for n in 0..3 {
        ids.push(office.apply(&posting, ada(), &format!("{id} {n}")).await);
    }
    (posting, ids)
}

fn decision(outcome: Outcome) -> Decision {
    Decision { outcome: Some(outcome), reason: String::new(), rejection_received_at: None }
}

async fn count(office: &TestOffice, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(office.records.read()).await.expect("a count")
}

const DECIDED: &str = "SELECT COUNT(*) FROM application WHERE outcome IS NOT NULL";

/// Fails unless nobody is decided, and nothing says that somebody ever was.
async fn assert_nobody(office: &TestOffice) {
    assert_eq!(count(office, DECIDED).await, 0, "nobody has an outcome");
    assert_eq!(count(office, "SELECT COUNT(*) FROM history WHERE what LIKE 'outcome%'").await, 0, "no history says so");
    assert_eq!(count(office, "SELECT COUNT(*) FROM entry_in WHERE body LIKE '%\"decide\"%'").await, 0, "no entry says so");
}

both_engines!(n23_of_three_to_be_hired_for_two_seats_nobody_is_and_of_two_each_has_an_entry_of_their_own, |office| async move {
    let cast = office.cast().await;
    let (_, ids) = three_for_two_seats(&office, &cast).await;
    let refused = office.decide_each(&cast.hr, &ids, Outcome::Hired, "all three can cook").await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Application(Refused::SeatsLeft(2))))), "{refused:?}");
    assert_nobody(&office).await;

    office.decide_each(&cast.hr, &ids[..2], Outcome::Hired, "both can cook").await.expect("two for two seats");
    for id in &ids[..2] {
        let view = office.read_application(&cast.hr, id).await.expect("the application");
        assert_eq!(view.outcome.map(|(outcome, _)| outcome), Some(Outcome::Hired));
        assert_eq!(view.outcome_reason.as_deref(), Some("both can cook"));
        let lines: Vec<_> = view.history.iter().map(|line| (line.author.as_deref(), line.what.as_str())).collect();
        assert_eq!(lines, [(Some("Hanna Hart"), "outcome none hired")], "with the author's name");
    }
    assert_eq!(count(&office, "SELECT COUNT(*) FROM entry_in WHERE body LIKE '%\"decide\"%'").await, 2);
    let refused = office.decide_each(&cast.hr, &ids[2..], Outcome::Hired, "").await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Application(Refused::NoSeatLeft)))), "{refused:?}");
});

both_engines!(whoever_hires_one_while_somebody_hires_two_never_fills_more_than_the_seats, |office| async move {
    let cast = office.cast().await;
    for round in 0..4 {
        let (posting, ids) = three_for_two_seats(&office, &cast).await;
        let one = decision(Outcome::Hired);
        // Each goes first in every other round.
        let (single, bulk) = if round % 2 == 0 {
            tokio::join!(office.decide(&cast.hr, &ids[0], &one), office.decide_each(&cast.hr, &ids[1..], Outcome::Hired, "both"))
        } else {
            let (bulk, single) = tokio::join!(
                office.decide_each(&cast.hr, &ids[1..], Outcome::Hired, "both"),
                office.decide(&cast.hr, &ids[0], &one)
            );
            (single, bulk)
        };
        let hired = office.read_posting(&cast.hr, &posting.id).await.expect("the posting").counts.hired;
        match (&single, &bulk) {
            (Ok(()), Err(Error::Refused(Refusal::Application(Refused::SeatsLeft(1))))) => assert_eq!(hired, 1),
            (Err(Error::Refused(Refusal::Application(Refused::NoSeatLeft))), Ok(())) => assert_eq!(hired, 2),
            _ => panic!("one is hired or two, got {single:?} and {bulk:?}"),
        }
    }
});

both_engines!(of_two_who_decide_about_the_same_person_in_bulk_one_is_told_and_none_is_decided_by_halves, |office| async move {
    let cast = office.cast().await;
    let (_, ids) = three_for_two_seats(&office, &cast).await;
    let (a, b) = tokio::join!(
        office.decide_each(&cast.hr, &ids[..2], Outcome::Rejected, ""),
        office.decide_each(&cast.hr, &ids[1..], Outcome::Withdrawn, "")
    );
    assert!(matches!((&a, &b), (Ok(()), Err(Error::Conflict)) | (Err(Error::Conflict), Ok(()))), "{a:?} and {b:?}");
    assert_eq!(count(&office, DECIDED).await, 2);
    let kinds = count(&office, "SELECT COUNT(DISTINCT outcome) FROM application WHERE outcome IS NOT NULL").await;
    assert_eq!(kinds, 1, "both by the same person");
});

both_engines!(if_one_cannot_be_decided_none_is, |office| async move {
    let cast = office.cast().await;
    let (_, ids) = three_for_two_seats(&office, &cast).await;
    let (_, elsewhere) = three_for_two_seats(&office, &cast).await;
    let mixed = [ids[0].clone(), elsewhere[0].clone()];
    let refused = office.decide_each(&cast.hr, &mixed, Outcome::Rejected, "").await;
    assert!(matches!(refused, Err(Error::NotFound)), "of another posting: {refused:?}");
    let twice = [ids[0].clone(), ids[1].clone(), ids[0].clone()];
    let refused = office.decide_each(&cast.hr, &twice, Outcome::Rejected, "").await;
    assert!(matches!(refused, Err(Error::Conflict)), "named twice: {refused:?}");
    let refused = office.decide_each(&cast.hr, &ids, Outcome::Rejected, &"x".repeat(10_001)).await;
    assert!(matches!(&refused, Err(Error::Invalid(p)) if p == &[("reason", Problem::TooLong { max: 10_000 })]), "{refused:?}");
    let refused = office.decide_each(&cast.kitchen_head, &ids, Outcome::Rejected, "").await;
    assert!(matches!(refused, Err(Error::Forbidden(Denied::Role) | Error::NotFound)), "a head: {refused:?}");
    let refused = office.decide_each(&office.stranger().await, &ids, Outcome::Rejected, "").await;
    assert!(matches!(refused, Err(Error::NotFound)), "another employer: {refused:?}");

    // The last one's key is gone: found only while the others are written already.
    let rk: String = sqlx::query_scalar("SELECT rk_id FROM application WHERE id = $1")
        .bind(ids[2].as_str())
        .fetch_one(office.records.read())
        .await
        .expect("a key's id");
    sqlx::query("DELETE FROM rk WHERE id = $1").bind(rk).execute(office.keys.read()).await.expect("a lost key");
    let refused = office.decide_each(&cast.hr, &ids, Outcome::Rejected, "not this time").await;
    assert!(matches!(refused, Err(Error::Gone)), "without a key: {refused:?}");
    assert_nobody(&office).await;

    office.decide(&cast.hr, &ids[0], &decision(Outcome::Withdrawn)).await.expect("a decision");
    let refused = office.decide_each(&cast.hr, &ids[..2], Outcome::Rejected, "").await;
    assert!(matches!(refused, Err(Error::Conflict)), "decided in the meantime: {refused:?}");
    assert_eq!(count(&office, DECIDED).await, 1);
});
