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
//!
//! Where a key service seals the key, its ciphertext stands in the key's place, and the file alone opens nothing:
//!
//! ```text
//! ablauf-sealed-generation-key-1 <generation id> <ciphertext, without blanks>
//! ```

use crate::GenerationKey;
use data_encoding::HEXLOWER;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// First word of the line: what it is, and the version of the format.
const TAG: &str = "ablauf-generation-key-1";

/// First word of a line whose key a key service has sealed.
const SEALED_TAG: &str = "ablauf-sealed-generation-key-1";

/// The longest generation id.
const MAX_ID_LEN: usize = 64;

/// More than the longest line.
const MAX_FILE_LEN: u64 = 1024;

/// What a line holds.
pub enum Line {
    /// A generation id and its key.
    Key(String, GenerationKey),
    /// A generation id and what a key service made of its key.
    Sealed(String, String),
}

impl Line {
    /// The id of the generation.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Key(id, _) | Self::Sealed(id, _) => id,
        }
    }

    /// Reads a line, exactly as [`key_line`] or [`create_sealed`] writes it; a missing line break is forgiven.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let line = text.strip_suffix('\n').unwrap_or(text);
        let (tag, rest) = line.split_once(' ')?;
        let (id, content) = rest.split_once(' ')?;
        if !is_id(id) {
            return None;
        }
        match tag {
            TAG if content.len() == 64 => {
                let mut bytes = Zeroizing::new([0; 32]);
                HEXLOWER.decode_mut(content.as_bytes(), bytes.as_mut_slice()).ok()?;
                Some(Self::Key(id.to_owned(), GenerationKey::from_bytes(*bytes)))
            }
            SEALED_TAG if is_ciphertext(content) => Some(Self::Sealed(id.to_owned(), content.to_owned())),
            _ => None,
        }
    }
}

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
    /// The key stands there sealed by a key service.
    #[error("{0} holds a key that a key service has sealed")]
    Sealed(PathBuf),
    /// The ciphertext of a key service is too long, or has blanks in it.
    #[error("the key service answered with something else than a ciphertext")]
    BadCiphertext,
    /// A generation id may hold ASCII letters, digits, `-` and `_`, at most 64.
    #[error("a generation id consists of 1 to 64 letters, digits, '-' and '_'")]
    BadId,
    /// The operating system refused.
    #[error("key file {0}: {1}")]
    Io(PathBuf, #[source] io::Error),
}

/// The line of a generation key, with its line break.
///
/// # Errors
/// [`KeyFileError::BadId`].
pub fn key_line(generation_id: &str, key: &GenerationKey) -> Result<Zeroizing<String>, KeyFileError> {
    if !is_id(generation_id) {
        return Err(KeyFileError::BadId);
    }
    let hex = Zeroizing::new(HEXLOWER.encode(key.expose()));
    Ok(Zeroizing::new(format!("{TAG} {generation_id} {}\n", *hex)))
}

/// Creates the key file at `path`, which must not exist, readable by its owner alone, and returns when both the file and
/// its name are on disk.
///
/// # Errors
/// [`KeyFileError::Exists`], [`KeyFileError::BadId`], or [`KeyFileError::Io`], after which there is no file.
pub fn create(path: &Path, generation_id: &str, key: &GenerationKey) -> Result<(), KeyFileError> {
    write_new(path, &key_line(generation_id, key)?)
}

/// As [`create`], with the ciphertext that a key service made of the key.
///
/// # Errors
/// As [`create`], and [`KeyFileError::BadCiphertext`].
pub fn create_sealed(path: &Path, generation_id: &str, ciphertext: &str) -> Result<(), KeyFileError> {
    if !is_id(generation_id) {
        return Err(KeyFileError::BadId);
    }
    if !is_ciphertext(ciphertext) {
        return Err(KeyFileError::BadCiphertext);
    }
    write_new(path, &format!("{SEALED_TAG} {generation_id} {ciphertext}\n"))
}

/// The file gets its name once it is whole and on disk: a power cut leaves no torn one.
fn write_new(path: &Path, line: &str) -> Result<(), KeyFileError> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => KeyFileError::Exists(path.to_owned()),
        _ => KeyFileError::Io(path.to_owned(), error),
    };
    let unfinished = unfinished(path);
    // What a death left behind: torn, it held no key that anybody uses; whole, it may be a second name of a file in use, and only the
    // name goes.
    remove(&unfinished).map_err(failed)?;
    let written = (|| {
        let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&unfinished)?;
        file.write_all(line.as_bytes())?;
        file.sync_all()?;
        // A link takes no name that is taken, as a renaming would.
        fs::hard_link(&unfinished, path)
    })();
    let removed = remove(&unfinished);
    written.and(removed).and_then(|()| sync_directory_of(path)).map_err(failed)
}

fn unfinished(path: &Path) -> PathBuf {
    beside(path, ".unfinished")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The file itself, where `path` is a symbolic link to it: what turns is the file, and what belongs to it lies beside it.
fn itself(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// Where the key of the next generation waits while keys are sealed anew: beside the file of the living one.
#[must_use]
pub fn next(path: &Path) -> PathBuf {
    beside(&itself(path), ".next")
}

/// Where the key of the generation before lies between [`put_next_in_place`] and [`destroy_old`]: beside the file of the living one.
#[must_use]
pub fn old(path: &Path) -> PathBuf {
    beside(&itself(path), ".old")
}

/// Puts the [`next`] key file in the place of `path`, in one step; what was there is then called [`old`], until [`destroy_old`]. Does
/// nothing if there is no next.
///
/// # Errors
/// [`KeyFileError::Io`]; the next file is then in one of the two places, whole.
pub fn put_next_in_place(path: &Path) -> Result<(), KeyFileError> {
    let path = &itself(path);
    let next = next(path);
    if !next.exists() {
        return Ok(());
    }
    writable(path)?;
    destroy_old(path)?;
    let put = || {
        remove(&unfinished(&next))?;
        remove(&unfinished(path))?;
        fs::hard_link(path, old(path))?;
        sync_directory_of(path)?;
        fs::rename(&next, path)?;
        sync_directory_of(path)
    };
    put().map_err(|error| KeyFileError::Io(path.clone(), error))
}

/// Overwrites and removes the [`old`] key file, if there is one.
///
/// Overwriting is what a file system allows: one that copies on write, a snapshot, or a flash disk may keep the old bytes.
///
/// # Errors
/// [`KeyFileError::Io`]; the next call goes on.
pub fn destroy_old(path: &Path) -> Result<(), KeyFileError> {
    let path = &itself(path);
    let old = old(path);
    let destroy = || {
        // A link that somebody put there leads to a file that is not ours to overwrite.
        if fs::symlink_metadata(&old).is_ok_and(|found| found.is_symlink()) {
            return fs::remove_file(&old);
        }
        let file = match OpenOptions::new().write(true).open(&old) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            other => other?,
        };
        let (before, living) = (file.metadata()?, fs::metadata(path)?);
        // A death before the next one took the place leaves a second name of the file in use: then only the name goes.
        if (before.dev(), before.ino()) != (living.dev(), living.ino()) {
            sync_directory_of(path)?;
            let length = before.len().min(MAX_FILE_LEN) as usize;
            (&file).write_all(&vec![0; length])?;
            file.sync_all()?;
        }
        fs::remove_file(&old)?;
        sync_directory_of(path)
    };
    destroy().map_err(|error| KeyFileError::Io(path.clone(), error))
}

/// Removes the second names that a death between the two last steps of writing left to the key file or the next one. Nothing is lost:
/// the files themselves stay.
///
/// # Errors
/// [`KeyFileError::Io`].
pub fn drop_second_names(path: &Path) -> Result<(), KeyFileError> {
    for path in [itself(path), next(path)] {
        let second = unfinished(&path);
        let node = |path: &Path| fs::symlink_metadata(path).ok().map(|file| (file.dev(), file.ino()));
        if node(&second).is_some_and(|second| Some(second) == node(&path)) {
            remove(&second).map_err(|error| KeyFileError::Io(second, error))?;
        }
    }
    Ok(())
}

/// Removes the [`next`] key file if it is torn, that is not a whole line: no generation began with it, since the key database learns of
/// one only once its file is whole. Does nothing to one that is whole, or where there is none.
///
/// # Errors
/// [`KeyFileError::NotPrivate`] or [`KeyFileError::Io`].
pub fn remove_torn_next(path: &Path) -> Result<(), KeyFileError> {
    let next = next(path);
    match read_line(&next) {
        Ok(_) | Err(KeyFileError::Missing(_)) => Ok(()),
        Err(KeyFileError::Format(_)) => remove(&next).map_err(|error| KeyFileError::Io(next, error)),
        Err(error) => Err(error),
    }
}

fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Whether [`put_next_in_place`] could write here: a file that is mounted for reading only lets no generation turn.
///
/// # Errors
/// [`KeyFileError::Io`].
pub fn writable(path: &Path) -> Result<(), KeyFileError> {
    OpenOptions::new().write(true).open(path).map(drop).map_err(|error| KeyFileError::Io(path.to_owned(), error))
}

/// Reads the key file at `path`: the generation id and the key. A symbolic link is followed; the permissions of the file
/// it leads to count.
///
/// # Errors
/// As [`read_line`], and [`KeyFileError::Sealed`].
pub fn read(path: &Path) -> Result<(String, GenerationKey), KeyFileError> {
    match read_line(path)? {
        Line::Key(id, key) => Ok((id, key)),
        Line::Sealed(..) => Err(KeyFileError::Sealed(path.to_owned())),
    }
}

/// Reads what stands in the key file at `path`.
///
/// # Errors
/// [`KeyFileError::Missing`], [`KeyFileError::NotPrivate`], [`KeyFileError::Format`] or [`KeyFileError::Io`].
pub fn read_line(path: &Path) -> Result<Line, KeyFileError> {
    let file = open(path)?;
    // Asked of the open file, not of the path: this is the very file that is read next.
    let mode = file.metadata().map_err(|error| KeyFileError::Io(path.to_owned(), error))?.permissions().mode() & 0o7777;
    if mode & 0o077 != 0 {
        return Err(KeyFileError::NotPrivate(path.to_owned(), mode));
    }
    parse_file(path, file)
}

/// Reads a line that somebody else keeps, such as a mounted secret: its permissions are theirs to set.
///
/// # Errors
/// [`KeyFileError::Missing`], [`KeyFileError::Format`] or [`KeyFileError::Io`].
pub fn read_secret(path: &Path) -> Result<Line, KeyFileError> {
    parse_file(path, open(path)?)
}

fn open(path: &Path) -> Result<File, KeyFileError> {
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => KeyFileError::Missing(path.to_owned()),
        _ => KeyFileError::Io(path.to_owned(), error),
    })?;
    match file.metadata() {
        Ok(metadata) if metadata.is_file() => Ok(file),
        Ok(_) => Err(KeyFileError::Format(path.to_owned())),
        Err(error) => Err(KeyFileError::Io(path.to_owned(), error)),
    }
}

fn parse_file(path: &Path, file: File) -> Result<Line, KeyFileError> {
    let mut line = Zeroizing::new(String::with_capacity(MAX_FILE_LEN as usize));
    match file.take(MAX_FILE_LEN).read_to_string(&mut line) {
        Ok(_) => Line::parse(&line).ok_or_else(|| KeyFileError::Format(path.to_owned())),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(KeyFileError::Format(path.to_owned())),
        Err(error) => Err(KeyFileError::Io(path.to_owned(), error)),
    }
}

fn is_ciphertext(text: &str) -> bool {
    (1..=800).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn is_id(id: &str) -> bool {
    (1..=MAX_ID_LEN).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}

/// The name of a new file is on disk only once its directory is.
fn sync_directory_of(path: &Path) -> io::Result<()> {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(parent)?.sync_all()
}
