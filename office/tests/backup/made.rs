//! How a backup is made, and where.

use super::*;

both_engines!(n10_what_is_erased_while_a_copy_runs_is_no_hole_in_the_backup_and_what_is_lost_is, |office| async move {
    let story = Story::begin(office).await;
    let again = story.outside.path().join("again");
    let object: String = sqlx::query_scalar("SELECT object_id FROM document WHERE application_id = $1")
        .bind(story.kept.as_str())
        .fetch_one(story.records.read())
        .await
        .expect("its object");
    let object = ObjectId::parse(&object).expect("an id");
    story.blobs.delete(&object).await.expect("deleted");
    let words = story.back_up(&again, &|_| ()).await.expect_err("an object is lost").to_string();
    assert!(words.contains("is missing from the store"), "{words}");
    assert!(!again.exists(), "nothing is left of a backup that failed");

    // As an erasure leaves it between its third and fourth step.
    run(&story.records, &format!("UPDATE application SET life = 'erasing' WHERE id = '{}'", story.kept)).await;
    let copied = story.back_up(&again, &|_| ()).await.expect("a backup");
    assert_eq!((copied.objects, copied.erased), (2, 1));
    assert_eq!(backup::check(&again, story.now(), &|_| ()).await, Vec::<String>::new());
});

both_engines!(a_backup_lies_apart_from_data_and_keys_and_only_its_owner_reads_it, |office| async move {
    use std::os::unix::fs::PermissionsExt as _;
    let story = Story::begin(office).await;
    let outside = story.outside.path();
    let copies = outside.join("copies");
    story.copy_keys(&copies).await.expect("a key copy");
    let full = outside.join("full");
    fs::create_dir(&full).expect("a directory");
    fs::write(full.join("file"), "").expect("a file");
    let cut = outside.join("cut");
    fs::create_dir(&cut).expect("a directory");
    fs::write(cut.join("records.db"), "").expect("a file");
    for (directory, words) in [
        (story.settings.data.join("backup"), "inside the data directory"),
        (story.settings.data.parent().expect("a parent").to_owned(), "inside the data directory"),
        (copies.join("backup"), "a copy of the key database lies there"),
        (full.clone(), "is not empty: name a new one"),
        (cut.clone(), "is not empty: it holds a backup that was cut short"),
        (story.backup(), "is not empty: it holds another backup"),
    ] {
        let refused = story.back_up(&directory, &|_| ()).await.expect_err("it is refused").to_string();
        assert!(refused.contains(words), "{}: {refused}", directory.display());
    }
    for (directory, words) in [(&full, "there is no backup in"), (&cut, "was never finished")] {
        let findings = backup::check(directory, story.now(), &|_| ()).await;
        assert!(matches!(&findings[..], [finding] if finding.contains(words)), "{findings:?}");
    }
    assert_eq!(story.fsck().await, Vec::<String>::new(), "the backup that is there is as it was");
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&story.backup()), 0o700);
    assert!(files(&story.backup()).iter().all(|file| mode(file) == 0o600));
});
