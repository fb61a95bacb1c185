//! The log as files that anybody can check without the database: `ablauf audit export`. docs/CRYPTO.md documents them to the byte.

use std::{collections::BTreeMap, io, path::Path};

use bytes::Bytes;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    head,
    sequencer::Item,
    tree,
    verify::{Leaf, hex, leaves},
};
use crate::{
    Db, Error, Office, Result,
    backup::files::{self, FileFacts},
    store::at,
};

pub(super) const MANIFEST: &str = "manifest.json";
/// The manifest's SHA-256, in a line as `sha256sum -c` reads it.
pub(super) const CHECKSUM: &str = "manifest.sha256";
pub(super) const CHECKPOINT: &str = "checkpoint.txt";
pub(super) const CHECKPOINTS: &str = "checkpoints.jsonl";
pub(super) const KEY: &str = "key.txt";
/// Files of entries are called this, the first index in twelve digits, and `.jsonl`.
pub(super) const ENTRIES: &str = "entries-";
pub(super) const FORMAT: &str = "ablauf log export 1";

/// Entries in one file.
const RANGE: i64 = 10_000;
/// Rows read at a time.
const STRETCH: i64 = 1000;

/// What was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The entries.
    pub entries: i64,
    /// The root over them, in hexadecimal.
    pub root: String,
    /// The key that signed it.
    pub key: String,
}

/// What belongs to an export. It is written last.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub(super) format: String,
    pub(super) at: Timestamp,
    pub(super) size: i64,
    pub(super) root: String,
    pub(super) key: String,
    /// Every file but this one and its checksum.
    pub(super) files: BTreeMap<String, FileFacts>,
}

/// A line of a file of entries.
#[derive(Serialize, Deserialize)]
pub(super) struct EntryLine {
    pub(super) index: i64,
    pub(super) entry: Item,
    /// Of the leaf, in hexadecimal.
    pub(super) hash: String,
}

/// A line of the checkpoints.
#[derive(Serialize, Deserialize)]
pub(super) struct CheckpointLine {
    pub(super) size: i64,
    pub(super) root: String,
    pub(super) at: Timestamp,
}

impl Office {
    /// Writes the log into a new or empty directory, as far as it goes now; memory stays at one stretch of entries. The journal names
    /// accounts and records by id: the files are for their owner alone. An operator calls this.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words.
    pub async fn export_log(&self, directory: &Path) -> Result<Exported> {
        self.sequence_or_leave().await?;
        make(directory)?;
        let (newest, key) = (head::newest(&self.log).await?, self.log_key()?);
        let exported = Exported { entries: newest.size, root: hex(newest.root), key: key.public() };
        let mut files = BTreeMap::new();
        for from in (0..newest.size).step_by(RANGE as usize) {
            let name = format!("{ENTRIES}{from:012}.jsonl");
            let lines = entries(&self.log, from, newest.size.min(from + RANGE));
            files.insert(name.clone(), files::write(&directory.join(&name), Box::pin(lines)).await?);
        }
        let checkpoints = checkpoints(&self.log, newest.size);
        files.insert(CHECKPOINTS.to_owned(), files::write(&directory.join(CHECKPOINTS), Box::pin(checkpoints)).await?);
        for (name, text) in [(CHECKPOINT, key.sign_head(newest)?), (KEY, format!("{}\n", exported.key))] {
            let text = stream::iter([Ok(Bytes::from(text))]);
            files.insert(name.to_owned(), files::write(&directory.join(name), text).await?);
        }
        let Exported { entries: size, root, key } = exported.clone();
        let manifest = Manifest { format: FORMAT.to_owned(), at: self.wall.now(), size, root, key, files };
        let mut json = serde_json::to_vec_pretty(&manifest).map_err(|_| unwritten())?;
        json.push(b'\n');
        files::put(&directory.join(CHECKSUM), checksum(&json).as_bytes()).await?;
        files::put(&directory.join(MANIFEST), &json).await?;
        files::sync(directory)?;
        Ok(exported)
    }
}

/// The entries from `from` to before `to`, a piece of many lines at a time.
fn entries(log: &Db, from: i64, to: i64) -> impl futures::Stream<Item = Result<Bytes>> {
    let stretches = stream::iter((from..to).step_by(STRETCH as usize));
    stretches.then(move |from| async move {
        let mut piece = Vec::new();
        for Leaf { idx: index, hash, item: entry } in leaves(log, from, to.min(from + STRETCH)).await? {
            line(&mut piece, &EntryLine { index, entry, hash: hex(tree::stored(hash)?) })?;
        }
        Ok(Bytes::from(piece))
    })
}

/// Every checkpoint up to a size.
fn checkpoints(log: &Db, size: i64) -> impl futures::Stream<Item = Result<Bytes>> {
    sqlx::query_as("SELECT size, root, at FROM checkpoint WHERE size <= $1 ORDER BY size")
        .bind(size)
        .fetch(log.read())
        .map_err(Error::from)
        .and_then(|(size, root, instant): (i64, Vec<u8>, i64)| async move {
            let mut piece = Vec::new();
            line(&mut piece, &CheckpointLine { size, root: hex(tree::stored(root)?), at: at(instant) })?;
            Ok(Bytes::from(piece))
        })
}

fn line(piece: &mut Vec<u8>, line: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *piece, line).map_err(|_| unwritten())?;
    piece.push(b'\n');
    Ok(())
}

/// Makes the directory, for its owner alone; what is not empty is left alone.
fn make(directory: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    let failed = |error: io::Error| Error::Unavailable(format!("{}: {}", directory.display(), error.kind()));
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(directory).map_err(failed)?;
    if std::fs::read_dir(directory).map_err(failed)?.next().is_some() {
        return Err(Error::Unavailable(format!("{} is not empty: name a new directory", directory.display())));
    }
    Ok(())
}

pub(super) fn checksum(manifest: &[u8]) -> String {
    use sha2::Digest as _;
    format!("{}  {MANIFEST}\n", data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(manifest)))
}

fn unwritten() -> Error {
    Error::Unavailable("the export cannot be written".to_owned())
}
