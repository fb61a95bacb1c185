//! Everything that expires, in one list: how long, from when, and how it goes. The deletion concept at `/office/retention/concept` is made
//! from it, the use-cases take their periods from here, and a test compares it with docs/RETENTION.md, "Everything that expires".

use jiff::SignedDuration;

use crate::{
    code::codes,
    messages::{Key, Lang},
    retention::{Policy, Start},
};

/// How long a session lasts: a working day.
pub const SESSION: SignedDuration = SignedDuration::from_hours(12);
/// How long a failed sign-in is kept at most (docs/PROMISES.md, n16).
pub const FAILED_SIGN_IN: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A mailed code can be shown so long.
pub const MAILED_CODE: SignedDuration = SignedDuration::from_mins(30);
/// So long applicants read what is kept of them before they show a code again.
pub const VISIT: SignedDuration = SignedDuration::from_hours(1);
/// The receipt code stays so long in the cookie.
pub const RECEIPT_COOKIE: SignedDuration = SignedDuration::from_mins(10);
/// The language is remembered so long.
pub const LANGUAGE_COOKIE: SignedDuration = SignedDuration::from_hours(365 * 24);
/// No release stands longer without somebody looking at it again.
pub const RELEASE: SignedDuration = SignedDuration::from_hours(366 * 24);
/// What nobody refers to is left alone this long: it may belong to something under way.
pub const LEFT_ALONE: SignedDuration = SignedDuration::from_hours(24);
/// A working copy that is older belongs to a process that died.
pub const THROW_AWAY: SignedDuration = SignedDuration::from_hours(24);
/// The longest that a generation of keys lives.
pub const GENERATION: SignedDuration = SignedDuration::from_hours(7 * 24);

codes! {
    /// What a class of data is about; the order of the list.
    Group {
        /// Applicants.
        Applicants = "applicants",
        /// People at the desk, and what browsers keep.
        Desk = "desk",
        /// What an interruption leaves.
        Remnants = "remnants",
        /// Keys, copies and proofs.
        Proofs = "proofs",
        /// What Ablauf does not keep.
        Nothing = "nothing",
    }
}

codes! {
    /// A class of data.
    Class {
        /// An application with all that hangs on it.
        Application = "application",
        /// Its key.
        RecordKey = "record_key",
        /// What makes a form sent twice count once.
        FormToken = "form_token",
        /// A release.
        Release = "release",
        /// An application kept from a person.
        Exclusion = "exclusion",
        /// One person's look at what is blocked or restricted.
        Opening = "opening",
        /// A restriction of processing.
        Restriction = "restriction",
        /// A claim with its holds.
        Claim = "claim",
        /// What waits for a second person.
        Proposal = "proposal",
        /// A form as it was received.
        Envelope = "envelope",
        /// One that did not become an application.
        Quarantine = "quarantine",
        /// A mail that waits to be sent.
        Mail = "mail",
        /// A code by which somebody shows who they are.
        Code = "code",
        /// The visit of an applicant who showed one.
        Visit = "visit",
        /// A request of a person about their data.
        Request = "request",
        /// What a person reads of a remark about them.
        Disclosure = "disclosure",
        /// When an erasure that failed is tried again.
        ErasureRetry = "erasure_retry",
        /// The record of somebody hired.
        Employee = "employee",
        /// A paper that a statute keeps.
        Paper = "paper",
        /// Somebody in the talent pool.
        Pool = "pool",
        /// The evidence of a consent.
        Evidence = "evidence",
        /// A session at the desk.
        Session = "session",
        /// A failed sign-in.
        FailedSignIn = "failed_sign_in",
        /// Where forms without a proof came from.
        FormNetwork = "form_network",
        /// The receipt code in the sign-in cookie.
        ReceiptCookie = "receipt_cookie",
        /// The language cookie.
        LanguageCookie = "language_cookie",
        /// An account at the desk.
        Account = "account",
        /// A posting, and the settings.
        Posting = "posting",
        /// A key that no row came to use.
        PendingKey = "pending_key",
        /// An object without a row, or the reverse.
        UnnamedObject = "unnamed_object",
        /// An upload cut short, in a local store.
        StagedUpload = "staged_upload",
        /// One in an S3 bucket.
        Multipart = "multipart",
        /// A working copy of a restore or a drill.
        ThrowAway = "throw_away",
        /// A generation of keys.
        Generation = "generation",
        /// A copy of the key database.
        KeyCopy = "key_copy",
        /// A backup of records, log and objects.
        Backup = "backup",
        /// The journal.
        Journal = "journal",
        /// Who of the staff it was that the journal tells of.
        JournalName = "journal_name",
        /// Certificates, and tombstones of keys.
        Certificate = "certificate",
        /// Signed checkpoints that were exported.
        Checkpoint = "checkpoint",
        /// Stops of a clock that was moved.
        ClockStop = "clock_stop",
        /// A breach of personal data, with its report.
        Breach = "breach",
        /// What the program writes on standard error.
        ErrorLog = "error_log",
        /// A form that was left or refused.
        AbandonedForm = "abandoned_form",
        /// Access logs and network addresses.
        AccessLog = "access_log",
        /// A search index or cache.
        SearchCache = "search_cache",
    }
}

/// How long a class of data is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// As long as the posting says: [`Policy`].
    Policy,
    /// So long.
    Exactly(SignedDuration),
    /// So long at most.
    AtMost(SignedDuration),
    /// What these words say: no length of time that Ablauf counts.
    Told(Key),
}

impl Period {
    /// In words, where new postings have `policy`.
    #[must_use]
    pub fn text(self, lang: Lang, policy: Policy) -> String {
        match self {
            Self::Policy => lang.count(policy.months.get().into(), Key::MonthsOne, Key::MonthsMany),
            Self::Exactly(time) => time_text(lang, time),
            Self::AtMost(time) => lang.fill(Key::PeriodAtMost, &[&time_text(lang, time)]),
            Self::Told(key) => lang.text(key).to_owned(),
        }
    }
}

/// A length of time in words: minutes up to an hour, hours up to two days, else days.
#[must_use]
pub fn time_text(lang: Lang, time: SignedDuration) -> String {
    let (number, unit) = match time.as_mins() {
        minutes @ ..=60 => (minutes, Key::PeriodMinutes),
        minutes @ 61..=2880 => (minutes / 60, Key::PeriodHours),
        minutes => (minutes / (24 * 60), Key::PeriodDays),
    };
    lang.fill(unit, &[&number.to_string()])
}

/// What the list says of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub group: Group,
    /// What it is called.
    pub name: Key,
    /// How long it is kept.
    pub period: Period,
    /// What starts the period; nothing where the words of the period say it, and where the [`Policy`] does.
    pub from: Option<Key>,
    /// How it goes.
    pub goes: Key,
}

impl Row {
    /// What starts the period, where new postings have `policy`.
    #[must_use]
    pub fn start(&self, policy: Policy) -> Option<Key> {
        match (self.period, policy.start) {
            (Period::Policy, Start::Procedure) => Some(Key::FromClose),
            (Period::Policy, Start::Earliest) => Some(Key::FromEarliest),
            _ => self.from,
        }
    }
}

impl Class {
    /// Its line in the list.
    #[must_use]
    pub const fn row(self) -> Row {
        use Group::{Applicants, Desk, Nothing, Proofs, Remnants};
        use Period::{AtMost, Exactly, Policy, Told};
        let told = Told(Key::PeriodWithApplication);
        let (group, name, period, from, goes) = match self {
            Self::Application => (Applicants, Key::ClassApplication, Policy, None, Key::GoesFourSteps),
            Self::RecordKey => (Applicants, Key::ClassRecordKey, told, None, Key::GoesSecondStep),
            Self::FormToken => (Applicants, Key::ClassFormToken, told, None, Key::GoesFourthStep),
            Self::Release => (Applicants, Key::ClassRelease, AtMost(RELEASE), Some(Key::FromEntered), Key::GoesRelease),
            Self::Exclusion => (Applicants, Key::ClassExclusion, told, None, Key::GoesExclusion),
            Self::Opening => {
                (Applicants, Key::ClassOpening, Exactly(crate::opening::OPEN_FOR), Some(Key::FromEntered), Key::GoesOpening)
            }
            Self::Restriction => (Applicants, Key::ClassRestriction, told, None, Key::GoesRestriction),
            Self::Claim => (Applicants, Key::ClassClaim, Told(Key::PeriodUntilEnded), None, Key::GoesClaim),
            Self::Proposal => (Applicants, Key::ClassProposal, Told(Key::PeriodUntilAnswered), None, Key::GoesProposal),
            Self::Envelope => {
                (Applicants, Key::ClassEnvelope, Told(Key::PeriodUntilConverted), Some(Key::FromReceipt), Key::GoesConverted)
            }
            Self::Quarantine => (Applicants, Key::ClassQuarantine, Policy, None, Key::GoesBySweep),
            Self::Mail => (Applicants, Key::ClassMail, AtMost(crate::mail::GIVEN_UP_AFTER), Some(Key::FromQueued), Key::GoesMail),
            Self::Code => (Applicants, Key::ClassCode, Exactly(MAILED_CODE), Some(Key::FromAsked), Key::GoesCode),
            Self::Visit => (Applicants, Key::ClassVisit, Exactly(VISIT), Some(Key::FromShown), Key::GoesVisit),
            Self::Request => (Applicants, Key::ClassRequest, Told(Key::PeriodRequest), None, Key::GoesFourthStep),
            Self::Disclosure => (Applicants, Key::ClassDisclosure, told, None, Key::GoesFourthStep),
            Self::ErasureRetry => (Applicants, Key::ClassErasureRetry, Told(Key::PeriodUntilDone), None, Key::GoesFourthStep),
            Self::Employee => (Applicants, Key::ClassEmployee, Told(Key::PeriodUnset), None, Key::GoesNotYet),
            Self::Paper => (Applicants, Key::ClassPaper, Told(Key::PeriodPaper), Some(Key::FromVoucherYear), Key::GoesKept),
            Self::Pool => (Applicants, Key::ClassPool, Told(Key::PeriodPool), Some(Key::FromConsent), Key::GoesKept),
            Self::Evidence => {
                (Applicants, Key::ClassEvidence, Told(Key::PeriodEvidence), Some(Key::FromConsentEnd), Key::GoesKept)
            }
            Self::Session => (Desk, Key::ClassSession, Exactly(SESSION), Some(Key::FromSignIn), Key::GoesSession),
            Self::FailedSignIn => (Desk, Key::ClassFailedSignIn, AtMost(FAILED_SIGN_IN), Some(Key::FromTry), Key::GoesTry),
            Self::FormNetwork => (Desk, Key::ClassFormNetwork, AtMost(crate::bots::BUDGET), Some(Key::FromForm), Key::GoesMemory),
            Self::ReceiptCookie => {
                (Desk, Key::ClassReceiptCookie, Exactly(RECEIPT_COOKIE), Some(Key::FromReceipt), Key::GoesBrowser)
            }
            Self::LanguageCookie => {
                (Desk, Key::ClassLanguageCookie, Exactly(LANGUAGE_COOKIE), Some(Key::FromChoice), Key::GoesBrowser)
            }
            Self::Account => (Desk, Key::ClassAccount, Told(Key::PeriodUnset), None, Key::GoesNotYet),
            Self::Posting => (Desk, Key::ClassPosting, Told(Key::PeriodUnset), None, Key::GoesNotYet),
            Self::PendingKey => (Remnants, Key::ClassPendingKey, Exactly(LEFT_ALONE), Some(Key::FromMade), Key::GoesBySweep),
            Self::UnnamedObject => {
                (Remnants, Key::ClassUnnamedObject, Exactly(LEFT_ALONE), Some(Key::FromWritten), Key::GoesBySweep)
            }
            Self::StagedUpload => {
                (Remnants, Key::ClassStagedUpload, Exactly(LEFT_ALONE), Some(Key::FromWritten), Key::GoesBySweep)
            }
            Self::Multipart => (Remnants, Key::ClassMultipart, Told(Key::PeriodUnset), None, Key::GoesBucket),
            Self::ThrowAway => (Remnants, Key::ClassThrowAway, Exactly(THROW_AWAY), Some(Key::FromMade), Key::GoesNextRestore),
            Self::Generation => (Proofs, Key::ClassGeneration, AtMost(GENERATION), Some(Key::FromMade), Key::GoesTurn),
            Self::KeyCopy => (Proofs, Key::ClassKeyCopy, Told(Key::PeriodUntilNext), None, Key::GoesNextCopy),
            Self::Backup => (Proofs, Key::ClassBackup, Told(Key::PeriodUnset), None, Key::GoesOperator),
            Self::Journal => (Proofs, Key::ClassJournal, Told(Key::PeriodUnset), None, Key::GoesStays),
            Self::JournalName => {
                (Proofs, Key::ClassJournalName, Told(Key::PeriodJournalName), Some(Key::FromMonth), Key::GoesMonthKey)
            }
            Self::Certificate => (Proofs, Key::ClassCertificate, Told(Key::PeriodUnset), None, Key::GoesStays),
            Self::Checkpoint => (Proofs, Key::ClassCheckpoint, Told(Key::PeriodUnset), None, Key::GoesStays),
            Self::ClockStop => (Proofs, Key::ClassClockStop, Told(Key::PeriodUnset), None, Key::GoesStays),
            Self::Breach => (Proofs, Key::ClassBreach, Told(Key::PeriodEvidence), Some(Key::FromReport), Key::GoesBySweep),
            Self::ErrorLog => (Proofs, Key::ClassErrorLog, Told(Key::PeriodUnset), None, Key::GoesLog),
            Self::AbandonedForm => (Nothing, Key::ClassAbandonedForm, Told(Key::PeriodNotStored), None, Key::GoesNothing),
            Self::AccessLog => (Nothing, Key::ClassAccessLog, Told(Key::PeriodNotStored), None, Key::GoesNothing),

            Self::SearchCache => (Nothing, Key::ClassSearchCache, Told(Key::PeriodNotStored), None, Key::GoesNothing),
        };
        Row { group, name, period, from, goes }
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs, path::Path};

    use super::*;
    use crate::retention::Months;

    const DOCS: &str = include_str!("../../docs/RETENTION.md");

    const POLICY: Policy = Policy { months: Months::DEFAULT, start: Start::Procedure };

    /// The rows of the table "Everything that expires", by the code that each begins with: period and test.
    fn documented() -> BTreeMap<&'static str, (&'static str, &'static str)> {
        let section = DOCS.split("## Everything that expires").nth(1).expect("the section");
        let mut rows = BTreeMap::new();
        for line in section.lines().filter(|line| line.starts_with("| `")) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            let [class, period, _from, _goes, test] = cells[..] else { panic!("{line} has no five cells") };
            let code = class.split('`').nth(1).expect("a code");
            assert!(rows.insert(code, (period, test)).is_none(), "{code} stands there twice");
        }
        rows
    }

    #[test]
    fn n10_n16_the_table_of_everything_that_expires_has_the_classes_and_periods_of_the_list() {
        let mut rows = documented();
        for &class in Class::ALL {
            let (period, _) = rows.remove(class.code()).unwrap_or_else(|| panic!("{} is not documented", class.code()));
            let said = class.row().period.text(Lang::En, POLICY);
            assert!(period.starts_with(&said), "{}: {said:?} in the list, {period:?} in docs/RETENTION.md", class.code());
        }
        assert!(rows.is_empty(), "documented, and not in the list: {:?}", rows.keys());
    }

    #[test]
    fn every_test_that_the_table_names_exists() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let code: String = ["rules/src", "office/src", "office/tests", "server/src", "server/tests", "app/src"]
            .iter()
            .flat_map(|place| sources(&root.join(place)))
            .collect();
        let mut named = 0;
        for (class, (_, tests)) in documented() {
            for name in tests.split('`').skip(1).step_by(2).filter(|name| !name.contains('.')) {
                let made = [format!("fn {name}("), format!("both_engines!({name},"), format!("both_engines!(\n    {name},")];
                let exists = made.iter().any(|made| code.contains(made));
                assert!(exists, "{class} names the test {name}, which nobody wrote");
                named += 1;
            }
        }
        assert!(named > 20, "{named} tests are named: are they read at all?");
    }

    /// The text of every source file below a directory.
    fn sources(place: &Path) -> Vec<String> {
        let entries = fs::read_dir(place).expect("a directory").map(|entry| entry.expect("an entry").path());
        entries
            .flat_map(|path| match path.is_dir() {
                true => sources(&path),
                false => fs::read_to_string(&path).into_iter().collect(),
            })
            .collect()
    }

    #[test]
    fn the_list_is_in_the_order_of_its_groups_and_every_period_that_is_counted_says_from_when() {
        let rows: Vec<Row> = Class::ALL.iter().map(|class| class.row()).collect();
        assert!(rows.is_sorted_by_key(|row| row.group));
        for row in rows {
            let counted = !matches!(row.period, Period::Told(_));
            let told = [
                Key::ClassEnvelope,
                Key::ClassPaper,
                Key::ClassPool,
                Key::ClassEvidence,
                Key::ClassJournalName,
                Key::ClassBreach,
            ]
            .contains(&row.name);
            assert_eq!(row.start(POLICY).is_some(), counted || told, "{row:?}");
        }
    }

    #[test]
    fn a_length_of_time_has_its_largest_fitting_unit() {
        let said = [RECEIPT_COOKIE, crate::opening::OPEN_FOR, SESSION, LEFT_ALONE, FAILED_SIGN_IN, RELEASE];
        assert_eq!(
            said.map(|time| time_text(Lang::En, time)),
            ["10 minutes", "30 minutes", "12 hours", "24 hours", "7 days", "366 days"]
        );
    }
}
