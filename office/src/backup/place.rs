//! Where a backup may lie, and the throw-away directory beside the data in which one is looked at.

use std::{
    fs, io,
    os::unix::fs::{DirBuilderExt as _, PermissionsExt as _},
    path::{Path, PathBuf},
};

use jiff::Timestamp;
use rules::retention_classes;

use super::{
    files,
    manifest::{MANIFEST, is_begun},
};
use crate::{
    Error, Office, Result, Rng, Settings,
    key_copy::real,
    settings::{KeyProvider, SecretPlace},
    store::sqlite_file,
};

/// A directory that was made for a backup; it goes again unless the backup is finished.
pub(super) struct Place {
    pub(super) path: PathBuf,
    finished: bool,
}

impl Place {
    /// Makes the directory, or takes an empty one.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words: one that holds something, or that lies where a backup must not.
    pub(super) fn make(directory: &Path, settings: &Settings) -> Result<Self> {
        let failed = |error: io::Error| files::unavailable("directory of the backup", &error);
        let path = real(directory);
        apart(&path, settings)?;
        if path.ancestors().skip(1).any(|above| above.join(MANIFEST).exists()) {
            return Err(Error::Unavailable(
                "the directory of the backup lies in another backup, which it would spoil".to_owned(),
            ));
        }
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&path).map_err(failed)?;
        if fs::read_dir(&path).map_err(failed)?.next().is_some() {
            let what = match (is_begun(&path), path.join(MANIFEST).exists()) {
                (true, false) => "it holds a backup that was cut short, which is of no use: remove it, or name a new one",
                (true, true) => "it holds another backup: name a new one",
                (false, _) => "name a new one",
            };
            return Err(Error::Unavailable(format!("the directory of the backup is not empty: {what}")));
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).map_err(failed)?;
        Ok(Self { path, finished: false })
    }

    /// Keeps it.
    pub(super) fn finish(mut self) {
        self.finished = true;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.finished {
            // What cannot be removed has no manifest, and is a backup for nobody.
            drop(fs::remove_dir_all(&self.path));
        }
    }
}

/// Refuses a directory for a backup that would be lost with the data, or in which a thief would find keys too.
fn apart(directory: &Path, settings: &Settings) -> Result<()> {
    let overlap = |other: &Path| directory.starts_with(other) || other.starts_with(directory);
    let refused = |words: &str| Err(Error::Unavailable(format!("{words}: name another directory for the backup")));
    if overlap(&real(&settings.data)) {
        return refused("a backup inside the data directory, or around it, is lost with it");
    }
    let objects = settings.objects_url.strip_prefix("file:").map(|objects| real(Path::new(objects)));
    if objects.is_some_and(|objects| overlap(&objects)) {
        return refused("a backup inside the object store, or around it, is lost with it");
    }
    let beside = |file: &PathBuf| {
        let file = real(file);
        file.starts_with(directory) || file.parent().is_some_and(|parent| directory.starts_with(parent))
    };
    if key_places(settings).iter().any(beside) {
        return refused("the generation key or the key database lies there, and beside a backup they open everything");
    }
    let copies = settings.key_copies.as_deref().is_some_and(|copies| overlap(&real(copies)));
    if copies || directory.ancestors().skip(1).any(holds_key_copy) {
        return refused("a copy of the key database lies there, which does not belong beside a backup");
    }
    Ok(())
}

/// Files that hold keys.
fn key_places(settings: &Settings) -> Vec<PathBuf> {
    let mut places = vec![settings.generation_key_file.clone()];
    if let KeyProvider::Secret { key, next } = &settings.key_provider {
        let files = [key, next].into_iter().flatten().filter_map(|place| match place {
            SecretPlace::File(file) => Some(file.clone()),
            SecretPlace::Value(_) => None,
        });
        places.extend(files);
    }
    let urls = [Some(&settings.keys_url), settings.keys_mirror_url.as_ref()].into_iter().flatten();
    places.extend(urls.filter_map(|url| sqlite_file(url)));
    places
}

/// Whether a directory holds what `ablauf backup-keys` writes.
fn holds_key_copy(directory: &Path) -> bool {
    let is_copy = |name: &str| name.starts_with("keys-") && name.ends_with(".db");
    fs::read_dir(directory)
        .is_ok_and(|entries| entries.filter_map(io::Result::ok).any(|entry| is_copy(&entry.file_name().to_string_lossy())))
}

/// Names of throw-away directories begin so.
const THROW_AWAY: &str = "throw-away-";

/// A directory in the data directory, for the owner alone, which goes with this.
pub(super) struct ThrowAway {
    pub(super) path: PathBuf,
}

impl ThrowAway {
    /// Makes one, and removes those that a process left which died more than a day ago.
    pub(super) fn make(settings: &Settings, now: Timestamp, rng: &Rng) -> Result<Self> {
        let failed = |error: io::Error| files::unavailable("data directory", &error);
        for entry in fs::read_dir(&settings.data).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let written = entry.metadata().and_then(|meta| meta.modified()).ok().and_then(|at| Timestamp::try_from(at).ok());
            let is_old = written.is_some_and(|at| at + retention_classes::THROW_AWAY < now);
            if is_old && entry.file_name().to_string_lossy().starts_with(THROW_AWAY) {
                fs::remove_dir_all(entry.path()).map_err(failed)?;
            }
        }
        let path = settings.data.join(format!("{THROW_AWAY}{}", data_encoding::HEXLOWER.encode(&rng.bytes::<8>())));
        fs::DirBuilder::new().mode(0o700).create(&path).map_err(failed)?;
        Ok(Self { path })
    }

    /// In the data directory of an office.
    pub(super) fn of(office: &Office) -> Result<Self> {
        Self::make(&office.settings, office.now(), &office.rng)
    }
}

impl Drop for ThrowAway {
    fn drop(&mut self) {
        // What cannot be removed now, the next one removes a day later.
        drop(fs::remove_dir_all(&self.path));
    }
}
