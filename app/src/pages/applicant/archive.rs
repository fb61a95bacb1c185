//! The page that goes along in the archive of a copy: read from a disk, so it asks for nothing and runs nothing.

use leptos::prelude::*;
use office::{applicant::Copy, posting::Notice};
use rules::messages::{Key, Lang};

use super::copy::{recipients, remarks, said, sent, standing};
use crate::{
    frame::Frame,
    pages::{
        notice::{Said, parts},
        readings::opened,
    },
};

/// Enough to read it by, in the colours that the reader's system has.
const STYLE: &str = ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}\
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0;overflow-wrap:anywhere}\
    table{border-collapse:collapse;inline-size:100%}:is(th,td){text-align:start;border-block-end:1px solid;padding:.25rem .5rem}\
    .words{white-space:pre-wrap;overflow-wrap:anywhere}.fuse{display:none}";

/// What the notice says, for programs: a heading, and its sentences.
#[must_use]
pub fn information(lang: Lang, notice: &Notice) -> Vec<(String, Vec<String>)> {
    let flat = |said: Said| match said {
        Said::Text(text) => vec![text],
        Said::List(items) => items,
    };
    parts(lang, notice)
        .into_iter()
        .map(|part| (part.heading.to_owned(), part.says.into_iter().flat_map(flat).collect()))
        .collect()
}

/// The page as a file.
#[must_use]
pub fn html(frame: &Frame, copy: &Copy, notice: &Notice) -> String {
    let lang = frame.lang;
    let title = format!("{}: {}, {}", lang.text(Key::OwnTitle), copy.title, copy.employer);
    let files: Vec<_> = copy
        .files()
        .into_iter()
        .map(|file| {
            let path: Vec<String> = file
                .split('/')
                .map(|part| percent_encoding::utf8_percent_encode(part, percent_encoding::NON_ALPHANUMERIC).to_string())
                .collect();
            view! { <li><a href=path.join("/")>{file}</a></li> }
        })
        .collect();
    let information: Vec<_> = parts(lang, notice)
        .into_iter()
        .map(|part| {
            let says: Vec<_> = part.says.into_iter().map(said).collect();
            view! { <h3>{part.heading}</h3> {says} }
        })
        .collect();
    let page = || {
        view! {
            <html lang=lang.code()>
                <head>
                    <meta charset="utf-8"/>
                    <meta name="viewport" content="width=device-width, initial-scale=1"/>
                    <title>{title.clone()}</title>
                    <style>{STYLE}</style>
                </head>
                <body>
                    <h1>{title}</h1>
                    <p>{lang.fill(Key::OwnMadeAt, &[&frame.date(frame.now)])}</p>
                    {standing(frame, copy)}
                    {sent(lang, None, copy)}
                    <section>
                        <h2>{lang.text(Key::DocumentsTitle)}</h2>
                        <ul>{files}</ul>
                    </section>
                    {remarks(frame, copy)}
                    {recipients(frame, copy)}
                    {opened(frame, &copy.readings)}
                    <section>
                        <h2>{lang.text(Key::OwnInformation)}</h2>
                        {information}
                    </section>
                </body>
            </html>
        }
        .into_any()
    };
    format!("<!DOCTYPE html>{}", Owner::new().with(|| page().to_html()))
}
