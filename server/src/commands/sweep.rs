//! `ablauf sweep`: one pass by hand.

use clap::Args;
use jiff::{SignedDuration, Timestamp};
use office::{
    Error, Office, Refusal,
    clock_guard::ClockStop,
    retention::Going,
    sweep::{Pass, Report},
};
use rules::clock::Moved;

use super::{Data, Outcome, open, progress::Shown};

/// An upload, however slow its line, has written something within this time, and what it wrote is referred to.
const YOUNG: SignedDuration = SignedDuration::from_hours(1);

/// Far beyond every posting, and not so far that a period added to it would leave the calendar.
const LATEST: Timestamp = Timestamp::constant(221_845_392_000, 0);

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
    /// Confirm what the clock shows, after it was moved, and sweep by it. Everything due by it is erased for good.
    #[arg(long, conflicts_with_all = ["dry_run", "now"])]
    confirm_clock: bool,
}

impl Sweep {
    pub(crate) async fn run(self) -> Outcome {
        let mut office = open::existing(&self.data.directory).await?;
        let real = office.now();
        if let Some(now) = self.now {
            if !(Timestamp::UNIX_EPOCH..=LATEST).contains(&now) {
                return Err("--now lies outside of any calendar that postings have: name an instant from 1970 to 9000".into());
            }
            office = office.as_of(now);
        }
        if self.dry_run {
            let report = office.sweep_dry_run().await?;
            println!("would close {} procedure(s), would erase {} application(s)", report.closed, report.erased);
            if report.kept > 0 {
                println!("would erase {} paper(s), place(s) in the talent pool and evidence of consents", report.kept);
            }
            if let Some(stop) = office.clock_stop().await? {
                println!("but {}, and nobody has confirmed it", in_words(&stop));
            }
            for going in office.going().await? {
                let Going { posting, from, planned, last_day, count } = going;
                let why = if planned { "closes" } else { "closed" };
                println!("posting {posting}: {count} application(s), {why} {from}, last day {last_day}");
            }
            office.close().await;
            return Ok(());
        }
        let (presence, spared) = match self.now {
            None => {
                let begun = begin(&office, self.confirm_clock).await?;
                office = office.as_of(begun);
                (office.attend().await?, Timestamp::MAX)
            }
            // An instant that somebody names says nothing about the clock, so there is no tick. By it an upload of this moment looks a day
            // old: where somebody serves, what is young by the real clock stays.
            Some(_) => match office.alone().await? {
                Some(alone) => (alone, Timestamp::MAX),
                None => (office.attend().await?, real - YOUNG),
            },
        };
        let shown = Shown::new();
        let pass = Pass { by_hand: true, since: spared, progress: &|step| shown.show(step) };
        let report = office.sweep_pass(&pass).await?.unwrap_or_default();
        let kept = office.keep_checkpoint().await;
        office.close().await;
        drop(presence);
        print(&report);
        // What is swept is swept; that its proof is not kept elsewhere, whoever called has to know.
        kept?;
        if report.failed > 0 {
            return Err(format!("{} application(s) could not be erased; the log names them", report.failed).into());
        }
        if report.unfinished > 0 {
            return Err(format!("{} part(s) of the pass did not come through; the log names them", report.unfinished).into());
        }
        Ok(())
    }
}

/// The instant of the pass, by a clock that can be believed, or that whoever called confirms.
async fn begin(office: &Office, confirm: bool) -> Result<Timestamp, Box<dyn std::error::Error>> {
    match office.tick().await {
        Err(Error::Refused(Refusal::ClockMoved)) => {}
        begun => {
            if confirm && begun.is_ok() {
                println!("the clock can be believed; there was nothing to confirm");
            }
            return Ok(begun?);
        }
    }
    if confirm {
        if let Some((stop, now)) = office.confirm_clock_by_hand().await? {
            println!("{}; confirmed: it is {now:.0}", in_words(&stop));
        }
        return Ok(office.tick().await?);
    }
    let moved = office.clock_stop().await?.map_or_else(|| "the clock was moved".to_owned(), |stop| in_words(&stop));
    Err(format!(
        "{moved}. Nothing is closed or erased until somebody confirms it: compare it with another clock, then confirm it at /office/clock or \
         with `ablauf sweep --confirm-clock`"
    )
    .into())
}

fn in_words(stop: &ClockStop) -> String {
    let ClockStop { moved, expected, found, .. } = stop;
    match moved {
        Moved::SetBack => format!("the clock had shown {expected:.0} and was set back to {found:.0}"),
        Moved::Jumped => format!("the clock had to show {expected:.0} and jumped to {found:.0}"),
    }
}

fn print(report: &Report) {
    let Report { converted, closed, erased, kept, failed, keys, objects, expired, .. } = *report;
    println!("closed {closed} procedure(s), erased {erased} application(s), failed {failed}");
    if kept > 0 {
        println!("erased {kept} paper(s), place(s) in the talent pool and evidence of consents");
    }
    println!(
        "converted {converted} envelope(s), removed {keys} pending key(s), {objects} orphaned object(s), {expired} expired row(s)"
    );
}
