//! The code that is mailed before anybody is shown what is kept of them (docs/PROMISES.md, n12).

use jiff::SignedDuration;

use crate::retention_classes::MAILED_CODE;

/// Its digits.
pub const DIGITS: usize = 8;
/// So often a code can be tried; then it opens nothing any more.
pub const TRIES: i64 = 5;
/// In this time so many tries at one address count, whichever code they were for, and so many codes are mailed to it.
pub const WINDOW: SignedDuration = SignedDuration::from_hours(1);
/// See [`WINDOW`].
pub const TRIES_AT_ADDRESS: i64 = 10;
/// See [`WINDOW`]. Fewer tries than these codes have together.
pub const CODES_TO_ADDRESS: i64 = 3;

/// A code from random bytes.
#[must_use]
pub fn code_from(random: [u8; 16]) -> String {
    format!("{:08}", u128::from_be_bytes(random) % 10u128.pow(DIGITS as u32))
}

/// The digits of a code as somebody typed or pasted it, with blanks and dashes between them; `None` for what is no code.
#[must_use]
pub fn digits(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–')).collect();
    (digits.len() == DIGITS && digits.chars().all(|c| c.is_ascii_digit())).then_some(digits)
}

/// A code as it is written: in two groups of four.
#[must_use]
pub fn written(code: &str) -> String {
    match code.split_at_checked(DIGITS / 2) {
        Some((one, other)) => format!("{one} {other}"),
        None => code.to_owned(),
    }
}

/// How many minutes a code is good for.
#[must_use]
pub const fn minutes() -> i64 {
    MAILED_CODE.as_mins()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_eight_digits_and_reads_back_as_it_was_written() {
        assert_eq!(code_from([0; 16]), "00000000");
        assert_eq!(code_from(*b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x04\xd2"), "00001234");
        assert_eq!(written("00001234"), "0000 1234");
        for typed in ["00001234", " 0000 1234\n", "0000-1234", "0000\u{a0}1234", "0000–1234"] {
            assert_eq!(digits(typed).as_deref(), Some("00001234"), "{typed:?}");
        }
        for typed in ["", "1234", "000012345", "0000123a", "٠٠٠٠١٢٣٤"] {
            assert_eq!(digits(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn n12_more_guesses_than_an_hour_takes_would_be_needed_for_any_odds_worth_speaking_of() {
        const { assert!(TRIES_AT_ADDRESS < TRIES * CODES_TO_ADDRESS, "the limit of an address is one of its own") };
        // A year of guessing at one address without a pause: below one in a thousand.
        let tries = TRIES_AT_ADDRESS * 24 * 365;
        assert!((tries as f64) < 10f64.powi(DIGITS as i32) / 1_000.0);
    }
}
