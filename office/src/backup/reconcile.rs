//! Who was erased since a backup stays erased: old records are held against the keys of today and the certificates of the log before
//! anybody may read them. All of it happens in a throw-away copy of the records, which then becomes the records as a whole.

use jiff::Timestamp;
use rules::id::{ApplicationId, EmployerId, ObjectId};
use sqlx::AssertSqlSafe;

use super::fate::{Fate, PAGE, fate};
use crate::{
    Error, Office, Result,
    apply::take_envelope,
    erase::own_objects,
    kept::own_kept_objects,
    store::{at, unknown},
};

/// What old records were held against, and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reconciled {
    /// Applications that were erased since: their rows are gone again.
    pub erased: i64,
    /// Of these, those whose certificate had not come into the log yet; it has now.
    pub certified: i64,
    /// Of these, those whose key still stood in an older copy of the key database: it was destroyed again.
    pub keys_destroyed: i64,
    /// Applications whose key is nowhere, by no erasure that is known: nobody can read them, and they are gone with a certificate.
    pub lost: i64,
    /// Applications that a restore without lost keys had given up, and whose key is back: they are whole again.
    pub found_again: i64,
    /// Employee records and kept records whose key is gone.
    pub others: i64,
    /// Envelopes whose application was erased since.
    pub envelopes: i64,
    /// Envelopes set apart: their key is gone.
    pub quarantined: i64,
    /// Living record keys without a row: of records that came since, or that the keys know and these records do not.
    pub keys_without_row: i64,
}

/// What is done to keys and objects once the records are known to stay.
#[derive(Default)]
pub(super) struct Consequences {
    pub(super) keys: Vec<String>,
    pub(super) objects: Vec<ObjectId>,
}

impl Office {
    /// How many records of any kind have a key that is nowhere, and no tombstone either. `self` has the records to look at.
    pub(crate) async fn lost_keys(&self) -> Result<i64> {
        let mut lost = 0;
        for table in ["application", "employee", "kept"] {
            lost += self.rows_with_fates(table).await?.iter().filter(|(_, fate)| *fate == Fate::Unknown).count() as i64;
        }
        Ok(lost)
    }

    /// Takes out of the records, which are a copy that nobody reads yet, whoever is gone by the key database or by the log.
    pub(super) async fn reconcile(&self) -> Result<(Reconciled, Consequences)> {
        let (mut done, mut then) = (Reconciled::default(), Consequences::default());
        let mut living = self.take_out_others(&mut done, &mut then).await?;
        let mut kept = Reconciled::default();
        living += self.take_out_dead("kept", &mut kept, &mut then).await?;
        done.others += kept.erased + kept.lost;
        living += self.take_out_dead("application", &mut done, &mut then).await?;
        self.take_out_envelopes(&mut done, &mut then).await?;
        let live: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM rk WHERE state = 'live'").fetch_one(self.keys.read()).await?;
        done.keys_destroyed = then.keys.len() as i64;
        done.keys_without_row = live - living - done.keys_destroyed;
        Ok((done, then))
    }

    /// Employee records, first: an object that one had taken over from an application then goes with that.
    async fn take_out_others(&self, done: &mut Reconciled, then: &mut Consequences) -> Result<i64> {
        let mut living = 0;
        for (id, fate) in self.rows_with_fates("employee").await? {
            match fate {
                Fate::Live => living += 1,
                Fate::Pending => {}
                Fate::Destroyed(_) | Fate::Unknown => {
                    self.delete_employee(&id, then).await?;
                    done.others += 1;
                }
            }
        }
        Ok(living)
    }

    async fn delete_employee(&self, id: &str, then: &mut Consequences) -> Result<()> {
        let mut tx = self.records.write().await?;
        let taken: Vec<String> =
            sqlx::query_scalar("SELECT object_id FROM employee_item WHERE employee_id = $1 AND object_id IS NOT NULL")
                .bind(id)
                .fetch_all(&mut *tx)
                .await?;
        for delete in ["DELETE FROM employee_item WHERE employee_id = $1", "DELETE FROM handover WHERE employee_id = $1"] {
            sqlx::query(delete).bind(id).execute(&mut *tx).await?;
        }
        for object in taken {
            let gone = sqlx::query(
                "DELETE FROM object WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM document d WHERE d.object_id = $1) \
                 AND NOT EXISTS (SELECT 1 FROM employee_item i WHERE i.object_id = $1) \
                 AND NOT EXISTS (SELECT 1 FROM kept_document k WHERE k.object_id = $1)",
            )
            .bind(&object)
            .execute(&mut *tx)
            .await?;
            if gone.rows_affected() > 0 {
                then.objects.push(ObjectId::parse(&object).ok_or_else(|| unknown("employee_item.object_id"))?);
            }
        }
        sqlx::query("DELETE FROM employee WHERE id = $1").bind(id).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Of one of the two tables whose rows go with a certificate.
    async fn take_out_dead(&self, table: &str, done: &mut Reconciled, then: &mut Consequences) -> Result<i64> {
        let (mut living, mut after) = (0, String::new());
        let page = format!("SELECT id, rk_id, certificate_no FROM {table} WHERE id > $1 ORDER BY id LIMIT $2");
        loop {
            let rows: Vec<(String, String, String)> =
                sqlx::query_as(AssertSqlSafe(page.clone())).bind(&after).bind(PAGE).fetch_all(self.records.read()).await?;
            let Some((last, _, _)) = rows.last() else { return Ok(living) };
            after = last.clone();
            let fates = self.fates(rows.iter().map(|(_, rk, _)| rk.as_str())).await?;
            let certified = self.certified(rows.iter().map(|(_, _, number)| number.as_str())).await?;
            for (id, rk, number) in rows {
                let (fate, keys) = (fate(&fates, &rk), certified.get(&number).copied());
                // A certificate of an application whose key was nowhere destroyed none: where the key turns up, nobody erased it.
                let found_again = keys == Some(0) && matches!(fate, Fate::Live | Fate::Pending);
                done.found_again += i64::from(found_again);
                // Nor does it speak for a real erasure later: that gets its own.
                let given_up = keys == Some(0) && (found_again || matches!(fate, Fate::Destroyed(_)));
                let certified = keys.is_some() && !given_up;
                let (unreadable_at, keys) = match fate {
                    Fate::Live | Fate::Pending if !certified => {
                        living += i64::from(fate == Fate::Live);
                        continue;
                    }
                    Fate::Live | Fate::Pending => (self.now(), 1),
                    Fate::Destroyed(when) => (at(when), 1),
                    Fate::Unknown => (self.now(), 0),
                };
                if table == "application" {
                    let id = ApplicationId::parse(&id).ok_or_else(|| unknown("application.id"))?;
                    self.take_out_again(&id, unreadable_at, keys, certified, then).await?;
                } else {
                    self.take_out_kept_again(&id, unreadable_at, keys, certified, then).await?;
                }
                done.certified += i64::from(!certified && fate != Fate::Unknown);
                if matches!(fate, Fate::Live | Fate::Pending) {
                    then.keys.push(rk);
                }
                if fate == Fate::Unknown && !certified { done.lost += 1 } else { done.erased += 1 }
            }
        }
    }

    /// Deletes the rows of an application, with a certificate unless there is one.
    async fn take_out_again(
        &self,
        id: &ApplicationId,
        unreadable_at: Timestamp,
        keys: i64,
        certified: bool,
        then: &mut Consequences,
    ) -> Result<()> {
        let mut tx = self.records.write().await?;
        let objects = own_objects(&mut tx, id).await?;
        if certified {
            self.delete_rows(&mut tx, id).await?;
        } else {
            self.take_out(&mut tx, id, unreadable_at, keys, objects.len() as i64).await?;
        }
        tx.commit().await?;
        then.objects.extend(objects);
        Ok(())
    }

    /// The same for a kept record.
    async fn take_out_kept_again(
        &self,
        id: &str,
        unreadable_at: Timestamp,
        keys: i64,
        certified: bool,
        then: &mut Consequences,
    ) -> Result<()> {
        let mut tx = self.records.write().await?;
        let objects = own_kept_objects(&mut tx, id).await?;
        if certified {
            self.delete_kept_rows(&mut tx, id).await?;
        } else {
            self.take_out_kept(&mut tx, id, unreadable_at, keys, objects.len() as i64).await?;
        }
        tx.commit().await?;
        then.objects.extend(objects);
        Ok(())
    }

    async fn take_out_envelopes(&self, done: &mut Reconciled, then: &mut Consequences) -> Result<()> {
        type Envelope = (String, String, String, String, Option<i64>);
        let envelopes: Vec<Envelope> = sqlx::query_as(
            "SELECT e.id, p.employer_id, e.intake_key_id, e.certificate_no, e.quarantined_at FROM envelope e \
             JOIN posting p ON p.id = e.posting_id ORDER BY e.id",
        )
        .fetch_all(self.records.read())
        .await?;
        let intake: Vec<String> = sqlx::query_scalar("SELECT id FROM intake_key").fetch_all(self.keys.read()).await?;
        let certified = self.certified(envelopes.iter().map(|envelope| envelope.3.as_str())).await?;
        for (id, employer, intake_key, number, quarantined_at) in envelopes {
            if certified.get(&number).is_some_and(|keys| *keys > 0) {
                let mut tx = self.records.write().await?;
                let objects = take_envelope(&mut tx, &id).await?;
                sqlx::query("DELETE FROM submission WHERE application_id = $1").bind(&id).execute(&mut *tx).await?;
                tx.commit().await?;
                then.objects.extend(objects);
                done.envelopes += 1;
            } else if quarantined_at.is_none() && !intake.contains(&intake_key) {
                let id = ApplicationId::parse(&id).ok_or_else(|| unknown("envelope.id"))?;
                let employer = EmployerId::parse(&employer).ok_or_else(|| unknown("posting.employer_id"))?;
                self.quarantine(&employer, &id, "unreadable").await?;
                done.quarantined += 1;
            }
        }
        Ok(())
    }

    /// Destroys the keys whose certificates stand. Before the records are replaced: whatever becomes of that, they are to be dead.
    pub(super) async fn destroy_again(&self, keys: &[String]) -> Result<()> {
        for key in keys {
            self.destroy_key(key).await?;
        }
        Ok(())
    }

    /// Deletes objects that the records, as they are now, do not name.
    pub(super) async fn delete_unnamed(&self, objects: &[ObjectId]) -> Result<()> {
        for object in objects {
            let rows: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM object WHERE id = $1")
                .bind(object.as_str())
                .fetch_one(self.records.read())
                .await?;
            if rows == 0 {
                self.blobs.delete(object).await?;
            }
        }
        Ok(())
    }
}

/// What stands against a restore whose key database knows nothing of some keys.
pub(super) fn refuse_lost(lost: i64) -> Error {
    Error::Unavailable(format!(
        "the keys of {lost} record(s) of this backup are not in the key database, and no erasure destroyed them: is there a newer copy of the \
         key database? If there is none, nobody can read them again; --without-lost-keys restores the rest and certifies that. Nothing \
         was changed"
    ))
}
