//! The mirror of the key database: every key reaches it before it is used, and a key database that is lost is no loss.

use crate::support;

use std::{
    collections::BTreeSet,
    panic::{AssertUnwindSafe, resume_unwind},
};

use futures::FutureExt as _;
use jiff::SignedDuration;
use office::{Error, Office, Settings, careers::Posting};
use rules::id::ApplicationId;
use sqlx::{AnyConnection, AnyPool, AssertSqlSafe, Connection as _, Executor as _};
use support::{
    TestOffice, in_words,
    postgres::Database,
    seed::{Cast, ada, pdf},
};
use tempfile::TempDir;

/// Makes two tests of a closure: the key database on SQLite with its mirror on PostgreSQL, and the reverse.
macro_rules! both_ways {
    ($name:ident, |$house:ident| $body:expr) => {
        mod $name {
            #![allow(unused_imports, reason = "a body may need none of them")]
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn mirror_on_postgres() {
                mirrored(true, |$house: Mirrored| $body).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn mirror_on_sqlite() {
                mirrored(false, |$house: Mirrored| $body).await;
            }
        }
    };
}

struct Mirrored {
    office: TestOffice,
    mirror: AnyPool,
    database: Database,
    elsewhere: TempDir,
}

async fn mirrored<F: Future<Output = ()>>(on_postgres: bool, test: impl FnOnce(Mirrored) -> F) {
    let (database, elsewhere) = (Database::create().await, tempfile::tempdir().expect("another disk"));
    let (urls, file) = (database.urls(), sqlite(&elsewhere, "mirror.db"));
    let mirror_url = if on_postgres { urls[1].clone() } else { file };
    let run = async {
        let office = TestOffice::open(|settings| {
            settings.keys_mirror_url = Some(mirror_url.clone());
            if !on_postgres {
                [settings.records_url, settings.keys_url, settings.log_url] = urls;
            }
        })
        .await;
        let mirror = AnyPool::connect(&mirror_url).await.expect("the mirror");
        test(Mirrored { office, mirror, database: database.clone(), elsewhere }).await;
    };
    let outcome = AssertUnwindSafe(run).catch_unwind().await;
    database.drop().await;
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

fn sqlite(directory: &TempDir, name: &str) -> String {
    format!("sqlite://{}?mode=rwc", directory.path().join(name).display())
}

/// What keeps a mirror down until it is dropped, or let in again.
struct Down(Option<AnyConnection>);

impl Mirrored {
    fn settings(&self) -> Settings {
        (*self.office.settings).clone()
    }

    fn mirror_url(&self) -> String {
        self.office.settings.keys_mirror_url.clone().expect("a mirror")
    }

    async fn open(&self, settings: Settings) -> Result<Office, Error> {
        Office::open(settings, self.office.clock.clone(), self.office.rng.clone()).await
    }

    /// The mirror does not answer any more: its server lets nobody in, or another program holds its file.
    async fn down(&self) -> Down {
        if self.mirror_url().starts_with("postgres") {
            self.database.cut_off().await;
            return Down(None);
        }
        let mut other = AnyConnection::connect(&self.mirror_url()).await.expect("another program");
        other.execute("BEGIN IMMEDIATE").await.expect("held");
        Down(Some(other))
    }

    async fn up(&self, down: Down) {
        match down.0 {
            Some(mut other) => {
                other.execute("ROLLBACK").await.expect("let go");
            }
            None => self.database.let_in().await,
        }
    }

    /// Fails unless both hold the same: keys with their states, tombstones, generations, intake keys, the key of the house.
    async fn assert_in_step(&self, when: &str) {
        let (here, there) = (held(self.office.keys.read()).await, held(&self.mirror).await);
        assert_eq!(here, there, "{when}");
    }
}

async fn held(keys: &AnyPool) -> BTreeSet<String> {
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT 'key ' || id || ' ' || state || ' ' || generation_id FROM rk UNION ALL SELECT 'dead ' || rk_id FROM tombstone \
         UNION ALL SELECT 'generation ' || id FROM generation \
         UNION ALL SELECT 'intake ' || id || ' ' || generation_id || ' ' || COALESCE(CAST(retired_at AS TEXT), 'in use') FROM intake_key \
         UNION ALL SELECT 'house ' || name || ' ' || generation_id FROM house_key \
         UNION ALL SELECT 'month ' || id || ' ' || generation_id FROM journal_month",
    )
    .fetch_all(keys)
    .await
    .expect("what is held");
    rows.into_iter().collect()
}

async fn execute(db: &AnyPool, statement: &str) {
    let done = db.execute(AssertSqlSafe(statement.to_owned())).await;
    done.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

async fn count(db: &AnyPool, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(db).await.expect("a count")
}

async fn send(office: &Office, posting: &Posting, token: &str) -> Result<ApplicationId, Error> {
    let mut document = office.begin_document().await.expect("a document begins");
    document.push(&pdf()).await.expect("a document streams");
    let document = document.finish("cv.pdf").await.expect("a document arrives");
    let applicant = ada().check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
    let receipt = office.receive(posting, applicant, document, token, posting.language).await?;
    office.application_of(&receipt.code).await
}

async fn three(house: &Mirrored) -> (Cast, Posting, Vec<ApplicationId>) {
    let cast = house.office.cast().await;
    let posting = house.office.open_posting_of(&cast).await;
    let mut ids = Vec::new();
    for n in 0..3 {
        ids.push(send(&house.office, &posting, &n.to_string()).await.expect("an application"));
    }
    (cast, posting, ids)
}

/// When all is erased that `open_posting_of` took.
const DUE: &str = "2027-12-30T23:00:00Z";

both_ways!(every_key_its_confirmation_its_turn_and_its_death_reach_the_mirror, |house| async move {
    let (_, posting, _) = three(&house).await;
    house.assert_in_step("after three applications").await;
    assert_eq!(count(&house.mirror, "SELECT COUNT(*) FROM rk WHERE state = 'live'").await, 3);
    house.office.turn_generation().await.expect("a turn");
    house.assert_in_step("after a turn").await;
    send(&house.office, &posting, "another").await.expect("an application");
    house.office.at(DUE);
    assert_eq!(house.office.sweep().await.expect("swept").erased, 4);
    if house.mirror_url().starts_with("sqlite") {
        let log = std::fs::metadata(house.elsewhere.path().join("mirror.db-wal")).expect("a write-ahead log").len();
        assert_eq!(log, 0, "nor is a dead key in the mirror's write-ahead log");
    }
    house.assert_in_step("after the erasure").await;
    assert_eq!(count(&house.mirror, "SELECT COUNT(*) FROM tombstone").await, 4);
    house.office.turn_generation().await.expect("a turn");
    house.assert_in_step("after another turn").await;
    assert!(house.office.ready().await.is_ok());
});

both_ways!(with_the_mirror_in_its_place_a_lost_key_database_is_no_loss, |house| async move {
    let (cast, posting, ids) = three(&house).await;
    house.office.turn_generation().await.expect("a turn");
    // It is gone, with all that was in it.
    for table in ["rk", "intake_key", "house_key", "journal_month", "generation", "tombstone", "store"] {
        execute(house.office.keys.read(), &format!("DELETE FROM {table}")).await;
    }
    let refused = in_words(house.open(house.settings()).await);
    assert!(refused.contains("keys database is empty"), "{refused}");
    // A new one becomes the mirror of the one that is left.
    let new = sqlite(&house.elsewhere, "new.db");
    let settings = Settings { keys_url: house.mirror_url(), keys_mirror_url: Some(new.clone()), ..house.settings() };
    let office = house.open(settings).await.expect("the mirror takes its place");
    for id in &ids {
        let view = office.read_application(&cast.hr, id).await.expect("every application opens");
        assert_eq!(view.contact.expect("the contact").last_name, "Lovelace");
    }
    let new = AnyPool::connect(&new).await.expect("the new mirror");
    assert_eq!(held(&new).await, held(&house.mirror).await, "the new one was filled");
    send(&office, &posting, "another").await.expect("and it goes on");
    assert_eq!(held(&new).await, held(&house.mirror).await, "and is written to");
    assert_eq!(count(&new, "SELECT COUNT(*) FROM rk WHERE state = 'live'").await, 4);
});

both_ways!(without_its_mirror_nothing_is_acknowledged_and_nothing_left, |house| async move {
    let (_, posting, _) = three(&house).await;
    let rows = async || {
        let records = house.office.records.read();
        (count(records, "SELECT COUNT(*) FROM application").await, count(records, "SELECT COUNT(*) FROM object").await)
    };
    let down = house.down().await;
    assert!(matches!(send(&house.office, &posting, "down").await, Err(Error::Unavailable(_))), "503, and the form comes back");
    house.office.pass(SignedDuration::from_mins(1));
    assert_eq!(house.office.ready().await, Err("mirror"));
    assert_eq!(rows().await, (3, 3), "nothing half");
    assert_eq!(count(house.office.records.read(), "SELECT COUNT(*) FROM envelope").await, 0);
    assert_eq!(count(house.office.records.read(), "SELECT COUNT(*) FROM submission").await, 3);
    house.up(down).await;
    house.office.pass(SignedDuration::from_mins(1));
    assert!(house.office.ready().await.is_ok());
    send(&house.office, &posting, "down").await.expect("the same form goes through");
    assert_eq!(rows().await, (4, 4));
    house.assert_in_step("once it is back").await;
});

both_ways!(an_erasure_waits_for_the_mirror_and_is_unreadable_only_once_both_keys_are_gone, |house| async move {
    three(&house).await;
    house.office.at(DUE);
    let dead = async || count(house.office.keys.read(), "SELECT COUNT(*) FROM tombstone").await;
    let down = house.down().await;
    let report = house.office.sweep().await;
    assert!(report.is_err() || report.is_ok_and(|report| (report.erased, report.failed) == (0, 3)));
    assert_eq!(dead().await, 0, "no key is dead here that lives there");
    assert_eq!(count(house.office.records.read(), "SELECT COUNT(*) FROM erasure WHERE step >= 2").await, 0);
    house.up(down).await;
    let report = house.office.sweep().await.expect("swept");
    assert_eq!((report.erased, report.failed), (3, 0));
    house.assert_in_step("after the erasure").await;
    assert_eq!(dead().await, 3);
});

both_ways!(a_mirror_that_is_down_or_not_ours_is_refused_at_the_start, |house| async move {
    three(&house).await;
    let down = house.down().await;
    assert!(in_words(house.open(house.settings()).await).contains("mirror"));
    house.up(down).await;
    let ours: String = sqlx::query_scalar("SELECT id FROM store").fetch_one(&house.mirror).await.expect("an id");
    execute(&house.mirror, "UPDATE store SET id = 'another'").await;
    assert!(in_words(house.open(house.settings()).await).contains("another store"));
    execute(&house.mirror, &format!("UPDATE store SET id = '{ours}'")).await;
    let itself = Settings { keys_mirror_url: Some(house.settings().keys_url), ..house.settings() };
    assert!(in_words(house.open(itself).await).contains("the key database itself"));
    let key = house.settings().generation_key_file;
    let beside = format!("sqlite://{}?mode=rwc", key.with_file_name("mirror.db").display());
    let beside = Settings { keys_mirror_url: Some(beside), ..house.settings() };
    assert!(in_words(house.open(beside).await).contains("generation key"));
    house.open(house.settings()).await.expect("and the right one opens");
});

both_ways!(what_a_crash_left_between_two_commits_is_put_right_at_the_start, |house| async move {
    let (cast, _, ids) = three(&house).await;
    let (main, mirror) = (house.office.keys.read(), &house.mirror);
    let rk = |id: &ApplicationId| {
        let query = sqlx::query_scalar::<_, String>("SELECT rk_id FROM application WHERE id = $1").bind(id.as_str().to_owned());
        query.fetch_one(house.office.records.read())
    };
    let (waits, dies, lives) =
        (rk(&ids[0]).await.expect("a key"), rk(&ids[1]).await.expect("a key"), rk(&ids[2]).await.expect("a key"));
    // The mirror is ahead by a new key, by a confirmation, and by a death; and it lacks a key, as one from before the mirror was there.
    execute(mirror, "INSERT INTO rk (id, state, generation_id, wrapped, created_at) SELECT 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee', 'pending', generation_id, wrapped, 0 FROM rk LIMIT 1").await;
    execute(main, &format!("UPDATE rk SET state = 'pending' WHERE id = '{waits}'")).await;
    execute(mirror, &format!("DELETE FROM rk WHERE id = '{dies}'")).await;
    execute(mirror, &format!("INSERT INTO tombstone (rk_id, at) VALUES ('{dies}', 0)")).await;
    execute(mirror, &format!("DELETE FROM rk WHERE id = '{lives}'")).await;
    // And by a turn that began; and a key has come beside its tombstone.
    execute(mirror, "UPDATE intake_key SET retired_at = 1").await;
    execute(mirror, "INSERT INTO rk (id, state, generation_id, wrapped, created_at) SELECT 'dddddddddddddddddddddddddddddddd', 'live', generation_id, wrapped, 0 FROM rk LIMIT 1").await;
    execute(mirror, "INSERT INTO tombstone (rk_id, at) VALUES ('dddddddddddddddddddddddddddddddd', 0)").await;
    let office = house.open(house.settings()).await.expect("it opens");
    house.assert_in_step("after the start").await;
    let states: Vec<(String, String)> =
        sqlx::query_as("SELECT id, state FROM rk ORDER BY id").fetch_all(main).await.expect("the keys");
    let mut expected = vec![("e".repeat(32), "pending".to_owned()), (waits, "live".to_owned()), (lives, "live".to_owned())];
    expected.sort();
    assert_eq!(states, expected, "what died is dead, what waited waits, what lives is in both");
    for id in [&ids[0], &ids[2]] {
        assert!(office.read_application(&cast.hr, id).await.is_ok());
    }
    office.sweep().await.expect("swept");
    assert_eq!(
        count(main, "SELECT COUNT(*) FROM rk WHERE id = 'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee'").await,
        0,
        "the sweep takes what waits for nothing"
    );
    house.assert_in_step("after the sweep").await;
});

both_ways!(a_live_key_that_only_the_mirror_has_stops_the_start_and_nothing_is_changed, |house| async move {
    let (cast, _, ids) = three(&house).await;
    execute(house.office.keys.read(), "DELETE FROM rk WHERE id = (SELECT MIN(id) FROM rk)").await;
    let before = (held(house.office.keys.read()).await, held(&house.mirror).await);
    let words = in_words(house.open(house.settings()).await);
    assert!(words.contains("holds 2 key(s), its mirror 3, and 1 the mirror alone"), "{words}");
    assert!(words.contains("ABLAUF_KEYS_URL") && words.contains("empty it"), "{words}");
    assert_eq!((held(house.office.keys.read()).await, held(&house.mirror).await), before);
    let settings = Settings { keys_url: house.mirror_url(), keys_mirror_url: None, ..house.settings() };
    let office = house.open(settings).await.expect("the mirror in its place");
    for id in &ids {
        assert!(office.read_application(&cast.hr, id).await.is_ok(), "nobody is lost");
    }
});

both_ways!(the_key_of_a_month_of_the_journal_reaches_the_mirror_and_goes_in_both, |house| async move {
    let (cast, _, ids) = three(&house).await;
    house.assert_in_step("after the first entries").await;
    let name = async |office: &Office| {
        let lines = office.read_journal(&cast.privacy, None, 500).await.expect("the journal");
        let line = lines.into_iter().find(|line| line.what == "add_note").expect("the note");
        line.name.unwrap_or_default()
    };
    house.office.at("2027-01-02T09:00:00Z");
    house.office.add_note(&cast.hr, &ids[0], "A word.").await.expect("a note");
    house.assert_in_step("after the first entry of another month").await;
    // A crash between the two commits, and a mirror from before there were months.
    execute(house.office.keys.read(), "DELETE FROM journal_month WHERE id = '2027-01'").await;
    execute(&house.mirror, "DELETE FROM journal_month WHERE id = '2026-12'").await;
    let office = house.open(house.settings()).await.expect("it opens");
    house.assert_in_step("after the start").await;
    assert_eq!(name(&office).await, "Hanna Hart", "it is the key that was made first");
    // The same crash, and no start in between: whoever comes next takes the key that stands in the mirror.
    house.office.at("2027-02-02T09:00:00Z");
    office.add_note(&cast.hr, &ids[1], "A word.").await.expect("a note");
    execute(house.office.keys.read(), "DELETE FROM journal_month WHERE id = '2027-02'").await;
    house.office.add_note(&cast.hr, &ids[2], "A word.").await.expect("a note");
    house.assert_in_step("after the next entry").await;
    assert_eq!(name(&office).await, "Hanna Hart");

    house.office.at("2029-01-01T09:00:00Z");
    house.office.sweep().await.expect("swept");
    house.assert_in_step("after the sweep").await;
    assert_eq!(count(&house.mirror, "SELECT COUNT(*) FROM journal_month WHERE id = '2026-12'").await, 0);
    assert_eq!(
        count(&house.mirror, "SELECT COUNT(*) FROM journal_month WHERE id = '2027-01'").await,
        1,
        "that one has a month left"
    );
});
