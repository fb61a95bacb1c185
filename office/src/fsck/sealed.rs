//! What is sealed against its keys: a sample of each kind, or all of it.

use std::collections::HashSet;

use sqlx::AssertSqlSafe;

use super::{Code, Odd};
use crate::{
    Office, Result,
    backup::{KINDS, Row, list, spread},
};

impl Office {
    pub(super) async fn look_inside(&self, deep: bool, odd: &mut Odd) -> Result<()> {
        for (kind, sealed) in KINDS {
            let rows = self.rows_to_open(kind, odd).await?;
            let places: Vec<usize> = if deep { (0..rows.len()).collect() } else { spread(rows.len()) };
            let mut unopened = HashSet::new();
            for row in places.into_iter().filter_map(|place| rows.get(place)) {
                if self.open_sample(kind, sealed, row).await.is_err() {
                    unopened.insert(row.id.clone());
                }
            }
            if unopened.is_empty() {
                continue;
            }
            // What was decided anew, or erased, meanwhile is another row now, or none.
            for row in self.rows_to_open(kind, odd).await?.iter().filter(|row| unopened.contains(&row.id)) {
                if self.open_sample(kind, sealed, row).await.is_err() {
                    odd.add(Code::Unopened, format!("{kind} {}", row.id));
                }
            }
        }
        Ok(())
    }

    /// The rows of a kind whose key is there, and whose object is: what is lost is told as what it is.
    async fn rows_to_open(&self, kind: &str, odd: &Odd) -> Result<Vec<Row>> {
        let mut rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(list(kind))).fetch_all(self.records.read()).await?;
        let held = if kind == "envelope" { "SELECT id FROM intake_key" } else { "SELECT id FROM rk" };
        let held: HashSet<String> = sqlx::query_scalar(held).fetch_all(self.keys.read()).await?.into_iter().collect();
        rows.retain(|row| {
            let told = |object| odd.has(Code::ObjectMissing, object) || odd.has(Code::ObjectSize, object);
            let lost = row.object_id.as_deref().is_some_and(told);
            held.contains(&row.key) && !odd.has(Code::KeyUnopenable, &row.key) && !lost
        });
        Ok(rows)
    }
}
