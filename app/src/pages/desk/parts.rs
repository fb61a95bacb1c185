//! Pieces that the pages of the desk share; panels and alerts are the applicant's too.

use leptos::prelude::*;
use rules::{
    id::EntryId,
    messages::{Key, Lang},
};

/// The top of a page: the way back, the title, what stands below it, and acts opposite.
pub(super) fn head(back: Option<(String, String)>, title: String, below: Option<AnyView>, acts: Option<AnyView>) -> AnyView {
    view! {
        <div class="head">
            <div>
                {back.map(|(href, label)| view! { <a class="back" href=href>{label}</a> })}
                <h1>{title}</h1>
                {below}
            </div>
            {acts.map(|acts| view! { <div class="row">{acts}</div> })}
        </div>
    }
    .into_any()
}

/// A line of muted words below a title.
pub(super) fn muted(text: impl Into<String>) -> AnyView {
    view! { <p class="muted">{text.into()}</p> }.into_any()
}

/// A section on a sheet, with a heading whose id is `id` and an optional number beside it.
pub(in crate::pages) fn panel(
    id: &'static str,
    title: impl Into<String>,
    tally: Option<usize>,
    inside: impl IntoView + 'static,
) -> AnyView {
    let heading = match tally {
        None => view! { <h2 id=id>{title.into()}</h2> }.into_any(),
        Some(count) => view! {
            <header>
                <h2 id=id>{title.into()}</h2>
                <span class="tally">{count}</span>
            </header>
        }
        .into_any(),
    };
    view! {
        <section class="panel" aria-labelledby=id>
            {heading}
            {inside}
        </section>
    }
    .into_any()
}

/// A message with a heading of its own and its sentences.
pub(in crate::pages) fn alert(
    id: &'static str,
    tone: &'static str,
    title: impl Into<String>,
    inside: impl IntoView + 'static,
) -> AnyView {
    view! {
        <section class="alert" data-tone=tone aria-labelledby=id>
            <h2 id=id>{title.into()}</h2>
            {inside}
        </section>
    }
    .into_any()
}

/// The link to the page before and the page after, where there is one.
pub(super) fn pager(lang: Lang, newer: Option<String>, older: Option<String>) -> Option<AnyView> {
    let end = |address: Option<String>, key: Key, rel: &'static str| match address {
        Some(href) => view! { <a class="button" href=href rel=rel>{lang.text(key)}</a> }.into_any(),
        None => view! { <span class="button" aria-disabled="true">{lang.text(key)}</span> }.into_any(),
    };
    (newer.is_some() || older.is_some()).then(|| {
        view! {
            <nav class="pager" aria-label=lang.text(Key::PagerLabel)>
                {end(newer, Key::PagerNewer, "prev")}
                {end(older, Key::PagerOlder, "next")}
            </nav>
        }
        .into_any()
    })
}

/// Several names in one line.
pub(super) fn list(names: impl IntoIterator<Item = impl Into<String>>) -> String {
    names.into_iter().map(Into::into).collect::<Vec<String>>().join(", ")
}

/// The last digits of an identifier, enough to tell two apart; what is no identifier stands whole.
pub(super) fn short_id(id: &str) -> AnyView {
    let short = EntryId::parse(id).and_then(|_| Some(format!("…{}", id.get(28..)?)));
    view! { <code title=id.to_owned()>{short.unwrap_or_else(|| id.to_owned())}</code> }.into_any()
}
