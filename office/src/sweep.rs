//! One pass of the clock that forgets: closes what was planned to close, erases what is due, removes what a crash left behind.

use std::collections::HashSet;

use futures::{StreamExt as _, TryStreamExt as _};
use jiff::{SignedDuration, Timestamp};
use rules::id::{ApplicationId, ObjectId};
use sqlx::AssertSqlSafe;

use crate::{
    Error, Office, Refusal, Result, careers,
    store::{ms, placeholders, unknown},
};

/// What one pass did, or, in a dry run, would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Envelopes that became applications.
    pub converted: i64,
    /// Procedures whose planned date came.
    pub closed: i64,
    /// Applications erased, each with its certificate.
    pub erased: i64,
    /// Applications that could not be erased in this pass.
    pub failed: i64,
    /// Pending keys without a row, destroyed.
    pub keys: i64,
    /// Objects without a row, staged parts of uploads that never ended, and envelopes that could not be converted and are due.
    pub objects: i64,
    /// Sessions and tries past their time.
    pub expired: i64,
}

/// What nobody refers to is left alone this long: it may belong to an upload under way.
const GRACE: SignedDuration = SignedDuration::from_hours(24);
/// Rate limits and the like live at most seven days (docs/PROMISES.md, n16).
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// Applications erased between two looks at the write-ahead log.
const BATCH: i64 = 100;

/// What makes an application `a` due at the instant `$1`: a standing hold (n09) and a restriction under (b) or (c) (n13) stand against it.
pub(crate) const DUE: &str = "a.life = 'live' AND a.due_at <= $1 \
    AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.application_id = a.id AND h.ended_at IS NULL) \
    AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.application_id = a.id AND r.lifted_at IS NULL AND r.ground IN ('b', 'c'))";

impl Office {
    /// One pass. The house calls this by itself, an operator by hand.
    ///
    /// An application that cannot be erased is counted, named in the log by its identifier, and tried again with the next pass.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if a database does not answer.
    pub async fn sweep(&self) -> Result<Report> {
        self.sweep_sparing(Timestamp::MAX).await
    }

    /// As [`Office::sweep`]; what nobody refers to yet and was made after `since` is left alone whatever this office's clock says. For
    /// a pass at another instant while processes serve: what they are about to refer to is young by the real clock.
    ///
    /// # Errors
    /// As [`Office::sweep`].
    pub async fn sweep_sparing(&self, since: Timestamp) -> Result<Report> {
        let before = since.min(self.now() - GRACE);
        let mut report =
            Report { converted: self.convert_waiting().await?, closed: self.close_planned().await?, ..Report::default() };
        self.erase_due(&mut report).await?;
        report.keys = self.sweep_keys(before).await?;
        report.objects = self.sweep_quarantined().await? + self.sweep_objects(before).await?;
        report.expired = self.sweep_expired().await?;
        self.empty_write_ahead_logs().await?;
        self.sequence_or_leave().await?;
        Ok(report)
    }

    /// What [`Office::sweep`] would close and erase, without doing it.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn sweep_dry_run(&self) -> Result<Report> {
        let closed = sqlx::query_scalar(
            "SELECT COUNT(*) FROM posting WHERE state IN ('open', 'intake_closed') AND planned_close_on <= $1",
        )
        .bind(self.today().to_string())
        .fetch_one(self.records.read())
        .await?;
        let sql = format!("SELECT COUNT(*) FROM application a WHERE {DUE}");
        let erased = sqlx::query_scalar(AssertSqlSafe(sql)).bind(ms(self.now())).fetch_one(self.records.read()).await?;
        Ok(Report { closed, erased, ..Report::default() })
    }

    /// Marks that a pass begins now.
    ///
    /// # Errors
    /// [`Refusal::ClockMoved`] if the last pass lies in the future: then the clock was set back, and nothing may be erased by it.
    pub async fn tick(&self) -> Result<()> {
        let now = ms(self.now());
        let mut tx = self.records.write().await?;
        let last: Option<i64> = sqlx::query_scalar("SELECT at FROM tick WHERE name = 'sweep'").fetch_optional(&mut *tx).await?;
        if last.is_some_and(|last| now < last) {
            return Err(Error::Refused(Refusal::ClockMoved));
        }
        sqlx::query("INSERT INTO tick (name, at) VALUES ('sweep', $1) ON CONFLICT (name) DO UPDATE SET at = excluded.at")
            .bind(now)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    async fn erase_due(&self, report: &mut Report) -> Result<()> {
        let begun: Vec<(String,)> = sqlx::query_as("SELECT application_id FROM erasure").fetch_all(self.records.read()).await?;
        let mut tried: HashSet<String> = HashSet::new();
        let mut batch: Vec<String> = begun.into_iter().map(|(id,)| id).collect();
        let sql = format!("SELECT a.id FROM application a WHERE {DUE} ORDER BY a.due_at, a.id LIMIT $2");
        loop {
            for id in batch.drain(..) {
                let application = ApplicationId::parse(&id).ok_or_else(|| unknown("application.id"))?;
                match self.erase(&application).await {
                    Ok(true) => report.erased += 1,
                    Ok(false) => {}
                    Err(error) => {
                        report.failed += 1;
                        tracing::error!(application = %id, %error, "an application that is due could not be erased");
                    }
                }
                tried.insert(id);
            }
            self.empty_write_ahead_logs().await?;
            // Those that fail stay on top of the list: look past them, but never at one twice.
            let limit = BATCH + report.failed;
            let due: Vec<(String,)> = sqlx::query_as(AssertSqlSafe(sql.clone()))
                .bind(ms(self.now()))
                .bind(limit)
                .fetch_all(self.records.read())
                .await?;
            batch = due.into_iter().map(|(id,)| id).filter(|id| !tried.contains(id)).collect();
            if batch.is_empty() {
                return Ok(());
            }
        }
    }

    /// Deleted keys and rows also stand in SQLite's write-ahead log until it is emptied. With every batch and every pass, erasing or
    /// not: a reader, or the end of the process, may have stood in the way of the one before.
    async fn empty_write_ahead_logs(&self) -> Result<()> {
        for db in self.both_keys.each().chain([&self.records]) {
            if !db.checkpoint().await? {
                tracing::warn!("a reader kept the write-ahead log from being emptied; the next pass tries again");
            }
        }
        Ok(())
    }

    /// Envelopes that could not be converted and whose posting's date has come, with their objects.
    async fn sweep_quarantined(&self) -> Result<i64> {
        let quarantined: Vec<(String, String, String)> =
            sqlx::query_as("SELECT id, posting_id, object_id FROM envelope WHERE quarantined_at IS NOT NULL")
                .fetch_all(self.records.read())
                .await?;
        let mut removed = 0;
        for (envelope, posting, object) in quarantined {
            let mut connection = self.records.read().acquire().await?;
            let due = careers::load(&mut connection, &posting).await?.due(&self.settings.zone);
            drop(connection);
            if self.now() < due.erased_from {
                continue;
            }
            self.blobs.delete(&ObjectId::parse(&object).ok_or_else(|| unknown("envelope.object_id"))?).await?;
            let mut tx = self.records.write().await?;
            sqlx::query("DELETE FROM envelope WHERE id = $1").bind(&envelope).execute(&mut *tx).await?;
            sqlx::query("DELETE FROM submission WHERE application_id = $1").bind(&envelope).execute(&mut *tx).await?;
            sqlx::query("DELETE FROM object WHERE id = $1").bind(&object).execute(&mut *tx).await?;
            tx.commit().await?;
            removed += 1;
        }
        Ok(removed)
    }

    /// Pending keys made before an instant: confirmed if their row stands after all, else destroyed. A live key is never touched.
    async fn sweep_keys(&self, before: Timestamp) -> Result<i64> {
        let pending: Vec<(String,)> = sqlx::query_as("SELECT id FROM rk WHERE state = 'pending' AND created_at < $1")
            .bind(ms(before))
            .fetch_all(self.keys.read())
            .await?;
        let mut destroyed = 0;
        for (id,) in pending {
            let rows: i64 = sqlx::query_scalar(
                "SELECT (SELECT COUNT(*) FROM application WHERE rk_id = $1) + (SELECT COUNT(*) FROM employee WHERE rk_id = $1) \
                 + (SELECT COUNT(*) FROM consent WHERE rk_id = $1)",
            )
            .bind(&id)
            .fetch_one(self.records.read())
            .await?;
            let key = rules::id::KeyId::parse(&id).ok_or_else(|| unknown("rk.id"))?;
            if rows > 0 {
                match self.confirm_key(&key).await {
                    // Its application was erased in this moment.
                    Ok(()) | Err(Error::Gone) => {}
                    Err(error) => return Err(error),
                }
            } else if self.destroy_key(&id).await? {
                destroyed += 1;
            }
        }
        Ok(destroyed)
    }

    /// Objects from before an instant that no row names, rows of objects that nothing names, and what the local store staged.
    async fn sweep_objects(&self, before: Timestamp) -> Result<i64> {
        let mut removed = self.blobs.sweep_staged(before)?;
        let unnamed: Vec<(String,)> = sqlx::query_as(
            "SELECT o.id FROM object o WHERE o.created_at < $1 AND NOT EXISTS (SELECT 1 FROM document d WHERE d.object_id = o.id) \
             AND NOT EXISTS (SELECT 1 FROM employee_item i WHERE i.object_id = o.id) \
             AND NOT EXISTS (SELECT 1 FROM envelope e WHERE e.object_id = o.id)",
        )
        .bind(ms(before))
        .fetch_all(self.records.read())
        .await?;
        for (id,) in unnamed {
            self.blobs.delete(&ObjectId::parse(&id).ok_or_else(|| unknown("object.id"))?).await?;
            let mut tx = self.records.write().await?;
            sqlx::query("DELETE FROM object WHERE id = $1").bind(&id).execute(&mut *tx).await?;
            tx.commit().await?;
            removed += 1;
        }
        let mut pages = self.blobs.list().try_ready_chunks(500);
        while let Some(page) = pages.next().await {
            let page = page.map_err(|error| error.1)?;
            let old: Vec<ObjectId> =
                page.into_iter().filter(|stored| stored.at < before).filter_map(|stored| stored.id).collect();
            if old.is_empty() {
                continue;
            }
            let sql = format!("SELECT id FROM object WHERE id IN ({})", placeholders(1, old.len()));
            let query = old.iter().fold(sqlx::query_as::<_, (String,)>(AssertSqlSafe(sql)), |query, id| query.bind(id.as_str()));
            let known: HashSet<String> = query.fetch_all(self.records.read()).await?.into_iter().map(|(id,)| id).collect();
            for object in old.iter().filter(|object| !known.contains(object.as_str())) {
                self.blobs.delete(object).await?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    async fn sweep_expired(&self) -> Result<i64> {
        let now = self.now();
        let mut tx = self.records.write().await?;
        let mut expired = 0;
        for (delete, before) in [
            ("DELETE FROM session WHERE expires_at <= $1", now),
            ("DELETE FROM attempt WHERE at < $1", now - WEEK),
            ("DELETE FROM challenge WHERE expires_at <= $1", now),
        ] {
            expired += sqlx::query(delete).bind(ms(before)).execute(&mut *tx).await?.rows_affected();
        }
        tx.commit().await?;
        Ok(i64::try_from(expired).unwrap_or(i64::MAX))
    }
}
