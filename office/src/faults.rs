//! Writes that fail on purpose, for the tests of what is left then. Nothing happens unless a test arms a point of the `fail` crate: `write`
//! lies before every write, `write.done` behind every one (it came through, and its answer was lost), `write.` with the name of a
//! database, or `write.objects`, before those of one place. `list.objects` lies before a listing of the object store.

#[cfg(feature = "failpoints")]
use std::sync::atomic::{AtomicU64, Ordering};

use crate::Result;

#[cfg(feature = "failpoints")]
static FAILED: AtomicU64 = AtomicU64::new(0);

/// How many writes and listings have failed on purpose: a pass in which none did was clean.
#[cfg(feature = "failpoints")]
#[must_use]
pub fn failed() -> u64 {
    FAILED.load(Ordering::SeqCst)
}

/// A write to `place` begins.
pub(crate) fn write(place: &'static str) -> Result<()> {
    let _ = place;
    fail::fail_point!("write", fault);
    fail::fail_point!(&format!("write.{place}"), fault);
    Ok(())
}

/// A write has come through.
pub(crate) fn written() -> Result<()> {
    fail::fail_point!("write.done", fault);
    Ok(())
}

/// A listing of the object store begins.
pub(crate) fn list() -> Result<()> {
    fail::fail_point!("list.objects", fault);
    Ok(())
}

#[cfg(feature = "failpoints")]
fn fault<T>(_: Option<String>) -> Result<T> {
    FAILED.fetch_add(1, Ordering::SeqCst);
    Err(crate::Error::Unavailable("a fault on purpose".to_owned()))
}
