//! A closed procedure is taken up again, for those who are chosen. Everybody else stays blocked and keeps their date.

use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Staff, Subject},
    application::Outcome,
    form::Problem,
    id::{ApplicationId, PostingId},
    mail::Mail,
    posting::{Act, Closing, MOST_REOPENED, ReopenReason, after, check_reopened_close},
    retention::due,
};
use sqlx::{Any, AnyConnection, AssertSqlSafe};

use crate::{
    Error, Office, Refusal, Result, careers,
    exclude::not_kept_from,
    facts,
    journal::Entry,
    store::{at, ms, unknown},
};

/// How a procedure is taken up again.
#[derive(Clone, Debug)]
pub struct Reopening {
    /// Why.
    pub reason: ReopenReason,
    /// The day on which it closes by itself.
    pub planned_close_on: Date,
    /// For whom.
    pub applications: Vec<ApplicationId>,
}

/// Somebody for whom a procedure could be taken up again, without anything that the close has blocked.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The application.
    pub id: ApplicationId,
    /// When it arrived.
    pub received_at: jiff::Timestamp,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

impl Office {
    /// For whom a closed procedure can be taken up again: everybody who is still here and not yet handed over. HR of the employer may
    /// call this; names stay blocked.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn candidates(&self, actor: &Actor, id: &PostingId) -> Result<Vec<Candidate>> {
        let mut connection = self.records.read().acquire().await?;
        let posting = careers::load(&mut connection, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        // Who is past their date goes; who was handed over is an employee; what is restricted is used for nothing; who asked for erasure does
        // not come back.
        let condition = "a.life = 'live' AND a.due_at > $2 AND NOT EXISTS (SELECT 1 FROM handover h WHERE h.application_id = a.id) \
             AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.application_id = a.id AND r.lifted_at IS NULL) \
             AND NOT EXISTS (SELECT 1 FROM history e WHERE e.application_id = a.id AND e.what LIKE 'erasure_asked %')";
        candidates(&mut connection, staff, id.as_str(), condition, ms(self.now())).await
    }

    /// Takes up a closed procedure again, without new intake: those chosen are undecided again and get the date of its new plan. HR of the
    /// employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `planned_close_on` and `ids`; [`Refusal::PostingState`] unless it is closed, [`Refusal::ReopenedTooOften`],
    /// [`Error::Conflict`] if one of those chosen is no longer a candidate.
    pub async fn reopen_posting(&self, actor: &Actor, id: &PostingId, reopening: &Reopening) -> Result<()> {
        let candidates = self.candidates(actor, id).await?;
        let mut tx = self.records.write().await?;
        facts::take_turn(&mut tx, id.as_str()).await?;
        let posting = careers::load(&mut tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        let next = after(posting.state, Act::Reopen).ok_or(Error::Refused(Refusal::PostingState))?;
        let mut problems = Vec::new();
        if let Err(problem) = check_reopened_close(posting.intake_ends_on, reopening.planned_close_on, self.today()) {
            problems.push(("planned_close_on", problem));
        }
        if reopening.applications.is_empty() {
            problems.push(("ids", Problem::Missing));
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        if reopening.applications.iter().any(|id| !candidates.iter().any(|candidate| candidate.id == *id)) {
            return Err(Error::Conflict);
        }
        let opened = sqlx::query(
            "UPDATE posting SET state = $1, planned_close_on = $2, closed_at = NULL, close_kind = NULL, closed_by = NULL, \
             reopened = reopened + 1 WHERE id = $3 AND state = $4 AND reopened < $5",
        )
        .bind(next.code())
        .bind(reopening.planned_close_on.to_string())
        .bind(id.as_str())
        .bind(posting.state.code())
        .bind(MOST_REOPENED)
        .execute(&mut *tx)
        .await?;
        if opened.rows_affected() == 0 {
            return Err(Error::Refused(Refusal::ReopenedTooOften));
        }
        let due = due(&Closing::Planned(reopening.planned_close_on), None, posting.policy, &self.settings.zone);
        for application in &reopening.applications {
            let revived = sqlx::query(
                "UPDATE application SET closed_at = NULL, outcome = NULL, outcome_at = NULL, outcome_by = NULL, outcome_reason = NULL, \
                 outcome_version = outcome_version + 1, rejection_sent_at = NULL, rejection_received_at = NULL, due_at = $1 \
                 WHERE id = $2 AND posting_id = $3 AND life = 'live' AND due_at > $4",
            )
            .bind(ms(due.erased_from))
            .bind(application.as_str())
            .bind(id.as_str())
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
            if revived.rows_affected() == 0 {
                return Err(Error::Conflict);
            }
            // A decision ended what HR had released, and HR alone releases anew. What the law tells a body, it goes on telling.
            sqlx::query(
                "UPDATE release SET revoked_at = $1, revoked_by = $2 WHERE application_id = $3 AND revoked_at IS NULL AND told_at IS NULL",
            )
            .bind(ms(self.now()))
            .bind(staff.account.as_str())
            .bind(application.as_str())
            .execute(&mut *tx)
            .await?;
            self.remember(&mut tx, application, Some(staff), &format!("reopened {}", reopening.reason.code())).await?;
            self.remember(&mut tx, application, Some(staff), &format!("due {}", due.last_day)).await?;
            self.mail(&mut tx, application, Mail::Moved).await?;
        }
        let chosen = reopening.applications.iter().map(ToString::to_string);
        let entry = Entry::of(staff, Action::RunPosting, id.as_str())
            .about(std::iter::once(id.to_string()).chain(chosen).collect())
            .detail(format!("reopened {}", reopening.reason.code()));
        self.enter(&mut tx, &posting.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }
}

/// Applications of a posting that are not kept from the person, under a condition on `a` that speaks of `$2`, the first to arrive first.
pub(crate) async fn candidates<'q, T>(
    connection: &mut AnyConnection,
    staff: &'q Staff,
    posting: &'q str,
    condition: &str,
    value: T,
) -> Result<Vec<Candidate>>
where
    T: sqlx::Encode<'q, Any> + sqlx::Type<Any> + 'q,
{
    let sql = format!(
        "SELECT a.id, a.received_at, a.outcome FROM application a WHERE a.posting_id = $1 AND {condition} AND {} \
         ORDER BY a.received_at, a.id",
        not_kept_from("$3")
    );
    let rows: Vec<(String, i64, Option<String>)> =
        sqlx::query_as(AssertSqlSafe(sql)).bind(posting).bind(value).bind(staff.account.as_str()).fetch_all(connection).await?;
    let candidate = |(id, received_at, outcome): (String, i64, Option<String>)| {
        Ok(Candidate {
            id: ApplicationId::parse(&id).ok_or_else(|| unknown("application.id"))?,
            received_at: at(received_at),
            outcome: outcome.as_deref().and_then(Outcome::from_code),
        })
    };
    rows.into_iter().map(candidate).collect()
}
