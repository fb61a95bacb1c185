//! `/imprint`: who offers the site (§ 5 DDG), in the employer's own words.

use leptos::prelude::*;
use rules::messages::Key;

use crate::{frame::Frame, markdown, shell::Page};

/// The imprint, from Markdown.
#[must_use]
pub fn page(frame: &Frame, text: &str) -> Page {
    let title = frame.lang.text(Key::NavImprint);
    let main = view! {
        <div class="head">
            <h1>{title}</h1>
        </div>
        <article class="prose" inner_html=markdown::html(text, 2)></article>
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

#[cfg(test)]
mod tests {
    use rules::messages::Lang;

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, frame, html};

    #[test]
    fn an_imprint_is_markdown_below_its_title() {
        let html = html(|| page(&frame(Lang::De), "# Werk\n\nHRB 1\n\n<jobs@werk.example>"));
        for part in ["<h1>Impressum</h1>", "<h2>Werk</h2>", "<p>HRB 1</p>", "href=\"mailto:jobs@werk.example\""] {
            assert!(html.contains(part), "{part} is missing: {html}");
        }
    }

    #[test]
    fn texts_stay_texts() {
        assert_harmless(&html(|| page(&frame(Lang::En), HOSTILE)));
    }
}
