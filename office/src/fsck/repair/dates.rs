//! The repair of a date.

use rules::id::ApplicationId;

use super::{Code, Done};
use crate::{Error, Office, careers, facts, store::unknown};

impl Office {
    pub(super) async fn set_due(&self, id: &str) -> Done {
        let application = ApplicationId::parse(id).ok_or_else(|| unknown("application.id"))?;
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, &application).await?;
        let facts = match facts::load(&mut tx, &application).await {
            Ok(facts) => facts,
            // It was erased in the meantime.
            Err(Error::NotFound) => return Ok(false),
            Err(error) => return Err(error),
        };
        let posting = careers::load(&mut tx, &facts.row.posting_id).await?;
        let received: Option<i64> = sqlx::query_scalar("SELECT rejection_received_at FROM application WHERE id = $1")
            .bind(id)
            .fetch_one(&mut *tx)
            .await?;
        let due = self.rightly_due(&facts, &posting, received);
        let set = sqlx::query("UPDATE application SET due_at = $1 WHERE id = $2 AND due_at <> $1 AND life = 'live'")
            .bind(due)
            .bind(id)
            .execute(&mut *tx)
            .await?
            .rows_affected();
        if set > 0 {
            self.remember(&mut tx, &application, None, &format!("due {}", self.due_at(due).last_day)).await?;
            self.enter_repair(&mut tx, Code::DueDiffers, id).await?;
            tx.commit().await?;
        }
        Ok(set > 0)
    }
}
