//! Copies of the key database made by hand, wherever they went: the key database remembers the instant of the newest one.

use std::path::Path;

use jiff::SignedDuration;

use super::Doctor;
use crate::{Db, Office, Result, key_copy::newest, store::at};

/// The row of `tick` in the key database that holds the instant of the newest copy that was made by hand, and proven to open.
const COPIED: &str = "copied";
/// A copy may lack what is younger than this.
const DAY: SignedDuration = SignedDuration::from_hours(24);

impl Office {
    /// Remembers a copy that [`Office::copy_keys`] made, for the doctor. An operator calls this (`ablauf backup-keys`).
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub async fn remember_copy(&self, copy: &Path) -> Result<()> {
        let Some((made, _)) = copy.parent().and_then(|directory| newest(directory).ok().flatten()) else { return Ok(()) };
        let mut tx = self.both_keys.write().await?;
        tx.run(|| {
            sqlx::query("INSERT INTO tick (name, at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET at = excluded.at")
                .bind(COPIED)
                .bind(made)
        })
        .await?;
        tx.commit().await
    }
}

impl Doctor<'_> {
    /// The instant of the newest copy that was made by hand, if none in the directory of the copies is as new.
    pub(super) async fn copied_by_hand(&self, keys: &Db) -> Option<i64> {
        // A key database of before this was kept has no such table.
        let copied = sqlx::query_scalar("SELECT at FROM tick WHERE name = $1").bind(COPIED).fetch_optional(keys.read()).await;
        let copied: i64 = copied.ok().flatten()?;
        let Some(directory) = &self.settings.key_copies else { return Some(copied) };
        // A directory without any copy has a finding of its own.
        let (made, _) = newest(directory).ok().flatten()?;
        (made < copied).then_some(copied)
    }

    /// Judges a copy by its instant; where it is now, nobody here knows.
    pub(super) async fn by_hand(&mut self, keys: &Db, made: i64) -> Result<()> {
        let (living, changed): (Option<i64>, Option<i64>) = sqlx::query_as(
            "SELECT (SELECT MAX(created_at) FROM generation WHERE retired_at IS NULL), \
             (SELECT MAX(at) FROM (SELECT MAX(created_at) AS at FROM rk UNION ALL SELECT MAX(at) FROM tombstone \
             UNION ALL SELECT MAX(created_at) FROM intake_key) t)",
        )
        .fetch_one(keys.read())
        .await?;
        if living.is_some_and(|living| made < living) {
            self.wrong(format!(
                "the newest key copy, made by hand, is of {}, before the generation turned: nothing opens it any more. \
                 `ablauf backup-keys`, or set ABLAUF_KEY_COPIES to a directory on another disk",
                at(made)
            ));
        } else if changed.is_some_and(|changed| made < changed && self.now.duration_since(at(changed)) > DAY) {
            self.wrong(format!(
                "the newest key copy, made by hand, is of {}, and lacks changes that are older than a day: `ablauf backup-keys`",
                at(made)
            ));
        } else {
            self.fact(format!("key copy of {}, made by hand: each key in it opened then", at(made)));
        }
        Ok(())
    }
}
