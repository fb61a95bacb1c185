//! Erasure (docs/RETENTION.md, "Four steps"), of several applications at a time: a step costs each database one transaction, not one for
//! each of them. Each step is safe to repeat, by this process or another and at the same time: so a pass that was cut short is taken up
//! where it stopped. From the second step on nobody can read the application.

use std::collections::HashMap;

use fail::fail_point;
use jiff::Timestamp;
use rules::id::{ApplicationId, EmployerId, ObjectId};
use sqlx::{Any, AnyConnection, AssertSqlSafe, any::AnyArguments, query::Query};

use crate::{
    Error, Office, Result,
    journal::{By, Entry},
    log::Certificate,
    record_keys::DEATH,
    store::{at, ms, placeholders, unknown},
    sweep::DUE,
};

/// An erasure under way.
pub(crate) struct Erasure {
    pub(crate) id: ApplicationId,
    /// The last step that is done.
    pub(crate) step: i64,
    /// Objects deleted.
    pub(crate) objects: i64,
    rk_id: String,
    unreadable_at: Option<i64>,
    keys: i64,
}

/// What makes the object of a document `d` the application's own: neither an employee record nor the talent pool has taken it over.
const OWN: &str = "NOT EXISTS (SELECT 1 FROM employee_item i WHERE i.object_id = d.object_id) \
    AND NOT EXISTS (SELECT 1 FROM kept_document k WHERE k.object_id = d.object_id)";

/// What an application's rows stand in, children first.
const TABLES: [&str; 15] = [
    "DELETE FROM job WHERE application_id = $1",
    "DELETE FROM proposal WHERE subject_id = $1",
    "DELETE FROM opening WHERE application_id = $1",
    "DELETE FROM section WHERE application_id = $1",
    "DELETE FROM document WHERE application_id = $1",
    "DELETE FROM disclosure WHERE application_id = $1",
    "DELETE FROM note WHERE application_id = $1",
    "DELETE FROM release WHERE application_id = $1",
    "DELETE FROM exclusion WHERE application_id = $1",
    "DELETE FROM restriction WHERE application_id = $1",
    "DELETE FROM request WHERE application_id = $1",
    "DELETE FROM hold WHERE application_id = $1",
    "DELETE FROM history WHERE application_id = $1",
    "DELETE FROM handover WHERE application_id = $1",
    "DELETE FROM submission WHERE application_id = $1",
];

impl Office {
    /// Step 1: hidden everywhere. Answers those that are due, or whose erasure had begun before.
    pub(crate) async fn begin_erasures(&self, ids: &[ApplicationId]) -> Result<Vec<Erasure>> {
        let among = placeholders(2, ids.len());
        let mut tx = self.records.write().await?;
        for statement in [
            // Whoever sets a hold at this moment is waited for: only the next statement sees it, on PostgreSQL.
            format!("UPDATE application SET channel = channel WHERE life = 'live' AND due_at <= $1 AND id IN ({among})"),
            format!(
                "UPDATE application SET life = 'erasing' WHERE id IN (SELECT a.id FROM application a WHERE a.id IN ({among}) AND {DUE})"
            ),
        ] {
            bind(sqlx::query(AssertSqlSafe(statement)).bind(ms(self.now())), ids).execute(&mut *tx).await?;
        }
        let begin = format!(
            "INSERT INTO erasure (application_id, rk_id, step, started_at, keys, objects) \
             SELECT id, rk_id, 1, $1, 0, 0 FROM application WHERE life = 'erasing' AND id IN ({among}) \
             ON CONFLICT (application_id) DO NOTHING"
        );
        bind(sqlx::query(AssertSqlSafe(begin)).bind(ms(self.wall.now())), ids).execute(&mut *tx).await?;
        let select = format!(
            "SELECT application_id, rk_id, step, unreadable_at, keys, objects FROM erasure WHERE application_id IN ({})",
            placeholders(1, ids.len())
        );
        let query = sqlx::query_as::<_, (String, String, i64, Option<i64>, i64, i64)>(AssertSqlSafe(select));
        let rows = ids.iter().fold(query, |query, id| query.bind(id.as_str())).fetch_all(&mut *tx).await?;
        tx.commit().await?;
        rows.into_iter()
            .map(|(id, rk_id, step, unreadable_at, keys, objects)| {
                let id = ApplicationId::parse(&id).ok_or_else(|| unknown("erasure.application_id"))?;
                Ok(Erasure { id, rk_id, step, unreadable_at, keys, objects })
            })
            .collect()
    }

    /// Step 2: unreadable here.
    pub(crate) async fn destroy_their_keys(&self, erasures: &mut [Erasure]) -> Result<()> {
        let mut readable: Vec<&mut Erasure> = erasures.iter_mut().filter(|erasure| erasure.step < 2).collect();
        if readable.is_empty() {
            return Ok(());
        }
        self.prepare_last_mails(&readable.iter().map(|erasure| &erasure.id).collect::<Vec<_>>()).await?;
        fail_point!("erase.last_mail");
        let ids: Vec<String> = readable.iter().map(|erasure| erasure.rk_id.clone()).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.destroy_keys(&ids).await?;
        fail_point!("erase.key_destroyed");
        let deaths = self.deaths(&ids).await?;
        let now = ms(self.wall.now());
        let mut tx = self.records.write().await?;
        for erasure in &mut readable {
            let died = deaths.get(&erasure.rk_id).copied().unwrap_or(now);
            (erasure.step, erasure.unreadable_at, erasure.keys) = (2, Some(died), 1);
            sqlx::query("UPDATE erasure SET step = 2, unreadable_at = $1, keys = 1 WHERE application_id = $2 AND step < 2")
                .bind(died)
                .bind(erasure.id.as_str())
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        fail_point!("erase.unreadable");
        Ok(())
    }

    /// For step 3: the objects of each that no employee record has taken over. Those whose step is done are left out.
    pub(crate) async fn their_objects(&self, erasures: &[Erasure]) -> Result<HashMap<String, Vec<ObjectId>>> {
        let with: Vec<&ApplicationId> = erasures.iter().filter(|erasure| erasure.step < 3).map(|erasure| &erasure.id).collect();
        let mut objects: HashMap<String, Vec<ObjectId>> = HashMap::new();
        if with.is_empty() {
            return Ok(objects);
        }
        let sql = format!(
            "SELECT d.application_id, d.object_id FROM document d WHERE {OWN} AND d.application_id IN ({})",
            placeholders(1, with.len())
        );
        let query = sqlx::query_as::<_, (String, String)>(AssertSqlSafe(sql));
        for (id, object) in with.iter().fold(query, |query, id| query.bind(id.as_str())).fetch_all(self.records.read()).await? {
            objects.entry(id).or_default().push(ObjectId::parse(&object).ok_or_else(|| unknown("document.object_id"))?);
        }
        Ok(objects)
    }

    /// Step 4: the rows go and the certificates are entered, in one transaction. Answers how many this process ended; the others another
    /// one has ended in the meantime.
    pub(crate) async fn finish_erasures(&self, erasures: &[Erasure]) -> Result<i64> {
        if erasures.is_empty() {
            return Ok(0);
        }
        let mut tx = self.records.write().await?;
        let mut finished = 0;
        for erasure in erasures {
            let unreadable_at = erasure.unreadable_at.map_or_else(|| self.wall.now(), at);
            finished += i64::from(self.take_out(&mut tx, &erasure.id, unreadable_at, erasure.keys, erasure.objects).await?);
        }
        fail_point!("erase.before_commit");
        tx.commit().await?;
        fail_point!("erase.finished");
        Ok(finished)
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
            "SELECT a.employer_id, a.rk_id, a.certificate_no, a.posting_id, a.due_at, a.closed_at FROM application a \
             WHERE a.id = $1",
        )
        .bind(id.as_str())
        .fetch_optional(&mut *tx)
        .await?;
        let Some((employer, key, number, posting, due_at, closed_at)) = subject else { return Ok(false) };
        self.release_last_mail(tx, id).await?;
        let Some(rows) = self.delete_rows(tx, id).await? else { return Ok(false) };
        let certificate = Certificate {
            class: None,
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
        // The certificate names nobody: this is the one place that says to which record of the journal it belongs.
        let entry = Entry::by(By::House, "erase", id.as_str()).detail(certificate.number.as_str());
        self.enter(tx, &employer, &entry).await?;
        self.certify(tx, &employer, &certificate, &key).await?;
        Ok(true)
    }

    /// Enters a certificate, and the death of the record key if one was destroyed.
    pub(crate) async fn certify(
        &self,
        tx: &mut AnyConnection,
        employer: &EmployerId,
        certificate: &Certificate,
        key: &str,
    ) -> Result<()> {
        let body =
            serde_json::to_string(certificate).map_err(|_| Error::Unavailable("a certificate cannot be written".to_owned()))?;
        self.enter_raw(tx, "certificate", employer.as_str(), &certificate.number, &body).await?;
        if certificate.keys > 0 {
            self.enter_raw(tx, DEATH, employer.as_str(), key, "").await?;
        }
        Ok(())
    }

    /// Deletes every row and counts them; `None` if another process deleted the application meanwhile and certifies it.
    pub(crate) async fn delete_rows(&self, tx: &mut AnyConnection, id: &ApplicationId) -> Result<Option<i64>> {
        let objects = own_objects(tx, id).await?;
        // A restriction is of the person's data, wherever they lie: it outlives its row at their place in the talent pool.
        sqlx::query(
            "UPDATE consent SET restricted_at = $1 WHERE application_id = $2 AND EXISTS \
             (SELECT 1 FROM restriction r WHERE r.application_id = $2 AND r.lifted_at IS NULL)",
        )
        .bind(ms(self.now()))
        .bind(id.as_str())
        .execute(&mut *tx)
        .await?;
        // And so is from whom it is kept.
        let kept_from: Vec<String> = sqlx::query_scalar(
            "SELECT account_id FROM exclusion WHERE application_id = $1 AND lifted_at IS NULL ORDER BY account_id",
        )
        .bind(id.as_str())
        .fetch_all(&mut *tx)
        .await?;
        if !kept_from.is_empty() {
            sqlx::query("UPDATE consent SET kept_from = $1 WHERE application_id = $2")
                .bind(kept_from.join(" "))
                .bind(id.as_str())
                .execute(&mut *tx)
                .await?;
        }
        let mut rows = 0;
        for delete in TABLES {
            rows += sqlx::query(delete).bind(id.as_str()).execute(&mut *tx).await?.rows_affected();
        }
        // A claim that has ended goes with the last application that was kept for it.
        sqlx::query(
            "DELETE FROM claim WHERE ended_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.claim_id = claim.id)",
        )
        .execute(&mut *tx)
        .await?;
        // The period of a request, and of a consent, goes on; only the link to the application ends.
        for unlink in [
            "UPDATE request SET application_id = NULL WHERE application_id = $1",
            "UPDATE consent SET application_id = NULL WHERE application_id = $1",
        ] {
            sqlx::query(unlink).bind(id.as_str()).execute(&mut *tx).await?;
        }
        for object in objects {
            rows +=
                sqlx::query("DELETE FROM object WHERE id = $1").bind(object.as_str()).execute(&mut *tx).await?.rows_affected();
        }
        let application =
            sqlx::query("DELETE FROM application WHERE id = $1").bind(id.as_str()).execute(&mut *tx).await?.rows_affected();
        for delete in ["DELETE FROM erasure WHERE application_id = $1", "DELETE FROM erasure_retry WHERE application_id = $1"] {
            sqlx::query(delete).bind(id.as_str()).execute(&mut *tx).await?;
        }
        Ok((application == 1).then(|| i64::try_from(rows + application).unwrap_or(i64::MAX)))
    }
}

/// The objects of an application that no employee record has taken over.
pub(crate) async fn own_objects(connection: &mut AnyConnection, id: &ApplicationId) -> Result<Vec<ObjectId>> {
    let sql = format!("SELECT d.object_id FROM document d WHERE d.application_id = $1 AND {OWN}");
    let objects: Vec<String> = sqlx::query_scalar(AssertSqlSafe(sql)).bind(id.as_str()).fetch_all(connection).await?;
    objects.iter().map(|object| ObjectId::parse(object).ok_or_else(|| unknown("document.object_id"))).collect()
}

/// Binds identifiers behind the first parameter.
fn bind<'q>(query: Query<'q, Any, AnyArguments>, ids: &'q [ApplicationId]) -> Query<'q, Any, AnyArguments> {
    ids.iter().fold(query, |query, id| query.bind(id.as_str()))
}
