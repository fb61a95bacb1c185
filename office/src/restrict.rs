//! Restriction of processing (Art. 18 GDPR; docs/PROMISES.md, n13): hidden from lists and search, opened only for a purpose of the law, and
//! told before it is lifted.

use jiff::{Timestamp, civil::Date};
use rules::{
    access::{Action, Actor, Staff, Subject},
    application::{Life, Refused, RestrictionGround},
    form::Problem,
    id::ApplicationId,
    retention::local_date,
};

use crate::{
    Error, Office, Refusal, Result,
    facts::{self, Facts},
    journal::Entry,
    store::{at, ms, unknown},
};

/// A restriction that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// Its identifier.
    pub id: String,
    /// On which ground of Art. 18(1).
    pub ground: RestrictionGround,
    /// Since when.
    pub since: Timestamp,
}

impl Office {
    /// Restricts the processing of an application, as its applicant asked. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Refused`] if it is restricted on this ground already, or is being erased.
    pub async fn restrict(&self, actor: &Actor, id: &ApplicationId, ground: RestrictionGround) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.may_restrict(actor, &facts)?;
        let standing = restrictions(&mut tx, id).await?;
        if standing.iter().any(|restriction| restriction.ground == ground) {
            return Err(Error::Refused(Refusal::Application(Refused::Unchanged)));
        }
        // An erasure that begins at this moment is waited for, or waits.
        let live = sqlx::query("UPDATE application SET life = 'live' WHERE id = $1 AND life = 'live'")
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        if live.rows_affected() == 0 {
            return Err(Error::Gone);
        }
        sqlx::query("INSERT INTO restriction (id, application_id, ground, since, set_by) VALUES ($1, $2, $3, $4, $5)")
            .bind(self.row_id())
            .bind(id.as_str())
            .bind(ground.code())
            .bind(ms(self.now()))
            .bind(staff.account.as_str())
            .execute(&mut *tx)
            .await?;
        self.remember(&mut tx, id, Some(staff), &format!("restricted {}", ground.code())).await?;
        let entry = Entry::of(staff, Action::Restrict, id.as_str()).detail(format!("restricted {}", ground.code()));
        self.enter(&mut tx, &facts.application.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Lifts a restriction after the applicant was told, on `told_on` (Art. 18(3) GDPR). HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `told_on`: before the restriction, or after today; [`Error::Conflict`] if it no longer stands.
    pub async fn lift_restriction(&self, actor: &Actor, id: &ApplicationId, restriction: &str, told_on: Date) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.may_restrict(actor, &facts)?;
        let standing = restrictions(&mut tx, id).await?.into_iter().find(|standing| standing.id == restriction);
        let standing = standing.ok_or(Error::Conflict)?;
        if told_on < local_date(standing.since, &self.settings.zone) {
            return Err(Error::field("told_on", Problem::TooEarly));
        }
        if told_on > self.today() {
            return Err(Error::field("told_on", Problem::TooLate));
        }
        let lifted = sqlx::query(
            "UPDATE restriction SET lifted_at = $1, lifted_by = $2, told_on = $3 WHERE id = $4 AND lifted_at IS NULL",
        )
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .bind(told_on.to_string())
        .bind(restriction)
        .execute(&mut *tx)
        .await?;
        if lifted.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.remember(&mut tx, id, Some(staff), &format!("unrestricted {} {told_on}", standing.ground.code())).await?;
        let entry = Entry::of(staff, Action::Restrict, id.as_str()).detail(format!("unrestricted {}", standing.ground.code()));
        self.enter(&mut tx, &facts.application.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The restrictions that stand; `None` for those who may not set one. Anybody may ask who may read the application, with whose page it
    /// is shown.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Unavailable`].
    pub async fn restrictions(&self, actor: &Actor, id: &ApplicationId) -> Result<Option<Vec<Restriction>>> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        if self.may_restrict(actor, &facts).is_err() {
            return Ok(None);
        }
        restrictions(&mut connection, id).await.map(Some)
    }

    fn may_restrict<'a>(&self, actor: &'a Actor, facts: &Facts) -> Result<&'a Staff> {
        self.allow(actor, Action::ReadApplication, Subject::Application(&facts.application))?;
        if facts.application.life == Life::Erasing {
            return Err(Error::Gone);
        }
        self.allow(actor, Action::Restrict, Subject::Employer(&facts.application.employer))
    }
}

/// The restrictions of an application that stand, the oldest first.
pub(crate) async fn restrictions(connection: &mut sqlx::AnyConnection, id: &ApplicationId) -> Result<Vec<Restriction>> {
    let rows: Vec<(String, String, i64)> = sqlx::query_as(
        "SELECT id, ground, since FROM restriction WHERE application_id = $1 AND lifted_at IS NULL ORDER BY since, id",
    )
    .bind(id.as_str())
    .fetch_all(connection)
    .await?;
    let restriction = |(id, ground, since): (String, String, i64)| {
        Ok(Restriction {
            id,
            ground: RestrictionGround::from_code(&ground).ok_or_else(|| unknown("restriction.ground"))?,
            since: at(since),
        })
    };
    rows.into_iter().map(restriction).collect()
}
