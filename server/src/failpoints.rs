//! Dies at a named point, as if the power had gone; only in builds with the feature `failpoints`.

use std::sync::atomic::{AtomicU32, Ordering};

/// Kills the process (SIGKILL) at the point that ABLAUF_KILL_AT names, the n-th time it comes there: `name` or `name:n`.
pub(crate) fn arm() {
    let Ok(point) = std::env::var("ABLAUF_KILL_AT") else { return };
    let (name, nth) = point.split_once(':').map_or((point.as_str(), 1), |(name, n)| (name, n.parse().unwrap_or(1)));
    let left = AtomicU32::new(nth);
    let armed = fail::cfg_callback(name, move || {
        if left.fetch_sub(1, Ordering::SeqCst) == 1 {
            _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
        }
    });
    if let Err(error) = armed {
        tracing::error!(error, "ABLAUF_KILL_AT names no point");
    }
}
