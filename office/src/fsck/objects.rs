//! Objects against their rows and against what names them.

use std::collections::HashMap;

use futures::TryStreamExt as _;
use sqlx::AssertSqlSafe;

use super::{Code, DAY, Odd};
use crate::{Office, Result, store::ms, sweep::UNNAMED};

/// Objects that must be there, each with the size its row says, if it has one. Those of applications and kept records that are being erased, and of
/// envelopes in quarantine, go before their rows do.
const NEEDED: &str = "SELECT n.object_id, o.size FROM (\
    SELECT d.object_id FROM document d JOIN application a ON a.id = d.application_id WHERE a.life = 'live' \
    UNION SELECT i.object_id FROM employee_item i WHERE i.object_id IS NOT NULL \
    UNION SELECT d.object_id FROM kept_document d JOIN kept k ON k.id = d.kept_id WHERE k.erasing_at IS NULL \
    UNION SELECT e.object_id FROM envelope e WHERE e.quarantined_at IS NULL \
    UNION SELECT m.object_id FROM envelope_document m JOIN envelope e ON e.id = m.envelope_id WHERE e.quarantined_at IS NULL) n LEFT JOIN object o ON o.id = n.object_id";

/// Whatever names an object `$1`: nothing may be deleted that is among these.
pub(super) const NAMED: &str = "SELECT (SELECT COUNT(*) FROM object WHERE id = $1) \
    + (SELECT COUNT(*) FROM document WHERE object_id = $1) + (SELECT COUNT(*) FROM employee_item WHERE object_id = $1) \
    + (SELECT COUNT(*) FROM kept_document WHERE object_id = $1) + (SELECT COUNT(*) FROM envelope WHERE object_id = $1) \
    + (SELECT COUNT(*) FROM envelope_document WHERE object_id = $1)";

/// Every object that a row names.
const KNOWN: &str = "SELECT id FROM object UNION SELECT object_id FROM document \
    UNION SELECT object_id FROM employee_item WHERE object_id IS NOT NULL UNION SELECT object_id FROM kept_document \
    UNION SELECT object_id FROM envelope UNION SELECT object_id FROM envelope_document";

impl Office {
    pub(super) async fn look_at_objects(&self, odd: &mut Odd) -> Result<()> {
        let mut stored: HashMap<String, (i64, i64)> = HashMap::new();
        let mut list = self.blobs.list();
        while let Some(object) = list.try_next().await? {
            if let Some(id) = object.id {
                stored.insert(id.to_string(), (i64::try_from(object.size).unwrap_or(i64::MAX), ms(object.at)));
            }
        }
        let old = ms(self.now() - DAY);
        let mut tx = self.records.snapshot().await?;
        let needed: Vec<(String, Option<i64>)> = sqlx::query_as(NEEDED).fetch_all(&mut *tx).await?;
        let known: Vec<String> = sqlx::query_scalar(KNOWN).fetch_all(&mut *tx).await?;
        let unnamed: Vec<String> =
            sqlx::query_scalar(AssertSqlSafe(format!("SELECT o.id FROM object o WHERE o.created_at < $1 AND {UNNAMED}")))
                .bind(old)
                .fetch_all(&mut *tx)
                .await?;
        let alone: Vec<String> = sqlx::query_scalar(
            "SELECT s.application_id FROM submission s WHERE NOT EXISTS (SELECT 1 FROM application a WHERE a.id = s.application_id) \
             AND NOT EXISTS (SELECT 1 FROM envelope e WHERE e.id = s.application_id)",
        )
        .fetch_all(&mut *tx)
        .await?;
        drop(tx);
        for (id, size) in needed {
            match (stored.get(&id), size) {
                (None, _) => odd.add(Code::ObjectMissing, id),
                (Some(_), None) => odd.add(Code::ObjectRowMissing, id),
                (Some((there, _)), Some(size)) if *there != size => odd.add(Code::ObjectSize, id),
                (Some(_), Some(_)) => {}
            }
        }
        unnamed.into_iter().for_each(|id| odd.add(Code::ObjectRowUnnamed, id));
        alone.into_iter().for_each(|id| odd.add(Code::SubmissionAlone, id));
        known.iter().for_each(|id| _ = stored.remove(id));
        stored.into_iter().filter(|(_, (_, at))| *at < old).for_each(|(id, _)| odd.add(Code::ObjectUnnamed, id));
        self.blobs.staged(self.now() - DAY)?.into_iter().for_each(|(name, _)| odd.add(Code::Staged, name));
        Ok(())
    }
}
