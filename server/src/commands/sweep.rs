//! `ablauf sweep`: one pass by hand.

use clap::Args;
use jiff::{SignedDuration, Timestamp};
use office::sweep::Report;

use super::{Data, Outcome, open};

/// An upload, however slow its line, has written something within this time, and what it wrote is referred to.
const YOUNG: SignedDuration = SignedDuration::from_hours(1);

#[derive(Args)]
pub(crate) struct Sweep {
    #[command(flatten)]
    data: Data,
    /// Only say what would be closed and erased.
    #[arg(long)]
    dry_run: bool,
    /// Sweep as if it were this instant. Everything due by then is erased for good; beside a process that serves, what uploads have left
    /// within the last hour stays.
    #[arg(long, value_name = "RFC3339")]
    now: Option<Timestamp>,
}

impl Sweep {
    pub(crate) async fn run(self) -> Outcome {
        let mut office = open::existing(&self.data.directory).await?;
        let real = office.now();
        if let Some(now) = self.now {
            office = office.as_of(now);
        }
        if self.dry_run {
            let report = office.sweep_dry_run().await?;
            println!("would close {} procedure(s), would erase {} application(s)", report.closed, report.erased);
            office.close().await;
            return Ok(());
        }
        let (presence, spared) = match self.now {
            None => {
                office.tick().await?;
                (office.attend().await?, Timestamp::MAX)
            }
            // An instant that somebody names says nothing about the clock, so there is no tick. By it an upload of this moment looks a day
            // old: where somebody serves, what is young by the real clock stays.
            Some(_) => match office.alone().await? {
                Some(alone) => (alone, Timestamp::MAX),
                None => (office.attend().await?, real - YOUNG),
            },
        };
        let report = office.sweep_sparing(spared).await?;
        office.close().await;
        drop(presence);
        print(&report);
        if report.failed > 0 {
            return Err(format!("{} application(s) could not be erased; the log names them", report.failed).into());
        }
        Ok(())
    }
}

fn print(report: &Report) {
    let Report { converted, closed, erased, failed, keys, objects, expired } = *report;
    println!("closed {closed} procedure(s), erased {erased} application(s), failed {failed}");
    println!(
        "converted {converted} envelope(s), removed {keys} pending key(s), {objects} orphaned object(s), {expired} expired row(s)"
    );
}
