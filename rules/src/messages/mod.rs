//! Every text a person reads, whole in every language. A key without a text does not compile.

mod de;
mod en;
mod keys;
mod nl;

pub use keys::Key;

use std::borrow::Cow;

use jiff::civil::Date;

use crate::{
    code::codes,
    retention::{Policy, Start},
};

codes! {
    /// A language of the product, by its BCP 47 tag.
    Lang {
        /// German.
        De = "de",
        /// English.
        En = "en",
        /// Dutch.
        Nl = "nl",
    }
}

impl Lang {
    /// The text of a key.
    #[must_use]
    pub const fn text(self, key: Key) -> &'static str {
        match self {
            Self::De => de::text(key),
            Self::En => en::text(key),
            Self::Nl => nl::text(key),
        }
    }

    /// The text of a key with `{}` replaced by `parts`, in order.
    #[must_use]
    pub fn fill(self, key: Key, parts: &[&str]) -> String {
        filled(self.text(key), parts)
    }

    /// The text for a count: `one` for exactly one, `many` (with `{}` for the number) for every other.
    #[must_use]
    pub fn count(self, number: i64, one: Key, many: Key) -> String {
        if number == 1 { self.text(one).to_owned() } else { self.fill(many, &[&number.to_string()]) }
    }

    /// How long, and from when: 6 months after the close of the procedure. Stands after "at the latest" or alone.
    #[must_use]
    pub fn period(self, policy: Policy) -> String {
        let start = match policy.start {
            Start::Procedure => Key::RetentionFromClose,
            Start::Earliest => Key::RetentionFromEarliest,
        };
        self.fill(start, &[&self.count(policy.months.get().into(), Key::MonthsOne, Key::MonthsMany)])
    }

    /// A date written out: 1 March 2027, 1. März 2027, 1 maart 2027.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        let month = self.months()[usize::from(date.month().unsigned_abs().saturating_sub(1)).min(11)];
        match self {
            Self::De => format!("{}. {month} {}", date.day(), date.year()),
            Self::En | Self::Nl => format!("{} {month} {}", date.day(), date.year()),
        }
    }

    /// A date in short, for lists: 1 Mar 2027, 1. März 2027, 1 mrt 2027.
    #[must_use]
    pub fn short_date(self, date: Date) -> String {
        let month = self.short_month(date);
        match self {
            Self::De => format!("{}. {month} {}", date.day(), date.year()),
            Self::En | Self::Nl => format!("{} {month} {}", date.day(), date.year()),
        }
    }

    /// A month and its year: March 2027.
    #[must_use]
    pub fn month(self, date: Date) -> String {
        format!("{} {}", self.months()[usize::from(date.month().unsigned_abs().saturating_sub(1)).min(11)], date.year())
    }

    /// A month in short: Mar, März, mrt.
    #[must_use]
    pub fn short_month(self, date: Date) -> &'static str {
        self.short_months()[usize::from(date.month().unsigned_abs().saturating_sub(1)).min(11)]
    }

    /// A whole number with the language's thousands separator.
    #[must_use]
    pub fn number(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let separator = if self == Self::En { ',' } else { '.' };
        let mut grouped = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        if number < 0 { format!("-{grouped}") } else { grouped }
    }

    /// The best language for an `Accept-Language` header (RFC 9110, section 12.5.4); English when none fits.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let weighted = header.split(',').filter_map(|item| {
            let mut parts = item.trim().split(';');
            let tag = parts.next()?.trim().get(..2)?.to_ascii_lowercase();
            let weight = parts.find_map(|p| p.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse::<f32>().ok())?;
            Self::from_code(&tag).filter(|_| weight > 0.0).map(|lang| (lang, weight))
        });
        // The first of the heaviest: a later equal one does not take its place.
        weighted
            .fold(None, |best: Option<(Self, f32)>, next| if best.is_none_or(|b| next.1 > b.1) { Some(next) } else { best })
            .map_or(Self::En, |b| b.0)
    }

    const fn months(self) -> [&'static str; 12] {
        match self {
            Self::De => [
                "Januar",
                "Februar",
                "März",
                "April",
                "Mai",
                "Juni",
                "Juli",
                "August",
                "September",
                "Oktober",
                "November",
                "Dezember",
            ],
            Self::En => [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ],
            Self::Nl => [
                "januari",
                "februari",
                "maart",
                "april",
                "mei",
                "juni",
                "juli",
                "augustus",
                "september",
                "oktober",
                "november",
                "december",
            ],
        }
    }

    const fn short_months(self) -> [&'static str; 12] {
        match self {
            Self::De => ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
            Self::En => ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
            Self::Nl => ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        }
    }
}

/// A text with each `{}` replaced by the next of `parts`.
#[must_use]
pub fn filled(text: &str, parts: &[&str]) -> String {
    let mut pieces = text.split("{}");
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for (index, piece) in pieces.enumerate() {
        filled.push_str(&isolated(parts.get(index).unwrap_or(&"")));
        filled.push_str(piece);
    }
    filled
}

/// A part of a sentence that may run in the other direction, apart from it (UAX #9): between FIRST STRONG ISOLATE and POP DIRECTIONAL
/// ISOLATE, and without what would begin or end a direction itself. Nearly every part is what it was.
fn isolated(part: &str) -> Cow<'_, str> {
    let controls = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Hebrew, Arabic and their neighbours, their forms for presentation, and the marks.
    let right_to_left = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    if part.chars().any(|c| controls(c) || right_to_left(c)) {
        Cow::Owned(format!("\u{2068}{}\u{2069}", part.replace(controls, "")))
    } else {
        Cow::Borrowed(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_sentence_reorders_nothing_around_it() {
        assert_eq!(filled("{} applied", &["Ada"]), "Ada applied");
        assert_eq!(filled("{} applied", &["عادل"]), "\u{2068}عادل\u{2069} applied");
        assert_eq!(filled("{} applied", &["\u{2069}\u{202e}adA"]), "\u{2068}adA\u{2069} applied");
    }

    #[test]
    fn the_best_language_wins() {
        for (header, lang) in [
            ("de-DE,de;q=0.9,en;q=0.8", Lang::De),
            ("fr, nl;q=0.5, en;q=0.4", Lang::Nl),
            ("en;q=0.1, de;q=0.1", Lang::En),
            ("", Lang::En),
            ("*", Lang::En),
            ("de;q=0, nl", Lang::Nl),
            ("ü", Lang::En),
        ] {
            assert_eq!(Lang::accepted(header), lang, "{header:?}");
        }
    }

    #[test]
    fn dates_and_numbers_in_the_readers_form() {
        let day = jiff::civil::date(2027, 3, 1);
        assert_eq!(
            [Lang::De.date(day), Lang::En.date(day), Lang::Nl.date(day)],
            ["1. März 2027", "1 March 2027", "1 maart 2027"]
        );
        assert_eq!(
            [Lang::De.short_date(day), Lang::En.short_date(day), Lang::Nl.short_date(day)],
            ["1. März 2027", "1 Mar 2027", "1 mrt 2027"]
        );
        assert_eq!([Lang::De.number(1_234_567), Lang::En.number(-1000), Lang::Nl.number(12)], ["1.234.567", "-1,000", "12"]);
    }

    #[test]
    fn n10_a_period_has_its_number_and_its_start() {
        let told = |lang: Lang, months, start| {
            lang.period(Policy { months: crate::retention::Months::new(months).expect("a period"), start })
        };
        for (months, german, english, dutch) in [
            (1, "einen Monat", "one month", "één maand"),
            (6, "6 Monate", "6 months", "6 maanden"),
            (12, "12 Monate", "12 months", "12 maanden"),
        ] {
            let german = format!("{german} nach dem Abschluss des Verfahrens");
            let english = format!("{english} after the close of the procedure");
            let dutch = format!("{dutch} na de afsluiting van de procedure");
            for (lang, period) in [(Lang::De, german), (Lang::En, english), (Lang::Nl, dutch)] {
                assert_eq!(told(lang, months, Start::Procedure), period);
                let earliest = told(lang, months, Start::Earliest);
                assert!(earliest.starts_with(&format!("{period} o")), "no second start: {earliest}");
            }
        }
    }

    #[test]
    fn every_language_takes_the_same_parts() {
        for &key in Key::ALL {
            let holes = |lang: Lang| lang.text(key).matches("{}").count();
            for &lang in Lang::ALL {
                assert_eq!(holes(lang), holes(Lang::En), "{key:?} in {lang:?}");
                assert!(!lang.text(key).trim().is_empty(), "{key:?} in {lang:?} says nothing");
            }
        }
    }
}
