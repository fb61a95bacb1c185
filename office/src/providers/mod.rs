//! Where the generation key comes from: a file that the house writes itself, sealed by a key service or not, or a secret that the
//! operator keeps and the house only reads.

mod disk;
mod secret;
mod transit;

use std::path::{Path, PathBuf};

use vault::{
    GenerationKey,
    key_file::{self, KeyFileError, Line},
};

pub(crate) use self::{disk::Disk, secret::Secret, transit::Transit};
use crate::{
    Error, Result, Rng, Settings,
    settings::{KeyProvider, SecretPlace},
};

/// Where the generation key comes from.
pub(crate) enum Provider {
    /// A file, with the next one beside it while the generation turns.
    Disk(Disk),
    /// What the operator keeps.
    Secret(Secret),
}

/// Whether there is a key for the next generation.
pub(crate) enum Next {
    /// Its id and the key.
    Key(String, GenerationKey),
    /// The operator has to do something first; in words.
    Waits(String),
}

impl Provider {
    /// The provider that the settings name.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words, if they do not fit together.
    pub(crate) fn of(settings: &Settings) -> Result<Self> {
        let transit = settings.transit.as_ref().map(Transit::of).transpose()?;
        let path = settings.generation_key_file.clone();
        Ok(match &settings.key_provider {
            KeyProvider::File => Self::Disk(Disk { path, transit, seals: false }),
            KeyProvider::Transit if transit.is_none() => {
                return Err(Error::Unavailable("ABLAUF_KEY_PROVIDER=transit needs ABLAUF_TRANSIT_URL".to_owned()));
            }
            KeyProvider::Transit => Self::Disk(Disk { path, transit, seals: true }),
            KeyProvider::Secret { key, next } => Self::Secret(Secret { key: key.clone(), next: next.clone() }),
        })
    }

    /// The lines that are there: the one in the living key's place, then the next one.
    pub(crate) fn lines(&self) -> Result<Vec<Line>> {
        match self {
            Self::Disk(disk) => disk.lines(),
            Self::Secret(secret) => secret.lines(),
        }
    }

    /// Opens what a line holds.
    pub(crate) async fn open(&self, line: Line, store: &str) -> Result<GenerationKey> {
        match (line, self) {
            (Line::Key(_, key), _) => Ok(key),
            (Line::Sealed(id, ciphertext), Self::Disk(disk)) => disk.service()?.open(store, &id, &ciphertext).await,
            (Line::Sealed(..), Self::Secret(_)) => {
                Err(Error::Unavailable("ABLAUF_GENERATION_KEY holds a key that a key service has sealed".to_owned()))
            }
        }
    }

    /// The first key of a store: what is there, or a new one.
    pub(crate) async fn first(&self, store: &str, rng: &Rng) -> Result<(String, GenerationKey)> {
        let line = match self {
            Self::Disk(disk) if !disk.path.exists() => return disk.create(&disk.path, store, rng).await,
            Self::Disk(disk) => disk.line()?,
            Self::Secret(secret) => secret.line()?,
        };
        let id = line.id().to_owned();
        Ok((id, self.open(line, store).await?))
    }

    /// The key of the next generation, made where the house makes it.
    pub(crate) async fn next(&self, living: &str, store: &str, rng: &Rng) -> Result<Next> {
        match self {
            Self::Disk(disk) => disk.next(living, store, rng).await,
            Self::Secret(secret) => secret.next(living),
        }
    }

    /// Whether the key of the generation before is still to be had, and who has to end that: in words.
    pub(crate) fn keeps(&self, before: &str) -> Result<Option<String>> {
        match self {
            // The house overwrites it itself.
            Self::Disk(_) => Ok(None),
            Self::Secret(secret) => secret.keeps(before),
        }
    }

    /// Puts the living key in its place and destroys the one before; words, if the operator has to do something first.
    pub(crate) async fn settle(&self, living: &str) -> Result<Option<String>> {
        match self {
            Self::Disk(disk) => disk.settle(living).await,
            Self::Secret(_) => Ok(None),
        }
    }

    /// Removes what a death left behind in the house's own places, where nothing is lost by it. Called once the house is open.
    pub(crate) fn tidy(&self) -> Result<()> {
        match self {
            Self::Disk(disk) => disk.tidy(),
            Self::Secret(_) => Ok(()),
        }
    }

    /// Whether the living key has its place and no other is left.
    pub(crate) fn is_settled(&self, living: &str) -> Result<bool> {
        match self {
            Self::Disk(disk) => disk.is_settled(living),
            Self::Secret(_) => Ok(true),
        }
    }

    /// A file of the house's own that is there although no database knows it.
    pub(crate) fn left_over(&self) -> bool {
        matches!(self, Self::Disk(disk) if disk.path.exists())
    }

    /// What is wrong with the provider itself, each in words; nothing is written.
    pub(crate) async fn examine(&self, living: Option<&str>, is_due: bool) -> Vec<String> {
        match self {
            Self::Disk(disk) => {
                let mut findings = match &disk.transit {
                    Some(transit) if disk.seals => transit.examine().await,
                    _ => Vec::new(),
                };
                if key_file::writable(&disk.path).is_err_and(|error| only_for_reading(&error)) {
                    findings.push(cannot_be_written(&disk.path));
                }
                findings
            }
            Self::Secret(secret) => living.map_or_else(Vec::new, |living| secret.examine(living, is_due)),
        }
    }
}

/// A new id and a new key.
fn draw(rng: &Rng) -> (String, GenerationKey) {
    (data_encoding::HEXLOWER.encode(&rng.bytes::<16>()), GenerationKey::generate(rng))
}

pub(crate) fn in_words(error: KeyFileError) -> Error {
    Error::Unavailable(format!("generation key: {error}"))
}

/// A new line for `ABLAUF_GENERATION_KEY`.
///
/// # Errors
/// Never, in truth: an id that the house draws is one.
pub fn new_key_line(rng: &Rng) -> Result<zeroize::Zeroizing<String>> {
    let (id, key) = draw(rng);
    key_file::key_line(&id, &key).map_err(in_words)
}

/// Where the file of a secret lies, if it is one.
fn file_of(place: &SecretPlace) -> Option<&PathBuf> {
    match place {
        SecretPlace::File(path) => Some(path),
        SecretPlace::Value(_) => None,
    }
}

/// Whether the operating system lets nobody write here, whoever asks: mounted for reading only, or not ours.
fn only_for_reading(error: &KeyFileError) -> bool {
    use std::io::ErrorKind::{CrossesDevices, PermissionDenied, ReadOnlyFilesystem, ResourceBusy};
    // A file that is mounted by itself is busy, and on another device than its directory.
    let kinds = [ReadOnlyFilesystem, PermissionDenied, ResourceBusy, CrossesDevices];
    matches!(error, KeyFileError::Io(_, error) if kinds.contains(&error.kind()))
}

fn cannot_be_written(path: &Path) -> String {
    format!(
        "the generation key file {} cannot be written here, so that the generation cannot turn: let the house write it and its \
         directory, or keep the key yourself (ABLAUF_KEY_PROVIDER=secret)",
        path.display()
    )
}
