//! Opening a document, or a part of it: its bytes are authenticated piece by piece while they leave.

use std::ops::Range;

use bytes::Bytes;
use futures::{StreamExt as _, TryStreamExt as _, stream, stream::BoxStream};
use rules::{
    access::{Action, Actor, Subject},
    application::Section,
    document::Kind,
    id::{ApplicationId, DocumentId, ObjectId},
};
use vault::{
    Context, FileKey,
    cobblestone::{HEADER_LEN, RangeOpener, Ranges, open_stream},
};

use super::Part;
use crate::{
    Error, Office, Result, facts,
    journal::Entry,
    sealed::{FileCard, OBJECT_VERSION, document_context, open_json},
    store::unknown,
};

/// How much of a long part is fetched and opened at once: whole chunks of the sealed format, so that none is fetched twice, and
/// so few that memory stays small.
const STEP: u64 = 512 * 1024;

/// A document, open.
pub struct OpenedDocument {
    /// The name people see.
    pub name: String,
    /// Its format.
    pub kind: Kind,
    /// Its size in bytes.
    pub size: u64,
    /// Which of its bytes the content holds; `None` if it has none of those that were asked for.
    pub part: Option<Range<u64>>,
    /// The content of that part, authenticated piece by piece.
    pub content: BoxStream<'static, Result<Bytes>>,
}

impl Office {
    /// Opens a document of an application, or a part of it. Whoever may read its section may call this.
    ///
    /// Each call is decided anew and stands in the journal, the second part of a document as much as the first: a release may have
    /// ended in between, and whoever has read any part of a document has read personal data.
    ///
    /// # Errors
    /// As for [`Office::read_application`].
    pub async fn open_document(
        &self,
        actor: &Actor,
        id: &ApplicationId,
        document: &DocumentId,
        part: Part,
    ) -> Result<OpenedDocument> {
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
        self.open_object(&ObjectId::parse(&object).ok_or_else(|| unknown("document.object_id"))?, &card, part).await
    }

    /// Opens a bulk object, or a part of it, with the card that holds its key; what was appended to hide its size is cut off.
    pub(crate) async fn open_object(&self, object: &ObjectId, card: &FileCard, part: Part) -> Result<OpenedDocument> {
        let range = part.of(card.size);
        let content = match &range {
            None => stream::empty().boxed(),
            Some(_) if part == Part::Whole => self.open_whole(object, &card.key, card.size).await?,
            Some(range) => self.open_range(object, &card.key, range.clone()).await?,
        };
        Ok(OpenedDocument { name: card.name.clone(), kind: card.kind, size: card.size, part: range, content })
    }

    async fn open_whole(&self, object: &ObjectId, key: &FileKey, size: u64) -> Result<BoxStream<'static, Result<Bytes>>> {
        let sealed = self.blobs.get(object).await?;
        let mut left = size;
        let cut = move |piece: Bytes| {
            let keep = piece.len().min(usize::try_from(left).unwrap_or(usize::MAX));
            left -= keep as u64;
            piece.slice(..keep)
        };
        Ok(open_stream(key, &object_context(object), sealed).map_ok(cut).boxed())
    }

    /// Fetches the header, the last chunk and the chunks that cover the range, and nothing else. The key and the length of the
    /// object are proven before the first byte of content leaves.
    async fn open_range(&self, object: &ObjectId, key: &FileKey, range: Range<u64>) -> Result<BoxStream<'static, Result<Bytes>>> {
        let (header, stored) = self.blobs.get_start(object, HEADER_LEN as u64).await?;
        let ranges = Ranges::of(stored)?;
        let last = self.blobs.get_range(object, ranges.last_chunk()).await?;
        let opener = RangeOpener::new(key, &object_context(object), ranges, &header, &last)?;
        // The card must not state more than the object holds.
        ranges.covering(&range)?;
        let (blobs, object) = (self.blobs.clone(), object.clone());
        let steps = stream::iter(steps(range)).map(Ok::<_, Error>);
        Ok(steps
            .and_then(move |step| {
                let (blobs, object, covering) = (blobs.clone(), object.clone(), ranges.covering(&step));
                async move { Ok((blobs.get_range(&object, covering?).await?, step)) }
            })
            .map(move |fetched| {
                let (sealed, step) = fetched?;
                Ok(Bytes::from_owner(opener.open(&step, &sealed)?))
            })
            .boxed())
    }
}

fn object_context(object: &ObjectId) -> Context {
    Context::object(OBJECT_VERSION, object.as_str())
}

/// Cuts a range where steps end.
fn steps(range: Range<u64>) -> impl Iterator<Item = Range<u64>> {
    let starts = range.start / STEP..range.end.div_ceil(STEP);
    starts.map(move |step| (step * STEP).max(range.start)..((step + 1) * STEP).min(range.end))
}

#[cfg(test)]
mod tests {
    use super::{STEP, steps};

    #[test]
    fn steps_cover_a_range_and_end_at_multiples() {
        for range in [0..1, 0..STEP, 5..STEP, 5..STEP + 1, STEP..2 * STEP, STEP - 1..3 * STEP + 7, 2 * STEP + 5..2 * STEP + 9] {
            let cut: Vec<_> = steps(range.clone()).collect();
            assert_eq!(cut.first().map(|step| step.start), Some(range.start));
            assert_eq!(cut.last().map(|step| step.end), Some(range.end));
            assert!(cut.iter().all(|step| step.start < step.end && step.end - step.start <= STEP), "{cut:?}");
            assert!(cut.windows(2).all(|two| two[0].end == two[1].start && two[0].end % STEP == 0), "{cut:?}");
        }
    }
}
