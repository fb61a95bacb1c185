//! What the environment sets (`ABLAUF_*`). What is edited at the desk stands in the table `setting`.

use std::path::PathBuf;

use jiff::tz::TimeZone;

/// Settings of the process.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The data directory.
    pub data: PathBuf,
    /// The records database.
    pub records_url: String,
    /// The key database.
    pub keys_url: String,
    /// The log database.
    pub log_url: String,
    /// The object store: `file:` with a directory, `memory:`, or `s3:` with a bucket.
    pub objects_url: String,
    /// The generation key file.
    pub generation_key_file: PathBuf,
    /// Where a fresh copy of the key database is put with every turn of the generation, if anywhere.
    pub key_copies: Option<PathBuf>,
    /// Where the employer's calendar is kept.
    pub zone: TimeZone,
    /// The most bytes of one document.
    pub max_document: u64,
    /// Where the site is reached from outside, without a trailing slash.
    pub public_url: String,
}

impl Settings {
    /// The defaults for a data directory: SQLite, a local object store, and the generation key in a directory beside them that no
    /// copy of the key database should be put into.
    #[must_use]
    pub fn in_directory(data: PathBuf, zone: TimeZone) -> Self {
        let sqlite = |name: &str| format!("sqlite://{}?mode=rwc", data.join(name).display());
        Self {
            records_url: sqlite("records.db"),
            keys_url: sqlite("keys.db"),
            log_url: sqlite("log.db"),
            objects_url: format!("file:{}", data.join("objects").display()),
            generation_key_file: data.join("generation").join("generation.key"),
            key_copies: None,
            zone,
            max_document: 10 * 1024 * 1024,
            public_url: "http://127.0.0.1:3000".to_owned(),
            data,
        }
    }
}
