//! Counters for `/metrics` (Prometheus text format 0.0.4). Numbers only: no path, no identifier, no person.

use std::{
    fmt::Write as _,
    sync::atomic::{AtomicI64, Ordering},
};

use office::{
    Result,
    backup::Step,
    mail::Sent,
    overdue::{LastPass, Overdue},
    sweep::Report,
};

use crate::site::Site;

/// What became of an application form that was complete.
#[derive(Clone, Copy, Debug)]
pub enum Form {
    /// A browser had proven that it took the trouble.
    Proven,
    /// It came without a proof and was taken.
    Unproven,
    /// It came without a proof when the budget was spent.
    HeldBack,
    /// Something stood in the field that no person sees.
    FilledByAProgram,
}

impl Form {
    const ALL: [(Self, &str); 4] = [
        (Self::Proven, "proven"),
        (Self::Unproven, "unproven"),
        (Self::HeldBack, "held_back"),
        (Self::FilledByAProgram, "filled_by_a_program"),
    ];
}

/// What is counted since the start.
#[derive(Debug, Default)]
pub struct Metrics {
    requests: [AtomicI64; 5],
    forms: [AtomicI64; Form::ALL.len()],
    erased: AtomicI64,
    failed: AtomicI64,
    sweeps: AtomicI64,
    sweep_errors: AtomicI64,
    clock_stopped: AtomicI64,
    mails_sent: AtomicI64,
    mails_delayed: AtomicI64,
    mails_lost: AtomicI64,
    sweep_done: AtomicI64,
    sweep_of: AtomicI64,
}

impl Metrics {
    /// Counts an answer by the class of its status.
    pub fn answered(&self, status: u16) {
        if let Some(class) = self.requests.get(usize::from(status / 100).wrapping_sub(1)) {
            class.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Counts an application form.
    pub fn form(&self, form: Form) {
        self.forms[form as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Counts what became of mails.
    pub fn mailed(&self, sent: &Sent) {
        self.mails_sent.fetch_add(sent.sent, Ordering::Relaxed);
        self.mails_delayed.fetch_add(sent.delayed, Ordering::Relaxed);
        self.mails_lost.fetch_add(sent.lost, Ordering::Relaxed);
    }

    /// Counts a pass of the sweep.
    pub fn swept(&self, report: &Report) {
        self.sweeps.fetch_add(1, Ordering::Relaxed);
        self.erased.fetch_add(report.erased, Ordering::Relaxed);
        self.failed.store(report.failed, Ordering::Relaxed);
        self.sweep_errors.fetch_add(i64::from(report.unfinished > 0), Ordering::Relaxed);
    }

    /// Notes how far the pass of this process has come; nothing once it is over.
    pub fn sweeping(&self, Step { done, of, ended, .. }: Step) {
        let [done, of] = if ended { [0, 0] } else { [done, of.unwrap_or_default()] };
        self.sweep_done.store(done.cast_signed(), Ordering::Relaxed);
        self.sweep_of.store(of.cast_signed(), Ordering::Relaxed);
    }

    /// Counts a pass that did not come through.
    pub fn sweep_failed(&self) {
        self.sweep_errors.fetch_add(1, Ordering::Relaxed);
    }

    /// Notes whether nothing is erased because the clock was moved.
    pub fn clock_stopped(&self, stopped: bool) {
        self.clock_stopped.store(stopped.into(), Ordering::Relaxed);
    }

    /// The exposition.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::from("# TYPE ablauf_answers_total counter\n");
        for (class, count) in (1..).zip(&self.requests) {
            let _ = writeln!(text, "ablauf_answers_total{{status=\"{class}xx\"}} {}", count.load(Ordering::Relaxed));
        }
        text += "# TYPE ablauf_application_forms_total counter\n";
        for (form, name) in Form::ALL {
            let count = self.forms[form as usize].load(Ordering::Relaxed);
            let _ = writeln!(text, "ablauf_application_forms_total{{form=\"{name}\"}} {count}");
        }
        for (name, kind, value) in [
            ("ablauf_applications_erased_total", "counter", &self.erased),
            ("ablauf_erasures_failed", "gauge", &self.failed),
            ("ablauf_sweeps_total", "counter", &self.sweeps),
            ("ablauf_sweep_errors_total", "counter", &self.sweep_errors),
            ("ablauf_clock_stopped", "gauge", &self.clock_stopped),
            ("ablauf_mails_sent_total", "counter", &self.mails_sent),
            ("ablauf_mail_tries_failed_total", "counter", &self.mails_delayed),
            ("ablauf_mails_given_up_total", "counter", &self.mails_lost),
            ("ablauf_sweep_progress_done", "gauge", &self.sweep_done),
            ("ablauf_sweep_progress_of", "gauge", &self.sweep_of),
        ] {
            let _ = writeln!(text, "# TYPE {name} {kind}\n{name} {}", value.load(Ordering::Relaxed));
        }
        text
    }
}

/// What this process counted, and what all processes on its store share. Without an answer from the records the latter is left out.
pub async fn exposition(site: &Site) -> String {
    let mut text = site.metrics.text();
    match shared(site).await {
        Ok(shared) => text += &shared,
        Err(error) => tracing::warn!(%error, "what is due cannot be told to those who ask for metrics"),
    }
    text
}

async fn shared(site: &Site) -> Result<String> {
    let (overdue, last) = (site.office.overdue().await?, site.office.last_pass().await?);
    let Overdue { due, overdue, oldest, causes } = overdue;
    let oldest = oldest.map_or(0, |oldest| site.office.now().duration_since(oldest).as_secs());
    let mut text = String::new();
    let mut gauge = |name: &str, value: f64| {
        let _ = writeln!(text, "# TYPE {name} gauge\n{name} {value}");
    };
    gauge("ablauf_erasures_due", due as f64);
    gauge("ablauf_erasures_overdue", overdue as f64);
    gauge("ablauf_erasures_overdue_oldest_seconds", oldest as f64);
    if let Some(LastPass { began, ended, erased, failed }) = last {
        gauge("ablauf_sweep_last_end_timestamp_seconds", ended.as_second() as f64);
        gauge("ablauf_sweep_last_duration_seconds", ended.duration_since(began).as_secs_f64());
        gauge("ablauf_sweep_last_erased", erased as f64);
        gauge("ablauf_sweep_last_failed", failed as f64);
    }
    let (waiting, since) = site.office.mail_waiting().await?;
    gauge("ablauf_mails_waiting", waiting as f64);
    gauge(
        "ablauf_mails_waiting_oldest_seconds",
        since.map_or(0, |since| site.office.now().duration_since(since).as_secs()) as f64,
    );
    text += "# TYPE ablauf_erasures_overdue_by_cause gauge\n";
    for (cause, count) in causes {
        let _ = writeln!(text, "ablauf_erasures_overdue_by_cause{{cause=\"{}\"}} {count}", cause.code());
    }
    Ok(text)
}
