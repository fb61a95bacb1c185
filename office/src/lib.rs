//! Use-cases: one file per thing a person does.
//!
//! A use-case reads from top to bottom: load, may it, decide (in `rules`), write once, journal, answer.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod alias;
pub mod blobs;
mod error;
mod facts;
#[cfg(not(feature = "failpoints"))]
mod faults;
mod house;
mod intake_keys;
mod journal;
mod key_copy;
mod lease;
mod mirror;
mod office;
mod presence;
mod proposal;
mod providers;
mod ready;
mod record_keys;
mod sealed;
mod settings;
mod store;
mod tables;

pub mod applicant;
pub mod apply;
pub mod backup;
pub mod blind;
pub mod brand;
pub mod breach;
pub mod careers;
pub mod clock_guard;
pub mod close;
pub mod comment;
pub mod concept;
pub mod decide;
pub mod doctor;
pub mod employees;
pub mod erase;
pub mod exclude;
pub mod extend;
#[cfg(feature = "failpoints")]
pub mod faults;
pub mod fsck;
pub mod handover;
pub mod hold;
pub mod kept;
pub mod list;
pub mod log;
pub mod look_up;
pub mod mail;
pub mod overdue;
pub mod people;
pub mod posting;
pub mod read;
pub mod readings;
pub mod refused;
pub mod rejection;
pub mod release;
pub mod reopen;
pub mod request;
pub mod requests;
pub mod restrict;
pub mod retention;
pub mod sign_in;
pub mod stage;
pub mod standing;
pub mod status;
pub mod sweep;
pub mod turn;
pub mod unusual;
pub mod waiting;

pub use blobs::Blobs;
pub use error::{Error, Refusal, Result};
pub use house::House;
pub use office::{Clock, Office, Rng};
pub use presence::Presence;
pub use proposal::Proposal;
pub use providers::new_key_line;
pub use settings::{Hidden, KeyProvider, MailSettings, SecretPlace, Settings, SmtpSettings, TransitSettings};
pub use store::{Db, Engine, Write};
