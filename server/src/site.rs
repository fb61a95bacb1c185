//! What every handler works with.

use std::sync::Arc;

use office::Office;

use crate::{gate::Gate, metrics::Metrics};

/// The running site. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The use-cases.
    pub office: Office,
    /// Whether this is a demonstration: a banner says so.
    pub demo: bool,
    /// The employer whose careers site this is.
    pub employer: Arc<str>,
    /// Holds back what programs send.
    pub gate: Arc<Gate>,
    /// Counters.
    pub metrics: Arc<Metrics>,
}

impl Site {
    /// Whether people reach the site by https: then cookies are Secure and bound to the host.
    #[must_use]
    pub fn https(&self) -> bool {
        self.office.settings.public_url.starts_with("https://")
    }
}
