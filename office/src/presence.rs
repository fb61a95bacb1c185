//! Who works with the store at this moment: processes that serve, together, or one that must be alone with it.

use std::{
    fs::{File, OpenOptions, TryLockError},
    path::PathBuf,
};

use sha2::{Digest as _, Sha256};
use sqlx::{AnyConnection, Connection as _};

use crate::{Engine, Error, Office, Result, key_copy::real, store::sqlite_file};

/// Held as long as a process works with the store; however the process ends, it is let go.
pub struct Presence {
    _file: File,
    /// PostgreSQL's advisory lock, for processes on other machines; it ends with the connection.
    _connection: Option<AnyConnection>,
}

#[derive(Clone, Copy)]
enum How {
    Shared,
    Alone,
}

impl Office {
    /// Shows that this process serves: `serve` holds it from its start to its end.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words while another process must be alone with the store.
    pub async fn attend(&self) -> Result<Presence> {
        self.presence(How::Shared).await?.ok_or_else(|| {
            Error::Unavailable(
                "another process must be alone with the store at this moment: try again once it has ended".to_owned(),
            )
        })
    }

    /// Keeps every process from beginning to serve; `None` while one serves.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn alone(&self) -> Result<Option<Presence>> {
        self.presence(How::Alone).await
    }

    async fn presence(&self, how: How) -> Result<Option<Presence>> {
        let path = self.lock_file();
        let unavailable = |error: std::io::Error| Error::Unavailable(format!("{}: {}", path.display(), error.kind()));
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(unavailable)?;
        let locked = match how {
            How::Shared => file.try_lock_shared(),
            How::Alone => file.try_lock(),
        };
        match locked {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(unavailable(error)),
        }
        let connection = match self.records.engine() {
            Engine::Sqlite => None,
            Engine::Postgres => match self.advisory_lock(how).await? {
                Some(connection) => Some(connection),
                None => return Ok(None),
            },
        };
        Ok(Some(Presence { _file: file, _connection: connection }))
    }

    /// The file that processes on this machine lock. It is empty, and lies beside the records, which a store has once, whatever data
    /// directory its processes are given; where the records are no file, in the data directory.
    fn lock_file(&self) -> PathBuf {
        let Some(records) = sqlite_file(&self.settings.records_url) else { return self.settings.data.join("presence.lock") };
        let mut file = real(&records).into_os_string();
        file.push(".lock");
        file.into()
    }

    async fn advisory_lock(&self, how: How) -> Result<Option<AnyConnection>> {
        let mut connection = AnyConnection::connect(&self.settings.records_url).await?;
        // One number for each store: a server may hold several.
        let hash = Sha256::digest(format!("presence {}", self.house.store));
        let number = hash.first_chunk().map_or(0, |bytes| i64::from_be_bytes(*bytes));
        let query = match how {
            How::Shared => "SELECT CAST(CASE WHEN pg_try_advisory_lock_shared($1) THEN 1 ELSE 0 END AS BIGINT)",
            How::Alone => "SELECT CAST(CASE WHEN pg_try_advisory_lock($1) THEN 1 ELSE 0 END AS BIGINT)",
        };
        let locked: i64 = sqlx::query_scalar(query).bind(number).fetch_one(&mut connection).await?;
        Ok((locked == 1).then_some(connection))
    }
}
