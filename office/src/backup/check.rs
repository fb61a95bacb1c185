//! `ablauf fsck DIR`: whether a backup is what was written, to the byte.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use jiff::Timestamp;
use rules::id::ObjectId;
use sqlx::AssertSqlSafe;

use super::{
    Progress, Under,
    copy::{LOG_FILE, OBJECTS, RECORDS_FILE, named, open_to_read},
    files,
    manifest::{CHECKSUM, MANIFEST, Manifest},
    schema,
    tables::RECORDS,
};
use crate::{
    Db, Error, Result,
    log::{self, Verdict},
    office,
};

/// Checks every file of a backup against its manifest, the databases against themselves and the schemas of this program, the log against
/// its roots, and that every object that the records name is there and no other. `now` is the instant: no backup is of a later one. Each
/// finding is a sentence; none means that the backup is whole. Anybody who may read the directory may call this; no key is needed and
/// nothing is changed.
pub async fn check(directory: &Path, now: Timestamp, progress: Progress<'_>) -> Vec<String> {
    let manifest = match Manifest::read(directory, now).await {
        Ok(manifest) => manifest,
        Err(error) => return vec![sentence(error)],
    };
    let mut findings = Vec::new();
    match listing(directory) {
        Ok(there) => {
            let others = there.iter().filter(|name| !manifest.files.contains_key(*name));
            findings.extend(others.map(|name| format!("{name} does not belong to the backup")));
        }
        Err(error) => findings.push(sentence(files::unavailable("directory of the backup", &error))),
    }
    let mut whole = BTreeSet::new();
    let mut under = Under::begin(progress, "files", Some(manifest.files.len() as u64));
    for (name, noted) in &manifest.files {
        under.one(noted.bytes);
        if !is_ours(name) {
            findings.push(format!("the manifest names {name}, which is no file of a backup"));
            continue;
        }
        match files::facts(directory.join(name)).await {
            Ok(found) if found == *noted => _ = whole.insert(name.as_str()),
            Ok(found) if found.bytes != noted.bytes => {
                findings.push(format!("{name} has {} bytes, and had {}", found.bytes, noted.bytes));
            }
            Ok(_) => findings.push(format!("{name} was altered: it has another SHA-256 than was noted")),
            Err(_) if !directory.join(name).exists() => findings.push(format!("{name} is missing")),
            Err(error) => findings.push(sentence(error)),
        }
    }
    under.end();
    // What was altered has its finding already, and would only give more of the same.
    let mut under = Under::begin(progress, "databases", Some(2));
    for (file, look) in [(RECORDS_FILE, Look::Records), (LOG_FILE, Look::Log)] {
        if !manifest.files.contains_key(file) {
            findings.push(format!("the manifest does not name {file}"));
        } else if whole.contains(file) {
            match look_into(&directory.join(file), &look, &manifest).await {
                Ok(found) => findings.extend(found.into_iter().map(|finding| format!("{file}: {finding}"))),
                Err(error) => findings.push(format!("{file}: {}", sentence(error))),
            }
        }
        under.one(0);
    }
    under.end();
    findings
}

enum Look {
    Records,
    Log,
}

async fn look_into(file: &Path, look: &Look, manifest: &Manifest) -> Result<Vec<String>> {
    let db = open_to_read(file).await?;
    let findings = findings(&db, look, manifest).await;
    db.close().await;
    findings
}

async fn findings(db: &Db, look: &Look, manifest: &Manifest) -> Result<Vec<String>> {
    let migrations = match look {
        Look::Records => &office::RECORDS,
        Look::Log => &office::LOG,
    };
    let strange = schema::differences(db, migrations).await?;
    // What else is asked would be asked of tables that may be no tables.
    if !strange.is_empty() {
        return Ok(strange);
    }
    match look {
        Look::Records => records(db, manifest).await,
        Look::Log => its_log(db, manifest).await,
    }
}

async fn records(db: &Db, manifest: &Manifest) -> Result<Vec<String>> {
    let mut findings = database(db, manifest).await?;
    // Those of a table that came with a later migration are not there.
    for (table, noted) in RECORDS.iter().filter_map(|(table, _)| Some((table, *manifest.records.get(*table)?))) {
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"))).fetch_one(db.read()).await?;
        if rows != noted {
            findings.push(format!("{table} has {rows} rows, and had {noted}"));
        }
    }
    let mut others: BTreeMap<String, u64> = manifest
        .files
        .iter()
        .filter_map(|(name, facts)| Some((name.strip_prefix(OBJECTS)?.strip_prefix('/')?.to_owned(), facts.bytes)))
        .collect();
    for (id, size) in named(db).await? {
        match others.remove(id.as_str()) {
            Some(bytes) if bytes == size => {}
            Some(_) => findings.push(format!("object {id} has another length than its row says")),
            None if manifest.erased.iter().any(|erased| erased == id.as_str()) => {}
            None => findings.push(format!("object {id} is named, and is not in the backup")),
        }
    }
    findings.extend(others.keys().map(|id| format!("object {id} is in the backup, and nothing names it")));
    Ok(findings)
}

async fn its_log(db: &Db, manifest: &Manifest) -> Result<Vec<String>> {
    let mut findings = database(db, manifest).await?;
    match log::verify(db).await? {
        Verdict::Whole { entries, root } if entries == manifest.log.size && root == manifest.log.root => {}
        Verdict::Whole { .. } => findings.push("the log is another than was copied".to_owned()),
        verdict => findings.push(verdict.to_string()),
    }
    Ok(findings)
}

/// What any database of a backup must be.
async fn database(db: &Db, manifest: &Manifest) -> Result<Vec<String>> {
    let said: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check").fetch_all(db.read()).await?;
    let mut findings: Vec<String> = said.into_iter().filter(|said| said != "ok").collect();
    let store: Option<String> = sqlx::query_scalar("SELECT id FROM store").fetch_optional(db.read()).await?;
    if store.as_deref() != Some(&manifest.store) {
        findings.push("it belongs to another store than the manifest says".to_owned());
    }
    Ok(findings)
}

/// Every file in a backup's directory but the manifest and its checksum; an object's name has its directory before it.
fn listing(directory: &Path) -> io::Result<Vec<String>> {
    let names = |directory: &Path| -> io::Result<Vec<String>> {
        fs::read_dir(directory)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
    };
    let mut listing = names(directory)?;
    listing.retain(|name| ![MANIFEST, CHECKSUM, OBJECTS].contains(&name.as_str()));
    if directory.join(OBJECTS).is_dir() {
        listing.extend(names(&directory.join(OBJECTS))?.into_iter().map(|name| format!("{OBJECTS}/{name}")));
    }
    listing.sort();
    Ok(listing)
}

/// Whether a backup has a file of this name: nothing outside of its directory is ever read.
fn is_ours(name: &str) -> bool {
    let object = name.strip_prefix(OBJECTS).and_then(|rest| rest.strip_prefix('/'));
    name == RECORDS_FILE || name == LOG_FILE || object.is_some_and(|id| ObjectId::parse(id).is_some())
}

/// An error as a finding.
fn sentence(error: Error) -> String {
    match error {
        Error::Unavailable(words) => words,
        other => other.to_string(),
    }
}
