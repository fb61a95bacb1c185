//! `ablauf audit`: whether the log is what it was.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use office::{
    Office,
    log::{verify_alone, verify_export, verify_proof},
};
use server::environment;

use super::{Data, Outcome, open};

#[derive(Subcommand)]
pub(crate) enum Audit {
    /// Recompute the log; exits 1 and names the place where it was changed.
    Verify(Verify),
    /// Write the log into a new directory, as files that anybody can verify without the database.
    Export(Export),
}

#[derive(Args)]
pub(crate) struct Verify {
    /// An export, or the proof of one certificate: then no database is needed. Without it, the database of the data directory.
    path: Option<PathBuf>,
    /// The public key that must have signed, as it was known before (a line of key.txt).
    #[arg(long, value_name = "VKEY")]
    key: Option<String>,
    /// A signed checkpoint that was noted before: the log must begin with the same entries.
    #[arg(long, value_name = "FILE")]
    checkpoint: Option<PathBuf>,
    #[command(flatten)]
    data: Data,
}

#[derive(Args)]
pub(crate) struct Export {
    /// A new or empty directory.
    #[arg(value_name = "DIR")]
    export: PathBuf,
    #[command(flatten)]
    data: Data,
}

impl Audit {
    pub(crate) async fn run(self) -> Outcome {
        match self {
            Self::Verify(verify) => verify.run().await,
            Self::Export(export) => export.run().await,
        }
    }
}

impl Verify {
    async fn run(self) -> Outcome {
        let noted = match &self.checkpoint {
            Some(file) => Some(std::fs::read(file).map_err(|error| format!("{}: {}", file.display(), error.kind()))?),
            None => None,
        };
        let (key, noted) = (self.key.as_deref(), noted.as_deref());
        let signed_by = match &self.path {
            None => return self.database(noted).await,
            Some(directory) if directory.is_dir() => {
                let whole = verify_export(directory, key, noted)?;
                println!("{whole}");
                whole.key
            }
            Some(file) => {
                let proved = verify_proof(file, key, noted)?;
                println!("{proved}");
                proved.key
            }
        };
        println!("signed by {signed_by}");
        if key.is_none() {
            println!(
                "whoever made the file could have signed it: compare this key with one from elsewhere, or name it with --key"
            );
        }
        Ok(())
    }

    async fn database(&self, noted: Option<&[u8]>) -> Outcome {
        let office = match open::existing(&self.data.directory).await {
            Ok(office) => office,
            Err(error) => {
                self.tell_flaw().await;
                return Err(error.into());
            }
        };
        let verified = self.verify(&office, noted).await;
        office.close().await;
        verified
    }

    /// What is wrong with the log itself, where it does not fit the records any more.
    async fn tell_flaw(&self) {
        let Ok(settings) = environment::settings(&self.data.directory) else { return };
        match verify_alone(&settings).await {
            Ok(verdict) if !verdict.is_good() => println!("{verdict}"),
            // Whole by itself, or not there: the words of the house say more.
            _ => {}
        }
    }

    async fn verify(&self, office: &Office, noted: Option<&[u8]>) -> Outcome {
        let verdict = office.verify_log().await?;
        println!("{verdict}");
        if !verdict.is_good() {
            return Err("the log does not verify".into());
        }
        if let Some(noted) = noted {
            let size = office.compare_checkpoint(self.key.as_deref(), noted).await?;
            println!("its first {size} entries are those of the checkpoint that was noted");
        }
        if let Some(kept) = office.compare_kept_checkpoint().await? {
            println!("its first {} entries are those of {}", kept.size, kept.file.display());
        }
        Ok(())
    }
}

impl Export {
    async fn run(self) -> Outcome {
        let office = open::existing(&self.data.directory).await?;
        let exported = office.export_log(&self.export).await;
        office.close().await;
        let exported = exported?;
        println!("exported {} entries, root {}", exported.entries, exported.root);
        println!("signed by {}", exported.key);
        Ok(())
    }
}
