//! Repairs of erasures. None of them ends one: that is the sweep's, with its certificate.

use rules::id::ApplicationId;
use sqlx::AnyConnection;

use super::{Code, Done};
use crate::{
    Office, Result,
    erase::own_objects,
    store::{ms, unknown},
};

impl Office {
    pub(super) async fn erase_row_of_dead_key(&self, id: &str) -> Done {
        let Some((key, life)) = self.key_and_life(id).await? else { return Ok(false) };
        let dead = !self.deaths(&[&key]).await?.is_empty() || !self.dead_among(&[&key]).await?.is_empty();
        if life != "live" || !dead || self.key_state(&key).await?.is_some() {
            return Ok(false);
        }
        let mut tx = self.records.write().await?;
        sqlx::query("UPDATE application SET life = 'erasing' WHERE id = $1 AND life = 'live'").bind(id).execute(&mut *tx).await?;
        self.put_erasure(&mut tx, id, &key).await?;
        self.enter_repair(&mut tx, Code::RowOfDeadKey, id).await?;
        tx.commit().await?;
        Ok(true)
    }

    pub(super) async fn enter_erasure_again(&self, id: &str) -> Done {
        let Some((key, life)) = self.key_and_life(id).await? else { return Ok(false) };
        if life == "live" {
            return Ok(false);
        }
        let mut tx = self.records.write().await?;
        let put = self.put_erasure(&mut tx, id, &key).await?;
        if put {
            self.enter_repair(&mut tx, Code::ErasingWithoutErasure, id).await?;
            tx.commit().await?;
        }
        Ok(put)
    }

    pub(super) async fn remove_erasure(&self, id: &str) -> Done {
        let key: Option<String> = sqlx::query_scalar("SELECT rk_id FROM erasure WHERE application_id = $1")
            .bind(id)
            .fetch_optional(self.records.read())
            .await?;
        let Some(key) = key else { return Ok(false) };
        if self.key_state(&key).await?.is_some() {
            return Ok(false);
        }
        let mut tx = self.records.write().await?;
        let removed = sqlx::query(
            "DELETE FROM erasure WHERE application_id = $1 AND NOT EXISTS (SELECT 1 FROM application a WHERE a.id = $1)",
        )
        .bind(id)
        .execute(&mut *tx)
        .await?
        .rows_affected();
        if removed > 0 {
            self.enter_for_all(&mut tx, Code::ErasureWithoutApplication, id).await?;
            tx.commit().await?;
        }
        Ok(removed > 0)
    }

    /// An erasure that has destroyed nothing goes; of any other the application is hidden, as its first step had it.
    pub(super) async fn settle_erasure(&self, id: &str) -> Done {
        let Some((key, _)) = self.key_and_life(id).await? else { return Ok(false) };
        let key_stands = self.key_state(&key).await?.is_some();
        let mut tx = self.records.write().await?;
        const OF_LIVING: &str =
            "application_id = $1 AND EXISTS (SELECT 1 FROM application a WHERE a.id = $1 AND a.life = 'live')";
        let removed = if key_stands {
            let sql = format!("DELETE FROM erasure WHERE step < 2 AND {OF_LIVING}");
            sqlx::query(sqlx::AssertSqlSafe(sql)).bind(id).execute(&mut *tx).await?.rows_affected()
        } else {
            0
        };
        let hidden = if removed == 0 {
            sqlx::query(
                "UPDATE application SET life = 'erasing' WHERE id = $1 AND life = 'live' \
                 AND EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = $1)",
            )
            .bind(id)
            .execute(&mut *tx)
            .await?
            .rows_affected()
        } else {
            0
        };
        if removed + hidden == 0 {
            return Ok(false);
        }
        self.enter_repair(&mut tx, Code::ErasureOfLiving, id).await?;
        tx.commit().await?;
        Ok(true)
    }

    pub(super) async fn delete_certified(&self, id: &str) -> Done {
        let Some((key, _)) = self.key_and_life(id).await? else { return Ok(false) };
        let number: String = sqlx::query_scalar("SELECT certificate_no FROM application WHERE id = $1")
            .bind(id)
            .fetch_one(self.records.read())
            .await?;
        let certified = self.certified([number.as_str()].into_iter()).await?.get(&number).is_some_and(|keys| *keys > 0);
        if !certified || self.key_state(&key).await?.is_some() {
            return Ok(false);
        }
        let application = ApplicationId::parse(id).ok_or_else(|| unknown("application.id"))?;
        let mut tx = self.records.write().await?;
        let objects = own_objects(&mut tx, &application).await?;
        self.enter_repair(&mut tx, Code::CertifiedRows, id).await?;
        if self.delete_rows(&mut tx, &application).await?.is_none() {
            return Ok(false);
        }
        tx.commit().await?;
        // If this is cut short, they are objects without a row.
        for object in &objects {
            self.blobs.delete(object).await?;
        }
        Ok(true)
    }

    /// Puts the row of an erasure as its next pass is to find it; false if it is there. A key that is gone was destroyed when its
    /// tombstone says, and by nobody if nothing says so: then the certificate counts none.
    async fn put_erasure(&self, tx: &mut AnyConnection, id: &str, key: &str) -> Result<bool> {
        let now = ms(self.wall.now());
        let died = self.deaths(&[key]).await?.get(key).copied();
        let dead = died.is_some() || !self.dead_among(&[&key.to_owned()]).await?.is_empty();
        let (step, unreadable_at, keys) = match self.key_state(key).await? {
            Some(_) => (1, None, 0),
            None => (2, Some(died.unwrap_or(now)), i64::from(dead)),
        };
        let put = sqlx::query(
            "INSERT INTO erasure (application_id, rk_id, step, started_at, unreadable_at, keys, objects) \
             VALUES ($1, $2, $3, $4, $5, $6, 0) ON CONFLICT (application_id) DO NOTHING",
        )
        .bind(id)
        .bind(key)
        .bind(step)
        .bind(ms(self.now()))
        .bind(unreadable_at)
        .bind(keys)
        .execute(tx)
        .await?;
        Ok(put.rows_affected() > 0)
    }

    async fn key_and_life(&self, id: &str) -> Result<Option<(String, String)>> {
        Ok(sqlx::query_as("SELECT rk_id, life FROM application WHERE id = $1")
            .bind(id)
            .fetch_optional(self.records.read())
            .await?)
    }
}
