//! Erasure (docs/RETENTION.md, "Four steps"). Each step is safe to repeat, so a pass that was cut short is taken up where it stopped.
//! From the second step on nobody can read the application.

use fail::fail_point;
use jiff::Timestamp;
use rules::id::{ApplicationId, EmployerId, ObjectId};
use sqlx::{AnyConnection, AssertSqlSafe};

use crate::{
    Error, Office, Result,
    log::Certificate,
    record_keys::DEATH,
    store::{at, ms, unknown},
    sweep::DUE,
};

/// An erasure under way.
struct Erasure {
    rk_id: String,
    step: i64,
    unreadable_at: Option<i64>,
    keys: i64,
    objects: i64,
}

/// What an application's rows stand in, children first.
const TABLES: [&str; 9] = [
    "DELETE FROM section WHERE application_id = $1",
    "DELETE FROM document WHERE application_id = $1",
    "DELETE FROM note WHERE application_id = $1",
    "DELETE FROM release WHERE application_id = $1",
    "DELETE FROM restriction WHERE application_id = $1",
    "DELETE FROM hold WHERE application_id = $1",
    "DELETE FROM history WHERE application_id = $1",
    "DELETE FROM handover WHERE application_id = $1",
    "DELETE FROM submission WHERE application_id = $1",
];

impl Office {
    /// Erases one application that is due; false if it no longer is.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; the next pass goes on from the step that failed.
    pub(crate) async fn erase(&self, id: &ApplicationId) -> Result<bool> {
        if !self.begin_erasure(id).await? {
            return Ok(false);
        }
        fail_point!("erase.begun");
        // Another process may have finished it at this moment.
        let Some(mut erasure) = self.load_erasure(id).await? else { return Ok(false) };
        if erasure.step < 2 {
            self.destroy_key(&erasure.rk_id).await?;
            fail_point!("erase.key_destroyed");
            (erasure.unreadable_at, erasure.keys) = (Some(ms(self.wall.now())), 1);
            self.save_erasure(id, 2, &erasure).await?;
        }
        if erasure.step < 3 {
            erasure.objects = self.delete_objects(id).await?;
            fail_point!("erase.objects_deleted");
            self.save_erasure(id, 3, &erasure).await?;
        }
        self.finish_erasure(id, &erasure).await?;
        fail_point!("erase.finished");
        Ok(true)
    }

    /// Step 1: hidden everywhere. True also for an erasure that had begun before.
    async fn begin_erasure(&self, id: &ApplicationId) -> Result<bool> {
        let mut tx = self.records.write().await?;
        let begun: Option<(String,)> = sqlx::query_as("SELECT rk_id FROM erasure WHERE application_id = $1")
            .bind(id.as_str())
            .fetch_optional(&mut *tx)
            .await?;
        if begun.is_some() {
            return Ok(true);
        }
        let hidden = sqlx::query(AssertSqlSafe(format!(
            "UPDATE application SET life = 'erasing' WHERE id = $2 AND life = 'live' \
             AND EXISTS (SELECT 1 FROM application a WHERE a.id = $2 AND {DUE})"
        )))
        .bind(ms(self.now()))
        .bind(id.as_str())
        .execute(&mut *tx)
        .await?;
        if hidden.rows_affected() == 0 {
            return Ok(false);
        }
        sqlx::query(
            "INSERT INTO erasure (application_id, rk_id, step, started_at, keys, objects) \
             SELECT id, rk_id, 1, $1, 0, 0 FROM application WHERE id = $2",
        )
        .bind(ms(self.now()))
        .bind(id.as_str())
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    /// Step 3: the objects that no employee record has taken over.
    async fn delete_objects(&self, id: &ApplicationId) -> Result<i64> {
        let mut connection = self.records.read().acquire().await?;
        let objects = own_objects(&mut connection, id).await?;
        drop(connection);
        for object in &objects {
            self.blobs.delete(object).await?;
        }
        Ok(objects.len() as i64)
    }

    /// Step 4: the rows go and the certificate is entered, in one transaction.
    async fn finish_erasure(&self, id: &ApplicationId, erasure: &Erasure) -> Result<()> {
        let unreadable_at = erasure.unreadable_at.map_or_else(|| self.wall.now(), at);
        let mut tx = self.records.write().await?;
        if self.take_out(&mut tx, id, unreadable_at, erasure.keys, erasure.objects).await? {
            fail_point!("erase.before_commit");
            tx.commit().await?;
        }
        Ok(())
    }

    /// Deletes the rows of an application whose key is destroyed and whose objects are gone, or go, and enters its certificate. False,
    /// and nothing to commit, if another process finished it in the meantime.
    pub(crate) async fn take_out(
        &self,
        tx: &mut AnyConnection,
        id: &ApplicationId,
        unreadable_at: Timestamp,
        keys: i64,
        objects: i64,
    ) -> Result<bool> {
        let subject: Option<(String, String, String, String, i64, Option<i64>)> = sqlx::query_as(
            "SELECT a.employer_id, a.rk_id, a.certificate_no, a.posting_id, a.due_at, p.closed_at FROM application a \
             JOIN posting p ON p.id = a.posting_id WHERE a.id = $1",
        )
        .bind(id.as_str())
        .fetch_optional(&mut *tx)
        .await?;
        let Some((employer, key, number, posting, due_at, closed_at)) = subject else { return Ok(false) };
        let Some(rows) = self.delete_rows(tx, id).await? else { return Ok(false) };
        let certificate = Certificate {
            number,
            posting,
            closed_on: closed_at.map(|closed| rules::retention::local_date(at(closed), &self.settings.zone).to_string()),
            due_at: at(due_at),
            unreadable_at,
            erased_at: self.wall.now(),
            rows,
            objects,
            keys,
        };
        let employer = EmployerId::parse(&employer).ok_or_else(|| unknown("application.employer_id"))?;
        let body =
            serde_json::to_string(&certificate).map_err(|_| Error::Unavailable("a certificate cannot be written".to_owned()))?;
        self.enter_raw(tx, "certificate", employer.as_str(), &certificate.number, &body).await?;
        if keys > 0 {
            self.enter_raw(tx, DEATH, employer.as_str(), &key, "").await?;
        }
        Ok(true)
    }

    /// Deletes every row and counts them; `None` if another process deleted the application meanwhile and certifies it.
    pub(crate) async fn delete_rows(&self, tx: &mut AnyConnection, id: &ApplicationId) -> Result<Option<i64>> {
        let objects = own_objects(tx, id).await?;
        let mut rows = 0;
        for delete in TABLES {
            rows += sqlx::query(delete).bind(id.as_str()).execute(&mut *tx).await?.rows_affected();
        }
        // A request's own period goes on; only the link to the application ends.
        sqlx::query("UPDATE request SET application_id = NULL WHERE application_id = $1")
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        for object in objects {
            rows +=
                sqlx::query("DELETE FROM object WHERE id = $1").bind(object.as_str()).execute(&mut *tx).await?.rows_affected();
        }
        let application =
            sqlx::query("DELETE FROM application WHERE id = $1").bind(id.as_str()).execute(&mut *tx).await?.rows_affected();
        sqlx::query("DELETE FROM erasure WHERE application_id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        Ok((application == 1).then(|| i64::try_from(rows + application).unwrap_or(i64::MAX)))
    }

    async fn load_erasure(&self, id: &ApplicationId) -> Result<Option<Erasure>> {
        let erasure: Option<(String, i64, Option<i64>, i64, i64)> =
            sqlx::query_as("SELECT rk_id, step, unreadable_at, keys, objects FROM erasure WHERE application_id = $1")
                .bind(id.as_str())
                .fetch_optional(self.records.read())
                .await?;
        Ok(erasure.map(|(rk_id, step, unreadable_at, keys, objects)| Erasure { rk_id, step, unreadable_at, keys, objects }))
    }

    async fn save_erasure(&self, id: &ApplicationId, step: i64, erasure: &Erasure) -> Result<()> {
        let mut tx = self.records.write().await?;
        sqlx::query(
            "UPDATE erasure SET step = $1, unreadable_at = $2, keys = $3, objects = $4 WHERE application_id = $5 AND step < $1",
        )
        .bind(step)
        .bind(erasure.unreadable_at)
        .bind(erasure.keys)
        .bind(erasure.objects)
        .bind(id.as_str())
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }
}

/// The objects of an application that no employee record has taken over.
pub(crate) async fn own_objects(connection: &mut AnyConnection, id: &ApplicationId) -> Result<Vec<ObjectId>> {
    let objects: Vec<String> = sqlx::query_scalar(
        "SELECT d.object_id FROM document d WHERE d.application_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM employee_item i WHERE i.object_id = d.object_id)",
    )
    .bind(id.as_str())
    .fetch_all(connection)
    .await?;
    objects.iter().map(|object| ObjectId::parse(object).ok_or_else(|| unknown("document.object_id"))).collect()
}
