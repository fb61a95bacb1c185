//! The clock of a process under test, which the test moves; only in builds with the feature `failpoints`.

use std::time::Duration;

use jiff::SignedDuration;

/// By how much the clock on the wall is off: what the file says that ABLAUF_CLOCK_SHIFT names, in seconds. A file is replaced as a whole.
pub(crate) fn by() -> SignedDuration {
    let seconds = std::env::var_os("ABLAUF_CLOCK_SHIFT").and_then(|file| std::fs::read_to_string(file).ok());
    SignedDuration::from_secs(seconds.and_then(|seconds| seconds.trim().parse().ok()).unwrap_or(0))
}

/// How often the clock that forgets looks, if ABLAUF_SWEEP_EVERY says so, in milliseconds.
pub(crate) fn sweep_every() -> Option<Duration> {
    std::env::var("ABLAUF_SWEEP_EVERY").ok()?.parse().ok().map(Duration::from_millis)
}
