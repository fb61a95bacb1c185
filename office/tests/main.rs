//! The tests of this crate from outside, in one program: each would link all of it again.

mod support;

mod apply;
mod backup;
mod forget;
mod handover;
mod key_copies;
mod log;
mod mirror;
mod objects;
mod parts;
mod people;
mod postings;
mod read;
mod ready;
mod rejection;
mod secret;
mod together;
mod transit;
mod turn;
mod waiting;
