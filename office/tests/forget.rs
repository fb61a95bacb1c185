//! The clock that forgets, on both engines: what goes, what stays, and what a pass that died leaves to the next.

use crate::support;

use jiff::{Timestamp, civil::date};
use office::{Error, Refusal, careers::Posting, decide::Decision, hold::NewClaim, list::Filter};
use rules::{
    application::{Outcome, Refused, Stage},
    form::{Problem, Typed},
    hold::ClaimKind,
    id::ApplicationId,
};
use support::{TestOffice, both_engines, seed::ada};

/// Intake ends on 31 December 2026, so the procedure closes by itself on 30 June 2027, and all is erased when 30 December 2027 is over.
const PLANNED_CLOSE: &str = "2027-06-29T22:00:00Z";
const DUE: &str = "2027-12-30T23:00:00Z";
const BEFORE: &str = "2027-12-30T22:59:59.999Z";

async fn three(office: &TestOffice, posting: &Posting) -> Vec<ApplicationId> {
    let mut ids = Vec::new();
    for n in 0..3 {
        let applicant = Typed { last_name: format!("Number{n}"), ..ada() };
        ids.push(office.apply(posting, applicant, &format!("token {n}")).await);
    }
    ids
}

fn decision(outcome: Outcome) -> Decision {
    Decision { outcome: Some(outcome), reason: "as discussed".to_owned(), rejection_received_at: None }
}

async fn count(office: &TestOffice, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(office.records.read()).await.expect("a count")
}

async fn certificates(office: &TestOffice) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM leaf WHERE kind = 'certificate'")
        .fetch_one(office.log.read())
        .await
        .expect("a count")
}

both_engines!(
    n10_a_procedure_nobody_closes_closes_by_itself_and_is_forgotten_on_the_day_that_stood_on_the_receipt,
    |office| async move {
        let cast = office.cast().await;
        let posting = office.open_posting_of(&cast).await;
        let ids = three(&office, &posting).await;
        let due = |view: &office::read::View| (view.due.last_day, view.due.erased_from.to_string());
        let promised = due(&office.read_application(&cast.hr, &ids[0]).await.expect("the application"));
        assert_eq!(promised, (date(2027, 12, 30), DUE.to_owned()));

        office.at("2027-06-29T21:59:59Z");
        assert_eq!(office.sweep().await.expect("swept").closed, 0, "the day has not begun in Berlin");
        // Late, as after an outage: the close still counts from the day it was planned for.
        office.at("2027-07-05T10:00:00Z");
        assert_eq!(office.sweep().await.expect("swept").closed, 1);
        let view = office.read_application(&cast.hr, &ids[0]).await.expect("that it exists is still shown");
        assert!(view.blocked && view.contact.is_none(), "a closed procedure blocks what is in it");
        assert_eq!(due(&view), promised, "the close by plan moves no date");
        assert_eq!(view.closing.day(&office.settings.zone), date(2027, 6, 30));
        let closed_at = office.read_posting(&cast.hr, &posting.id).await.expect("the posting").posting.closed_at;
        assert_eq!(closed_at.map(|at| at.to_string()).as_deref(), Some(PLANNED_CLOSE));

        office.at(BEFORE);
        assert_eq!(office.sweep().await.expect("swept").erased, 0, "never early");
        assert_eq!(office.sweep_dry_run().await.expect("looked").erased, 0);
        office.at(DUE);
        assert_eq!(office.sweep_dry_run().await.expect("looked").erased, 3);
        let report = office.sweep().await.expect("swept");
        assert_eq!((report.erased, report.failed), (3, 0));
        assert_eq!(certificates(&office).await, 3);
        assert_eq!(office.sweep().await.expect("swept").erased, 0, "what is gone is gone once");
        assert!(office.verify_log().await.expect("a verdict").is_good());
    }
);

both_engines!(
    n09_n13_a_hold_and_a_restriction_under_b_or_c_keep_the_sweep_off_and_one_under_a_or_d_does_not,
    |office| async move {
        let cast = office.cast().await;
        let posting = office.open_posting_of(&cast).await;
        let mut ids = three(&office, &posting).await;
        ids.push(office.apply(&posting, ada(), "four").await);
        let claim = NewClaim {
            kind: ClaimKind::Announced,
            reason: "She claims to have been passed over.".to_owned(),
            review_on: date(2027, 3, 1),
            comparators: Vec::new(),
        };
        office.open_claim(&cast.hr, &ids[0], &claim).await.expect("a claim");
        for (n, ground) in [(1, "b"), (2, "c"), (3, "d")] {
            sqlx::query("INSERT INTO restriction (id, application_id, ground, since) VALUES ($1, $2, $3, 0)")
                .bind(format!("r{n}"))
                .bind(ids[n].as_str())
                .bind(ground)
                .execute(office.records.read())
                .await
                .expect("a restriction");
        }
        office.at(DUE);
        assert_eq!(office.sweep().await.expect("swept").erased, 1, "only the one under (d) goes");
        sqlx::query("UPDATE hold SET ended_at = 1").execute(office.records.read()).await.expect("ended");
        sqlx::query("UPDATE restriction SET lifted_at = 1").execute(office.records.read()).await.expect("lifted");
        assert_eq!(office.sweep().await.expect("swept").erased, 3, "then the others follow");
    }
);

both_engines!(a_pass_that_died_after_any_step_is_taken_up_and_each_application_has_one_certificate, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let ids = three(&office, &posting).await;
    office.at(DUE);
    // As a process leaves them that died after step 1, after the key was destroyed, and after the objects were deleted.
    for (n, id) in ids.iter().enumerate() {
        sqlx::query("UPDATE application SET life = 'erasing' WHERE id = $1")
            .bind(id.as_str())
            .execute(office.records.read())
            .await
            .expect("step 1");
        sqlx::query("INSERT INTO erasure (application_id, rk_id, step, started_at, keys, objects) SELECT id, rk_id, $1, 0, 0, 0 FROM application WHERE id = $2")
            .bind(if n == 2 { 3i64 } else { 1 })
            .bind(id.as_str())
            .execute(office.records.read())
            .await
            .expect("an erasure");
        if n > 0 {
            let rk: String = sqlx::query_scalar("SELECT rk_id FROM application WHERE id = $1")
                .bind(id.as_str())
                .fetch_one(office.records.read())
                .await
                .expect("the key's id");
            sqlx::query("DELETE FROM rk WHERE id = $1").bind(&rk).execute(office.keys.read()).await.expect("destroyed");
            sqlx::query("INSERT INTO tombstone (rk_id, at) VALUES ($1, 0)")
                .bind(&rk)
                .execute(office.keys.read())
                .await
                .expect("a tombstone");
        }
    }
    assert!(matches!(office.read_application(&cast.hr, &ids[0]).await, Err(Error::Gone)), "from the first step on it is hidden");
    let report = office.sweep().await.expect("swept");
    assert_eq!((report.erased, report.failed), (3, 0));
    assert_eq!(certificates(&office).await, 3);
    for query in ["SELECT COUNT(*) FROM application", "SELECT COUNT(*) FROM section", "SELECT COUNT(*) FROM erasure"] {
        assert_eq!(count(&office, query).await, 0, "{query}");
    }
    let tombstones: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM tombstone").fetch_one(office.keys.read()).await.expect("a count");
    assert_eq!(tombstones, 3);
});

both_engines!(two_sweeps_at_once_erase_each_application_exactly_once, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    three(&office, &posting).await;
    office.at(DUE);
    let (first, second) = tokio::join!(office.sweep(), office.sweep());
    let failed = first.expect("swept").failed + second.expect("swept").failed;
    office.sweep().await.expect("swept");
    assert_eq!(failed, 0);
    assert_eq!(certificates(&office).await, 3);
    assert_eq!(count(&office, "SELECT COUNT(*) FROM application").await, 0);
});

both_engines!(n10_no_slip_of_the_pen_brings_a_date_forward, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let reject = async |received: &str| {
        let received: Timestamp = received.parse().expect("an instant");
        let decision = Decision { rejection_received_at: Some(received), ..decision(Outcome::Rejected) };
        office.decide(&cast.hr, &id, &decision).await
    };
    for (received, problem) in [("2016-12-01T11:00:00Z", Problem::TooEarly), ("2026-12-02T11:00:00Z", Problem::TooLate)] {
        let refused = reject(received).await;
        assert!(matches!(&refused, Err(Error::Invalid(p)) if p == &[("rejection_received_on", problem)]), "{refused:?}");
    }
    reject("2026-12-01T11:00:00Z").await.expect("today is possible");
    let view = office.read_application(&cast.hr, &id).await.expect("the application");
    assert_eq!(view.due.last_day, date(2027, 12, 30), "and by default the procedure's end counts, not the rejection");
});

both_engines!(n23_closing_by_hand_needs_an_outcome_for_each_and_every_outcome_names_its_author, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let ids = three(&office, &posting).await;
    let refused = office.close_posting(&cast.hr, &posting.id).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Undecided(3)))), "{refused:?}");
    office.decide(&cast.hr, &ids[0], &decision(Outcome::Hired)).await.expect("hired");
    let undecided = office.undecided(&cast.hr, &posting.id).await.expect("a list");
    assert_eq!(undecided.len(), 2);
    office.decide_each(&cast.hr, &undecided, Outcome::Rejected, "many applied").await.expect("decided in bulk");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM application WHERE outcome_by IS NULL").await, 0);
    office.close_posting(&cast.hr, &posting.id).await.expect("closed");
    let view = office.read_application(&cast.hr, &ids[1]).await.expect("the application");
    // Closed on 1 December 2026.
    assert_eq!(view.due.last_day, date(2027, 6, 1));
    let late = office.decide(&cast.hr, &ids[1], &decision(Outcome::Withdrawn)).await;
    assert!(matches!(late, Err(Error::Forbidden(_))), "{late:?}");
    let late = office.move_stage(&cast.hr, &ids[0], Stage::Offer).await;
    assert!(matches!(late, Err(Error::Refused(Refusal::Application(Refused::ProcedureClosed)))), "{late:?}");
});

both_engines!(a_form_that_is_sent_again_weeks_later_gets_the_same_receipt_and_stops_nothing, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let first = office.apply(&posting, ada(), "the same").await;
    office.at("2026-12-20T09:00:00Z");
    office.sweep().await.expect("swept");
    let second = office.apply(&posting, ada(), "the same").await;
    assert_eq!(first, second, "one application");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM envelope").await, 0);
    assert_eq!(count(&office, "SELECT COUNT(*) FROM object").await, 1);
});

both_engines!(an_envelope_that_does_not_open_waits_apart_and_goes_when_its_posting_is_due, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    sqlx::query(
        "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, received_at, sealed) \
         SELECT 'ffffffffffffffffffffffffffffffff', $1, k.id, o.id, 'x', 'y', 'z', 'en', 0, $2 FROM object o, (SELECT CAST($3 AS TEXT) AS id) k",
    )
    .bind(posting.id.as_str())
    .bind(vec![7u8; 80])
    .bind(sqlx::query_scalar::<_, String>("SELECT id FROM intake_key").fetch_one(office.keys.read()).await.expect("an intake key"))
    .execute(office.records.read())
    .await
    .expect("a broken envelope");
    office.sweep().await.expect("the sweep goes on");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM envelope WHERE quarantined_at IS NOT NULL").await, 1);
    assert!(office.read_application(&cast.hr, &id).await.is_ok(), "nobody else is touched");
});

both_engines!(the_list_pages_by_key_without_gaps_and_filters_what_is_asked, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let mut ids = Vec::new();
    for n in 0..(office::list::PAGE + 7) {
        office.pass(jiff::SignedDuration::from_secs(1));
        ids.push(office.apply(&posting, ada(), &format!("{n}")).await);
    }
    let list = async |filter: Filter| office.list_applications(&cast.hr, &filter).await.expect("a page");
    let first = list(Filter::default()).await;
    let older = list(Filter { page: office::list::Page::Older(first.older.clone().expect("more")), ..Filter::default() }).await;
    let seen: Vec<ApplicationId> = first.lines.iter().chain(&older.lines).map(|line| line.id.clone()).collect();
    assert_eq!(seen, ids.iter().rev().cloned().collect::<Vec<_>>(), "every application once, the newest first");
    assert!(first.newer.is_none() && older.older.is_none());
    let back = list(Filter { page: office::list::Page::Newer(older.newer.expect("a way back")), ..Filter::default() }).await;
    assert_eq!(
        back.lines.iter().map(|line| &line.id).collect::<Vec<_>>(),
        first.lines.iter().map(|line| &line.id).collect::<Vec<_>>()
    );

    office.move_stage(&cast.hr, &ids[3], Stage::Interview).await.expect("moved");
    office.decide(&cast.hr, &ids[4], &decision(Outcome::Rejected)).await.expect("decided");
    let only = async |filter: Filter| list(filter).await.lines.into_iter().map(|line| line.id).collect::<Vec<_>>();
    assert_eq!(only(Filter { stage: Some(Stage::Interview), ..Filter::default() }).await, [ids[3].clone()]);
    assert_eq!(only(Filter { outcome: Some(Some(Outcome::Rejected)), ..Filter::default() }).await, [ids[4].clone()]);
    assert_eq!(list(Filter { outcome: Some(None), ..Filter::default() }).await.lines.len(), office::list::PAGE);
});
