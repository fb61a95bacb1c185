//! How the careers site looks: its administrator gives it a name, a logo, a colour and an imprint, and every public page shows them.

use crate::support;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use rules::{
    access::{Actor, Role},
    brand::MOST_LOGO_BYTES,
};
use support::{Multipart, Reply, TestApp, both_engines, png};

const FORM: &str = "/office/settings/brand";

/// An administrator's page, and what stands behind it.
struct Desk {
    app: TestApp,
    admin: Actor,
    cookie: String,
}

impl Desk {
    async fn open(app: TestApp) -> Self {
        let admin = app.account("admin@example.org", Role::Admin, None).await;
        let cookie = app.sign_in("admin@example.org").await;
        Self { app, admin, cookie }
    }

    /// Sends the form over what stands, with some of it otherwise.
    async fn save(&self, otherwise: &[(&str, &str)]) -> Reply {
        let stated = self.app.office.brand_text(&self.admin).await.expect("what is stated");
        let seen = stated.version();
        let own = if stated.accent.is_empty() { "no" } else { "yes" };
        let mut fields = vec![
            ("name", stated.name.as_str()),
            ("own", own),
            ("accent", &stated.accent),
            ("imprint", &stated.imprint),
            ("seen", &seen),
        ];
        for (name, value) in &mut fields {
            *value = otherwise.iter().find(|(other, _)| other == name).map_or(*value, |(_, value)| value);
        }
        self.app.post(FORM, &self.cookie, &fields).await
    }

    async fn send_logo(&self, name: &str, content: &[u8]) -> Reply {
        let mut request: Request<Body> = Multipart::new().file("file", name, content).request("/office/settings/brand/logo");
        request.headers_mut().insert(header::COOKIE, self.cookie.parse().expect("a cookie"));
        self.app.call(request).await
    }

    async fn logo(&self) -> Option<String> {
        self.app.office.brand().await.expect("the brand").logo.map(|logo| logo.hash)
    }
}

fn head<'a>(reply: &'a Reply, name: &str) -> &'a str {
    reply.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// The address in a page that begins so.
fn address(page: &str, begins: &str) -> String {
    let rest = page.split_once(&format!("\"{begins}")).unwrap_or_else(|| panic!("{begins} is not on {page}")).1;
    format!("{begins}{}", rest.split('"').next().unwrap_or_default())
}

both_engines!(what_the_administrator_sets_stands_on_every_public_page, |place| async move {
    let desk = Desk::open(TestApp::open(place).await).await;
    let before = desk.app.get("/", "").await.text();
    assert!(
        !before.contains("/brand/") && !before.contains("/imprint") && before.contains(">Werk &amp; Wandel GmbH</a>"),
        "{before}"
    );
    assert_eq!(desk.app.get("/imprint", "").await.status, StatusCode::NOT_FOUND);

    let imprint = "## Werk & Wandel\r\n\r\nHRB 12345 <script>";
    let saved = desk.save(&[("name", "Havelwerk"), ("own", "yes"), ("accent", "#7A1FA2"), ("imprint", imprint)]).await;
    assert_eq!(
        (saved.status, saved.location()),
        (StatusCode::SEE_OTHER, "/office/settings/brand?done=brand"),
        "{}",
        saved.text()
    );
    let logo = png(640, 160);
    let saved = desk.send_logo("logo.png", &logo).await;
    assert_eq!(saved.location(), "/office/settings/brand?done=logo", "{}", saved.text());
    let page = desk.app.get(saved.location(), &desk.cookie).await.text();
    for shown in ["The logo stands on the careers site now", "640 by 160 pixels", "value=\"#7a1fa2\"", "HRB 12345 &lt;script&gt;"]
    {
        assert!(page.contains(shown), "{shown} is not on {page}");
    }

    for path in ["/", "/status", "/notice", "/sign-in", "/imprint", "/nothing-here"] {
        let page = desk.app.get(path, "").await.text();
        assert!(page.contains(" – Havelwerk</title>") && page.contains("alt=\"Havelwerk\""), "{path}: {page}");
        assert!(page.contains("href=\"/imprint\"") && page.contains("href=\"/notice\""), "{path}: {page}");
        assert!(page.contains("width=\"640\" height=\"160\""), "{path}: {page}");
    }
    let page = desk.app.get("/imprint", "").await.text();
    assert!(page.contains("<h2>Werk &amp; Wandel</h2>") && page.contains("HRB 12345 &lt;script&gt;"), "{page}");

    let home = desk.app.get("/", "").await.text();
    let picture = desk.app.get(&address(&home, "/brand/"), "").await;
    let sheet = desk.app.get(&address(&home.replace(&address(&home, "/brand/"), ""), "/brand/"), "").await;
    let (picture, sheet) = if head(&picture, "content-type") == "image/png" { (picture, sheet) } else { (sheet, picture) };
    assert_eq!(picture.bytes, logo);
    assert!(sheet.text().contains("--accent:light-dark(#7a1fa2,#"), "{}", sheet.text());
    for (file, kind) in [(&picture, "image/png"), (&sheet, "text/css; charset=utf-8")] {
        assert_eq!((file.status, head(file, "content-type")), (StatusCode::OK, kind));
        assert_eq!(head(file, "x-content-type-options"), "nosniff");
        assert_eq!(head(file, "cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(head(file, "content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
    }
});

#[tokio::test]
async fn a_logo_that_was_replaced_or_removed_is_no_longer_there_and_the_name_stands_in_its_place() {
    let desk = Desk::open(TestApp::start().await).await;
    desk.send_logo("one.png", &png(320, 80)).await;
    let first = desk.logo().await.expect("a logo");
    desk.send_logo("two.png", &png(240, 80)).await;
    let second = desk.logo().await.expect("a logo");
    let at = |hash: &str, ending: &str| format!("/brand/{hash}.{ending}");
    for (path, status) in [
        (at(&first, "png"), StatusCode::NOT_FOUND),
        (at(&second, "png"), StatusCode::OK),
        (at(&second, "jpg"), StatusCode::NOT_FOUND),
        (at(&second, "css"), StatusCode::NOT_FOUND),
        ("/brand/logo".to_owned(), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(desk.app.get(&path, "").await.status, status, "{path}");
    }

    let remove = |hash: &str| format!("/office/settings/brand/logo/{hash}/remove");
    let late = desk.app.post(&remove(&first), &desk.cookie, &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "another one stands by now");
    assert_eq!(desk.logo().await.as_ref(), Some(&second));
    let removed = desk.app.post(&remove(&second), &desk.cookie, &[]).await;
    assert_eq!(removed.location(), "/office/settings/brand?done=logo_removed", "{}", removed.text());
    assert_eq!(desk.app.get(&at(&second, "png"), "").await.status, StatusCode::NOT_FOUND);
    let home = desk.app.get("/", "").await.text();
    assert!(home.contains(">Werk &amp; Wandel GmbH</a>") && !home.contains("<img"), "{home}");
}

#[tokio::test]
async fn a_file_that_is_no_logo_is_told_beside_its_field_and_the_one_before_stays() {
    let desk = Desk::open(TestApp::start().await).await;
    desk.send_logo("logo.png", &png(320, 80)).await;
    let before = desk.logo().await;
    let cut_off = &png(320, 80)[..40];
    for (name, content, words) in [
        ("logo.svg", &b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"[..], "PNG, JPEG or WebP that does not move"),
        ("logo.png", b"<script>alert(1)</script>", "PNG, JPEG or WebP that does not move"),
        ("logo.png", b"", "The file is empty"),
        ("", b"", "Choose the file with your logo"),
        ("logo.png", cut_off, "cut off or damaged"),
        ("logo.png", &png(4097, 80), "at most 4,096 pixels on each side"),
        ("logo.png", &[&b"\x89PNG\r\n\x1a\n"[..], &vec![0; MOST_LOGO_BYTES]].concat(), "too large: at most 256 KiB"),
        ("logo.png", &vec![0; 3 << 20], "too large: at most 256 KiB"),
    ] {
        let reply = desk.send_logo(name, content).await;
        let page = reply.text();
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}: {page}");
        assert!(page.contains("href=\"#logo-file\""), "{words}: no way to the field in {page}");
        let error =
            page.split_once("id=\"logo-file-error\"").unwrap_or_else(|| panic!("{words}: nothing beside the field in {page}")).1;
        assert!(error.split("</p>").next().is_some_and(|error| error.contains(words)), "{words} is not beside the field: {page}");
        assert_eq!(desk.logo().await, before, "{words}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_with_everything_typed_and_nothing_is_stored() {
    let desk = Desk::open(TestApp::start().await).await;
    let before = desk.app.office.brand_text(&desk.admin).await.expect("what is stated");
    for (field, typed, words) in [
        ("accent", ("accent", "#ffd400"), "it reaches a contrast of 1.2 to 1, and 4.5 to 1 are needed"),
        ("accent", ("accent", "red"), "Our own colour"),
        ("name", ("name", " "), "Name of the employer"),
        ("imprint", ("imprint", "a\u{7}b"), "Imprint"),
    ] {
        let mut sent = vec![("own", "yes"), ("accent", "#0a5260"), ("imprint", "Typed & kept"), ("name", "Havelwerk")];
        sent.retain(|(name, _)| *name != typed.0);
        sent.push(typed);
        let reply = desk.save(&sent).await;
        let page = reply.text();
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed:?}: {page}");
        assert!(
            page.contains(&format!("href=\"#brand-{field}\"")) && page.contains(&format!("id=\"brand-{field}-error\"")),
            "{page}"
        );
        assert_eq!(page.matches(words).count().min(2), 2, "{words} stands above and beside the field: {page}");
        for kept in [("imprint", "Typed &amp; kept"), ("name", "value=\"Havelwerk\""), ("own", "value=\"yes\" checked")] {
            assert!(kept.0 == typed.0 || page.contains(kept.1), "{kept:?} is lost: {page}");
        }
        assert_eq!(desk.app.office.brand_text(&desk.admin).await.expect("what is stated"), before, "{typed:?}");
    }
    // A colour that was not chosen says nothing, whatever the browser sends with it.
    let saved = desk.save(&[("own", "no"), ("accent", "#ffd400")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text());
}

#[tokio::test]
async fn what_somebody_else_changed_meanwhile_is_not_overturned_by_an_old_tab() {
    let desk = Desk::open(TestApp::start().await).await;
    let old = desk.app.office.brand_text(&desk.admin).await.expect("what is stated").version();
    assert_eq!(desk.save(&[("imprint", "HRB 1")]).await.status, StatusCode::SEE_OTHER);
    let refused = desk.save(&[("imprint", "HRB 2"), ("seen", &old)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let page = refused.text();
    assert!(page.contains(">HRB 2</textarea>"), "{page}");
    let now = address(&page, &desk.app.office.brand_text(&desk.admin).await.expect("what is stated").version());
    assert_eq!(desk.save(&[("imprint", "HRB 2"), ("seen", &now)]).await.status, StatusCode::SEE_OTHER, "told so, the person may");
}

#[tokio::test]
async fn an_imprint_that_stands_elsewhere_is_linked_there() {
    let desk = Desk::open(TestApp::start().await).await;
    desk.save(&[("imprint", "https://werk-und-wandel.example/impressum")]).await;
    let home = desk.app.get("/", "").await.text();
    assert!(home.contains("<a href=\"https://werk-und-wandel.example/impressum\">Imprint</a>"), "{home}");
    let there = desk.app.get("/imprint", "").await;
    assert_eq!((there.status, there.location()), (StatusCode::SEE_OTHER, "https://werk-und-wandel.example/impressum"));
    desk.save(&[("imprint", "")]).await;
    assert!(!desk.app.get("/", "").await.text().contains("Imprint"));
}

#[tokio::test]
async fn the_journal_names_each_part_that_changed_and_no_other() {
    let desk = Desk::open(TestApp::start().await).await;
    let privacy = desk.app.account("privacy@example.org", Role::Privacy, None).await;
    desk.save(&[("name", "Havelwerk"), ("own", "yes"), ("accent", "#0a5260")]).await;
    desk.save(&[("imprint", "HRB 1")]).await;
    desk.send_logo("logo.png", &png(320, 80)).await;
    desk.app.office.sequence().await.expect("the journal");
    let lines = desk.app.office.read_journal(&privacy, None, 100).await.expect("the journal");
    let changed = lines.into_iter().filter(|line| line.what == "manage_settings").flat_map(|line| line.subjects);
    let mut changed: Vec<String> = changed.collect();
    changed.sort();
    assert_eq!(changed, ["brand.accent", "brand.imprint", "brand.logo", "brand.name"]);
}

#[tokio::test]
async fn postings_and_what_is_published_for_programs_say_the_new_name() {
    let desk = Desk::open(TestApp::start().await).await;
    let hr = desk.app.account("hr@example.org", Role::Hr, None).await;
    desk.app.open_posting(&hr).await;
    desk.save(&[("name", "Havelwerk")]).await;
    for path in ["/jobs.json", "/feed.atom"] {
        let text = desk.app.get(path, "").await.text();
        assert!(text.contains("Havelwerk") && !text.contains("Wandel"), "{path}: {text}");
    }
}

#[tokio::test]
async fn only_the_employer_whose_site_it_is_changes_it_and_no_two_have_one_name() {
    let desk = Desk::open(TestApp::start().await).await;
    desk.send_logo("logo.png", &png(320, 80)).await;
    let other = desk.app.second_employer().await;
    let add = desk.app.office.add_account("other@example.org", "Somebody", support::PASSWORD, &other, Role::Admin, None);
    add.await.expect("an account");
    let cookie = desk.app.sign_in("other@example.org").await;
    let before = (desk.app.office.brand().await.expect("the brand"), desk.logo().await.expect("a logo"));

    assert_eq!(desk.app.get(FORM, &cookie).await.status, StatusCode::FORBIDDEN);
    let settings = async |cookie: &str| desk.app.get("/office/settings", cookie).await.text();
    assert!(settings(&desk.cookie).await.contains(FORM) && !settings(&cookie).await.contains(FORM), "a way that leads nowhere");
    let fields = [("name", "Mine"), ("own", "yes"), ("accent", "#7a1fa2"), ("imprint", "mine"), ("seen", "")];
    let remove = format!("/office/settings/brand/logo/{}/remove", before.1);
    for (path, fields) in [(FORM, &fields[..]), (&*remove, &[])] {
        assert_eq!(desk.app.post(path, &cookie, fields).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let desk = Desk { cookie, ..desk };
    assert_eq!(desk.send_logo("logo.png", &png(240, 80)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(desk.app.office.brand().await.expect("the brand"), before.0);

    let desk = Desk { cookie: desk.app.sign_in("admin@example.org").await, ..desk };
    let refused = desk.save(&[("name", "Other Ltd")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("somebody else has this already"), "{}", refused.text());
    assert_eq!(desk.save(&[("name", "Another Ltd")]).await.status, StatusCode::SEE_OTHER);
}
