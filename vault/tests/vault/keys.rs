//! Keys under keys.

use crate::support::random;
use vault::{GenerationKey, MacKey, OpenError, RecordKey, SigningKey};

#[test]
fn a_record_key_unwraps_in_its_own_place_only() {
    let generation = GenerationKey::generate(&random());
    let key = RecordKey::generate(&random());
    let wrapped = generation.wrap_record_key(&key, "store-1", "rk-1", &random());
    assert_eq!(wrapped.len(), 104);

    let unwrapped = generation.unwrap_record_key(&wrapped, "store-1", "rk-1");
    assert!(unwrapped.is_ok_and(|unwrapped| unwrapped.expose() == key.expose()));

    let other_generation = GenerationKey::generate(&random());
    for (what, result) in [
        ("another id", generation.unwrap_record_key(&wrapped, "store-1", "rk-2")),
        ("another store", generation.unwrap_record_key(&wrapped, "store-2", "rk-1")),
        ("another generation", other_generation.unwrap_record_key(&wrapped, "store-1", "rk-1")),
    ] {
        assert_eq!(result.err(), Some(OpenError::Commitment), "{what}");
    }
}

#[test]
fn a_mac_key_unwraps_as_a_mac_key_only() {
    let generation = GenerationKey::generate(&random());
    let key = MacKey::generate(&random());
    let wrapped = generation.wrap_mac_key(&key, "store-1", &random());
    let unwrapped = generation.unwrap_mac_key(&wrapped, "store-1");
    assert!(unwrapped.is_ok_and(|unwrapped| unwrapped.expose() == key.expose()));

    let other_store = generation.unwrap_mac_key(&wrapped, "store-2");
    assert_eq!(other_store.err(), Some(OpenError::Commitment));
    let other_kind = generation.unwrap_record_key(&wrapped, "store-1", "");
    assert_eq!(other_kind.err(), Some(OpenError::Commitment));
}

#[test]
fn a_signing_key_unwraps_as_a_signing_key_only() {
    let generation = GenerationKey::generate(&random());
    let key = SigningKey::generate(&random());
    let wrapped = generation.wrap_signing_key(&key, "store-1", &random());
    let unwrapped = generation.unwrap_signing_key(&wrapped, "store-1");
    assert!(unwrapped.is_ok_and(|unwrapped| unwrapped.expose() == key.expose()));

    let other_store = generation.unwrap_signing_key(&wrapped, "store-2");
    assert_eq!(other_store.err(), Some(OpenError::Commitment));
    let other_kind = generation.unwrap_mac_key(&wrapped, "store-1");
    assert_eq!(other_kind.err(), Some(OpenError::Commitment));
}

#[test]
fn an_email_is_recognised_however_it_was_typed() {
    let key = MacKey::generate(&random());
    let mac = key.email_mac("jörg.müller@example.org");
    for typed in [" jörg.müller@example.org\n", "JÖRG.Müller@Example.ORG"] {
        assert_eq!(key.email_mac(typed), mac, "{typed:?}");
    }
    for other in ["jorg.muller@example.org", "jörgmüller@example.org", ""] {
        assert_ne!(key.email_mac(other), mac, "{other:?}");
    }
    assert_ne!(MacKey::generate(&random()).email_mac("jörg.müller@example.org"), mac);
}
