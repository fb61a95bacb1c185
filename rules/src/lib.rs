//! The law of the house: what may happen, when, and to whom.
//!
//! Pure functions only. Time, the time zone and everything read from a store are arguments, so the same rule hides a button in
//! the browser and guards the use-case on the server.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod code;

pub mod access;
pub mod application;
pub mod bots;
pub mod brand;
pub mod clock;
pub mod document;
pub mod done;
pub mod form;
pub mod handover;
pub mod hold;
pub mod id;
pub mod journal;
pub mod kept;
pub mod mail;
pub mod mailed_code;
pub mod messages;
pub mod opening;
pub mod posting;
pub mod question;
pub mod request;
pub mod retention;
pub mod retention_classes;
