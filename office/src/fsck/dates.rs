//! The date of every application against the rule, and postings against their close.

use std::collections::HashMap;

use rules::retention::due;
use sqlx::AssertSqlSafe;

use super::{Code, Odd};
use crate::{
    Office, Result, careers,
    facts::{self, Facts},
    store::{at, ms},
};

impl Office {
    pub(super) async fn look_at_dates(&self, odd: &mut Odd) -> Result<()> {
        for (code, query) in [
            (Code::ClosedWithoutInstant, "SELECT id FROM posting WHERE state IN ('closed', 'archived') AND closed_at IS NULL"),
            (
                Code::ClosedWithoutInstant,
                "SELECT a.id FROM application a JOIN posting p ON p.id = a.posting_id WHERE p.state IN ('closed', 'archived') \
                 AND a.closed_at IS NULL AND a.life = 'live'",
            ),
            (
                Code::InstantWithoutClose,
                "SELECT id FROM posting WHERE state NOT IN ('closed', 'archived') AND closed_at IS NOT NULL",
            ),
        ] {
            let ids: Vec<String> = sqlx::query_scalar(query).fetch_all(self.records.read()).await?;
            ids.into_iter().for_each(|id| odd.add(code, id));
        }
        let postings: Vec<String> = sqlx::query_scalar("SELECT id FROM posting").fetch_all(self.records.read()).await?;
        for posting in postings {
            // Posting and applications at one moment: a close moves both.
            let mut tx = self.records.snapshot().await?;
            let posting = careers::load(&mut tx, &posting).await?;
            // Whose erasure was asked for, or who is a minor, goes before the rule would have it.
            let sql = format!(
                "{} WHERE a.posting_id = $1 AND a.life = 'live' AND NOT EXISTS (SELECT 1 FROM history e \
                 WHERE e.application_id = a.id AND e.what IN ('erasure_asked erase', 'minor'))",
                facts::SELECT
            );
            let rows: Vec<facts::Row> = sqlx::query_as(AssertSqlSafe(sql)).bind(posting.id.as_str()).fetch_all(&mut *tx).await?;
            let received: Vec<(String, i64)> = sqlx::query_as(
                "SELECT id, rejection_received_at FROM application WHERE posting_id = $1 AND rejection_received_at IS NOT NULL",
            )
            .bind(posting.id.as_str())
            .fetch_all(&mut *tx)
            .await?;
            let received: HashMap<String, i64> = received.into_iter().collect();
            for facts in facts::with_releases(&mut tx, rows).await? {
                if self.rightly_due(&facts, &posting, received.get(&facts.row.id).copied()) != facts.row.due_at {
                    odd.add(Code::DueDiffers, facts.row.id);
                }
            }
        }
        Ok(())
    }

    /// The instant from which an application is to be erased, by the rule.
    pub(super) fn rightly_due(&self, facts: &Facts, posting: &careers::Posting, received: Option<i64>) -> i64 {
        ms(due(&facts.closing(posting), received.map(at), posting.policy, &self.settings.zone).erased_from)
    }
}
