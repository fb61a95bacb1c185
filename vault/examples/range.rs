//! `range FILE`: seals 100 MiB into the file, then reads 1 MiB from its middle and, to compare, all of it. Prints the chunks fetched for
//! the part, and for each of 11 rounds the milliseconds of the part and of all. `bench/ranges` makes ratios of it.
#![expect(clippy::disallowed_methods, reason = "it measures time")]

use std::cell::Cell;
use std::fs::File;
use std::hint::black_box;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt as _;
use std::time::Instant;
use vault::cobblestone::{HEADER_LEN, RangeOpener, Ranges, copy_open, copy_seal};
use vault::{Context, FileKey};

const SEALED_CHUNK: u64 = 16 * 1024 + 16;
const MIB: u64 = 1 << 20;

fn main() -> io::Result<()> {
    let path = std::env::args().nth(1).ok_or_else(|| io::Error::other("usage: range FILE"))?;
    // Neither the bytes nor the key make a difference to the time.
    let random = |bytes: &mut [u8]| bytes.fill(7);
    let (key, context) = (FileKey::generate(&random), Context::object(1, "o1"));
    copy_seal(&key, &context, &random, io::Read::take(io::repeat(7), 100 * MIB), File::create(&path)?)?;

    let file = File::open(&path)?;
    let chunks = Cell::new(0);
    let fetch = |range: Range<u64>| {
        let mut bytes = vec![0; (range.end - range.start) as usize];
        file.read_exact_at(&mut bytes, range.start)?;
        if range.start >= HEADER_LEN as u64 {
            chunks.set(chunks.get() + (range.end - range.start).div_ceil(SEALED_CHUNK));
        }
        io::Result::Ok(bytes)
    };
    // From the middle of a chunk, so that it touches as many as it can.
    let wanted = 50 * MIB + 1..51 * MIB + 1;
    let read_part = || {
        chunks.set(0);
        let ranges = Ranges::of(file.metadata()?.len())?;
        let (header, last) = (fetch(ranges.header())?, fetch(ranges.last_chunk())?);
        let opener = RangeOpener::new(&key, &context, ranges, &header, &last)?;
        let opened = opener.open(&wanted, &fetch(ranges.covering(&wanted)?)?)?;
        assert_eq!(black_box(opened).len() as u64, MIB);
        io::Result::Ok(())
    };
    read_part()?;
    println!("{}", chunks.get());
    for _ in 0..11 {
        let part = milliseconds(&read_part)?;
        let all = milliseconds(&|| copy_open(&key, &context, File::open(&path)?, io::sink()))?;
        println!("{part:.3} {all:.3}");
    }
    Ok(())
}

fn milliseconds(act: &dyn Fn() -> io::Result<()>) -> io::Result<f64> {
    let started = Instant::now();
    act()?;
    Ok(1e3 * started.elapsed().as_secs_f64())
}
