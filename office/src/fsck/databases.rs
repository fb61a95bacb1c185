//! SQLite's own word on its files. PostgreSQL keeps its references by itself and has checksums of its own.

use std::collections::BTreeMap;

use super::{Code, Odd};
use crate::{Engine, Office, Result};

impl Office {
    pub(super) async fn look_at_databases(&self, odd: &mut Odd) -> Result<()> {
        let mirror = self.both_keys.mirror.as_ref().map(|mirror| ("mirror", mirror));
        let all = [("records", &self.records), ("keys", &self.keys), ("log", &self.log)].into_iter().chain(mirror);
        for (name, db) in all.filter(|(_, db)| db.engine() == Engine::Sqlite) {
            let said: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(db.read()).await?;
            said.iter().filter(|said| *said != "ok").for_each(|said| odd.add(Code::Database, format!("{name}: {said}")));
            let dangling: Vec<(String, Option<i64>, String, i64)> =
                sqlx::query_as("PRAGMA foreign_key_check").fetch_all(db.read()).await?;
            let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
            for (table, _, parent, _) in dangling {
                *counts.entry((table, parent)).or_default() += 1;
            }
            for ((table, parent), count) in counts {
                odd.add(Code::Database, format!("{name}: {count} row(s) of {table} name a row of {parent} that is not there"));
            }
        }
        Ok(())
    }
}
