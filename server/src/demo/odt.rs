//! A CV as ODT: an OpenDocument 1.3 text with named styles.

use super::document::{Cv, CvEntry, INK, MUTED, RULE, hex, xml};
use super::package::package;

const MEDIA_TYPE: &str = "application/vnd.oasis.opendocument.text";

/// Declared at the head of every part.
const PROLOGUE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;

/// The namespaces the three parts draw on, and their version.
const NAMESPACES: &str = concat!(
    r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" "#,
    r#"xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" "#,
    r#"xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" "#,
    r#"xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" "#,
    r#"xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" "#,
    r#"xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" "#,
    r#"xmlns:dc="http://purl.org/dc/elements/1.1/" "#,
    r#"office:version="1.3""#,
);

/// The bytes of the ODT file.
pub(crate) fn odt(cv: &Cv) -> Vec<u8> {
    package(&[
        ("mimetype", MEDIA_TYPE.to_owned()),
        ("META-INF/manifest.xml", manifest()),
        ("content.xml", content(cv)),
        ("styles.xml", styles(cv)),
        ("meta.xml", meta(cv)),
    ])
}

fn manifest() -> String {
    let files: String = ["content.xml", "styles.xml", "meta.xml"]
        .map(|name| format!(r#"<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>"#))
        .concat();
    format!(
        r#"{PROLOGUE}
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MEDIA_TYPE}"/>{files}</manifest:manifest>"#
    )
}

fn content(cv: &Cv) -> String {
    let mut body = String::new();
    body += &paragraph("Title", &xml(&cv.name));
    body += &paragraph("Subtitle", &xml(&cv.headline));
    body += &paragraph("Contact", &xml(&cv.contact.join(" · ")));
    body += &paragraph("Standard", &xml(&cv.summary));
    for section in &cv.sections {
        body += &format!(r#"<text:h text:style-name="Heading_20_1" text:outline-level="1">{}</text:h>"#, xml(&section.title));
        for entry in &section.entries {
            body += &entry_paragraphs(entry);
        }
    }
    format!(
        "{PROLOGUE}\n<office:document-content {NAMESPACES}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
}

/// The label, a tab, and what stands in the right column.
fn entry_paragraphs(entry: &CvEntry) -> String {
    let label = span("Label", &entry.label) + "<text:tab/>";
    if entry.what.is_empty() {
        let lines: Vec<String> = entry.lines.iter().map(|line| xml(line)).collect();
        return paragraph("Group", &(label + &lines.join("<text:line-break/>")));
    }
    let mut paragraphs = paragraph("Entry", &(label + &span("Strong", &entry.what)));
    if !entry.at.is_empty() {
        paragraphs += &paragraph("Place", &xml(&entry.at));
    }
    if !entry.lines.is_empty() {
        paragraphs += r#"<text:list text:style-name="Bullets">"#;
        for line in &entry.lines {
            let item = paragraph("Item", &xml(line));
            paragraphs += &format!("<text:list-item>{item}</text:list-item>");
        }
        paragraphs += "</text:list>";
    }
    paragraphs
}

fn paragraph(style: &str, inner: &str) -> String {
    format!(r#"<text:p text:style-name="{style}">{inner}</text:p>"#)
}

fn span(style: &str, text: &str) -> String {
    format!(r#"<text:span text:style-name="{style}">{}</text:span>"#, xml(text))
}

fn styles(cv: &Cv) -> String {
    let (accent, ink, muted, rule) = (hex(cv.accent()), hex(INK), hex(MUTED), hex(RULE));
    let (language, country) = cv.locale();
    let hanging = r#"fo:margin-left="3.7cm" fo:text-indent="-3.7cm""#;
    let tab = r#"<style:tab-stops><style:tab-stop style:position="0cm"/></style:tab-stops>"#;
    [
        format!(
            r##"{PROLOGUE}
<office:document-styles {NAMESPACES}><office:font-face-decls><style:font-face style:name="Sans" svg:font-family="'Liberation Sans', Arial, sans-serif" style:font-family-generic="swiss"/></office:font-face-decls><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.1cm" fo:line-height="115%" style:tab-stop-distance="1cm"/><style:text-properties style:font-name="Sans" fo:font-size="10.5pt" fo:color="#{ink}" fo:language="{language}" fo:country="{country}"/></style:default-style><style:style style:name="Standard" style:family="paragraph"/>"##
        ),
        style("Title", r#"fo:margin-bottom="0cm""#, "", &format!(r##"fo:font-size="24pt" fo:font-weight="bold" fo:color="#{ink}""##)),
        style("Subtitle", r#"fo:margin-bottom="0.15cm""#, "", &format!(r##"fo:font-size="12pt" fo:color="#{accent}""##)),
        style("Contact", &format!(r##"fo:margin-bottom="0.35cm" fo:padding-bottom="0.2cm" fo:border-bottom="1.2pt solid #{accent}""##), "", &format!(r##"fo:font-size="9pt" fo:color="#{muted}""##)),
        style("Heading_20_1", &format!(r##"fo:margin-top="0.5cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always" fo:padding-bottom="0.08cm" fo:border-bottom="0.5pt solid #{rule}""##), "", &format!(r##"fo:font-size="12pt" fo:font-weight="bold" fo:color="#{accent}""##)),
        style("Entry", &format!(r#"fo:margin-top="0.22cm" fo:margin-bottom="0cm" fo:keep-with-next="always" {hanging}"#), tab, ""),
        style("Group", &format!(r#"fo:margin-bottom="0.1cm" {hanging}"#), tab, ""),
        style("Place", r#"fo:margin-left="3.7cm" fo:margin-bottom="0.03cm""#, "", &format!(r##"fo:color="#{muted}""##)),
        style("Item", r#"fo:margin-bottom="0.02cm""#, "", ""),
        r#"<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>"#.to_owned(),
        format!(
            r##"<style:style style:name="Label" style:family="text"><style:text-properties fo:color="#{muted}"/></style:style>"##
        ),
        r#"<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="4.1cm" fo:text-indent="-0.4cm" fo:margin-left="4.1cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style></office:styles>"#.to_owned(),
        r#"<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.2cm" fo:margin-right="2.2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>"#.to_owned(),
    ]
    .concat()
}

/// A paragraph style based on the standard one. `tabs` are the elements inside its paragraph properties.
fn style(name: &str, paragraph: &str, tabs: &str, text: &str) -> String {
    format!(
        r#"<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties {paragraph}>{tabs}</style:paragraph-properties><style:text-properties {text}/></style:style>"#
    )
}

fn meta(cv: &Cv) -> String {
    format!(
        "{PROLOGUE}\n<office:document-meta {NAMESPACES}><office:meta><dc:title>{}</dc:title><meta:initial-creator>{}</meta:initial-creator><dc:language>{}</dc:language></office:meta></office:document-meta>",
        xml(&cv.title()),
        xml(&cv.name),
        cv.language.code()
    )
}

#[cfg(test)]
mod tests {
    use super::super::document::tests::sample;
    use super::super::package::tests::unpack;
    use super::*;

    #[test]
    fn the_media_type_stands_uncompressed_at_byte_38() {
        let bytes = odt(&sample());
        assert!(bytes.starts_with(b"PK\x03\x04"));
        assert_eq!(&bytes[30..38], b"mimetype");
        assert!(bytes[38..].starts_with(MEDIA_TYPE.as_bytes()));
    }

    #[test]
    fn the_package_has_its_parts_and_a_manifest_of_them() {
        let (names, manifest) = unpack(&odt(&sample()), "META-INF/manifest.xml");
        assert_eq!(names[0], "mimetype");
        for name in ["content.xml", "styles.xml", "meta.xml"] {
            assert!(names.iter().any(|there| there == name), "{name} is missing from {names:?}");
            assert!(manifest.contains(&format!("\"{name}\"")), "{name} is not in the manifest");
        }
    }

    #[test]
    fn the_text_is_all_there_and_escaped() {
        let (_, text) = unpack(&odt(&sample()), "content.xml");
        for wanted in ["Zoë Müller-Łęcka", "Größen &amp; Maße &lt;exakt&gt;", "Hof &amp; Söhne, Köln"] {
            assert!(text.contains(wanted), "{wanted} is missing from {text}");
        }
    }

    #[test]
    fn the_same_cv_gives_the_same_bytes() {
        assert_eq!(odt(&sample()), odt(&sample()));
    }
}
