//! Pay as a program reads it, beside the words of a posting: a gross range in euros and what it is counted by.

use crate::code::codes;

codes! {
    /// What a pay range is counted by.
    PayPeriod {
        /// Gross a year.
        Year = "year",
        /// Gross a month.
        Month = "month",
        /// Gross an hour.
        Hour = "hour",
    }
}

/// A gross pay range in cents of a euro.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PayRange {
    min: i64,
    max: i64,
    period: PayPeriod,
}

impl PayRange {
    /// The most that is taken for an amount, in cents.
    pub const MOST: i64 = 100_000_000;

    /// A range of cents; nothing for one that runs backwards, begins at nothing or ends beyond [`Self::MOST`].
    #[must_use]
    pub fn new(min: i64, max: i64, period: PayPeriod) -> Option<Self> {
        (0 < min && min <= max && max <= Self::MOST).then_some(Self { min, max, period })
    }

    /// The least, in cents.
    #[must_use]
    pub const fn min(self) -> i64 {
        self.min
    }

    /// The most, in cents.
    #[must_use]
    pub const fn max(self) -> i64 {
        self.max
    }

    /// What it is counted by.
    #[must_use]
    pub const fn period(self) -> PayPeriod {
        self.period
    }
}

/// An amount in euros as people type it, in cents: 58000, 58.000, 58,000, 15,50, 1.234,5. Three digits behind a point or a comma are
/// thousands, one or two are cents.
#[must_use]
pub fn cents(text: &str) -> Option<i64> {
    let typed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (whole, fraction) = match typed.rsplit_once(['.', ',']) {
        Some((whole, fraction)) if matches!(fraction.len(), 1 | 2) => (whole, fraction),
        _ => (typed.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split(['.', ',']).collect();
    let [first, thousands @ ..] = groups.as_slice() else { return None };
    if first.is_empty() || first.len() > 9 || thousands.iter().any(|group| group.len() != 3) {
        return None;
    }
    let digits = format!("{}{fraction:0<2}", groups.concat());
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// An amount of cents in euros, as programs write it: 58000, 15.50.
#[must_use]
pub fn euros(cents: i64) -> String {
    match cents % 100 {
        0 => (cents / 100).to_string(),
        rest => format!("{}.{rest:02}", cents / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_however_its_thousands_and_cents_are_parted() {
        for (text, expected) in [
            ("58000", Some(5_800_000)),
            ("58.000", Some(5_800_000)),
            (" 58,000 ", Some(5_800_000)),
            ("58 000", Some(5_800_000)),
            ("15,50", Some(1_550)),
            ("15.5", Some(1_550)),
            ("1.234,56", Some(123_456)),
            ("1,234.56", Some(123_456)),
            ("0", Some(0)),
            ("", None),
            (",5", None),
            ("15.", None),
            ("5.80.000", None),
            ("1.2345", None),
            ("-5", None),
            ("58k", None),
            ("٥٨", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(cents(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_written_for_programs_is_read_again() {
        for (amount, text) in [(5_800_000, "58000"), (1_550, "15.50"), (1_505, "15.05"), (99, "0.99")] {
            assert_eq!(euros(amount), text);
            assert_eq!(cents(text), Some(amount));
        }
    }

    #[test]
    fn a_range_runs_upwards_from_more_than_nothing() {
        let range = |min, max| PayRange::new(min, max, PayPeriod::Hour).map(|range| (range.min(), range.max()));
        assert_eq!(range(1_550, 1_800), Some((1_550, 1_800)));
        assert_eq!(range(1_550, 1_550), Some((1_550, 1_550)));
        assert_eq!(range(1_800, 1_550), None);
        assert_eq!(range(0, 1_550), None);
        assert_eq!(range(1_550, PayRange::MOST + 1), None);
    }
}
