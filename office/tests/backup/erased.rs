//! Who was erased since a backup stays erased, whatever keys, certificates and envelopes are left.

use super::*;

both_engines!(n10_who_was_erased_since_a_backup_stays_erased_and_the_rest_is_whole, |office| async move {
    let story = Story::begin(office).await;
    let certificate = story.erase().await;
    story.go_on().await;
    let hr = &story.cast.hr;
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM employee").await, 1);

    let restored = story.restore().await.expect("a restore");
    assert!(restored.log.is_good(), "{}", restored.log);
    assert_eq!((restored.applications, restored.entries, restored.objects_missing), (2, 0, 0));
    let reconciled = &restored.reconciled;
    assert_eq!((reconciled.erased, reconciled.certified, reconciled.lost, reconciled.keys_destroyed), (1, 0, 0, 0));
    assert_eq!(reconciled.keys_without_row, 1, "the key of the employee record, which is not in the backup");

    assert!(matches!(story.read_application(hr, &story.soon_erased).await, Err(Error::NotFound)), "the erased stay erased");
    assert_eq!(story.certificate_of(&story.number).await.expect("the certificate"), certificate, "and their certificate stands");
    let certificates = format!("SELECT COUNT(*) FROM leaf WHERE kind = 'certificate' AND subject = '{}'", story.number);
    assert_eq!(count(&story.log, &certificates).await, 1);
    assert!(story.verify_log().await.expect("a verdict").is_good());
    for table in ["section", "document", "object"] {
        let rows = count(&story.records, &format!("SELECT COUNT(*) FROM {table}")).await;
        assert_eq!(rows, if table == "section" { 8 } else { 2 }, "of {table}");
    }
    assert_eq!(objects(&story).await, 2);

    for id in [&story.kept, &story.hired] {
        opens(&story, hr, id).await;
    }
    let kept = story.read_application(hr, &story.kept).await.expect("the application");
    assert_eq!((kept.notes.len(), kept.comments.len()), (1, 0), "the note was there, the comment came later");
    assert_eq!(kept.notes[0].remark.text, "Call again in the new year.");
    assert_eq!(story.read_application(hr, &story.hired).await.expect("the application").outcome, None);

    decide(&story, &story.cast, &story.hired, Outcome::Hired).await;
    hand_over(&story, hr, &story.hired).await;
    let employees = story.list_employees(hr).await.expect("the employees");
    assert_eq!(
        employees.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(),
        ["Ada Lovelace"],
        "what is lost can be done again"
    );
    let long = story.read_posting(hr, &kept.posting_id).await.expect("the posting").posting;
    let new = story.office.apply(&long, ada(), "four").await;
    opens(&story, hr, &new).await;
});

both_engines!(n10_a_key_that_an_older_key_copy_brought_back_dies_again_with_no_second_certificate, |office| async move {
    let story = Story::begin(office).await;
    let (rk, generation, wrapped): (String, String, Vec<u8>) = sqlx::query_as(
        "SELECT id, generation_id, wrapped FROM rk WHERE id = (SELECT MIN(id) FROM rk WHERE email_mac IS NOT NULL)",
    )
    .fetch_one(story.keys.read())
    .await
    .expect("a key");
    let owner: String = sqlx::query_scalar("SELECT id FROM application WHERE rk_id = $1")
        .bind(&rk)
        .fetch_one(story.records.read())
        .await
        .expect("its owner");
    // Whichever of the three has it is the one to be erased.
    run(&story.records, &format!("UPDATE application SET due_at = 0 WHERE id = '{owner}'")).await;
    assert_eq!(story.sweep().await.expect("swept").erased, 1);
    let mut tx = story.keys.write().await.expect("a write");
    sqlx::query("INSERT INTO rk (id, state, generation_id, wrapped, created_at) VALUES ($1, 'live', $2, $3, 0)")
        .bind(&rk)
        .bind(&generation)
        .bind(&wrapped)
        .execute(&mut *tx)
        .await
        .expect("the key is back");
    sqlx::query("DELETE FROM tombstone").execute(&mut *tx).await.expect("and its tombstone gone");
    tx.commit().await.expect("a commit");

    let restored = story.restore().await.expect("a restore");
    assert_eq!((restored.reconciled.erased, restored.reconciled.keys_destroyed, restored.reconciled.certified), (1, 1, 0));
    assert_eq!(count(&story.keys, &format!("SELECT COUNT(*) FROM rk WHERE id = '{rk}'")).await, 0);
    assert_eq!(count(&story.keys, &format!("SELECT COUNT(*) FROM tombstone WHERE rk_id = '{rk}'")).await, 1);
    assert_eq!(count(&story.log, "SELECT COUNT(*) FROM leaf WHERE kind = 'certificate'").await, 1);
    assert_eq!((restored.applications, objects(&story).await), (2, 2));
    assert!(restored.log.is_good());
});

both_engines!(n10_an_erasure_that_no_log_knows_gets_its_certificate_with_the_restore, |office| async move {
    let story = Story::begin(office).await;
    // The key died, and then records and log were lost before the certificate was written.
    let rk: String = sqlx::query_scalar("SELECT rk_id FROM application WHERE id = $1")
        .bind(story.kept.as_str())
        .fetch_one(story.records.read())
        .await
        .expect("its key");
    run(&story.keys, &format!("DELETE FROM rk WHERE id = '{rk}'")).await;
    run(&story.keys, &format!("INSERT INTO tombstone (rk_id, at) VALUES ('{rk}', 1800000000000)")).await;
    let number = story.read_application_number(&story.kept).await;
    restored::lose_everything_but_the_keys(&story).await;
    let restored = story.restore().await.expect("a restore");
    assert_eq!((restored.reconciled.erased, restored.reconciled.certified, restored.applications), (1, 1, 2));
    let certificate = story.certificate_of(&number).await.expect("a certificate");
    assert_eq!(certificate.unreadable_at, Timestamp::from_millisecond(1_800_000_000_000).expect("an instant"));
    assert_eq!((certificate.keys, certificate.objects), (1, 1));
    assert_eq!((restored.objects, objects(&story).await), (2, 2), "their object is not put");
    assert!(restored.log.is_good());
    assert_eq!(story.restore().await.expect("again").reconciled.certified, 0, "once");
});

both_engines!(keys_that_no_erasure_destroyed_are_asked_for_before_anything_is_given_up, |office| async move {
    let story = Story::begin(office).await;
    let number = story.read_application_number(&story.kept).await;
    // As a copy of the key database from before this application.
    let kept = format!("SELECT rk_id FROM application WHERE id = '{}'", story.kept);
    let rk: String = sqlx::query_scalar(AssertSqlSafe(kept)).fetch_one(story.records.read()).await.expect("its key");
    run(&story.keys, &format!("CREATE TABLE newer_copy AS SELECT * FROM rk WHERE id = '{rk}'")).await;
    run(&story.keys, &format!("DELETE FROM rk WHERE id = '{rk}'")).await;
    story.add_note(&story.cast.hr, &story.hired, "Later.").await.expect("a note");
    let words = story.restore_refused().await;
    assert!(words.contains("the keys of 1 record(s)") && words.contains("Nothing was changed"), "{words}");
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM note").await, 2, "the records are as they were");
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM application").await, 3);

    let restored = story.restore_to(true).await.expect("a restore");
    assert_eq!((restored.reconciled.lost, restored.reconciled.erased, restored.applications), (1, 0, 2));
    assert_eq!(story.certificate_of(&number).await.expect("a certificate").keys, 0);
    assert_eq!(objects(&story).await, 2);

    // The newer copy turns up: nobody erased that application, so its key lives on and it is whole again.
    run(&story.keys, "INSERT INTO rk SELECT * FROM newer_copy").await;
    let restored = story.restore().await.expect("another restore");
    let reconciled = restored.reconciled;
    assert_eq!((reconciled.found_again, reconciled.erased, reconciled.keys_destroyed, restored.applications), (1, 0, 0, 3));
    assert!(story.read_application(&story.cast.hr, &story.kept).await.is_ok());
    assert_eq!(objects(&story).await, 3);
});

both_engines!(envelopes_are_converted_set_apart_or_gone_as_keys_and_certificates_say, |office| async move {
    let story = Story::begin(office).await;
    let certificate = story.erase().await;
    let intake: String = sqlx::query_scalar("SELECT id FROM intake_key").fetch_one(story.keys.read()).await.expect("a key");
    let mut objects_of = Vec::new();
    for (id, key, number) in
        [("a", intake.as_str(), certificate.number.as_str()), ("b", "gone", "B"), ("c", intake.as_str(), "C")]
    {
        let (id, object) = (id.repeat(32), ObjectId::from_bytes([id.as_bytes()[0]; 16]));
        let mut upload = story.blobs.create(&object).await.expect("an upload");
        upload.buffer().extend_from_slice(b"sealed");
        upload.finish().await.expect("an object");
        run(&story.records, &format!("INSERT INTO object (id, size, created_at) VALUES ('{object}', 6, 0)")).await;
        let envelope = format!(
            "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, \
             received_at, sealed) SELECT '{id}', id, '{key}', '{object}', '{id}', '{number}', '1', 'de', 0, CAST('sealed' AS BLOB) \
             FROM posting WHERE id = '{}'",
            story.short.id
        );
        run(&story.records, &envelope).await;
        objects_of.push(object);
    }
    fs::remove_dir_all(story.backup()).expect("removed");
    story.back_up(&story.backup(), &|_| ()).await.expect("another backup");
    assert_eq!(story.fsck().await, Vec::<String>::new());
    let restored = story.restore().await.expect("a restore");
    assert_eq!((restored.reconciled.envelopes, restored.reconciled.quarantined), (1, 1));
    let left: Vec<(String, Option<String>)> = sqlx::query_as("SELECT id, quarantine_reason FROM envelope ORDER BY id")
        .fetch_all(story.records.read())
        .await
        .expect("the envelopes");
    assert_eq!(left, [("b".repeat(32), Some("unreadable".to_owned())), ("c".repeat(32), None)]);
    assert!(story.blobs.get(&objects_of[0]).await.is_err(), "its object went with it");
    assert!(story.blobs.get(&objects_of[1]).await.is_ok());
});

both_engines!(n10_a_certificate_of_one_that_was_given_up_speaks_for_no_later_erasure_and_for_no_envelope, |office| async move {
    let story = Story::begin(office).await;
    let (hr, kept) = (&story.cast.hr, &story.kept);
    let number = story.read_application_number(kept).await;
    let rk: String = sqlx::query_scalar("SELECT rk_id FROM application WHERE id = $1")
        .bind(kept.as_str())
        .fetch_one(story.records.read())
        .await
        .expect("its key");
    run(&story.keys, &format!("CREATE TABLE newer_copy AS SELECT * FROM rk WHERE id = '{rk}'")).await;
    run(&story.keys, &format!("DELETE FROM rk WHERE id = '{rk}'")).await;
    story.restore_to(true).await.expect("a restore that gives it up");
    assert_eq!(story.certificate_of(&number).await.expect("a certificate").keys, 0);
    let certificates = format!("SELECT COUNT(*) FROM leaf WHERE kind = 'certificate' AND subject = '{number}'");

    // Its envelope, in a backup of before it was converted: the intake key is there, so it waits on.
    let intake: String = sqlx::query_scalar("SELECT id FROM intake_key").fetch_one(story.keys.read()).await.expect("a key");
    let whole = story.backup();
    let (object, envelope) = (ObjectId::from_bytes([5; 16]), "e".repeat(32));
    let mut upload = story.blobs.create(&object).await.expect("an upload");
    upload.buffer().extend_from_slice(b"sealed");
    upload.finish().await.expect("an object");
    run(&story.records, &format!("INSERT INTO object (id, size, created_at) VALUES ('{object}', 6, 0)")).await;
    let insert = format!(
        "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, \
         received_at, sealed) SELECT '{envelope}', id, '{intake}', '{object}', '{envelope}', '{number}', '1', 'de', 0, \
         CAST('sealed' AS BLOB) FROM posting WHERE id = '{}'",
        story.short.id
    );
    run(&story.records, &insert).await;
    let with_envelope = story.outside.path().join("with-envelope");
    story.back_up(&with_envelope, &|_| ()).await.expect("another backup");
    let (clock, rng) = (story.clock.clone(), story.rng.clone());
    let restored =
        backup::restore((*story.settings).clone(), clock, rng, &with_envelope, false, &|_| ()).await.expect("a restore");
    assert_eq!((restored.reconciled.envelopes, restored.reconciled.quarantined), (0, 0));
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM envelope WHERE quarantined_at IS NULL").await, 1, "it waits on");

    // The newer copy turns up, it is whole again, and then it is erased for good; the log and the records know of that.
    run(&story.keys, "INSERT INTO rk SELECT * FROM newer_copy").await;
    assert_eq!(whole, story.backup());
    assert_eq!(story.restore().await.expect("a restore").reconciled.found_again, 1);
    opens(&story, hr, kept).await;
    run(&story.records, &format!("UPDATE application SET due_at = 0 WHERE id = '{kept}'")).await;
    assert_eq!(story.sweep().await.expect("swept").erased, 1);
    story.sequence().await.expect("the log");
    assert_eq!(story.certificate_of(&number).await.expect("a certificate").keys, 1, "the new one counts");
    let restored = story.restore().await.expect("a restore");
    let reconciled = &restored.reconciled;
    assert_eq!((reconciled.erased, reconciled.certified, reconciled.lost, reconciled.found_again), (1, 0, 0, 0));
    assert!(matches!(story.read_application(hr, kept).await, Err(Error::NotFound)));
    assert_eq!(count(&story.log, &certificates).await, 2, "one of the time when it was given up, one of the erasure");

    // The envelope in the other backup is now one of somebody who was erased.
    let (clock, rng) = (story.clock.clone(), story.rng.clone());
    let restored =
        backup::restore((*story.settings).clone(), clock, rng, &with_envelope, false, &|_| ()).await.expect("a restore");
    assert_eq!(restored.reconciled.envelopes, 1);
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM envelope").await, 0);
});

both_engines!(n10_an_erasure_after_one_that_was_given_up_gets_its_own_certificate_if_no_log_has_it, |office| async move {
    let story = Story::begin(office).await;
    let number = story.read_application_number(&story.kept).await;
    let key = format!("SELECT rk_id FROM application WHERE id = '{}'", story.kept);
    let rk: String = sqlx::query_scalar(AssertSqlSafe(key)).fetch_one(story.records.read()).await.expect("its key");
    run(&story.keys, &format!("DELETE FROM rk WHERE id = '{rk}'")).await;
    story.restore_to(true).await.expect("a restore that gives it up");
    // Its key turned up, died by an erasure, and the records were lost with the certificate that waited in them.
    run(&story.keys, &format!("INSERT INTO tombstone (rk_id, at) VALUES ('{rk}', 1800000000000)")).await;
    let restored = story.restore().await.expect("a restore");
    assert_eq!((restored.reconciled.erased, restored.reconciled.certified, restored.reconciled.lost), (1, 1, 0));
    let certificate = story.certificate_of(&number).await.expect("a certificate");
    assert_eq!((certificate.keys, certificate.unreadable_at.as_millisecond()), (1, 1_800_000_000_000));
    assert_eq!(story.restore().await.expect("again").reconciled.certified, 0, "once");
});

both_engines!(n21_what_was_kept_and_erased_since_a_backup_stays_erased_with_one_certificate, |office| async move {
    let story = Story::begin(office).await;
    put_away(&story).await;
    fs::remove_dir_all(story.backup()).expect("removed");
    let copied = story.back_up(&story.backup(), &|_| ()).await.expect("a backup");
    assert_eq!(copied.objects, 4);
    let kept = "SELECT (SELECT COUNT(*) FROM kept) + (SELECT COUNT(*) FROM kept_document)";

    // What lives is whole after a restore.
    story.restore().await.expect("a restore");
    let papers = story.papers(&story.cast.accounting).await.expect("the papers");
    let paper = papers.first().expect("a paper").id.clone();
    story.open_paper(&story.cast.accounting, &paper, Part::Whole).await.expect("it opens");

    run(&story.records, "UPDATE kept SET due_at = 0").await;
    assert_eq!(story.sweep().await.expect("swept").kept, 1);
    assert_eq!((count(&story.records, kept).await, objects(&story).await), (0, 3));
    let restored = story.restore().await.expect("a restore");
    assert_eq!((restored.reconciled.others, restored.reconciled.certified, restored.reconciled.erased), (1, 0, 0));
    assert_eq!((count(&story.records, kept).await, objects(&story).await), (0, 3));
    let certificates = async || {
        let waiting = count(&story.records, "SELECT COUNT(*) FROM entry_in WHERE kind = 'certificate'").await;
        waiting + count(&story.log, "SELECT COUNT(*) FROM leaf WHERE kind = 'certificate'").await
    };
    assert_eq!(certificates().await, 1);
    let found = story.office.office.fsck(true).await.expect("a look at everything");
    assert!(found.is_empty(), "{:?}", found.iter().map(|finding| finding.code).collect::<Vec<_>>());
});

both_engines!(n15_a_consent_that_was_withdrawn_since_a_backup_is_withdrawn_again, |office| async move {
    let story = Story::begin(office).await;
    let hr = &story.cast.hr;
    decide(&story, &story.cast, &story.kept, Outcome::Rejected).await;
    let new = NewConsent { given_on: story.today(), months: 24, channel: ConsentChannel::Letter, documents: Vec::new() };
    let pooled = story.enter_pool(hr, &story.kept, &new).await.expect("a consent");
    fs::remove_dir_all(story.backup()).expect("removed");
    story.back_up(&story.backup(), &|_| ()).await.expect("a backup");
    story.withdraw_consent(hr, &pooled, story.today(), WithdrawalChannel::Phone).await.expect("withdrawn");
    story.sequence().await.expect("the log");
    let before = story.evidence(&story.cast.privacy).await.expect("the evidence");
    let before = (before[0].withdrawn, before[0].due);
    // No sweep has come: the key lives, and the old records know of no withdrawal.
    story.restore().await.expect("a restore");
    assert!(matches!(story.read_pooled(hr, &pooled).await, Err(Error::NotFound)));
    let after = story.evidence(&story.cast.privacy).await.expect("the evidence");
    assert_eq!((after[0].withdrawn, after[0].due), before);
    assert_eq!(story.sweep().await.expect("swept").kept, 1);
});
