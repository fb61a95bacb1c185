//! Identifiers: 128 random bits in lower-case hexadecimal. One type per noun, so that they cannot be confused.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// An identifier from 128 random bits.
            #[must_use]
            pub fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(hex(bytes))
            }

            /// Reads an identifier as it stands in a URL; `None` if it could not be one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
                (text.len() == 32 && text.bytes().all(hex)).then(|| Self(text.to_owned()))
            }

            /// The 32 hexadecimal digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A legal employer; everything at the desk is scoped to one.
    EmployerId,
    /// A department of an employer.
    DepartmentId,
    /// A person who signs in at the desk.
    AccountId,
    /// A posting.
    PostingId,
    /// An application; also the identifier of the envelope it came in.
    ApplicationId,
    /// A document of an application or of an employee record.
    DocumentId,
    /// A bulk object in the object store.
    ObjectId,
    /// A record key in the key database.
    KeyId,
    /// An internal note or a comment.
    NoteId,
    /// A release of sections to an audience.
    ReleaseId,
    /// A release to a body that counts for later arrivals too.
    StandingId,
    /// A claim that stops the clock.
    ClaimId,
    /// An employee record.
    EmployeeId,
    /// A record that is kept for a reason of its own: a paper, a place in the talent pool, the evidence of a consent.
    KeptId,
    /// A request about somebody's data.
    RequestId,
    /// A breach of personal data.
    BreachId,
    /// An entry of the journal.
    EntryId,
}

fn hex(bytes: [u8; 16]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(32);
    for byte in bytes {
        text.push(DIGITS[usize::from(byte >> 4)] as char);
        text.push(DIGITS[usize::from(byte & 15)] as char);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_reads_back_what_it_writes_and_nothing_else() {
        let id = ApplicationId::from_bytes([0xab; 16]);
        assert_eq!(ApplicationId::parse(id.as_str()), Some(id));
        for wrong in ["", "ab", "../../etc/passwd", &"AB".repeat(16), &"é".repeat(16), &"ab".repeat(17)] {
            assert_eq!(ApplicationId::parse(wrong), None, "{wrong:?} is no identifier");
        }
    }
}
