//! Sealing in portions.

use super::message::Message;
use super::{CHUNK_LEN, HEADER_LEN, SEALED_CHUNK_LEN};
use crate::{Context, Key, Random};
use zeroize::Zeroizing;

/// Seals plaintext that comes in portions of any size, in constant memory.
///
/// ```
/// use vault::cobblestone::{Opener, Sealer};
/// use vault::{Context, FileKey, OpenError};
///
/// # fn main() -> Result<(), OpenError> {
/// # let random = |bytes: &mut [u8]| bytes.fill(7);
/// let key = FileKey::generate(&random);
/// let context = Context::object(1, "o1");
///
/// let (mut sealer, header) = Sealer::new(&key, &context, &random);
/// let mut sealed = header.to_vec();
/// sealer.push(b"Dear ", &mut sealed);
/// sealer.push(b"team", &mut sealed);
/// sealer.finish(&mut sealed);
///
/// let mut opener = Opener::new(&key, &context);
/// let mut plaintext = Vec::new();
/// for portion in sealed.chunks(7) {
///     opener.push(portion, &mut plaintext)?;
/// }
/// opener.finish(&mut plaintext)?;
/// assert_eq!(plaintext, b"Dear team");
/// # Ok(())
/// # }
/// ```
pub struct Sealer {
    message: Message,
    /// Plaintext of the chunk that is not full yet: always shorter than a chunk.
    pending: Zeroizing<Vec<u8>>,
    /// Number of the next chunk.
    next: u64,
}

impl Sealer {
    /// Begins a message under a fresh salt. The header goes first, before anything the sealer writes.
    pub fn new(key: &impl AsRef<Key>, context: &Context, random: &(impl Random + ?Sized)) -> (Self, [u8; HEADER_LEN]) {
        let (message, header) = Message::create(key.as_ref(), context, random);
        let sealer = Self { message, pending: Zeroizing::new(Vec::with_capacity(CHUNK_LEN)), next: 0 };
        (sealer, header)
    }

    /// Takes plaintext and appends to `out` what is complete: nothing, or one or more sealed chunks.
    ///
    /// # Panics
    /// At 4 PiB, where the specification demands to abort rather than to go on.
    pub fn push(&mut self, mut plaintext: &[u8], out: &mut Vec<u8>) {
        let complete = (self.pending.len() + plaintext.len()) / CHUNK_LEN;
        out.reserve(complete * SEALED_CHUNK_LEN);
        if !self.pending.is_empty() {
            let missing = CHUNK_LEN - self.pending.len();
            let (head, rest) = plaintext.split_at(missing.min(plaintext.len()));
            self.pending.extend_from_slice(head);
            plaintext = rest;
            if self.pending.len() < CHUNK_LEN {
                return;
            }
            self.message.seal_chunk(self.next, &self.pending, out);
            self.next += 1;
            self.pending.clear();
        }
        let (chunks, rest) = plaintext.as_chunks::<CHUNK_LEN>();
        for chunk in chunks {
            self.message.seal_chunk(self.next, chunk, out);
            self.next += 1;
        }
        self.pending.extend_from_slice(rest);
    }

    /// Ends the message: appends its last chunk, which is there even if it is empty.
    ///
    /// # Panics
    /// As [`push`](Self::push).
    pub fn finish(self, out: &mut Vec<u8>) {
        self.message.seal_chunk(self.next, &self.pending, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cobblestone::{MAX_CHUNKS, OpenError};

    /// A message at its very end, without the 4 PiB that lead there.
    fn at_chunk(number: u64) -> Sealer {
        let (mut sealer, _) = Sealer::new(&Key::from_bytes([1; 32]), &Context::raw(Vec::new()), &|salt: &mut [u8]| salt.fill(2));
        sealer.next = number;
        sealer
    }

    #[test]
    fn the_last_possible_chunk_seals_and_opens() {
        let mut sealed = Vec::new();
        at_chunk(MAX_CHUNKS - 1).finish(&mut sealed);
        let mut plain = Vec::new();
        let message = at_chunk(0).message;
        assert_eq!(message.open_chunk(MAX_CHUNKS - 1, &sealed, &mut plain), Ok(()));
        assert_eq!(message.open_chunk(MAX_CHUNKS, &sealed, &mut plain), Err(OpenError::TooLong));
    }

    #[test]
    #[should_panic(expected = "a message ends at 4 PiB")]
    fn sealing_aborts_at_4_pib() {
        at_chunk(MAX_CHUNKS - 1).push(&[0; CHUNK_LEN + 1], &mut Vec::new());
        at_chunk(MAX_CHUNKS).finish(&mut Vec::new());
    }
}
