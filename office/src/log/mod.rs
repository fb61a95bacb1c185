//! The log: journal entries and certificates in the order in which they were entered, in an append-only hash tree (RFC 6962).
//!
//! Entries wait in the records, where their act left them, until the sequencer gives them their place here.

mod check;
mod export;
mod find;
mod flaw;
mod head;
mod index;
mod note;
mod outside;
mod proof;
mod sequencer;
mod tree;
mod verify;

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Role, Subject},
    id::EmployerId,
    kept::KeptClass,
};
use serde::{Deserialize, Serialize};

pub use crate::journal::By;
use crate::{
    Error, Office, Result,
    alias::Known,
    journal::Entry,
    store::{at, unknown},
};
pub use check::{Whole, verify_export};
pub use export::Exported;
pub use find::{JournalExport, JournalFilter, JournalPage};
use flaw::Checked;
pub use flaw::Flaw;
pub use head::SignedCheckpoint;
pub(crate) use index::sort;
pub use outside::Kept;
pub(crate) use outside::compared;
pub use proof::{Proved, verify_proof};
pub(crate) use sequencer::{mark, root_at, same_time, size};
pub(crate) use verify::verify;
pub use verify::{Verdict, verify_alone};

/// The proof that an application is gone, or what was kept beside one. It holds no personal data; the applicant knows its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The number on the receipt.
    pub number: String,
    /// The posting, by its identifier; empty for what was kept beside a procedure.
    pub posting: String,
    /// Why it was kept, for what was kept beside a procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<KeptClass>,
    /// The calendar day on which the procedure ended; `None` if the application went before.
    pub closed_on: Option<String>,
    /// When the application was to go.
    pub due_at: Timestamp,
    /// Since when nobody could read it here: its key was destroyed.
    pub unreadable_at: Timestamp,
    /// Rows deleted.
    pub rows: i64,
    /// Objects deleted.
    pub objects: i64,
    /// Keys destroyed.
    pub keys: i64,
    /// When the last row was gone.
    pub erased_at: Timestamp,
}

/// A line of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// Its place in the log, from 0; `None` while it waits for one.
    pub index: Option<i64>,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: By,
    /// The person's name, for an account; `None` where one cannot tell any more who it was.
    pub name: Option<String>,
    /// The role in which the person acted; older lines do not say.
    pub role: Option<Role>,
    /// What, as the code of an action or of a job.
    pub what: String,
    /// The records it was done to, by identifier.
    pub subjects: Vec<String>,
    /// A code that says more, or empty.
    pub detail: String,
}

/// The most lines of one page.
const MOST: i64 = 500;

impl Office {
    /// The journal of the person's employer, the newest first: from the top, or from the line before the index `before` on. Privacy
    /// officers may call this; that they did stands in the journal too.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn read_journal(&self, actor: &Actor, before: Option<i64>, limit: i64) -> Result<Vec<JournalLine>> {
        Ok(self.find_in_journal(actor, &JournalFilter::default(), before, limit).await?.lines)
    }

    /// The newest certificates of the person's employer. HR and the privacy officer may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn certificates(&self, actor: &Actor, limit: i64) -> Result<Vec<Certificate>> {
        let staff = self.allow(actor, Action::ReadPlan, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let rows = self.newest("certificate", employer, None, limit).await?;
        rows.iter().map(|row| certificate_of(&row.body)).collect()
    }

    /// The newest certificate with this number, if one was written yet. What came back with old records was erased once more.
    pub(crate) async fn certificate(&self, number: &str) -> Result<Option<Certificate>> {
        for (db, query) in [
            (&self.records, "SELECT body FROM entry_in WHERE kind = 'certificate' AND subject = $1 ORDER BY at DESC LIMIT 1"),
            (&self.log, "SELECT body FROM leaf WHERE kind = 'certificate' AND subject = $1 ORDER BY idx DESC LIMIT 1"),
        ] {
            let body: Option<String> = sqlx::query_scalar(query).bind(number).fetch_optional(db.read()).await?;
            if let Some(body) = body {
                return certificate_of(&body).map(Some);
            }
        }
        Ok(None)
    }

    /// Entries of a kind, the newest first; those that wait for their place come before all others.
    async fn newest(&self, kind: &str, employer: &EmployerId, before: Option<i64>, limit: i64) -> Result<Vec<Row>> {
        let limit = limit.clamp(0, MOST);
        let mut rows: Vec<Row> = Vec::new();
        // Read before the log: what gets its place in between is seen twice rather than never.
        if before.is_none() {
            rows = sqlx::query_as(
                "SELECT CAST(NULL AS BIGINT) AS idx, id, at, body FROM entry_in WHERE kind = $1 AND employer_id = $2 \
                 ORDER BY at DESC, id DESC LIMIT $3",
            )
            .bind(kind)
            .bind(employer.as_str())
            .bind(limit)
            .fetch_all(self.records.read())
            .await?;
        }
        let placed: Vec<Row> = sqlx::query_as(
            "SELECT idx, id, at, body FROM leaf WHERE kind = $1 AND employer_id = $2 AND idx < $3 ORDER BY idx DESC LIMIT $4",
        )
        .bind(kind)
        .bind(employer.as_str())
        .bind(before.unwrap_or(i64::MAX))
        .bind(limit)
        .fetch_all(self.log.read())
        .await?;
        let seen: HashSet<String> = rows.iter().map(|row| row.id.clone()).collect();
        rows.extend(placed.into_iter().filter(|row| !seen.contains(&row.id)));
        rows.truncate(usize::try_from(limit).unwrap_or_default());
        Ok(rows)
    }

    pub(crate) async fn account_names(&self) -> Result<HashMap<String, String>> {
        let names: Vec<(String, String)> = sqlx::query_as("SELECT id, name FROM account").fetch_all(self.records.read()).await?;
        Ok(names.into_iter().collect())
    }
}

/// An entry, waiting or in its place.
#[derive(sqlx::FromRow)]
struct Row {
    idx: Option<i64>,
    id: String,
    at: i64,
    body: String,
}

impl Row {
    fn line(self, known: &Known) -> Result<JournalLine> {
        let entry = serde_json::from_str(&self.body).map_err(|_| unknown("leaf.body"))?;
        let Entry { by, role, what, subjects, detail } = known.entry(entry);
        let name = if let By::Account(account) = &by { known.name(account).map(str::to_owned) } else { None };
        let role = role.as_deref().and_then(Role::from_code);
        Ok(JournalLine { index: self.idx, at: at(self.at), by, name, role, what, subjects, detail })
    }
}

pub(crate) fn certificate_of(body: &str) -> Result<Certificate> {
    serde_json::from_str(body).map_err(|_| unknown("leaf.body"))
}
