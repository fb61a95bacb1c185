//! One invented applicant whose every word, and every word about whom, stands nowhere else in the world.

use std::path::Path;

use office::Db;
use server::environment;
use sha2::{Digest as _, Sha256};
use sqlx::Executor as _;

use super::Multipart;

/// What an applicant sends, and what is written about them.
pub(crate) struct Markers {
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) message: String,
    pub(crate) note: String,
    pub(crate) comment: String,
    pub(crate) reason: String,
    pub(crate) file_name: String,
    pub(crate) cv: Vec<u8>,
}

impl Markers {
    pub(crate) fn new() -> Self {
        let unique = u64::from_be_bytes(environment::rng().bytes());
        // No line end, and no two places alike.
        let life: String = (0..1500).map(|n| data_encoding::HEXLOWER.encode(&Sha256::digest(format!("{unique} {n}")))).collect();
        Self {
            first_name: format!("MarkerFirstName{unique:016x}"),
            last_name: format!("MarkerLastName{unique:016x}"),
            email: format!("marker-{unique:016x}@example.org"),
            phone: format!("+49 30 {:012}", unique % 1_000_000_000_000),
            message: format!("MarkerMessage {unique:016x} sent with the form"),
            note: format!("MarkerNote {unique:016x} by HR"),
            comment: format!("MarkerComment {unique:016x} by the head"),
            reason: format!("MarkerReason {unique:016x} of the outcome"),
            file_name: format!("MarkerFileName{unique:016x}"),
            cv: format!("%PDF-1.4\n{life}\nstartxref\n9\n%%EOF\n").into_bytes(),
        }
    }

    /// The same person, who applies once more with another document.
    pub(crate) fn again(&self) -> Self {
        let Self { first_name, last_name, email, phone, message, .. } = self;
        Self {
            first_name: first_name.clone(),
            last_name: last_name.clone(),
            email: email.clone(),
            phone: phone.clone(),
            message: message.clone(),
            ..Self::new()
        }
    }

    /// What is typed into the form for the application.
    pub(crate) fn words(&self) -> Multipart {
        Multipart::new()
            .text("first_name", self.first_name.as_bytes())
            .text("last_name", self.last_name.as_bytes())
            .text("email", self.email.as_bytes())
            .text("phone", self.phone.as_bytes())
            .text("message", self.message.as_bytes())
            .text("notice", b"read")
    }

    /// The form as it is sent.
    pub(crate) fn form(&self) -> Multipart {
        self.words().file("cv", &format!("{}.pdf", self.file_name), &self.cv)
    }

    /// Everything to look for: the texts, and slices of the file's own bytes.
    pub(crate) fn needles(&self) -> Vec<Vec<u8>> {
        let Self { first_name, last_name, email, phone, message, note, comment, reason, file_name, cv } = self;
        let texts = [first_name, last_name, email, phone, message, note, comment, reason, file_name];
        texts.into_iter().map(|text| text.as_bytes().to_vec()).chain(slices(cv)).collect()
    }

    /// Slices of the file's own bytes.
    pub(crate) fn of_file(&self) -> Vec<Vec<u8>> {
        slices(&self.cv).collect()
    }

    /// Puts all of it into a database in plaintext. Three times: a write-ahead log has pages, which may end in the middle of one.
    pub(crate) async fn plant_in(&self, db: &Db) {
        let mut tx = db.write().await.expect("a transaction");
        tx.execute("CREATE TABLE planted (content TEXT NOT NULL)").await.expect("a table");
        for needle in self.needles().into_iter().cycle().take(self.needles().len() * 3) {
            let text = String::from_utf8(needle).expect("text");
            sqlx::query("INSERT INTO planted (content) VALUES ($1)").bind(text).execute(&mut *tx).await.expect("planted");
        }
        tx.commit().await.expect("committed");
    }

    /// Writes all of it to a file in plaintext, after what it holds.
    pub(crate) fn plant_at(&self, path: &Path) {
        let mut content = std::fs::read(path).unwrap_or_default();
        content.extend(self.needles().join(&b'\n'));
        std::fs::write(path, content).expect("planted");
    }
}

/// The first slice of 32 bytes holds the line end after the version.
fn slices(cv: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    cv.chunks_exact(32).skip(1).step_by(100).map(<[u8]>::to_vec)
}
