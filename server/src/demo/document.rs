//! A CV as data, and what its three file formats have in common.

use super::Language;

/// A CV before it becomes a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cv {
    /// The language it is written in.
    pub(crate) language: Language,
    /// First and last name.
    pub(crate) name: String,
    /// The line below the name: profession or aim.
    pub(crate) headline: String,
    /// Town, telephone, e-mail and the like, one each.
    pub(crate) contact: Vec<String>,
    /// A short paragraph about the person.
    pub(crate) summary: String,
    /// The sections in reading order.
    pub(crate) sections: Vec<CvSection>,
}

/// A section of a CV, such as education.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CvSection {
    /// Its heading.
    pub(crate) title: String,
    /// Its entries, newest first.
    pub(crate) entries: Vec<CvEntry>,
}

/// An entry: a job, a school, or a group of skills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CvEntry {
    /// What stands in the left column: the years, or the name of a group of skills.
    pub(crate) label: String,
    /// Position or degree. Empty for a group of skills, whose `lines` are then plain text.
    pub(crate) what: String,
    /// Employer or school with its town. May be empty.
    pub(crate) at: String,
    /// What was done there, one bullet each.
    pub(crate) lines: Vec<String>,
}

/// Red, green and blue, 0 to 255 each.
pub(super) type Rgb = [u8; 3];

/// Body text, secondary text and thin rules.
pub(super) const INK: Rgb = [0x22, 0x26, 0x2b];
pub(super) const MUTED: Rgb = [0x5d, 0x65, 0x6f];
pub(super) const RULE: Rgb = [0xcf, 0xd4, 0xda];

/// Quiet colours for headings; which one a CV has follows from its name.
const ACCENTS: [Rgb; 6] =
    [[0x1f, 0x4e, 0x79], [0x1d, 0x5c, 0x4c], [0x7a, 0x2e, 0x3a], [0x3f, 0x3d, 0x73], [0x22, 0x26, 0x2b], [0x8a, 0x4b, 0x14]];

impl Cv {
    /// What a CV is called in its language.
    pub(super) const fn word(&self) -> &'static str {
        match self.language {
            Language::De => "Lebenslauf",
            Language::En | Language::Nl => "CV",
        }
    }

    /// The title in the file's properties.
    pub(super) fn title(&self) -> String {
        format!("{} {}", self.word(), self.name)
    }

    /// The language as a tag with a region, as office formats want it.
    pub(super) const fn locale(&self) -> (&'static str, &'static str) {
        match self.language {
            Language::De => ("de", "DE"),
            Language::En => ("en", "GB"),
            Language::Nl => ("nl", "NL"),
        }
    }

    /// The colour of the headings.
    pub(super) fn accent(&self) -> Rgb {
        ACCENTS[self.taste() % ACCENTS.len()]
    }

    /// Whether the head of the page is a filled band, where the format can do that.
    pub(super) fn has_band(&self) -> bool {
        (self.taste() / ACCENTS.len()).is_multiple_of(3)
    }

    /// A number that differs between people and stays the same for one.
    fn taste(&self) -> usize {
        self.name.bytes().fold(7, |sum, byte| (sum * 31 + usize::from(byte)) % 65_521)
    }
}

/// `rrggbb`, as office formats write a colour.
pub(super) fn hex(colour: Rgb) -> String {
    colour.iter().map(|part| format!("{part:02x}")).collect()
}

/// Text made safe for XML content and attributes.
pub(super) fn xml(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A CV with every kind of entry, letters outside ASCII, and XML's own characters.
    pub(in crate::demo) fn sample() -> Cv {
        Cv {
            language: Language::De,
            name: "Zoë Müller-Łęcka".to_owned(),
            headline: "Größen & Maße <exakt>".to_owned(),
            contact: vec!["04109 Leipzig".to_owned(), "zoe@example.org".to_owned()],
            summary: "Fünf Jahre „Wärme“ – und ein Gefühl für Übergänge.".to_owned(),
            sections: vec![
                CvSection {
                    title: "Berufserfahrung".to_owned(),
                    entries: vec![CvEntry {
                        label: "2021 – heute".to_owned(),
                        what: "Technikerin".to_owned(),
                        at: "Hof & Söhne, Köln".to_owned(),
                        lines: vec!["Wartung".to_owned(), "Einweisung".to_owned()],
                    }],
                },
                CvSection {
                    title: "Kenntnisse".to_owned(),
                    entries: vec![CvEntry {
                        label: "Sprachen".to_owned(),
                        what: String::new(),
                        at: String::new(),
                        lines: vec!["Deutsch, Polnisch".to_owned()],
                    }],
                },
            ],
        }
    }

    #[test]
    fn xml_characters_are_escaped() {
        assert_eq!(xml("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
    }

    #[test]
    fn a_colour_is_written_in_six_digits() {
        assert_eq!(hex([0x0a, 0xff, 0x00]), "0aff00");
    }
}
