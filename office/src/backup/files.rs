//! Files of a backup: only their owner may read them, and each is on the disk before the next step.

use std::{
    io,
    path::{Path, PathBuf},
};

use bytes::Bytes;
use futures::{Stream, StreamExt as _, TryStreamExt as _, stream};
use sha2::{Digest as _, Sha256};
use tokio::{
    fs::{File, OpenOptions},
    io::{AsyncReadExt as _, AsyncWriteExt as _},
};

pub(crate) use super::manifest::FileFacts;
use crate::{Error, Result};

/// Bytes read at a time.
const PIECE: usize = 256 * 1024;

/// A file that cannot be read or written, in words.
pub(super) fn unavailable(name: &str, error: &io::Error) -> Error {
    Error::Unavailable(format!("{name}: {}", error.kind()))
}

/// The last part of a path: an id or a name of ours.
pub(super) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Makes a file that is not there yet, for its owner alone.
pub(super) async fn create(path: &Path) -> Result<File> {
    let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).await;
    made.map_err(|error| unavailable(&name(path), &error))
}

/// Writes a small file.
pub(crate) async fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    write(path, stream::iter([Ok(Bytes::copy_from_slice(bytes))])).await.map(drop)
}

/// Writes what arrives into a file and answers what it holds.
pub(crate) async fn write(path: &Path, mut content: impl Stream<Item = Result<Bytes>> + Unpin) -> Result<FileFacts> {
    let failed = |error: io::Error| unavailable(&name(path), &error);
    let mut file = create(path).await?;
    let (mut digest, mut bytes) = (Sha256::new(), 0);
    while let Some(piece) = content.next().await {
        let piece = piece?;
        digest.update(&piece);
        bytes += piece.len() as u64;
        file.write_all(&piece).await.map_err(failed)?;
    }
    file.flush().await.map_err(failed)?;
    file.sync_all().await.map_err(failed)?;
    Ok(FileFacts { bytes, sha256: data_encoding::HEXLOWER.encode(&digest.finalize()) })
}

/// The content of a file, piece by piece.
pub(super) async fn read(path: PathBuf) -> Result<impl Stream<Item = Result<Bytes>> + Unpin> {
    let name = name(&path);
    let file = File::open(&path).await.map_err(|error| unavailable(&name, &error))?;
    Ok(Box::pin(stream::try_unfold(file, move |mut file| {
        let name = name.clone();
        async move {
            let mut piece = vec![0; PIECE];
            let read = file.read(&mut piece).await.map_err(|error| unavailable(&name, &error))?;
            piece.truncate(read);
            Ok((read > 0).then(|| (Bytes::from(piece), file)))
        }
    })))
}

/// What a file holds.
pub(super) async fn facts(path: PathBuf) -> Result<FileFacts> {
    facts_of(read(path).await?).await
}

/// What arrives, told by its length and its digest.
pub(super) async fn facts_of(mut content: impl Stream<Item = Result<Bytes>> + Unpin) -> Result<FileFacts> {
    let (mut digest, mut bytes) = (Sha256::new(), 0);
    while let Some(piece) = content.try_next().await? {
        digest.update(&piece);
        bytes += piece.len() as u64;
    }
    Ok(FileFacts { bytes, sha256: data_encoding::HEXLOWER.encode(&digest.finalize()) })
}

/// Copies a file, for its owner alone.
pub(super) async fn copy(from: PathBuf, to: &Path) -> Result<FileFacts> {
    write(to, read(from).await?).await
}

/// Refuses a directory in which anything is neither a file nor a directory: by a link, something would be read, and restored, that lies
/// elsewhere.
pub(super) fn refuse_links(directory: &Path) -> Result<()> {
    let mut directories = vec![directory.to_owned()];
    while let Some(inside) = directories.pop() {
        for entry in std::fs::read_dir(&inside).map_err(|error| unavailable(&name(&inside), &error))? {
            let entry = entry.map_err(|error| unavailable(&name(&inside), &error))?;
            // That of the entry itself: no link is followed.
            let kind = entry.file_type().map_err(|error| unavailable(&name(&entry.path()), &error))?;
            if kind.is_dir() {
                directories.push(entry.path());
            } else if !kind.is_file() {
                return Err(Error::Unavailable(format!(
                    "{} in the backup is a link or no file at all: a backup holds files alone",
                    name(&entry.path())
                )));
            }
        }
    }
    Ok(())
}

/// Makes what was made in a directory outlast a power cut.
pub(crate) fn sync(directory: &Path) -> Result<()> {
    let synced = std::fs::File::open(directory).and_then(|directory| directory.sync_all());
    synced.map_err(|error| unavailable(&name(directory), &error))
}
