//! Databases, objects and keys that do not belong together: nothing is served, nothing is destroyed.

use crate::{support, well};

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use jiff::{SignedDuration, Timestamp};
use office::{Clock, Error, Office, Settings};
use rules::access::Role;
use server::environment;
use support::{Multipart, Place, TestApp, both_engines, objects_in, pdf};

async fn open(settings: Settings) -> Result<Office, Error> {
    Office::open(settings, Clock::new(|| Timestamp::now() + SignedDuration::from_hours(72)), environment::rng()).await
}

/// A house with an open posting, and the address of its form.
async fn house(place: Place) -> (TestApp, String) {
    let app = TestApp::open(place).await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let id = app.open_posting(&hr).await;
    let form = app.form_of(&hr, &id).await;
    (app, form)
}

/// A closed house with one application in it, and its settings.
async fn filled(place: Place) -> (TestApp, Settings) {
    let (app, form) = house(place).await;
    let reply = app.call(Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&form)).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    app.office.close().await;
    let settings = (*app.office.settings).clone();
    (app, settings)
}

/// The settings of a place where nothing is yet.
fn nothing_yet(place: &Place) -> Settings {
    std::fs::create_dir_all(place.data()).expect("a directory");
    place.settings()
}

#[track_caller]
fn in_words(opened: Result<Office, Error>) -> String {
    match opened {
        Err(Error::Unavailable(words)) => words,
        Err(other) => panic!("refused, but not in words: {other}"),
        Ok(office) => panic!("it opened {}", office.house.store),
    }
}

both_engines!(empty_databases_beside_objects_or_a_key_are_wrong_urls_and_cost_nothing, |place, elsewhere| async move {
    let (_app, right) = filled(place).await;
    let empty = nothing_yet(&elsewhere);
    let (records_url, keys_url, log_url) = (empty.records_url, empty.keys_url, empty.log_url);
    let wrong = Settings { records_url, keys_url, log_url, ..right.clone() };
    for _ in 0..2 {
        let words = in_words(open(wrong.clone()).await);
        assert!(words.contains("database"), "{words}");
    }
    let key_only = Settings { objects_url: empty.objects_url, ..wrong };
    assert!(in_words(open(key_only).await).contains("generation key"));
    assert_eq!(objects_in(&right.data), 1, "the object is where it was");
    let office = open(right.clone()).await.expect("the right URLs still open it");
    office.sweep().await.expect("swept");
    assert_eq!(objects_in(&right.data), 1);
});

both_engines!(an_object_store_of_another_store_or_none_at_all_is_refused, |place, elsewhere| async move {
    let ((_app, right), (_other, others)) = (filled(place).await, filled(Place::sqlite()).await);
    let data = &right.data;
    let swapped = Settings { objects_url: others.objects_url, ..right.clone() };
    assert!(in_words(open(swapped).await).contains("another store"));
    assert_eq!(objects_in(&others.data), 1);

    std::fs::rename(data.join("objects"), data.join("moved")).expect("moved away");
    assert!(in_words(open(right.clone()).await).contains("empty"));
    std::fs::rename(data.join("moved"), data.join("objects")).expect("moved back");
    let empty = nothing_yet(&elsewhere);
    let records = Settings { records_url: empty.records_url, ..right.clone() };
    assert!(in_words(open(records).await).contains("the records database is empty"));
    let keys = Settings { keys_url: empty.keys_url, ..right.clone() };
    assert!(in_words(open(keys).await).contains("the keys database is empty"));
    assert_eq!(objects_in(data), 1);
    open(right.clone()).await.expect("the right URLs still open it");
});

/// The URLs of copies of the databases as they stand; nobody may be connected.
async fn copies_of(place: &Place) -> [String; 3] {
    if let Some(database) = &place.database {
        return database.copy().await.urls();
    }
    let older = place.directory.path().join("older");
    std::fs::create_dir(&older).expect("a directory");
    ["records", "keys", "log"].map(|name| {
        let file = older.join(format!("{name}.db"));
        std::fs::copy(place.data().join(format!("{name}.db")), &file).expect("a copy");
        format!("sqlite://{}?mode=rwc", file.display())
    })
}

async fn count(db: &office::Db, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(db.read()).await.expect("a count")
}

both_engines!(older_copies_put_in_place_by_hand_take_nothing_and_bring_no_key_back, |place| async move {
    let house = well::House::open(place).await;
    let right = (*house.office.settings).clone();
    house.office.sequence().await.expect("sequenced");
    house.office.close().await;
    let [records_url, keys_url, log_url] = copies_of(&house.place).await;

    let office = open(right.clone()).await.expect("it opens");
    well::execute(&office.records, "UPDATE application SET due_at = 0").await;
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    office.close().await;

    let older = Settings { records_url: records_url.clone(), ..right.clone() };
    let words = in_words(open(older).await);
    assert!(words.contains("the records are an older copy"), "{words}");
    let older = Settings { log_url: log_url.clone(), ..right.clone() };
    let words = in_words(open(older).await);
    assert!(words.contains("the log is an older copy"), "{words}");

    // n10: a key that comes back with an older key database dies again before anything is served.
    let office = open(Settings { keys_url, ..right.clone() }).await.expect("it opens");
    assert_eq!(count(&office.keys, "SELECT COUNT(*) FROM rk").await, 0);
    assert_eq!(count(&office.keys, "SELECT COUNT(*) FROM tombstone").await, 1);
    office.close().await;
    open(right).await.expect("the right URLs still open it");
});

both_engines!(a_key_database_that_lacks_a_living_key_turns_no_generation_and_takes_no_copys_place, |place| async move {
    let house = well::House::open(place).await;
    let newest = |house: &well::House| std::fs::read_dir(well::copies(&house.place)).expect("copies").count();
    house.keys("DELETE FROM rk").await;
    for refused in
        [house.office.turn_generation().await.map(drop), house.office.copy_keys(&well::copies(&house.place)).await.map(drop)]
    {
        match refused {
            Err(Error::Unavailable(words)) => assert!(words.contains("1 record(s) have no key"), "{words}"),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(newest(&house), 1, "the copy that has the key stays");
});

#[tokio::test]
async fn on_sqlite_every_connection_works_again_after_a_full_disk() {
    let (app, form) = house(Place::sqlite()).await;
    let send = || app.call(Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&form));
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
    // What the pages that are there still hold is not the same each time.
    let mut sent = 0;
    while send().await.status != StatusCode::SERVICE_UNAVAILABLE {
        sent += 1;
        assert!(sent < 1000, "the disk was full");
    }
    for _ in 0..40 {
        send().await;
    }
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
        let reply = send().await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
}

#[tokio::test]
async fn a_part_that_never_begins_is_given_up_long_before_it_fills_the_memory() {
    let (app, form) = house(Place::sqlite()).await;
    for beginning in ["--b\r\nContent-Disposition: form-data; name=\"", ""] {
        let taken = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let counter = taken.clone();
        let packets = (0..4096).map(move |n| {
            counter.fetch_add(16 * 1024, std::sync::atomic::Ordering::SeqCst);
            Ok::<_, std::io::Error>(if n == 0 { beginning.as_bytes().to_vec() } else { vec![b'a'; 16 * 1024] })
        });
        let request = Request::post(&form)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
            .body(Body::from_stream(futures::stream::iter(packets)))
            .expect("a request");
        assert_eq!(app.call(request).await.status, StatusCode::BAD_REQUEST);
        let taken = taken.load(std::sync::atomic::Ordering::SeqCst);
        assert!(taken < 2 * 1024 * 1024, "{taken} bytes were taken of 64 MiB without an end");
    }
}
