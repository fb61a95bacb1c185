//! `fill_keys DIR N`: makes an empty store in DIR and enters N record keys that belong to nobody, wrapped as any other is. For
//! `bench/keys`, which measures how long it takes to seal them anew.
#![expect(clippy::disallowed_methods, reason = "it stands in for the server, which brings clock and randomness")]

use std::{error::Error, path::PathBuf};

use jiff::{Timestamp, tz::TimeZone};
use office::{Clock, Office, Rng, Settings};
use rules::id::KeyId;
use vault::{RecordKey, key_file};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [directory, keys] = &arguments[..] else { return Err("usage: fill_keys DIR N".into()) };
    let (directory, keys) = (PathBuf::from(directory), keys.parse::<u64>()?);
    std::fs::create_dir_all(&directory)?;
    let settings = Settings::in_directory(directory, TimeZone::UTC);
    let rng = Rng::new(|bytes| getrandom::fill(bytes).expect("the operating system has randomness"));
    let office = Office::open(settings.clone(), Clock::new(Timestamp::now), rng.clone()).await?;

    let (generation, key) = key_file::read(&settings.generation_key_file)?;
    let mut tx = office.keys.write().await?;
    for _ in 0..keys {
        let id = KeyId::from_bytes(rng.bytes());
        let wrapped = key.wrap_record_key(&RecordKey::generate(&rng), &office.house.store, id.as_str(), &rng);
        sqlx::query("INSERT INTO rk (id, state, generation_id, wrapped, created_at) VALUES ($1, 'live', $2, $3, $4)")
            .bind(id.as_str())
            .bind(&generation)
            .bind(wrapped)
            .bind(office.now().as_millisecond())
            .execute(&mut *tx)
            .await?;
    }
    tx.commit().await?;
    office.close().await;
    Ok(())
}
