//! Leases: who runs a job right now. A lease ends by itself, so that a holder that died stands in nobody's way.

use std::time::Duration;

use crate::{Office, Result, store::ms};

/// A lease that is held over a long act and renewed on the way.
pub(crate) struct Held<'a> {
    office: &'a Office,
    name: &'static str,
    holder: String,
    fence: i64,
    for_ms: i64,
    renewed_at: i64,
}

impl Held<'_> {
    /// Whether it is held still; asked before each piece of the act. It asks the database only once a third of its time is over, or
    /// after the clock was set. A holder that slept too long thus learns that it has lost it, and ends without a word: somebody else
    /// went on.
    pub(crate) async fn keep(&mut self) -> Result<bool> {
        let now = ms(self.office.wall.now());
        if (0..self.for_ms / 3).contains(&(now - self.renewed_at)) {
            return Ok(true);
        }
        let fence = self.office.lease(self.name, &self.holder, self.for_ms).await?;
        self.renewed_at = now;
        Ok(fence == Some(self.fence))
    }

    /// Ends it before its time. If that does not come through, time ends it.
    pub(crate) async fn end(self) {
        if let Err(error) = self.office.end_lease(self.name, &self.holder).await {
            tracing::warn!(%error, "a lease could not be ended; it ends by itself");
        }
    }
}

impl Office {
    /// Takes the lease `name` to hold it over a long act; `None` while another holds it. Parameters as of [`Office::lease`].
    pub(crate) async fn hold_lease(&self, name: &'static str, for_ms: i64) -> Result<Option<Held<'_>>> {
        let (holder, renewed_at) = (self.row_id(), ms(self.wall.now()));
        let fence = self.lease(name, &holder, for_ms).await?;
        Ok(fence.map(|fence| Held { office: self, name, holder, fence, for_ms, renewed_at }))
    }

    /// Takes the lease `name` for `holder`, or renews it, and answers its fence; `None` while another holds it.
    ///
    /// The fence stays the same while a holder renews in time and grows with every other taking: whoever gets another one than
    /// before has lost the lease in between and must begin anew. It runs by the wall clock, whatever instant a pass is made for. Each
    /// lease is taken for the same `for_ms` everywhere: one that ends later than twice that was taken before the clock was set back, and
    /// does not count.
    pub(crate) async fn lease(&self, name: &str, holder: &str, for_ms: i64) -> Result<Option<i64>> {
        let now = ms(self.wall.now());
        let mut tx = self.records.write().await?;
        let fence = sqlx::query_scalar(
            "INSERT INTO lease (name, holder, until_at, fence) VALUES ($1, $2, $3, 1) ON CONFLICT (name) DO UPDATE SET \
             fence = CASE WHEN lease.holder = excluded.holder AND lease.until_at > $4 THEN lease.fence ELSE lease.fence + 1 END, \
             holder = excluded.holder, until_at = excluded.until_at \
             WHERE lease.holder = excluded.holder OR lease.until_at <= $4 OR lease.until_at > $5 RETURNING fence",
        )
        .bind(name)
        .bind(holder)
        .bind(now + for_ms)
        .bind(now)
        .bind(now + 2 * for_ms)
        .fetch_optional(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(fence)
    }

    /// Runs `act` under the lease `name`, which is renewed however long that takes; `None` while another holds it, and once it is lost: `act`
    /// is given up then.
    pub(crate) async fn under_lease<T>(
        &self,
        name: &str,
        for_ms: u32,
        act: impl Future<Output = Result<T>>,
    ) -> Result<Option<T>> {
        let (holder, for_ms, renewal) = (self.row_id(), i64::from(for_ms), Duration::from_millis(u64::from(for_ms / 20)));
        let Some(fence) = self.lease(name, &holder, for_ms).await? else { return Ok(None) };
        let lost = async {
            loop {
                tokio::time::sleep(renewal).await;
                match self.lease(name, &holder, for_ms).await {
                    Ok(Some(renewed)) if renewed == fence => {}
                    Ok(_) => break Ok(None),
                    Err(error) => break Err(error),
                }
            }
        };
        let outcome = tokio::select! {
            outcome = act => outcome.map(Some),
            lost = lost => lost,
        };
        self.end_lease(name, &holder).await?;
        outcome
    }

    /// Ends a lease before its time, if `holder` still has it.
    pub(crate) async fn end_lease(&self, name: &str, holder: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        sqlx::query("UPDATE lease SET until_at = 0 WHERE name = $1 AND holder = $2")
            .bind(name)
            .bind(holder)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
