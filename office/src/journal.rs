//! The journal: who did what to which record, when. An entry is a plain insert into `entry_in` in the transaction of its act; for a
//! read it is committed before the answer leaves. It names records by id and holds nothing about an applicant.

use rules::{
    access::{Action, Staff},
    id::{EmployerId, EntryId},
};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;

use crate::{Office, Result, store::ms};

/// Who acted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// A person at the desk, by account.
    Account(String),
    /// The applicant.
    Applicant,
    /// Somebody who did not sign in at the desk, and tried.
    Stranger,
    /// The house itself: a job, the command line.
    House,
}

/// What the journal holds of one act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// Who.
    pub by: By,
    /// As what, by the code of a role. Older entries do not say; nor does who acts in none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// What, as the code of an action or of a job.
    pub what: String,
    /// The records it was done to: one for an act, all that were shown for a list.
    pub subjects: Vec<String>,
    /// A code that says more: a section, a stage, an outcome, a purpose. Never free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl Entry {
    pub(crate) fn of(staff: &Staff, action: Action, subject: &str) -> Self {
        Self {
            by: By::Account(staff.account.to_string()),
            role: staff.acts_as(action).map(|role| role.code().to_owned()),
            what: action.code().to_owned(),
            subjects: vec![subject.to_owned()],
            detail: String::new(),
        }
    }

    pub(crate) fn by(by: By, what: &str, subject: &str) -> Self {
        Self { by, role: None, what: what.to_owned(), subjects: vec![subject.to_owned()], detail: String::new() }
    }

    pub(crate) fn about(self, subjects: Vec<String>) -> Self {
        Self { subjects, ..self }
    }

    /// Whether a person was refused what is named here: then nothing was done.
    pub(crate) fn is_refusal(&self) -> bool {
        self.detail.split(' ').next() == Some("refused")
    }

    pub(crate) fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

impl Office {
    /// Enters an act into the journal, in the transaction of the act.
    pub(crate) async fn enter(&self, connection: &mut AnyConnection, employer: &EmployerId, entry: &Entry) -> Result<()> {
        let subject = entry.subjects.first().map_or("", String::as_str);
        let body = serde_json::to_string(entry).unwrap_or_default();
        self.enter_raw(connection, "journal", employer.as_str(), subject, &body).await
    }

    /// Enters a read into the journal; it stands before the answer leaves.
    pub(crate) async fn enter_read(&self, employer: &EmployerId, entry: &Entry) -> Result<()> {
        let mut tx = self.records.write().await?;
        self.enter(&mut tx, employer, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Enters a body of any kind: journal entries, certificates.
    pub(crate) async fn enter_raw(
        &self,
        connection: &mut AnyConnection,
        kind: &str,
        employer: &str,
        subject: &str,
        body: &str,
    ) -> Result<()> {
        sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(EntryId::from_bytes(self.rng.bytes()).as_str())
            .bind(ms(self.wall.now()))
            .bind(kind)
            .bind(employer)
            .bind(subject)
            .bind(body)
            .execute(connection)
            .await?;
        Ok(())
    }
}
