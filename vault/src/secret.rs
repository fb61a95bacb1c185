//! Secret keys: 32 bytes each, with a type that says what they may be used for.

use crate::Random;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// 32 secret bytes, zeroized when dropped.
///
/// It has no `Debug`, no `Serialize` and no `PartialEq`: a key is neither printed nor compared. Prefer the types that
/// carry a meaning; a bare `Key` is for callers that hold no more than bytes, such as `ablauf vault seal`.
///
/// ```compile_fail,E0277
/// println!("{:?}", vault::Key::from_bytes([0; 32]));
/// ```
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl Key {
    /// Takes uniformly random bytes, or bytes a key derivation function made.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Draws a new key.
    pub fn generate(random: &(impl Random + ?Sized)) -> Self {
        let mut key = Self([0; 32]);
        random.fill(&mut key.0);
        key
    }

    /// The secret itself. Named so that a reader stops at every use.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl AsRef<Key> for Key {
    fn as_ref(&self) -> &Key {
        self
    }
}

/// A [`Key`] with a meaning.
macro_rules! key_with_meaning {
    ($(#[$docs:meta])* $name:ident) => {
        $(#[$docs])*
        pub struct $name(Key);

        impl $name {
            /// Takes bytes that were a key before.
            pub fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(Key::from_bytes(bytes))
            }

            /// Draws a new key.
            pub fn generate(random: &(impl Random + ?Sized)) -> Self {
                Self(Key::generate(random))
            }

            /// The secret itself. Named so that a reader stops at every use.
            pub fn expose(&self) -> &[u8; 32] {
                self.0.expose()
            }
        }
    };
}

key_with_meaning! {
    /// Wraps record keys and the keys of the house, see [`GenerationKey::wrap_record_key`]. It seals nothing else, so it is not
    /// accepted by [`seal`](crate::seal): turning the generation then means resealing keys only.
    ///
    /// ```compile_fail,E0277
    /// use vault::{Context, GenerationKey, seal};
    ///
    /// let random = |bytes: &mut [u8]| bytes.fill(7);
    /// let generation = GenerationKey::generate(&random);
    /// seal(&generation, &Context::envelope("v1"), &random, b"not a key");
    /// ```
    GenerationKey
}

key_with_meaning! {
    /// Seals the contents of one record: an application, an employee record, a consent or a set of statutory papers.
    RecordKey
}

key_with_meaning! {
    /// Seals the bytes of one file. It is itself sealed under the owner's [`RecordKey`], so a file passes to another
    /// owner by resealing this key, not the file.
    FileKey
}

key_with_meaning! {
    /// Recognises an e-mail address without storing it, see [`MacKey::email_mac`]. One per store.
    MacKey
}

key_with_meaning! {
    /// The seed of the Ed25519 key (RFC 8032, section 5.1.5) that signs the checkpoints of the log. One per store.
    SigningKey
}

impl GenerationKey {
    /// For wrapping, in this crate only.
    pub(crate) fn key(&self) -> &Key {
        &self.0
    }
}

/// Record keys seal: sections, notes, file keys.
impl AsRef<Key> for RecordKey {
    fn as_ref(&self) -> &Key {
        &self.0
    }
}

/// File keys seal: the bytes of one file.
impl AsRef<Key> for FileKey {
    fn as_ref(&self) -> &Key {
        &self.0
    }
}
