//! `ablauf keys` and `ablauf backup-keys`: what an operator does with the keys.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use office::doctor::examine;
use server::environment;

use super::{Data, Outcome, open};

#[derive(Subcommand)]
pub(crate) enum Keys {
    /// Turn the generation: seal every key anew under a new generation key and destroy the old one. Copies of the key database
    /// made before open nothing from then on. The process that serves goes on meanwhile.
    Rotate {
        #[command(flatten)]
        data: Data,
    },
    /// Say what is wrong with the keys, in words; exits 1 if anything is. It reads only, and works beside a process that serves.
    Doctor {
        #[command(flatten)]
        data: Data,
    },
    /// Print a new generation key, for who keeps it themselves (ABLAUF_KEY_PROVIDER=secret). It is stored nowhere.
    Generate,
}

impl Keys {
    pub(crate) async fn run(self) -> Outcome {
        match self {
            Self::Rotate { data } => rotate(&data).await,
            Self::Doctor { data } => doctor(&data).await,
            Self::Generate => {
                print!("{}", *office::new_key_line(&environment::rng())?);
                Ok(())
            }
        }
    }
}

async fn rotate(data: &Data) -> Outcome {
    let office = open::existing(&data.directory).await?;
    // Not beside a restore, which replaces what a turn seals and enters.
    let presence = office.attend().await?;
    let turned = office.turn_generation().await?;
    office.close().await;
    drop(presence);
    println!("sealed {} key(s) anew under generation {}", turned.keys, turned.generation);
    if turned.envelopes > 0 {
        println!("sealed {} envelope(s) anew under the next intake key", turned.envelopes);
    }
    match turned.copy {
        Some(copy) => println!("fresh copy of the key database: {}", copy.display()),
        None => println!("no copy of the key database was made: ABLAUF_KEY_COPIES names no directory"),
    }
    Ok(())
}

async fn doctor(data: &Data) -> Outcome {
    if !data.directory.is_dir() {
        return Err(format!("there is no data directory {}", data.directory.display()).into());
    }
    let examined = examine(&environment::settings(&data.directory)?, &environment::clock()).await;
    for finding in &examined.findings {
        println!("WRONG: {finding}");
    }
    for fact in &examined.facts {
        println!("{fact}");
    }
    match examined.findings.len() {
        0 => {
            println!("all is well");
            Ok(())
        }
        wrong => Err(format!("{wrong} thing(s) are wrong with the keys").into()),
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
        let presence = office.attend().await?;
        let copy = office.copy_keys(&self.copies).await?;
        office.remember_copy(&copy).await?;
        office.close().await;
        drop(presence);
        println!("{}", copy.display());
        Ok(())
    }
}
