//! The file that holds a generation key.

use crate::support::random;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use vault::GenerationKey;
use vault::key_file::{KeyFileError, Line, create, create_sealed, read, read_line, read_secret};

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the file is ours");
}

/// Writes a private file with this text and reads it as a key file.
fn read_text(text: impl AsRef<[u8]>) -> Result<(String, GenerationKey), KeyFileError> {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("generation.key");
    fs::write(&path, text).expect("the directory is ours");
    set_mode(&path, 0o600);
    read(&path)
}

#[test]
fn a_key_file_is_private_and_reads_back() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("generation.key");
    let key = GenerationKey::generate(&random());
    create(&path, "g-1", &key).expect("nothing stands in the way");

    let mode = fs::metadata(&path).expect("it was created").permissions().mode();
    assert_eq!(mode & 0o7777, 0o600);
    let (id, read_key) = read(&path).expect("it was just written");
    assert_eq!(id, "g-1");
    assert!(read_key.expose() == key.expose());
}

#[test]
fn the_file_says_what_it_is() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("generation.key");
    create(&path, "g-1", &GenerationKey::from_bytes([0xab; 32])).expect("nothing stands in the way");
    let text = fs::read_to_string(&path).expect("it is text");
    assert_eq!(text, format!("ablauf-generation-key-1 g-1 {}\n", "ab".repeat(32)));
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("generation.key");
    fs::write(&path, "precious").expect("the directory is ours");
    let created = create(&path, "g-1", &GenerationKey::generate(&random()));
    assert!(matches!(created, Err(KeyFileError::Exists(_))));
    assert_eq!(fs::read(&path).expect("it is still there"), b"precious");
}

/// As after a power cut in the middle of it: what has the file's name is whole.
#[test]
fn a_key_file_that_was_never_finished_stands_in_nobodys_way() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("generation.key");
    fs::write(directory.path().join("generation.key.unfinished"), "ablauf-generation-key-1 g-0 01").expect("a torn one");
    create(&path, "g-1", &GenerationKey::generate(&random())).expect("written anew");
    assert_eq!(read(&path).expect("whole").0, "g-1");
    let again = create(&path, "g-2", &GenerationKey::generate(&random()));
    assert!(matches!(again, Err(KeyFileError::Exists(_))));
    assert_eq!(read(&path).expect("as it was").0, "g-1");
    let names: Vec<_> = fs::read_dir(directory.path()).expect("ours").map(|entry| entry.expect("a file").file_name()).collect();
    assert_eq!(names, ["generation.key"], "nothing else is left");
}

#[test]
fn a_file_that_others_can_use_is_refused_in_words() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("generation.key");
    create(&path, "g-1", &GenerationKey::generate(&random())).expect("nothing stands in the way");
    for mode in [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o777] {
        set_mode(&path, mode);
        let error = read(&path).err().expect("others have a permission").to_string();
        let path = path.display();
        let expected =
            format!("{path} can be used by others than its owner (mode {mode:04o}); make it private with: chmod 600 {path}");
        assert_eq!(error, expected);
    }
    for mode in [0o600, 0o400] {
        set_mode(&path, mode);
        assert!(read(&path).is_ok(), "mode {mode:o}");
    }
}

#[test]
fn a_link_is_followed_to_the_permissions_of_the_file() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let (path, link) = (directory.path().join("generation.key"), directory.path().join("link"));
    create(&path, "g-1", &GenerationKey::generate(&random())).expect("nothing stands in the way");
    symlink(&path, &link).expect("the directory is ours");
    assert!(read(&link).is_ok());
    set_mode(&path, 0o644);
    assert!(matches!(read(&link), Err(KeyFileError::NotPrivate(_, 0o644))));
}

#[test]
fn anything_else_is_not_a_key_file() {
    let hex = "ab".repeat(32);
    for (what, text) in [
        ("empty", String::new()),
        ("another tag", format!("ablauf-generation-key-2 g-1 {hex}\n")),
        ("no id", format!("ablauf-generation-key-1 {hex}\n")),
        ("an id with a slash", format!("ablauf-generation-key-1 ../g {hex}\n")),
        ("a short key", format!("ablauf-generation-key-1 g-1 {}\n", &hex[1..])),
        ("a long key", format!("ablauf-generation-key-1 g-1 {hex}ab\n")),
        ("no hex", format!("ablauf-generation-key-1 g-1 {}\n", "xy".repeat(32))),
        ("two lines", format!("ablauf-generation-key-1 g-1 {hex}\n\n")),
        ("a long file", format!("ablauf-generation-key-1 g-1 {hex}").repeat(1000)),
    ] {
        assert!(matches!(read_text(text), Err(KeyFileError::Format(_))), "{what}");
    }
    assert!(matches!(read_text([0xff; 100]), Err(KeyFileError::Format(_))), "no text");
    assert!(read_text(format!("ablauf-generation-key-1 g-1 {hex}")).is_ok(), "no line break");
}

#[test]
fn a_missing_file_and_a_directory_are_refused() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let missing = read(&directory.path().join("generation.key"));
    assert!(matches!(missing, Err(KeyFileError::Missing(_))));
    assert!(matches!(read(directory.path()), Err(KeyFileError::Format(_))));
}

#[test]
fn an_id_that_would_not_read_back_is_not_written() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("generation.key");
    for id in ["", "a b", "a\nb", "ü", &"a".repeat(65)] {
        let created = create(&path, id, &GenerationKey::generate(&random()));
        assert!(matches!(created, Err(KeyFileError::BadId)), "{id:?}");
        assert!(!path.exists(), "{id:?}");
    }
}

#[test]
fn what_a_key_service_sealed_stands_in_the_keys_place_and_is_no_key() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("generation.key");
    create_sealed(&path, "g-1", "vault:v7:AAAA/BBBB+cccc==").expect("nothing stands in the way");
    assert_eq!(fs::metadata(&path).expect("it was created").permissions().mode() & 0o7777, 0o600);
    assert!(
        matches!(read_line(&path), Ok(Line::Sealed(id, ciphertext)) if id == "g-1" && ciphertext == "vault:v7:AAAA/BBBB+cccc==")
    );
    assert!(matches!(read(&path), Err(KeyFileError::Sealed(_))));
    set_mode(&path, 0o640);
    assert!(matches!(read_line(&path), Err(KeyFileError::NotPrivate(_, 0o640))));
    assert!(read_secret(&path).is_ok(), "whoever keeps a secret sets its permissions");
    for ciphertext in ["", "a b", "a\nb", "ü", &"a".repeat(801)] {
        let created = create_sealed(&directory.path().join("other"), "g-1", ciphertext);
        assert!(matches!(created, Err(KeyFileError::BadCiphertext)), "{ciphertext:?}");
    }
    assert!(matches!(create_sealed(&directory.path().join("other"), "g 1", "a"), Err(KeyFileError::BadId)));
    assert!(Line::parse("ablauf-sealed-generation-key-1 g-1 ").is_none());
}
