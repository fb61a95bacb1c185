//! Keys under the generation key.
//!
//! A wrapped key is a sealed blob like any other (Cobblestone-256 under a context of its own kind), 104 bytes long.

use crate::{Context, GenerationKey, MacKey, OpenError, Random, RecordKey, SigningKey, open, seal};

impl GenerationKey {
    /// Wraps a record key for the key database of this store, under this id.
    pub fn wrap_record_key(&self, key: &RecordKey, store_id: &str, rk_id: &str, random: &(impl Random + ?Sized)) -> Vec<u8> {
        let context = Context::generation_wraps_record_key(store_id, rk_id);
        seal(self.key(), &context, random, key.expose())
    }

    /// Unwraps a record key.
    ///
    /// # Errors
    /// [`OpenError::Commitment`] for a key of another generation, store or id; any other [`OpenError`] for bytes that
    /// were damaged.
    pub fn unwrap_record_key(&self, wrapped: &[u8], store_id: &str, rk_id: &str) -> Result<RecordKey, OpenError> {
        let context = Context::generation_wraps_record_key(store_id, rk_id);
        self.unwrap(wrapped, &context).map(RecordKey::from_bytes)
    }

    /// Wraps the MAC key of this store.
    pub fn wrap_mac_key(&self, key: &MacKey, store_id: &str, random: &(impl Random + ?Sized)) -> Vec<u8> {
        seal(self.key(), &Context::mac_key(store_id), random, key.expose())
    }

    /// Unwraps the MAC key.
    ///
    /// # Errors
    /// As [`unwrap_record_key`](Self::unwrap_record_key).
    pub fn unwrap_mac_key(&self, wrapped: &[u8], store_id: &str) -> Result<MacKey, OpenError> {
        self.unwrap(wrapped, &Context::mac_key(store_id)).map(MacKey::from_bytes)
    }

    /// Wraps the key that signs the checkpoints of this store.
    pub fn wrap_signing_key(&self, key: &SigningKey, store_id: &str, random: &(impl Random + ?Sized)) -> Vec<u8> {
        seal(self.key(), &Context::signing_key(store_id), random, key.expose())
    }

    /// Unwraps the signing key.
    ///
    /// # Errors
    /// As [`unwrap_record_key`](Self::unwrap_record_key).
    pub fn unwrap_signing_key(&self, wrapped: &[u8], store_id: &str) -> Result<SigningKey, OpenError> {
        self.unwrap(wrapped, &Context::signing_key(store_id)).map(SigningKey::from_bytes)
    }

    fn unwrap(&self, wrapped: &[u8], context: &Context) -> Result<[u8; 32], OpenError> {
        let bytes = open(self.key(), context, wrapped)?;
        // Authentic, and yet not a key: nothing this crate wrote.
        bytes.as_slice().try_into().map_err(|_| OpenError::Authentication)
    }
}
