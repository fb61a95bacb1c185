//! The pages of the desk, one file per page.

pub mod application;
pub mod applications;
pub mod audit;
pub mod employees;
pub mod handover;
pub mod people;
pub mod posting;
pub mod posting_close;
pub mod posting_edit;
pub mod postings;
pub mod requests;
pub mod retention;
pub mod settings;
pub mod start;

mod chart;
mod deed;
mod form;
mod parts;
