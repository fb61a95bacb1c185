//! HR decides: an outcome with its date, its author and a sealed reason. No score or filter sets one (docs/PROMISES.md, n23).

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Subject},
    application::{Outcome, check_rejection_received, decide},
    form::{Problem, check_remark},
    id::ApplicationId,
    retention::{due, local_date},
};
use sqlx::AnyConnection;
use vault::Context;

use crate::{
    Error, Office, Result, careers, facts,
    facts::Facts,
    journal::Entry,
    sealed::seal_json,
    store::{at, ms},
};

/// A decision about one application.
#[derive(Clone, Debug)]
pub struct Decision {
    /// The outcome; `None` takes it back.
    pub outcome: Option<Outcome>,
    /// Why, in HR's words; may be empty. The applicant can read it.
    pub reason: String,
    /// When the applicant received a rejection, if that is known: silence does not start the period for claims.
    pub rejection_received_at: Option<Timestamp>,
}

impl Office {
    /// Sets an outcome, or takes it back. HR of the employer may call this, for the same application in bulk too.
    ///
    /// # Errors
    /// [`Error::Refused`] once the procedure is closed, when no seat is left, or after the handover.
    pub async fn decide(&self, actor: &Actor, id: &ApplicationId, decision: &Decision) -> Result<()> {
        if let Some(problem) = check_remark(&decision.reason).filter(|problem| *problem != Problem::Missing) {
            return Err(Error::field("reason", problem));
        }
        let rk = {
            let mut connection = self.records.read().acquire().await?;
            let facts = facts::load(&mut connection, id).await?;
            self.allow(actor, Action::Decide, Subject::Application(&facts.application))?;
            self.record_key(&facts.row.rk_id).await?
        };
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.allow(actor, Action::Decide, Subject::Application(&facts.application))?;
        let (from, to) = (facts.outcome(), decision.outcome);
        let seats_left = seats_left(&mut tx, &facts).await?;
        decide(facts.application.posting, facts.application.life, from, to, seats_left, facts.application.handed_over)?;

        let version = facts.row.outcome_version + 1;
        let context = Context::outcome_reason(id.as_str(), version.unsigned_abs());
        let reason = (!decision.reason.trim().is_empty()).then(|| seal_json(&rk, &context, &self.rng, &decision.reason.trim()));
        let rejected = to == Some(Outcome::Rejected);
        let received = decision.rejection_received_at.filter(|_| rejected);
        if let Some(received) = received {
            let day = |at| local_date(at, &self.settings.zone);
            check_rejection_received(day(received), day(at(facts.row.received_at)), self.today())
                .map_err(|problem| Error::field("rejection_received_on", problem))?;
        }
        let posting = careers::load(&mut tx, &facts.row.posting_id).await?;
        let due = due(&posting.closing(), received, posting.policy, &self.settings.zone);
        let decided = sqlx::query(
            "UPDATE application SET outcome = $1, outcome_at = $2, outcome_by = $3, outcome_reason = $4, outcome_version = $5, \
             rejection_received_at = $6, due_at = $7 WHERE id = $8 AND outcome_version = $9 AND life = 'live'",
        )
        .bind(to.map(Outcome::code))
        .bind(to.map(|_| ms(self.now())))
        .bind(to.map(|_| staff.account.as_str()))
        .bind(reason)
        .bind(version)
        .bind(received.map(ms))
        .bind(ms(due.erased_from))
        .bind(id.as_str())
        .bind(facts.row.outcome_version)
        .execute(&mut *tx)
        .await?;
        if decided.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        let code = to.map_or("none", Outcome::code);
        self.remember(&mut tx, id, Some(staff), &format!("outcome {} {code}", from.map_or("none", Outcome::code))).await?;
        if ms(due.erased_from) != facts.row.due_at {
            self.remember(&mut tx, id, Some(staff), &format!("due {}", due.last_day)).await?;
        }
        self.enter(&mut tx, &facts.application.employer, &Entry::of(staff, Action::Decide, id.as_str()).detail(code)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Writes a line of an application's history, in the transaction of the act. `what` is made of codes and dates.
    pub(crate) async fn remember(
        &self,
        connection: &mut AnyConnection,
        id: &ApplicationId,
        staff: Option<&rules::access::Staff>,
        what: &str,
    ) -> Result<()> {
        sqlx::query("INSERT INTO history (id, application_id, at, by_account, what) VALUES ($1, $2, $3, $4, $5)")
            .bind(self.row_id())
            .bind(id.as_str())
            .bind(ms(self.now()))
            .bind(staff.map(|staff| staff.account.as_str()))
            .bind(what)
            .execute(connection)
            .await?;
        Ok(())
    }
}

async fn seats_left(connection: &mut AnyConnection, facts: &Facts) -> Result<i64> {
    let (seats, hired): (i64, i64) = sqlx::query_as(
        "SELECT p.seats, (SELECT COUNT(*) FROM application a WHERE a.posting_id = p.id AND a.outcome = 'hired' AND a.id <> $2) \
         FROM posting p WHERE p.id = $1",
    )
    .bind(&facts.row.posting_id)
    .bind(&facts.row.id)
    .fetch_one(connection)
    .await?;
    Ok(seats - hired)
}
