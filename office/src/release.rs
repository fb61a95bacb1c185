//! HR releases sections of an application to an audience, until a date, and can revoke it. What a head sees follows from this alone.

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Audience, Role, Subject, go_together},
    application::{Disability, Section},
    form::Problem,
    id::{ApplicationId, EmployerId, ReleaseId, StandingId},
    retention_classes::RELEASE,
};
use sqlx::{AnyConnection, AssertSqlSafe};

use crate::{
    Error, Office, Refusal, Result,
    exclude::colleagues,
    facts::{self, Facts, audience_columns, sections_column},
    journal::Entry,
    sealed::{Disclosure, open_json, section_context},
    standing::{Put, names_representative},
    store::{ms, unknown},
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
    /// [`Error::Invalid`] on `sections` (none, or a disability among others to anybody but a body), on `audience` (of another employer, or
    /// nobody who reads what is released), on `until` (past, or over a year away); [`Refusal::RepresentativeDeclined`].
    pub async fn release(&self, actor: &Actor, id: &ApplicationId, release: &NewRelease) -> Result<ReleaseId> {
        let mut tx = self.records.write().await?;
        let id = self.put_release(&mut tx, actor, id, release, None).await?;
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
            self.put_release(&mut tx, actor, id, release, None).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    pub(crate) async fn put_release(
        &self,
        tx: &mut AnyConnection,
        actor: &Actor,
        id: &ApplicationId,
        release: &NewRelease,
        standing: Option<&StandingId>,
    ) -> Result<ReleaseId> {
        // One after the other: the same form sent twice at once is one release.
        facts::take_turn_of(&mut *tx, id).await?;
        let facts = facts::load(&mut *tx, id).await?;
        let staff = self.allow(actor, Action::Release, Subject::Application(&facts.application))?;
        self.check_release(&mut *tx, &facts.application.employer, release).await?;
        if self.is_declined(&mut *tx, &facts, &release.audience).await? {
            return Err(Error::Refused(Refusal::RepresentativeDeclined));
        }
        let sections = sections_column(&release.sections);
        let put = Put {
            application: id,
            audience: &release.audience,
            sections: &sections,
            until: release.until,
            by: Some(staff.account.as_str()),
            standing,
            told: false,
        };
        if let Some(same) = standing_already(&mut *tx, &put).await? {
            return Ok(same);
        }
        let release_id = self.put_row(&mut *tx, &put).await?;
        let (kind, audience) = audience_columns(&release.audience);
        self.remember(&mut *tx, id, Some(staff), &format!("released {sections}")).await?;
        let entry = Entry::of(staff, Action::Release, id.as_str()).detail(format!("{sections} to {kind} {audience}"));
        self.enter(&mut *tx, &facts.application.employer, &entry).await?;
        Ok(release_id)
    }

    /// What is wrong with a release at this employer, whatever it is of.
    pub(crate) async fn check_release(&self, tx: &mut AnyConnection, employer: &EmployerId, release: &NewRelease) -> Result<()> {
        let mut problems = Vec::new();
        if release.sections.is_empty() {
            problems.push(("sections", Problem::Missing));
        } else if !go_together(&release.audience, &release.sections) {
            problems.push(("sections", Problem::Alone));
        }
        if release.until <= self.now() || release.until > self.now() + RELEASE {
            problems.push(("until", Problem::NotAChoice));
        }
        if !self.is_audience(tx, employer, &release.audience).await? {
            problems.push(("audience", Problem::NotAChoice));
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
    }

    /// Whether the representative is or hears the audience, and the applicant wants them left out.
    async fn is_declined(&self, tx: &mut AnyConnection, facts: &Facts, audience: &Audience) -> Result<bool> {
        let (column, whom) = match audience {
            Audience::Person(id) => ("account_id", id.as_str()),
            Audience::Department(id) => ("department_id", id.as_str()),
            Audience::Body(role) => ("role", role.code()),
        };
        let sql = format!(
            "SELECT COUNT(*) FROM membership m JOIN membership r ON r.account_id = m.account_id AND r.role = $1 \
             WHERE m.{column} = $2 AND m.employer_id = $3 AND (m.until_at IS NULL OR m.until_at > $4)"
        );
        let hear: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
            .bind(Role::Representative.code())
            .bind(whom)
            .bind(facts.application.employer.as_str())
            .bind(ms(self.now()))
            .fetch_one(&mut *tx)
            .await?;
        // The works council is told by law, whoever else sits on it.
        let represents = names_representative(audience) || (hear > 0 && !audience.is_body());
        Ok(represents && self.disability(tx, facts).await? == Disability::WithoutRepresentative)
    }

    /// What the applicant said of a disability.
    async fn disability(&self, tx: &mut AnyConnection, facts: &Facts) -> Result<Disability> {
        let section: Option<(String, i64, Vec<u8>)> =
            sqlx::query_as("SELECT id, version, sealed FROM section WHERE application_id = $1 AND name = $2")
                .bind(&facts.row.id)
                .bind(Section::Disability.code())
                .fetch_optional(tx)
                .await?;
        let Some((row, version, sealed)) = section else { return Ok(Disability::Unstated) };
        let key = self.record_key(&facts.row.rk_id).await?;
        let context = section_context(&facts.row.id, &row, Section::Disability, version);
        Ok(open_json::<Disclosure>(&key, &context, &sealed)?.disability)
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

/// The release of the same application that says the same and stands.
async fn standing_already(tx: &mut AnyConnection, put: &Put<'_>) -> Result<Option<ReleaseId>> {
    let (kind, audience) = audience_columns(put.audience);
    let same: Option<String> = sqlx::query_scalar(
        "SELECT id FROM release WHERE application_id = $1 AND audience_kind = $2 AND audience_id = $3 AND sections = $4 AND until_at = $5 \
         AND COALESCE(standing_id, '') = $6 AND revoked_at IS NULL AND told_at IS NULL ORDER BY id LIMIT 1",
    )
    .bind(put.application.as_str())
    .bind(kind)
    .bind(audience)
    .bind(put.sections)
    .bind(ms(put.until))
    .bind(put.standing.map_or("", StandingId::as_str))
    .fetch_optional(tx)
    .await?;
    same.map(|id| ReleaseId::parse(&id).ok_or_else(|| unknown("release.id"))).transpose()
}
