//! The document around a page: its head, and the frame of the careers site or of the desk.

mod about;
mod language;
mod navigation;

pub use about::About;
pub use language::Kept;
use leptos::prelude::*;
use rules::messages::{Key, Lang, filled};

use self::{
    about::about_page,
    navigation::{colophon, masthead, rail},
};
use crate::{
    frame::Frame,
    pages::{
        desk::{CLOCK, clock_banner, gallery::ADDRESS as GALLERY},
        outbox::ADDRESS as OUTBOX,
    },
    ui,
};

/// A page: its title and its body.
pub struct Page {
    /// The title, without the name of the employer or the product.
    pub title: String,
    /// Everything inside `<main>`.
    pub main: AnyView,
    /// Whether an island is on it.
    pub islands: bool,
}

/// The whole document of a page of the careers site.
#[must_use]
pub fn site(frame: &Frame, page: Page) -> AnyView {
    let title = filled("{} – {}", &[&page.title, &frame.employer]);
    let about = match use_context::<About>() {
        Some(about) => about_page(frame, about),
        None => view! { <meta name="description" content=frame.lang.fill(Key::FooterText, &[&frame.employer])/> }.into_any(),
    };
    let body = view! {
        <body class="site">
            {skip(frame.lang)}
            {demo(frame, OUTBOX, Key::NavOutbox)}
            {masthead(frame)}
            <main id="main" tabindex="-1">{page.main}</main>
            {colophon(frame)}
        </body>
    };
    document(frame, title, Some(about), page.islands, body.into_any())
}

/// The whole document of a page of the desk.
#[must_use]
pub fn desk(frame: &Frame, page: Page) -> AnyView {
    let title = filled("{} – {}", &[&page.title, frame.lang.text(Key::ProductName)]);
    let body = view! {
        <body class="desk">
            {skip(frame.lang)}
            {demo(frame, GALLERY, Key::NavGallery)}
            {rail(frame)}
            <main id="main" tabindex="-1">
                {frame.done.map(|done| ui::toast(frame, done))}
                {frame.clock.filter(|_| frame.path != CLOCK).map(|stop| clock_banner(frame, &stop))}
                {page.main}
            </main>
        </body>
    };
    document(frame, title, None, page.islands, body.into_any())
}

fn document(frame: &Frame, title: String, about: Option<AnyView>, islands: bool, body: AnyView) -> AnyView {
    // The server names its files; without them the page works as it stands.
    let scripts = use_context::<LeptosOptions>()
        .filter(|_| islands)
        .map(|options| view! { <HydrationScripts options=options islands=true/> });
    view! {
        <!DOCTYPE html>
        <html lang=frame.lang.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>{title}</title>
                {about}
                <link rel="icon" href="/assets/icon.svg" type="image/svg+xml"/>
                <link rel="stylesheet" href="/assets/style.css"/>
                {frame.brand.style.clone().map(|style| view! { <link rel="stylesheet" href=style/> })}
                {scripts}
            </head>
            {body}
        </html>
    }
    .into_any()
}

fn skip(lang: Lang) -> AnyView {
    view! { <a class="skip" href="#main">{lang.text(Key::SkipToContent)}</a> }.into_any()
}

/// That this is a demonstration, with the way to what only a demonstration has.
fn demo(frame: &Frame, href: &'static str, what: Key) -> Option<AnyView> {
    let lang = frame.lang;
    let current = (frame.path == href).then_some("page");
    frame.demo.then(|| {
        view! {
            <aside class="demo" aria-label=lang.text(Key::DemoLabel)>
                {lang.text(Key::DemoText)}
                " "
                <a href=href aria-current=current>{lang.text(what)}</a>
            </aside>
        }
        .into_any()
    })
}

#[cfg(test)]
mod tests {
    use rules::{access::Role, done::Done};

    use super::*;
    use crate::{
        fixtures::{HOSTILE, desk_frame, frame},
        frame::{Brand, Logo},
    };

    fn whole(document: impl FnOnce(Page) -> AnyView) -> String {
        let page = || Page { title: HOSTILE.to_owned(), main: ().into_any(), islands: true };
        Owner::new().with(|| document(page()).to_html())
    }

    #[test]
    fn a_document_says_its_language_and_keeps_its_title_text() {
        for &lang in Lang::ALL {
            let html = whole(|page| site(&frame(lang), page));
            assert!(
                html.starts_with("<!DOCTYPE html><html lang=\"") && html.contains(&format!("<html lang=\"{}\">", lang.code())),
                "{html}"
            );
            assert!(!html.contains("<script") && !html.contains("style="), "{html}");
            assert!(html.contains(" – Havelwerk</title>"), "{html}");
        }
    }

    #[test]
    fn the_language_switch_leads_back_to_the_page_as_it_was_narrowed_down() {
        let back = |query: &str| {
            let frame = Frame { query: query.to_owned(), ..frame(Lang::En) };
            let html = whole(|page| site(&frame, page));
            let (_, after) = html.split_once("name=\"back\" value=\"").expect("a way back");
            after.split('"').next().expect("its end").to_owned()
        };
        assert_eq!(back("place=Leipzig&kind=full_time"), "/?place=Leipzig&amp;kind=full_time");
        assert_eq!(back(""), "/");
    }

    #[test]
    fn a_page_that_is_shared_says_what_it_is_and_asks_nobody_else() {
        let html = whole(|page| {
            provide_context(About {
                path: "/jobs/optician".to_owned(),
                title: HOSTILE.to_owned(),
                description: HOSTILE.to_owned(),
                lang: Lang::Nl,
                data: Some("{}".to_owned()),
            });
            site(&frame(Lang::De), page)
        });
        for said in [
            "<link rel=\"canonical\" href=\"https://jobs.havelwerk.example/jobs/optician\">",
            "property=\"og:url\" content=\"https://jobs.havelwerk.example/jobs/optician\"",
            "property=\"og:locale\" content=\"nl_NL\"",
            "property=\"og:site_name\" content=\"Havelwerk\"",
            "<script type=\"application/ld+json\">{}</script>",
            "href=\"/feed.atom\"",
        ] {
            assert!(html.contains(said), "{said} is missing: {html}");
        }
        assert!(!html.contains("<script>") && !html.contains("og:image") && !html.contains("hreflang"), "{html}");
    }

    #[test]
    fn the_logo_stands_for_the_name_and_beside_a_link_to_the_site() {
        let logo = Logo { path: "/brand/0a.png".to_owned(), width: 320, height: 80 };
        let brand = Brand {
            style: Some("/brand/0b.css".to_owned()),
            logo: Some(logo),
            imprint: Some("https://havelwerk.example/imprint".to_owned()),
        };
        let frame = Frame { brand, employer: HOSTILE.to_owned(), ..frame(Lang::En) };
        let html = whole(|page| {
            provide_context(About {
                path: "/".to_owned(),
                title: String::new(),
                description: String::new(),
                lang: Lang::En,
                data: None,
            });
            site(&frame, page)
        });
        for said in [
            "<img src=\"/brand/0a.png\" width=\"320\" height=\"80\" alt=\"&quot;",
            "property=\"og:image\" content=\"https://jobs.havelwerk.example/brand/0a.png\"",
            "property=\"og:image:width\" content=\"320\"",
            "<link rel=\"stylesheet\" href=\"/assets/style.css\"><link rel=\"stylesheet\" href=\"/brand/0b.css\">",
            "<a href=\"https://havelwerk.example/imprint\">Imprint</a>",
            "href=\"/notice\"",
        ] {
            assert!(html.contains(said), "{said} is missing: {html}");
        }
    }

    #[test]
    fn what_was_done_is_said_above_everything_else_and_can_be_dismissed() {
        let done = Frame { done: Some(Done::Settings), path: "/office/settings".to_owned(), ..desk_frame(Lang::En, Role::Admin) };
        let html = whole(|page| desk(&done, page));
        let main = html.split_once("<main").expect("a page").1;
        assert!(main.contains("role=\"status\"") && main.contains("The settings are saved"), "{main}");
        assert!(main.contains("href=\"/office/settings\">Dismiss"), "{main}");
        assert!(!whole(|page| desk(&desk_frame(Lang::En, Role::Admin), page)).contains("role=\"status\""));
    }

    #[test]
    fn the_desk_offers_each_role_what_it_may_do() {
        let offered = |role| {
            let html = whole(|page| desk(&desk_frame(Lang::En, role), page));
            html.match_indices("href=\"/office/")
                .filter_map(|(at, found)| html[at + found.len()..].split('"').next().map(str::to_owned))
                .collect::<Vec<_>>()
        };
        assert_eq!(offered(Role::Hr), ["applications", "postings", "retention", "employees", "pool", "requests", "papers"]);
        assert_eq!(offered(Role::Head), ["applications"]);
        assert_eq!(offered(Role::Privacy), ["retention", "requests", "evidence", "audit"]);
        assert_eq!(offered(Role::Admin), ["people", "settings"]);
        assert_eq!(offered(Role::Accounting), ["papers"]);
    }

    #[test]
    fn the_language_can_be_changed_from_every_page_and_leads_back() {
        for html in [whole(|page| site(&frame(Lang::De), page)), whole(|page| desk(&desk_frame(Lang::De, Role::Hr), page))] {
            assert!(html.contains("action=\"/language\"") && html.contains("name=\"back\""), "{html}");
            assert!(html.contains("value=\"en\"") && html.contains("value=\"nl\""), "{html}");
            assert!(!html.contains("value=\"de\""), "the language in use is no button: {html}");
        }
    }

    #[test]
    fn a_demonstration_says_so() {
        let demo = Frame { demo: true, ..frame(Lang::En) };
        assert!(whole(|page| site(&demo, page)).contains(Lang::En.text(Key::DemoText)));
        assert!(!whole(|page| site(&frame(Lang::En), page)).contains(Lang::En.text(Key::DemoText)));
    }
}
