//! How a kept record goes: as an application does, one at a time, since they are few. Each step is safe to repeat, by this process or
//! another: one that was cut short is found by its row, which goes last.

use fail::fail_point;
use jiff::Timestamp;
use rules::{
    id::{EmployerId, ObjectId},
    kept::KeptClass,
};
use sqlx::{AnyConnection, AssertSqlSafe};

use super::DUE;
use crate::{
    Office, Result,
    journal::{By, Entry},
    log::Certificate,
    store::{at, ms, unknown},
};

/// What makes an object `o` of a kept record `$1` its own: nothing else has it.
const OWN: &str = "NOT EXISTS (SELECT 1 FROM document d WHERE d.object_id = o.object_id) \
    AND NOT EXISTS (SELECT 1 FROM employee_item i WHERE i.object_id = o.object_id) \
    AND NOT EXISTS (SELECT 1 FROM kept_document e WHERE e.object_id = o.object_id AND e.kept_id <> $1)";

impl Office {
    /// Kept records that are due now.
    pub(crate) async fn kept_due(&self) -> Result<i64> {
        let sql = format!("SELECT COUNT(*) FROM kept k WHERE {DUE}");
        Ok(sqlx::query_scalar(AssertSqlSafe(sql)).bind(ms(self.now())).fetch_one(self.records.read()).await?)
    }

    /// Hides every kept record that is due now, and answers those that are on their way out: identifier and key.
    pub(crate) async fn hide_kept_due(&self) -> Result<Vec<(String, String)>> {
        let mut tx = self.records.write().await?;
        let hide =
            format!("UPDATE kept SET erasing_at = $2 WHERE erasing_at IS NULL AND id IN (SELECT k.id FROM kept k WHERE {DUE})");
        sqlx::query(AssertSqlSafe(hide)).bind(ms(self.now())).bind(ms(self.wall.now())).execute(&mut *tx).await?;
        let due = sqlx::query_as("SELECT id, rk_id FROM kept WHERE erasing_at IS NOT NULL ORDER BY due_at, id")
            .fetch_all(&mut *tx)
            .await?;
        tx.commit().await?;
        fail_point!("kept.hidden");
        Ok(due)
    }

    /// What is left of one whose key is destroyed: its objects, then its rows. False if another process has ended it meanwhile.
    pub(crate) async fn end_kept(&self, id: &str, rk_id: &str) -> Result<bool> {
        let died = self.deaths(&[rk_id]).await?.get(rk_id).copied();
        let mut connection = self.records.read().acquire().await?;
        let objects = own_kept_objects(&mut connection, id).await?;
        drop(connection);
        for object in &objects {
            self.blobs.delete(object).await?;
        }
        fail_point!("kept.objects_deleted");
        let mut tx = self.records.write().await?;
        let unreadable_at = died.map_or_else(|| self.wall.now(), at);
        let taken = self.take_out_kept(&mut tx, id, unreadable_at, 1, objects.len() as i64).await?;
        tx.commit().await?;
        fail_point!("kept.finished");
        Ok(taken)
    }

    /// Deletes the rows of a kept record whose key is destroyed and whose objects are gone, or go, and enters its certificate. False if
    /// another process did.
    pub(crate) async fn take_out_kept(
        &self,
        tx: &mut AnyConnection,
        id: &str,
        unreadable_at: Timestamp,
        keys: i64,
        objects: i64,
    ) -> Result<bool> {
        let subject: Option<(String, String, String, String, i64)> =
            sqlx::query_as("SELECT employer_id, class, rk_id, certificate_no, due_at FROM kept WHERE id = $1")
                .bind(id)
                .fetch_optional(&mut *tx)
                .await?;
        let Some((employer, class, key, number, due_at)) = subject else { return Ok(false) };
        let Some(rows) = self.delete_kept_rows(tx, id).await? else { return Ok(false) };
        let class = KeptClass::from_code(&class).ok_or_else(|| unknown("kept.class"))?;
        let employer = EmployerId::parse(&employer).ok_or_else(|| unknown("kept.employer_id"))?;
        let certificate = Certificate {
            number,
            posting: String::new(),
            class: Some(class),
            closed_on: None,
            due_at: at(due_at),
            unreadable_at,
            rows,
            objects,
            keys,
            erased_at: self.wall.now(),
        };
        let entry = Entry::by(By::House, "erase", id).detail(certificate.number.as_str());
        self.enter(tx, &employer, &entry).await?;
        self.certify(tx, &employer, &certificate, &key).await?;
        Ok(true)
    }

    /// Deletes every row of a kept record and counts them; `None` if another process did.
    pub(crate) async fn delete_kept_rows(&self, tx: &mut AnyConnection, id: &str) -> Result<Option<i64>> {
        let objects = own_kept_objects(tx, id).await?;
        let mut rows = 0;
        for delete in ["DELETE FROM kept_document WHERE kept_id = $1", "DELETE FROM consent WHERE evidence_id = $1"] {
            rows += sqlx::query(delete).bind(id).execute(&mut *tx).await?.rows_affected();
        }
        for object in objects {
            rows +=
                sqlx::query("DELETE FROM object WHERE id = $1").bind(object.as_str()).execute(&mut *tx).await?.rows_affected();
        }
        let record = sqlx::query("DELETE FROM kept WHERE id = $1").bind(id).execute(&mut *tx).await?.rows_affected();
        Ok((record == 1).then(|| i64::try_from(rows + record).unwrap_or(i64::MAX)))
    }
}

/// The objects of a kept record that nothing else has.
pub(crate) async fn own_kept_objects(connection: &mut AnyConnection, id: &str) -> Result<Vec<ObjectId>> {
    let sql = format!("SELECT o.object_id FROM kept_document o WHERE o.kept_id = $1 AND {OWN} ORDER BY o.object_id");
    let objects: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql)).bind(id).fetch_all(connection).await?;
    objects.iter().map(|object| ObjectId::parse(object).ok_or_else(|| unknown("kept_document.object_id"))).collect()
}
