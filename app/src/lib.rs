//! What people see: pages rendered on the server, and the islands that make them more comfortable in a browser.
//!
//! A page is a function of what a use-case answered. It reads nothing by itself, so it shows nothing that was not decided before.
#![forbid(unsafe_code)]

pub mod islands;
pub mod texts;

#[cfg(all(test, feature = "ssr"))]
mod fixtures;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod job_posting;
#[cfg(feature = "ssr")]
pub mod markdown;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod ui;
