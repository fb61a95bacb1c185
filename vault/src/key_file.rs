//! The file that holds a generation key.
//!
//! One line of text, so that a person who finds the file sees what it is:
//!
//! ```text
//! ablauf-generation-key-1 <generation id> <key, 64 lower-case hex digits>
//! ```
//!
//! Everything stands or falls with this file: whoever has it and a copy of the key database reads all; whoever loses it
//! reads nothing again. So it is never beside a copy of the key database, only its owner can read it, and it is on disk
//! before anything is sealed under it.

use crate::GenerationKey;
use data_encoding::HEXLOWER;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// First word of the line: what it is, and the version of the format.
const TAG: &str = "ablauf-generation-key-1";

/// The longest generation id.
const MAX_ID_LEN: usize = 64;

/// More than the longest line.
const MAX_FILE_LEN: u64 = 256;

/// Why a key file was not created or not read. The text names the file and never its content.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// A file is there already. It is never overwritten: it may be the only copy of a key.
    #[error("{0} exists already; a key file is never overwritten")]
    Exists(PathBuf),
    /// No such file.
    #[error("there is no key file {0}")]
    Missing(PathBuf),
    /// Group or others have a permission on the file. The number is its mode.
    #[error("{0} can be used by others than its owner (mode {1:04o}); make it private with: chmod 600 {0}")]
    NotPrivate(PathBuf, u32),
    /// Not a file, or not the one line described above.
    #[error("{0} is not a generation key file: expected one line \"{TAG} <id> <64 hex digits>\"")]
    Format(PathBuf),
    /// A generation id may hold ASCII letters, digits, `-` and `_`, at most 64.
    #[error("a generation id consists of 1 to 64 letters, digits, '-' and '_'")]
    BadId,
    /// The operating system refused.
    #[error("key file {0}: {1}")]
    Io(PathBuf, #[source] io::Error),
}

/// Creates the key file at `path`, which must not exist, readable by its owner alone, and returns when both the file and
/// its name are on disk.
///
/// # Errors
/// [`KeyFileError::Exists`], [`KeyFileError::BadId`], or [`KeyFileError::Io`], after which there is no file.
pub fn create(path: &Path, generation_id: &str, key: &GenerationKey) -> Result<(), KeyFileError> {
    if !is_id(generation_id) {
        return Err(KeyFileError::BadId);
    }
    let mut file =
        OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => KeyFileError::Exists(path.to_owned()),
            _ => KeyFileError::Io(path.to_owned(), error),
        })?;

    let hex = Zeroizing::new(HEXLOWER.encode(key.expose()));
    let line = Zeroizing::new(format!("{TAG} {generation_id} {}\n", *hex));
    let written = file.write_all(line.as_bytes()).and_then(|()| file.sync_all()).and_then(|()| sync_directory_of(path));
    written.map_err(|error| {
        // A torn file would stand in the way of the next attempt. It held no key anyone uses yet.
        let _ = fs::remove_file(path);
        KeyFileError::Io(path.to_owned(), error)
    })
}

/// Where the key of the next generation waits while keys are sealed anew: beside the file of the living one.
#[must_use]
pub fn next(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".next");
    name.into()
}

/// Puts the [`next`] key file in the place of `path`, in one step, and overwrites what was there. Does nothing if there is no next.
///
/// Overwriting is what a file system allows: one that copies on write, a snapshot, or a flash disk may keep the old bytes.
///
/// # Errors
/// [`KeyFileError::Io`]; the next file is then in one of the two places, whole.
pub fn put_next_in_place(path: &Path) -> Result<(), KeyFileError> {
    let io_error = |error| KeyFileError::Io(path.to_owned(), error);
    let next = next(path);
    if !next.exists() {
        return Ok(());
    }
    let old = OpenOptions::new().write(true).open(path).map_err(io_error)?;
    fs::rename(&next, path).and_then(|()| sync_directory_of(path)).map_err(io_error)?;
    // The old file has no name any more, only this handle.
    let length = old.metadata().map_err(io_error)?.len().min(MAX_FILE_LEN) as usize;
    (&old).write_all(&vec![0; length]).and_then(|()| old.sync_all()).map_err(io_error)
}

/// Reads the key file at `path`: the generation id and the key. A symbolic link is followed; the permissions of the file
/// it leads to count.
///
/// # Errors
/// [`KeyFileError::Missing`], [`KeyFileError::NotPrivate`], [`KeyFileError::Format`] or [`KeyFileError::Io`].
pub fn read(path: &Path) -> Result<(String, GenerationKey), KeyFileError> {
    let io_error = |error| KeyFileError::Io(path.to_owned(), error);
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => KeyFileError::Missing(path.to_owned()),
        _ => io_error(error),
    })?;
    // Asked of the open file, not of the path: this is the very file that is read next.
    let metadata = file.metadata().map_err(io_error)?;
    if !metadata.is_file() {
        return Err(KeyFileError::Format(path.to_owned()));
    }
    let mode = metadata.permissions().mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(KeyFileError::NotPrivate(path.to_owned(), mode));
    }
    let mut line = Zeroizing::new(String::with_capacity(MAX_FILE_LEN as usize));
    match file.take(MAX_FILE_LEN).read_to_string(&mut line) {
        Ok(_) => parse(&line).ok_or_else(|| KeyFileError::Format(path.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(KeyFileError::Format(path.to_owned())),
        Err(error) => Err(io_error(error)),
    }
}

/// The line, exactly as [`create`] writes it; a missing line break is forgiven.
fn parse(text: &str) -> Option<(String, GenerationKey)> {
    let line = text.strip_suffix('\n').unwrap_or(text);
    let (id, hex) = line.strip_prefix(TAG)?.strip_prefix(' ')?.split_once(' ')?;
    if !is_id(id) || hex.len() != 64 {
        return None;
    }
    let mut bytes = Zeroizing::new([0; 32]);
    HEXLOWER.decode_mut(hex.as_bytes(), bytes.as_mut_slice()).ok()?;
    Some((id.to_owned(), GenerationKey::from_bytes(*bytes)))
}

fn is_id(id: &str) -> bool {
    (1..=MAX_ID_LEN).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// The name of a new file is on disk only once its directory is.
fn sync_directory_of(path: &Path) -> io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(parent)?.sync_all()
}
