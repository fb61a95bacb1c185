//! The intake keys: what is handed in is sealed under one of them until it is an application under a key of its own. They die with
//! the turn of the generation: an envelope of which a write-ahead log or a backup kept a copy opens no longer than its key lives.

use fail::fail_point;
use rules::id::ApplicationId;
use sqlx::AssertSqlSafe;
use vault::{Context, RecordKey, open, seal};

use crate::{
    Engine, Error, Office, Result,
    house::Generation,
    mirror::KeysWrite,
    store::{ms, unknown},
    turn::Holder,
};

/// Envelopes sealed anew in one transaction. Few wait at any time.
const BATCH: i64 = 100;

impl Office {
    /// The intake key in use, or the first one.
    pub(crate) async fn intake_key(&self) -> Result<(String, RecordKey)> {
        const CURRENT: &str = "SELECT id FROM intake_key WHERE retired_at IS NULL ORDER BY created_at DESC, id LIMIT 1";
        while let Some(id) = sqlx::query_scalar::<_, String>(CURRENT).fetch_optional(self.keys.read()).await? {
            match self.open_intake_key(&id).await {
                Ok(key) => return Ok((id, key)),
                // The generation turned in this moment, and there is another one.
                Err(Error::Gone) => {}
                Err(error) => return Err(error),
            }
        }
        let generation = self.living_generation().await?;
        let mut tx = self.both_keys.write().await?;
        let made = self.make_intake_key(&mut tx, &generation).await?;
        tx.commit().await?;
        Ok(made)
    }

    /// The intake key of that id; [`Error::Gone`] once it died.
    pub(crate) async fn open_intake_key(&self, id: &str) -> Result<RecordKey> {
        let row: Option<(String, Vec<u8>)> = sqlx::query_as("SELECT generation_id, wrapped FROM intake_key WHERE id = $1")
            .bind(id)
            .fetch_optional(self.keys.read())
            .await?;
        let (generation, wrapped) = row.ok_or(Error::Gone)?;
        self.unwrap_key(id, &generation, &wrapped).await
    }

    /// Whether an intake key is the one in use: there, and not retired.
    pub(crate) async fn is_in_use(&self, id: &str) -> Result<bool> {
        let there: Option<String> = sqlx::query_scalar("SELECT id FROM intake_key WHERE id = $1 AND retired_at IS NULL")
            .bind(id)
            .fetch_optional(self.keys.read())
            .await?;
        Ok(there.is_some())
    }

    async fn make_intake_key(&self, tx: &mut KeysWrite, generation: &Generation) -> Result<(String, RecordKey)> {
        let (id, key) = (self.row_id(), RecordKey::generate(&self.rng));
        let wrapped = generation.key.wrap_record_key(&key, &self.house.store, &id, &self.rng);
        let now = ms(self.now());
        tx.run(|| {
            sqlx::query("INSERT INTO intake_key (id, generation_id, wrapped, created_at) VALUES ($1, $2, $3, $4)")
                .bind(&id)
                .bind(&generation.id)
                .bind(&wrapped)
                .bind(now)
        })
        .await?;
        Ok((id, key))
    }

    /// Retires the intake key in use and makes the next one, in the transaction in which a turn begins.
    pub(crate) async fn renew_intake_key(&self, tx: &mut KeysWrite, generation: &Generation) -> Result<()> {
        let now = ms(self.now());
        let retired = tx.run(|| sqlx::query("UPDATE intake_key SET retired_at = $1 WHERE retired_at IS NULL").bind(now)).await?;
        if retired > 0 {
            self.make_intake_key(tx, generation).await?;
        }
        Ok(())
    }

    /// Seals every envelope anew that stands under a retired intake key, whether it waits or is in quarantine, and destroys the key.
    /// Answers how many envelopes. Safe to be cut short.
    pub(crate) async fn end_retired_intake_keys(&self, holder: &Holder) -> Result<i64> {
        let retired: Vec<String> = sqlx::query_scalar("SELECT id FROM intake_key WHERE retired_at IS NOT NULL ORDER BY id")
            .fetch_all(self.keys.read())
            .await?;
        let mut envelopes = 0;
        for id in retired {
            envelopes += self.reseal_envelopes(&id, holder).await?;
            self.reseal_jobs(&id, holder).await?;
            fail_point!("turn.envelopes_resealed");
            let mut tx = self.both_keys.write().await?;
            tx.run(|| sqlx::query("DELETE FROM intake_key WHERE id = $1").bind(&id)).await?;
            tx.commit().await?;
            fail_point!("turn.intake_key_gone");
        }
        Ok(envelopes)
    }

    /// As for envelopes. What does not open is dropped: nobody can send it any more.
    async fn reseal_jobs(&self, retired: &str, holder: &Holder) -> Result<()> {
        let (old, (new_id, new)) = (self.open_intake_key(retired).await?, self.intake_key().await?);
        loop {
            self.hold(holder).await?;
            let mut tx = self.records.write().await?;
            if self.records.engine() == Engine::Postgres {
                sqlx::query("LOCK TABLE job IN SHARE ROW EXCLUSIVE MODE").execute(&mut *tx).await?;
            }
            let rows: Vec<(String, Vec<u8>)> = sqlx::query_as(AssertSqlSafe(format!(
                "SELECT id, sealed FROM job WHERE intake_key_id = $1 ORDER BY id LIMIT {BATCH}"
            )))
            .bind(retired)
            .fetch_all(&mut *tx)
            .await?;
            if rows.is_empty() {
                return Ok(());
            }
            for (id, sealed) in rows {
                let context = Context::job(&id);
                match open(&old, &context, &sealed) {
                    Ok(content) => {
                        sqlx::query("UPDATE job SET sealed = $1, intake_key_id = $2 WHERE id = $3")
                            .bind(seal(&new, &context, &self.rng, &content))
                            .bind(&new_id)
                            .bind(&id)
                            .execute(&mut *tx)
                            .await?;
                    }
                    Err(_) => {
                        tracing::error!(job = %id, "what waited to be sent does not open, and is dropped");
                        sqlx::query("DELETE FROM job WHERE id = $1").bind(&id).execute(&mut *tx).await?;
                    }
                }
            }
            tx.commit().await?;
            fail_point!("turn.job_batch");
        }
    }

    async fn reseal_envelopes(&self, retired: &str, holder: &Holder) -> Result<i64> {
        let (old, (new_id, new)) = (self.open_intake_key(retired).await?, self.intake_key().await?);
        let (mut after, mut resealed, mut broken) = (String::new(), 0, Vec::new());
        loop {
            self.hold(holder).await?;
            let mut tx = self.records.write().await?;
            // Whoever is handing one in at this moment looks once more for the living key before the commit. Here those are waited for who
            // looked before the key was retired: SQLite lets one write at a time, PostgreSQL is told to.
            if self.records.engine() == Engine::Postgres {
                sqlx::query("LOCK TABLE envelope IN SHARE ROW EXCLUSIVE MODE").execute(&mut *tx).await?;
            }
            let rows: Vec<(String, Vec<u8>)> = sqlx::query_as(AssertSqlSafe(format!(
                "SELECT id, sealed FROM envelope WHERE intake_key_id = $1 AND id > $2 ORDER BY id LIMIT {BATCH}"
            )))
            .bind(retired)
            .bind(&after)
            .fetch_all(&mut *tx)
            .await?;
            let Some((last, _)) = rows.last() else { break };
            after.clone_from(last);
            for (id, sealed) in rows {
                let context = Context::envelope(&id);
                let Ok(content) = open(&old, &context, &sealed) else {
                    broken.push(id);
                    continue;
                };
                // One that was converted meanwhile is not there any more.
                resealed +=
                    sqlx::query("UPDATE envelope SET sealed = $1, intake_key_id = $2 WHERE id = $3 AND intake_key_id = $4")
                        .bind(seal(&new, &context, &self.rng, &content))
                        .bind(&new_id)
                        .bind(&id)
                        .bind(retired)
                        .execute(&mut *tx)
                        .await?
                        .rows_affected();
            }
            tx.commit().await?;
            fail_point!("turn.envelope_batch");
        }
        for id in broken {
            // It never opened, and is put into quarantine, if it is not there yet, while that can be told.
            self.convert(&ApplicationId::parse(&id).ok_or_else(|| unknown("envelope.id"))?).await?;
        }
        Ok(i64::try_from(resealed).unwrap_or(i64::MAX))
    }
}
