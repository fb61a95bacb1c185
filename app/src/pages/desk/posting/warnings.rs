//! What HR may want to change before a posting is published. Nothing is refused.

use leptos::prelude::*;
use rules::{
    messages::{Key, Lang},
    posting::Warning,
};

use super::super::parts::alert;

/// The warnings, if there are any.
pub(in super::super) fn warnings(lang: Lang, warnings: &[Warning]) -> Option<AnyView> {
    let items: Vec<_> = warnings.iter().map(|warning| view! { <li>{text(lang, warning)}</li> }).collect();
    (!items.is_empty()).then(|| {
        let inside = view! {
            <ul>{items}</ul>
            <p>{lang.text(Key::WarningsText)}</p>
        };
        alert("warnings", "due", lang.text(Key::WarningsTitle), inside)
    })
}

fn text(lang: Lang, warning: &Warning) -> String {
    match warning {
        Warning::NoMarker => lang.text(Key::WarningNoMarker).to_owned(),
        Warning::AgeWord(word) => lang.fill(Key::WarningAge, &[word]),
        Warning::PersonalWord(word) => lang.fill(Key::WarningPersonal, &[word]),
        Warning::NoPayRange => lang.text(Key::WarningNoPay).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_warning_is_said_in_the_readers_language_and_nothing_where_there_is_none() {
        let all = [
            Warning::NoMarker,
            Warning::AgeWord("jung".to_owned()),
            Warning::PersonalWord("geboren".to_owned()),
            Warning::NoPayRange,
        ];
        for &lang in Lang::ALL {
            let html = warnings(lang, &all).expect("warnings").to_html();
            assert_eq!(html.matches("<li>").count(), 4, "{html}");
            assert!(html.contains("jung") && html.contains("geboren") && html.contains(lang.text(Key::WarningsText)), "{html}");
            assert!(warnings(lang, &[]).is_none());
        }
    }
}
