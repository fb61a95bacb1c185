//! `/receipt`: what an applicant keeps, right after applying.

use leptos::prelude::*;
use office::{apply::Receipt, posting::Notice};
use rules::messages::Key;

use crate::{
    frame::Frame,
    shell::Page,
    ui::{self, Urgency},
};

/// The receipt.
#[must_use]
pub fn page(frame: &Frame, receipt: &Receipt, notice: &Notice) -> Page {
    let lang = frame.lang;
    let (erased, today) = (frame.day(receipt.due.erased_from), frame.day(frame.now));
    let due = ui::running(frame, today, erased, lang.date(erased), Urgency::of(erased, today), None);
    let answer = receipt.answer_by.map(|day| view! { <li>{ui::around(lang.text(Key::AnswerBy), ui::day(frame, day))}</li> });
    let main = view! {
        <div class="head">
            <h1>{lang.text(Key::ReceiptHeading)}</h1>
            <p class="lead">{receipt.title.clone()}</p>
        </div>
        <section class="receipt" aria-labelledby="code">
            <h2 id="code">{lang.text(Key::ReceiptCode)}</h2>
            <output>{receipt.code.clone()}</output>
            <p><strong>{lang.text(Key::ReceiptKeep)}</strong> " " {lang.text(Key::ReceiptWhy)}</p>
            <dl class="facts">
                <dt>{lang.text(Key::CertificateNumber)}</dt>
                " "
                <dd><span class="num">{receipt.certificate_no.clone()}</span></dd>
                <dt>{lang.text(Key::ErasedFrom)}</dt>
                " "
                <dd>{due}</dd>
            </dl>
        </section>
        <div class="split">
            <section class="prose" aria-labelledby="next">
                <h2 id="next">{lang.text(Key::WhatNext)}</h2>
                <ol>
                    <li>{lang.text(Key::ReceiptNextRead)}</li>
                    <li>{lang.text(Key::ReceiptNextRelease)}</li>
                    {answer}
                    <li>{lang.text(Key::ReceiptNextStatus)}</li>
                    <li>{lang.fill(Key::ReceiptNextErased, &[&lang.date(erased)])}</li>
                </ol>
                <p class="row">
                    <a class="button primary" href="/status">{lang.text(Key::NavMyApplication)}</a>
                    " "
                    <a class="button" href="/">{lang.text(Key::ReceiptOthers)}</a>
                </p>
            </section>
            <aside class="panel" aria-labelledby="who">
                <h2 id="who">{lang.text(Key::WhoToTurnTo)}</h2>
                {who_to_turn_to(frame, notice)}
            </aside>
        </div>
    };
    Page { title: lang.text(Key::ReceiptHeading).to_owned(), main: main.into_any(), islands: false }
}

/// The privacy officer and the authority (docs/PROMISES.md, n20).
pub(super) fn who_to_turn_to(frame: &Frame, notice: &Notice) -> AnyView {
    let lang = frame.lang;
    let named =
        |key: Key, text: &str| (!text.trim().is_empty()).then(|| view! { <p>{ui::around(lang.text(key), ui::linked(text))}</p> });
    view! {
        {named(Key::PrivacyOfficerIs, &notice.officer)}
        {named(Key::ComplainTo, &notice.authority)}
        <p><a href="/notice">{lang.text(Key::NavNotice)}</a></p>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use rules::messages::Lang;

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, due, frame, html, notice};

    fn receipt(title: &str) -> Receipt {
        let (code, certificate_no) = ("KR4N-7F4M-9QXD-2HBE".to_owned(), "8831 0427 5519".to_owned());
        Receipt { code, certificate_no, due: due(), title: title.to_owned(), answer_by: Some(jiff::civil::date(2026, 12, 6)) }
    }

    #[test]
    fn n10_n20_a_receipt_names_code_certificate_date_and_officer() {
        let html = html(|| page(&frame(Lang::De), &receipt("Optik"), &notice("Mara Thiel")));
        for told in
            ["<output>KR4N-7F4M-9QXD-2HBE</output>", "8831 0427 5519", "16. Januar 2028", "6. Dezember 2026", "Mara Thiel"]
        {
            assert!(html.contains(told), "{told} is missing: {html}");
        }
    }

    #[test]
    fn texts_stay_texts() {
        assert_harmless(&html(|| page(&frame(Lang::De), &receipt(HOSTILE), &notice(HOSTILE))));
    }
}
