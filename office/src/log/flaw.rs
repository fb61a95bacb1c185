//! What does not fit, for whoever checks a log without its database.

use std::fmt;

use crate::Error;

/// What does not fit, in one sentence for the person who checks, in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw(String);

/// What a check without the database answers.
pub(super) type Checked<T> = Result<T, Flaw>;

impl Flaw {
    pub(super) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Flaw {}

impl From<Flaw> for Error {
    fn from(flaw: Flaw) -> Self {
        Self::Unavailable(flaw.0)
    }
}
