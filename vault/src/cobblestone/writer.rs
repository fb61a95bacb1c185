//! Sealing into an `AsyncWrite`.

use super::{CHUNK_LEN, SEALED_CHUNK_LEN, Sealer};
use crate::{Context, Key, Random};
use futures::io::AsyncWrite;
use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::task::{Context as Task, Poll, ready};

/// Seals what is written to it into another writer, in constant memory: one chunk and one sealed chunk.
///
/// [`close`](futures::io::AsyncWriteExt::close) ends the message, and nothing else does: a writer that is dropped before
/// it was closed leaves bytes that do not open as a whole. Flushing passes on the chunks that are full; plaintext of the
/// last, unfinished chunk stays here until it is full or the message ends.
///
/// A write that is given up while it waits has taken nothing, so it can be repeated.
///
/// ```
/// use futures::io::{AsyncReadExt as _, AsyncWriteExt as _, Cursor};
/// use vault::cobblestone::{OpenReader, SealWriter};
/// use vault::{Context, FileKey};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> std::io::Result<()> {
/// # let random = |bytes: &mut [u8]| bytes.fill(7);
/// let key = FileKey::generate(&random);
/// let context = Context::object(1, "o1");
///
/// let mut sealed = Cursor::new(Vec::new());
/// let mut writer = SealWriter::new(&key, &context, &random, &mut sealed);
/// writer.write_all(b"Dear team").await?;
/// writer.close().await?;
///
/// sealed.set_position(0);
/// let mut plaintext = Vec::new();
/// OpenReader::new(&key, &context, sealed).read_to_end(&mut plaintext).await?;
/// assert_eq!(plaintext, b"Dear team");
/// # Ok(())
/// # }
/// ```
pub struct SealWriter<W> {
    writer: Pin<Box<W>>,
    /// `None` once the message has ended.
    sealer: Option<Sealer>,
    /// Sealed, and from `written` on not yet taken by the writer: at first the header.
    out: Vec<u8>,
    written: usize,
}

impl<W> SealWriter<W> {
    /// Begins a message under a fresh salt.
    pub fn new(key: &impl AsRef<Key>, context: &Context, random: &(impl Random + ?Sized), writer: W) -> Self {
        let (sealer, header) = Sealer::new(key, context, random);
        let mut out = Vec::with_capacity(SEALED_CHUNK_LEN);
        out.extend_from_slice(&header);
        Self { writer: Box::pin(writer), sealer: Some(sealer), out, written: 0 }
    }
}

impl<W: AsyncWrite> SealWriter<W> {
    /// Hands everything sealed so far to the writer. What it took is remembered, so waiting may be given up at any point.
    fn poll_drain(&mut self, task: &mut Task<'_>) -> Poll<io::Result<()>> {
        while self.written < self.out.len() {
            match ready!(self.writer.as_mut().poll_write(task, &self.out[self.written..]))? {
                0 => return Poll::Ready(Err(ErrorKind::WriteZero.into())),
                taken => self.written += taken,
            }
        }
        self.out.clear();
        self.written = 0;
        Poll::Ready(Ok(()))
    }
}

impl<W: AsyncWrite> AsyncWrite for SealWriter<W> {
    fn poll_write(mut self: Pin<&mut Self>, task: &mut Task<'_>, plaintext: &[u8]) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        // First, so that no more than one sealed chunk waits, and so that a write that has to wait has taken nothing.
        ready!(this.poll_drain(task))?;
        let Some(sealer) = &mut this.sealer else {
            return Poll::Ready(Err(io::Error::new(ErrorKind::BrokenPipe, "the sealed message has ended")));
        };
        let taken = plaintext.len().min(CHUNK_LEN);
        sealer.push(&plaintext[..taken], &mut this.out);
        Poll::Ready(Ok(taken))
    }

    fn poll_flush(mut self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_drain(task))?;
        self.writer.as_mut().poll_flush(task)
    }

    fn poll_close(mut self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<io::Result<()>> {
        let this = &mut *self;
        if let Some(sealer) = this.sealer.take() {
            sealer.finish(&mut this.out);
        }
        ready!(this.poll_drain(task))?;
        this.writer.as_mut().poll_close(task)
    }
}
