//! One file per page.

pub mod applicant;
pub mod apply;
pub mod desk;
pub mod error;
pub mod home;
pub mod imprint;
pub mod notice;
pub mod outbox;
pub mod posting;
pub mod posting_gone;
mod readings;
pub mod receipt;
pub mod sign_in;
pub mod status;
mod supplied;
