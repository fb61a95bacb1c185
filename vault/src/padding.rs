//! Hiding a file's exact size.
//!
//! Whoever sees the object store sees how long each object is, and a length to the byte is nearly a fingerprint of a
//! file. So zeros are appended to a file before it is sealed, up to one of few lengths: those of Padmé, section 4 of
//! [Reducing Metadata Leakage from Encrypted Files and Communication with PURBs](https://arxiv.org/abs/1806.03160). A
//! length keeps only its leading digits, so it reveals O(log log n) bits instead of O(log n), and grows by 12 % at most,
//! less the longer the file is.
//!
//! The true size stands in the sealed blob beside the file's key; a reader stops there.

/// The length to which a file of `len` bytes is padded.
///
/// ```
/// assert_eq!(vault::padding::padme(1_000_000), 1_015_808);
/// assert_eq!(vault::padding::padme(1_015_808), 1_015_808);
/// ```
pub fn padme(len: u64) -> u64 {
    if len < 2 {
        return len;
    }
    // As in the paper: E digits behind the leading one, of which as many are kept as E itself takes to write.
    let exponent = len.ilog2();
    let kept = exponent.ilog2() + 1;
    let rounded = (1_u64 << (exponent - kept)) - 1;
    // A length that cannot be rounded up within 64 bits is far beyond what can be sealed: leave it.
    len.checked_add(rounded).map_or(len, |padded| padded & !rounded)
}

/// How many zero bytes to append to a file of `len` bytes.
pub fn padding_len(len: u64) -> u64 {
    padme(len) - len
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_lengths_as_in_the_paper() {
        // Bit by bit: 9 is 1001, E is 3, written in 2 digits, so 3 - 2 = 1 digit is rounded away.
        let expected = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 10, 12, 12, 14, 14, 16, 16, 18];
        for (len, padded) in (0..).zip(expected) {
            assert_eq!(padme(len), padded, "{len} bytes");
        }
    }

    #[test]
    fn a_length_beyond_all_files_is_left_alone() {
        assert_eq!(padme(u64::MAX), u64::MAX);
        assert_eq!(padding_len(u64::MAX), 0);
    }

    proptest! {
        #[test]
        fn it_grows_by_12_percent_at_most_and_is_stable(len in 0..1_u64 << 52) {
            let padded = padme(len);
            prop_assert!(padded >= len);
            prop_assert!((padded - len) * 100 <= len * 12, "{} to {}", len, padded);
            prop_assert_eq!(padme(padded), padded);
            prop_assert_eq!(padding_len(len), padded - len);
        }

        #[test]
        fn a_longer_file_is_never_padded_to_less(one in 0..1_u64 << 52, other in 0..1_u64 << 52) {
            prop_assert!(padme(one.min(other)) <= padme(one.max(other)));
        }
    }
}
