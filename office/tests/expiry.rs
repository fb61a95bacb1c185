//! What expires beside applications (docs/RETENTION.md, "Everything that expires").

use crate::support;

use jiff::SignedDuration;
use office::{Error, decide::Decision};
use rules::{
    application::Outcome,
    id::ObjectId,
    retention_classes::{FAILED_SIGN_IN, SESSION},
};
use support::{
    TestOffice, both_engines,
    seed::{PASSWORD, ada},
};

/// The date of an application to the posting that nobody closes.
const DUE: &str = "2027-12-30T23:00:00Z";
const BEFORE: &str = "2027-12-30T22:59:59.999Z";

async fn count(office: &TestOffice, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(office.records.read()).await.expect("a count")
}

both_engines!(n16_a_session_ends_after_a_working_day_and_the_sweep_deletes_its_row, |office| async move {
    office.cast().await;
    let token = office.sign_in("hr@example.org", PASSWORD).await.expect("signed in");
    office.pass(SESSION - SignedDuration::from_millis(1));
    assert!(office.session(&token).await.expect("an answer").is_some());
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM session").await, 1, "it has not ended");
    office.pass(SignedDuration::from_millis(1));
    assert!(office.session(&token).await.expect("an answer").is_none(), "refused before any sweep");
    assert_eq!(office.sweep().await.expect("swept").expired, 1);
    assert_eq!(count(&office, "SELECT COUNT(*) FROM session").await, 0);
    let token = office.sign_in("hr@example.org", PASSWORD).await.expect("signed in");
    office.sign_out(&token).await.expect("signed out");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM session").await, 0, "signing out leaves nothing");
});

both_engines!(n16_a_failed_sign_in_is_forgotten_after_seven_days_or_with_the_next_one_that_succeeds, |office| async move {
    office.cast().await;
    let fails = async |email: &str| office.sign_in(email, "wrong").await.expect_err("the wrong password");
    fails("nobody@example.org").await;
    fails("hr@example.org").await;
    let subjects: Vec<String> =
        sqlx::query_scalar("SELECT subject FROM attempt").fetch_all(office.records.read()).await.expect("rows");
    assert!(subjects.len() == 2 && subjects.iter().all(|subject| !subject.contains("example")), "no address: {subjects:?}");
    office.sign_in("hr@example.org", PASSWORD).await.expect("signed in");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM attempt").await, 1, "who signs in leaves no failed try");
    office.pass(FAILED_SIGN_IN);
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM attempt").await, 1, "seven days are not over");
    office.pass(SignedDuration::from_millis(1));
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM attempt").await, 0);
});

both_engines!(n10_an_envelope_in_quarantine_goes_with_its_object_on_the_date_of_its_posting, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    // With the first application comes an intake key.
    office.apply(&posting, ada(), "one").await;
    let object = ObjectId::from_bytes([0xee; 16]);
    let mut upload = office.blobs.create(&object).await.expect("begun");
    upload.buffer().extend_from_slice(b"a document that nobody can open");
    upload.finish().await.expect("complete");
    sqlx::query("INSERT INTO object (id, size, created_at) VALUES ($1, 31, 0)")
        .bind(object.as_str())
        .execute(office.records.read())
        .await
        .expect("its row");
    let key: String = sqlx::query_scalar("SELECT id FROM intake_key").fetch_one(office.keys.read()).await.expect("an intake key");
    let id = "ffffffffffffffffffffffffffffffff";
    sqlx::query(
        "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, \
         received_at, sealed) VALUES ($1, $2, $3, $4, 'x', 'y', 'z', 'en', 0, $5)",
    )
    .bind(id)
    .bind(posting.id.as_str())
    .bind(&key)
    .bind(object.as_str())
    .bind(vec![7_u8; 80])
    .execute(office.records.read())
    .await
    .expect("an envelope that does not open");
    sqlx::query("INSERT INTO submission (token_hash, application_id, at) VALUES ('t', $1, 0)")
        .bind(id)
        .execute(office.records.read())
        .await
        .expect("its form");
    let left = async || {
        let rows = "SELECT (SELECT COUNT(*) FROM envelope) + (SELECT COUNT(*) FROM object WHERE size = 31) \
            + (SELECT COUNT(*) FROM submission WHERE token_hash = 't')";
        (count(&office, rows).await, office.blobs.get(&object).await.is_ok())
    };
    office.at(BEFORE);
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM envelope WHERE quarantined_at IS NOT NULL").await, 1);
    assert_eq!(left().await, (3, true), "its date has not come");
    office.at(DUE);
    office.sweep().await.expect("swept");
    assert_eq!(left().await, (0, false));
});

both_engines!(n16_nothing_is_queued_and_no_code_or_request_is_kept_of_a_whole_procedure, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    office.sign_in("hr@example.org", PASSWORD).await.expect("signed in");
    office.add_note(&cast.hr, &id, "Call again.").await.expect("a note");
    let decision = Decision { outcome: Some(Outcome::Rejected), reason: "as discussed".to_owned(), rejection_received_at: None };
    office.decide(&cast.hr, &id, &decision).await.expect("decided");
    office.close_posting(&cast.hr, &posting.id).await.expect("closed");
    let kept = "SELECT (SELECT COUNT(*) FROM challenge) + (SELECT COUNT(*) FROM consent) + (SELECT COUNT(*) FROM kept) + (SELECT COUNT(*) FROM request) \
        + (SELECT COUNT(*) FROM job) + (SELECT COUNT(*) FROM change)";
    assert_eq!(count(&office, kept).await, 0, "docs/RETENTION.md and the deletion concept say that none is stored");
    office.at(DUE);
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    assert_eq!(count(&office, kept).await, 0);
});

both_engines!(n10_the_concept_has_the_settings_as_they_stand_and_the_periods_of_older_postings, |office| async move {
    let cast = office.cast().await;
    let concept = async || office.concept(&cast.privacy).await.expect("the concept");
    assert_eq!((concept().await.notice.policy.months.get(), concept().await.older.len()), (6, 0));
    assert_eq!((concept().await.zone.as_str(), concept().await.checkpoints), ("Europe/Berlin", false));
    let posting = office.open_posting_of(&cast).await;
    office.set_desk_setting("retention.months", "9").await.expect("a setting");
    assert!(concept().await.older.is_empty(), "nobody applied under the older period");
    office.apply(&posting, ada(), "one").await;
    let set = concept().await;
    assert_eq!(set.notice.policy.months.get(), 9);
    assert_eq!(set.older.iter().map(|policy| policy.months.get()).collect::<Vec<_>>(), [6]);
    office.at(DUE);
    office.sweep().await.expect("swept");
    assert!(concept().await.older.is_empty(), "its last application is gone");
    assert!(office.concept(&cast.hr).await.is_ok());
    for other in [&cast.admin, &cast.kitchen_head] {
        assert!(matches!(office.concept(other).await, Err(Error::Forbidden(_))));
    }
    let stranger = office.stranger().await;
    assert!(office.concept(&stranger).await.expect("their own").older.is_empty());
});
