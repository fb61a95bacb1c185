//! A backup that is not what was written is known by it.

use super::*;

both_engines!(every_flipped_byte_and_every_missing_or_added_file_of_a_backup_is_found, |office| async move {
    let story = Story::begin(office).await;
    assert_eq!(story.fsck().await, Vec::<String>::new());
    assert_eq!(files(&story.backup()).len(), 7, "two databases, three objects, the manifest and its checksum");
    let records = count(&story.records, "SELECT COUNT(*) FROM history").await;
    for file in files(&story.backup()) {
        let whole = fs::read(&file).expect("a file");
        for place in [0, whole.len() / 2, whole.len() - 1] {
            let mut damaged = whole.clone();
            damaged[place] ^= 1;
            fs::write(&file, &damaged).expect("damaged");
            assert!(!story.fsck().await.is_empty(), "byte {place} of {}", file.display());
        }
        let words = story.restore_refused().await;
        assert!(words.contains("is damaged, and nothing was changed"), "{words}");
        fs::write(&file, &whole[..whole.len() - 1]).expect("cut");
        assert!(!story.fsck().await.is_empty(), "the end of {}", file.display());
        fs::remove_file(&file).expect("removed");
        assert!(!story.fsck().await.is_empty(), "without {}", file.display());
        fs::write(&file, &whole).expect("as it was");
    }
    for added in ["records.db-wal", "objects/0123456789abcdef0123456789abcdef", "notes.txt"] {
        let added = story.backup().join(added);
        fs::write(&added, "more").expect("a file");
        assert_eq!(story.fsck().await.len(), 1, "{}", added.display());
        fs::remove_file(&added).expect("removed");
    }
    assert_eq!(story.fsck().await, Vec::<String>::new());
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM history").await, records);

    fs::remove_file(story.backup().join("manifest.json")).expect("removed");
    assert_eq!(story.fsck().await, ["the backup was never finished: it has no manifest. Remove it, and make another"]);
});

/// Changes a database of the backup, and its manifest with it, as somebody could who may write there.
async fn forge(backup: &Path, file: &str, statements: &[&str]) {
    let url = format!("sqlite://{}?mode=rw", backup.join(file).display());
    let pool = sqlx::AnyPool::connect(&url).await.expect("the database of a backup");
    for statement in statements {
        let done = sqlx::query(AssertSqlSafe((*statement).to_owned())).execute(&pool).await;
        done.unwrap_or_else(|error| panic!("{statement}: {error}"));
    }
    pool.close().await;
    let bytes = fs::read(backup.join(file)).expect("the database");
    sign(backup, |manifest| {
        manifest["files"][file] = serde_json::json!({"bytes": bytes.len(), "sha256": hexadecimal(&bytes)});
    });
}

/// Changes the manifest, and its checksum with it.
fn sign(backup: &Path, change: impl FnOnce(&mut serde_json::Value)) {
    let manifest = backup.join("manifest.json");
    let mut json = serde_json::from_slice(&fs::read(&manifest).expect("the manifest")).expect("JSON");
    change(&mut json);
    let bytes = serde_json::to_vec_pretty(&json).expect("JSON");
    fs::write(backup.join("manifest.sha256"), format!("{}  manifest.json\n", hexadecimal(&bytes))).expect("written");
    fs::write(manifest, bytes).expect("written");
}

fn hexadecimal(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(bytes))
}

/// A copy of the backup to do harm to.
fn copy_of(story: &Story, name: &str) -> PathBuf {
    let copy = story.outside.path().join(name);
    fs::create_dir_all(copy.join("objects")).expect("a directory");
    for file in files(&story.backup()) {
        let inside = file.strip_prefix(story.backup()).expect("a file of the backup");
        fs::copy(&file, copy.join(inside)).expect("copied");
    }
    copy
}

both_engines!(a_trigger_or_anything_else_that_was_planted_into_a_backup_is_named_and_not_restored, |office| async move {
    let story = Story::begin(office).await;
    let trigger = "CREATE TRIGGER planted AFTER INSERT ON note BEGIN DELETE FROM application; END";
    let harms: [(&str, &[&str], &str); 7] = [
        ("records.db", &[trigger], "has a trigger \"planted\""),
        ("records.db", &["CREATE VIEW seen AS SELECT * FROM section"], "has a view \"seen\""),
        ("records.db", &["DROP INDEX posting_state"], "lacks the index posting_state"),
        ("records.db", &["CREATE TABLE \"a\nb\" (c TEXT)"], "has a table \"a\\nb\""),
        ("log.db", &["ALTER TABLE leaf ADD COLUMN more TEXT"], "has another table leaf than this program makes"),
        ("log.db", &["UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 1"], "was not made by the migrations"),
        ("log.db", &["DROP TABLE _sqlx_migrations"], "was not made by the migrations"),
    ];
    for (n, (file, statements, words)) in harms.into_iter().enumerate() {
        let copy = copy_of(&story, &format!("copy-{n}"));
        assert_eq!(backup::check(&copy, story.now(), &|_| ()).await, Vec::<String>::new());
        forge(&copy, file, statements).await;
        let findings = backup::check(&copy, story.now(), &|_| ()).await;
        assert!(matches!(&findings[..], [finding] if finding.contains(words)), "{words:?} is not what is found: {findings:#?}");
        let (clock, rng) = (story.clock.clone(), story.rng.clone());
        let refused = backup::restore((*story.settings).clone(), clock, rng, &copy, false, &|_| ()).await;
        let refused = refused.expect_err("it is refused").to_string();
        assert!(refused.contains(words) && refused.contains("nothing was changed"), "{refused}");
    }
    // As an older version of this program left it.
    let older = story.backup();
    let tables = ["DROP TABLE tick", "DROP TABLE act", "DROP TABLE touch", "DROP TABLE indexed"];
    forge(&older, "log.db", &tables).await;
    forge(&older, "log.db", &["DELETE FROM _sqlx_migrations WHERE version > 1"]).await;
    assert_eq!(story.fsck().await, Vec::<String>::new());
    story.restore().await.expect("a restore");
});

both_engines!(a_backup_with_a_link_in_it_or_of_an_instant_to_come_is_refused, |office| async move {
    use std::os::unix::fs::symlink;
    let story = Story::begin(office).await;
    let elsewhere = story.outside.path().join("elsewhere");
    let object = fs::read_dir(story.backup().join("objects")).expect("objects").next().expect("one").expect("an entry").path();
    for linked in
        [object, story.backup().join("records.db"), story.backup().join("objects"), story.backup().join("manifest.json")]
    {
        fs::rename(&linked, &elsewhere).expect("moved");
        symlink(&elsewhere, &linked).expect("a link to the same bytes");
        let findings = story.fsck().await;
        assert!(matches!(&findings[..], [finding] if finding.contains("is a link")), "{}: {findings:#?}", linked.display());
        assert!(story.restore_refused().await.contains("is a link"));
        let (clock, rng) = (story.clock.clone(), story.rng.clone());
        let drill = backup::drill((*story.settings).clone(), clock, rng, &story.backup(), &|_| ()).await;
        assert!(drill.expect_err("it is refused").to_string().contains("is a link"));
        fs::remove_file(&linked).expect("removed");
        fs::rename(&elsewhere, &linked).expect("back");
    }
    assert_eq!(story.fsck().await, Vec::<String>::new());
    sign(&story.backup(), |manifest| manifest["at"] = serde_json::json!("2026-12-01T09:00:01Z"));
    let findings = story.fsck().await;
    assert!(matches!(&findings[..], [finding] if finding.contains("is to come")), "{findings:#?}");
    assert!(story.restore_refused().await.contains("is to come"));
    story.office.pass(jiff::SignedDuration::from_secs(1));
    assert_eq!(story.fsck().await, Vec::<String>::new());
});
