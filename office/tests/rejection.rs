//! When a rejection was received, which is often known only later.

use crate::support;

use jiff::civil::{Date, date};
use office::{Error, Refusal, decide::Decision, rejection::Rejection};
use rules::{
    access::{Actor, Denied},
    application::{Outcome, Refused},
    form::Problem,
    id::{ApplicationId, PostingId},
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada},
};

/// Somebody who applied on 1 December 2026 to a posting that closes by itself on 30 June 2027, and was rejected on the 10th.
async fn rejected(office: &TestOffice, cast: &Cast, start: &str) -> (PostingId, ApplicationId) {
    office.change_desk_settings(&cast.admin, &[("retention.start", start)]).await.expect("a setting");
    let posting = office.open_posting_of(cast).await;
    let id = office.apply(&posting, ada(), start).await;
    office.at("2026-12-10T09:00:00Z");
    let decision = Decision { outcome: Some(Outcome::Rejected), reason: "many applied".to_owned(), rejection_received_at: None };
    office.decide(&cast.hr, &id, &decision).await.expect("a rejection");
    (posting.id, id)
}

async fn last_day(office: &TestOffice, cast: &Cast, id: &ApplicationId) -> Date {
    office.read_application(&cast.hr, id).await.expect("the application").due.last_day
}

/// The history, each line with its author; lines of one act have one instant and no order.
async fn history(office: &TestOffice, cast: &Cast, id: &ApplicationId) -> Vec<String> {
    let lines = office.read_application(&cast.hr, id).await.expect("the application").history;
    let mut lines: Vec<_> = lines.into_iter().map(|line| format!("{} {}", line.author.unwrap_or_default(), line.what)).collect();
    lines.sort();
    lines
}

both_engines!(n10_a_receipt_that_is_known_later_counts_where_the_rejection_starts_the_period, |office| async move {
    let cast = office.cast().await;
    let (_, id) = rejected(&office, &cast, "earliest").await;
    assert_eq!(last_day(&office, &cast, &id).await, date(2027, 12, 30), "silence does not start it");
    let known = async || office.rejection(&cast.hr, &id).await.expect("an answer");
    assert_eq!(known().await, Some(Rejection { received_on: None, arrived_on: date(2026, 12, 1) }));

    for (day, last) in
        [(Some(date(2026, 12, 10)), date(2027, 6, 10)), (Some(date(2026, 12, 5)), date(2027, 6, 5)), (None, date(2027, 12, 30))]
    {
        office.record_rejection_received(&cast.hr, &id, day).await.expect("a receipt");
        assert_eq!(last_day(&office, &cast, &id).await, last, "received on {day:?}");
        assert_eq!(known().await.expect("a rejection").received_on, day);
    }
    let view = office.read_application(&cast.hr, &id).await.expect("the application");
    assert_eq!(view.outcome.map(|(outcome, _)| outcome), Some(Outcome::Rejected), "the outcome stays");
    assert_eq!(view.outcome_reason.as_deref(), Some("many applied"), "so does its reason");
    assert_eq!(
        history(&office, &cast, &id).await,
        [
            "Hanna Hart due 2027-06-05",
            "Hanna Hart due 2027-06-10",
            "Hanna Hart due 2027-12-30",
            "Hanna Hart outcome none rejected",
            "Hanna Hart received 2026-12-05",
            "Hanna Hart received 2026-12-10",
            "Hanna Hart received none",
        ]
    );
    let entries: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM entry_in WHERE subject = $1 AND body LIKE '%\"received\"%'")
        .bind(id.as_str())
        .fetch_one(office.records.read())
        .await
        .expect("entries");
    assert_eq!(entries, 3, "each is in the journal");
});

both_engines!(n10_a_receipt_moves_nothing_where_the_procedure_counts, |office| async move {
    let cast = office.cast().await;
    let (posting, id) = rejected(&office, &cast, "procedure").await;
    office.record_rejection_received(&cast.hr, &id, Some(date(2026, 12, 5))).await.expect("a receipt");
    assert_eq!(last_day(&office, &cast, &id).await, date(2027, 12, 30));
    office.close_posting(&cast.hr, &posting).await.expect("closed");
    office.record_rejection_received(&cast.hr, &id, Some(date(2026, 12, 8))).await.expect("a correction");
    assert_eq!(last_day(&office, &cast, &id).await, date(2027, 6, 10), "the close's own date");
    assert_eq!(
        office.rejection(&cast.hr, &id).await.expect("an answer").expect("a rejection").received_on,
        Some(date(2026, 12, 8))
    );
});

both_engines!(n10_after_the_close_a_receipt_brings_the_date_forward_and_never_past_the_closes_own, |office| async move {
    let cast = office.cast().await;
    let (posting, id) = rejected(&office, &cast, "earliest").await;
    office.close_posting(&cast.hr, &posting).await.expect("closed");
    assert_eq!(last_day(&office, &cast, &id).await, date(2027, 6, 10));
    office.at("2027-02-01T09:00:00Z");
    for (day, last) in
        [(date(2026, 12, 5), date(2027, 6, 5)), (date(2026, 12, 10), date(2027, 6, 10)), (date(2027, 1, 15), date(2027, 6, 10))]
    {
        office.record_rejection_received(&cast.hr, &id, Some(day)).await.expect("a receipt");
        assert_eq!(last_day(&office, &cast, &id).await, last, "received on {day}");
    }
    assert_eq!(
        history(&office, &cast, &id).await,
        [
            "Hanna Hart closed 2026-12-10",
            "Hanna Hart due 2027-06-05",
            "Hanna Hart due 2027-06-10",
            "Hanna Hart outcome none rejected",
            "Hanna Hart received 2026-12-05",
            "Hanna Hart received 2026-12-10",
            "Hanna Hart received 2027-01-15",
        ]
    );
    let view = office.read_application(&cast.hr, &id).await.expect("the application");
    assert!(view.blocked && view.contact.is_none(), "its contents stay closed");
});

both_engines!(n10_no_slip_of_the_pen_is_recorded_as_a_receipt, |office| async move {
    let cast = office.cast().await;
    let (_, id) = rejected(&office, &cast, "earliest").await;
    for (day, problem) in [(date(2026, 11, 30), Problem::TooEarly), (date(2026, 12, 11), Problem::TooLate)] {
        let refused = office.record_rejection_received(&cast.hr, &id, Some(day)).await;
        assert!(matches!(&refused, Err(Error::Invalid(p)) if p == &[("rejection_received_on", problem)]), "{refused:?}");
    }
    let refused = office.record_rejection_received(&cast.hr, &id, None).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Application(Refused::Unchanged)))), "{refused:?}");
    let undone = Decision { outcome: None, reason: String::new(), rejection_received_at: None };
    office.decide(&cast.hr, &id, &undone).await.expect("taken back");
    let refused = office.record_rejection_received(&cast.hr, &id, Some(date(2026, 12, 10))).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Application(Refused::NotRejected)))), "{refused:?}");
    assert_eq!(office.rejection(&cast.hr, &id).await.expect("an answer"), None);
    assert_eq!(last_day(&office, &cast, &id).await, date(2027, 12, 30));
});

both_engines!(only_hr_of_the_employer_records_a_receipt_and_nobody_while_processing_is_restricted, |office| async move {
    let cast = office.cast().await;
    let (_, id) = rejected(&office, &cast, "earliest").await;
    let stranger = office.stranger().await;
    let record = async |actor: &Actor| office.record_rejection_received(actor, &id, Some(date(2026, 12, 10))).await;
    for actor in [&cast.kitchen_head, &cast.privacy, &cast.admin, &stranger, &Actor::Anonymous] {
        let refused = record(actor).await;
        assert!(matches!(refused, Err(Error::NotFound | Error::Forbidden(Denied::Role | Denied::SignIn))), "{refused:?}");
        assert_eq!(office.rejection(actor, &id).await.expect("an answer"), None, "{actor:?}");
    }
    sqlx::query("INSERT INTO restriction (id, application_id, ground, since) VALUES ('r', $1, 'a', 0)")
        .bind(id.as_str())
        .execute(office.records.read())
        .await
        .expect("a restriction");
    let refused = record(&cast.hr).await;
    assert!(matches!(refused, Err(Error::Forbidden(Denied::Restricted))), "{refused:?}");
    assert_eq!(office.rejection(&cast.hr, &id).await.expect("an answer"), None);
});

both_engines!(a_receipt_that_is_known_with_the_rejection_stands_in_the_history_too, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let decision = Decision {
        outcome: Some(Outcome::Rejected),
        reason: String::new(),
        rejection_received_at: Some("2026-12-01T11:00:00Z".parse().expect("an instant")),
    };
    office.decide(&cast.hr, &id, &decision).await.expect("a rejection");
    assert_eq!(history(&office, &cast, &id).await, ["Hanna Hart outcome none rejected", "Hanna Hart received 2026-12-01"]);
    let refused = office.record_rejection_received(&cast.hr, &id, Some(date(2026, 12, 1))).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Application(Refused::Unchanged)))), "{refused:?}");
});
