//! Copies of the key database: whether there is a recent one, and whether it opens.

use futures::TryStreamExt as _;
use jiff::SignedDuration;

use super::Doctor;
use crate::{
    Db, House, Result,
    key_copy::{is_under, newest, open_copy},
    store::at,
};

/// A copy may lack what is younger than this.
const DAY: SignedDuration = SignedDuration::from_hours(24);

impl Doctor<'_> {
    pub(super) async fn copies(&mut self, keys: &Db, house: Option<&House>) -> Result<()> {
        let Some(directory) = &self.settings.key_copies else {
            self.wrong("no copy of the key database is kept: set ABLAUF_KEY_COPIES to a directory on another disk");
            return Ok(());
        };
        let (made, copy) = match newest(directory) {
            Ok(Some(newest)) => newest,
            Ok(None) => {
                self.wrong(format!("there is no copy of the key database in {}: `ablauf backup-keys`", directory.display()));
                return Ok(());
            }
            Err(error) => {
                self.wrong(format!("the directory of the key copies {}: {}", directory.display(), error.kind()));
                return Ok(());
            }
        };
        let (living, changed): (Option<i64>, Option<i64>) = sqlx::query_as(
            "SELECT (SELECT MAX(created_at) FROM generation WHERE retired_at IS NULL), \
             (SELECT MAX(at) FROM (SELECT MAX(created_at) AS at FROM rk UNION ALL SELECT MAX(at) FROM tombstone \
             UNION ALL SELECT MAX(created_at) FROM intake_key) t)",
        )
        .fetch_one(keys.read())
        .await?;
        if living.is_some_and(|living| made < living) {
            self.wrong(format!(
                "the newest key copy is of {}, before the generation turned: nothing opens it any more",
                at(made)
            ));
            return Ok(());
        }
        if changed.is_some_and(|changed| made < changed && self.now.duration_since(at(changed)) > DAY) {
            self.wrong(format!(
                "the newest key copy is of {}, and lacks changes that are older than a day: `ablauf backup-keys`",
                at(made)
            ));
        }
        let Some(house) = house else { return Ok(()) };
        let opened = async {
            let copy = open_copy(&copy).await?;
            let store: Option<String> = sqlx::query_scalar("SELECT id FROM store").fetch_optional(copy.read()).await?;
            let mut keys = 0;
            let mut rows =
                sqlx::query_as::<_, (String, String, Vec<u8>)>("SELECT id, generation_id, wrapped FROM rk").fetch(copy.read());
            while let Some((id, generation, wrapped)) = rows.try_next().await? {
                house.unwrap(&id, &generation, &wrapped)?;
                keys += 1;
            }
            drop(rows);
            let outlives = is_under(&copy, &house.living().id).await?;
            copy.close().await;
            Ok::<_, crate::Error>((store, keys, outlives))
        };
        match opened.await {
            Ok((Some(store), _, false)) if store == house.store => self.wrong(
                "the newest key copy holds keys under the generation before, and does not outlive the turn that has begun: `ablauf keys rotate`",
            ),
            Ok((Some(store), keys, true)) if store == house.store => {
                self.fact(format!("key copy of {}: {keys} key(s), each of which opens", at(made)));
            }
            Ok(_) => self.wrong("the newest key copy is of another store"),
            Err(error) => self.wrong(format!("the newest key copy does not open: {}", error.words())),
        }
        Ok(())
    }
}
