//! Turning the generation: every living key is sealed anew under a new generation key, and the old one is destroyed. From then on
//! no copy of the key database made before opens anything, so that what was erased since is unreadable in every copy.
//!
//! Each step is safe to be cut short; the next turn goes on where the last one stopped. That no key is left behind under the old
//! generation is held by the key database itself: its row cannot go while a key refers to it.

use std::path::{Path, PathBuf};

use fail::fail_point;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sqlx::AssertSqlSafe;

use crate::{
    Db, Error, Office, Result,
    house::Generation,
    key_copy,
    log::Certificate,
    providers::Next,
    store::{at, ms, unknown},
};

/// What a turn did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The generation that lives now.
    pub generation: String,
    /// Keys sealed anew.
    pub keys: i64,
    /// Envelopes that waited, or were in quarantine, sealed anew under the next intake key.
    pub envelopes: i64,
    /// The fresh copy of the key database, where one is kept.
    pub copy: Option<PathBuf>,
    /// Since when nothing opens under the old generation.
    pub at: Timestamp,
}

/// How far a turn came.
enum Outcome {
    Turned(Turned),
    /// The operator has to do something first; in words.
    Waits(String),
}

/// Who turns the generation.
pub(crate) struct Holder {
    id: String,
    fence: i64,
}

/// A turn, as the log holds it.
#[derive(Serialize, Deserialize)]
struct Turn {
    generation: String,
    /// The one that died; older entries do not say.
    #[serde(default)]
    before: String,
    /// What died before was not sealed anew.
    begun_at: Timestamp,
    keys: i64,
}

/// The longest that a generation lives.
pub(crate) const WEEK: SignedDuration = rules::retention_classes::GENERATION;
/// After a key was destroyed the generation turns, but not more often than this: an erasure is to be complete in every copy within
/// a day (docs/PROMISES.md, n10), and a sweep comes every quarter of an hour.
pub(crate) const DAY: SignedDuration = SignedDuration::from_hours(20);
/// Keys sealed anew in one transaction.
const BATCH: i64 = 500;
/// While a turn runs, other processes may still seal under the old generation: so often their keys are gathered in.
const ROUNDS: usize = 20;
const LEASE: &str = "turn";
const LEASE_MS: u32 = 60_000;

/// The kind of a turn's entry in the log.
const TURN: &str = "turn";

/// Where record keys, intake keys and the keys of the journal's months stand.
const TABLES: [&str; 3] = ["rk", "intake_key", "journal_month"];

impl Office {
    /// Turns the generation if it is a week old, or if a key was destroyed under it and it is nearly a day old. The house calls this
    /// after each sweep.
    ///
    /// Where it waits for the operator, it says so once a day in the log and answers `None`.
    ///
    /// # Errors
    /// As [`Office::turn_generation`].
    pub async fn turn_if_due(&self) -> Result<Option<Turned>> {
        if !self.is_turn_due().await? {
            return Ok(None);
        }
        match self.turn().await? {
            Outcome::Turned(turned) => Ok(Some(turned)),
            Outcome::Waits(words) => {
                if self.house.tell(self.now()) {
                    tracing::warn!(words, "the generation waits for you to turn");
                }
                Ok(None)
            }
        }
    }

    pub(crate) async fn is_turn_due(&self) -> Result<bool> {
        let since = self.living_since().await?;
        let dead: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM tombstone WHERE at >= $1").bind(since).fetch_one(self.keys.read()).await?;
        let age = self.now().duration_since(at(since));
        Ok(self.has_begun().await? || age >= WEEK || (dead > 0 && age >= DAY))
    }

    /// Turns the generation now, or ends a turn that was cut short. The house calls this by itself, an operator by hand; other processes
    /// may go on serving.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words, also while another process turns it, and while the operator has to do something first; the next
    /// turn goes on from there.
    pub async fn turn_generation(&self) -> Result<Turned> {
        match self.turn().await? {
            Outcome::Turned(turned) => Ok(turned),
            Outcome::Waits(words) => Err(Error::Unavailable(words)),
        }
    }

    async fn turn(&self) -> Result<Outcome> {
        let id = self.row_id();
        let fence = self.lease(LEASE, &id, LEASE_MS.into()).await?.ok_or_else(under_way)?;
        let holder = Holder { id, fence };
        let outcome = self.turn_under(&holder).await;
        self.end_lease(LEASE, &holder.id).await?;
        outcome
    }

    async fn turn_under(&self, holder: &Holder) -> Result<Outcome> {
        self.house.refresh(&self.keys).await?;
        self.bring_in_line().await?;
        self.bury_again().await?;
        if !self.has_begun().await? {
            // Said before anything is begun, not once the old key is about to go.
            if let Some(directory) = &self.settings.key_copies {
                key_copy::check_place(directory, &self.settings)?;
            }
            if let Some(words) = self.missing_keys().await? {
                return Ok(Outcome::Waits(words));
            }
            if let Some(words) = self.begin_turn().await? {
                return Ok(Outcome::Waits(words));
            }
        }
        let living = self.house.living();
        let before = self.retired_generation().await?;
        let begun_at = at(self.living_since().await?);
        let (mut keys, mut envelopes) = (0, 0);
        for round in 0.. {
            envelopes += self.end_retired_intake_keys(holder).await?;
            keys += self.reseal(&living, holder).await?;
            if let Some(before) = &before
                && let Some(words) = self.house.provider.keeps(before)?
            {
                // Whoever reads the words takes the old key away: the copy that opens without it is there by then.
                self.copy_once(begun_at).await?;
                return Ok(Outcome::Waits(words));
            }
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
            Some(directory) => Some(self.copy_keys_now(directory).await?),
            None => None,
        };
        fail_point!("turn.copied");
        if let Some(words) = self.house.provider.settle(&living.id).await? {
            return Ok(Outcome::Waits(words));
        }
        fail_point!("turn.old_key_gone");
        self.both_keys.checkpoint().await?;
        self.records.checkpoint().await?;
        self.house.refresh(&self.keys).await?;
        let (generation, ended) = (living.id.clone(), self.now());
        let before = before.unwrap_or_default();
        self.enter_turn(&Turn { generation: generation.clone(), before, begun_at, keys }).await?;
        Ok(Outcome::Turned(Turned { generation, keys, envelopes, copy, at: ended }))
    }

    /// Copies the key database where copies are kept, unless there is a copy made since the turn began that has no key of before.
    async fn copy_once(&self, begun_at: Timestamp) -> Result<()> {
        let Some(directory) = &self.settings.key_copies else { return Ok(()) };
        let newest = key_copy::newest(directory).unwrap_or_default().filter(|(made, _)| *made > ms(begun_at));
        let there = match newest {
            // One that does not open is none.
            Some((_, copy)) => self.outlives_the_turn(&copy).await.unwrap_or(false),
            None => false,
        };
        if !there {
            self.copy_keys_now(directory).await?;
        }
        Ok(())
    }

    async fn outlives_the_turn(&self, copy: &Path) -> Result<bool> {
        let copy = key_copy::open_copy(copy).await?;
        let outlives = key_copy::is_under(&copy, &self.house.living().id).await;
        copy.close().await;
        outlives
    }

    /// Runs `act` while nobody turns the generation, however long it takes.
    pub(crate) async fn between_turns<T>(&self, act: impl Future<Output = Result<T>>) -> Result<T> {
        self.under_lease(LEASE, LEASE_MS, act).await?.ok_or_else(under_way)
    }

    /// Goes on holding the turn; an error once another process took it over.
    pub(crate) async fn hold(&self, holder: &Holder) -> Result<()> {
        let fence = self.lease(LEASE, &holder.id, LEASE_MS.into()).await?;
        if fence == Some(holder.fence) { Ok(()) } else { Err(under_way()) }
    }

    /// Whether a turn was cut short: the one before is still there, or the living key has not its place yet.
    async fn has_begun(&self) -> Result<bool> {
        Ok(self.retired_generation().await?.is_some() || !self.house.provider.is_settled(&self.house.living().id)?)
    }

    async fn retired_generation(&self) -> Result<Option<String>> {
        let retired = "SELECT id FROM generation WHERE retired_at IS NOT NULL LIMIT 1";
        Ok(sqlx::query_scalar(retired).fetch_optional(self.keys.read()).await?)
    }

    async fn living_since(&self) -> Result<i64> {
        let since = "SELECT created_at FROM generation WHERE retired_at IS NULL";
        Ok(sqlx::query_scalar(since).fetch_one(self.keys.read()).await?)
    }

    /// Begins a turn; words, if the operator has to do something first.
    async fn begin_turn(&self) -> Result<Option<String>> {
        let living = self.house.living();
        let next = match self.house.provider.next(&living.id, &self.house.store, &self.rng).await? {
            Next::Key(id, key) => Generation { id, key },
            Next::Waits(words) => return Ok(Some(words)),
        };
        fail_point!("turn.key_written");
        if self.has_lived(&next.id).await? {
            return Ok(Some(
                "the next generation key is one that died before, and copies of its time would open again: put a new one in its place \
                 (`ablauf keys generate`)"
                    .to_owned(),
            ));
        }
        let now = ms(self.now());
        let mut tx = self.both_keys.write().await?;
        let retired = tx
            .run(|| {
                sqlx::query("UPDATE generation SET retired_at = $1 WHERE id = $2 AND retired_at IS NULL")
                    .bind(now)
                    .bind(&living.id)
            })
            .await?;
        if retired == 0 {
            return Err(under_way());
        }
        tx.run(|| {
            sqlx::query("INSERT INTO generation (id, created_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING")
                .bind(&next.id)
                .bind(now)
        })
        .await?;
        self.renew_intake_key(&mut tx, &next).await?;
        tx.commit().await?;
        fail_point!("turn.begun");
        self.house.refresh(&self.keys).await?;
        Ok(None)
    }

    /// Whether a generation of that id lived before: each turn is in the log, with the one that died.
    async fn has_lived(&self, generation: &str) -> Result<bool> {
        for (db, query) in
            [(&self.records, "SELECT body FROM entry_in WHERE kind = $1"), (&self.log, "SELECT body FROM leaf WHERE kind = $1")]
        {
            let bodies: Vec<String> = sqlx::query_scalar(query).bind(TURN).fetch_all(db.read()).await?;
            for body in bodies {
                let turn: Turn = serde_json::from_str(&body).map_err(|_| unknown("leaf.body"))?;
                if generation == turn.generation || generation == turn.before {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Seals every key anew that is not under the living generation, in key database and mirror each by itself.
    async fn reseal(&self, living: &Generation, holder: &Holder) -> Result<i64> {
        let mut resealed = 0;
        for db in self.both_keys.each() {
            resealed = self.reseal_in(db, living, holder).await?;
        }
        Ok(resealed)
    }

    async fn reseal_in(&self, db: &Db, living: &Generation, holder: &Holder) -> Result<i64> {
        let mut resealed = 0;
        for table in TABLES {
            // Each batch begins behind the one before, so that the work grows with the keys and no faster; a key that comes in behind it is
            // found by the next round.
            let select = format!(
                "SELECT id, generation_id, wrapped FROM {table} WHERE generation_id <> $1 AND id > $2 ORDER BY id LIMIT $3"
            );
            let mut after = String::new();
            let update = format!("UPDATE {table} SET wrapped = $1, generation_id = $2 WHERE id = $3 AND generation_id = $4");
            loop {
                self.hold(holder).await?;
                let rows: Vec<(String, String, Vec<u8>)> = sqlx::query_as(AssertSqlSafe(select.clone()))
                    .bind(&living.id)
                    .bind(&after)
                    .bind(BATCH)
                    .fetch_all(db.read())
                    .await?;
                let Some((last, ..)) = rows.last() else { break };
                after.clone_from(last);
                let mut tx = db.write().await?;
                for (id, generation, wrapped) in rows {
                    let key = self.house.unwrap(&id, &generation, &wrapped)?;
                    let wrapped = living.key.wrap_record_key(&key, &self.house.store, &id, &self.rng);
                    // A key that was destroyed meanwhile stays so.
                    resealed += sqlx::query(AssertSqlSafe(update.clone()))
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
        let mut tx = db.write().await?;
        for (name, wrapped) in self.house.sealed_under(living, &self.rng) {
            resealed +=
                sqlx::query("UPDATE house_key SET wrapped = $1, generation_id = $2 WHERE name = $3 AND generation_id <> $2")
                    .bind(wrapped)
                    .bind(&living.id)
                    .bind(name)
                    .execute(&mut *tx)
                    .await?
                    .rows_affected();
        }
        tx.commit().await?;
        Ok(i64::try_from(resealed).unwrap_or(i64::MAX))
    }

    /// Takes the old generation out of the key database and its mirror; false if a key came to it in the meantime.
    async fn retire_the_one_before(&self) -> Result<bool> {
        for db in self.both_keys.each() {
            let mut tx = db.write().await?;
            match sqlx::query("DELETE FROM generation WHERE retired_at IS NOT NULL").execute(&mut *tx).await {
                Ok(_) => tx.commit().await?,
                Err(sqlx::Error::Database(error)) if error.is_foreign_key_violation() => return Ok(false),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(true)
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
