//! A pass that fails at its Nth write, for every N until one runs clean: whatever failed, the next pass ends everything, nothing dangles,
//! and each application is gone with one certificate or whole.
//!
//! Each test is a process of its own under nextest, so the points that one arms are no other's.

use crate::support;

use std::collections::HashSet;

use jiff::SignedDuration;
use office::{Error, careers::Posting, decide::Decision, faults, handover::Picked, posting::PostingDraft, sweep::Report};
use rules::{
    application::Outcome,
    handover::{Basis, Item},
    id::{ApplicationId, ObjectId},
};
use sqlx::AssertSqlSafe;
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada},
};

/// Longer than any lease: a pass that failed may have left one.
const LATER: SignedDuration = SignedDuration::from_mins(2);

struct House {
    office: TestOffice,
    cast: Cast,
    /// It stays open.
    posting: Posting,
}

/// What one round begins with: applications that go, by identifier, certificate number and key, and one that stays.
struct Filled {
    go: Vec<(String, String, String)>,
    stays: ApplicationId,
    closes: Posting,
}

impl House {
    async fn open(office: TestOffice) -> Self {
        let cast = office.cast().await;
        let posting = open_posting(&office, &cast).await;
        Self { office, cast, posting }
    }

    /// One with two objects, one decided, one handed over, one whose procedure closes by itself, one that stays, and an envelope in quarantine.
    async fn fill(&self, round: &str) -> Filled {
        let Self { office, cast, posting } = self;
        let closes = open_posting(office, cast).await;
        let mut ids = Vec::new();
        for (posting, who) in
            [(posting, "two"), (posting, "decided"), (posting, "hired"), (&closes, "closes"), (posting, "stays")]
        {
            ids.push(office.apply(posting, ada(), &format!("{who} {round}")).await);
        }
        let object = self.object().await;
        let document = "INSERT INTO document (id, application_id, section, object_id, version, created_at, sealed) \
            VALUES ($1, $2, 'cv', $1, 1, 0, $3)";
        self.run(sqlx::query(document).bind(object.as_str()).bind(ids[0].as_str()).bind(vec![0_u8])).await;
        for (id, outcome) in [(&ids[1], Outcome::Rejected), (&ids[2], Outcome::Hired)] {
            let decision = Decision { outcome: Some(outcome), reason: String::new(), rejection_received_at: None };
            office.decide(&cast.hr, id, &decision).await.expect("decided");
        }
        let picked = [Item::FirstName, Item::LastName, Item::Email, Item::Cv].map(|item| Picked {
            item,
            purpose: item.proposed_purpose(),
            basis: if item == Item::Cv { Basis::Employment } else { Basis::Contract },
            necessity: "Proof of the apprenticeship".to_owned(),
        });
        office.hand_over(&cast.hr, &ids[2], &picked).await.expect("handed over");

        let object = self.object().await;
        let envelope = "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, \
            language, received_at, quarantined_at, quarantine_reason, sealed) VALUES ($1, $2, 'none', $1, $1, $1, '1', 'en', 0, 0, 'invalid', $3)";
        self.run(sqlx::query(envelope).bind(object.as_str()).bind(closes.id.as_str()).bind(vec![0_u8])).await;
        for id in &ids[..3] {
            self.run(sqlx::query("UPDATE application SET due_at = 0 WHERE id = $1").bind(id.as_str())).await;
        }
        let closing = "UPDATE posting SET intake_ends_on = '2019-07-31', planned_close_on = '2020-01-31' WHERE id = $1";
        self.run(sqlx::query(closing).bind(closes.id.as_str())).await;
        let stays = ids.pop().expect("five");
        let mut go = Vec::new();
        for id in ids {
            let (number, key) = sqlx::query_as("SELECT certificate_no, rk_id FROM application WHERE id = $1")
                .bind(id.as_str())
                .fetch_one(office.records.read())
                .await
                .expect("an application");
            go.push((id.to_string(), number, key));
        }
        Filled { go, stays, closes }
    }

    /// An object in the store, with its row.
    async fn object(&self) -> ObjectId {
        let id = ObjectId::from_bytes(self.office.rng.bytes());
        let mut upload = self.office.blobs.create(&id).await.expect("begun");
        upload.buffer().extend_from_slice(b"sealed, as it were");
        let size = upload.finish().await.expect("an object");
        let row = "INSERT INTO object (id, size, created_at) VALUES ($1, $2, $3)";
        let now = self.office.now().as_millisecond();
        self.run(sqlx::query(row).bind(id.as_str()).bind(size).bind(now)).await;
        id
    }

    async fn run(&self, query: sqlx::query::Query<'_, sqlx::Any, sqlx::any::AnyArguments>) {
        query.execute(self.office.records.read()).await.expect("executed");
    }

    async fn count(&self, db: &office::Db, query: String) -> i64 {
        sqlx::query_scalar(AssertSqlSafe(query)).fetch_one(db.read()).await.expect("a count")
    }

    async fn certificates(&self, number: &str) -> i64 {
        let of = format!("WHERE kind = 'certificate' AND subject = '{number}'");
        self.count(&self.office.records, format!("SELECT COUNT(*) FROM entry_in {of}")).await
            + self.count(&self.office.log, format!("SELECT COUNT(*) FROM leaf {of}")).await
    }

    /// In the midst of it: whoever has a certificate has no row and no key, whoever has none stands, and whoever is not being erased is whole.
    async fn assert_gone_or_there(&self, filled: &Filled, at: &str) {
        for (id, number, key) in &filled.go {
            let (records, keys) = (&self.office.records, &self.office.keys);
            let rows = self.count(records, format!("SELECT COUNT(*) FROM application WHERE id = '{id}'")).await;
            let live = self.count(records, format!("SELECT COUNT(*) FROM application WHERE id = '{id}' AND life = 'live'")).await;
            let keys = self.count(keys, format!("SELECT COUNT(*) FROM rk WHERE id = '{key}'")).await;
            // A certificate may be in the log and wait in the records too, until the next sequencing.
            assert_eq!(self.certificates(number).await > 0, rows == 0, "{at}: {id} has {rows} row(s)");
            assert!(keys == 0 || rows == 1, "{at}: {id} is gone and its key is not");
            assert!(live == 0 || keys == 1, "{at}: {id} is live without its key");
        }
    }

    async fn assert_ended(&self, filled: &Filled, at: &str) {
        let Self { office, cast, .. } = self;
        for (id, number, key) in &filled.go {
            let rows = self.count(&office.records, format!("SELECT COUNT(*) FROM application WHERE id = '{id}'")).await;
            let graves = self.count(&office.keys, format!("SELECT COUNT(*) FROM tombstone WHERE rk_id = '{key}'")).await;
            assert_eq!((rows, graves, self.certificates(number).await), (0, 1, 1), "{at}: {id}: rows, tombstones, certificates");
        }
        for table in ["erasure", "erasure_retry", "envelope", "entry_in"] {
            assert_eq!(self.count(&office.records, format!("SELECT COUNT(*) FROM {table}")).await, 0, "{at}: {table}");
        }
        let view = office.read_application(&cast.hr, &filled.stays).await.expect("whoever is not due is there");
        assert!(view.contact.is_some(), "{at}: and can be read");
        let closed = office.read_posting(&cast.hr, &filled.closes.id).await.expect("the posting").posting;
        assert!(closed.closed_at.is_some(), "{at}: the procedure closed");
        let named: Vec<String> =
            sqlx::query_scalar("SELECT id FROM object").fetch_all(office.records.read()).await.expect("objects");
        let objects = std::fs::read_dir(office.directory.path().join("objects")).expect("the store");
        let objects: HashSet<String> =
            objects.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        let named: HashSet<String> = named.into_iter().chain(["store-id".to_owned()]).collect();
        assert_eq!(objects, named, "{at}: the objects are those that something names");
        let found: Vec<String> = office.fsck(false).await.expect("looked").iter().map(office::fsck::Finding::sentence).collect();
        assert_eq!(found, Vec::<String>::new(), "{at}");
    }

    /// Fails the Nth time that a pass comes past a point, `then` once or for ever, for every N until a pass runs clean. Answers how many
    /// passes it took.
    async fn fail_each(&self, point: &str, then: &str) -> usize {
        for n in 0.. {
            let at = format!("{point}, {then} after {n}");
            let filled = self.fill(&at).await;
            let before = faults::failed();
            fail::cfg(point, &format!("{n}*off->{then}")).expect("a point");
            let swept = self.office.sweep().await;
            fail::remove(point);
            self.assert_gone_or_there(&filled, &at).await;
            let clean = faults::failed() == before;
            if clean {
                assert_clean(&swept, &at);
            } else {
                self.office.pass(LATER);
                assert_clean(&self.office.sweep().await, &at);
            }
            self.assert_ended(&filled, &at).await;
            if clean {
                return n;
            }
        }
        unreachable!("a pass has an end")
    }
}

#[track_caller]
fn assert_clean(swept: &Result<Report, Error>, at: &str) {
    let report = swept.as_ref().unwrap_or_else(|error| panic!("{at}: {error}"));
    assert_eq!((report.failed, report.unfinished), (0, 0), "{at}: {report:?}");
}

async fn open_posting(office: &TestOffice, cast: &Cast) -> Posting {
    let draft = PostingDraft { seats: "99".to_owned(), ..cast.draft() };
    let id = office.draft_posting(&cast.hr, draft).await.expect("a draft");
    office.publish_posting(&cast.hr, &id).await.expect("a published posting");
    office.read_posting(&cast.hr, &id).await.expect("a posting").posting
}

both_engines!(each_write_of_a_pass_that_fails_once_is_made_up_for_by_the_next_pass, |office| async move {
    let writes = House::open(office).await.fail_each("write", "1*return").await;
    assert!(writes >= 15, "a pass has {writes} writes only");
});

both_engines!(each_write_that_came_through_and_whose_answer_was_lost_is_made_up_for_too, |office| async move {
    let writes = House::open(office).await.fail_each("write.done", "1*return").await;
    assert!(writes >= 15, "a pass has {writes} writes only");
});

both_engines!(a_database_that_fails_from_the_nth_write_on_loses_nothing, |office| async move {
    let house = House::open(office).await;
    for (point, least) in [("write.records", 10), ("write.keys", 1), ("write.log", 1)] {
        let writes = house.fail_each(point, "return").await;
        assert!(writes >= least, "a pass has {writes} writes only at {point}");
    }
});

both_engines!(an_object_store_that_fails_from_the_nth_deletion_on_keeps_nobody_readable, |office| async move {
    let house = House::open(office).await;
    for (point, least) in [("write.objects", 4), ("list.objects", 1)] {
        let writes = house.fail_each(point, "return").await;
        assert!(writes >= least, "a pass comes only {writes} times past {point}");
    }
    let filled = house.fill("readable").await;
    fail::cfg("write.objects", "return").expect("a point");
    let report = house.office.sweep().await.expect("swept");
    fail::remove("write.objects");
    // The hired applicant's one object is the employee record's by now.
    assert_eq!((report.erased, report.failed), (1, 3));
    for (id, _, key) in &filled.go {
        let keys = house.count(&house.office.keys, format!("SELECT COUNT(*) FROM rk WHERE id = '{key}'")).await;
        assert_eq!(keys, 0, "n10: {id} is unreadable in time, whatever becomes of its objects");
    }
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_a_full_disk_is_made_up_for_once_there_is_room_again() {
    support::on_sqlite(|office| async move {
        let house = House::open(office).await;
        let office = &house.office;
        for db in [&office.records, &office.keys, &office.log] {
            let filled = house.fill(&format!("{}", db.engine() as u8)).await;
            limit(db, Some(0)).await;
            let swept = office.sweep().await;
            let failed = swept.as_ref().map_or(1, |report| report.failed + report.unfinished);
            limit(db, None).await;
            house.assert_gone_or_there(&filled, "disk full").await;
            office.pass(LATER);
            let again = office.sweep().await;
            assert_clean(&again, "room again");
            house.assert_ended(&filled, "room again").await;
            // Erasing frees room before it needs some; the log only grows.
            assert!(failed > 0 || !std::ptr::eq(db, &office.log), "the log found room on a full disk");
        }
    })
    .await;
}

/// Lets a database grow by so many pages and no more, or at will: SQLite's own limit stands for the disk's, on each connection.
async fn limit(db: &office::Db, more: Option<i64>) {
    let mut connections = Vec::new();
    for _ in 0..8 {
        connections.push(db.read().acquire().await.expect("a connection"));
    }
    for connection in &mut connections {
        let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut **connection).await.expect("a count");
        let most = more.map_or(1_000_000, |more| pages + more);
        let limit = format!("PRAGMA max_page_count = {most}");
        sqlx::query(AssertSqlSafe(limit)).execute(&mut **connection).await.expect("set");
    }
}
