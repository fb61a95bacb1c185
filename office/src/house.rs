//! The keys of the house: the generation key, which seals every other key, and what is sealed under it for the house itself.

use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use vault::{GenerationKey, MacKey, RecordKey, SigningKey};

use crate::{Clock, Db, Error, Result, Rng, Settings, mirror::Keys, providers::Provider, store::ms};

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
    /// Signs the checkpoints of the log. A store from before there was one gets it with its next start.
    signing: OnceLock<SigningKey>,
    pub(crate) provider: Provider,
    open: RwLock<Open>,
    /// When the operator was last told that a turn waits for them.
    told: Mutex<Option<Timestamp>>,
}

/// The names of the house's keys in the key database.
const MAC: &str = "mac";
const SIGNING: &str = "signing";
const HOUSE_KEY: &str = "SELECT generation_id, wrapped FROM house_key WHERE name = $1";

/// The operator is told once a day what a turn waits for.
const TELL: SignedDuration = SignedDuration::from_hours(24);

impl House {
    /// Reads the generation key, or takes the first one for an empty key database.
    pub(crate) async fn open(settings: &Settings, keys: &Keys, store: String, clock: &Clock, rng: &Rng) -> Result<Self> {
        let generations: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM generation").fetch_one(keys.main.read()).await?;
        if generations == 0 {
            create(&Provider::of(settings)?, keys, &store, clock, rng).await?;
        }
        let house = Self::open_to_read(settings, &keys.main, store).await?;
        house.provider.tidy()?;
        Ok(house)
    }

    /// Reads the generation key and makes nothing.
    pub(crate) async fn open_to_read(settings: &Settings, keys: &Db, store: String) -> Result<Self> {
        let provider = Provider::of(settings)?;
        let open = read(&provider, keys, &store, None).await?;
        let (under, mac) = stored(keys, &open, MAC)
            .await?
            .ok_or_else(|| Error::Unavailable("the key database has lost the key of the house".to_owned()))?;
        let mac = under.key.unwrap_mac_key(&mac, &store)?;
        let signing = match stored(keys, &open, SIGNING).await? {
            Some((under, key)) => under.key.unwrap_signing_key(&key, &store)?.into(),
            None => OnceLock::new(),
        };
        Ok(Self { store, mac, signing, provider, open: RwLock::new(open), told: Mutex::default() })
    }

    /// Makes the key that signs checkpoints, if there is none yet; key database and mirror must be in line. Of processes that start at
    /// once, one makes it.
    pub(crate) async fn make_signing_key(&self, keys: &Keys, rng: &Rng) -> Result<()> {
        if self.signing.get().is_some() {
            return Ok(());
        }
        let living = self.living();
        // What only the mirror got before a crash is taken over.
        let there: Option<(String, Vec<u8>)> = match &keys.mirror {
            Some(mirror) => sqlx::query_as(HOUSE_KEY).bind(SIGNING).fetch_optional(mirror.read()).await?,
            None => None,
        };
        let (generation, wrapped) = there
            .unwrap_or_else(|| (living.id.clone(), living.key.wrap_signing_key(&SigningKey::generate(rng), &self.store, rng)));
        let mut tx = keys.write().await?;
        tx.run(|| {
            sqlx::query("INSERT INTO house_key (name, generation_id, wrapped) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING")
                .bind(SIGNING)
                .bind(&generation)
                .bind(&wrapped)
        })
        .await?;
        tx.commit().await?;
        let (under, wrapped) = stored(&keys.main, &self.opened(), SIGNING).await?.ok_or_else(another_generation)?;
        let key = under.key.unwrap_signing_key(&wrapped, &self.store)?;
        self.signing.get_or_init(|| key);
        Ok(())
    }

    /// The key that signs the checkpoints of the log.
    ///
    /// # Errors
    /// [`Error::Unavailable`] while there is none.
    pub(crate) fn signing(&self) -> Result<&SigningKey> {
        let none = || Error::Unavailable("the key that signs the log's checkpoints is made with the next start".to_owned());
        self.signing.get().ok_or_else(none)
    }

    /// The keys of the house by name, each sealed anew under a generation.
    pub(crate) fn sealed_under(&self, generation: &Generation, rng: &Rng) -> Vec<(&'static str, Vec<u8>)> {
        let mac = generation.key.wrap_mac_key(&self.mac, &self.store, rng);
        let signing = self.signing.get().map(|key| (SIGNING, generation.key.wrap_signing_key(key, &self.store, rng)));
        [(MAC, mac)].into_iter().chain(signing).collect()
    }

    /// The generation under which keys are sealed now.
    pub(crate) fn living(&self) -> Arc<Generation> {
        self.opened().living
    }

    /// Whether the generation of that id is open here.
    pub(crate) fn knows(&self, generation: &str) -> bool {
        self.opened().find(generation).is_some()
    }

    /// Asks for the keys again: another process, or this one, has turned the generation. What is no longer there is forgotten.
    pub(crate) async fn refresh(&self, keys: &Db) -> Result<()> {
        let opened = self.opened();
        let open = match read(&self.provider, keys, &self.store, Some(&opened)).await {
            Ok(open) => open,
            // A turn may have moved the files between the look at the database and the look at them.
            Err(_) => read(&self.provider, keys, &self.store, Some(&opened)).await?,
        };
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = open;
        Ok(())
    }

    /// Opens a record key or an intake key that stands under one of the open generations.
    pub(crate) fn unwrap(&self, id: &str, generation: &str, wrapped: &[u8]) -> Result<RecordKey> {
        let generation = self.opened().find(generation).ok_or_else(another_generation)?;
        Ok(generation.key.unwrap_record_key(wrapped, &self.store, id)?)
    }

    /// Whether it is time to tell the operator (again) that a turn waits for them.
    pub(crate) fn tell(&self, now: Timestamp) -> bool {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        let tell = told.is_none_or(|told| now.duration_since(told) >= TELL || now < told);
        if tell {
            *told = Some(now);
        }
        tell
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

/// Opens what the provider holds and the key database knows. What was open before is not asked for again.
async fn read(provider: &Provider, keys: &Db, store: &str, opened: Option<&Open>) -> Result<Open> {
    let known: Vec<(String, Option<i64>)> =
        sqlx::query_as("SELECT id, retired_at FROM generation").fetch_all(keys.read()).await?;
    let (mut living, mut before) = (None, None);
    for line in provider.lines()? {
        let id = line.id().to_owned();
        // One that is not known was made for a turn that never began, or left by one that has ended: nothing is sealed under it.
        let Some((_, retired)) = known.iter().find(|(known, _)| *known == id) else { continue };
        let generation = match opened.and_then(|opened| opened.find(&id)) {
            Some(generation) => generation,
            None => Arc::new(Generation { key: provider.open(line, store).await?, id }),
        };
        *(if retired.is_none() { &mut living } else { &mut before }) = Some(generation);
    }
    let living = living.ok_or_else(another_generation)?;
    if before.is_none() && known.iter().any(|(_, retired)| retired.is_some()) && anything_before(keys).await? {
        return Err(Error::Unavailable("the generation is being turned, and the key of the one before is missing".to_owned()));
    }
    Ok(Open { living, before })
}

/// Whether any key is still sealed under the generation before.
async fn anything_before(keys: &Db) -> Result<bool> {
    let count: i64 = sqlx::query_scalar(
        "SELECT (SELECT COUNT(*) FROM rk k JOIN generation g ON g.id = k.generation_id WHERE g.retired_at IS NOT NULL) \
         + (SELECT COUNT(*) FROM intake_key k JOIN generation g ON g.id = k.generation_id WHERE g.retired_at IS NOT NULL) \
         + (SELECT COUNT(*) FROM house_key k JOIN generation g ON g.id = k.generation_id WHERE g.retired_at IS NOT NULL) \
         + (SELECT COUNT(*) FROM journal_month k JOIN generation g ON g.id = k.generation_id WHERE g.retired_at IS NOT NULL)",
    )
    .fetch_one(keys.read())
    .await?;
    Ok(count > 0)
}

/// A key of the house, sealed, with the generation that it stands under.
async fn stored(keys: &Db, open: &Open, name: &str) -> Result<Option<(Arc<Generation>, Vec<u8>)>> {
    let row: Option<(String, Vec<u8>)> = sqlx::query_as(HOUSE_KEY).bind(name).fetch_optional(keys.read()).await?;
    let Some((generation, wrapped)) = row else { return Ok(None) };
    Ok(Some((open.find(&generation).ok_or_else(another_generation)?, wrapped)))
}

async fn create(provider: &Provider, keys: &Keys, store: &str, clock: &Clock, rng: &Rng) -> Result<()> {
    if let Some(mirror) = &keys.mirror {
        let held: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM rk").fetch_one(mirror.read()).await?;
        if held > 0 {
            return Err(Error::Unavailable(format!(
                "the key database is empty while its mirror holds {held} key(s): start with the mirror as ABLAUF_KEYS_URL"
            )));
        }
    }
    // A start that was cut short between key and row left a key that seals nothing: it is taken up again.
    let (id, key) = provider.first(store, rng).await?;
    let mac = MacKey::generate(rng);
    let (wrapped, now) = (key.wrap_mac_key(&mac, store, rng), ms(clock.now()));
    let mut tx = keys.write().await?;
    tx.run(|| {
        sqlx::query("INSERT INTO generation (id, created_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING").bind(&id).bind(now)
    })
    .await?;
    tx.run(|| {
        sqlx::query(
            "INSERT INTO house_key (name, generation_id, wrapped) VALUES ('mac', $1, $2) \
             ON CONFLICT (name) DO UPDATE SET generation_id = excluded.generation_id, wrapped = excluded.wrapped",
        )
        .bind(&id)
        .bind(&wrapped)
    })
    .await?;
    tx.commit().await
}

pub(crate) fn another_generation() -> Error {
    Error::Unavailable("the generation key that is there is of another generation than the key database".to_owned())
}
