//! Metrics of two of the fonts every PDF reader brings along, and the encoding they are shown in.

/// Helvetica in one of two weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Font {
    /// For running text.
    Regular,
    /// For names and headings.
    Bold,
}

impl Font {
    /// The width of text in points at `size` points.
    pub(super) fn width(self, text: &[u8], size: f32) -> f32 {
        let widths = match self {
            Self::Regular => &REGULAR,
            Self::Bold => &BOLD,
        };
        let units: u32 = text
            .iter()
            .filter_map(|&code| widths.get(usize::from(code).checked_sub(FIRST)?))
            .map(|&width| u32::from(width))
            .sum();
        // A line is far below the 2^24 units that an f32 counts exactly.
        units as f32 * size / 1000.0
    }
}

/// The text in WinAnsiEncoding (ISO 32000-1, annex D): letters it lacks lose their accents, and what has no
/// base letter becomes a question mark.
pub(super) fn win_ansi(text: &str) -> Vec<u8> {
    text.chars().map(|letter| code(letter).or_else(|| bare(letter)).unwrap_or(b'?')).collect()
}

/// The code of a letter that WinAnsiEncoding has.
pub(super) fn code(letter: char) -> Option<u8> {
    Some(match letter {
        ' '..='~' | '\u{a0}'..='\u{ff}' => u8::try_from(u32::from(letter)).ok()?,
        '€' => 0x80,
        '‚' => 0x82,
        '„' => 0x84,
        '…' => 0x85,
        'Š' => 0x8a,
        'Œ' => 0x8c,
        'Ž' => 0x8e,
        '‘' => 0x91,
        '’' => 0x92,
        '“' => 0x93,
        '”' => 0x94,
        '•' => 0x95,
        '–' => 0x96,
        '—' => 0x97,
        'š' => 0x9a,
        'œ' => 0x9c,
        'ž' => 0x9e,
        'Ÿ' => 0x9f,
        _ => return None,
    })
}

/// The base letter of those that names in Europe bring along.
const fn bare(letter: char) -> Option<u8> {
    Some(match letter {
        'ą' | 'ă' => b'a',
        'ć' | 'č' => b'c',
        'Ć' | 'Č' => b'C',
        'ď' | 'đ' => b'd',
        'ę' | 'ě' => b'e',
        'ğ' => b'g',
        'ı' => b'i',
        'İ' => b'I',
        'ł' => b'l',
        'Ł' => b'L',
        'ń' | 'ň' => b'n',
        'ő' => b'o',
        'ř' => b'r',
        'ś' | 'ş' | 'ș' => b's',
        'Ś' | 'Ş' | 'Ș' => b'S',
        'ţ' | 'ț' => b't',
        'ű' | 'ů' => b'u',
        'ź' | 'ż' => b'z',
        'Ź' | 'Ż' => b'Z',
        _ => return None,
    })
}

/// The code the tables begin with.
const FIRST: usize = 32;

/// Widths of Helvetica in thousandths of its size (Adobe Core 14 AFM).
#[rustfmt::skip]
const REGULAR: [u16; 224] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, 350,
    556, 350, 222, 556, 333, 1000, 556, 556, 333, 1000, 667, 333, 1000, 350, 611, 350,
    350, 222, 222, 333, 333, 350, 556, 1000, 333, 1000, 500, 333, 944, 350, 500, 667,
    278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 333,
    400, 584, 333, 333, 333, 556, 537, 278, 333, 333, 365, 556, 834, 834, 834, 611,
    667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
    722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
    556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 584, 611, 556, 556, 556, 556, 500, 556, 500,
];

/// Widths of Helvetica-Bold in thousandths of its size (Adobe Core 14 AFM).
#[rustfmt::skip]
const BOLD: [u16; 224] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584, 350,
    556, 350, 278, 556, 500, 1000, 556, 556, 333, 1000, 667, 333, 1000, 350, 611, 350,
    350, 278, 278, 500, 500, 350, 556, 1000, 333, 1000, 556, 333, 944, 350, 500, 667,
    278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 333,
    400, 584, 333, 333, 333, 611, 556, 278, 333, 333, 365, 556, 834, 834, 834, 611,
    722, 722, 722, 722, 722, 722, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278,
    722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611,
    556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278,
    611, 611, 611, 611, 611, 611, 611, 584, 611, 611, 611, 611, 611, 556, 611, 556,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_the_published_metrics() {
        // AFM: H 722, e 556, l 222, o 556; and in bold l 278, o 611.
        assert!((Font::Regular.width(b"Hello", 1000.0) - 2278.0).abs() < 0.01);
        assert!((Font::Bold.width(b"lo", 1000.0) - 889.0).abs() < 0.01);
        assert!((Font::Regular.width(&win_ansi("ß–€"), 1000.0) - 1723.0).abs() < 0.01);
    }

    #[test]
    fn german_dutch_and_french_letters_have_their_codes() {
        assert_eq!(win_ansi("Größe ë ’ – œ"), b"Gr\xf6\xdfe \xeb \x92 \x96 \x9c");
    }

    #[test]
    fn letters_outside_the_encoding_lose_their_accents() {
        assert_eq!(win_ansi("Łęcka 字"), b"Lecka ?");
    }
}
