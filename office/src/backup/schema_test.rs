//! Whether a backup holds what the schemas have.

use std::collections::BTreeMap;

use sqlx::migrate::Migrator;

use super::tables::{ENDED, KEPT, LOG, RECORDS};
use crate::{Db, office, tables::Table};

type Columns = BTreeMap<String, char>;

/// Every table of a schema as its migrations make it, with its columns.
async fn schema(migrations: &'static Migrator) -> BTreeMap<String, Columns> {
    let directory = tempfile::tempdir().expect("a directory");
    let url = crate::store::sqlite_url(&directory.path().join("schema.db"), "mode=rwc");
    let db = Db::open(&url, migrations).await.expect("the schema");
    let columns: Vec<(String, String, String)> = sqlx::query_as(
        "SELECT t.name, c.name, c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c \
         WHERE t.type = 'table' AND t.name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND t.name NOT LIKE 'sqlite%'",
    )
    .fetch_all(db.read())
    .await
    .expect("columns");
    db.close().await;
    let mut tables: BTreeMap<String, Columns> = BTreeMap::new();
    for (table, column, kind) in columns {
        let kind = match kind.as_str() {
            "BLOB" => 'b',
            "BIGINT" => 'n',
            "TEXT" => 't',
            other => panic!("{table}.{column} is {other}: a table holds texts, numbers and bytes"),
        };
        tables.entry(table).or_default().insert(column, kind);
    }
    tables
}

fn listed(tables: &[Table]) -> BTreeMap<String, Columns> {
    tables
        .iter()
        .map(|(table, columns)| ((*table).to_owned(), columns.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect()))
        .collect()
}

#[tokio::test]
async fn a_backup_holds_every_table_of_records_and_log_and_every_column_or_says_why_not() {
    let mut records = schema(&office::RECORDS).await;
    for left_out in ENDED.iter().chain(&KEPT) {
        assert!(records.remove(*left_out).is_some(), "{left_out} is a table");
    }
    assert_eq!(records, listed(&RECORDS));
    let mut log = schema(&office::LOG).await;
    // `act`, `touch` and `indexed` are made anew from the leaves.
    for left_out in ["tick", "act", "touch", "indexed"] {
        log.remove(left_out).expect("a table");
    }
    assert_eq!(log, listed(&LOG));
}
