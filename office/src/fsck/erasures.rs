//! Erasures against their applications, and certificates against what still stands.

use std::collections::{HashMap, HashSet};

use sqlx::AssertSqlSafe;

use super::{Code, DAY, Odd, PAGE, pairs::Pairs};
use crate::{
    Office, Result,
    log::certificate_of,
    store::{ms, placeholders},
};

#[derive(sqlx::FromRow)]
struct Erasure {
    application_id: String,
    rk_id: String,
    moved_at: i64,
    life: Option<String>,
}

impl Office {
    pub(super) async fn look_at_erasures(&self, pairs: &Pairs, odd: &mut Odd) -> Result<()> {
        let mut tx = self.records.snapshot().await?;
        let erasures: Vec<Erasure> = sqlx::query_as(
            "SELECT e.application_id, e.rk_id, COALESCE(e.unreadable_at, e.started_at) AS moved_at, a.life FROM erasure e \
             LEFT JOIN application a ON a.id = e.application_id",
        )
        .fetch_all(&mut *tx)
        .await?;
        let alone: Vec<String> = sqlx::query_scalar(
            "SELECT a.id FROM application a WHERE a.life <> 'live' \
             AND NOT EXISTS (SELECT 1 FROM erasure e WHERE e.application_id = a.id)",
        )
        .fetch_all(&mut *tx)
        .await?;
        drop(tx);
        let stuck = ms(self.now() - DAY);
        for erasure in erasures {
            let code = match erasure.life.as_deref() {
                None if pairs.keys.contains_key(&erasure.rk_id) => Code::ErasureOfKey,
                None => Code::ErasureWithoutApplication,
                Some("live") => Code::ErasureOfLiving,
                Some(_) if erasure.moved_at < stuck => Code::ErasureStuck,
                Some(_) => continue,
            };
            odd.add(code, erasure.application_id);
        }
        alone.into_iter().for_each(|id| odd.add(Code::ErasingWithoutErasure, id));
        let kept: Vec<String> =
            sqlx::query_scalar("SELECT id FROM kept WHERE erasing_at < $1").bind(stuck).fetch_all(self.records.read()).await?;
        kept.into_iter().for_each(|id| odd.add(Code::ErasureStuck, id));
        self.look_at_certified(pairs, odd).await?;
        self.look_at_twice(odd).await
    }

    /// Applications that stand although a certificate says that they are gone. One that was given up since its key was nowhere destroyed
    /// none, and holds no longer once the key is back.
    async fn look_at_certified(&self, pairs: &Pairs, odd: &mut Odd) -> Result<()> {
        let standing: Vec<(String, String, String)> =
            sqlx::query_as("SELECT id, rk_id, certificate_no FROM application").fetch_all(self.records.read()).await?;
        for standing in standing.chunks(PAGE) {
            let certified = self.certified(standing.iter().map(|(_, _, number)| number.as_str())).await?;
            for (id, key, _) in standing.iter().filter(|(_, _, number)| certified.get(number).is_some_and(|keys| *keys > 0)) {
                odd.add(if pairs.keys.contains_key(key) { Code::CertifiedKey } else { Code::CertifiedRows }, id);
            }
        }
        // These are told once, as what they are.
        odd.less(Code::RowOfDeadKey, Code::CertifiedRows);
        odd.less(Code::RowOfDeadKey, Code::ErasureOfLiving);
        odd.less(Code::ErasingWithoutErasure, Code::CertifiedRows);
        Ok(())
    }

    /// Numbers under which two certificates stand that speak of a destroyed key.
    async fn look_at_twice(&self, odd: &mut Odd) -> Result<()> {
        let waiting: Vec<String> =
            sqlx::query_scalar("SELECT subject FROM entry_in WHERE kind = 'certificate'").fetch_all(self.records.read()).await?;
        let mut numbers: HashSet<String> = waiting.into_iter().collect();
        let twice: Vec<String> =
            sqlx::query_scalar("SELECT subject FROM leaf WHERE kind = 'certificate' GROUP BY subject HAVING COUNT(*) > 1")
                .fetch_all(self.log.read())
                .await?;
        numbers.extend(twice);
        let numbers: Vec<String> = numbers.into_iter().collect();
        for numbers in numbers.chunks(PAGE) {
            // One that is on its way into the log stands in both, under one id.
            let mut found: HashMap<String, HashSet<String>> = HashMap::new();
            for (db, table) in [(&self.records, "entry_in"), (&self.log, "leaf")] {
                let among = placeholders(1, numbers.len());
                let sql = format!("SELECT id, subject, body FROM {table} WHERE kind = 'certificate' AND subject IN ({among})");
                let query = numbers.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, number| query.bind(number));
                let rows: Vec<(String, String, String)> = query.fetch_all(db.read()).await?;
                for (id, number, body) in rows {
                    // One that does not read was altered, and the log says so.
                    if certificate_of(&body).is_ok_and(|certificate| certificate.keys > 0) {
                        found.entry(number).or_default().insert(id);
                    }
                }
            }
            found.into_iter().filter(|(_, ids)| ids.len() > 1).for_each(|(number, _)| odd.add(Code::CertificateTwice, number));
        }
        Ok(())
    }
}
