//! However the bytes are cut into portions, the result is the same.

use crate::support::{BORDER_LENGTHS, CHUNK, SEALED_CHUNK, context, key, open_in_portions, plaintext, random, seal_in_portions};
use proptest::prelude::*;
use vault::cobblestone::{Opener, Sealer};
use vault::{OpenError, open, seal};

#[test]
fn border_lengths_in_border_portions() {
    let key = key();
    for len in BORDER_LENGTHS {
        let plain = plaintext(len);
        for portion in [CHUNK - 1, CHUNK, CHUNK + 1, SEALED_CHUNK, 2 * SEALED_CHUNK + 1] {
            let sealed = seal_in_portions(&key, &plain, &[portion]);
            assert_eq!(
                open_in_portions(&key, &sealed, &[portion]),
                (plain.clone(), Ok(())),
                "{len} bytes in portions of {portion}"
            );
        }
    }
}

#[test]
fn byte_by_byte() {
    let key = key();
    let plain = plaintext(CHUNK + 3);
    let sealed = seal_in_portions(&key, &plain, &[1]);
    assert_eq!(open_in_portions(&key, &sealed, &[1]), (plain, Ok(())));
}

#[test]
fn a_chunk_comes_out_as_soon_as_it_is_complete() {
    let key = key();
    let (mut sealer, header) = Sealer::new(&key, &context(), &random());
    let mut sealed = Vec::new();
    sealer.push(&plaintext(CHUNK - 1), &mut sealed);
    assert_eq!(sealed.len(), 0);
    sealer.push(b"x", &mut sealed);
    assert_eq!(sealed.len(), SEALED_CHUNK);

    let mut opener = Opener::new(&key, &context());
    let mut plain = Vec::new();
    assert_eq!(opener.push(&header, &mut plain), Ok(()));
    assert_eq!(opener.push(&sealed[..SEALED_CHUNK - 1], &mut plain), Ok(()));
    assert_eq!(plain.len(), 0);
    assert_eq!(opener.push(&sealed[SEALED_CHUNK - 1..], &mut plain), Ok(()));
    assert_eq!(plain.len(), CHUNK);
}

#[test]
fn the_first_error_is_final() {
    let key = key();
    let mut damaged = seal(&key, &context(), &random(), &plaintext(CHUNK + 1));
    damaged[60] ^= 1;
    let mut opener = Opener::new(&key, &context());
    let mut plain = Vec::new();
    let first = opener.push(&damaged, &mut plain);
    assert_eq!(first, Err(OpenError::Authentication));

    // Even the undamaged rest is not looked at any more.
    let intact = seal(&key, &context(), &random(), b"Dear team");
    assert_eq!(opener.push(&intact, &mut plain), first);
    assert_eq!(opener.finish(&mut plain), first);
    assert_eq!(plain, b"");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_portions_seal_and_open_as_one_piece(
        len in 0..4 * CHUNK,
        sealing in prop::collection::vec(1..2 * CHUNK, 1..8),
        opening in prop::collection::vec(1..2 * CHUNK, 1..8),
    ) {
        let key = key();
        let plain = plaintext(len);

        let sealed = seal_in_portions(&key, &plain, &sealing);
        let opened = open(&key, &context(), &sealed);
        prop_assert_eq!(opened.as_deref().map(Vec::as_slice), Ok(plain.as_slice()));

        let sealed = seal(&key, &context(), &random(), &plain);
        prop_assert_eq!(open_in_portions(&key, &sealed, &opening), (plain, Ok(())));
    }
}
