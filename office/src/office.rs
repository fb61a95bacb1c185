//! The office: what every use-case works with.

use std::sync::Arc;

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Staff, Subject, may},
    retention::{Due, local_date},
};
use sqlx::migrate::Migrator;

use crate::{
    Blobs, Db, Error, House, Result, Settings,
    alias::MonthKey,
    log,
    mail::Carrier,
    mirror::{self, Keys},
    providers::Provider,
    ready::Tried,
    refused::Refusals,
    store::{at, existing, ms},
};

pub(crate) static RECORDS: Migrator = sqlx::migrate!("../migrations/records");
pub(crate) static KEYS: Migrator = sqlx::migrate!("../migrations/keys");
pub(crate) static LOG: Migrator = sqlx::migrate!("../migrations/log");

/// Tells the time. Only the server and tests read a real clock.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Timestamp + Send + Sync>);

impl Clock {
    /// A clock that asks `now`.
    pub fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.0)()
    }
}

/// Fills bytes with randomness. Only the server and tests have a real source.
#[derive(Clone)]
pub struct Rng(Arc<Fill>);

type Fill = dyn Fn(&mut [u8]) + Send + Sync;

impl Rng {
    /// A source that asks `fill`, which must not return before the bytes are random.
    pub fn new(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    /// `N` random bytes.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.0)(&mut bytes);
        bytes
    }
}

impl vault::Random for Rng {
    fn fill(&self, bytes: &mut [u8]) {
        (self.0)(bytes);
    }
}

/// The office. Cheap to clone.
#[derive(Clone)]
pub struct Office {
    /// Applications and everything about them, sealed.
    pub records: Db,
    /// Record keys, and nothing else. For reading: what is written goes through `both_keys`, so that the mirror has it too.
    pub keys: Db,
    /// The key database with its mirror.
    pub(crate) both_keys: Keys,
    /// Journal and certificates.
    pub log: Db,
    /// Bulk objects, sealed.
    pub blobs: Blobs,
    /// The generation key and the keys of the house.
    pub house: Arc<House>,
    /// The instant that acts are of.
    pub clock: Clock,
    /// The clock on the wall: when something really happened, such as the death of a key, and how long a lease runs. It differs from
    /// [`Office::clock`] only in a pass that is made for another instant.
    pub(crate) wall: Clock,
    /// The source of randomness.
    pub rng: Rng,
    /// What the environment sets.
    pub settings: Arc<Settings>,
    pub(crate) tried: Tried,
    pub(crate) refusals: Refusals,
    pub(crate) months: MonthKey,
    pub(crate) carrier: Carrier,
}

impl Office {
    /// Opens the three databases, the object store and the generation key, creating what does not exist yet in an empty store.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words, if one of them cannot be opened, or if they do not belong together.
    pub async fn open(settings: Settings, clock: Clock, rng: Rng) -> Result<Self> {
        let blobs = Blobs::open(&settings)?;
        let (records, keys, log) = (
            Db::open(&settings.records_url, &RECORDS).await?,
            Db::open(&settings.keys_url, &KEYS).await?,
            Db::open(&settings.log_url, &LOG).await?,
        );
        let mirror = open_mirror(&settings).await?;
        let store = one_store(&records, &keys, &log, &blobs, &settings, &clock, &rng).await?;
        log::same_time(&records, &log).await?;
        let both_keys = Keys { main: keys.clone(), mirror };
        both_keys.claim(&store, &clock).await?;
        let house = House::open(&settings, &both_keys, store, &clock, &rng).await?;
        let (house, settings, tried) = (Arc::new(house), Arc::new(settings), Tried::default());
        let wall = clock.clone();
        let carrier = Carrier::of(settings.mail.as_ref())?;
        let office = Self {
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
            refusals: Refusals::default(),
            months: MonthKey::default(),
            carrier,
        };
        office.bring_in_line().await?;
        office.house.make_signing_key(&office.both_keys, &office.rng).await?;
        office.bury_again().await?;
        Ok(office)
    }

    /// Opens what there is for a restore into the store of that id: its key database and generation key must be there; records, log and
    /// objects may be lost.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words, if something else is there instead.
    pub(crate) async fn open_to_restore(settings: Settings, clock: Clock, rng: Rng, store: &str) -> Result<Self> {
        let keys = Db::open(&existing(&settings.keys_url), &KEYS).await.map_err(|error| no_keys(&error.to_string()))?;
        let house = house_to_read(&settings, &keys, store, &clock, &rng).await?;
        let both_keys = Keys { main: keys.clone(), mirror: open_mirror(&settings).await? };
        both_keys.claim(store, &clock).await?;
        let (records, log) = (Db::open(&settings.records_url, &RECORDS).await?, Db::open(&settings.log_url, &LOG).await?);
        for (name, db) in [("records", &records), ("log", &log)] {
            let id: Option<String> = sqlx::query_scalar("SELECT id FROM store").fetch_optional(db.read()).await?;
            if id.is_some_and(|id| id != store) {
                return Err(Error::Unavailable(format!("the {name} database belongs to another store; check its URL")));
            }
        }
        let blobs = Blobs::open(&settings)?;
        let fits = match blobs.claimed().await? {
            Some(claimed) => claimed == store,
            None => blobs.is_empty().await?,
        };
        if !fits {
            return Err(Error::Unavailable("the object store belongs to another store; check its URL".to_owned()));
        }
        let (house, settings, tried) = (Arc::new(house), Arc::new(settings), Tried::default());
        let wall = clock.clone();
        let carrier = Carrier::of(settings.mail.as_ref())?;
        let office = Self {
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
            refusals: Refusals::default(),
            months: MonthKey::default(),
            carrier,
        };
        // An older copy of the key database than the mirror is refused here.
        office.bring_in_line().await?;
        Ok(office)
    }

    /// The same office, which sends no mail: for seeding, whose people are invented.
    #[must_use]
    pub fn without_mail(&self) -> Self {
        Self { carrier: Carrier::Nobody, ..self.clone() }
    }

    /// The same office by another clock: for seeding.
    #[must_use]
    pub fn with_clock(&self, clock: Clock) -> Self {
        Self { wall: clock.clone(), clock, ..self.clone() }
    }

    /// The same office as if it were another instant: for `sweep --now`. What really happens in it is noted by the clock on the wall.
    #[must_use]
    pub fn as_of(&self, now: Timestamp) -> Self {
        Self { clock: Clock::new(move || now), ..self.clone() }
    }

    /// The instant.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The calendar day, where the employer is.
    #[must_use]
    pub fn today(&self) -> jiff::civil::Date {
        local_date(self.now(), &self.settings.zone)
    }

    /// A stored erasure instant with the last day before it.
    pub(crate) fn due_at(&self, due_at: i64) -> Due {
        let erased_from = at(due_at);
        let last_day = local_date(erased_from, &self.settings.zone).yesterday().unwrap_or(jiff::civil::Date::MIN);
        Due { last_day, erased_from }
    }

    /// An identifier for a row that no URL names.
    pub(crate) fn row_id(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.rng.bytes::<16>())
    }

    /// The one decision, and who was let through.
    pub(crate) fn allow<'a>(&self, actor: &'a Actor, action: Action, subject: Subject<'_>) -> Result<&'a Staff> {
        may(actor, action, subject, self.now())?;
        match actor {
            Actor::Staff(staff) => Ok(staff),
            Actor::Anonymous => Err(Error::Forbidden(rules::access::Denied::SignIn)),
        }
    }

    /// Whether the person may do `action` at all: for what a page offers.
    #[must_use]
    pub fn allowed(&self, actor: &Actor, action: Action) -> bool {
        may(actor, action, Subject::House, self.now()).is_ok()
    }

    /// Closes every connection.
    pub async fn close(&self) {
        self.records.close().await;
        for keys in self.both_keys.each() {
            keys.close().await;
        }
        self.log.close().await;
    }
}

async fn open_mirror(settings: &Settings) -> Result<Option<Db>> {
    let Some(url) = &settings.keys_mirror_url else { return Ok(None) };
    mirror::apart(url, &settings.keys_url, &settings.generation_key_file)?;
    Db::open(url, &KEYS).await.map(Some).map_err(mirror::of_the_mirror)
}

/// The keys of the house of that store, from a key database that must have them; nothing is made.
pub(crate) async fn house_to_read(settings: &Settings, keys: &Db, store: &str, clock: &Clock, rng: &Rng) -> Result<House> {
    let found: Result<Option<(String, i64)>, _> =
        sqlx::query_as("SELECT s.id, (SELECT COUNT(*) FROM generation WHERE retired_at IS NULL) FROM store s")
            .fetch_optional(keys.read())
            .await;
    match found {
        Ok(Some((id, _))) if id != store => {
            Err(Error::Unavailable("the backup belongs to another store than the key database; check its URL".to_owned()))
        }
        Ok(Some((_, 1))) => {
            let keys = Keys { main: keys.clone(), mirror: None };
            House::open(settings, &keys, store.to_owned(), clock, rng).await
        }
        // Without its tables it is as empty as without rows.
        Ok(_) | Err(sqlx::Error::Database(_)) => Err(no_keys("it is empty")),
        Err(error) => Err(error.into()),
    }
}

fn no_keys(why: &str) -> Error {
    Error::Unavailable(format!(
        "the key database cannot be used ({why}). No backup holds keys: put the newest copy of the key database in its place first"
    ))
}

/// Compares the store id in the three databases, so that no records meet another store's keys; writes one into three empty databases.
async fn one_store(
    records: &Db,
    keys: &Db,
    log: &Db,
    blobs: &Blobs,
    settings: &Settings,
    clock: &Clock,
    rng: &Rng,
) -> Result<String> {
    let mut ids = Vec::new();
    for (name, db) in [("records", records), ("keys", keys), ("log", log)] {
        let id: Option<(String,)> = sqlx::query_as("SELECT id FROM store").fetch_optional(db.read()).await?;
        ids.push((name, db, id.map(|(id,)| id)));
    }
    let known: Vec<&String> = ids.iter().filter_map(|(_, _, id)| id.as_ref()).collect();
    let store = known.first().map_or_else(|| data_encoding::HEXLOWER.encode(&rng.bytes::<16>()), |id| (*id).clone());
    if known.iter().any(|id| **id != store) {
        return Err(Error::Unavailable(
            "records, keys and log belong to different stores; check the three database URLs".to_owned(),
        ));
    }
    // Three empty databases beside an object store that is not empty, or beside a generation key, are three wrong URLs: what the
    // records do not know, the sweep would delete.
    let claimed = blobs.claimed().await?;
    if known.is_empty() && (claimed.is_some() || !blobs.is_empty().await?) {
        return Err(Error::Unavailable(
            "the databases are empty while the object store is not; check the three database URLs and the object store's"
                .to_owned(),
        ));
    }
    if known.is_empty() && Provider::of(settings)?.left_over() {
        return Err(Error::Unavailable(
            "the databases are empty while the generation key file is there; check the three database URLs, or move the file away".to_owned(),
        ));
    }
    // Keys without records, or the reverse, is a wrong URL more often than a first start that was cut short; the latter leaves
    // no rows but the store's own.
    for (name, db, id) in &ids {
        if id.is_none() {
            if !known.is_empty() && has_rows(records, keys, log).await? {
                return Err(Error::Unavailable(format!("the {name} database is empty while the others are not; check its URL")));
            }
            let mut tx = db.write().await?;
            sqlx::query("INSERT INTO store (id, created_at) VALUES ($1, $2)")
                .bind(&store)
                .bind(ms(clock.now()))
                .execute(&mut *tx)
                .await?;
            tx.commit().await?;
        }
    }
    match claimed {
        Some(claimed) if claimed != store => {
            return Err(Error::Unavailable("the object store belongs to another store; check its URL".to_owned()));
        }
        None if has_objects(records).await? => {
            return Err(Error::Unavailable("the object store is empty while the records name objects; check its URL".to_owned()));
        }
        Some(_) => {}
        None => blobs.claim(&store).await?,
    }
    Ok(store)
}

async fn has_objects(records: &Db) -> Result<bool> {
    let objects: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM object").fetch_one(records.read()).await?;
    Ok(objects > 0)
}

async fn has_rows(records: &Db, keys: &Db, log: &Db) -> Result<bool> {
    let mut rows = 0;
    for (db, query) in
        [(records, "SELECT COUNT(*) FROM account"), (keys, "SELECT COUNT(*) FROM generation"), (log, "SELECT COUNT(*) FROM leaf")]
    {
        let count: i64 = sqlx::query_scalar(query).fetch_one(db.read()).await?;
        rows += count;
    }
    Ok(rows > 0)
}
