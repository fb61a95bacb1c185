//! Whether the schema of a backup's database is one that the migrations of this program make: a trigger that somebody planted would act
//! with the first write after a restore.

use std::collections::BTreeMap;

use sqlx::{AnyPool, any::AnyPoolOptions, migrate::Migrator};

use crate::{Db, Result};

/// By kind and name: the table it belongs to, and the statement that made it.
type Schema = BTreeMap<(String, String), (String, Option<String>)>;

/// Where `sqlx` notes which migrations were run. It makes this table itself, so its statement is no matter of ours.
const NOTED: &str = "_sqlx_migrations";

/// What tells a schema apart from the one that `migrations` make, each in words. One of an older version of this program is as the newest
/// migration left it that it notes.
///
/// # Errors
/// [`crate::Error::Unavailable`], if it cannot be read at all.
pub(super) async fn differences(copy: &Db, migrations: &'static Migrator) -> Result<Vec<String>> {
    let noted: Result<Vec<(i64, Vec<u8>)>, _> =
        sqlx::query_as(sqlx::AssertSqlSafe(format!("SELECT version, checksum FROM {NOTED} ORDER BY version")))
            .fetch_all(copy.read())
            .await;
    let noted = match noted {
        Ok(noted) => noted,
        Err(sqlx::Error::Database(_)) => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    let ours: Vec<(i64, &[u8])> = migrations.iter().map(|migration| (migration.version, &*migration.checksum)).collect();
    let is_known = ours.len() >= noted.len() && noted.iter().zip(&ours).all(|(noted, ours)| (noted.0, &*noted.1) == *ours);
    let Some((newest, _)) = noted.last().filter(|_| is_known) else {
        return Ok(vec!["its schema was not made by the migrations of this program".to_owned()]);
    };
    let expected = made_by(migrations, *newest).await?;
    let mut there = schema(copy.read()).await?;
    let mut findings = Vec::new();
    for ((kind, name), how) in expected {
        match there.remove(&(kind.clone(), name.clone())) {
            None => findings.push(format!("its schema lacks the {kind} {name}")),
            Some(found) if found != how => findings.push(format!("its schema has another {kind} {name} than this program makes")),
            Some(_) => {}
        }
    }
    // A name that somebody chose is quoted: it may hold anything.
    findings.extend(there.keys().map(|(kind, name)| format!("its schema has a {kind} {name:?} that this program does not make")));
    Ok(findings)
}

/// The schema that some migrations make, up to that of a version.
async fn made_by(migrations: &'static Migrator, version: i64) -> Result<Schema> {
    let pool = AnyPoolOptions::new().max_connections(1).connect("sqlite::memory:").await?;
    migrations.run_to(version, &pool).await.map_err(crate::store::of_the_schema)?;
    let made = schema(&pool).await;
    pool.close().await;
    made
}

async fn schema(pool: &AnyPool) -> Result<Schema> {
    let rows: Vec<(String, String, String, Option<String>)> =
        sqlx::query_as("SELECT type, name, tbl_name, sql FROM sqlite_master").fetch_all(pool).await?;
    Ok(rows
        .into_iter()
        .map(|(kind, name, table, sql)| {
            let sql = sql.filter(|_| name != NOTED);
            ((kind, name), (table, sql))
        })
        .collect())
}
