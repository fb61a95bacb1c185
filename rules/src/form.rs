//! The application form: what may be written into it. The browser and the server use the same rules.

use serde::{Deserialize, Serialize};

use crate::{
    application::Disability,
    brand::TooFaint,
    document::Kind,
    question::{Answer, Nth, Question, QuestionKind, numbered},
};

/// A field of the form, by the name it has in the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// E-mail address.
    Email,
    /// Telephone number; may stay empty.
    Phone,
    /// Message to the employer; may stay empty.
    Message,
    /// The answer to one of the posting's own questions.
    Answer(Nth),
    /// Nothing: no person sees it, and programs that fill in whatever there is fill it in.
    Homepage,
    /// That one is severely disabled, or treated as equal; said freely (section 164(1) SGB IX).
    Disability,
    /// That the representative of severely disabled staff is to be left out (section 164(1) sentence 10 SGB IX).
    NoRepresentative,
    /// The confirmation that the notice was read.
    Notice,
    /// The curriculum vitae.
    Cv,
    /// Other documents; may stay empty.
    Documents,
}

impl Field {
    /// Every field there can be, in the order of the form.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::FirstName, Self::LastName, Self::Email, Self::Phone, Self::Message]
            .into_iter()
            .chain(Nth::all().map(Self::Answer))
            .chain([Self::Homepage, Self::Disability, Self::NoRepresentative, Self::Notice, Self::Cv, Self::Documents])
    }

    /// Its name in the request; it never changes.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Message => "message",
            Self::Answer(nth) => nth.code(),
            Self::Homepage => "homepage",
            Self::Disability => "disability",
            Self::NoRepresentative => "no_representative",
            Self::Notice => "notice",
            Self::Cv => "cv",
            Self::Documents => "documents",
        }
    }

    /// The field with this name, if there is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|field| field.code() == code)
    }

    /// Whether it is filled in with files, where the posting asks `questions`.
    #[must_use]
    pub fn holds_files(self, questions: &[Question]) -> bool {
        match self {
            Self::Cv | Self::Documents => true,
            Self::Answer(nth) => questions.get(nth.index()).is_some_and(|question| question.kind == QuestionKind::File),
            _ => false,
        }
    }

    /// Where it stands in the form: texts before files, and those in the order in which they are asked for.
    #[must_use]
    pub fn place(self, questions: &[Question]) -> (u8, Option<usize>) {
        let files = match self {
            Self::Cv => 1,
            Self::Answer(_) if self.holds_files(questions) => 2,
            Self::Documents => 3,
            _ => 0,
        };
        (files, Self::all().position(|other| other == self))
    }

    /// Whether it needs a file, where the posting asks `questions`.
    #[must_use]
    pub fn needs_file(self, questions: &[Question]) -> bool {
        match self {
            Self::Cv => true,
            Self::Answer(nth) => {
                self.holds_files(questions) && questions.get(nth.index()).is_some_and(|question| question.required)
            }
            _ => false,
        }
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// Nothing was entered.
    Missing,
    /// More characters than `max`.
    TooLong {
        /// The most characters the field takes.
        max: usize,
    },
    /// Characters that no person types: controls, or bytes that are no UTF-8.
    NotText,
    /// Not an address mail can be sent to.
    NotAnEmail,
    /// Not a telephone number.
    NotAPhone,
    /// The notice has not been confirmed.
    NoticeUnread,
    /// No file was chosen.
    FileMissing,
    /// The file has no content.
    FileEmpty,
    /// The file is larger than `max` bytes.
    FileTooLarge {
        /// The most bytes the file may have.
        max: u64,
    },
    /// The content is none of the accepted formats, whatever its name says.
    FileUnrecognised,
    /// The content begins as an accepted format, but is cut off or broken.
    FileDamaged,
    /// A picture one of whose sides has more than `max` pixels.
    PictureTooLarge {
        /// The most pixels a side may have.
        max: u32,
    },
    /// Text in this colour could not be read.
    TooFaint(TooFaint),
    /// More files than `max`.
    TooMany {
        /// The most files the field takes.
        max: usize,
    },
    /// The file has to be chosen again, because something else in the form was wrong.
    FileAgain,
    /// Nothing could be stored at the moment; the form can be sent again.
    NotStored,
    /// The form was sent before with other content, and that application stands.
    SentBefore,
    /// Something was entered where nothing is to be.
    NotEmpty,
    /// The representative is to be left out, and nothing was stated of which they would be told.
    NothingStated,
    /// Too many forms came without the proof that a browser sent them.
    HeldBack {
        /// After so many minutes it can be sent again.
        minutes: i64,
    },
    /// E-mail and password do not belong together.
    NoMatch,
    /// Not one of the choices offered.
    NotAChoice,
    /// Fewer characters than `min`.
    TooShort {
        /// The fewest characters the field takes.
        min: usize,
    },
    /// It goes by itself, without any other.
    Alone,
    /// Somebody else has it already.
    Taken,
    /// Not a calendar date.
    NotADate,
    /// Not a whole number between `min` and `max`.
    NotANumber {
        /// The smallest number the field takes.
        min: i64,
        /// The largest.
        max: i64,
    },
    /// An earlier date than the rule allows.
    TooEarly,
    /// A later date than the rule allows.
    TooLate,
    /// Not a number.
    NoNumber,
    /// Not as many entries as the field takes.
    NotSoMany {
        /// The fewest.
        min: usize,
        /// The most.
        max: usize,
    },
    /// The same entry twice.
    Twice,
    /// An address that is not https.
    NotHttps,
}

/// The form as typed, before any rule was applied.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Message to the employer.
    pub message: String,
    /// Answers to the posting's own questions, in their order; what is missing at the end was left empty.
    pub answers: Vec<String>,
    /// What a program entered where no person sees a field.
    pub homepage: String,
    /// Whether a severe disability was stated.
    pub disability: bool,
    /// Whether the representative of severely disabled staff is to be left out; says nothing by itself.
    pub no_representative: bool,
    /// Whether the notice was confirmed.
    pub notice: bool,
}

/// The applicant's own data, valid by construction.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// First name, trimmed, not empty.
    pub first_name: String,
    /// Last name, trimmed, not empty.
    pub last_name: String,
    /// An e-mail address as typed, trimmed.
    pub email: String,
    /// Telephone number, or empty.
    pub phone: String,
    /// Message with line feeds only, or empty.
    pub message: String,
    /// Each of the posting's own questions with what was answered. Envelopes of an earlier version have none.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// What was said of a severe disability. Envelopes of an earlier version say nothing.
    #[serde(default)]
    pub disability: Disability,
}

/// The value with which a box is sent that nobody has to tick.
pub const TICKED: &str = "yes";

/// The most other documents that come with an application.
pub const MAX_DOCUMENTS: usize = 5;

/// Whether a field takes a document of this kind.
#[must_use]
pub const fn takes(field: Field, kind: Kind) -> bool {
    matches!(field, Field::Documents | Field::Answer(_)) || !kind.is_picture()
}

/// The most characters of a name.
pub const MAX_NAME: usize = 100;
/// The most characters of an e-mail address (RFC 5321, section 4.5.3.1.3, less the angle brackets).
pub const MAX_EMAIL: usize = 254;
/// The most characters of a telephone number.
pub const MAX_PHONE: usize = 40;
/// The most characters of the message.
pub const MAX_MESSAGE: usize = 10_000;
/// The most characters of a note, a comment or a reason at the desk.
pub const MAX_REMARK: usize = 10_000;

impl Typed {
    /// Applies every rule at once, so that the answer names every field that needs attention. `questions` are the posting's own.
    ///
    /// # Errors
    /// Each field with what is wrong with it, in the order of the form.
    pub fn check(&self, questions: &[Question]) -> Result<Applicant, Vec<(Field, Problem)>> {
        let problems: Vec<_> = [Field::FirstName, Field::LastName, Field::Email, Field::Phone, Field::Message]
            .into_iter()
            .chain(numbered(questions).map(|(nth, _)| Field::Answer(nth)))
            .chain([Field::Homepage])
            .filter_map(|field| check_field(field, self.get(field), questions).map(|problem| (field, problem)))
            .chain(self.check_representative().map(|problem| (Field::NoRepresentative, problem)))
            .chain((!self.notice).then_some((Field::Notice, Problem::NoticeUnread)))
            .collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Applicant {
            first_name: self.first_name.trim().to_owned(),
            last_name: self.last_name.trim().to_owned(),
            email: self.email.trim().to_owned(),
            phone: self.phone.trim().to_owned(),
            message: line_feeds(&self.message).trim().to_owned(),
            answers: numbered(questions).map(|(nth, question)| question.answered(self.get(Field::Answer(nth)))).collect(),
            disability: match (self.disability, self.no_representative) {
                (false, _) => Disability::Unstated,
                (true, false) => Disability::Stated,
                (true, true) => Disability::WithoutRepresentative,
            },
        })
    }

    /// What is wrong with leaving the representative out: it says nothing where no severe disability is stated.
    #[must_use]
    pub fn check_representative(&self) -> Option<Problem> {
        (self.no_representative && !self.disability).then_some(Problem::NothingStated)
    }

    /// The text of a field; empty for those that hold none.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::FirstName => &self.first_name,
            Field::LastName => &self.last_name,
            Field::Email => &self.email,
            Field::Phone => &self.phone,
            Field::Message => &self.message,
            Field::Answer(nth) => self.answers.get(nth.index()).map_or("", String::as_str),
            Field::Homepage => &self.homepage,
            Field::Disability | Field::NoRepresentative | Field::Notice | Field::Cv | Field::Documents => "",
        }
    }

    /// Sets a field from what a request carried; a box counts when it was sent at all with a value.
    pub fn set(&mut self, field: Field, text: String) {
        match field {
            Field::FirstName => self.first_name = text,
            Field::LastName => self.last_name = text,
            Field::Email => self.email = text,
            Field::Phone => self.phone = text,
            Field::Message => self.message = text,
            Field::Answer(nth) => {
                if self.answers.len() <= nth.index() {
                    self.answers.resize(nth.index() + 1, String::new());
                }
                self.answers[nth.index()] = text;
            }
            Field::Homepage => self.homepage = text,
            // What nobody has to say is said by the form's own word alone.
            Field::Disability => self.disability = text.trim() == TICKED,
            Field::NoRepresentative => self.no_representative = text.trim() == TICKED,
            Field::Notice => self.notice = !matches!(text.trim(), "" | "0" | "false" | "off" | "no"),
            Field::Cv | Field::Documents => {}
        }
    }
}

/// What is wrong with the text of one field, while it is typed or when it is sent. `questions` are the posting's own.
#[must_use]
pub fn check_field(field: Field, text: &str, questions: &[Question]) -> Option<Problem> {
    match field {
        Field::FirstName | Field::LastName => required_line(text, MAX_NAME),
        Field::Email => required_line(text, MAX_EMAIL).or_else(|| (!is_email(text.trim())).then_some(Problem::NotAnEmail)),
        Field::Phone if text.trim().is_empty() => None,
        Field::Phone => required_line(text, MAX_PHONE).or_else(|| (!is_phone(text.trim())).then_some(Problem::NotAPhone)),
        Field::Message => optional_text(text, MAX_MESSAGE),
        Field::Answer(nth) => questions.get(nth.index()).and_then(|question| question.check(text)),
        Field::Homepage => (!text.trim().is_empty()).then_some(Problem::NotEmpty),
        Field::Disability | Field::NoRepresentative | Field::Notice | Field::Cv | Field::Documents => None,
    }
}

/// What is wrong with a remark at the desk: it must not be empty, nor endless.
#[must_use]
pub fn check_remark(text: &str) -> Option<Problem> {
    if text.trim().is_empty() { Some(Problem::Missing) } else { optional_text(text, MAX_REMARK) }
}

/// Text with line feeds only: browsers send CR LF for every line end (HTML, section 4.10.21.6).
#[must_use]
pub fn line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

pub(crate) fn required_line(text: &str, max: usize) -> Option<Problem> {
    let text = text.trim();
    if text.is_empty() {
        Some(Problem::Missing)
    } else if text.chars().count() > max {
        Some(Problem::TooLong { max })
    } else {
        // Something must be there to be read, and to be read in the order in which it was typed.
        (text.chars().any(|c| not_typed(c) || is_unseen(c)) || !text.chars().any(char::is_alphanumeric))
            .then_some(Problem::NotText)
    }
}

pub(crate) fn optional_text(text: &str, max: usize) -> Option<Problem> {
    let text = line_feeds(text);
    if text.trim().chars().count() > max {
        Some(Problem::TooLong { max })
    } else {
        text.chars().any(|c| not_typed(c) && !matches!(c, '\n' | '\t')).then_some(Problem::NotText)
    }
}

/// Controls, and the replacement character that stands where bytes were no UTF-8.
fn not_typed(c: char) -> bool {
    c.is_control() || c == char::REPLACEMENT_CHARACTER
}

/// Characters that show nothing or turn the order of those after them. The joiners (U+200C, U+200D) stay: names need them.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// An address as HTML's `type=email` takes it, with a dot in the domain: what is stricter refuses addresses that work.
fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.contains('@')
        && local
            .chars()
            .all(|c| !c.is_whitespace() && !matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | ':' | '\\' | '"' | '[' | ']'));
    let label_ok = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    local_ok && domain.contains('.') && domain.split('.').all(label_ok)
}

/// Digits with the signs people write between them.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=20).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '/' | '(' | ')' | '.' | '\u{a0}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ada() -> Typed {
        Typed {
            first_name: " Ada ".into(),
            last_name: "Lovelace".into(),
            email: "ada@example.org".into(),
            phone: "+49 (0)30 / 123-45".into(),
            message: "Dear all,\r\n\r\nhello".into(),
            notice: true,
            ..Typed::default()
        }
    }

    #[test]
    fn what_people_type_is_trimmed_and_kept() {
        let applicant = ada().check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
        assert_eq!(applicant.first_name, "Ada");
        assert_eq!(applicant.message, "Dear all,\n\nhello");
    }

    #[test]
    fn an_empty_form_names_every_field_that_is_needed() {
        let problems = Typed::default().check(&[]).err().unwrap_or_default();
        let fields: Vec<_> = problems.iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, [Field::FirstName, Field::LastName, Field::Email, Field::Notice]);
    }

    #[test]
    fn n19_an_unread_notice_is_a_problem_of_its_own() {
        let typed = Typed { notice: false, ..ada() };
        assert_eq!(typed.check(&[]).err(), Some(vec![(Field::Notice, Problem::NoticeUnread)]));
    }

    #[test]
    fn what_no_person_sees_must_stay_empty() {
        let typed = Typed { homepage: "https://pills.example".into(), ..ada() };
        assert_eq!(typed.check(&[]).err(), Some(vec![(Field::Homepage, Problem::NotEmpty)]));
        assert!(Typed { homepage: " ".into(), ..ada() }.check(&[]).is_ok());
    }

    #[test]
    fn n24_a_disability_is_stated_freely_and_whoever_states_none_is_told_that_they_decline_nobody() {
        let said = |disability, no_representative| {
            let typed = Typed { disability, no_representative, ..ada() };
            typed.check(&[]).map(|applicant| applicant.disability)
        };
        let nothing_stated = Err(vec![(Field::NoRepresentative, Problem::NothingStated)]);
        assert_eq!(said(false, false), Ok(Disability::Unstated));
        assert_eq!(said(false, true), nothing_stated);
        assert_eq!(said(true, false), Ok(Disability::Stated));
        assert_eq!(said(true, true), Ok(Disability::WithoutRepresentative));
        let mut typed = ada();
        for (value, ticked) in
            [("yes", true), ("", false), ("0", false), ("no", false), ("nein", false), ("on", false), ("\0", false)]
        {
            typed.set(Field::Disability, value.to_owned());
            assert_eq!(typed.disability, ticked, "{value:?}");
        }
    }

    #[test]
    fn addresses() {
        for good in ["a@b.de", "zoë.o'neill+jobs@sub.müller.example", "x_y@1.example"] {
            assert_eq!(check_field(Field::Email, good, &[]), None, "{good}");
        }
        for bad in ["a", "a@b", "@b.de", "a@@b.de", "a b@c.de", "a@-b.de", "a@b..de", "a@b.de\nBcc: c@d.de", "<a@b.de>"] {
            assert!(check_field(Field::Email, bad, &[]).is_some(), "{bad:?} must be refused");
        }
    }

    #[test]
    fn absurd_lengths_and_bytes_are_refused() {
        assert_eq!(check_field(Field::FirstName, &"x".repeat(101), &[]), Some(Problem::TooLong { max: MAX_NAME }));
        assert_eq!(check_field(Field::Message, &"é".repeat(10_001), &[]), Some(Problem::TooLong { max: MAX_MESSAGE }));
        assert_eq!(check_field(Field::LastName, "a\0b", &[]), Some(Problem::NotText));
        assert_eq!(check_field(Field::Message, "a\u{fffd}b", &[]), Some(Problem::NotText));
        assert_eq!(check_field(Field::Message, "tab\tand\r\nlines", &[]), None);
        for unseen in ["\u{200b}", "\u{202e}adA", "\u{feff}\u{feff}", "-"] {
            assert_eq!(check_field(Field::FirstName, unseen, &[]), Some(Problem::NotText), "{unseen:?}");
        }
        assert_eq!(check_field(Field::FirstName, "می\u{200c}نا", &[]), None);
        assert_eq!(check_field(Field::Phone, "call me", &[]), Some(Problem::NotAPhone));
        assert_eq!(check_field(Field::Phone, "", &[]), None);
    }
}
