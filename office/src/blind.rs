//! Blind review: until HR lifts it, nobody but HR reads who the applicants to a posting are. HR can put a copy beside each in which nobody
//! recognises the person, and release that.

use rules::{
    access::{Action, Actor, Subject},
    application::Section,
    id::{ApplicationId, DocumentId, PostingId},
    posting::State,
};

use crate::{
    Error, Office, Refusal, Result,
    apply::ReceivedDocument,
    careers, facts,
    journal::Entry,
    sealed::{FileCard, document_context, seal_json},
    store::ms,
};

impl Office {
    /// Begins a blind review of a posting's applications; what was released before says no more who they are. HR of the employer may call
    /// this.
    ///
    /// # Errors
    /// [`Refusal::PostingState`] once the procedure is closed, [`Error::Conflict`] if it is reviewed blind already.
    pub async fn review_blind(&self, actor: &Actor, id: &PostingId) -> Result<()> {
        let statement = "UPDATE posting SET blind_since = $1, blind_lifted_at = NULL, blind_lifted_by = NULL \
            WHERE id = $2 AND (blind_since IS NULL OR blind_lifted_at IS NOT NULL)";
        self.change_blind(actor, id, statement, "blind").await
    }

    /// Lifts a blind review: whoever something was released to reads it from now on. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Refusal::PostingState`] once the procedure is closed, [`Error::Conflict`] if it is not reviewed blind.
    pub async fn lift_blind(&self, actor: &Actor, id: &PostingId) -> Result<()> {
        let statement = "UPDATE posting SET blind_lifted_at = $1, blind_lifted_by = $3 \
            WHERE id = $2 AND blind_since IS NOT NULL AND blind_lifted_at IS NULL";
        self.change_blind(actor, id, statement, "blind_lifted").await
    }

    async fn change_blind(&self, actor: &Actor, id: &PostingId, statement: &'static str, what: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        let posting = careers::load(&mut tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        if matches!(posting.state, State::Closed | State::Archived) {
            return Err(Error::Refused(Refusal::PostingState));
        }
        let query = sqlx::query(statement).bind(ms(self.now())).bind(id.as_str());
        let query = if statement.contains("$3") { query.bind(staff.account.as_str()) } else { query };
        if query.execute(&mut *tx).await?.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.enter(&mut tx, &posting.employer, &Entry::of(staff, Action::RunPosting, id.as_str()).detail(what)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Whether the person may put such a copy there: asked before any of it is taken in.
    ///
    /// # Errors
    /// As for a note.
    pub async fn may_redact(&self, actor: &Actor, id: &ApplicationId) -> Result<()> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        self.allow(actor, Action::Redact, Subject::Application(&facts.application)).map(drop)
    }

    /// Puts a copy beside an application in which nobody recognises the person; its file name is ours. HR of the employer may call this.
    ///
    /// # Errors
    /// As for a note; nothing of the document is left then.
    pub async fn put_redacted(&self, actor: &Actor, id: &ApplicationId, document: ReceivedDocument) -> Result<DocumentId> {
        let object = document.object.clone();
        let put = self.put_copy(actor, id, document).await;
        if put.is_err() && self.blobs.delete(&object).await.is_err() {
            tracing::warn!("the object of a copy that was not kept could not be removed; the sweep will");
        }
        put
    }

    async fn put_copy(&self, actor: &Actor, id: &ApplicationId, received: ReceivedDocument) -> Result<DocumentId> {
        let rk = {
            let mut connection = self.records.read().acquire().await?;
            let facts = facts::load(&mut connection, id).await?;
            self.allow(actor, Action::Redact, Subject::Application(&facts.application))?;
            self.record_key(&facts.row.rk_id).await?
        };
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.allow(actor, Action::Redact, Subject::Application(&facts.application))?;
        // An erasure that begins at this moment is waited for, or waits.
        let live = sqlx::query("UPDATE application SET life = 'live' WHERE id = $1 AND life = 'live'")
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        if live.rows_affected() == 0 {
            return Err(Error::Gone);
        }
        let copies: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM document WHERE application_id = $1 AND section = $2")
            .bind(id.as_str())
            .bind(Section::Redacted.code())
            .fetch_one(&mut *tx)
            .await?;
        // The name of a file often is the person's.
        let name = format!("copy-{}.{}", copies + 1, received.card.kind.code());
        let card = FileCard { name, ..received.card };
        sqlx::query("INSERT INTO object (id, size, created_at) VALUES ($1, $2, $3)")
            .bind(received.object.as_str())
            .bind(received.stored)
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
        let document = DocumentId::from_bytes(self.rng.bytes());
        sqlx::query(
            "INSERT INTO document (id, application_id, section, object_id, version, created_at, sealed) VALUES ($1, $2, $3, $4, 1, $5, $6)",
        )
        .bind(document.as_str())
        .bind(id.as_str())
        .bind(Section::Redacted.code())
        .bind(received.object.as_str())
        .bind(ms(self.now()))
        .bind(seal_json(&rk, &document_context(id.as_str(), document.as_str(), 1), &self.rng, &card)?)
        .execute(&mut *tx)
        .await?;
        self.remember(&mut tx, id, Some(staff), "redacted").await?;
        self.enter(&mut tx, &facts.application.employer, &Entry::of(staff, Action::Redact, id.as_str())).await?;
        tx.commit().await?;
        Ok(document)
    }
}
