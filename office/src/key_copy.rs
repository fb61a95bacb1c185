//! Copies of the key database. Only the newest one is alive: a turned generation kills those before it, and they are removed.

use std::{
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use futures::TryStreamExt as _;
use sqlx::{AnyConnection, AssertSqlSafe, Row as _, any::AnyRow};

use crate::{
    Db, Error, Office, Result,
    office::KEYS,
    store::{ms, placeholders},
};

/// What the key database holds, those first that others refer to, with their columns: `b` holds bytes, `n` numbers, `t` texts.
const TABLES: [(&str, &[(&str, char)]); 6] = [
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
    /// An operator calls this (`ablauf backup-keys`), and the house with every turn.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words: a directory that cannot be written, or one that holds the generation key.
    pub async fn copy_keys(&self, directory: &Path) -> Result<PathBuf> {
        apart(directory, &self.settings.generation_key_file)?;
        let unavailable = |error: std::io::Error| Error::Unavailable(format!("directory of the key copy: {}", error.kind()));
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(directory).map_err(unavailable)?;
        let name = format!("{PREFIX}{}.db", ms(self.now()));
        let (unfinished, finished) = (directory.join(format!("{name}.unfinished")), directory.join(&name));
        remove(&unfinished).map_err(unavailable)?;
        // Made first, so that nobody but its owner ever sees a byte of it.
        std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished).map_err(unavailable)?;
        let copied = self.copy_into(&unfinished).await;
        if let Err(error) = copied {
            remove(&unfinished).map_err(unavailable)?;
            return Err(error);
        }
        std::fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(unavailable)?;
        std::fs::rename(&unfinished, &finished).map_err(unavailable)?;
        std::fs::File::open(directory).and_then(|directory| directory.sync_all()).map_err(unavailable)?;
        for entry in std::fs::read_dir(directory).map_err(unavailable)? {
            let entry = entry.map_err(unavailable)?;
            let other = entry.file_name();
            let other = other.to_string_lossy();
            if other.starts_with(PREFIX) && *other != *name {
                remove(&entry.path()).map_err(unavailable)?;
            }
        }
        Ok(finished)
    }

    async fn copy_into(&self, file: &Path) -> Result<()> {
        let copy = Db::open(&format!("sqlite://{}?mode=rw", file.display()), &KEYS).await?;
        let mut from = self.keys.snapshot().await?;
        let mut to = copy.write().await?;
        for (table, columns) in TABLES {
            copy_table(&mut from, &mut to, table, columns).await?;
        }
        to.commit().await?;
        drop(from);
        self.prove(&copy).await?;
        // One file, without a write-ahead log beside it.
        copy.fold().await
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

/// Copies every row of a table.
async fn copy_table(from: &mut AnyConnection, to: &mut AnyConnection, table: &str, columns: &[(&str, char)]) -> Result<()> {
    let names = columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let insert = format!("INSERT INTO {table} ({names}) VALUES ({})", placeholders(1, columns.len()));
    let select = format!("SELECT {names} FROM {table}");
    let mut rows = sqlx::query(AssertSqlSafe(select)).fetch(from);
    while let Some(row) = rows.try_next().await? {
        let mut query = sqlx::query(AssertSqlSafe(insert.clone()));
        for (index, (_, kind)) in columns.iter().enumerate() {
            query = match kind {
                'b' => query.bind(value::<Vec<u8>>(&row, index)?),
                'n' => query.bind(value::<i64>(&row, index)?),
                _ => query.bind(value::<String>(&row, index)?),
            };
        }
        query.execute(&mut *to).await?;
    }
    Ok(())
}

fn value<'r, T: sqlx::Decode<'r, sqlx::Any> + sqlx::Type<sqlx::Any>>(row: &'r AnyRow, index: usize) -> Result<Option<T>> {
    Ok(row.try_get(index)?)
}

/// Refuses a directory that holds the generation key: key and copy together open everything.
fn apart(directory: &Path, key_file: &Path) -> Result<()> {
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let (directory, key_file) = (real(directory), real(key_file));
    if key_file.starts_with(&directory) || key_file.parent().is_some_and(|beside| directory.starts_with(beside)) {
        return Err(Error::Unavailable(
            "the generation key lies in the directory of the key copy; together they open everything: name another".to_owned(),
        ));
    }
    Ok(())
}

fn remove(file: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
