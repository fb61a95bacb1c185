//! The generation key as a secret that the operator keeps: a variable, or a file that is mounted. The house reads it and writes
//! nothing; for a turn the operator hands over the next one, and takes away the one before.

use vault::key_file::{self, KeyFileError, Line};

use super::{Next, file_of, in_words};
use crate::{Error, Result, settings::SecretPlace};

/// Two places; the key database tells which key lives.
pub(crate) struct Secret {
    pub(super) key: Option<SecretPlace>,
    pub(super) next: Option<SecretPlace>,
}

impl Secret {
    /// The key for a first start.
    pub(super) fn line(&self) -> Result<Line> {
        read(self.key.as_ref())?.ok_or_else(|| {
            Error::Unavailable(
                "ABLAUF_KEY_PROVIDER=secret needs ABLAUF_GENERATION_KEY or ABLAUF_GENERATION_KEY_FILE; `ablauf keys generate` prints \
                 a new key"
                    .to_owned(),
            )
        })
    }

    pub(super) fn lines(&self) -> Result<Vec<Line>> {
        let lines: Vec<Line> = [read(self.key.as_ref())?, read(self.next.as_ref())?].into_iter().flatten().collect();
        if lines.is_empty() { self.line().map(|line| vec![line]) } else { Ok(lines) }
    }

    pub(super) fn next(&self, living: &str) -> Result<Next> {
        if read(self.key.as_ref())?.is_none_or(|line| line.id() != living) {
            return Ok(Next::Waits(
                "the living generation key stands in ABLAUF_GENERATION_KEY_NEXT: move it to ABLAUF_GENERATION_KEY, and put a new \
                 one for the next turn in its place (`ablauf keys generate`)"
                    .to_owned(),
            ));
        }
        Ok(match read(self.next.as_ref())? {
            Some(Line::Key(id, key)) if id != living => Next::Key(id, key),
            Some(Line::Sealed(..)) => {
                return Err(Error::Unavailable("ABLAUF_GENERATION_KEY_NEXT holds a key that a key service has sealed".to_owned()));
            }
            Some(_) | None => Next::Waits(
                "the generation is due to turn, and there is no next key: put a new one into ABLAUF_GENERATION_KEY_NEXT, or the file \
                 that ABLAUF_GENERATION_KEY_NEXT_FILE names (`ablauf keys generate`)"
                    .to_owned(),
            ),
        })
    }

    pub(super) fn keeps(&self, before: &str) -> Result<Option<String>> {
        Ok(self.lines()?.iter().any(|line| line.id() == before).then(|| {
            "every key is sealed under the new generation, and the key of the one before is still there: move \
             ABLAUF_GENERATION_KEY_NEXT to ABLAUF_GENERATION_KEY and destroy what was there; until then copies made before open"
                .to_owned()
        }))
    }

    pub(super) fn examine(&self, living: &str, is_due: bool) -> Vec<String> {
        let mut findings = Vec::new();
        for path in [&self.key, &self.next].into_iter().flatten().filter_map(file_of) {
            use std::os::unix::fs::PermissionsExt as _;
            if std::fs::metadata(path).is_ok_and(|file| file.permissions().mode() & 0o022 != 0) {
                findings.push(format!("{} can be written by others than its owner", path.display()));
            }
        }
        if is_due && let Ok(Next::Waits(words)) = self.next(living) {
            findings.push(words);
        }
        findings
    }
}

/// What stands in a place; `None` for a file that is not there (yet).
fn read(place: Option<&SecretPlace>) -> Result<Option<Line>> {
    match place {
        None => Ok(None),
        Some(SecretPlace::Value(line)) => Line::parse(line.expose()).map(Some).ok_or_else(|| {
            Error::Unavailable(
                "ABLAUF_GENERATION_KEY or ABLAUF_GENERATION_KEY_NEXT is not the line of a generation key".to_owned(),
            )
        }),
        Some(SecretPlace::File(path)) => match key_file::read_secret(path) {
            Ok(line) => Ok(Some(line)),
            Err(KeyFileError::Missing(_)) => Ok(None),
            Err(error) => Err(in_words(error)),
        },
    }
}
