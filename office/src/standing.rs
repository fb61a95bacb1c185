//! What is released at arrival: a standing release of HR to a body counts for applications that come in later (section 99 BetrVG,
//! docs/PROMISES.md, n25), and of a severely disabled applicant the employer tells the bodies itself (section 164(1) SGB IX, n24).

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Audience, Subject},
    application::{Disability, Section, told_sections},
    form::Problem,
    id::{ApplicationId, PostingId, ReleaseId, StandingId},
    retention_classes::RELEASE,
};
use sqlx::AnyConnection;

use crate::{
    Error, Office, Refusal, Result,
    careers::{self, Posting},
    facts::{audience_columns, audience_of, sections_column, sections_of, take_turn},
    journal::{By, Entry},
    release::NewRelease,
    store::{at, ms, unknown},
};

/// A release to a body that counts for later arrivals too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StandingRelease {
    /// Its identifier.
    pub id: StandingId,
    /// To whom: a body.
    pub audience: Audience,
    /// Which sections.
    pub sections: Vec<Section>,
    /// When it ends by itself.
    pub until: Timestamp,
    /// How many applications it shows, those that came in later among them.
    pub applications: i64,
}

/// The column of a release that nobody at the desk made.
const HOUSE: &str = "house";

/// A row of a release as it is put.
pub(crate) struct Put<'a> {
    pub(crate) application: &'a ApplicationId,
    pub(crate) audience: &'a Audience,
    pub(crate) sections: &'a str,
    pub(crate) until: Timestamp,
    /// The account that made it.
    pub(crate) by: Option<&'a str>,
    pub(crate) standing: Option<&'a StandingId>,
    /// Whether the house tells a body of a disability by it.
    pub(crate) told: bool,
}

impl Office {
    /// Releases the same sections to a body of the applications `ids` and of each that comes in to the posting until the release ends. HR
    /// of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `arrivals` for anybody but a body, else as for [`Office::release_each`]; [`Refusal::PostingState`] once the
    /// procedure is closed.
    pub async fn release_standing(
        &self,
        actor: &Actor,
        posting: &PostingId,
        ids: &[ApplicationId],
        release: &NewRelease,
    ) -> Result<StandingId> {
        let mut tx = self.records.write().await?;
        // Whatever arrives at this moment is either among those that are there, or finds the standing release.
        take_turn(&mut tx, posting.as_str()).await?;
        let posting = careers::load(&mut tx, posting.as_str()).await?;
        let staff = self.allow(actor, Action::Release, Subject::Employer(&posting.employer))?;
        if posting.closed_at.is_some() {
            return Err(Error::Refused(Refusal::PostingState));
        }
        if !matches!(release.audience, Audience::Body(role) if role.is_body()) {
            return Err(Error::field("arrivals", Problem::NotAChoice));
        }
        self.check_release(&mut tx, &posting.employer, release).await?;
        let id = StandingId::from_bytes(self.rng.bytes());
        let (kind, audience) = audience_columns(&release.audience);
        let sections = sections_column(&release.sections);
        sqlx::query(
            "INSERT INTO standing_release (id, posting_id, audience_kind, audience_id, sections, until_at, created_at, created_by) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(id.as_str())
        .bind(posting.id.as_str())
        .bind(kind)
        .bind(audience)
        .bind(&sections)
        .bind(ms(release.until))
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .execute(&mut *tx)
        .await?;
        for application in ids {
            self.put_release(&mut tx, actor, application, release, Some(&id)).await?;
        }
        let entry = Entry::of(staff, Action::Release, posting.id.as_str());
        let entry = entry.about(vec![posting.id.to_string(), id.to_string()]);
        self.enter(&mut tx, &posting.employer, &entry.detail(format!("standing {sections} to {kind} {audience}"))).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Ends a standing release, and every release that was made by it. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one of another posting, [`Error::Conflict`] if it was ended already.
    pub async fn end_standing(&self, actor: &Actor, posting: &PostingId, id: &StandingId) -> Result<()> {
        let mut tx = self.records.write().await?;
        take_turn(&mut tx, posting.as_str()).await?;
        let posting = careers::load(&mut tx, posting.as_str()).await?;
        let staff = self.allow(actor, Action::Release, Subject::Employer(&posting.employer))?;
        let known: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM standing_release WHERE id = $1 AND posting_id = $2")
            .bind(id.as_str())
            .bind(posting.id.as_str())
            .fetch_one(&mut *tx)
            .await?;
        if known == 0 {
            return Err(Error::NotFound);
        }
        let shown: Vec<String> =
            sqlx::query_scalar("SELECT application_id FROM release WHERE standing_id = $1 AND revoked_at IS NULL ORDER BY id")
                .bind(id.as_str())
                .fetch_all(&mut *tx)
                .await?;
        if end(&mut tx, id.as_str(), ms(self.now()), Some(staff.account.as_str())).await? == 0 {
            return Err(Error::Conflict);
        }
        for application in &shown {
            let application = ApplicationId::parse(application).ok_or_else(|| unknown("release.application_id"))?;
            self.remember(&mut tx, &application, Some(staff), "revoked").await?;
        }
        let subjects = [posting.id.to_string(), id.to_string()].into_iter().chain(shown).collect();
        let entry = Entry::of(staff, Action::Release, posting.id.as_str()).about(subjects).detail(STANDING_ENDED);
        self.enter(&mut tx, &posting.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The releases of a posting that stand for later arrivals, the newest first. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn standing_releases(&self, actor: &Actor, posting: &PostingId) -> Result<Vec<StandingRelease>> {
        let mut connection = self.records.read().acquire().await?;
        let posting = careers::load(&mut connection, posting.as_str()).await?;
        let staff = self.allow(actor, Action::Release, Subject::Employer(&posting.employer))?;
        if posting.closed_at.is_some() {
            return Ok(Vec::new());
        }
        // What is kept from the person is no part of a count either.
        let sql = format!(
            "SELECT s.id, s.audience_kind, s.audience_id, s.sections, s.until_at, (SELECT COUNT(*) FROM release r \
             JOIN application a ON a.id = r.application_id WHERE r.standing_id = s.id AND r.revoked_at IS NULL AND {}) \
             FROM standing_release s WHERE s.posting_id = $1 AND s.revoked_at IS NULL AND s.until_at > $2 ORDER BY s.created_at DESC, s.id",
            crate::exclude::shown_to("$3")
        );
        let rows: Vec<(String, String, String, String, i64, i64)> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(posting.id.as_str())
            .bind(ms(self.now()))
            .bind(staff.account.as_str())
            .fetch_all(&mut *connection)
            .await?;
        rows.into_iter()
            .map(|(id, kind, audience, sections, until, applications)| {
                Ok(StandingRelease {
                    id: StandingId::parse(&id).ok_or_else(|| unknown("standing_release.id"))?,
                    audience: audience_of(&kind, &audience)?,
                    sections: sections_of(&sections),
                    until: at(until),
                    applications,
                })
            })
            .collect()
    }

    /// Releases an application that comes in as its posting's standing releases say, and tells the bodies of a severe disability. The house
    /// calls this, with the application's rows.
    pub(crate) async fn release_on_arrival(
        &self,
        tx: &mut AnyConnection,
        posting: &Posting,
        id: &ApplicationId,
        disability: Disability,
    ) -> Result<()> {
        type Row = (String, String, String, String, i64, String);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT id, audience_kind, audience_id, sections, until_at, created_by FROM standing_release \
             WHERE posting_id = $1 AND revoked_at IS NULL AND until_at > $2 ORDER BY created_at, id",
        )
        .bind(posting.id.as_str())
        .bind(ms(self.now()))
        .fetch_all(&mut *tx)
        .await?;
        for (standing, kind, audience, sections, until, by) in rows {
            let standing = StandingId::parse(&standing).ok_or_else(|| unknown("standing_release.id"))?;
            let audience = audience_of(&kind, &audience)?;
            if disability == Disability::WithoutRepresentative && names_representative(&audience) {
                continue;
            }
            let (standing, until) = (Some(&standing), at(until));
            let put =
                Put { application: id, audience: &audience, sections: &sections, until, by: Some(&by), standing, told: false };
            self.put_row(&mut *tx, &put).await?;
            self.remember(&mut *tx, id, None, &format!("released {sections}")).await?;
            let entry = Entry::by(By::House, Action::Release.code(), id.as_str()).detail(format!("arrival {sections}"));
            self.enter(&mut *tx, &posting.employer, &entry).await?;
        }
        for &body in disability.told() {
            let (audience, sections) = (Audience::Body(body), sections_column(told_sections(body)));
            let until = self.now() + RELEASE;
            let put =
                Put { application: id, audience: &audience, sections: &sections, until, by: None, standing: None, told: true };
            self.put_row(&mut *tx, &put).await?;
        }
        // Not in the journal, which outlives the application: there an entry would say for good who stated one.
        if !disability.told().is_empty() {
            self.remember(&mut *tx, id, None, TOLD).await?;
        }
        Ok(())
    }

    /// Puts the row of a release.
    pub(crate) async fn put_row(&self, tx: &mut AnyConnection, put: &Put<'_>) -> Result<ReleaseId> {
        let (kind, audience) = audience_columns(put.audience);
        let (id, now) = (ReleaseId::from_bytes(self.rng.bytes()), ms(self.now()));
        sqlx::query(
            "INSERT INTO release (id, application_id, audience_kind, audience_id, sections, until_at, created_at, created_by, standing_id, \
             told_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(id.as_str())
        .bind(put.application.as_str())
        .bind(kind)
        .bind(audience)
        .bind(put.sections)
        .bind(ms(put.until))
        .bind(now)
        .bind(put.by.unwrap_or(HOUSE))
        .bind(put.standing.map(StandingId::as_str))
        .bind(put.told.then_some(now))
        .execute(tx)
        .await?;
        Ok(id)
    }
}

/// What the history says of an application of which the bodies were told.
pub(crate) const TOLD: &str = "told";

/// What the journal says of the end of a standing release.
pub(crate) const STANDING_ENDED: &str = "standing_ended";

/// Ends a standing release and those that were made by it; how many standing ones were ended.
pub(crate) async fn end(tx: &mut AnyConnection, id: &str, when: i64, by: Option<&str>) -> Result<u64> {
    let ended = sqlx::query("UPDATE standing_release SET revoked_at = $1, revoked_by = $2 WHERE id = $3 AND revoked_at IS NULL")
        .bind(when)
        .bind(by)
        .bind(id)
        .execute(&mut *tx)
        .await?
        .rows_affected();
    sqlx::query("UPDATE release SET revoked_at = $1, revoked_by = $2 WHERE standing_id = $3 AND revoked_at IS NULL")
        .bind(when)
        .bind(by)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(ended)
}

/// Whether it is the representative of severely disabled staff as a body.
pub(crate) fn names_representative(audience: &Audience) -> bool {
    *audience == Audience::Body(rules::access::Role::Representative)
}
