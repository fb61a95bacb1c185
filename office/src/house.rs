//! The keys of the house: the generation key, which seals every other key, and what is sealed under it for the house itself.

use std::path::Path;

use vault::{GenerationKey, MacKey, key_file};

use crate::{Clock, Db, Error, Result, Rng, Settings, store::ms};

/// The keys of the house, open.
pub struct House {
    /// The id that records, keys and log share.
    pub store: String,
    /// The living generation.
    pub(crate) generation_id: String,
    /// Its key.
    pub(crate) generation: GenerationKey,
    /// For hashes of e-mail addresses, receipt codes and tries.
    pub(crate) mac: MacKey,
}

impl House {
    /// Reads the generation key, or makes the first one in an empty key database.
    pub(crate) async fn open(settings: &Settings, keys: &Db, store: String, clock: &Clock, rng: &Rng) -> Result<Self> {
        let living: Option<(String,)> =
            sqlx::query_as("SELECT id FROM generation WHERE retired_at IS NULL").fetch_optional(keys.read()).await?;
        match living {
            Some((id,)) => Self::read(&settings.generation_key_file, keys, store, &id).await,
            None => Self::create(&settings.generation_key_file, keys, store, clock, rng).await,
        }
    }

    async fn read(path: &Path, keys: &Db, store: String, id: &str) -> Result<Self> {
        let (generation_id, generation) = key_file::read(path).map_err(in_words)?;
        if generation_id != id {
            return Err(Error::Unavailable("the generation key file holds another generation than the key database".to_owned()));
        }
        let wrapped: Option<Vec<u8>> =
            sqlx::query_scalar("SELECT wrapped FROM house_key WHERE name = 'mac'").fetch_optional(keys.read()).await?;
        let wrapped = wrapped.ok_or_else(|| Error::Unavailable("the key database has lost the key of the house".to_owned()))?;
        let mac = generation.unwrap_mac_key(&wrapped, &store)?;
        Ok(Self { store, generation_id, generation, mac })
    }

    async fn create(path: &Path, keys: &Db, store: String, clock: &Clock, rng: &Rng) -> Result<Self> {
        // A start that was cut short between file and row left a key that seals nothing: it is taken up again.
        let (generation_id, generation) = if path.exists() {
            key_file::read(path).map_err(in_words)?
        } else {
            let (id, key) = (data_encoding::HEXLOWER.encode(&rng.bytes::<16>()), GenerationKey::generate(rng));
            if let Some(directory) = path.parent() {
                std::fs::create_dir_all(directory)
                    .map_err(|e| Error::Unavailable(format!("directory of the generation key: {}", e.kind())))?;
            }
            key_file::create(path, &id, &key).map_err(in_words)?;
            (id, key)
        };
        let mac = MacKey::generate(rng);
        let mut tx = keys.write().await?;
        sqlx::query("INSERT INTO generation (id, created_at) VALUES ($1, $2)")
            .bind(&generation_id)
            .bind(ms(clock.now()))
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO house_key (name, generation_id, wrapped) VALUES ('mac', $1, $2)")
            .bind(&generation_id)
            .bind(generation.wrap_mac_key(&mac, &store, rng))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(Self { store, generation_id, generation, mac })
    }
}

fn in_words(error: key_file::KeyFileError) -> Error {
    Error::Unavailable(format!("generation key: {error}"))
}
