//! The file that holds a generation key.

use crate::support::random;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use vault::GenerationKey;
use vault::key_file::{
    KeyFileError, Line, create, create_sealed, destroy_old, drop_second_names, next, old, put_next_in_place, read, read_line,
    read_secret, remove_torn_next,
};

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the file is ours");
}

/// A key file of the generation `g-1` and one of `g-2` that waits beside it; and, as a snapshot would keep it, another name of the first.
fn turning() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let (path, witness) = (directory.path().join("generation.key"), directory.path().join("witness"));
    create(&path, "g-1", &GenerationKey::generate(&random())).expect("nothing stands in the way");
    create(&next(&path), "g-2", &GenerationKey::generate(&random())).expect("nothing stands in the way");
    fs::hard_link(&path, &witness).expect("another name");
    (directory, path, witness)
}

fn id_in(path: &Path) -> String {
    read(path).expect("a key file").0
}

#[track_caller]
fn assert_overwritten(witness: &Path) {
    let bytes = fs::read(witness).expect("the old file under its other name");
    assert!(!bytes.is_empty() && bytes.iter().all(|byte| *byte == 0), "the old key is still there");
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).expect("ours");
    let mut names: Vec<_> = entries.map(|entry| entry.expect("a file").file_name().into_string().expect("plain text")).collect();
    names.sort();
    names
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
    assert_eq!(names(directory.path()), ["generation.key"], "nothing else is left");
}

#[test]
fn the_next_key_takes_the_place_of_the_old_one_which_is_overwritten() {
    let (directory, path, witness) = turning();
    put_next_in_place(&path).expect("it is put in place");
    assert_eq!((id_in(&path), id_in(&old(&path))), ("g-2".to_owned(), "g-1".to_owned()), "each is whole somewhere");
    destroy_old(&path).expect("it is destroyed");
    assert_eq!(id_in(&path), "g-2");
    assert_overwritten(&witness);
    assert_eq!(names(directory.path()), ["generation.key", "witness"]);
    put_next_in_place(&path).and_then(|()| destroy_old(&path)).expect("there is nothing to do");
    assert_eq!(id_in(&path), "g-2");
}

#[test]
fn a_death_before_the_next_key_has_its_place_costs_the_key_in_use_nothing() {
    let (directory, path, witness) = turning();
    fs::hard_link(&path, old(&path)).expect("as the dead one left it");
    destroy_old(&path).expect("a second name goes");
    assert_eq!((id_in(&path), id_in(&witness)), ("g-1".to_owned(), "g-1".to_owned()), "and nothing else");
    fs::hard_link(&path, old(&path)).expect("as the dead one left it");
    put_next_in_place(&path).and_then(|()| destroy_old(&path)).expect("it goes on");
    assert_eq!(id_in(&path), "g-2");
    assert_overwritten(&witness);
    assert_eq!(names(directory.path()), ["generation.key", "witness"]);
}

#[test]
fn an_old_key_that_a_death_left_is_overwritten_by_the_next_call() {
    let (_directory, path, witness) = turning();
    put_next_in_place(&path).expect("it is put in place, and then it died");
    create(&next(&path), "g-3", &GenerationKey::generate(&random())).expect("the next one");
    put_next_in_place(&path).expect("it is put in place");
    assert_overwritten(&witness);
    assert_eq!((id_in(&path), id_in(&old(&path))), ("g-3".to_owned(), "g-2".to_owned()));
}

/// As after a death between the two last steps of writing.
#[test]
fn a_second_name_of_a_key_file_goes_and_the_file_stays() {
    let (directory, path, _) = turning();
    let unfinished = |name: &str| directory.path().join(format!("{name}.unfinished"));
    let leave = || {
        for name in ["generation.key", "generation.key.next"] {
            fs::hard_link(directory.path().join(name), unfinished(name)).expect("a second name");
        }
    };
    leave();
    drop_second_names(&path).expect("they go");
    assert_eq!(names(directory.path()), ["generation.key", "generation.key.next", "witness"]);
    assert_eq!((id_in(&path), id_in(&next(&path))), ("g-1".to_owned(), "g-2".to_owned()));
    fs::write(unfinished("generation.key.next"), "a file of its own, which a process writes").expect("the directory is ours");
    drop_second_names(&path).expect("there is none");
    assert!(unfinished("generation.key.next").exists());
    fs::remove_file(unfinished("generation.key.next")).expect("ours");
    leave();
    put_next_in_place(&path).and_then(|()| destroy_old(&path)).expect("it is put in place");
    assert_eq!(names(directory.path()), ["generation.key", "witness"], "the living key has one name");
}

#[test]
fn a_link_stays_a_link_and_the_file_it_leads_to_is_replaced() {
    let (directory, path, witness) = turning();
    let elsewhere = tempfile::tempdir().expect("a temporary directory");
    let link = elsewhere.path().join("linked.key");
    symlink(&path, &link).expect("the directory is ours");
    assert_eq!(next(&link), next(&path), "the next one lies beside the file, not beside the link");
    put_next_in_place(&link).and_then(|()| destroy_old(&link)).expect("it is put in place");
    assert!(fs::symlink_metadata(&link).expect("the link").is_symlink());
    assert_eq!((id_in(&link), id_in(&path)), ("g-2".to_owned(), "g-2".to_owned()));
    assert_overwritten(&witness);
    assert_eq!((names(elsewhere.path()), names(directory.path()).len()), (vec!["linked.key".to_owned()], 2));
}

#[test]
fn a_torn_next_key_can_be_removed_and_a_whole_one_not() {
    let (_directory, path, _) = turning();
    remove_torn_next(&path).expect("there is none");
    assert_eq!(id_in(&next(&path)), "g-2");
    for torn in ["", "ablauf-generation-key-1 g-2 01", "\0\0\0\0"] {
        fs::write(next(&path), torn).expect("the directory is ours");
        set_mode(&next(&path), 0o600);
        remove_torn_next(&path).expect("removed");
        assert!(!next(&path).exists(), "{torn:?}");
    }
    remove_torn_next(&path).expect("there is nothing to do");
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
