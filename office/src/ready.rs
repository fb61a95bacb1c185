//! Whether every store takes what the next applicant sends.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, Timestamp};
use tokio::{sync::Mutex, time::timeout};

use crate::{Db, Error, Office, Result, store::ms};

/// So long the answer of a written try stands: anybody may ask, and must not make the house write each time.
const STANDS: SignedDuration = SignedDuration::from_secs(30);
/// A store that has not answered by then is not ready.
const PATIENCE: Duration = Duration::from_secs(5);

/// When every store was last written to for a try, and the first that did not take it.
pub(crate) type Tried = Arc<Mutex<Option<(Timestamp, Result<(), &'static str>)>>>;

impl Office {
    /// Whether every store can be read now, and could be written to within the last half minute. Anybody may ask.
    ///
    /// Reading alone would call a full disk ready, and a database that was opened for reading only. So each database gets a new instant
    /// in its table `tick`, and the object store a small object, which is deleted again.
    ///
    /// # Errors
    /// The first store that is not ready: `records`, `keys`, `mirror` (of the keys), `log` or `objects`. Why, goes to the operator's log.
    pub async fn ready(&self) -> Result<(), &'static str> {
        for (store, db) in self.databases() {
            in_time(store, self.read_store_id(db)).await?;
        }
        in_time("objects", self.read_claim()).await?;
        let mut tried = self.tried.clone().lock_owned().await;
        match *tried {
            Some((at, outcome)) if (SignedDuration::ZERO..STANDS).contains(&self.now().duration_since(at)) => outcome,
            _ => {
                let office = self.clone();
                // In a task, to its end: whoever asks and hangs up before the answer does not make the house write more often.
                let trying = tokio::spawn(async move {
                    let outcome = office.write_everywhere().await;
                    *tried = Some((office.now(), outcome));
                    outcome
                });
                trying.await.unwrap_or(Err("process"))
            }
        }
    }

    fn databases(&self) -> impl Iterator<Item = (&'static str, &Db)> {
        let mirror = self.both_keys.mirror.as_ref().map(|mirror| ("mirror", mirror));
        [("records", &self.records), ("keys", &self.keys), ("log", &self.log)].into_iter().chain(mirror)
    }

    async fn read_store_id(&self, db: &Db) -> Result<()> {
        let store: Option<String> = sqlx::query_scalar("SELECT id FROM store").fetch_optional(db.read()).await?;
        self.is_ours(store)
    }

    async fn read_claim(&self) -> Result<()> {
        self.is_ours(self.blobs.claimed().await?)
    }

    fn is_ours(&self, store: Option<String>) -> Result<()> {
        match store {
            Some(id) if id == self.house.store => Ok(()),
            _ => Err(Error::Unavailable("the store id is missing, or another's".to_owned())),
        }
    }

    async fn write_everywhere(&self) -> Result<(), &'static str> {
        for (store, db) in self.databases() {
            in_time(store, self.write_tick(db)).await?;
        }
        in_time("objects", self.blobs.ready()).await
    }

    /// Writes what was not there before: SQLite leaves out a write that changes nothing, and one that is undone needs no disk.
    pub(crate) async fn write_tick(&self, db: &Db) -> Result<()> {
        let mut tx = db.write().await?;
        sqlx::query("INSERT INTO tick (name, at) VALUES ('ready', $1) ON CONFLICT (name) DO UPDATE SET at = excluded.at")
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }
}

async fn in_time(store: &'static str, answer: impl Future<Output = Result<()>>) -> Result<(), &'static str> {
    let why = match timeout(PATIENCE, answer).await {
        Ok(Ok(())) => return Ok(()),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "no answer in time".to_owned(),
    };
    tracing::error!(store, why, "not ready");
    Err(store)
}
