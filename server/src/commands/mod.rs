//! The commands. Their names and options are called by scripts outside the project and keep.

mod audit;
mod backup;
mod fsck;
mod keys;
mod open;
mod people;
mod progress;
mod retention;
mod seed;
mod serve;
mod sweep;
mod vault;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// What a command answers: a sentence for the person who called it.
pub(crate) type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Ablauf seals what applicants send, shows it only to those whose turn it is, and forgets it on time.
#[derive(Parser)]
#[command(name = "ablauf", version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Args)]
pub(crate) struct Data {
    /// The data directory.
    #[arg(long = "data", value_name = "DIR", default_value = "data", env = "ABLAUF_DATA")]
    directory: PathBuf,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the careers site and the desk.
    Serve(serve::Serve),
    /// Fill a demonstration directory with many applicants.
    Seed(seed::Seed),
    /// One pass of the clock that forgets: close what was planned to close, erase what is due.
    Sweep(sweep::Sweep),
    /// Questions about dates.
    #[command(subcommand)]
    Retention(retention::Retention),
    /// Seal or open bytes from standard input to standard output (Cobblestone-256).
    #[command(subcommand)]
    Vault(vault::Vault),
    /// The keys above all keys.
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Copy records, log and objects, never keys, into a new directory. The process that serves goes on meanwhile.
    Backup(backup::Backup),
    /// Check rows, objects, keys and log against each other, beside whoever serves; exits 1 if anything is wrong. With DIR, check a
    /// backup: every byte, the log, every object.
    Fsck(fsck::Fsck),
    /// Put the records of a backup beside the keys of today: who was erased since stays erased.
    Restore(backup::Restore),
    /// Copy the key database, the only place where record keys stand, as one file.
    BackupKeys(keys::BackupKeys),
    /// The journal and the certificates.
    #[command(subcommand)]
    Audit(audit::Audit),
    /// Accounts of the desk.
    #[command(subcommand)]
    User(people::User),
}

impl Cli {
    pub(crate) async fn run(self) -> Outcome {
        match self.command {
            Command::Serve(command) => command.run().await,
            Command::Seed(command) => command.run().await,
            Command::Sweep(command) => command.run().await,
            Command::Retention(command) => command.run(),
            Command::Vault(command) => command.run(),
            Command::Keys(command) => command.run().await,
            Command::Backup(command) => command.run().await,
            Command::Fsck(command) => command.run().await,
            Command::Restore(command) => command.run().await,
            Command::BackupKeys(command) => command.run().await,
            Command::Audit(command) => command.run().await,
            Command::User(command) => command.run().await,
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Cli;

    #[test]
    fn every_command_can_be_parsed() {
        Cli::command().debug_assert();
    }
}
