//! A text as PDF: a title, headings, paragraphs and lists on A4, tagged for screen readers (PDF/UA-1, ISO 14289-1), with the fonts inside.

use std::{borrow::Cow, collections::HashMap, num::NonZeroU16, ops::Range, sync::Arc};

use krilla::{
    Document, SerializeSettings,
    color::luma,
    configure::{Accessibility, ConfigurationBuilder},
    destination::XyzDestination,
    geom::Point,
    metadata::Metadata,
    outline::{Outline, OutlineNode},
    page::PageSettings,
    paint::Fill,
    surface::Surface,
    tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, Tag, TagGroup, TagTree},
    text::{Font, GlyphId, KrillaGlyph},
};
use parley::{
    FontContext, FontWeight, Layout, LayoutContext,
    fontique::{Blob, Collection, CollectionOptions},
    style::{FontFamily, FontFamilyName, LineHeight, StyleProperty},
};

/// What stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading under the title.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// A list without numbers.
    List(Vec<String>),
}

/// A4 in points (1/72 inch).
const PAGE: (f32, f32) = (595.0, 842.0);
/// From the edge of the page to the text.
const MARGIN: f32 = 64.0;
/// What a line of a list is moved in by.
const INDENT: f32 = 14.0;

/// The family of both fonts (SIL Open Font License 1.1, see `fonts/OFL.txt`).
const FAMILY: &str = "Source Sans 3";
const REGULAR: &[u8] = include_bytes!("../fonts/SourceSans3-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/SourceSans3-SemiBold.ttf");

/// How a piece of text is set.
#[derive(Clone, Copy)]
struct Look {
    size: f32,
    bold: bool,
    /// What is left free above it.
    above: f32,
}

const TITLE: Look = Look { size: 22.0, bold: true, above: 0.0 };
const LEAD: Look = Look { size: 11.0, bold: false, above: 6.0 };
const HEADING: Look = Look { size: 13.0, bold: true, above: 16.0 };
const TEXT: Look = Look { size: 10.5, bold: false, above: 5.0 };
const FOOT: Look = Look { size: 8.5, bold: false, above: 0.0 };

/// Writes a text in `lang` (BCP 47) as PDF. `foot` says what stands at the end of each page, from its number and how many there are.
///
/// # Errors
/// What the library has against the document, which is a fault of this program.
pub fn write(
    lang: &str,
    title: &str,
    lead: &str,
    blocks: &[Block],
    foot: impl Fn(usize, usize) -> String,
) -> Result<Vec<u8>, String> {
    let mut setter = Setter::new();
    let mut pieces = vec![setter.piece(title, TITLE, Role::Title), setter.piece(lead, LEAD, Role::Paragraph)];
    for block in blocks {
        match block {
            Block::Heading(text) => pieces.push(setter.piece(text, HEADING, Role::Heading)),
            Block::Paragraph(text) => pieces.push(setter.piece(text, TEXT, Role::Paragraph)),
            Block::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    pieces.push(setter.piece(item, TEXT, Role::Item { first: at == 0 }));
                }
            }
        }
    }
    let pages = place(&pieces);
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|error| format!("{error:?}"))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    document.set_metadata(Metadata::new().title(title.to_owned()).language(lang.to_owned()));
    let mut drawn: Vec<Vec<Identifier>> = pieces.iter().map(|_| Vec::new()).collect();
    let mut bullets: Vec<Option<Identifier>> = pieces.iter().map(|_| None).collect();
    let count = pages.len();
    for (number, lines) in pages.iter().enumerate() {
        let mut page = document.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("a page has a size")?);
        let mut surface = page.surface();
        surface.set_fill(Some(Fill { paint: luma::Color::black().into(), ..Fill::default() }));
        for line in lines {
            let piece = &pieces[line.piece];
            if line.line == 0 && piece.role.is_item() {
                let bullet = setter.piece("•", TEXT, Role::Paragraph);
                bullets[line.piece] = Some(tagged(&mut surface, lang, |surface| {
                    setter.draw(surface, &bullet, 0, MARGIN, line.baseline);
                }));
            }
            let left = MARGIN + piece.role.indent();
            let id = tagged(&mut surface, lang, |surface| setter.draw(surface, piece, line.line, left, line.baseline));
            drawn[line.piece].push(id);
        }
        let foot_line = setter.piece(&foot(number + 1, count), FOOT, Role::Paragraph);
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        setter.draw(&mut surface, &foot_line, 0, MARGIN, PAGE.1 - MARGIN / 2.0);
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    document.set_outline(outline(&pieces, &pages));
    document.set_tag_tree(tree(lang, &pieces, drawn, bullets));
    document.finish().map_err(|error| format!("{error:?}"))
}

/// What a piece is to a screen reader.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Title,
    Heading,
    Paragraph,
    Item { first: bool },
}

impl Role {
    const fn is_item(self) -> bool {
        matches!(self, Self::Item { .. })
    }

    const fn indent(self) -> f32 {
        if self.is_item() { INDENT } else { 0.0 }
    }
}

/// A piece of text, broken into lines.
struct Piece {
    text: String,
    look: Look,
    role: Role,
    layout: Layout<()>,
}

/// A line on a page.
struct Placed {
    piece: usize,
    line: usize,
    baseline: f32,
}

/// Spreads the lines over pages. A heading stays with what follows it.
fn place(pieces: &[Piece]) -> Vec<Vec<Placed>> {
    let end = PAGE.1 - MARGIN;
    let mut pages: Vec<Vec<Placed>> = vec![Vec::new()];
    let mut y = MARGIN;
    for (index, piece) in pieces.iter().enumerate() {
        let needed = match piece.role {
            Role::Heading => piece.layout.height() + pieces.get(index + 1).map_or(0.0, |next| next.layout.height().min(40.0)),
            _ => 0.0,
        };
        let mut above = piece.look.above;
        for (line_index, line) in piece.layout.lines().enumerate() {
            let metrics = line.metrics();
            let height = metrics.line_height;
            if y + above + height.max(if line_index == 0 { needed } else { 0.0 }) > end {
                pages.push(Vec::new());
                (y, above) = (MARGIN, 0.0);
            }
            // Where the line's own baseline lies below its top.
            let baseline = y + above + metrics.baseline - (metrics.block_min_coord);
            if let Some(page) = pages.last_mut() {
                page.push(Placed { piece: index, line: line_index, baseline });
            }
            y += above + height;
            above = 0.0;
        }
    }
    pages
}

fn tagged(surface: &mut Surface<'_>, lang: &str, draw: impl FnOnce(&mut Surface<'_>)) -> Identifier {
    let id = surface.start_tagged(ContentTag::Span(SpanTag::empty().with_lang(Some(lang))));
    draw(surface);
    surface.end_tagged();
    id
}

/// The headings, for finding one's way.
fn outline(pieces: &[Piece], pages: &[Vec<Placed>]) -> Outline {
    let mut outline = Outline::new();
    for (number, lines) in pages.iter().enumerate() {
        for line in lines.iter().filter(|line| line.line == 0) {
            let piece = &pieces[line.piece];
            if matches!(piece.role, Role::Title | Role::Heading) {
                let there = XyzDestination::new(number, Point::from_xy(0.0, line.baseline - piece.look.size));
                outline.push_child(OutlineNode::new(piece.text.clone(), there));
            }
        }
    }
    outline
}

/// The text as a screen reader walks through it.
fn tree(lang: &str, pieces: &[Piece], drawn: Vec<Vec<Identifier>>, bullets: Vec<Option<Identifier>>) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    let mut list: Option<TagGroup> = None;
    let level = |level| NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    for ((piece, ids), bullet) in pieces.iter().zip(drawn).zip(bullets) {
        if !matches!(piece.role, Role::Item { first: false })
            && let Some(list) = list.take()
        {
            tree.push(list);
        }
        let mut group = match piece.role {
            Role::Title => TagGroup::new(Tag::Hn(level(1), Some(piece.text.clone()))),
            Role::Heading => TagGroup::new(Tag::Hn(level(2), Some(piece.text.clone()))),
            Role::Paragraph => TagGroup::new(Tag::P),
            Role::Item { .. } => TagGroup::new(Tag::LBody),
        };
        ids.into_iter().for_each(|id| group.push(id));
        match piece.role {
            Role::Item { .. } => {
                let mut item = TagGroup::new(Tag::LI);
                let mut label = TagGroup::new(Tag::Lbl);
                bullet.into_iter().for_each(|id| label.push(id));
                item.push(label);
                item.push(group);
                list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::Disc))).push(item);
            }
            _ => tree.push(group),
        }
    }
    list.into_iter().for_each(|list| tree.push(list));
    tree
}

/// Sets text in the two fonts of the house.
struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    /// The fonts in use, by what parley calls them.
    faces: HashMap<u64, Option<Font>>,
}

impl Setter {
    fn new() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut fonts = FontContext { collection: Collection::new(options), ..FontContext::default() };
        for data in [REGULAR, BOLD] {
            fonts.collection.register_fonts(Blob::new(Arc::new(data)), None);
        }
        Self { fonts, layouts: LayoutContext::new(), faces: HashMap::new() }
    }

    /// A piece of text, in lines as wide as the page allows, with a question mark for what the fonts cannot show: a page that shows
    /// something else in its place says nothing to a screen reader, and would be refused whole.
    fn piece(&mut self, text: &str, look: Look, role: Role) -> Piece {
        // What marks the order of bytes, or no character at all, stands for nothing (Unicode, section 23.7 and 23.8).
        let text = &text.replace(['\u{feff}', '\u{fffe}', '\u{ffff}'], "");
        let layout = self.layout(text, look, role);
        let clusters =
            layout.lines().flat_map(|line| line.runs().flat_map(|run| run.clusters().collect::<Vec<_>>()).collect::<Vec<_>>());
        let missing: Vec<Range<usize>> =
            clusters.filter(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0)).map(|cluster| cluster.text_range()).collect();
        if missing.is_empty() {
            return Piece { text: text.to_owned(), look, role, layout };
        }
        let is_missing = |at: usize| missing.iter().any(|range| range.contains(&at));
        let text: String = text.char_indices().map(|(at, c)| if is_missing(at) { '?' } else { c }).collect();
        let layout = self.layout(&text, look, role);
        Piece { text, look, role, layout }
    }

    fn layout(&mut self, text: &str, look: Look, role: Role) -> Layout<()> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(FAMILY)))));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.4)));
        builder.push_default(StyleProperty::FontWeight(FontWeight::new(if look.bold { 600.0 } else { 400.0 })));
        let mut layout: Layout<()> = builder.build(text);
        layout.break_all_lines(Some(PAGE.0 - 2.0 * MARGIN - role.indent()));
        layout
    }

    /// Draws one line of a piece.
    fn draw(&mut self, surface: &mut Surface<'_>, piece: &Piece, line: usize, left: f32, baseline: f32) {
        let Some(line) = piece.layout.lines().nth(line) else { return };
        let mut x = left;
        for run in line.runs() {
            let (start, size) = (x, run.font_size());
            let (data, id) = run.font().data.clone().into_raw_parts();
            let face = self.faces.entry(id).or_insert_with(|| Font::new(data.into(), run.font().index));
            let mut glyphs: Vec<KrillaGlyph> = Vec::new();
            for cluster in run.visual_clusters() {
                if cluster.is_ligature_continuation() {
                    // It has no glyph of its own; the one before stands for its text too.
                    if let Some(glyph) = glyphs.last_mut() {
                        glyph.text_range.end = cluster.text_range().end;
                    }
                    continue;
                }
                for glyph in cluster.glyphs() {
                    glyphs.push(KrillaGlyph::new(
                        GlyphId::new(glyph.id),
                        glyph.advance / size,
                        glyph.x / size,
                        glyph.y / size,
                        0.0,
                        cluster.text_range(),
                        None,
                    ));
                    x += glyph.advance;
                }
            }
            if let Some(face) = face.clone().filter(|_| !glyphs.is_empty()) {
                surface.draw_glyphs(Point::from_xy(start, baseline), &glyphs, face, &piece.text, size, false);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> Vec<Block> {
        let long = "What you state is used only to handle this application and to decide on it. ".repeat(9);
        (0..9)
            .flat_map(|number| {
                [
                    Block::Heading(format!("Part {number}")),
                    Block::Paragraph(long.clone()),
                    Block::List(vec!["one\ntwo".to_owned(), long.clone()]),
                ]
            })
            .collect()
    }

    #[test]
    fn a_long_text_goes_over_pages_and_no_heading_is_left_alone_at_the_end_of_one() {
        let mut setter = Setter::new();
        let pieces: Vec<Piece> = text()
            .iter()
            .flat_map(|block| match block {
                Block::Heading(text) => vec![setter.piece(text, HEADING, Role::Heading)],
                Block::Paragraph(text) => vec![setter.piece(text, TEXT, Role::Paragraph)],
                Block::List(items) => items.iter().map(|item| setter.piece(item, TEXT, Role::Item { first: true })).collect(),
            })
            .collect();
        let pages = place(&pieces);
        assert!(pages.len() > 2, "{} pages", pages.len());
        for page in &pages {
            let last = page.last().expect("a page has lines");
            assert!(pieces[last.piece].role != Role::Heading, "a heading ends a page");
            assert!(page.iter().all(|line| line.baseline > MARGIN && line.baseline < PAGE.1 - MARGIN));
            assert!(page.windows(2).all(|pair| pair[0].baseline < pair[1].baseline), "one line stands below the other");
        }
        let lines: usize = pieces.iter().map(|piece| piece.layout.len()).sum();
        assert_eq!(pages.iter().map(Vec::len).sum::<usize>(), lines, "no line is lost");
    }

    #[test]
    fn what_the_fonts_cannot_show_is_a_question_mark_and_no_reason_to_refuse() {
        let mut setter = Setter::new();
        let shown = |setter: &mut Setter, text: &str| setter.piece(text, TEXT, Role::Paragraph).text;
        assert_eq!(shown(&mut setter, "Müller, Ćosić, Σίσυφος, Иван – 5 €"), "Müller, Ćosić, Σίσυφος, Иван – 5 €");
        assert_eq!(shown(&mut setter, "a 漢字 b"), "a ?? b");
        for text in ["漢字 😀 \u{202e}abc", "\u{0}", "\u{feff}", "a\u{ffff}b", "e\u{301}\u{302}", ""] {
            let written = write("de", "Titel", text, &[Block::List(vec![text.to_owned()])], |_, _| text.to_owned());
            assert!(written.as_ref().is_ok_and(|file| file.starts_with(b"%PDF-")), "{text:?}: {written:?}");
        }
    }
}
