//! `speed ROUNDS`: seals and opens 64 MiB in portions of 16 KiB, and does the same with the raw cipher. Prints one line for each
//! round, in MB/s: raw sealing, `Sealer`, `seal_stream`, raw opening, `Opener`, `open_stream`. `bench/sealing` makes ratios of it.
//!
//! Raw is AES-256-GCM of the same `aes-gcm` crate on chunks of 16 KiB, from one buffer into another that is used again for each
//! chunk, under counted nonces: the least that any format of this kind must do. Portions are copied from the 64 MiB as they
//! are asked for, so that they lie in the processor's cache as if they had just come from a socket; the time of that copying is
//! not counted. A round measures everything forwards and then backwards, so that a machine that becomes slower meanwhile is
//! slower for all.
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use aes_gcm::{AeadInOut as _, Aes256Gcm, KeyInit as _, Nonce, Tag, aead::consts::U12, aead::inout::InOutBuf};
use bytes::Bytes;
use futures::{FutureExt as _, Stream, StreamExt as _, stream};
use std::{
    cell::Cell,
    hint::black_box,
    io,
    time::{Duration, Instant},
};
use vault::{
    Context, FileKey,
    cobblestone::{Opener, Sealer, open_stream, seal_stream},
    seal,
};

const PORTION: usize = 16 * 1024;
const TAG: usize = 16;
const TOTAL: usize = 64 * 1024 * 1024;

fn main() {
    let rounds = std::env::args().nth(1).and_then(|rounds| rounds.parse().ok()).unwrap_or(9);
    // Neither the bytes nor the key make a difference to the time.
    let random = |bytes: &mut [u8]| bytes.fill(7);
    let (key, context) = (FileKey::generate(&random), Context::object(1, "o1"));
    let plain = vec![7; TOTAL];
    let sealed = seal(&key, &context, &random, &plain);
    let raw = Raw::new();
    let raw_sealed = raw.seal_all(&plain);
    let arrivals = Arrivals::default();

    let measures: [&dyn Fn(); 6] = [
        &|| raw.seal(arrivals.of(&plain, PORTION)),
        &|| {
            let (mut sealer, header) = Sealer::new(&key, &context, &random);
            black_box(header);
            let mut out = Vec::new();
            for portion in arrivals.of(&plain, PORTION) {
                sealer.push(&portion, &mut out);
                black_box(&out);
                out.clear();
            }
            sealer.finish(&mut out);
            black_box(&out);
        },
        &|| consume(seal_stream(&key, &context, &random, stream::iter(arrivals.of(&plain, PORTION)).map(Ok))),
        &|| raw.open(arrivals.of(&raw_sealed, PORTION + TAG)),
        &|| {
            let mut opener = Opener::new(&key, &context);
            let mut out = Vec::new();
            for portion in arrivals.of(&sealed, PORTION) {
                opener.push(&portion, &mut out).expect("it was sealed here");
                black_box(&out);
                out.clear();
            }
            opener.finish(&mut out).expect("it is whole");
            black_box(&out);
        },
        &|| consume(open_stream(&key, &context, stream::iter(arrivals.of(&sealed, PORTION)).map(Ok))),
    ];
    // Once unmeasured, for the memory and the clock of the processor.
    for measure in measures {
        measure();
    }
    for _ in 0..rounds {
        let mut times = [Duration::ZERO; 6];
        for at in (0..6).chain((0..6).rev()) {
            arrivals.time.set(Duration::ZERO);
            let started = Instant::now();
            measures[at]();
            times[at] += started.elapsed() - arrivals.time.get();
        }
        println!("{}", times.map(|time| format!("{:.0}", 2e-6 * TOTAL as f64 / time.as_secs_f64())).join(" "));
    }
}

/// Portions as they arrive, and the time their copying took.
#[derive(Default)]
struct Arrivals {
    time: Cell<Duration>,
}

impl Arrivals {
    fn of(&self, bytes: &[u8], portion: usize) -> impl Iterator<Item = Bytes> {
        bytes.chunks(portion).map(|portion| {
            let started = Instant::now();
            let portion = Bytes::copy_from_slice(portion);
            self.time.set(self.time.get() + started.elapsed());
            portion
        })
    }
}

/// Takes everything from a stream that never has to wait.
fn consume(stream: impl Stream<Item = io::Result<Bytes>>) {
    let mut stream = Box::pin(stream);
    while let Some(portion) = stream.next().now_or_never().expect("everything is there") {
        black_box(portion.expect("it was sealed here"));
    }
}

/// The cipher alone.
struct Raw(Aes256Gcm);

impl Raw {
    fn new() -> Self {
        Self(Aes256Gcm::new(&[7; 32].into()))
    }

    fn seal_chunk(&self, number: u64, plain: &[u8], out: &mut [u8]) -> Tag {
        self.0.encrypt_inout_detached(&nonce(number), b"", in_out(plain, out)).expect("16 KiB are few")
    }

    fn seal_all(&self, plain: &[u8]) -> Vec<u8> {
        let mut sealed = vec![0; plain.len() / PORTION * (PORTION + TAG)];
        for ((number, plain), sealed) in (0..).zip(plain.chunks(PORTION)).zip(sealed.chunks_mut(PORTION + TAG)) {
            let (chunk, tag) = sealed.split_at_mut(PORTION);
            tag.copy_from_slice(&self.seal_chunk(number, plain, chunk));
        }
        sealed
    }

    fn seal(&self, chunks: impl Iterator<Item = Bytes>) {
        let mut out = vec![0; PORTION];
        for (number, chunk) in (0..).zip(chunks) {
            black_box(self.seal_chunk(number, &chunk, &mut out));
            black_box(&out);
        }
    }

    fn open(&self, chunks: impl Iterator<Item = Bytes>) {
        let mut out = vec![0; PORTION];
        for (number, chunk) in (0..).zip(chunks) {
            let (chunk, tag) = chunk.split_last_chunk::<TAG>().expect("each has a tag");
            self.0
                .decrypt_inout_detached(&nonce(number), b"", in_out(chunk, &mut out), &Tag::from(*tag))
                .expect("it was sealed here");
            black_box(&out);
        }
    }
}

fn nonce(number: u64) -> Nonce<U12> {
    let mut nonce = [0; 12];
    nonce[4..].copy_from_slice(&number.to_be_bytes());
    nonce.into()
}

fn in_out<'i, 'o>(from: &'i [u8], to: &'o mut [u8]) -> InOutBuf<'i, 'o, u8> {
    InOutBuf::new(from, to).expect("both are 16 KiB")
}
