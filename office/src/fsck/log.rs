//! The log against itself, and against the records.

use jiff::SignedDuration;

use super::{Code, Odd};
use crate::{Office, Result, log, store::ms};

/// The sequencer comes every five seconds.
const LONG: SignedDuration = SignedDuration::from_hours(1);

impl Office {
    pub(super) async fn look_at_log(&self, odd: &mut Odd) -> Result<()> {
        let waiting: Vec<String> = sqlx::query_scalar("SELECT id FROM entry_in WHERE at < $1")
            .bind(ms(self.wall.now() - LONG))
            .fetch_all(self.records.read())
            .await?;
        waiting.into_iter().for_each(|id| odd.add(Code::EntryWaits, id));
        let verdict = log::verify(&self.log).await?;
        match verdict.is_good() {
            true => self.look_at_index(odd).await?,
            // What is derived from a wrong log cannot be right.
            false => odd.add(Code::Log, verdict.to_string()),
        }
        if let Err(error) = log::same_time(&self.records, &self.log).await {
            odd.add(Code::LogMark, error.words());
        }
        Ok(())
    }

    /// Where the journal is found again: by it a privacy officer filters, and whom a breach touched is computed.
    async fn look_at_index(&self, odd: &mut Odd) -> Result<()> {
        let misplaced = self.misplaced().await?;
        if let Some(first) = misplaced.first() {
            odd.add(Code::Index, format!("{} from entry {first} on", misplaced.len()));
        }
        Ok(())
    }
}
