//! An envelope that could not become an application at once waits, or goes again.

use rules::id::{ApplicationId, ObjectId};

use crate::{Error, Office, Result, store::unknown};

impl Office {
    /// Makes an application of an envelope that has just arrived. It is durable, so it may wait if this fails; but not where nobody could
    /// open it any more, or no key can be stored for it: then it has not arrived.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; then nothing of it is left, and the form can be sent again.
    pub(super) async fn convert_or_withdraw(&self, id: &ApplicationId) -> Result<()> {
        let Err(error) = self.convert(id).await else { return Ok(()) };
        if !self.can_wait(&error).await && self.withdraw(id).await? {
            return Err(Error::Unavailable(format!("an envelope was withdrawn: {error}")));
        }
        tracing::warn!(%error, "an envelope waits for its conversion");
        Ok(())
    }

    /// Whether the key database and its mirror take what the next try writes. What was written is known to both, so that an envelope is
    /// never acknowledged of which a lost disk could take the key.
    async fn can_wait(&self, error: &Error) -> bool {
        if matches!(error, Error::Gone) {
            return false;
        }
        for db in self.both_keys.each() {
            if self.write_tick(db).await.is_err() {
                return false;
            }
        }
        true
    }

    /// Takes an envelope back, as if it had never come; false if another process has made an application of it.
    async fn withdraw(&self, id: &ApplicationId) -> Result<bool> {
        let mut tx = self.records.write().await?;
        let object: Option<String> = sqlx::query_scalar("DELETE FROM envelope WHERE id = $1 RETURNING object_id")
            .bind(id.as_str())
            .fetch_optional(&mut *tx)
            .await?;
        let Some(object) = object else { return Ok(false) };
        sqlx::query("DELETE FROM submission WHERE application_id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        sqlx::query("DELETE FROM object WHERE id = $1").bind(&object).execute(&mut *tx).await?;
        tx.commit().await?;
        if self.blobs.delete(&ObjectId::parse(&object).ok_or_else(|| unknown("envelope.object_id"))?).await.is_err() {
            tracing::warn!("an object without an application could not be removed; the sweep will");
        }
        Ok(true)
    }
}
