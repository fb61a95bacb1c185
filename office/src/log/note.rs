//! Checkpoints as others can check them: a tree head (C2SP tlog-checkpoint) in a note signed with Ed25519 (C2SP signed-note). The
//! formats are `tlog_tiles` and `signed_note`; here is the house's key in them.

use ed25519_dalek::Signer as _;
use signed_note::{Note, StandardVerifier, Verifier as _, VerifierList};
use tlog_tiles::Checkpoint;

use super::{Checked, Flaw, tree::Hash};
use crate::{Error, Result};

/// The type of an Ed25519 key in a signed note.
const ED25519: u8 = 1;

/// How long the log was, and the root over it then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Head {
    pub(super) size: i64,
    pub(super) root: Hash,
}

/// The house's own key. Its name, which is the log's too, is `ablauf/` and the store's id.
pub(crate) struct LogKey {
    name: String,
    key: ed25519_dalek::SigningKey,
}

impl LogKey {
    pub(crate) fn new(store: &str, seed: &vault::SigningKey) -> Self {
        Self { name: format!("ablauf/{store}"), key: ed25519_dalek::SigningKey::from_bytes(seed.expose()) }
    }

    /// What others check with: name, key id and public key in one line (`vkey`).
    pub(crate) fn public(&self) -> String {
        signed_note::new_ed25519_verifier_key(&self.name, &self.key.verifying_key())
    }

    /// Signs a head: the text of a checkpoint file.
    pub(super) fn sign_head(&self, head: Head) -> Result<String> {
        let unfit = || Error::Unavailable("a checkpoint of the log cannot be signed".to_owned());
        let size = head.size.try_into().map_err(|_| unfit())?;
        let text = Checkpoint::new(&self.name, size, head.root, "").map_err(|_| unfit())?;
        let mut note = Note::new(&text.to_bytes(), &[]).map_err(|_| unfit())?;
        note.add_sigs(&[self]).map_err(|_| unfit())?;
        String::from_utf8(note.to_bytes()).map_err(|_| unfit())
    }
}

impl signed_note::Signer for LogKey {
    fn name(&self) -> &str {
        &self.name
    }

    fn key_id(&self) -> u32 {
        signed_note::key_id(&self.name, &[&[ED25519], self.key.verifying_key().as_bytes().as_slice()].concat())
    }

    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, ed25519_dalek::SignatureError> {
        Ok(self.key.try_sign(text)?.to_vec())
    }
}

/// A public key.
#[derive(Clone)]
pub(crate) struct PublicKey {
    text: String,
    verifier: StandardVerifier,
}

impl PublicKey {
    /// Reads the line of a public key.
    pub(super) fn read(text: &str) -> Checked<Self> {
        let verifier = StandardVerifier::new(text).map_err(|_| Flaw::new(format!("{text:?} is no public key of a log")))?;
        // The crate takes a key id in capitals too; there is one way to write it.
        match text.starts_with(&format!("{}+{:08x}+", verifier.name(), verifier.key_id())) {
            true => Ok(Self { text: text.to_owned(), verifier }),
            false => Err(Flaw::new(format!("{text:?} is no public key of a log"))),
        }
    }

    /// Reads a checkpoint that this key signed. Signatures of others may stand below.
    pub(super) fn open(&self, note: &[u8]) -> Checked<Head> {
        let unreadable = || Flaw::new("the checkpoint cannot be read");
        let read = Note::from_bytes(note).map_err(|_| unreadable())?;
        if read.to_bytes() != note {
            return Err(unreadable());
        }
        read.verify(&VerifierList::new(vec![Box::new(self.verifier.clone())])).map_err(|error| match error {
            signed_note::NoteError::UnverifiedNote => Flaw::new(format!("the checkpoint is not signed by {}", self.text)),
            _ => Flaw::new("the signature of the checkpoint does not hold: its text or the signature was altered"),
        })?;
        let checkpoint = Checkpoint::from_bytes(read.text()).map_err(|_| unreadable())?;
        if checkpoint.origin() != self.verifier.name() {
            return Err(Flaw::new("the checkpoint is of another log than its key"));
        }
        let size = checkpoint.size().try_into().map_err(|_| unreadable())?;
        Ok(Head { size, root: *checkpoint.hash() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> LogKey {
        LogKey::new("5f", &vault::SigningKey::from_bytes([seed; 32]))
    }

    fn head() -> Head {
        Head { size: 1203, root: Hash([7; 32]) }
    }

    #[test]
    fn what_the_house_signs_its_public_key_opens_and_no_other_does() {
        let note = key(1).sign_head(head()).expect("a checkpoint");
        let public = PublicKey::read(&key(1).public()).expect("a public key");
        assert_eq!(public.open(note.as_bytes()).expect("a head"), head());
        let lines: Vec<_> = note.lines().collect();
        assert_eq!(lines[..4], ["ablauf/5f", "1203", "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=", ""], "{note}");
        assert!(lines[4].starts_with("\u{2014} ablauf/5f "), "{note}");
        let other = PublicKey::read(&key(2).public()).expect("a public key");
        let flaw = other.open(note.as_bytes()).expect_err("another key");
        assert!(flaw.to_string().contains("is not signed by ablauf/5f+"), "{flaw}");
    }

    #[test]
    fn no_byte_of_a_checkpoint_or_a_public_key_can_be_another() {
        let (note, public) = (key(1).sign_head(head()).expect("a checkpoint"), key(1).public());
        let verifier = PublicKey::read(&public).expect("a public key");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).ok();
        for at in 0..note.len() {
            for flip in [1, 2, 4, 8, 16, 32, 64, 128] {
                let mut altered = note.clone().into_bytes();
                altered[at] ^= flip;
                assert!(verifier.open(&altered).is_err(), "byte {at} of {note:?} with {flip}");
            }
        }
        for at in 0..public.len() {
            for flip in [1, 2, 4, 8, 16, 32, 64, 128] {
                let mut altered = public.clone().into_bytes();
                altered[at] ^= flip;
                let Some(altered) = text(altered) else { continue };
                assert!(PublicKey::read(&altered).is_err(), "byte {at} of {public:?} with {flip}");
            }
        }
    }

    #[test]
    fn a_signature_below_by_somebody_else_is_no_flaw() {
        let note = key(1).sign_head(head()).expect("a checkpoint");
        let body = note.split("\n\n").next().expect("a body").to_owned() + "\n";
        let mut both = Note::new(body.as_bytes(), &[]).expect("a note");
        let witness = LogKey { name: "witness.example".to_owned(), key: key(3).key };
        both.add_sigs(&[&key(1), &witness]).expect("two signatures");
        let public = PublicKey::read(&key(1).public()).expect("a public key");
        assert_eq!(public.open(&both.to_bytes()).expect("a head"), head());
    }
}
