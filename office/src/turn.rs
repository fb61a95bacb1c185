//! Turning the generation: every living key is sealed anew under a new generation key, and the old one is destroyed. From then on
//! no copy of the key database made before opens anything, so that what was erased since is unreadable in every copy.
//!
//! Each step is safe to be cut short; the next turn goes on where the last one stopped. That no key is left behind under the old
//! generation is held by the key database itself: its row cannot go while a key refers to it.

use std::path::PathBuf;

use fail::fail_point;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use vault::key_file;

use crate::{
    Error, Office, Result,
    house::{Generation, in_words, new_key_file},
    log::Certificate,
    store::{at, ms, unknown},
};

/// What a turn did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The generation that lives now.
    pub generation: String,
    /// Keys sealed anew.
    pub keys: i64,
    /// The fresh copy of the key database, where one is kept.
    pub copy: Option<PathBuf>,
    /// Since when nothing opens under the old generation.
    pub at: Timestamp,
}

/// A turn, as the log holds it.
#[derive(Serialize, Deserialize)]
struct Turn {
    generation: String,
    /// What died before was not sealed anew.
    begun_at: Timestamp,
    keys: i64,
}

/// The longest that a generation lives.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
/// After a key was destroyed the generation turns, but not more often than this: an erasure is to be complete in every copy within
/// a day (docs/PROMISES.md, n10), and a sweep comes every quarter of an hour.
const DAY: SignedDuration = SignedDuration::from_hours(20);
/// Keys sealed anew in one transaction.
const BATCH: i64 = 500;
/// While a turn runs, other processes may still seal under the old generation: so often their keys are gathered in.
const ROUNDS: usize = 20;
const LEASE: &str = "turn";
const LEASE_MS: i64 = 60_000;

/// The kind of a turn's entry in the log.
const TURN: &str = "turn";

/// Where record keys and intake keys stand: what lists those that are not under the living generation, and what seals one anew.
const TABLES: [(&str, &str); 2] = [
    (
        "SELECT id, generation_id, wrapped FROM rk WHERE generation_id <> $1 ORDER BY id LIMIT $2",
        "UPDATE rk SET wrapped = $1, generation_id = $2 WHERE id = $3 AND generation_id = $4",
    ),
    (
        "SELECT id, generation_id, wrapped FROM intake_key WHERE generation_id <> $1 ORDER BY id LIMIT $2",
        "UPDATE intake_key SET wrapped = $1, generation_id = $2 WHERE id = $3 AND generation_id = $4",
    ),
];

impl Office {
    /// Turns the generation if it is a week old, or if a key was destroyed under it and it is nearly a day old. The house calls this
    /// after each sweep.
    ///
    /// # Errors
    /// As [`Office::turn_generation`].
    pub async fn turn_if_due(&self) -> Result<Option<Turned>> {
        let since = self.living_since().await?;
        let dead: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM tombstone WHERE at >= $1").bind(since).fetch_one(self.keys.read()).await?;
        let age = self.now().duration_since(at(since));
        if self.has_begun()? || age >= WEEK || (dead > 0 && age >= DAY) {
            self.turn_generation().await.map(Some)
        } else {
            Ok(None)
        }
    }

    /// Turns the generation now, or ends a turn that was cut short. The house calls this by itself, an operator by hand; other processes
    /// may go on serving.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words, also while another process turns it; the next turn goes on from there.
    pub async fn turn_generation(&self) -> Result<Turned> {
        let holder = self.row_id();
        let fence = self.lease(LEASE, &holder, LEASE_MS).await?.ok_or_else(under_way)?;
        let turned = self.turn_under(&holder, fence).await;
        self.end_lease(LEASE, &holder).await?;
        turned
    }

    async fn turn_under(&self, holder: &str, fence: i64) -> Result<Turned> {
        let path = &self.settings.generation_key_file;
        self.house.refresh(&self.settings, &self.keys).await?;
        if !self.has_begun()? {
            self.begin_turn().await?;
        }
        let living = self.house.living();
        let begun_at = at(self.living_since().await?);
        let mut keys = 0;
        for round in 0.. {
            keys += self.reseal(&living, holder, fence).await?;
            if self.retire_the_one_before().await? {
                break;
            }
            if round == ROUNDS {
                return Err(Error::Unavailable("other processes keep sealing under the old generation".to_owned()));
            }
        }
        fail_point!("turn.nothing_left");
        // The old key dies only once a copy of the new keys is known to open.
        let copy = match &self.settings.key_copies {
            Some(directory) => Some(self.copy_keys(directory).await?),
            None => None,
        };
        fail_point!("turn.copied");
        key_file::put_next_in_place(path).map_err(in_words)?;
        fail_point!("turn.old_key_gone");
        self.keys.checkpoint().await?;
        self.house.refresh(&self.settings, &self.keys).await?;
        let ended = self.now();
        self.enter_turn(&Turn { generation: living.id.clone(), begun_at, keys }).await?;
        Ok(Turned { generation: living.id.clone(), keys, copy, at: ended })
    }

    /// Whether a turn was cut short: the one before is still there, or the living key has not its place yet.
    fn has_begun(&self) -> Result<bool> {
        let next = key_file::next(&self.settings.generation_key_file);
        let placed = !next.exists() || key_file::read(&next).map_err(in_words)?.0 != self.house.living().id;
        Ok(self.house.before().is_some() || !placed)
    }

    async fn living_since(&self) -> Result<i64> {
        let since = "SELECT created_at FROM generation WHERE retired_at IS NULL";
        Ok(sqlx::query_scalar(since).fetch_one(self.keys.read()).await?)
    }

    async fn begin_turn(&self) -> Result<()> {
        let next = key_file::next(&self.settings.generation_key_file);
        // One that a turn left which never began seals nothing yet.
        let id = if next.exists() { key_file::read(&next).map_err(in_words)?.0 } else { new_key_file(&next, &self.rng)?.0 };
        fail_point!("turn.key_written");
        let now = ms(self.now());
        let mut tx = self.keys.write().await?;
        let retired = sqlx::query("UPDATE generation SET retired_at = $1 WHERE id = $2 AND retired_at IS NULL")
            .bind(now)
            .bind(&self.house.living().id)
            .execute(&mut *tx)
            .await?;
        if retired.rows_affected() == 0 {
            return Err(under_way());
        }
        sqlx::query("INSERT INTO generation (id, created_at) VALUES ($1, $2)").bind(&id).bind(now).execute(&mut *tx).await?;
        tx.commit().await?;
        fail_point!("turn.begun");
        self.house.refresh(&self.settings, &self.keys).await
    }

    /// Seals every key anew that is not under the living generation.
    async fn reseal(&self, living: &Generation, holder: &str, fence: i64) -> Result<i64> {
        let mut resealed = 0;
        for (select, update) in TABLES {
            loop {
                if self.lease(LEASE, holder, LEASE_MS).await? != Some(fence) {
                    return Err(under_way());
                }
                let rows: Vec<(String, String, Vec<u8>)> =
                    sqlx::query_as(select).bind(&living.id).bind(BATCH).fetch_all(self.keys.read()).await?;
                if rows.is_empty() {
                    break;
                }
                let mut tx = self.keys.write().await?;
                for (id, generation, wrapped) in rows {
                    let key = self.house.unwrap(&id, &generation, &wrapped)?;
                    let wrapped = living.key.wrap_record_key(&key, &self.house.store, &id, &self.rng);
                    // A key that was destroyed meanwhile stays so.
                    resealed += sqlx::query(update)
                        .bind(wrapped)
                        .bind(&living.id)
                        .bind(&id)
                        .bind(&generation)
                        .execute(&mut *tx)
                        .await?
                        .rows_affected();
                }
                tx.commit().await?;
                fail_point!("turn.batch");
            }
        }
        let mut tx = self.keys.write().await?;
        resealed +=
            sqlx::query("UPDATE house_key SET wrapped = $1, generation_id = $2 WHERE name = 'mac' AND generation_id <> $2")
                .bind(living.key.wrap_mac_key(&self.house.mac, &self.house.store, &self.rng))
                .bind(&living.id)
                .execute(&mut *tx)
                .await?
                .rows_affected();
        tx.commit().await?;
        Ok(i64::try_from(resealed).unwrap_or(i64::MAX))
    }

    /// Takes the old generation out of the key database; false if a key came to it in the meantime.
    async fn retire_the_one_before(&self) -> Result<bool> {
        let mut tx = self.keys.write().await?;
        match sqlx::query("DELETE FROM generation WHERE retired_at IS NOT NULL").execute(&mut *tx).await {
            Ok(_) => {
                tx.commit().await?;
                Ok(true)
            }
            Err(sqlx::Error::Database(error)) if error.is_foreign_key_violation() => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    async fn enter_turn(&self, turn: &Turn) -> Result<()> {
        let body = serde_json::to_string(turn).map_err(|_| unknown("entry_in.body"))?;
        let mut tx = self.records.write().await?;
        self.enter_raw(&mut tx, TURN, "", &turn.generation, &body).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Since when what a certificate speaks of cannot be read in any copy either: the end of the first turn that began after its key
    /// was destroyed, and so never sealed it anew. Anybody who has the certificate may ask.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn unreadable_everywhere(&self, certificate: &Certificate) -> Result<Option<Timestamp>> {
        let mut turns: Vec<(i64, String)> = Vec::new();
        for (db, query) in [
            (&self.records, "SELECT at, body FROM entry_in WHERE kind = $1 AND at >= $2 ORDER BY at LIMIT 10"),
            (&self.log, "SELECT at, body FROM leaf WHERE kind = $1 AND at >= $2 ORDER BY at LIMIT 10"),
        ] {
            let rows: Vec<(i64, String)> =
                sqlx::query_as(query).bind(TURN).bind(ms(certificate.unreadable_at)).fetch_all(db.read()).await?;
            turns.extend(rows);
        }
        turns.sort_unstable();
        for (ended, body) in turns {
            let turn: Turn = serde_json::from_str(&body).map_err(|_| unknown("leaf.body"))?;
            if turn.begun_at > certificate.unreadable_at {
                return Ok(Some(at(ended)));
            }
        }
        Ok(None)
    }
}

fn under_way() -> Error {
    Error::Unavailable("another process is turning the generation, or ended in the midst of it less than a minute ago".to_owned())
}
