//! What sealed bytes are, and where they belong.

/// Says what sealed bytes are and where they belong. Bytes sealed under one context open under no other.
///
/// A context is not secret and is not stored beside the bytes: whoever opens them states again what they ought to be.
/// So a blob that was moved to another row, owner, field or version does not open.
///
/// # Encoding
///
/// | bytes | content |
/// |---|---|
/// | 1 | version of this encoding, `01` |
/// | 1 | code of the kind, from one registry; a code is never used again for something else |
/// | 4 + n | each part in turn: its length as a 32-bit big-endian number, then the part |
///
/// A text is its UTF-8 bytes, a number eight bytes big-endian, an [`Owner`] two parts: its code (one byte) and its id.
/// Since every part carries its length, no two lists of parts share an encoding.
///
/// Identifiers go in as the database holds them. A `version` counts the times the row was written, from 1: an older
/// blob put back into a newer row does not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context(Vec<u8>);

/// Version of the encoding, the first byte of each context.
const ENCODING: u8 = 1;

/// The registry of kinds. Add at the end; never change or reuse a code: what is sealed under it would not open again.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Kind {
    WrappedRecordKey = 1,
    WrappedMacKey = 2,
    Section = 3,
    Note = 4,
    Object = 5,
    FileKey = 6,
    History = 7,
    OutcomeReason = 8,
    EmployeeItem = 9,
    Envelope = 10,
    Hold = 11,
    Job = 12,
    WrappedSigningKey = 13,
    Challenge = 14,
    Visit = 15,
    Disclosure = 16,
    Request = 17,
}

/// Whose data something is, with the owner's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner<'a> {
    /// An application, by its id.
    Application(&'a str),
    /// An employee record, by its id.
    Employee(&'a str),
    /// A consent to stay in the talent pool, by its id.
    Consent(&'a str),
    /// A set of papers kept by statute, by its id.
    PaperSet(&'a str),
    /// An envelope that was received and not yet converted, by its id.
    Envelope(&'a str),
}

impl<'a> Owner<'a> {
    /// The code in the encoding and the id. Codes are as stable as those of [`Kind`].
    fn parts(self) -> (u8, &'a str) {
        match self {
            Self::Application(id) => (1, id),
            Self::Employee(id) => (2, id),
            Self::Consent(id) => (3, id),
            Self::PaperSet(id) => (4, id),
            Self::Envelope(id) => (5, id),
        }
    }
}

impl Context {
    /// A record key under the generation key. Binds the store and the record key's id: a wrapped key neither opens in
    /// another store nor under another id.
    pub fn generation_wraps_record_key(store_id: &str, rk_id: &str) -> Self {
        Self::of(Kind::WrappedRecordKey).text(store_id).text(rk_id)
    }

    /// The MAC key of a store under the generation key. Binds the store.
    pub fn mac_key(store_id: &str) -> Self {
        Self::of(Kind::WrappedMacKey).text(store_id)
    }

    /// A section: contact, letter, answers, ... Binds owner, row, name and version.
    pub fn section(owner: Owner<'_>, row_id: &str, name: &str, version: u64) -> Self {
        Self::of(Kind::Section).owner(owner).text(row_id).text(name).number(version)
    }

    /// A note or comment. Binds owner, row and version.
    pub fn note(owner: Owner<'_>, row_id: &str, version: u64) -> Self {
        Self::of(Kind::Note).owner(owner).text(row_id).number(version)
    }

    /// The bytes of a file in the object store. Binds the object id and the version under which it was stored, and on
    /// purpose *not* the owner: handover and conversion pass an object on by resealing its [`file_key`](Self::file_key)
    /// alone. The version therefore travels with the object id and does not count the row's writes.
    pub fn object(version: u64, object_id: &str) -> Self {
        Self::of(Kind::Object).number(version).text(object_id)
    }

    /// The blob that holds a file's key, name, type and true size. Binds owner, row and version, and so binds the
    /// object to them.
    pub fn file_key(owner: Owner<'_>, row_id: &str, version: u64) -> Self {
        Self::of(Kind::FileKey).owner(owner).text(row_id).number(version)
    }

    /// An entry of a record's history. Binds owner and row; entries are written once, so there is no version.
    pub fn history(owner: Owner<'_>, row_id: &str) -> Self {
        Self::of(Kind::History).owner(owner).text(row_id)
    }

    /// The reason of an application's outcome. Binds application and version.
    pub fn outcome_reason(application_id: &str, version: u64) -> Self {
        Self::of(Kind::OutcomeReason).text(application_id).number(version)
    }

    /// One field of an employee record. Binds employee, row, name and version.
    pub fn employee_item(employee_id: &str, row_id: &str, name: &str, version: u64) -> Self {
        Self::of(Kind::EmployeeItem).text(employee_id).text(row_id).text(name).number(version)
    }

    /// An envelope as it was received. Binds its id; an envelope is written once.
    pub fn envelope(envelope_id: &str) -> Self {
        Self::of(Kind::Envelope).text(envelope_id)
    }

    /// The reason of a hold. Binds owner, row and version.
    pub fn hold(owner: Owner<'_>, row_id: &str, version: u64) -> Self {
        Self::of(Kind::Hold).owner(owner).text(row_id).number(version)
    }

    /// What a job carries. Binds its id; a job is written once.
    pub fn job(job_id: &str) -> Self {
        Self::of(Kind::Job).text(job_id)
    }

    /// The address to which a code was mailed. Binds the row; it is written once.
    pub fn challenge(row_id: &str) -> Self {
        Self::of(Kind::Challenge).text(row_id)
    }

    /// Whose visit it is that showed a mailed code. Binds the row; it is written once.
    pub fn visit(row_id: &str) -> Self {
        Self::of(Kind::Visit).text(row_id)
    }

    /// A remark as its subject reads it after it was checked. Binds owner, row and version.
    pub fn disclosure(owner: Owner<'_>, row_id: &str, version: u64) -> Self {
        Self::of(Kind::Disclosure).owner(owner).text(row_id).number(version)
    }

    /// What somebody wrote with a request about their data. Binds owner, row and version.
    pub fn request(owner: Owner<'_>, row_id: &str, version: u64) -> Self {
        Self::of(Kind::Request).owner(owner).text(row_id).number(version)
    }

    /// The key that signs a store's checkpoints. Binds the store.
    pub fn signing_key(store_id: &str) -> Self {
        Self::of(Kind::WrappedSigningKey).text(store_id)
    }

    /// Any bytes, as they are. For the command line, where a person states the context in hex, and for test vectors;
    /// data of the product never goes under a raw context.
    pub fn raw(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The encoding, as it enters the key derivation.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    fn of(kind: Kind) -> Self {
        Self(vec![ENCODING, kind as u8])
    }

    fn part(mut self, part: &[u8]) -> Self {
        let len = u32::try_from(part.len()).expect("no identifier or name is 4 GiB long");
        self.0.extend_from_slice(&len.to_be_bytes());
        self.0.extend_from_slice(part);
        self
    }

    fn text(self, text: &str) -> Self {
        self.part(text.as_bytes())
    }

    fn number(self, number: u64) -> Self {
        self.part(&number.to_be_bytes())
    }

    fn owner(self, owner: Owner<'_>) -> Self {
        let (code, id) = owner.parts();
        self.part(&[code]).text(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    /// One context of each kind with the same words throughout: only the kind, the owner and the shape tell them apart.
    fn one_of_each() -> Vec<Context> {
        let owners =
            [Owner::Application("x"), Owner::Employee("x"), Owner::Consent("x"), Owner::PaperSet("x"), Owner::Envelope("x")];
        let mut contexts = vec![
            Context::generation_wraps_record_key("x", "x"),
            Context::mac_key("x"),
            Context::object(1, "x"),
            Context::outcome_reason("x", 1),
            Context::employee_item("x", "x", "x", 1),
            Context::envelope("x"),
            Context::job("x"),
            Context::signing_key("x"),
        ];
        for owner in owners {
            contexts.extend([
                Context::section(owner, "x", "x", 1),
                Context::note(owner, "x", 1),
                Context::file_key(owner, "x", 1),
                Context::history(owner, "x"),
                Context::hold(owner, "x", 1),
            ]);
        }
        contexts
    }

    #[test]
    fn no_two_kinds_and_owners_share_an_encoding() {
        let contexts = one_of_each();
        let distinct: HashSet<&[u8]> = contexts.iter().map(Context::as_bytes).collect();
        assert_eq!(distinct.len(), contexts.len());
    }

    /// Whoever changes this makes everything sealed so far unreadable.
    #[test]
    fn the_encoding_stays_as_it_is() {
        let section = Context::section(Owner::Employee("e7"), "s", "letter", 258);
        #[rustfmt::skip]
        let expected = [
            &[1, 3][..],
            &[0, 0, 0, 1], &[2],
            &[0, 0, 0, 2], b"e7",
            &[0, 0, 0, 1], b"s",
            &[0, 0, 0, 6], b"letter",
            &[0, 0, 0, 8], &[0, 0, 0, 0, 0, 0, 1, 2],
        ];
        assert_eq!(section.as_bytes(), expected.concat());

        let a = Owner::Application("a");
        let codes = [
            (1, Context::generation_wraps_record_key("s", "k")),
            (2, Context::mac_key("s")),
            (3, Context::section(a, "r", "n", 1)),
            (4, Context::note(a, "r", 1)),
            (5, Context::object(1, "o")),
            (6, Context::file_key(a, "r", 1)),
            (7, Context::history(a, "r")),
            (8, Context::outcome_reason("a", 1)),
            (9, Context::employee_item("e", "r", "n", 1)),
            (10, Context::envelope("v")),
            (11, Context::hold(a, "r", 1)),
            (12, Context::job("j")),
            (13, Context::signing_key("s")),
        ];
        for (code, context) in codes {
            assert_eq!(context.as_bytes()[..2], [1, code], "{context:?}");
        }
    }

    proptest! {
        #[test]
        fn other_parts_never_share_an_encoding(one: [String; 3], other: [String; 3]) {
            let encode = |parts: &[String; 3]| {
                Context::section(Owner::Application(&parts[0]), &parts[1], &parts[2], 1)
            };
            prop_assert_eq!(encode(&one) == encode(&other), one == other);
        }

        #[test]
        fn text_moved_across_a_border_makes_another_context(text in "[ab]{0,8}", cut: prop::sample::Index, other: prop::sample::Index) {
            let (cut, other) = (cut.index(text.len() + 1), other.index(text.len() + 1));
            let encode = |at: usize| Context::generation_wraps_record_key(&text[..at], &text[at..]);
            prop_assert_eq!(encode(cut) == encode(other), cut == other);
        }
    }
}
