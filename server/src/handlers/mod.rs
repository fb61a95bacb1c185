//! Handlers: read the request, call one use-case, show a page.

pub mod applicant;
pub mod apply;
pub mod brand;
pub mod careers;
pub mod desk;
pub mod feeds;
pub mod health;
pub mod notice;
pub mod outbox;
mod saved;
pub mod sign_in;
pub mod status;
