//! `ablauf`: the command line.
#![forbid(unsafe_code)]

mod commands;
mod demo;
#[cfg(feature = "failpoints")]
mod failpoints;

use std::process::ExitCode;

use clap::Parser as _;

/// Threads for what blocks: files and password hashes. Each keeps memory that it once used, and an upload is to need little; what waits
/// for one waits for a disk or two cores anyway.
const BLOCKING: usize = 8;

fn main() -> ExitCode {
    match tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(BLOCKING).build() {
        Ok(runtime) => runtime.block_on(run()),
        Err(error) => {
            eprintln!("ablauf: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("ABLAUF_LOG_FILTER").unwrap_or_else(|_| "info,sqlx=warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    #[cfg(feature = "failpoints")]
    failpoints::arm();
    match commands::Cli::parse().run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ablauf: {error}");
            ExitCode::FAILURE
        }
    }
}
