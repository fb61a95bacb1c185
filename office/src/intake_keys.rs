//! The intake keys: what is handed in is sealed under one of them until it is an application under a key of its own.

use vault::RecordKey;

use crate::{Office, Result, store::ms};

impl Office {
    /// The intake key in use, or the first one.
    pub(crate) async fn intake_key(&self) -> Result<(String, RecordKey)> {
        const CURRENT: &str = "SELECT id FROM intake_key WHERE retired_at IS NULL ORDER BY created_at DESC LIMIT 1";
        if let Some((id,)) = sqlx::query_as::<_, (String,)>(CURRENT).fetch_optional(self.keys.read()).await? {
            let key = self.open_intake_key(&id).await?;
            return Ok((id, key));
        }
        let (id, key) = (self.row_id(), RecordKey::generate(&self.rng));
        let generation = self.living_generation().await?;
        let mut tx = self.keys.write().await?;
        sqlx::query("INSERT INTO intake_key (id, generation_id, wrapped, created_at) VALUES ($1, $2, $3, $4)")
            .bind(&id)
            .bind(&generation.id)
            .bind(generation.key.wrap_record_key(&key, &self.house.store, &id, &self.rng))
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok((id, key))
    }

    pub(crate) async fn open_intake_key(&self, id: &str) -> Result<RecordKey> {
        let (generation, wrapped): (String, Vec<u8>) =
            sqlx::query_as("SELECT generation_id, wrapped FROM intake_key WHERE id = $1")
                .bind(id)
                .fetch_one(self.keys.read())
                .await?;
        self.unwrap_key(id, &generation, &wrapped).await
    }
}
