//! What stands inside the sealed blobs, as JSON, and the contexts that bind each to its place.

use std::io;

use rules::{
    application::{Disability, Judgement},
    form::Applicant,
    question::Answer,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use vault::{Context, FileKey, Key, Owner, open, seal};
use zeroize::Zeroizing;

use crate::{Error, Result, Rng};

/// The section `contact`.
#[derive(Clone, Serialize, Deserialize)]
pub struct Contact {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number, or empty.
    pub phone: String,
}

impl Contact {
    /// First and last name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// The section `letter`.
#[derive(Clone, Serialize, Deserialize)]
pub struct Letter {
    /// The message to the employer, or empty.
    pub message: String,
}

/// The section `answers`: each of the posting's own questions with what was answered.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Answers {
    /// In the order in which they were asked.
    pub(crate) answers: Vec<Answer>,
}

/// The section `disability`. Every application has it, and it is always as long: neither the row nor its length tells who stated one.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Disclosure {
    /// What was said.
    pub(crate) disability: Disability,
    /// Fills it up.
    pad: String,
}

impl Disclosure {
    /// What was said, filled up.
    pub(crate) fn new(disability: Disability) -> Self {
        let longest = Disability::ALL.iter().map(|other| other.code().len()).max().unwrap_or_default();
        Self { disability, pad: "-".repeat(longest - disability.code().len()) }
    }
}

/// What was said with a request about somebody's data.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Exchange {
    /// By whoever asks.
    pub(crate) asked: String,
    /// By whoever answered, for them to read.
    #[serde(default)]
    pub(crate) replied: String,
}

/// What a correction replaced, in the history.
#[derive(Serialize, Deserialize)]
pub(crate) struct Corrected {
    /// The fields that changed, by their names in the form, with what stood there before.
    pub(crate) was: Vec<(String, String)>,
}

/// A note or a comment.
#[derive(Clone, Serialize, Deserialize)]
pub struct Remark {
    /// The text.
    pub text: String,
    /// What a head thinks; notes have none.
    pub judgement: Option<Judgement>,
}

/// What is known of a document: its key, its name, its format and its true size.
#[derive(Serialize, Deserialize)]
pub(crate) struct FileCard {
    /// The file key; in the JSON in hexadecimal.
    #[serde(with = "hexadecimal")]
    pub(crate) key: FileKey,
    /// The name people see.
    pub(crate) name: String,
    /// The format.
    pub(crate) kind: rules::document::Kind,
    /// The size before padding and sealing, in bytes.
    pub(crate) size: u64,
    /// The posting's question that it answers, if it answers one.
    #[serde(default)]
    pub(crate) answers: Option<String>,
}

/// What an envelope holds.
#[derive(Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub(crate) applicant: Applicant,
    pub(crate) cv: FileCard,
    /// Other documents, each with its object. Envelopes of an earlier version have none.
    #[serde(default)]
    pub(crate) documents: Vec<(String, FileCard)>,
}

/// One value handed over into an employee record, or one document's card.
#[derive(Serialize, Deserialize)]
pub(crate) struct HandedOver {
    /// Text of a field; empty for a document.
    pub(crate) text: String,
    /// Why it is needed, in HR's words.
    pub(crate) necessity: String,
    /// For a document.
    pub(crate) file: Option<FileCard>,
}

/// A file key inside a card. The type itself cannot be serialized: nobody does it by mistake.
mod hexadecimal {
    use data_encoding::HEXLOWER;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};
    use vault::FileKey;
    use zeroize::Zeroizing;

    pub(super) fn serialize<S: Serializer>(key: &FileKey, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&Zeroizing::new(HEXLOWER.encode(key.expose())))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<FileKey, D::Error> {
        let text = Zeroizing::new(String::deserialize(deserializer)?);
        let mut key = Zeroizing::new([0; 32]);
        match HEXLOWER.decode_len(text.len()) {
            Ok(32) if HEXLOWER.decode_mut(text.as_bytes(), key.as_mut_slice()).is_ok() => Ok(FileKey::from_bytes(*key)),
            _ => Err(D::Error::custom("a file key has 64 hexadecimal digits")),
        }
    }
}

/// Seals a value as JSON.
pub(crate) fn seal_json<T: Serialize>(key: &impl AsRef<Key>, context: &Context, rng: &Rng, value: &T) -> Result<Vec<u8>> {
    let written = |_| Error::Unavailable("a value could not be written as JSON".to_owned());
    // Measured first: a buffer that grows leaves copies of what it held behind.
    let mut length = Length(0);
    serde_json::to_writer(&mut length, value).map_err(written)?;
    let mut json = Zeroizing::new(Vec::with_capacity(length.0));
    serde_json::to_writer(&mut *json, value).map_err(written)?;
    Ok(seal(key, context, rng, &json))
}

/// Counts what is written.
struct Length(usize);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Opens a value that was sealed as JSON.
pub(crate) fn open_json<T: DeserializeOwned>(key: &impl AsRef<Key>, context: &Context, sealed: &[u8]) -> Result<T> {
    let json = open(key, context, sealed)?;
    serde_json::from_slice(&json).map_err(|_| Error::Unavailable("sealed bytes hold something else".to_owned()))
}

/// The context of an application's section.
pub(crate) fn section_context(application: &str, row: &str, name: rules::application::Section, version: i64) -> Context {
    Context::section(Owner::Application(application), row, name.code(), version.unsigned_abs())
}

/// The context of an application's document card.
pub(crate) fn document_context(application: &str, row: &str, version: i64) -> Context {
    Context::file_key(Owner::Application(application), row, version.unsigned_abs())
}

/// Bulk objects are written once.
pub(crate) const OBJECT_VERSION: u64 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn n24_what_was_said_of_a_disability_is_always_as_long() {
        let (rng, key) = (Rng::new(|bytes| bytes.fill(7)), FileKey::from_bytes([3; 32]));
        let length = |&disability: &Disability| {
            let sealed = seal_json(&key, &Context::job("j"), &rng, &Disclosure::new(disability)).expect("sealed");
            assert_eq!(open_json::<Disclosure>(&key, &Context::job("j"), &sealed).expect("opened").disability, disability);
            sealed.len()
        };
        let lengths: std::collections::BTreeSet<usize> = Disability::ALL.iter().map(length).collect();
        assert_eq!(lengths.len(), 1, "{lengths:?}");
    }

    #[test]
    fn a_value_that_cannot_be_written_is_an_error_and_no_empty_text() {
        let rng = Rng::new(|bytes| bytes.fill(7));
        let key = FileKey::generate(&rng);
        let unwritable = std::collections::BTreeMap::from([((1, 2), "a key of JSON is a text")]);
        assert!(seal_json(&key, &Context::job("j"), &rng, &unwritable).is_err());
        let sealed = seal_json(&key, &Context::job("j"), &rng, &Letter { message: "Dear team".to_owned() }).expect("sealed");
        assert_eq!(open_json::<Letter>(&key, &Context::job("j"), &sealed).expect("opened").message, "Dear team");
    }
}
