//! HR decides: an outcome with its date, its author and a sealed reason. No score or filter sets one (docs/PROMISES.md, n23).

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use rules::{
    access::{Action, Actor, Staff, Subject},
    application::{Outcome, check_rejection_received, check_seats, decide},
    form::{Problem, check_remark},
    id::ApplicationId,
    mail::Mail,
    retention::{Due, due, local_date},
};
use sqlx::AnyConnection;
use vault::{Context, RecordKey};

use crate::{
    Error, Office, Result,
    careers::{self, Posting},
    facts::{self, Facts},
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
    /// Sets an outcome, or takes it back. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Refused`] once the procedure is closed, when no seat is left, or after the handover.
    pub async fn decide(&self, actor: &Actor, id: &ApplicationId, decision: &Decision) -> Result<()> {
        self.decide_seen(actor, id, decision, None).await
    }

    /// [`Office::decide`] for somebody who saw the outcome in the version `seen`, as [`crate::read::View`] has it; `None` decides
    /// whatever it is.
    ///
    /// # Errors
    /// As [`Office::decide`], and [`Error::Conflict`] if somebody else decided since.
    pub async fn decide_seen(&self, actor: &Actor, id: &ApplicationId, decision: &Decision, seen: Option<i64>) -> Result<()> {
        check_reason(&decision.reason)?;
        let keys = self.keys_to_decide(actor, std::slice::from_ref(id)).await?;
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let posting = careers::load(&mut tx, &facts.row.posting_id).await?;
        let seats_left = seats_left(&mut tx, &posting).await?;
        // The rules speak first: who sends the same twice hears that it is so already, not that somebody was faster.
        let staff = self.may_decide(actor, &facts, decision, seats_left)?;
        if seen.is_some_and(|seen| seen != facts.row.outcome_version) {
            return Err(Error::Conflict);
        }
        self.put_outcome(&mut tx, staff, &facts, &posting, &keys, decision).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Gives every application that is named the same outcome, all or none, each with its own entry and the person's name. They are
    /// undecided applications of one posting. HR of the employer may call this.
    ///
    /// # Errors
    /// As [`Office::decide`], before anything is written: if not one of them can be decided so, none is. When fewer seats are left than
    /// are to be filled, the refusal says how many. [`Error::Conflict`] if somebody decided one of them in the meantime,
    /// [`Error::NotFound`] for one of another posting.
    pub async fn decide_each(&self, actor: &Actor, ids: &[ApplicationId], outcome: Outcome, reason: &str) -> Result<()> {
        check_reason(reason)?;
        let Some(first) = ids.first() else { return Ok(()) };
        let decision = Decision { outcome: Some(outcome), reason: reason.to_owned(), rejection_received_at: None };
        let keys = self.keys_to_decide(actor, ids).await?;
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, first).await?;
        let posting = facts::load(&mut tx, first).await?.row.posting_id;
        let posting = careers::load(&mut tx, &posting).await?;
        let seats_left = seats_left(&mut tx, &posting).await?;
        let mut decided = Vec::with_capacity(ids.len());
        for id in ids {
            let facts = facts::load(&mut tx, id).await?;
            if facts.row.posting_id != posting.id.as_str() {
                return Err(Error::NotFound);
            }
            if facts.outcome().is_some() {
                return Err(Error::Conflict);
            }
            decided.push((self.may_decide(actor, &facts, &decision, seats_left)?, facts));
        }
        if outcome == Outcome::Hired {
            check_seats(seats_left, decided.len() as i64)?;
        }
        for (staff, facts) in &decided {
            self.put_outcome(&mut tx, staff, facts, &posting, &keys, &decision).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// The record keys under which the reasons are sealed, by id. They stand in another database, so they are fetched before the
    /// transaction that decides, in which everybody else waits.
    async fn keys_to_decide(&self, actor: &Actor, ids: &[ApplicationId]) -> Result<HashMap<String, RecordKey>> {
        let mut connection = self.records.read().acquire().await?;
        let mut keys = Vec::with_capacity(ids.len());
        for id in ids {
            let facts = facts::load(&mut connection, id).await?;
            self.allow(actor, Action::Decide, Subject::Application(&facts.application))?;
            keys.push(facts.row.rk_id);
        }
        drop(connection);
        self.record_keys(&keys).await
    }

    /// Whether the person may decide so about this application as it stands, and who it is.
    fn may_decide<'a>(&self, actor: &'a Actor, facts: &Facts, decision: &Decision, seats_left: i64) -> Result<&'a Staff> {
        let application = &facts.application;
        let staff = self.allow(actor, Action::Decide, Subject::Application(application))?;
        decide(application.posting, application.life, facts.outcome(), decision.outcome, seats_left, application.handed_over)?;
        if let Some(received) = decision.rejection_received_at.filter(|_| decision.outcome == Some(Outcome::Rejected)) {
            self.check_received(facts, local_date(received, &self.settings.zone))?;
        }
        Ok(staff)
    }

    /// Whether a rejection of this application can have been received on `day`.
    pub(crate) fn check_received(&self, facts: &Facts, day: Date) -> Result<()> {
        let arrived = local_date(at(facts.row.received_at), &self.settings.zone);
        check_rejection_received(day, arrived, self.today()).map_err(|problem| Error::field("rejection_received_on", problem))
    }

    async fn put_outcome(
        &self,
        tx: &mut AnyConnection,
        staff: &Staff,
        facts: &Facts,
        posting: &Posting,
        keys: &HashMap<String, RecordKey>,
        decision: &Decision,
    ) -> Result<()> {
        let (id, from, to) = (facts.id()?, facts.outcome(), decision.outcome);
        let version = facts.row.outcome_version + 1;
        let context = Context::outcome_reason(id.as_str(), version.unsigned_abs());
        let rk = keys.get(&facts.row.rk_id).ok_or(Error::Gone)?;
        let reason = (!decision.reason.trim().is_empty())
            .then(|| seal_json(rk, &context, &self.rng, &decision.reason.trim()))
            .transpose()?;
        let received = decision.rejection_received_at.filter(|_| to == Some(Outcome::Rejected));
        let due = due(&facts.closing(posting), received, posting.policy, &self.settings.zone);
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
        self.remember(tx, &id, Some(staff), &format!("outcome {} {code}", from.map_or("none", Outcome::code))).await?;
        if let Some(received) = received {
            let day = local_date(received, &self.settings.zone);
            self.remember(tx, &id, Some(staff), &format!("received {day}")).await?;
        }
        self.remember_due(tx, staff, facts, due).await?;
        if matches!(to, Some(Outcome::Hired | Outcome::Rejected)) {
            self.mail(tx, &id, Mail::News).await?;
        }
        self.enter(tx, &facts.application.employer, &Entry::of(staff, Action::Decide, id.as_str()).detail(code)).await
    }

    /// Remembers the new last day of an application, if it moved, and tells the applicant.
    pub(crate) async fn remember_due(&self, tx: &mut AnyConnection, staff: &Staff, facts: &Facts, due: Due) -> Result<()> {
        if ms(due.erased_from) == facts.row.due_at {
            return Ok(());
        }
        let id = facts.id()?;
        self.remember(tx, &id, Some(staff), &format!("due {}", due.last_day)).await?;
        self.mail(tx, &id, Mail::Moved).await
    }

    /// Writes a line of an application's history, in the transaction of the act. `what` is made of codes and dates.
    pub(crate) async fn remember(
        &self,
        connection: &mut AnyConnection,
        id: &ApplicationId,
        staff: Option<&Staff>,
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

/// A reason may be empty, and is no longer than any other remark.
fn check_reason(reason: &str) -> Result<()> {
    match check_remark(reason) {
        None | Some(Problem::Missing) => Ok(()),
        Some(problem) => Err(Error::field("reason", problem)),
    }
}

/// The seats of a posting that nobody holds yet.
async fn seats_left(connection: &mut AnyConnection, posting: &Posting) -> Result<i64> {
    let hired: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM application WHERE posting_id = $1 AND outcome = 'hired'")
        .bind(posting.id.as_str())
        .fetch_one(connection)
        .await?;
    Ok(posting.seats - hired)
}
