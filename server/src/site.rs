//! What every handler works with.

use std::sync::Arc;

use office::Office;

use crate::{brand::LastBrand, gate::Gate, metrics::Metrics};

/// The running site. Cheap to clone.
#[derive(Clone)]
pub struct Site {
    /// The use-cases.
    pub office: Office,
    /// Whether this is a demonstration: a banner says so.
    pub demo: bool,
    /// How the careers site looked when it was last read.
    pub brand: Arc<LastBrand>,
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
