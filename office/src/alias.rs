//! Who of the staff it was, in the journal: no account, but an alias that the key of the month makes of it. Once that key is gone nobody can
//! tell any more who acted in that month, while what was done, when and to which record stays, and the log still verifies
//! (docs/CRYPTO.md, "Who it was").

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use rules::{
    id::{AccountId, EntryId},
    journal::{month, oldest_month},
};
use sqlx::{AnyConnection, AssertSqlSafe};
use vault::RecordKey;

use crate::{
    Error, Office, Result,
    journal::{By, Entry},
    store::{at, placeholders},
};

/// Identifiers asked about at a time.
const PAGE: usize = 500;

/// The key of the month in which this process made its last entry.
#[derive(Clone, Default)]
pub(crate) struct MonthKey(Arc<Mutex<Option<Month>>>);

/// A month with its key.
type Month = (String, Arc<RecordKey>);

impl MonthKey {
    fn of(&self, month: &str) -> Option<Arc<RecordKey>> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|(known, _)| known == month).map(|(_, key)| key.clone())
    }

    fn set(&self, month: &str, key: &Arc<RecordKey>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((month.to_owned(), key.clone()));
    }
}

/// Accounts by their aliases in some months, and the names of their owners.
pub(crate) struct Known {
    accounts: HashMap<String, String>,
    names: HashMap<String, String>,
}

impl Known {
    /// The entry with the accounts themselves, as far as one can tell.
    pub(crate) fn entry(&self, entry: Entry) -> Entry {
        entry.renamed(|word| self.account(word).map(str::to_owned))
    }

    /// The account that goes by this alias.
    pub(crate) fn account(&self, alias: &str) -> Option<&str> {
        self.accounts.get(alias).map(String::as_str)
    }

    /// The name of an account's owner.
    pub(crate) fn name(&self, account: &str) -> Option<&str> {
        self.names.get(account).map(String::as_str)
    }
}

impl Office {
    /// The entry as it is put down at that instant: whoever of the staff it names goes by an alias.
    pub(crate) async fn aliased(&self, records: &mut AnyConnection, entry: &Entry, at: Timestamp) -> Result<Entry> {
        let mut people = accounts_among(records, entry).await?;
        if let By::Account(account) = &entry.by {
            people.insert(account.clone());
        }
        if people.is_empty() {
            return Ok(entry.clone());
        }
        let key = self.month_key(&month(at, &self.settings.zone)).await?;
        Ok(entry.clone().renamed(|word| people.contains(word).then(|| self.alias(&key, word))))
    }

    /// What tells who acted in the months of these instants, in milliseconds.
    pub(crate) async fn known(&self, instants: impl IntoIterator<Item = i64>) -> Result<Known> {
        let months: BTreeSet<String> = instants.into_iter().map(|ms| month(at(ms), &self.settings.zone)).collect();
        let names = self.account_names().await?;
        let mut accounts = HashMap::new();
        for (_, key) in self.living_months().await?.iter().filter(|(month, _)| months.contains(month)) {
            accounts.extend(names.keys().map(|account| (self.alias(key, account), account.clone())));
        }
        Ok(Known { accounts, names })
    }

    /// What an account goes by in the journal: itself, from before there were aliases, and its alias in every month of which one can tell.
    pub(crate) async fn aliases_of(&self, account: &str) -> Result<Vec<String>> {
        let mut aliases = vec![account.to_owned()];
        aliases.extend(self.living_months().await?.iter().map(|(_, key)| self.alias(key, account)));
        Ok(aliases)
    }

    /// The oldest month of which one can tell, by what is set.
    pub(crate) async fn oldest_month_told(&self) -> Result<String> {
        Ok(oldest_month(self.now(), self.journal_months().await?, &self.settings.zone))
    }

    /// Destroys the keys of the months that ended longer ago than is set, and answers how many.
    pub(crate) async fn forget_names(&self) -> Result<i64> {
        // In the month of now entries are being made, whatever other instant the pass is made for.
        let kept = self.oldest_month_told().await?.min(month(self.wall.now(), &self.settings.zone));
        let mut due = 0;
        for keys in self.both_keys.each() {
            let there: i64 =
                sqlx::query_scalar("SELECT COUNT(*) FROM journal_month WHERE id < $1").bind(&kept).fetch_one(keys.read()).await?;
            due = due.max(there);
        }
        if due > 0 {
            let mut tx = self.both_keys.write().await?;
            tx.run(|| sqlx::query("DELETE FROM journal_month WHERE id < $1").bind(&kept)).await?;
            tx.commit().await?;
        }
        Ok(due)
    }

    /// The alias of an account by the key of a month: the first 128 bits of an HMAC that takes this key and the one of the house.
    fn alias(&self, key: &RecordKey, account: &str) -> String {
        let mac = self.house.mac.mac("journal", &[key.expose(), account.as_bytes()]);
        let mut alias = [0; 16];
        alias.copy_from_slice(&mac[..16]);
        EntryId::from_bytes(alias).to_string()
    }

    /// The key of a month, made with its first entry.
    async fn month_key(&self, month: &str) -> Result<Arc<RecordKey>> {
        if let Some(key) = self.months.of(month) {
            return Ok(key);
        }
        let key = match self.stored_month(month).await? {
            Some(key) => key,
            None => {
                self.make_month_key(month).await?;
                self.stored_month(month).await?.ok_or_else(|| Error::Unavailable("the key of the month has gone".to_owned()))?
            }
        };
        let key = Arc::new(key);
        self.months.set(month, &key);
        Ok(key)
    }

    async fn stored_month(&self, month: &str) -> Result<Option<RecordKey>> {
        let row: Option<(String, Vec<u8>)> = sqlx::query_as("SELECT generation_id, wrapped FROM journal_month WHERE id = $1")
            .bind(month)
            .fetch_optional(self.keys.read())
            .await?;
        match row {
            Some((generation, wrapped)) => self.unwrap_key(month, &generation, &wrapped).await.map(Some),
            None => Ok(None),
        }
    }

    /// Of processes that come to a new month at once, one makes its key.
    async fn make_month_key(&self, month: &str) -> Result<()> {
        let insert = "INSERT INTO journal_month (id, generation_id, wrapped) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING";
        let generation = self.living_generation().await?;
        let wrapped = generation.key.wrap_record_key(&RecordKey::generate(&self.rng), &self.house.store, month, &self.rng);
        let mut tx = self.both_keys.write().await?;
        // Where two write at once, or one died between the commits of mirror and key database, both take what stands in the first.
        let first = tx.first();
        sqlx::query(insert).bind(month).bind(&generation.id).bind(&wrapped).execute(&mut *first).await?;
        let (generation, wrapped): (String, Vec<u8>) =
            sqlx::query_as("SELECT generation_id, wrapped FROM journal_month WHERE id = $1").bind(month).fetch_one(first).await?;
        tx.run(|| sqlx::query(insert).bind(month).bind(&generation).bind(&wrapped)).await?;
        tx.commit().await
    }

    async fn living_months(&self) -> Result<Vec<Month>> {
        let rows: Vec<(String, String, Vec<u8>)> =
            sqlx::query_as("SELECT id, generation_id, wrapped FROM journal_month ORDER BY id")
                .fetch_all(self.keys.read())
                .await?;
        let mut months = Vec::with_capacity(rows.len());
        for (month, generation, wrapped) in rows {
            let key = self.unwrap_key(&month, &generation, &wrapped).await?;
            months.push((month, Arc::new(key)));
        }
        Ok(months)
    }
}

/// The accounts that an entry names among its subjects and in its detail.
async fn accounts_among(records: &mut AnyConnection, entry: &Entry) -> Result<HashSet<String>> {
    let words: BTreeSet<&str> = entry.words().filter(|word| AccountId::parse(word).is_some()).collect();
    let words: Vec<&str> = words.into_iter().collect();
    let mut accounts = HashSet::new();
    for words in words.chunks(PAGE) {
        let sql = format!("SELECT id FROM account WHERE id IN ({})", placeholders(1, words.len()));
        let query = words.iter().fold(sqlx::query_scalar::<_, String>(AssertSqlSafe(sql)), |query, word| query.bind(*word));
        accounts.extend(query.fetch_all(&mut *records).await?);
    }
    Ok(accounts)
}
