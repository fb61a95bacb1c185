//! The generation key in a file that the house writes itself: as it is, or as the ciphertext that Transit made of it.

use std::path::{Path, PathBuf};

use fail::fail_point;
use vault::{
    GenerationKey,
    key_file::{self, KeyFileError, Line},
};

use super::{Next, Transit, cannot_be_written, draw, in_words, only_for_reading};
use crate::{Error, Result, Rng, house::another_generation, key_copy::make_directory};

/// A key file, and the next one beside it while the generation turns.
pub(crate) struct Disk {
    pub(super) path: PathBuf,
    /// Opens what it sealed, also while the operator goes over from one provider to the other.
    pub(super) transit: Option<Transit>,
    /// Whether a new key is sealed by Transit.
    pub(super) seals: bool,
}

impl Disk {
    pub(super) fn service(&self) -> Result<&Transit> {
        self.transit.as_ref().ok_or_else(|| {
            Error::Unavailable(
                "the generation key is sealed by Transit: set ABLAUF_TRANSIT_URL and what belongs to it".to_owned(),
            )
        })
    }

    pub(super) fn line(&self) -> Result<Line> {
        key_file::read_line(&self.path).map_err(in_words)
    }

    pub(super) fn lines(&self) -> Result<Vec<Line>> {
        let mut lines = vec![self.line()?];
        lines.extend(self.next_line()?);
        Ok(lines)
    }

    /// The next key. A torn one is as good as none: no generation began with it.
    fn next_line(&self) -> Result<Option<Line>> {
        match key_file::read_line(&key_file::next(&self.path)) {
            Ok(line) => Ok(Some(line)),
            Err(KeyFileError::Missing(_) | KeyFileError::Format(_)) => Ok(None),
            Err(error) => Err(in_words(error)),
        }
    }

    /// Removes what a death left behind that is nothing but a second name.
    pub(super) fn tidy(&self) -> Result<()> {
        match key_file::drop_second_names(&self.path) {
            Err(error) if only_for_reading(&error) => Ok(()),
            other => other.map_err(in_words),
        }
    }

    /// Draws a key and writes it into a file of its own.
    pub(super) async fn create(&self, path: &Path, store: &str, rng: &Rng) -> Result<(String, GenerationKey)> {
        if let Some(directory) = path.parent() {
            make_directory(directory)
                .map_err(|e| Error::Unavailable(format!("directory of the generation key: {}", e.kind())))?;
        }
        let (id, key) = draw(rng);
        if self.seals {
            let ciphertext = self.service()?.seal(store, &id, &key).await?;
            key_file::create_sealed(path, &id, &ciphertext).map_err(in_words)?;
        } else {
            key_file::create(path, &id, &key).map_err(in_words)?;
        }
        Ok((id, key))
    }

    pub(super) async fn next(&self, living: &str, store: &str, rng: &Rng) -> Result<Next> {
        match key_file::writable(&self.path) {
            Err(error) if only_for_reading(&error) => return Ok(Next::Waits(cannot_be_written(&self.path))),
            other => other.map_err(in_words)?,
        }
        // One that a turn left which never began seals nothing yet.
        if let Some(line) = self.next_line()? {
            let id = line.id().to_owned();
            let key = match line {
                Line::Key(_, key) => key,
                Line::Sealed(_, ciphertext) => self.service()?.open(store, &id, &ciphertext).await?,
            };
            return Ok(Next::Key(id, key));
        }
        let line = self.line()?;
        if line.id() != living {
            return Err(another_generation());
        }
        key_file::remove_torn_next(&self.path).map_err(in_words)?;
        let next = key_file::next(&self.path);
        // Tried before anything is asked of a key service: a directory that is for reading only is no reason to rotate a key there.
        match std::fs::OpenOptions::new().write(true).create_new(true).open(next.with_extension("try")) {
            Ok(_) => drop(std::fs::remove_file(next.with_extension("try"))),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => {
                let error = KeyFileError::Io(next, error);
                return if only_for_reading(&error) {
                    Ok(Next::Waits(cannot_be_written(&self.path)))
                } else {
                    Err(in_words(error))
                };
            }
        }
        if self.seals
            && let Line::Sealed(_, ciphertext) = line
        {
            self.service()?.rotate_past(&ciphertext).await?;
        }
        let (id, key) = self.create(&next, store, rng).await?;
        Ok(Next::Key(id, key))
    }

    /// Where Transit sealed the living key, its older versions go first: then not even a copy of the old file opens.
    pub(super) async fn settle(&self, living: &str) -> Result<Option<String>> {
        let line = self.lines()?.into_iter().find(|line| line.id() == living).ok_or_else(another_generation)?;
        if let Line::Sealed(_, ciphertext) = line {
            self.service()?.forget_before(&ciphertext).await?;
        }
        match self.put_in_place(living) {
            Err(error) if only_for_reading(&error) => Ok(Some(cannot_be_written(&self.path))),
            other => other.map(|()| None).map_err(in_words),
        }
    }

    fn put_in_place(&self, living: &str) -> std::result::Result<(), KeyFileError> {
        // Another next one is of a turn that never began, and takes no place.
        if key_file::read_line(&key_file::next(&self.path)).is_ok_and(|next| next.id() == living) {
            key_file::put_next_in_place(&self.path)?;
        }
        fail_point!("turn.key_in_place");
        key_file::destroy_old(&self.path)
    }

    /// Whether the living key has its place, and the one before is nowhere any more.
    pub(super) fn is_settled(&self, living: &str) -> Result<bool> {
        Ok(!key_file::old(&self.path).exists() && self.next_line()?.is_none_or(|line| line.id() != living))
    }
}
