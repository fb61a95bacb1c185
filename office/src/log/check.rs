//! `ablauf audit verify DIR`: an export is recomputed from its first entry on, without a database and without the house.

use std::{
    collections::BTreeMap,
    fmt,
    fs::File,
    io::{BufRead as _, BufReader},
    path::Path,
};

use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::{
    Checked, Flaw, Verdict,
    export::{CHECKPOINT, CHECKPOINTS, CHECKSUM, CheckpointLine, ENTRIES, EntryLine, FORMAT, KEY, MANIFEST, Manifest, checksum},
    note::Head,
    outside::rewritten,
    proof::agreed,
    tree::Edge,
    verify::hex,
};
use crate::backup::files::FileFacts;

/// An export that holds. Displayed, it is the answer for whoever checks, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The entries.
    pub size: i64,
    /// The root over them, in hexadecimal.
    pub root: String,
    /// The key that signed it.
    pub key: String,
    /// The entries of the checkpoint that was noted before, if one was given.
    pub continues: Option<i64>,
}

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the export is whole: {} entries, root {}", self.size, self.root)?;
        match self.continues {
            Some(size) => write!(f, "; its first {size} are those of the checkpoint that was noted"),
            None => Ok(()),
        }
    }
}

/// Recomputes an export, as [`Office::export_log`](crate::Office::export_log) wrote it; with a public key, that this one signed it; with a
/// checkpoint that was noted before, that the log still begins with the same entries. Anybody who has the files may call this; memory stays
/// at one entry and the list of checkpoints.
///
/// # Errors
/// What does not fit, and where.
pub fn verify_export(directory: &Path, key: Option<&str>, noted: Option<&[u8]>) -> Result<Whole, Flaw> {
    let manifest = manifest(directory)?;
    let public = agreed(&manifest.key, key)?;
    if small(directory, KEY)? != format!("{}\n", manifest.key).as_bytes() {
        return Err(Flaw::new(format!("{KEY} was altered: it is not the key that the manifest names")));
    }
    let head = public.open(&small(directory, CHECKPOINT)?)?;
    let noted = noted.map(|noted| public.open(noted)).transpose()?;
    if let Some(noted) = noted
        && noted.size > head.size
    {
        let (was, is) = (noted.size, head.size);
        return Err(Flaw::new(format!("the checkpoint that was noted speaks of {was} entries, and the export has {is}")));
    }
    let mut recomputed = Recomputed { edge: Edge::default(), good: 0, checkpoints: BTreeMap::new(), noted };
    lines(directory, CHECKPOINTS, &manifest, |line: CheckpointLine| {
        recomputed.checkpoints.insert(line.size, line.root);
        Ok(())
    })?;
    for name in manifest.files.keys().filter(|name| name.starts_with(ENTRIES)) {
        lines(directory, name, &manifest, |line| recomputed.enter(&line))?;
    }
    let size = recomputed.edge.size();
    if size < head.size {
        return Err(verdict(&Verdict::Missing { index: size }));
    }
    let root = recomputed.root()?;
    if size != head.size || root != hex(head.root) {
        return Err(verdict(&Verdict::Between { from: recomputed.good.min(size - 1).max(0), to: size }));
    }
    // The checkpoint and the key were compared above, with what they sign and name; here to the last byte.
    for name in [CHECKPOINT, KEY] {
        let found = small(directory, name)?;
        noted_as(name, &manifest, FileFacts { bytes: found.len() as u64, sha256: digest(&found) })?;
    }
    if (manifest.size, &manifest.root) != (size, &root) {
        return Err(Flaw::new("the manifest speaks of another size or root than its files"));
    }
    Ok(Whole { size, root, key: manifest.key, continues: noted.map(|noted| noted.size) })
}

/// The log as far as it was recomputed.
struct Recomputed {
    edge: Edge,
    /// The size at the last checkpoint that fits.
    good: i64,
    /// Roots by size.
    checkpoints: BTreeMap<i64, String>,
    noted: Option<Head>,
}

impl Recomputed {
    fn enter(&mut self, line: &EntryLine) -> Checked<()> {
        let (index, hash) = (self.edge.size(), line.entry.hash());
        if line.index != index {
            return Err(verdict(&Verdict::Missing { index }));
        }
        if hex(hash) != line.hash {
            return Err(verdict(&Verdict::Altered { index }));
        }
        self.edge.push(hash).map_err(|error| Flaw::new(error.words()))?;
        let size = self.edge.size();
        if let Some(noted) = self.noted.filter(|noted| noted.size == size)
            && hex(noted.root) != self.root()?
        {
            return Err(Flaw::new(rewritten(size)));
        }
        if let Some(root) = self.checkpoints.get(&size) {
            if *root != self.root()? {
                return Err(verdict(&Verdict::Between { from: self.good, to: size }));
            }
            self.good = size;
        }
        Ok(())
    }

    fn root(&self) -> Checked<String> {
        self.edge.root().map(hex).map_err(|error| Flaw::new(error.words()))
    }
}

fn manifest(directory: &Path) -> Checked<Manifest> {
    if !directory.join(MANIFEST).is_file() {
        return Err(Flaw::new(format!("{} is no export of a log: it has no {MANIFEST}", directory.display())));
    }
    let json = small(directory, MANIFEST)?;
    if small(directory, CHECKSUM)? != checksum(&json).as_bytes() {
        return Err(Flaw::new("the manifest was altered: it does not fit the checksum beside it"));
    }
    let unreadable = || Flaw::new("the manifest cannot be read");
    let manifest: Manifest = serde_json::from_slice(&json).map_err(|_| unreadable())?;
    if manifest.format != FORMAT {
        return Err(Flaw::new("the export was made by another version of this program"));
    }
    match manifest.files.keys().all(|name| Path::new(name).file_name().is_some_and(|last| last == name.as_str())) {
        true => Ok(manifest),
        false => Err(unreadable()),
    }
}

/// Hands over each line of a file, and then compares the file with what the manifest says.
fn lines<T: DeserializeOwned>(
    directory: &Path,
    name: &str,
    manifest: &Manifest,
    mut each: impl FnMut(T) -> Checked<()>,
) -> Checked<()> {
    let failed = |error: std::io::Error| Flaw::new(format!("{name}: {}", error.kind()));
    let mut file = BufReader::new(File::open(directory.join(name)).map_err(failed)?);
    let (mut sha, mut bytes, mut line) = (Sha256::new(), 0, Vec::new());
    for number in 1.. {
        line.clear();
        if file.read_until(b'\n', &mut line).map_err(failed)? == 0 {
            break;
        }
        sha.update(&line);
        bytes += line.len() as u64;
        let unreadable = |_| Flaw::new(format!("line {number} of {name} was altered: it cannot be read"));
        each(serde_json::from_slice(&line).map_err(unreadable)?)?;
    }
    noted_as(name, manifest, FileFacts { bytes, sha256: data_encoding::HEXLOWER.encode(&sha.finalize()) })
}

fn noted_as(name: &str, manifest: &Manifest, found: FileFacts) -> Checked<()> {
    match manifest.files.get(name) == Some(&found) {
        true => Ok(()),
        false => Err(Flaw::new(format!("{name} was altered: it is not the file that the manifest names"))),
    }
}

fn small(directory: &Path, name: &str) -> Checked<Vec<u8>> {
    std::fs::read(directory.join(name)).map_err(|error| Flaw::new(format!("{name}: {}", error.kind())))
}

fn digest(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

fn verdict(verdict: &Verdict) -> Flaw {
    Flaw::new(verdict.to_string())
}
