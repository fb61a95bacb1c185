//! Where a house is kept: a directory of its own and, on PostgreSQL, a database of its own.

use std::{
    ffi::OsStr,
    panic::{AssertUnwindSafe, resume_unwind},
    path::PathBuf,
    process::Command,
};

use futures::FutureExt as _;
use jiff::tz::TimeZone;
use office::{Office, Settings};
use server::environment;
use tempfile::TempDir;

use super::postgres::Database;

/// Makes a test for each engine, `name::sqlite` and `name::postgres`, of a closure that takes a [`Place`], or two. Neither skips: without
/// a PostgreSQL server the second fails and says how to get one.
macro_rules! both_engines {
    ($name:ident, |$place:ident| $body:expr) => {
        mod $name {
            #![allow(unused_imports, reason = "a body may need none of them")]
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                $crate::support::on_sqlite(|$place: $crate::support::Place| $body).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                $crate::support::on_postgres(|$place: $crate::support::Place| $body).await;
            }
        }
    };
    ($name:ident, |$place:ident, $other:ident| $body:expr) => {
        mod $name {
            #![allow(unused_imports, reason = "a body may need none of them")]
            use super::*;
            use $crate::support::{Place, on_postgres, on_sqlite};

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                on_sqlite(|$place: Place| on_sqlite(|$other: Place| $body)).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                on_postgres(|$place: Place| on_postgres(|$other: Place| $body)).await;
            }
        }
    };
}
pub(crate) use both_engines;

/// Where a house is kept.
pub(crate) struct Place {
    /// Holds objects and key; on SQLite the databases too.
    pub(crate) directory: TempDir,
    /// On PostgreSQL, the database.
    pub(crate) database: Option<Database>,
    /// The URLs of records, keys and log, if they are no files in the directory.
    pub(crate) urls: Option<[String; 3]>,
}

impl Place {
    /// On SQLite.
    pub(crate) fn sqlite() -> Self {
        Self { directory: tempfile::tempdir().expect("a temporary directory"), database: None, urls: None }
    }

    /// The data directory.
    pub(crate) fn data(&self) -> PathBuf {
        self.directory.path().join("data")
    }

    pub(crate) fn settings(&self) -> Settings {
        let zone = TimeZone::get("Europe/Berlin").expect("the bundled database knows Berlin");
        let mut settings = Settings::in_directory(self.data(), zone);
        if let Some(urls) = self.urls.clone() {
            [settings.records_url, settings.keys_url, settings.log_url] = urls;
        }
        settings.password_memory_kib = 64;
        settings
    }

    /// The office, on the real clock.
    pub(crate) async fn office(&self) -> Office {
        std::fs::create_dir_all(self.data()).expect("the data directory");
        Office::open(self.settings(), environment::clock(), environment::rng()).await.expect("the store opens")
    }

    /// A command of the real binary over this place.
    pub(crate) fn ablauf(&self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
        let mut command = ablauf(arguments);
        command.arg("--data").arg(self.data());
        if let Some([records, keys, log]) = &self.urls {
            command.env("ABLAUF_RECORDS_URL", records).env("ABLAUF_KEYS_URL", keys).env("ABLAUF_LOG_URL", log);
        }
        command
    }
}

/// A command of the real binary. What is set for it in the shell of whoever runs the tests does not count.
pub(crate) fn ablauf(arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ablauf"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("ABLAUF_") {
            command.env_remove(name);
        }
    }
    command.args(arguments);
    command
}

/// Runs a test on SQLite.
pub(crate) async fn on_sqlite<F: Future<Output = ()>>(test: impl FnOnce(Place) -> F) {
    test(Place::sqlite()).await;
}

/// Runs a test in a PostgreSQL database of its own, which is gone after it, passed or failed.
pub(crate) async fn on_postgres<F: Future<Output = ()>>(test: impl FnOnce(Place) -> F) {
    let database = Database::create().await;
    let place = Place { database: Some(database.clone()), urls: Some(database.urls()), ..Place::sqlite() };
    let outcome = AssertUnwindSafe(test(place)).catch_unwind().await;
    database.drop().await;
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}
