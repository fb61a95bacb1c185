//! Puts right what can be, of what was found. Each repair looks once more, changes one thing in one transaction, and stands in the journal;
//! what was repaired already is left alone, so that a run that was cut short can be made again.

mod dates;
mod erasures;
mod keys;
mod objects;

use std::time::Duration;

use fail::fail_point;
use rules::id::EmployerId;
use sqlx::AnyConnection;

use super::{Code, Finding};
use crate::{
    Error, Office, Presence, Result,
    journal::{By, Entry},
    log,
    store::unknown,
};

/// What one kind of repair did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repaired {
    /// Of what.
    pub code: Code,
    /// How many; what was right again by itself does not count.
    pub count: usize,
}

/// What a repair of one place came to.
type Done = Result<bool>;

impl Office {
    /// Repairs what [`Office::fsck`] found, where [`Code::is_repairable`]. A live key is never destroyed. An operator calls this, alone
    /// with the store.
    ///
    /// # Errors
    /// [`Error::Unavailable`] while a process serves, if log and records are not of the same time, or if something does not answer; what was repaired until then stays so, and the
    /// same findings can be repaired again.
    pub async fn repair(&self, findings: &[Finding]) -> Result<Vec<Repaired>> {
        let _alone = self.alone_at_last().await?;
        // What older records do not know would be taken for what nobody needs.
        log::same_time(&self.records, &self.log).await?;
        let mut repaired = Vec::new();
        for finding in findings.iter().filter(|finding| finding.code.is_repairable()) {
            let mut count = 0;
            for id in &finding.ids {
                count += usize::from(self.repair_one(finding.code, id).await?);
                fail_point!("fsck.repaired");
            }
            repaired.push(Repaired { code: finding.code, count });
        }
        // What stood in destroyed keys and deleted rows stands in SQLite's write-ahead logs too.
        for db in self.both_keys.each().chain([&self.records]) {
            db.checkpoint().await?;
        }
        self.sequence_or_leave().await?;
        Ok(repaired)
    }

    /// Alone with the store. Who was so a moment ago may be held for it a moment longer: on PostgreSQL a lock ends with its connection.
    async fn alone_at_last(&self) -> Result<Presence> {
        for _ in 0..10 {
            if let Some(alone) = self.alone().await? {
                return Ok(alone);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Err(Error::Unavailable("a process serves: a repair must be alone with the store. Stop it first".to_owned()))
    }

    async fn repair_one(&self, code: Code, id: &str) -> Done {
        match code {
            Code::RowOfDeadKey => self.erase_row_of_dead_key(id).await,
            Code::DeadKey => self.destroy_again_one(id).await,
            Code::KeyUnconfirmed => self.confirm_waiting(id).await,
            Code::KeyPending => self.destroy_waiting(id).await,
            Code::Mirror => self.bring_mirror_in_line(id).await,
            Code::ErasingWithoutErasure => self.enter_erasure_again(id).await,
            Code::ErasureWithoutApplication => self.remove_erasure(id).await,
            Code::ErasureOfLiving => self.settle_erasure(id).await,
            Code::CertifiedRows => self.delete_certified(id).await,
            Code::ObjectRowMissing => self.write_object_row(id).await,
            Code::ObjectRowUnnamed => self.delete_object_row(id).await,
            Code::ObjectUnnamed => self.delete_object(id).await,
            Code::Staged => self.delete_staged(id).await,
            Code::SubmissionAlone => self.remove_submission(id).await,
            Code::DueDiffers => self.set_due(id).await,
            Code::EntryWaits => self.move_entry(id).await,
            Code::Index => self.index_again().await,
            // Of these a person has to take care.
            Code::Database
            | Code::KeyWithoutRow
            | Code::RowWithoutKey
            | Code::OtherOfDeadKey
            | Code::DeadKeyOfRow
            | Code::KeyUnopenable
            | Code::Generation
            | Code::ErasureOfKey
            | Code::ErasureStuck
            | Code::CertifiedKey
            | Code::CertificateTwice
            | Code::ObjectMissing
            | Code::ObjectSize
            | Code::EnvelopeWithoutKey
            | Code::Unopened
            | Code::ClosedWithoutInstant
            | Code::InstantWithoutClose
            | Code::Log
            | Code::LogMark => Ok(false),
        }
    }

    /// Enters a repair of an application into the journal, in its transaction.
    async fn enter_repair(&self, tx: &mut AnyConnection, code: Code, application: &str) -> Result<()> {
        let employer: String =
            sqlx::query_scalar("SELECT employer_id FROM application WHERE id = $1").bind(application).fetch_one(&mut *tx).await?;
        let employer = EmployerId::parse(&employer).ok_or_else(|| unknown("application.employer_id"))?;
        self.enter(tx, &employer, &entry(code, application)).await
    }

    /// Enters a repair of what belongs to no application (any more): every employer finds it in the journal.
    async fn enter_for_all(&self, tx: &mut AnyConnection, code: Code, id: &str) -> Result<()> {
        let employers: Vec<String> = sqlx::query_scalar("SELECT id FROM employer ORDER BY id").fetch_all(&mut *tx).await?;
        for employer in employers {
            let employer = EmployerId::parse(&employer).ok_or_else(|| unknown("employer.id"))?;
            self.enter(tx, &employer, &entry(code, id)).await?;
        }
        Ok(())
    }

    /// Enters a repair of what does not stand in the records, before it is done.
    async fn enter_before(&self, code: Code, id: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        self.enter_for_all(&mut tx, code, id).await?;
        tx.commit().await?;
        Ok(())
    }

    /// One place that is wrong has all of the index made anew.
    async fn index_again(&self) -> Done {
        if self.misplaced().await?.is_empty() {
            return Ok(false);
        }
        self.enter_before(Code::Index, "").await?;
        self.index_anew().await?;
        Ok(true)
    }

    /// An entry that waits is moved with all others.
    async fn move_entry(&self, id: &str) -> Done {
        let waits: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM entry_in WHERE id = $1").bind(id).fetch_one(self.records.read()).await?;
        if waits == 0 {
            return Ok(false);
        }
        self.enter_before(Code::EntryWaits, id).await?;
        self.sequence_or_leave().await?;
        Ok(true)
    }
}

fn entry(code: Code, id: &str) -> Entry {
    Entry::by(By::House, "repair", id).detail(code.code())
}
