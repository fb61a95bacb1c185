//! Opening in portions.

use super::message::Message;
use super::{CHUNK_LEN, HEADER_LEN, OpenError, SEALED_CHUNK_LEN};
use crate::{Context, Key};

/// Opens sealed bytes that come in portions of any size, in constant memory. See [`Sealer`](super::Sealer) for an
/// example.
///
/// Only authenticated plaintext comes out. Whether the message is *whole* is known when [`finish`](Self::finish)
/// returns `Ok`, not before. The first error is final: every later call repeats it.
///
/// Plaintext goes to the caller's `Vec`: give a `Zeroizing<Vec<u8>>` with enough capacity where it must not linger.
pub struct Opener {
    state: State,
    /// Sealed bytes of a header or chunk that is not complete yet.
    pending: Vec<u8>,
}

enum State {
    /// The key waits for the salt.
    Header {
        key: Key,
        context: Context,
    },
    /// `next` is the number of the next chunk.
    Chunks {
        message: Box<Message>,
        next: u64,
    },
    Failed(OpenError),
}

impl Opener {
    /// Begins with nothing read; the header comes first through [`push`](Self::push).
    pub fn new(key: &impl AsRef<Key>, context: &Context) -> Self {
        Self {
            state: State::Header { key: key.as_ref().clone(), context: context.clone() },
            pending: Vec::with_capacity(SEALED_CHUNK_LEN),
        }
    }

    /// Takes sealed bytes and appends to `out` the plaintext of the chunks that are complete, if any.
    ///
    /// # Errors
    /// [`OpenError::Commitment`] once the header is there and does not fit; [`OpenError::Authentication`] or
    /// [`OpenError::TooLong`] at a bad chunk. What was appended before the error is authentic.
    pub fn push(&mut self, sealed: &[u8], out: &mut Vec<u8>) -> Result<(), OpenError> {
        self.advance(sealed, out).inspect_err(|error| self.state = State::Failed(*error))
    }

    /// Ends the message: opens the last chunk and appends its plaintext to `out`.
    ///
    /// # Errors
    /// [`OpenError::TooShort`] or [`OpenError::Truncated`] if the sealed bytes ended early,
    /// [`OpenError::Authentication`] if they were altered, or the error of an earlier call.
    pub fn finish(self, out: &mut Vec<u8>) -> Result<(), OpenError> {
        match self.state {
            State::Header { .. } => Err(OpenError::TooShort),
            // Always shorter than a full chunk: a full one is opened as soon as it is there. That is all it takes to
            // tell the last chunk ("the final chunk MUST be shorter than 16 KiB").
            State::Chunks { message, next } => message.open_chunk(next, &self.pending, out),
            State::Failed(error) => Err(error),
        }
    }

    fn advance(&mut self, mut sealed: &[u8], out: &mut Vec<u8>) -> Result<(), OpenError> {
        if let State::Header { key, context } = &self.state {
            let Some(header) = fill::<HEADER_LEN>(&mut self.pending, &mut sealed) else {
                return Ok(());
            };
            let message = Box::new(Message::resume(key, context, header)?);
            self.pending.clear();
            self.state = State::Chunks { message, next: 0 };
        }
        match &mut self.state {
            State::Chunks { message, next } => {
                // Grows once, before there is plaintext: growing later would leave a copy of it behind.
                let complete = (self.pending.len() + sealed.len()) / SEALED_CHUNK_LEN;
                out.reserve(complete * CHUNK_LEN);
                if !self.pending.is_empty() {
                    let Some(chunk) = fill::<SEALED_CHUNK_LEN>(&mut self.pending, &mut sealed) else {
                        return Ok(());
                    };
                    message.open_chunk(*next, chunk, out)?;
                    *next += 1;
                    self.pending.clear();
                }
                let (chunks, rest) = sealed.as_chunks::<SEALED_CHUNK_LEN>();
                for chunk in chunks {
                    message.open_chunk(*next, chunk, out)?;
                    *next += 1;
                }
                self.pending.extend_from_slice(rest);
                Ok(())
            }
            State::Failed(error) => Err(*error),
            State::Header { .. } => Ok(()),
        }
    }
}

/// Moves bytes from `from` to `pending` until there are `N`, and gives those.
fn fill<'p, const N: usize>(pending: &'p mut Vec<u8>, from: &mut &[u8]) -> Option<&'p [u8; N]> {
    let missing = N - pending.len();
    let (head, rest) = from.split_at(missing.min(from.len()));
    pending.extend_from_slice(head);
    *from = rest;
    pending.as_array()
}
