//! The newest checkpoint of the log, signed.

use rules::access::{Action, Actor, Subject};

use super::{
    note::{Head, LogKey, PublicKey},
    sequencer::edge_at,
    tree,
};
use crate::{Db, Error, House, Office, Result};

/// A checkpoint that the house signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCheckpoint {
    /// The entries it speaks of.
    pub size: i64,
    /// The signed note: origin, size and root in Base64, each on a line, an empty line, the signature.
    pub note: String,
}

impl Office {
    /// The newest checkpoint, signed: kept elsewhere, it shows later whether the log still begins with the same entries. Privacy officers
    /// may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn signed_checkpoint(&self, actor: &Actor) -> Result<SignedCheckpoint> {
        self.allow(actor, Action::ReadJournal, Subject::House)?;
        let head = newest(&self.log).await?;
        Ok(SignedCheckpoint { size: head.size, note: self.log_key()?.sign_head(head)? })
    }

    /// The public key that checkpoints are checked with, in one line. Anybody may have it.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub fn public_log_key(&self) -> Result<String> {
        Ok(self.log_key()?.public())
    }

    pub(super) fn log_key(&self) -> Result<LogKey> {
        self.house.log_key()
    }
}

impl House {
    /// The key that signs the checkpoints of the log.
    pub(super) fn log_key(&self) -> Result<LogKey> {
        Ok(LogKey::new(&self.store, self.signing()?))
    }

    /// The same key, to check with.
    pub(crate) fn public_log_key(&self) -> Result<PublicKey> {
        Ok(PublicKey::read(&self.log_key()?.public())?)
    }
}

/// The newest checkpoint of a log; of an empty one, the empty tree. One that the stored subtrees contradict is not given out.
pub(super) async fn newest(log: &Db) -> Result<Head> {
    let newest: Option<(i64, Vec<u8>)> =
        sqlx::query_as("SELECT size, root FROM checkpoint ORDER BY size DESC LIMIT 1").fetch_optional(log.read()).await?;
    let mut connection = log.read().acquire().await?;
    let Some((size, root)) = newest else { return at(&mut connection, 0).await };
    let head = at(&mut connection, size).await?;
    if head.root != tree::stored(root)? {
        return Err(Error::Unavailable("the log does not fit its newest checkpoint: `ablauf audit verify`".to_owned()));
    }
    Ok(head)
}

/// What the log was when it had `size` entries.
pub(super) async fn at(connection: &mut sqlx::AnyConnection, size: i64) -> Result<Head> {
    Ok(Head { size, root: edge_at(connection, size).await?.root()? })
}
