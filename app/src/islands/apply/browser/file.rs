//! A look into the chosen file before it travels, with the same eyes as the server's.

use js_sys::{Uint8Array, futures::JsFuture};
use rules::{
    document::{Recogniser, Unfit},
    form::{Field, MAX_DOCUMENTS, Problem, takes},
};
use web_sys::File;

/// The bytes that are read at a time; in between the page stays awake.
const PIECE: f64 = 256.0 * 1024.0;

/// What is wrong with the files that are chosen for a field: how many they are, or the first that is not taken.
pub(super) async fn check(field: Field, files: Vec<File>, max: u64) -> Option<Problem> {
    if field == Field::Documents && files.len() > MAX_DOCUMENTS {
        return Some(Problem::TooMany { max: MAX_DOCUMENTS });
    }
    for file in files {
        if let Some(problem) = check_one(field, &file, max).await {
            return Some(problem);
        }
    }
    None
}

/// What is wrong with one file: its size, or what is in it.
async fn check_one(field: Field, file: &File, max: u64) -> Option<Problem> {
    let size = file.size();
    if size > max as f64 {
        return Some(Problem::FileTooLarge { max });
    }
    let mut recogniser = Recogniser::default();
    let mut at = 0.0;
    while at < size && !recogniser.is_hopeless() {
        let end = (at + PIECE).min(size);
        // A file that was moved away since it was chosen cannot be read.
        let Ok(piece) = file.slice_with_f64_and_f64(at, end) else { return Some(Problem::FileMissing) };
        let Ok(bytes) = JsFuture::from(piece.array_buffer()).await else { return Some(Problem::FileMissing) };
        recogniser.push(&Uint8Array::new(&bytes).to_vec());
        at = end;
    }
    match recogniser.finish() {
        Ok(kind) => (!takes(field, kind)).then_some(Problem::FileUnrecognised),
        Err(Unfit::Empty) => Some(Problem::FileEmpty),
        Err(Unfit::Unrecognised) => Some(Problem::FileUnrecognised),
        Err(Unfit::Damaged) => Some(Problem::FileDamaged),
    }
}
