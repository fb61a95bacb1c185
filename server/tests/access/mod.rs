//! Who sees what, asked over HTTP: every person at every route over an application in every state (docs/PROMISES.md, n04). What is
//! expected follows from the rules, which have tables of their own (`rules/src/access/tests/matrix.rs`); here it shows that nothing goes
//! round them.

mod doors;
mod headers;
mod house;
mod matrix;
mod oracle;
mod seen;

pub(crate) use doors::told;
