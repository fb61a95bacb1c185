//! One message: what is derived for it, and its chunks. The only place that calls the ciphers.

use super::{HEADER_LEN, MAX_CHUNKS, OpenError, SEALED_CHUNK_LEN, TAG_LEN};
use crate::{Context, Key, Random};
use aes_gcm::aead::inout::InOutBuf;
use aes_gcm::{AeadInOut, Aes256Gcm, KeyInit, Nonce, Tag};
use hkdf::Hkdf;
use hmac::EagerHash;
use sha2::Sha512;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

const SALT_LEN: usize = 24;
const AEAD_KEY_LEN: usize = 32;
const NONCE_LEN: usize = 12;
const COMMITMENT_LEN: usize = 32;

/// The fixed start of HKDF's info, up to the salt ("Key derivation").
const LABEL: &[u8] = b"c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0";

/// Seals and opens the chunks of one message. The cipher is set up once.
pub(super) struct Message {
    cipher: Aes256Gcm,
    base_nonce: [u8; NONCE_LEN],
}

impl Message {
    /// Begins a new message under a fresh salt and makes its header: salt, then commitment.
    pub(super) fn create(key: &Key, context: &Context, random: &(impl Random + ?Sized)) -> (Self, [u8; HEADER_LEN]) {
        let mut header = [0; HEADER_LEN];
        let (salt, commitment) = header.split_at_mut(SALT_LEN);
        random.fill(salt);
        let (message, derived) = Self::derive::<Sha512>(key, context, salt);
        commitment.copy_from_slice(&derived);
        (message, header)
    }

    /// Takes up the message this header belongs to.
    ///
    /// "When decrypting, implementations MUST check the commitment matches the derived value before continuing."
    pub(super) fn resume(key: &Key, context: &Context, header: &[u8; HEADER_LEN]) -> Result<Self, OpenError> {
        Self::resume_with::<Sha512>(key, context, header)
    }

    /// [`resume`](Self::resume) with any hash, for the published vectors.
    pub(super) fn resume_with<H: EagerHash>(key: &Key, context: &Context, header: &[u8; HEADER_LEN]) -> Result<Self, OpenError> {
        let (salt, commitment) = header.split_at(SALT_LEN);
        let (message, derived) = Self::derive::<H>(key, context, salt);
        if bool::from(derived.ct_eq(commitment)) { Ok(message) } else { Err(OpenError::Commitment) }
    }

    /// `key || base nonce || commitment = HKDF-Expand(prk = input key, info = label || salt || context)`
    fn derive<H: EagerHash>(key: &Key, context: &Context, salt: &[u8]) -> (Self, [u8; COMMITMENT_LEN]) {
        // The hkdf crate demands a key as long as the hash, 64 bytes; the specification uses the 32 bytes of the input
        // key. HMAC fills a key up to the hash's block, 64 bytes or more, with zeros (RFC 2104), so zeros here change
        // nothing.
        let mut prk = Zeroizing::new([0; 64]);
        prk[..32].copy_from_slice(key.expose());
        let hkdf = Hkdf::<H>::from_prk(prk.as_slice()).expect("64 bytes are as long as the hash");

        let mut derived = Zeroizing::new([0; AEAD_KEY_LEN + NONCE_LEN + COMMITMENT_LEN]);
        hkdf.expand_multi_info(&[LABEL, salt, context.as_bytes()], derived.as_mut_slice())
            .expect("76 bytes are fewer than 255 hashes");

        let (aead_key, rest) = derived.split_at(AEAD_KEY_LEN);
        let (nonce, derived_commitment) = rest.split_at(NONCE_LEN);
        let mut base_nonce = [0; NONCE_LEN];
        base_nonce.copy_from_slice(nonce);
        let mut commitment = [0; COMMITMENT_LEN];
        commitment.copy_from_slice(derived_commitment);

        let cipher = Aes256Gcm::new_from_slice(aead_key).expect("32 bytes are an AES-256 key");
        (Self { cipher, base_nonce }, commitment)
    }

    /// Appends the sealed chunk to `out`.
    pub(super) fn seal_chunk(&self, number: u64, chunk: &[u8], out: &mut Vec<u8>) {
        // "If the chunk counter reaches or exceeds 2^38, implementations MUST abort."
        assert!(number < MAX_CHUNKS, "a message ends at 4 PiB");

        let start = out.len();
        out.resize(start + chunk.len(), 0);
        let tag = self
            .cipher
            .encrypt_inout_detached(&self.nonce(number), b"", in_out(chunk, &mut out[start..]))
            .expect("16 KiB are fewer than AES-GCM allows");
        out.extend_from_slice(&tag);
    }

    /// Appends the plaintext of the chunk to `out`, or nothing.
    pub(super) fn open_chunk(&self, number: u64, sealed: &[u8], out: &mut Vec<u8>) -> Result<(), OpenError> {
        if number >= MAX_CHUNKS {
            return Err(OpenError::TooLong);
        }
        let (chunk, tag) = sealed.split_last_chunk::<TAG_LEN>().ok_or(OpenError::Truncated)?;

        let start = out.len();
        out.resize(start + chunk.len(), 0);
        // aes-gcm checks the tag before it decrypts, so on failure `out` has seen zeros only.
        let opened =
            self.cipher.decrypt_inout_detached(&self.nonce(number), b"", in_out(chunk, &mut out[start..]), &Tag::from(*tag));
        if opened.is_err() {
            out.truncate(start);
            return Err(OpenError::Authentication);
        }
        Ok(())
    }

    /// Opens the chunks of a whole message and appends their plaintext to `out`, which holds the authentic beginning
    /// after an error.
    pub(super) fn open_chunks(&self, sealed: &[u8], out: &mut Vec<u8>) -> Result<(), OpenError> {
        let (chunks, last) = sealed.as_chunks::<SEALED_CHUNK_LEN>();
        for (number, chunk) in (0..).zip(chunks) {
            self.open_chunk(number, chunk, out)?;
        }
        // A message that ends with a full chunk is truncated: here that shows as a last chunk without a tag.
        self.open_chunk(chunks.len() as u64, last, out)
    }

    /// "The XOR of the base nonce and the chunk number as a big-endian integer as wide as the base nonce." ("AEAD usage")
    fn nonce(&self, number: u64) -> Nonce<aes_gcm::aead::consts::U12> {
        let mut nonce = self.base_nonce;
        for (byte, counter) in nonce[NONCE_LEN - 8..].iter_mut().zip(number.to_be_bytes()) {
            *byte ^= counter;
        }
        nonce.into()
    }
}

/// From one buffer into another: the cipher's own pass is the only copy.
fn in_out<'i, 'o>(from: &'i [u8], to: &'o mut [u8]) -> InOutBuf<'i, 'o, u8> {
    InOutBuf::new(from, to).expect("both were made the same length")
}
