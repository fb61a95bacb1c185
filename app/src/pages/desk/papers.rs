//! `/office/papers`: what a statute keeps (docs/PROMISES.md, n21). Accounting reads; HR and accounting put papers here.

use leptos::prelude::*;
use office::kept::PaperLine;
use rules::{access::Action, messages::Key};

use super::{
    application::open_links,
    form::{Form, problems, titled},
    parts::{head, muted},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts, ui,
};

/// Where they are.
pub const ADDRESS: &str = "/office/papers";

/// The name of the form, for its [`Draft`].
pub const FORM: &str = "paper";

/// The papers, for those who read them, and the form to put one away.
#[must_use]
pub fn page(frame: &Frame, papers: Option<&[PaperLine]>, max_document: u64, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::NavPapers);
    let papers = papers.map(|papers| match papers.is_empty() {
        true => ui::empty(lang.text(Key::PapersEmptyTitle), lang.text(Key::PapersEmptyText), None),
        false => table(frame, papers),
    });
    let main = view! {
        {head(None, title.to_owned(), Some(muted(lang.text(Key::PapersText))), None)}
        {problems(frame, draft, true, label)}
        {papers}
        {frame.may(Action::EnterPaper).then(|| form(frame, max_document, draft))}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

fn label(field: &str) -> Key {
    match field {
        "name" => Key::PaperName,
        "about" => Key::PaperAbout,
        "voucher_on" => Key::PaperVoucherOn,
        _ => Key::PaperFile,
    }
}

fn form(frame: &Frame, max_document: u64, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, FORM);
    let hint = lang.fill(Key::PaperFileHint, &[&texts::limit(lang, max_document)]);
    view! {
        <form class="form" method="post" action=ADDRESS enctype="multipart/form-data" novalidate aria-labelledby="put-away">
            <h2 id="put-away">{lang.text(Key::PaperNew)}</h2>
            <p>{lang.text(Key::PaperNewText)}</p>
            {form.field("name", Key::PaperName, "").line()}
            {form.field("about", Key::PaperAbout, "").hint(lang.text(Key::PaperAboutHint)).line()}
            {form
                .field("voucher_on", Key::PaperVoucherOn, "")
                .hint(lang.text(Key::PaperVoucherHint))
                .day(None, Some(frame.day(frame.now).to_string()))}
            {form.field("file", Key::PaperFile, "").hint(hint).file(".pdf,.docx,.odt")}
            <div class="row">
                <button class="button primary">{lang.text(Key::PaperSend)}</button>
            </div>
        </form>
    }
    .into_any()
}

fn table(frame: &Frame, papers: &[PaperLine]) -> AnyView {
    let lang = frame.lang;
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    let rows: Vec<_> = papers
        .iter()
        .map(|paper| {
            let (name, kind, _) = &paper.document;
            view! {
                <tr>
                    <th scope="row">{paper.name.clone()}</th>
                    <td data-label=lang.text(Key::PaperAbout)><span class="words">{paper.about.clone()}</span></td>
                    <td data-label=lang.text(Key::PaperVoucherOn)>{ui::short_day(frame, paper.voucher_on)}</td>
                    <td data-label=lang.text(Key::KeptUntil)>{ui::short_day(frame, paper.due.last_day)}</td>
                    <td>{open_links(lang, &format!("{ADDRESS}/{}/document", paper.id), name, *kind)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="table">
            <thead>
                <tr>
                    {column(Key::PaperName)}
                    {column(Key::PaperAbout)}
                    {column(Key::PaperVoucherOn)}
                    {column(Key::KeptUntil)}
                    <th scope="col"><span class="unseen">{lang.text(Key::DocumentView)}</span></th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rules::{access::Role, document::Kind, form::Problem, id::KeptId, kept::paper_due, messages::Lang};

    use super::*;
    use crate::fixtures::{HOSTILE, assert_harmless, desk_frame, html};

    fn paper(text: &str) -> PaperLine {
        let voucher_on = date(2026, 11, 30);
        PaperLine {
            id: KeptId::from_bytes([7; 16]),
            name: text.to_owned(),
            about: text.to_owned(),
            voucher_on,
            due: paper_due(voucher_on, 8, &desk_frame(Lang::En, Role::Accounting).zone),
            document: (text.to_owned(), Kind::Pdf, 1000),
        }
    }

    #[test]
    fn n21_who_only_enters_a_paper_sees_a_form_and_no_paper() {
        for &lang in Lang::ALL {
            let entered = html(|| page(&desk_frame(lang, Role::Hr), None, 10 << 20, &Draft::default()));
            assert!(entered.contains("multipart/form-data"), "{entered}");
            assert!(!entered.contains("<table"), "{entered}");
            let read = html(|| page(&desk_frame(lang, Role::Accounting), Some(&[paper("Ada")]), 10 << 20, &Draft::default()));
            assert!(read.contains(&lang.short_date(date(2034, 12, 31))) && read.contains("/document"), "{read}");
        }
    }

    #[test]
    fn texts_stay_texts_and_a_problem_leads_to_its_field() {
        let problems = vec![("file", Problem::FileMissing), ("voucher_on", Problem::TooLate)];
        let values = ["name", "about"].map(|name| (name.to_owned(), HOSTILE.to_owned())).to_vec();
        let draft = Draft { form: FORM, values, problems, trouble: None };
        let html = html(|| page(&desk_frame(Lang::En, Role::Accounting), Some(&[paper(HOSTILE)]), 10 << 20, &draft));
        assert_harmless(&html);
        assert!(html.contains("href=\"#paper-file\"") && html.contains("id=\"paper-file\""), "{html}");
    }
}
