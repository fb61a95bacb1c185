//! `/notice`: the privacy notice (Art. 13 GDPR; docs/PROMISES.md, n20 and n22). What only the employer knows comes from settings.

use leptos::prelude::*;
use office::posting::Notice;
use rules::messages::Key;

use crate::{frame::Frame, shell::Page, ui};

/// The whole notice.
#[must_use]
pub fn page(frame: &Frame, notice: &Notice) -> Page {
    let lang = frame.lang;
    let stated = |text: &str| match text.trim() {
        "" => view! { <em>{lang.text(Key::NoticeNotYetSaid)}</em> }.into_any(),
        text => ui::linked(text),
    };
    let with = |key: Key, text: &str| ui::around(lang.text(key), stated(text));
    let plain = |key: Key| view! { <p>{lang.text(key)}</p> }.into_any();
    let end = view! { <p>{lang.fill(Key::NoticeEndText, &[&lang.period(notice.policy)])}</p> };
    let sections = [
        (
            "n-who",
            Key::NoticeWho,
            view! {
                <p>{with(Key::NoticeWhoText, &notice.controller)}</p>
                <p>{with(Key::PrivacyOfficerIs, &notice.officer)}</p>
            }
            .into_any(),
        ),
        ("n-why", Key::NoticeWhy, plain(Key::NoticeWhyText)),
        ("n-must", Key::NoticeMust, plain(Key::NoticeMustText)),
        ("n-how", Key::NoticeHow, plain(Key::NoticeHowText)),
        (
            "n-sees",
            Key::NoticeSees,
            view! {
                <p>{lang.text(Key::NoticeSeesText)}</p>
                <p>{lang.text(Key::NoticeDisabilityText)}</p>
                <ul>
                    <li>{with(Key::NoticeRecipients, &notice.recipients)}</li>
                    <li>{with(Key::NoticeRegion, &notice.region)}</li>
                    <li>{with(Key::NoticeCountries, &notice.third_countries)}</li>
                </ul>
            }
            .into_any(),
        ),
        ("n-end", Key::NoticeEnd, end.into_any()),
        (
            "n-rights",
            Key::NoticeRights,
            view! {
                <ul>
                    <li>{with(Key::NoticeRightsAsk, &notice.officer)}</li>
                    <li>{lang.text(Key::NoticeRightsCode)}</li>
                    <li>{with(Key::NoticeRightsComplain, &notice.authority)}</li>
                </ul>
            }
            .into_any(),
        ),
        ("n-not", Key::NoticeNot, plain(Key::NoticeNotText)),
    ];
    let contents =
        sections.iter().map(|(id, key, _)| view! { <li><a href=format!("#{id}")>{lang.text(*key)}</a></li> }).collect_view();
    let text = sections.into_iter().map(|(id, key, text)| view! { <h2 id=id>{lang.text(key)}</h2> {text} }).collect_view();
    let main = view! {
        <div class="head">
            <h1>{lang.text(Key::NoticeTitle)}</h1>
            <p class="lead">{lang.fill(Key::NoticeLead, &[&notice.version])}</p>
        </div>
        <div class="split">
            <article class="prose">{text}</article>
            <aside class="panel" aria-labelledby="toc">
                <h2 id="toc">{lang.text(Key::NoticeToc)}</h2>
                <ul class="stack">{contents}</ul>
            </aside>
        </div>
    };
    Page { title: lang.text(Key::NoticeTitle).to_owned(), main: main.into_any(), islands: false }
}

#[cfg(test)]
mod tests {
    use rules::{
        messages::Lang,
        retention::{Months, Start},
    };

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
