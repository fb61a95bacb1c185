//! What every store test stands on: an office in an empty store, on SQLite and on PostgreSQL, with a clock that the test sets.
//!
//! `both_engines!(name, |office| async move { ... })` makes two tests, `name::sqlite` and `name::postgres`. Neither skips: without
//! a PostgreSQL server the second fails and says how to get one.

#[expect(dead_code, reason = "the server's tests use the rest")]
pub(crate) mod postgres;
pub(crate) mod seed;
pub(crate) mod transit;

use std::{
    ops::Deref,
    panic::{AssertUnwindSafe, resume_unwind},
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};

use futures::FutureExt as _;
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use office::{Clock, Db, Error, Office, Rng, Settings};
use sha2::{Digest as _, Sha256};
use sqlx::Executor as _;
use tempfile::TempDir;

/// The instant at which every test begins.
pub(crate) const BEGIN: &str = "2026-12-01T09:00:00Z";

/// Makes a test for each engine of a closure that takes a [`TestOffice`].
macro_rules! both_engines {
    ($(#[$meta:meta])* $name:ident, |$office:ident| $body:expr) => {
        mod $name {
            #![allow(unused_imports, reason = "a body may need none of them")]
            use super::*;

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::support::on_sqlite(|$office: $crate::support::TestOffice| $body).await;
            }

            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::support::on_postgres(|$office: $crate::support::TestOffice| $body).await;
            }
        }
    };
}
pub(crate) use both_engines;

/// An office in a store of its own.
pub(crate) struct TestOffice {
    /// The office.
    pub(crate) office: Office,
    clock: Arc<AtomicI64>,
    /// Holds objects and key; for SQLite the databases too.
    pub(crate) directory: TempDir,
}

impl Deref for TestOffice {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office
    }
}

impl TestOffice {
    /// Opens an office in a new directory, with the database URLs that `adjust` leaves in the settings.
    pub(crate) async fn open(adjust: impl FnOnce(&mut Settings)) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let zone = TimeZone::get("Europe/Berlin").expect("the bundled database knows Berlin");
        let mut settings = Settings::in_directory(directory.path().to_owned(), zone);
        settings.password_memory_kib = 64;
        adjust(&mut settings);
        let time = Arc::new(AtomicI64::new(0));
        let clock = Clock::new({
            let time = time.clone();
            move || Timestamp::from_millisecond(time.load(Ordering::SeqCst)).expect("an instant")
        });
        set(&time, BEGIN);
        let office = Office::open(settings, clock, random()).await.expect("an office in an empty store");
        Self { office, clock: time, directory }
    }

    /// Another process over the same store.
    pub(crate) async fn second_process(&self) -> Office {
        Office::open((*self.settings).clone(), self.office.clock.clone(), self.rng.clone()).await.expect("the same store")
    }

    /// Sets the clock.
    pub(crate) fn at(&self, instant: &str) {
        set(&self.clock, instant);
    }

    /// Lets time pass.
    pub(crate) fn pass(&self, time: SignedDuration) {
        self.clock.fetch_add(i64::try_from(time.as_millis()).expect("milliseconds"), Ordering::SeqCst);
    }
}

fn set(clock: &AtomicI64, instant: &str) {
    let instant: Timestamp = instant.parse().expect("an instant");
    clock.store(instant.as_millisecond(), Ordering::SeqCst);
}

/// Changes a database behind the office's back.
pub(crate) async fn execute(db: &Db, statement: &'static str) {
    db.read().execute(statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// What a refusal says; fails if it was none, or one without words.
#[track_caller]
pub(crate) fn in_words<T>(answer: Result<T, Error>) -> String {
    match answer {
        Err(Error::Unavailable(words)) => words,
        Err(other) => panic!("refused, but not in words: {other}"),
        Ok(_) => panic!("it was not refused"),
    }
}

/// Bytes that differ from draw to draw and are the same in every run.
pub(crate) fn random() -> Rng {
    let draws = AtomicU64::new(0);
    Rng::new(move |bytes| {
        for chunk in bytes.chunks_mut(32) {
            let block = Sha256::digest(draws.fetch_add(1, Ordering::SeqCst).to_be_bytes());
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    })
}

/// Runs a test on SQLite.
pub(crate) async fn on_sqlite<F: Future<Output = ()>>(test: impl FnOnce(TestOffice) -> F) {
    test(TestOffice::open(|_| ()).await).await;
}

/// Runs a test in a PostgreSQL database of its own, which is gone after it, passed or failed.
pub(crate) async fn on_postgres<F: Future<Output = ()>>(test: impl FnOnce(TestOffice) -> F) {
    let database = postgres::Database::create().await;
    let urls = database.urls();
    let run = async {
        let office = TestOffice::open(|settings| {
            [settings.records_url, settings.keys_url, settings.log_url] = urls;
        });
        test(office.await).await;
    };
    let outcome = AssertUnwindSafe(run).catch_unwind().await;
    database.drop().await;
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}
