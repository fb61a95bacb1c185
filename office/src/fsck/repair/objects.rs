//! Repairs of objects, their rows, and forms.

use rules::id::ObjectId;
use sqlx::AssertSqlSafe;

use super::{Code, Done};
use crate::{
    Error, Office, Result,
    fsck::{DAY, objects::NAMED},
    store::{ms, unknown},
    sweep::UNNAMED,
};

impl Office {
    pub(super) async fn write_object_row(&self, id: &str) -> Done {
        let (_, size) = self.blobs.get_start(&object(id)?, 1).await?;
        let mut tx = self.records.write().await?;
        let written = sqlx::query("INSERT INTO object (id, size, created_at) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING")
            .bind(id)
            .bind(i64::try_from(size).unwrap_or(i64::MAX))
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?
            .rows_affected();
        if written > 0 {
            self.enter_for_all(&mut tx, Code::ObjectRowMissing, id).await?;
            tx.commit().await?;
        }
        Ok(written > 0)
    }

    pub(super) async fn delete_object_row(&self, id: &str) -> Done {
        let mut tx = self.records.write().await?;
        let sql = format!("DELETE FROM object WHERE id IN (SELECT o.id FROM object o WHERE o.id = $1 AND {UNNAMED})");
        let deleted = sqlx::query(AssertSqlSafe(sql)).bind(id).execute(&mut *tx).await?.rows_affected();
        if deleted == 0 {
            return Ok(false);
        }
        self.enter_for_all(&mut tx, Code::ObjectRowUnnamed, id).await?;
        tx.commit().await?;
        // If this is cut short, it is an object without a row.
        self.blobs.delete(&object(id)?).await?;
        Ok(true)
    }

    pub(super) async fn delete_object(&self, id: &str) -> Done {
        let object = object(id)?;
        let named: i64 = sqlx::query_scalar(NAMED).bind(id).fetch_one(self.records.read()).await?;
        if named > 0 || self.blobs.find(&object).await?.is_none() {
            return Ok(false);
        }
        self.enter_before(Code::ObjectUnnamed, id).await?;
        self.blobs.delete(&object).await?;
        Ok(true)
    }

    pub(super) async fn delete_staged(&self, name: &str) -> Done {
        let staged = self.blobs.staged(self.now() - DAY)?;
        let Some((_, path)) = staged.into_iter().find(|(staged, _)| staged == name) else { return Ok(false) };
        self.enter_before(Code::Staged, name).await?;
        std::fs::remove_file(path).map_err(|error| Error::Unavailable(format!("object store: {}", error.kind())))?;
        Ok(true)
    }

    pub(super) async fn remove_submission(&self, id: &str) -> Done {
        let mut tx = self.records.write().await?;
        let removed = sqlx::query(
            "DELETE FROM submission WHERE application_id = $1 AND NOT EXISTS (SELECT 1 FROM application a WHERE a.id = $1) \
             AND NOT EXISTS (SELECT 1 FROM envelope e WHERE e.id = $1)",
        )
        .bind(id)
        .execute(&mut *tx)
        .await?
        .rows_affected();
        if removed > 0 {
            self.enter_for_all(&mut tx, Code::SubmissionAlone, id).await?;
            tx.commit().await?;
        }
        Ok(removed > 0)
    }
}

fn object(id: &str) -> Result<ObjectId> {
    ObjectId::parse(id).ok_or_else(|| unknown("object.id"))
}
