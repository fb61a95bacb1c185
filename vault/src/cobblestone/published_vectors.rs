//! The published vectors for AES-256-GCM, see `tests/vectors/README.md`.
//!
//! They predate the name Cobblestone-256 and derive with SHA-256 instead of SHA-512. Everything else is the same, so they
//! are opened here with that one exchange; that the derivation with SHA-512 is right is shown against an independent
//! implementation in `tests/vault/independent.rs`.

use super::message::Message;
use super::{HEADER_LEN, OpenError};
use crate::{Context, Key};
use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::str::FromStr;

const VECTORS: &str = include_str!("../../tests/vectors/chunked_encryption_aes256.json");

#[test]
fn published_vectors_open_or_fail_as_they_say() {
    let vectors: Vec<Value> = serde_json::from_str(VECTORS).expect("the file is JSON");
    assert_eq!(vectors.len(), 34, "entries for AES-256");
    for vector in &vectors {
        let name = text(vector, "name");
        let succeeds = match text(vector, "expect") {
            "success" => true,
            "failure" => false,
            other => panic!("{name}: unknown expectation {other}"),
        };
        let Ok(key) = <[u8; 32]>::try_from(hex(text(vector, "key"))) else {
            // A key of another length cannot even be made here.
            assert!(!succeeds, "{name}");
            continue;
        };
        let key = Key::from_bytes(key);
        let context = Context::raw(text(vector, "context").into());
        let sealed = hex_with_runs(text(vector, "ciphertext"));

        let mut authentic = Vec::new();
        let opened = open_with_sha256(&key, &context, &sealed, &mut authentic);
        assert_eq!(opened.is_ok(), succeeds, "{name}: {opened:?}");
        match vector["payload_sha256"].as_str() {
            Some(hash) => {
                let len = vector["payload_length"].as_u64();
                assert_eq!(Some(authentic.len() as u64), len, "{name}");
                assert_eq!(HEXLOWER.encode(&Sha256::digest(&authentic)), hash, "{name}");
            }
            None => assert_eq!(authentic, b"", "{name}: nothing was to be authenticated"),
        }
    }
}

/// Opens as [`open`](super::open) does; what was authentic before an error stays in `out`.
fn open_with_sha256(key: &Key, context: &Context, sealed: &[u8], out: &mut Vec<u8>) -> Result<(), OpenError> {
    let (header, body) = sealed.split_first_chunk::<HEADER_LEN>().ok_or(OpenError::TooShort)?;
    Message::resume_with::<Sha256>(key, context, header)?.open_chunks(body, out)
}

fn text<'v>(vector: &'v Value, field: &str) -> &'v str {
    vector[field].as_str().unwrap_or_else(|| panic!("{field} is missing in {vector}"))
}

fn hex(digits: &str) -> Vec<u8> {
    HEXLOWER.decode(digits.as_bytes()).expect("lower-case hex")
}

/// Hex in parts, `00*16384` for a run of zero bytes.
fn hex_with_runs(parts: &str) -> Vec<u8> {
    let part = |part: &str| match part.split_once('*') {
        Some((byte, times)) => hex(byte).repeat(usize::from_str(times).expect("a number")),
        None => hex(part),
    };
    parts.split_whitespace().flat_map(part).collect()
}
