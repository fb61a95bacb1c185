//! Sealing, and keys as bytes.
//!
//! Everything Ablauf stores about a person is sealed here before it is stored anywhere. The crate knows no database,
//! no HTTP and no clock, draws no randomness of its own, and the sealing half runs in the browser too.
//!
//! # Small things
//!
//! A section, a note, a file's name: [`seal`] and [`open`] a slice. The [`Context`] says what the bytes *are*; under
//! any other context, owner, row or version they do not open.
//!
//! ```
//! use vault::{Context, OpenError, Owner, RecordKey, open, seal};
//!
//! # fn main() -> Result<(), OpenError> {
//! // Randomness comes from the caller. This source is for the example only.
//! let random = |bytes: &mut [u8]| bytes.fill(7);
//!
//! let key = RecordKey::generate(&random);
//! let letter = Context::section(Owner::Application("a1"), "s9", "letter", 1);
//! let sealed = seal(&key, &letter, &random, b"Dear team");
//!
//! assert_eq!(open(&key, &letter, &sealed)?.as_slice(), b"Dear team");
//!
//! let other_row = Context::section(Owner::Application("a1"), "s8", "letter", 1);
//! assert_eq!(open(&key, &other_row, &sealed), Err(OpenError::Commitment));
//! # Ok(())
//! # }
//! ```
//!
//! # Files
//!
//! [`cobblestone`] holds the same format in motion, in constant memory: [`cobblestone::Sealer`] and
//! [`cobblestone::Opener`] take and give bytes in any portions, [`cobblestone::seal_stream`] and
//! [`cobblestone::open_stream`] wrap them for `Stream`s, [`cobblestone::SealWriter`] and [`cobblestone::OpenReader`] for
//! asynchronous writers and readers (those of `futures`, which no runtime is bound to), [`cobblestone::copy_seal`] and
//! [`cobblestone::copy_open`] for blocking ones, and [`cobblestone::RangeOpener`] opens a part of a stored object
//! without fetching the rest. [`padding`] hides a file's exact size.
//!
//! # Keys
//!
//! A [`GenerationKey`] wraps [`RecordKey`]s ([`GenerationKey::wrap_record_key`]) and nothing else but the one
//! [`MacKey`] and the one [`SigningKey`]; a `RecordKey` seals the contents of one record, [`FileKey`]s among them; a `FileKey` seals one file.
//! Destroying a record key makes everything below it unreadable. The generation key lives in a file of its own, see
//! `key_file`.
//!
//! Secrets are types that zeroize when dropped, print nothing and cannot be serialized. Two limits, so that nobody
//! relies on more: a moved value can leave a copy on the stack, and an operating system may swap.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod cobblestone;
mod context;
#[cfg(unix)]
pub mod key_file;
mod mac;
pub mod padding;
mod random;
mod secret;
mod wrap;

pub use cobblestone::{OpenError, open, seal};
pub use context::{Context, Owner};
pub use random::Random;
pub use secret::{FileKey, GenerationKey, Key, MacKey, RecordKey, SigningKey};
