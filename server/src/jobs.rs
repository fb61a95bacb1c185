//! What the house does by itself while it serves.

use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};

use crate::site::Site;

/// How often the clock that forgets looks: erasure is due at midnight and complete within the day.
const SWEEP: Duration = Duration::from_secs(15 * 60);
/// How often the journal is moved into the log.
const SEQUENCE: Duration = Duration::from_secs(5);
/// A wall clock that runs this far from the time that really passed was moved.
const JUMP: SignedDuration = SignedDuration::from_hours(24);

/// Starts every job. They end with the process; each is safe to be cut short.
pub fn start(site: &Site) {
    tokio::spawn(sweeps(site.clone()));
    tokio::spawn(sequences(site.clone()));
}

async fn sweeps(site: Site) {
    let (started, wall) = (Instant::now(), site.office.now());
    loop {
        if clock_moved(started, wall, site.office.now()) {
            tracing::error!("the clock was moved by more than 24 hours; nothing is erased until the process is started again");
            site.metrics.sweep_failed();
        } else {
            sweep(&site).await;
        }
        tokio::time::sleep(SWEEP).await;
    }
}

async fn sweep(site: &Site) {
    let pass = async {
        site.office.tick().await?;
        site.office.sweep().await
    };
    match pass.await {
        Ok(report) => {
            site.metrics.swept(&report);
            tracing::info!(closed = report.closed, erased = report.erased, failed = report.failed, "swept");
            turn(site).await;
        }
        Err(error) => {
            site.metrics.sweep_failed();
            tracing::error!(%error, "the sweep did not come through; the next one goes on");
        }
    }
}

/// Turns the generation when its time has come, so that what was erased is unreadable in every copy too.
async fn turn(site: &Site) {
    match site.office.turn_if_due().await {
        Ok(Some(turned)) => tracing::info!(keys = turned.keys, "the generation was turned"),
        Ok(None) => {}
        Err(error) => tracing::error!(%error, "the generation could not be turned; the next sweep tries again"),
    }
}

async fn sequences(site: Site) {
    loop {
        if let Err(error) = site.office.sequence().await {
            tracing::warn!(%error, "the journal waits for its log");
        }
        tokio::time::sleep(SEQUENCE).await;
    }
}

/// Whether the wall clock and the time that really passed since the start have drifted a day apart.
fn clock_moved(started: Instant, wall: Timestamp, now: Timestamp) -> bool {
    let passed = SignedDuration::try_from(started.elapsed()).unwrap_or(SignedDuration::MAX);
    (now.duration_since(wall) - passed).abs() > JUMP
}
