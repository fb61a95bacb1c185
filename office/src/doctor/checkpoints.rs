//! Signed checkpoints outside: whether the newest one fits the log and is young.

use jiff::SignedDuration;

use super::Doctor;
use crate::{
    Db, House, Result,
    log::compared,
    store::{at, ms},
};

/// What is entered is outside within this time.
const DAY: SignedDuration = SignedDuration::from_hours(24);

impl Doctor<'_> {
    pub(super) async fn checkpoints(&mut self, log: &Db, house: Option<&House>) -> Result<()> {
        let Some(directory) = &self.settings.checkpoints else {
            self.fact("no signed checkpoint of the log is kept elsewhere (ABLAUF_CHECKPOINTS): who rewrites the log here is not found out");
            return Ok(());
        };
        let Some(house) = house else { return Ok(()) };
        let compared = match house.public_log_key() {
            Ok(key) => compared(directory, log, &key).await,
            Err(error) => Err(error),
        };
        let kept = match compared {
            Ok(kept) => kept.map_or(0, |kept| kept.size),
            Err(error) => {
                self.wrong(error.words());
                return Ok(());
            }
        };
        let behind: Option<i64> = sqlx::query_scalar("SELECT MIN(at) FROM checkpoint WHERE size > $1 AND at < $2")
            .bind(kept)
            .bind(ms(self.now - DAY))
            .fetch_one(log.read())
            .await?;
        match behind {
            Some(since) => self.wrong(format!(
                "the newest checkpoint in {} speaks of {kept} entries; what the log has since {} is not there",
                directory.display(),
                at(since)
            )),
            None => self
                .fact(format!("the newest checkpoint in {} speaks of {kept} entries, and the log fits it", directory.display())),
        }
        Ok(())
    }
}
