//! Everything that can be found.

use super::words::Remedy;

/// What was found. The order is the one in which findings are told and repaired.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A database does not hold together.
    Database,
    /// Key database and mirror differ. Before what else concerns keys: who has which is settled first.
    Mirror,
    /// A live key without a record.
    KeyWithoutRow,
    /// A record whose key is nowhere, by no erasure that is known.
    RowWithoutKey,
    /// An application whose key was destroyed, whose rows stand, and which is not being erased.
    RowOfDeadKey,
    /// An employee record or a kept record whose key was destroyed.
    OtherOfDeadKey,
    /// A destroyed key that stands again.
    DeadKey,
    /// The same, where a record that is not being erased lives by it.
    DeadKeyOfRow,
    /// A key that has waited for more than a day, though its record stands.
    KeyUnconfirmed,
    /// A key that has waited for its record for more than a day.
    KeyPending,
    /// A key under a generation that is not open here.
    KeyUnopenable,
    /// More than one living generation, or none.
    Generation,
    /// An application that is being erased, without its erasure.
    ErasingWithoutErasure,
    /// An erasure without its application, whose key is gone.
    ErasureWithoutApplication,
    /// An erasure without its application, whose key stands.
    ErasureOfKey,
    /// An erasure whose application is not marked as being erased.
    ErasureOfLiving,
    /// An erasure that has not moved for more than a day.
    ErasureStuck,
    /// An application that is certified to be gone, as its key is.
    CertifiedRows,
    /// An application that is certified to be gone, and can be read.
    CertifiedKey,
    /// A number with two certificates.
    CertificateTwice,
    /// An object that is named and has no row.
    ObjectRowMissing,
    /// An object that is named and is not in the store.
    ObjectMissing,
    /// An object with another size than its row says.
    ObjectSize,
    /// The row of an object that nothing names, older than a day.
    ObjectRowUnnamed,
    /// An object without a row, older than a day.
    ObjectUnnamed,
    /// An upload that was staged more than a day ago and never ended.
    Staged,
    /// An envelope whose intake key is nowhere.
    EnvelopeWithoutKey,
    /// A form without its application or envelope.
    SubmissionAlone,
    /// Sealed bytes that do not open though their key does.
    Unopened,
    /// An application that goes on another day than the rule says.
    DueDiffers,
    /// A closed posting, or an application to one, without the instant of the close.
    ClosedWithoutInstant,
    /// A posting with an instant of its close that is not closed.
    InstantWithoutClose,
    /// An entry that has waited for its place in the log for more than an hour.
    EntryWaits,
    /// The log is not what was entered.
    Log,
    /// The journal is found again elsewhere than its entries say.
    Index,
    /// Log and records are not of the same time.
    LogMark,
}

impl Code {
    /// Its name in the journal; it never changes.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.words().code
    }

    /// Whether a repair puts it right.
    #[must_use]
    pub fn is_repairable(self) -> bool {
        matches!(self.words().remedy, Remedy::Repair(_))
    }
}
