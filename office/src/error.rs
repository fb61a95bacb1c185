//! The one error at the edge of the office. The server maps each variant to a status once; a browser sees a translated text.

use rules::{access::Denied, application, form::Problem, posting::DatesRefused, request::MinorRefused};

/// What every use-case answers.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a use-case did not do what it was asked. Nothing was stored by halves.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Fields that need attention, by their name in the form.
    #[error("{} field(s) need attention", .0.len())]
    Invalid(Vec<(&'static str, Problem)>),
    /// More bytes than `max`.
    #[error("more than {max} bytes")]
    TooLarge {
        /// The most bytes that are taken.
        max: u64,
    },
    /// Content of a kind that is not taken.
    #[error("content of a kind that is not taken")]
    Unsupported,
    /// The person may not.
    #[error("not allowed: {0:?}")]
    Forbidden(Denied),
    /// There is no such thing, or none that the person may know of.
    #[error("not found")]
    NotFound,
    /// It was there and is no longer.
    #[error("gone")]
    Gone,
    /// Somebody else changed it in the meantime.
    #[error("changed in the meantime")]
    Conflict,
    /// A rule stands against it.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// A database, the object store or a key cannot be reached or used right now.
    #[error("unavailable: {0}")]
    Unavailable(String),
}

/// Which rule stands against it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A rule of the application's own state.
    Application(application::Refused),
    /// A rule about the posting's dates.
    Dates(DatesRefused),
    /// The posting is not in a state for this.
    PostingState,
    /// This many applications have no outcome yet.
    Undecided(i64),
    /// Only hired applicants are handed over.
    NotHired,
    /// Only who was told a rejection can consent to the talent pool.
    NotRejected,
    /// The person is in the talent pool.
    InPool,
    /// The handover took place already.
    HandedOver,
    /// Something the privacy notice must name is empty (Art. 13 GDPR).
    NoticeIncomplete,
    /// It is not known yet who asks; nothing is given out or taken away.
    Identity,
    /// Somebody has shown a code that was mailed to the address: a receipt code changes it no more.
    AddressConfirmed,
    /// Something that was written about the person was not looked through yet.
    Unchecked,
    /// Too many tries; a while must pass.
    TooManyTries,
    /// It takes two people, and this is the first of them again.
    SecondPerson,
    /// Nobody of HR would see the application any more.
    LastOfHr,
    /// The applicant wants the representative of severely disabled staff to be left out.
    RepresentativeDeclined,
    /// The application of a minor cannot be erased at once.
    Minor(MinorRefused),
    /// The procedure was reopened as often as it can be.
    ReopenedTooOften,
    /// The clock was moved; a person has to confirm it before anything is erased.
    ClockMoved,
}

impl Error {
    /// One field that needs attention.
    #[must_use]
    pub fn field(name: &'static str, problem: Problem) -> Self {
        Self::Invalid(vec![(name, problem)])
    }

    /// What it says to an operator.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Unavailable(words) => words,
            other => other.to_string(),
        }
    }
}

impl From<Denied> for Error {
    fn from(denied: Denied) -> Self {
        match denied {
            Denied::Hidden => Self::NotFound,
            Denied::Erasing => Self::Gone,
            other => Self::Forbidden(other),
        }
    }
}

impl From<application::Refused> for Error {
    fn from(refused: application::Refused) -> Self {
        match refused {
            application::Refused::Erasing => Self::Gone,
            other => Self::Refused(Refusal::Application(other)),
        }
    }
}

impl From<sqlx::Error> for Error {
    /// Only the kind of error goes on: a driver's text may quote what was stored.
    fn from(error: sqlx::Error) -> Self {
        match error {
            sqlx::Error::RowNotFound => Self::NotFound,
            sqlx::Error::Database(e) if e.is_unique_violation() => Self::Conflict,
            sqlx::Error::Database(e) => Self::Unavailable(format!("database error {}", e.code().unwrap_or_default())),
            sqlx::Error::Io(e) => Self::Unavailable(format!("database unreachable: {}", e.kind())),
            sqlx::Error::PoolTimedOut => Self::Unavailable("no database connection became free".to_owned()),
            sqlx::Error::ColumnDecode { index, .. } => Self::Unavailable(format!("column {index} does not decode")),
            _ => Self::Unavailable("database error".to_owned()),
        }
    }
}

impl From<object_store::Error> for Error {
    /// The variant's name is enough: the text holds paths.
    fn from(error: object_store::Error) -> Self {
        match error {
            object_store::Error::NotFound { .. } => Self::Unavailable("an object is missing from the store".to_owned()),
            _ => Self::Unavailable("the object store does not answer".to_owned()),
        }
    }
}

impl From<vault::OpenError> for Error {
    fn from(error: vault::OpenError) -> Self {
        Self::Unavailable(format!("sealed bytes do not open: {error}"))
    }
}
