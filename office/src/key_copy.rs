//! Copies of the key database. Only the newest one is alive: a turned generation kills those before it, and they are removed.

use std::{
    fs::{DirBuilder, File, OpenOptions},
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
const TABLES: [Table; 7] = [
    ("store", &[("id", 't'), ("created_at", 'n')]),
    ("generation", &[("id", 't'), ("created_at", 'n'), ("retired_at", 'n')]),
    ("house_key", &[("name", 't'), ("generation_id", 't'), ("wrapped", 'b')]),
    ("intake_key", &[("id", 't'), ("generation_id", 't'), ("wrapped", 'b'), ("created_at", 'n'), ("retired_at", 'n')]),
    ("rk", &[("id", 't'), ("state", 't'), ("generation_id", 't'), ("wrapped", 'b'), ("email_mac", 'b'), ("created_at", 'n')]),
    ("tombstone", &[("rk_id", 't'), ("at", 'n')]),
    ("journal_month", &[("id", 't'), ("generation_id", 't'), ("wrapped", 'b')]),
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
    /// the generation is turned, since a copy begun before its end would open nothing after it, and after a turn that died in the midst
    /// of sealing anew, since half of such a copy would open nothing once that turn has ended.
    pub async fn copy_keys(&self, directory: &Path) -> Result<PathBuf> {
        if let Some(words) = self.missing_keys().await? {
            return Err(Error::Unavailable(words));
        }
        self.between_turns(self.copy_keys_now(directory)).await
    }

    /// As [`Office::copy_keys`], for whoever turns the generation.
    pub(crate) async fn copy_keys_now(&self, directory: &Path) -> Result<PathBuf> {
        check_place(directory, &self.settings)?;
        let unavailable = |error: std::io::Error| Error::Unavailable(format!("directory of the key copy: {}", error.kind()));
        make_directory(directory).map_err(unavailable)?;
        let now = ms(self.now());
        let name = format!("{PREFIX}{now}.db");
        let finished = directory.join(&name);
        let unfinished = Unfinished(directory.join(format!("{name}.unfinished")));
        let file = &unfinished.0;
        remove(file).map_err(unavailable)?;
        // Made first, so that nobody but its owner ever sees a byte of it.
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(unavailable)?;
        self.copy_into(file).await?;
        File::open(file).and_then(|file| file.sync_all()).map_err(unavailable)?;
        std::fs::rename(file, &finished).map_err(unavailable)?;
        sync_directory(directory).map_err(unavailable)?;
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

    /// What stands against a turn and against a copy that takes the place of those before: records whose key is nowhere although nothing says
    /// that it was destroyed. An older copy of the key database was put in place, and the newer one may be all that has these keys.
    pub(crate) async fn missing_keys(&self) -> Result<Option<String>> {
        let missing = self.lost_keys().await?;
        Ok((missing > 0).then(|| {
            format!(
                "{missing} record(s) have no key, and nothing says that it was destroyed: the key database is an older copy, or has lost \
                 them. Put its newest copy in its place first; if there is none, `ablauf restore DIR --without-lost-keys` takes out what \
                 nobody can read again"
            )
        }))
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

    /// Every key of a copy opens, and under the living generation: one before it dies with the turn.
    async fn prove(&self, copy: &Db) -> Result<()> {
        if !is_under(copy, &self.house.living().id).await? {
            return Err(Error::Unavailable(
                "keys still stand under the generation before, which dies with the turn that has begun, and a copy of them with it: end \
                 the turn first with `ablauf keys rotate`"
                    .to_owned(),
            ));
        }
        let mut rows = sqlx::query_as::<_, (String, String, Vec<u8>)>(
            "SELECT id, generation_id, wrapped FROM rk UNION ALL SELECT id, generation_id, wrapped FROM intake_key \
             UNION ALL SELECT id, generation_id, wrapped FROM journal_month",
        )
        .fetch(copy.read());
        while let Some((id, generation, wrapped)) = rows.try_next().await? {
            self.house.unwrap(&id, &generation, &wrapped)?;
        }
        Ok(())
    }
}

/// A copy under way; what is left of it goes with this.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let mut file = self.0.clone().into_os_string();
            file.push(end);
            // What cannot be removed now is removed with the next copy.
            _ = remove(Path::new(&file));
        }
    }
}

/// Whether every key of a copy stands under the generation of that id.
pub(crate) async fn is_under(copy: &Db, generation: &str) -> Result<bool> {
    let others: i64 = sqlx::query_scalar(
        "SELECT (SELECT COUNT(*) FROM rk WHERE generation_id <> $1) + (SELECT COUNT(*) FROM intake_key WHERE generation_id <> $1) \
         + (SELECT COUNT(*) FROM house_key WHERE generation_id <> $1) + (SELECT COUNT(*) FROM journal_month WHERE generation_id <> $1)",
    )
    .bind(generation)
    .fetch_one(copy.read())
    .await?;
    Ok(others == 0)
}

/// Opens a copy to read it, without a file beside it.
pub(crate) async fn open_copy(copy: &Path) -> Result<Db> {
    Db::open_to_read(&sqlite_url(copy, "mode=ro&immutable=1")).await
}

/// Refuses a directory in a backup, finished or not: keys beside records open them.
fn not_in_a_backup(directory: &Path) -> Result<()> {
    let is_backup = |place: &Path| place.join("records.db").exists() && !place.join("keys.db").exists();
    if real(directory).ancestors().any(is_backup) {
        return Err(Error::Unavailable("a backup lies there; keys beside records open them: name another directory".to_owned()));
    }
    Ok(())
}

/// Refuses a directory in which no copy of the key database may lie.
pub(crate) fn check_place(directory: &Path, settings: &crate::Settings) -> Result<()> {
    apart(directory, &settings.generation_key_file, "the key copy")?;
    not_in_a_backup(directory)
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

/// Makes a directory for its owner alone, and those above it; each has its name on disk when this returns.
pub(crate) fn make_directory(directory: &Path) -> std::io::Result<()> {
    if directory.is_dir() {
        return Ok(());
    }
    let above = directory.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    make_directory(above)?;
    match DirBuilder::new().mode(0o700).create(directory) {
        // Made by another process in this moment.
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && directory.is_dir() => {}
        other => other?,
    }
    sync_directory(above)
}

/// What was made, renamed or removed in a directory is so on disk too.
fn sync_directory(directory: &Path) -> std::io::Result<()> {
    File::open(directory)?.sync_all()
}

fn remove(file: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
