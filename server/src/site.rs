//! What every handler works with.

use std::sync::Arc;

use office::Office;

use crate::{brand::LastBrand, gate::Gate, handlers::notice::Files, metrics::Metrics};

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
    /// The privacy notice as files.
    pub(crate) notices: Arc<Files>,
}

impl Site {
    /// A site that has just begun: it has counted, and remembers, nothing.
    #[must_use]
    pub fn new(office: Office, demo: bool, gate: Gate) -> Self {
        let (brand, metrics, notices) = (Arc::default(), Arc::default(), Arc::default());
        Self { office, demo, brand, gate: Arc::new(gate), metrics, notices }
    }

    /// Whether people reach the site by https: then cookies are Secure and bound to the host.
    #[must_use]
    pub fn https(&self) -> bool {
        self.office.settings.public_url.starts_with("https://")
    }
}
