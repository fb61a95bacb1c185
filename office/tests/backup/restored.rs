//! What a restore brings back, and where it leaves everything as it is.

use super::*;

both_engines!(a_restore_right_after_the_backup_changes_nothing_and_finds_nothing_since, |office| async move {
    let story = Story::begin(office).await;
    story.sign_in("hr@example.org", PASSWORD).await.expect("HR signs in");
    run(&story.records, "INSERT INTO attempt (id, subject, at) VALUES ('a', 's', 0)").await;
    run(
        &story.records,
        "INSERT INTO challenge (token_hash, subject, code_hash, tries, expires_at, sealed) VALUES ('c', 's', 'h', 0, 0, 'x')",
    )
    .await;
    run(&story.records, "INSERT INTO lease (name, holder, until_at, fence) VALUES ('turn', 'somebody', 0, 3)").await;
    for round in 0..2 {
        let restored = story.restore().await.expect("a restore");
        assert_eq!(restored.since, [], "round {round}: entries that waited when the copy was made are in it");
        assert_eq!((restored.applications, restored.releases, restored.objects), (3, 0, 0));
        assert_eq!(restored.reconciled, backup::Reconciled::default());
    }
    for id in [&story.soon_erased, &story.kept, &story.hired] {
        opens(&story, &story.cast.hr, id).await;
    }
    assert!(story.read_application(&story.cast.kitchen_head, &story.kept).await.is_ok());
    for table in ["session", "attempt", "challenge", "lease WHERE name = 'turn'"] {
        assert_eq!(count(&story.records, &format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table} ends with a restore");
    }
});

both_engines!(everything_but_the_keys_can_be_lost_and_comes_back_from_a_backup, |office| async move {
    let story = Story::begin(office).await;
    lose_everything_but_the_keys(&story).await;
    let restored = story.restore().await.expect("a restore");
    assert!(restored.log.is_good(), "{}", restored.log);
    assert!(restored.entries > 0, "the log came back");
    assert_eq!((restored.applications, restored.objects, restored.objects_missing), (3, 3, 0));
    assert_eq!(restored.since, []);
    let office = Office::open((*story.settings).clone(), story.clock.clone(), story.rng.clone()).await.expect("one store again");
    for id in [&story.soon_erased, &story.kept, &story.hired] {
        opens(&office, &story.cast.hr, id).await;
    }
    let logo = office.brand().await.expect("the brand").logo.expect("the logo came back");
    assert_eq!(office.logo(&logo.hash).await.expect("its bytes"), (LogoKind::Png, LOGO.to_vec()));
    office.close().await;
});

both_engines!(n10_a_restore_beside_a_log_that_has_lost_entries_is_refused, |office| async move {
    let story = Story::begin(office).await;
    run(
        &story.records,
        "INSERT INTO log_mark (one, size) VALUES (1, 100000) ON CONFLICT (one) DO UPDATE SET size = excluded.size",
    )
    .await;
    let words = story.restore_refused().await;
    assert!(words.contains("it is an older copy, and who was erased since would come back"), "{words}");
});

both_engines!(a_log_that_was_rewritten_is_not_mixed_with_the_backups, |office| async move {
    let story = Story::begin(office).await;
    story.add_note(&story.cast.hr, &story.kept, "Later.").await.expect("a note");
    story.sequence().await.expect("the log");
    for table in ["leaf", "node", "checkpoint"] {
        run(&story.log, &format!("DELETE FROM {table}")).await;
    }
    story.add_note(&story.cast.hr, &story.kept, "Another log begins.").await.expect("a note");
    story.sequence().await.expect("another log");
    assert!(story.verify_log().await.expect("a verdict").is_good(), "by itself it is whole");
    let words = story.restore_refused().await;
    assert!(words.contains("differ within their first") && words.contains("Nothing was changed"), "{words}");
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM note").await, 3, "the records are as they were");
    assert_eq!(count(&story.log, "SELECT COUNT(*) FROM leaf").await, 1, "and the log");

    run(&story.log, "UPDATE leaf SET body = 'altered'").await;
    let words = story.restore_refused().await;
    assert!(words.contains("the log here does not verify"), "{words}");
});

both_engines!(a_backup_goes_only_into_the_store_it_is_of_and_only_with_keys, |office| async move {
    let story = Story::begin(office).await;
    run(&story.records, "UPDATE store SET id = 'another'").await;
    assert!(story.restore_refused().await.contains("the records database belongs to another store"));
    run(&story.keys, "UPDATE store SET id = 'another'").await;
    assert!(story.restore_refused().await.contains("the backup belongs to another store"));
    run(&story.keys, "DELETE FROM store").await;
    let words = story.restore_refused().await;
    assert!(words.contains("it is empty") && words.contains("put the newest copy"), "{words}");
    let backup = story.backup();
    let here = backup::restore(
        office::Settings::in_directory(story.outside.path().join("nothing"), story.settings.zone.clone()),
        story.clock.clone(),
        story.rng.clone(),
        &backup,
        false,
        &|_| (),
    );
    assert!(here.await.expect_err("there is no key database").to_string().contains("put the newest copy"));
    assert_eq!(listing(story.outside.path()), ["backup"], "and none was made");
});

both_engines!(while_a_process_serves_or_copies_nothing_is_restored, |office| async move {
    let story = Story::begin(office).await;
    let presence = story.attend().await.expect("this process serves");
    assert!(story.restore_refused().await.contains("stop it first"));
    assert!(story.drill().await.is_good(), "a drill stands in nobody's way");
    drop(presence);
    let restored = loop {
        // PostgreSQL lets a lock go when it notices that the connection has ended.
        match story.restore().await {
            Err(Error::Unavailable(words)) if words.contains("stop it first") => {}
            other => break other,
        }
    };
    restored.expect("a restore");
    let posting = story.read_posting(&story.cast.hr, &story.short.id).await.expect("the posting").posting;
    assert_eq!(posting.state, State::Open);
});

/// As after a fire from which only the keys were saved: not even the store's own rows are left.
pub(super) async fn lose_everything_but_the_keys(story: &Story) {
    const RECORDS: [&str; 17] = [
        "logo",
        "release",
        "note",
        "history",
        "document",
        "object",
        "section",
        "submission",
        "session",
        "application",
        "posting",
        "membership",
        "account",
        "department",
        "employer",
        "log_mark",
        "store",
    ];
    story.sequence().await.expect("the log");
    for table in RECORDS {
        run(&story.records, &format!("DELETE FROM {table}")).await;
    }
    for table in ["leaf", "node", "checkpoint", "store"] {
        run(&story.log, &format!("DELETE FROM {table}")).await;
    }
    let directory = PathBuf::from(story.settings.objects_url.strip_prefix("file:").expect("a local store"));
    for entry in fs::read_dir(directory).expect("the objects") {
        fs::remove_file(entry.expect("an entry").path()).expect("removed");
    }
}

both_engines!(an_object_that_was_altered_or_cut_in_the_store_is_put_right_from_the_backup, |office| async move {
    let story = Story::begin(office).await;
    let directory = PathBuf::from(story.settings.objects_url.strip_prefix("file:").expect("a local store"));
    let mut object_of = Vec::new();
    for id in [&story.soon_erased, &story.kept, &story.hired] {
        let object = "SELECT object_id FROM document WHERE application_id = $1";
        let object: String =
            sqlx::query_scalar(object).bind(id.as_str()).fetch_one(story.records.read()).await.expect("its object");
        object_of.push(directory.join(object));
    }
    let whole = fs::read(&object_of[0]).expect("an object");
    let mut altered = whole.clone();
    altered[whole.len() / 2] ^= 1;
    fs::write(&object_of[0], &altered).expect("altered, and of equal length");
    let cut = fs::read(&object_of[1]).expect("an object");
    fs::write(&object_of[1], &cut[..cut.len() - 1]).expect("cut");
    let restored = story.restore().await.expect("a restore");
    assert_eq!((restored.objects, restored.objects_missing), (2, 0), "the third was whole");
    assert_eq!(fs::read(&object_of[0]).expect("an object"), whole);
    for id in [&story.soon_erased, &story.kept, &story.hired] {
        opens(&story, &story.cast.hr, id).await;
    }
    assert_eq!(story.restore().await.expect("another restore").objects, 0);
});

both_engines!(databases_whose_urls_are_swapped_are_told_in_words_and_left_as_they_are, |office| async move {
    let story = Story::begin(office).await;
    let right = (*story.settings).clone();
    let (records, keys, log) = (right.records_url.clone(), right.keys_url.clone(), right.log_url.clone());
    let swapped = |one: &str, other: &str, third: &str| office::Settings {
        records_url: one.to_owned(),
        keys_url: other.to_owned(),
        log_url: third.to_owned(),
        ..right.clone()
    };
    for settings in [
        swapped(&keys, &keys, &log),
        swapped(&keys, &records, &log),
        swapped(&log, &keys, &records),
        swapped(&records, &log, &log),
    ] {
        let (clock, rng) = (story.clock.clone(), story.rng.clone());
        let words = match Office::open(settings.clone(), clock.clone(), rng.clone()).await {
            Ok(_) => panic!("it opened"),
            Err(error) => error.to_string(),
        };
        assert!(words.contains("another of the house's databases") && words.contains("ABLAUF_KEYS_URL"), "{words}");
        let refused = backup::restore(settings, clock, rng, &story.backup(), false, &|_| ()).await.expect_err("it is refused");
        let words = refused.to_string();
        assert!(words.contains("another of the house's databases"), "{words}");
    }
    for id in [&story.soon_erased, &story.kept, &story.hired] {
        opens(&story, &story.cast.hr, id).await;
    }
});
