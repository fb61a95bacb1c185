//! What the house does by itself while it serves.

use std::time::Duration;

use jiff::Timestamp;
use office::{Error, Refusal, clock_guard::Watch, sweep::Pass};

use crate::{environment, site::Site};

/// How often the clock that forgets looks: erasure is due at midnight and complete within the day.
const SWEEP: Duration = Duration::from_secs(15 * 60);
/// How often the journal is moved into the log.
const SEQUENCE: Duration = Duration::from_secs(5);

/// How often the newest signed checkpoint is put elsewhere.
const CHECKPOINT: Duration = Duration::from_secs(15 * 60);

/// How often it is looked whether a mail waits.
const MAIL: Duration = Duration::from_secs(5);

/// How often networks are forgotten from which nothing came for long enough.
const FORGET: Duration = Duration::from_secs(60);

/// Starts every job. They end with the process; each is safe to be cut short.
pub fn start(site: &Site) {
    tokio::spawn(sweeps(site.clone()));
    tokio::spawn(sequences(site.clone()));
    tokio::spawn(checkpoints(site.clone()));
    tokio::spawn(forgets(site.clone()));
    if site.office.sends_mail() {
        tokio::spawn(mails(site.clone()));
    }
}

async fn sweeps(site: Site) {
    let mut watch = Watch::default();
    loop {
        sweep(&site, &mut watch).await;
        tokio::time::sleep(interval()).await;
    }
}

fn interval() -> Duration {
    #[cfg(feature = "failpoints")]
    if let Some(every) = crate::shifted::sweep_every() {
        return every;
    }
    SWEEP
}

async fn sweep(site: &Site, watch: &mut Watch) {
    let pass = async {
        let now = site.office.tick_watched(watch, environment::running).await?;
        site.metrics.clock_stopped(false);
        // A clock that is moved during the pass erases nothing before its time.
        let pass = Pass { by_hand: false, since: Timestamp::MAX, progress: &|step| site.metrics.sweeping(step) };
        site.office.as_of(now).sweep_pass(&pass).await
    };
    match pass.await {
        // Another process is at it.
        Ok(None) => {}
        Ok(Some(report)) => {
            site.metrics.swept(&report);
            tracing::info!(closed = report.closed, erased = report.erased, kept = report.kept, failed = report.failed, "swept");
            turn(site).await;
        }
        Err(Error::Refused(Refusal::ClockMoved)) => {
            site.metrics.clock_stopped(true);
            site.metrics.sweep_failed();
            tracing::error!(
                "the clock was moved; nothing is erased until a person confirms it, at /office/clock or with `ablauf sweep --confirm-clock`"
            );
            site.office.tell_overdue().await;
        }
        Err(error) => {
            site.metrics.sweep_failed();
            tracing::error!(%error, "the sweep did not come through; the next one goes on");
            site.office.tell_overdue().await;
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

async fn mails(site: Site) {
    loop {
        match site.office.send_mail().await {
            Ok(sent) => site.metrics.mailed(&sent),
            Err(error) => tracing::warn!(%error, "mails wait"),
        }
        tokio::time::sleep(MAIL).await;
    }
}

async fn forgets(site: Site) {
    loop {
        site.gate.forget(site.office.now());
        tokio::time::sleep(FORGET).await;
    }
}

/// By itself, so that a share that hangs keeps no sweep waiting.
async fn checkpoints(site: Site) {
    loop {
        if let Err(error) = site.office.keep_checkpoint().await {
            tracing::error!(%error, "the newest checkpoint of the log is not kept elsewhere");
        }
        tokio::time::sleep(CHECKPOINT).await;
    }
}
