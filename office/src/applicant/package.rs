//! The archive that an applicant takes along (Art. 15(3), 20 GDPR; docs/PROMISES.md, n11): the data as JSON with their schema, a page to read,
//! and every file byte for byte. It is made while it is sent, so however large it is, memory stays small; how long it will be is known
//! before, so that a browser shows how far it has come.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex, PoisonError},
};

use bytes::Bytes;
use futures::{StreamExt as _, stream::BoxStream};
use rules::id::{ApplicationId, DocumentId};
use tokio::sync::mpsc;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use super::{
    Applicant, Copy,
    export::{InformationPart, Supplied, file_names, schema},
};
use crate::{Error, Office, Result, read::Part};

/// What is taken along.
pub enum Scope {
    /// Everything that is kept, with the page to read and what the notice says of it.
    Everything {
        /// The page, HTML.
        page: String,
        /// Purposes, recipients, periods, sources, rights.
        information: Vec<InformationPart>,
    },
    /// What the applicant supplied, for another house.
    Supplied,
}

/// An archive on its way.
pub struct Package {
    /// How many bytes it will have.
    pub length: u64,
    /// Its bytes.
    pub content: BoxStream<'static, Result<Bytes>>,
}

/// A file of the archive.
enum Content {
    Text(Vec<u8>),
    Document(DocumentId, u64),
}

/// This many pieces wait for a receiver that is slow.
const WAITING: usize = 4;
/// A piece of the archive.
const PIECE: usize = 64 * 1024;

impl Office {
    /// Makes the archive of a copy that was just made. The applicant may call this.
    ///
    /// # Errors
    /// [`Error::Unavailable`]. What fails later breaks the archive off, so that it is seen to be incomplete.
    pub fn own_package(&self, applicant: &Applicant, copy: &Copy, scope: Scope) -> Result<Package> {
        applicant.owns(&copy.id)?;
        let mut copy = copy.clone();
        let mut files: Vec<(String, Content)> = Vec::new();
        if let Scope::Supplied = scope {
            copy.documents.retain(|document| document.section.came_in());
        }
        let names = file_names(&copy.documents);
        let json = |value: serde_json::Result<Vec<u8>>| {
            value.map(Content::Text).map_err(|_| Error::Unavailable("a copy could not be written".to_owned()))
        };
        match scope {
            Scope::Everything { page, information } => {
                files.push(("index.html".to_owned(), Content::Text(page.into_bytes())));
                let export = self.export(&copy, &names, &information);
                files.push(("copy.json".to_owned(), json(serde_json::to_vec_pretty(&export))?));
                files.push(("copy.schema.json".to_owned(), Content::Text(schema(true))));
            }
            Scope::Supplied => {
                files.push(("supplied.json".to_owned(), json(serde_json::to_vec_pretty(&Supplied::of(&copy, &names)))?));
                files.push(("supplied.schema.json".to_owned(), Content::Text(schema(false))));
            }
        }
        let documents = copy.documents.iter().map(|document| Content::Document(document.id.clone(), document.size));
        files.extend(names.into_iter().zip(documents));
        let length = measure(&files)?;
        let (sender, receiver) = mpsc::channel(WAITING);
        let (office, applicant, application) = (self.clone(), applicant.clone(), copy.id);
        tokio::spawn(async move {
            if let Err(error) = office.write_package(&applicant, &application, &files, &sender).await {
                tracing::warn!(%error, "a copy broke off");
                // Nobody may be left to hear of it.
                drop(sender.send(Err(error)).await);
            }
        });
        let content = futures::stream::unfold(receiver, |mut receiver| async {
            let piece = receiver.recv().await?;
            Some((piece, receiver))
        });
        // Whoever compresses asks once more after the end.
        Ok(Package { length, content: content.fuse().boxed() })
    }

    /// Writes the archive, and waits for whoever receives it. No thread waits meanwhile: what is written goes into memory, a piece at a time.
    async fn write_package(
        &self,
        applicant: &Applicant,
        id: &ApplicationId,
        files: &[(String, Content)],
        to: &mpsc::Sender<Result<Bytes>>,
    ) -> Result<()> {
        let written = Written::default();
        let mut archive = ZipWriter::new_stream(written.clone());
        for (name, content) in files {
            archive.start_file(name.as_str(), stored()).map_err(|_| broken())?;
            match content {
                Content::Text(text) => archive.write_all(text).map_err(|_| broken())?,
                Content::Document(document, _) => {
                    let mut opened = self.open_own_document(applicant, id, document, Part::Whole).await?;
                    while let Some(piece) = opened.content.next().await {
                        archive.write_all(&piece?).map_err(|_| broken())?;
                        written.pass(to, PIECE).await?;
                    }
                }
            }
        }
        archive.finish().map_err(|_| broken())?;
        written.pass(to, 1).await
    }
}

fn broken() -> Error {
    Error::Unavailable("an archive could not be written".to_owned())
}

/// As it is: what is compressed already stays as long, and the length is known before.
fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

/// How many bytes the archive will have: the same archive with nothing but zeros in its files, counted and thrown away.
fn measure(files: &[(String, Content)]) -> Result<u64> {
    let zeros = [0; 16 * 1024];
    let mut archive = ZipWriter::new_stream(Counter(0));
    for (name, content) in files {
        archive.start_file(name.as_str(), stored()).map_err(|_| broken())?;
        let mut left = match content {
            Content::Text(text) => text.len() as u64,
            Content::Document(_, size) => *size,
        };
        while left > 0 {
            let some = usize::try_from(left).unwrap_or(usize::MAX).min(zeros.len());
            archive.write_all(&zeros[..some]).map_err(|_| broken())?;
            left -= some as u64;
        }
    }
    Ok(archive.finish().map_err(|_| broken())?.into_inner().0)
}

/// Counts what is written.
struct Counter(u64);

impl Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What was written and not passed on yet.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Written {
    /// Passes it on, once it is so much.
    async fn pass(&self, to: &mpsc::Sender<Result<Bytes>>, least: usize) -> Result<()> {
        let piece = {
            let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if written.len() < least { Vec::new() } else { std::mem::take(&mut *written) }
        };
        match piece.is_empty() {
            true => Ok(()),
            false => to.send(Ok(piece.into())).await.map_err(|_| Error::Unavailable("nobody receives the archive".to_owned())),
        }
    }
}
