//! Documents are recognised by their content, never by their name or by what a browser says of them.

use crate::code::codes;

codes! {
    /// A format that is taken.
    Kind {
        /// Portable Document Format (ISO 32000).
        Pdf = "pdf",
        /// Office Open XML text (ECMA-376).
        Docx = "docx",
        /// OpenDocument text (ISO/IEC 26300).
        Odt = "odt",
        /// Portable Network Graphics (W3C PNG).
        Png = "png",
        /// JPEG (ITU-T T.81), as cameras write it.
        Jpeg = "jpg",
    }
}

impl Kind {
    /// The media type a download is sent with.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// Whether browsers show it by themselves.
    #[must_use]
    pub const fn is_viewable(self) -> bool {
        matches!(self, Self::Pdf | Self::Png | Self::Jpeg)
    }

    /// Whether it is a picture: a certificate that was photographed, never a CV.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Jpeg)
    }
}

/// Why content is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is no content.
    Empty,
    /// It is none of the accepted formats.
    Unrecognised,
    /// It begins as one of them, but is cut off or broken.
    Damaged,
}

/// How much of the beginning decides the format.
const HEAD: usize = 1024;
/// How much of the end is kept: the directory of a ZIP with some two thousand entries.
const TAIL: usize = 192 * 1024;

/// Looks at content that streams past, keeping only its beginning and its end.
#[derive(Default)]
pub struct Recogniser {
    head: Vec<u8>,
    tail: Vec<u8>,
    len: u64,
}

impl Recogniser {
    /// Takes the next piece of the content.
    pub fn push(&mut self, piece: &[u8]) {
        self.len += piece.len() as u64;
        let room = HEAD - self.head.len();
        self.head.extend_from_slice(&piece[..piece.len().min(room)]);
        self.tail.extend_from_slice(&piece[piece.len().saturating_sub(TAIL)..]);
        // Cut back only when twice the tail has gathered, so that each byte moves once on average.
        if self.tail.len() >= 2 * TAIL {
            self.tail.drain(..self.tail.len() - TAIL);
        }
    }

    /// The bytes seen so far.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether nothing was seen yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether the beginning already rules out every accepted format, so that reading on is pointless.
    #[must_use]
    pub fn is_hopeless(&self) -> bool {
        self.head.len() == HEAD && !is_zip(&self.head) && !is_pdf(&self.head) && !is_png(&self.head) && !is_jpeg(&self.head)
    }

    /// The format of the content, now that all of it was seen.
    ///
    /// # Errors
    /// Says whether it is empty, something else, or broken.
    pub fn finish(&self) -> Result<Kind, Unfit> {
        if self.is_empty() {
            Err(Unfit::Empty)
        } else if is_pdf(&self.head) {
            let end = &self.tail[self.tail.len().saturating_sub(HEAD)..];
            if contains(end, b"%%EOF") && contains(&self.tail, b"startxref") { Ok(Kind::Pdf) } else { Err(Unfit::Damaged) }
        } else if is_zip(&self.head) {
            self.zip_kind()
        } else if is_png(&self.head) {
            if self.tail.ends_with(PNG_END) { Ok(Kind::Png) } else { Err(Unfit::Damaged) }
        } else if is_jpeg(&self.head) {
            // Cameras write more behind the picture: a depth map, a second one.
            let end = &self.tail[self.tail.len().saturating_sub(HEAD)..];
            if contains(end, &[0xff, 0xd9]) { Ok(Kind::Jpeg) } else { Err(Unfit::Damaged) }
        } else {
            Err(Unfit::Unrecognised)
        }
    }

    fn zip_kind(&self) -> Result<Kind, Unfit> {
        let names = directory(&self.tail, self.len).ok_or(Unfit::Damaged)?;
        let has = |name: &[u8]| names.contains(&name);
        // A document with macros is a program; its extension may lie about that.
        if names.iter().any(|name| is_program(name)) {
            Err(Unfit::Unrecognised)
        } else if has(b"[Content_Types].xml") && has(b"word/document.xml") {
            Ok(Kind::Docx)
        } else if has(b"content.xml") && is_odt(&self.head) {
            Ok(Kind::Odt)
        } else {
            Err(Unfit::Unrecognised)
        }
    }
}

/// Whether an entry of a text document holds macros (ECMA-376 parts with Office VBA; ODF 1.3, part 2, section 3.1 leaves scripts to
/// the writer, which puts them here).
fn is_program(name: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    (name.starts_with(b"word/") && name.ends_with(b".bin")) || name.starts_with(b"basic/") || name.starts_with(b"scripts/")
}

/// Readers accept some bytes before the header (ISO 32000-1, annex H.3.4.1); a version must follow it.
fn is_pdf(head: &[u8]) -> bool {
    head.windows(8).any(|w| w.starts_with(b"%PDF-") && w[5].is_ascii_digit() && w[6] == b'.' && w[7].is_ascii_digit())
}

/// The last chunk of a picture: no data, its type, its checksum (PNG, section 11.2.5).
const PNG_END: &[u8] = b"\0\0\0\0IEND\xae\x42\x60\x82";

/// The signature, and the header that must come first (PNG, sections 5.2 and 5.6).
fn is_png(head: &[u8]) -> bool {
    head.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
}

/// Start of image, and the first byte of whatever marker follows (T.81, annex B.1.1).
fn is_jpeg(head: &[u8]) -> bool {
    head.starts_with(&[0xff, 0xd8, 0xff])
}

/// The signature of a local file header (APPNOTE 6.3.10, section 4.3.7).
fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

/// The first entry is named `mimetype` and stored as it is (OpenDocument 1.3, part 2, section 3.3).
fn is_odt(head: &[u8]) -> bool {
    let (name, stored) = (head.get(30..38), head.get(8..10));
    let extra = u16_at(head, 28).map_or(0, usize::from);
    name == Some(b"mimetype")
        && stored == Some(&[0, 0])
        && head.get(38 + extra..).is_some_and(|c| {
            c.starts_with(Kind::Odt.media_type().as_bytes()) && u32_at(head, 18) == Some(Kind::Odt.media_type().len() as u32)
        })
}

/// The names in the central directory, if it is whole and ends where the content does (APPNOTE 6.3.10, sections 4.3.12, 4.3.16).
fn directory(tail: &[u8], len: u64) -> Option<Vec<&[u8]>> {
    let last = tail.len().checked_sub(22)?;
    let end = (last.saturating_sub(usize::from(u16::MAX))..=last).rev().find(|&at| {
        tail[at..].starts_with(b"PK\x05\x06") && u16_at(tail, at + 20).map(usize::from) == Some(tail.len() - at - 22)
    })?;
    let (count, size, offset) = (u16_at(tail, end + 10)?, u32_at(tail, end + 12)?, u32_at(tail, end + 16)?);
    let tail_at = len - tail.len() as u64;
    if u64::from(offset) + u64::from(size) != tail_at + end as u64 {
        return None;
    }
    let mut at = end.checked_sub(size as usize)?;
    let mut names = Vec::with_capacity(usize::from(count).min(4096));
    for _ in 0..count {
        if !tail.get(at..)?.starts_with(b"PK\x01\x02") {
            return None;
        }
        let part = |offset| u16_at(tail, at + offset).map(usize::from);
        let (name, extra, comment) = (part(28)?, part(30)?, part(32)?);
        names.push(tail.get(at + 46..at + 46 + name)?);
        at += 46 + name + extra + comment;
    }
    (at == end).then_some(names)
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn contains(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|w| w == needle)
}

/// A file name as people may see it: no path, no controls, no reordering marks, at most 120 characters, never empty.
#[must_use]
pub fn display_name(raw: &str, kind: Kind) -> String {
    let base = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let reorders =
        |c: char| matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let clean: String = base.chars().filter(|&c| !c.is_control() && !reorders(c) && c != char::REPLACEMENT_CHARACTER).collect();
    let stem = clean.trim().trim_matches('.');
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, extension)| if extension.len() <= 5 { stem } else { clean.trim() });
    let stem: String = stem.trim().chars().take(120).collect();
    // The extension follows the content, so that a renamed file opens with the right program.
    format!("{}.{}", if stem.is_empty() { "document" } else { &stem }, kind.code())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognise(content: &[u8], piece: usize) -> Result<Kind, Unfit> {
        let mut recogniser = Recogniser::default();
        content.chunks(piece.max(1)).for_each(|piece| recogniser.push(piece));
        recogniser.finish()
    }

    /// A ZIP with stored entries, written by hand from the specification.
    fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut out, mut directory) = (Vec::new(), Vec::new());
        for (name, data) in entries {
            let (at, len) = (out.len() as u32, data.len() as u32);
            let common = [
                &[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
                &len.to_le_bytes(),
                &len.to_le_bytes(),
                &(name.len() as u16).to_le_bytes(),
            ]
            .concat();
            out.extend([b"PK\x03\x04", &common[..], &[0, 0], name.as_bytes(), data].concat());
            directory.extend([b"PK\x01\x02\x14\x00", &common[..], &[0; 12], &at.to_le_bytes(), name.as_bytes()].concat());
        }
        let count = (entries.len() as u16).to_le_bytes();
        let (size, at) = ((directory.len() as u32).to_le_bytes(), (out.len() as u32).to_le_bytes());
        [&out[..], &directory, b"PK\x05\x06\0\0\0\0", &count, &count, &size, &at, &[0, 0]].concat()
    }

    fn docx() -> Vec<u8> {
        zip(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", &[b'x'; 3000])])
    }

    fn odt() -> Vec<u8> {
        zip(&[("mimetype", Kind::Odt.media_type().as_bytes()), ("content.xml", &[b'x'; 3000])])
    }

    fn png() -> Vec<u8> {
        [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0; 17], &[b'x'; 3000], PNG_END].concat()
    }

    fn jpeg() -> Vec<u8> {
        [&[0xff, 0xd8, 0xff, 0xe0][..], &[b'x'; 3000], &[0xff, 0xd9]].concat()
    }

    fn pdf() -> Vec<u8> {
        [&b"%PDF-1.7\n"[..], &[b'x'; 5000], b"\nstartxref\n9\n%%EOF\n"].concat()
    }

    #[test]
    fn formats_are_told_by_content_however_the_pieces_fall() {
        for piece in [1, 7, 1024, 1 << 20] {
            assert_eq!(recognise(&pdf(), piece), Ok(Kind::Pdf));
            assert_eq!(recognise(&docx(), piece), Ok(Kind::Docx));
            assert_eq!(recognise(&odt(), piece), Ok(Kind::Odt));
            assert_eq!(recognise(&png(), piece), Ok(Kind::Png));
            assert_eq!(recognise(&jpeg(), piece), Ok(Kind::Jpeg));
            assert_eq!(recognise(&[&jpeg()[..], b"a second picture"].concat(), piece), Ok(Kind::Jpeg));
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for other in
            [&b"hello"[..], b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"MZ\x90", b"%PDF-", b"<html>", b"{\\rtf1"]
        {
            assert_eq!(recognise(other, 16), Err(Unfit::Unrecognised));
        }
        assert_eq!(recognise(b"", 1), Err(Unfit::Empty));
        assert_eq!(recognise(&zip(&[("a.txt", b"a")]), 64), Err(Unfit::Unrecognised));
        assert_eq!(recognise(&zip(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]), 64), Err(Unfit::Unrecognised));
        for program in ["word/vbaProject.bin", "word/VBAPROJECT.BIN", "Basic/Standard/Module1.xml", "Scripts/python/a.py"] {
            let macros = zip(&[("[Content_Types].xml", b""), ("word/document.xml", b""), (program, b"")]);
            assert_eq!(recognise(&macros, 64), Err(Unfit::Unrecognised), "{program}");
        }
        let template = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text-template"), ("content.xml", b"x")]);
        assert_eq!(recognise(&template, 64), Err(Unfit::Unrecognised));
    }

    #[test]
    fn a_file_that_is_cut_anywhere_is_damaged() {
        for whole in [pdf(), docx(), odt(), png(), jpeg()] {
            for cut in (4..whole.len() - 8).step_by(97) {
                let result = recognise(&whole[..cut], 1000);
                assert!(result.is_err(), "{cut} of {} bytes gave {result:?}", whole.len());
            }
        }
    }

    #[test]
    fn the_end_of_a_large_file_is_kept() {
        let large = [&b"%PDF-1.4\n"[..], &vec![b'x'; 3 * TAIL + 17], b"startxref\n9\n%%EOF"].concat();
        assert_eq!(recognise(&large, 4096), Ok(Kind::Pdf));
        let entries = zip(&[("[Content_Types].xml", b""), ("word/document.xml", &vec![b'x'; 2 * TAIL])]);
        assert_eq!(recognise(&entries, 4096), Ok(Kind::Docx));
    }

    #[test]
    fn names_lose_paths_and_tricks_and_get_the_extension_of_their_content() {
        for (raw, shown) in [
            ("cv.pdf", "cv.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\Users\\x\\Lebenslauf Müller.docx", "Lebenslauf Müller.pdf"),
            ("cv\u{202e}fdp.exe", "cvfdp.pdf"),
            ("cv\u{061c}.pdf", "cv.pdf"),
            ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
            ("", "document.pdf"),
            ("...", "document.pdf"),
            (".pdf", "pdf.pdf"),
        ] {
            assert_eq!(display_name(raw, Kind::Pdf), shown, "{raw:?}");
        }
        assert_eq!(display_name(&"x".repeat(300), Kind::Odt).chars().count(), 124);
    }
}
