//! A drill opens what there is to open, and changes nothing.

use std::time::SystemTime;

use jiff::SignedDuration;
use rules::retention_classes::THROW_AWAY;

use super::*;

both_engines!(a_drill_opens_a_sample_of_every_kind_and_changes_nothing, |office| async move {
    let story = Story::begin(office).await;
    story.go_on().await;
    let long = story.read_application(&story.cast.hr, &story.kept).await.expect("the application").posting_id;
    let posting = story.read_posting(&story.cast.hr, &long).await.expect("the posting").posting;
    // Without its table no envelope becomes an application: this one waits.
    run(&story.records, "ALTER TABLE section RENAME TO section_away").await;
    let mut document = story.begin_document().await.expect("a document begins");
    document.push(&pdf()).await.expect("a document streams");
    let document = document.finish("cv.pdf").await.expect("a document arrives");
    let applicant = ada().check(&posting.questions).unwrap_or_else(|problems| panic!("{problems:?}"));
    story.receive(&posting, applicant, document, "waits", posting.language).await.expect("it is acknowledged");
    run(&story.records, "ALTER TABLE section_away RENAME TO section").await;
    put_away(&story).await;
    ask(&story).await;
    fs::remove_dir_all(story.backup()).expect("removed");
    story.back_up(&story.backup(), &|_| ()).await.expect("another backup");
    let before = (dump(&story).await, listing(&story.settings.data), listing(&story.backup()));
    let kinds = |drill: &Drill| drill.lines.iter().map(|line| (line.kind, line.opened, line.erased)).collect::<Vec<_>>();
    let drill = story.drill().await;
    assert!(drill.is_good() && drill.log.is_good(), "{drill:?}");
    let expected = |gone: usize| {
        vec![
            ("contact", 3 - gone, gone),
            ("letter", 3 - gone, gone),
            ("answers", 2, 0),
            ("disability", 3 - gone, gone),
            ("document", 3 - gone, gone),
            ("note", 1, 0),
            ("comment", 1, 0),
            ("outcome reason", 1, 0),
            ("disclosure", 1, 0),
            ("request", 1, 0),
            ("history", 1, 0),
            ("employee item", 2, 0),
            ("employee document", 1, 0),
            ("kept record", 1, 0),
            ("kept document", 1, 0),
            ("envelope", 1, 0),
        ]
    };
    assert_eq!(kinds(&drill), expected(0));
    assert_eq!((dump(&story).await, listing(&story.settings.data), listing(&story.backup())), before, "nothing changed");

    story.erase().await;
    let drill = story.drill().await;
    assert!(drill.is_good(), "{drill:?}");
    assert_eq!(kinds(&drill), expected(1), "who was erased since is no fault of the backup");

    let object: String = sqlx::query_scalar("SELECT object_id FROM document WHERE application_id = $1")
        .bind(story.kept.as_str())
        .fetch_one(story.records.read())
        .await
        .expect("its object");
    let file = story.backup().join("objects").join(object);
    let mut damaged = fs::read(&file).expect("the object");
    *damaged.last_mut().expect("a byte") ^= 1;
    fs::write(&file, damaged).expect("damaged");
    let drill = story.drill().await;
    assert!(!drill.is_good());
    let failed: Vec<_> = drill.lines.iter().filter(|line| !line.failed.is_empty()).map(|line| line.kind).collect();
    assert_eq!(failed, ["document"], "the last byte of one object");
    run(&story.keys, "DELETE FROM rk").await;
    assert!(!story.drill().await.is_good(), "keys that nobody destroyed are missing");
    assert_eq!(listing(&story.settings.data), before.1, "no throw-away directory is left");
});

both_engines!(the_working_copy_of_a_restore_or_drill_that_died_goes_with_the_next_one_a_day_later, |office| async move {
    let story = Story::begin(office).await;
    let left = |name: &str, age: SignedDuration| {
        let path = story.settings.data.join(name);
        fs::create_dir(&path).expect("a directory");
        fs::write(path.join("records.db"), "as if a process had died").expect("a file");
        let written: SystemTime = (story.now() - age).into();
        fs::File::open(&path).and_then(|directory| directory.set_modified(written)).expect("its date");
        path
    };
    let old = left("throw-away-0123456789abcdef", THROW_AWAY + SignedDuration::from_secs(1));
    let young = left("throw-away-fedcba9876543210", THROW_AWAY - SignedDuration::from_secs(1));
    let other = left("somebody-elses", THROW_AWAY * 2);
    assert!(story.drill().await.is_good());
    assert!(!old.exists(), "it is older than a day");
    assert!(young.exists(), "it may still be in use");
    assert!(other.exists(), "it has another name");
});

/// The number of rows of every table that anything but a read would change.
async fn dump(story: &Story) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["application", "section", "note", "history", "entry_in", "lease", "session", "tick"] {
        counts.push(count(&story.records, &format!("SELECT COUNT(*) FROM {table}")).await);
    }
    for table in ["rk", "tombstone", "intake_key", "journal_month", "generation", "tick"] {
        counts.push(count(&story.keys, &format!("SELECT COUNT(*) FROM {table}")).await);
    }
    counts.push(count(&story.log, "SELECT COUNT(*) FROM leaf").await);
    counts
}
