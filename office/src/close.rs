//! Closing a procedure, by hand or by its planned date. From then on its applications are blocked and their dates are certain.

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Subject},
    id::{ApplicationId, PostingId},
    mail::Mail,
    posting::{Act, CloseKind, Closing, State, after},
    retention::{Start, due, midnight},
};
use sqlx::{AnyConnection, AssertSqlSafe};

use crate::{
    Clock, Error, Office, Refusal, Result, careers,
    careers::Posting,
    exclude::not_kept_from,
    facts,
    journal::{By, Entry},
    proposal::{self, Kind},
    store::{at, ms, unknown},
};

impl Office {
    /// The undecided applications of a posting, for the step that offers their outcomes in bulk. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn undecided(&self, actor: &Actor, posting: &PostingId) -> Result<Vec<ApplicationId>> {
        let mut connection = self.records.read().acquire().await?;
        let posting = careers::load(&mut connection, posting.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        let sql = format!(
            "SELECT a.id FROM application a WHERE a.posting_id = $1 AND a.outcome IS NULL AND a.closed_at IS NULL AND a.life = 'live' \
             AND {} ORDER BY a.received_at, a.id",
            not_kept_from("$2")
        );
        let ids: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(posting.id.as_str())
            .bind(staff.account.as_str())
            .fetch_all(&mut *connection)
            .await?;
        ids.into_iter().map(|(id,)| ApplicationId::parse(&id).ok_or_else(|| unknown("application.id"))).collect()
    }

    /// Closes a procedure by hand. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Refusal::Undecided`] while an application has no outcome, [`Refusal::PostingState`] if there is nothing to close.
    pub async fn close_posting(&self, actor: &Actor, id: &PostingId) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn(&mut tx, id.as_str()).await?;
        let posting = careers::load(&mut tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        // An application on its way in would miss the close; its envelope is converted first.
        // What is kept from the person is not asked for: an answer would say that it is there. As at a planned close, it stays undecided.
        let sql = format!(
            "SELECT (SELECT COUNT(*) FROM application a WHERE a.posting_id = $1 AND a.outcome IS NULL AND a.closed_at IS NULL \
             AND a.life = 'live' AND {}) \
             + (SELECT COUNT(*) FROM envelope WHERE posting_id = $1 AND quarantined_at IS NULL)",
            not_kept_from("$2")
        );
        let undecided: i64 =
            sqlx::query_scalar(AssertSqlSafe(sql)).bind(id.as_str()).bind(staff.account.as_str()).fetch_one(&mut *tx).await?;
        if undecided > 0 {
            return Err(Error::Refused(Refusal::Undecided(undecided)));
        }
        // One instant for the close and for its entry in the log, by which a restore of older records closes it again.
        let now = self.now();
        let entry = Entry::of(staff, Action::RunPosting, id.as_str()).detail(closed(CloseKind::ByHand));
        let office = self.with_clock(Clock::new(move || now));
        office.end_procedure(&mut tx, &posting, now, CloseKind::ByHand, Some(staff.account.as_str()), entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Closes every procedure whose planned date has come, as of the first instant of that day. The house calls this with every sweep.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub(crate) async fn close_planned(&self) -> Result<i64> {
        let today = self.today().to_string();
        let condition = "WHERE p.state IN ('open', 'intake_closed') AND p.planned_close_on <= $1";
        let mut connection = self.records.read().acquire().await?;
        let waiting = careers::load_where(&mut connection, condition, &[&today]).await?;
        drop(connection);
        let (mut closed, mut failed) = (0, None);
        for posting in waiting {
            match self.close_one_planned(posting).await {
                Ok(()) => closed += 1,
                // Somebody closed it by hand, or another process did, at this very moment.
                Err(Error::Conflict) => {}
                // The others are not kept by it.
                Err(error) => failed = Some(error),
            }
        }
        failed.map_or(Ok(closed), Err)
    }

    async fn close_one_planned(&self, posting: Posting) -> Result<()> {
        let closed_at = midnight(posting.planned_close_on, &self.settings.zone);
        let mut tx = self.records.write().await?;
        facts::take_turn(&mut tx, posting.id.as_str()).await?;
        let entry = Entry::by(By::House, Action::RunPosting.code(), posting.id.as_str()).detail(closed(CloseKind::Planned));
        self.end_procedure(&mut tx, &posting, closed_at, CloseKind::Planned, None, entry).await?;
        tx.commit().await
    }

    /// Ends a procedure as of an instant: `by` is the account of who closed it by hand.
    pub(crate) async fn end_procedure(
        &self,
        tx: &mut AnyConnection,
        posting: &Posting,
        closed_at: Timestamp,
        kind: CloseKind,
        by: Option<&str>,
        entry: Entry,
    ) -> Result<()> {
        let next = after(posting.state, Act::Close).ok_or(Error::Refused(Refusal::PostingState))?;
        let closed = sqlx::query(
            "UPDATE posting SET state = $1, closed_at = $2, close_kind = $3, closed_by = $4 WHERE id = $5 AND state = $6",
        )
        .bind(next.code())
        .bind(ms(closed_at))
        .bind(kind.code())
        .bind(by)
        .bind(posting.id.as_str())
        .bind(posting.state.code())
        .execute(&mut *tx)
        .await?;
        if closed.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        let closing = Closing::Closed(closed_at);
        let what = format!("closed {}", closing.day(&self.settings.zone));
        self.move_dates(tx, posting, closing, &what, by).await?;
        let undecided: Vec<String> = sqlx::query_scalar(
            "SELECT id FROM application WHERE posting_id = $1 AND closed_at IS NULL AND outcome IS NULL AND life = 'live' ORDER BY id",
        )
        .bind(posting.id.as_str())
        .fetch_all(&mut *tx)
        .await?;
        for id in undecided.iter().filter_map(|id| ApplicationId::parse(id)) {
            self.mail(tx, &id, Mail::Ended).await?;
        }
        sqlx::query("UPDATE application SET closed_at = $1 WHERE posting_id = $2 AND closed_at IS NULL")
            .bind(ms(closed_at))
            .bind(posting.id.as_str())
            .execute(&mut *tx)
            .await?;
        proposal::forget(tx, Kind::Extension, posting.id.as_str()).await?;
        self.enter(tx, &posting.employer, &entry).await
    }

    /// Sets the date of every application whose procedure is under way from its end, real or planned, and remembers each move as `what`.
    pub(crate) async fn move_dates(
        &self,
        tx: &mut AnyConnection,
        posting: &Posting,
        closing: Closing,
        what: &str,
        by: Option<&str>,
    ) -> Result<()> {
        let before = self.dates_of(tx, &posting.id).await?;
        let common = due(&closing, None, posting.policy, &self.settings.zone);
        sqlx::query(
            "INSERT INTO history (id, application_id, at, by_account, what) \
             SELECT a.id || $1, a.id, $2, $3, $4 FROM application a WHERE a.posting_id = $5 AND a.closed_at IS NULL",
        )
        .bind(format!("-{}", self.row_id()))
        .bind(ms(self.now()))
        .bind(by)
        .bind(what)
        .bind(posting.id.as_str())
        .execute(&mut *tx)
        .await?;
        sqlx::query("UPDATE application SET due_at = $1 WHERE posting_id = $2 AND life = 'live' AND closed_at IS NULL")
            .bind(ms(common.erased_from))
            .bind(posting.id.as_str())
            .execute(&mut *tx)
            .await?;
        if posting.policy.start == Start::Earliest {
            let received: Vec<(String, i64)> = sqlx::query_as(
                "SELECT id, rejection_received_at FROM application WHERE posting_id = $1 AND life = 'live' \
                 AND closed_at IS NULL AND rejection_received_at IS NOT NULL",
            )
            .bind(posting.id.as_str())
            .fetch_all(&mut *tx)
            .await?;
            for (id, received) in received {
                let own = due(&closing, Some(at(received)), posting.policy, &self.settings.zone);
                sqlx::query("UPDATE application SET due_at = $1 WHERE id = $2")
                    .bind(ms(own.erased_from))
                    .bind(id)
                    .execute(&mut *tx)
                    .await?;
            }
        }
        self.mail_moved(tx, &posting.id, &before).await
    }
}

/// What the journal says of a close.
pub(crate) fn closed(kind: CloseKind) -> String {
    format!("{} {}", State::Closed.code(), kind.code())
}
