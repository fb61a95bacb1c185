//! Claims: somebody announces or brings one, and the application of the claimant and those compared with it are kept until two people of HR
//! end it (docs/PROMISES.md, n09; Art. 6(1)(f) and 17(3)(e) GDPR). A day of review that passes escalates; it ends nothing.

mod claims;

pub use claims::{Claim, HoldLine};
use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Staff, Subject},
    form::{Problem, check_remark},
    hold::{ClaimKind, Part, Review, check_review, put, review},
    id::{ApplicationId, ClaimId, EmployerId},
};
use sqlx::AnyConnection;
use vault::{Context, Owner};

use crate::{
    Error, Office, Result,
    facts::{self, Facts},
    journal::Entry,
    proposal::{self, Kind},
    reopen::{Candidate, candidates},
    sealed::seal_json,
    store::{ms, unknown},
};

/// A claim to be entered.
#[derive(Clone, Debug)]
pub struct NewClaim {
    /// What it is.
    pub kind: ClaimKind,
    /// Why each of these applications is needed for it, in HR's words.
    pub reason: String,
    /// By when somebody looks at it again.
    pub review_on: Date,
    /// Those of the same posting with which the claimant's is compared.
    pub comparators: Vec<ApplicationId>,
}

impl Office {
    /// Enters a claim: from now on nothing of the applications named is erased. HR of the employer may call this, after the close too.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `reason`, `review_on` and `comparators` (of another posting, or erased by now); [`Error::Refused`] if the
    /// claimant's is being erased.
    pub async fn open_claim(&self, actor: &Actor, claimant: &ApplicationId, claim: &NewClaim) -> Result<ClaimId> {
        let mut problems = Vec::new();
        problems.extend(check_remark(&claim.reason).map(|problem| ("reason", problem)));
        problems.extend(check_review(claim.review_on, self.today()).err().map(|problem| ("review_on", problem)));
        let parts: Vec<(&ApplicationId, Part)> = std::iter::once((claimant, Part::Claimant))
            .chain(claim.comparators.iter().filter(|id| *id != claimant).map(|id| (id, Part::Comparator)))
            .collect();
        // The reasons are sealed by keys that stand in another database: fetched before the transaction in which everybody else waits.
        let mut connection = self.records.read().acquire().await?;
        let mut keys = Vec::new();
        for (id, part) in &parts {
            match facts::load(&mut connection, id).await {
                // What is kept from the person is none of their choices.
                Ok(facts) if *part == Part::Claimant || self.may_hold(actor, &facts).is_ok() => keys.push(facts.row.rk_id),
                Ok(_) => problems.push(("comparators", Problem::NotAChoice)),
                Err(Error::NotFound) if *part == Part::Comparator => problems.push(("comparators", Problem::NotAChoice)),
                Err(error) => return Err(error),
            }
        }
        let staff = self.may_hold(actor, &facts::load(&mut connection, claimant).await?)?;
        drop(connection);
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let keys = self.record_keys(&keys).await?;

        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, claimant).await?;
        let facts = facts::load(&mut tx, claimant).await?;
        put(facts.application.life)?;
        let (id, employer) = (ClaimId::from_bytes(self.rng.bytes()), facts.application.employer.clone());
        sqlx::query(
            "INSERT INTO claim (id, employer_id, posting_id, kind, review_on, missed, opened_at, opened_by) \
             VALUES ($1, $2, $3, $4, $5, 0, $6, $7)",
        )
        .bind(id.as_str())
        .bind(employer.as_str())
        .bind(&facts.row.posting_id)
        .bind(claim.kind.code())
        .bind(claim.review_on.to_string())
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .execute(&mut *tx)
        .await?;
        for (application, part) in parts {
            let other = facts::load(&mut tx, application).await?;
            if other.row.posting_id != facts.row.posting_id || put(other.application.life).is_err() {
                return Err(Error::field("comparators", Problem::NotAChoice));
            }
            let (row, rk) = (self.row_id(), keys.get(&other.row.rk_id).ok_or(Error::Gone)?);
            let context = Context::hold(Owner::Application(application.as_str()), &row, 1);
            // An erasure that began at this moment has changed the row: then there is nothing left to hold.
            let live = sqlx::query("UPDATE application SET life = 'live' WHERE id = $1 AND life = 'live'")
                .bind(application.as_str())
                .execute(&mut *tx)
                .await?;
            if live.rows_affected() == 0 {
                return Err(Error::Conflict);
            }
            sqlx::query(
                "INSERT INTO hold (id, claim_id, application_id, part, created_at, created_by, version, sealed) \
                 VALUES ($1, $2, $3, $4, $5, $6, 1, $7)",
            )
            .bind(&row)
            .bind(id.as_str())
            .bind(application.as_str())
            .bind(part.code())
            .bind(ms(self.now()))
            .bind(staff.account.as_str())
            .bind(seal_json(rk, &context, &self.rng, &claim.reason.trim())?)
            .execute(&mut *tx)
            .await?;
            self.remember(&mut tx, application, Some(staff), &format!("held {}", part.code())).await?;
            let entry = Entry::of(staff, Action::Hold, application.as_str()).detail(format!("held {}", part.code()));
            self.enter(&mut tx, &employer, &entry).await?;
        }
        tx.commit().await?;
        Ok(id)
    }

    /// Notes that somebody looked at a claim and that it still stands, until another day of review. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `review_on`, [`Error::NotFound`], [`Error::Gone`] if it has ended.
    pub async fn review_claim(&self, actor: &Actor, id: &ClaimId, review_on: Date) -> Result<()> {
        let mut tx = self.records.write().await?;
        let (staff, employer, was) = self.standing_claim(&mut tx, actor, id).await?;
        check_review(review_on, self.today()).map_err(|problem| Error::field("review_on", problem))?;
        let missed = i64::from(review(was, self.today()) != Review::Ahead);
        sqlx::query("UPDATE claim SET review_on = $1, missed = missed + $2 WHERE id = $3 AND ended_at IS NULL")
            .bind(review_on.to_string())
            .bind(missed)
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        // Whoever says that it stands has answered a proposal to end it.
        proposal::forget(&mut tx, Kind::EndOfClaim, id.as_str()).await?;
        self.tell_all(&mut tx, staff, &employer, id, &format!("reviewed {review_on}")).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Proposes to end a claim. HR of the employer may call this; the privacy officer advises and does not.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Gone`] if it has ended, [`Error::Conflict`] while its end is proposed already.
    pub async fn propose_end_of_claim(&self, actor: &Actor, id: &ClaimId) -> Result<()> {
        let mut tx = self.records.write().await?;
        let (staff, employer, _) = self.standing_claim(&mut tx, actor, id).await?;
        self.propose(&mut tx, staff, &employer, Kind::EndOfClaim, id.as_str(), "").await?;
        self.tell_all(&mut tx, staff, &employer, id, "end_proposed").await?;
        tx.commit().await?;
        Ok(())
    }

    /// Ends a claim whose end was proposed, and `seen`: what is past its date goes with the next sweep. Another person of HR than the one
    /// who proposed it may call this.
    ///
    /// # Errors
    /// [`crate::Refusal::SecondPerson`], [`Error::Conflict`] if the proposal no longer stands, [`Error::Gone`].
    pub async fn end_claim(&self, actor: &Actor, id: &ClaimId, seen: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        let (staff, employer, _) = self.standing_claim(&mut tx, actor, id).await?;
        let first: Option<String> =
            sqlx::query_scalar("SELECT by_account FROM proposal WHERE id = $1").bind(seen).fetch_optional(&mut *tx).await?;
        self.agree(&mut tx, staff, Kind::EndOfClaim, id.as_str(), seen).await?;
        let now = ms(self.now());
        sqlx::query("UPDATE claim SET ended_at = $1 WHERE id = $2 AND ended_at IS NULL")
            .bind(now)
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        self.tell_all(&mut tx, staff, &employer, id, "released_from_hold").await?;
        sqlx::query(
            "UPDATE hold SET ended_at = $1, ended_by = $2, ended_by_second = $3 WHERE claim_id = $4 AND ended_at IS NULL",
        )
        .bind(now)
        .bind(first)
        .bind(staff.account.as_str())
        .bind(id.as_str())
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// The other applications of the same posting, with which a claimant's can be compared. HR of the employer may call this; names stay
    /// blocked.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn comparators(&self, actor: &Actor, id: &ApplicationId) -> Result<Vec<Candidate>> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        let staff = self.may_hold(actor, &facts)?;
        let condition = "a.life = 'live' AND a.id <> $2";
        candidates(&mut connection, staff, &facts.row.posting_id, condition, id.as_str()).await
    }

    /// HR of the employer may. A claim is no use of the contents: neither the close nor a restriction stands against keeping them for it
    /// (Art. 18(2) GDPR).
    fn may_hold<'a>(&self, actor: &'a Actor, facts: &Facts) -> Result<&'a Staff> {
        self.allow(actor, Action::ReadApplication, Subject::Application(&facts.application))?;
        self.allow(actor, Action::Hold, Subject::Employer(&facts.application.employer))
    }

    /// A line in the history of each application that is kept for a claim, and one entry for all of them.
    async fn tell_all(
        &self,
        tx: &mut AnyConnection,
        staff: &Staff,
        employer: &EmployerId,
        claim: &ClaimId,
        what: &str,
    ) -> Result<()> {
        let held: Vec<String> = sqlx::query_scalar(
            "SELECT application_id FROM hold WHERE claim_id = $1 AND ended_at IS NULL ORDER BY application_id",
        )
        .bind(claim.as_str())
        .fetch_all(&mut *tx)
        .await?;
        for id in &held {
            let id = ApplicationId::parse(id).ok_or_else(|| unknown("hold.application_id"))?;
            self.remember(tx, &id, Some(staff), what).await?;
        }
        let subjects = std::iter::once(claim.to_string()).chain(held).collect();
        self.enter(tx, employer, &Entry::of(staff, Action::Hold, claim.as_str()).about(subjects).detail(what)).await
    }
}

impl Office {
    /// Who changes a claim that stands, its employer, and its day of review. Whoever changes it waits here for others who do.
    async fn standing_claim<'a>(
        &self,
        tx: &mut AnyConnection,
        actor: &'a Actor,
        id: &ClaimId,
    ) -> Result<(&'a Staff, EmployerId, Date)> {
        sqlx::query("UPDATE claim SET missed = missed WHERE id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        let (employer, review_on, ended): (String, String, Option<i64>) =
            sqlx::query_as("SELECT employer_id, review_on, ended_at FROM claim WHERE id = $1")
                .bind(id.as_str())
                .fetch_one(&mut *tx)
                .await?;
        let employer = EmployerId::parse(&employer).ok_or_else(|| unknown("claim.employer_id"))?;
        let staff = self.allow(actor, Action::Hold, Subject::Employer(&employer))?;
        let kept_from: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FROM hold z JOIN exclusion y ON y.application_id = z.application_id \
             WHERE z.claim_id = $1 AND y.account_id = $2 AND y.lifted_at IS NULL",
        )
        .bind(id.as_str())
        .bind(staff.account.as_str())
        .fetch_one(&mut *tx)
        .await?;
        if kept_from > 0 {
            return Err(Error::NotFound);
        }
        if ended.is_some() {
            return Err(Error::Gone);
        }
        Ok((staff, employer, review_on.parse().map_err(|_| unknown("claim.review_on"))?))
    }
}
