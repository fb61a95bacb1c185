//! `ablauf seed`: volume, through the same use-cases as everything else.

use clap::Args;

use super::{Data, Outcome, open};
use crate::demo;

#[derive(Args)]
pub(crate) struct Seed {
    /// How many applicants to add.
    #[arg(long, value_name = "N")]
    applicants: u64,
    #[command(flatten)]
    data: Data,
}

impl Seed {
    pub(crate) async fn run(self) -> Outcome {
        let office = open::office(&self.data.directory).await?;
        let presence = office.attend().await?;
        demo::prepare(&office).await?;
        demo::volume(&office, self.applicants).await?;
        office.close().await;
        drop(presence);
        Ok(())
    }
}
