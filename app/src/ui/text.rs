//! Texts with something in them: a piece of a page, an address, steps.

use leptos::prelude::*;
use rules::form::{Field, check_field};

/// A text with a piece of a page in the place of its `{}`.
#[must_use]
pub fn around(text: &'static str, inner: AnyView) -> AnyView {
    let (before, after) = text.split_once("{}").unwrap_or((text, ""));
    view! { {said(before)} {inner} {said(after)} }.into_any()
}

/// A line of text in which each e-mail address can be written to.
#[must_use]
pub fn linked(text: &str) -> AnyView {
    let piece = |word: &str| {
        let address = word.trim_matches(|c: char| !c.is_alphanumeric());
        match word.split_once(address) {
            Some((before, after)) if address.contains('@') && check_field(Field::Email, address, &[]).is_none() => {
                view! { {said(before)} <a href=format!("mailto:{address}")>{breakable(address)}</a> {said(after)} }.into_any()
            }
            _ => word.to_owned().into_any(),
        }
    };
    text.split_inclusive(char::is_whitespace).map(piece).collect_view().into_any()
}

/// A text that may be empty: an empty one would be rendered as a blank.
fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

/// An e-mail address that breaks behind its `@` where it has to break.
#[must_use]
pub fn breakable(address: &str) -> AnyView {
    match address.split_once('@') {
        Some((local, domain)) => view! { {format!("{local}@")} <wbr/> {domain.to_owned()} }.into_any(),
        None => address.to_owned().into_any(),
    }
}

/// What happens one after the other, a line for each step.
#[must_use]
pub fn steps(text: &str) -> AnyView {
    let lines: Vec<_> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [one] => view! { <p>{linked(one)}</p> }.into_any(),
        lines => {
            let items: Vec<_> = lines.iter().map(|line| view! { <li>{linked(line)}</li> }).collect();
            view! { <ol>{items}</ol> }.into_any()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_a_line_can_be_written_to() {
        let line = linked("Write to (jobs@a.example).").to_html().replace("<!>", "");
        assert_eq!(line, "Write to (<a href=\"mailto:jobs@a.example\">jobs@<wbr>a.example</a>).");
    }
}
