//! `ablauf backup`, `ablauf fsck` and `ablauf restore`: what an operator does with copies of records, log and objects.

use std::path::PathBuf;

use clap::Args;
use office::backup::{self, Copied, Drill, Progress, Reconciled, Restored};
use server::environment;

use super::{
    Data, Outcome, open,
    progress::{Shown, size},
};

#[derive(Args)]
pub(crate) struct Backup {
    /// Where the backup goes: a new or empty directory, apart from the data and from all keys.
    #[arg(value_name = "DIR")]
    backup: PathBuf,
    #[command(flatten)]
    data: Data,
}

#[derive(Args)]
pub(crate) struct Fsck {
    /// The backup to check.
    #[arg(value_name = "DIR")]
    pub(super) backup: PathBuf,
}

#[derive(Args)]
pub(crate) struct Restore {
    /// The backup to restore.
    #[arg(value_name = "DIR")]
    backup: PathBuf,
    /// Change nothing: open a sample of everything in the backup with the keys of today, and report.
    #[arg(long)]
    drill: bool,
    /// Restore the rest when the key database lacks keys that no erasure destroyed. What they sealed is gone for good, and certified
    /// so: look for a newer copy of the key database first.
    #[arg(long, conflicts_with = "drill")]
    without_lost_keys: bool,
    #[command(flatten)]
    data: Data,
}

impl Backup {
    pub(crate) async fn run(self) -> Outcome {
        let office = open::existing(&self.data.directory).await?;
        let shown = Shown::new();
        let copied = interruptible(office.back_up(&self.backup, &|step| shown.show(step))).await;
        office.close().await;
        let Copied { at, applications, entries, root, objects, bytes, erased } = copied?;
        println!("backup of {at}: {applications} application(s), {objects} object(s) of {}", size(bytes));
        if erased > 0 {
            println!("{erased} object(s) were erased while the copy ran");
        }
        println!("log of {entries} entries, root {root}");
        Ok(())
    }
}

impl Fsck {
    pub(crate) async fn run(self) -> Outcome {
        let shown = Shown::new();
        let findings =
            interruptible(async { Ok(backup::check(&self.backup, environment::clock().now(), &|step| shown.show(step)).await) })
                .await?;
        for finding in &findings {
            println!("{finding}");
        }
        if findings.is_empty() {
            println!("the backup is whole");
            Ok(())
        } else {
            Err(format!("{} finding(s): this backup cannot be restored", findings.len()).into())
        }
    }
}

impl Restore {
    pub(crate) async fn run(self) -> Outcome {
        if !self.data.directory.is_dir() {
            return Err(format!("there is no data directory {}", self.data.directory.display()).into());
        }
        let shown = Shown::new();
        let progress: Progress<'_> = &|step| shown.show(step);
        let (settings, clock, rng) = (environment::settings(&self.data.directory)?, environment::clock(), environment::rng());
        if self.drill {
            let drill = interruptible(backup::drill(settings, clock, rng, &self.backup, progress)).await?;
            print_drill(&drill);
            return if drill.is_good() { Ok(()) } else { Err("this backup would not serve as it is".into()) };
        }
        let restoring = backup::restore(settings, clock, rng, &self.backup, self.without_lost_keys, progress);
        let restored = interruptible(restoring).await?;
        print_restored(&restored);
        match (restored.log.is_good(), restored.objects_missing) {
            (false, _) => Err("the log does not verify".into()),
            (true, 0) => Ok(()),
            (true, missing) => Err(format!("restored, but {missing} document(s) are lost").into()),
        }
    }
}

/// Runs a long act until its end, or until somebody stops it: then what it made for itself goes too.
async fn interruptible<T>(act: impl Future<Output = office::Result<T>>) -> Result<T, Box<dyn std::error::Error>> {
    tokio::select! {
        done = act => Ok(done?),
        _ = tokio::signal::ctrl_c() => Err("stopped".into()),
    }
}

fn print_drill(drill: &Drill) {
    println!("backup of {}", drill.at);
    println!("{}", drill.log);
    for line in &drill.lines {
        println!("{}: {} of {} opened, {} erased since", line.kind, line.opened, line.rows, line.erased);
        for (row, error) in &line.failed {
            println!("  {row}: {error}");
        }
    }
}

fn print_restored(restored: &Restored) {
    let Restored { at, applications, objects, objects_missing, entries, releases, accounts, .. } = restored;
    let Reconciled { erased, certified, keys_destroyed, lost, found_again, others, envelopes, quarantined, keys_without_row } =
        restored.reconciled;
    println!("records of {at}: {applications} application(s)");
    match entries {
        0 => println!("the log here was the longer one and stays"),
        entries => println!("the log has {entries} entries more, from the backup"),
    }
    println!("put {objects} object(s) into the store");
    let counts = [
        (*objects_missing as i64, "object(s) are neither in the store nor in the backup"),
        (erased, "application(s) that were erased since stay erased"),
        (certified, "of them had no certificate yet, and have one now"),
        (keys_destroyed, "of them had a key again, from an older copy of the key database; it was destroyed"),
        (lost, "application(s) have lost their key; they are gone, with a certificate"),
        (found_again, "application(s) that were given up have their key again; their certificate no longer holds"),
        (others, "employee record(s) or kept record(s) whose key is gone are gone too"),
        (envelopes, "envelope(s) of applications that were erased since are gone"),
        (quarantined, "envelope(s) have lost their key and wait apart"),
        (keys_without_row, "living key(s) belong to no record here; they stay"),
        (*releases, "release(s) ended, by what was decided since"),
        (*accounts, "account(s) or membership(s) ended, as in the records that were replaced"),
    ];
    for (count, what) in counts.iter().filter(|(count, _)| *count > 0) {
        println!("{count} {what}");
    }
    let again = [
        (&restored.closed, "procedure(s) that were closed since are closed again, as of the same instant:"),
        (&restored.outcomes, "outcome(s) in them are set again, without the reasons, which no log holds:"),
    ];
    for (ids, what) in again.into_iter().filter(|(ids, _)| !ids.is_empty()) {
        println!("{} {what}", ids.len());
        ids.iter().for_each(|id| println!("  {id}"));
    }
    if !restored.since.is_empty() {
        println!("what was done since and these records do not show:");
    }
    for (what, ids) in &restored.since {
        println!("{what}");
        for id in ids {
            println!("  {id}");
        }
    }
    println!("{}", restored.log);
}
