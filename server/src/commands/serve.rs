//! `ablauf serve`.

use std::{future::pending, net::SocketAddr, time::Duration};

use axum::{Router, routing::get};
use clap::Args;
use office::{MailSettings, Office};
use server::{
    connections::{self, Limits},
    environment, jobs, metrics,
    router::router,
    site::Site,
};
use tokio::net::TcpListener;

use super::{Data, Outcome, open};
use crate::demo;

/// So long are requests under way waited for when the process is asked to stop.
const PATIENCE: Duration = Duration::from_secs(20);

#[derive(Args)]
pub(crate) struct Serve {
    /// Fill an empty data directory with invented people, and show that it is a demonstration. Loopback only.
    #[arg(long)]
    demo: bool,
    #[command(flatten)]
    data: Data,
    /// Where to listen.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:3000", env = "ABLAUF_LISTEN")]
    listen: SocketAddr,
}

impl Serve {
    pub(crate) async fn run(self) -> Outcome {
        if self.demo && !self.listen.ip().is_loopback() {
            return Err("--demo has well-known passwords and listens on a loopback address only".into());
        }
        let mut settings = open::settings(&self.data.directory)?;
        if self.demo {
            settings.mail.get_or_insert(MailSettings::Outbox);
            // Mails lead there.
            if self.listen.port() != 0 && environment::variable("ABLAUF_PUBLIC_URL")?.is_none() {
                settings.public_url = format!("http://{}", self.listen);
            }
        }
        let office = Office::open(settings, environment::clock(), environment::rng()).await?;
        let presence = office.attend().await?;
        if self.demo {
            demo::prepare(&office.without_mail()).await?;
        } else if demo::is_demo(&office.settings.data) {
            return Err("this data directory holds a demonstration; start it with --demo, or name another with --data".into());
        }
        let converted = office.convert_waiting().await?;
        if converted > 0 {
            tracing::info!(converted, "envelopes of an earlier run were converted");
        }
        let site = Site::new(office, self.demo, environment::gate(self.demo)?);

        let listener = TcpListener::bind(self.listen)
            .await
            .map_err(|error| format!("cannot listen on {}: {}", self.listen, error.kind()))?;
        if let Some(listen) = environment::variable("ABLAUF_METRICS_LISTEN")? {
            serve_metrics(&site, &listen).await?;
        }
        jobs::start(&site);
        println!("Ablauf serves on http://{}", listener.local_addr()?);
        if self.demo {
            demo::print_accounts();
        }
        tokio::select! {
            () = connections::serve(listener, router(site.clone()), Limits::default(), stop()) => {}
            // An upload that hangs does not keep the process: what was not acknowledged can be sent again.
            () = async { stop().await; tokio::time::sleep(PATIENCE).await } => {}
        }
        site.office.close().await;
        drop(presence);
        Ok(())
    }
}

async fn serve_metrics(site: &Site, listen: &str) -> Outcome {
    let listen: SocketAddr = listen.parse().map_err(|_| "ABLAUF_METRICS_LISTEN is no address")?;
    if !listen.ip().is_loopback() {
        return Err("ABLAUF_METRICS_LISTEN must be a loopback address".into());
    }
    let listener = TcpListener::bind(listen).await?;
    let site = site.clone();
    let app = Router::new().route("/metrics", get(move || async move { metrics::exposition(&site).await }));
    tokio::spawn(connections::serve(listener, app, Limits::default(), pending()));
    Ok(())
}

/// Until somebody asks the process to stop; requests under way are answered first.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
        return drop(interrupt.await);
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}
