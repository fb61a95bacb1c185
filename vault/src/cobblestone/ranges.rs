//! Opening a part of a stored object.

use super::message::Message;
use super::{CHUNK_LEN, HEADER_LEN, MAX_CHUNKS, OpenError, SEALED_CHUNK_LEN, TAG_LEN};
use crate::{Context, Key};
use std::ops::Range;
use zeroize::Zeroizing;

/// Which bytes of a stored object to fetch for a part of its plaintext, from the object's length alone.
///
/// That length is what the store says. Nothing is to be concluded from it until [`RangeOpener::new`] has authenticated
/// the last chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranges {
    full_chunks: u64,
    /// Length of the last sealed chunk.
    last_len: u64,
}

impl Ranges {
    /// For an object of `sealed_len` bytes.
    ///
    /// # Errors
    /// If no message has that length: [`OpenError::TooShort`], [`OpenError::Truncated`] or [`OpenError::TooLong`].
    pub fn of(sealed_len: u64) -> Result<Self, OpenError> {
        let body = sealed_len.checked_sub(HEADER_LEN as u64).ok_or(OpenError::TooShort)?;
        let full_chunks = body / SEALED_CHUNK_LEN as u64;
        let last_len = body % SEALED_CHUNK_LEN as u64;
        if full_chunks >= MAX_CHUNKS {
            return Err(OpenError::TooLong);
        }
        if last_len < TAG_LEN as u64 {
            return Err(OpenError::Truncated);
        }
        Ok(Self { full_chunks, last_len })
    }

    /// The header, to be given to [`RangeOpener::new`].
    pub fn header(&self) -> Range<u64> {
        0..HEADER_LEN as u64
    }

    /// The last chunk, to be given to [`RangeOpener::new`].
    pub fn last_chunk(&self) -> Range<u64> {
        chunk_start(self.full_chunks)..self.end()
    }

    /// The chunks that hold the plaintext range `plain`, to be given to [`RangeOpener::open`]. Empty for an empty range.
    ///
    /// # Errors
    /// [`OpenError::OutOfRange`] if the range is reversed or ends behind the plaintext.
    pub fn covering(&self, plain: &Range<u64>) -> Result<Range<u64>, OpenError> {
        if plain.start > plain.end || plain.end > self.stated_plain_len() {
            return Err(OpenError::OutOfRange);
        }
        let start = chunk_start(plain.start / CHUNK_LEN as u64);
        if plain.is_empty() {
            return Ok(start..start);
        }
        let end = chunk_start((plain.end - 1) / CHUNK_LEN as u64 + 1);
        Ok(start..end.min(self.end()))
    }

    /// Length of the plaintext if the object's length is true.
    pub(super) fn stated_plain_len(&self) -> u64 {
        self.full_chunks * CHUNK_LEN as u64 + self.last_len - TAG_LEN as u64
    }

    fn end(&self) -> u64 {
        chunk_start(self.full_chunks) + self.last_len
    }
}

/// "Chunk k can be found at ciphertext offset 56 + k * (16384 + len(tag))." ("Implementation notes")
fn chunk_start(number: u64) -> u64 {
    HEADER_LEN as u64 + number * SEALED_CHUNK_LEN as u64
}

/// Opens parts of a stored object. It fetches nothing itself: the caller asks [`Ranges`] and brings the bytes.
///
/// ```
/// use vault::cobblestone::{RangeOpener, Ranges};
/// use vault::{Context, FileKey, OpenError, seal};
///
/// # fn main() -> Result<(), OpenError> {
/// # let random = |bytes: &mut [u8]| bytes.fill(7);
/// # let key = FileKey::generate(&random);
/// # let context = Context::object(1, "o1");
/// let stored = seal(&key, &context, &random, &[b'x'; 100_000]);
/// let fetch = |range: std::ops::Range<u64>| &stored[range.start as usize..range.end as usize];
///
/// let ranges = Ranges::of(stored.len() as u64)?;
/// let opener = RangeOpener::new(&key, &context, ranges, fetch(ranges.header()), fetch(ranges.last_chunk()))?;
/// assert_eq!(opener.plain_len(), 100_000);
///
/// let wanted = 40_000..40_010;
/// let chunks = fetch(ranges.covering(&wanted)?);
/// assert_eq!(chunks.len(), 16_400);
/// assert_eq!(opener.open(&wanted, chunks)?.as_slice(), b"xxxxxxxxxx");
/// # Ok(())
/// # }
/// ```
pub struct RangeOpener {
    message: Message,
    ranges: Ranges,
}

impl RangeOpener {
    /// Checks the commitment, then authenticates the last chunk, and with it the length.
    ///
    /// # Errors
    /// [`OpenError::Commitment`] for a wrong key or context, [`OpenError::Authentication`] if the object was cut,
    /// extended or altered at its end, [`OpenError::Truncated`] if fewer bytes were given than `ranges` asked for.
    pub fn new(
        key: &impl AsRef<Key>,
        context: &Context,
        ranges: Ranges,
        header: &[u8],
        last_chunk: &[u8],
    ) -> Result<Self, OpenError> {
        let header = header.as_array().ok_or(OpenError::TooShort)?;
        let message = Message::resume(key.as_ref(), context, header)?;
        if last_chunk.len() as u64 != ranges.last_len {
            return Err(OpenError::Truncated);
        }
        let mut last = Zeroizing::new(Vec::with_capacity(last_chunk.len()));
        message.open_chunk(ranges.full_chunks, last_chunk, &mut last)?;
        Ok(Self { message, ranges })
    }

    /// Length of the plaintext, authenticated.
    pub fn plain_len(&self) -> u64 {
        self.ranges.stated_plain_len()
    }

    /// Opens the plaintext range `plain` from the bytes of [`Ranges::covering`], all or nothing. The memory used is the
    /// length of the range: ask for a long one in several.
    ///
    /// # Errors
    /// [`OpenError::OutOfRange`] for a range outside of the plaintext, [`OpenError::Truncated`] if the bytes are not as
    /// many as `covering` said, [`OpenError::Authentication`] if they were altered or are not those chunks.
    pub fn open(&self, plain: &Range<u64>, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let covering = self.ranges.covering(plain)?;
        if sealed.len() as u64 != covering.end - covering.start {
            return Err(OpenError::Truncated);
        }
        let mut plaintext = Zeroizing::new(Vec::with_capacity(sealed.len()));
        let first = plain.start / CHUNK_LEN as u64;
        for (number, chunk) in (first..).zip(sealed.chunks(SEALED_CHUNK_LEN)) {
            self.message.open_chunk(number, chunk, &mut plaintext)?;
        }
        // Both fit: they are offsets into the bytes at hand.
        let skip = (plain.start % CHUNK_LEN as u64) as usize;
        let len = (plain.end - plain.start) as usize;
        if len > 0 {
            plaintext.truncate(skip + len);
            plaintext.drain(..skip);
        }
        Ok(plaintext)
    }
}
