//! The same bytes as an independent implementation, see `tests/vectors/README.md`.

use data_encoding::HEXLOWER;
use serde_json::Value;
use sha2::{Digest, Sha256};
use vault::{Context, Key, open, seal};

const ANSWERS: &str = include_str!("../vectors/sealed_by_cryptography.json");

#[test]
fn with_the_same_salt_the_same_bytes_come_out() {
    let answers: Vec<Value> = serde_json::from_str(ANSWERS).expect("the file is JSON");
    assert_eq!(answers.len(), 6, "messages");
    for answer in &answers {
        let key = <[u8; 32]>::try_from(hex(answer, "key")).expect("32 bytes");
        let key = Key::from_bytes(key);
        let context = Context::raw(hex(answer, "context"));
        let salt = hex(answer, "salt");
        let len = answer["plaintext_length"].as_u64().expect("a length");
        let plain: Vec<u8> = (0..len).map(|index| (index * 7 + (index >> 8)) as u8).collect();

        let sealed = seal(&key, &context, &|bytes: &mut [u8]| bytes.copy_from_slice(&salt), &plain);
        assert_eq!(sealed[24..56], hex(answer, "commitment"), "{len} bytes");
        let hash = HEXLOWER.encode(&Sha256::digest(&sealed));
        assert_eq!(hash, answer["sealed_sha256"], "{len} bytes");

        // The bytes are the other implementation's own, so this opens what it sealed.
        let opened = open(&key, &context, &sealed).map(|opened| opened.to_vec());
        assert!(opened == Ok(plain), "{len} bytes did not open");
    }
}

fn hex(answer: &Value, field: &str) -> Vec<u8> {
    let digits = answer[field].as_str().expect("hex digits");
    HEXLOWER.decode(digits.as_bytes()).expect("lower-case hex")
}
