//! The sequencer: moves entries out of the records into the log, in order, each once.

use serde::{Deserialize, Serialize};
use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use super::{
    index::GO,
    tree::{self, Edge, Hash, Subtrees, record_hash},
};
use crate::{
    Db, Error, Office, Result,
    store::{ms, placeholders},
};

/// An entry, before it has its place in the log and after. Its fields have the same names in an export.
#[derive(Debug, FromRow, Serialize, Deserialize)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) at: i64,
    pub(super) kind: String,
    pub(super) employer_id: String,
    pub(super) subject: String,
    pub(super) body: String,
}

impl Item {
    /// What the leaf's hash is of: a version byte, then each column with its length as a 32-bit big-endian number before it; the
    /// instant is eight bytes big-endian.
    fn canonical(&self) -> Vec<u8> {
        let at = self.at.to_be_bytes();
        let [id, kind, employer, subject, body] =
            [&self.id, &self.kind, &self.employer_id, &self.subject, &self.body].map(String::as_bytes);
        let mut bytes = vec![1];
        for part in [id, &at, kind, employer, subject, body] {
            bytes.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
            bytes.extend_from_slice(part);
        }
        bytes
    }

    pub(super) fn hash(&self) -> Hash {
        record_hash(&self.canonical())
    }
}

/// Entries moved in one transaction; each batch ends with a checkpoint.
const BATCH: i64 = 500;
const LEASE: &str = "sequencer";
const LEASE_MS: i64 = 60_000;

impl Office {
    /// Moves waiting entries into the log and answers how many; none while another process is at it. The house calls this.
    ///
    /// Safe to repeat, whenever it was cut short: an entry that has a leaf already is only removed from those that wait.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; [`Error::Conflict`] if another sequencer was quicker after all. The next call goes on.
    pub async fn sequence(&self) -> Result<i64> {
        let holder = self.row_id();
        let Some(fence) = self.lease(LEASE, &holder, LEASE_MS).await? else { return Ok(0) };
        let moved = self.sequence_under(&holder, fence).await;
        let indexed = if moved.is_ok() { self.index_under(&holder, fence).await } else { Ok(()) };
        self.end_lease(LEASE, &holder).await?;
        indexed.and(moved)
    }

    /// As [`Office::sequence`]; what another process was quicker with is left to it.
    pub(crate) async fn sequence_or_leave(&self) -> Result<()> {
        match self.sequence().await {
            Ok(_) | Err(Error::Conflict) => Ok(()),
            Err(error) => Err(error),
        }
    }

    async fn sequence_under(&self, holder: &str, fence: i64) -> Result<i64> {
        let mut moved = 0;
        loop {
            let waiting: Vec<Item> =
                sqlx::query_as("SELECT id, at, kind, employer_id, subject, body FROM entry_in ORDER BY at, id LIMIT $1")
                    .bind(BATCH)
                    .fetch_all(self.records.read())
                    .await?;
            // Should a slow holder miss that its lease was lost, the log's own keys let only one of the two write.
            if waiting.is_empty() || self.lease(LEASE, holder, LEASE_MS).await? != Some(fence) {
                return Ok(moved);
            }
            let size = self.append(&waiting).await?;
            moved += self.drop_waiting(&waiting, size).await?;
        }
    }

    /// Writes down where the leaves are found again that were not looked at yet, but no more than one go of them.
    async fn index_under(&self, holder: &str, fence: i64) -> Result<()> {
        for _ in 0..GO {
            if self.unindexed().await? == 0 || self.lease(LEASE, holder, LEASE_MS).await? != Some(fence) {
                break;
            }
            self.index().await?;
        }
        Ok(())
    }

    /// Appends those that have no leaf yet, with the subtrees they complete and one checkpoint. Answers how many entries the log has now.
    async fn append(&self, items: &[Item]) -> Result<i64> {
        let mut tx = self.log.write().await?;
        let present = present(&mut tx, items).await?;
        let mut edge = edge(&mut tx).await?;
        let before = edge.size();
        for item in items.iter().filter(|item| !present.contains(&item.id)) {
            let (idx, hash) = (edge.size(), item.hash());
            sqlx::query(
                "INSERT INTO leaf (idx, id, at, kind, employer_id, subject, body, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            )
            .bind(idx)
            .bind(&item.id)
            .bind(item.at)
            .bind(&item.kind)
            .bind(&item.employer_id)
            .bind(&item.subject)
            .bind(&item.body)
            .bind(hash.0.to_vec())
            .execute(&mut *tx)
            .await?;
            // The leaf itself has its row by now.
            for node in edge.push(hash)?.into_iter().skip(1) {
                sqlx::query("INSERT INTO node (level, idx, hash) VALUES ($1, $2, $3)")
                    .bind(node.level)
                    .bind(node.idx)
                    .bind(node.hash.0.to_vec())
                    .execute(&mut *tx)
                    .await?;
            }
        }
        if edge.size() > before {
            sqlx::query("INSERT INTO checkpoint (size, root, at) VALUES ($1, $2, $3)")
                .bind(edge.size())
                .bind(edge.root()?.0.to_vec())
                .bind(ms(self.wall.now()))
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        Ok(edge.size())
    }

    async fn drop_waiting(&self, items: &[Item], size: i64) -> Result<i64> {
        let sql = format!("DELETE FROM entry_in WHERE id IN ({})", placeholders(1, items.len()));
        let mut tx = self.records.write().await?;
        let query = items.iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, item| query.bind(&item.id));
        let dropped = query.execute(&mut *tx).await?.rows_affected();
        mark(&mut tx, size).await?;
        tx.commit().await?;
        Ok(i64::try_from(dropped).unwrap_or(i64::MAX))
    }
}

/// Those that have a leaf already.
async fn present(connection: &mut AnyConnection, items: &[Item]) -> Result<Vec<String>> {
    let sql = format!("SELECT id FROM leaf WHERE id IN ({})", placeholders(1, items.len()));
    let query = items.iter().fold(sqlx::query_scalar(AssertSqlSafe(sql)), |query, item| query.bind(&item.id));
    Ok(query.fetch_all(connection).await?)
}

/// Notes in the records how many entries the log has.
pub(crate) async fn mark(records: &mut AnyConnection, size: i64) -> Result<()> {
    sqlx::query(
        "INSERT INTO log_mark (one, size) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET size = excluded.size \
         WHERE log_mark.size < excluded.size",
    )
    .bind(size)
    .execute(records)
    .await?;
    Ok(())
}

/// Refuses records and a log that are not of the same time: what the records do not know, the sweep would delete.
///
/// # Errors
/// [`Error::Unavailable`] in words.
pub(crate) async fn same_time(records: &Db, log: &Db) -> Result<()> {
    // The log first: what it has by now waits in the records or is below their mark, also while another process sequences.
    let size = size(&mut *log.read().acquire().await?).await?;
    let mut records = records.snapshot().await?;
    let marked: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(size), 0) FROM log_mark").fetch_one(&mut *records).await?;
    if size < marked {
        return Err(Error::Unavailable(format!(
            "the log holds {size} entries, and the records know of {marked}: the log is an older copy; check its URL"
        )));
    }
    let mut from = marked;
    while from < size {
        let to = size.min(from + BATCH);
        let placed: Vec<String> = sqlx::query_scalar("SELECT id FROM leaf WHERE idx >= $1 AND idx < $2")
            .bind(from)
            .bind(to)
            .fetch_all(log.read())
            .await?;
        let sql = format!("SELECT COUNT(*) FROM entry_in WHERE id IN ({})", placeholders(1, placed.len()));
        let query = placed.iter().fold(sqlx::query_scalar(AssertSqlSafe(sql)), |query, id| query.bind(id));
        let waiting: i64 = query.fetch_one(&mut *records).await?;
        if waiting < i64::try_from(placed.len()).unwrap_or(i64::MAX) {
            return Err(Error::Unavailable(format!(
                "the log holds {size} entries, and the records know of {marked}: the records are an older copy; check their URL, or put \
                 a backup in their place with `ablauf restore`"
            )));
        }
        from = to;
    }
    Ok(())
}

/// The right edge of the log as it stands.
async fn edge(connection: &mut AnyConnection) -> Result<Edge> {
    let size = size(connection).await?;
    edge_at(connection, size).await
}

/// How many entries a log has.
pub(crate) async fn size(connection: &mut AnyConnection) -> Result<i64> {
    Ok(sqlx::query_scalar("SELECT COALESCE(MAX(idx) + 1, 0) FROM leaf").fetch_one(connection).await?)
}

/// The root over the first `size` entries of a log, in hexadecimal, as its stored subtrees give it: for one that was verified.
pub(crate) async fn root_at(connection: &mut AnyConnection, size: i64) -> Result<String> {
    Ok(data_encoding::HEXLOWER.encode(&edge_at(connection, size).await?.root()?.0))
}

/// The right edge of the log when it had `size` entries.
pub(super) async fn edge_at(connection: &mut AnyConnection, size: i64) -> Result<Edge> {
    let subtrees = subtrees(connection, Edge::places(size)).await?;
    Ok(Edge::of(size, subtrees))
}

/// The stored roots of complete subtrees at these places.
pub(super) async fn subtrees(connection: &mut AnyConnection, places: Vec<(i64, i64)>) -> Result<Subtrees> {
    let mut subtrees = Subtrees::default();
    for (level, idx) in places {
        let hash: Vec<u8> = sqlx::query_scalar(
            "SELECT hash FROM node WHERE level = $1 AND idx = $2 UNION ALL SELECT hash FROM leaf WHERE $1 = 0 AND idx = $2",
        )
        .bind(level)
        .bind(idx)
        .fetch_one(&mut *connection)
        .await?;
        subtrees.put(level, idx, tree::stored(hash)?);
    }
    Ok(subtrees)
}
