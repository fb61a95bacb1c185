//! HR records when a rejection was received. That is often known only later, after the close too; under `earliest` it moves the date
//! on which the application goes (docs/RETENTION.md).

use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Denied, Staff, Subject},
    application::{Refused, record_receipt},
    id::ApplicationId,
    retention::{due, local_date, midnight},
};
use sqlx::AnyConnection;

use crate::{
    Error, Office, Refusal, Result, careers,
    facts::{self, Facts},
    journal::Entry,
    store::{at, ms},
};

/// A rejection, for those who record when it was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The day on which the applicant received it, if that is known.
    pub received_on: Option<Date>,
    /// The day on which the application arrived: no rejection is received before.
    pub arrived_on: Date,
}

impl Office {
    /// The rejection of an application; nothing where there is none, or where the person may not record its receipt. Anybody may ask
    /// who may read the application, with whose page it is shown.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Unavailable`].
    pub async fn rejection(&self, actor: &Actor, id: &ApplicationId) -> Result<Option<Rejection>> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        let may = self.may_record_receipt(actor, &facts).is_ok();
        if !may || record_receipt(facts.application.life, facts.outcome()).is_err() {
            return Ok(None);
        }
        let received_on = self.received_on(&mut connection, id).await?;
        Ok(Some(Rejection { received_on, arrived_on: local_date(at(facts.row.received_at), &self.settings.zone) }))
    }

    /// Records the day on which a rejection was received, corrects it, or takes it back with `None`. The outcome stays as it is. HR of
    /// the employer may call this, after the close too.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `rejection_received_on`, [`Error::Refused`] if there is no rejection or if it is recorded so already;
    /// [`Error::Forbidden`] while processing is restricted.
    pub async fn record_rejection_received(&self, actor: &Actor, id: &ApplicationId, day: Option<Date>) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.may_record_receipt(actor, &facts)?;
        record_receipt(facts.application.life, facts.outcome())?;
        if let Some(day) = day {
            self.check_received(&facts, day)?;
        }
        if self.received_on(&mut tx, id).await? == day {
            return Err(Error::Refused(Refusal::Application(Refused::Unchanged)));
        }
        let posting = careers::load(&mut tx, &facts.row.posting_id).await?;
        let received = day.map(|day| midnight(day, &self.settings.zone));
        let due = due(&facts.closing(&posting), received, posting.policy, &self.settings.zone);
        let recorded = sqlx::query(
            "UPDATE application SET rejection_received_at = $1, due_at = $2 WHERE id = $3 AND outcome_version = $4 AND life = 'live'",
        )
        .bind(received.map(ms))
        .bind(ms(due.erased_from))
        .bind(id.as_str())
        .bind(facts.row.outcome_version)
        .execute(&mut *tx)
        .await?;
        if recorded.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        let what = day.map_or_else(|| "received none".to_owned(), |day| format!("received {day}"));
        self.remember(&mut tx, id, Some(staff), &what).await?;
        self.remember_due(&mut tx, staff, &facts, due).await?;
        let entry = Entry::of(staff, Action::Decide, id.as_str()).detail("received");
        self.enter(&mut tx, &facts.application.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// HR of the employer may. The day is no content, so what the close blocks does not include it; a restriction does.
    fn may_record_receipt<'a>(&self, actor: &'a Actor, facts: &Facts) -> Result<&'a Staff> {
        self.allow(actor, Action::ReadApplication, Subject::Application(&facts.application))?;
        if facts.application.restricted {
            return Err(Error::Forbidden(Denied::Restricted));
        }
        self.allow(actor, Action::Decide, Subject::Employer(&facts.application.employer))
    }

    async fn received_on(&self, connection: &mut AnyConnection, id: &ApplicationId) -> Result<Option<Date>> {
        let (received,): (Option<i64>,) = sqlx::query_as("SELECT rejection_received_at FROM application WHERE id = $1")
            .bind(id.as_str())
            .fetch_one(connection)
            .await?;
        Ok(received.map(|received| local_date(at(received), &self.settings.zone)))
    }
}
