//! What applicants read and do after they showed a code that was mailed to them (docs/PROMISES.md, n11 and n12).

mod acts;
pub mod archive;
pub mod code;
pub mod copy;
pub mod list;

pub(super) use acts::label as field;
use rules::id::ApplicationId;

/// The list of one's own applications.
pub const ADDRESS: &str = "/status/applications";

/// Where one of them is read.
#[must_use]
pub fn address(id: &ApplicationId) -> String {
    format!("{ADDRESS}/{id}")
}
