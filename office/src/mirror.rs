//! The key database and its mirror: a second one, on another disk or server, which has every key before it is used. A key database that
//! is lost is thus no loss: the mirror takes its place.
//!
//! Each act is written into both, and committed in the mirror first. So whatever a crash leaves between the two commits, the mirror is
//! ahead by one act, and [`Office::bring_in_line`] knows which of the two is right: what was destroyed stays destroyed; a key that only
//! waits is taken over; a live key is never in the mirror alone, unless the key database has lost it.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use fail::fail_point;
use sqlx::{Any, AnyConnection, AssertSqlSafe, any::AnyArguments, query::Query};

use crate::{
    Clock, Db, Engine, Error, Office, Result, key_copy,
    store::{Write, ms, placeholders, sqlite_file},
};

/// The key database and, if there is one, its mirror.
#[derive(Clone)]
pub(crate) struct Keys {
    pub(crate) main: Db,
    pub(crate) mirror: Option<Db>,
}

/// A write into both.
pub(crate) struct KeysWrite {
    mirror: Option<Write>,
    main: Write,
}

impl Keys {
    /// Begins a write, in the mirror first. Every write of the key database goes through here.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if one of the two cannot be written: then nothing is, in either.
    pub(crate) async fn write(&self) -> Result<KeysWrite> {
        let mirror = match &self.mirror {
            Some(mirror) => Some(mirror.write().await.map_err(of_the_mirror)?),
            None => None,
        };
        Ok(KeysWrite { mirror, main: self.main.write().await? })
    }

    /// Compares the mirror's store id, and writes it into an empty one.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words for the mirror of another store.
    pub(crate) async fn claim(&self, store: &str, clock: &Clock) -> Result<()> {
        let Some(mirror) = &self.mirror else { return Ok(()) };
        let id: Option<String> = sqlx::query_scalar("SELECT id FROM store").fetch_optional(mirror.read()).await?;
        match id {
            Some(id) if id == store => Ok(()),
            Some(_) => Err(of_the_mirror(Error::Unavailable("it belongs to another store; check its URL".to_owned()))),
            None => {
                let mut tx = mirror.write().await.map_err(of_the_mirror)?;
                sqlx::query("INSERT INTO store (id, created_at) VALUES ($1, $2)")
                    .bind(store)
                    .bind(ms(clock.now()))
                    .execute(&mut *tx)
                    .await?;
                tx.commit().await.map_err(of_the_mirror)
            }
        }
    }

    /// Each of them, the mirror first.
    pub(crate) fn each(&self) -> impl Iterator<Item = &Db> {
        self.mirror.iter().chain([&self.main])
    }

    /// Empties the write-ahead logs; false if a reader stood in the way of one.
    pub(crate) async fn checkpoint(&self) -> Result<bool> {
        let mut emptied = true;
        for db in self.each() {
            emptied &= db.checkpoint().await?;
        }
        Ok(emptied)
    }
}

impl KeysWrite {
    /// The one that is written first.
    pub(crate) fn first(&mut self) -> &mut AnyConnection {
        self.mirror.as_mut().unwrap_or(&mut self.main)
    }

    /// Runs a statement in both and answers how many rows it changed, where it changed more.
    pub(crate) async fn run<'q>(&mut self, statement: impl Fn() -> Query<'q, Any, AnyArguments>) -> Result<u64> {
        let mut changed = 0;
        if let Some(mirror) = &mut self.mirror {
            changed = statement().execute(&mut **mirror).await.map_err(|error| of_the_mirror(error.into()))?.rows_affected();
        }
        Ok(changed.max(statement().execute(&mut *self.main).await?.rows_affected()))
    }

    /// Ends the write: from here on it is done, in both.
    pub(crate) async fn commit(self) -> Result<()> {
        if let Some(mirror) = self.mirror {
            mirror.commit().await.map_err(of_the_mirror)?;
            fail_point!("mirror.committed");
        }
        self.main.commit().await
    }
}

impl Office {
    /// Brings key database and mirror in line: at the start, and before the generation turns. What a crash left between two commits is
    /// put right, and an empty mirror is filled. The key database must be known to open.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words, if only the mirror holds a live key: the key database has lost it. Nothing is changed then.
    pub(crate) async fn bring_in_line(&self) -> Result<()> {
        let Some(mirror) = &self.both_keys.mirror else { return Ok(()) };
        let main = &self.both_keys.main;
        // The mirror is read first: a key that was live there then was in the key database too, and can only have been destroyed since.
        let (behind, ahead) = (Held::read(mirror).await?, Held::read(main).await?);
        let lost = behind.lost_in(&ahead) + self.lost_intake_keys(&behind, &ahead).await?;
        if lost > 0 {
            return Err(Error::Unavailable(format!(
                "the key database holds {} key(s), its mirror {}, and {lost} the mirror alone: the key database has lost them, or is an \
                 older copy. Start with the mirror as ABLAUF_KEYS_URL; if you know that the mirror is the older one, empty it, and it \
                 is filled again",
                ahead.keys.len(),
                behind.keys.len()
            )));
        }
        let mut tx = still(main).await?;
        bury(&mut tx, &ahead, &behind).await?;
        take_over(&mut tx, mirror, &ahead, &behind).await?;
        tx.commit().await?;
        let mut tx = still(mirror).await.map_err(of_the_mirror)?;
        bury(&mut tx, &behind, &ahead).await?;
        fill(&mut tx, main, &behind, &ahead).await?;
        tx.commit().await.map_err(of_the_mirror)?;
        self.both_keys.checkpoint().await?;
        Ok(())
    }

    /// Intake keys that only the mirror has although an envelope needs them.
    async fn lost_intake_keys(&self, mirror: &Held, main: &Held) -> Result<usize> {
        let needed: Vec<String> =
            sqlx::query_scalar("SELECT DISTINCT intake_key_id FROM envelope").fetch_all(self.records.read()).await?;
        Ok(needed.iter().filter(|id| mirror.intake.contains_key(*id) && !main.intake.contains_key(*id)).count())
    }
}

/// What one of the two holds, without the keys themselves.
pub(crate) struct Held {
    generations: HashMap<String, (i64, Option<i64>)>,
    /// State and generation of each record key.
    keys: HashMap<String, (String, String)>,
    tombstones: HashMap<String, i64>,
    /// The generation of each intake key, and since when it is retired.
    intake: HashMap<String, (String, Option<i64>)>,
    /// The generation of each key of the house.
    house: HashMap<String, String>,
    /// The generation of each key by which the journal names people in a month.
    months: HashMap<String, String>,
}

impl Held {
    pub(crate) async fn read(db: &Db) -> Result<Self> {
        let mut tx = db.snapshot().await?;
        let generations: Vec<(String, i64, Option<i64>)> =
            sqlx::query_as("SELECT id, created_at, retired_at FROM generation").fetch_all(&mut *tx).await?;
        let keys: Vec<(String, String, String)> =
            sqlx::query_as("SELECT id, state, generation_id FROM rk").fetch_all(&mut *tx).await?;
        let tombstones: Vec<(String, i64)> = sqlx::query_as("SELECT rk_id, at FROM tombstone").fetch_all(&mut *tx).await?;
        let intake: Vec<(String, String, Option<i64>)> =
            sqlx::query_as("SELECT id, generation_id, retired_at FROM intake_key").fetch_all(&mut *tx).await?;
        let house: Vec<(String, String)> =
            sqlx::query_as("SELECT name, generation_id FROM house_key").fetch_all(&mut *tx).await?;
        let months: Vec<(String, String)> =
            sqlx::query_as("SELECT id, generation_id FROM journal_month").fetch_all(&mut *tx).await?;
        Ok(Self {
            generations: generations.into_iter().map(|(id, created, retired)| (id, (created, retired))).collect(),
            keys: keys.into_iter().map(|(id, state, generation)| (id, (state, generation))).collect(),
            tombstones: tombstones.into_iter().collect(),
            intake: intake.into_iter().map(|(id, generation, retired)| (id, (generation, retired))).collect(),
            house: house.into_iter().collect(),
            months: months.into_iter().collect(),
        })
    }

    fn is_dead(&self, other: &Self, id: &str) -> bool {
        self.tombstones.contains_key(id) || other.tombstones.contains_key(id)
    }

    /// How many keys of this mirror the key database has lost: live ones, and what stands under a generation that it does not know.
    fn lost_in(&self, main: &Self) -> usize {
        let alone = self.keys.iter().filter(|(id, _)| !main.keys.contains_key(*id) && !self.is_dead(main, id));
        let keys = alone.filter(|(_, (state, generation))| state == "live" || !main.generations.contains_key(generation)).count();
        let months = self.months.iter().filter(|(id, _)| !main.months.contains_key(*id));
        keys + months.filter(|(_, generation)| !main.generations.contains_key(*generation)).count()
    }

    /// What tells this mirror and the key database apart, each in words.
    pub(crate) fn out_of_step(&self, main: &Self) -> Vec<String> {
        let differences = self.differences(main).into_iter();
        differences.map(|(what, ids)| format!("key database and mirror are out of step: the {what}: {}", ids.len())).collect()
    }

    /// What tells this mirror and the key database apart: each difference there is, after "the", with the keys.
    pub(crate) fn differences(&self, main: &Self) -> Vec<(String, Vec<String>)> {
        let mut differences = Vec::new();
        for (side, here, there) in [("key database", main, self), ("mirror", self, main)] {
            let lacks =
                there.keys.keys().filter(|id| !here.keys.contains_key(*id) && !here.is_dead(there, id)).cloned().collect();
            let dead = here.keys.keys().filter(|id| there.tombstones.contains_key(*id)).cloned().collect();
            let graves = there.tombstones.keys().filter(|id| !here.tombstones.contains_key(*id)).cloned().collect();
            let found: [(Vec<String>, _); 3] = [
                (lacks, "lacks key(s) that the other holds"),
                (dead, "still holds key(s) that were destroyed in the other"),
                (graves, "lacks tombstone(s) that the other holds"),
            ];
            let found = found.into_iter().filter(|(ids, _)| !ids.is_empty());
            differences.extend(found.map(|(ids, what)| (format!("{side} {what}"), ids)));
        }
        let retired = |held: &Self, id: &String| held.intake.get(id).map(|(_, retired)| *retired);
        let known: HashSet<&String> = self.intake.keys().chain(main.intake.keys()).collect();
        let mut differ: Vec<String> = known.into_iter().filter(|id| retired(self, id) != retired(main, id)).cloned().collect();
        differ.sort();
        if !differ.is_empty() {
            differences.push(("intake key(s) that only one holds, or holds as retired".to_owned(), differ));
        }
        let known: HashSet<&String> = self.months.keys().chain(main.months.keys()).collect();
        let mut differ: Vec<String> =
            known.into_iter().filter(|id| self.months.contains_key(*id) != main.months.contains_key(*id)).cloned().collect();
        differ.sort();
        if !differ.is_empty() {
            differences.push(("key(s) of a month of the journal that only one holds".to_owned(), differ));
        }
        differences
    }

    /// How many record keys there are.
    pub(crate) fn count(&self) -> usize {
        self.keys.len()
    }
}

/// Begins a write beside which no key dies: SQLite lets one write at a time, PostgreSQL is told to. Otherwise a key that dies in this
/// moment would be put beside its tombstone.
async fn still(keys: &Db) -> Result<Write> {
    let mut tx = keys.write().await?;
    if keys.engine() == Engine::Postgres {
        sqlx::query("LOCK TABLE rk IN SHARE ROW EXCLUSIVE MODE").execute(&mut *tx).await?;
    }
    Ok(tx)
}

/// Destroys in one what died in the other.
async fn bury(tx: &mut AnyConnection, here: &Held, there: &Held) -> Result<()> {
    for (id, at) in &there.tombstones {
        if !here.tombstones.contains_key(id) || here.keys.contains_key(id) {
            sqlx::query("DELETE FROM rk WHERE id = $1").bind(id).execute(&mut *tx).await?;
            sqlx::query("INSERT INTO tombstone (rk_id, at) VALUES ($1, $2) ON CONFLICT (rk_id) DO NOTHING")
                .bind(id)
                .bind(at)
                .execute(&mut *tx)
                .await?;
        }
    }
    Ok(())
}

/// Takes over into the key database what only the mirror got: keys that wait for their row, those that were confirmed, and the key of a
/// month. One that the sweep was destroying, the next sweep destroys.
async fn take_over(tx: &mut AnyConnection, mirror: &Db, main: &Held, there: &Held) -> Result<()> {
    let waiting: Vec<&String> = there.keys.keys().filter(|id| !main.keys.contains_key(*id) && !main.is_dead(there, id)).collect();
    copy_record_keys(mirror, tx, &waiting, main).await?;
    for (id, (state, _)) in &there.keys {
        if state == "live" && main.keys.get(id).is_some_and(|(state, _)| state != "live") {
            sqlx::query("UPDATE rk SET state = 'live' WHERE id = $1").bind(id).execute(&mut *tx).await?;
        }
    }
    for id in there.months.keys().filter(|id| !main.months.contains_key(*id)) {
        copy_month_key(mirror, tx, id).await?;
    }
    Ok(())
}

/// Gives the mirror what it lacks, and what it holds under a generation that the key database does not know.
async fn fill(tx: &mut AnyConnection, main: &Db, mirror: &Held, there: &Held) -> Result<()> {
    for (id, (created, retired)) in there.generations.iter().filter(|(id, row)| mirror.generations.get(*id) != Some(row)) {
        sqlx::query(
            "INSERT INTO generation (id, created_at, retired_at) VALUES ($1, $2, $3) \
             ON CONFLICT (id) DO UPDATE SET retired_at = excluded.retired_at",
        )
        .bind(id)
        .bind(created)
        .bind(*retired)
        .execute(&mut *tx)
        .await?;
    }
    let stale = |generation: Option<&String>| generation.is_none_or(|generation| !there.generations.contains_key(generation));
    let keys: Vec<&String> = there
        .keys
        .keys()
        .filter(|id| stale(mirror.keys.get(*id).map(|(_, generation)| generation)) && !there.is_dead(mirror, id))
        .collect();
    copy_record_keys(main, tx, &keys, mirror).await?;
    for (id, (_, retired)) in &there.intake {
        let held = mirror.intake.get(id);
        if stale(held.map(|(generation, _)| generation)) || held.is_some_and(|(_, held)| held != retired) {
            copy_intake_key(main, tx, id).await?;
        }
    }
    for name in there.house.keys().filter(|name| stale(mirror.house.get(*name))) {
        copy_house_key(main, tx, name).await?;
    }
    for id in there.months.keys().filter(|id| stale(mirror.months.get(*id))) {
        copy_month_key(main, tx, id).await?;
    }
    // Made in a moment that never came to the key database: nothing is sealed under them.
    for id in mirror.intake.keys().filter(|id| !there.intake.contains_key(*id)) {
        sqlx::query("DELETE FROM intake_key WHERE id = $1").bind(id).execute(&mut *tx).await?;
    }
    for id in mirror.generations.keys().filter(|id| !there.generations.contains_key(*id)) {
        sqlx::query("DELETE FROM generation WHERE id = $1").bind(id).execute(&mut *tx).await?;
    }
    // What died while it was copied, or has come beside its tombstone before.
    sqlx::query("DELETE FROM rk WHERE id IN (SELECT rk_id FROM tombstone)").execute(tx).await?;
    Ok(())
}

/// Copies record keys into the other database, of which `there` is what it held. One that died meanwhile stays dead.
async fn copy_record_keys(from: &Db, to: &mut AnyConnection, ids: &[&String], there: &Held) -> Result<()> {
    for ids in ids.chunks(500) {
        let select = format!(
            "SELECT id, state, generation_id, wrapped, email_mac, created_at FROM rk WHERE id IN ({})",
            placeholders(1, ids.len())
        );
        let query = sqlx::query_as::<_, (String, String, String, Vec<u8>, Option<Vec<u8>>, i64)>(AssertSqlSafe(select));
        let rows = ids.iter().fold(query, |query, id| query.bind(*id)).fetch_all(from.read()).await?;
        for (id, state, generation, wrapped, email_mac, created_at) in rows {
            if there.keys.contains_key(&id) {
                sqlx::query("UPDATE rk SET wrapped = $1, generation_id = $2 WHERE id = $3")
                    .bind(wrapped)
                    .bind(generation)
                    .bind(id)
                    .execute(&mut *to)
                    .await?;
            } else {
                sqlx::query(
                    "INSERT INTO rk (id, state, generation_id, wrapped, email_mac, created_at) SELECT $1, $2, $3, $4, $5, $6 \
                     WHERE NOT EXISTS (SELECT 1 FROM tombstone WHERE rk_id = $1) ON CONFLICT (id) DO NOTHING",
                )
                .bind(id)
                .bind(state)
                .bind(generation)
                .bind(wrapped)
                .bind(email_mac)
                .bind(created_at)
                .execute(&mut *to)
                .await?;
            }
        }
    }
    Ok(())
}

async fn copy_intake_key(from: &Db, to: &mut AnyConnection, id: &str) -> Result<()> {
    let row: Option<(String, Vec<u8>, i64, Option<i64>)> =
        sqlx::query_as("SELECT generation_id, wrapped, created_at, retired_at FROM intake_key WHERE id = $1")
            .bind(id)
            .fetch_optional(from.read())
            .await?;
    // Destroyed by a turn since it was listed.
    let Some((generation, wrapped, created_at, retired_at)) = row else { return Ok(()) };
    sqlx::query(
        "INSERT INTO intake_key (id, generation_id, wrapped, created_at, retired_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (id) DO UPDATE SET generation_id = excluded.generation_id, wrapped = excluded.wrapped, \
         retired_at = excluded.retired_at",
    )
    .bind(id)
    .bind(generation)
    .bind(wrapped)
    .bind(created_at)
    .bind(retired_at)
    .execute(to)
    .await?;
    Ok(())
}

async fn copy_month_key(from: &Db, to: &mut AnyConnection, id: &str) -> Result<()> {
    let row: Option<(String, Vec<u8>)> = sqlx::query_as("SELECT generation_id, wrapped FROM journal_month WHERE id = $1")
        .bind(id)
        .fetch_optional(from.read())
        .await?;
    // Destroyed by a sweep since it was listed.
    let Some((generation, wrapped)) = row else { return Ok(()) };
    sqlx::query(
        "INSERT INTO journal_month (id, generation_id, wrapped) VALUES ($1, $2, $3) \
         ON CONFLICT (id) DO UPDATE SET generation_id = excluded.generation_id, wrapped = excluded.wrapped",
    )
    .bind(id)
    .bind(generation)
    .bind(wrapped)
    .execute(to)
    .await?;
    Ok(())
}

async fn copy_house_key(from: &Db, to: &mut AnyConnection, name: &str) -> Result<()> {
    let (generation, wrapped): (String, Vec<u8>) =
        sqlx::query_as("SELECT generation_id, wrapped FROM house_key WHERE name = $1").bind(name).fetch_one(from.read()).await?;
    sqlx::query(
        "INSERT INTO house_key (name, generation_id, wrapped) VALUES ($1, $2, $3) \
         ON CONFLICT (name) DO UPDATE SET generation_id = excluded.generation_id, wrapped = excluded.wrapped",
    )
    .bind(name)
    .bind(generation)
    .bind(wrapped)
    .execute(to)
    .await?;
    Ok(())
}

/// Refuses a mirror that is the key database itself, or lies where the generation key does.
pub(crate) fn apart(mirror: &str, keys: &str, key_file: &Path) -> Result<()> {
    let same = match (sqlite_file(mirror), sqlite_file(keys)) {
        (Some(mirror), Some(keys)) => key_copy::real(&mirror) == key_copy::real(&keys),
        _ => mirror == keys,
    };
    if same {
        return Err(Error::Unavailable("ABLAUF_KEYS_MIRROR_URL names the key database itself".to_owned()));
    }
    match sqlite_file(mirror).as_deref().and_then(Path::parent) {
        Some(directory) => key_copy::apart(directory, key_file, "the mirror of the key database"),
        None => Ok(()),
    }
}

pub(crate) fn of_the_mirror(error: Error) -> Error {
    match error {
        Error::Unavailable(words) => Error::Unavailable(format!("mirror of the key database: {words}")),
        other => other,
    }
}
