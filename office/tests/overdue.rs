//! What cannot be erased is tried again later and keeps nobody waiting; what is overdue is told to those who have to see to it, with its
//! cause.

use crate::support;

use jiff::{SignedDuration, Timestamp};
use office::{
    overdue::Cause,
    sweep::{Pass, Report},
};
use rules::id::ApplicationId;
use sqlx::AssertSqlSafe;
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada},
};

const DUE: &str = "2027-12-30T23:00:00Z";

async fn three(office: &TestOffice, cast: &Cast) -> Vec<ApplicationId> {
    let posting = office.open_posting_of(cast).await;
    let mut ids = Vec::new();
    for n in 0..3 {
        ids.push(office.apply(&posting, ada(), &format!("token {n}")).await);
    }
    ids
}

/// A pass as the house makes it by itself.
async fn pass(office: &TestOffice) -> Report {
    let pass = Pass { by_hand: false, since: Timestamp::MAX, progress: &|_| () };
    office.sweep_pass(&pass).await.expect("swept").expect("nobody else sweeps")
}

async fn run(office: &TestOffice, statement: &str) {
    sqlx::query(AssertSqlSafe(statement.to_owned())).execute(office.records.read()).await.expect("executed");
}

/// Gives an application a document that no store can delete; answers how it is mended.
async fn spoil(office: &TestOffice, id: &ApplicationId) -> &'static str {
    run(office, "INSERT INTO object (id, size, created_at) VALUES ('no id', 1, 0)").await;
    let document = "INSERT INTO document (id, application_id, section, object_id, version, created_at, sealed) \
        VALUES ('spoilt', $1, 'cv', 'no id', 1, 0, $2)";
    sqlx::query(document).bind(id.as_str()).bind(vec![0_u8]).execute(office.records.read()).await.expect("a document");
    "DELETE FROM document WHERE id = 'spoilt'"
}

async fn retry(office: &TestOffice) -> Option<(i64, i64, i64)> {
    sqlx::query_as("SELECT step, tries, retry_at - failed_at FROM erasure_retry")
        .fetch_optional(office.records.read())
        .await
        .expect("an answer")
}

both_engines!(what_cannot_be_erased_is_tried_again_after_ever_longer_pauses_and_keeps_nobody_waiting, |office| async move {
    let cast = office.cast().await;
    let ids = three(&office, &cast).await;
    let mend = spoil(&office, &ids[0]).await;
    office.at(DUE);
    let report = pass(&office).await;
    assert_eq!((report.erased, report.failed), (2, 1), "the others go");
    let mut before = 0;
    for tries in 1..=6 {
        let (step, noted, pause) = retry(&office).await.expect("a note");
        assert_eq!((step, noted), (3, tries));
        assert!(pause > before && pause <= 8 * 60 * 60 * 1000, "try {tries}: {pause} ms after {before} ms");
        before = if tries < 5 { pause } else { 0 };
        assert_eq!(pass(&office).await.failed, 0, "its time has not come");
        office.pass(SignedDuration::from_millis(pause));
        assert_eq!(pass(&office).await.failed, 1, "its time has come");
    }
    assert_eq!(office.sweep().await.expect("swept").failed, 1, "by hand it is tried at once");
    run(&office, mend).await;
    assert_eq!(pass(&office).await.erased, 0, "nobody told the house");
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    assert_eq!(retry(&office).await, None);
});

both_engines!(n10_what_is_overdue_is_told_with_its_cause_and_a_hold_is_no_overdue, |office| async move {
    let cast = office.cast().await;
    let ids = three(&office, &cast).await;
    let mend = spoil(&office, &ids[0]).await;
    let claim = "INSERT INTO claim (id, employer_id, posting_id, kind, review_on, missed, opened_at, opened_by) \
        SELECT 'c', employer_id, posting_id, 'announced', '2028-12-01', 0, 0, (SELECT MIN(id) FROM account) FROM application WHERE id = $1";
    sqlx::query(claim).bind(ids[1].as_str()).execute(office.records.read()).await.expect("a claim");
    let hold = "INSERT INTO hold (id, claim_id, application_id, part, created_at, created_by, version, sealed) \
        VALUES ('h', 'c', $1, 'claimant', 0, 'hr', 1, $2)";
    sqlx::query(hold).bind(ids[1].as_str()).bind(vec![0_u8]).execute(office.records.read()).await.expect("a hold");
    let told = async || office.alarm(&cast.hr).await.expect("an answer").map(|alarm| (alarm.overdue, alarm.causes));

    office.at("2027-12-31T22:59:59Z");
    let all = office.overdue().await.expect("an answer");
    assert_eq!((all.due, all.overdue, all.oldest), (2, 0, None), "due for less than a day");
    assert_eq!(told().await, None);

    office.pass(SignedDuration::from_secs(1));
    assert_eq!(told().await, Some((2, vec![(Cause::NobodySwept, 2)])), "no pass ever came");
    run(&office, "INSERT INTO clock_stop (number, moved, expected_at, found_at) VALUES (1, 'jumped', 0, 0)").await;
    assert_eq!(told().await, Some((2, vec![(Cause::ClockStopped, 2)])));
    run(&office, "DELETE FROM clock_stop").await;
    assert_eq!(pass(&office).await.erased, 1);
    assert_eq!(told().await, Some((1, vec![(Cause::Failed(3), 1)])), "its objects cannot be deleted");
    let alarm = office.alarm(&cast.privacy).await.expect("an answer").expect("the privacy officer is told");
    assert_eq!(alarm.oldest.map(|oldest| oldest.to_string()).as_deref(), Some(DUE));
    assert!(office.alarm(&cast.admin).await.expect("an answer").is_some(), "the administrator is told");
    assert!(office.alarm(&cast.kitchen_head).await.expect("an answer").is_none(), "nobody else is");
    assert!(office.alarm(&office.stranger().await).await.expect("an answer").is_none(), "nor is another employer");
    let last = office.last_pass().await.expect("an answer").expect("a pass");
    assert_eq!((last.erased, last.failed, last.ended), (1, 1, office.now()));

    run(&office, mend).await;
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    assert_eq!(told().await, None, "the one that is held is not due");
    let ended = format!("UPDATE hold SET ended_at = {}", office.now().as_millisecond());
    sqlx::query(sqlx::AssertSqlSafe(ended)).execute(office.records.read()).await.expect("the hold ends");
    assert_eq!(told().await, None, "it became due a moment ago, whatever its date says: the next pass has it");
    run(&office, "UPDATE hold SET ended_at = 1").await;
    assert_eq!(told().await, Some((1, vec![(Cause::NotReached, 1)])), "the last pass was a moment ago");
});
