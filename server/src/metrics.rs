//! Counters for `/metrics` (Prometheus text format 0.0.4). Numbers only: no path, no identifier, no person.

use std::{
    fmt::Write as _,
    sync::atomic::{AtomicI64, Ordering},
};

use office::sweep::Report;

/// What is counted since the start.
#[derive(Debug, Default)]
pub struct Metrics {
    requests: [AtomicI64; 5],
    erased: AtomicI64,
    failed: AtomicI64,
    sweeps: AtomicI64,
    sweep_errors: AtomicI64,
}

impl Metrics {
    /// Counts an answer by the class of its status.
    pub fn answered(&self, status: u16) {
        if let Some(class) = self.requests.get(usize::from(status / 100).wrapping_sub(1)) {
            class.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Counts a pass of the sweep.
    pub fn swept(&self, report: &Report) {
        self.sweeps.fetch_add(1, Ordering::Relaxed);
        self.erased.fetch_add(report.erased, Ordering::Relaxed);
        self.failed.store(report.failed, Ordering::Relaxed);
    }

    /// Counts a pass that did not come through.
    pub fn sweep_failed(&self) {
        self.sweep_errors.fetch_add(1, Ordering::Relaxed);
    }

    /// The exposition.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::from("# TYPE ablauf_answers_total counter\n");
        for (class, count) in (1..).zip(&self.requests) {
            let _ = writeln!(text, "ablauf_answers_total{{status=\"{class}xx\"}} {}", count.load(Ordering::Relaxed));
        }
        for (name, kind, value) in [
            ("ablauf_applications_erased_total", "counter", &self.erased),
            ("ablauf_erasures_failed", "gauge", &self.failed),
            ("ablauf_sweeps_total", "counter", &self.sweeps),
            ("ablauf_sweep_errors_total", "counter", &self.sweep_errors),
        ] {
            let _ = writeln!(text, "# TYPE {name} {kind}\n{name} {}", value.load(Ordering::Relaxed));
        }
        text
    }
}
