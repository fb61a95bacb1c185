//! Backups of records, log and objects; never of keys (docs/RETENTION.md, "Backup and restore").
//!
//! | file | what |
//! |---|---|
//! | `copy.rs` | `ablauf backup`: a consistent copy, whatever the engine and the object store |
//! | `check.rs`, `schema.rs` | `ablauf fsck`: whether a backup is what was written |
//! | `restore.rs` | `ablauf restore`: old records beside the keys of today |
//! | `reconcile.rs`, `since.rs` | what must not come back with them: who was erased, who may no longer see what |
//! | `again.rs` | what was closed since is closed again |
//! | `drill.rs` | `ablauf restore --drill`: opens a sample of everything, and changes nothing |

mod again;
mod check;
mod copy;
mod drill;
mod fate;
pub(crate) mod files;
mod kinds;
mod manifest;
mod place;
mod reconcile;
mod restore;
mod schema;
#[cfg(test)]
mod schema_test;
mod since;
mod tables;

pub use check::check;
pub use copy::Copied;
pub(crate) use drill::spread;
pub use drill::{Drill, DrillLine, drill};
pub(crate) use kinds::{KINDS, Row, list};
pub use reconcile::Reconciled;
pub use restore::{Restored, restore};

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is done, in English.
    pub what: &'static str,
    /// Rows, files or objects so far.
    pub done: u64,
    /// How many there are, if that is known.
    pub of: Option<u64>,
    /// Bytes so far, where they count.
    pub bytes: u64,
    /// Whether the step is over.
    pub ended: bool,
}

/// Hears how far each step has come: often, so whoever shows it chooses.
pub type Progress<'a> = &'a dyn Fn(Step);

/// A step under way.
struct Under<'a> {
    progress: Progress<'a>,
    step: Step,
}

impl<'a> Under<'a> {
    fn begin(progress: Progress<'a>, what: &'static str, of: Option<u64>) -> Self {
        Self { progress, step: Step { what, done: 0, of, bytes: 0, ended: false } }
    }

    /// One more, of so many bytes.
    fn one(&mut self, bytes: u64) {
        self.step.done += 1;
        self.step.bytes += bytes;
        (self.progress)(self.step);
    }

    fn end(mut self) -> Step {
        self.step.ended = true;
        (self.progress)(self.step);
        self.step
    }
}
