//! Checks the log against itself: every entry against its hash, every subtree and every checkpoint against the entries.

use std::{collections::HashMap, fmt};

use super::{
    sequencer::Item,
    tree::{Edge, Hash},
};
use crate::{Db, Office, Result, Settings};

/// What a check of the log found. Displayed, it is the answer for the operator, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Everything fits.
    Whole {
        /// The number of entries.
        entries: i64,
        /// The root over them, in hexadecimal: to be compared with one noted elsewhere.
        root: String,
    },
    /// The entry at this index is not the one that was entered.
    Altered {
        /// The index, from 0.
        index: i64,
    },
    /// There is no entry at this index.
    Missing {
        /// The index, from 0.
        index: i64,
    },
    /// The entries fit their checkpoints, but the stored root of a subtree does not.
    Subtree {
        /// Its level.
        level: i64,
        /// Its index on that level.
        index: i64,
    },
    /// Something among these entries, their hashes included, was altered, removed or added.
    Between {
        /// The size at the last checkpoint that fits: the first index in doubt.
        from: i64,
        /// The size at the first checkpoint that does not fit: the first index after those in doubt.
        to: i64,
    },
}

impl Verdict {
    /// Whether everything fits.
    #[must_use]
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Whole { .. })
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole { entries, root } => write!(f, "the log is whole: {entries} entries, root {root}"),
            Self::Altered { index } => write!(f, "entry {index} was altered"),
            Self::Missing { index } => write!(f, "entry {index} is missing"),
            Self::Subtree { level, index } => write!(f, "the stored root of subtree {index} on level {level} was altered"),
            Self::Between { from, to } => {
                write!(f, "something among the entries {from} to {} was altered, removed or added", to - 1)
            }
        }
    }
}

/// Leaves read at a time: a power of two, so that few subtrees reach beyond.
const STRETCH: i64 = 1024;

#[derive(sqlx::FromRow)]
pub(super) struct Leaf {
    pub(super) idx: i64,
    pub(super) hash: Vec<u8>,
    #[sqlx(flatten)]
    pub(super) item: Item,
}

impl Office {
    /// Recomputes the log from its first entry on. The command line calls this; memory stays at one stretch of entries.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub async fn verify_log(&self) -> Result<Verdict> {
        verify(&self.log).await
    }
}

/// Recomputes the log of a house that need not open, from a database that is read as it is. The command line calls this: where entries
/// were taken out or added, records and log no longer fit together, and which entries these are is told by the log alone.
///
/// # Errors
/// [`crate::Error::Unavailable`] if there is no such database, or it holds no log.
pub async fn verify_alone(settings: &Settings) -> Result<Verdict> {
    let log = Db::open_to_read(&settings.log_url).await?;
    let verdict = verify(&log).await;
    log.close().await;
    verdict
}

/// Recomputes a log from its first entry on.
pub(crate) async fn verify(log: &Db) -> Result<Verdict> {
    // One statement, so that a batch entered meanwhile is in both numbers or in neither.
    let (count, size): (i64, i64) =
        sqlx::query_as("SELECT (SELECT COUNT(*) FROM leaf), (SELECT COALESCE(MAX(size), 0) FROM checkpoint)")
            .fetch_one(log.read())
            .await?;
    let (mut edge, mut good, mut subtree) = (Edge::default(), 0, None);
    while edge.size() < size {
        let (from, to) = (edge.size(), size.min(edge.size() + STRETCH));
        let checkpoints = checkpoints(log, from, to).await?;
        let stored = completed(log, from, to).await?;
        for leaf in leaves(log, from, to).await? {
            let (index, hash) = (edge.size(), leaf.item.hash());
            if leaf.idx != index {
                return Ok(Verdict::Missing { index });
            }
            if hash.0[..] != leaf.hash {
                return Ok(Verdict::Altered { index });
            }
            for node in edge.push(hash)?.into_iter().skip(1) {
                if subtree.is_none() && stored.get(&(node.level, node.idx)).map(Vec::as_slice) != Some(&node.hash.0) {
                    subtree = Some(Verdict::Subtree { level: node.level, index: node.idx });
                }
            }
            if let Some(root) = checkpoints.get(&edge.size()) {
                if edge.root()?.0[..] != root[..] {
                    return Ok(Verdict::Between { from: good, to: edge.size() });
                }
                good = edge.size();
                // The entries so far are the ones that were entered; then the subtree is not.
                if let Some(verdict) = subtree.take() {
                    return Ok(verdict);
                }
            }
        }
        if edge.size() < to {
            return Ok(Verdict::Missing { index: edge.size() });
        }
    }
    // Every batch ends with a checkpoint: what stands outside of all batches came another way.
    if count > size {
        return Ok(Verdict::Between { from: size, to: count });
    }
    Ok(Verdict::Whole { entries: size, root: hex(edge.root()?) })
}

pub(super) async fn leaves(log: &Db, from: i64, to: i64) -> Result<Vec<Leaf>> {
    Ok(sqlx::query_as(
        "SELECT idx, id, at, kind, employer_id, subject, body, hash FROM leaf WHERE idx >= $1 AND idx < $2 ORDER BY idx",
    )
    .bind(from)
    .bind(to)
    .fetch_all(log.read())
    .await?)
}

/// Checkpoints after `from` up to `to`, by size.
async fn checkpoints(log: &Db, from: i64, to: i64) -> Result<HashMap<i64, Vec<u8>>> {
    let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as("SELECT size, root FROM checkpoint WHERE size > $1 AND size <= $2")
        .bind(from)
        .bind(to)
        .fetch_all(log.read())
        .await?;
    Ok(rows.into_iter().collect())
}

/// The stored subtrees whose last leaf is one of `from..to`, by level and index.
async fn completed(log: &Db, from: i64, to: i64) -> Result<HashMap<(i64, i64), Vec<u8>>> {
    let mut nodes = HashMap::new();
    for level in (1..63).take_while(|level| to >> level > 0) {
        let rows: Vec<(i64, Vec<u8>)> = sqlx::query_as("SELECT idx, hash FROM node WHERE level = $1 AND idx >= $2 AND idx < $3")
            .bind(level)
            .bind(from >> level)
            .bind(to >> level)
            .fetch_all(log.read())
            .await?;
        nodes.extend(rows.into_iter().map(|(idx, hash)| ((level, idx), hash)));
    }
    Ok(nodes)
}

pub(super) fn hex(hash: Hash) -> String {
    data_encoding::HEXLOWER.encode(&hash.0)
}
