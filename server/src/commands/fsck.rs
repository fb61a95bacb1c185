//! `ablauf fsck`: the store against itself, or a backup against what was written.

use std::{
    io::{self, IsTerminal as _, Write as _},
    path::PathBuf,
};

use clap::Args;
use office::{
    Office,
    fsck::{Finding, open_to_look, open_to_repair},
};
use server::environment;

use super::{Data, Outcome, backup};

#[derive(Args)]
pub(crate) struct Fsck {
    /// Check this backup instead of the store.
    #[arg(value_name = "DIR")]
    backup: Option<PathBuf>,
    /// Open everything that is sealed, documents to their last byte, instead of a sample.
    #[arg(long, conflicts_with = "backup")]
    deep: bool,
    /// Say what can be put right, and then do it. Nobody may serve meanwhile.
    #[arg(long, conflicts_with = "backup")]
    repair: bool,
    /// Do not ask before the repair.
    #[arg(long, requires = "repair")]
    yes: bool,
    #[command(flatten)]
    data: Data,
}

impl Fsck {
    pub(crate) async fn run(self) -> Outcome {
        if let Some(backup) = self.backup {
            return backup::Fsck { backup }.run().await;
        }
        let office = self.look().await?;
        if self.repair && office.alone().await?.is_none() {
            return Err("a process serves: a repair must be alone with the store. Stop it first".into());
        }
        let findings = found(&office, self.deep).await?;
        office.close().await;
        if !self.repair {
            return verdict(&findings);
        }
        let plan: Vec<String> = findings.iter().filter_map(Finding::plan).collect();
        if plan.is_empty() {
            println!("there is nothing that a repair can put right");
            return verdict(&findings);
        }
        println!("the repair will");
        for line in &plan {
            println!("  {line}");
        }
        if !self.may_begin()? {
            return Err("nothing was changed".into());
        }
        let (settings, clock, rng) = (environment::settings(&self.data.directory)?, environment::clock(), environment::rng());
        let office = open_to_repair(settings, clock, rng).await?;
        for done in office.repair(&findings).await? {
            println!("repaired {}: {}", done.code.code(), done.count);
        }
        let left = found(&office, self.deep).await?;
        office.close().await;
        verdict(&left)
    }

    async fn look(&self) -> Result<Office, Box<dyn std::error::Error>> {
        if !self.data.directory.is_dir() {
            return Err(format!("there is no data directory {}", self.data.directory.display()).into());
        }
        let (settings, clock, rng) = (environment::settings(&self.data.directory)?, environment::clock(), environment::rng());
        Ok(open_to_look(settings, clock, rng).await?)
    }

    /// Asks at a terminal; elsewhere somebody must have said so before.
    fn may_begin(&self) -> Result<bool, Box<dyn std::error::Error>> {
        if self.yes {
            return Ok(true);
        }
        if !io::stdin().is_terminal() {
            return Err("nothing was changed: --yes begins the repair without asking".into());
        }
        print!("begin? [y/N] ");
        io::stdout().flush()?;
        let mut answer = String::new();
        io::stdin().read_line(&mut answer)?;
        Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
    }
}

/// Looks, and tells each finding in a sentence.
async fn found(office: &Office, deep: bool) -> office::Result<Vec<Finding>> {
    let findings = office.fsck(deep).await?;
    for finding in &findings {
        println!("{}", finding.sentence());
    }
    Ok(findings)
}

fn verdict(findings: &[Finding]) -> Outcome {
    if findings.is_empty() {
        println!("rows, objects, keys and log fit together");
        return Ok(());
    }
    let repairable = findings.iter().filter(|finding| finding.code.is_repairable()).count();
    println!("{} finding(s), of which --repair puts {repairable} right", findings.len());
    Err("the store is not as it ought to be".into())
}
