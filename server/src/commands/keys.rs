//! `ablauf keys` and `ablauf backup-keys`: what an operator does with the keys.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{Data, Outcome, open};

#[derive(Subcommand)]
pub(crate) enum Keys {
    /// Turn the generation: seal every key anew under a new generation key and destroy the old one. Copies of the key database
    /// made before open nothing from then on. The process that serves goes on meanwhile.
    Rotate {
        #[command(flatten)]
        data: Data,
    },
}

impl Keys {
    pub(crate) async fn run(self) -> Outcome {
        let Self::Rotate { data } = self;
        let office = open::existing(&data.directory).await?;
        let turned = office.turn_generation().await?;
        office.close().await;
        println!("sealed {} key(s) anew under generation {}", turned.keys, turned.generation);
        match turned.copy {
            Some(copy) => println!("fresh copy of the key database: {}", copy.display()),
            None => println!("no copy of the key database was made: ABLAUF_KEY_COPIES names no directory"),
        }
        Ok(())
    }
}

#[derive(Args)]
pub(crate) struct BackupKeys {
    /// Where the copy goes; the one before it there is removed. Not where the generation key lies.
    #[arg(value_name = "DIR")]
    copies: PathBuf,
    #[command(flatten)]
    data: Data,
}

impl BackupKeys {
    pub(crate) async fn run(self) -> Outcome {
        let office = open::existing(&self.data.directory).await?;
        let copy = office.copy_keys(&self.copies).await?;
        office.close().await;
        println!("{}", copy.display());
        Ok(())
    }
}
