//! The archive that an applicant takes along (Art. 15(3), 20 GDPR; docs/PROMISES.md, n11): the data as JSON with their schema, a page to read,
//! and every file byte for byte. It is made while it is sent, so however large it is, memory stays small; how long it will be is known
//! before, so that a browser shows how far it has come.

use std::io::{self, Write};

use bytes::Bytes;
use futures::{StreamExt as _, stream::BoxStream};
use rules::id::DocumentId;
use tokio::{runtime::Handle, sync::mpsc, task::spawn_blocking};
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
        let (office, applicant, handle) = (self.clone(), applicant.clone(), Handle::current());
        spawn_blocking(move || {
            let mut archive = ZipWriter::new_stream(Pipe { sender: sender.clone(), piece: Vec::with_capacity(PIECE) });
            let written = write(&mut archive, &files, |content, archive| match content {
                Content::Text(text) => Ok(archive.write_all(text)?),
                Content::Document(document, _) => {
                    let opening = office.open_own_document(&applicant, &copy.id, document, Part::Whole);
                    let mut opened = handle.block_on(opening)?;
                    while let Some(piece) = handle.block_on(opened.content.next()) {
                        archive.write_all(&piece?)?;
                    }
                    Ok(())
                }
            });
            let ended = written.and_then(|()| {
                let mut pipe = archive.finish().map_err(|_| broken())?.into_inner();
                pipe.flush().map_err(|_| broken())
            });
            if let Err(error) = ended {
                tracing::warn!(%error, "a copy broke off");
                // Nobody may be left to hear of it.
                drop(sender.blocking_send(Err(error)));
            }
        });
        let content =
            futures::stream::unfold(receiver, |mut receiver| async { receiver.recv().await.map(|piece| (piece, receiver)) });
        // Whoever compresses asks once more after the end.
        Ok(Package { length, content: content.fuse().boxed() })
    }
}

fn broken() -> Error {
    Error::Unavailable("an archive could not be written".to_owned())
}

impl From<io::Error> for Broken {
    fn from(_: io::Error) -> Self {
        Self(broken())
    }
}

impl From<Error> for Broken {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

/// Why an archive broke off.
struct Broken(Error);

impl From<Broken> for Error {
    fn from(Broken(error): Broken) -> Self {
        error
    }
}

/// Writes every file, each by `put`.
fn write<W: Write>(
    archive: &mut ZipWriter<zip::write::StreamWriter<W>>,
    files: &[(String, Content)],
    mut put: impl FnMut(&Content, &mut ZipWriter<zip::write::StreamWriter<W>>) -> Result<(), Broken>,
) -> Result<()> {
    for (name, content) in files {
        // As it is: what is compressed already stays as long, and the length is known before.
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        archive.start_file(name.as_str(), options).map_err(|_| broken())?;
        put(content, archive)?;
    }
    Ok(())
}

/// How many bytes the archive will have: the same archive with nothing but zeros in its files, counted and thrown away.
fn measure(files: &[(String, Content)]) -> Result<u64> {
    let mut archive = ZipWriter::new_stream(Counter(0));
    write(&mut archive, files, |content, archive| {
        let zeros = [0; 16 * 1024];
        let mut left = match content {
            Content::Text(text) => text.len() as u64,
            Content::Document(_, size) => *size,
        };
        while left > 0 {
            let some = usize::try_from(left).unwrap_or(usize::MAX).min(zeros.len());
            archive.write_all(&zeros[..some])?;
            left -= some as u64;
        }
        Ok(())
    })?;
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

/// Passes on what is written, piece by piece; whoever writes waits for whoever receives.
struct Pipe {
    sender: mpsc::Sender<Result<Bytes>>,
    piece: Vec<u8>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let some = bytes.len().min(PIECE - self.piece.len());
        self.piece.extend_from_slice(&bytes[..some]);
        if self.piece.len() == PIECE {
            self.pass()?;
        }
        Ok(some)
    }

    /// The archive is flushed after each of its parts; only the end passes what is left.
    fn flush(&mut self) -> io::Result<()> {
        self.pass()
    }
}

impl Pipe {
    fn pass(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.sender.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
