//! The text of a posting: Markdown (CommonMark) in, HTML that is safe on our page and on anybody else's out.
//!
//! What may come out is what [`is_kept`] names. There is no way in for markup: HTML in the text is shown as the text it is. No image
//! is fetched, for none is written; a link leads to the web or to a mailbox, and nowhere else.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd, html::push_html};

/// A text as HTML, its highest headings at `top` (2 for `<h2>`), the others below them without a gap.
#[must_use]
pub fn html(text: &str, top: u8) -> String {
    let events = Parser::new(text).map(inert).filter(is_kept);
    let mut html = String::with_capacity(text.len() * 2);
    let mut open = Open { levels: Vec::new(), top, links: Vec::new() };
    push_html(&mut html, events.filter_map(|event| open.rewritten(event)));
    html
}

/// HTML is the text that it is.
fn inert(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        other => other,
    }
}

/// Whether a piece is one that a posting has. Of an image its description stays, as text.
fn is_kept(event: &Event<'_>) -> bool {
    match event {
        Event::Text(_) | Event::Code(_) | Event::SoftBreak | Event::HardBreak | Event::Rule => true,
        Event::Start(tag) => is_kept_tag(&tag.to_end()),
        Event::End(tag) => is_kept_tag(tag),
        _ => false,
    }
}

fn is_kept_tag(tag: &TagEnd) -> bool {
    match tag {
        TagEnd::Paragraph
        | TagEnd::Heading(_)
        | TagEnd::BlockQuote(_)
        | TagEnd::CodeBlock
        | TagEnd::List(_)
        | TagEnd::Item
        | TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Link
        // HTML that stands alone, as a paragraph.
        | TagEnd::HtmlBlock => true,
        _ => false,
    }
}

/// Where in the text we are.
struct Open {
    /// The levels of the headings above, as they were written.
    levels: Vec<HeadingLevel>,
    top: u8,
    /// Of each link that is open, whether it leads somewhere.
    links: Vec<bool>,
}

impl Open {
    fn rewritten<'a>(&mut self, event: Event<'a>) -> Option<Event<'a>> {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                self.levels.retain(|above| *above < level);
                self.levels.push(level);
                Some(Event::Start(Tag::Heading { level: self.level(), id: None, classes: Vec::new(), attrs: Vec::new() }))
            }
            Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Heading(self.level()))),
            Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
            // A language that is named for a program says nothing to a reader.
            Event::Start(Tag::CodeBlock(_)) => Some(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                let address = address(link_type, &dest_url);
                self.links.push(address.is_some());
                address
                    .map(|address| Event::InlineHtml(CowStr::from(format!("<a href=\"{address}\" rel=\"noopener nofollow\">"))))
            }
            Event::End(TagEnd::Link) => self.links.pop().unwrap_or(false).then_some(Event::InlineHtml(CowStr::from("</a>"))),
            other => Some(other),
        }
    }

    /// The level of the heading that is open.
    fn level(&self) -> HeadingLevel {
        let depth = usize::from(self.top) + self.levels.len().saturating_sub(1);
        HeadingLevel::try_from(depth.min(6)).unwrap_or(HeadingLevel::H6)
    }
}

/// The address of a link as it stands in HTML, if it leads to the web or to a mailbox.
fn address(kind: LinkType, to: &str) -> Option<String> {
    let to = if kind == LinkType::Email { format!("mailto:{to}") } else { to.to_owned() };
    let scheme = to.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase())?;
    if !matches!(scheme.as_str(), "http" | "https" | "mailto") {
        return None;
    }
    let mut escaped = String::with_capacity(to.len());
    pulldown_cmark_escape::escape_href(&mut escaped, &to).ok()?;
    Some(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> String {
        html(text, 2).replace('\n', "")
    }

    #[test]
    fn a_posting_reads_as_headings_paragraphs_and_lists() {
        assert_eq!(
            line("We\nmeasure.\n## Tasks\n- align\n- **doubt**\n\nThen *rest*."),
            "<p>Wemeasure.</p><h2>Tasks</h2><ul><li>align</li><li><strong>doubt</strong></li></ul><p>Then <em>rest</em>.</p>"
        );
    }

    #[test]
    fn headings_begin_below_the_title_and_leave_no_level_out() {
        assert_eq!(line("# A\n## B\n# C"), "<h2>A</h2><h3>B</h3><h2>C</h2>");
        assert_eq!(line("## A\n#### B\n##### C\n## D"), "<h2>A</h2><h3>B</h3><h4>C</h4><h2>D</h2>");
        assert_eq!(line("### A\n# B\n## C"), "<h2>A</h2><h2>B</h2><h3>C</h3>");
        assert_eq!(html("# A\n## B", 3).replace('\n', ""), "<h3>A</h3><h4>B</h4>");
        assert_eq!(line("# A\n## B\n### C\n#### D\n##### E\n###### F").matches("<h6>").count(), 2, "there is no h7");
    }

    #[test]
    fn html_is_the_text_that_it_is() {
        assert_eq!(line("<script>alert(1)</script>"), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
        assert_eq!(line("a <b onclick=\"x\">b</b> c"), "<p>a &lt;b onclick=\"x\"&gt;b&lt;/b&gt; c</p>");
        assert_eq!(line("<!-- note -->"), "<p>&lt;!-- note --&gt;</p>");
        assert_eq!(line("<style>*{}</style>\n\nx"), "<p>&lt;style&gt;*{}&lt;/style&gt;</p><p>x</p>");
    }

    #[test]
    fn a_link_leads_to_the_web_or_to_a_mailbox_and_says_what_it_is_not() {
        for (text, expected) in [
            (
                "[x](https://a.example/?b=1&c=2)",
                "<p><a href=\"https://a.example/?b=1&amp;c=2\" rel=\"noopener nofollow\">x</a></p>",
            ),
            ("[x](HTTP://a.example)", "<p><a href=\"HTTP://a.example\" rel=\"noopener nofollow\">x</a></p>"),
            ("<https://a.example>", "<p><a href=\"https://a.example\" rel=\"noopener nofollow\">https://a.example</a></p>"),
            ("<jobs@a.example>", "<p><a href=\"mailto:jobs@a.example\" rel=\"noopener nofollow\">jobs@a.example</a></p>"),
            ("[x](javascript:alert(1))", "<p>x</p>"),
            ("[x](JavaScript&#58;alert(1))", "<p>x</p>"),
            ("[x](data:text/html,<b>)", "<p>x</p>"),
            ("[x](vbscript:y)", "<p>x</p>"),
            ("[x](/office)", "<p>x</p>"),
            ("[x](//a.example)", "<p>x</p>"),
            ("[x](<  javascript:y>)", "<p>x</p>"),
            (
                "[a [b](https://b.example) c](javascript:d)",
                "<p>[a <a href=\"https://b.example\" rel=\"noopener nofollow\">b</a> c](javascript:d)</p>",
            ),
            (
                "[x](https://a.example/\"onmouseover=\"y)",
                "<p><a href=\"https://a.example/%22onmouseover=%22y\" rel=\"noopener nofollow\">x</a></p>",
            ),
            ("[x](https://a.example \"a title\")", "<p><a href=\"https://a.example\" rel=\"noopener nofollow\">x</a></p>"),
        ] {
            assert_eq!(line(text), expected, "{text}");
        }
    }

    #[test]
    fn no_image_is_fetched_its_description_stays() {
        assert_eq!(line("![Our *roof*](https://tracker.example/pixel.gif)"), "<p>Our <em>roof</em></p>");
        assert_eq!(
            line("[![roof](https://a.example/b.png)](https://a.example)"),
            "<p><a href=\"https://a.example\" rel=\"noopener nofollow\">roof</a></p>"
        );
    }
}
