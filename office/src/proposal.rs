//! What takes two people: one proposes, a second one agrees. No proposal does anything by itself, and nobody agrees with their own.

use jiff::Timestamp;
use rules::{access::Staff, id::EmployerId};
use sqlx::AnyConnection;

use crate::{
    Error, Office, Refusal, Result,
    store::{at, ms},
};

/// A proposal that waits for a second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its identifier: whoever agrees says to which.
    pub id: String,
    /// What is proposed, as a code or a date; empty where the kind says it all.
    pub value: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
    /// Whether the person who asks made it, and so has to wait for another.
    pub own: bool,
}

/// What can be proposed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// A later planned close; the subject is the posting, the value the day.
    Extension,
    /// The end of a claim; the subject is the claim.
    EndOfClaim,
    /// The erasure of a minor's application; the subject is the application.
    Minor,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Extension => "extension",
            Self::EndOfClaim => "end_of_claim",
            Self::Minor => "minor",
        }
    }
}

impl Office {
    /// Proposes, in the transaction of the caller. [`Error::Conflict`] while another proposal of the kind stands.
    pub(crate) async fn propose(
        &self,
        connection: &mut AnyConnection,
        staff: &Staff,
        employer: &EmployerId,
        kind: Kind,
        subject: &str,
        value: &str,
    ) -> Result<()> {
        sqlx::query(
            "INSERT INTO proposal (id, employer_id, kind, subject_id, value, at, by_account) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(self.row_id())
        .bind(employer.as_str())
        .bind(kind.code())
        .bind(subject)
        .bind(value)
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .execute(connection)
        .await?;
        Ok(())
    }

    /// Takes the proposal that the second person saw, to carry it out; its row is gone with the transaction.
    ///
    /// # Errors
    /// [`Refusal::SecondPerson`] for whoever made it, [`Error::Conflict`] if it no longer stands.
    pub(crate) async fn agree(
        &self,
        connection: &mut AnyConnection,
        staff: &Staff,
        kind: Kind,
        subject: &str,
        seen: &str,
    ) -> Result<Proposal> {
        let proposal = proposal(connection, staff, kind, subject).await?.filter(|proposal| proposal.id == seen);
        let proposal = proposal.ok_or(Error::Conflict)?;
        if proposal.own {
            return Err(Error::Refused(Refusal::SecondPerson));
        }
        self.drop_proposal(connection, kind, subject, seen).await?;
        Ok(proposal)
    }

    /// Drops a proposal: declined by the second person or taken back by the first.
    pub(crate) async fn drop_proposal(
        &self,
        connection: &mut AnyConnection,
        kind: Kind,
        subject: &str,
        seen: &str,
    ) -> Result<()> {
        let dropped = sqlx::query("DELETE FROM proposal WHERE id = $1 AND kind = $2 AND subject_id = $3")
            .bind(seen)
            .bind(kind.code())
            .bind(subject)
            .execute(connection)
            .await?;
        if dropped.rows_affected() == 0 { Err(Error::Conflict) } else { Ok(()) }
    }
}

/// The proposal of a kind that stands for a subject.
pub(crate) async fn proposal(
    connection: &mut AnyConnection,
    staff: &Staff,
    kind: Kind,
    subject: &str,
) -> Result<Option<Proposal>> {
    let row: Option<(String, String, i64, String, String)> = sqlx::query_as(
        "SELECT p.id, p.value, p.at, p.by_account, a.name FROM proposal p JOIN account a ON a.id = p.by_account \
         WHERE p.kind = $1 AND p.subject_id = $2",
    )
    .bind(kind.code())
    .bind(subject)
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|(id, value, when, account, by)| Proposal { id, value, at: at(when), by, own: account == staff.account.as_str() }))
}

/// Drops what was proposed for a subject that has gone another way.
pub(crate) async fn forget(connection: &mut AnyConnection, kind: Kind, subject: &str) -> Result<()> {
    sqlx::query("DELETE FROM proposal WHERE kind = $1 AND subject_id = $2")
        .bind(kind.code())
        .bind(subject)
        .execute(connection)
        .await?;
    Ok(())
}
