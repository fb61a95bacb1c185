//! Keys and the rows that live by them, as they stand at one moment.

use std::collections::{HashMap, HashSet};

use crate::{Db, Result};

/// The rows that live by a record key, and whether the row is being erased.
const ROWS: [(&str, &str); 3] = [
    ("application", "SELECT id, rk_id, CAST(CASE WHEN life = 'live' THEN 0 ELSE 1 END AS BIGINT) FROM application"),
    ("employee", "SELECT id, rk_id, CAST(0 AS BIGINT) FROM employee"),
    ("kept", "SELECT id, rk_id, CAST(CASE WHEN erasing_at IS NULL THEN 0 ELSE 1 END AS BIGINT) FROM kept"),
];

/// A record key, without the key.
pub(crate) struct Key {
    pub(crate) live: bool,
    pub(crate) created_at: i64,
}

/// A row that lives by a record key.
pub(crate) struct Row {
    /// The table.
    pub(crate) kind: &'static str,
    pub(crate) id: String,
    pub(crate) erasing: bool,
}

/// Keys and rows.
pub(crate) struct Pairs {
    /// Record keys by their id.
    pub(crate) keys: HashMap<String, Key>,
    /// Rows by the id of their key.
    pub(crate) rows: HashMap<String, Row>,
    /// Envelopes that are not in quarantine and whose intake key is not there.
    pub(crate) envelopes: HashSet<String>,
    /// Keys beside which a tombstone stands.
    pub(crate) graves: HashSet<String>,
}

impl Pairs {
    /// Reads the keys first: what is in step is not found out of step by what happens meanwhile, but for what the second look forgives.
    pub(crate) async fn read(records: &Db, keys: &Db) -> Result<Self> {
        let held: Vec<(String, String, i64)> =
            sqlx::query_as("SELECT id, state, created_at FROM rk").fetch_all(keys.read()).await?;
        let mut rows = HashMap::new();
        let mut tx = records.snapshot().await?;
        for (kind, query) in ROWS {
            let found: Vec<(String, String, i64)> = sqlx::query_as(query).fetch_all(&mut *tx).await?;
            rows.extend(found.into_iter().map(|(id, key, erasing)| (key, Row { kind, id, erasing: erasing == 1 })));
        }
        let envelopes: Vec<(String, String)> =
            sqlx::query_as("SELECT id, intake_key_id FROM envelope WHERE quarantined_at IS NULL").fetch_all(&mut *tx).await?;
        drop(tx);
        let intake: Vec<String> = sqlx::query_scalar("SELECT id FROM intake_key").fetch_all(keys.read()).await?;
        let graves: Vec<String> =
            sqlx::query_scalar("SELECT k.id FROM rk k JOIN tombstone t ON t.rk_id = k.id").fetch_all(keys.read()).await?;
        let key = |(id, state, created_at): (String, String, i64)| (id, Key { live: state == "live", created_at });
        Ok(Self {
            keys: held.into_iter().map(key).collect(),
            rows,
            envelopes: envelopes.into_iter().filter(|(_, key)| !intake.contains(key)).map(|(id, _)| id).collect(),
            graves: graves.into_iter().collect(),
        })
    }

    /// Live keys by which no row lives.
    pub(crate) fn keys_without_row(&self) -> impl Iterator<Item = &String> {
        self.keys.iter().filter(|(id, key)| key.live && !self.rows.contains_key(*id)).map(|(id, _)| id)
    }

    /// Rows that are not being erased and whose key is not there, each with the id of that key.
    pub(crate) fn rows_without_key(&self) -> impl Iterator<Item = (&String, &Row)> {
        self.rows.iter().filter(|(key, row)| !row.erasing && !self.keys.contains_key(*key))
    }

    /// How many rows have their key.
    pub(crate) fn count(&self) -> usize {
        self.rows.keys().filter(|key| self.keys.contains_key(*key)).count()
    }
}
