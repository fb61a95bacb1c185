//! Opens the store as it is, to look at it or to repair it: nothing is made, brought in line or destroyed, as every other start does.

use std::{path::Path, sync::Arc};

use sqlx::migrate::Migrator;

use crate::{
    Blobs, Clock, Db, Error, House, Office, Result, Rng, Settings,
    alias::MonthKey,
    mail::Carrier,
    mirror::Keys,
    office::{KEYS, LOG, RECORDS},
    refused::Refusals,
    store::existing,
};

/// An office that only reads, beside whoever serves. An operator calls this, for [`Office::fsck`].
///
/// # Errors
/// [`Error::Unavailable`] in words, if a part cannot be opened, is of an older program, or belongs to another store.
pub async fn open_to_look(settings: Settings, clock: Clock, rng: Rng) -> Result<Office> {
    open(settings, clock, rng, How::Look).await
}

/// An office for [`Office::repair`].
///
/// # Errors
/// As [`open_to_look`].
pub async fn open_to_repair(settings: Settings, clock: Clock, rng: Rng) -> Result<Office> {
    open(settings, clock, rng, How::Repair).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Look,
    Repair,
}

async fn open(settings: Settings, clock: Clock, rng: Rng, how: How) -> Result<Office> {
    let (records, keys, log) = (
        database(&settings.records_url, "records", &RECORDS, how).await?,
        database(&settings.keys_url, "keys", &KEYS, how).await?,
        database(&settings.log_url, "log", &LOG, how).await?,
    );
    let mirror = match &settings.keys_mirror_url {
        Some(url) => Some(database(url, "mirror", &KEYS, how).await?),
        None => None,
    };
    // Opening a local object store would make its directory.
    if settings.objects_url.strip_prefix("file:").is_some_and(|directory| !Path::new(directory).is_dir()) {
        return Err(Error::Unavailable("the object store's directory is not there".to_owned()));
    }
    let blobs = Blobs::open(&settings)?;
    let mut ids = vec![("objects", blobs.claimed().await?)];
    for (name, db) in [("records", &records), ("log", &log)].into_iter().chain(mirror.as_ref().map(|db| ("mirror", db))) {
        ids.push((name, sqlx::query_scalar("SELECT id FROM store").fetch_optional(db.read()).await?));
    }
    let store: Option<String> = sqlx::query_scalar("SELECT id FROM store").fetch_optional(keys.read()).await?;
    let store = store.ok_or_else(|| Error::Unavailable("there is no store yet in the key database; check its URL".to_owned()))?;
    if let Some((name, _)) = ids.iter().find(|(_, id)| id.as_ref() != Some(&store)) {
        return Err(Error::Unavailable(format!("keys and {name} do not belong to one store; check the URLs")));
    }
    let house = House::open_to_read(&settings, &keys, store).await?;
    let both_keys = Keys { main: keys.clone(), mirror };
    let (house, settings, tried, wall) = (Arc::new(house), Arc::new(settings), Default::default(), clock.clone());
    let (refusals, months) = (Refusals::default(), MonthKey::default());
    Ok(Office {
        records,
        keys,
        both_keys,
        log,
        blobs,
        house,
        clock,
        wall,
        rng,
        settings,
        tried,
        refusals,
        months,
        carrier: Carrier::Nobody,
    })
}

async fn database(url: &str, name: &str, migrations: &'static Migrator, how: How) -> Result<Db> {
    let in_words = |error: Error| Error::Unavailable(format!("the {name} database: {}", error.words()));
    let db = Db::open_to_read(url).await.map_err(in_words)?;
    let applied: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM _sqlx_migrations").fetch_one(db.read()).await.unwrap_or(0);
    if usize::try_from(applied) != Ok(migrations.iter().count()) {
        return Err(Error::Unavailable(format!(
            "the {name} database is empty, or its schema is not this program's: check its URL; a start of the process that serves brings an \
             older schema up to date"
        )));
    }
    if how == How::Look {
        return Ok(db);
    }
    db.close().await;
    Db::open(&existing(url), migrations).await.map_err(in_words)
}
