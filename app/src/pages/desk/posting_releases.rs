//! `/office/postings/{id}/releases`: several applications released at once.

use leptos::prelude::*;
use office::{careers::Posting, list::Line};
use rules::{application::Section, messages::Key};

use super::{
    application::{Audiences, releases::fields},
    form::{Form, problems, titled},
    parts::head,
    posting::decide::row,
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    ui,
};

/// What can be released of applications that nobody has opened yet.
const OFFERED: [Section; 6] =
    [Section::Contact, Section::Cv, Section::Letter, Section::Redacted, Section::Comments, Section::Notes];

fn label(field: &str) -> Key {
    match field {
        "ids" => Key::ReleaseManyWhich,
        "audience" => Key::ReleaseTo,
        "sections" => Key::ReleaseSections,
        _ => Key::ReleaseUntil,
    }
}

/// The undecided, each to be ticked, and what is released of them.
#[must_use]
pub fn page(frame: &Frame, posting: &Posting, undecided: &[Line], audiences: &Audiences, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::ReleaseManyTitle);
    let form = Form::new(frame, draft, "release-many");
    let rows: Vec<_> = undecided.iter().enumerate().map(|(at, line)| row(frame, &form, at, line)).collect();
    let body = match undecided.is_empty() {
        true => ui::empty(title, lang.text(Key::ReleaseManyNone), None),
        false => view! {
            <form class="form" method="post" action=format!("/office/postings/{}/releases", posting.id) novalidate>
                {form.error_text("ids", Key::ReleaseManyWhich)}
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">{lang.text(Key::ColumnApplicant)}</th>
                            <th scope="col">{lang.text(Key::ColumnStage)}</th>
                            <th scope="col">{lang.text(Key::ColumnReceived)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
                {fields(frame, &form, audiences, &format!("department:{}", posting.department), &OFFERED, posting.blind)}
                <div class="row">
                    <button class="button primary">{lang.text(Key::ReleaseSend)}</button>
                </div>
            </form>
        }
        .into_any(),
    };
    let back = (format!("/office/postings/{}", posting.id), posting.title.clone());
    let main = view! {
        {head(Some(back), title.to_owned(), None, None)}
        {problems(frame, draft, !undecided.is_empty(), label)}
        {body}
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}
