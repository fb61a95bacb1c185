//! What is kept for a reason of its own, beside the procedure and beyond it: papers (docs/PROMISES.md, n21), the talent pool and the
//! evidence of consents (n15). Each record has its own key, and goes on its own date, as an application does: the key first, then its
//! documents, then its rows with a certificate.

mod erase;
mod evidence;
mod paper;
mod pool;

use jiff::civil::Date;
use rules::{
    access::Staff,
    id::{DocumentId, EmployerId, KeptId, KeyId, ObjectId},
    kept::KeptClass,
};
use serde::{Deserialize, Serialize};
use sqlx::{AnyConnection, AssertSqlSafe, FromRow};
use vault::{Context, Owner, RecordKey};

pub(crate) use self::erase::own_kept_objects;
pub use self::{
    evidence::EvidenceLine,
    paper::{NewPaper, PaperLine},
    pool::{NewConsent, PoolDocument, PoolLine, Pooled},
};
use crate::{
    Office, Result,
    apply::code_from,
    sealed::{FileCard, open_json, seal_json},
    store::{ms, unknown},
};

/// What makes a kept record `k` due at the instant `$1`, or one whose erasure has begun. What was withdrawn stays so, whatever the clock says.
pub(crate) const DUE: &str = "(k.due_at <= $1 OR k.erasing_at IS NOT NULL \
    OR EXISTS (SELECT 1 FROM consent c WHERE c.pool_id = k.id AND c.withdrawn_on IS NOT NULL))";

/// What stands inside, of whichever class; what a class does not need stays empty.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(crate) struct Content {
    pub(crate) name: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) email: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) phone: String,
    /// In words: what a paper is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(crate) about: String,
}

/// A record that is neither due nor being erased.
#[derive(FromRow)]
struct Row {
    id: String,
    employer_id: String,
    rk_id: String,
    from_on: String,
    due_at: i64,
    version: i64,
    sealed: Vec<u8>,
    /// How many restrictions close a place in the talent pool: a restriction is of the person's data, wherever they lie.
    closed: i64,
}

/// Selects [`Row`]s at the instant `$1`; the caller appends its condition. From its date on nobody reads a record, swept or not.
const SELECT: &str = "SELECT k.id, k.employer_id, k.rk_id, k.from_on, k.due_at, k.version, k.sealed, \
    (SELECT COUNT(*) FROM consent c WHERE c.pool_id = k.id AND (c.restricted_at IS NOT NULL OR EXISTS \
    (SELECT 1 FROM restriction r WHERE r.application_id = c.application_id AND r.lifted_at IS NULL))) AS closed FROM kept k";

impl Row {
    fn open(&self, class: KeptClass, rk: &RecordKey) -> Result<Content> {
        open_json(rk, &content_context(class, &self.id, self.version), &self.sealed)
    }

    fn id(&self) -> Result<KeptId> {
        KeptId::parse(&self.id).ok_or_else(|| unknown("kept.id"))
    }

    fn employer(&self) -> Result<EmployerId> {
        EmployerId::parse(&self.employer_id).ok_or_else(|| unknown("kept.employer_id"))
    }

    fn counted_from(&self) -> Result<Date> {
        self.from_on.parse().map_err(|_| unknown("kept.from_on"))
    }
}

/// A record to be kept.
struct New<'a> {
    class: KeptClass,
    employer: &'a EmployerId,
    from_on: Date,
    due: rules::retention::Due,
    content: Content,
}

/// A document of a kept record.
#[derive(FromRow)]
struct DocumentRow {
    id: String,
    object_id: String,
    version: i64,
    sealed: Vec<u8>,
}

impl DocumentRow {
    fn open(&self, class: KeptClass, record: &str, rk: &RecordKey) -> Result<(DocumentId, ObjectId, FileCard)> {
        let card = open_json(rk, &card_context(class, record, &self.id, self.version), &self.sealed)?;
        Ok((
            DocumentId::parse(&self.id).ok_or_else(|| unknown("kept_document.id"))?,
            ObjectId::parse(&self.object_id).ok_or_else(|| unknown("kept_document.object_id"))?,
            card,
        ))
    }
}

fn owner(class: KeptClass, id: &str) -> Owner<'_> {
    match class {
        KeptClass::Paper => Owner::PaperSet(id),
        KeptClass::Pool | KeptClass::Evidence => Owner::Consent(id),
    }
}

/// The context of a record's content.
pub(crate) fn content_context(class: KeptClass, id: &str, version: i64) -> Context {
    Context::section(owner(class, id), id, class.code(), version.unsigned_abs())
}

/// The context of a document's card.
pub(crate) fn card_context(class: KeptClass, record: &str, row: &str, version: i64) -> Context {
    Context::file_key(owner(class, record), row, version.unsigned_abs())
}

impl Office {
    /// Writes a record under a key that still waits for it.
    async fn put_kept(
        &self,
        tx: &mut AnyConnection,
        staff: &Staff,
        (rk_id, rk): (&KeyId, &RecordKey),
        new: New<'_>,
    ) -> Result<KeptId> {
        let id = KeptId::from_bytes(self.rng.bytes());
        sqlx::query(
            "INSERT INTO kept (id, employer_id, class, rk_id, certificate_no, from_on, due_at, created_at, created_by, version, sealed) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10)",
        )
        .bind(id.as_str())
        .bind(new.employer.as_str())
        .bind(new.class.code())
        .bind(rk_id.as_str())
        .bind(code_from(&self.rng.bytes::<10>()))
        .bind(new.from_on.to_string())
        .bind(ms(new.due.erased_from))
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .bind(seal_json(rk, &content_context(new.class, id.as_str(), 1), &self.rng, &new.content)?)
        .execute(tx)
        .await?;
        Ok(id)
    }

    /// Writes the card of a document under the record's key; the object has its row already.
    async fn put_kept_document(
        &self,
        tx: &mut AnyConnection,
        (class, record): (KeptClass, &KeptId),
        rk: &RecordKey,
        object: &ObjectId,
        card: &FileCard,
    ) -> Result<()> {
        let row = self.row_id();
        sqlx::query("INSERT INTO kept_document (id, kept_id, object_id, version, sealed) VALUES ($1, $2, $3, 1, $4)")
            .bind(&row)
            .bind(record.as_str())
            .bind(object.as_str())
            .bind(seal_json(rk, &card_context(class, record.as_str(), &row, 1), &self.rng, card)?)
            .execute(tx)
            .await?;
        Ok(())
    }

    async fn kept_rows(&self, class: KeptClass, employer: &EmployerId) -> Result<Vec<Row>> {
        let sql = format!("{SELECT} WHERE NOT {DUE} AND k.employer_id = $2 AND k.class = $3 ORDER BY k.due_at, k.id");
        let query = sqlx::query_as(AssertSqlSafe(sql)).bind(ms(self.now())).bind(employer.as_str()).bind(class.code());
        Ok(query.fetch_all(self.records.read()).await?)
    }

    async fn kept_row(&self, class: KeptClass, id: &KeptId) -> Result<Row> {
        let sql = format!("{SELECT} WHERE NOT {DUE} AND k.id = $2 AND k.class = $3");
        let query = sqlx::query_as(AssertSqlSafe(sql)).bind(ms(self.now())).bind(id.as_str()).bind(class.code());
        Ok(query.fetch_one(self.records.read()).await?)
    }

    async fn kept_documents(&self, id: &str) -> Result<Vec<DocumentRow>> {
        Ok(sqlx::query_as("SELECT id, object_id, version, sealed FROM kept_document WHERE kept_id = $1 ORDER BY id")
            .bind(id)
            .fetch_all(self.records.read())
            .await?)
    }
}
