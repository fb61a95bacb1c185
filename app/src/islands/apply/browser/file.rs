//! A look into the chosen file before it travels, with the same eyes as the server's.

use js_sys::{Uint8Array, futures::JsFuture};
use rules::{
    document::{Recogniser, Unfit},
    form::Problem,
};
use web_sys::File;

/// The bytes that are read at a time; in between the page stays awake.
const PIECE: f64 = 256.0 * 1024.0;

/// What is wrong with the chosen file: its size, or what is in it.
pub(super) async fn check(file: Option<File>, max: u64) -> Option<Problem> {
    let Some(file) = file else { return Some(Problem::FileMissing) };
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
    recogniser.finish().err().map(|unfit| match unfit {
        Unfit::Empty => Problem::FileEmpty,
        Unfit::Unrecognised => Problem::FileUnrecognised,
        Unfit::Damaged => Problem::FileDamaged,
    })
}
