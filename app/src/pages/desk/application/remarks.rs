//! Notes and comments. The applicant can read both (docs/PROMISES.md, n05), and each box says so.

use leptos::prelude::*;
use office::read::{RemarkLine, View};
use rules::{
    access::{Action, Role},
    application::Judgement,
    messages::{Key, Lang},
};

use super::super::{form::Form, parts::panel};
use crate::{
    frame::{Draft, Frame},
    texts, ui,
};

/// HR's notes, and room for another.
pub(super) fn notes(frame: &Frame, view: &View, draft: &Draft) -> AnyView {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "notes");
    let lines: Vec<_> = view.notes.iter().map(|line| remark(frame, line)).collect();
    let add = view.may(Action::AddNote).then(|| {
        view! {
            <form class="form" method="post" action=format!("/office/applications/{}/notes", view.id) novalidate>
                {once(frame, &form)}
                {form.field("text", Key::NoteText, "").readable().area("3")}
                <div class="row">
                    <button class="button">{lang.text(Key::NoteSend)}</button>
                </div>
            </form>
        }
    });
    let inside = view! {
        {(!lines.is_empty()).then(|| view! { <ul class="remarks">{lines}</ul> })}
        {add}
    };
    panel("notes", lang.text(Key::NotesTitle), Some(view.notes.len()), inside)
}

/// The comments the person may read.
pub(super) fn comments(frame: &Frame, view: &View) -> AnyView {
    let lang = frame.lang;
    let lines: Vec<_> = view.comments.iter().map(|line| remark(frame, line)).collect();
    let inside = match lines.is_empty() {
        true => view! { <p class="muted">{lang.text(Key::CommentsNone)}</p> }.into_any(),
        false => view! { <ul class="remarks">{lines}</ul> }.into_any(),
    };
    panel("comments", lang.text(Key::CommentsTitle), Some(view.comments.len()), inside)
}

/// Room for a comment, for those to whom the application is released.
pub(super) fn comment_form(frame: &Frame, view: &View, draft: &Draft) -> Option<AnyView> {
    let lang = frame.lang;
    let form = Form::new(frame, draft, "comments");
    let judgements =
        Judgement::ALL.iter().map(|&j| (j.code(), lang.text(judgement_key(j)).to_owned(), false)).collect::<Vec<_>>();
    // Whom to meet is asked of those who would: the bodies say what they have to say.
    let meets = frame.roles().iter().any(|role| matches!(role, Role::Head | Role::Panel));
    view.may(Action::AddComment).then(|| {
        let inside = view! {
            <form class="form" method="post" action=format!("/office/applications/{}/comments", view.id) novalidate>
                {once(frame, &form)}
                {meets.then(|| form.choices("radio", "judgement", Key::JudgementQuestion, true, judgements))}
                {form.field("text", Key::RemarkText, "").hint(lang.text(Key::CommentHint)).readable().area("5")}
                <div class="row">
                    <button class="button primary">{lang.text(Key::CommentSend)}</button>
                </div>
            </form>
        };
        panel("comment", lang.text(Key::CommentTitle), None, inside)
    })
}

/// Tells a form that is sent twice, as by a double click, from two forms.
fn once(frame: &Frame, form: &Form<'_>) -> AnyView {
    view! { <input type="hidden" name="token" value=form.value("token", &frame.token)/> }.into_any()
}

fn remark(frame: &Frame, line: &RemarkLine) -> AnyView {
    let badge = line.remark.judgement.map(|judgement| ui::badge(tone(judgement), frame.lang.text(judgement_key(judgement))));
    ui::remark(frame, who(frame.lang, line), line.at, badge, line.remark.text.clone())
}

/// Who wrote it: name and role, for a head with the department.
fn who(lang: Lang, line: &RemarkLine) -> String {
    let role = lang.text(texts::role(line.role));
    match line.department.as_deref().filter(|_| line.role == Role::Head) {
        Some(department) => format!("{} ({role}, {department})", line.author),
        None => format!("{} ({role})", line.author),
    }
}

const fn judgement_key(judgement: Judgement) -> Key {
    match judgement {
        Judgement::Yes => Key::JudgementYes,
        Judgement::Maybe => Key::JudgementMaybe,
        Judgement::No => Key::JudgementNo,
    }
}

const fn tone(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Yes => "good",
        Judgement::Maybe => "due",
        Judgement::No => "bad",
    }
}
