//! `/notice`: the privacy notice (Art. 13 GDPR; docs/PROMISES.md, n20 and n22). What only the employer knows comes from settings.

use leptos::prelude::*;
use office::posting::Notice;
use rules::messages::{Key, Lang};

use crate::{frame::Frame, shell::Page, texts, ui};

/// A part of the notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its place on the page.
    id: &'static str,
    /// What it is about.
    pub heading: &'static str,
    /// What it says.
    pub says: Vec<Said>,
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
}

/// What the notice is called, and the sentence under it.
#[must_use]
pub fn head(lang: Lang, notice: &Notice) -> (&'static str, String) {
    (lang.text(Key::NoticeTitle), lang.fill(Key::NoticeLead, &[&notice.version]))
}

/// Everything the notice says, for the page and for the file.
#[must_use]
pub fn parts(lang: Lang, notice: &Notice) -> Vec<Part> {
    let with = |key: Key, text: &str| {
        let stated = text.trim();
        lang.fill(key, &[if stated.is_empty() { lang.text(Key::NoticeNotYetSaid) } else { stated }])
    };
    let text = |key: Key| Said::Text(lang.text(key).to_owned());
    let part = |id, heading: Key, says| Part { id, heading: lang.text(heading), says };
    vec![
        part(
            "n-who",
            Key::NoticeWho,
            vec![
                Said::Text(with(Key::NoticeWhoText, &notice.controller)),
                Said::Text(with(Key::PrivacyOfficerIs, &notice.officer)),
            ],
        ),
        part("n-why", Key::NoticeWhy, vec![text(Key::NoticeWhyText)]),
        part("n-must", Key::NoticeMust, vec![text(Key::NoticeMustText)]),
        part("n-how", Key::NoticeHow, vec![text(Key::NoticeHowText)]),
        part(
            "n-sees",
            Key::NoticeSees,
            vec![
                text(Key::NoticeSeesText),
                text(Key::NoticeDisabilityText),
                Said::List(vec![
                    with(Key::NoticeRecipients, &notice.recipients),
                    with(Key::NoticeRegion, &notice.region),
                    with(Key::NoticeCountries, &notice.third_countries),
                ]),
            ],
        ),
        part("n-end", Key::NoticeEnd, vec![Said::Text(lang.fill(Key::NoticeEndText, &[&lang.period(notice.policy)]))]),
        part(
            "n-rights",
            Key::NoticeRights,
            vec![Said::List(vec![
                with(Key::NoticeRightsAsk, &notice.officer),
                lang.text(Key::NoticeRightsCode).to_owned(),
                with(Key::NoticeRightsComplain, &notice.authority),
            ])],
        ),
        part("n-not", Key::NoticeNot, vec![text(Key::NoticeNotText)]),
    ]
}

/// The whole notice.
#[must_use]
pub fn page(frame: &Frame, notice: &Notice) -> Page {
    let lang = frame.lang;
    let (title, lead) = head(lang, notice);
    let parts = parts(lang, notice);
    let contents = parts.iter().map(|part| view! { <li><a href=format!("#{}", part.id)>{part.heading}</a></li> }).collect_view();
    let said = |said: Said| match said {
        Said::Text(text) => view! { <p>{ui::linked(&text)}</p> }.into_any(),
        Said::List(items) => {
            let items: Vec<_> = items.iter().map(|item| view! { <li>{ui::linked(item)}</li> }).collect();
            view! { <ul>{items}</ul> }.into_any()
        }
    };
    let text: Vec<_> = parts
        .into_iter()
        .map(|part| {
            let says: Vec<_> = part.says.into_iter().map(said).collect();
            view! { <h2 id=part.id>{part.heading}</h2> {says} }
        })
        .collect();
    let main = view! {
        <div class="head">
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
        </div>
        <div class="split">
            <article class="prose">{text}</article>
            <aside class="panel" aria-labelledby="toc">
                <h2 id="toc">{lang.text(Key::NoticeToc)}</h2>
                <ul class="stack">{contents}</ul>
                {files(lang)}
            </aside>
        </div>
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// The notice as a file, in each language: it is handed out on paper too, to whoever reads another one than the reader of this page.
fn files(lang: Lang) -> AnyView {
    let links: Vec<_> = Lang::ALL
        .iter()
        .map(|&other| {
            let address = format!("/notice.pdf?lang={}", other.code());
            view! { <li><a href=address hreflang=other.code() lang=other.code()>{lang.text(texts::language(other))}</a></li> }
        })
        .collect();
    view! {
        <h3>{lang.text(Key::NoticeFile)}</h3>
        <ul class="row">{links}</ul>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use rules::retention::{Months, Start};

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, frame, html, notice};

    #[test]
    fn n20_n22_what_the_employer_states_stands_in_the_notice() {
        let mut stated = notice("");
        stated.controller = "Havelwerk GmbH".to_owned();
        stated.officer = "Mara Thiel".to_owned();
        stated.authority = "LDA Brandenburg".to_owned();
        stated.recipients = "nobody else".to_owned();
        stated.third_countries = "none".to_owned();
        stated.region = "Frankfurt".to_owned();
        for &lang in Lang::ALL {
            let html = html(|| page(&frame(lang), &stated));
            for told in ["Havelwerk GmbH", "Mara Thiel", "LDA Brandenburg", "nobody else", "none", "Frankfurt"] {
                assert!(html.contains(told), "{told} is missing in {lang:?}: {html}");
            }
            assert!(!html.contains(lang.text(Key::NoticeNotYetSaid)), "{html}");
        }
    }

    #[test]
    fn n10_the_notice_states_the_period_that_is_set() {
        for (lang, told) in [
            (Lang::De, ["einen Monat nach", "6 Monate nach", "12 Monate nach"]),
            (Lang::En, ["one month after", "6 months after", "12 months after"]),
            (Lang::Nl, ["één maand na", "6 maanden na", "12 maanden na"]),
        ] {
            for (months, told) in [1, 6, 12].into_iter().zip(told) {
                let mut stated = notice("stated");
                stated.policy.months = Months::new(months).expect("a period");
                let mut shown = |start| {
                    stated.policy.start = start;
                    html(|| page(&frame(lang), &stated))
                };
                let (procedure, earliest) = (shown(Start::Procedure), shown(Start::Earliest));
                assert!(procedure.contains(told) && earliest.contains(told), "{told} is missing: {procedure} {earliest}");
                assert_ne!(procedure, earliest, "what the period starts with is not told");
            }
        }
    }

    #[test]
    fn what_is_not_stated_yet_is_named_as_such() {
        let html = html(|| page(&frame(Lang::En), &notice("")));
        assert!(html.matches("not stated yet").count() >= 6, "{html}");
    }

    #[test]
    fn texts_stay_texts() {
        assert_harmless(&html(|| page(&frame(Lang::En), &notice(HOSTILE))));
    }
}
