//! Keys and the rows that live by them: each has the other.

use std::collections::HashSet;

use jiff::SignedDuration;

use super::{Doctor, some};
use crate::{Db, Result, fsck::pairs::Pairs, store::ms};

/// A pending key that is older is swept; where it is not, no sweep comes through.
const DAY: SignedDuration = SignedDuration::from_hours(24);

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
        let pairs = Pairs::read(records, keys).await?;
        Ok(Self {
            keys: pairs.keys_without_row().cloned().collect(),
            rows: pairs.rows_without_key().map(|(key, _)| key.clone()).collect(),
            pairs: pairs.count(),
            envelopes: pairs.envelopes,
            graves: pairs.graves,
        })
    }

    fn is_empty(&self) -> bool {
        [&self.keys, &self.rows, &self.envelopes, &self.graves].into_iter().all(HashSet::is_empty)
    }
}
