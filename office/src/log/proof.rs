//! The proof that a certificate is in the log, as a small file for whoever has its number. It is checked without the house.

use std::{fmt, path::Path};

use serde::{Deserialize, Serialize};

use super::{
    Certificate, Checked, Flaw, certificate_of, head,
    note::PublicKey,
    sequencer::{Item, subtrees},
    tree::{self, Hash},
    verify::hex,
};
use crate::{Error, Office, Result, apply::written_code};

/// What the file says it is.
const FORMAT: &str = "ablauf certificate proof 1";

/// The file, in JSON.
#[derive(Serialize, Deserialize)]
struct Proof {
    format: String,
    /// The place of the entry in the log, from 0.
    index: i64,
    entry: Item,
    /// `PATH(index, D[size])` in hexadecimal, the lowest first (RFC 6962, section 2.1.1).
    proof: Vec<String>,
    /// A signed checkpoint: size and root.
    checkpoint: String,
    /// The public key that it is signed with.
    key: String,
}

/// A proof that holds. Displayed, it is the answer for whoever checks, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proved {
    /// The certificate.
    pub certificate: Certificate,
    /// Its place in the log, from 0.
    pub index: i64,
    /// The entries of the log then.
    pub size: i64,
    /// The root over them, in hexadecimal.
    pub root: String,
    /// The key that signed it.
    pub key: String,
}

impl fmt::Display for Proved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { certificate, index, size, root, .. } = self;
        let (number, at) = (&certificate.number, certificate.unreadable_at);
        write!(f, "certificate {number}, unreadable since {at}, is entry {index} of a log of {size} entries, root {root}")
    }
}

impl Office {
    /// The proof that the certificate with this number is in the log: a file in JSON without personal data. Anybody who knows the number
    /// may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] while there is no such certificate, or it waits for its place.
    pub async fn prove_certificate(&self, number: &str) -> Result<Vec<u8>> {
        let number = written_code(number);
        let (index, entry) = match self.certificate_leaf(&number).await? {
            Some(leaf) => leaf,
            None if self.waits(&number).await? => {
                self.sequence_or_leave().await?;
                self.certificate_leaf(&number).await?.ok_or(Error::NotFound)?
            }
            None => return Err(Error::NotFound),
        };
        let newest = head::newest(&self.log).await?;
        let mut connection = self.log.read().acquire().await?;
        let subtrees = subtrees(&mut connection, tree::places_of_proof(newest.size, index)?).await?;
        let proof = tree::proof(newest.size, index, &subtrees)?;
        // What would not hold is not handed out.
        if !tree::is_in(&entry.hash(), index, &proof, newest.size, &newest.root) {
            return Err(Error::Unavailable(format!("entry {index} does not fit the log: `ablauf audit verify`")));
        }
        let key = self.log_key()?;
        written(&Proof {
            format: FORMAT.to_owned(),
            index,
            entry,
            proof: proof.into_iter().map(hex).collect(),
            checkpoint: key.sign_head(newest)?,
            key: key.public(),
        })
    }

    async fn certificate_leaf(&self, number: &str) -> Result<Option<(i64, Item)>> {
        #[derive(sqlx::FromRow)]
        struct Leaf {
            idx: i64,
            #[sqlx(flatten)]
            item: Item,
        }
        let leaf: Option<Leaf> = sqlx::query_as(
            "SELECT idx, id, at, kind, employer_id, subject, body FROM leaf WHERE kind = $1 AND subject = $2 ORDER BY idx DESC LIMIT 1",
        )
        .bind(CERTIFICATE)
        .bind(number)
        .fetch_optional(self.log.read())
        .await?;
        Ok(leaf.map(|leaf| (leaf.idx, leaf.item)))
    }

    async fn waits(&self, number: &str) -> Result<bool> {
        let waiting: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM entry_in WHERE kind = $1 AND subject = $2")
            .bind(CERTIFICATE)
            .bind(number)
            .fetch_one(self.records.read())
            .await?;
        Ok(waiting > 0)
    }
}

const CERTIFICATE: &str = "certificate";

/// Checks the proof of a certificate, as [`Office::prove_certificate`] wrote it; with a public key, that this one signed it; with a checkpoint
/// that was noted before, that it is the same. Anybody may call this; no database is needed.
///
/// # Errors
/// What does not fit.
pub fn verify_proof(file: &Path, key: Option<&str>, noted: Option<&[u8]>) -> Result<Proved, Flaw> {
    let bytes = std::fs::read(file).map_err(|error| Flaw::new(format!("{}: {}", file.display(), error.kind())))?;
    let read = verify_bytes(&bytes, key)?;
    if let Some(noted) = noted {
        let noted = PublicKey::read(&read.key)?.open(noted)?;
        if noted.size != read.size {
            let words = "an export (`ablauf audit export`) shows whether one continues the other";
            return Err(Flaw::new(format!(
                "the proof is of a log of {} entries and the checkpoint of {}: {words}",
                read.size, noted.size
            )));
        }
        if hex(noted.root) != read.root {
            return Err(Flaw::new("the checkpoint that was noted and the proof are of two different logs: one was rewritten"));
        }
    }
    Ok(read)
}

fn verify_bytes(bytes: &[u8], key: Option<&str>) -> Checked<Proved> {
    let unreadable = || Flaw::new("the file is no proof of a certificate, or was altered");
    let proof: Proof = serde_json::from_slice(bytes).map_err(|_| unreadable())?;
    // There is one way to write it, so that no byte can be another.
    if proof.format != FORMAT || written(&proof).ok().as_deref() != Some(bytes) {
        return Err(unreadable());
    }
    let public = agreed(&proof.key, key)?;
    let head = public.open(proof.checkpoint.as_bytes())?;
    let mut path = Vec::new();
    for hash in &proof.proof {
        let hash = data_encoding::HEXLOWER.decode(hash.as_bytes()).ok().and_then(|hash| hash.try_into().ok());
        path.push(Hash(hash.ok_or_else(unreadable)?));
    }
    if !tree::is_in(&proof.entry.hash(), proof.index, &path, head.size, &head.root) {
        return Err(Flaw::new(
            "the entry is not in the log that the checkpoint speaks of: it, its place or the proof was altered",
        ));
    }
    let certificate = certificate_of(&proof.entry.body).map_err(|_| Flaw::new("the entry is no certificate"))?;
    if proof.entry.kind != CERTIFICATE || proof.entry.subject != certificate.number {
        return Err(Flaw::new("the entry is no certificate"));
    }
    Ok(Proved { certificate, index: proof.index, size: head.size, root: hex(head.root), key: proof.key })
}

/// The key that a file names, if it is the one that the reader has from elsewhere.
pub(super) fn agreed(named: &str, key: Option<&str>) -> Checked<PublicKey> {
    let public = PublicKey::read(named)?;
    match key.map(str::trim) {
        Some(key) if key != named => {
            PublicKey::read(key)?;
            Err(Flaw::new(format!("it is signed by another key than the one you named: by {named}")))
        }
        _ => Ok(public),
    }
}

fn written(proof: &Proof) -> Result<Vec<u8>> {
    let mut json = serde_json::to_vec_pretty(proof).map_err(|_| Error::Unavailable("a proof cannot be written".to_owned()))?;
    json.push(b'\n');
    Ok(json)
}
