//! What a page of the careers site says of itself to whoever links to it or finds it.

use leptos::prelude::*;
use rules::messages::{Key, Lang};

use crate::frame::Frame;

/// What a page says of itself to whoever links to it or finds it; a page of the careers site provides it as context.
#[derive(Clone)]
pub struct About {
    /// The one path under which it is found.
    pub path: String,
    /// Its title, as it is shared.
    pub title: String,
    /// A sentence about it.
    pub description: String,
    /// The language of the two.
    pub lang: Lang,
    /// What it says to programs, as JSON-LD; nothing in it ends a script.
    pub data: Option<String>,
}

/// Its one address, the feed, and what a link to it shows (Open Graph): the logo, if there is one.
pub(super) fn about_page(frame: &Frame, about: About) -> AnyView {
    let url = format!("{}{}", frame.public_url, about.path);
    let shown = [
        ("og:type", "website".to_owned()),
        ("og:site_name", frame.employer.clone()),
        ("og:title", about.title),
        ("og:description", about.description.clone()),
        ("og:url", url.clone()),
        ("og:locale", locale(about.lang).to_owned()),
    ];
    let logo = frame.brand.logo.as_ref().map(|logo| {
        [
            ("og:image", format!("{}{}", frame.public_url, logo.path)),
            ("og:image:width", logo.width.to_string()),
            ("og:image:height", logo.height.to_string()),
            ("og:image:alt", frame.employer.clone()),
        ]
    });
    let shown: Vec<_> = shown
        .into_iter()
        .chain(logo.into_iter().flatten())
        .map(|(name, text)| leptos::html::meta().attr("property", name).content(text))
        .collect();
    let data = about
        .data
        .map(|json| view! { <script type="application/ld+json" nonce=leptos::nonce::use_nonce() inner_html=json></script> });
    view! {
        <meta name="description" content=about.description/>
        <link rel="canonical" href=url/>
        <link rel="alternate" type="application/atom+xml" href="/feed.atom" title=frame.lang.text(Key::NavOpenPostings)/>
        {shown}
        {data}
    }
    .into_any()
}

/// A language with the country in whose form its dates and numbers stand.
const fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::De => "de_DE",
        Lang::En => "en_GB",
        Lang::Nl => "nl_NL",
    }
}
