//! What is sealed opens again, and its length is as announced.

use crate::support::{BORDER_LENGTHS, context, key, plaintext, random};
use proptest::prelude::*;
use vault::cobblestone::{plain_len, sealed_len};
use vault::{OpenError, open, seal};

#[test]
fn every_length_around_a_chunk_border_opens_again() {
    let key = key();
    for len in BORDER_LENGTHS {
        let plain = plaintext(len);
        let sealed = seal(&key, &context(), &random(), &plain);
        assert_eq!(sealed.len() as u64, sealed_len(len as u64), "{len} bytes");
        assert_eq!(plain_len(sealed.len() as u64), Ok(len as u64), "{len} bytes");
        let opened = open(&key, &context(), &sealed).map(|opened| opened.to_vec());
        assert_eq!(opened, Ok(plain), "{len} bytes");
    }
}

#[test]
fn the_same_plaintext_never_seals_to_the_same_bytes() {
    let key = key();
    let once = seal(&key, &context(), &random(), b"Dear team");
    let again = seal(&key, &context(), &random(), b"Dear team");
    assert_ne!(once, again);
    assert_ne!(once[56..], again[56..], "only the header differs");
}

#[test]
fn a_length_no_message_has_is_refused() {
    for (sealed, error) in [
        (0, OpenError::TooShort),
        (55, OpenError::TooShort),
        (56, OpenError::Truncated),
        (71, OpenError::Truncated),
        (56 + 16_400, OpenError::Truncated),
        (56 + 16_400 + 15, OpenError::Truncated),
        (56 + 16_400 * (1 << 38), OpenError::TooLong),
        (u64::MAX, OpenError::TooLong),
    ] {
        assert_eq!(plain_len(sealed), Err(error), "{sealed} bytes");
    }
}

#[test]
fn the_longest_message_is_one_byte_short_of_4_pib() {
    let pib_4 = 1 << 52;
    assert_eq!(plain_len(sealed_len(pib_4 - 1)), Ok(pib_4 - 1));
    assert_eq!(plain_len(sealed_len(pib_4)), Err(OpenError::TooLong));
    assert_eq!(plain_len(sealed_len(u64::MAX)), Err(OpenError::TooLong));
}

proptest! {
    #[test]
    fn lengths_convert_both_ways(plain in 0..1_u64 << 52) {
        prop_assert_eq!(plain_len(sealed_len(plain)), Ok(plain));
    }

    #[test]
    fn a_length_is_refused_or_exact(sealed: u64) {
        if let Ok(plain) = plain_len(sealed) {
            prop_assert_eq!(sealed_len(plain), sealed);
        }
    }

    #[test]
    fn any_bytes_open_again(plain: Vec<u8>) {
        let key = key();
        let sealed = seal(&key, &context(), &random(), &plain);
        let opened = open(&key, &context(), &sealed);
        prop_assert_eq!(opened.as_deref().map(Vec::as_slice), Ok(plain.as_slice()));
    }
}
