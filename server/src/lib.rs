//! The binary `ablauf`: route table, form handlers, sessions, middleware, jobs, command line.
#![forbid(unsafe_code)]

pub mod answer;
pub mod assets;
pub mod brand;
pub mod connections;
pub mod cookies;
pub mod csrf;
pub mod environment;
pub mod gate;
pub mod guard;
pub mod handlers;
pub mod jobs;
pub mod metrics;
pub mod pdf;
pub mod render;
pub mod route;
pub mod router;
pub mod security_headers;
pub mod site;

#[cfg(feature = "failpoints")]
mod shifted;
