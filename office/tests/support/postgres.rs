//! One PostgreSQL database per test, copied from a template that holds the three schemas.

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
pub(super) struct Database {
    admin: PgConnection,
    server: String,
    name: String,
}

impl Database {
    pub(super) async fn create() -> Self {
        let url = std::env::var("ABLAUF_TEST_POSTGRES").unwrap_or_else(|_| {
            panic!("ABLAUF_TEST_POSTGRES names no PostgreSQL server: run the tests by `scripts/nextest`, or `scripts/with-postgres cargo nextest run -p office`")
        });
        let server = url.rsplit_once('/').map_or(url.as_str(), |(server, _)| server).to_owned();
        let mut admin = PgConnection::connect(&url).await.expect("the server that ABLAUF_TEST_POSTGRES names");
        let template = template(&mut admin, &server).await;
        let unique: String =
            sqlx::query_scalar("SELECT replace(gen_random_uuid()::text, '-', '')").fetch_one(&mut admin).await.expect("a name");
        let name = format!("ablauf_test_{unique}");
        run(&mut admin, format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        Self { admin, server, name }
    }

    /// The URLs of records, keys and log.
    pub(super) fn urls(&self) -> [String; 3] {
        SCHEMAS.map(|(schema, _)| url(&self.server, &self.name, schema))
    }

    pub(super) async fn drop(mut self) {
        run(&mut self.admin, format!("DROP DATABASE {} WITH (FORCE)", self.name)).await;
    }
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
            let mut inside = PgConnection::connect(&format!("{server}/{unfinished}")).await.expect("the new template");
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
