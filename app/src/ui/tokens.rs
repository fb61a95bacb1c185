//! The colours of `style/20-tokens.css`, with what each is for and how well it is seen.

use rules::{
    brand::{Colour, Palette, Shades},
    messages::Key,
};

const SHEET: &str = include_str!("../../../style/20-tokens.css");

/// A colour by its name in the stylesheet, what it means, and what text in it stands on; none for one in which no text stands.
pub struct Token {
    /// The name, with its two hyphens.
    pub name: &'static str,
    /// What it means.
    pub meaning: Key,
    /// What text in it stands on.
    grounds: &'static [&'static str],
}

const fn token(name: &'static str, meaning: Key, grounds: &'static [&'static str]) -> Token {
    Token { name, meaning, grounds }
}

/// Every colour with a meaning.
pub const TOKENS: [Token; 13] = [
    token("--page", Key::GalleryGround, &[]),
    token("--sheet", Key::GalleryGround, &[]),
    token("--sunk", Key::GalleryGround, &[]),
    token("--line", Key::GalleryEdge, &[]),
    token("--edge", Key::GalleryEdge, &[]),
    token("--ink", Key::GalleryInk, &["--page", "--sheet", "--sunk"]),
    token("--muted", Key::GalleryMuted, &["--page", "--sheet", "--sunk"]),
    token("--accent", Key::GalleryAccent, &["--page", "--sheet", "--sunk", "--accent-wash"]),
    token("--accent-ink", Key::GalleryOnAccent, &["--accent"]),
    token("--ember", Key::GalleryEmber, &["--page", "--sheet", "--ember-wash"]),
    token("--alarm", Key::GalleryAlarm, &["--page", "--sheet", "--alarm-wash"]),
    token("--good", Key::GalleryGood, &["--page", "--sheet", "--good-wash"]),
    token("--block", Key::GalleryBlock, &["--page", "--sheet", "--block-wash"]),
];

impl Token {
    /// The lowest contrast of text in it by day and by night, where the site has this palette of its own or none.
    #[must_use]
    pub fn contrast(&self, own: Option<&Palette>) -> Option<(f64, f64)> {
        let text = shades(self.name, own)?;
        let grounds: Vec<Shades> = self.grounds.iter().filter_map(|ground| shades(ground, own)).collect();
        let lowest =
            |of: fn(Shades) -> Colour| grounds.iter().map(|&ground| of(text).contrast(of(ground))).fold(f64::INFINITY, f64::min);
        (!grounds.is_empty()).then(|| (lowest(|shades| shades.day), lowest(|shades| shades.night)))
    }

    /// The colour itself.
    #[must_use]
    pub fn shades(&self, own: Option<&Palette>) -> Option<Shades> {
        shades(self.name, own)
    }
}

fn shades(name: &str, own: Option<&Palette>) -> Option<Shades> {
    match (own, name) {
        (Some(own), "--accent") => Some(own.accent),
        (Some(own), "--accent-wash") => Some(own.wash),
        (Some(own), "--accent-ink") => Some(own.ink),
        _ => stated(name),
    }
}

/// What the stylesheet says: `--name: light-dark(day, night);`.
fn stated(name: &str) -> Option<Shades> {
    let rest = SHEET.split_once(&format!(" {name}: light-dark("))?.1;
    let (day, night) = rest.split_once(')')?.0.split_once(", ")?;
    Some(Shades { day: colour(day)?, night: colour(night)? })
}

/// A colour of six digits, or of three that each stand for two.
fn colour(text: &str) -> Option<Colour> {
    match text.strip_prefix('#').filter(|digits| digits.len() == 3) {
        Some(digits) => Colour::parse(&digits.chars().fold("#".to_owned(), |all, digit| format!("{all}{digit}{digit}"))),
        None => Colour::parse(text),
    }
}

#[cfg(test)]
mod tests {
    use rules::brand::{ACCENT, GROUNDS, NEEDED, palette};

    use super::*;

    #[test]
    fn every_colour_is_in_the_stylesheet_and_every_text_in_it_can_be_read() {
        for token in &TOKENS {
            assert!(token.shades(None).is_some(), "{} is not in the stylesheet", token.name);
            for ground in token.grounds {
                assert!(stated(ground).is_some(), "{ground} is not in the stylesheet");
            }
            let needed = if matches!(token.name, "--ink" | "--muted") { 7.0 } else { NEEDED };
            if let Some((day, night)) = token.contrast(None) {
                assert!(day >= needed && night >= needed, "{}: {day} by day, {night} by night", token.name);
            }
        }
    }

    #[test]
    fn an_accent_is_measured_against_the_grounds_that_the_stylesheet_has() {
        let stated = ["--page", "--sheet", "--sunk"].map(|name| stated(name).expect("a ground"));
        assert_eq!(stated, GROUNDS);
        assert_eq!(shades("--accent", None).expect("an accent").day, ACCENT);
        let own = palette(ACCENT).expect("it can be read");
        assert_eq!(TOKENS[7].contrast(Some(&own)).map(|(day, night)| day >= NEEDED && night >= NEEDED), Some(true));
    }
}
