//! Passwords: kept only as hashes that are slow to try.

use argon2::{Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version};
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::{Error, Office, Result};

/// Argon2id (RFC 9106) with the figures OWASP names: 19 MiB, two passes, one lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A hash that no password has, with the same figures: a try for an unknown address costs what any other try costs.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// So many passwords are hashed at a time: a flood of tries waits its turn instead of taking 19 MiB each.
static HASHING: Semaphore = Semaphore::const_new(4);

impl Office {
    /// Hashes a password, away from the threads that serve requests.
    pub(crate) async fn hash_password(&self, password: String) -> Result<String> {
        let (password, salt) = (Zeroizing::new(password), self.rng.bytes::<16>());
        in_turn(move || {
            let hash = hasher()?.hash_password_with_salt(password.as_bytes(), &salt).map_err(|_| not_hashed())?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether the password has this hash. Without one the work is the same and the answer is no, so that the time an answer takes
    /// does not tell whether an address has an account.
    pub(crate) async fn verify_password(&self, hash: Option<String>, password: String) -> Result<bool> {
        let password = Zeroizing::new(password);
        in_turn(move || {
            let right = hasher()?.verify_password(password.as_bytes(), hash.as_deref().unwrap_or(NOBODY)).is_ok();
            Ok(right && hash.is_some())
        })
        .await
    }
}

/// Runs a hash when its turn has come.
async fn in_turn<T: Send + 'static>(hash: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let turn = HASHING.acquire().await.map_err(|_| not_hashed())?;
    let hash = move || {
        // Held to the end even if nobody waits for the answer any more.
        let _turn = turn;
        hash()
    };
    tokio::task::spawn_blocking(hash).await.map_err(|_| not_hashed())?
}

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|_| not_hashed())?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn not_hashed() -> Error {
    Error::Unavailable("a password could not be hashed".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_address_costs_what_a_known_one_costs() {
        let nobody = argon2::PasswordHash::new(NOBODY).expect("a hash that can be tried");
        let params = Params::try_from(&nobody).expect("its figures");
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (MEMORY_KIB, PASSES, LANES));
        let tried = hasher().map(|hasher| hasher.verify_password(b"", NOBODY));
        assert_eq!(tried.expect("a hasher"), Err(argon2::password_hash::Error::PasswordInvalid));
    }
}
