//! `memory seal MIB FILE` seals so many MiB into the file, `memory open FILE` opens it and throws the plaintext away. Each prints the
//! process's peak of memory in KiB (VmHWM of Linux). `bench/streaming` compares small and large files.

use futures::FutureExt as _;
use futures::io::{AllowStdIo, AsyncReadExt as _, AsyncWriteExt as _};
use std::fs::{self, File};
use std::io;
use vault::cobblestone::{OpenReader, SealWriter};
use vault::{Context, FileKey};

const PORTION: usize = 64 * 1024;

fn main() -> io::Result<()> {
    // Neither the bytes nor the key make a difference to the memory.
    let random = |bytes: &mut [u8]| bytes.fill(7);
    let (key, context) = (FileKey::generate(&random), Context::object(1, "o1"));
    let mut portion = vec![7; PORTION];
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["seal", mib, file] => {
            let portions = mib.parse::<usize>().map_err(io::Error::other)? * (1 << 20) / PORTION;
            let mut writer = SealWriter::new(&key, &context, &random, AllowStdIo::new(File::create(file)?));
            let sealing = async {
                for _ in 0..portions {
                    writer.write_all(&portion).await?;
                }
                writer.close().await
            };
            sealing.now_or_never().expect("a file does not wait")?;
        }
        ["open", file] => {
            let mut reader = OpenReader::new(&key, &context, AllowStdIo::new(File::open(file)?));
            while reader.read(&mut portion).now_or_never().expect("a file does not wait")? > 0 {}
        }
        _ => return Err(io::Error::other("usage: memory seal MIB FILE | memory open FILE")),
    }
    let status = fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).and_then(|line| line.split_whitespace().next());
    println!("{}", peak.ok_or_else(|| io::Error::other("no VmHWM in /proc/self/status"))?);
    Ok(())
}
