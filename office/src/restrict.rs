//! Restriction of processing (Art. 18 GDPR; docs/PROMISES.md, n13): hidden from lists and search, opened only for a purpose of the law, and
//! told before it is lifted.

use jiff::{Timestamp, civil::Date};
use rules::{
    access::{Action, Actor, Denied, Staff, Subject},
    application::{Life, Refused, RestrictionGround},
    form::Problem,
    id::ApplicationId,
    retention::{Due, announced_from, local_date},
};
use sqlx::{Any, AnyConnection, AssertSqlSafe, any::AnyArguments, query::QueryAs};

use crate::{
    Error, Office, Refusal, Result,
    applicant::Asker,
    exclude::not_kept_from,
    facts::{self, Facts},
    journal::Entry,
    store::{at, ms, unknown},
    sweep::STAYS,
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

/// The restrictions of an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restrictions {
    /// Those that stand, the oldest first.
    pub standing: Vec<Restriction>,
    /// What its applicant is to be told.
    pub announcement: Option<Announcement>,
}

/// A restricted application that goes soon although it is restricted, which its applicant is to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The application.
    pub application: ApplicationId,
    /// The title of its posting.
    pub title: String,
    /// When it goes.
    pub due: Due,
    /// On which day the applicant was told of this date.
    pub told_on: Option<Date>,
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
        self.put_restriction(&mut tx, &facts, ground, Asker::Hr(staff)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Sets a restriction, in a transaction in which the application cannot be erased.
    pub(crate) async fn put_restriction(
        &self,
        tx: &mut AnyConnection,
        facts: &Facts,
        ground: RestrictionGround,
        asker: Asker<'_>,
    ) -> Result<()> {
        let id = facts.id()?;
        sqlx::query("INSERT INTO restriction (id, application_id, ground, since, set_by) VALUES ($1, $2, $3, $4, $5)")
            .bind(self.row_id())
            .bind(id.as_str())
            .bind(ground.code())
            .bind(ms(self.now()))
            .bind(asker.staff().map(|staff| staff.account.as_str()))
            .execute(&mut *tx)
            .await?;
        let what = if asker.staff().is_some() { "restricted" } else { "own_restricted" };
        self.remember(&mut *tx, &id, asker.staff(), &format!("{what} {}", ground.code())).await?;
        let entry = asker.entry(Action::Restrict, id.as_str()).detail(format!("restricted {}", ground.code()));
        self.enter(tx, &facts.application.employer, &entry).await
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
    pub async fn restrictions(&self, actor: &Actor, id: &ApplicationId) -> Result<Option<Restrictions>> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        if self.may_restrict(actor, &facts).is_err() {
            return Ok(None);
        }
        let standing = restrictions(&mut connection, id).await?;
        let announcement = self.announcement(&mut connection, &facts).await?;
        Ok(Some(Restrictions { standing, announcement }))
    }

    /// Records that the applicant was told on `told_on` when the restricted application goes, and that it stays if it is needed for a claim of
    /// their own (Art. 18(1)(c) GDPR). HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `announced_on`: before the restriction, or after today; [`Error::Conflict`] if nothing is to be announced.
    pub async fn announced(&self, actor: &Actor, id: &ApplicationId, told_on: Date) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.may_restrict(actor, &facts)?;
        self.announcement(&mut tx, &facts).await?.ok_or(Error::Conflict)?;
        let standing = restrictions(&mut tx, id).await?;
        let since = standing.iter().map(|restriction| restriction.since).min().ok_or(Error::Conflict)?;
        if told_on < local_date(since, &self.settings.zone) {
            return Err(Error::field("announced_on", Problem::TooEarly));
        }
        if told_on > self.today() {
            return Err(Error::field("announced_on", Problem::TooLate));
        }
        sqlx::query("UPDATE restriction SET announced_on = $1 WHERE application_id = $2 AND lifted_at IS NULL")
            .bind(told_on.to_string())
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        self.remember(&mut tx, id, Some(staff), &format!("announced {told_on}")).await?;
        let entry = Entry::of(staff, Action::Restrict, id.as_str()).detail("announced".to_owned());
        self.enter(&mut tx, &facts.application.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The restricted applications of the person's employer that go within fourteen days, those nobody was told of first. HR and the privacy
    /// officer may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn announcements(&self, actor: &Actor) -> Result<Vec<Announcement>> {
        let staff = self.allow(actor, Action::ReadPlan, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(Denied::Role))?;
        let query = sqlx::query_as(announced(&format!("a.employer_id = $2 AND {}", not_kept_from("$3"))))
            .bind(ms(self.now()))
            .bind(employer.as_str())
            .bind(staff.account.as_str());
        let mut announcements = self.announced_rows(query, self.records.read()).await?;
        announcements.sort_by_key(|announcement| announcement.told_on.is_some());
        Ok(announcements)
    }

    /// What is to be announced about an application, if anything is.
    pub(crate) async fn announcement(&self, connection: &mut AnyConnection, facts: &Facts) -> Result<Option<Announcement>> {
        if !facts.application.restricted {
            return Ok(None);
        }
        let query = sqlx::query_as(announced("a.id = $2")).bind(ms(self.now())).bind(&facts.row.id);
        Ok(self.announced_rows(query, connection).await?.pop())
    }

    async fn announced_rows<'c, 'q>(
        &self,
        query: QueryAs<'q, Any, AnnouncedRow, AnyArguments>,
        on: impl sqlx::Executor<'c, Database = Any>,
    ) -> Result<Vec<Announcement>> {
        let mut announcements = Vec::new();
        for (id, title, due_at, on) in query.fetch_all(on).await? {
            let due = self.due_at(due_at);
            if self.today() < announced_from(&due) {
                continue;
            }
            announcements.push(Announcement {
                application: ApplicationId::parse(&id).ok_or_else(|| unknown("application.id"))?,
                title,
                due,
                told_on: on.map(|on| on.parse().map_err(|_| unknown("restriction.announced_on"))).transpose()?,
            });
        }
        Ok(announcements)
    }

    fn may_restrict<'a>(&self, actor: &'a Actor, facts: &Facts) -> Result<&'a Staff> {
        self.allow(actor, Action::ReadApplication, Subject::Application(&facts.application))?;
        if facts.application.life == Life::Erasing {
            return Err(Error::Gone);
        }
        self.allow(actor, Action::Restrict, Subject::Employer(&facts.application.employer))
    }
}

type AnnouncedRow = (String, String, i64, Option<String>);

/// Restricted applications that nothing keeps from going, from the instant `$1` on, with the day their applicants were told of the date.
fn announced(condition: &str) -> AssertSqlSafe<String> {
    AssertSqlSafe(format!(
        "SELECT a.id, p.title, a.due_at, (SELECT MAX(r.announced_on) FROM restriction r \
         WHERE r.application_id = a.id AND r.lifted_at IS NULL) \
         FROM application a JOIN posting p ON p.id = a.posting_id WHERE a.life = 'live' AND a.due_at > $1 AND NOT ({STAYS}) \
         AND EXISTS (SELECT 1 FROM restriction r WHERE r.application_id = a.id AND r.lifted_at IS NULL) \
         AND {condition} ORDER BY a.due_at, a.id"
    ))
}

/// The restrictions of an application that stand, the oldest first.
pub(crate) async fn restrictions(connection: &mut AnyConnection, id: &ApplicationId) -> Result<Vec<Restriction>> {
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
