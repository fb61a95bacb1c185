//! HR releases sections of an application to an audience, until a date, and can revoke it. What a head sees follows from this alone.

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Audience, Subject},
    application::Section,
    form::Problem,
    id::{ApplicationId, EmployerId, ReleaseId},
    retention_classes::RELEASE,
};
use sqlx::AnyConnection;

use crate::{
    Error, Office, Result,
    exclude::colleagues,
    facts::{self, audience_columns, sections_column},
    journal::Entry,
    store::ms,
};

/// A release to be made.
#[derive(Clone, Debug)]
pub struct NewRelease {
    /// To whom.
    pub audience: Audience,
    /// Which sections; at least one.
    pub sections: Vec<Section>,
    /// When it ends by itself.
    pub until: Timestamp,
}

impl Office {
    /// Releases sections of one application. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `sections` (none), on `audience` (of another employer, or nobody who reads what is released), on `until` (past,
    /// or over a year away).
    pub async fn release(&self, actor: &Actor, id: &ApplicationId, release: &NewRelease) -> Result<ReleaseId> {
        let mut tx = self.records.write().await?;
        let id = self.put_release(&mut tx, actor, id, release).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Releases the same sections of several applications: of all of them, or of none. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `ids` (none), else as for [`Office::release`].
    pub async fn release_each(&self, actor: &Actor, ids: &[ApplicationId], release: &NewRelease) -> Result<()> {
        if ids.is_empty() {
            return Err(Error::field("ids", Problem::Missing));
        }
        let mut tx = self.records.write().await?;
        for id in ids {
            self.put_release(&mut tx, actor, id, release).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    async fn put_release(
        &self,
        tx: &mut AnyConnection,
        actor: &Actor,
        id: &ApplicationId,
        release: &NewRelease,
    ) -> Result<ReleaseId> {
        let facts = facts::load(&mut *tx, id).await?;
        let staff = self.allow(actor, Action::Release, Subject::Application(&facts.application))?;
        let mut problems = Vec::new();
        if release.sections.is_empty() {
            problems.push(("sections", Problem::Missing));
        }
        if release.until <= self.now() || release.until > self.now() + RELEASE {
            problems.push(("until", Problem::NotAChoice));
        }
        if !self.is_audience(&mut *tx, &facts.application.employer, &release.audience).await? {
            problems.push(("audience", Problem::NotAChoice));
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let (kind, audience) = audience_columns(&release.audience);
        let release_id = ReleaseId::from_bytes(self.rng.bytes());
        let sections = sections_column(&release.sections);
        sqlx::query(
            "INSERT INTO release (id, application_id, audience_kind, audience_id, sections, until_at, created_at, created_by) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(release_id.as_str())
        .bind(id.as_str())
        .bind(kind)
        .bind(audience)
        .bind(&sections)
        .bind(ms(release.until))
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .execute(&mut *tx)
        .await?;
        self.remember(&mut *tx, id, Some(staff), &format!("released {sections}")).await?;
        let entry = Entry::of(staff, Action::Release, id.as_str()).detail(format!("{sections} to {kind} {audience}"));
        self.enter(&mut *tx, &facts.application.employer, &entry).await?;
        Ok(release_id)
    }

    /// Whether somebody at the employer would hear a release to this audience.
    async fn is_audience(&self, tx: &mut AnyConnection, employer: &EmployerId, audience: &Audience) -> Result<bool> {
        let known: i64 = match audience {
            Audience::Department(id) => {
                sqlx::query_scalar("SELECT COUNT(*) FROM department WHERE id = $1 AND employer_id = $2")
                    .bind(id.as_str())
                    .bind(employer.as_str())
                    .fetch_one(tx)
                    .await?
            }
            Audience::Person(id) => {
                let colleagues = colleagues(tx, employer, self.now()).await?;
                i64::from(colleagues.iter().any(|colleague| colleague.account == *id && colleague.reads_releases()))
            }
            Audience::Body(role) => i64::from(role.is_body()),
        };
        Ok(known > 0)
    }

    /// Revokes a release; the next click of an open page obeys. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a release of another application, [`Error::Conflict`] if it was revoked already.
    pub async fn revoke(&self, actor: &Actor, id: &ApplicationId, release: &ReleaseId) -> Result<()> {
        let mut tx = self.records.write().await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.allow(actor, Action::Release, Subject::Application(&facts.application))?;
        let (known,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM release WHERE id = $1 AND application_id = $2")
            .bind(release.as_str())
            .bind(id.as_str())
            .fetch_one(&mut *tx)
            .await?;
        if known == 0 {
            return Err(Error::NotFound);
        }
        let revoked = sqlx::query("UPDATE release SET revoked_at = $1, revoked_by = $2 WHERE id = $3 AND revoked_at IS NULL")
            .bind(ms(self.now()))
            .bind(staff.account.as_str())
            .bind(release.as_str())
            .execute(&mut *tx)
            .await?;
        if revoked.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.remember(&mut tx, id, Some(staff), "revoked").await?;
        self.enter(&mut tx, &facts.application.employer, &Entry::of(staff, Action::Release, id.as_str()).detail("revoked"))
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
