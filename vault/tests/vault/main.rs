//! The vault as its callers use it.

mod async_io;
mod damage;
#[expect(unreachable_pub, reason = "the fuzz targets call it too, from their own crate")]
mod hostile;
mod independent;
#[cfg(unix)]
mod key_file;
mod keys;
mod parsers;
mod portions;
mod ranges;
mod readers_and_writers;
mod round_trip;
mod streams;
mod support;
