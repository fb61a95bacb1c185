//! HR moves an application along.

use rules::{
    access::{Action, Actor, Subject},
    application::{Stage, move_stage},
    id::ApplicationId,
};

use crate::{Error, Office, Result, facts, journal::Entry, store::ms};

impl Office {
    /// Moves an application to another stage. HR of its employer may call this.
    ///
    /// # Errors
    /// [`Error::Refused`] once the procedure is closed, [`Error::Conflict`] if somebody moved it in the meantime.
    pub async fn move_stage(&self, actor: &Actor, id: &ApplicationId, to: Stage) -> Result<()> {
        self.move_stage_from(actor, id, None, to).await
    }

    /// [`Office::move_stage`] for somebody who saw the application at the stage `seen`; `None` moves it from wherever it is.
    ///
    /// # Errors
    /// As [`Office::move_stage`], and [`Error::Conflict`] if it is no longer at that stage.
    pub async fn move_stage_from(&self, actor: &Actor, id: &ApplicationId, seen: Option<Stage>, to: Stage) -> Result<()> {
        let mut tx = self.records.write().await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.allow(actor, Action::MoveStage, Subject::Application(&facts.application))?;
        let from = facts.stage()?;
        // The rules speak first: who sends the same twice hears that it is so already, not that somebody was faster.
        move_stage(facts.application.posting, facts.application.life, from, to)?;
        if seen.is_some_and(|seen| seen != from) {
            return Err(Error::Conflict);
        }
        let moved =
            sqlx::query("UPDATE application SET stage = $1, stage_at = $2 WHERE id = $3 AND stage = $4 AND life = 'live'")
                .bind(to.code())
                .bind(ms(self.now()))
                .bind(id.as_str())
                .bind(from.code())
                .execute(&mut *tx)
                .await?;
        if moved.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.remember(&mut tx, id, Some(staff), &format!("stage {} {}", from.code(), to.code())).await?;
        let entry = Entry::of(staff, Action::MoveStage, id.as_str()).detail(to.code());
        self.enter(&mut tx, &facts.application.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }
}
