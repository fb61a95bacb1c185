//! Whether something stands readable in a place.

use std::{
    collections::BTreeMap,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

/// Every file below a path, or the file that stands there.
pub(crate) fn files(path: &Path) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    entries.flat_map(|entry| files(&entry.expect("an entry").path())).collect()
}

/// Fails unless none of `unseen` stands in any of the places, and each of `planted` in every one: a search that would not find what
/// was put there proves nothing.
pub(crate) fn assert_unseen(unseen: &[Vec<u8>], planted: &[Vec<u8>], places: &[(&str, PathBuf)]) {
    let search = Search::of(unseen.iter().chain(planted));
    for (what, place) in places {
        let found = search.below(place);
        let seen: Vec<_> = found.range(..unseen.len()).collect();
        assert!(seen.is_empty(), "in {what}, by number: {seen:?}");
        for number in 0..planted.len() {
            assert!(found.contains_key(&(unseen.len() + number)), "number {number} was planted in {what} and not found");
        }
    }
}

/// Looks for many things at once, in any letter case and as [`forms`] writes them.
pub(crate) struct Search {
    automaton: AhoCorasick,
    /// The number of the thing that each pattern is a form of.
    numbers: Vec<usize>,
}

impl Search {
    pub(crate) fn of<'a>(things: impl IntoIterator<Item = &'a Vec<u8>>) -> Self {
        let (numbers, patterns): (Vec<_>, Vec<_>) = things
            .into_iter()
            .enumerate()
            .flat_map(|(number, thing)| forms(thing).into_iter().map(move |form| (number, form)))
            .unzip();
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(patterns)
            .expect("an automaton");
        Self { automaton, numbers }
    }

    /// What stands in the files below a path, by its number, with a file in which it stands.
    pub(crate) fn below(&self, path: &Path) -> BTreeMap<usize, PathBuf> {
        let mut found = BTreeMap::new();
        for path in files(path) {
            let content = match std::fs::read(&path) {
                Ok(content) => content,
                // A running server may have removed it since it was listed.
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                Err(error) => panic!("{}: {error}", path.display()),
            };
            for hit in self.automaton.find_overlapping_iter(&content) {
                found.insert(self.numbers[hit.pattern().as_usize()], path.clone());
            }
        }
        found
    }
}

/// Bytes as they are, as UTF-16, hexadecimal, base64, a list of decimal numbers, and as browsers send a form.
fn forms(bytes: &[u8]) -> Vec<Vec<u8>> {
    let utf16 = bytes.iter().flat_map(|byte| [*byte, 0]).collect();
    let decimal = bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(", ").into_bytes();
    let form = form_urlencoded::byte_serialize(bytes).collect::<String>().into_bytes();
    // Base64 of the middle, whatever the alignment: three forms, without the characters at the seams.
    let base64 = (0..3).map(|shift| {
        let encoded = data_encoding::BASE64.encode(&bytes[shift..]);
        encoded.as_bytes()[4..bytes.len()].to_vec()
    });
    let plain = [bytes.to_vec(), utf16, data_encoding::HEXLOWER.encode(bytes).into_bytes(), decimal, form];
    plain.into_iter().chain(base64).collect()
}
