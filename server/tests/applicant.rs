//! The applicant's own pages over HTTP: the code by mail, what is kept, the archive, the acts.

use crate::{access, support};

use std::io::{Cursor, Read as _};

use axum::http::{HeaderValue, StatusCode, header};
use office::MailSettings;
use rules::{access::Role, id::ApplicationId};
use support::{Markers, Place, Reply, TestApp};

/// A house that shows its mails in an outbox, with the address of a form.
async fn house() -> (TestApp, String) {
    let place = Place::sqlite();
    let mut settings = place.settings();
    settings.mail = Some(MailSettings::Outbox);
    let app = TestApp::open_with(place, settings).await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let posting = app.open_posting(&hr).await;
    let form = app.form_of(&hr, &posting).await;
    (app, form)
}

async fn applied(app: &TestApp, form: &str, who: &Markers) -> (String, ApplicationId) {
    let reply = app.call(who.form().request(form)).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let code = reply.cookie().split_once("receipt.").expect("a code").1.to_owned();
    let id = app.office.application_of(&code).await.expect("an application");
    (code, id)
}

/// The code in the newest mail that has one.
async fn code_to(app: &TestApp, email: &str) -> Option<String> {
    app.office.send_mail().await.expect("sent");
    let mails = app.office.outbox().into_iter().filter(|mail| mail.to == email);
    mails.filter_map(|mail| Some(mail.letter.text.lines().find(|line| line.starts_with("    "))?.trim().to_owned())).next()
}

async fn ask(app: &TestApp, email: &str) -> Reply {
    app.post("/status/code", "", &[("email", email)]).await
}

async fn visit(app: &TestApp, email: &str) -> String {
    let asked = ask(app, email).await;
    let code = code_to(app, email).await.expect("a code");
    let shown = app.post("/status/code/show", &asked.cookie(), &[("code", &code)]).await;
    assert_eq!((shown.status, shown.location()), (StatusCode::SEE_OTHER, "/status/applications"));
    shown.cookie()
}

/// An answer without what is random in it.
fn told(reply: &Reply) -> String {
    let cookie = reply.cookie();
    let token = cookie.split_once("code.").map_or("no token", |(_, token)| token);
    access::told(reply, &[token])
}

#[tokio::test]
async fn n12_known_and_unknown_addresses_get_the_same_answers_and_as_many_mails() {
    let (app, form) = house().await;
    let ada = Markers::new();
    applied(&app, &form, &ada).await;
    app.office.send_mail().await.expect("sent");
    let before = app.office.outbox().len();
    let (known, unknown) = (ask(&app, &ada.email).await, ask(&app, "nobody@example.net").await);
    assert_eq!((known.status, known.location()), (StatusCode::SEE_OTHER, "/status/code"));
    assert_eq!(told(&known), told(&unknown));
    app.office.send_mail().await.expect("sent");
    assert_eq!(app.office.outbox().len() - before, 2, "one mail each");
    let page = async |asked: &Reply| app.get("/status/code", &asked.cookie()).await;
    let (one, other) = (page(&known).await, page(&unknown).await);
    assert_eq!((one.status, told(&one)), (StatusCode::OK, told(&other)));
    let wrong = async |asked: &Reply| app.post("/status/code/show", &asked.cookie(), &[("code", "0000 0000")]).await;
    for tries in 1..=6 {
        let (one, other) = (wrong(&known).await, wrong(&unknown).await);
        let expected = if tries <= 5 { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::TOO_MANY_REQUESTS };
        assert_eq!(one.status, expected, "try {tries}");
        assert_eq!(told(&one), told(&other), "try {tries}");
    }
}

#[tokio::test]
async fn n11_n12_who_shows_the_code_reads_everything_and_nothing_of_anybody_else() {
    let (app, form) = house().await;
    let (ada, bea) = (Markers::new(), Markers::new());
    let (_, one) = applied(&app, &form, &ada).await;
    let (_, other) = applied(&app, &form, &bea).await;
    let cookie = visit(&app, &ada.email).await;
    let list = app.get("/status/applications", &cookie).await;
    let page = format!("/status/applications/{one}");
    assert_eq!((list.status, list.location()), (StatusCode::SEE_OTHER, page.as_str()), "one is read at once");
    let read = app.get(&page, &cookie).await;
    assert_eq!(read.status, StatusCode::OK);
    let shown = read.text().replace("<wbr>", "");
    for text in [&ada.first_name, &ada.last_name, &ada.email, &ada.message] {
        assert!(shown.contains(text.as_str()), "{text} is missing");
    }
    assert_eq!(read.headers[header::CACHE_CONTROL], "no-store");
    let theirs = format!("/status/applications/{other}");
    for path in ["", "/copy.zip", "/supplied.zip", &format!("/documents/{}", "0".repeat(32))] {
        assert_eq!(app.get(&format!("{theirs}{path}"), &cookie).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for act in ["correction", "withdrawal", "information", "restriction", "objection", "erasure"] {
        let fields = [("text", "words"), ("ground", "a"), ("first_name", "A"), ("last_name", "B")];
        let reply = app.post(&format!("{theirs}/{act}"), &cookie, &fields).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{act}");
    }
    // Without a visit, with another kind of token, and at the desk nothing opens.
    let staff = app.sign_in("hr@example.org").await;
    let token = cookie.split_once("visit.").expect("a token").1;
    for stranger in [
        "",
        &staff,
        &format!("ablauf_sign_in=code.{token}"),
        &format!("ablauf_sign_in=receipt.{token}"),
        "ablauf_sign_in=visit.none",
    ] {
        let reply = app.get(&page, stranger).await;
        assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/status#mailed"), "{stranger}");
    }
    assert_eq!(app.get("/office", &cookie).await.status, StatusCode::SEE_OTHER, "a visit is no session");
    let left = app.post("/status/leave", &cookie, &[]).await;
    assert_eq!(left.status, StatusCode::SEE_OTHER);
    assert_eq!(app.get(&page, &cookie).await.location(), "/status#mailed");
}

#[tokio::test]
async fn n12_a_thief_with_the_receipt_code_reads_status_and_dates_alone() {
    let (app, form) = house().await;
    let ada = Markers::new();
    let (code, id) = applied(&app, &form, &ada).await;
    let status = app.post("/status", "", &[("code", &code)]).await;
    assert_eq!(status.status, StatusCode::OK);
    for text in [&ada.first_name, &ada.last_name, &ada.email, &ada.message] {
        assert!(!status.text().contains(text.as_str()), "{text} is shown");
    }
    let cookie = format!("ablauf_sign_in=receipt.{code}");
    for path in ["", "/copy.zip", "/supplied.zip"] {
        let reply = app.get(&format!("/status/applications/{id}{path}"), &cookie).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{path}");
    }
}

#[tokio::test]
async fn n11_an_archive_says_its_length_before_and_holds_the_very_file() {
    let (app, form) = house().await;
    let ada = Markers::new();
    let (_, id) = applied(&app, &form, &ada).await;
    let cookie = visit(&app, &ada.email).await;
    for (path, files) in [("copy.zip", 4), ("supplied.zip", 3)] {
        // As browsers ask.
        let mut request = support::get(&format!("/status/applications/{id}/{path}"), &cookie);
        request.headers_mut().insert(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, br"));
        let reply = app.call(request).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert_eq!(reply.headers[header::CONTENT_TYPE], "application/zip");
        assert_eq!(reply.headers[header::CONTENT_LENGTH], reply.bytes.len().to_string());
        let disposition = reply.headers[header::CONTENT_DISPOSITION].to_str().expect("text").to_owned();
        assert!(disposition.starts_with("attachment;") && !disposition.contains(&ada.last_name), "{disposition}");
        let mut archive = zip::ZipArchive::new(Cursor::new(reply.bytes)).expect("an archive");
        assert_eq!(archive.len(), files, "{path}");
        let index = (0..archive.len()).find(|&index| {
            let file = archive.by_index(index).expect("a file");
            file.name().is_ok_and(|name| name.starts_with("documents/"))
        });
        let mut cv = Vec::new();
        archive.by_index(index.expect("the CV")).expect("the CV").read_to_end(&mut cv).expect("whole");
        assert_eq!(cv, ada.cv, "byte for byte");
        if path == "copy.zip" {
            let mut page = String::new();
            archive.by_name("index.html").expect("a page").read_to_string(&mut page).expect("text");
            assert!(page.starts_with("<!DOCTYPE html>") && page.contains(&ada.last_name), "{page}");
            assert!(!page.contains("<script") && !page.contains("http-equiv"), "{page}");
        }
    }
}

#[tokio::test]
async fn n11_n13_n14_each_act_is_a_form_and_what_is_wrong_comes_back() {
    let (app, form) = house().await;
    let ada = Markers::new();
    let (_, id) = applied(&app, &form, &ada).await;
    let cookie = visit(&app, &ada.email).await;
    let page = format!("/status/applications/{id}");
    let act = async |act: &str, fields: &[(&str, &str)]| app.post(&format!("{page}/{act}"), &cookie, fields).await;
    let bad = act("correction", &[("first_name", ""), ("last_name", "KeepMe"), ("message", "And me")]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.text().contains("KeepMe") && bad.text().contains("And me"), "nothing typed is lost");
    for (name, fields) in [("restriction", [("ground", "d")]), ("restriction", [("ground", "")]), ("objection", [("text", " ")])]
    {
        assert_eq!(act(name, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
    for (name, fields, done) in [
        ("correction", &[("first_name", "New"), ("last_name", "Name")][..], "own_corrected"),
        ("information", &[][..], "own_asked"),
        ("restriction", &[("ground", "a"), ("text", "The year is wrong.")][..], "own_restricted"),
        ("objection", &[("text", "My situation")][..], "own_restricted"),
        ("withdrawal", &[][..], "own_withdrawn"),
        ("erasure", &[][..], "own_erasing"),
    ] {
        let reply = act(name, fields).await;
        assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, format!("{page}?done={done}").as_str()), "{name}");
        assert_eq!(app.get(reply.location(), &cookie).await.status, StatusCode::OK, "{name}");
    }
    assert_eq!(act("withdrawal", &[]).await.status, StatusCode::CONFLICT);
    app.office.sweep().await.expect("swept");
    let gone = app.get(&page, &cookie).await;
    assert_eq!(gone.location(), "/status#mailed", "nothing is kept any more");
}

/// Nobody who begins many archives and reads none keeps the others waiting.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn archives_that_nobody_reads_keep_nobody_waiting() {
    let (app, form) = house().await;
    let ada = Markers::new();
    let (_, id) = applied(&app, &form, &ada).await;
    let cookie = visit(&app, &ada.email).await;
    let path = format!("/status/applications/{id}/copy.zip");
    let mut begun = Vec::new();
    for _ in 0..600 {
        begun.push(app.begin(support::get(&path, &cookie)).await);
    }
    let whole = app.get(&path, &cookie).await;
    assert_eq!(whole.headers[header::CONTENT_LENGTH], whole.bytes.len().to_string());
    assert_eq!(begun.len(), 600);
}
