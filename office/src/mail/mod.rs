//! Mails to applicants (docs/PROMISES.md, n07 and n10): put into the queue in the transaction of the act that they tell of, and sent by
//! whichever process takes the job first. What is queued about an application holds no address: it is read from the application when the
//! mail goes. Only the last mail carries it, sealed under the intake key, as the application is gone by then.

mod carrier;
mod queue;
mod send;

pub use carrier::Shown;
pub use send::Sent;

pub(crate) use carrier::Carrier;

use serde::{Deserialize, Serialize};

/// What a job carries, sealed: an address that no application holds, or none any more.
#[derive(Serialize, Deserialize)]
struct Carried {
    email: String,
    /// The certificate's number, with the last mail.
    #[serde(default)]
    certificate: String,
    /// The code, with the mail that brings one.
    #[serde(default)]
    code: String,
    /// Whether that goes to an address under which nothing need be kept yet.
    #[serde(default)]
    sure: bool,
}

impl Carried {
    /// To an address, and nothing with it.
    fn to(email: &str) -> Self {
        Self { email: email.to_owned(), certificate: String::new(), code: String::new(), sure: false }
    }
}
