//! One database, on SQLite or PostgreSQL, with one set of queries for both.

use std::{
    fs::OpenOptions,
    io::ErrorKind,
    ops::{Deref, DerefMut},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    time::Duration,
};

use jiff::Timestamp;
use percent_encoding::percent_decode_str;
use sqlx::{
    Any, AnyConnection, AnyPool, Connection as _, Executor as _, Transaction,
    any::{AnyPoolOptions, install_default_drivers},
    migrate::{MigrateError, Migrator},
};

use crate::{Error, Result, faults, office};

/// The engine behind a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded; the default.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// A database with its schema in place. Its URL may hold a password, so it is not to be printed.
#[derive(Clone)]
pub struct Db {
    pool: AnyPool,
    engine: Engine,
    url: String,
    /// What it holds, in a word.
    name: &'static str,
}

/// A write under way. It is undone unless it is committed.
pub struct Write(Transaction<'static, Any>);

impl Write {
    /// Ends the write.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; whether it came through is then not known.
    pub async fn commit(self) -> Result<()> {
        self.0.commit().await?;
        faults::written()
    }
}

impl Deref for Write {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        &self.0
    }
}

impl DerefMut for Write {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.0
    }
}

impl Db {
    /// Opens the database at `url` (`sqlite:` or `postgres:`) and brings its schema up to date.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if it cannot be reached, or holds a schema newer than this program.
    pub async fn open(url: &str, migrations: &'static Migrator) -> Result<Self> {
        install_default_drivers();
        let engine = if url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres };
        let options = AnyPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(Duration::from_secs(10))
            .after_release(|connection, _| Box::pin(whole(connection)))
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    // WAL lets readers read while one writes; FULL because an acknowledged application must survive a power cut; deleted
                    // content is overwritten.
                    if engine == Engine::Sqlite {
                        connection
                            .execute(
                                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
                             PRAGMA secure_delete = ON; PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY;",
                            )
                            .await?;
                    }
                    Ok(())
                })
            });
        make_private(url)?;
        let pool = options.connect(url).await?;
        if engine == Engine::Postgres {
            // The migrations say BLOB; creating the domain twice is no error worth stopping for.
            let exists: Option<i64> = sqlx::query_scalar(
                "SELECT CAST(1 AS BIGINT) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace \
                 WHERE t.typname = 'blob' AND n.nspname = current_schema()",
            )
            .fetch_optional(&pool)
            .await?;
            if exists.is_none() {
                pool.execute("CREATE DOMAIN blob AS bytea").await?;
            }
        }
        migrations.run(&pool).await.map_err(of_the_schema)?;
        let names = [(&office::RECORDS, "records"), (&office::KEYS, "keys"), (&office::LOG, "log")];
        let name = names.into_iter().find(|(of, _)| std::ptr::eq(*of, migrations)).map_or("other", |(_, name)| name);
        Ok(Self { pool, engine, url: url.to_owned(), name })
    }

    /// Opens a database as it is, for reading only: neither its rows nor its schema change. One that is not there is not made.
    ///
    /// # Errors
    /// [`Error::Unavailable`] if it cannot be reached.
    pub(crate) async fn open_to_read(url: &str) -> Result<Self> {
        install_default_drivers();
        let engine = if url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres };
        let options = AnyPoolOptions::new().acquire_timeout(Duration::from_secs(10)).after_connect(move |connection, _| {
            Box::pin(async move {
                let only = match engine {
                    Engine::Sqlite => "PRAGMA query_only = ON; PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY;",
                    Engine::Postgres => "SET default_transaction_read_only = on",
                };
                connection.execute(only).await?;
                Ok(())
            })
        });
        let url = existing(url);
        Ok(Self { pool: options.connect(&url).await?, engine, url, name: "other" })
    }

    /// The engine behind it.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// For reading.
    #[must_use]
    pub fn read(&self) -> &AnyPool {
        &self.pool
    }

    /// Begins a write; every write goes through here. It is undone unless it is committed.
    ///
    /// On SQLite the lock is taken at once, so that two writers wait for each other instead of failing at the commit.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn write(&self) -> Result<Write> {
        faults::write(self.name)?;
        Ok(Write(match self.engine {
            Engine::Sqlite => self.pool.begin_with("BEGIN IMMEDIATE").await?,
            Engine::Postgres => self.pool.begin().await?,
        }))
    }

    /// Begins to read everything as it stands at one moment; nothing is written.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Any>> {
        Ok(match self.engine {
            // The first read takes the snapshot.
            Engine::Sqlite => self.pool.begin_with("BEGIN").await?,
            Engine::Postgres => self.pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?,
        })
    }

    /// Closes an SQLite database into its one file, without a write-ahead log beside it.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub(crate) async fn fold(&self) -> Result<()> {
        self.close().await;
        let mut connection = sqlx::AnyConnection::connect(&self.url).await?;
        connection.execute("PRAGMA journal_mode = DELETE").await?;
        connection.close().await?;
        Ok(())
    }

    /// Empties SQLite's write-ahead log, which still holds what was deleted; nothing to do on PostgreSQL.
    ///
    /// A reader can stand in the way; the caller asks again with its next batch.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn checkpoint(&self) -> Result<bool> {
        if self.engine == Engine::Postgres {
            return Ok(true);
        }
        // A connection of its own, so that the pool's busy timeout does not make it wait.
        let mut connection = sqlx::AnyConnection::connect(&self.url).await?;
        connection.execute("PRAGMA busy_timeout = 0").await?;
        for _ in 0..50 {
            let (busy, _, _): (i64, i64, i64) =
                sqlx::query_as("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut connection).await?;
            if busy == 0 {
                return Ok(true);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(false)
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// Why a schema cannot be brought up to date. Records, keys and log have migrations of their own under the same numbers.
pub(crate) fn of_the_schema(error: MigrateError) -> Error {
    Error::Unavailable(match error {
        MigrateError::VersionMismatch(_) => "it is another of the house's databases than its URL should name: check \
            ABLAUF_RECORDS_URL, ABLAUF_KEYS_URL and ABLAUF_LOG_URL, each of which names a database of its own"
            .to_owned(),
        MigrateError::VersionMissing(_) => {
            "it is of a newer version of this program, or another of the house's databases than its URL should name: check \
            ABLAUF_RECORDS_URL, ABLAUF_KEYS_URL and ABLAUF_LOG_URL"
                .to_owned()
        }
        other => format!("schema: {other}"),
    })
}

/// Whether a connection can be used again. SQLite rolls back by itself when the disk is full, and the driver then takes the connection
/// to be inside a transaction for ever: such a one is closed.
async fn whole(connection: &mut sqlx::AnyConnection) -> Result<bool, sqlx::Error> {
    // A rollback may still be on its way; this waits for it.
    connection.ping().await?;
    Ok(!connection.is_in_transaction())
}

/// Makes an SQLite file that is to be made, for its owner alone; SQLite would leave it to the umask, and gives the write-ahead log the
/// permissions of the file.
fn make_private(url: &str) -> Result<()> {
    let Some((path, options)) = sqlite_parts(url) else { return Ok(()) };
    if !options.split('&').any(|option| option == "mode=rwc") {
        return Ok(());
    }
    match OpenOptions::new().create_new(true).write(true).mode(0o600).open(&path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            Err(Error::Unavailable(format!("the database file {} cannot be made: {}", path.display(), error.kind())))
        }
        _ => Ok(()),
    }
}

/// The file that an SQLite URL names, as the driver reads it: `sqlite:` or `sqlite://`, a path in which signs may be percent-encoded, and
/// options after `?`. `None` for another engine, and for a database in memory.
pub(crate) fn sqlite_file(url: &str) -> Option<PathBuf> {
    sqlite_parts(url).map(|(path, _)| path)
}

/// The file and the options of an SQLite URL.
fn sqlite_parts(url: &str) -> Option<(PathBuf, &str)> {
    let rest = url.strip_prefix("sqlite:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    let (path, options) = rest.split_once('?').unwrap_or((rest, ""));
    let in_memory = path.is_empty() || path == ":memory:" || options.split('&').any(|option| option == "mode=memory");
    (!in_memory).then_some((percent_decode_str(path).decode_utf8().ok()?.into_owned().into(), options))
}

/// The URL of an SQLite file, with the options of <https://www.sqlite.org/uri.html>.
pub(crate) fn sqlite_url(file: &Path, options: &str) -> String {
    // A relative one would be taken for a host. Encoded in this order, each sign is encoded once.
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    let path = file.display().to_string().replace('%', "%25").replace('?', "%3F").replace('#', "%23");
    format!("sqlite://{path}?{options}")
}

/// The same URL without leave to make an SQLite file that is not there.
pub(crate) fn existing(url: &str) -> String {
    url.replace("mode=rwc", "mode=rw")
}

/// An instant as it stands in a table.
#[must_use]
pub(crate) fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// An instant from a table; what lies outside the calendar saturates.
#[must_use]
pub(crate) fn at(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(if ms < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// `$n, $n+1, ...` for a list of `count` values.
#[must_use]
pub(crate) fn placeholders(first: usize, count: usize) -> String {
    (first..first + count).map(|n| format!("${n}")).collect::<Vec<_>>().join(", ")
}

/// A code that this program wrote into a table and now cannot read.
pub(crate) fn unknown(column: &'static str) -> Error {
    Error::Unavailable(format!("column {column} holds an unknown code"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_sqlite_url_names_its_file_in_each_of_its_forms() {
        for (url, file) in [
            ("sqlite:keys.db", "keys.db"),
            ("sqlite://keys.db", "keys.db"),
            ("sqlite:a/keys.db?mode=rwc", "a/keys.db"),
            ("sqlite:/srv/keys.db", "/srv/keys.db"),
            ("sqlite:///srv/keys.db", "/srv/keys.db"),
            ("sqlite:///srv/keys.db?mode=rwc&cache=private", "/srv/keys.db"),
            ("sqlite:///srv/a%20b%3Fc%25d.db?mode=ro", "/srv/a b?c%d.db"),
        ] {
            assert_eq!(sqlite_file(url).as_deref(), Some(Path::new(file)), "{url}");
        }
        for url in ["postgres://localhost/keys", "sqlite::memory:", "sqlite://:memory:", "sqlite://?mode=memory", "keys.db"] {
            assert_eq!(sqlite_file(url), None, "{url}");
        }
        let odd = Path::new("/srv/100%/what?/#1.db");
        assert_eq!(sqlite_file(&sqlite_url(odd, "mode=rw")).as_deref(), Some(odd), "what is made is read");
    }

    #[tokio::test]
    async fn the_driver_opens_the_file_that_is_read_from_its_url_and_it_is_private() {
        use std::os::unix::fs::PermissionsExt as _;
        static NOTHING: Migrator = Migrator::DEFAULT;
        let directory = tempfile::tempdir().expect("a directory");
        for form in ["sqlite:", "sqlite://"] {
            for name in ["plain.db", "a%20blank%3F.db"] {
                let url = format!("{form}{}/{}{name}?mode=rwc", directory.path().display(), form.len());
                Db::open(&url, &NOTHING).await.expect("it opens").close().await;
                let file = sqlite_file(&url).expect("a file");
                let made = std::fs::metadata(&file).unwrap_or_else(|error| panic!("{url}: {}: {error}", file.display()));
                assert_eq!((made.permissions().mode() & 0o777, made.len() > 0), (0o600, true), "{url}");
            }
        }
    }
}
