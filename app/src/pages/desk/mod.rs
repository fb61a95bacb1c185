//! The pages of the desk, one file per page.

pub mod application;
pub mod applications;
pub mod audit;
pub mod brand;
pub mod breaches;
pub mod clock;
pub mod concept;
pub mod employees;
pub mod evidence;
pub mod gallery;
pub mod handover;
pub mod hold;
pub mod look_up;
pub mod papers;
pub mod people;
pub mod pool;
pub mod posting;
pub mod posting_close;
pub mod posting_edit;
pub mod posting_releases;
pub mod postings;
pub mod reopen;
pub mod requests;
pub mod retention;
pub mod settings;
pub mod start;

mod chart;
mod deed;
pub(in crate::pages) mod form;
mod overdue;
pub(in crate::pages) mod parts;

pub(crate) use clock::{ADDRESS as CLOCK, banner as clock_banner};
