//! A zip archive in memory, the same bytes for the same parts.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs `parts`, name and text each, in their order. What is named `mimetype` is stored as it is, so that
/// its text stands at a fixed place near the start (OpenDocument 1.3, part 2, 3.3).
pub(super) fn package(parts: &[(&str, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let method = match *name {
            "mimetype" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method).last_modified_time(DateTime::DEFAULT);
        archive.start_file(*name, options).expect("names are short and distinct");
        archive.write_all(text.as_bytes()).expect("memory takes every write");
    }
    archive.finish().expect("memory takes every write").into_inner()
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Read;

    use super::*;

    /// The names in an archive, in order, and the text of one of them.
    pub(in crate::demo) fn unpack(bytes: &[u8], wanted: &str) -> (Vec<String>, String) {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
        let names = (0..archive.len())
            .map(|index| {
                let entry = archive.by_index(index).expect("an entry");
                entry.name().expect("a name in UTF-8").into_owned()
            })
            .collect();
        let mut text = String::new();
        archive
            .by_name(wanted)
            .unwrap_or_else(|_| panic!("{wanted} is missing"))
            .read_to_string(&mut text)
            .expect("text in UTF-8");
        (names, text)
    }

    #[test]
    fn the_media_type_is_first_and_readable_without_unpacking() {
        let bytes = package(&[("mimetype", "a/b".to_owned()), ("x.xml", "<x/>".to_owned())]);
        assert_eq!(&bytes[30..41], b"mimetypea/b");
    }
}
