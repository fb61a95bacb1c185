//! Whether the house is ready: each database must take a write.

use crate::support;

use jiff::SignedDuration;
use office::Db;
use support::{TestOffice, both_engines};

/// Lets a database only be read, or written to again, by every connection of its pool.
async fn read_only(db: &Db, on: bool) {
    let mut connections = Vec::new();
    for _ in 0..8 {
        connections.push(db.read().acquire().await.expect("a connection"));
    }
    for connection in &mut connections {
        let statement = match (connection.backend_name(), on) {
            ("SQLite", true) => "PRAGMA query_only = ON",
            ("SQLite", false) => "PRAGMA query_only = OFF",
            (_, true) => "SET default_transaction_read_only = on",
            (_, false) => "SET default_transaction_read_only = off",
        };
        sqlx::query(statement).execute(&mut **connection).await.expect("set");
    }
}

async fn tick(db: &Db) -> Option<i64> {
    sqlx::query_scalar("SELECT at FROM tick WHERE name = 'ready'").fetch_optional(db.read()).await.expect("a tick")
}

fn databases(office: &TestOffice) -> [(&'static str, Db); 3] {
    [("records", office.records.clone()), ("keys", office.keys.clone()), ("log", office.log.clone())]
}

both_engines!(a_database_that_takes_no_write_is_named_until_it_does_again, |office| async move {
    assert_eq!(office.ready().await, Ok(()));
    for (name, db) in databases(&office) {
        read_only(&db, true).await;
        office.pass(SignedDuration::from_secs(30));
        assert_eq!(office.ready().await, Err(name));
        read_only(&db, false).await;
        office.pass(SignedDuration::from_secs(30));
        assert_eq!(office.ready().await, Ok(()), "{name} takes a write again");
    }
});

both_engines!(however_often_somebody_asks_each_database_is_written_to_once_in_half_a_minute, |office| async move {
    assert_eq!(office.ready().await, Ok(()));
    let databases = databases(&office);
    let first = [tick(&databases[0].1).await, tick(&databases[1].1).await, tick(&databases[2].1).await];
    assert!(first.iter().all(Option::is_some), "every database was written to: {first:?}");
    for seconds in [0, 1, 28] {
        office.pass(SignedDuration::from_secs(seconds));
        assert_eq!(office.ready().await, Ok(()));
        for ((name, db), first) in databases.iter().zip(first) {
            assert_eq!(tick(db).await, first, "{name} was written to again");
        }
    }
    office.pass(SignedDuration::from_secs(1));
    assert_eq!(office.ready().await, Ok(()));
    for ((name, db), first) in databases.iter().zip(first) {
        assert!(tick(db).await > first, "{name} was not written to");
    }
});
