//! Recognising an e-mail address without storing it.

use crate::MacKey;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

impl MacKey {
    /// HMAC-SHA-256 (RFC 2104) of an e-mail address, so that two applications of one address can be found without either
    /// being readable. Without the key nobody can try addresses against it.
    ///
    /// The address is normalised first: white space around it goes, letters become lower case. That is what people
    /// vary when they type their address twice. It is no more than that: RFC 5321 lets a mail server tell `Ann@` from
    /// `ann@` (none in use does), and no rule of one provider, such as dots or `+tags` that do not count, is applied,
    /// because elsewhere these are two people. So equal values mean one address, for all practical purposes;
    /// different values do not prove two people.
    pub fn email_mac(&self, email: &str) -> [u8; 32] {
        let normalised = Zeroizing::new(email.trim().to_lowercase());
        let mut mac = Hmac::<Sha256>::new_from_slice(self.expose()).expect("HMAC takes keys of any length");
        mac.update(normalised.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// HMAC-SHA-256 (RFC 2104) of `parts` for the purpose that `label` names. Label and parts are length-prefixed, so no
    /// two uses share an input, with each other or with [`email_mac`](Self::email_mac).
    pub fn mac(&self, label: &str, parts: &[&[u8]]) -> [u8; 32] {
        self.begin(label, parts).finalize().into_bytes().into()
    }

    /// Whether `mac` are the first 16 bytes of what [`mac`](Self::mac) answers for these. How long that takes does not tell how much of
    /// it is right.
    pub fn is_mac(&self, label: &str, parts: &[&[u8]], mac: &[u8; 16]) -> bool {
        self.begin(label, parts).verify_truncated_left(mac).is_ok()
    }

    fn begin(&self, label: &str, parts: &[&[u8]]) -> Hmac<Sha256> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.expose()).expect("HMAC takes keys of any length");
        // A NUL first: no e-mail address begins with one.
        mac.update(&[0]);
        for part in std::iter::once(label.as_bytes()).chain(parts.iter().copied()) {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part);
        }
        mac
    }
}
