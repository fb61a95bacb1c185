//! The imprint that § 5 DDG asks of an employer who advertises postings.

use crate::form::{Problem, optional_text};

/// The most characters of one.
const MOST: usize = 20_000;

/// Where the imprint is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Imprint {
    /// At an address of the employer's own site.
    At(String),
    /// Here, in Markdown (CommonMark).
    Text(String),
}

impl Imprint {
    /// What was stated: an `https` address and nothing else is where it is; anything else is the text itself. Nothing is none.
    #[must_use]
    pub fn of(stated: &str) -> Option<Self> {
        let stated = stated.trim();
        match stated {
            "" => None,
            address if is_address(address) => Some(Self::At(address.to_owned())),
            text => Some(Self::Text(text.to_owned())),
        }
    }
}

/// What is wrong with an imprint; it may stay empty.
#[must_use]
pub fn check_imprint(stated: &str) -> Option<Problem> {
    let plain = stated.trim().starts_with("http://") && !stated.trim().contains(char::is_whitespace);
    if plain { Some(Problem::NotHttps) } else { optional_text(stated, MOST) }
}

/// One word, which begins with `https://` and a host.
fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let named = |host: &str| host.contains('.') && !host.contains(['@', '\\']);
    host.is_some_and(named) && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_alone_is_where_the_imprint_is_and_anything_else_is_its_text() {
        assert_eq!(Imprint::of(" \n"), None);
        let at = Imprint::At("https://werk.example/imprint?a=1#b".to_owned());
        assert_eq!(Imprint::of(" https://werk.example/imprint?a=1#b\n"), Some(at));
        for text in [
            "Werk & Wandel GmbH",
            "https://werk.example/imprint and more",
            "http://werk.example",
            "https://",
            "https://localhost",
            "https://werk.example@evil.example/",
            "https://werk.example/\"onclick",
            "javascript:alert(1)",
        ] {
            assert_eq!(Imprint::of(text), Some(Imprint::Text(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn an_imprint_is_text_and_has_an_end() {
        assert_eq!(check_imprint(""), None);
        assert_eq!(check_imprint(" http://werk.example/imprint "), Some(Problem::NotHttps));
        assert_eq!(check_imprint("Werk GmbH, see http://werk.example"), None);
        assert_eq!(check_imprint("# Imprint\n\nWerk & Wandel GmbH\n\t- one"), None);
        assert_eq!(check_imprint("a\u{7}b"), Some(Problem::NotText));
        assert_eq!(check_imprint(&"ü".repeat(MOST)), None);
        assert_eq!(check_imprint(&"ü".repeat(MOST + 1)), Some(Problem::TooLong { max: MOST }));
    }
}
