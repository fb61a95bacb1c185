//! The tests of this crate from outside, in one program: each would link all of it again.

mod support;
#[expect(dead_code, reason = "the office's tests use the rest")]
#[path = "../../office/tests/support/transit.rs"]
mod transit;
#[path = "support/well.rs"]
mod well;

mod access;
mod applicant;
mod apply;
#[cfg(feature = "failpoints")]
mod backup;
mod beside;
mod bots;
mod brand;
mod careers;
#[cfg(feature = "failpoints")]
mod clock_guard;
#[cfg(feature = "failpoints")]
mod closure;
mod command_line;
#[cfg(feature = "failpoints")]
mod crash;
mod expiry;
mod forget;
mod gallery;
mod journal;
mod keys;
#[cfg(feature = "failpoints")]
mod mails;
#[cfg(feature = "failpoints")]
mod mirror;
mod parts;
mod proofs;
mod providers;
mod ready;
mod refused;
mod routes;
mod settings;
mod slow_clients;
mod stores;
#[cfg(feature = "failpoints")]
mod sweeping;
mod tampered;
#[cfg(feature = "failpoints")]
mod turn;
mod unreachable;
mod unreadable;
