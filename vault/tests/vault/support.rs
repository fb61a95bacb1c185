//! What the tests share.

use std::sync::atomic::{AtomicU64, Ordering};
use vault::cobblestone::{Opener, Sealer};
use vault::{Context, FileKey, OpenError, Random};

pub(crate) const CHUNK: usize = 16 * 1024;
pub(crate) const SEALED_CHUNK: usize = CHUNK + 16;
pub(crate) const HEADER: usize = 56;

/// Lengths on, just below and just above every border of the format.
pub(crate) const BORDER_LENGTHS: [usize; 14] = [
    0,
    1,
    15,
    16,
    17,
    CHUNK - 17,
    CHUNK - 16,
    CHUNK - 1,
    CHUNK,
    CHUNK + 1,
    2 * CHUNK - 1,
    2 * CHUNK,
    2 * CHUNK + 1,
    3 * CHUNK + 5,
];

/// Bytes that never repeat, by counting: all a test needs of randomness.
pub(crate) fn random() -> impl Random {
    static COUNT: AtomicU64 = AtomicU64::new(1);
    |bytes: &mut [u8]| {
        for part in bytes.chunks_mut(8) {
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let mixed = count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            part.copy_from_slice(&mixed.to_le_bytes()[..part.len()]);
        }
    }
}

pub(crate) fn key() -> FileKey {
    FileKey::generate(&random())
}

pub(crate) fn context() -> Context {
    Context::object(1, "object-1")
}

/// Plaintext in which no two chunks are alike.
pub(crate) fn plaintext(len: usize) -> Vec<u8> {
    (0..len as u64).map(|index| (index.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect()
}

/// Seals through [`Sealer`], in portions of these lengths again and again.
pub(crate) fn seal_in_portions(key: &FileKey, plain: &[u8], lengths: &[usize]) -> Vec<u8> {
    let (mut sealer, header) = Sealer::new(key, &context(), &random());
    let mut out = header.to_vec();
    for portion in portions(plain, lengths) {
        sealer.push(portion, &mut out);
    }
    sealer.finish(&mut out);
    out
}

/// Opens through [`Opener`], in portions of these lengths again and again. What came out before an error is returned
/// too.
pub(crate) fn open_in_portions(key: &FileKey, sealed: &[u8], lengths: &[usize]) -> (Vec<u8>, Result<(), OpenError>) {
    let mut opener = Opener::new(key, &context());
    let mut out = Vec::new();
    for portion in portions(sealed, lengths) {
        if let Err(error) = opener.push(portion, &mut out) {
            return (out, Err(error));
        }
    }
    let finished = opener.finish(&mut out);
    (out, finished)
}

/// Cuts bytes into portions of these lengths, again and again, the last one shorter.
pub(crate) fn portions<'b>(mut bytes: &'b [u8], lengths: &[usize]) -> Vec<&'b [u8]> {
    let mut cut = Vec::new();
    let mut lengths = lengths.iter().cycle();
    while !bytes.is_empty() {
        let len = lengths.next().map_or(bytes.len(), |len| *len);
        let (portion, rest) = bytes.split_at(len.min(bytes.len()));
        cut.push(portion);
        bytes = rest;
    }
    cut
}
