//! Databases, objects and keys that do not belong together: nothing is served, nothing is destroyed.

mod support;

use std::path::Path;

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use office::{Clock, Error, Office, Settings};
use rules::access::Role;
use server::environment;
use support::{Multipart, TestApp, objects_in, pdf};

fn settings(data: &Path) -> Settings {
    Settings::in_directory(data.to_owned(), TimeZone::get("Europe/Berlin").expect("the bundled database knows Berlin"))
}

async fn open(settings: Settings) -> Result<Office, Error> {
    Office::open(settings, Clock::new(|| Timestamp::now() + SignedDuration::from_hours(72)), environment::rng()).await
}

/// A store with one application in it.
async fn filled() -> TestApp {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let id = app.open_posting(&hr).await;
    let slug = app.office.read_posting(&hr, &id).await.expect("the posting").posting.slug;
    let reply = app.call(Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&format!("/jobs/{slug}/apply"))).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    app
}

#[track_caller]
fn in_words(opened: Result<Office, Error>) -> String {
    match opened {
        Err(Error::Unavailable(words)) => words,
        Err(other) => panic!("refused, but not in words: {other}"),
        Ok(office) => panic!("it opened {}", office.house.store),
    }
}

#[tokio::test]
async fn empty_databases_beside_objects_or_a_key_are_wrong_urls_and_cost_nothing() {
    let app = filled().await;
    let data = app.directory.path().join("data");
    app.office.close().await;
    let elsewhere = tempfile::tempdir().expect("a directory");
    let empty = settings(elsewhere.path());
    let wrong = |mut settings: Settings| {
        (settings.records_url, settings.keys_url, settings.log_url) =
            (empty.records_url.clone(), empty.keys_url.clone(), empty.log_url.clone());
        settings
    };
    for _ in 0..2 {
        let words = in_words(open(wrong(settings(&data))).await);
        assert!(words.contains("database"), "{words}");
    }
    let mut key_only = wrong(settings(&data));
    key_only.objects_url = format!("file:{}", elsewhere.path().join("objects").display());
    assert!(in_words(open(key_only).await).contains("generation key"));
    assert_eq!(objects_in(&data), 1, "the object is where it was");
    let office = open(settings(&data)).await.expect("the right URLs still open it");
    office.sweep().await.expect("swept");
    assert_eq!(objects_in(&data), 1);
}

#[tokio::test]
async fn an_object_store_of_another_store_or_none_at_all_is_refused() {
    let (app, other) = (filled().await, filled().await);
    let (data, others) = (app.directory.path().join("data"), other.directory.path().join("data"));
    app.office.close().await;
    let mut swapped = settings(&data);
    swapped.objects_url = format!("file:{}", others.join("objects").display());
    assert!(in_words(open(swapped).await).contains("another store"));
    assert_eq!(objects_in(&others), 1);

    std::fs::rename(data.join("objects"), data.join("moved")).expect("moved away");
    assert!(in_words(open(settings(&data)).await).contains("empty"));
    std::fs::rename(data.join("moved"), data.join("objects")).expect("moved back");
    let new = |name: &str| format!("sqlite://{}?mode=rwc", data.join(name).display());
    let records = Settings { records_url: new("new-records.db"), ..settings(&data) };
    assert!(in_words(open(records).await).contains("the records database is empty"));
    let keys = Settings { keys_url: new("new-keys.db"), ..settings(&data) };
    assert!(in_words(open(keys).await).contains("the keys database is empty"));
    assert_eq!(objects_in(&data), 1);
    open(settings(&data)).await.expect("the right URLs still open it");
}

#[tokio::test]
async fn after_a_full_disk_every_connection_works_again() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let id = app.open_posting(&hr).await;
    let slug = app.office.read_posting(&hr, &id).await.expect("the posting").posting.slug;
    let form = || Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&format!("/jobs/{slug}/apply"));
    // SQLite's own limit stands for the disk's: as many pages as there are, on each connection of the pool.
    let mut connections = Vec::new();
    for _ in 0..8 {
        connections.push(app.office.records.read().acquire().await.expect("a connection"));
    }
    for connection in &mut connections {
        let pages: i64 = sqlx::query_scalar("PRAGMA page_count").fetch_one(&mut **connection).await.expect("a count");
        sqlx::query(sqlx::AssertSqlSafe(format!("PRAGMA max_page_count = {}", pages + 2)))
            .execute(&mut **connection)
            .await
            .expect("set");
    }
    drop(connections);
    let mut full = 0;
    for _ in 0..40 {
        full += i32::from(app.call(form()).await.status == StatusCode::SERVICE_UNAVAILABLE);
    }
    assert!(full > 0, "the disk was full");
    // Room again: those that were closed come back without the limit; the others are given it back.
    let mut connections = Vec::new();
    for _ in 0..8 {
        connections.push(app.office.records.read().acquire().await.expect("a connection"));
    }
    for connection in &mut connections {
        sqlx::query("PRAGMA max_page_count = 1000000").execute(&mut **connection).await.expect("set");
    }
    drop(connections);
    for _ in 0..20 {
        let reply = app.call(form()).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
}

#[tokio::test]
async fn a_part_that_never_begins_is_given_up_long_before_it_fills_the_memory() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let id = app.open_posting(&hr).await;
    let slug = app.office.read_posting(&hr, &id).await.expect("the posting").posting.slug;
    for beginning in ["--b\r\nContent-Disposition: form-data; name=\"", ""] {
        let taken = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = taken.clone();
        let packets = (0..4096).map(move |n| {
            counter.fetch_add(16 * 1024, std::sync::atomic::Ordering::SeqCst);
            Ok::<_, std::io::Error>(if n == 0 { beginning.as_bytes().to_vec() } else { vec![b'a'; 16 * 1024] })
        });
        let request = Request::post(format!("/jobs/{slug}/apply"))
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from_stream(futures::stream::iter(packets)))
            .expect("a request");
        assert_eq!(app.call(request).await.status, StatusCode::BAD_REQUEST);
        let taken = taken.load(std::sync::atomic::Ordering::SeqCst);
        assert!(taken < 2 * 1024 * 1024, "{taken} bytes were taken of 64 MiB without an end");
    }
}
