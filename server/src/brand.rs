//! How the careers site looks: the addresses of its logo and of the stylesheet with its accent colour, each named by what is in it.

use std::sync::{Mutex, PoisonError};

use app::frame;
use office::{
    Office,
    brand::{Brand, StoredLogo},
};
use rules::brand::{Colour, Imprint, Shades, palette};
use sha2::{Digest as _, Sha256};

/// So long is asked for it before a page does with what was known last.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(1);

/// How the site looked when it was last read: a page that says that a database does not answer looks as the others do.
#[derive(Debug, Default)]
pub struct LastBrand(Mutex<Brand>);

impl LastBrand {
    /// How it looks now, or as long as that cannot be read, how it looked.
    pub(crate) async fn now(&self, office: &Office) -> Brand {
        match tokio::time::timeout(PATIENCE, office.brand()).await {
            Ok(Ok(brand)) => {
                self.0.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&brand);
                brand
            }
            _ => self.then(),
        }
    }

    /// How it looked when it was last read.
    pub(crate) fn then(&self) -> Brand {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The name of the employer, which an empty store has none of.
pub(crate) fn employer(brand: &Brand) -> String {
    brand.employer.clone().unwrap_or_else(|| "Ablauf".to_owned())
}

/// What a page shows of it.
pub(crate) fn shown(brand: &Brand) -> frame::Brand {
    frame::Brand {
        style: brand.accent.and_then(stylesheet).map(|sheet| format!("/brand/{}", style_name(&sheet))),
        logo: brand.logo.as_ref().map(|logo| frame::Logo {
            path: format!("/brand/{}", logo_name(logo)),
            width: logo.picture.width,
            height: logo.picture.height,
        }),
        imprint: brand.imprint.as_ref().map(|imprint| match imprint {
            Imprint::At(address) => address.clone(),
            Imprint::Text(_) => "/imprint".to_owned(),
        }),
    }
}

/// The stylesheet that sets the accent. It comes after the site's own, into the same layer.
pub(crate) fn stylesheet(accent: Colour) -> Option<String> {
    let palette = palette(accent).ok()?;
    let set = |name: &str, Shades { day, night }: Shades| format!("{name}:light-dark({day},{night})");
    let all = [set("--accent", palette.accent), set("--accent-wash", palette.wash), set("--accent-ink", palette.ink)];
    Some(format!("@layer tokens{{:root{{{}}}}}\n", all.join(";")))
}

/// The name of a stylesheet, by what stands in it.
pub(crate) fn style_name(sheet: &str) -> String {
    format!("{}.css", data_encoding::HEXLOWER.encode(&Sha256::digest(sheet)[..16]))
}

fn logo_name(logo: &StoredLogo) -> String {
    format!("{}.{}", logo.hash, logo.picture.kind.code())
}
