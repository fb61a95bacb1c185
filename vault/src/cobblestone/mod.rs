//! Cobblestone-256: [C2SP chunked-encryption](https://c2sp.org/chunked-encryption) with SHA-512 and AES-256-GCM.
//!
//! ```text
//! salt (24) || commitment (32) || chunk 0 (16384 + 16) || chunk 1 (16384 + 16) || ... || last chunk (0..=16383 + 16)
//! ```
//!
//! The message is cut into chunks of 16 KiB; the last one is always shorter, and empty if need be, which is how a
//! reader knows that nothing was cut off. Key, nonce and commitment of a message come from the key, a random salt and
//! the [`Context`], so a wrong key, context or salt is noticed before the first chunk is touched.
//!
//! There is one way to hold it for each use:
//!
//! | the bytes | seal | open |
//! |---|---|---|
//! | are a slice | [`seal`] | [`open`] |
//! | come in portions | [`Sealer`] | [`Opener`] |
//! | come as a `Stream` | [`seal_stream`] | [`open_stream`] |
//! | go to an `AsyncWrite`, come from an `AsyncRead` | [`SealWriter`] | [`OpenReader`] |
//! | come from a blocking `Read` | [`copy_seal`] | [`copy_open`] |
//! | are one part of a stored object | | [`Ranges`], [`RangeOpener`] |

mod copy;
mod message;
mod opener;
#[cfg(test)]
mod published_vectors;
mod ranges;
mod reader;
mod sealer;
mod stream;
mod writer;

pub use copy::{copy_open, copy_seal};
pub use opener::Opener;
pub use ranges::{RangeOpener, Ranges};
pub use reader::OpenReader;
pub use sealer::Sealer;
pub use stream::{OpenStream, SealStream, open_stream, seal_stream};
pub use writer::SealWriter;

use crate::{Context, Key, Random};
use message::Message;
use zeroize::Zeroizing;

/// Length of the header: salt and commitment.
pub const HEADER_LEN: usize = 56;

/// Length of the plaintext in each chunk but the last ("Message chunking").
pub(crate) const CHUNK_LEN: usize = 16 * 1024;

/// Length of an AES-GCM tag.
pub(crate) const TAG_LEN: usize = 16;

/// Length of each sealed chunk but the last.
pub(crate) const SEALED_CHUNK_LEN: usize = CHUNK_LEN + TAG_LEN;

/// Number of chunks a message may have at most ("Message chunking"): 4 PiB.
pub(crate) const MAX_CHUNKS: u64 = 1 << 38;

/// Why sealed bytes did not open. Carries no data, so it can be logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Shorter than a header.
    #[error("too short to be sealed bytes")]
    TooShort,
    /// The last chunk is missing or cut.
    #[error("sealed bytes end too early")]
    Truncated,
    /// Another key, another context, or a damaged header.
    #[error("key or context do not fit these sealed bytes")]
    Commitment,
    /// A chunk was damaged, moved, or replaced.
    #[error("sealed bytes were altered")]
    Authentication,
    /// More chunks than a message can have.
    #[error("sealed bytes are longer than the format allows")]
    TooLong,
    /// The requested range does not lie within the plaintext, or the bytes given are not the ones it needs.
    #[error("range lies outside of the sealed bytes")]
    OutOfRange,
}

/// So that sealed bytes can be read through anything that reads: the kind is `InvalidData`.
impl From<OpenError> for std::io::Error {
    fn from(error: OpenError) -> Self {
        Self::new(std::io::ErrorKind::InvalidData, error)
    }
}

/// Seals a slice.
///
/// The result is 72 bytes longer than the plaintext, and 16 more for every full 16 KiB, see [`sealed_len`].
pub fn seal(key: &impl AsRef<Key>, context: &Context, random: &(impl Random + ?Sized), plaintext: &[u8]) -> Vec<u8> {
    let (message, header) = Message::create(key.as_ref(), context, random);
    let (chunks, last) = plaintext.as_chunks::<CHUNK_LEN>();
    let mut out = Vec::with_capacity(HEADER_LEN + plaintext.len() + (chunks.len() + 1) * TAG_LEN);
    out.extend_from_slice(&header);
    for (number, chunk) in (0..).zip(chunks) {
        message.seal_chunk(number, chunk, &mut out);
    }
    message.seal_chunk(chunks.len() as u64, last, &mut out);
    out
}

/// Opens what [`seal`] made, all or nothing. The plaintext zeroizes when dropped.
///
/// # Errors
/// [`OpenError::Commitment`] for a wrong key or context; the others for bytes that were damaged or cut.
pub fn open(key: &impl AsRef<Key>, context: &Context, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (header, body) = sealed.split_first_chunk::<HEADER_LEN>().ok_or(OpenError::TooShort)?;
    let message = Message::resume(key.as_ref(), context, header)?;
    // Never grows, so no copy of the plaintext stays behind in memory.
    let mut plaintext = Zeroizing::new(Vec::with_capacity(body.len()));
    message.open_chunks(body, &mut plaintext)?;
    Ok(plaintext)
}

/// Length of the sealed bytes for a plaintext of `plain` bytes.
///
/// A plaintext too long for the format (4 PiB and above) gets a length that [`plain_len`] refuses.
pub fn sealed_len(plain: u64) -> u64 {
    let chunks = plain / CHUNK_LEN as u64 + 1;
    plain.saturating_add(chunks.saturating_mul(TAG_LEN as u64)).saturating_add(HEADER_LEN as u64)
}

/// Length of the plaintext in `sealed` bytes, as far as a length alone can tell: it is true only once the last chunk
/// has been authenticated, see [`RangeOpener`].
///
/// # Errors
/// If no message has that length ("Implementation notes"): [`OpenError::TooShort`], [`OpenError::Truncated`] or
/// [`OpenError::TooLong`].
pub fn plain_len(sealed: u64) -> Result<u64, OpenError> {
    Ranges::of(sealed).map(|ranges| ranges.stated_plain_len())
}
