//! The claims that stand, for those who keep an eye on them, and those for which one application is kept.

use jiff::{Timestamp, civil::Date};
use rules::{
    access::{Action, Actor, Denied, Subject},
    application::Life,
    hold::{ClaimKind, Part, Review, review},
    id::{ApplicationId, ClaimId, PostingId},
};
use sqlx::AssertSqlSafe;
use vault::{Context, Owner};

use crate::{
    Error, Office, Result, facts,
    proposal::{self, Kind, Proposal},
    sealed::open_json,
    store::{at, ms, unknown},
};

/// A claim, for those who keep an eye on it.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The claim.
    pub id: ClaimId,
    /// The posting.
    pub posting: PostingId,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: ClaimKind,
    /// By when somebody looks at it again.
    pub review_on: Date,
    /// How it stands towards that day.
    pub review: Review,
    /// How many days of review passed without anybody looking.
    pub missed: i64,
    /// Since when.
    pub opened_at: Timestamp,
    /// Applications that are kept for it.
    pub applications: i64,
    /// Of these, those whose date is past: they are kept for this alone.
    pub kept: i64,
    /// The end that one person proposed.
    pub proposal: Option<Proposal>,
}

/// A claim as it touches one application.
#[derive(Clone, Debug)]
pub struct HoldLine {
    /// The claim.
    pub claim: ClaimId,
    /// What it is.
    pub kind: ClaimKind,
    /// What the application is in it.
    pub part: Part,
    /// Since when.
    pub since: Timestamp,
    /// By when somebody looks at it again.
    pub review_on: Date,
    /// Why, in HR's words.
    pub reason: String,
}

impl Office {
    /// The claims that stand at the person's employer, the nearest review first. HR and the privacy officer may call this; it names nobody.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn claims(&self, actor: &Actor) -> Result<Vec<Claim>> {
        let staff = self.allow(actor, Action::ReadPlan, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(Denied::Role))?;
        let mut connection = self.records.read().acquire().await?;
        type Row = (String, String, String, String, String, i64, i64, i64, i64);
        let sql = format!(
            "SELECT c.id, c.posting_id, p.title, c.kind, c.review_on, c.missed, c.opened_at, COUNT(a.id), \
             COUNT(CASE WHEN a.due_at <= $2 THEN 1 END) FROM claim c JOIN posting p ON p.id = c.posting_id \
             JOIN hold h ON h.claim_id = c.id JOIN application a ON a.id = h.application_id \
             WHERE c.employer_id = $1 AND c.ended_at IS NULL AND {NOT_KEPT_FROM} \
             GROUP BY c.id, c.posting_id, p.title, c.kind, c.review_on, c.missed, c.opened_at ORDER BY c.review_on, c.id",
        );
        let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(employer.as_str())
            .bind(ms(self.now()))
            .bind(staff.account.as_str())
            .fetch_all(&mut *connection)
            .await?;
        let mut claims = Vec::with_capacity(rows.len());
        for (id, posting, title, kind, review_on, missed, opened_at, applications, kept) in rows {
            let review_on: Date = review_on.parse().map_err(|_| unknown("claim.review_on"))?;
            let review = review(review_on, self.today());
            claims.push(Claim {
                proposal: proposal::proposal(&mut connection, staff, Kind::EndOfClaim, &id).await?,
                id: ClaimId::parse(&id).ok_or_else(|| unknown("claim.id"))?,
                posting: PostingId::parse(&posting).ok_or_else(|| unknown("claim.posting_id"))?,
                title,
                kind: ClaimKind::from_code(&kind).ok_or_else(|| unknown("claim.kind"))?,
                review_on,
                review,
                missed: missed + i64::from(review != Review::Ahead),
                opened_at: at(opened_at),
                applications,
                kept,
            });
        }
        Ok(claims)
    }

    /// One claim that stands. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`], also once it has ended; [`Error::Forbidden`].
    pub async fn claim(&self, actor: &Actor, id: &ClaimId) -> Result<Claim> {
        self.allow(actor, Action::Hold, Subject::House)?;
        self.claims(actor).await?.into_iter().find(|claim| claim.id == *id).ok_or(Error::NotFound)
    }

    /// The claims for which an application is kept; none for those who may not hold. Anybody may ask who may read the application, with
    /// whose page it is shown.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Unavailable`].
    pub async fn holds(&self, actor: &Actor, id: &ApplicationId) -> Result<Vec<HoldLine>> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        if self.may_hold(actor, &facts).is_err() || facts.application.life == Life::Erasing {
            return Ok(Vec::new());
        }
        type Row = (String, String, String, String, i64, String, i64, Vec<u8>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT h.id, h.claim_id, c.kind, h.part, h.created_at, c.review_on, h.version, h.sealed FROM hold h \
             JOIN claim c ON c.id = h.claim_id WHERE h.application_id = $1 AND h.ended_at IS NULL ORDER BY h.created_at, h.id",
        )
        .bind(id.as_str())
        .fetch_all(&mut *connection)
        .await?;
        drop(connection);
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let rk = self.record_key(&facts.row.rk_id).await?;
        rows.into_iter()
            .map(|(row, claim, kind, part, since, review_on, version, sealed)| {
                let context = Context::hold(Owner::Application(id.as_str()), &row, version.unsigned_abs());
                Ok(HoldLine {
                    claim: ClaimId::parse(&claim).ok_or_else(|| unknown("hold.claim_id"))?,
                    kind: ClaimKind::from_code(&kind).ok_or_else(|| unknown("claim.kind"))?,
                    part: Part::from_code(&part).ok_or_else(|| unknown("hold.part"))?,
                    since: at(since),
                    review_on: review_on.parse().map_err(|_| unknown("claim.review_on"))?,
                    reason: open_json(&rk, &context, &sealed)?,
                })
            })
            .collect()
    }
}

/// Leaves out of the claims `c` those with an application that is kept from the account at `$3`.
const NOT_KEPT_FROM: &str = "NOT EXISTS (SELECT 1 FROM hold z JOIN exclusion y ON y.application_id = z.application_id \
    WHERE z.claim_id = c.id AND y.account_id = $3 AND y.lifted_at IS NULL)";
