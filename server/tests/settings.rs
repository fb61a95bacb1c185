//! Settings of the desk: a new house is made ready to publish by its administrator, in the browser.

use crate::support;

use axum::http::StatusCode;
use rules::{
    access::{Actor, Role},
    retention::Start,
};
use support::TestApp;

type Setting = (&'static str, &'static str);

const FILLED: [Setting; 11] = [
    ("notice.controller", "Werk & Wandel GmbH\r\nSpinnereistraße 7, 04179 Leipzig"),
    ("notice.officer", "Femke Bakker, privacy@werk-und-wandel.example"),
    ("notice.authority", "Sächsische Datenschutzbeauftragte, Dresden"),
    ("notice.recipients", "nobody outside the employer"),
    ("notice.third_countries", "none"),
    ("notice.region", "Leipzig, on our own servers"),
    ("retention.months", "04"),
    ("retention.start", "earliest"),
    ("papers.years", "10"),
    ("journal.alert", "250"),
    ("journal.months", "36"),
];

/// The form with everything in it, but for what is named otherwise.
fn form(otherwise: &[Setting]) -> Vec<Setting> {
    let value = |name| otherwise.iter().find(|(other, _)| *other == name).map(|(_, value)| *value);
    FILLED.iter().map(|&(name, filled)| (name, value(name).unwrap_or(filled))).collect()
}

/// The form of a notice that names nothing.
fn emptied() -> Vec<Setting> {
    let nothing = |(name, value): Setting| (name, if name.starts_with("notice.") { "" } else { value });
    FILLED.into_iter().map(nothing).collect()
}

async fn stored(app: &TestApp, admin: &Actor) -> Vec<(&'static str, String)> {
    app.office.desk_settings(admin).await.expect("the settings")
}

#[tokio::test]
async fn n20_hr_can_publish_once_the_administrator_has_stated_what_the_notice_must_name() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    app.account("admin@example.org", Role::Admin, None).await;
    let draft = app.draft(&hr).await;
    let publish = format!("/office/postings/{draft}/publish");
    let (hr_cookie, admin_cookie) = (app.sign_in("hr@example.org").await, app.sign_in("admin@example.org").await);

    assert_eq!(app.post("/office/settings", &admin_cookie, &emptied()).await.status, StatusCode::SEE_OTHER);
    let page = app.get("/office/settings", &admin_cookie).await;
    assert!(page.text().contains("No posting can be published yet"), "{}", page.text());
    let refused = app.post(&publish, &hr_cookie, &[]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    for words in ["A rule stands against this", "The privacy notice is not complete", "Service technician"] {
        assert!(refused.text().contains(words), "{words:?} is not on {}", refused.text());
    }

    let saved = app.post("/office/settings", &admin_cookie, &FILLED).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/office/settings?done=settings"), "{}", saved.text());
    let page = app.get(saved.location(), &admin_cookie).await.text();
    for shown in
        ["Werk &amp; Wandel GmbH\nSpinnereistraße 7", "Femke Bakker", "Dresden", "nobody", "none", "Leipzig, on", "\"4\""]
    {
        assert!(page.contains(shown), "{shown:?} is not on {page}");
    }
    assert!(!page.contains("No posting can be published yet"), "{page}");
    assert!(page.contains("The settings are saved"), "{page}");
    assert_eq!(app.post(&publish, &hr_cookie, &[]).await.status, StatusCode::SEE_OTHER);
    let policy = app.office.read_posting(&hr, &draft).await.expect("the posting").posting.policy;
    assert_eq!((policy.months.get(), policy.start), (4, Start::Earliest));
}

#[tokio::test]
async fn n20_nothing_that_the_notice_must_name_goes_missing_while_a_procedure_runs() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let admin = app.account("admin@example.org", Role::Admin, None).await;
    let cookie = app.sign_in("admin@example.org").await;
    app.post("/office/settings", &cookie, &FILLED).await;
    let posting = app.open_posting(&hr).await;
    let before = stored(&app, &admin).await;
    for state in ["open", "without intake"] {
        for (name, _) in FILLED.into_iter().filter(|(name, _)| name.starts_with("notice.")) {
            let reply = app.post("/office/settings", &cookie, &form(&[(name, " \r\n"), ("retention.months", "5")])).await;
            let page = reply.text();
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{state}, without {name}: {page}");
            assert_eq!(page.matches("href=\"#settings-").count(), 1, "{state}, without {name}: {page}");
            assert!(page.contains(&format!("href=\"#settings-{name}\"")), "{state}: {name} is not said: {page}");
            assert_eq!(stored(&app, &admin).await, before, "{state}, without {name}: stored something");
        }
        if state == "open" {
            app.office.stop_intake(&hr, &posting).await.expect("a stop");
        }
    }
    let other = app.post("/office/settings", &cookie, &form(&[("notice.region", "Dresden")])).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER, "what stays filled can change: {}", other.text());
    app.office.close_posting(&hr, &posting).await.expect("a close");
    assert_eq!(app.post("/office/settings", &cookie, &emptied()).await.status, StatusCode::SEE_OTHER, "nothing runs any more");
}

#[tokio::test]
async fn settings_are_for_the_administrator_alone() {
    let app = TestApp::start().await;
    let admin = app.account("admin@example.org", Role::Admin, None).await;
    let before = stored(&app, &admin).await;
    for &role in Role::ALL.iter().filter(|role| **role != Role::Admin) {
        let email = format!("{}@example.org", role.code());
        app.account(&email, role, (role == Role::Head).then_some(&app.department)).await;
        let cookie = app.sign_in(&email).await;
        assert_eq!(app.get("/office/settings", &cookie).await.status, StatusCode::FORBIDDEN, "{role:?} reads");
        assert_eq!(app.post("/office/settings", &cookie, &FILLED).await.status, StatusCode::FORBIDDEN, "{role:?} writes");
    }
    assert_eq!(stored(&app, &admin).await, before);
}

#[tokio::test]
async fn a_wrong_value_keeps_everything_typed_and_stores_nothing() {
    let app = TestApp::start().await;
    let admin = app.account("admin@example.org", Role::Admin, None).await;
    let cookie = app.sign_in("admin@example.org").await;
    let before = stored(&app, &admin).await;
    for (months, start) in [("61", "earliest"), ("0", "procedure"), ("six & a half", "earliest"), ("", "procedure")] {
        let typed = form(&[("retention.months", months), ("retention.start", start)]);
        let reply = app.post("/office/settings", &cookie, &typed).await;
        let page = reply.text();
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{months:?}: {page}");
        assert!(page.contains("href=\"#settings-retention.months\""), "{months:?} is not said: {page}");
        for (_, value) in &typed {
            let shown = value.replace('&', "&amp;");
            assert!(page.contains(&shown) || page.contains(&shown.replace("\r\n", "\n")), "{value:?} is lost: {page}");
        }
        let chosen = format!("value=\"{start}\" checked");
        assert!(page.contains(&chosen), "the choice of {start} is lost: {page}");
        assert_eq!(stored(&app, &admin).await, before, "{months:?} stored something");
    }
    let several = form(&[("retention.months", "99"), ("retention.start", ""), ("notice.officer", "a\u{7}b")]);
    let page = app.post("/office/settings", &cookie, &several).await.text();
    for field in ["retention.months", "retention.start", "notice.officer"] {
        assert!(page.contains(&format!("href=\"#settings-{field}\"")), "{field} is not said: {page}");
    }
    assert_eq!(stored(&app, &admin).await, before);
}

#[tokio::test]
async fn the_journal_names_each_setting_that_changed_and_no_other() {
    let app = TestApp::start().await;
    app.account("admin@example.org", Role::Admin, None).await;
    let privacy = app.account("privacy@example.org", Role::Privacy, None).await;
    let (admin_cookie, privacy_cookie) = (app.sign_in("admin@example.org").await, app.sign_in("privacy@example.org").await);
    app.post("/office/settings", &admin_cookie, &FILLED).await;
    app.post("/office/settings", &admin_cookie, &form(&[("notice.region", "Dresden")])).await;
    app.office.sequence().await.expect("the journal");
    let lines = app.office.read_journal(&privacy, None, 100).await.expect("the journal");
    let changed = lines.into_iter().filter(|line| line.what == "manage_settings").flat_map(|line| line.subjects);
    let mut changed: Vec<String> = changed.collect();
    changed.sort();
    let mut expected: Vec<&str> = FILLED.iter().map(|(name, _)| *name).chain(["notice.region"]).collect();
    expected.sort_unstable();
    assert_eq!(changed, expected);
    assert!(app.get("/office/audit", &privacy_cookie).await.text().contains("changed a setting"));
}

#[tokio::test]
async fn settings_that_somebody_else_changed_are_not_overturned_by_an_old_tab() {
    let app = TestApp::start().await;
    let admin = app.account("admin@example.org", Role::Admin, None).await;
    let cookie = app.sign_in("admin@example.org").await;
    let seen = |page: &str| page.split_once("name=\"seen\" value=\"").expect("a version").1.split('"').next().map(str::to_owned);
    let old = seen(&app.get("/office/settings", &cookie).await.text()).expect("a version");
    let saved = app.post("/office/settings", &cookie, &form(&[("notice.region", "Dresden")])).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);

    let send = async |seen: &str| {
        let fields: Vec<(&str, &str)> = form(&[("notice.officer", "Somebody new")]).into_iter().chain([("seen", seen)]).collect();
        app.post("/office/settings", &cookie, &fields).await
    };
    let refused = send(&old).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.text().contains("Somebody new"), "{}", refused.text());
    assert!(stored(&app, &admin).await.contains(&("notice.region", "Dresden".to_owned())));
    // Told so, the person may.
    let now = seen(&refused.text()).expect("a version");
    assert_ne!(now, old);
    assert_eq!(send(&now).await.status, StatusCode::SEE_OTHER);
    assert!(stored(&app, &admin).await.contains(&("notice.officer", "Somebody new".to_owned())));
}
