//! `ablauf`: the command line.
#![forbid(unsafe_code)]

mod commands;
mod demo;
#[cfg(feature = "failpoints")]
mod failpoints;

use std::process::ExitCode;

use clap::Parser as _;

#[tokio::main]
async fn main() -> ExitCode {
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
