//! A document on its way in: recognised, counted, hashed and sealed while it streams, never whole in memory and never readable on
//! the disk.

use fail::fail_point;
use rules::{
    document::{Kind, Recogniser, Unfit, display_name},
    form::Problem,
    id::ObjectId,
};
use sha2::{Digest as _, Sha256};
use vault::{Context, FileKey, cobblestone::Sealer, padding::padding_len};

use crate::{
    Error, Office, Result,
    blobs::Upload,
    sealed::{FileCard, OBJECT_VERSION},
};

/// A document on its way in: recognised, counted and sealed while it streams.
pub struct IncomingDocument {
    object: ObjectId,
    key: FileKey,
    sealer: Sealer,
    upload: Upload,
    recogniser: Recogniser,
    digest: Sha256,
    max: u64,
}

/// A document that arrived whole and is of a kind that is taken. Hand it to [`Office::receive`] or to [`Office::discard`].
pub struct ReceivedDocument {
    pub(crate) object: ObjectId,
    /// Bytes in the object store.
    pub(crate) stored: i64,
    pub(crate) card: FileCard,
    /// SHA-256 of what was sent. It is stored nowhere; the mark of a form's content is made of it.
    pub(super) digest: [u8; 32],
}

impl IncomingDocument {
    /// Takes the next piece.
    ///
    /// # Errors
    /// [`Error::TooLarge`] past the limit, [`Error::Unsupported`] as soon as the beginning rules out every format; then call
    /// [`IncomingDocument::abort`].
    pub async fn push(&mut self, piece: &[u8]) -> Result<()> {
        self.recogniser.push(piece);
        if self.recogniser.len() > self.max {
            return Err(Error::TooLarge { max: self.max });
        }
        if self.recogniser.is_hopeless() {
            return Err(Error::Unsupported);
        }
        self.digest.update(piece);
        self.sealer.push(piece, self.upload.buffer());
        self.upload.flow().await?;
        fail_point!("upload.part");
        Ok(())
    }

    /// Ends the document under the name its sender gave it.
    ///
    /// # Errors
    /// [`Error::Unsupported`] for another format, [`Error::Invalid`] for an empty or damaged file. Nothing is left then.
    pub async fn finish(mut self, name: &str) -> Result<ReceivedDocument> {
        let kind = match self.recogniser.finish() {
            Ok(kind) => kind,
            Err(unfit) => {
                self.upload.abort().await;
                return Err(match unfit {
                    Unfit::Empty => Error::field("cv", Problem::FileEmpty),
                    Unfit::Damaged => Error::field("cv", Problem::FileDamaged),
                    Unfit::Unrecognised => Error::Unsupported,
                });
            }
        };
        let size = self.recogniser.len();
        // The true size stands in the sealed card; the store sees the padded one.
        const ZEROS: [u8; 4096] = [0; 4096];
        let mut padding = padding_len(size);
        while padding > 0 {
            let piece = padding.min(ZEROS.len() as u64);
            self.sealer.push(&ZEROS[..piece as usize], self.upload.buffer());
            padding -= piece;
        }
        self.sealer.finish(self.upload.buffer());
        let stored = self.upload.finish().await?;
        fail_point!("upload.object_written");
        let card = FileCard { key: self.key, name: display_name(name, kind), kind, size, answers: None };
        Ok(ReceivedDocument { object: self.object, stored, card, digest: self.digest.finalize().into() })
    }

    /// Gives up; nothing is left.
    pub async fn abort(self) {
        self.upload.abort().await;
    }
}

impl ReceivedDocument {
    /// The format its content has.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.card.kind
    }
}

impl Office {
    /// Begins to take a document. Anybody may call this; nothing refers to the document until [`Office::receive`].
    ///
    /// # Errors
    /// [`Error::Unavailable`] if the object store does not answer.
    pub async fn begin_document(&self) -> Result<IncomingDocument> {
        let (object, key) = (ObjectId::from_bytes(self.rng.bytes()), FileKey::generate(&self.rng));
        let (sealer, header) = Sealer::new(&key, &Context::object(OBJECT_VERSION, object.as_str()), &self.rng);
        let mut upload = self.blobs.create(&object).await?;
        upload.buffer().extend_from_slice(&header);
        let (recogniser, digest, max) = (Recogniser::default(), Sha256::new(), self.settings.max_document);
        Ok(IncomingDocument { object, key, sealer, upload, recogniser, digest, max })
    }

    /// Removes a document that arrived and is not wanted after all.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; a sweep removes it then.
    pub async fn discard(&self, document: ReceivedDocument) -> Result<()> {
        self.blobs.delete(&document.object).await
    }
}
