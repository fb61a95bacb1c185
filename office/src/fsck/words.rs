//! What is said of each finding: what it is, what follows from it, and what is to be done about it.

use super::Code;
use Remedy::{Person, Repair};

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remedy {
    /// What a repair does.
    Repair(&'static str),
    /// What a person can do.
    Person(&'static str),
}

/// What is said of a finding.
pub(super) struct Words {
    pub(super) code: &'static str,
    /// What it is, after a count.
    pub(super) what: &'static str,
    /// What follows from it.
    pub(super) so: &'static str,
    pub(super) remedy: Remedy,
}

impl Code {
    pub(super) fn words(self) -> Words {
        let (code, what, so, remedy) = match self {
            Self::Database => (
                "database",
                "place(s) where a database does not hold together",
                "rows may be lost or wrong",
                Person("stop the process that serves, keep a copy of the files, and restore the newest backup"),
            ),
            Self::KeyWithoutRow => (
                "key_without_row",
                "live key(s) without a record",
                "either they are left over, or the records are an older copy",
                Person("if there is a newer backup of the records, restore it; no repair ever destroys a live key"),
            ),
            Self::RowWithoutKey => (
                "row_without_key",
                "record(s) whose key is nowhere, by no erasure that is known",
                "nobody can read them",
                Person(
                    "put a newer copy of the key database in its place; if there is none, `ablauf restore DIR --without-lost-keys` gives them \
                     up, with a certificate",
                ),
            ),
            Self::RowOfDeadKey => (
                "row_of_dead_key",
                "application(s) whose key was destroyed, and which are not being erased",
                "nobody can read them, and they are listed all the same",
                Repair("hide them and enter their erasure from its second step on; the next sweep ends it, with a certificate"),
            ),
            Self::OtherOfDeadKey => (
                "other_of_dead_key",
                "employee record(s) or kept record(s) whose key was destroyed",
                "nobody can read them",
                Person(
                    "nothing destroys such a key while its record stands: are the records an older copy? Then restore the newest backup",
                ),
            ),
            Self::DeadKey => (
                "dead_key",
                "destroyed key(s) that stand again",
                "the key database is an older copy, and opens what was erased where a backup has it",
                Repair("destroy them again"),
            ),
            Self::DeadKeyOfRow => (
                "dead_key_of_row",
                "destroyed key(s) that stand again, with a record that is not being erased",
                "records and key database are older copies, or the destruction was none",
                Person(
                    "restore the newest backup beside this key database: who was erased goes again. Of these, the next start of the house \
                     destroys those that the log names",
                ),
            ),
            Self::KeyUnconfirmed => (
                "key_unconfirmed",
                "key(s) not confirmed for more than a day, though their record stands",
                "a process died in between, and no sweep has come through since",
                Repair("confirm them"),
            ),
            Self::KeyPending => (
                "key_pending",
                "key(s) that have waited for their record for more than a day",
                "a process died in between, and no sweep has come through since",
                Repair("look once more for their records and destroy them; they never sealed anything that is here"),
            ),
            Self::KeyUnopenable => (
                "key_unopenable",
                "key(s) under a generation that is not open here",
                "nobody can read what they seal",
                Person("`ablauf keys doctor` says which generation key is missing"),
            ),
            Self::Generation => (
                "generation",
                "living generation(s), where there is to be one",
                "no key can be made, or not under the right one",
                Person("`ablauf keys doctor` says more; put the newest copy of the key database in its place"),
            ),
            Self::Mirror => (
                "mirror",
                "key(s) or tombstone(s) that key database and mirror do not share",
                "a lost disk could take keys with it, or bring dead ones back",
                Repair(
                    "bring both in line, as every start does; if only the mirror has live keys, it is refused and nothing changes",
                ),
            ),
            Self::ErasingWithoutErasure => (
                "erasing_without_erasure",
                "application(s) that are being erased, without their erasure",
                "they are hidden, and no sweep ends them",
                Repair("enter their erasure again; the next sweep ends it, with a certificate"),
            ),
            Self::ErasureWithoutApplication => (
                "erasure_without_application",
                "erasure(s) without their application, whose key is gone",
                "every sweep tries them in vain",
                Repair("remove them"),
            ),
            Self::ErasureOfKey => (
                "erasure_of_key",
                "erasure(s) without their application, whose key stands",
                "the rows went without the key",
                Person("restore the newest backup: what is due then goes in its order; no repair ever destroys a live key"),
            ),
            Self::ErasureOfLiving => (
                "erasure_of_living",
                "erasure(s) of applications that are not marked as being erased",
                "they are shown while the next sweep erases them",
                Repair(
                    "where the key stands and nothing was deleted, remove the erasure, so that the clock decides anew; else hide the \
                     application, and the next sweep ends the erasure",
                ),
            ),
            Self::ErasureStuck => (
                "erasure_stuck",
                "erasure(s) that have not moved for more than a day",
                "something stands against them, or no sweep comes through",
                Person("`ablauf sweep` tries again at once, and the log on standard error says what stands against it"),
            ),
            Self::CertifiedRows => (
                "certified_rows",
                "application(s) that are certified to be gone and whose rows stand, without a key",
                "the certificate is not true yet",
                Repair("delete their rows and objects; there is no second certificate"),
            ),
            Self::CertifiedKey => (
                "certified_key",
                "application(s) that are certified to be gone and can be read",
                "the certificate is not true: records and keys are older copies",
                Person(
                    "restore the newest backup beside this key database: who is certified goes again; no repair ever destroys a live key",
                ),
            ),
            Self::CertificateTwice => (
                "certificate_twice",
                "number(s) with two certificates",
                "one of the two erasures was none",
                Person("both stay, since nothing is ever taken out of the log; note the numbers for the privacy officer"),
            ),
            Self::ObjectRowMissing => (
                "object_row_missing",
                "object(s) that are named and have no row",
                "a backup leaves them out",
                Repair("write their rows again, with the size they have in the store"),
            ),
            Self::ObjectMissing => (
                "object_missing",
                "object(s) that are named and are not in the store",
                "the documents are lost",
                Person("`ablauf restore` of a backup that has them puts them back; is the object store the right one?"),
            ),
            Self::ObjectSize => (
                "object_size",
                "object(s) with another size than their row says",
                "the documents do not open, or not whole",
                Person("remove the object and restore a backup that has it: what is there is not replaced"),
            ),
            Self::ObjectRowUnnamed => (
                "object_row_unnamed",
                "row(s) of objects that nothing names, older than a day",
                "a process died in between, and no sweep has come through since",
                Repair("delete the rows and their objects"),
            ),
            Self::ObjectUnnamed => (
                "object_unnamed",
                "object(s) that no row names, older than a day",
                "a process died in between, and no sweep has come through since",
                Repair("delete them"),
            ),
            Self::Staged => (
                "staged",
                "upload(s) that were staged more than a day ago and never ended",
                "they take up room, and no sweep has come through since",
                Repair("delete them"),
            ),
            Self::EnvelopeWithoutKey => (
                "envelope_without_key",
                "envelope(s) whose intake key is nowhere",
                "nobody can open them",
                Person("put a newer copy of the key database in its place; otherwise the next sweep sets them apart"),
            ),
            Self::SubmissionAlone => (
                "submission_alone",
                "form(s) without their application or envelope",
                "whoever sends the form again gets no answer",
                Repair("remove them, so that the form can be sent again"),
            ),
            Self::Unopened => (
                "unopened",
                "place(s) that do not open though their key is there",
                "they were altered or damaged",
                Person("restore a backup in which they open (`ablauf restore DIR --drill`)"),
            ),
            Self::DueDiffers => (
                "due_differs",
                "application(s) that go on another day than the rule says",
                "they go too early or too late; if these are all of them, was ABLAUF_TIME_ZONE changed?",
                Repair("set their date by the rule, with a line in their history"),
            ),
            Self::ClosedWithoutInstant => (
                "closed_without_instant",
                "closed posting(s), or application(s) to one, without the instant of the close",
                "applications go by the plan, or are not blocked",
                Person("the journal has the close; set it in the database, or restore the newest backup"),
            ),
            Self::InstantWithoutClose => (
                "instant_without_close",
                "posting(s) with an instant of their close that are not closed",
                "they are shown as open while their applications go",
                Person("the journal says which is true; close the procedure, or restore the newest backup"),
            ),
            Self::EntryWaits => (
                "entry_waits",
                "entries that have waited for their place in the log for more than an hour",
                "certificates and journal are not in the log yet",
                Repair("move them into the log"),
            ),
            Self::Index => (
                "index",
                "derived table(s) of the journal that do not say what its entries do",
                "a filter, a breach or an alarm can miss an act or show one that was none; the journal itself is whole",
                Repair("make all of it anew from the entries"),
            ),
            Self::Log => (
                "log",
                "place(s) where the log is not what was entered",
                "certificates and journal prove nothing from there on",
                Person(
                    "`ablauf audit verify` says the same; compare with the log of a backup, and find out who writes to the database",
                ),
            ),
            Self::LogMark => (
                "log_mark",
                "sign(s) that log and records are not of the same time",
                "one of the two is an older copy, and no process starts",
                Person("put the newer one in its place, or restore the newest backup"),
            ),
        };
        Words { code, what, so, remedy }
    }
}
