//! Texts with a shape of their own, shared by the pages and the islands.

use rules::{
    access::{Ended, Role},
    application::{Outcome, Section, Stage},
    brand::{NEEDED, TooFaint},
    form::{Field, Problem},
    messages::{Key, Lang, filled},
    posting::{Country, Employment, PayPeriod, State},
    question::{Nth, Question, QuestionKind},
};

/// The text of a key that is known while compiling. An island that asks this way carries the texts it says, not the whole tables.
macro_rules! said {
    ($lang:expr, $key:expr) => {
        match $lang {
            rules::messages::Lang::De => const { rules::messages::Lang::De.text($key) },
            rules::messages::Lang::En => const { rules::messages::Lang::En.text($key) },
            rules::messages::Lang::Nl => const { rules::messages::Lang::Nl.text($key) },
        }
    };
}
pub(crate) use said;

/// What is wrong with the field called `label`, in words that say what to do.
#[must_use]
pub fn problem_text(lang: Lang, label: &str, problem: Problem) -> String {
    match problem {
        Problem::Missing => filled(said!(lang, Key::ProblemMissing), &[label]),
        Problem::TooLong { max } => filled(said!(lang, Key::ProblemTooLong), &[label, &lang.number(max as i64)]),
        Problem::NotText => filled(said!(lang, Key::ProblemNotText), &[label]),
        Problem::NotAnEmail => said!(lang, Key::ProblemNotAnEmail).to_owned(),
        Problem::NotAPhone => said!(lang, Key::ProblemNotAPhone).to_owned(),
        Problem::NoticeUnread => said!(lang, Key::ProblemNoticeUnread).to_owned(),
        Problem::FileMissing => said!(lang, Key::ProblemNoFile).to_owned(),
        Problem::FileEmpty => said!(lang, Key::ProblemEmptyFile).to_owned(),
        Problem::FileTooLarge { max } => filled(said!(lang, Key::ProblemFileTooLarge), &[&limit(lang, max)]),
        Problem::FileUnrecognised => said!(lang, Key::ProblemFileUnrecognised).to_owned(),
        Problem::FileDamaged => said!(lang, Key::ProblemFileDamaged).to_owned(),
        Problem::PictureTooLarge { max } => filled(said!(lang, Key::ProblemPictureTooLarge), &[&lang.number(max.into())]),
        Problem::TooFaint(TooFaint { tenths: reached, instead }) => {
            let [reached, needed] = [u64::from(reached), (NEEDED * 10.0) as u64].map(|ratio| tenths(lang, ratio, 10));
            filled(said!(lang, Key::ProblemTooFaint), &[&reached, &needed, &instead.to_string()])
        }
        Problem::FileAgain => said!(lang, Key::ProblemThatFileAgain).to_owned(),
        Problem::NoMatch => said!(lang, Key::ProblemNoMatch).to_owned(),
        Problem::NotAChoice => filled(said!(lang, Key::ProblemNotAChoice), &[label]),
        Problem::NotStored => said!(lang, Key::ProblemNotStored).to_owned(),
        Problem::SentBefore => said!(lang, Key::ProblemSentBefore).to_owned(),
        Problem::NotEmpty => filled(said!(lang, Key::ProblemNotEmpty), &[label]),
        Problem::NothingStated => said!(lang, Key::ProblemNothingStated).to_owned(),
        Problem::HeldBack { minutes: ..=1 } => said!(lang, Key::HeldBackOne).to_owned(),
        Problem::HeldBack { minutes } => filled(said!(lang, Key::HeldBackMany), &[&minutes.to_string()]),
        Problem::TooShort { min } => filled(said!(lang, Key::ProblemTooShort), &[label, &lang.number(min as i64)]),
        Problem::TooMany { max } => filled(said!(lang, Key::ProblemTooMany), &[&max.to_string()]),
        Problem::Alone => said!(lang, Key::ProblemAlone).to_owned(),
        Problem::Taken => filled(said!(lang, Key::ProblemTaken), &[label]),
        Problem::NotADate => filled(said!(lang, Key::ProblemNotADate), &[label]),
        Problem::NotANumber { min, max } => {
            filled(said!(lang, Key::ProblemNotANumber), &[&lang.number(min), &lang.number(max), label])
        }
        Problem::TooEarly => filled(said!(lang, Key::ProblemTooEarly), &[label]),
        Problem::TooLate => filled(said!(lang, Key::ProblemTooLate), &[label]),
        Problem::NoNumber => filled(said!(lang, Key::ProblemNoNumber), &[label]),
        Problem::NotSoMany { min, max } => {
            filled(said!(lang, Key::ProblemNotSoMany), &[label, &min.to_string(), &max.to_string()])
        }
        Problem::NotHttps => said!(lang, Key::ProblemNotHttps).to_owned(),
        Problem::Twice => filled(said!(lang, Key::ProblemTwice), &[label]),
    }
}

/// What is wrong with a field of the application form of a posting that asks `questions`.
#[must_use]
pub fn form_problem_text(lang: Lang, field: Field, problem: Problem, questions: &[Question]) -> String {
    let label = field_label(lang, field, questions);
    match (field, problem) {
        (Field::FirstName, Problem::Missing) => said!(lang, Key::MissingFirstName).to_owned(),
        (Field::LastName, Problem::Missing) => said!(lang, Key::MissingLastName).to_owned(),
        (Field::Email, Problem::Missing) => said!(lang, Key::MissingEmail).to_owned(),
        (Field::Answer(_), Problem::FileAgain) => filled(said!(lang, Key::AnswerAgain), &[label]),
        (Field::Answer(_), Problem::FileMissing) => filled(said!(lang, Key::ProblemMissing), &[label]),
        (Field::Answer(_), Problem::FileUnrecognised) => filled(said!(lang, Key::AnswerUnrecognised), &[label]),
        (Field::Answer(_), Problem::FileDamaged) => filled(said!(lang, Key::AnswerDamaged), &[label]),
        (Field::Answer(_), Problem::FileEmpty) => filled(said!(lang, Key::AnswerEmpty), &[label]),
        (Field::Documents, Problem::FileUnrecognised) => said!(lang, Key::DocumentsUnrecognised).to_owned(),
        (Field::Documents, Problem::FileDamaged) => said!(lang, Key::DocumentsDamaged).to_owned(),
        (Field::Documents, Problem::FileEmpty) => said!(lang, Key::DocumentsEmpty).to_owned(),
        (Field::Documents, Problem::FileAgain) => said!(lang, Key::DocumentsAgain).to_owned(),
        (Field::Cv, Problem::FileMissing) => said!(lang, Key::ProblemFileMissing).to_owned(),
        (Field::Cv, Problem::FileEmpty) => said!(lang, Key::ProblemFileEmpty).to_owned(),
        (Field::Cv, Problem::FileAgain) => said!(lang, Key::ProblemFileAgain).to_owned(),
        (Field::Cv, Problem::NotStored) => said!(lang, Key::NotStoredCv).to_owned(),
        (Field::Answer(nth), Problem::Missing) if is_choice(questions, nth) => {
            filled(said!(lang, Key::ProblemNotAChoice), &[label])
        }
        _ => problem_text(lang, label, problem),
    }
}

fn is_choice(questions: &[Question], nth: Nth) -> bool {
    questions.get(nth.index()).is_some_and(|question| question.kind == QuestionKind::Choice)
}

/// The heading of an error summary with `count` problems.
#[must_use]
pub fn problems_title(lang: Lang, count: usize) -> String {
    match count {
        1 => said!(lang, Key::ProblemsTitleOne).to_owned(),
        _ => filled(said!(lang, Key::ProblemsTitleMany), &[&count.to_string()]),
    }
}

/// What a field of the application form of a posting that asks `questions` is called.
#[must_use]
pub fn field_label(lang: Lang, field: Field, questions: &[Question]) -> &str {
    match field {
        Field::Answer(nth) => questions.get(nth.index()).map_or("", |question| &question.text),
        Field::FirstName => said!(lang, Key::FieldFirstName),
        Field::LastName => said!(lang, Key::FieldLastName),
        Field::Email => said!(lang, Key::FieldEmail),
        Field::Phone => said!(lang, Key::FieldPhone),
        Field::Message => said!(lang, Key::FieldMessage),
        Field::Homepage => said!(lang, Key::FieldHomepage),
        Field::Disability => said!(lang, Key::FieldDisability),
        Field::NoRepresentative => said!(lang, Key::FieldNoRepresentative),
        Field::Notice => said!(lang, Key::FieldNotice),
        Field::Cv => said!(lang, Key::FieldCv),
        Field::Documents => said!(lang, Key::FieldDocuments),
    }
}

/// The size of a file: 412 KB, 8.4 MB.
#[must_use]
pub fn size(lang: Lang, bytes: u64) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{} MB", tenths(lang, bytes, 1_000_000)),
    }
}

/// The most bytes a file may have, in the unit in which the setting is written: 10 MiB, 512 KiB.
#[must_use]
pub fn limit(lang: Lang, bytes: u64) -> String {
    match bytes {
        0..0x10_0000 => format!("{} KiB", tenths(lang, bytes, 1 << 10)),
        _ => format!("{} MiB", tenths(lang, bytes, 1 << 20)),
    }
}

/// A ratio with one decimal, cut off so that it never promises more than there is.
#[must_use]
pub fn tenth(lang: Lang, ratio: f64) -> String {
    tenths(lang, (ratio * 10.0) as u64, 10)
}

/// `amount` in units, with one decimal where it says something.
fn tenths(lang: Lang, amount: u64, unit: u64) -> String {
    let tenths = (u128::from(amount) * 10 + u128::from(unit) / 2) / u128::from(unit);
    let point = if lang == Lang::En { '.' } else { ',' };
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}{point}{rest}", tenths / 10),
    }
}

/// What a country is called.
#[must_use]
pub const fn country(country: Country) -> Key {
    match country {
        Country::Germany => Key::CountryGermany,
        Country::Austria => Key::CountryAustria,
        Country::Belgium => Key::CountryBelgium,
        Country::Switzerland => Key::CountrySwitzerland,
        Country::Czechia => Key::CountryCzechia,
        Country::Denmark => Key::CountryDenmark,
        Country::France => Key::CountryFrance,
        Country::Luxembourg => Key::CountryLuxembourg,
        Country::Netherlands => Key::CountryNetherlands,
        Country::Poland => Key::CountryPoland,
    }
}

/// An amount of cents in euros: 58,000 or 15.50.
#[must_use]
pub fn euros(lang: Lang, cents: i64) -> String {
    let point = if lang == Lang::En { '.' } else { ',' };
    match cents % 100 {
        0 => lang.number(cents / 100),
        rest => format!("{}{point}{rest:02}", lang.number(cents / 100)),
    }
}

/// What pay is counted by.
#[must_use]
pub const fn pay_period(period: PayPeriod) -> Key {
    match period {
        PayPeriod::Year => Key::PayYear,
        PayPeriod::Month => Key::PayMonth,
        PayPeriod::Hour => Key::PayHour,
    }
}

/// What a stage is called.
#[must_use]
pub const fn stage(stage: Stage) -> Key {
    match stage {
        Stage::Received => Key::StageReceived,
        Stage::Review => Key::StageReview,
        Stage::Interview => Key::StageInterview,
        Stage::Reserve => Key::StageReserve,
        Stage::Offer => Key::StageOffer,
    }
}

/// What an outcome is called; an application without one is undecided.
#[must_use]
pub const fn outcome(outcome: Option<Outcome>) -> Key {
    match outcome {
        None => Key::OutcomeNone,
        Some(Outcome::Hired) => Key::OutcomeHired,
        Some(Outcome::Rejected) => Key::OutcomeRejected,
        Some(Outcome::Withdrawn) => Key::OutcomeWithdrawn,
    }
}

/// What the state of a posting is called.
#[must_use]
pub const fn posting_state(state: State) -> Key {
    match state {
        State::Draft => Key::PostingDraft,
        State::Open => Key::PostingOpen,
        State::IntakeClosed => Key::PostingIntakeClosed,
        State::Closed => Key::PostingClosed,
        State::Archived => Key::PostingArchived,
    }
}

/// What a kind of question is called.
#[must_use]
pub const fn question_kind(kind: QuestionKind) -> Key {
    match kind {
        QuestionKind::Short => Key::QuestionShort,
        QuestionKind::Long => Key::QuestionLong,
        QuestionKind::Choice => Key::QuestionChoice,
        QuestionKind::Number => Key::QuestionNumberKind,
        QuestionKind::Date => Key::QuestionDate,
        QuestionKind::File => Key::QuestionFile,
    }
}

/// What an employment is called.
#[must_use]
pub const fn employment(employment: Employment) -> Key {
    match employment {
        Employment::FullTime => Key::EmploymentFullTime,
        Employment::PartTime => Key::EmploymentPartTime,
        Employment::Apprenticeship => Key::EmploymentApprenticeship,
    }
}

/// What a section of an application is called.
#[must_use]
pub const fn section(section: Section) -> Key {
    match section {
        Section::Contact => Key::SectionContact,
        Section::Cv => Key::SectionCv,
        Section::Letter => Key::SectionLetter,
        Section::Answers => Key::SectionAnswers,
        Section::Documents => Key::SectionDocuments,
        Section::Disability => Key::SectionDisability,
        Section::Redacted => Key::SectionRedacted,
        Section::Comments => Key::SectionComments,
        Section::Notes => Key::SectionNotes,
    }
}

/// What a role is called.
#[must_use]
pub const fn role(role: Role) -> Key {
    match role {
        Role::Hr => Key::RoleHr,
        Role::Head => Key::RoleHead,
        Role::WorksCouncil => Key::RoleWorksCouncil,
        Role::Representative => Key::RoleRepresentative,
        Role::Privacy => Key::RolePrivacy,
        Role::Admin => Key::RoleAdmin,
        Role::Accounting => Key::RoleAccounting,
        Role::Panel => Key::RolePanel,
    }
}

/// Why a release ended.
#[must_use]
pub const fn ended(ended: Ended) -> Key {
    match ended {
        Ended::Revoked => Key::EndedRevoked,
        Ended::Expired => Key::EndedExpired,
        Ended::Rejected => Key::EndedRejected,
        Ended::Withdrawn => Key::EndedWithdrawn,
        Ended::ProcedureClosed => Key::EndedProcedureClosed,
        Ended::Deputyship => Key::EndedDeputyship,
    }
}

/// What a language calls itself.
#[must_use]
pub const fn language(lang: Lang) -> Key {
    match lang {
        Lang::De => Key::LanguageDe,
        Lang::En => Key::LanguageEn,
        Lang::Nl => Key::LanguageNl,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_stands_in_the_readers_form_and_says_cents_where_there_are_some() {
        assert_eq!(euros(Lang::En, 5_800_000), "58,000");
        assert_eq!(euros(Lang::De, 123_405), "1.234,05");
        assert_eq!(euros(Lang::Nl, 1_550), "15,50");
    }

    const PROBLEMS: [Problem; 29] = [
        Problem::NotHttps,
        Problem::Missing,
        Problem::TooLong { max: 10_000 },
        Problem::NotText,
        Problem::NotAnEmail,
        Problem::NotAPhone,
        Problem::NoticeUnread,
        Problem::FileMissing,
        Problem::FileEmpty,
        Problem::FileTooLarge { max: 10 << 20 },
        Problem::FileUnrecognised,
        Problem::FileDamaged,
        Problem::FileAgain,
        Problem::NoMatch,
        Problem::NotAChoice,
        Problem::NotStored,
        Problem::SentBefore,
        Problem::NotEmpty,
        Problem::NothingStated,
        Problem::HeldBack { minutes: 1 },
        Problem::HeldBack { minutes: 7 },
        Problem::TooShort { min: 12 },
        Problem::Alone,
        Problem::TooMany { max: 5 },
        Problem::Taken,
        Problem::NotADate,
        Problem::NotANumber { min: 1, max: 60 },
        Problem::TooEarly,
        Problem::TooLate,
    ];

    #[test]
    fn every_problem_is_said_whole_in_every_language() {
        for &lang in Lang::ALL {
            let mut texts: Vec<String> = PROBLEMS.iter().map(|&problem| problem_text(lang, "Amt", problem)).collect();
            for text in &texts {
                assert!(!text.is_empty() && !text.contains("{}"), "{lang:?} says {text:?}");
            }
            texts.sort();
            texts.dedup();
            assert_eq!(texts.len(), PROBLEMS.len(), "two problems sound alike in {lang:?}");
        }
    }

    #[test]
    fn a_limit_is_named_in_the_readers_numbers() {
        let long = Problem::TooLong { max: 10_000 };
        assert_eq!(problem_text(Lang::En, "Message", long), "“Message” takes at most 10,000 characters");
        assert_eq!(problem_text(Lang::De, "Nachricht", long), "„Nachricht“ fasst höchstens 10.000 Zeichen");
        assert!(problem_text(Lang::Nl, "Cv", Problem::FileTooLarge { max: 10 << 20 }).contains("hooguit 10 MiB"));
    }

    #[test]
    fn sizes_read_as_people_say_them() {
        for (bytes, said) in [(0, "0 KB"), (1, "1 KB"), (411_900, "412 KB"), (8_400_000, "8,4 MB"), (5_000_000, "5 MB")] {
            assert_eq!(size(Lang::De, bytes), said);
        }
        for (bytes, said) in [(10 << 20, "10 MiB"), (1_572_864, "1.5 MiB"), (512 << 10, "512 KiB")] {
            assert_eq!(limit(Lang::En, bytes), said);
        }
    }
}
