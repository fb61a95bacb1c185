//! A CV as PDF: A4, Helvetica in two weights, dates in a column of their own.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::document::{Cv, CvEntry, INK, MUTED, RULE, Rgb};
use super::helvetica::{Font, win_ansi};

/// A4 and its margins, in points.
const PAGE: (f32, f32) = (595.28, 841.89);
const LEFT: f32 = 60.0;
const RIGHT: f32 = PAGE.0 - 60.0;
const TOP: f32 = PAGE.1 - 46.0;
const BOTTOM: f32 = 66.0;

/// Where the right column begins.
const COLUMN: f32 = LEFT + 112.0;

/// How far the text of a bullet stands in.
const BULLET: f32 = 10.0;

/// The height of the name at the head of the page.
const NAME_LEADING: f32 = 24.0;

const WHITE: Rgb = [0xff; 3];

/// How a run of text looks. `leading` is the distance between baselines.
#[derive(Clone, Copy)]
struct Style {
    font: Font,
    size: f32,
    leading: f32,
    colour: Rgb,
}

const fn style(font: Font, size: f32, leading: f32, colour: Rgb) -> Style {
    Style { font, size, leading, colour }
}

const BODY: Style = style(Font::Regular, 10.2, 14.6, INK);
const LABEL: Style = style(Font::Regular, 9.8, 14.6, MUTED);
const WHAT: Style = style(Font::Bold, 10.6, 15.0, INK);
const AT: Style = style(Font::Regular, 10.2, 14.6, MUTED);

/// The bytes of the PDF file.
pub(crate) fn pdf(cv: &Cv) -> Vec<u8> {
    let mut sheets = Sheets::new();
    head(&mut sheets, cv);
    for section in &cv.sections {
        heading(&mut sheets, &section.title, cv.accent());
        for (index, entry) in section.entries.iter().enumerate() {
            let gap = if index == 0 { 0.0 } else { 1.0 };
            if entry.what.is_empty() {
                sheets.y -= gap * 2.5;
                group(&mut sheets, entry);
            } else {
                sheets.y -= gap * 8.0;
                position(&mut sheets, entry);
            }
        }
    }
    sheets.foot(&cv.name);
    sheets.write(cv)
}

/// Name, headline, contact and summary.
fn head(sheets: &mut Sheets, cv: &Cv) {
    let contact = cv.contact.join("   ·   ");
    let band = cv.has_band();
    let (name, headline, details) = if band { (WHITE, WHITE, WHITE) } else { (INK, cv.accent(), MUTED) };
    let headline = style(Font::Regular, 12.0, 20.0, headline);
    let details = style(Font::Regular, 9.6, 14.0, details);
    if band {
        let lines = wrap(&contact, details, RIGHT - LEFT).len();
        let bottom = TOP - NAME_LEADING - headline.leading - 18.0 - lines as f32 * details.leading;
        sheets.fill(0.0, bottom, PAGE.0, PAGE.1 - bottom, cv.accent());
    }
    sheets.paragraph(LEFT, RIGHT, style(Font::Bold, 25.0, NAME_LEADING, name), &cv.name);
    sheets.paragraph(LEFT, RIGHT, headline, &cv.headline);
    sheets.y -= 4.0;
    sheets.paragraph(LEFT, RIGHT, details, &contact);
    if band {
        sheets.y -= 26.0;
    } else {
        sheets.y -= 13.0;
        sheets.fill(LEFT, sheets.y, RIGHT - LEFT, 1.4, cv.accent());
        sheets.y -= 10.0;
    }
    sheets.paragraph(LEFT, RIGHT, style(Font::Regular, 10.6, 15.6, INK), &cv.summary);
}

/// The heading of a section, with a rule below; never the last thing on a page.
fn heading(sheets: &mut Sheets, title: &str, accent: Rgb) {
    sheets.keep(92.0);
    sheets.y -= 20.0;
    sheets.paragraph(LEFT, RIGHT, style(Font::Bold, 12.0, 16.0, accent), title);
    sheets.y -= 6.0;
    sheets.fill(LEFT, sheets.y, RIGHT - LEFT, 0.6, RULE);
    sheets.y -= 4.5;
}

/// A job or a school: years on the left, the rest on the right.
fn position(sheets: &mut Sheets, entry: &CvEntry) {
    sheets.keep(WHAT.leading + 3.0 * BODY.leading);
    sheets.beside(&entry.label, WHAT.leading);
    sheets.paragraph(COLUMN, RIGHT, WHAT, &entry.what);
    sheets.paragraph(COLUMN, RIGHT, AT, &entry.at);
    for line in &entry.lines {
        sheets.keep(BODY.leading);
        sheets.show(COLUMN, BODY, b"\x95", BODY.leading);
        sheets.paragraph(COLUMN + BULLET, RIGHT, BODY, line);
    }
}

/// A group of skills: its name on the left, plain text on the right.
fn group(sheets: &mut Sheets, entry: &CvEntry) {
    sheets.keep(2.0 * BODY.leading);
    sheets.beside(&entry.label, BODY.leading);
    for line in &entry.lines {
        sheets.paragraph(COLUMN, RIGHT, BODY, line);
    }
}

/// The pages so far and the baseline last written on.
struct Sheets {
    pages: Vec<Content>,
    y: f32,
}

impl Sheets {
    fn new() -> Self {
        Self { pages: vec![Content::new()], y: TOP }
    }

    fn page(&mut self) -> &mut Content {
        self.pages.last_mut().expect("there is a page from the start")
    }

    /// Turns the page unless `height` points are left on it.
    fn keep(&mut self, height: f32) {
        if self.y - height < BOTTOM {
            self.pages.push(Content::new());
            self.y = TOP;
        }
    }

    /// Writes wrapped text between two edges, each line on a new baseline.
    fn paragraph(&mut self, left: f32, right: f32, style: Style, text: &str) {
        for line in wrap(text, style, right - left) {
            self.keep(style.leading);
            self.show(left, style, &line, style.leading);
            self.y -= style.leading;
        }
    }

    /// Writes a label into the left column, beginning on the next baseline and leaving `y` where it was.
    fn beside(&mut self, label: &str, leading: f32) {
        for (row, line) in wrap(label, LABEL, COLUMN - LEFT - 8.0).iter().enumerate() {
            self.show(LEFT, LABEL, line, leading + row as f32 * LABEL.leading);
        }
    }

    /// Writes one line `down` points below the current baseline.
    fn show(&mut self, x: f32, style: Style, line: &[u8], down: f32) {
        let y = self.y - down;
        let font = match style.font {
            Font::Regular => REGULAR,
            Font::Bold => BOLD,
        };
        let [red, green, blue] = shares(style.colour);
        self.page()
            .set_fill_rgb(red, green, blue)
            .begin_text()
            .set_font(font, style.size)
            .next_line(x, y)
            .show(Str(line))
            .end_text();
    }

    /// Fills a rectangle whose lower left corner is at `x`, `y`.
    fn fill(&mut self, x: f32, y: f32, width: f32, height: f32, colour: Rgb) {
        let [red, green, blue] = shares(colour);
        self.page().set_fill_rgb(red, green, blue).rect(x, y, width, height).fill_nonzero();
    }

    /// Numbers the pages if there is more than one.
    fn foot(&mut self, name: &str) {
        let count = self.pages.len();
        if count == 1 {
            return;
        }
        let small = style(Font::Regular, 8.2, 0.0, MUTED);
        let [red, green, blue] = shares(MUTED);
        for (index, page) in self.pages.iter_mut().enumerate() {
            let text = win_ansi(&format!("{name}   ·   {} / {count}", index + 1));
            let x = RIGHT - small.font.width(&text, small.size);
            page.set_fill_rgb(red, green, blue)
                .begin_text()
                .set_font(REGULAR, small.size)
                .next_line(x, 38.0)
                .show(Str(&text))
                .end_text();
        }
    }

    /// The file around the pages.
    fn write(self, cv: &Cv) -> Vec<u8> {
        let [catalog, tree, info, regular, bold] = [1, 2, 3, 4, 5].map(Ref::new);
        let count = i32::try_from(self.pages.len()).expect("a CV has few pages");
        let page_ids: Vec<Ref> = (0..count).map(|index| Ref::new(6 + 2 * index)).collect();

        let mut pdf = Pdf::new();
        // The newest version in which the standard fonts need no widths and descriptors.
        pdf.set_version(1, 4);
        pdf.catalog(catalog).pages(tree).lang(TextStr(cv.language.code())).viewer_preferences().display_doc_title(true);
        pdf.document_info(info).title(TextStr(&cv.title())).author(TextStr(&cv.name));
        pdf.pages(tree).kids(page_ids.iter().copied()).count(count);
        for (id, face) in [(regular, "Helvetica"), (bold, "Helvetica-Bold")] {
            pdf.type1_font(id).base_font(Name(face.as_bytes())).encoding_predefined(Name(b"WinAnsiEncoding"));
        }
        for (content, &id) in self.pages.into_iter().zip(&page_ids) {
            let stream = id.next();
            let mut page = pdf.page(id);
            page.media_box(Rect::new(0.0, 0.0, PAGE.0, PAGE.1)).parent(tree).contents(stream);
            page.resources().fonts().pair(REGULAR, regular).pair(BOLD, bold);
            page.finish();
            pdf.stream(stream, &content.finish());
        }
        pdf.finish()
    }
}

/// The names the pages know the fonts by.
const REGULAR: Name<'static> = Name(b"R");
const BOLD: Name<'static> = Name(b"B");

/// A colour as PDF writes it, 0 to 1.
fn shares(colour: Rgb) -> [f32; 3] {
    colour.map(|part| f32::from(part) / 255.0)
}

/// Breaks text at spaces into encoded lines no wider than `width`; a longer word keeps a line to itself.
fn wrap(text: &str, style: Style, width: f32) -> Vec<Vec<u8>> {
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for word in text.split(' ') {
        let word = win_ansi(word);
        match lines.last_mut() {
            Some(line) => {
                let longer = [line.as_slice(), b" ", &word].concat();
                if style.font.width(&longer, style.size) <= width {
                    *line = longer;
                } else {
                    lines.push(word);
                }
            }
            None => lines.push(word),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::document::tests::sample;
    use super::*;

    #[test]
    fn the_file_begins_and_ends_as_a_pdf() {
        let bytes = pdf(&sample());
        assert!(bytes.starts_with(b"%PDF-1.4"));
        assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"));
    }

    #[test]
    fn the_same_cv_gives_the_same_bytes() {
        assert_eq!(pdf(&sample()), pdf(&sample()));
    }

    #[test]
    fn no_line_is_wider_than_its_column() {
        let text = "Wärmepumpen, Übergabestationen und Speicher in Gebäuden aus der Gründerzeit";
        let lines = wrap(text, BODY, 120.0);
        assert!(lines.len() > 2);
        assert!(lines.iter().all(|line| BODY.font.width(line, BODY.size) <= 120.0));
        assert_eq!(lines.join(&b' '), win_ansi(text));
    }

    #[test]
    fn a_long_cv_goes_on_on_a_second_page() {
        let mut cv = sample();
        let entry = cv.sections[0].entries[0].clone();
        cv.sections[0].entries = vec![entry; 10];
        let bytes = pdf(&cv);
        assert!(String::from_utf8_lossy(&bytes).contains("/Count 2"));
    }
}
