//! Record keys in the key database: made pending, confirmed once their row stands, destroyed for good.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use rules::id::KeyId;
use sqlx::AssertSqlSafe;
use vault::RecordKey;

use crate::{
    Error, Office, Result,
    house::Generation,
    store::{ms, placeholders},
};

/// The kind of a log entry that names a key destroyed with its application: an older key database brings it back.
pub(crate) const DEATH: &str = "death";
/// Keys asked about at a time.
const PAGE: i64 = 500;

impl Office {
    /// Makes a record key that is pending until [`Office::confirm_key`]. `email` leaves its keyed hash beside the key.
    pub(crate) async fn make_key(&self, email: Option<&str>) -> Result<(KeyId, RecordKey)> {
        let (id, key) = (KeyId::from_bytes(self.rng.bytes()), RecordKey::generate(&self.rng));
        let generation = self.living_generation().await?;
        let wrapped = generation.key.wrap_record_key(&key, &self.house.store, id.as_str(), &self.rng);
        let (email_mac, now) = (email.map(|email| self.house.mac.email_mac(email).to_vec()), ms(self.now()));
        let mut tx = self.both_keys.write().await?;
        tx.run(|| {
            sqlx::query(
                "INSERT INTO rk (id, state, generation_id, wrapped, email_mac, created_at) VALUES ($1, 'pending', $2, $3, $4, $5)",
            )
            .bind(id.as_str())
            .bind(&generation.id)
            .bind(&wrapped)
            .bind(email_mac.clone())
            .bind(now)
        })
        .await?;
        tx.commit().await?;
        Ok((id, key))
    }

    /// Confirms a key: its row has committed. [`Error::Gone`] if there is no such key any more.
    pub(crate) async fn confirm_key(&self, id: &KeyId) -> Result<()> {
        let mut tx = self.both_keys.write().await?;
        // One that is live already was confirmed by a sweep.
        let confirmed = tx.run(|| sqlx::query("UPDATE rk SET state = 'live' WHERE id = $1").bind(id.as_str())).await?;
        tx.commit().await?;
        if confirmed == 0 { Err(Error::Gone) } else { Ok(()) }
    }

    /// Asked last before a row commits that lives by this key: whether it still waits for that row. A sweep at another instant may have
    /// taken it for one that nobody needs.
    pub(crate) async fn key_waits(&self, id: &KeyId) -> Result<()> {
        let waits: Option<String> =
            sqlx::query_scalar("SELECT id FROM rk WHERE id = $1").bind(id.as_str()).fetch_optional(self.keys.read()).await?;
        waits.map(drop).ok_or_else(|| Error::Unavailable("a key was swept before its record was written".to_owned()))
    }

    /// The record key; [`Error::Gone`] once it was destroyed.
    pub(crate) async fn record_key(&self, id: &str) -> Result<RecordKey> {
        self.record_keys(&[id.to_owned()]).await?.remove(id).ok_or(Error::Gone)
    }

    /// The record keys that still exist, by id.
    pub(crate) async fn record_keys(&self, ids: &[String]) -> Result<HashMap<String, RecordKey>> {
        let mut keys = HashMap::with_capacity(ids.len());
        // Both engines take far more, but one page needs no more than this.
        for ids in ids.chunks(500) {
            let sql = format!("SELECT id, generation_id, wrapped FROM rk WHERE id IN ({})", placeholders(1, ids.len()));
            let query =
                ids.iter().fold(sqlx::query_as::<_, (String, String, Vec<u8>)>(AssertSqlSafe(sql)), |query, id| query.bind(id));
            for (id, generation, wrapped) in query.fetch_all(self.keys.read()).await? {
                let key = self.unwrap_key(&id, &generation, &wrapped).await?;
                keys.insert(id, key);
            }
        }
        Ok(keys)
    }

    /// The generation under which keys are sealed now: another process may have turned it since this one looked.
    pub(crate) async fn living_generation(&self) -> Result<Arc<Generation>> {
        let id: String =
            sqlx::query_scalar("SELECT id FROM generation WHERE retired_at IS NULL").fetch_one(self.keys.read()).await?;
        if self.house.living().id != id {
            self.house.refresh(&self.keys).await?;
        }
        Ok(self.house.living())
    }

    /// Opens a key as it stands in the key database, under whichever generation.
    pub(crate) async fn unwrap_key(&self, id: &str, generation: &str, wrapped: &[u8]) -> Result<RecordKey> {
        if !self.house.knows(generation) {
            self.house.refresh(&self.keys).await?;
        }
        self.house.unwrap(id, generation, wrapped)
    }

    /// Destroys the keys that the log says were destroyed and that stand in the key database all the same: somebody put an older copy
    /// of it in place. At the start, and before the generation turns.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub(crate) async fn bury_again(&self) -> Result<()> {
        let (mut after, mut buried) = (String::new(), 0);
        loop {
            let ids: Vec<String> = sqlx::query_scalar("SELECT id FROM rk WHERE id > $1 ORDER BY id LIMIT $2")
                .bind(&after)
                .bind(PAGE)
                .fetch_all(self.keys.read())
                .await?;
            let Some(last) = ids.last() else { break };
            after.clone_from(last);
            for id in self.dead_among(&ids.iter().collect::<Vec<_>>()).await? {
                buried += i64::from(self.destroy_key(&id).await?);
            }
        }
        if buried > 0 {
            tracing::error!(
                keys = buried,
                "keys of erased applications stood in the key database again and are destroyed: it is an older copy"
            );
            self.both_keys.checkpoint().await?;
        }
        Ok(())
    }

    /// Those of some keys that were destroyed with their application, as the log has it, or will.
    pub(crate) async fn dead_among(&self, ids: &[&String]) -> Result<HashSet<String>> {
        let mut dead = HashSet::new();
        for ids in ids.chunks(PAGE as usize) {
            for (db, table) in [(&self.records, "entry_in"), (&self.log, "leaf")] {
                let sql =
                    format!("SELECT subject FROM {table} WHERE kind = '{DEATH}' AND subject IN ({})", placeholders(1, ids.len()));
                let query = ids.iter().fold(sqlx::query_scalar(AssertSqlSafe(sql)), |query, id| query.bind(*id));
                let found: Vec<String> = query.fetch_all(db.read()).await?;
                dead.extend(found);
            }
        }
        Ok(dead)
    }

    /// Destroys a record key and leaves its tombstone. Safe to repeat; true if the key was still there.
    pub(crate) async fn destroy_key(&self, id: &str) -> Result<bool> {
        Ok(self.destroy_keys(&[id]).await? > 0)
    }

    /// Destroys record keys and leaves their tombstones, all of them or none. Safe to repeat; answers how many were still there.
    pub(crate) async fn destroy_keys(&self, ids: &[&str]) -> Result<usize> {
        let mut tx = self.both_keys.write().await?;
        let mut destroyed = Vec::with_capacity(ids.len());
        for id in ids {
            if tx.run(|| sqlx::query("DELETE FROM rk WHERE id = $1").bind(*id)).await? > 0 {
                destroyed.push(*id);
            }
        }
        // Only now: whoever was waited for, be it a turn, has not sealed them anew after this instant.
        let now = ms(self.wall.now());
        for id in &destroyed {
            // The mirror may have it from a try that did not come through.
            tx.run(|| {
                sqlx::query("INSERT INTO tombstone (rk_id, at) VALUES ($1, $2) ON CONFLICT (rk_id) DO NOTHING")
                    .bind(*id)
                    .bind(now)
            })
            .await?;
        }
        tx.commit().await?;
        Ok(destroyed.len())
    }

    /// When keys died, by their id; those that did not are left out.
    pub(crate) async fn deaths(&self, ids: &[&str]) -> Result<HashMap<String, i64>> {
        let sql = format!("SELECT rk_id, at FROM tombstone WHERE rk_id IN ({})", placeholders(1, ids.len()));
        let query = ids.iter().fold(sqlx::query_as::<_, (String, i64)>(AssertSqlSafe(sql)), |query, id| query.bind(*id));
        Ok(query.fetch_all(self.keys.read()).await?.into_iter().collect())
    }
}
