//! How an employer's careers site may look: its colour, its logo, its imprint.

mod colour;
mod imprint;
mod logo;
mod palette;

pub use colour::Colour;
pub use imprint::{Imprint, check_imprint};
pub use logo::{Logo, LogoKind, MOST_LOGO_BYTES, MOST_LOGO_SIDE, recognise};
pub use palette::{ACCENT, GROUNDS, NEEDED, Palette, Shades, TooFaint, palette};
