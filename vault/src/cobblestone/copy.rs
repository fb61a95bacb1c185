//! Sealing and opening from a blocking reader to a writer, for the command line.

use super::{CHUNK_LEN, Opener, SEALED_CHUNK_LEN, Sealer};
use crate::{Context, Key, Random};
use std::io::{self, ErrorKind, Read, Write};
use zeroize::Zeroizing;

/// Seals all that `reader` gives to `writer`, in constant memory.
///
/// # Errors
/// Those of reader and writer.
pub fn copy_seal(
    key: &impl AsRef<Key>,
    context: &Context,
    random: &(impl Random + ?Sized),
    reader: impl Read,
    mut writer: impl Write,
) -> io::Result<()> {
    let (mut sealer, header) = Sealer::new(key, context, random);
    let mut out = Vec::with_capacity(2 * SEALED_CHUNK_LEN);
    writer.write_all(&header)?;
    for_each_portion(reader, |portion| {
        sealer.push(portion, &mut out);
        writer.write_all(&out)?;
        out.clear();
        Ok(())
    })?;
    sealer.finish(&mut out);
    writer.write_all(&out)?;
    writer.flush()
}

/// Opens all that `reader` gives to `writer`, in constant memory.
///
/// Not one byte is written that was not authenticated; whether the message was whole is known at the end. So a writer
/// may hold the first chunks of a message that failed later: discard them.
///
/// # Errors
/// An [`OpenError`](super::OpenError) as [`ErrorKind::InvalidData`], and those of reader and writer.
pub fn copy_open(key: &impl AsRef<Key>, context: &Context, reader: impl Read, mut writer: impl Write) -> io::Result<()> {
    let mut opener = Opener::new(key, context);
    let mut out = Zeroizing::new(Vec::with_capacity(2 * CHUNK_LEN));
    for_each_portion(reader, |portion| {
        let opened = opener.push(portion, &mut out);
        writer.write_all(&out)?;
        out.clear();
        Ok(opened?)
    })?;
    opener.finish(&mut out)?;
    writer.write_all(&out)?;
    writer.flush()
}

/// Reads portions of at most a chunk until the end.
fn for_each_portion(mut reader: impl Read, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let mut portion = Zeroizing::new([0; CHUNK_LEN]);
    loop {
        match reader.read(portion.as_mut_slice()) {
            Ok(0) => return Ok(()),
            Ok(len) => take(&portion[..len])?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
