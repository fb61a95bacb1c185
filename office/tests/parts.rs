//! A part of a document opens without the rest, and everything that guards the whole guards each part.

use crate::support;

use std::{
    fmt,
    ops::Range,
    sync::{Arc, Mutex},
};

use bytes::Bytes;
use futures::{TryStreamExt as _, future::BoxFuture, stream::BoxStream};
use object_store::{
    CopyOptions, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore, PutMultipartOptions, PutOptions,
    PutPayload, PutResult, Result as Stored, local::LocalFileSystem, path::Path,
};
use office::{
    Blobs, Error,
    blobs::LOCAL_PART,
    read::{OpenedDocument, Part},
};
use rules::{
    access::Actor,
    id::{ApplicationId, DocumentId},
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada},
};

const CHUNK: u64 = 16 * 1024;
const SEALED_CHUNK: u64 = CHUNK + 16;
const HEADER: u64 = 56;

/// The local store, and every range that was asked of it.
#[derive(Debug)]
struct Counting {
    store: LocalFileSystem,
    asked: Arc<Mutex<Vec<Range<u64>>>>,
}

impl fmt::Display for Counting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "counting {}", self.store)
    }
}

impl ObjectStore for Counting {
    fn get_opts<'a, 'b, 'f>(&'a self, path: &'b Path, options: GetOptions) -> BoxFuture<'f, Stored<GetResult>>
    where
        'a: 'f,
        'b: 'f,
    {
        Box::pin(async move {
            let got = self.store.get_opts(path, options).await?;
            self.asked.lock().expect("no test panicked").push(got.range.clone());
            Ok(got)
        })
    }

    fn put_opts<'a, 'b, 'f>(&'a self, path: &'b Path, bytes: PutPayload, options: PutOptions) -> BoxFuture<'f, Stored<PutResult>>
    where
        'a: 'f,
        'b: 'f,
    {
        self.store.put_opts(path, bytes, options)
    }

    fn put_multipart_opts<'a, 'b, 'f>(
        &'a self,
        path: &'b Path,
        options: PutMultipartOptions,
    ) -> BoxFuture<'f, Stored<Box<dyn MultipartUpload>>>
    where
        'a: 'f,
        'b: 'f,
    {
        self.store.put_multipart_opts(path, options)
    }

    fn delete_stream(&self, paths: BoxStream<'static, Stored<Path>>) -> BoxStream<'static, Stored<Path>> {
        self.store.delete_stream(paths)
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Stored<ObjectMeta>> {
        self.store.list(prefix)
    }

    fn list_with_delimiter<'a, 'b, 'f>(&'a self, prefix: Option<&'b Path>) -> BoxFuture<'f, Stored<ListResult>>
    where
        'a: 'f,
        'b: 'f,
    {
        self.store.list_with_delimiter(prefix)
    }

    fn copy_opts<'a, 'b, 'c, 'f>(&'a self, from: &'b Path, to: &'c Path, options: CopyOptions) -> BoxFuture<'f, Stored<()>>
    where
        'a: 'f,
        'b: 'f,
        'c: 'f,
    {
        self.store.copy_opts(from, to, options)
    }
}

/// An application whose curriculum vitae has this many bytes, in a store that counts.
struct Case {
    office: TestOffice,
    cast: Cast,
    id: ApplicationId,
    document: DocumentId,
    sent: Vec<u8>,
    asked: Arc<Mutex<Vec<Range<u64>>>>,
}

impl Case {
    async fn of(mut office: TestOffice, len: usize) -> Self {
        let asked = Arc::default();
        let store =
            LocalFileSystem::new_with_prefix(office.directory.path().join("objects")).expect("the objects of this office");
        office.office.blobs = Blobs::over(Arc::new(Counting { store, asked: Arc::clone(&asked) }), LOCAL_PART);
        Arc::make_mut(&mut office.office.settings).max_document = len as u64;
        let cast = office.cast().await;
        let posting = office.open_posting_of(&cast).await;
        let sent = pdf(len);
        let mut document = office.begin_document().await.expect("a document begins");
        for piece in sent.chunks(100_000) {
            document.push(piece).await.expect("a document streams");
        }
        let document = document.finish("Lebenslauf.pdf").await.expect("a document arrives");
        let applicant = ada().check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
        let receipt = office.receive(&posting, applicant, document, "one", posting.language).await.expect("a receipt");
        let id = office.application_of(&receipt.code).await.expect("an application");
        let view = office.read_application(&cast.hr, &id).await.expect("the application");
        let document = view.documents[0].id.clone();
        Self { office, cast, id, document, sent, asked }
    }

    async fn open(&self, actor: &Actor, part: Part) -> Result<OpenedDocument, Error> {
        self.office.open_document(actor, &self.id, &self.document, part).await
    }

    /// Opens a part for HR and answers what came, and which ranges of the object were fetched for it.
    async fn fetch(&self, part: Part) -> (Option<Range<u64>>, Vec<u8>, Vec<Range<u64>>) {
        self.asked.lock().expect("no test panicked").clear();
        let opened = self.open(&self.cast.hr, part).await.expect("the document");
        assert_eq!(opened.size, self.sent.len() as u64, "the true size, not the padded one");
        let bytes = content(opened.content).await.expect("the content");
        (opened.part, bytes, self.asked.lock().expect("no test panicked").clone())
    }

    /// The only object in the store.
    fn object(&self) -> std::path::PathBuf {
        let objects = std::fs::read_dir(self.office.directory.path().join("objects")).expect("the objects");
        let mut paths = objects.map(|entry| entry.expect("an entry").path()).filter(|path| !path.ends_with("store-id"));
        paths.next().expect("an object")
    }

    /// How often the journal says that the document was opened.
    async fn entries(&self) -> i64 {
        let query = "SELECT COUNT(*) FROM entry_in WHERE body LIKE '%document ' || $1 || '%'";
        sqlx::query_scalar(query).bind(self.document.as_str()).fetch_one(self.office.records.read()).await.expect("a count")
    }
}

async fn content(content: BoxStream<'static, Result<Bytes, Error>>) -> Result<Vec<u8>, Error> {
    Ok(content.try_collect::<Vec<_>>().await?.concat())
}

/// A PDF of this length, no two chunks of which are alike.
fn pdf(len: usize) -> Vec<u8> {
    let mut bytes: Vec<u8> = (0..len as u64).map(|at| (at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect();
    bytes[..9].copy_from_slice(b"%PDF-1.4\n");
    bytes[len - 21..].copy_from_slice(b"\nstartxref\n9\n%%EOF\n\n\n");
    bytes
}

both_engines!(every_part_of_a_document_is_that_part_of_what_was_sent, |office| async move {
    // Three steps and a bit, and padded: the object is longer than what was sent.
    let case = Case::of(office, 3 * 512 * 1024 + 12_345).await;
    let len = case.sent.len() as u64;
    let step = 512 * 1024;
    for (part, expected) in [
        (Part::Whole, 0..len),
        (Part::Between(0, 0), 0..1),
        (Part::Between(0, len - 1), 0..len),
        (Part::Between(CHUNK - 1, CHUNK), CHUNK - 1..CHUNK + 1),
        (Part::Between(step - 1, 2 * step), step - 1..2 * step + 1),
        (Part::Between(len - 1, u64::MAX), len - 1..len),
        (Part::From(0), 0..len),
        (Part::From(len - 1), len - 1..len),
        (Part::From(step + 7), step + 7..len),
        (Part::Last(1), len - 1..len),
        (Part::Last(len), 0..len),
        (Part::Last(u64::MAX), 0..len),
    ] {
        let (range, bytes, _) = case.fetch(part).await;
        assert_eq!(range, Some(expected.clone()), "{part:?}");
        assert!(bytes == case.sent[expected.start as usize..expected.end as usize], "{part:?} differs from what was sent");
    }
    for part in [Part::From(len), Part::Between(len, len + 1), Part::Last(0)] {
        let (range, bytes, asked) = case.fetch(part).await;
        assert_eq!((range, bytes.len()), (None, 0), "{part:?}: what hides the size is not the document's");
        assert_eq!(asked, [], "{part:?}: nothing is fetched for nothing");
    }
});

both_engines!(one_mib_of_a_document_of_100_mib_reads_66_chunks_at_most_and_the_header, |office| async move {
    // Padded to 100 MiB, 6401 chunks in the store.
    let case = Case::of(office, 100 * 1024 * 1024 - 1000).await;
    let stored = std::fs::metadata(case.object()).expect("the object").len();
    assert_eq!(stored, HEADER + 6400 * SEALED_CHUNK + 16);
    // From the middle of a chunk: the most chunks that one MiB can touch, 65, and the last one, which proves the length.
    let start = 50 * 1024 * 1024 + 1;
    let (_, bytes, asked) = case.fetch(Part::Between(start, start + 1024 * 1024 - 1)).await;
    assert!(bytes == case.sent[start as usize..][..1024 * 1024], "the part differs from what was sent");

    let chunks = |range: &Range<u64>| (range.end - HEADER).div_ceil(SEALED_CHUNK) - (range.start - HEADER) / SEALED_CHUNK;
    assert_eq!(asked[0], 0..HEADER, "first the header, for the commitment");
    assert_eq!(asked[1], stored - 16..stored, "then the last chunk, for the length");
    let covering: u64 = asked[2..].iter().map(chunks).sum();
    assert_eq!(covering, 65, "{asked:?}");
    let fetched: u64 = asked.iter().map(|range| range.end - range.start).sum();
    assert_eq!(fetched, HEADER + 16 + 65 * SEALED_CHUNK, "whole chunks, none twice");
    assert!(
        asked[2..].iter().all(|range| range.end - range.start <= 32 * SEALED_CHUNK),
        "in steps that memory can hold: {asked:?}"
    );
});

both_engines!(a_part_of_an_object_that_was_cut_extended_or_altered_does_not_open, |office| async move {
    let case = Case::of(office, 100_000).await;
    let object = case.object();
    let intact = std::fs::read(&object).expect("the object");
    let last = intact.len() - (intact.len() - HEADER as usize) % SEALED_CHUNK as usize;
    let mut altered_header = intact.clone();
    altered_header[30] ^= 1;
    let mut altered_end = intact.clone();
    altered_end[last] ^= 1;
    for (what, bytes) in [
        ("nothing left", &intact[..0]),
        ("half a header", &intact[..30]),
        ("the last chunk cut", &intact[..intact.len() - 1]),
        ("the last chunk gone", &intact[..last]),
        ("a chunk and a half gone", &intact[..last - 8000]),
        ("extended", &[&intact[..], &[0; 100]].concat()),
        ("extended by a chunk", &[&intact[..], &[0; SEALED_CHUNK as usize]].concat()),
        ("the header altered", &altered_header),
        ("the last chunk altered", &altered_end),
    ] {
        std::fs::write(&object, bytes).expect("the object");
        let opened = case.open(&case.cast.hr, Part::Between(0, 9)).await;
        assert!(matches!(opened, Err(Error::Unavailable(_))), "{what}: known before a byte of it leaves");
    }

    let mut altered_middle = intact.clone();
    altered_middle[(HEADER + SEALED_CHUNK + 5) as usize] ^= 1;
    std::fs::write(&object, altered_middle).expect("the object");
    let part = async |part| content(case.open(&case.cast.hr, part).await?.content).await;
    assert!(part(Part::Between(CHUNK, CHUNK)).await.is_err(), "a byte of the chunk that was altered");
    assert!(part(Part::Between(0, CHUNK - 1)).await.is_ok(), "the chunk before is whole");
});

both_engines!(n04_each_part_of_a_document_is_decided_anew_and_stands_in_the_journal, |office| async move {
    let case = Case::of(office, 100_000).await;
    let before = case.entries().await;
    for part in [Part::Between(0, 9), Part::Between(10, 19), Part::From(20)] {
        case.open(&case.cast.hr, part).await.expect("the document");
    }
    assert_eq!(case.entries().await - before, 3, "one entry for each part");

    let before = case.entries().await;
    let stranger = case.office.stranger().await;
    for actor in [&case.cast.kitchen_head, &case.cast.garden_head, &case.cast.privacy, &case.cast.admin, &stranger] {
        for part in [Part::Whole, Part::Between(0, 9), Part::Last(1), Part::From(u64::MAX)] {
            assert!(case.open(actor, part).await.is_err(), "{part:?} of a document that was not released");
        }
    }
    assert_eq!(case.entries().await, before, "nothing was read");
});
