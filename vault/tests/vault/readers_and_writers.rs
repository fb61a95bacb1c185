//! From a blocking reader to a writer, as the command line does.

use crate::support::{BORDER_LENGTHS, CHUNK, context, key, plaintext, random};
use std::io::{self, ErrorKind, Read};
use vault::OpenError;
use vault::cobblestone::{copy_open, copy_seal};
use vault::{open, seal};

/// A reader that gives little at a time and is interrupted now and then, as pipes do.
struct Pipe<'b> {
    bytes: &'b [u8],
    reads: usize,
}

impl<'b> Pipe<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        Self { bytes, reads: 0 }
    }
}

impl Read for Pipe<'_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        self.reads += 1;
        if self.reads.is_multiple_of(3) {
            return Err(ErrorKind::Interrupted.into());
        }
        let portion = to.len().min(5000);
        self.bytes.read(&mut to[..portion])
    }
}

#[test]
fn copying_and_slices_hold_the_same_format() {
    let key = key();
    for len in BORDER_LENGTHS {
        let plain = plaintext(len);
        let mut sealed = Vec::new();
        let copied = copy_seal(&key, &context(), &random(), Pipe::of(&plain), &mut sealed);
        copied.expect("nothing fails");
        let opened = open(&key, &context(), &sealed).map(|opened| opened.to_vec());
        assert_eq!(opened.as_ref(), Ok(&plain), "{len} bytes sealed by copying");

        let sealed = seal(&key, &context(), &random(), &plain);
        let mut opened = Vec::new();
        let copied = copy_open(&key, &context(), Pipe::of(&sealed), &mut opened);
        copied.expect("nothing fails");
        assert_eq!(opened, plain, "{len} bytes opened by copying");
    }
}

#[test]
fn nothing_is_written_that_was_not_authenticated() {
    let key = key();
    let plain = plaintext(2 * CHUNK + 10);
    let sealed = seal(&key, &context(), &random(), &plain);
    // In the header, each chunk, and the last tag: how much may be written before it is noticed.
    for (place, written) in [(3, 0), (60, 0), (20_000, CHUNK), (sealed.len() - 1, 2 * CHUNK)] {
        let mut damaged = sealed.clone();
        damaged[place] ^= 1;
        let mut out = Vec::new();
        let error = copy_open(&key, &context(), damaged.as_slice(), &mut out);
        let error = error.expect_err("the byte was flipped");
        assert_eq!(error.kind(), ErrorKind::InvalidData, "byte {place}");
        assert_eq!(out, plain[..written], "byte {place}");
    }
}

#[test]
fn the_error_says_what_was_wrong() {
    let error = copy_open(&key(), &context(), io::empty(), io::sink()).expect_err("nothing to open");
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
    assert_eq!(inner, Some(&OpenError::TooShort));
}

#[test]
fn errors_of_the_writer_stop_the_copy() {
    let mut full = [0_u8; 100];
    let copied = copy_seal(&key(), &context(), &random(), io::repeat(0), full.as_mut_slice());
    assert_eq!(copied.map_err(|error| error.kind()), Err(ErrorKind::WriteZero));
}
