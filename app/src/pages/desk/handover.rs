//! `/office/applications/{id}/handover`: what goes into the employee record, datum by datum (docs/PROMISES.md, n06).

use leptos::prelude::*;
use office::{
    handover::{Manifest, ManifestLine},
    read::View,
};
use rules::{
    form::Problem,
    handover::{Basis, Item, Purpose},
    messages::{Key, Lang},
};

use super::{
    employees::{basis_key, item_key, purpose_key},
    form::{problem_lines, titled, trouble},
    parts::{alert, head},
};
use crate::{
    frame::{Draft, Frame},
    shell::Page,
    texts, ui,
    ui::Ask,
};

const FORM: &str = "handover";

/// The choice of what to hand over.
#[must_use]
pub fn page(frame: &Frame, view: &View, manifest: &Manifest, draft: &Draft) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::HandoverTitle);
    let name = view.contact.as_ref().map_or_else(|| lang.text(Key::Somebody).to_owned(), |contact| contact.name());
    let erased = frame.date(view.due.erased_from);
    let back = format!("/office/applications/{}", view.id);
    let items: Vec<_> = manifest.lines.iter().map(|line| item(lang, line, draft)).collect();
    let effects = view! {
        <ul>
            <li>{lang.fill(Key::HandoverEffectSealed, &[&name, &manifest.department])}</li>
            <li>{lang.fill(Key::HandoverEffectRest, &[&erased])}</li>
            <li>{lang.text(Key::HandoverEffectOnce)}</li>
        </ul>
    };
    let main = view! {
        {head(
            Some((back.clone(), name)),
            title.to_owned(),
            Some(super::parts::muted(lang.fill(Key::HandoverText, &[&erased]))),
            None,
        )}
        {trouble(frame, draft, true).or_else(|| problem_lines(lang, draft.form, problems(lang, draft)))}
        <form class="form" method="post" action=format!("{back}/handover") novalidate>
            <section class="stack" aria-labelledby="what">
                <h2 id="what">{lang.text(Key::HandoverWhat)}</h2>
                {items}
            </section>
            <p class="alert" data-tone="block">{lang.text(Key::HandoverNever)}</p>
            {alert("effects", "due", lang.text(Key::HandoverEffects), effects)}
            <div class="row">
                <button class="button primary">{lang.text(Key::HandoverSend)}</button>
                " "
                <a class="button quiet" href=back.clone()>{lang.text(Key::Cancel)}</a>
            </div>
        </form>
    };
    Page { title: titled(lang, title, draft), main: main.into_any(), islands: false }
}

/// What is wrong, with the control in which it is put right.
fn problems(lang: Lang, draft: &Draft) -> Vec<(String, String)> {
    draft
        .problems
        .iter()
        .map(|&(code, problem)| match Item::from_code(code) {
            Some(item) => (control(item, problem), said(lang, item, problem)),
            None => {
                (format!("{FORM}-{}", Item::FirstName.code()), texts::problem_text(lang, lang.text(Key::HandoverWhat), problem))
            }
        })
        .collect()
}

/// A name is missing by its tick, everything else by its necessity.
fn control(item: Item, problem: Problem) -> String {
    match (item, problem) {
        (Item::FirstName | Item::LastName, Problem::Missing) | (_, Problem::NotAChoice) => format!("{FORM}-{}", item.code()),
        _ => format!("{FORM}-necessity-{}", item.code()),
    }
}

fn said(lang: Lang, item: Item, problem: Problem) -> String {
    let name = lang.text(item_key(item));
    match (item, problem) {
        (Item::FirstName | Item::LastName, Problem::Missing) => lang.fill(Key::HandoverNameNeeded, &[name]),
        (_, Problem::Missing) => lang.fill(Key::HandoverNecessityNeeded, &[name]),
        _ => texts::problem_text(lang, name, problem),
    }
}

/// Enough of a long text to know it by.
fn beginning(text: &str) -> String {
    const MOST: usize = 160;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// One datum: its tick, and below it what it is needed for.
fn item(lang: Lang, line: &ManifestLine, draft: &Draft) -> AnyView {
    let code = line.item.code();
    let came_back = draft.form == FORM;
    let chosen = if came_back { draft.chose(FORM, "item", code) } else { line.proposed };
    let problem = draft.problem(FORM, code).map(|problem| (control(line.item, problem), said(lang, line.item, problem)));
    let id = format!("{FORM}-{code}");
    let on_tick = problem.as_ref().filter(|(control, _)| *control == id).map(|(_, text)| text.clone());
    let on_necessity = problem.filter(|(control, _)| *control != id).map(|(_, text)| text);
    let text = match line.document {
        Some((kind, size)) => format!("{} ({}, {})", line.text, kind.code().to_uppercase(), texts::size(lang, size)),
        None if line.item == Item::Disability => lang.text(Key::DisabilityStated).to_owned(),
        None => beginning(&line.text),
    };
    let open = !line.proposed || on_necessity.is_some();
    view! {
        <div class="choices manifest">
            <div class="choice">
                <input
                    type="checkbox"
                    id=id.clone()
                    name="item"
                    value=code
                    checked=chosen
                    aria-invalid=on_tick.is_some().then_some("true")
                    aria-describedby=on_tick.is_some().then(|| format!("{id}-error"))
                />
                <label for=id.clone()>
                    <b>{lang.text(item_key(line.item))}</b>
                    " "
                    <span class="muted words">{text}</span>
                </label>
                {on_tick.map(|text| view! { <p class="hint error" id=format!("{id}-error")>{text}</p> })}
            </div>
            <details class="fold" open=open>
                <summary>{lang.fill(Key::HandoverWhy, &[lang.text(item_key(line.item))])}</summary>
                {why(lang, line, draft, on_necessity)}
            </details>
        </div>
    }
    .into_any()
}

fn why(lang: Lang, line: &ManifestLine, draft: &Draft, error: Option<String>) -> AnyView {
    let code = line.item.code();
    let select = |what: &'static str, label: Key, proposed: &'static str, options: Vec<(&'static str, Key)>| {
        let (name, id) = (format!("{what}-{code}"), format!("{FORM}-{what}-{code}"));
        let value = if draft.form == FORM { draft.value(FORM, &name) } else { proposed.to_owned() };
        let options: Vec<_> = options
            .into_iter()
            .map(|(code, key)| view! { <option value=code selected=code == value>{lang.text(key)}</option> })
            .collect();
        Ask::new(id.clone(), lang.text(label)).around(lang, view! { <select id=id name=name>{options}</select> })
    };
    let (name, id) = (format!("necessity-{code}"), format!("{FORM}-necessity-{code}"));
    let ask = Ask::new(id.clone(), lang.text(Key::HandoverNecessity)).hint(lang.text(Key::HandoverNecessityHint)).readable();
    let ask = if line.proposed { ask.optional() } else { ask }.error(error);
    let (by, invalid) = (ask.by(), ask.invalid());
    let necessity = view! {
        <textarea id=id name=name.clone() rows="2" required=!line.proposed aria-describedby=by aria-invalid=invalid>
            {ui::textarea_text(&draft.value(FORM, &name))}
        </textarea>
    };
    view! {
        <div class="form">
            <div class="pair">
                {select(
                    "purpose",
                    Key::HandoverPurpose,
                    line.purpose.code(),
                    Purpose::ALL.iter().map(|&purpose| (purpose.code(), purpose_key(purpose))).collect(),
                )}
                {select(
                    "basis",
                    Key::HandoverBasis,
                    line.basis.code(),
                    Basis::ALL.iter().map(|&basis| (basis.code(), basis_key(basis))).collect(),
                )}
            </div>
            {ask.around(lang, necessity)}
        </div>
    }
    .into_any()
}
