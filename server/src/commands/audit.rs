//! `ablauf audit`: whether the log is what it was.

use clap::Subcommand;

use super::{Data, Outcome, open};

#[derive(Subcommand)]
pub(crate) enum Audit {
    /// Recompute the whole log; exits 1 and names the place where it was changed.
    Verify {
        #[command(flatten)]
        data: Data,
    },
}

impl Audit {
    pub(crate) async fn run(self) -> Outcome {
        let Self::Verify { data } = self;
        let office = open::existing(&data.directory).await?;
        let verdict = office.verify_log().await?;
        office.close().await;
        println!("{verdict}");
        if verdict.is_good() { Ok(()) } else { Err("the log does not verify".into()) }
    }
}
