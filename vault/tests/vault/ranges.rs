//! A part of a stored object opens without the rest.

use crate::support::{BORDER_LENGTHS, CHUNK, HEADER, SEALED_CHUNK, context, key, plaintext, random};
use proptest::prelude::*;
use std::cell::Cell;
use std::ops::Range;
use vault::cobblestone::{RangeOpener, Ranges};
use vault::{FileKey, OpenError, seal};

/// An object store that counts what it hands out.
struct Store {
    object: Vec<u8>,
    fetched: Cell<usize>,
}

impl Store {
    fn of(object: Vec<u8>) -> Self {
        let fetched = Cell::new(0);
        Self { object, fetched }
    }

    fn fetch(&self, range: Range<u64>) -> &[u8] {
        let bytes = &self.object[range.start as usize..range.end as usize];
        self.fetched.set(self.fetched.get() + bytes.len());
        bytes
    }

    fn open(&self, key: &FileKey, wanted: Range<u64>) -> Result<Vec<u8>, OpenError> {
        let ranges = Ranges::of(self.object.len() as u64)?;
        let (header, last) = (self.fetch(ranges.header()), self.fetch(ranges.last_chunk()));
        let opener = RangeOpener::new(key, &context(), ranges, header, last)?;
        let chunks = self.fetch(ranges.covering(&wanted)?);
        Ok(opener.open(&wanted, chunks)?.to_vec())
    }
}

#[test]
fn ranges_at_every_border_equal_slices() {
    let key = key();
    let plain = plaintext(3 * CHUNK + 5);
    let store = Store::of(seal(&key, &context(), &random(), &plain));
    let borders = BORDER_LENGTHS.iter().copied();
    for start in borders.clone() {
        for end in borders.clone().filter(|end| start <= *end) {
            let opened = store.open(&key, start as u64..end as u64);
            assert_eq!(opened.as_deref(), Ok(&plain[start..end]), "{start}..{end}");
        }
    }
}

#[test]
fn the_authenticated_length_is_the_true_one() {
    let key = key();
    for len in BORDER_LENGTHS {
        let sealed = seal(&key, &context(), &random(), &plaintext(len));
        let ranges = Ranges::of(sealed.len() as u64).expect("a true length");
        let last = &sealed[ranges.last_chunk().start as usize..];
        let opener = RangeOpener::new(&key, &context(), ranges, &sealed[..HEADER], last);
        assert_eq!(opener.map(|opener| opener.plain_len()), Ok(len as u64));
    }
}

#[test]
fn one_mib_of_an_object_of_100_mib_takes_66_chunks_and_the_header() {
    let key = key();
    let plain = plaintext(100 << 20);
    let store = Store::of(seal(&key, &context(), &random(), &plain));
    let wanted = (50 << 20) + 1..(51 << 20) + 1;
    let opened = store.open(&key, wanted.start as u64..wanted.end as u64);
    assert!(opened.as_deref() == Ok(&plain[wanted]), "the range differs from the slice");
    assert!(store.fetched.get() <= HEADER + 66 * SEALED_CHUNK, "{} bytes fetched", store.fetched.get());
}

#[test]
fn a_range_outside_of_the_plaintext_is_refused() {
    let key = key();
    let store = Store::of(seal(&key, &context(), &random(), &plaintext(100)));
    for wanted in [0..101, 101..101, 50..u64::MAX, Range { start: 2, end: 1 }] {
        let opened = store.open(&key, wanted.clone());
        assert_eq!(opened, Err(OpenError::OutOfRange), "{wanted:?}");
    }
}

#[test]
fn a_cut_or_extended_object_is_noticed_before_its_length_is_believed() {
    let key = key();
    let sealed = seal(&key, &context(), &random(), &plaintext(3 * CHUNK));
    for len in [sealed.len() - 16 - 1, sealed.len() - 17 - SEALED_CHUNK, HEADER + 16] {
        let opened = Store::of(sealed[..len].to_vec()).open(&key, 0..0);
        assert_eq!(opened, Err(OpenError::Authentication), "cut to {len}");
    }
    let extended = [sealed, vec![0; 100]].concat();
    let opened = Store::of(extended).open(&key, 0..0);
    assert_eq!(opened, Err(OpenError::Authentication), "extended");
}

#[test]
fn the_commitment_is_checked_before_any_chunk() {
    let store = Store::of(seal(&key(), &context(), &random(), &plaintext(CHUNK)));
    assert_eq!(store.open(&key(), 0..1), Err(OpenError::Commitment));
}

#[test]
fn too_few_bytes_or_other_chunks_are_refused() {
    let key = key();
    let sealed = seal(&key, &context(), &random(), &plaintext(3 * CHUNK));
    let ranges = Ranges::of(sealed.len() as u64).expect("a true length");
    let header = &sealed[..HEADER];
    let last = &sealed[ranges.last_chunk().start as usize..];

    let without_header = RangeOpener::new(&key, &context(), ranges, &header[1..], last);
    assert_eq!(without_header.err(), Some(OpenError::TooShort));
    let without_last = RangeOpener::new(&key, &context(), ranges, header, &last[1..]);
    assert_eq!(without_last.err(), Some(OpenError::Truncated));

    let opener = RangeOpener::new(&key, &context(), ranges, header, last).map_err(|error| error.to_string());
    let opener = opener.unwrap_or_else(|error| panic!("{error}"));
    let (first, second) = sealed[HEADER..].split_at(SEALED_CHUNK);
    assert_eq!(opener.open(&(0..10), &first[1..]), Err(OpenError::Truncated));
    assert_eq!(opener.open(&(0..10), &second[..SEALED_CHUNK]), Err(OpenError::Authentication));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_range_equals_the_slice(
        len in 0..5 * CHUNK,
        one: prop::sample::Index,
        other: prop::sample::Index,
    ) {
        let key = key();
        let plain = plaintext(len);
        let store = Store::of(seal(&key, &context(), &random(), &plain));
        let (one, other) = (one.index(len + 1), other.index(len + 1));
        let wanted = one.min(other)..one.max(other);
        let opened = store.open(&key, wanted.start as u64..wanted.end as u64);
        prop_assert_eq!(opened.as_deref(), Ok(&plain[wanted]));
    }

    #[test]
    fn a_damaged_byte_in_reach_is_noticed(
        len in 1..3 * CHUNK,
        place: prop::sample::Index,
    ) {
        let key = key();
        let mut damaged = seal(&key, &context(), &random(), &plaintext(len));
        let place = place.index(damaged.len());
        damaged[place] ^= 1;
        let opened = Store::of(damaged).open(&key, 0..len as u64);
        prop_assert!(opened.is_err(), "byte {} flipped", place);
    }
}
