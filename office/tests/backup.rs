//! A backup is whole or says where it is not; and what it brings back is never what was erased or taken away since.

use crate::support;

use std::{
    fs,
    ops::Deref,
    path::{Path, PathBuf},
};

use futures::TryStreamExt as _;
use jiff::Timestamp;
use office::{
    Db, Error, Office,
    backup::{self, Drill, Restored},
    careers::Posting,
    decide::Decision,
    handover::Picked,
    log::Certificate,
    posting::PostingDraft,
    read::Part,
    release::NewRelease,
};
use rules::{
    access::{Actor, Audience, Denied},
    application::{Outcome, Section},
    handover::Item,
    id::{ApplicationId, ObjectId},
    posting::State,
};
use sqlx::AssertSqlSafe;
use support::{
    TestOffice, both_engines,
    seed::{Cast, PASSWORD, ada, pdf},
};
use tempfile::TempDir;

/// A house with three applicants, and a backup of it.
struct Story {
    office: TestOffice,
    cast: Cast,
    /// Of a procedure that soon closes.
    short: Posting,
    soon_erased: ApplicationId,
    number: String,
    /// Of one that goes on.
    kept: ApplicationId,
    hired: ApplicationId,
    outside: TempDir,
}

impl Deref for Story {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office.office
    }
}

impl Story {
    /// Three applications, one with a note, all released to the kitchen; and the backup.
    async fn begin(office: TestOffice) -> Self {
        let cast = office.cast().await;
        let short = office.open_posting_of(&cast).await;
        let draft = PostingDraft { intake_ends_on: "2027-11-30".to_owned(), ..cast.draft() };
        let long = office.draft_posting(&cast.hr, draft).await.expect("a draft");
        office.publish_posting(&cast.hr, &long).await.expect("published");
        let long = office.read_posting(&cast.hr, &long).await.expect("a posting").posting;
        // What was entered so far has its place in the log; what follows waits.
        office.sequence().await.expect("the log");
        let soon_erased = office.apply(&short, ada(), "one").await;
        let (kept, hired) = (office.apply(&long, ada(), "two").await, office.apply(&long, ada(), "three").await);
        for id in [&soon_erased, &kept, &hired] {
            let release = NewRelease {
                audience: Audience::Department(cast.kitchen.clone()),
                sections: vec![Section::Contact, Section::Cv],
                until: "2027-11-01T00:00:00Z".parse().expect("an instant"),
            };
            office.release(&cast.hr, id, &release).await.expect("a release");
        }
        office.add_note(&cast.hr, &kept, "Call again in the new year.").await.expect("a note");
        let number = office.read_application(&cast.hr, &soon_erased).await.expect("the application").certificate_no;
        let story =
            Self { office, cast, short, soon_erased, number, kept, hired, outside: tempfile::tempdir().expect("a place") };
        let copied = story.back_up(&story.backup(), &|_| ()).await.expect("a backup");
        assert_eq!((copied.applications, copied.objects, copied.erased), (3, 3, 0));
        story
    }

    fn backup(&self) -> PathBuf {
        self.outside.path().join("backup")
    }

    /// Decides one applicant, closes the procedure, and lets its time pass.
    async fn erase(&self) -> Certificate {
        decide(self, &self.cast, &self.soon_erased, Outcome::Rejected).await;
        self.close_posting(&self.cast.hr, &self.short.id).await.expect("closed");
        self.office.at("2027-06-03T00:00:00Z");
        assert_eq!(self.sweep().await.expect("swept").erased, 1);
        self.certificate_of(&self.number).await.expect("a certificate")
    }

    /// A comment, a revoked release, an outcome and a handover.
    async fn go_on(&self) {
        self.add_comment(&self.cast.kitchen_head, &self.kept, "A good cook.", None).await.expect("a comment");
        let release = self.read_application(&self.cast.hr, &self.kept).await.expect("the application").releases.remove(0).id;
        self.revoke(&self.cast.hr, &self.kept, &release).await.expect("revoked");
        decide(self, &self.cast, &self.hired, Outcome::Hired).await;
        hand_over(self, &self.cast.hr, &self.hired).await;
    }

    async fn restore(&self) -> Result<Restored, Error> {
        self.restore_to(false).await
    }

    async fn restore_to(&self, without_lost: bool) -> Result<Restored, Error> {
        let (clock, rng) = (self.clock.clone(), self.rng.clone());
        backup::restore((*self.settings).clone(), clock, rng, &self.backup(), without_lost, &|_| ()).await
    }

    /// How a restore is refused.
    async fn refused(&self) -> String {
        self.restore().await.expect_err("it is refused").to_string()
    }

    async fn drill(&self) -> Drill {
        let (clock, rng) = (self.clock.clone(), self.rng.clone());
        backup::drill((*self.settings).clone(), clock, rng, &self.backup(), &|_| ()).await.expect("a drill")
    }

    async fn fsck(&self) -> Vec<String> {
        backup::check(&self.backup(), &|_| ()).await
    }
}

async fn decide(office: &Office, cast: &Cast, id: &ApplicationId, outcome: Outcome) {
    let decision = Decision { outcome: Some(outcome), reason: "Because.".to_owned(), rejection_received_at: None };
    office.decide(&cast.hr, id, &decision).await.expect("a decision");
}

async fn hand_over(office: &Office, hr: &Actor, id: &ApplicationId) {
    let pick = |item: Item| Picked {
        item,
        purpose: item.proposed_purpose(),
        basis: item.proposed_purpose().proposed_basis(),
        necessity: "needed".to_owned(),
    };
    let picked: Vec<Picked> = [Item::FirstName, Item::LastName, Item::Cv].into_iter().map(pick).collect();
    office.hand_over(hr, id, &picked).await.expect("a handover");
}

async fn count(db: &Db, query: &str) -> i64 {
    sqlx::query_scalar(AssertSqlSafe(query.to_owned())).fetch_one(db.read()).await.expect("a count")
}

async fn run(db: &Db, statement: &str) {
    let mut tx = db.write().await.expect("a write");
    sqlx::query(AssertSqlSafe(statement.to_owned()))
        .execute(&mut *tx)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
    tx.commit().await.expect("a commit");
}

/// The contact and the whole document of an application.
async fn opens(office: &Office, hr: &Actor, id: &ApplicationId) {
    let view = office.read_application(hr, id).await.expect("the application");
    assert_eq!(view.contact.expect("the contact").last_name, "Lovelace");
    let document = office.open_document(hr, id, &view.documents[0].id, Part::Whole).await.expect("the document");
    let content: Vec<_> = document.content.try_collect().await.expect("the content");
    assert_eq!(content.concat(), pdf());
}

async fn objects(office: &Office) -> usize {
    office.blobs.list().try_filter_map(|stored| async { Ok(stored.id) }).try_collect::<Vec<_>>().await.expect("a listing").len()
}

/// Every file of a backup.
fn files(backup: &Path) -> Vec<PathBuf> {
    let list = |directory: &Path| fs::read_dir(directory).expect("a directory").map(|entry| entry.expect("an entry").path());
    list(backup).chain(list(&backup.join("objects"))).filter(|path| path.is_file()).collect()
}

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
        assert_eq!(rows, if table == "section" { 4 } else { 2 }, "of {table}");
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

both_engines!(n04_what_was_revoked_or_decided_since_a_backup_gives_nobody_access_again, |office| async move {
    let story = Story::begin(office).await;
    let head = &story.cast.kitchen_head;
    assert!(story.read_application(head, &story.hired).await.is_ok(), "it is released");
    story.erase().await;
    story.go_on().await;
    run(&story.records, "UPDATE account SET disabled_at = 5 WHERE email = 'garden@example.org'").await;
    run(&story.records, "UPDATE membership SET until_at = 7 WHERE role = 'privacy'").await;
    run(&story.records, "DELETE FROM membership WHERE role = 'admin'").await;

    let restored = story.restore().await.expect("a restore");
    assert_eq!(restored.releases, 2, "one was revoked, one ended with the outcome");
    for id in [&story.kept, &story.hired] {
        assert!(matches!(story.read_application(head, id).await, Err(Error::Forbidden(Denied::Ended(..)))), "{id}");
    }
    assert_eq!(restored.accounts, 3);
    let disabled = "SELECT COUNT(*) FROM account WHERE disabled_at = 5 AND email = 'garden@example.org'";
    assert_eq!(count(&story.records, disabled).await, 1, "who was disabled stays so");
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM membership WHERE role = 'privacy' AND until_at = 7").await, 1);
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM membership WHERE role = 'admin'").await, 0);

    let since: Vec<(&str, Vec<&str>)> =
        restored.since.iter().map(|(what, ids)| (what.as_str(), ids.iter().map(String::as_str).collect())).collect();
    let (kept, hired, short) = (story.kept.as_str(), story.hired.as_str(), story.short.id.as_str());
    assert_eq!(
        since,
        [
            ("1 closed procedure", vec![short]),
            ("1 comment", vec![kept]),
            ("1 handover", vec![hired]),
            ("1 outcome", vec![hired]),
            ("1 revoked release", vec![kept]),
        ],
        "what was done to the erased is nobody's to do again"
    );
});

both_engines!(a_restore_right_after_the_backup_changes_nothing_and_finds_nothing_since, |office| async move {
    let story = Story::begin(office).await;
    story.sign_in("hr@example.org", PASSWORD).await.expect("HR signs in");
    run(&story.records, "INSERT INTO attempt (id, subject, at) VALUES ('a', 's', 0)").await;
    run(&story.records, "INSERT INTO challenge (id, subject, code_hash, tries, expires_at) VALUES ('c', 's', 'h', 0, 0)").await;
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
    office.close().await;
});

/// As after a fire from which only the keys were saved: not even the store's own rows are left.
async fn lose_everything_but_the_keys(story: &Story) {
    const RECORDS: [&str; 15] = [
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
    let words = story.refused().await;
    assert!(words.contains("differ within their first") && words.contains("Nothing was changed"), "{words}");
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM note").await, 3, "the records are as they were");
    assert_eq!(count(&story.log, "SELECT COUNT(*) FROM leaf").await, 1, "and the log");

    run(&story.log, "UPDATE leaf SET body = 'altered'").await;
    let words = story.refused().await;
    assert!(words.contains("the log here does not verify"), "{words}");
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
    lose_everything_but_the_keys(&story).await;
    let restored = story.restore().await.expect("a restore");
    assert_eq!((restored.reconciled.erased, restored.reconciled.certified, restored.applications), (1, 1, 2));
    let certificate = story.certificate_of(&number).await.expect("a certificate");
    assert_eq!(certificate.unreadable_at, Timestamp::from_millisecond(1_800_000_000_000).expect("an instant"));
    assert_eq!((certificate.keys, certificate.objects), (1, 1));
    assert_eq!((restored.objects, objects(&story).await), (2, 2), "their object is not put");
    assert!(restored.log.is_good());
    assert_eq!(story.restore().await.expect("again").reconciled.certified, 0, "once");
});

impl Story {
    async fn read_application_number(&self, id: &ApplicationId) -> String {
        let number = "SELECT certificate_no FROM application WHERE id = $1";
        sqlx::query_scalar(number).bind(id.as_str()).fetch_one(self.records.read()).await.expect("a number")
    }
}

both_engines!(keys_that_no_erasure_destroyed_are_asked_for_before_anything_is_given_up, |office| async move {
    let story = Story::begin(office).await;
    let number = story.read_application_number(&story.kept).await;
    // As a copy of the key database from before this application.
    let kept = format!("SELECT rk_id FROM application WHERE id = '{}'", story.kept);
    let rk: String = sqlx::query_scalar(AssertSqlSafe(kept)).fetch_one(story.records.read()).await.expect("its key");
    run(&story.keys, &format!("CREATE TABLE newer_copy AS SELECT * FROM rk WHERE id = '{rk}'")).await;
    run(&story.keys, &format!("DELETE FROM rk WHERE id = '{rk}'")).await;
    story.add_note(&story.cast.hr, &story.hired, "Later.").await.expect("a note");
    let words = story.refused().await;
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
        let words = story.refused().await;
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
    assert_eq!(story.fsck().await, ["the backup was never finished: it has no manifest"]);
});

both_engines!(a_drill_opens_a_sample_of_every_kind_and_changes_nothing, |office| async move {
    let story = Story::begin(office).await;
    story.go_on().await;
    fs::remove_dir_all(story.backup()).expect("removed");
    story.back_up(&story.backup(), &|_| ()).await.expect("another backup");
    let before = (dump(&story).await, listing(&story.settings.data), listing(&story.backup()));
    let kinds = |drill: &Drill| {
        drill.lines.iter().filter(|line| line.rows > 0).map(|line| (line.kind, line.opened, line.erased)).collect::<Vec<_>>()
    };
    let drill = story.drill().await;
    assert!(drill.is_good() && drill.log.is_good(), "{drill:?}");
    let expected = |gone: usize| {
        vec![
            ("contact", 3 - gone, gone),
            ("letter", 3 - gone, gone),
            ("document", 3 - gone, gone),
            ("note", 1, 0),
            ("comment", 1, 0),
            ("outcome reason", 1, 0),
            ("employee item", 2, 0),
            ("employee document", 1, 0),
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

/// The number of rows of every table that anything but a read would change.
async fn dump(story: &Story) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in ["application", "section", "note", "history", "entry_in", "lease", "session", "tick"] {
        counts.push(count(&story.records, &format!("SELECT COUNT(*) FROM {table}")).await);
    }
    for table in ["rk", "tombstone", "intake_key", "generation", "tick"] {
        counts.push(count(&story.keys, &format!("SELECT COUNT(*) FROM {table}")).await);
    }
    counts.push(count(&story.log, "SELECT COUNT(*) FROM leaf").await);
    counts
}

/// The names in a directory.
fn listing(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(directory)
        .expect("a directory")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

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
    assert_eq!(backup::check(&again, &|_| ()).await, Vec::<String>::new());
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
    for (directory, words) in [
        (story.settings.data.join("backup"), "inside the data directory"),
        (story.settings.data.parent().expect("a parent").to_owned(), "inside the data directory"),
        (copies.join("backup"), "a copy of the key database lies there"),
        (full, "is not empty"),
        (story.backup(), "is not empty"),
    ] {
        let refused = story.back_up(&directory, &|_| ()).await.expect_err("it is refused").to_string();
        assert!(refused.contains(words), "{}: {refused}", directory.display());
    }
    assert_eq!(story.fsck().await, Vec::<String>::new(), "the backup that is there is as it was");
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode(&story.backup()), 0o700);
    assert!(files(&story.backup()).iter().all(|file| mode(file) == 0o600));
});

both_engines!(a_backup_goes_only_into_the_store_it_is_of_and_only_with_keys, |office| async move {
    let story = Story::begin(office).await;
    run(&story.records, "UPDATE store SET id = 'another'").await;
    assert!(story.refused().await.contains("the records database belongs to another store"));
    run(&story.keys, "UPDATE store SET id = 'another'").await;
    assert!(story.refused().await.contains("the backup belongs to another store"));
    run(&story.keys, "DELETE FROM store").await;
    let words = story.refused().await;
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
    assert!(story.refused().await.contains("stop it first"));
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
