//! A logo is a picture of pixels, recognised by its content. It is never SVG: that is a document, with scripts and addresses of its own.

use crate::{code::codes, form::Problem};

codes! {
    /// A format that is taken.
    LogoKind {
        /// Portable Network Graphics (W3C PNG).
        Png = "png",
        /// JPEG (ITU-T T.81).
        Jpeg = "jpg",
        /// WebP (RFC 9649).
        WebP = "webp",
    }
}

impl LogoKind {
    /// The media type it is sent with.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
        }
    }
}

/// The most bytes of a logo. Every visitor loads it.
pub const MOST_LOGO_BYTES: usize = 256 * 1024;

/// The most pixels of each of its sides: more than any screen shows of it, and little enough for any to unpack.
pub const MOST_LOGO_SIDE: u32 = 4096;

/// What a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Logo {
    /// Its format.
    pub kind: LogoKind,
    /// Pixels from side to side.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// What these bytes are, by their own word: only what they say of themselves is read, the picture is not unpacked. One that moves is not
/// taken: nobody could stop it (WCAG 2.2, success criterion 2.2.2).
///
/// # Errors
/// What is wrong with the file.
pub fn recognise(bytes: &[u8]) -> Result<Logo, Problem> {
    if bytes.is_empty() {
        return Err(Problem::FileEmpty);
    }
    if bytes.len() > MOST_LOGO_BYTES {
        return Err(Problem::FileTooLarge { max: MOST_LOGO_BYTES as u64 });
    }
    let (kind, size) = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        (LogoKind::Png, png(bytes))
    } else if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        (LogoKind::Jpeg, jpeg(bytes))
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        (LogoKind::WebP, webp(bytes))
    } else {
        return Err(Problem::FileUnrecognised);
    };
    let Size { width, height, moves } = size.filter(|size| size.width > 0 && size.height > 0).ok_or(Problem::FileDamaged)?;
    if moves {
        Err(Problem::FileUnrecognised)
    } else if width.max(height) > MOST_LOGO_SIDE {
        Err(Problem::PictureTooLarge { max: MOST_LOGO_SIDE })
    } else {
        Ok(Logo { kind, width, height })
    }
}

struct Size {
    width: u32,
    height: u32,
    moves: bool,
}

/// Chunk by chunk from `IHDR` to `IEND`, which is the end (W3C PNG, section 5). `acTL` makes it move.
fn png(bytes: &[u8]) -> Option<Size> {
    let (mut size, mut moves, mut at) = (None, false, 8);
    loop {
        let length = u32::from_be_bytes(array(bytes, at)?) as usize;
        let (kind, content) = (bytes.get(at + 4..at + 8)?, bytes.get(at + 8..at + 8 + length)?);
        at += 12 + length;
        match kind {
            b"IHDR" if size.is_none() => {
                size = Some((u32::from_be_bytes(array(content, 0)?), u32::from_be_bytes(array(content, 4)?)));
            }
            b"acTL" => moves = true,
            b"IEND" => return size.filter(|_| at == bytes.len()).map(|(width, height)| Size { width, height, moves }),
            _ if size.is_none() => return None,
            _ => {}
        }
    }
}

/// Segment by segment to the frame header (ITU-T T.81, annex B).
fn jpeg(bytes: &[u8]) -> Option<Size> {
    if !bytes.ends_with(&[0xff, 0xd9]) {
        return None;
    }
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match *bytes.get(at + 1)? {
            // A byte that fills up.
            0xff => at += 1,
            // Frame headers; between them stand tables of other kinds.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                let [height, width] = [at + 5, at + 7].map(|at| array(bytes, at).map(u16::from_be_bytes).map(u32::from));
                return Some(Size { width: width?, height: height?, moves: false });
            }
            // The picture begins, and nothing has said how large it is; or it ends.
            0xda | 0xd9 => return None,
            _ => at += 2 + usize::from(u16::from_be_bytes(array(bytes, at + 2)?)),
        }
    }
}

/// The first chunk says it (RFC 9649, section 2).
fn webp(bytes: &[u8]) -> Option<Size> {
    let length = u32::from_le_bytes(array(bytes, 4)?) as usize;
    if length + 8 != bytes.len() {
        return None;
    }
    match bytes.get(12..16)? {
        b"VP8 " => {
            let sides = [26, 28].map(|at| array(bytes, at).map(|side| u32::from(u16::from_le_bytes(side) & 0x3fff)));
            let begins = bytes.get(23..26)? == [0x9d, 0x01, 0x2a];
            Some(Size { width: sides[0]?, height: sides[1]?, moves: false }).filter(|_| begins)
        }
        b"VP8L" => {
            let bits = u32::from_le_bytes(array(bytes, 21)?);
            let size = Size { width: (bits & 0x3fff) + 1, height: (bits >> 14 & 0x3fff) + 1, moves: false };
            Some(size).filter(|_| bytes.get(20) == Some(&0x2f))
        }
        b"VP8X" => {
            let side = |at: usize| bytes.get(at..at + 3).map(|b| u32::from_le_bytes([b[0], b[1], b[2], 0]) + 1);
            Some(Size { width: side(24)?, height: side(27)?, moves: bytes.get(20)? & 0b10 != 0 })
        }
        _ => None,
    }
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Pictures of 7 by 5 pixels, as Pillow 13.0.0 writes them, in base 64.
    const PICTURES: [(LogoKind, &str); 5] = [
        (
            LogoKind::Png,
            "iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAYAAACJmvbYAAAAFklEQVR42mPkCkpoYMABmBjwABpJAgCylAFGAqKMHQAAAABJRU5ErkJggg==",
        ),
        (
            LogoKind::Jpeg,
            "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H///\
             /6/+b9//j/wAALCAAFAAcBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EABYQAAMAAAAAAAAAAAAAAAAAAAAxQf/aAAgBAQAAPwAUR//Z",
        ),
        (LogoKind::WebP, "UklGRjIAAABXRUJQVlA4ICYAAABwAQCdASoHAAUAB0CWJbACdAFAAAD+6W15NatqzJ3pfg2SKa7AAA=="),
        (LogoKind::WebP, "UklGRiQAAABXRUJQVlA4TBcAAAAvBgABAA9wReQv/H+kZ/7DA7/7i+h/bAA="),
        (
            LogoKind::WebP,
            "UklGRlIAAABXRUJQVlA4WAoAAAAQAAAABgAABAAAQUxQSAoAAAABB1DAiAhERP8DVlA4ICIAAABwAQCdASoHAAUAB0CWJaACdAFAAAD+6Wik3Y\
             d+qqevv0AA",
        ),
    ];

    fn bytes(encoded: &str) -> Vec<u8> {
        let value = |c: u8| match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            _ => 63,
        };
        let digits: Vec<u8> = encoded.bytes().filter(|c| *c != b'=').map(value).collect();
        let of = |four: &[u8]| {
            let bits = four.iter().fold(0u32, |bits, digit| bits << 6 | u32::from(*digit)) << (6 * (4 - four.len()));
            bits.to_be_bytes()[1..four.len()].to_vec()
        };
        digits.chunks(4).flat_map(of).collect()
    }

    #[test]
    fn pictures_say_what_they_are_and_how_large() {
        for (kind, encoded) in PICTURES {
            assert_eq!(recognise(&bytes(encoded)), Ok(Logo { kind, width: 7, height: 5 }), "{kind:?}");
        }
    }

    #[test]
    fn what_is_cut_off_or_goes_on_is_damaged() {
        for (kind, encoded) in PICTURES {
            let whole = bytes(encoded);
            for length in 12..whole.len() {
                assert_eq!(recognise(&whole[..length]), Err(Problem::FileDamaged), "{kind:?}, {length} of {}", whole.len());
            }
            let longer = [&whole[..], b"<script>"].concat();
            assert_eq!(recognise(&longer), Err(Problem::FileDamaged), "{kind:?} with something behind it");
        }
    }

    #[test]
    fn a_document_that_draws_is_no_picture_of_pixels() {
        for text in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<?xml version=\"1.0\"?><svg/>",
            "GIF89a\x01\0\x01\0",
            "%PDF-1.7",
            "PNG",
        ] {
            assert_eq!(recognise(text.as_bytes()), Err(Problem::FileUnrecognised), "{text}");
        }
        assert_eq!(recognise(b""), Err(Problem::FileEmpty));
    }

    #[test]
    fn a_picture_that_moves_is_not_taken() {
        let mut png = bytes(PICTURES[0].1);
        // An empty chunk behind the header: 8 of signature, 25 of header.
        png.splice(33..33, *b"\0\0\0\0acTL\0\0\0\0");
        assert_eq!(recognise(&png), Err(Problem::FileUnrecognised));
        let mut webp = bytes(PICTURES[4].1);
        assert_eq!(&webp[12..16], b"VP8X");
        webp[20] |= 0b10;
        assert_eq!(recognise(&webp), Err(Problem::FileUnrecognised));
    }

    #[test]
    fn sides_and_bytes_have_an_end() {
        let mut png = bytes(PICTURES[0].1);
        png[16..20].copy_from_slice(&MOST_LOGO_SIDE.to_be_bytes());
        assert_eq!(recognise(&png).map(|logo| logo.width), Ok(MOST_LOGO_SIDE));
        png[16..20].copy_from_slice(&(MOST_LOGO_SIDE + 1).to_be_bytes());
        assert_eq!(recognise(&png), Err(Problem::PictureTooLarge { max: MOST_LOGO_SIDE }));
        png[16..20].copy_from_slice(&[0; 4]);
        assert_eq!(recognise(&png), Err(Problem::FileDamaged));
        png.resize(MOST_LOGO_BYTES + 1, 0);
        assert_eq!(recognise(&png), Err(Problem::FileTooLarge { max: MOST_LOGO_BYTES as u64 }));
    }

    proptest! {
        #[test]
        fn no_bytes_at_all_are_too_much_for_it(begin in 0usize..5, at in 0usize..60, noise in proptest::collection::vec(any::<u8>(), 0..80)) {
            let mut bytes = bytes(PICTURES[begin].1);
            let end = (at + noise.len()).min(bytes.len());
            bytes.splice(at.min(end)..end, noise);
            if let Ok(logo) = recognise(&bytes) {
                prop_assert!(logo.width.max(logo.height) <= MOST_LOGO_SIDE && logo.width.min(logo.height) > 0);
            }
        }
    }
}
