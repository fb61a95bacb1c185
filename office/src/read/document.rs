//! Opening a document: its bytes are authenticated piece by piece while they leave.

use bytes::Bytes;
use futures::{StreamExt as _, stream::BoxStream};
use rules::{
    access::{Action, Actor, Subject},
    application::Section,
    document::Kind,
    id::{ApplicationId, DocumentId, ObjectId},
};
use vault::{Context, FileKey, cobblestone::open_stream};

use crate::{
    Error, Office, Result, facts,
    journal::Entry,
    sealed::{FileCard, OBJECT_VERSION, document_context, open_json},
    store::unknown,
};

/// A document, open.
pub struct OpenedDocument {
    /// The name people see.
    pub name: String,
    /// Its format.
    pub kind: Kind,
    /// Its size in bytes.
    pub size: u64,
    /// Its content, authenticated piece by piece.
    pub content: BoxStream<'static, Result<Bytes>>,
}

impl Office {
    /// Opens a document of an application. Whoever may read its section may call this.
    ///
    /// # Errors
    /// As for [`Office::read_application`].
    pub async fn open_document(&self, actor: &Actor, id: &ApplicationId, document: &DocumentId) -> Result<OpenedDocument> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        let (section, object, version, sealed): (String, String, i64, Vec<u8>) =
            sqlx::query_as("SELECT section, object_id, version, sealed FROM document WHERE id = $1 AND application_id = $2")
                .bind(document.as_str())
                .bind(id.as_str())
                .fetch_one(&mut *connection)
                .await?;
        drop(connection);
        let section = Section::from_code(&section).ok_or_else(|| unknown("document.section"))?;
        let staff = self.allow(actor, Action::ReadSection, Subject::Section(&facts.application, section))?;
        let rk = self.record_key(&facts.row.rk_id).await?;
        let card: FileCard = open_json(&rk, &document_context(id.as_str(), document.as_str(), version), &sealed)?;
        let entry = Entry::of(staff, Action::ReadSection, id.as_str()).detail(format!("document {document}"));
        self.enter_read(&facts.application.employer, &entry).await?;
        self.open_object(&ObjectId::parse(&object).ok_or_else(|| unknown("document.object_id"))?, &card).await
    }

    /// Opens a bulk object with the card that holds its key; what was appended to hide its size is cut off.
    pub(crate) async fn open_object(&self, object: &ObjectId, card: &FileCard) -> Result<OpenedDocument> {
        let bytes = data_encoding::HEXLOWER.decode(card.key.as_bytes()).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        let key = FileKey::from_bytes(bytes.ok_or_else(|| Error::Unavailable("a file key has the wrong length".to_owned()))?);
        let sealed = self.blobs.get(object).await?;
        let opened = open_stream(&key, &Context::object(OBJECT_VERSION, object.as_str()), sealed);
        let mut left = card.size;
        let content = opened
            .map(move |piece| {
                let piece: Bytes = piece?;
                let keep = piece.len().min(usize::try_from(left).unwrap_or(usize::MAX));
                left -= keep as u64;
                Ok(piece.slice(..keep))
            })
            .boxed();
        Ok(OpenedDocument { name: card.name.clone(), kind: card.kind, size: card.size, content })
    }
}
