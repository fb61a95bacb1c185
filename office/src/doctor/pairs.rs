//! Keys and the rows that live by them: each has the other.

use std::collections::{HashMap, HashSet};

use jiff::SignedDuration;

use super::{Doctor, some};
use crate::{Db, Result, store::ms};

/// A pending key that is older is swept; where it is not, no sweep comes through.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The keys by which rows live, and whether the row is being erased.
const ROWS: [&str; 3] = [
    "SELECT rk_id, CAST(CASE WHEN life = 'live' THEN 0 ELSE 1 END AS BIGINT) FROM application",
    "SELECT rk_id, CAST(0 AS BIGINT) FROM employee",
    "SELECT rk_id, CAST(0 AS BIGINT) FROM consent",
];

/// What does not fit at one moment.
#[derive(Default)]
struct Odd {
    keys: HashSet<String>,
    rows: HashSet<String>,
    envelopes: HashSet<String>,
    graves: HashSet<String>,
    pairs: usize,
}

impl Doctor<'_> {
    pub(super) async fn pairs(&mut self, records: &Db, keys: &Db) -> Result<()> {
        let first = Odd::look(records, keys).await?;
        // What a serving process is about to make whole is whole at the second look.
        let second = if first.is_empty() { Odd::default() } else { Odd::look(records, keys).await? };
        let both = |one: &HashSet<String>, other: &HashSet<String>| {
            let mut ids: Vec<String> = one.intersection(other).cloned().collect();
            ids.sort_unstable();
            ids
        };
        for (ids, what) in [
            (both(&first.keys, &second.keys), "live key(s) without a record; none is destroyed"),
            (
                both(&first.rows, &second.rows),
                "record(s) whose key is not there: nobody can read them; is there a newer key database?",
            ),
            (both(&first.envelopes, &second.envelopes), "envelope(s) whose intake key is not there: nobody can open them"),
            (both(&first.graves, &second.graves), "destroyed key(s) that are there all the same: is this an older key database?"),
        ] {
            if !ids.is_empty() {
                self.wrong(format!("{} {what}: {}", ids.len(), some(&ids)));
            }
        }
        let pending: Vec<String> =
            sqlx::query_scalar("SELECT id FROM rk WHERE state = 'pending' AND created_at < $1 ORDER BY id")
                .bind(ms(self.now - DAY))
                .fetch_all(keys.read())
                .await?;
        if !pending.is_empty() {
            self.wrong(format!(
                "{} key(s) have waited for their record for more than a day: no sweep comes through: {}",
                pending.len(),
                some(&pending)
            ));
        }
        self.fact(format!("{} record(s) with their key(s)", first.pairs));
        Ok(())
    }
}

impl Odd {
    async fn look(records: &Db, keys: &Db) -> Result<Self> {
        let held = Self::keys(keys).await?;
        let mut rows: HashMap<String, bool> = HashMap::new();
        let mut tx = records.snapshot().await?;
        for query in ROWS {
            let page: Vec<(String, i64)> = sqlx::query_as(query).fetch_all(&mut *tx).await?;
            rows.extend(page.into_iter().map(|(id, erasing)| (id, erasing == 1)));
        }
        let envelopes: Vec<(String, String)> =
            sqlx::query_as("SELECT id, intake_key_id FROM envelope WHERE quarantined_at IS NULL").fetch_all(&mut *tx).await?;
        drop(tx);
        let intake: Vec<String> = sqlx::query_scalar("SELECT id FROM intake_key").fetch_all(keys.read()).await?;
        let graves: Vec<String> =
            sqlx::query_scalar("SELECT k.id FROM rk k JOIN tombstone t ON t.rk_id = k.id").fetch_all(keys.read()).await?;
        Ok(Self {
            keys: held.iter().filter(|(id, live)| **live && !rows.contains_key(*id)).map(|(id, _)| id.clone()).collect(),
            rows: rows.iter().filter(|(id, erasing)| !**erasing && !held.contains_key(*id)).map(|(id, _)| id.clone()).collect(),
            envelopes: envelopes.into_iter().filter(|(_, key)| !intake.contains(key)).map(|(id, _)| id).collect(),
            graves: graves.into_iter().collect(),
            pairs: rows.keys().filter(|id| held.contains_key(*id)).count(),
        })
    }

    /// Every record key, and whether it is live.
    async fn keys(keys: &Db) -> Result<HashMap<String, bool>> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT id, state FROM rk").fetch_all(keys.read()).await?;
        Ok(rows.into_iter().map(|(id, state)| (id, state == "live")).collect())
    }

    fn is_empty(&self) -> bool {
        [&self.keys, &self.rows, &self.envelopes, &self.graves].into_iter().all(HashSet::is_empty)
    }
}
