//! What the targets call. It lives beside the vault's tests, which call it too.

#[path = "../../vault/tests/vault/hostile.rs"]
pub mod hostile;
