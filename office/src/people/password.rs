//! Passwords: kept only as hashes that are slow to try.

use std::sync::{Mutex, MutexGuard, PoisonError};

use argon2::{
    Algorithm, Argon2, Block, Params, PasswordHash, Version,
    password_hash::{
        self,
        phc::{Output, ParamsString, Salt},
    },
};
use tokio::sync::Semaphore;
use zeroize::{Zeroize as _, Zeroizing};

use crate::{Error, Office, Result};

/// Argon2id (RFC 9106) with the figures OWASP names: 19 MiB, two passes, one lane.
pub const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// A hash that no password has, with the same figures: a try for an unknown address costs what any other try costs.
fn nobody(memory_kib: u32) -> String {
    let zeros = |length| "A".repeat(length);
    format!("$argon2id$v=19$m={memory_kib},t={PASSES},p={LANES}${}${}", zeros(22), zeros(43))
}

/// So many passwords are hashed at a time: a flood of tries waits its turn instead of taking 19 MiB each.
const AT_A_TIME: usize = 4;
static HASHING: Semaphore = Semaphore::const_new(AT_A_TIME);

/// The memory of the turns, wiped and used again: what each try took and freed on whichever thread it ran, the allocator would keep
/// for that thread, 19 MiB for every thread there ever was.
static IDLE: Mutex<Vec<Box<[Block]>>> = Mutex::new(Vec::new());

impl Office {
    /// Hashes a password, away from the threads that serve requests.
    pub(crate) async fn hash_password(&self, password: String) -> Result<String> {
        let (password, salt, memory_kib) = (Zeroizing::new(password), self.rng.bytes::<16>(), self.settings.password_memory_kib);
        in_turn(memory_kib, move |memory| {
            let hash = hash(password.as_bytes(), &salt, memory_kib, memory).map_err(|_| not_hashed())?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether the password has this hash. Without one the work is the same and the answer is no, so that the time an answer takes
    /// does not tell whether an address has an account.
    pub(crate) async fn verify_password(&self, hash: Option<String>, password: String) -> Result<bool> {
        let (password, memory_kib) = (Zeroizing::new(password), self.settings.password_memory_kib);
        in_turn(memory_kib, move |memory| {
            let known = hash.is_some();
            let right = verify(password.as_bytes(), &hash.unwrap_or_else(|| nobody(memory_kib)), memory).is_ok();
            Ok(right && known)
        })
        .await
    }
}

/// Runs a hash when its turn has come, in the memory of that turn.
async fn in_turn<T: Send + 'static>(memory_kib: u32, hash: impl FnOnce(&mut [Block]) -> Result<T> + Send + 'static) -> Result<T> {
    let turn = HASHING.acquire().await.map_err(|_| not_hashed())?;
    let hash = move || {
        // Held to the end even if nobody waits for the answer any more, and until the memory is back.
        let _turn = turn;
        let waiting = idle().pop();
        let mut memory = waiting.unwrap_or_else(|| vec![Block::new(); memory_kib as usize].into_boxed_slice());
        let hashed = hash(&mut memory);
        memory.iter_mut().zeroize();
        idle().push(memory);
        hashed
    };
    tokio::task::spawn_blocking(hash).await.map_err(|_| not_hashed())?
}

fn idle() -> MutexGuard<'static, Vec<Box<[Block]>>> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn hash(password: &[u8], salt: &[u8], memory_kib: u32, memory: &mut [Block]) -> password_hash::Result<PasswordHash> {
    let argon2 = hasher(memory_kib)?;
    Ok(PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(argon2.params())?,
        salt: Some(Salt::new(salt)?),
        hash: Some(output(&argon2, password, salt, memory)?),
    })
}

/// Tries a password with the figures that stand in the hash.
fn verify(password: &[u8], hash: &str, memory: &mut [Block]) -> password_hash::Result<()> {
    let hash = PasswordHash::new(hash)?;
    let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else { return Err(password_hash::Error::PasswordInvalid) };
    let algorithm = Algorithm::try_from(hash.algorithm.as_str())?;
    let version = hash.version.map(Version::try_from).transpose()?.unwrap_or_default();
    let argon2 = Argon2::new(algorithm, version, Params::try_from(&hash)?);
    // `Output` compares in constant time.
    if output(&argon2, password, salt, memory)? == *expected { Ok(()) } else { Err(password_hash::Error::PasswordInvalid) }
}

/// Argon2 in this memory; figures that ask for more take their own.
fn output(argon2: &Argon2<'_>, password: &[u8], salt: &[u8], memory: &mut [Block]) -> password_hash::Result<Output> {
    let length = argon2.params().output_len().unwrap_or(Params::DEFAULT_OUTPUT_LEN);
    let mut bytes = [0; Output::MAX_LENGTH];
    let out = bytes.get_mut(..length).ok_or(password_hash::Error::OutputSize)?;
    if argon2.params().block_count() <= memory.len() {
        argon2.hash_password_into_with_memory(password, salt, out, memory)?;
    } else {
        argon2.hash_password_into(password, salt, out)?;
    }
    Ok(Output::new(out)?)
}

fn hasher(memory_kib: u32) -> password_hash::Result<Argon2<'static>> {
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(memory_kib, PASSES, LANES, None)?))
}

fn not_hashed() -> Error {
    Error::Unavailable("a password could not be hashed".to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use argon2::{PasswordHasher as _, PasswordVerifier as _};

    use super::*;

    const PASSWORD: &[u8] = b"sound-of-rain";
    const SALT: &[u8] = &[7; 16];
    const WRONG: password_hash::Result<()> = Err(password_hash::Error::PasswordInvalid);

    /// What an earlier turn could have left, were it not wiped.
    fn used_memory() -> Vec<Block> {
        let mut block = Block::new();
        block.as_mut().fill(u64::MAX);
        vec![block; MEMORY_KIB as usize]
    }

    #[test]
    fn an_unknown_address_costs_what_a_known_one_costs() {
        let nobody = nobody(MEMORY_KIB);
        assert_eq!(verify(b"", &nobody, &mut used_memory()), WRONG);
        let nobody = PasswordHash::new(&nobody).expect("a hash that can be tried");
        let params = Params::try_from(&nobody).expect("its figures");
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (MEMORY_KIB, PASSES, LANES));
    }

    #[test]
    fn a_hash_is_the_one_that_the_ordinary_way_makes() {
        let (mut memory, ordinary) = (used_memory(), hasher(MEMORY_KIB).expect("a hasher"));
        let theirs = ordinary.hash_password_with_salt(PASSWORD, SALT).expect("a hash").to_string();
        let ours = hash(PASSWORD, SALT, MEMORY_KIB, &mut memory).expect("a hash").to_string();
        assert_eq!(ours, theirs);
        assert!(ours.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{ours}");
        assert_eq!((verify(PASSWORD, &theirs, &mut memory), verify(b"sound-of-snow", &theirs, &mut memory)), (Ok(()), WRONG));
        assert_eq!(ordinary.verify_password(PASSWORD, ours.as_str()), Ok(()));
        assert_eq!(ordinary.verify_password(b"sound-of-snow", ours.as_str()), WRONG);
    }

    #[test]
    fn a_hash_is_tried_with_its_own_figures() {
        let mut memory = used_memory();
        for (algorithm, version, memory_kib, passes, lanes, length) in [
            (Algorithm::Argon2id, Version::V0x13, MEMORY_KIB + 1024, 1, 1, None),
            (Algorithm::Argon2id, Version::V0x13, 64, 3, 2, Some(64)),
            (Algorithm::Argon2i, Version::V0x10, 64, 1, 1, Some(16)),
        ] {
            let params = Params::new(memory_kib, passes, lanes, length).expect("figures");
            let ordinary = Argon2::new(algorithm, version, params);
            let hash = ordinary.hash_password_with_salt(PASSWORD, SALT).expect("a hash").to_string();
            assert_eq!(verify(PASSWORD, &hash, &mut memory), Ok(()), "{hash}");
            assert_eq!(verify(b"sound-of-snow", &hash, &mut memory), WRONG, "{hash}");
        }
        for broken in
            ["", "plain", "$argon2id$v=19$m=19456,t=2,p=1", "$scrypt$ln=15$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"]
        {
            assert!(verify(PASSWORD, broken, &mut memory).is_err(), "{broken:?}");
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_flood_of_tries_shares_the_memory_of_four_and_finds_it_wiped() {
        let look = |memory: &mut [Block]| {
            let wiped = memory.iter().all(|block| block.as_ref().iter().all(|word| *word == 0));
            memory.iter_mut().for_each(|block| block.as_mut().fill(u64::MAX));
            Ok((memory.as_ptr().addr(), wiped))
        };
        let tries: Vec<_> = (0..16).map(|_| tokio::spawn(in_turn(MEMORY_KIB, look))).collect();
        let mut seen = HashSet::new();
        for tried in tries {
            let (place, wiped) = tried.await.expect("no panic").expect("a turn");
            assert!(wiped, "left from an earlier turn");
            seen.insert(place);
        }
        assert!((1..=AT_A_TIME).contains(&seen.len()), "{} memories", seen.len());
    }
}
