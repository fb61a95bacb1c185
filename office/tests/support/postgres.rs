//! One PostgreSQL database per test, copied from a template that holds the three schemas. The server's tests use this file too.

use std::path::PathBuf;

use office::Db;
use sha2::{Digest as _, Sha256};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, migrate::Migrator};

static RECORDS: Migrator = sqlx::migrate!("../migrations/records");
static KEYS: Migrator = sqlx::migrate!("../migrations/keys");
static LOG: Migrator = sqlx::migrate!("../migrations/log");

/// The schemas, in the order of their URLs in the settings.
const SCHEMAS: [(&str, &Migrator); 3] = [("records", &RECORDS), ("keys", &KEYS), ("log", &LOG)];

/// The advisory lock under which the template is made; any number will do.
const LOCK: i64 = 0x0ab1_a0f0;

/// A database of one test.
#[derive(Clone)]
pub(crate) struct Database {
    /// Where the superuser gets in, whatever becomes of this database.
    admin: String,
    server: String,
    name: String,
}

impl Database {
    pub(crate) async fn create() -> Self {
        let admin = std::env::var("ABLAUF_TEST_POSTGRES").unwrap_or_else(|_| {
            panic!("ABLAUF_TEST_POSTGRES names no PostgreSQL server: run the tests by `scripts/nextest`, or `scripts/with-postgres cargo nextest run -p office`")
        });
        let server = admin.rsplit_once('/').map_or(admin.as_str(), |(server, _)| server).to_owned();
        let mut connection = connect(&admin).await;
        let template = template(&mut connection, &server).await;
        let name = made_from(&mut connection, &template).await;
        connection.close().await.expect("an end");
        Self { admin, server, name }
    }

    /// A copy of it as it stands; nobody may be connected.
    pub(crate) async fn copy(&self) -> Self {
        let name = made_from(&mut connect(&self.admin).await, &self.name).await;
        Self { name, ..self.clone() }
    }

    /// The URLs of records, keys and log.
    pub(crate) fn urls(&self) -> [String; 3] {
        SCHEMAS.map(|(schema, _)| url(&self.server, &self.name, schema))
    }

    pub(crate) async fn drop(self) {
        run(&mut connect(&self.admin).await, format!("DROP DATABASE {} WITH (FORCE)", self.name)).await;
    }

    /// Ends every connection and lets nobody in, until [`Database::let_in`].
    pub(crate) async fn cut_off(&self) {
        let mut connection = connect(&self.admin).await;
        run(&mut connection, format!("ALTER DATABASE {} ALLOW_CONNECTIONS false", self.name)).await;
        // Each is waited for, so that none of them answers once more.
        let end = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname =";
        run(&mut connection, format!("{end} '{}'", self.name)).await;
    }

    pub(crate) async fn let_in(&self) {
        run(&mut connect(&self.admin).await, format!("ALTER DATABASE {} ALLOW_CONNECTIONS true", self.name)).await;
    }

    /// Makes the server log each statement of whoever connects from now on, with its parameters, and keep its write-ahead log while the
    /// connection that is answered lives.
    pub(crate) async fn observe(&self) -> PgConnection {
        let mut connection = connect(&self.admin).await;
        run(&mut connection, format!("ALTER DATABASE {} SET log_statement = 'all'", self.name)).await;
        run(&mut connection, format!("SELECT pg_create_physical_replication_slot('{}', true, true)", self.name)).await;
        connection
    }

    /// Where the server writes what comes into this database. Whoever runs the tests must be able to read there.
    pub(crate) async fn places(&self) -> Vec<(&'static str, PathBuf)> {
        let mut connection = connect(&self.admin).await;
        // What is still in memory only is written now.
        run(&mut connection, "CHECKPOINT".to_owned()).await;
        let directory: String =
            sqlx::query_scalar("SHOW data_directory").fetch_one(&mut connection).await.expect("the server's directory");
        let oid: i64 = sqlx::query_scalar("SELECT CAST(oid AS BIGINT) FROM pg_database WHERE datname = $1")
            .bind(&self.name)
            .fetch_one(&mut connection)
            .await
            .expect("the database's number");
        let directory = PathBuf::from(directory);
        vec![
            ("the tables", directory.join(format!("base/{oid}"))),
            ("the write-ahead log", directory.join("pg_wal")),
            ("the server's log", directory.join("log")),
        ]
    }
}

async fn made_from(admin: &mut PgConnection, template: &str) -> String {
    let unique: String =
        sqlx::query_scalar("SELECT replace(gen_random_uuid()::text, '-', '')").fetch_one(&mut *admin).await.expect("a name");
    let name = format!("ablauf_test_{unique}");
    run(admin, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    name
}

async fn connect(url: &str) -> PgConnection {
    PgConnection::connect(url).await.expect("the server that ABLAUF_TEST_POSTGRES names")
}

/// The name of the template for these migrations, made by the first test that needs it.
async fn template(admin: &mut PgConnection, server: &str) -> String {
    let mut checksums = Sha256::new();
    for migration in SCHEMAS.iter().flat_map(|(_, migrations)| migrations.iter()) {
        checksums.update(&migration.checksum);
    }
    let name = format!("ablauf_template_{}", data_encoding::HEXLOWER.encode(&checksums.finalize()[..8]));
    sqlx::query("SELECT pg_advisory_lock($1)").bind(LOCK).execute(&mut *admin).await.expect("the lock of the template");
    let made: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM pg_database WHERE datname = $1")
        .bind(&name)
        .fetch_one(&mut *admin)
        .await
        .expect("the list of databases");
    if made == 0 {
        // It gets its name once it is whole: a run that was cut short leaves no half template.
        let unfinished = format!("{name}_unfinished");
        run(admin, format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)")).await;
        run(admin, format!("CREATE DATABASE {unfinished}")).await;
        for (schema, migrations) in SCHEMAS {
            let mut inside = connect(&format!("{server}/{unfinished}")).await;
            run(&mut inside, format!("CREATE SCHEMA {schema}")).await;
            inside.close().await.expect("an end");
            Db::open(&url(server, &unfinished, schema), migrations).await.expect("the schema").close().await;
        }
        run(admin, format!("ALTER DATABASE {unfinished} RENAME TO {name}")).await;
    }
    sqlx::query("SELECT pg_advisory_unlock($1)").bind(LOCK).execute(admin).await.expect("the lock of the template");
    name
}

fn url(server: &str, database: &str, schema: &str) -> String {
    format!("{server}/{database}?options=-c%20search_path%3D{schema}")
}

async fn run(connection: &mut PgConnection, statement: String) {
    connection.execute(AssertSqlSafe(statement.clone())).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
}
