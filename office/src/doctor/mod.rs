//! What is wrong with the keys, in words. The parts are opened one by one and for reading only, so that everything is told at once, also
//! where [`Office::open`](crate::Office::open) refuses, and beside a process that serves.

mod by_hand;
mod checkpoints;
mod copies;
mod generation;
mod pairs;
mod places;

use jiff::Timestamp;

use crate::{Blobs, Clock, Db, Result, Settings, mirror::Held, store::at};

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Examined {
    /// What is wrong, each in a sentence that names no person.
    pub findings: Vec<String>,
    /// What was looked at.
    pub facts: Vec<String>,
}

/// Looks at everything that has to do with keys. An operator calls this (`ablauf keys doctor`).
pub async fn examine(settings: &Settings, clock: &Clock) -> Examined {
    let mut doctor = Doctor { settings, clock, now: clock.now(), examined: Examined::default() };
    doctor.places();
    let parts = doctor.open().await;
    if let Err(error) = doctor.look(&parts).await {
        doctor.wrong(format!("not everything could be looked at: {}", error.words()));
    }
    for db in [&parts.records, &parts.keys, &parts.mirror, &parts.log].into_iter().flatten() {
        db.close().await;
    }
    doctor.examined
}

struct Doctor<'a> {
    settings: &'a Settings,
    clock: &'a Clock,
    now: Timestamp,
    examined: Examined,
}

/// What could be opened.
struct Parts {
    records: Option<Db>,
    keys: Option<Db>,
    mirror: Option<Db>,
    log: Option<Db>,
    blobs: Option<Blobs>,
}

impl Doctor<'_> {
    fn wrong(&mut self, finding: impl Into<String>) {
        self.examined.findings.push(finding.into());
    }

    fn fact(&mut self, fact: impl Into<String>) {
        self.examined.facts.push(fact.into());
    }

    async fn open(&mut self) -> Parts {
        let settings = self.settings;
        let mirror = match &settings.keys_mirror_url {
            Some(url) => self.open_one(("mirror of the keys", "ABLAUF_KEYS_MIRROR_URL", "keys"), url).await,
            None => None,
        };
        Parts {
            records: self.open_one(("records", "ABLAUF_RECORDS_URL", "records"), &settings.records_url).await,
            keys: self.open_one(("keys", "ABLAUF_KEYS_URL", "keys"), &settings.keys_url).await,
            mirror,
            log: self.open_one(("log", "ABLAUF_LOG_URL", "log"), &settings.log_url).await,
            blobs: self.open_objects(),
        }
    }

    /// Opens a database by its name, the variable that names it, and what it has to hold.
    async fn open_one(&mut self, (name, variable, expected): (&str, &str, &str), url: &str) -> Option<Db> {
        match Db::open_to_read(url).await {
            Ok(db) => match holds(&db).await.filter(|held| *held != expected) {
                // What else is asked would only say the same in the words of the engine.
                Some(other) => {
                    self.wrong(format!("{variable} names the {other} database: are the URLs swapped?"));
                    db.close().await;
                    None
                }
                None => Some(db),
            },
            Err(error) => {
                self.wrong(format!("the {name} database does not open: {}", error.words()));
                None
            }
        }
    }

    /// Opening a local object store would make its directory.
    fn open_objects(&mut self) -> Option<Blobs> {
        let directory = self.settings.objects_url.strip_prefix("file:");
        if directory.is_some_and(|directory| !std::path::Path::new(directory).is_dir()) {
            self.wrong("the object store's directory is not there");
            return None;
        }
        match Blobs::open(self.settings) {
            Ok(blobs) => Some(blobs),
            Err(error) => {
                self.wrong(error.words());
                None
            }
        }
    }

    async fn look(&mut self, parts: &Parts) -> Result<()> {
        let store = self.store_ids(parts).await?;
        self.clock(parts).await?;
        let Some(keys) = &parts.keys else { return Ok(()) };
        let house = match store {
            Some(store) => self.generation(keys, parts.mirror.as_ref(), store).await?,
            None => None,
        };
        match self.copied_by_hand(keys).await {
            Some(made) => self.by_hand(keys, made).await?,
            None => self.copies(keys, house.as_ref()).await?,
        }
        if let Some(log) = &parts.log {
            self.checkpoints(log, house.as_ref()).await?;
        }
        if let Some(mirror) = &parts.mirror {
            self.mirror(mirror, keys).await?;
        }
        if let Some(records) = &parts.records {
            self.pairs(records, keys).await?;
        }
        Ok(())
    }

    /// The store ids, which must be one; the key database's, if it has one.
    async fn store_ids(&mut self, parts: &Parts) -> Result<Option<String>> {
        let mut ids = Vec::new();
        for (name, db) in [("records", &parts.records), ("keys", &parts.keys), ("mirror", &parts.mirror), ("log", &parts.log)] {
            if let Some(db) = db {
                // A database without our tables is empty, or another program's.
                let id: Option<String> =
                    sqlx::query_scalar("SELECT id FROM store").fetch_optional(db.read()).await.unwrap_or(None);
                ids.push((name, id));
            }
        }
        if let Some(blobs) = &parts.blobs {
            match blobs.claimed().await {
                Ok(id) => ids.push(("objects", id)),
                Err(error) => self.wrong(error.words()),
            }
        }
        for (name, _) in ids.iter().filter(|(_, id)| id.is_none()) {
            self.wrong(format!("{name}: there is no store (yet); check its URL"));
        }
        let mut known: Vec<&str> = ids.iter().filter_map(|(_, id)| id.as_deref()).collect();
        known.sort_unstable();
        known.dedup();
        if known.len() > 1 {
            let said: Vec<String> = ids.iter().filter_map(|(name, id)| Some(format!("{name} to {}", id.as_ref()?))).collect();
            self.wrong(format!("parts of different stores: {}; check the URLs", said.join(", ")));
        } else if let [id] = known[..] {
            self.fact(format!("store {id}"));
        }
        Ok(ids.into_iter().find_map(|(name, id)| id.filter(|_| name == "keys")))
    }

    /// No row is from the future: an erasure would come late, and a turn not at all.
    async fn clock(&mut self, parts: &Parts) -> Result<()> {
        let mut newest = 0;
        for (db, query) in [
            (&parts.records, "SELECT MAX(at) FROM (SELECT MAX(at) AS at FROM tick UNION ALL SELECT MAX(at) FROM entry_in) t"),
            (
                &parts.keys,
                "SELECT MAX(at) FROM (SELECT MAX(created_at) AS at FROM rk UNION ALL SELECT MAX(created_at) FROM generation \
                 UNION ALL SELECT MAX(at) FROM tombstone) t",
            ),
            (&parts.log, "SELECT MAX(at) FROM leaf"),
        ] {
            if let Some(db) = db {
                let at: Option<i64> = sqlx::query_scalar(query).fetch_one(db.read()).await.unwrap_or(None);
                newest = newest.max(at.unwrap_or(0));
            }
        }
        // Asked once more: a process that serves has written since this look began.
        if at(newest) > self.clock.now() {
            self.wrong(format!("the clock stands before the newest row, which is of {}: it was set back", at(newest)));
        }
        Ok(())
    }

    async fn mirror(&mut self, mirror: &Db, keys: &Db) -> Result<()> {
        // Looked at twice: between the two an act may be half way.
        let mut out_of_step = Vec::new();
        for _ in 0..2 {
            let (behind, ahead) = (Held::read(mirror).await?, Held::read(keys).await?);
            out_of_step = behind.out_of_step(&ahead);
            if out_of_step.is_empty() {
                self.fact(format!("the mirror is in step: {} key(s)", behind.count()));
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        }
        out_of_step.into_iter().for_each(|finding| self.wrong(finding));
        Ok(())
    }
}

/// What a database holds, by a table that no other has; `None` for one that is empty, or another program's.
async fn holds(db: &Db) -> Option<&'static str> {
    for (what, query) in [
        ("records", "SELECT COUNT(*) FROM application WHERE 1 = 0"),
        ("keys", "SELECT COUNT(*) FROM rk WHERE 1 = 0"),
        ("log", "SELECT COUNT(*) FROM leaf WHERE 1 = 0"),
    ] {
        if sqlx::query_scalar::<_, i64>(query).fetch_one(db.read()).await.is_ok() {
            return Some(what);
        }
    }
    None
}

/// A few ids, and how many there are more.
pub(crate) fn some(ids: &[String]) -> String {
    const SHOWN: usize = 10;
    let shown = ids.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    match ids.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
