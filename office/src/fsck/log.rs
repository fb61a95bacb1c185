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
        if !verdict.is_good() {
            odd.add(Code::Log, verdict.to_string());
        }
        if let Err(error) = log::same_time(&self.records, &self.log).await {
            odd.add(Code::LogMark, error.words());
        }
        Ok(())
    }
}
