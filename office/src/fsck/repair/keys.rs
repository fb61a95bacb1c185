//! Repairs of keys. Two of them destroy one: a key that the log or a tombstone says is dead, with no record that lives by it; and one that
//! was never confirmed, that no record lives by either.

use rules::id::KeyId;

use super::{Code, Done};
use crate::{Office, Result, fsck::Odd, store::unknown};

impl Office {
    pub(super) async fn destroy_again_one(&self, id: &str) -> Done {
        let (key, ids) = (id.to_owned(), [id]);
        let dead = !self.deaths(&ids).await?.is_empty() || !self.dead_among(&[&key]).await?.is_empty();
        if !dead || self.key_state(id).await?.is_none() || self.lives_by(id).await? {
            return Ok(false);
        }
        self.enter_before(Code::DeadKey, id).await?;
        self.destroy_key(id).await
    }

    pub(super) async fn confirm_waiting(&self, id: &str) -> Done {
        if self.key_state(id).await?.as_deref() != Some("pending") || !self.lives_by(id).await? {
            return Ok(false);
        }
        self.enter_before(Code::KeyUnconfirmed, id).await?;
        self.confirm_key(&KeyId::parse(id).ok_or_else(|| unknown("rk.id"))?).await?;
        Ok(true)
    }

    pub(super) async fn destroy_waiting(&self, id: &str) -> Done {
        // Any row counts, also of an application that is being erased.
        let rows: i64 = sqlx::query_scalar(
            "SELECT (SELECT COUNT(*) FROM application WHERE rk_id = $1) + (SELECT COUNT(*) FROM employee WHERE rk_id = $1) \
             + (SELECT COUNT(*) FROM kept WHERE rk_id = $1)",
        )
        .bind(id)
        .fetch_one(self.records.read())
        .await?;
        if rows > 0 || self.key_state(id).await?.is_none() {
            return Ok(false);
        }
        // Confirmed in one of the two it is a live key.
        for db in self.both_keys.each() {
            let state: Option<String> =
                sqlx::query_scalar("SELECT state FROM rk WHERE id = $1").bind(id).fetch_optional(db.read()).await?;
            if state.is_some_and(|state| state != "pending") {
                return Ok(false);
            }
        }
        self.enter_before(Code::KeyPending, id).await?;
        self.destroy_key(id).await
    }

    /// Every difference between mirror and key database is put right with the first of them.
    pub(super) async fn bring_mirror_in_line(&self, id: &str) -> Done {
        let mut odd = Odd::default();
        self.look_at_mirror(&mut odd).await?;
        if !odd.has(Code::Mirror, id) {
            return Ok(false);
        }
        self.enter_before(Code::Mirror, id.rsplit(' ').next().unwrap_or(id)).await?;
        self.bring_in_line().await?;
        Ok(true)
    }

    /// The state of a record key; `None` if it is not there.
    pub(super) async fn key_state(&self, id: &str) -> Result<Option<String>> {
        Ok(sqlx::query_scalar("SELECT state FROM rk WHERE id = $1").bind(id).fetch_optional(self.keys.read()).await?)
    }

    /// Whether a record that is not being erased lives by this key.
    async fn lives_by(&self, id: &str) -> Result<bool> {
        let rows: i64 = sqlx::query_scalar(
            "SELECT (SELECT COUNT(*) FROM application WHERE rk_id = $1 AND life = 'live') \
             + (SELECT COUNT(*) FROM employee WHERE rk_id = $1) + (SELECT COUNT(*) FROM kept WHERE rk_id = $1 AND erasing_at IS NULL)",
        )
        .bind(id)
        .fetch_one(self.records.read())
        .await?;
        Ok(rows > 0)
    }
}
