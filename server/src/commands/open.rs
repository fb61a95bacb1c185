//! Opening the office from the command line.

use std::path::Path;

use office::{Office, Result, Settings};
use server::environment;

/// The office of a data directory, with the real clock and randomness.
pub(crate) async fn office(data: &Path) -> Result<Office> {
    Office::open(settings(data)?, environment::clock(), environment::rng()).await
}

/// The settings for a data directory, which is made if it is missing.
pub(crate) fn settings(data: &Path) -> Result<Settings> {
    create(data)?;
    environment::settings(data)
}

/// The office of a data directory that is there already: a mistyped one is not made.
pub(crate) async fn existing(data: &Path) -> Result<Office> {
    if data.is_dir() {
        office(data).await
    } else {
        Err(office::Error::Unavailable(format!("there is no data directory {}", data.display())))
    }
}

/// The data directory is for the owner only.
fn create(data: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    let unavailable =
        |error: std::io::Error| office::Error::Unavailable(format!("data directory {}: {}", data.display(), error.kind()));
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(data).map_err(unavailable)
}
