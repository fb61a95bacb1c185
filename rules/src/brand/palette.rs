//! What the site makes of an accent colour.

use serde::{Deserialize, Serialize};

use super::colour::{Colour, Oklch};

/// The ratio that text needs against what it stands on (WCAG 2.2, success criterion 1.4.3).
pub const NEEDED: f64 = 4.5;

/// The accent that the site comes with, by day.
pub const ACCENT: Colour = Colour([0x0a, 0x52, 0x60]);

/// One colour by day and one by night.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shades {
    /// Where a reader prefers light.
    pub day: Colour,
    /// Where a reader prefers dark.
    pub night: Colour,
}

/// What text in the accent stands on, beside its own wash: `--page`, `--sheet` and `--sunk` of `style/20-tokens.css`.
pub const GROUNDS: [Shades; 3] = [
    Shades { day: Colour([0xf4, 0xf6, 0xf5]), night: Colour([0x0e, 0x16, 0x15]) },
    Shades { day: Colour([0xff, 0xff, 0xff]), night: Colour([0x15, 0x20, 0x1f]) },
    Shades { day: Colour([0xe9, 0xee, 0xec]), night: Colour([0x1d, 0x2a, 0x29]) },
];

/// An accent with everything that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// What one can act on.
    pub accent: Shades,
    /// What text in the accent may stand on.
    pub wash: Shades,
    /// Text on the accent.
    pub ink: Shades,
}

impl Palette {
    /// Every pair of text and ground that the site makes of it, by day and by night.
    #[must_use]
    pub fn pairs(&self) -> Vec<(Colour, Colour)> {
        let Self { accent, wash, ink } = self;
        let on = GROUNDS.into_iter().chain([*wash]).map(|ground| (*accent, ground)).chain([(*ink, *accent)]);
        on.flat_map(|(text, ground)| [(text.day, ground.day), (text.night, ground.night)]).collect()
    }
}

/// A colour in which text could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TooFaint {
    /// The ratio it reaches, in tenths, cut off.
    pub tenths: u16,
    /// The lightest of the same hue that is taken.
    pub instead: Colour,
}

/// What becomes of an accent colour. By day it is the colour itself; its hue makes the rest.
///
/// # Errors
/// [`TooFaint`] if text in it, or on it, would not reach [`NEEDED`] by day. By night every hue does.
pub fn palette(chosen: Colour) -> Result<Palette, TooFaint> {
    let made = made_of(chosen);
    let ratio = worst(&made);
    if ratio >= NEEDED {
        return Ok(made);
    }
    let mut darker = chosen.oklch();
    let instead = loop {
        darker.lightness = (darker.lightness - 0.005).max(0.0);
        let shown = darker.shown();
        // Black is always taken.
        if darker.lightness == 0.0 || worst(&made_of(shown)) >= NEEDED {
            break shown;
        }
    };
    // At most 210.
    Err(TooFaint { tenths: (ratio * 10.0) as u16, instead })
}

fn made_of(day: Colour) -> Palette {
    let look = day.oklch();
    let of = |lightness, most| Oklch { lightness, chroma: look.chroma.min(most), hue: look.hue }.shown();
    Palette {
        accent: Shades { day, night: of(0.82, 0.11) },
        wash: Shades { day: of(0.945, 0.02), night: of(0.305, 0.05) },
        ink: Shades { day: Colour([0xff; 3]), night: of(0.25, 0.045) },
    }
}

fn worst(palette: &Palette) -> f64 {
    palette.pairs().into_iter().map(|(text, ground)| text.contrast(ground)).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    fn assert_holds(chosen: Colour) {
        match palette(chosen) {
            Ok(made) => {
                assert_eq!(made.accent.day, chosen, "by day it is what was chosen");
                for (text, ground) in made.pairs() {
                    assert!(text.contrast(ground) >= NEEDED, "{chosen}: {text} on {ground} is {}", text.contrast(ground));
                }
            }
            Err(TooFaint { tenths, instead }) => {
                assert!(tenths < 45, "{chosen} is refused at {tenths}");
                assert!(palette(instead).is_ok(), "{chosen}: {instead} instead is refused too");
            }
        }
    }

    #[test]
    fn every_pair_holds_its_ratio_over_all_of_the_colours_in_steps_of_fifteen() {
        let steps = || (0..=255).step_by(15);
        for red in steps() {
            for green in steps() {
                for blue in steps() {
                    assert_holds(Colour([red, green, blue]));
                }
            }
        }
    }

    proptest! {
        #[test]
        fn every_pair_holds_its_ratio(channels: [u8; 3]) {
            assert_holds(Colour(channels));
        }
    }

    #[test]
    fn a_faint_colour_is_refused_with_its_figure_and_a_darker_one_of_its_hue() {
        let yellow = palette(colour("#ffd400")).expect_err("yellow on white");
        assert_eq!(yellow.tenths, 12);
        let (was, is) = (colour("#ffd400").oklch(), yellow.instead.oklch());
        assert!((was.hue - is.hue).abs() < 0.05 && is.lightness < was.lightness, "{}", yellow.instead);
        assert!(palette(colour("#0a5260")).is_ok(), "the colour that the site comes with");
    }

    #[test]
    fn what_is_offered_instead_is_no_darker_than_it_has_to_be() {
        for faint in ["#ffd400", "#1a73e8", "#ff0000", "#00a651", "#ffffff"] {
            let instead = palette(colour(faint)).expect_err(faint).instead;
            let mut lighter = instead.oklch();
            lighter.lightness += 0.02;
            assert!(palette(lighter.shown()).is_err(), "{faint}: {} would do too", lighter.shown());
        }
    }
}
