//! The desk.

pub mod application;
pub mod applications;
pub mod audit;
pub mod brand;
pub mod breaches;
pub mod clock;
pub mod concept;
pub mod employees;
pub mod gallery;
pub mod holds;
pub mod look_up;
pub mod papers;
pub mod people;
pub mod pool;
pub mod postings;
pub mod requests;
pub mod retention;
pub mod settings;
pub mod start;

pub(super) mod document;
mod done;
mod fields;
mod range;
mod upload;

pub(crate) use document::document_response;
pub(super) use done::confirmed;
pub(crate) use done::{said, unsaid};
pub use fields::Fields;
pub(super) use fields::kept;
pub use range::Asked;
