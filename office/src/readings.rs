//! How often an application was opened, for whoever it is of: by day and by the role of whoever did, from the journal itself. Names, accounts
//! and times of day stay in the journal.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use rules::{access::Role, id::ApplicationId, journal::Sort, retention::local_date};

use crate::{
    Office, Result,
    journal::{By, Entry},
    log::sort,
    store::{at, unknown},
};

/// What was read of an application on one day in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The day, where the employer is.
    pub day: Date,
    /// The role; older entries do not say.
    pub role: Option<Role>,
    /// How often the application was opened.
    pub opened: i64,
    /// How often a document of it was fetched.
    pub fetched: i64,
}

impl Office {
    /// The readings of an application, the newest day first; neither refusals nor lists are among them.
    pub(crate) async fn readings(&self, id: &ApplicationId) -> Result<Vec<Reading>> {
        let mut seen = HashSet::new();
        let mut counts: BTreeMap<(Date, Option<usize>), (i64, i64)> = BTreeMap::new();
        // What waits comes before the log: what gets its place in between is seen twice rather than never.
        for (db, query) in [
            (&self.records, "SELECT id, at, body FROM entry_in WHERE kind = 'journal' AND subject = $1"),
            (&self.log, "SELECT id, at, body FROM leaf WHERE kind = 'journal' AND subject = $1"),
        ] {
            let rows: Vec<(String, i64, String)> = sqlx::query_as(query).bind(id.as_str()).fetch_all(db.read()).await?;
            for (entry, ms, body) in rows.into_iter().filter(|(entry, ..)| !seen.contains(entry)).collect::<Vec<_>>() {
                seen.insert(entry);
                let entry: Entry = serde_json::from_str(&body).map_err(|_| unknown("leaf.body"))?;
                let (opened, fetched) = match sort(&entry) {
                    Sort::Openings => (1, 0),
                    Sort::Downloads => (0, 1),
                    _ => continue,
                };
                if !matches!(entry.by, By::Account(_)) {
                    continue;
                }
                let role = entry.role.as_deref().and_then(|role| Role::ALL.iter().position(|known| known.code() == role));
                let count = counts.entry((local_date(at(ms), &self.settings.zone), role)).or_default();
                *count = (count.0 + opened, count.1 + fetched);
            }
        }
        let readings = counts.into_iter().map(|((day, role), (opened, fetched))| {
            let role = role.and_then(|role| Role::ALL.get(role)).copied();
            Reading { day, role, opened, fetched }
        });
        let mut readings: Vec<Reading> = readings.collect();
        // Within a day the order of the roles stays.
        readings.sort_by_key(|reading| std::cmp::Reverse(reading.day));
        Ok(readings)
    }
}
