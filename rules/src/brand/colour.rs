//! Colours, and how well one is seen on another.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A colour in sRGB (IEC 61966-2-1), eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Reads `#rrggbb`, as `<input type=color>` sends it (HTML, section 4.10.5.1.14), in either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits =
            text.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        let [_, channels @ ..] = value.to_be_bytes();
        Some(Self(channels))
    }

    /// How bright it is, from 0 for black to 1 for white: the relative luminance of WCAG 2.2.
    #[must_use]
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How well one is seen on the other, from 1 to 21: the contrast ratio of WCAG 2.2. Which of them is the text does not matter.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn linear(self) -> [f64; 3] {
        self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Its lightness from 0 to 1, its chroma, and its hue in radians, in Oklch (CSS Color 4, section 9.4): equal steps look equal.
    pub(super) fn oklch(self) -> Oklch {
        let lms = times(&LINEAR_TO_LMS, self.linear()).map(f64::cbrt);
        let [lightness, a, b] = times(&LMS_TO_OKLAB, lms);
        Oklch { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A colour by how it looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Oklch {
    pub(super) lightness: f64,
    pub(super) chroma: f64,
    pub(super) hue: f64,
}

impl Oklch {
    /// The colour of this lightness and hue that a screen can show, with as much of the chroma as it can.
    pub(super) fn shown(self) -> Colour {
        let mut chroma = self.chroma;
        loop {
            let (a, b) = (chroma * self.hue.cos(), chroma * self.hue.sin());
            let lms = times(&OKLAB_TO_LMS, [self.lightness, a, b]).map(|root| root.powi(3));
            let linear = times(&LMS_TO_LINEAR, lms);
            if linear.iter().all(|share| (-0.0005..=1.0005).contains(share)) || chroma < 0.001 {
                return Colour(linear.map(encoded));
            }
            chroma *= 0.95;
        }
    }
}

fn encoded(linear: f64) -> u8 {
    let share = if linear <= 0.003_130_8 { linear * 12.92 } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
    // Between 0 and 255 after the clamp.
    (share.clamp(0.0, 1.0) * 255.0).round() as u8
}

fn times(matrix: &[[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(vector).map(|(factor, value)| factor * value).sum())
}

/// The matrices of Oklab, as Björn Ottosson published them (2020, corrected 2021) for linear sRGB.
const LINEAR_TO_LMS: [[f64; 3]; 3] = [
    [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
    [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
    [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];
const LMS_TO_OKLAB: [[f64; 3]; 3] = [
    [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
    [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
    [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
];
const OKLAB_TO_LMS: [[f64; 3]; 3] = [
    [1.0, 0.396_337_777_4, 0.215_803_757_3],
    [1.0, -0.105_561_345_8, -0.063_854_172_8],
    [1.0, -0.089_484_177_5, -1.291_485_548_0],
];
const LMS_TO_LINEAR: [[f64; 3]; 3] = [
    [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
    [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
    [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_six_digits_behind_a_hash_are_a_colour() {
        assert_eq!(Colour::parse("#0a5260"), Some(Colour([0x0a, 0x52, 0x60])));
        assert_eq!(Colour::parse("#FFD400"), Some(Colour([0xff, 0xd4, 0x00])));
        for text in ["", "#", "0a5260", "#0a526", "#0a52600", "#0a526g", "#+a5260", "red", "#ä5260", "#0a5260;}"] {
            assert_eq!(Colour::parse(text), None, "{text:?}");
        }
    }

    /// Figures as other programs give them: the first four stand in WCAG's own techniques (G17, G18) or follow from the definition, the others
    /// are what the colour pickers of Chromium and Firefox show.
    #[test]
    fn contrast_is_what_the_guidelines_say() {
        for (one, other, ratio) in [
            ("#000000", "#ffffff", 21.0),
            ("#ffffff", "#ffffff", 1.0),
            ("#777777", "#ffffff", 4.48),
            ("#767676", "#ffffff", 4.54),
            ("#ff0000", "#ffffff", 4.0),
            ("#0000ff", "#ffffff", 8.59),
            ("#1a73e8", "#ffffff", 4.51),
        ] {
            let [one, other] = [one, other].map(|text| Colour::parse(text).expect("a colour"));
            assert!((one.contrast(other) - ratio).abs() < 0.01, "{one} on {other}: {}", one.contrast(other));
        }
    }

    proptest! {
        #[test]
        fn a_colour_is_the_same_after_the_way_to_oklch_and_back(channels: [u8; 3]) {
            let (colour, back) = (Colour(channels), Colour(channels).oklch().shown());
            for (was, is) in channels.iter().zip(back.0) {
                prop_assert!(was.abs_diff(is) <= 1, "{colour} became {back}");
            }
        }

        #[test]
        fn a_colour_reads_as_it_is_written(channels: [u8; 3]) {
            prop_assert_eq!(Colour::parse(&Colour(channels).to_string()), Some(Colour(channels)));
        }
    }
}
