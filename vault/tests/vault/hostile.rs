//! What must hold for any bytes at all: one function for each parser of sealed bytes. The fuzz targets in `fuzz/` feed them for
//! hours, `parsers.rs` for a moment in every run of the tests. They panic where a promise is broken.
//!
//! Random bytes never pass a commitment or a tag, so the bytes steer: they choose what is sealed under a fixed key, and how it
//! is damaged then.

use bytes::Bytes;
use futures::io::AsyncReadExt as _;
use futures::{FutureExt as _, StreamExt as _, TryStreamExt as _, stream};
use std::io;
use std::ops::Range;
use std::sync::LazyLock;
use vault::cobblestone::{OpenReader, Opener, RangeOpener, Ranges, SealWriter, Sealer};
use vault::cobblestone::{copy_open, copy_seal, open_stream, plain_len, seal_stream, sealed_len};
use vault::padding::{padding_len, padme};
use vault::{Context, FileKey, GenerationKey, Key, MacKey, OpenError, Random, RecordKey, open, seal};

const CHUNK: usize = 16 * 1024;
const SEALED_CHUNK: usize = CHUNK + 16;
const HEADER: usize = 56;

/// A whole message, as a slice: what opens was sealed by the holder of the key.
pub fn message(data: &[u8]) {
    let mut input = Input(data);
    let (key, context) = (key(), context());
    let header = seal(&key, &context, &random(1), b"")[..HEADER].to_vec();
    match input.byte() % 4 {
        // Bytes as they come.
        0 => assert!(open(&key, &context, input.0).is_err(), "nobody sealed this"),
        // Chunks as they come, behind a header that fits.
        1 => {
            let forged = [&header, input.0].concat();
            assert!(open(&key, &context, &forged).is_err(), "nobody sealed this");
        }
        _ => {
            let (plain, sealed) = damaged(&mut input);
            let opened = open(&key, &context, &sealed.bytes).map(|opened| opened.to_vec());
            assert_eq!(opened.is_ok(), sealed.intact, "only what was not touched opens");
            assert!(opened.is_err() || opened == Ok(plain), "it opens to what was sealed");
            assert!(open(&key, &Context::object(2, "o"), &sealed.bytes).is_err(), "not under another context");
        }
    }
}

/// A message in arbitrary portions: what a slice says, portions say, and let out nothing else before.
pub fn portions(data: &[u8]) {
    let mut input = Input(data);
    let (plain, sealed) = damaged(&mut input);
    let expected = open(&key(), &context(), &sealed.bytes).map(drop);
    let mut opener = Opener::new(&key(), &context());
    let mut out = Vec::new();
    let mut pushed = Ok(());
    for portion in cut(&sealed.bytes, &mut input) {
        let before = out.len();
        let again = opener.push(portion, &mut out);
        assert!(pushed.is_ok() || (again == pushed && out.len() == before), "the first error is final");
        pushed = again;
    }
    assert!(plain.starts_with(&out) && out.len().is_multiple_of(CHUNK), "only authentic chunks come out");
    let finished = opener.finish(&mut out);
    assert_eq!(finished, expected, "portions and slices agree");
    assert!(pushed.is_ok() || pushed == finished, "the end does not make it good");
    assert!(plain.starts_with(&out), "only authentic bytes come out");
    assert!(finished.is_err() || out == plain, "it opens to what was sealed");
}

/// A message as a stream, from a reader and from a blocking reader: each says what a slice says.
pub fn streams(data: &[u8]) {
    let mut input = Input(data);
    let (plain, sealed) = damaged(&mut input);
    let expected = open(&key(), &context(), &sealed.bytes).map(drop);
    let portions = cut(&sealed.bytes, &mut input);
    let agrees = |what: &str, out: &[u8], result: io::Result<()>| {
        let result = result.map_err(|error| opening_error(&error));
        assert_eq!(result, expected, "{what} and slices agree");
        assert!(plain.starts_with(out), "{what}: only authentic bytes come out");
        assert!(result.is_err() || out == plain, "{what}: it opens to what was sealed");
    };

    let body = stream::iter(portions.clone()).map(|portion| io::Result::Ok(Bytes::copy_from_slice(portion)));
    let mut out = Vec::new();
    let opening = open_stream(&key(), &context(), body).try_for_each(|portion| {
        out.extend_from_slice(&portion);
        std::future::ready(Ok(()))
    });
    let result = opening.now_or_never().expect("everything is there");
    agrees("streams", &out, result);

    let body = stream::iter(portions).map(io::Result::Ok).into_async_read();
    let mut reader = OpenReader::new(&key(), &context(), body);
    let mut to = vec![0; 1 + usize::from(input.u16())];
    let mut out = Vec::new();
    let result = loop {
        match reader.read(&mut to).now_or_never().expect("everything is there") {
            Ok(0) => break Ok(()),
            Ok(len) => out.extend_from_slice(&to[..len]),
            Err(error) => break Err(error),
        }
    };
    agrees("readers", &out, result);

    let mut out = Vec::new();
    let result = copy_open(&key(), &context(), sealed.bytes.as_slice(), &mut out);
    agrees("copying", &out, result);
}

/// Parts of a stored object, whatever its length is said to be and whatever was fetched.
pub fn ranges(data: &[u8]) {
    let mut input = Input(data);
    let stated = input.u64() >> (input.byte() % 64);
    let wanted = input.u64() >> (input.byte() % 64)..input.u64() >> (input.byte() % 64);
    if let Ok(ranges) = Ranges::of(stated) {
        assert_eq!(plain_len(stated).map(sealed_len), Ok(stated), "a length is refused or exact");
        assert!(ranges.header().end <= ranges.last_chunk().start && ranges.last_chunk().end == stated);
        if let Ok(covering) = ranges.covering(&wanted) {
            assert!(wanted.start <= wanted.end && covering.end <= stated, "what covers lies in the object");
            assert!(covering.start <= covering.end && covering.start >= HEADER as u64);
        }
    }

    let (plain, sealed) = damaged(&mut input);
    let stored = &sealed.bytes;
    let fetch = |range: Range<u64>| &stored[range.start as usize..range.end as usize];
    let Ok(ranges) = Ranges::of(stored.len() as u64) else {
        assert!(!sealed.intact, "what was not touched has a length that can be");
        return;
    };
    let opener = RangeOpener::new(&key(), &context(), ranges, fetch(ranges.header()), fetch(ranges.last_chunk()));
    let Ok(opener) = opener else {
        assert!(!sealed.intact, "what was not touched opens");
        return;
    };
    assert_eq!(opener.plain_len(), plain.len() as u64, "an authenticated length is true");
    // Within the plaintext as a rule, now and then beyond.
    let (one, other) = (input.u24() % (plain.len() + 2), input.u24() % (plain.len() + 2));
    let wanted = one.min(other)..one.max(other);
    let range = wanted.start as u64..wanted.end as u64;
    let Ok(covering) = ranges.covering(&range) else {
        assert!(wanted.end > plain.len(), "a range within the plaintext has chunks");
        assert_eq!(opener.open(&range, b"").map(drop), Err(OpenError::OutOfRange));
        return;
    };
    let opened = opener.open(&range, fetch(covering.clone())).map(|opened| opened.to_vec());
    assert!(opened.is_ok() || !sealed.intact, "what was not touched opens");
    assert!(opened.is_err() || opened.as_deref() == Ok(&plain[wanted.clone()]), "a range opens to that part of what was sealed");
    let other_chunks = opener.open(&range, input.0);
    assert!(other_chunks.is_err() || wanted.is_empty(), "bytes that nobody sealed do not open");
}

/// The same plaintext sealed in every way under the same salt: the same bytes.
pub fn sealing(data: &[u8]) {
    let mut input = Input(data);
    let (key, context, plain) = (key(), context(), plaintext(&mut input));
    let expected = seal(&key, &context, &random(1), &plain);
    assert_eq!(expected.len() as u64, sealed_len(plain.len() as u64));
    let portions = cut(&plain, &mut input);

    let (mut sealer, header) = Sealer::new(&key, &context, &random(1));
    let mut sealed = header.to_vec();
    portions.iter().for_each(|portion| sealer.push(portion, &mut sealed));
    sealer.finish(&mut sealed);
    assert!(sealed == expected, "portions and slices seal alike");

    let body = stream::iter(portions.clone()).map(|portion| io::Result::Ok(Bytes::copy_from_slice(portion)));
    let sealed: Option<io::Result<Vec<Bytes>>> = seal_stream(&key, &context, &random(1), body).try_collect().now_or_never();
    assert!(sealed.expect("everything is there").expect("nothing fails").concat() == expected, "streams and slices seal alike");

    let mut sealed = Vec::new();
    let mut writer = SealWriter::new(&key, &context, &random(1), &mut sealed);
    let writing = async {
        for portion in portions {
            futures::AsyncWriteExt::write_all(&mut writer, portion).await?;
        }
        futures::AsyncWriteExt::close(&mut writer).await
    };
    writing.now_or_never().expect("there is room").expect("nothing fails");
    drop(writer);
    assert!(sealed == expected, "writers and slices seal alike");

    let mut sealed = Vec::new();
    copy_seal(&key, &context, &random(1), plain.as_slice(), &mut sealed).expect("nothing fails");
    assert!(sealed == expected, "copying and slices seal alike");
}

/// Keys under the generation key: only what was wrapped unwraps, and only where it belongs.
pub fn wrapped_keys(data: &[u8]) {
    let mut input = Input(data);
    let generation = GenerationKey::from_bytes([3; 32]);
    let unwrap = |wrapped: &[u8], store: &str, id: &str| {
        let record = generation.unwrap_record_key(wrapped, store, id).map(|key| *key.expose());
        let mac = generation.unwrap_mac_key(wrapped, store).map(|key| *key.expose());
        (record, mac)
    };
    let secret = [input.byte(); 32];
    match input.byte() % 4 {
        0 => {
            let (record, mac) = unwrap(input.0, "s", "k");
            assert!(record.is_err() && mac.is_err(), "nobody wrapped this");
        }
        // Sealed by the holder of the key in the right place, and yet no key unless it has the length of one.
        1 => {
            let place = Context::generation_wraps_record_key("s", "k");
            let wrapped = seal(&Key::from_bytes([3; 32]), &place, &random(1), input.0);
            let (record, mac) = unwrap(&wrapped, "s", "k");
            assert_eq!(record.as_ref().ok().map(<[u8; 32]>::as_slice), Some(input.0).filter(|bytes| bytes.len() == 32));
            assert!(mac.is_err(), "a record key is no MAC key");
        }
        kind => {
            let is_mac = kind == 3;
            let intact = match is_mac {
                false => generation.wrap_record_key(&RecordKey::from_bytes(secret), "s", "k", &random(1)),
                true => generation.wrap_mac_key(&MacKey::from_bytes(secret), "s", &random(1)),
            };
            let mut wrapped = intact.clone();
            damage(&mut wrapped, &[], &mut input);
            let (store, id) = match input.byte() % 4 {
                0 => ("s", "l"),
                1 => ("t", "k"),
                _ => ("s", "k"),
            };
            let (record, mac) = unwrap(&wrapped, store, id);
            let fits = wrapped == intact && store == "s";
            assert_eq!(record, if fits && !is_mac && id == "k" { Ok(secret) } else { record.and(Err(OpenError::TooLong)) });
            assert_eq!(mac, if fits && is_mac { Ok(secret) } else { mac.and(Err(OpenError::TooLong)) });
        }
    }
}

/// The line of a key file: what is read as one is what would be written.
#[cfg(unix)]
pub fn key_line(data: &[u8]) {
    use vault::key_file::{Line, key_line};

    let text = String::from_utf8_lossy(data);
    for before in ["", "ablauf-generation-key-1 ", "ablauf-generation-key-1 g-1 ", "ablauf-sealed-generation-key-1 g-1 "] {
        let line = format!("{before}{text}");
        let Some(read) = Line::parse(&line) else { continue };
        let id = read.id();
        assert!(!id.is_empty() && id.len() <= 64 && !id.contains(['/', ' ', '\n']), "{id:?} may be a part of a path");
        let written = match &read {
            Line::Key(id, key) => key_line(id, key).expect("the id was taken").to_string(),
            Line::Sealed(id, ciphertext) => {
                assert!(!ciphertext.contains([' ', '\n']), "a ciphertext has no blanks");
                format!("ablauf-sealed-generation-key-1 {id} {ciphertext}\n")
            }
        };
        assert_eq!(line.strip_suffix('\n').unwrap_or(&line), written.trim_end_matches('\n'));
    }
}

/// Padding: never less, at most 12 % more, and the same again.
pub fn padding(data: &[u8]) {
    let mut input = Input(data);
    let len = input.u64() >> (input.byte() % 64);
    let padded = padme(len);
    assert!(padded >= len && padding_len(len) == padded - len);
    assert!((padded - len) as f64 <= len as f64 * 0.12, "{len} to {padded}");
    assert_eq!(padme(padded), padded);
    assert!(padme(len.saturating_add(1)) >= padded, "a longer file is never padded to less");
}

fn key() -> FileKey {
    FileKey::from_bytes([7; 32])
}

fn context() -> Context {
    Context::object(1, "o")
}

fn random(byte: u8) -> impl Random {
    move |bytes: &mut [u8]| bytes.fill(byte)
}

/// The error of opening that an error of reading carries.
fn opening_error(error: &io::Error) -> OpenError {
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    *error.get_ref().and_then(|inner| inner.downcast_ref()).expect("an error of opening")
}

/// What the input tells to do, byte by byte; zeros after its end.
struct Input<'d>(&'d [u8]);

impl Input<'_> {
    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    fn u16(&mut self) -> u16 {
        u16::from_be_bytes([self.byte(), self.byte()])
    }

    fn u24(&mut self) -> usize {
        usize::from(self.byte()) << 16 | usize::from(self.u16())
    }

    fn u64(&mut self) -> u64 {
        (0..8).fold(0, |number, _| number << 8 | u64::from(self.byte()))
    }
}

/// Up to three chunks and a bit, more often a length near a border of the format.
fn plaintext(input: &mut Input<'_>) -> Vec<u8> {
    let near = [0, 20, CHUNK, 2 * CHUNK][usize::from(input.byte() % 4)] + usize::from(input.byte() % 40);
    let len = if input.byte().is_multiple_of(4) { input.u24() % (3 * CHUNK + 100) } else { near.saturating_sub(20) };
    // No two chunks alike. Made once: most of a target's time would go there.
    static BYTES: LazyLock<Vec<u8>> =
        LazyLock::new(|| (0..4 * CHUNK).map(|at| (at.wrapping_mul(0x9e37_79b1) >> 13) as u8).collect());
    BYTES[usize::from(input.byte())..][..len].to_vec()
}

/// A message after something happened to it, or nothing.
struct Damaged {
    bytes: Vec<u8>,
    intact: bool,
}

/// What was sealed, and the sealed bytes after what the input says.
fn damaged(input: &mut Input<'_>) -> (Vec<u8>, Damaged) {
    let plain = plaintext(input);
    let sealed = seal(&key(), &context(), &random(1), &plain);
    // Of the same plaintext, key and context: as close to the true one as another message can be.
    let other = seal(&key(), &context(), &random(2), &plain);
    let mut bytes = sealed.clone();
    damage(&mut bytes, &other, input);
    let intact = bytes == sealed || bytes == other;
    (plain, Damaged { bytes, intact })
}

/// Up to three acts on a message, with parts of another one.
fn damage(bytes: &mut Vec<u8>, other: &[u8], input: &mut Input<'_>) {
    for _ in 0..input.byte() % 4 {
        let act = input.byte() % 8;
        let (one, two) = (chunk(bytes.len(), input), chunk(bytes.len(), input));
        match act {
            0 | 1 if !bytes.is_empty() => {
                let at = input.u24() % bytes.len();
                bytes[at] ^= 1 << (input.byte() % 8);
            }
            2 => bytes.truncate(input.u24() % (bytes.len() + 1)),
            3 => drop(bytes.drain(one)),
            4 => {
                let (first, second) = (bytes[one.clone()].to_vec(), bytes[two.clone()].to_vec());
                if first.len() == second.len() {
                    bytes[one].copy_from_slice(&second);
                    bytes[two].copy_from_slice(&first);
                }
            }
            5 => bytes.extend_from_within(one),
            6 => {
                let one = one.start.min(other.len())..one.end.min(other.len());
                bytes[one.clone()].copy_from_slice(&other[one]);
            }
            _ if bytes.len() >= HEADER && other.len() >= HEADER => bytes[..HEADER].copy_from_slice(&other[..HEADER]),
            _ => bytes.extend(std::iter::repeat_n(input.byte(), usize::from(input.u16()))),
        }
    }
}

/// Where one of the chunks lies.
fn chunk(len: usize, input: &mut Input<'_>) -> Range<usize> {
    let chunks = len.saturating_sub(HEADER).div_ceil(SEALED_CHUNK).max(1);
    let start = (HEADER + usize::from(input.byte()) % chunks * SEALED_CHUNK).min(len);
    start..(start + SEALED_CHUNK).min(len)
}

/// The bytes in portions as the input says: small ones first, then what is left.
fn cut<'b>(mut bytes: &'b [u8], input: &mut Input<'_>) -> Vec<&'b [u8]> {
    let mut portions = Vec::new();
    for _ in 0..input.byte() % 32 {
        let len = if input.byte().is_multiple_of(2) { usize::from(input.byte()) } else { usize::from(input.u16()) };
        let (portion, rest) = bytes.split_at(len.min(bytes.len()));
        portions.push(portion);
        bytes = rest;
    }
    portions.push(bytes);
    portions
}
