//! `ablauf backup DIR`: a consistent copy of records, log and objects, beside whoever serves.
//!
//! First the records as of one moment, then the log, then the objects that those records name. What the sequencer moved in between
//! stands in both, which it knows how to take; an object that is gone by then belongs to somebody who was erased.

use std::{path::Path, time::Duration};

use fail::fail_point;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use rules::id::ObjectId;
use sqlx::{Any, AssertSqlSafe, Transaction, migrate::Migrator};

use super::{
    Progress, Under, files,
    manifest::{FileFacts, LogState, Manifest},
    place::Place,
    tables::{LOG, NAMED, RECORDS},
};
use crate::{
    Db, Error, Office, Result, log, office,
    store::{sqlite_url, unknown},
    tables::{Table, copy_rows},
};

/// The copies of the databases, and the directory of the objects.
pub(super) const RECORDS_FILE: &str = "records.db";
pub(super) const LOG_FILE: &str = "log.db";
pub(super) const OBJECTS: &str = "objects";

/// Objects fetched, or compared, at a time: a store far away answers slowly, and many at once.
pub(super) const AT_ONCE: usize = 8;
/// So often the live records are asked whether an object that is gone was erased: a sweep deletes it before its row.
const TRIES: usize = 20;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The instant it is of.
    pub at: Timestamp,
    /// Applications.
    pub applications: i64,
    /// Entries of the log.
    pub entries: i64,
    /// The root over them, in hexadecimal: worth noting elsewhere.
    pub root: String,
    /// Objects.
    pub objects: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Objects that were erased while the copy ran.
    pub erased: u64,
}

impl Office {
    /// Copies records, log and objects into a new or empty directory. An operator calls this (`ablauf backup`); whoever serves goes on.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words: where a backup must not lie, a log that does not verify, an object that is missing. Nothing is
    /// left then.
    pub async fn back_up(&self, directory: &Path, progress: Progress<'_>) -> Result<Copied> {
        // Nobody restores meanwhile.
        let _presence = self.attend().await?;
        let place = Place::make(directory, &self.settings)?;
        let mut manifest = Manifest::new(&self.house.store, self.now());
        self.copy_records(&place.path, &mut manifest, progress).await?;
        self.copy_log(&place.path, &mut manifest, progress).await?;
        let objects = self.copy_objects(&place.path, &mut manifest, progress).await?;
        fail_point!("backup.copied");
        manifest.write(&place.path).await?;
        place.finish();
        Ok(Copied {
            at: manifest.at,
            applications: manifest.records.get("application").copied().unwrap_or_default(),
            entries: manifest.log.size,
            root: manifest.log.root,
            objects: objects.done - manifest.erased.len() as u64,
            bytes: objects.bytes,
            erased: manifest.erased.len() as u64,
        })
    }

    async fn copy_records(&self, directory: &Path, manifest: &mut Manifest, progress: Progress<'_>) -> Result<()> {
        let (mut from, known) = self.records_as_of_the_log().await?;
        manifest.known = known;
        let file = directory.join(RECORDS_FILE);
        for (table, rows) in copy_database(&mut from, &file, &office::RECORDS, &RECORDS, "records", progress).await? {
            manifest.records.insert(table.to_owned(), rows);
        }
        manifest.files.insert(RECORDS_FILE.to_owned(), files::facts(file).await?);
        Ok(())
    }

    /// The records as they stand at one moment, and the log's length at that moment, or a little before: what is entered later is of a
    /// later act, or still waits in these records.
    async fn records_as_of_the_log(&self) -> Result<(Transaction<'static, Any>, i64)> {
        let mut left = TRIES;
        loop {
            let before = self.log_size().await?;
            let mut records = self.records.snapshot().await?;
            // The first read takes the snapshot.
            let _: String = sqlx::query_scalar("SELECT id FROM store").fetch_one(&mut *records).await?;
            left -= 1;
            if left == 0 || self.log_size().await? == before {
                return Ok((records, before));
            }
        }
    }

    async fn log_size(&self) -> Result<i64> {
        let mut connection = self.log.read().acquire().await?;
        log::size(&mut connection).await
    }

    async fn copy_log(&self, directory: &Path, manifest: &mut Manifest, progress: Progress<'_>) -> Result<()> {
        let file = directory.join(LOG_FILE);
        let mut from = self.log.snapshot().await?;
        copy_database(&mut from, &file, &office::LOG, &LOG, "log", progress).await?;
        drop(from);
        let copy = open_to_read(&file).await?;
        let verdict = log::verify(&copy).await;
        copy.close().await;
        match verdict? {
            log::Verdict::Whole { entries, root } => manifest.log = LogState { size: entries, root },
            verdict => return Err(Error::Unavailable(format!("the log does not verify, and no backup was made: {verdict}"))),
        }
        manifest.files.insert(LOG_FILE.to_owned(), files::facts(file).await?);
        Ok(())
    }

    async fn copy_objects(&self, directory: &Path, manifest: &mut Manifest, progress: Progress<'_>) -> Result<super::Step> {
        let copy = open_to_read(&directory.join(RECORDS_FILE)).await?;
        let named = named(&copy).await;
        copy.close().await;
        let (named, objects) = (named?, directory.join(OBJECTS));
        std::fs::DirBuilder::new().create(&objects).map_err(|error| files::unavailable(OBJECTS, &error))?;
        let mut under = Under::begin(progress, "objects", Some(named.len() as u64));
        let to = &objects;
        let mut copied = stream::iter(&named)
            .map(|(id, size)| async move { Ok::<_, Error>((id, self.copy_object(id, *size, to).await?)) })
            .buffer_unordered(AT_ONCE);
        while let Some((id, facts)) = copied.try_next().await? {
            under.one(facts.as_ref().map_or(0, |facts| facts.bytes));
            match facts {
                Some(facts) => _ = manifest.files.insert(format!("{OBJECTS}/{id}"), facts),
                None => manifest.erased.push(id.to_string()),
            }
        }
        files::sync(&objects)?;
        Ok(under.end())
    }

    /// Copies one object; `None` if it was erased since the records were copied.
    async fn copy_object(&self, id: &ObjectId, size: u64, to: &Path) -> Result<Option<FileFacts>> {
        for _ in 0..TRIES {
            if let Some(content) = self.blobs.find(id).await? {
                let facts = files::write(&to.join(id.as_str()), content).await?;
                let fits = facts.bytes == size;
                return if fits { Ok(Some(facts)) } else { Err(missing(id, "has another length than its row says")) };
            }
            if self.was_erased(id).await? {
                return Ok(None);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        Err(missing(id, "is missing from the store, though the records name it"))
    }

    /// Whether an object is gone because everybody it belonged to is, or is going.
    async fn was_erased(&self, id: &ObjectId) -> Result<bool> {
        let (rows, others): (i64, i64) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM object WHERE id = $1), \
             (SELECT COUNT(*) FROM employee_item WHERE object_id = $1) + (SELECT COUNT(*) FROM envelope WHERE object_id = $1) \
             + (SELECT COUNT(*) FROM envelope_document WHERE object_id = $1) \
             + (SELECT COUNT(*) FROM kept_document d JOIN kept k ON k.id = d.kept_id WHERE d.object_id = $1 AND k.erasing_at IS NULL) \
             + (SELECT COUNT(*) FROM document d JOIN application a ON a.id = d.application_id \
             WHERE d.object_id = $1 AND a.life <> 'erasing')",
        )
        .bind(id.as_str())
        .fetch_one(self.records.read())
        .await?;
        Ok(rows == 0 || others == 0)
    }
}

fn missing(id: &ObjectId, how: &str) -> Error {
    Error::Unavailable(format!("object {id} {how}"))
}

/// Copies the tables of a database into an SQLite file and answers the rows of each.
async fn copy_database(
    from: &mut Transaction<'static, Any>,
    file: &Path,
    migrations: &'static Migrator,
    tables: &[Table],
    what: &'static str,
    progress: Progress<'_>,
) -> Result<Vec<(&'static str, i64)>> {
    let of = rows(from, tables).await?;
    let mut under = Under::begin(progress, what, Some(of.unsigned_abs()));
    // Made first, so that nobody but its owner ever sees a byte of it.
    drop(files::create(file).await?);
    let copy = Db::open(&sqlite_url(file, "mode=rw"), migrations).await?;
    let mut to = copy.write().await?;
    let mut counted = Vec::with_capacity(tables.len());
    for table in tables {
        let rows = copy_rows(from, &mut to, *table, "", || under.one(0)).await?;
        counted.push((table.0, i64::try_from(rows).unwrap_or(i64::MAX)));
    }
    to.commit().await?;
    copy.fold().await?;
    let synced = tokio::fs::File::open(file).await.map_err(|error| files::unavailable(what, &error))?.sync_all().await;
    synced.map_err(|error| files::unavailable(what, &error))?;
    under.end();
    Ok(counted)
}

/// How many rows some tables hold together.
pub(super) async fn rows(from: &mut sqlx::AnyConnection, tables: &[Table]) -> Result<i64> {
    let mut rows = 0;
    for (table, _) in tables {
        let count: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"))).fetch_one(&mut *from).await?;
        rows += count;
    }
    Ok(rows)
}

/// A database of a backup as it lies there; nothing beside it is made, not even a lock.
pub(super) async fn open_to_read(file: &Path) -> Result<Db> {
    Db::open_to_read(&sqlite_url(file, "mode=ro&immutable=true")).await
}

/// The objects that records name, with their sizes.
pub(super) async fn named(records: &Db) -> Result<Vec<(ObjectId, u64)>> {
    let sql = format!("SELECT id, size FROM object WHERE id IN ({NAMED}) ORDER BY id");
    let rows: Vec<(String, i64)> = sqlx::query_as(AssertSqlSafe(sql)).fetch_all(records.read()).await?;
    rows.into_iter()
        .map(|(id, size)| Ok((ObjectId::parse(&id).ok_or_else(|| unknown("object.id"))?, size.unsigned_abs())))
        .collect()
}
