//! An envelope that could not become an application at once waits, or goes again.

use rules::id::{ApplicationId, ObjectId};
use sqlx::AnyConnection;

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
        let objects = take_envelope(&mut tx, id.as_str()).await?;
        if objects.is_empty() {
            return Ok(false);
        }
        sqlx::query("DELETE FROM submission WHERE application_id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        tx.commit().await?;
        for object in &objects {
            if self.blobs.delete(object).await.is_err() {
                tracing::warn!("an object without an application could not be removed; the sweep will");
            }
        }
        Ok(true)
    }
}

/// The objects of an envelope: its CV and whatever came with it; none where there is no such envelope.
pub(crate) async fn objects_of(connection: &mut AnyConnection, id: &str) -> Result<Vec<ObjectId>> {
    let objects: Vec<String> = sqlx::query_scalar(
        "SELECT object_id FROM envelope WHERE id = $1 UNION ALL SELECT object_id FROM envelope_document WHERE envelope_id = $1",
    )
    .bind(id)
    .fetch_all(connection)
    .await?;
    objects.iter().map(|object| ObjectId::parse(object).ok_or_else(|| unknown("envelope.object_id"))).collect()
}

/// Deletes an envelope's rows, those of its objects among them; answers the objects.
pub(crate) async fn take_envelope(tx: &mut AnyConnection, id: &str) -> Result<Vec<ObjectId>> {
    let objects = objects_of(&mut *tx, id).await?;
    sqlx::query("DELETE FROM envelope_document WHERE envelope_id = $1").bind(id).execute(&mut *tx).await?;
    let gone = sqlx::query("DELETE FROM envelope WHERE id = $1").bind(id).execute(&mut *tx).await?;
    // Another process may have made an application of it, between the two.
    if gone.rows_affected() == 0 {
        return Ok(Vec::new());
    }
    for object in &objects {
        sqlx::query("DELETE FROM object WHERE id = $1").bind(object.as_str()).execute(&mut *tx).await?;
    }
    Ok(objects)
}
