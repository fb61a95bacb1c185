//! HR's postings: what the desk sees of them, and the acts that put one on the careers site and take it off again. Closing the
//! procedure stands in `close`.

mod draft;
mod form;
mod notice;

use std::collections::HashMap;

use rules::{
    access::{Action, Actor, Staff, Subject},
    application::{Outcome, Stage},
    id::{DepartmentId, EmployerId, PostingId},
    posting::{Act, State, after, check_dates},
};
use sqlx::{AnyConnection, AssertSqlSafe};

use crate::{
    Error, Office, Refusal, Result,
    careers::{self, Posting},
    exclude::shown_to,
    journal::Entry,
    store::{ms, unknown},
};
pub use form::PostingDraft;
pub use notice::{DESK_SETTINGS, Notice};

/// A posting with what HR counts in it.
#[derive(Clone, Debug)]
pub struct PostingAtDesk {
    /// The posting.
    pub posting: Posting,
    /// Its live applications.
    pub counts: Counts,
}

/// Live applications of one posting that the person's list shows; those being erased are in no number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All of them.
    pub total: i64,
    /// Those without an outcome.
    pub undecided: i64,
    /// Those without an outcome, by stage; a stage without any is absent.
    pub stages: HashMap<Stage, i64>,
    /// Those hired.
    pub hired: i64,
}

/// A department of the person's employer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Its identifier.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
}

impl Office {
    /// Every posting of the person's employer, the newest first. HR may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn list_postings(&self, actor: &Actor) -> Result<Vec<PostingAtDesk>> {
        let staff = self.allow(actor, Action::ListPostings, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let mut connection = self.records.read().acquire().await?;
        let condition = "WHERE p.employer_id = $1 ORDER BY p.created_at DESC, p.id";
        let postings = careers::load_where(&mut connection, condition, &[employer.as_str()]).await?;
        let mut counts = count(&mut connection, staff, employer, None).await?;
        let at_desk =
            |posting: Posting| PostingAtDesk { counts: counts.remove(posting.id.as_str()).unwrap_or_default(), posting };
        Ok(postings.into_iter().map(at_desk).collect())
    }

    /// The titles of every posting of the person's employer, the newest first: for a choice among them. HR may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn posting_titles(&self, actor: &Actor) -> Result<Vec<(PostingId, String)>> {
        let staff = self.allow(actor, Action::ListPostings, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT id, title FROM posting WHERE employer_id = $1 ORDER BY created_at DESC, id")
                .bind(employer.as_str())
                .fetch_all(self.records.read())
                .await?;
        rows.into_iter().map(|(id, title)| Ok((PostingId::parse(&id).ok_or_else(|| unknown("posting.id"))?, title))).collect()
    }

    /// One posting. HR of its employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`], at another employer's posting too; [`Error::Forbidden`].
    pub async fn read_posting(&self, actor: &Actor, id: &PostingId) -> Result<PostingAtDesk> {
        let mut connection = self.records.read().acquire().await?;
        let posting = careers::load(&mut connection, id.as_str()).await?;
        let staff = self.allow(actor, Action::ListPostings, Subject::Employer(&posting.employer))?;
        let counts = count(&mut connection, staff, &posting.employer, Some(id)).await?.remove(id.as_str()).unwrap_or_default();
        Ok(PostingAtDesk { posting, counts })
    }

    /// Puts a draft on the careers site. The period its applications are kept for is fixed here: a setting that changes later counts
    /// for later postings only. HR of its employer may call this.
    ///
    /// # Errors
    /// [`Refusal::PostingState`] for anything but a draft, [`Refusal::NoticeIncomplete`] while something the notice must name is empty
    /// (Art. 13 GDPR), [`Refusal::Dates`] if its dates are over by now, [`Error::Conflict`].
    pub async fn publish_posting(&self, actor: &Actor, id: &PostingId) -> Result<()> {
        let mut tx = self.records.write().await?;
        let posting = careers::load(&mut tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        let next = after(posting.state, Act::Publish).ok_or(Error::Refused(Refusal::PostingState))?;
        let settings = notice::Settings::load(&mut tx).await?;
        if !settings.notice()?.missing().is_empty() {
            return Err(Error::Refused(Refusal::NoticeIncomplete));
        }
        check_dates(posting.intake_ends_on, posting.planned_close_on, self.today())
            .map_err(|refused| Error::Refused(Refusal::Dates(refused)))?;
        let policy = settings.policy()?;
        let published = sqlx::query(
            "UPDATE posting SET state = $1, published_at = $2, retention_months = $3, retention_start = $4 WHERE id = $5 AND state = $6",
        )
        .bind(next.code())
        .bind(ms(self.now()))
        .bind(i64::from(policy.months.get()))
        .bind(policy.start.code())
        .bind(id.as_str())
        .bind(posting.state.code())
        .execute(&mut *tx)
        .await?;
        if published.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.enter(&mut tx, &posting.employer, &Entry::of(staff, Action::RunPosting, id.as_str()).detail(next.code())).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes no more applications; the desk goes on. HR of its employer may call this.
    ///
    /// # Errors
    /// [`Refusal::PostingState`] for a posting that takes none anyway, [`Error::Conflict`].
    pub async fn stop_intake(&self, actor: &Actor, id: &PostingId) -> Result<()> {
        let mut tx = self.records.write().await?;
        let posting = careers::load(&mut tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        let next = after(posting.state, Act::StopIntake).ok_or(Error::Refused(Refusal::PostingState))?;
        let stopped = sqlx::query("UPDATE posting SET state = $1 WHERE id = $2 AND state = $3")
            .bind(next.code())
            .bind(id.as_str())
            .bind(State::Open.code())
            .execute(&mut *tx)
            .await?;
        if stopped.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.enter(&mut tx, &posting.employer, &Entry::of(staff, Action::RunPosting, id.as_str()).detail(next.code())).await?;
        tx.commit().await?;
        Ok(())
    }

    /// The departments of the person's employer, by name. Everybody at the desk may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn departments(&self, actor: &Actor) -> Result<Vec<Department>> {
        let staff = self.allow(actor, Action::EnterDesk, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT id, name FROM department WHERE employer_id = $1 ORDER BY name, id")
                .bind(employer.as_str())
                .fetch_all(self.records.read())
                .await?;
        let department = |(id, name): (String, String)| {
            Ok(Department { id: DepartmentId::parse(&id).ok_or_else(|| unknown("department.id"))?, name })
        };
        rows.into_iter().map(department).collect()
    }
}

/// Counts the live applications of one posting, or of each, as far as the person's list shows them.
async fn count(
    connection: &mut AnyConnection,
    staff: &Staff,
    employer: &EmployerId,
    posting: Option<&PostingId>,
) -> Result<HashMap<String, Counts>> {
    let sql = format!(
        "SELECT a.posting_id, a.stage, a.outcome, COUNT(*) FROM application a WHERE a.employer_id = $1 AND a.life = 'live' AND {} {} \
         GROUP BY a.posting_id, a.stage, a.outcome",
        shown_to("$2"),
        if posting.is_some() { "AND a.posting_id = $3" } else { "" }
    );
    let query = sqlx::query_as(AssertSqlSafe(sql)).bind(employer.as_str()).bind(staff.account.as_str());
    let query = if let Some(posting) = posting { query.bind(posting.as_str()) } else { query };
    let rows: Vec<(String, String, Option<String>, i64)> = query.fetch_all(connection).await?;
    let mut counts: HashMap<String, Counts> = HashMap::new();
    for (posting, stage, outcome, number) in rows {
        let counts = counts.entry(posting).or_default();
        counts.total += number;
        match outcome.as_deref() {
            None => {
                counts.undecided += number;
                let stage = Stage::from_code(&stage).ok_or_else(|| unknown("application.stage"))?;
                *counts.stages.entry(stage).or_default() += number;
            }
            Some(code) if code == Outcome::Hired.code() => counts.hired += number,
            Some(_) => {}
        }
    }
    Ok(counts)
}
