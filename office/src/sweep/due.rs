//! Erases what is due, in batches. What fails is tried again later and keeps nobody else waiting.

use std::{
    collections::HashSet,
    sync::atomic::{AtomicU32, Ordering},
};

use fail::fail_point;
use futures::{StreamExt as _, stream};
use jiff::SignedDuration;
use rules::id::ApplicationId;
use sqlx::AssertSqlSafe;

use super::{DUE, Pass, Report};
use crate::{
    Error, Office, Result,
    backup::Step,
    erase::Erasure,
    lease::Held,
    store::{ms, unknown},
};

/// Applications that go through a step together: one transaction for all of them, and no longer than other writers wait gladly.
const BATCH: usize = 25;
/// Applications that are looked up at a time.
const PAGE: i64 = 1000;
/// Objects that are deleted at a time.
const AT_ONCE: usize = 8;
/// So many failures one after the other are the fault of a store, not of an application: the rest waits for the next pass.
const IN_A_ROW: u32 = 3;
/// Erased applications between two looks at the write-ahead logs.
const LOOK: i64 = 100;
/// What failed once is tried again after so long, then after twice as long each time, ...
const FIRST_PAUSE: SignedDuration = SignedDuration::from_mins(10);
/// ... up to this: an erasure is to be complete within the day.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(6);

/// A pass under way.
pub(super) struct Run<'a> {
    pub(super) report: Report,
    pub(super) lease: Held<'a>,
    /// Another process has taken the pass over.
    pub(super) lost: bool,
    /// The object store does not answer.
    pub(super) store_down: bool,
    pass: &'a Pass<'a>,
    in_a_row: u32,
    gave_up: bool,
    seen: u64,
    of: u64,
}

impl<'a> Run<'a> {
    pub(super) fn new(pass: &'a Pass<'a>, lease: Held<'a>) -> Self {
        let report = Report::default();
        Self { report, lease, lost: false, store_down: false, pass, in_a_row: 0, gave_up: false, seen: 0, of: 0 }
    }

    /// Whether the pass is still this process's; asked before each piece of it.
    pub(super) async fn goes_on(&mut self) -> Result<bool> {
        self.lost = self.lost || !self.lease.keep().await?;
        Ok(!self.lost)
    }

    /// What a part of the pass did; nothing, if it failed.
    pub(super) fn part<T: Default>(&mut self, part: &'static str, done: Result<T>) -> T {
        done.unwrap_or_else(|error| {
            self.report.unfinished += 1;
            tracing::error!(part, %error, "a part of the sweep did not come through; the next pass tries again");
            T::default()
        })
    }

    fn show(&self, ended: bool) {
        let step = Step { what: "applications to be erased", done: self.seen, of: Some(self.of), bytes: 0, ended };
        (self.pass.progress)(step);
    }
}

/// Why an erasure stopped, and at which step.
struct Failed {
    step: i64,
    error: Error,
}

fn at(step: i64) -> impl Fn(Error) -> Failed {
    move |error| Failed { step, error }
}

impl Office {
    /// Erases what is due. Those that failed before come last, and only once their time has come, or by hand.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if not even the failures can be noted.
    pub(super) async fn erase_due(&self, run: &mut Run<'_>) -> Result<()> {
        let (now, wall) = (ms(self.now()), if run.pass.by_hand { i64::MAX } else { ms(self.wall.now()) });
        let mut tried = HashSet::new();
        let begun: Vec<String> = sqlx::query_scalar(
            "SELECT application_id FROM erasure WHERE application_id NOT IN (SELECT application_id FROM erasure_retry) \
             ORDER BY started_at, application_id",
        )
        .fetch_all(self.records.read())
        .await?;
        let retried: Vec<String> =
            sqlx::query_scalar("SELECT application_id FROM erasure_retry WHERE retry_at <= $1 ORDER BY retry_at, application_id")
                .bind(wall)
                .fetch_all(self.records.read())
                .await?;
        let new = format!("{DUE} AND a.id NOT IN (SELECT application_id FROM erasure_retry)");
        let count = format!("SELECT COUNT(*) FROM application a WHERE {new}");
        let due: i64 = sqlx::query_scalar(AssertSqlSafe(count)).bind(now).fetch_one(self.records.read()).await?;
        run.of = (begun.len() + retried.len()) as u64 + due.unsigned_abs();

        self.erase_each(begun, &mut tried, run).await?;
        let page = format!("SELECT a.id FROM application a WHERE {new} ORDER BY a.due_at LIMIT $2");
        while !run.lost && !run.gave_up {
            let query = sqlx::query_scalar(AssertSqlSafe(page.clone())).bind(now).bind(PAGE);
            let mut due: Vec<String> = query.fetch_all(self.records.read()).await?;
            due.retain(|id| !tried.contains(id));
            if due.is_empty() {
                break;
            }
            self.erase_each(due, &mut tried, run).await?;
        }
        self.erase_each(retried, &mut tried, run).await?;
        if run.of > 0 {
            run.show(true);
        }
        Ok(())
    }

    /// Erases what is kept and due: first every key of it, then one after the other what is left. What fails is counted and named by its
    /// identifier, and tried again with the next pass; by then nobody can read it.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if the records or the key database do not answer.
    pub(super) async fn erase_kept_due(&self, run: &mut Run<'_>) -> Result<()> {
        let mut due = self.hide_kept_due().await?;
        for some in due.chunks(BATCH) {
            if !run.goes_on().await? {
                return Ok(());
            }
            self.destroy_keys(&some.iter().map(|(_, key)| key.as_str()).collect::<Vec<_>>()).await?;
        }
        fail_point!("kept.keys_destroyed");
        // By chance, so that no few that cannot be ended stand before all others with every pass.
        let turn = usize::from(u16::from_be_bytes(self.rng.bytes())) % due.len().max(1);
        due.rotate_left(turn);
        let mut in_a_row = if run.store_down { IN_A_ROW } else { 0 };
        for (id, key) in due {
            if in_a_row == IN_A_ROW {
                run.report.failed += 1;
                continue;
            }
            if !run.goes_on().await? {
                return Ok(());
            }
            match self.end_kept(&id, &key).await {
                Ok(erased) => {
                    in_a_row = 0;
                    run.report.kept += i64::from(erased);
                }
                Err(error) => {
                    in_a_row += 1;
                    run.report.failed += 1;
                    tracing::error!(kept = %id, %error, "a kept record that is due could not be erased; the next pass tries again");
                }
            }
        }
        Ok(())
    }

    async fn erase_each(&self, ids: Vec<String>, tried: &mut HashSet<String>, run: &mut Run<'_>) -> Result<()> {
        for batch in ids.chunks(BATCH) {
            if run.gave_up || !run.goes_on().await? {
                return Ok(());
            }
            let erased = run.report.erased;
            let parsed: Vec<ApplicationId> = batch
                .iter()
                .map(|id| ApplicationId::parse(id).ok_or_else(|| unknown("application.id")))
                .collect::<Result<_>>()?;
            self.erase_batch(&parsed, run).await?;
            tried.extend(batch.iter().cloned());
            run.seen += batch.len() as u64;
            run.show(false);
            fail_point!("sweep.batch");
            if erased / LOOK < run.report.erased / LOOK {
                self.empty_write_ahead_logs().await?;
            }
        }
        Ok(())
    }

    /// Erases a batch; if that does not come through, one by one, so that one that cannot be erased does not keep the others.
    async fn erase_batch(&self, ids: &[ApplicationId], run: &mut Run<'_>) -> Result<()> {
        if ids.len() > 1 && self.erase_together(ids, run).await.is_ok() {
            run.in_a_row = 0;
            return Ok(());
        }
        for id in ids {
            if run.gave_up {
                break;
            }
            match self.erase_together(std::slice::from_ref(id), run).await {
                Ok(()) => run.in_a_row = 0,
                Err(failed) => {
                    run.in_a_row += 1;
                    self.note_failure(id, failed, run).await?;
                }
            }
            if run.in_a_row == IN_A_ROW {
                run.gave_up = true;
                tracing::error!("{IN_A_ROW} erasures failed one after the other; the rest waits for the next pass");
            }
        }
        Ok(())
    }

    async fn erase_together(&self, ids: &[ApplicationId], run: &mut Run<'_>) -> Result<(), Failed> {
        let mut erasures = self.begin_erasures(ids).await.map_err(at(1))?;
        fail_point!("erase.begun");
        self.destroy_their_keys(&mut erasures).await.map_err(at(2))?;
        let bare = self.delete_objects(erasures, run).await.map_err(at(3))?;
        fail_point!("erase.objects_deleted");
        run.report.erased += self.finish_erasures(&bare).await.map_err(at(4))?;
        Ok(())
    }

    /// Step 3. Answers those whose objects are gone. What a store that does not answer keeps stays where it is for the next pass; nobody
    /// can read it.
    async fn delete_objects(&self, erasures: Vec<Erasure>, run: &mut Run<'_>) -> Result<Vec<Erasure>> {
        let mut objects = self.their_objects(&erasures).await?;
        let in_a_row = AtomicU32::new(if run.store_down { IN_A_ROW } else { 0 });
        let (blobs, failures) = (&self.blobs, &in_a_row);
        let own: Vec<_> = erasures
            .into_iter()
            .map(|erasure| {
                let objects = objects.remove(erasure.id.as_str()).unwrap_or_default();
                (erasure, objects)
            })
            .collect();
        let deleted: Vec<(Erasure, Option<Result<()>>)> = stream::iter(own)
            .map(|(mut erasure, own)| async move {
                for object in &own {
                    if failures.load(Ordering::Relaxed) >= IN_A_ROW {
                        return (erasure, None);
                    }
                    if let Err(error) = blobs.delete(object).await {
                        failures.fetch_add(1, Ordering::Relaxed);
                        return (erasure, Some(Err(error)));
                    }
                    failures.store(0, Ordering::Relaxed);
                }
                if erasure.step < 3 {
                    erasure.objects = own.len() as i64;
                }
                (erasure, Some(Ok(())))
            })
            .buffer_unordered(AT_ONCE)
            .collect()
            .await;
        if !run.store_down && in_a_row.into_inner() >= IN_A_ROW {
            run.store_down = true;
            tracing::error!(
                "the object store does not answer; what is due becomes unreadable, and its objects go with a later pass"
            );
        }
        let mut bare = Vec::with_capacity(deleted.len());
        for (erasure, outcome) in deleted {
            match outcome {
                Some(Ok(())) => bare.push(erasure),
                Some(Err(error)) => self.note_failure(&erasure.id, at(3)(error), run).await?,
                None => run.report.failed += 1,
            }
        }
        Ok(bare)
    }

    /// Notes that an erasure failed, and when it is tried again.
    async fn note_failure(&self, id: &ApplicationId, Failed { step, error }: Failed, run: &mut Run<'_>) -> Result<()> {
        run.report.failed += 1;
        tracing::error!(application = %id, step, %error, "an application that is due could not be erased; it is tried again later");
        let mut tx = self.records.write().await?;
        let before: Option<i64> = sqlx::query_scalar("SELECT tries FROM erasure_retry WHERE application_id = $1")
            .bind(id.as_str())
            .fetch_optional(&mut *tx)
            .await?;
        let (tries, now) = (before.unwrap_or_default() + 1, self.wall.now());
        sqlx::query(
            "INSERT INTO erasure_retry (application_id, step, tries, failed_at, retry_at) \
             SELECT id, $2, $3, $4, $5 FROM application WHERE id = $1 ON CONFLICT (application_id) DO UPDATE SET \
             step = excluded.step, tries = excluded.tries, failed_at = excluded.failed_at, retry_at = excluded.retry_at",
        )
        .bind(id.as_str())
        .bind(step)
        .bind(tries)
        .bind(ms(now))
        .bind(ms(now + pause(tries, self.rng.bytes())))
        .execute(&mut *tx)
        .await?;
        tx.commit().await
    }
}

/// How long to wait after that many tries: a quarter more or less by chance, so that what failed together does not come back together.
fn pause(tries: i64, chance: [u8; 2]) -> SignedDuration {
    let doubled = u32::try_from(tries - 1).unwrap_or(u32::MAX).min(16);
    let pause = FIRST_PAUSE.saturating_mul(1 << doubled).min(LONGEST_PAUSE).as_millis() as i64;
    let share = i64::from(u16::from_be_bytes(chance)) - i64::from(u16::MAX / 2);
    SignedDuration::from_millis(pause + pause / 4 * share / i64::from(u16::MAX / 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_from_minutes_to_hours_and_vary_by_a_quarter() {
        let minutes = |tries, chance| pause(tries, chance).as_secs() / 60;
        let middle = (u16::MAX / 2).to_be_bytes();
        assert_eq!([1, 2, 3, 4, 5, 6, 7, 99].map(|tries| minutes(tries, middle)), [10, 20, 40, 80, 160, 320, 360, 360]);
        assert_eq!((minutes(1, [0, 0]), minutes(1, [255, 255])), (7, 12));
        assert_eq!((minutes(i64::MAX, [0, 0]), minutes(i64::MAX, [255, 255])), (270, 450));
    }
}
