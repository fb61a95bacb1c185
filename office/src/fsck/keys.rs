//! Keys against rows, tombstones, the log, their generation and the mirror.

use std::collections::HashSet;

use super::{Code, DAY, Odd, PAGE, pairs::Pairs};
use crate::{Office, Result, mirror::Held, store::ms};

impl Office {
    pub(super) async fn look_at_keys(&self, pairs: &Pairs, odd: &mut Odd) -> Result<()> {
        let ids: Vec<&String> = pairs.keys.keys().collect();
        let mut dead = self.dead_among(&ids).await?;
        dead.extend(pairs.graves.iter().cloned());
        for id in &dead {
            let stands = pairs.rows.get(id).is_some_and(|row| !row.erasing);
            odd.add(if stands { Code::DeadKeyOfRow } else { Code::DeadKey }, id);
        }
        for id in pairs.keys_without_row().filter(|id| !dead.contains(*id)) {
            odd.add(Code::KeyWithoutRow, id);
        }
        let old = ms(self.now() - DAY);
        for (id, _) in pairs.keys.iter().filter(|(id, key)| !key.live && key.created_at < old && !dead.contains(*id)) {
            odd.add(if pairs.rows.contains_key(id) { Code::KeyUnconfirmed } else { Code::KeyPending }, id);
        }
        self.look_at_lost_keys(pairs, odd).await?;
        for id in &pairs.envelopes {
            odd.add(Code::EnvelopeWithoutKey, id);
        }
        self.look_at_generations(odd).await?;
        self.look_at_mirror(odd).await
    }

    /// Rows without their key: destroyed by an erasure that is known, or lost.
    async fn look_at_lost_keys(&self, pairs: &Pairs, odd: &mut Odd) -> Result<()> {
        let lost: Vec<&String> = pairs.rows_without_key().map(|(key, _)| key).collect();
        let mut dead = self.dead_among(&lost).await?;
        for lost in lost.chunks(PAGE) {
            let lost: Vec<&str> = lost.iter().map(|key| key.as_str()).collect();
            dead.extend(self.deaths(&lost).await?.into_keys());
        }
        for (key, row) in pairs.rows_without_key() {
            let code = match (dead.contains(key), row.kind) {
                (false, _) => Code::RowWithoutKey,
                (true, "application") => Code::RowOfDeadKey,
                (true, _) => Code::OtherOfDeadKey,
            };
            odd.add(code, &row.id);
        }
        Ok(())
    }

    /// One generation lives, and every key stands under one that is open here.
    async fn look_at_generations(&self, odd: &mut Odd) -> Result<()> {
        let living: Vec<String> = sqlx::query_scalar("SELECT id FROM generation WHERE retired_at IS NULL ORDER BY id")
            .fetch_all(self.keys.read())
            .await?;
        if living.is_empty() {
            odd.add(Code::Generation, "none");
        } else if living.len() > 1 {
            living.into_iter().for_each(|id| odd.add(Code::Generation, id));
        }
        let under: Vec<String> = sqlx::query_scalar(
            "SELECT generation_id FROM rk UNION SELECT generation_id FROM intake_key UNION SELECT generation_id FROM house_key \
             UNION SELECT generation_id FROM journal_month",
        )
        .fetch_all(self.keys.read())
        .await?;
        if under.iter().any(|generation| !self.house.knows(generation)) {
            // Another process may have turned it since this one opened it. Where this fails, the key is not there either.
            drop(self.house.refresh(&self.keys).await);
        }
        let known: HashSet<String> =
            sqlx::query_scalar("SELECT id FROM generation").fetch_all(self.keys.read()).await?.into_iter().collect();
        for generation in under.iter().filter(|id| !self.house.knows(id) || !known.contains(*id)) {
            let keys: Vec<String> = sqlx::query_scalar(
                "SELECT id FROM rk WHERE generation_id = $1 UNION ALL SELECT id FROM intake_key WHERE generation_id = $1 \
                 UNION ALL SELECT name FROM house_key WHERE generation_id = $1 \
                 UNION ALL SELECT id FROM journal_month WHERE generation_id = $1",
            )
            .bind(generation)
            .fetch_all(self.keys.read())
            .await?;
            keys.into_iter().for_each(|id| odd.add(Code::KeyUnopenable, id));
        }
        Ok(())
    }

    pub(super) async fn look_at_mirror(&self, odd: &mut Odd) -> Result<()> {
        let Some(mirror) = &self.both_keys.mirror else { return Ok(()) };
        let (behind, ahead) = (Held::read(mirror).await?, Held::read(&self.both_keys.main).await?);
        for (what, ids) in behind.differences(&ahead) {
            ids.into_iter().for_each(|id| odd.add(Code::Mirror, format!("the {what} {id}")));
        }
        Ok(())
    }
}
