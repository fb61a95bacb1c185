//! What became of record keys, and who has a certificate: asked for many at once.

use std::collections::HashMap;

use sqlx::AssertSqlSafe;

use crate::{Office, Result, log::certificate_of, store::placeholders};

/// Rows looked at together.
pub(super) const PAGE: i64 = 500;

/// What became of a record key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Live,
    /// Waits for its row.
    Pending,
    Destroyed(i64),
    /// Neither it nor a tombstone is there.
    Unknown,
}

impl Office {
    /// Every row of a table, with what became of its record key.
    pub(super) async fn rows_with_fates(&self, table: &str) -> Result<Vec<(String, Fate)>> {
        let sql = format!("SELECT id, rk_id FROM {table} WHERE id > $1 ORDER BY id LIMIT $2");
        let (mut all, mut after) = (Vec::new(), String::new());
        loop {
            let query = sqlx::query_as(AssertSqlSafe(sql.clone())).bind(&after).bind(PAGE);
            let rows: Vec<(String, String)> = query.fetch_all(self.records.read()).await?;
            let Some((last, _)) = rows.last() else { return Ok(all) };
            after.clone_from(last);
            let fates = self.fates(rows.iter().map(|(_, rk)| rk.as_str())).await?;
            all.extend(rows.into_iter().map(|(id, rk)| (id, fate(&fates, &rk))));
        }
    }

    /// What became of some record keys; those of which nothing is known are absent.
    pub(super) async fn fates(&self, keys: impl Iterator<Item = &str>) -> Result<HashMap<String, Fate>> {
        let keys: Vec<&str> = keys.collect();
        let mut fates = HashMap::with_capacity(keys.len());
        if keys.is_empty() {
            return Ok(fates);
        }
        let among = placeholders(1, keys.len());
        let living = format!("SELECT id, state FROM rk WHERE id IN ({among})");
        let query = keys.iter().fold(sqlx::query_as::<_, (String, String)>(AssertSqlSafe(living)), |query, key| query.bind(*key));
        let fate_of = |state: String| if state == "live" { Fate::Live } else { Fate::Pending };
        fates.extend(query.fetch_all(self.keys.read()).await?.into_iter().map(|(id, state)| (id, fate_of(state))));
        // A tombstone has the last word.
        let tombstones = format!("SELECT rk_id, at FROM tombstone WHERE rk_id IN ({among})");
        let query =
            keys.iter().fold(sqlx::query_as::<_, (String, i64)>(AssertSqlSafe(tombstones)), |query, key| query.bind(*key));
        fates.extend(query.fetch_all(self.keys.read()).await?.into_iter().map(|(id, when)| (id, Fate::Destroyed(when))));
        Ok(fates)
    }

    /// Those of some numbers whose certificate stands in the log, or waits for its place, with how many keys it says were destroyed.
    pub(crate) async fn certified(&self, numbers: impl Iterator<Item = &str>) -> Result<HashMap<String, i64>> {
        let numbers: Vec<&str> = numbers.collect();
        let mut certified: HashMap<String, i64> = HashMap::new();
        for numbers in numbers.chunks(PAGE as usize) {
            let among = placeholders(1, numbers.len());
            for (db, table) in [(&self.log, "leaf"), (&self.records, "entry_in")] {
                let sql = format!("SELECT subject, body FROM {table} WHERE kind = 'certificate' AND subject IN ({among})");
                let query = numbers.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, number| query.bind(*number));
                let found: Vec<(String, String)> = query.fetch_all(db.read()).await?;
                for (number, body) in found {
                    let keys = certificate_of(&body)?.keys;
                    let most = certified.entry(number).or_default();
                    *most = keys.max(*most);
                }
            }
        }
        Ok(certified)
    }
}

/// What became of one of them.
pub(super) fn fate(fates: &HashMap<String, Fate>, key: &str) -> Fate {
    fates.get(key).copied().unwrap_or(Fate::Unknown)
}
