//! Damaged bytes give an error and not one byte that was not authenticated.

use crate::support::{BORDER_LENGTHS, CHUNK, HEADER, SEALED_CHUNK, context, key, open_in_portions, plaintext, random};
use futures::FutureExt as _;
use futures::io::AsyncReadExt as _;
use proptest::prelude::*;
use std::io::ErrorKind;
use vault::cobblestone::OpenReader;
use vault::{Context, FileKey, OpenError, Owner, open, seal};

/// Each way of opening must refuse; what portions and readers let out must be the true beginning, in whole chunks.
fn refuses(key: &FileKey, damaged: &[u8], plain: &[u8], what: &str) -> OpenError {
    let whole = open(key, &context(), damaged).map(|opened| opened.to_vec());
    let error = whole.expect_err(what);
    let (out, result) = open_in_portions(key, damaged, &[1000]);
    assert_eq!(result, Err(error), "{what}");
    assert!(plain.starts_with(&out), "{what}: bytes came out that were never sealed");
    assert_eq!(out.len() % CHUNK, 0, "{what}: a part of a chunk came out");

    let mut reader = OpenReader::new(key, &context(), damaged);
    let mut read = Vec::new();
    // Twice: the end does not come by asking again.
    for _ in 0..2 {
        let result = reader.read_to_end(&mut read).now_or_never().expect("everything is there").expect_err(what);
        assert_eq!(result.kind(), ErrorKind::InvalidData, "{what}");
        assert_eq!(result.get_ref().and_then(|inner| inner.downcast_ref()), Some(&error), "{what}");
        assert!(read == out, "{what}: a reader let out something else");
    }
    error
}

#[test]
fn any_flipped_bit_of_a_small_message() {
    let key = key();
    let plain = plaintext(100);
    let sealed = seal(&key, &context(), &random(), &plain);
    for bit in 0..sealed.len() * 8 {
        let mut damaged = sealed.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let expected = if bit / 8 < HEADER { OpenError::Commitment } else { OpenError::Authentication };
        let error = refuses(&key, &damaged, &plain, &format!("bit {bit} flipped"));
        assert_eq!(error, expected, "bit {bit} flipped");
    }
}

#[test]
fn a_message_cut_anywhere_near_a_border() {
    let key = key();
    let plain = plaintext(2 * CHUNK + 100);
    let sealed = seal(&key, &context(), &random(), &plain);
    let borders = [0, HEADER, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK, sealed.len()];
    for border in borders {
        for len in border.saturating_sub(20)..(border + 20).min(sealed.len()) {
            refuses(&key, &sealed[..len], &plain, &format!("cut at {len}"));
        }
    }
}

#[test]
fn a_message_that_ends_at_a_full_chunk_is_truncated() {
    let key = key();
    for len in [CHUNK, 2 * CHUNK] {
        let plain = plaintext(len);
        let sealed = seal(&key, &context(), &random(), &plain);
        let error = refuses(&key, &sealed[..sealed.len() - 16], &plain, "last chunk missing");
        assert_eq!(error, OpenError::Truncated);
    }
}

#[test]
fn an_extended_message() {
    let key = key();
    for len in BORDER_LENGTHS {
        let plain = plaintext(len);
        let sealed = seal(&key, &context(), &random(), &plain);
        for extra in [1, 15, 16, 17, SEALED_CHUNK, SEALED_CHUNK + 16] {
            let mut extended = sealed.clone();
            extended.extend(vec![0; extra]);
            refuses(&key, &extended, &plain, &format!("{len} bytes and {extra} more"));
        }
        let doubled = [sealed.clone(), sealed[HEADER..].to_vec()].concat();
        refuses(&key, &doubled, &plain, &format!("{len} bytes, chunks repeated"));
    }
}

#[test]
fn chunks_swapped_repeated_or_left_out() {
    let key = key();
    let plain = plaintext(3 * CHUNK + 7);
    let sealed = seal(&key, &context(), &random(), &plain);
    let (header, body) = sealed.split_at(HEADER);
    let chunks: Vec<&[u8]> = body.chunks(SEALED_CHUNK).collect();
    for order in [&[1, 0, 2, 3][..], &[0, 2, 1, 3], &[0, 1, 3, 2], &[0, 0, 2, 3], &[0, 1, 3], &[0, 2, 3], &[3], &[0, 1, 2, 2, 3]]
    {
        let mut damaged = header.to_vec();
        order.iter().for_each(|chunk| damaged.extend(chunks[*chunk]));
        refuses(&key, &damaged, &plain, &format!("chunks {order:?}"));
    }
}

#[test]
fn a_chunk_of_another_message_of_the_same_key_and_context() {
    let key = key();
    let plain = plaintext(CHUNK + 7);
    let sealed = seal(&key, &context(), &random(), &plain);
    let other = seal(&key, &context(), &random(), &plain);
    let mixed = [&sealed[..HEADER], &other[HEADER..HEADER + SEALED_CHUNK], &sealed[HEADER + SEALED_CHUNK..]];
    let error = refuses(&key, &mixed.concat(), &plain, "first chunk of another message");
    assert_eq!(error, OpenError::Authentication);
}

#[test]
fn another_key_or_context_is_noticed_at_the_header() {
    let sealing_key = key();
    let sealed = seal(&sealing_key, &context(), &random(), &plaintext(CHUNK));
    assert_eq!(open(&key(), &context(), &sealed).err(), Some(OpenError::Commitment));
    for other in [
        Context::object(2, "object-1"),
        Context::object(1, "object-2"),
        Context::file_key(Owner::Application("a"), "object-1", 1),
        Context::raw(Vec::new()),
    ] {
        let opened = open(&sealing_key, &other, &sealed);
        assert_eq!(opened.err(), Some(OpenError::Commitment), "{other:?}");
    }
}

proptest! {
    #[test]
    fn any_flipped_bit_of_a_long_message(
        len in 0..3 * CHUNK,
        place: prop::sample::Index,
        bit in 0..8_u8,
    ) {
        let key = key();
        let plain = plaintext(len);
        let mut damaged = seal(&key, &context(), &random(), &plain);
        let place = place.index(damaged.len());
        damaged[place] ^= 1 << bit;
        refuses(&key, &damaged, &plain, &format!("bit {bit} of byte {place} flipped"));
    }

    #[test]
    fn any_cut(len in 0..3 * CHUNK, place: prop::sample::Index) {
        let key = key();
        let plain = plaintext(len);
        let sealed = seal(&key, &context(), &random(), &plain);
        let place = place.index(sealed.len());
        refuses(&key, &sealed[..place], &plain, &format!("cut at {place}"));
    }

    #[test]
    fn any_bytes_at_all(bytes: Vec<u8>) {
        refuses(&key(), &bytes, b"", "bytes that nobody sealed");
    }
}
