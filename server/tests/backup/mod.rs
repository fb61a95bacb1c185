//! Backups through the command line: made beside a process that serves, checked, restored, and cut short.

mod made;
mod refused;
mod restored;

use crate::support;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    process::{Output, Stdio},
};

use axum::http::StatusCode;
use futures::future::join_all;
use office::{Office, decide::Decision, handover::Picked};
use rules::{access::Actor, application::Outcome, handover::Item, id::ApplicationId};
use sqlx::AssertSqlSafe;
use support::{Multipart, PASSWORD, Place, Reply, Served, both_engines, get, on_sqlite, pdf, post};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    process::Command,
};

const QUIET: (&str, &str) = ("ABLAUF_LOG_FILTER", "error");

/// A house that can be served, the address of its form, and a directory for backups.
struct House {
    place: Place,
    environment: Vec<(&'static str, String)>,
    form: String,
    outside: TempDir,
}

impl House {
    async fn new(place: Place, environment: Vec<(&'static str, String)>) -> Self {
        let office = place.office().await;
        let (form, _) = support::posting_for_ever(&office).await;
        office.close().await;
        Self { place, environment, form, outside: tempfile::tempdir().expect("a place for backups") }
    }

    fn backup(&self) -> PathBuf {
        self.outside.path().join("backup")
    }

    /// A command about the backup, with more in its environment.
    async fn run(&self, command: &[&str], more: &[(&str, &str)]) -> Output {
        let mut command = Command::from(self.place.ablauf(command));
        command.arg(self.backup()).envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.envs(more.iter().copied()).env(QUIET.0, QUIET.1).output().await.expect("the binary starts")
    }

    async fn done(&self, command: &[&str]) -> String {
        let output = self.run(command, &[]).await;
        assert!(output.status.success(), "{command:?}: {output:?}");
        stdout(&output)
    }

    /// How a command is refused: what it says on standard error.
    async fn refused(&self, command: &[&str]) -> String {
        let output = self.run(command, &[]).await;
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""), "{command:?}: {output:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// `fsck`, which needs neither data nor keys.
    async fn fsck(&self) -> Output {
        let mut command = Command::from(support::ablauf(["fsck"]));
        command.arg(self.backup()).output().await.expect("the binary starts")
    }

    async fn serve(&self) -> Served {
        let environment: Vec<(&str, &str)> =
            self.environment.iter().map(|(name, value)| (*name, value.as_str())).chain([QUIET]).collect();
        Served::start(&self.place, &environment, Stdio::inherit()).await.expect("it serves")
    }

    /// Sends the form; answers the receipt code.
    async fn apply(&self, served: &Served, token: impl Into<String>) -> String {
        let token = token.into();
        let request = Multipart::typed().text("token", token.as_bytes()).file("cv", "cv.pdf", &pdf(&token)).request(&self.form);
        let reply = served.send(request).await.expect("an answer");
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned()
    }
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

async fn hr(office: &Office) -> Actor {
    let session = office.sign_in("hr@example.org", PASSWORD).await.expect("HR signs in");
    office.session(&session).await.expect("an answer").expect("a session").actor
}

async fn count(db: &office::Db, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(db.read()).await.expect("a count")
}

async fn run(db: &office::Db, statement: String) {
    let mut tx = db.write().await.expect("a write");
    sqlx::query(AssertSqlSafe(statement)).execute(&mut *tx).await.expect("a statement");
    tx.commit().await.expect("a commit");
}

/// Runs a command that must be alone with the store, as soon as PostgreSQL has noticed that a killed process is gone.
async fn alone(house: &House, command: &[&str]) -> String {
    loop {
        let output = house.run(command, &[]).await;
        if output.status.success() {
            return stdout(&output);
        }
        assert!(String::from_utf8_lossy(&output.stderr).contains("stop it first"), "{output:?}");
    }
}
