//! What the environment sets (`ABLAUF_*`). What is edited at the desk stands in the table `setting`.

use std::path::PathBuf;

use jiff::tz::TimeZone;
use zeroize::Zeroizing;

use crate::people::PASSWORD_MEMORY_KIB;

/// Settings of the process. They hold secrets, those in database URLs among them, and so are not to be printed.
#[derive(Clone)]
pub struct Settings {
    /// The data directory.
    pub data: PathBuf,
    /// The records database.
    pub records_url: String,
    /// The key database.
    pub keys_url: String,
    /// A second key database, on another disk or server, that every key reaches before it is used.
    pub keys_mirror_url: Option<String>,
    /// The log database.
    pub log_url: String,
    /// The object store: `file:` with a directory, `memory:`, or `s3:` with a bucket.
    pub objects_url: String,
    /// The generation key file.
    pub generation_key_file: PathBuf,
    /// Who keeps the generation key.
    pub key_provider: KeyProvider,
    /// The key service, if there is one.
    pub transit: Option<TransitSettings>,
    /// Where a fresh copy of the key database is put with every turn of the generation, if anywhere.
    pub key_copies: Option<PathBuf>,
    /// Who carries mails to applicants; without it none is sent.
    pub mail: Option<MailSettings>,
    /// Where signed checkpoints of the log are put, on another disk or a mounted share, if anywhere.
    pub checkpoints: Option<PathBuf>,
    /// Where the employer's calendar is kept.
    pub zone: TimeZone,
    /// The most bytes of one document.
    pub max_document: u64,
    /// Where the site is reached from outside, without a trailing slash.
    pub public_url: String,
    /// How much memory, in KiB, the hash of a password takes: [`PASSWORD_MEMORY_KIB`] in the product. No variable sets it; tests, which make
    /// thousands of accounts, take less.
    pub password_memory_kib: u32,
}

/// Who keeps the generation key.
#[derive(Clone)]
pub enum KeyProvider {
    /// The house, in the generation key file.
    File,
    /// The operator; the house only reads.
    Secret {
        /// The living key.
        key: Option<SecretPlace>,
        /// The one that the next turn takes.
        next: Option<SecretPlace>,
    },
    /// The house, in the generation key file, sealed by [`Settings::transit`].
    Transit,
}

/// Who carries mails.
#[derive(Clone)]
pub enum MailSettings {
    /// Nobody: a demonstration shows them.
    Outbox,
    /// A server.
    Smtp(SmtpSettings),
}

/// An SMTP server.
#[derive(Clone)]
pub struct SmtpSettings {
    /// `smtps://host[:port]` (RFC 8314), or `smtp://host[:port]`, which turns to TLS (RFC 3207) anywhere but on this machine.
    pub url: String,
    /// User and password, where it asks for them.
    pub login: Option<(String, Hidden)>,
    /// From whom mails are: an address, or `Name <address>`; without a name it is the employer's.
    pub from: String,
}

/// Where a secret is.
#[derive(Clone)]
pub enum SecretPlace {
    /// In a variable.
    Value(Hidden),
    /// In a file, which is read each time.
    File(PathBuf),
}

/// A text that nothing prints.
#[derive(Clone)]
pub struct Hidden(Zeroizing<String>);

/// A key at Transit, the key service of HashiCorp Vault and OpenBao.
#[derive(Clone)]
pub struct TransitSettings {
    /// The address of the server, without `/v1`.
    pub url: String,
    /// Where the engine is mounted.
    pub mount: String,
    /// The name of the key, which serves this store alone.
    pub key: String,
    /// The token.
    pub token: SecretPlace,
    /// The namespace, where the server has such.
    pub namespace: Option<String>,
}

impl Hidden {
    /// Hides a text.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself. Named so that a reader stops at every use.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
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
            keys_mirror_url: None,
            log_url: sqlite("log.db"),
            objects_url: format!("file:{}", data.join("objects").display()),
            generation_key_file: data.join("generation").join("generation.key"),
            key_provider: KeyProvider::File,
            transit: None,
            key_copies: None,
            mail: None,
            checkpoints: None,
            zone,
            max_document: 10 * 1024 * 1024,
            public_url: "http://127.0.0.1:3000".to_owned(),
            password_memory_kib: PASSWORD_MEMORY_KIB,
            data,
        }
    }
}
