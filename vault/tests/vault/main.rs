//! The vault as its callers use it.

mod damage;
mod independent;
#[cfg(unix)]
mod key_file;
mod keys;
mod portions;
mod ranges;
mod readers_and_writers;
mod round_trip;
mod streams;
mod support;
