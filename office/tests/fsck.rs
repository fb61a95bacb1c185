//! Rows, objects, keys and log against each other: whatever is planted is found, repaired where that is safe, and reported where it is not;
//! a live key is never destroyed; and what is under way is no finding.

use crate::support;

use std::{collections::BTreeSet, ops::Deref, path::PathBuf};

use jiff::{SignedDuration, Timestamp};
use office::{
    Db, Engine, Error, Office,
    careers::Posting,
    decide::Decision,
    fsck::{Code, Finding, open_to_look},
    log::Certificate,
};
use rules::{application::Outcome, form::Typed, id::ApplicationId};
use sqlx::{AnyConnection, AssertSqlSafe, Connection as _, Executor as _};
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada, pdf},
};

/// A house with three applications to one posting.
struct House {
    office: TestOffice,
    cast: Cast,
    posting: Posting,
    ids: Vec<ApplicationId>,
}

impl Deref for House {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office.office
    }
}

const NOBODY: &str = "00000000000000000000000000000abc";

impl House {
    async fn open(office: TestOffice) -> Self {
        let cast = office.cast().await;
        let posting = office.open_posting_of(&cast).await;
        let mut ids = Vec::new();
        for n in 0..3 {
            ids.push(office.apply(&posting, ada(), &format!("form {n}")).await);
        }
        let house = Self { office, cast, posting, ids };
        house.assert_found([]).await;
        house
    }

    fn id(&self, n: usize) -> &str {
        self.ids[n].as_str()
    }

    async fn findings(&self) -> Vec<Finding> {
        self.fsck(false).await.expect("a look at everything")
    }

    /// Fails unless exactly this is found, each in a sentence that names its ids.
    #[track_caller]
    fn assert_found<const N: usize>(&self, expected: [(Code, &str); N]) -> impl Future<Output = ()> {
        let expected: BTreeSet<(Code, String)> = expected.into_iter().map(|(code, id)| (code, id.to_owned())).collect();
        let at = std::panic::Location::caller();
        async move {
            let findings = self.findings().await;
            let found: BTreeSet<(Code, String)> =
                findings.iter().flat_map(|finding| finding.ids.iter().map(|id| (finding.code, id.clone()))).collect();
            assert_eq!(found, expected, "at {at}");
            for finding in &findings {
                let said = finding.sentence();
                assert!(said.starts_with(finding.code.code()) && said.contains(&finding.ids[0]), "{said}");
                assert_eq!(finding.plan().is_some(), finding.code.is_repairable());
            }
        }
    }

    /// Brings a mirror in line, as a start does.
    async fn bring_mirror(&self) {
        let opened = Office::open((*self.settings).clone(), self.clock.clone(), self.rng.clone()).await;
        opened.expect("it opens").close().await;
    }

    /// Repairs what is found, and fails unless exactly `left` is found after it and a second repair does nothing.
    async fn mend_to<const N: usize>(&self, left: [(Code, &str); N]) {
        let findings = self.findings().await;
        self.repair(&findings).await.expect("a repair");
        self.assert_found(left).await;
        let again: usize = self.repair(&findings).await.expect("once more").iter().map(|done| done.count).sum();
        assert_eq!(again, 0, "a repair is made once");
    }

    async fn key_of(&self, n: usize) -> String {
        text(&self.records, &format!("SELECT rk_id FROM application WHERE id = '{}'", self.id(n))).await
    }

    async fn object_of(&self, n: usize) -> String {
        text(&self.records, &format!("SELECT object_id FROM document WHERE application_id = '{}'", self.id(n))).await
    }

    async fn number_of(&self, n: usize) -> String {
        text(&self.records, &format!("SELECT certificate_no FROM application WHERE id = '{}'", self.id(n))).await
    }

    /// Adds a key like one that is there.
    async fn put_key(&self, id: &str, state: &str, hours: i64) {
        let at = self.ago(hours);
        run(
            &self.keys,
            format!(
                "INSERT INTO rk (id, state, generation_id, wrapped, created_at) SELECT '{id}', '{state}', g.id, \
                 (SELECT wrapped FROM house_key WHERE name = 'mac'), {at} FROM generation g WHERE g.retired_at IS NULL"
            ),
        )
        .await;
    }

    async fn bury(&self, key: &str) {
        run(&self.keys, format!("DELETE FROM rk WHERE id = '{key}'")).await;
        run(&self.keys, format!("INSERT INTO tombstone (rk_id, at) VALUES ('{key}', {})", self.ago(1))).await;
    }

    async fn has_key(&self, key: &str) -> bool {
        count(&self.keys, format!("SELECT COUNT(*) FROM rk WHERE id = '{key}'")).await > 0
    }

    async fn life(&self, n: usize) -> String {
        text(&self.records, &format!("SELECT life FROM application WHERE id = '{}'", self.id(n))).await
    }

    async fn put_erasure(&self, application: &str, key: &str, step: i64, hours: i64) {
        let (at, done) = (self.ago(hours), if step > 1 { self.ago(hours).to_string() } else { "NULL".to_owned() });
        run(
            &self.records,
            format!(
                "INSERT INTO erasure (application_id, rk_id, step, started_at, unreadable_at, keys, objects) \
                 VALUES ('{application}', '{key}', {step}, {at}, {done}, {}, 0)",
                step - 1
            ),
        )
        .await;
    }

    async fn put_certificate(&self, number: &str, entry: u8, keys: i64) {
        let now = self.now();
        let certificate = Certificate {
            class: None,
            number: number.to_owned(),
            posting: self.posting.id.to_string(),
            closed_on: None,
            due_at: now,
            unreadable_at: now,
            rows: 9,
            objects: 1,
            keys,
            erased_at: now,
        };
        let body = serde_json::to_string(&certificate).expect("a certificate");
        let id = format!("{entry:032x}");
        self.put_entry(&id, "certificate", number, &body, 0).await;
    }

    async fn put_entry(&self, id: &str, kind: &str, subject: &str, body: &str, hours: i64) {
        let mut tx = self.records.write().await.expect("a write");
        sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(id)
            .bind(self.ago(hours))
            .bind(kind)
            .bind(self.cast.employer.as_str())
            .bind(subject)
            .bind(body)
            .execute(&mut *tx)
            .await
            .expect("an entry");
        tx.commit().await.expect("a commit");
    }

    fn ago(&self, hours: i64) -> i64 {
        (self.now() - SignedDuration::from_hours(hours)).as_millisecond()
    }

    fn file(&self, object: &str) -> PathBuf {
        PathBuf::from(self.settings.objects_url.strip_prefix("file:").expect("a local store")).join(object)
    }

    /// Writes a file into the object store, so many hours old.
    fn put_file(&self, name: &str, bytes: &[u8], hours: i64) {
        std::fs::write(self.file(name), bytes).expect("an object");
        let at = Timestamp::from_millisecond(self.ago(hours)).expect("an instant");
        let file = std::fs::File::options().write(true).open(self.file(name)).expect("an object");
        file.set_modified(at.into()).expect("its time");
    }

    /// What the journal says the house has repaired.
    async fn journal(&self) -> Vec<String> {
        self.sequence().await.expect("the log");
        let lines = self.read_journal(&self.cast.privacy, None, 100).await.expect("the journal");
        lines.into_iter().filter(|line| line.what == "repair").map(|line| line.detail).collect()
    }
}

async fn run(db: &Db, statement: impl Into<String>) {
    let mut tx = db.write().await.expect("a write");
    sqlx::query(AssertSqlSafe(statement.into())).execute(&mut *tx).await.expect("a statement");
    tx.commit().await.expect("a commit");
}

async fn text(db: &Db, query: &str) -> String {
    sqlx::query_scalar(AssertSqlSafe(query.to_owned())).fetch_one(db.read()).await.expect("a text")
}

async fn count(db: &Db, query: impl Into<String>) -> i64 {
    sqlx::query_scalar(AssertSqlSafe(query.into())).fetch_one(db.read()).await.expect("a count")
}

/// Runs a statement as somebody who knows how to get round the references between tables.
async fn run_round_references(office: &Office, statement: &str) {
    let mut other = AnyConnection::connect(&office.settings.records_url).await.expect("a connection");
    let round = match office.records.engine() {
        Engine::Sqlite => "PRAGMA foreign_keys = OFF",
        Engine::Postgres => "SET session_replication_role = replica",
    };
    other.execute(round).await.expect("a way round");
    other.execute(AssertSqlSafe(statement.to_owned())).await.expect("a statement");
    other.close().await.expect("an end");
}

async fn reject(house: &House, n: usize) {
    let decision = Decision { outcome: Some(Outcome::Rejected), reason: "Because.".to_owned(), rejection_received_at: None };
    house.decide(&house.cast.hr, &house.ids[n], &decision).await.expect("a decision");
}

both_engines!(a_live_key_without_a_record_is_told_and_never_destroyed, |office| async move {
    let house = House::open(office).await;
    house.put_key(NOBODY, "live", 400).await;
    house.assert_found([(Code::KeyWithoutRow, NOBODY)]).await;
    house.mend_to([(Code::KeyWithoutRow, NOBODY)]).await;
    assert!(house.has_key(NOBODY).await, "a live key was destroyed");
});

both_engines!(a_key_that_waits_for_more_than_a_day_is_destroyed_and_a_young_one_is_none_of_a_repair, |office| async move {
    let house = House::open(office).await;
    let young = "00000000000000000000000000000def";
    house.put_key(NOBODY, "pending", 25).await;
    house.put_key(young, "pending", 23).await;
    house.assert_found([(Code::KeyPending, NOBODY)]).await;
    house.mend_to([]).await;
    assert!(!house.has_key(NOBODY).await && house.has_key(young).await);
    assert_eq!(house.journal().await, ["key_pending"]);
});

both_engines!(a_key_that_was_never_confirmed_is_confirmed_if_its_record_stands, |office| async move {
    let house = House::open(office).await;
    let (old, young) = (house.key_of(0).await, house.key_of(1).await);
    run(&house.keys, format!("UPDATE rk SET state = 'pending', created_at = {} WHERE id = '{old}'", house.ago(25))).await;
    run(&house.keys, format!("UPDATE rk SET state = 'pending', created_at = {} WHERE id = '{young}'", house.ago(1))).await;
    house.assert_found([(Code::KeyUnconfirmed, old.as_str())]).await;
    house.mend_to([]).await;
    assert_eq!(text(&house.keys, &format!("SELECT state FROM rk WHERE id = '{old}'")).await, "live");
    assert_eq!(house.journal().await, ["key_unconfirmed"]);
});

both_engines!(a_record_whose_key_is_nowhere_is_told_and_left_alone, |office| async move {
    let house = House::open(office).await;
    let key = house.key_of(1).await;
    run(&house.keys, format!("DELETE FROM rk WHERE id = '{key}'")).await;
    house.assert_found([(Code::RowWithoutKey, house.id(1))]).await;
    house.mend_to([(Code::RowWithoutKey, house.id(1))]).await;
    assert_eq!(house.life(1).await, "live", "a newer key database may have its key");
});

both_engines!(n10_an_application_whose_key_was_destroyed_is_hidden_and_the_next_sweep_certifies_it, |office| async move {
    let house = House::open(office).await;
    let (key, number) = (house.key_of(1).await, house.number_of(1).await);
    house.bury(&key).await;
    house.assert_found([(Code::RowOfDeadKey, house.id(1))]).await;
    house.mend_to([]).await;
    assert_eq!(house.life(1).await, "erasing");
    assert_eq!(house.sweep().await.expect("a sweep").erased, 1);
    let certificate = house.certificate_of(&number).await.expect("a certificate");
    assert_eq!((certificate.keys, certificate.unreadable_at.as_millisecond()), (1, house.ago(1)), "as its tombstone says");
    house.assert_found([]).await;
    assert_eq!(house.journal().await, ["row_of_dead_key"]);
});

both_engines!(n10_a_destroyed_key_that_stands_again_is_destroyed_again, |office| async move {
    let house = House::open(office).await;
    let key = house.key_of(1).await;
    reject(&house, 1).await;
    run(&house.records, format!("UPDATE application SET due_at = 1 WHERE id = '{}'", house.id(1))).await;
    assert_eq!(house.sweep().await.expect("a sweep").erased, 1);
    // Its tombstone stands beside it.
    house.put_key(&key, "live", 400).await;
    house.assert_found([(Code::DeadKey, key.as_str())]).await;
    house.mend_to([]).await;
    assert!(!house.has_key(&key).await);
    // An older key database: it has no tombstone either, but the log has the death.
    run(&house.keys, "DELETE FROM tombstone").await;
    house.put_key(&key, "live", 400).await;
    house.assert_found([(Code::DeadKey, key.as_str())]).await;
    house.mend_to([]).await;
    assert!(!house.has_key(&key).await);
    assert_eq!(house.journal().await, ["dead_key", "dead_key"]);
});

both_engines!(a_key_that_was_destroyed_and_opens_a_living_record_is_told_and_left_alone, |office| async move {
    let house = House::open(office).await;
    let key = house.key_of(2).await;
    run(&house.keys, format!("INSERT INTO tombstone (rk_id, at) VALUES ('{key}', 1)")).await;
    house.mend_to([(Code::DeadKeyOfRow, key.as_str())]).await;
    assert!(house.has_key(&key).await, "a key that opens a living record was destroyed");
});

both_engines!(no_repair_destroys_a_live_key_whatever_else_is_wrong, |office| async move {
    let house = House::open(office).await;
    let (hidden, certified, settled) = (house.key_of(0).await, house.number_of(1).await, house.key_of(2).await);
    run(&house.records, format!("UPDATE application SET life = 'erasing' WHERE id = '{}'", house.id(0))).await;
    house.put_certificate(&certified, 1, 1).await;
    house.put_erasure(house.id(2), &settled, 1, 30).await;
    house.put_erasure("00000000000000000000000000000123", NOBODY, 2, 30).await;
    house.put_key(NOBODY, "live", 400).await;
    house.put_key("00000000000000000000000000000fff", "pending", 400).await;
    let live = async || count(&house.keys, "SELECT COUNT(*) FROM rk WHERE state = 'live'").await;
    let before = live().await;
    let left = [
        (Code::KeyWithoutRow, NOBODY),
        (Code::ErasureOfKey, "00000000000000000000000000000123"),
        (Code::CertifiedKey, house.id(1)),
    ];
    house.mend_to(left).await;
    assert_eq!(live().await, before);
    assert!(house.has_key(&hidden).await, "only the sweep ends an erasure");
    assert_eq!((house.life(1).await, house.life(2).await), ("live".to_owned(), "live".to_owned()));
});

both_engines!(n10_erasures_and_their_applications_have_each_other, |office| async move {
    let house = House::open(office).await;
    let number = house.number_of(0).await;
    run(&house.records, format!("UPDATE application SET life = 'erasing' WHERE id = '{}'", house.id(0))).await;
    house.put_erasure(NOBODY, "00000000000000000000000000000123", 3, 1).await;
    house.put_erasure(house.id(1), &house.key_of(1).await, 1, 1).await;
    let key = house.key_of(2).await;
    house.bury(&key).await;
    house.put_erasure(house.id(2), &key, 2, 1).await;
    house
        .assert_found([
            (Code::ErasingWithoutErasure, house.id(0)),
            (Code::ErasureWithoutApplication, NOBODY),
            (Code::ErasureOfLiving, house.id(1)),
            (Code::ErasureOfLiving, house.id(2)),
        ])
        .await;
    house.mend_to([]).await;
    assert_eq!((house.life(1).await, house.life(2).await), ("live".to_owned(), "erasing".to_owned()));
    assert_eq!(house.sweep().await.expect("a sweep").erased, 2);
    assert!(house.certificate_of(&number).await.is_ok());
    house.assert_found([]).await;
    let mut journal = house.journal().await;
    journal.sort_unstable();
    let expected = ["erasing_without_erasure", "erasure_of_living", "erasure_of_living", "erasure_without_application"];
    assert_eq!(journal, expected);
});

both_engines!(an_erasure_that_does_not_move_for_a_day_is_told, |office| async move {
    let house = House::open(office).await;
    run(&house.records, format!("UPDATE application SET life = 'erasing' WHERE id = '{}'", house.id(0))).await;
    house.put_erasure(house.id(0), &house.key_of(0).await, 1, 23).await;
    house.assert_found([]).await;
    house.sequence().await.expect("the log");
    house.office.pass(SignedDuration::from_hours(2));
    house.mend_to([(Code::ErasureStuck, house.id(0))]).await;
});

both_engines!(n10_a_certificate_and_its_application_do_not_stand_side_by_side, |office| async move {
    let house = House::open(office).await;
    let (number, key, object) = (house.number_of(0).await, house.key_of(0).await, house.object_of(0).await);
    // What a restore without lost keys had given up holds no longer once the key is back.
    house.put_certificate(&house.number_of(1).await, 1, 0).await;
    house.assert_found([]).await;
    house.put_certificate(&number, 2, 1).await;
    house.mend_to([(Code::CertifiedKey, house.id(0))]).await;
    house.bury(&key).await;
    house.assert_found([(Code::CertifiedRows, house.id(0))]).await;
    house.mend_to([]).await;
    assert_eq!(count(&house.records, format!("SELECT COUNT(*) FROM section WHERE application_id = '{}'", house.id(0))).await, 0);
    assert!(!house.file(&object).exists());
    let certificates = format!("SELECT COUNT(*) FROM leaf WHERE kind = 'certificate' AND subject = '{number}'");
    assert_eq!(count(&house.log, certificates).await, 1, "there is no second certificate");
    house.put_certificate(&number, 3, 0).await;
    house.assert_found([]).await;
    house.put_certificate(&number, 4, 1).await;
    house.mend_to([(Code::CertificateTwice, number.as_str())]).await;
});

both_engines!(objects_and_their_rows_have_each_other, |office| async move {
    let house = House::open(office).await;
    let (lost, resized) = (house.object_of(0).await, house.object_of(1).await);
    let bytes = std::fs::read(house.file(&lost)).expect("an object");
    std::fs::remove_file(house.file(&lost)).expect("removed");
    run(&house.records, format!("UPDATE object SET size = size + 1 WHERE id = '{resized}'")).await;
    house.mend_to([(Code::ObjectMissing, lost.as_str()), (Code::ObjectSize, resized.as_str())]).await;
    std::fs::write(house.file(&lost), bytes).expect("put back");
    run(&house.records, format!("UPDATE object SET size = size - 1 WHERE id = '{resized}'")).await;
    house.assert_found([]).await;

    let [row, young_row, bare, young_bare] = [1, 2, 3, 4].map(|n| format!("{n:032x}"));
    let staged = format!("{bare}#1");
    for (id, hours) in [(&row, 25), (&young_row, 23)] {
        run(&house.records, format!("INSERT INTO object (id, size, created_at) VALUES ('{id}', 4, {})", house.ago(hours))).await;
        house.put_file(id, b"1234", hours);
    }
    for (name, hours) in [(&bare, 25), (&young_bare, 23), (&staged, 25)] {
        house.put_file(name, b"1234", hours);
    }
    let young_staged = format!("{young_bare}#1");
    house.put_file(&young_staged, b"1", 23);
    house
        .assert_found([
            (Code::ObjectRowUnnamed, row.as_str()),
            (Code::ObjectUnnamed, bare.as_str()),
            (Code::Staged, staged.as_str()),
        ])
        .await;
    house.mend_to([]).await;
    for (name, stays) in
        [(&row, false), (&bare, false), (&staged, false), (&young_row, true), (&young_bare, true), (&young_staged, true)]
    {
        assert_eq!(house.file(name).exists(), stays, "{name}");
    }
    let mut journal = house.journal().await;
    journal.sort_unstable();
    assert_eq!(journal, ["object_row_unnamed", "object_unnamed", "staged"]);
});

both_engines!(the_row_of_an_object_is_written_again_and_what_names_it_keeps_it, |office| async move {
    let house = House::open(office).await;
    let object = house.object_of(0).await;
    let size = count(&house.records, format!("SELECT size FROM object WHERE id = '{object}'")).await;
    run_round_references(&house, &format!("DELETE FROM object WHERE id = '{object}'")).await;
    let sqlite = "records: 1 row(s) of document name a row of object that is not there";
    if house.records.engine() == Engine::Sqlite {
        house.assert_found([(Code::ObjectRowMissing, object.as_str()), (Code::Database, sqlite)]).await;
    } else {
        house.assert_found([(Code::ObjectRowMissing, object.as_str())]).await;
    }
    house.mend_to([]).await;
    assert_eq!(count(&house.records, format!("SELECT size FROM object WHERE id = '{object}'")).await, size);
});

both_engines!(envelopes_and_forms, |office| async move {
    let house = House::open(office).await;
    let object = house.object_of(0).await;
    for (n, key, object, quarantined) in [
        (1, "nowhere", object.as_str(), "NULL"),
        (2, "nowhere", object.as_str(), "1"),
        (3, "", NOBODY, "1"),
        (4, "", NOBODY, "NULL"),
    ] {
        let mut tx = house.records.write().await.expect("a write");
        let intake: String =
            sqlx::query_scalar("SELECT id FROM intake_key").fetch_one(house.keys.read()).await.expect("an intake key");
        sqlx::query(AssertSqlSafe(format!(
            "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, \
             received_at, quarantined_at, sealed) VALUES ($1, $2, $3, $4, 'r', 'n', 'v', 'de', 1, {quarantined}, $5)"
        )))
        .bind(format!("{n:032x}"))
        .bind(house.posting.id.as_str())
        .bind(if key.is_empty() { intake.as_str() } else { key })
        .bind(object)
        .bind(vec![0_u8; 9])
        .execute(&mut *tx)
        .await
        .expect("an envelope");
        tx.commit().await.expect("a commit");
    }
    run(&house.records, format!("INSERT INTO submission (token_hash, application_id, at) VALUES ('t', '{NOBODY}', 1)")).await;
    let without_key = format!("{:032x}", 1);
    let told = [(Code::EnvelopeWithoutKey, without_key.as_str()), (Code::ObjectMissing, NOBODY)];
    house.assert_found([told[0], told[1], (Code::SubmissionAlone, NOBODY)]).await;
    house.mend_to(told).await;
    assert_eq!(house.journal().await, ["submission_alone"]);
});

both_engines!(what_does_not_open_though_its_key_is_there, |office| async move {
    let house = House::open(office).await;
    let first = format!("(SELECT MIN(id) FROM section WHERE name = 'letter' AND application_id = '{}')", house.id(0));
    let section = text(&house.records, &format!("SELECT id FROM section WHERE id = {first}")).await;
    let other = format!("(SELECT s.sealed FROM section s WHERE s.name = 'letter' AND s.application_id = '{}')", house.id(1));
    run(&house.records, format!("UPDATE section SET sealed = {other} WHERE id = '{section}'")).await;
    let told = format!("letter {section}");
    house.mend_to([(Code::Unopened, told.as_str())]).await;
});

both_engines!(a_sample_is_opened_by_default_and_everything_when_asked_for, |office| async move {
    let house = House::open(office).await;
    for n in 3..7 {
        let typed = Typed { first_name: format!("Ada {n}"), ..ada() };
        house.office.apply(&house.posting, typed, &format!("form {n}")).await;
    }
    // Of seven, five are opened: all but the third and the sixth.
    let documents: Vec<(String, String)> = sqlx::query_as("SELECT id, object_id FROM document ORDER BY created_at, id")
        .fetch_all(house.records.read())
        .await
        .expect("documents");
    let (document, object) = &documents[2];
    let mut bytes = std::fs::read(house.file(object)).expect("an object");
    *bytes.last_mut().expect("a byte") ^= 1;
    std::fs::write(house.file(object), bytes).expect("written");
    house.assert_found([]).await;
    let findings = house.fsck(true).await.expect("a look at everything");
    assert_eq!(findings, [Finding { code: Code::Unopened, ids: vec![format!("document {document}")] }]);
});

both_engines!(n10_a_date_that_is_not_the_rules_is_set_right_with_a_line_in_the_history, |office| async move {
    let house = House::open(office).await;
    let due =
        async |n: usize| count(&house.records, format!("SELECT due_at FROM application WHERE id = '{}'", house.id(n))).await;
    let right = due(0).await;
    run(&house.records, format!("UPDATE application SET due_at = due_at + 86400000 WHERE id = '{}'", house.id(0))).await;
    house.assert_found([(Code::DueDiffers, house.id(0))]).await;
    house.mend_to([]).await;
    assert_eq!((due(0).await, due(1).await), (right, right));
    let lines = format!("SELECT COUNT(*) FROM history WHERE what LIKE 'due %' AND application_id = '{}'", house.id(0));
    assert_eq!((count(&house.records, lines).await, house.journal().await), (1, vec!["due_differs".to_owned()]));

    // Every act that moves a date leaves one that the rule gives.
    for n in 0..3 {
        reject(&house, n).await;
    }
    house.close_posting(&house.cast.hr, &house.posting.id).await.expect("closed");
    house.assert_found([]).await;
});

both_engines!(a_close_has_its_instant_and_an_instant_its_close, |office| async move {
    let house = House::open(office).await;
    let open = house.office.open_posting_of(&house.cast).await;
    for n in 0..3 {
        reject(&house, n).await;
    }
    house.close_posting(&house.cast.hr, &house.posting.id).await.expect("closed");
    run(&house.records, format!("UPDATE posting SET closed_at = NULL WHERE id = '{}'", house.posting.id)).await;
    run(&house.records, format!("UPDATE posting SET closed_at = 1 WHERE id = '{}'", open.id)).await;
    let told = [(Code::ClosedWithoutInstant, house.posting.id.as_str()), (Code::InstantWithoutClose, open.id.as_str())];
    house.mend_to(told).await;
});

both_engines!(entries_that_wait_for_more_than_an_hour_are_moved_into_the_log, |office| async move {
    let house = House::open(office).await;
    let body = r#"{"by":"house","what":"test","subjects":[]}"#;
    house.put_entry(NOBODY, "journal", "s", body, 2).await;
    house.assert_found([(Code::EntryWaits, NOBODY)]).await;
    house.mend_to([]).await;
    assert_eq!(count(&house.log, format!("SELECT COUNT(*) FROM leaf WHERE id = '{NOBODY}'")).await, 1);
});

both_engines!(what_does_not_say_what_the_entries_of_the_journal_do_is_made_anew_from_them, |office| async move {
    let house = House::open(office).await;
    house.sequence().await.expect("the log");
    for (planted, found) in [
        ("UPDATE act SET actor = 'house' WHERE idx = (SELECT MIN(idx) FROM act WHERE actor <> 'house')", None),
        ("DELETE FROM act WHERE idx = 2", Some("1 from entry 2 on")),
        ("DELETE FROM touch WHERE idx IN (1, 4)", Some("2 from entry 1 on")),
        ("INSERT INTO touch (subject, idx) VALUES ('00000000000000000000000000000abc', 3)", Some("1 from entry 3 on")),
        (
            "INSERT INTO touch (subject, idx) VALUES ('00000000000000000000000000000abc', 1000000)",
            Some("1 from entry 1000000 on"),
        ),
        ("UPDATE indexed SET size = size + 1000", None),
    ] {
        house.sequence().await.expect("the log");
        house.assert_found([]).await;
        run(&house.log, planted).await;
        match found {
            Some(found) => house.assert_found([(Code::Index, found)]).await,
            None => {
                assert_eq!(house.findings().await.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::Index], "{planted}")
            }
        }
        house.mend_to([]).await;
    }
    assert_eq!(house.journal().await, ["index"; 6]);
    // What is only not written down yet is no finding.
    run(&house.log, "DELETE FROM act").await;
    run(&house.log, "DELETE FROM touch").await;
    run(&house.log, "DELETE FROM indexed").await;
    house.assert_found([]).await;
});

both_engines!(n23_a_log_that_was_changed_is_told, |office| async move {
    let house = House::open(office).await;
    house.sequence().await.expect("the log");
    run(&house.log, "UPDATE leaf SET body = '{}' WHERE idx = 2").await;
    house.mend_to([(Code::Log, "entry 2 was altered")]).await;
});

both_engines!(a_log_that_is_older_than_the_records_is_told_and_nothing_is_repaired, |office| async move {
    let house = House::open(office).await;
    house.sequence().await.expect("the log");
    run(&house.records, "UPDATE log_mark SET size = size + 5").await;
    house.put_key(NOBODY, "pending", 25).await;
    let findings = house.findings().await;
    let codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, [Code::KeyPending, Code::LogMark]);
    let refused = house.repair(&findings).await.expect_err("it is refused").to_string();
    assert!(refused.contains("older copy") && house.has_key(NOBODY).await, "{refused}");
});

both_engines!(a_mirror_is_brought_in_line_and_a_key_that_lives_in_one_of_the_two_is_not_destroyed, |office| async move {
    let (mut office, elsewhere) = (office, tempfile::tempdir().expect("another disk"));
    let url = format!("sqlite://{}?mode=rwc", elsewhere.path().join("mirror.db").display());
    let mut settings = (*office.settings).clone();
    settings.keys_mirror_url = Some(url.clone());
    office.office = Office::open(settings, office.clock.clone(), office.rng.clone()).await.expect("it opens with a mirror");
    let house = House::open(office).await;
    let mut mirror = AnyConnection::connect(&url).await.expect("the mirror");
    let (key, died) = (house.key_of(0).await, "00000000000000000000000000000123");
    mirror.execute(AssertSqlSafe(format!("DELETE FROM rk WHERE id = '{key}'"))).await.expect("removed");
    run(&house.keys, format!("INSERT INTO tombstone (rk_id, at) VALUES ('{died}', 1)")).await;
    let lacks = [
        format!("the mirror lacks key(s) that the other holds {key}"),
        format!("the mirror lacks tombstone(s) that the other holds {died}"),
    ];
    house.assert_found([(Code::Mirror, lacks[0].as_str()), (Code::Mirror, lacks[1].as_str())]).await;
    house.mend_to([]).await;

    // Confirmed in the mirror alone, as a death between the two commits leaves it.
    house.put_key(NOBODY, "pending", 25).await;
    house.bring_mirror().await;
    mirror.execute(AssertSqlSafe(format!("UPDATE rk SET state = 'live' WHERE id = '{NOBODY}'"))).await.expect("confirmed");
    house.mend_to([(Code::KeyPending, NOBODY)]).await;
    assert!(house.has_key(NOBODY).await);

    // The key database has lost a key: which of the two is right, a person must say.
    run(&house.keys, format!("DELETE FROM rk WHERE id = '{key}'")).await;
    let findings = house.findings().await;
    let refused = house.repair(&findings).await.expect_err("it is refused").to_string();
    assert!(refused.contains("has lost them"), "{refused}");
    assert_eq!(house.findings().await, findings);
});

both_engines!(one_generation_lives_and_every_key_stands_under_one_that_is_open, |office| async move {
    let house = House::open(office).await;
    let living = text(&house.keys, "SELECT id FROM generation").await;
    run(&house.keys, "INSERT INTO generation (id, created_at, retired_at) VALUES ('g', 1, 2)").await;
    run(
        &house.keys,
        format!("INSERT INTO rk (id, state, generation_id, wrapped, created_at) SELECT '{NOBODY}', 'live', 'g', wrapped, 1 FROM house_key WHERE name = 'mac'"),
    )
    .await;
    house.mend_to([(Code::KeyWithoutRow, NOBODY), (Code::KeyUnopenable, NOBODY)]).await;
    run(&house.keys, format!("DELETE FROM rk WHERE id = '{NOBODY}'")).await;
    run(&house.keys, "UPDATE generation SET retired_at = NULL").await;
    house.assert_found([(Code::Generation, "g"), (Code::Generation, living.as_str())]).await;
});

both_engines!(a_repair_is_alone_with_the_store_and_a_look_need_not_be, |office| async move {
    let house = House::open(office).await;
    house.put_key(NOBODY, "pending", 25).await;
    let serving = house.attend().await.expect("somebody serves");
    house.assert_found([(Code::KeyPending, NOBODY)]).await;
    let refused = house.repair(&house.findings().await).await;
    assert!(matches!(refused, Err(Error::Unavailable(ref words)) if words.contains("alone")), "{refused:?}");
    assert!(house.has_key(NOBODY).await);
    drop(serving);
    house.mend_to([]).await;
});

both_engines!(an_office_that_only_looks_finds_the_same_and_cannot_write, |office| async move {
    let house = House::open(office).await;
    house.put_key(NOBODY, "pending", 25).await;
    let look = open_to_look((*house.settings).clone(), house.clock.clone(), house.rng.clone()).await.expect("it opens");
    assert_eq!(look.fsck(true).await.expect("a look"), house.findings().await);
    assert!(look.sequence().await.is_err(), "it has written");
    look.close().await;
});

both_engines!(what_is_under_way_is_no_finding, |office| async move {
    let house = House::open(office).await;
    // The files of this house have the real time.
    #[expect(clippy::disallowed_methods, reason = "objects are as old as the real clock says")]
    let now = Timestamp::now();
    let intake_ends = now + SignedDuration::from_hours(24 * 60);
    run(&house.records, format!("UPDATE posting SET intake_ends_on = '{}'", intake_ends.strftime("%Y-%m-%d"))).await;
    // As the sequencer of a process does every five seconds; else what was entered at `BEGIN` is hours old at one blow.
    house.sequence().await.expect("the log");
    house.office.at(&now.to_string());
    let (office, posting) = (&*house, &house.posting);
    let applying = async {
        for round in 0..6 {
            let apply = |n| async move {
                let form = format!("under way {round} {n}");
                let mut document = office.begin_document().await.expect("a document begins");
                document.push(&pdf()).await.expect("a document streams");
                let document = document.finish("cv.pdf").await.expect("a document arrives");
                let applicant = ada().check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
                office.receive(posting, applicant, document, &form, posting.language).await.expect("a receipt");
            };
            futures::future::join_all((0..4).map(apply)).await;
            house.sequence().await.expect("the log");
            run(
                &house.records,
                "UPDATE application SET due_at = 1 WHERE id IN (SELECT a.id FROM application a WHERE a.life = 'live' \
                 ORDER BY a.id LIMIT 1)",
            )
            .await;
            house.sweep().await.expect("a sweep");
        }
    };
    let looking = async {
        let mut found = Vec::new();
        for round in 0..6 {
            found.extend(house.fsck(round % 3 == 0).await.expect("a look"));
        }
        found
    };
    let ((), found) = tokio::join!(applying, looking);
    // The test itself has moved the dates of those that it let go.
    let found: Vec<&Finding> = found.iter().filter(|finding| finding.code != Code::DueDiffers).collect();
    assert!(found.is_empty(), "{found:?}");
    house.assert_found([]).await;
});
