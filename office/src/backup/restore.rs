//! `ablauf restore DIR`: the records of a backup beside the keys of today.
//!
//! | step | until it is over, a death leaves |
//! |---|---|
//! | the backup is checked, copied into a throw-away directory and reconciled there | everything as it was |
//! | the longer of two consistent logs stays | the same, with a log that knows more |
//! | objects that are missing are put, and keys of the erased that an older key copy brought back are destroyed | the same |
//! | the records are replaced as a whole, in one transaction | the old records whole, or the new |
//! | objects of the erased are deleted, what waits is entered into the log | the new records; a sweep does the rest |

use std::{collections::HashMap, path::Path};

use fail::fail_point;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use rules::id::ObjectId;
use sha2::{Digest as _, Sha256};
use sqlx::AssertSqlSafe;

use super::{
    Progress, Reconciled, Under,
    check::check,
    copy::{AT_ONCE, LOG_FILE, OBJECTS, RECORDS_FILE, named, rows},
    files,
    manifest::{FileFacts, Manifest},
    place::ThrowAway,
    reconcile::refuse_lost,
    since::Since,
    tables::{ENDED, LOG, RECORDS},
};
use crate::{
    Clock, Db, Error, Office, Result, Rng, Settings,
    log::{self, Verdict},
    office,
    store::sqlite_url,
    tables::copy_rows,
};

/// What a restore did.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The instant the records are of.
    pub at: Timestamp,
    /// Applications there are now.
    pub applications: i64,
    /// What they were held against.
    pub reconciled: Reconciled,
    /// Objects that were missing from the store, or other than in the backup, and came from there.
    pub objects: u64,
    /// Objects that the records name and that are neither in the store nor in the backup.
    pub objects_missing: u64,
    /// Entries that the log had from the backup; if none, the log here was the longer one.
    pub entries: i64,
    /// Releases that ended, because what was decided since would have ended them.
    pub releases: i64,
    /// Accounts and memberships that ended, because the records that were replaced said so.
    pub accounts: i64,
    /// Procedures that were closed since the backup and are again, as of the same instant.
    pub closed: Vec<String>,
    /// Applications of these whose outcome was set since the backup and is again, without its reason.
    pub outcomes: Vec<String>,
    /// Acts since the backup that the records no longer show, by name, each with what it was done to.
    pub since: Vec<(String, Vec<String>)>,
    /// The log as it is now.
    pub log: Verdict,
}

/// Restores a backup. An operator calls this (`ablauf restore`) after putting the newest copy of the key database in its place, and while
/// nobody serves. `without_lost` takes out what no key opens any more, instead of refusing.
///
/// # Errors
/// [`Error::Unavailable`] in words; unless they say otherwise nothing was changed. A restore that was cut short can be made again.
pub async fn restore(
    settings: Settings,
    clock: Clock,
    rng: Rng,
    directory: &Path,
    without_lost: bool,
    progress: Progress<'_>,
) -> Result<Restored> {
    if let Some(finding) = check(directory, clock.now(), progress).await.first() {
        return Err(Error::Unavailable(format!("the backup is damaged, and nothing was changed: {finding}")));
    }
    let manifest = Manifest::read(directory, clock.now()).await?;
    let office = Office::open_to_restore(settings, clock, rng, &manifest.store).await?;
    let alone = office.alone().await?.ok_or_else(|| {
        Error::Unavailable("a process serves this store or copies it: stop it first. Nothing was changed".to_owned())
    });
    let restored = match alone {
        Ok(alone) => {
            let restored = office.restore_from(directory, &manifest, without_lost, progress).await;
            drop(alone);
            restored
        }
        Err(error) => Err(error),
    };
    office.close().await;
    restored
}

/// A backup's databases, copied and brought up to date.
struct Staged {
    records: Db,
    log: Db,
    _directory: ThrowAway,
}

impl Office {
    async fn restore_from(
        &self,
        directory: &Path,
        manifest: &Manifest,
        without_lost: bool,
        progress: Progress<'_>,
    ) -> Result<Restored> {
        let staged = self.stage(directory).await?;
        let restored = self.restore_staged(&staged, directory, manifest, without_lost, progress).await;
        staged.records.close().await;
        staged.log.close().await;
        restored
    }

    async fn restore_staged(
        &self,
        staged: &Staged,
        directory: &Path,
        manifest: &Manifest,
        without_lost: bool,
        progress: Progress<'_>,
    ) -> Result<Restored> {
        let old = Self { records: staged.records.clone(), ..self.clone() };
        let lost = old.lost_keys().await?;
        if lost > 0 && !without_lost {
            return Err(refuse_lost(lost));
        }
        let entries = self.keep_the_longer_log(&staged.log).await?;
        self.check_log_mark().await?;
        fail_point!("restore.log");
        self.enter_what_waits().await?;

        let (reconciled, then) = old.reconcile().await?;
        let mut since = old.acts_since(manifest.known).await?;
        since.acts.extend(old.stood_against(&self.records).await?);
        let accounts = old.narrow_access(&self.records).await?;
        let (objects, objects_missing) = self.put_objects(&old.records, directory, manifest, progress).await?;
        fail_point!("restore.objects");
        old.destroy_again(&then.keys).await?;
        fail_point!("restore.keys");
        self.replace_records(&old.records, progress).await?;
        fail_point!("restore.committed");

        self.delete_unnamed(&then.objects).await?;
        self.sequence().await?;
        self.both_keys.checkpoint().await?;
        self.records.checkpoint().await?;
        let applications = sqlx::query_scalar("SELECT COUNT(*) FROM application").fetch_one(self.records.read()).await?;
        let log = self.verify_log().await?;
        let Since { releases, closed, outcomes, acts } = since;
        Ok(Restored {
            at: manifest.at,
            applications,
            reconciled,
            objects,
            objects_missing,
            entries,
            releases,
            accounts,
            closed,
            outcomes,
            since: acts,
            log,
        })
    }

    /// Copies the databases of a backup where they can be changed, and brings their schemas up to date.
    async fn stage(&self, directory: &Path) -> Result<Staged> {
        let place = ThrowAway::of(self)?;
        let (records, log) = (place.path.join(RECORDS_FILE), place.path.join(LOG_FILE));
        files::copy(directory.join(RECORDS_FILE), &records).await?;
        files::copy(directory.join(LOG_FILE), &log).await?;
        Ok(Staged {
            records: Db::open(&sqlite_url(&records, "mode=rw"), &office::RECORDS).await?,
            log: Db::open(&sqlite_url(&log, "mode=rw"), &office::LOG).await?,
            _directory: place,
        })
    }

    /// Never moves the log backwards: what the backup's has more comes behind what is here, if both begin alike. Answers how many entries.
    async fn keep_the_longer_log(&self, backup: &Db) -> Result<i64> {
        let verdict = self.verify_log().await?;
        let Verdict::Whole { entries: here, .. } = verdict else {
            return Err(Error::Unavailable(format!(
                "the log here does not verify, and nothing was changed: {verdict}. Move that database away to take the backup's log alone"
            )));
        };
        let (mut ours, mut theirs) = (self.log.read().acquire().await?, backup.snapshot().await?);
        let there = log::size(&mut theirs).await?;
        let both = here.min(there);
        if log::root_at(&mut ours, both).await? != log::root_at(&mut theirs, both).await? {
            return Err(Error::Unavailable(format!(
                "the log here and the backup's differ within their first {both} entries, so one of them was rewritten. Nothing was changed"
            )));
        }
        drop(ours);
        let stores: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM store").fetch_one(self.log.read()).await?;
        if there > here || stores == 0 {
            let mut tx = self.log.write().await?;
            for table in LOG {
                copy_rows(&mut theirs, &mut tx, table, "ON CONFLICT DO NOTHING", || ()).await?;
            }
            tx.commit().await?;
        }
        Ok((there - here).max(0))
    }

    /// Refuses a log that has lost entries which the records that are to be replaced had given it: among them are certificates, and without
    /// them who was erased would come back.
    async fn check_log_mark(&self) -> Result<()> {
        let marked: i64 =
            sqlx::query_scalar("SELECT COALESCE(MAX(size), 0) FROM log_mark").fetch_one(self.records.read()).await?;
        let here = log::size(&mut *self.log.read().acquire().await?).await?;
        if here >= marked {
            return Ok(());
        }
        Err(Error::Unavailable(format!(
            "the log holds {here} entries, and the records here know of {marked}: it is an older copy, and who was erased since would come \
             back. Put the newest log in its place first; if it is lost for good, move the records away too. The records were not changed"
        )))
    }

    /// Enters into the log what waits in the records that are to be replaced: acts, and certificates above all.
    async fn enter_what_waits(&self) -> Result<()> {
        let mut tx = self.records.write().await?;
        // Nobody else works here: a lease is one that a process which died had left.
        sqlx::query("DELETE FROM lease").execute(&mut *tx).await?;
        tx.commit().await?;
        self.sequence().await?;
        let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM entry_in").fetch_one(self.records.read()).await?;
        if left > 0 {
            return Err(Error::Unavailable("another process works on this store. The records were not changed".to_owned()));
        }
        Ok(())
    }

    /// Puts what the records name and the store lacks, or has otherwise than the backup.
    async fn put_objects(
        &self,
        records: &Db,
        directory: &Path,
        manifest: &Manifest,
        progress: Progress<'_>,
    ) -> Result<(u64, u64)> {
        self.blobs.claim(&self.house.store).await?;
        let mut there: HashMap<ObjectId, u64> = HashMap::new();
        let mut stored = self.blobs.list();
        while let Some(object) = stored.try_next().await? {
            there.extend(object.id.map(|id| (id, object.size)));
        }
        let named = named(records).await?;
        let mut under = Under::begin(progress, "objects compared", Some(named.len() as u64));
        let (mut lacking, there) = (Vec::new(), &there);
        let mut compared = stream::iter(named)
            .map(|(id, size)| async move {
                let noted = manifest.files.get(&format!("{OBJECTS}/{id}"));
                let same = there.get(&id) == Some(&size) && self.is_as_noted(&id, noted).await?;
                Ok::<_, Error>((id, noted, if same { size } else { 0 }, same))
            })
            .buffer_unordered(AT_ONCE);
        while let Some((id, noted, bytes, same)) = compared.try_next().await? {
            under.one(bytes);
            if !same {
                lacking.push((id, noted));
            }
        }
        under.end();
        let mut under = Under::begin(progress, "objects", Some(lacking.len() as u64));
        let mut missing = 0;
        for (id, noted) in lacking {
            match noted {
                Some(facts) => {
                    self.put_object(&id, directory, &facts.sha256).await?;
                    under.one(facts.bytes);
                }
                None => missing += 1,
            }
        }
        Ok((under.end().done, missing))
    }

    /// Whether an object in the store is what the backup has under its name. One of which the backup has none stays as it is.
    async fn is_as_noted(&self, id: &ObjectId, noted: Option<&FileFacts>) -> Result<bool> {
        let Some(noted) = noted else { return Ok(true) };
        match self.blobs.find(id).await? {
            Some(content) => Ok(files::facts_of(content).await? == *noted),
            None => Ok(false),
        }
    }

    async fn put_object(&self, id: &ObjectId, directory: &Path, noted: &str) -> Result<()> {
        let mut content = files::read(directory.join(OBJECTS).join(id.as_str())).await?;
        let (mut upload, mut digest) = (self.blobs.create(id).await?, Sha256::new());
        let sent = async {
            while let Some(piece) = content.try_next().await? {
                digest.update(&piece);
                upload.buffer().extend_from_slice(&piece);
                upload.flow().await?;
            }
            // A disk that gives something else now than a minute ago is found out before the object counts.
            let same = data_encoding::HEXLOWER.encode(&digest.finalize()) == noted;
            same.then_some(()).ok_or_else(|| {
                Error::Unavailable(format!("object {id} of the backup was altered meanwhile. The records were not changed"))
            })
        };
        match sent.await {
            Ok(()) => upload.finish().await.map(drop),
            Err(error) => {
                upload.abort().await;
                Err(error)
            }
        }
    }

    /// Replaces every row of the records, or none.
    async fn replace_records(&self, staged: &Db, progress: Progress<'_>) -> Result<()> {
        let mut from = staged.snapshot().await?;
        let mut under = Under::begin(progress, "records", Some(rows(&mut from, &RECORDS).await?.unsigned_abs()));
        let mut tx = self.records.write().await?;
        let emptied = ENDED.into_iter().chain(RECORDS.iter().rev().map(|(table, _)| *table));
        for table in emptied {
            sqlx::query(AssertSqlSafe(format!("DELETE FROM {table}"))).execute(&mut *tx).await?;
        }
        fail_point!("restore.emptied");
        for table in RECORDS {
            copy_rows(&mut from, &mut tx, table, "", || under.one(0)).await?;
        }
        sqlx::query("DELETE FROM log_mark").execute(&mut *tx).await?;
        log::mark(&mut tx, log::size(&mut *self.log.read().acquire().await?).await?).await?;
        fail_point!("restore.before_commit");
        tx.commit().await?;
        under.end();
        Ok(())
    }
}
