//! Shows on standard error how far a long act has come: on a terminal in one line that is written over, elsewhere a line for each step.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::Mutex,
    time::{Duration, Instant},
};

use office::backup::Step;

/// Time between two looks at one line: a person reads no faster.
const PAUSE: Duration = Duration::from_millis(100);

/// Shows steps.
pub(crate) struct Shown {
    terminal: bool,
    last: Mutex<Option<Instant>>,
}

impl Shown {
    pub(crate) fn new() -> Self {
        Self { terminal: io::stderr().is_terminal(), last: Mutex::new(None) }
    }

    pub(crate) fn show(&self, step: Step) {
        // Nobody panics while it is held.
        let Ok(mut last) = self.last.lock() else { return };
        let due = self.terminal && last.is_none_or(|last| last.elapsed() >= PAUSE);
        if !step.ended && !due {
            return;
        }
        *last = (!step.ended).then(Instant::now);
        let (begin, end) = (if self.terminal { "\r\x1b[2K" } else { "" }, if step.ended { "\n" } else { "" });
        // Whoever closed standard error does not want to see it.
        drop(write!(io::stderr(), "{begin}{}{end}", line(step)));
    }
}

fn line(step: Step) -> String {
    let Step { what, done, of, bytes, .. } = step;
    let count = match of {
        Some(of) => format!("{what}: {done} of {of}"),
        None => format!("{what}: {done}"),
    };
    if bytes > 0 { format!("{count}, {}", size(bytes)) } else { count }
}

/// Bytes as a person reads them.
pub(crate) fn size(bytes: u64) -> String {
    const UNITS: [&str; 4] = ["KiB", "MiB", "GiB", "TiB"];
    let (mut value, mut unit) = (bytes as f64, "bytes");
    for larger in UNITS {
        if value < 1024.0 {
            break;
        }
        (value, unit) = (value / 1024.0, larger);
    }
    if unit == "bytes" { format!("{bytes} bytes") } else { format!("{value:.1} {unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_told_with_its_count_and_its_bytes() {
        let step = Step { what: "objects", done: 3, of: Some(12), bytes: 0, ended: false };
        assert_eq!(line(step), "objects: 3 of 12");
        assert_eq!(line(Step { of: None, bytes: 1023, ..step }), "objects: 3, 1023 bytes");
        assert_eq!(line(Step { bytes: 1536, ..step }), "objects: 3 of 12, 1.5 KiB");
        assert_eq!(size(5 * 1024 * 1024 * 1024), "5.0 GiB");
    }
}
