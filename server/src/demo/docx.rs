//! A CV as DOCX: a WordprocessingML package (ECMA-376) with styles and a real bullet list.

use super::document::{Cv, CvEntry, INK, MUTED, RULE, hex, xml};
use super::package::package;

/// Declared at the head of every part.
const PROLOGUE: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"#;

const PACKAGE_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"#;

const DOCUMENT_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/>
</Relationships>"#;

/// One list: bullets below the right column, which begins at 2100 twentieths of a point.
const NUMBERING: &str = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="2320" w:hanging="220"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>"#;

/// The bytes of the DOCX file.
pub(crate) fn docx(cv: &Cv) -> Vec<u8> {
    package(&[
        ("[Content_Types].xml", part(CONTENT_TYPES)),
        ("_rels/.rels", part(PACKAGE_RELATIONS)),
        ("word/document.xml", part(&document(cv))),
        ("word/_rels/document.xml.rels", part(DOCUMENT_RELATIONS)),
        ("word/styles.xml", part(&styles(cv))),
        ("word/numbering.xml", part(NUMBERING)),
        ("docProps/core.xml", part(&properties(cv))),
    ])
}

fn part(xml: &str) -> String {
    format!("{PROLOGUE}\n{xml}")
}

fn document(cv: &Cv) -> String {
    let mut body = String::new();
    body += &paragraph("Title", &run(&cv.name));
    body += &paragraph("Subtitle", &run(&cv.headline));
    body += &paragraph("Contact", &run(&cv.contact.join("  ·  ")));
    body += &paragraph("Normal", &run(&cv.summary));
    for section in &cv.sections {
        body += &paragraph("Heading1", &run(&section.title));
        for entry in &section.entries {
            body += &entry_paragraphs(entry);
        }
    }
    format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1247" w:bottom="1134" w:left="1247" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    )
}

/// The label, a tab, and what stands in the right column.
fn entry_paragraphs(entry: &CvEntry) -> String {
    let label = format!(
        r#"<w:r><w:rPr><w:rStyle w:val="Label"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r><w:r><w:tab/></w:r>"#,
        xml(&entry.label)
    );
    if entry.what.is_empty() {
        return paragraph("Group", &(label + &run(&entry.lines.join("\n"))));
    }
    let what = format!(r#"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#, xml(&entry.what));
    let mut paragraphs = paragraph("Entry", &(label + &what));
    if !entry.at.is_empty() {
        paragraphs += &paragraph("Place", &run(&entry.at));
    }
    for line in &entry.lines {
        paragraphs += &paragraph("ListBullet", &run(line));
    }
    paragraphs
}

fn paragraph(style: &str, runs: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>"#)
}

/// A run of plain text; a line feed becomes a break.
fn run(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, xml(line))).collect();
    format!("<w:r>{}</w:r>", lines.join("<w:br/>"))
}

fn styles(cv: &Cv) -> String {
    let (accent, ink, muted, rule) = (hex(cv.accent()), hex(INK), hex(MUTED), hex(RULE));
    let (language, region) = cv.locale();
    let column = r#"<w:tabs><w:tab w:val="left" w:pos="2100"/></w:tabs>"#;
    let hanging = r#"<w:ind w:left="2100" w:hanging="2100"/>"#;
    let spacing = |before: u32, after: u32| format!(r#"<w:spacing w:before="{before}" w:after="{after}"/>"#);
    let list = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
    let border = format!(r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="{rule}"/></w:pBdr>"#);
    let head_border = format!(r#"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{accent}"/></w:pBdr>"#);
    let face = |size: u32, colour: &str| format!(r#"<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>"#);
    [
        format!(
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>{}<w:lang w:val="{language}-{region}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="60" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
            face(21, &ink)
        ),
        r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#.to_owned(),
        r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>"#.to_owned(),
        derived("Title", "Title", &spacing(0, 0), &format!("<w:b/>{}", face(50, &ink))),
        derived("Subtitle", "Subtitle", &spacing(0, 80), &face(25, &accent)),
        derived("Contact", "Contact", &(head_border + &spacing(0, 200)), &face(19, &muted)),
        derived(
            "Heading1",
            "heading 1",
            &format!(r#"<w:keepNext/>{border}{}<w:outlineLvl w:val="0"/>"#, spacing(260, 100)),
            &format!("<w:b/>{}", face(24, &accent)),
        ),
        derived("Entry", "Entry", &format!("<w:keepNext/>{column}{}{hanging}", spacing(60, 0)), ""),
        derived("Group", "Group", &format!("{column}{}{hanging}", spacing(0, 60)), ""),
        derived("Place", "Place", &format!(r#"{}<w:ind w:left="2100"/>"#, spacing(0, 20)), &face(20, &muted)),
        derived("ListBullet", "List Bullet", &format!("{list}{}<w:contextualSpacing/>", spacing(0, 60)), ""),
        format!(
            r#"<w:style w:type="character" w:customStyle="1" w:styleId="Label"><w:name w:val="Label"/><w:rPr>{}</w:rPr></w:style></w:styles>"#,
            face(20, &muted)
        ),
    ]
    .concat()
}

/// A paragraph style based on the normal one.
fn derived(id: &str, name: &str, paragraph: &str, run: &str) -> String {
    format!(
        r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"#
    )
}

fn properties(cv: &Cv) -> String {
    format!(
        r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language></cp:coreProperties>"#,
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
    fn the_file_is_a_package_with_the_parts_a_word_processor_asks_for() {
        let bytes = docx(&sample());
        assert!(bytes.starts_with(b"PK\x03\x04"));
        let (names, types) = unpack(&bytes, "[Content_Types].xml");
        assert_eq!(names[0], "[Content_Types].xml");
        for name in ["_rels/.rels", "word/document.xml", "word/styles.xml", "docProps/core.xml"] {
            assert!(names.iter().any(|there| there == name), "{name} is missing from {names:?}");
        }
        assert!(types.contains("wordprocessingml.document.main+xml"));
    }

    #[test]
    fn the_text_is_all_there_and_escaped() {
        let (_, text) = unpack(&docx(&sample()), "word/document.xml");
        for wanted in ["Zoë Müller-Łęcka", "Größen &amp; Maße &lt;exakt&gt;", "Hof &amp; Söhne, Köln"] {
            assert!(text.contains(wanted), "{wanted} is missing from {text}");
        }
    }

    #[test]
    fn the_same_cv_gives_the_same_bytes() {
        assert_eq!(docx(&sample()), docx(&sample()));
    }
}
