//! The manifest of a backup: what belongs to it, to the byte. It is written last, so a backup without one was never finished.

use std::{collections::BTreeMap, io, path::Path};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{copy::RECORDS_FILE, files};
use crate::{Error, Result, office};

/// The manifest.
pub(super) const MANIFEST: &str = "manifest.json";
/// Its own SHA-256, in a line as `sha256sum -c` reads it.
pub(super) const CHECKSUM: &str = "manifest.sha256";
/// The format that this program writes and reads.
const FORMAT: u32 = 1;

/// What belongs to a backup.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    format: u32,
    /// Whose backup it is.
    pub(super) store: String,
    /// When it was begun.
    pub(super) at: Timestamp,
    /// The newest migration of each database.
    pub(super) schemas: Schemas,
    /// Rows of each table of the records.
    pub(super) records: BTreeMap<String, i64>,
    /// The log, as [`crate::log::Verdict`] has it.
    pub(super) log: LogState,
    /// The log's length as of the records: a later entry is of an act that they show only if it still waits in them.
    pub(super) known: i64,
    /// Every file but this one and its checksum.
    pub(super) files: BTreeMap<String, FileFacts>,
    /// Objects that the records name and that were erased while the copy ran.
    pub(super) erased: Vec<String>,
}

/// The newest migration of each database.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Schemas {
    pub(super) records: i64,
    pub(super) log: i64,
}

/// A log, told by its length and the root over it.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct LogState {
    pub(super) size: i64,
    pub(super) root: String,
}

/// A file, to the byte.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileFacts {
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

impl Schemas {
    /// Those of this program.
    pub(super) fn ours() -> Self {
        let newest = |migrations: &sqlx::migrate::Migrator| migrations.iter().map(|migration| migration.version).max();
        Self { records: newest(&office::RECORDS).unwrap_or_default(), log: newest(&office::LOG).unwrap_or_default() }
    }
}

impl Manifest {
    /// Nothing yet, of a store at an instant.
    pub(super) fn new(store: &str, at: Timestamp) -> Self {
        Self {
            format: FORMAT,
            store: store.to_owned(),
            at,
            schemas: Schemas::ours(),
            records: BTreeMap::new(),
            log: LogState { size: 0, root: String::new() },
            known: 0,
            files: BTreeMap::new(),
            erased: Vec::new(),
        }
    }

    /// Ends a backup with this manifest.
    pub(super) async fn write(&self, directory: &Path) -> Result<()> {
        let json =
            serde_json::to_vec_pretty(self).map_err(|_| Error::Unavailable("the manifest cannot be written".to_owned()))?;
        files::put(&directory.join(CHECKSUM), checksum(&json).as_bytes()).await?;
        let unfinished = directory.join(format!("{MANIFEST}.unfinished"));
        files::put(&unfinished, &json).await?;
        let moved = tokio::fs::rename(&unfinished, directory.join(MANIFEST)).await;
        moved.map_err(|error| files::unavailable(MANIFEST, &error))?;
        files::sync(directory)
    }

    /// Reads the manifest of a backup at the instant `now`.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words, if there is none, if it was damaged or is to come, if the directory holds links, or if this
    /// program cannot read such a backup.
    pub(super) async fn read(directory: &Path, now: Timestamp) -> Result<Self> {
        let words = |words: &str| Error::Unavailable(words.to_owned());
        if !directory.is_dir() {
            return Err(Error::Unavailable(format!("there is no backup {}", directory.display())));
        }
        files::refuse_links(directory)?;
        let json = match tokio::fs::read(directory.join(MANIFEST)).await {
            Ok(json) => json,
            Err(error) if error.kind() == io::ErrorKind::NotFound && !is_begun(directory) => {
                return Err(Error::Unavailable(format!("there is no backup in {}", directory.display())));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(words("the backup was never finished: it has no manifest. Remove it, and make another"));
            }
            Err(error) => return Err(files::unavailable(MANIFEST, &error)),
        };
        let noted = tokio::fs::read(directory.join(CHECKSUM)).await.unwrap_or_default();
        if noted != checksum(&json).as_bytes() {
            return Err(words("the manifest was altered: it does not fit the checksum beside it"));
        }
        let manifest: Self = serde_json::from_slice(&json).map_err(|_| words("the manifest cannot be read"))?;
        let ours = Schemas::ours();
        if manifest.format != FORMAT || manifest.schemas.records > ours.records || manifest.schemas.log > ours.log {
            return Err(words("the backup was made by a newer version of this program"));
        }
        if manifest.at > now {
            return Err(Error::Unavailable(format!(
                "the backup says that it is of {}, which is to come: is the clock of this machine right?",
                manifest.at
            )));
        }
        Ok(manifest)
    }
}

/// Whether a directory holds a backup, or the beginning of one that was cut short.
pub(super) fn is_begun(directory: &Path) -> bool {
    [RECORDS_FILE, MANIFEST, CHECKSUM].iter().any(|name| directory.join(name).exists())
}

fn checksum(json: &[u8]) -> String {
    format!("{}  {MANIFEST}\n", data_encoding::HEXLOWER.encode(&Sha256::digest(json)))
}
