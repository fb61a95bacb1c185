//! The document around a page: its head, and the frame of the careers site or of the desk.

use leptos::prelude::*;
use rules::{
    access::Action,
    messages::{Key, Lang, filled},
};

use crate::{
    frame::{Frame, Logo},
    pages::desk::{CLOCK, clock_banner, gallery::ADDRESS as GALLERY},
    texts, ui,
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

/// The form of a page whose text a change of language takes along; a page provides it as context.
#[derive(Clone)]
pub struct Kept {
    /// The form's id.
    pub form: &'static str,
    /// Where it is sent to come back in another language.
    pub address: String,
}

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
            {demo(frame, None)}
            {masthead(frame)}
            <main id="main" tabindex="-1">{page.main}</main>
            {colophon(frame)}
        </body>
    };
    document(frame, title, Some(about), page.islands, body.into_any())
}

/// Its one address, the feed, and what a link to it shows (Open Graph): the logo, if there is one.
fn about_page(frame: &Frame, about: About) -> AnyView {
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

/// The whole document of a page of the desk.
#[must_use]
pub fn desk(frame: &Frame, page: Page) -> AnyView {
    let title = filled("{} – {}", &[&page.title, frame.lang.text(Key::ProductName)]);
    let body = view! {
        <body class="desk">
            {skip(frame.lang)}
            {demo(frame, Some(GALLERY))}
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

/// That this is a demonstration; at the desk with the way to what only a demonstration has.
fn demo(frame: &Frame, gallery: Option<&'static str>) -> Option<AnyView> {
    let lang = frame.lang;
    let gallery = gallery.map(|href| {
        let current = (frame.path == href).then_some("page");
        view! { " " <a href=href aria-current=current>{lang.text(Key::NavGallery)}</a> }
    });
    frame.demo.then(|| {
        view! {
            <aside class="demo" aria-label=lang.text(Key::DemoLabel)>
                {lang.text(Key::DemoText)}
                {gallery}
            </aside>
        }
        .into_any()
    })
}

fn masthead(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    view! {
        <header class="masthead">
            {brand(frame)}
            <nav aria-label=lang.text(Key::NavSite)>
                <ul>{link(frame, "/", Key::NavOpenPostings)} {link(frame, "/status", Key::NavMyApplication)}</ul>
            </nav>
        </header>
    }
    .into_any()
}

/// The employer's logo, or the name over the dwindling line.
fn brand(frame: &Frame) -> AnyView {
    match &frame.brand.logo {
        Some(Logo { path, width, height }) => view! {
            <a class="logo" href="/">
                <img src=path.clone() width=width.to_string() height=height.to_string() alt=frame.employer.clone()/>
            </a>
        }
        .into_any(),
        None => view! { <a class="brand" href="/">{frame.employer.clone()}</a> }.into_any(),
    }
}

fn colophon(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let staff = match frame.person {
        Some(_) => link(frame, "/office", Key::NavDesk),
        None => link(frame, "/sign-in", Key::NavStaff),
    };
    let imprint = frame.brand.imprint.clone().map(|href| {
        let current = (frame.path == href).then_some("page");
        view! { <li><a href=href aria-current=current>{lang.text(Key::NavImprint)}</a></li> }
    });
    view! {
        <footer class="colophon">
            <nav aria-label=lang.text(Key::NavAbout)>
                <ul>{imprint} {link(frame, "/notice", Key::NavNotice)} {staff}</ul>
            </nav>
            {language(frame)}
            <p>{lang.fill(Key::FooterText, &[&frame.employer])}</p>
        </footer>
    }
    .into_any()
}

fn rail(frame: &Frame) -> AnyView {
    let lang = frame.lang;
    let places = [
        (Action::EnterDesk, "/office", Key::NavStart),
        (Action::ListApplications, "/office/applications", Key::NavApplications),
        (Action::ListPostings, "/office/postings", Key::NavPostings),
        (Action::ReadPlan, "/office/retention", Key::NavRetention),
        (Action::ReadEmployees, "/office/employees", Key::NavEmployees),
        (Action::RunPool, "/office/pool", Key::NavPool),
        (Action::ReadRequests, "/office/requests", Key::NavRequests),
        (Action::ReadEvidence, "/office/evidence", Key::NavEvidence),
        (Action::EnterPaper, "/office/papers", Key::NavPapers),
        (Action::ReadJournal, "/office/audit", Key::NavAudit),
        (Action::ManagePeople, "/office/people", Key::NavPeople),
        (Action::ManageSettings, "/office/settings", Key::NavSettings),
    ];
    let links =
        places.into_iter().filter(|(action, ..)| frame.may(*action)).map(|(_, href, key)| link(frame, href, key)).collect_view();
    let mut roles = frame.roles();
    roles.dedup();
    let roles = roles
        .into_iter()
        .map(|role| lang.text(texts::role(role)))
        .chain([frame.employer.as_str()])
        .collect::<Vec<_>>()
        .join(", ");
    let me = frame.person.as_ref().map(|person| view! { <p>{person.name.clone()} " " <span>{roles}</span></p> });
    view! {
        <header class="rail">
            <a class="brand" href="/office">{lang.text(Key::ProductName)}</a>
            <details class="menu">
                <summary>{lang.text(Key::NavMenu)}</summary>
                <nav aria-label=lang.text(Key::NavDesk)>
                    <ul class="nav">{links}</ul>
                </nav>
                <div class="me">
                    {me}
                    {language(frame)}
                    <form method="post" action="/sign-out">
                        <button class="button">{lang.text(Key::SignOut)}</button>
                    </form>
                </div>
            </details>
        </header>
    }
    .into_any()
}

/// A link in a navigation, marked where the reader stands: on the page itself, or on one below it.
fn link(frame: &Frame, href: &'static str, key: Key) -> AnyView {
    let below = !matches!(href, "/" | "/office") && frame.path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
    let current = if frame.path == href { Some("page") } else { below.then_some("true") };
    view! { <li><a href=href aria-current=current>{frame.lang.text(key)}</a></li> }.into_any()
}

/// The language switch: a form, so that it works everywhere, with the language in use as plain text. Its buttons send the form that is
/// to be kept instead, without its files.
fn language(frame: &Frame) -> AnyView {
    let kept = use_context::<Kept>();
    let choices = Lang::ALL.iter().map(|&lang| {
        let name = lang.text(texts::language(lang));
        if lang == frame.lang {
            view! { <b lang=lang.code() aria-current="true">{name}</b> }.into_any()
        } else {
            let kept = kept.as_ref();
            view! {
                <button
                    class="button quiet"
                    name="lang"
                    value=lang.code()
                    lang=lang.code()
                    form=kept.map(|kept| kept.form)
                    formaction=kept.map(|kept| kept.address.clone())
                    formenctype=kept.map(|_| "application/x-www-form-urlencoded")
                >
                    {name}
                </button>
            }
            .into_any()
        }
    });
    let back = [frame.path.as_str(), &frame.query].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("?");
    view! {
        <form class="row" method="post" action="/language" aria-label=frame.lang.text(Key::SetLanguage)>
            <input type="hidden" name="back" value=back/>
            {choices.collect_view()}
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use rules::{access::Role, done::Done};

    use super::*;
    use crate::{
        fixtures::{HOSTILE, desk_frame, frame},
        frame::Brand,
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
