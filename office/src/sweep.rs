//! One pass of the clock that forgets: closes what was planned to close, erases what is due, removes what a crash left behind.
//!
//! Any number of processes may begin one. One lease is for the whole pass: one process does the work, and goes on alone as long as it
//! renews the lease between two pieces; a process that fell asleep loses it to another. No guarantee rests on it: each piece is safe
//! to be done twice, and at the same time (`erase.rs`).

mod due;

use std::{collections::HashSet, time::Duration};

use fail::fail_point;
use futures::{StreamExt as _, TryStreamExt as _};
use jiff::Timestamp;
use rules::{
    id::ObjectId,
    retention_classes::{FAILED_SIGN_IN, LEFT_ALONE},
};
use sqlx::AssertSqlSafe;

use self::due::Run;
use crate::{
    Error, Office, Result,
    apply::{objects_of, take_envelope},
    backup::Step,
    careers,
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
    /// Papers, places in the talent pool and evidence of consents erased, each with its certificate.
    pub kept: i64,
    /// Applications and kept records that could not be erased in this pass.
    pub failed: i64,
    /// Pending keys without a row, destroyed.
    pub keys: i64,
    /// Objects without a row, staged parts of uploads that never ended, and envelopes that could not be converted and are due.
    pub objects: i64,
    /// Sessions, tries, and keys of the journal's months past their time.
    pub expired: i64,
    /// Parts of the pass that did not come through.
    pub unfinished: i64,
}

/// How a pass is made.
pub struct Pass<'a> {
    /// By hand: a pass that another process is at is waited for, and what failed a moment ago is tried again.
    pub by_hand: bool,
    /// What nobody refers to yet and was made after this is left alone, whatever the office's clock says. For a pass at another instant
    /// while processes serve: what they are about to refer to is young by the real clock.
    pub since: Timestamp,
    /// Hears how many of the applications that are due are done with.
    pub progress: &'a (dyn Fn(Step) + Sync),
}

const LEASE: &str = "sweep";
/// A process that fell asleep is waited for so long.
const LEASE_MS: i64 = 15_000;
/// Time between two looks whether another process has ended its pass.
const LOOK: Duration = Duration::from_millis(100);

/// What makes an application `a` due at the instant `$1`: a standing hold (n09) and a restriction under (b) or (c) (n13) stand against it.
pub(crate) const DUE: &str = "a.life = 'live' AND a.due_at <= $1 \
    AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.application_id = a.id AND h.ended_at IS NULL) \
    AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.application_id = a.id AND r.lifted_at IS NULL AND r.ground IN ('b', 'c'))";

/// What keeps an application `a` although its date comes: the same two.
pub(crate) const STAYS: &str = "a.life = 'live' \
    AND (EXISTS (SELECT 1 FROM hold h WHERE h.application_id = a.id AND h.ended_at IS NULL) \
    OR EXISTS (SELECT 1 FROM restriction r WHERE r.application_id = a.id AND r.lifted_at IS NULL AND r.ground IN ('b', 'c')))";

/// What makes the row of an object `o` one that nothing names.
pub(crate) const UNNAMED: &str = "NOT EXISTS (SELECT 1 FROM document d WHERE d.object_id = o.id) \
    AND NOT EXISTS (SELECT 1 FROM employee_item i WHERE i.object_id = o.id) \
    AND NOT EXISTS (SELECT 1 FROM kept_document k WHERE k.object_id = o.id) \
    AND NOT EXISTS (SELECT 1 FROM envelope e WHERE e.object_id = o.id) \
    AND NOT EXISTS (SELECT 1 FROM envelope_document m WHERE m.object_id = o.id)";

impl Office {
    /// One pass by hand.
    ///
    /// # Errors
    /// As [`Office::sweep_pass`].
    pub async fn sweep(&self) -> Result<Report> {
        let pass = Pass { by_hand: true, since: Timestamp::MAX, progress: &|_| () };
        Ok(self.sweep_pass(&pass).await?.unwrap_or_default())
    }

    /// One pass. The house calls this by itself, an operator by hand. `None` while another process is at it, unless by hand.
    ///
    /// An application that cannot be erased is counted, named in the log by its identifier, and tried again later; a part of the pass
    /// that does not come through is counted, named in the log, and keeps no other waiting.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if the records do not answer.
    pub async fn sweep_pass(&self, pass: &Pass<'_>) -> Result<Option<Report>> {
        let mut told = false;
        let lease = loop {
            match self.hold_lease(LEASE, LEASE_MS).await? {
                Some(lease) => break lease,
                None if !pass.by_hand => return Ok(None),
                None if !told => tracing::info!("another process sweeps at this moment; waiting for its end"),
                None => {}
            }
            told = true;
            tokio::time::sleep(LOOK).await;
        };
        let mut run = Run::new(pass, lease);
        let done = self.sweep_under(pass, &mut run).await;
        let Run { report, lease, .. } = run;
        lease.end().await;
        done?;
        self.tell_overdue().await;
        Ok(Some(report))
    }

    async fn sweep_under(&self, pass: &Pass<'_>, run: &mut Run<'_>) -> Result<()> {
        let (began, before) = (self.wall.now(), pass.since.min(self.now() - LEFT_ALONE));
        fail_point!("sweep.begun");
        run.report.converted = run.part("envelopes", self.convert_waiting().await);
        run.report.closed = run.part("planned closes", self.close_planned().await);
        fail_point!("sweep.closed");
        let erased = self.erase_due(run).await;
        run.part("erasures", erased);
        let erased = self.erase_kept_due(run).await;
        run.part("erasures of what is kept", erased);
        fail_point!("sweep.erased");
        if !run.goes_on().await? {
            return Ok(());
        }
        run.report.keys = run.part("pending keys", self.sweep_keys(before).await);
        fail_point!("sweep.keys");
        // One that did not answer a moment ago is not asked for thousands more.
        if !run.store_down {
            run.report.objects += run.part("envelopes in quarantine", self.sweep_quarantined().await);
            run.report.objects += run.part("objects", self.sweep_objects(before).await);
        }
        fail_point!("sweep.objects");
        run.report.expired = run.part("expired rows", self.sweep_expired().await);
        run.report.expired += run.part("names in the journal", self.forget_names().await);
        fail_point!("sweep.expired");
        run.part("write-ahead logs", self.empty_write_ahead_logs().await);
        run.part("journal", self.sequence_or_leave().await);
        fail_point!("sweep.sequenced");
        if run.goes_on().await? {
            let noted = self.note_pass(began, &run.report).await;
            run.part("note of the pass", noted);
        }
        fail_point!("sweep.noted");
        Ok(())
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
        Ok(Report { closed, erased, kept: self.kept_due().await?, ..Report::default() })
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
        let quarantined: Vec<(String, String)> =
            sqlx::query_as("SELECT id, posting_id FROM envelope WHERE quarantined_at IS NOT NULL")
                .fetch_all(self.records.read())
                .await?;
        let mut removed = 0;
        for (envelope, posting) in quarantined {
            let mut connection = self.records.read().acquire().await?;
            let due = careers::load(&mut connection, &posting).await?.due(&self.settings.zone);
            let objects = objects_of(&mut connection, &envelope).await?;
            drop(connection);
            if self.now() < due.erased_from {
                continue;
            }
            for object in &objects {
                self.blobs.delete(object).await?;
            }
            let mut tx = self.records.write().await?;
            take_envelope(&mut tx, &envelope).await?;
            sqlx::query("DELETE FROM submission WHERE application_id = $1").bind(&envelope).execute(&mut *tx).await?;
            tx.commit().await?;
            fail_point!("sweep.envelope_gone");
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
                 + (SELECT COUNT(*) FROM kept WHERE rk_id = $1)",
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
        let unnamed: Vec<(String,)> =
            sqlx::query_as(AssertSqlSafe(format!("SELECT o.id FROM object o WHERE o.created_at < $1 AND {UNNAMED}")))
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
        // Keys that live without a row belong to records that came since these: their objects are not ours to judge.
        if self.knows_more_than_its_records().await? {
            tracing::warn!(
                "keys live whose records are not here: the records are an older copy, and no object is removed for want of a row"
            );
            return Ok(removed);
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

    /// Whether more keys live than records have one.
    async fn knows_more_than_its_records(&self) -> Result<bool> {
        // The keys first: a key that is confirmed later has its row by then.
        let live: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM rk WHERE state = 'live'").fetch_one(self.keys.read()).await?;
        let rows: i64 = sqlx::query_scalar(
            "SELECT (SELECT COUNT(*) FROM application) + (SELECT COUNT(*) FROM employee) + (SELECT COUNT(*) FROM kept)",
        )
        .fetch_one(self.records.read())
        .await?;
        Ok(live > rows)
    }

    async fn sweep_expired(&self) -> Result<i64> {
        let now = self.now();
        let mut tx = self.records.write().await?;
        let mut expired = 0;
        for (delete, before) in [
            ("DELETE FROM session WHERE expires_at <= $1", now),
            ("DELETE FROM attempt WHERE at < $1", now - FAILED_SIGN_IN),
            ("DELETE FROM challenge WHERE expires_at <= $1", now),
            ("DELETE FROM visit WHERE expires_at <= $1", now),
            ("DELETE FROM opening WHERE until_at <= $1", now),
        ] {
            expired += sqlx::query(delete).bind(ms(before)).execute(&mut *tx).await?.rows_affected();
        }
        expired += self.sweep_breaches(&mut tx).await?;
        expired += self.sweep_requests(&mut tx).await?;
        tx.commit().await?;
        Ok(i64::try_from(expired).unwrap_or(i64::MAX))
    }
}
