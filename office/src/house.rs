//! The keys of the house: the generation key, which seals every other key, and what is sealed under it for the house itself.

use std::{
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};

use vault::{GenerationKey, MacKey, RecordKey, key_file};

use crate::{Clock, Db, Error, Result, Rng, Settings, store::ms};

/// A generation key with the name under which the key database knows it.
pub(crate) struct Generation {
    pub(crate) id: String,
    pub(crate) key: GenerationKey,
}

/// The generations that are open: the living one, and while the generation turns the one before.
#[derive(Clone)]
struct Open {
    living: Arc<Generation>,
    before: Option<Arc<Generation>>,
}

/// The keys of the house, open.
pub struct House {
    /// The id that records, keys and log share.
    pub store: String,
    /// For hashes of e-mail addresses, receipt codes and tries.
    pub(crate) mac: MacKey,
    open: RwLock<Open>,
}

impl House {
    /// Reads the generation key, or makes the first one in an empty key database.
    pub(crate) async fn open(settings: &Settings, keys: &Db, store: String, clock: &Clock, rng: &Rng) -> Result<Self> {
        let path = &settings.generation_key_file;
        if living(keys).await?.is_none() {
            let mac = create(path, keys, &store, clock, rng).await?;
            return Ok(Self { store, mac, open: RwLock::new(read(path, keys).await?) });
        }
        let open = read(path, keys).await?;
        let row: Option<(String, Vec<u8>)> =
            sqlx::query_as("SELECT generation_id, wrapped FROM house_key WHERE name = 'mac'").fetch_optional(keys.read()).await?;
        let (generation, wrapped) =
            row.ok_or_else(|| Error::Unavailable("the key database has lost the key of the house".to_owned()))?;
        let generation = open.find(&generation).ok_or_else(another_generation)?;
        let mac = generation.key.unwrap_mac_key(&wrapped, &store)?;
        Ok(Self { store, mac, open: RwLock::new(open) })
    }

    /// The generation under which keys are sealed now.
    pub(crate) fn living(&self) -> Arc<Generation> {
        self.opened().living
    }

    /// The generation that the living one takes over from, while it turns.
    pub(crate) fn before(&self) -> Option<Arc<Generation>> {
        self.opened().before
    }

    /// Whether the generation of that id is open here.
    pub(crate) fn knows(&self, generation: &str) -> bool {
        self.opened().find(generation).is_some()
    }

    /// Reads the key files again: another process, or this one, has turned the generation. What is no longer there is forgotten.
    pub(crate) async fn refresh(&self, settings: &Settings, keys: &Db) -> Result<()> {
        let path = &settings.generation_key_file;
        let open = match read(path, keys).await {
            Ok(open) => open,
            // A turn may have moved the files between the look at the database and the look at them.
            Err(_) => read(path, keys).await?,
        };
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = open;
        Ok(())
    }

    /// Opens a record key or an intake key that stands under one of the open generations.
    pub(crate) fn unwrap(&self, id: &str, generation: &str, wrapped: &[u8]) -> Result<RecordKey> {
        let generation = self.opened().find(generation).ok_or_else(another_generation)?;
        Ok(generation.key.unwrap_record_key(wrapped, &self.store, id)?)
    }

    fn opened(&self) -> Open {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Open {
    fn find(&self, id: &str) -> Option<Arc<Generation>> {
        [Some(&self.living), self.before.as_ref()].into_iter().flatten().find(|generation| generation.id == id).cloned()
    }
}

/// The id of the living generation.
async fn living(keys: &Db) -> Result<Option<String>> {
    Ok(sqlx::query_scalar("SELECT id FROM generation WHERE retired_at IS NULL").fetch_optional(keys.read()).await?)
}

/// Opens what the key files hold and the key database knows.
async fn read(path: &Path, keys: &Db) -> Result<Open> {
    let known: Vec<(String, Option<i64>)> =
        sqlx::query_as("SELECT id, retired_at FROM generation").fetch_all(keys.read()).await?;
    let mut files = vec![key_file::read(path).map_err(in_words)?];
    let next = key_file::next(path);
    if next.exists() {
        files.push(key_file::read(&next).map_err(in_words)?);
    }
    let (mut living, mut before) = (None, None);
    for (id, key) in files {
        match known.iter().find(|(known, _)| *known == id) {
            Some((_, None)) => living = Some(Arc::new(Generation { id, key })),
            Some((_, Some(_))) => before = Some(Arc::new(Generation { id, key })),
            // Made for a turn that never began, or left by one that has ended: nothing is sealed under it.
            None => {}
        }
    }
    let living = living.ok_or_else(another_generation)?;
    if before.is_none() && known.iter().any(|(_, retired)| retired.is_some()) {
        return Err(Error::Unavailable(
            "the generation is being turned, and the key file of the one before is missing".to_owned(),
        ));
    }
    Ok(Open { living, before })
}

async fn create(path: &Path, keys: &Db, store: &str, clock: &Clock, rng: &Rng) -> Result<MacKey> {
    // A start that was cut short between file and row left a key that seals nothing: it is taken up again.
    let (id, key) = if path.exists() {
        key_file::read(path).map_err(in_words)?
    } else {
        if let Some(directory) = path.parent() {
            std::fs::create_dir_all(directory)
                .map_err(|e| Error::Unavailable(format!("directory of the generation key: {}", e.kind())))?;
        }
        new_key_file(path, rng)?
    };
    let mac = MacKey::generate(rng);
    let mut tx = keys.write().await?;
    sqlx::query("INSERT INTO generation (id, created_at) VALUES ($1, $2)")
        .bind(&id)
        .bind(ms(clock.now()))
        .execute(&mut *tx)
        .await?;
    sqlx::query("INSERT INTO house_key (name, generation_id, wrapped) VALUES ('mac', $1, $2)")
        .bind(&id)
        .bind(key.wrap_mac_key(&mac, store, rng))
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(mac)
}

/// Draws a generation key and writes it into a file of its own; answers its id too.
pub(crate) fn new_key_file(path: &Path, rng: &Rng) -> Result<(String, GenerationKey)> {
    let (id, key) = (data_encoding::HEXLOWER.encode(&rng.bytes::<16>()), GenerationKey::generate(rng));
    key_file::create(path, &id, &key).map_err(in_words)?;
    Ok((id, key))
}

fn another_generation() -> Error {
    Error::Unavailable("the generation key file holds another generation than the key database".to_owned())
}

pub(crate) fn in_words(error: key_file::KeyFileError) -> Error {
    Error::Unavailable(format!("generation key: {error}"))
}
