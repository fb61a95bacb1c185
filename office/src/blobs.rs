//! The object store: bulk objects under random ids, sealed before they get here.

use std::{ops::Range, path::PathBuf, sync::Arc, time::Duration};

use bytes::Bytes;
use futures::{
    StreamExt as _, TryStreamExt as _,
    stream::{self, BoxStream},
};
use jiff::Timestamp;
use object_store::{
    GetOptions, MultipartUpload, ObjectStore, ObjectStoreExt as _, PutPayload, aws::AmazonS3Builder, local::LocalFileSystem,
    memory::InMemory, path::Path,
};
use rules::id::ObjectId;

use crate::{Error, Result, Settings, faults};

/// S3 refuses parts under 5 MiB, except the last.
pub const S3_PART: usize = 5 * 1024 * 1024;
/// A local file takes parts as they come.
pub const LOCAL_PART: usize = 128 * 1024;

/// The object that says to which store the others belong, so that wrong database URLs never meet it. Its name is no object's id.
const CLAIM: &str = "store-id";
/// The object that comes and goes to show that the store takes one. Its name is no object's id.
const TRY: &str = "try";

/// So long is a deletion waited for, retries of the client included, ...
const DELETION: Duration = Duration::from_secs(10);
/// ... and so long the next object of a listing: one that comes later comes with the next pass.
const LISTING: Duration = Duration::from_secs(30);

/// The object store.
#[derive(Clone)]
pub struct Blobs {
    store: Arc<dyn ObjectStore>,
    /// The directory of a local store, where uploads are staged that a listing does not show.
    directory: Option<PathBuf>,
    part: usize,
}

/// An object in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its id; `None` for a name that is no id.
    pub id: Option<ObjectId>,
    /// When it was written.
    pub at: Timestamp,
    /// Its size in bytes.
    pub size: u64,
}

impl Blobs {
    /// Opens the store that the settings name.
    ///
    /// # Errors
    /// [`Error::Unavailable`] in words.
    pub fn open(settings: &Settings) -> Result<Self> {
        let unavailable = |what: &str| Error::Unavailable(format!("object store: {what}"));
        let (scheme, rest) =
            settings.objects_url.split_once(':').ok_or_else(|| unavailable("ABLAUF_OBJECTS_URL has no scheme"))?;
        match scheme {
            "file" => {
                let directory = PathBuf::from(rest);
                std::fs::create_dir_all(&directory)
                    .map_err(|e| unavailable(&format!("its directory cannot be made: {}", e.kind())))?;
                let store = LocalFileSystem::new_with_prefix(&directory)?.with_fsync(true);
                Ok(Self { store: Arc::new(store), directory: Some(directory), part: LOCAL_PART })
            }
            "memory" => Ok(Self { store: Arc::new(InMemory::new()), directory: None, part: LOCAL_PART }),
            "s3" => {
                // Endpoint, region and credentials come from the AWS_* variables that every S3 client reads.
                let store = AmazonS3Builder::from_env()
                    .with_url(&settings.objects_url)
                    .build()
                    .map_err(|_| unavailable("the S3 settings do not fit together"))?;
                Ok(Self { store: Arc::new(store), directory: None, part: S3_PART })
            }
            _ => Err(unavailable("ABLAUF_OBJECTS_URL must begin with file:, memory: or s3:")),
        }
    }

    /// A store that is already open, and the bytes of one part: for the contract suite and for stores that fail on purpose.
    #[must_use]
    pub fn over(store: Arc<dyn ObjectStore>, part: usize) -> Self {
        Self { store, directory: None, part }
    }

    /// The id of the store that these objects belong to; `None` if nobody has claimed them.
    pub(crate) async fn claimed(&self) -> Result<Option<String>> {
        match self.store.get(&Path::from(CLAIM)).await {
            Ok(claim) => Ok(Some(String::from_utf8_lossy(&claim.bytes().await?).into_owned())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes down to which store these objects belong.
    pub(crate) async fn claim(&self, store: &str) -> Result<()> {
        faults::write("objects")?;
        self.store.put(&Path::from(CLAIM), PutPayload::from(store.to_owned().into_bytes())).await?;
        Ok(())
    }

    /// Whether there is no object at all.
    pub(crate) async fn is_empty(&self) -> Result<bool> {
        Ok(self.list().next().await.transpose()?.is_none())
    }

    /// Begins to write an object.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn create(&self, id: &ObjectId) -> Result<Upload> {
        faults::write("objects")?;
        let upload = self.store.put_multipart(&path(id)).await?;
        Ok(Upload { upload, buffer: Vec::with_capacity(self.part), part: self.part, size: 0 })
    }

    /// The bytes of an object, as they arrive.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn get(&self, id: &ObjectId) -> Result<BoxStream<'static, Result<Bytes>>> {
        let object = self.store.get(&path(id)).await?;
        Ok(object.into_stream().map_err(Error::from).boxed())
    }

    /// As [`Blobs::get`]; `None` if there is no such object.
    pub(crate) async fn find(&self, id: &ObjectId) -> Result<Option<BoxStream<'static, Result<Bytes>>>> {
        match self.store.get(&path(id)).await {
            Ok(object) => Ok(Some(object.into_stream().map_err(Error::from).boxed())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The first `len` bytes of an object, fewer if it is shorter, and its size as the store says it.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn get_start(&self, id: &ObjectId, len: u64) -> Result<(Bytes, u64)> {
        // One request for both; `head` would be another.
        let object = self.store.get_opts(&path(id), GetOptions::new().with_range(Some(0..len))).await?;
        let size = object.meta.size;
        Ok((object.bytes().await?, size))
    }

    /// These bytes of an object, at least one.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn get_range(&self, id: &ObjectId, range: Range<u64>) -> Result<Bytes> {
        Ok(self.store.get_range(&path(id), range).await?)
    }

    /// Deletes an object. A missing one is as good as deleted: S3 answers so, a local store does not.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn delete(&self, id: &ObjectId) -> Result<()> {
        self.remove(&path(id)).await
    }

    async fn remove(&self, path: &Path) -> Result<()> {
        faults::write("objects")?;
        match tokio::time::timeout(DELETION, self.store.delete(path)).await {
            Ok(Ok(()) | Err(object_store::Error::NotFound { .. })) => faults::written(),
            Ok(Err(error)) => Err(error.into()),
            Err(_) => Err(late()),
        }
    }

    /// Every object, as it is found.
    #[must_use]
    pub fn list(&self) -> BoxStream<'static, Result<Stored>> {
        if let Err(fault) = faults::list() {
            return stream::iter([Err(fault)]).boxed();
        }
        let found = self
            .store
            .list(None)
            .map_ok(|meta| Stored {
                id: meta.location.filename().and_then(ObjectId::parse),
                at: Timestamp::from_second(meta.last_modified.timestamp()).unwrap_or(Timestamp::MAX),
                size: meta.size,
            })
            .map_err(Error::from)
            .boxed();
        stream::unfold(found, |mut found| async {
            match tokio::time::timeout(LISTING, found.next()).await {
                Ok(next) => next.map(|next| (next, found)),
                Err(_) => Some((Err(late()), stream::empty().boxed())),
            }
        })
        .boxed()
    }

    /// Removes uploads that a local store has staged since before `before` and never finished; its listing hides them.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub fn sweep_staged(&self, before: Timestamp) -> Result<i64> {
        let staged = self.staged(before)?.into_iter();
        Ok(staged.filter(|(_, path)| std::fs::remove_file(path).is_ok()).count() as i64)
    }

    /// Uploads that a local store has staged since before `before` and never finished, each by the name of its file.
    pub(crate) fn staged(&self, before: Timestamp) -> Result<Vec<(String, PathBuf)>> {
        let Some(directory) = &self.directory else { return Ok(Vec::new()) };
        let unavailable = |e: std::io::Error| Error::Unavailable(format!("object store: {}", e.kind()));
        let mut staged = Vec::new();
        for entry in std::fs::read_dir(directory).map_err(unavailable)? {
            let entry = entry.map_err(unavailable)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // `<name>#<n>` is how `object_store` names what it stages.
            if !name.contains('#') {
                continue;
            }
            let written = entry.metadata().and_then(|meta| meta.modified()).ok().and_then(|at| Timestamp::try_from(at).ok());
            if written.is_some_and(|at| at < before) {
                staged.push((name, entry.path()));
            }
        }
        Ok(staged)
    }

    /// Whether the store takes an object; it is deleted again.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn ready(&self) -> Result<()> {
        let path = Path::from(TRY);
        self.store.put(&path, PutPayload::from_static(TRY.as_bytes())).await?;
        self.remove(&path).await
    }
}

/// An object being written. Dropped without [`Upload::finish`] it leaves at most staged parts: a sweep removes those of a local store, a
/// rule of the bucket those on S3 (docs/RETENTION.md). [`Upload::abort`] leaves nothing.
pub struct Upload {
    upload: Box<dyn MultipartUpload>,
    buffer: Vec<u8>,
    part: usize,
    size: i64,
}

impl Upload {
    /// Where the next sealed bytes are appended; call [`Upload::flow`] after.
    pub fn buffer(&mut self) -> &mut Vec<u8> {
        &mut self.buffer
    }

    /// Sends on what fills a part, one part at a time: memory stays at one part.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn flow(&mut self) -> Result<()> {
        if self.buffer.len() >= self.part { self.send().await } else { Ok(()) }
    }

    async fn send(&mut self) -> Result<()> {
        let bytes = std::mem::replace(&mut self.buffer, Vec::with_capacity(self.part));
        self.size += bytes.len() as i64;
        Ok(self.upload.put_part(PutPayload::from(Bytes::from(bytes))).await?)
    }

    /// Completes the object and answers its size in bytes.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; nothing is left.
    pub async fn finish(mut self) -> Result<i64> {
        let sent = if self.buffer.is_empty() { Ok(()) } else { self.send().await };
        let done = match sent {
            Ok(()) => self.upload.complete().await.map(|_| ()).map_err(Error::from),
            Err(error) => Err(error),
        };
        match done {
            Ok(()) => Ok(self.size),
            Err(error) => {
                self.abort().await;
                Err(error)
            }
        }
    }

    /// Gives up and removes what was staged. What cannot be removed now goes as after a drop.
    pub async fn abort(mut self) {
        if self.upload.abort().await.is_err() {
            tracing::warn!(
                "an unfinished upload could not be removed; the sweep will in a local store, a rule of the bucket on S3"
            );
        }
    }
}

fn late() -> Error {
    Error::Unavailable("the object store does not answer in time".to_owned())
}

fn path(id: &ObjectId) -> Path {
    Path::from(id.as_str())
}
