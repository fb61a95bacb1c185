//! Copies of the key database. Only the newest one is alive: a turned generation kills those before it, and they are removed.

use std::{
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use futures::TryStreamExt as _;

use crate::{
    Db, Error, Office, Result,
    office::KEYS,
    store::{ms, sqlite_url},
    tables::{Table, copy_table},
};

/// What the key database holds, those first that others refer to, with their columns.
const TABLES: [Table; 6] = [
    ("store", &[("id", 't'), ("created_at", 'n')]),
    ("generation", &[("id", 't'), ("created_at", 'n'), ("retired_at", 'n')]),
    ("house_key", &[("name", 't'), ("generation_id", 't'), ("wrapped", 'b')]),
    ("intake_key", &[("id", 't'), ("generation_id", 't'), ("wrapped", 'b'), ("created_at", 'n'), ("retired_at", 'n')]),
    ("rk", &[("id", 't'), ("state", 't'), ("generation_id", 't'), ("wrapped", 'b'), ("email_mac", 'b'), ("created_at", 'n')]),
    ("tombstone", &[("rk_id", 't'), ("at", 'n')]),
];

/// A copy's name: `keys-` and the instant in milliseconds.
const PREFIX: &str = "keys-";

impl Office {
    /// Copies the key database into a directory as one SQLite file, whatever the engine; proves that every key in it opens; and removes
    /// the copies before it. Answers the new one.
    ///
    /// An operator calls this (`ablauf backup-keys`).
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words: a directory that cannot be written, or one that holds the generation key or a backup; also while
    /// the generation is turned, since a copy begun before its end would open nothing after it.
    pub async fn copy_keys(&self, directory: &Path) -> Result<PathBuf> {
        self.between_turns(self.copy_keys_now(directory)).await
    }

    /// As [`Office::copy_keys`], for whoever turns the generation.
    pub(crate) async fn copy_keys_now(&self, directory: &Path) -> Result<PathBuf> {
        apart(directory, &self.settings.generation_key_file, "the key copy")?;
        not_in_a_backup(directory)?;
        let unavailable = |error: std::io::Error| Error::Unavailable(format!("directory of the key copy: {}", error.kind()));
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(directory).map_err(unavailable)?;
        let now = ms(self.now());
        let name = format!("{PREFIX}{now}.db");
        let (unfinished, finished) = (directory.join(format!("{name}.unfinished")), directory.join(&name));
        remove(&unfinished).map_err(unavailable)?;
        // Made first, so that nobody but its owner ever sees a byte of it.
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished).map_err(unavailable)?;
        let copied = self.copy_into(&unfinished).await;
        if let Err(error) = copied {
            for left in ["", "-wal", "-shm"] {
                remove(&directory.join(format!("{name}.unfinished{left}"))).map_err(unavailable)?;
            }
            return Err(error);
        }
        std::fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(unavailable)?;
        std::fs::rename(&unfinished, &finished).map_err(unavailable)?;
        std::fs::File::open(directory).and_then(|directory| directory.sync_all()).map_err(unavailable)?;
        for entry in std::fs::read_dir(directory).map_err(unavailable)? {
            let entry = entry.map_err(unavailable)?;
            // What a copy that died left behind has its instant too.
            let made =
                entry.file_name().to_string_lossy().strip_prefix(PREFIX).and_then(|rest| rest.split('.').next()?.parse().ok());
            if made.is_some_and(|made: i64| made < now) {
                remove(&entry.path()).map_err(unavailable)?;
            }
        }
        Ok(finished)
    }

    async fn copy_into(&self, file: &Path) -> Result<()> {
        let copy = Db::open(&sqlite_url(file, "mode=rw"), &KEYS).await?;
        match self.fill_copy(&copy).await {
            // One file, without a write-ahead log beside it.
            Ok(()) => copy.fold().await,
            Err(error) => {
                copy.close().await;
                Err(error)
            }
        }
    }

    async fn fill_copy(&self, copy: &Db) -> Result<()> {
        let mut from = self.keys.snapshot().await?;
        let mut to = copy.write().await?;
        for table in TABLES {
            copy_table(&mut from, &mut to, table).await?;
        }
        to.commit().await?;
        drop(from);
        self.prove(copy).await
    }

    /// Every key of a copy opens under the generations that are open here.
    async fn prove(&self, copy: &Db) -> Result<()> {
        let mut rows = sqlx::query_as::<_, (String, String, Vec<u8>)>(
            "SELECT id, generation_id, wrapped FROM rk UNION ALL SELECT id, generation_id, wrapped FROM intake_key",
        )
        .fetch(copy.read());
        while let Some((id, generation, wrapped)) = rows.try_next().await? {
            self.house.unwrap(&id, &generation, &wrapped)?;
        }
        Ok(())
    }
}

/// Refuses a directory in a backup, finished or not: keys beside records open them.
fn not_in_a_backup(directory: &Path) -> Result<()> {
    let is_backup = |place: &Path| place.join("records.db").exists() && !place.join("keys.db").exists();
    if real(directory).ancestors().any(is_backup) {
        return Err(Error::Unavailable("a backup lies there; keys beside records open them: name another directory".to_owned()));
    }
    Ok(())
}

/// Refuses a directory of `what` that holds the generation key, or lies beside it: together they open everything.
pub(crate) fn apart(directory: &Path, key_file: &Path, what: &str) -> Result<()> {
    let (directory, key_file) = (real(directory), real(key_file));
    if key_file.starts_with(&directory) || key_file.parent().is_some_and(|beside| directory.starts_with(beside)) {
        return Err(Error::Unavailable(format!(
            "the generation key lies in the directory of {what}; together they open everything: name another"
        )));
    }
    Ok(())
}

/// A path with its links followed, as far as it exists.
pub(crate) fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let resolved = path.ancestors().find_map(|there| {
        let rest = path.strip_prefix(there).ok()?;
        let there = std::fs::canonicalize(there).ok()?;
        Some(if rest.as_os_str().is_empty() { there } else { there.join(rest) })
    });
    resolved.unwrap_or(path)
}

/// The newest copy in a directory, with the instant at which it was made, in milliseconds.
pub(crate) fn newest(directory: &Path) -> std::io::Result<Option<(i64, PathBuf)>> {
    let mut newest = None;
    for entry in std::fs::read_dir(directory)? {
        let entry = entry?;
        let name = entry.file_name();
        let made = name.to_string_lossy().strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(".db")?.parse().ok());
        newest = newest.max(made.map(|made| (made, entry.path())));
    }
    Ok(newest)
}

fn remove(file: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
