//! The tests of this crate from outside, in one program: each would link all of it again.

mod support;

mod access;
mod answers;
mod applicant;
mod apply;
mod backup;
mod bodies;
mod calendar;
mod clock_guard;
mod expiry;
#[cfg(feature = "failpoints")]
mod faults;
mod forget;
mod fsck;
mod handover;
mod journal;
mod kept;
mod key_copies;
mod log;
mod mail;
mod mirror;
mod objects;
mod overdue;
mod parts;
mod people;
mod postings;
mod proofs;
mod read;
mod ready;
mod rejection;
mod secret;
mod stops;
mod store_down;
mod together;
mod transit;
mod turn;
mod unmoved;
mod waiting;
