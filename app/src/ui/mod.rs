//! Pieces that pages share: one function for each thing in the vocabulary of `style/`.

mod badge;
mod date;
mod dialog;
mod due;
mod empty;
mod field;
mod problems;
mod remark;
mod text;
mod toast;
pub mod tokens;

pub use badge::{badge, outcome, posting_state, stage};
pub use date::{date, day, moment, moment_text, short_date, short_day};
pub use dialog::{Question, dialog};
pub use due::{Urgency, days_between, due, due_words, fuse, running, share_left};
pub use empty::empty;
pub use field::{Ask, readable_by_applicant, textarea_text};
pub use problems::{error_title, problems, problems_under};
pub use remark::remark;
pub use text::{around, breakable, linked, steps};
pub use toast::toast;
