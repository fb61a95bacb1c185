//! Opening from an `AsyncRead`.

use super::{CHUNK_LEN, OpenError, Opener, SEALED_CHUNK_LEN};
use crate::{Context, Key};
use futures::io::AsyncRead;
use std::io;
use std::mem;
use std::pin::Pin;
use std::task::{Context as Task, Poll, ready};
use zeroize::Zeroizing;

/// Opens what another reader gives, in constant memory: one chunk and one sealed chunk. See
/// [`SealWriter`](super::SealWriter) for an example.
///
/// Only authenticated bytes come out, and the end (`Ok(0)`) comes only after the last chunk: bytes that were damaged or
/// cut end in an [`OpenError`] as [`ErrorKind::InvalidData`](io::ErrorKind::InvalidData), again at every later read. What
/// came before it is authentic but not the whole: act on the message only after its end.
///
/// An error of the inner reader is passed on and can be overcome by reading again. A read that is given up while it waits
/// has lost nothing.
pub struct OpenReader<R> {
    reader: Pin<Box<R>>,
    state: State,
    sealed: Box<[u8]>,
    /// Opened, and from `given` on not yet given out. Never grows beyond a chunk, so no copy of it stays behind.
    plaintext: Zeroizing<Vec<u8>>,
    given: usize,
}

enum State {
    Opening(Box<Opener>),
    /// The last chunk has been authenticated.
    Whole,
    Failed(OpenError),
}

impl<R> OpenReader<R> {
    /// Begins with nothing read; the first read takes the header.
    pub fn new(key: &impl AsRef<Key>, context: &Context, reader: R) -> Self {
        Self {
            reader: Box::pin(reader),
            state: State::Opening(Box::new(Opener::new(key, context))),
            sealed: vec![0; SEALED_CHUNK_LEN].into(),
            plaintext: Zeroizing::new(Vec::with_capacity(CHUNK_LEN)),
            given: 0,
        }
    }
}

impl<R: AsyncRead> OpenReader<R> {
    /// Takes one portion from the inner reader, at most a sealed chunk, so that at most one chunk becomes complete.
    fn poll_open(&mut self, task: &mut Task<'_>) -> Poll<io::Result<()>> {
        self.plaintext.clear();
        self.given = 0;
        let State::Opening(opener) = &mut self.state else { return Poll::Ready(Ok(())) };
        let len = ready!(self.reader.as_mut().poll_read(task, &mut self.sealed))?;
        if len > 0 {
            if let Err(error) = opener.push(&self.sealed[..len], &mut self.plaintext) {
                self.state = State::Failed(error);
            }
        } else if let State::Opening(opener) = mem::replace(&mut self.state, State::Whole)
            && let Err(error) = opener.finish(&mut self.plaintext)
        {
            self.state = State::Failed(error);
        }
        Poll::Ready(Ok(()))
    }
}

impl<R: AsyncRead> AsyncRead for OpenReader<R> {
    fn poll_read(mut self: Pin<&mut Self>, task: &mut Task<'_>, to: &mut [u8]) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        if to.is_empty() {
            return Poll::Ready(Ok(0));
        }
        while this.given == this.plaintext.len() {
            match this.state {
                State::Opening(_) => ready!(this.poll_open(task))?,
                State::Whole => return Poll::Ready(Ok(0)),
                State::Failed(error) => return Poll::Ready(Err(error.into())),
            }
        }
        let len = to.len().min(this.plaintext.len() - this.given);
        to[..len].copy_from_slice(&this.plaintext[this.given..][..len]);
        this.given += len;
        Poll::Ready(Ok(len))
    }
}
