//! What should be gone and is not: how much of it, and why. For the log, for `/metrics`, and for those at the desk who have to see to it.

use jiff::{SignedDuration, Timestamp};
use rules::{
    access::{Action, Actor, Role, Subject},
    id::EmployerId,
};
use sqlx::AssertSqlSafe;

use crate::{
    Error, Office, Result,
    kept::DUE as KEPT_DUE,
    store::{at, ms},
    sweep::{DUE, Report},
};

/// An erasure is complete within a day of its date.
const DAY: SignedDuration = SignedDuration::from_hours(24);
/// The house sweeps every quarter of an hour. If no pass has ended for so long, nobody sweeps.
const SILENCE: SignedDuration = SignedDuration::from_hours(2);

/// What makes an application `a` that is due late: it has been due since `$2` at least. What kept it may have ended since, or its date may
/// have been brought forward; then the next pass has it, and nothing stood in the way.
const LATE: &str = "a.due_at <= $2 \
    AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.application_id = a.id AND h.ended_at > $2) \
    AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.application_id = a.id AND r.lifted_at > $2) \
    AND NOT EXISTS (SELECT 1 FROM history h WHERE h.application_id = a.id AND h.at > $2 AND h.what LIKE 'due %')";

/// Why an application is overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Its erasure fails at this step (1 to 4, docs/RETENTION.md); from the third on nobody can read it.
    Failed(i64),
    /// The clock waits for a person to confirm it.
    ClockStopped,
    /// No pass has come to its end for hours.
    NobodySwept,
    /// The passes have not come to it yet.
    NotReached,
}

impl Cause {
    /// Its name in the log and in `/metrics`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Failed(1) => "hiding_failed",
            Self::Failed(2) => "key_failed",
            Self::Failed(3) => "objects_failed",
            Self::Failed(_) => "rows_failed",
            Self::ClockStopped => "clock_stopped",
            Self::NobodySwept => "nobody_swept",
            Self::NotReached => "not_reached",
        }
    }
}

/// What is due and not gone yet. A hold and a restriction under (b) or (c) stand against an erasure: what they keep is not due.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overdue {
    /// Applications past their date.
    pub due: i64,
    /// Those of them that are more than a day past it.
    pub overdue: i64,
    /// The oldest date of those that are overdue.
    pub oldest: Option<Timestamp>,
    /// Why, with how many of those that are overdue.
    pub causes: Vec<(Cause, i64)>,
}

/// The last pass that came to its end, by whichever process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LastPass {
    /// When it began.
    pub began: Timestamp,
    /// When it ended.
    pub ended: Timestamp,
    /// Applications erased.
    pub erased: i64,
    /// Applications that could not be erased.
    pub failed: i64,
}

impl Office {
    /// What is overdue, over all employers. Counts only; the house calls this.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn overdue(&self) -> Result<Overdue> {
        self.overdue_of(None).await
    }

    /// What is overdue at the person's employer, if anything is. HR, the privacy officer and administrators are told; nobody else is.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn alarm(&self, actor: &Actor) -> Result<Option<Overdue>> {
        let staff = self.allow(actor, Action::EnterDesk, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(rules::access::Denied::Role))?;
        if ![Role::Hr, Role::Privacy, Role::Admin].iter().any(|role| staff.is(*role, employer)) {
            return Ok(None);
        }
        let overdue = self.overdue_of(Some(employer)).await?;
        Ok((overdue.overdue > 0).then_some(overdue))
    }

    /// Says in the log what is overdue, if anything is. The house calls this with every pass, and where a pass could not begin.
    pub async fn tell_overdue(&self) {
        match self.overdue().await {
            Ok(Overdue { overdue: 0, .. }) => {}
            Ok(Overdue { overdue, oldest, causes, .. }) => {
                let causes: Vec<String> = causes.iter().map(|(cause, count)| format!("{} {count}", cause.code())).collect();
                let oldest = oldest.map(|oldest| oldest.to_string()).unwrap_or_default();
                tracing::error!(overdue, oldest, causes = causes.join(", "), "applications should be gone and are not");
            }
            Err(error) => tracing::error!(%error, "whether anything is overdue cannot be told"),
        }
    }

    /// The last pass that came to its end.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn last_pass(&self) -> Result<Option<LastPass>> {
        let row: Option<(i64, i64, i64, i64)> = sqlx::query_as("SELECT began_at, ended_at, erased, failed FROM last_pass")
            .fetch_optional(self.records.read())
            .await?;
        Ok(row.map(|(began, ended, erased, failed)| LastPass { began: at(began), ended: at(ended), erased, failed }))
    }

    /// Notes that a pass has come to its end.
    pub(crate) async fn note_pass(&self, began: Timestamp, report: &Report) -> Result<()> {
        let mut tx = self.records.write().await?;
        sqlx::query(
            "INSERT INTO last_pass (one, began_at, ended_at, erased, failed) VALUES (1, $1, $2, $3, $4) ON CONFLICT (one) DO UPDATE SET \
             began_at = excluded.began_at, ended_at = excluded.ended_at, erased = excluded.erased, failed = excluded.failed",
        )
        .bind(ms(began))
        .bind(ms(self.wall.now()))
        .bind(report.erased)
        .bind(report.failed)
        .execute(&mut *tx)
        .await?;
        tx.commit().await
    }

    async fn overdue_of(&self, employer: Option<&EmployerId>) -> Result<Overdue> {
        let now = self.wall.now();
        let of = if employer.is_some() { "AND a.employer_id = $3" } else { "" };
        // A step that failed, else the one that comes next in an erasure that was begun, else none.
        let sql = format!(
            "SELECT CAST(COALESCE(t.step, e.step + 1, 0) AS BIGINT), COUNT(*), COUNT(CASE WHEN {LATE} THEN 1 END), MIN(a.due_at) \
             FROM application a LEFT JOIN erasure e ON e.application_id = a.id LEFT JOIN erasure_retry t ON t.application_id = a.id \
             WHERE a.due_at <= $1 AND (a.life = 'erasing' OR ({DUE})) {of} GROUP BY COALESCE(t.step, e.step + 1, 0)"
        );
        let query = sqlx::query_as::<_, (i64, i64, i64, i64)>(AssertSqlSafe(sql)).bind(ms(now)).bind(ms(now - DAY));
        let query = employer.iter().fold(query, |query, employer| query.bind(employer.as_str()));
        let mut overdue = Overdue::default();
        for (step, due, late, oldest) in query.fetch_all(self.records.read()).await? {
            overdue.due += due;
            if late == 0 {
                continue;
            }
            overdue.overdue += late;
            let oldest = at(oldest);
            overdue.oldest = Some(overdue.oldest.map_or(oldest, |older| older.min(oldest)));
            let cause = if step > 0 { Cause::Failed(step) } else { self.why_none_begun(now).await? };
            overdue.causes.push((cause, late));
        }
        self.kept_overdue(&mut overdue, employer, now).await?;
        overdue.causes.sort_unstable();
        Ok(overdue)
    }

    /// The same of what is kept beside procedures. One whose erasure has begun lacks its last steps: nobody can read it.
    async fn kept_overdue(&self, overdue: &mut Overdue, employer: Option<&EmployerId>, now: Timestamp) -> Result<()> {
        let of = if employer.is_some() { "AND k.employer_id = $3" } else { "" };
        let sql = format!(
            "SELECT CAST(CASE WHEN k.erasing_at IS NULL THEN 0 ELSE 3 END AS BIGINT), COUNT(*), \
             COUNT(CASE WHEN k.due_at <= $2 THEN 1 END), MIN(k.due_at) FROM kept k WHERE {KEPT_DUE} {of} \
             GROUP BY CASE WHEN k.erasing_at IS NULL THEN 0 ELSE 3 END"
        );
        let query = sqlx::query_as::<_, (i64, i64, i64, i64)>(AssertSqlSafe(sql)).bind(ms(now)).bind(ms(now - DAY));
        let query = employer.iter().fold(query, |query, employer| query.bind(employer.as_str()));
        for (step, due, late, oldest) in query.fetch_all(self.records.read()).await? {
            overdue.due += due;
            if late == 0 {
                continue;
            }
            overdue.overdue += late;
            let oldest = at(oldest);
            overdue.oldest = Some(overdue.oldest.map_or(oldest, |older| older.min(oldest)));
            let cause = if step > 0 { Cause::Failed(step) } else { self.why_none_begun(now).await? };
            match overdue.causes.iter_mut().find(|(known, _)| *known == cause) {
                Some((_, count)) => *count += late,
                None => overdue.causes.push((cause, late)),
            }
        }
        Ok(())
    }

    async fn why_none_begun(&self, now: Timestamp) -> Result<Cause> {
        if self.clock_stop().await?.is_some() {
            return Ok(Cause::ClockStopped);
        }
        let ended = self.last_pass().await?.map(|last| last.ended);
        Ok(if ended.is_some_and(|ended| now.duration_since(ended) < SILENCE) { Cause::NotReached } else { Cause::NobodySwept })
    }
}
