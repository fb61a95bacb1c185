//! Dies at a named point, as if the power had gone, or falls asleep there; only in builds with the feature `failpoints`.

use std::sync::atomic::{AtomicU32, Ordering};

/// Kills the process (SIGKILL) at the point that ABLAUF_KILL_AT names, the n-th time it comes there: `name` or `name:n`. At the one that
/// ABLAUF_STOP_AT names it is stopped (SIGSTOP) until somebody lets it go on.
pub(crate) fn arm() {
    arm_at("ABLAUF_KILL_AT", rustix::process::Signal::KILL);
    arm_at("ABLAUF_STOP_AT", rustix::process::Signal::STOP);
}

fn arm_at(variable: &str, signal: rustix::process::Signal) {
    let Ok(point) = std::env::var(variable) else { return };
    let (name, nth) = point.split_once(':').map_or((point.as_str(), 1), |(name, n)| (name, n.parse().unwrap_or(1)));
    let left = AtomicU32::new(nth);
    let armed = fail::cfg_callback(name, move || {
        if left.fetch_sub(1, Ordering::SeqCst) == 1 {
            _ = rustix::process::kill_process(rustix::process::getpid(), signal);
        }
    });
    if let Err(error) = armed {
        tracing::error!(error, variable, "names no point");
    }
}
