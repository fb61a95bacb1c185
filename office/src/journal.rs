//! The journal: who did what to which record, when. An entry is a plain insert into `entry_in` in the transaction of its act; for a
//! read it is committed before the answer leaves. It names records by id and holds nothing about an applicant; whoever of the staff it names
//! goes by an alias in it (`alias.rs`).

use std::sync::atomic::{AtomicU64, Ordering};

use jiff::Timestamp;
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
    /// A person at the desk, by account; by an alias where one cannot tell any more.
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

    /// Each word that could name somebody beside whoever acted.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.subjects.iter().map(String::as_str).chain(self.detail.split(' '))
    }

    /// The same, with another word for each person for whom `other` has one.
    pub(crate) fn renamed(self, other: impl Fn(&str) -> Option<String>) -> Self {
        let other = |word: String| other(&word).unwrap_or(word);
        Self {
            by: if let By::Account(account) = self.by { By::Account(other(account)) } else { self.by },
            subjects: self.subjects.into_iter().map(other).collect(),
            detail: self.detail.split(' ').map(|word| other(word.to_owned())).collect::<Vec<_>>().join(" "),
            ..self
        }
    }

    pub(crate) fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }
}

impl Office {
    /// Enters an act into the journal, in the transaction of the act.
    pub(crate) async fn enter(&self, connection: &mut AnyConnection, employer: &EmployerId, entry: &Entry) -> Result<()> {
        let now = self.wall.now();
        let entry = self.aliased(connection, entry, now).await?;
        let subject = entry.subjects.first().map_or("", String::as_str);
        let body = serde_json::to_string(&entry).unwrap_or_default();
        self.put(connection, now, "journal", employer.as_str(), subject, &body).await
    }

    /// Enters a read into the journal; it stands before the answer leaves.
    pub(crate) async fn enter_read(&self, employer: &EmployerId, entry: &Entry) -> Result<()> {
        let mut tx = self.records.write().await?;
        self.enter(&mut tx, employer, entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Enters a body of any kind but the journal's: certificates, deaths of keys, turns.
    pub(crate) async fn enter_raw(
        &self,
        connection: &mut AnyConnection,
        kind: &str,
        employer: &str,
        subject: &str,
        body: &str,
    ) -> Result<()> {
        self.put(connection, self.wall.now(), kind, employer, subject, body).await
    }

    async fn put(
        &self,
        connection: &mut AnyConnection,
        at: Timestamp,
        kind: &str,
        employer: &str,
        subject: &str,
        body: &str,
    ) -> Result<()> {
        sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(self.entry_id().as_str())
            .bind(ms(at))
            .bind(kind)
            .bind(employer)
            .bind(subject)
            .bind(body)
            .execute(connection)
            .await?;
        Ok(())
    }

    /// The next entry's identifier: 64 bits that only grow within a process, so that what it enters in one millisecond keeps its order,
    /// before 64 random bits, so that no two processes write the same one.
    fn entry_id(&self) -> EntryId {
        static ENTERED: AtomicU64 = AtomicU64::new(0);
        let counted = ENTERED.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        let random = self.rng.bytes::<8>();
        EntryId::from_bytes(std::array::from_fn(|at| if at < 8 { counted[at] } else { random[at - 8] }))
    }
}
