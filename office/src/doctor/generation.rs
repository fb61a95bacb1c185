//! The generation: whether its key is there, how old it is, and whether a turn is stuck.

use jiff::SignedDuration;

use super::Doctor;
use crate::{
    Db, House, Result,
    providers::Provider,
    store::at,
    turn::{DAY, WEEK},
};

/// A generation turns when it is a week old; one that is a day older shows that it does not.
const OLD: SignedDuration = SignedDuration::from_hours(8 * 24);
/// A turn that takes longer than this is stuck; one of 100,000 keys takes about a minute.
const LONG: SignedDuration = SignedDuration::from_mins(5);

impl Doctor<'_> {
    /// Opens the house, if the generation is as it ought to be.
    pub(super) async fn generation(&mut self, keys: &Db, mirror: Option<&Db>, store: String) -> Result<Option<House>> {
        let generations: Vec<(String, i64, Option<i64>)> =
            sqlx::query_as("SELECT id, created_at, retired_at FROM generation ORDER BY created_at")
                .fetch_all(keys.read())
                .await?;
        let living = generations.iter().find(|(_, _, retired)| retired.is_none());
        let Some((living, since, _)) = living else {
            self.wrong("the key database has no living generation");
            return Ok(None);
        };
        let age = self.now.duration_since(at(*since));
        if age > OLD {
            let days = age.as_hours() / 24;
            self.wrong(format!(
                "the generation is {days} days old: it ought to turn every week, and after an erasure within a day"
            ));
        }
        for (before, _, retired) in &generations {
            let Some(retired) = retired else { continue };
            let waits_for = self.waits_for(keys, before).await?;
            if self.now.duration_since(at(*retired)) > LONG {
                let next = waits_for.as_deref().unwrap_or("`ablauf keys rotate` says what it waits for");
                self.wrong(format!("a turn of the generation began and has not ended: {before} is still there; {next}"));
            } else if let Some(words) = waits_for {
                self.wrong(words);
            } else {
                self.fact("a turn of the generation is under way, or was cut short within the last five minutes");
            }
        }
        let dead: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM tombstone WHERE at >= $1").bind(since).fetch_one(keys.read()).await?;
        let is_due = age >= WEEK || (dead > 0 && age >= DAY);
        // Settings that do not fit together are told of below, where the house does not open.
        if let Ok(provider) = Provider::of(self.settings) {
            for finding in provider.examine(Some(living), is_due).await {
                self.wrong(finding);
            }
            if generations.len() == 1 && provider.is_settled(living).is_ok_and(|settled| !settled) {
                self.wrong("a turn of the generation has not ended: the new key has not its place yet (`ablauf keys rotate`)");
            }
        }
        match House::open_to_read(self.settings, keys, store).await {
            Ok(house) => {
                self.fact(format!("generation {living}, {} day(s) old", age.as_hours().max(0) / 24));
                self.opens(&house, keys, "key database").await?;
                if let Some(mirror) = mirror {
                    self.opens(&house, mirror, "mirror").await?;
                }
                Ok(Some(house))
            }
            Err(error) => {
                self.wrong(format!("the generation key does not fit the key database: {}", error.words()));
                Ok(None)
            }
        }
    }

    /// What a turn that has sealed every key anew waits for the operator to do with the key of the generation before, in words.
    async fn waits_for(&self, keys: &Db, before: &str) -> Result<Option<String>> {
        let left: i64 = sqlx::query_scalar(
            "SELECT (SELECT COUNT(*) FROM rk WHERE generation_id = $1) + (SELECT COUNT(*) FROM intake_key WHERE generation_id = $1) \
             + (SELECT COUNT(*) FROM house_key WHERE generation_id = $1) + (SELECT COUNT(*) FROM journal_month WHERE generation_id = $1)",
        )
        .bind(before)
        .fetch_one(keys.read())
        .await?;
        if left > 0 {
            return Ok(None);
        }
        // What the settings do not fit, or a secret that cannot be read, is told where the house does not open.
        Ok(Provider::of(self.settings).and_then(|provider| provider.keeps(before)).unwrap_or(None))
    }

    /// Whether every key stands under a generation that is open here, and the newest one opens.
    async fn opens(&mut self, house: &House, keys: &Db, what: &str) -> Result<()> {
        let mut lost = 0;
        let generations: Vec<(String, i64)> = sqlx::query_as(
            "SELECT generation_id, CAST(COUNT(*) AS BIGINT) FROM (SELECT generation_id FROM rk UNION ALL \
             SELECT generation_id FROM intake_key UNION ALL SELECT generation_id FROM journal_month) k GROUP BY generation_id",
        )
        .fetch_all(keys.read())
        .await?;
        for (generation, count) in generations {
            if !house.knows(&generation) {
                lost += count;
            }
        }
        let newest: Option<(String, String, Vec<u8>)> =
            sqlx::query_as("SELECT id, generation_id, wrapped FROM rk ORDER BY created_at DESC, id LIMIT 1")
                .fetch_optional(keys.read())
                .await?;
        if let Some((id, generation, wrapped)) = newest
            && house.knows(&generation)
            && house.unwrap(&id, &generation, &wrapped).is_err()
        {
            self.wrong(format!("{what}: key {id} does not open under its generation"));
        }
        if lost > 0 {
            self.wrong(format!("{what}: {lost} key(s) stand under a generation whose key is not there"));
        }
        Ok(())
    }
}
