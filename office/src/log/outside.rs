//! Signed checkpoints outside this machine: `ABLAUF_CHECKPOINTS` names a directory on another disk or a mounted share. Who rewrites the
//! log here does not reach what is there.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{
    head,
    note::{Head, PublicKey},
};
use crate::{Db, Error, Office, Result};

/// A checkpoint's name: this, the number of entries, and `.txt`.
const PREFIX: &str = "checkpoint-";

/// A checkpoint that lies outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The entries it speaks of.
    pub size: i64,
    /// Where it lies.
    pub file: PathBuf,
}

impl Office {
    /// Puts the newest signed checkpoint into the directory of `ABLAUF_CHECKPOINTS`, unless it lies there already, and answers the newest one
    /// there; `None` without such a directory, or while the log is empty. First it compares the newest one there with the log. The house
    /// calls this, and nothing else waits for it: a share may hang.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words: the directory cannot be written, or what lies there is not a beginning of this log.
    pub async fn keep_checkpoint(&self) -> Result<Option<Kept>> {
        let Some(directory) = self.settings.checkpoints.clone() else { return Ok(None) };
        let (log_key, public) = (self.log_key()?, self.house.public_log_key()?);
        let kept = compared(&directory, &self.log, &public).await?;
        let newest = head::newest(&self.log).await?;
        if newest.size == 0 || kept.as_ref().is_some_and(|kept| kept.size == newest.size) {
            return Ok(kept);
        }
        let file = directory.join(format!("{PREFIX}{}.txt", newest.size));
        put(&file, log_key.sign_head(newest)?).await.map_err(|error| of_the_directory(&directory, &error))?;
        Ok(Some(Kept { size: newest.size, file }))
    }

    /// Compares the newest checkpoint outside with the log: `None` if there is none. An operator calls this (`ablauf audit verify`).
    ///
    /// # Errors
    /// As [`Office::keep_checkpoint`].
    pub async fn compare_kept_checkpoint(&self) -> Result<Option<Kept>> {
        let Some(directory) = &self.settings.checkpoints else { return Ok(None) };
        compared(directory, &self.log, &self.house.public_log_key()?).await
    }

    /// Compares a checkpoint that was noted before with the log, and answers of how many entries it speaks; it must be signed with `key`, or else
    /// with the house's own. An operator calls this (`ablauf audit verify --checkpoint`).
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words.
    pub async fn compare_checkpoint(&self, key: Option<&str>, noted: &[u8]) -> Result<i64> {
        let key = key.map_or_else(|| self.house.public_log_key(), |key| Ok(PublicKey::read(key.trim())?))?;
        let noted = key.open(noted)?;
        is_beginning(noted, &self.log).await?;
        Ok(noted.size)
    }
}

/// The newest checkpoint in a directory, which must be a beginning of this log.
pub(crate) async fn compared(directory: &Path, log: &Db, key: &PublicKey) -> Result<Option<Kept>> {
    let failed = |error: io::Error| of_the_directory(directory, &error);
    let Some(kept) = newest(directory).await.map_err(failed)? else { return Ok(None) };
    let note = tokio::fs::read(&kept.file).await.map_err(failed)?;
    let wrong = |words: String| Error::Unavailable(format!("{}: {words}", kept.file.display()));
    let there = key.open(&note).map_err(|flaw| wrong(flaw.to_string()))?;
    if there.size != kept.size {
        return Err(wrong(format!("it speaks of {} entries, and its name of {}", there.size, kept.size)));
    }
    is_beginning(there, log).await.map_err(|error| wrong(error.words()))?;
    Ok(Some(kept))
}

/// Refuses a log that does not begin with what a checkpoint speaks of.
async fn is_beginning(noted: Head, log: &Db) -> Result<()> {
    let (was, is) = (noted.size, head::newest(log).await?.size);
    if was > is {
        return Err(Error::Unavailable(format!("the log has lost entries: the checkpoint speaks of {was}, and it has {is}")));
    }
    let mut connection = log.read().acquire().await?;
    match head::at(&mut connection, was).await?.root == noted.root {
        true => Ok(()),
        false => Err(Error::Unavailable(rewritten(was))),
    }
}

/// What it means that a checkpoint is not a beginning of a log.
pub(super) fn rewritten(size: i64) -> String {
    format!("the log was rewritten: its first {size} entries are not those that the checkpoint speaks of")
}

/// The checkpoint of the most entries in a directory, by name.
async fn newest(directory: &Path) -> io::Result<Option<Kept>> {
    let (mut entries, mut newest) = (tokio::fs::read_dir(directory).await?, None::<Kept>);
    while let Some(entry) = entries.next_entry().await? {
        let name = entry.file_name();
        let size = name.to_string_lossy().strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(".txt")?.parse().ok());
        if let Some(size) = size
            && newest.as_ref().is_none_or(|newest| newest.size < size)
        {
            newest = Some(Kept { size, file: entry.path() });
        }
    }
    Ok(newest)
}

/// Writes a file whole, and then gives it its name.
async fn put(file: &Path, note: String) -> io::Result<()> {
    let unfinished = file.with_extension("unfinished");
    match tokio::fs::remove_file(&unfinished).await {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    tokio::fs::write(&unfinished, note).await?;
    tokio::fs::File::open(&unfinished).await?.sync_all().await?;
    tokio::fs::rename(&unfinished, file).await
}

/// It is not made where it is missing: a share that is not mounted would get a directory on this disk.
fn of_the_directory(directory: &Path, error: &io::Error) -> Error {
    Error::Unavailable(format!("directory of the checkpoints {}: {}", directory.display(), error.kind()))
}
