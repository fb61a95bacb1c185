//! `ablauf restore DIR --drill`: opens a sample of every kind from a backup with the keys of today, and changes nothing. What is opened
//! stays in memory and is thrown away.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
    sync::Arc,
};

use futures::TryStreamExt as _;
use jiff::Timestamp;
use object_store::local::LocalFileSystem;
use rules::{application::Section, id::ObjectId, kept::KeptClass};
use sqlx::AssertSqlSafe;
use vault::{Context, Owner, RecordKey};

use super::{
    Progress, Under,
    copy::{LOG_FILE, OBJECTS, RECORDS_FILE, open_to_read},
    files,
    kinds::{KINDS, Row, list},
    manifest::Manifest,
    place::ThrowAway,
};
use crate::{
    Blobs, Clock, Db, Error, Office, Result, Rng, Settings,
    blobs::LOCAL_PART,
    kept,
    log::{self, Verdict},
    mail::Carrier,
    mirror::Keys,
    office,
    read::Part,
    sealed::{
        Contact, Corrected, Disclosure, Exchange, FileCard, HandedOver, Letter, Remark, document_context, open_json,
        section_context,
    },
    store::{sqlite_url, unknown},
};

/// What a drill found.
#[derive(Clone, Debug)]
pub struct Drill {
    /// The instant the backup is of.
    pub at: Timestamp,
    /// The backup's log.
    pub log: Verdict,
    /// One line for each kind.
    pub lines: Vec<DrillLine>,
}

/// One kind of what is sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrillLine {
    /// Which, in English.
    pub kind: &'static str,
    /// How many the backup holds.
    pub rows: usize,
    /// How many of a sample opened, documents to their last byte.
    pub opened: usize,
    /// How many have lost their key by an erasure since.
    pub erased: usize,
    /// What did not open, by row.
    pub failed: Vec<(String, String)>,
}

impl DrillLine {
    /// Whether whatever should open did.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.failed.is_empty() && (self.opened > 0 || self.erased == self.rows)
    }
}

impl Drill {
    /// Whether the backup would serve.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.log.is_good() && self.lines.iter().all(DrillLine::is_good)
    }
}

/// So many of each kind are opened.
const SAMPLE: usize = 5;

/// Opens a sample of every kind. An operator calls this (`ablauf restore --drill`), also beside a process that serves.
///
/// # Errors
/// [`Error::Unavailable`] in words, if it cannot even begin.
pub async fn drill(settings: Settings, clock: Clock, rng: Rng, directory: &Path, progress: Progress<'_>) -> Result<Drill> {
    let manifest = Manifest::read(directory, clock.now()).await?;
    let keys = Db::open_to_read(&settings.keys_url).await?;
    let found = drill_with(settings, &keys, clock, rng, directory, &manifest, progress).await;
    keys.close().await;
    found
}

async fn drill_with(
    settings: Settings,
    keys: &Db,
    clock: Clock,
    rng: Rng,
    directory: &Path,
    manifest: &Manifest,
    progress: Progress<'_>,
) -> Result<Drill> {
    let house = office::house_to_read(&settings, keys, &manifest.store, &clock, &rng).await?;
    let place = ThrowAway::make(&settings, clock.now(), &rng)?;
    let records = place.path.join(RECORDS_FILE);
    files::copy(directory.join(RECORDS_FILE), &records).await?;
    let backup = Office {
        records: Db::open(&sqlite_url(&records, "mode=rw"), &office::RECORDS).await?,
        log: open_to_read(&directory.join(LOG_FILE)).await?,
        blobs: Blobs::over(Arc::new(LocalFileSystem::new_with_prefix(directory.join(OBJECTS))?), LOCAL_PART),
        house: Arc::new(house),
        settings: Arc::new(settings),
        tried: Default::default(),
        refusals: Default::default(),
        months: Default::default(),
        carrier: Carrier::Nobody,
        both_keys: Keys { main: keys.clone(), mirror: None },
        keys: keys.clone(),
        wall: clock.clone(),
        clock,
        rng,
    };
    let found = backup.drill(manifest.at, progress).await;
    backup.close().await;
    found
}

impl Office {
    async fn drill(&self, at: Timestamp, progress: Progress<'_>) -> Result<Drill> {
        let log = log::verify(&self.log).await?;
        let dead: Vec<String> = sqlx::query_scalar("SELECT rk_id FROM tombstone").fetch_all(self.keys.read()).await?;
        let dead: HashSet<String> = dead.into_iter().collect();
        let intake: Vec<String> = sqlx::query_scalar("SELECT id FROM intake_key").fetch_all(self.keys.read()).await?;
        let mut lines = Vec::with_capacity(KINDS.len());
        for (kind, sealed) in KINDS {
            let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(list(kind))).fetch_all(self.records.read()).await?;
            let (count, mut line) = (rows.len(), DrillLine { kind, ..DrillLine::default() });
            // An intake key leaves no tombstone; one that is gone went with everything that was sealed under it.
            let is_gone = |row: &Row| if kind == "envelope" { !intake.contains(&row.key) } else { dead.contains(&row.key) };
            let rows: Vec<Row> = rows.into_iter().filter(|row| !is_gone(row)).collect();
            (line.rows, line.erased) = (count, count - rows.len());
            let sample = spread(rows.len());
            let mut under = Under::begin(progress, kind, Some(sample.len() as u64));
            for row in sample.iter().filter_map(|&index| rows.get(index)) {
                match self.open_sample(kind, sealed, row).await {
                    Ok(bytes) => {
                        line.opened += 1;
                        under.one(bytes);
                    }
                    Err(error) => line.failed.push((row.id.clone(), error.to_string())),
                }
            }
            under.end();
            lines.push(line);
        }
        Ok(Drill { at, log, lines })
    }

    /// Opens one row, and its document to the last byte; answers how many bytes that were.
    pub(crate) async fn open_sample(&self, kind: &str, sealed: &'static str, row: &Row) -> Result<u64> {
        let sealed: Vec<u8> = sqlx::query_scalar(sealed).bind(&row.id).fetch_one(self.records.read()).await?;
        let (owner, version) = (Owner::Application(&row.owner), row.version.unsigned_abs());
        let key = self.sample_key(kind, &row.key).await?;
        let card: Option<FileCard> = match kind {
            "contact" | "letter" | "answers" | "disability" => {
                let section = Section::from_code(&row.name).ok_or_else(|| unknown("section.name"))?;
                let context = section_context(&row.owner, &row.id, section, row.version);
                match section {
                    Section::Contact => drop(open_json::<Contact>(&key, &context, &sealed)?),
                    Section::Letter => drop(open_json::<Letter>(&key, &context, &sealed)?),
                    Section::Disability => drop(open_json::<Disclosure>(&key, &context, &sealed)?),
                    _ => drop(vault::open(&key, &context, &sealed)?),
                }
                None
            }
            "document" => Some(open_json(&key, &document_context(&row.owner, &row.id, row.version), &sealed)?),
            "note" | "comment" => {
                open_json::<Remark>(&key, &Context::note(owner, &row.id, version), &sealed)?;
                None
            }
            "disclosure" => {
                open_json::<String>(&key, &Context::disclosure(owner, &row.id, version), &sealed)?;
                None
            }
            "request" => {
                open_json::<Exchange>(&key, &Context::request(owner, &row.id, version), &sealed)?;
                None
            }
            "history" => {
                open_json::<Corrected>(&key, &Context::history(owner, &row.id), &sealed)?;
                None
            }
            "outcome reason" => {
                open_json::<String>(&key, &Context::outcome_reason(&row.id, version), &sealed)?;
                None
            }
            "kept record" | "kept document" => {
                let class = KeptClass::from_code(&row.name).ok_or_else(|| unknown("kept.class"))?;
                if kind == "kept record" {
                    open_json::<kept::Content>(&key, &kept::content_context(class, &row.id, row.version), &sealed)?;
                    None
                } else {
                    Some(open_json(&key, &kept::card_context(class, &row.owner, &row.id, row.version), &sealed)?)
                }
            }
            "envelope" => Some(open_json::<crate::sealed::Manifest>(&key, &Context::envelope(&row.id), &sealed)?.cv),
            _ => open_json::<HandedOver>(&key, &Context::employee_item(&row.owner, &row.id, &row.name, version), &sealed)?.file,
        };
        match (card, row.object_id.as_deref()) {
            (Some(card), Some(object)) => {
                let object = ObjectId::parse(object).ok_or_else(|| unknown("document.object_id"))?;
                self.read_to_the_end(&object, &card).await
            }
            (None, None) => Ok(sealed.len() as u64),
            _ => Err(Error::Unavailable("a card without its object, or an object without its card".to_owned())),
        }
    }

    async fn sample_key(&self, kind: &str, id: &str) -> Result<RecordKey> {
        if kind == "envelope" {
            return self.open_intake_key(id).await;
        }
        let mut keys: HashMap<String, RecordKey> = self.record_keys(&[id.to_owned()]).await?;
        keys.remove(id)
            .ok_or_else(|| Error::Unavailable("its key is not in the key database, and no erasure destroyed it".to_owned()))
    }

    async fn read_to_the_end(&self, object: &ObjectId, card: &FileCard) -> Result<u64> {
        let mut document = self.open_object(object, card, Part::Whole).await?;
        let mut read = 0;
        while let Some(piece) = document.content.try_next().await? {
            read += piece.len() as u64;
        }
        let whole = read == card.size;
        if whole { Ok(read) } else { Err(Error::Unavailable("a document is shorter than its card says".to_owned())) }
    }
}

/// Places of a sample among `count` rows: the first, the last, and those evenly between.
pub(crate) fn spread(count: usize) -> Vec<usize> {
    let sample = count.min(SAMPLE);
    (0..sample).map(|n| if sample == 1 { 0 } else { n * (count - 1) / (sample - 1) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_has_the_first_and_the_last_and_nothing_twice() {
        assert_eq!(spread(0), Vec::<usize>::new());
        assert_eq!(spread(1), [0]);
        assert_eq!(spread(4), [0, 1, 2, 3]);
        assert_eq!(spread(5), [0, 1, 2, 3, 4]);
        assert_eq!(spread(1001), [0, 250, 500, 750, 1000]);
        for count in 0..200 {
            let places: HashSet<usize> = spread(count).into_iter().collect();
            assert_eq!(places.len(), count.min(SAMPLE), "of {count}");
            assert!(places.iter().all(|place| *place < count), "of {count}");
        }
    }

    #[test]
    fn a_kind_is_good_only_if_something_opened_or_everybody_was_erased() {
        let line = |rows, opened, erased| DrillLine { rows, opened, erased, ..DrillLine::default() };
        assert!(line(0, 0, 0).is_good() && line(9, 5, 0).is_good() && line(9, 1, 8).is_good() && line(9, 0, 9).is_good());
        assert!(!line(9, 0, 8).is_good() && !line(1, 0, 0).is_good());
        let failed = DrillLine { failed: vec![(String::new(), String::new())], ..line(9, 4, 0) };
        assert!(!failed.is_good());
    }
}
