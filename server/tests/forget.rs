//! What stands on the disk and in the log before, and what is left after the clock has forgotten.

use crate::support;

use std::{fs::File, path::PathBuf};

use axum::http::StatusCode;
use jiff::Span;
use office::{Office, decide::Decision, release::NewRelease};
use rules::{
    access::{Audience, Role},
    application::{Judgement, Outcome, Section},
    id::ApplicationId,
};
use sqlx::Row as _;
use support::{Markers, PASSWORD, Reply, Search, Served, TestApp, assert_unseen, both_engines, get, objects_in, on_sqlite, post};
use vault::{Context, Owner, RecordKey, key_file, open};

/// One application with a marker in everything, decided and closed on the first of September.
async fn marked(app: &TestApp, markers: &Markers) -> ApplicationId {
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let head = app.account("head@example.org", Role::Head, Some(&app.department)).await;
    let posting = app.open_posting(&hr).await;
    let reply = app.call(markers.form().request(&app.form_of(&hr, &posting).await)).await;
    let id = app.office.application_of(&code(&reply)).await.expect("the application");
    app.office.add_note(&hr, &id, &markers.note).await.expect("a note");
    let release = NewRelease {
        audience: Audience::Department(app.department.clone()),
        sections: vec![Section::Contact, Section::Cv],
        until: "2026-10-01T00:00:00Z".parse().expect("an instant"),
    };
    app.office.release(&hr, &id, &release).await.expect("a release");
    app.office.add_comment(&head, &id, &markers.comment, Some(Judgement::Maybe)).await.expect("a comment");
    let decision = Decision { outcome: Some(Outcome::Rejected), reason: markers.reason.clone(), rejection_received_at: None };
    app.office.decide(&hr, &id, &decision).await.expect("decided");
    app.office.close_posting(&hr, &posting).await.expect("closed");
    id
}

/// The code of a receipt that was answered.
fn code(reply: &Reply) -> String {
    reply.cookie().split_once("receipt.").unwrap_or_else(|| panic!("{}: {}", reply.status, reply.text())).1.to_owned()
}

both_engines!(n02_nothing_an_applicant_sent_or_anybody_wrote_about_them_stands_readable_on_the_disk, |place| async move {
    let _observer = match &place.database {
        Some(database) => Some(database.observe().await),
        None => None,
    };
    let app = TestApp::open(place).await;
    let (markers, planted) = (Markers::new(), Markers::new());
    marked(&app, &markers).await;
    app.office.sequence().await.expect("the journal");
    let unseen = markers.needles();

    planted.plant_in(&app.office.records).await;
    let data = app.directory.path().join("data");
    let databases = match &app.database {
        Some(database) => database.places().await,
        None => vec![("the databases and their write-ahead logs", data.clone())],
    };
    assert_unseen(&unseen, &planted.needles(), &databases);

    planted.plant_at(&data.join("objects/planted"));
    assert_unseen(&unseen, &planted.needles(), &[("the objects", data.join("objects")), ("the directory", data)]);
});

both_engines!(n02_the_log_at_its_most_talkative_names_no_applicant_and_no_secret, |place| async move {
    let markers = Markers::new();
    let house = place.office().await;
    let (form, department) = support::posting_for_ever(&house).await;
    let log = place.directory.path().join("standard-error");
    let errors = File::create(&log).expect("a file");
    let mut served = Served::start(&place, &[("ABLAUF_LOG_FILTER", "trace")], errors.into()).await.expect("it serves");

    let secrets = procedure(&served, &house, &markers, &form, department.as_str()).await;
    served.child.kill().await.expect("killed");
    let logged = std::fs::read_to_string(&log).expect("the log");
    assert!(logged.contains("INSERT INTO envelope"), "it was as talkative as it gets");

    let planted = Markers::new();
    planted.plant_at(&log);
    let unseen: Vec<Vec<u8>> = markers.needles().into_iter().chain(secrets).collect();
    assert_unseen(&unseen, &planted.needles(), &[("the log", log)]);
});

/// A procedure lived through by HTTP with markers in everything, refused and lost requests among it; answers what opens something:
/// passwords, codes and cookies.
async fn procedure(served: &Served, house: &Office, markers: &Markers, form: &str, department: &str) -> Vec<Vec<u8>> {
    let ask = async |request, expected: StatusCode| {
        let reply = served.send(request).await.expect("an answer");
        assert_eq!(reply.status, expected, "{}", reply.text());
        reply
    };
    let (ok, done) = (StatusCode::OK, StatusCode::SEE_OTHER);
    ask(get("/no/such/page", ""), StatusCode::NOT_FOUND).await;
    let unread = markers.form().text("notice", b"").request(form);
    ask(unread, StatusCode::UNPROCESSABLE_ENTITY).await;
    let no_document = markers.words().file("cv", &markers.last_name, markers.message.as_bytes()).request(form);
    ask(no_document, StatusCode::UNSUPPORTED_MEDIA_TYPE).await;
    let applied = ask(markers.form().request(form), done).await;
    let code = code(&applied);
    ask(get("/receipt", &applied.cookie()), ok).await;
    ask(post("/status", "", &[("code", code.as_str())]), ok).await;
    ask(post("/status", "", &[("code", markers.last_name.as_str())]), StatusCode::NOT_FOUND).await;

    let sign_in = async |email: &str| ask(post("/sign-in", "", &[("email", email), ("password", PASSWORD)]), done).await.cookie();
    let wrong = [("email", markers.email.as_str()), ("password", markers.reason.as_str())];
    ask(post("/sign-in", "", &wrong), StatusCode::UNPROCESSABLE_ENTITY).await;
    let (hr, head) = (sign_in("hr@example.org").await, sign_in("head@example.org").await);
    ask(get("/office/applications", &hr), ok).await;
    let here = format!("/office/applications/{}", house.application_of(&code).await.expect("the application"));
    let page = ask(get(&here, &hr), ok).await.text();
    assert!(page.contains(&markers.last_name), "{page}");
    let document = page.split_once("/documents/").expect("a document").1;
    ask(get(&format!("{here}/documents/{}", &document[..32]), &hr), ok).await;
    ask(post(&format!("{here}/notes"), &hr, &[("text", markers.note.as_str())]), done).await;
    let until = house.today().saturating_add(Span::new().days(7)).to_string();
    let release = [
        ("audience", &*format!("department:{department}")),
        ("sections", "contact"),
        ("sections", "cv"),
        ("until", until.as_str()),
    ];
    ask(post(&format!("{here}/releases"), &hr, &release), done).await;
    ask(post(&format!("{here}/comments"), &head, &[("text", markers.comment.as_str()), ("judgement", "maybe")]), done).await;
    let outcome = [("outcome", "rejected"), ("reason", markers.reason.as_str()), ("rejection_received_on", "")];
    let wrong = [("outcome", "no such outcome"), ("reason", markers.reason.as_str())];
    ask(post(&format!("{here}/outcome"), &hr, &wrong), StatusCode::UNPROCESSABLE_ENTITY).await;
    ask(post(&format!("{here}/outcome"), &hr, &outcome), done).await;

    let value = |cookie: &str| cookie.split_once('=').expect("a cookie").1.as_bytes().to_vec();
    vec![PASSWORD.as_bytes().to_vec(), code.as_bytes().to_vec(), value(&hr), value(&head)]
}

/// Every sealed blob of the application in the records: the bytes, with the context under which it was sealed.
async fn blobs(app: &TestApp, id: &ApplicationId) -> Vec<(Context, Vec<u8>)> {
    let records = app.office.records.read();
    let mut blobs = Vec::new();
    let owner = Owner::Application(id.as_str());
    for row in sqlx::query("SELECT id, name, version, sealed FROM section").fetch_all(records).await.expect("sections") {
        let (row_id, name, version): (String, String, i64) = (row.get(0), row.get(1), row.get(2));
        blobs.push((Context::section(owner, &row_id, &name, version.unsigned_abs()), row.get(3)));
    }
    for row in sqlx::query("SELECT id, version, sealed FROM document").fetch_all(records).await.expect("documents") {
        let (row_id, version): (String, i64) = (row.get(0), row.get(1));
        blobs.push((Context::file_key(owner, &row_id, version.unsigned_abs()), row.get(2)));
    }
    for row in sqlx::query("SELECT id, version, sealed FROM note").fetch_all(records).await.expect("notes") {
        let (row_id, version): (String, i64) = (row.get(0), row.get(1));
        blobs.push((Context::note(owner, &row_id, version.unsigned_abs()), row.get(2)));
    }
    for row in sqlx::query("SELECT outcome_version, outcome_reason FROM application").fetch_all(records).await.expect("outcomes")
    {
        let version: i64 = row.get(0);
        blobs.push((Context::outcome_reason(id.as_str(), version.unsigned_abs()), row.get(1)));
    }
    blobs
}

/// Every key that lives in the key database.
async fn living_keys(app: &TestApp) -> Vec<RecordKey> {
    let (_, generation) = key_file::read(&app.office.settings.generation_key_file).expect("the generation key");
    let rows: Vec<(String, Vec<u8>)> = sqlx::query_as("SELECT id, wrapped FROM rk UNION ALL SELECT id, wrapped FROM intake_key")
        .fetch_all(app.office.keys.read())
        .await
        .expect("the keys");
    rows.iter()
        .map(|(id, wrapped)| generation.unwrap_record_key(wrapped, &app.office.house.store, id).expect("a living key opens"))
        .collect()
}

both_engines!(n10_six_months_after_the_close_no_key_opens_anything_even_from_a_copy_made_before, |place| async move {
    let app = TestApp::open(place).await;
    let id = marked(&app, &Markers::new()).await;
    let copy = blobs(&app, &id).await;
    assert_eq!(copy.len(), 7, "three sections, a document, a note, a comment and a reason");
    let opened = |keys: &[RecordKey]| {
        copy.iter().filter(|(context, sealed)| keys.iter().any(|key| open(key, context, sealed).is_ok())).count()
    };
    assert_eq!(opened(&living_keys(&app).await), 7, "before the sweep the living keys open all of it");

    app.set_now("2027-03-01T22:59:59Z");
    assert_eq!(app.office.sweep().await.expect("swept").erased, 0, "never early");
    app.set_now("2027-03-01T23:00:00Z");
    assert_eq!(app.office.sweep().await.expect("swept").erased, 1);

    assert_eq!(opened(&living_keys(&app).await), 0, "after it none does");
    assert_eq!(objects_in(&app.directory.path().join("data")), 0);
    for table in ["application", "section", "document", "note", "release", "history", "submission", "object", "erasure"] {
        let rows: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}")))
            .fetch_one(app.office.records.read())
            .await
            .expect("a count");
        assert_eq!(rows, 0, "{table} keeps something");
    }
    assert!(app.office.verify_log().await.expect("a verdict").is_good());
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn n10_on_sqlite_the_bytes_of_a_destroyed_key_are_overwritten_in_its_files_and_write_ahead_log() {
    on_sqlite(|place| async move {
        let app = TestApp::open(place).await;
        marked(&app, &Markers::new()).await;
        let wrapped: Vec<u8> =
            sqlx::query_scalar("SELECT wrapped FROM rk").fetch_one(app.office.keys.read()).await.expect("the key");
        let search = Search::of([&wrapped[..32].to_vec()]);
        let data = app.directory.path().join("data");
        assert_eq!(search.below(&data).len(), 1, "as long as it lives it stands there");
        app.set_now("2027-03-01T23:00:00Z");
        assert_eq!(app.office.sweep().await.expect("swept").erased, 1);
        assert_eq!(search.below(&data).into_values().collect::<Vec<_>>(), Vec::<PathBuf>::new());
    })
    .await;
}
