//! What opens, and what opens by it: every key that somebody has tried on every sealed blob that somebody has, under every context, again
//! and again until nothing more opens.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{AnyPool, Row as _, any::AnyRow};
use vault::{Context, Key, Owner, open};

/// Sealed blobs with the thing each belongs to, and the contexts under which anything was ever sealed.
#[derive(Default)]
pub(crate) struct Everything {
    blobs: BTreeMap<Vec<u8>, String>,
    contexts: BTreeSet<Vec<u8>>,
}

impl Everything {
    /// Adds what a database of records, or a copy of one, holds.
    pub(crate) async fn add_records(&mut self, records: &AnyPool) {
        self.add_rows(records, "SELECT sealed, application_id, id, name, version FROM section", |row| {
            Context::section(Owner::Application(&text(row, 1)), &text(row, 2), &text(row, 3), number(row, 4))
        })
        .await;
        self.add_rows(records, "SELECT sealed, application_id, id, version FROM document", |row| {
            Context::file_key(Owner::Application(&text(row, 1)), &text(row, 2), number(row, 3))
        })
        .await;
        self.add_rows(records, "SELECT sealed, application_id, id, version FROM note", |row| {
            Context::note(Owner::Application(&text(row, 1)), &text(row, 2), number(row, 3))
        })
        .await;
        let reasons = "SELECT outcome_reason, id, outcome_version FROM application WHERE outcome_reason IS NOT NULL";
        self.add_rows(records, reasons, |row| Context::outcome_reason(&text(row, 1), number(row, 2))).await;
        self.add_rows(records, "SELECT sealed, employee_id, id, item, version FROM employee_item", |row| {
            Context::employee_item(&text(row, 1), &text(row, 2), &text(row, 3), number(row, 4))
        })
        .await;
        self.add_rows(records, "SELECT sealed, id FROM envelope", |row| Context::envelope(&text(row, 1))).await;
    }

    /// Adds what a key database, or a copy of one, holds.
    pub(crate) async fn add_keys(&mut self, keys: &AnyPool) {
        let store: String = sqlx::query_scalar("SELECT id FROM store").fetch_one(keys).await.expect("a store");
        for query in ["SELECT wrapped, id FROM rk", "SELECT wrapped, id FROM intake_key"] {
            self.add_rows(keys, query, |row| Context::generation_wraps_record_key(&store, &text(row, 1))).await;
        }
        self.add_rows(keys, "SELECT wrapped, name FROM house_key", |row| match text(row, 1).as_str() {
            "signing" => Context::signing_key(&store),
            _ => Context::mac_key(&store),
        })
        .await;
    }

    /// Adds an object.
    pub(crate) fn add_object(&mut self, id: &str, sealed: Vec<u8>) {
        self.contexts.insert(Context::object(1, id).as_bytes().to_vec());
        self.blobs.insert(sealed, id.to_owned());
    }

    async fn add_rows(&mut self, pool: &AnyPool, query: &'static str, context: impl Fn(&AnyRow) -> Context) {
        for row in sqlx::query(query).fetch_all(pool).await.expect("rows") {
            self.contexts.insert(context(&row).as_bytes().to_vec());
            self.blobs.insert(row.get(0), text(&row, 1));
        }
    }

    /// The blobs that belong to any of these.
    pub(crate) fn of<'a>(&self, owners: impl IntoIterator<Item = &'a str>) -> Vec<Vec<u8>> {
        let owners: BTreeSet<&str> = owners.into_iter().collect();
        self.blobs.iter().filter(|(_, owner)| owners.contains(owner.as_str())).map(|(sealed, _)| sealed.clone()).collect()
    }

    /// What opens for somebody who has these keys: how many blobs, by what they belong to.
    pub(crate) fn closure(&self, keys: impl IntoIterator<Item = [u8; 32]>) -> BTreeMap<String, usize> {
        let (mut known, mut to_try): (BTreeSet<[u8; 32]>, Vec<[u8; 32]>) = (BTreeSet::new(), keys.into_iter().collect());
        let mut opened: BTreeMap<&[u8], &str> = BTreeMap::new();
        while let Some(key) = to_try.pop() {
            if !known.insert(key) {
                continue;
            }
            for (sealed, owner) in &self.blobs {
                for context in &self.contexts {
                    if let Ok(plain) = open(&Key::from_bytes(key), &Context::raw(context.clone()), sealed) {
                        opened.insert(sealed, owner);
                        to_try.extend(keys_in(&plain));
                    }
                }
            }
        }
        let mut counts = BTreeMap::new();
        for owner in opened.values() {
            *counts.entry((*owner).to_owned()).or_default() += 1;
        }
        counts
    }
}

/// Whatever can be a key in what was opened: 32 bytes, or 64 hexadecimal digits in a text.
fn keys_in(plain: &[u8]) -> Vec<[u8; 32]> {
    let written = plain.split(|byte| !byte.is_ascii_hexdigit()).filter(|word| word.len() == 64);
    let decoded = written.filter_map(|word| data_encoding::HEXLOWER_PERMISSIVE.decode(word).ok());
    decoded.chain([plain.to_vec()]).filter_map(|bytes| bytes.try_into().ok()).collect()
}

fn text(row: &AnyRow, index: usize) -> String {
    row.get(index)
}

fn number(row: &AnyRow, index: usize) -> u64 {
    row.get::<i64, _>(index).unsigned_abs()
}
