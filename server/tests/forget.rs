//! What stands on the disk before, and what is left after the clock has forgotten.

mod support;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use office::{decide::Decision, release::NewRelease};
use rules::{
    access::{Audience, Role},
    application::{Judgement, Outcome, Section},
    id::ApplicationId,
};
use sqlx::Row as _;
use support::{Multipart, TestApp};
use vault::{Context, Owner, RecordKey, key_file, open};

const MARKERS: [&str; 9] = [
    "MarkerFirstName",
    "MarkerLastName",
    "marker-mail@example.org",
    "+49 30 99887766",
    "MarkerMessage sent with the form",
    "MarkerNote by HR",
    "MarkerComment by the head",
    "MarkerReason of the outcome",
    "MarkerFileName",
];

/// Every file below a directory with its content.
fn files(directory: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(directory).expect("a directory") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            let content = std::fs::read(&path).expect("a file");
            found.insert(path, content);
        }
    }
    found
}

/// Where any of `needles` stands below a directory, in any letter case and also as UTF-16, hexadecimal or base64.
fn search(directory: &Path, needles: &[Vec<u8>]) -> Vec<String> {
    let mut hits = Vec::new();
    // Case-folded once on both sides, so that a fast search finds every letter case.
    let fold = |bytes: &[u8]| bytes.to_ascii_lowercase();
    for (path, content) in files(directory) {
        let content = fold(&content);
        for (index, needle) in needles.iter().enumerate() {
            let utf16: Vec<u8> = needle.iter().flat_map(|byte| [*byte, 0]).collect();
            let hex = data_encoding::HEXLOWER.encode(needle).into_bytes();
            // Base64 of the middle, whatever the alignment: three forms, without the characters at the seams.
            let base64 = (0..3usize).map(|shift| {
                let encoded = data_encoding::BASE64.encode(needle.get(shift..).unwrap_or_default());
                encoded.into_bytes().get(4..needle.len()).map(<[u8]>::to_vec).unwrap_or_else(|| hex.clone())
            });
            for form in [needle.clone(), utf16, hex.clone()].into_iter().chain(base64) {
                if memchr::memmem::find(&content, &fold(&form)).is_some() {
                    hits.push(format!("needle {index} in {}", path.display()));
                }
            }
        }
    }
    hits
}

fn cv() -> Vec<u8> {
    let body: String = (0..3000).map(|n| format!("line {n} of a life, {}\n", n * 7919 % 10007)).collect();
    format!("%PDF-1.4\nMarkerInsideTheCv\n{body}\nstartxref\n9\n%%EOF\n").into_bytes()
}

fn needles() -> Vec<Vec<u8>> {
    let cv = cv();
    let slices = cv.chunks(32).filter(|slice| slice.len() == 32).step_by(40).map(<[u8]>::to_vec);
    MARKERS.iter().map(|marker| marker.as_bytes().to_vec()).chain(slices).collect()
}

/// One application with a marker in everything, decided and closed on the first of September.
async fn marked(app: &TestApp) -> ApplicationId {
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let head = app.account("head@example.org", Role::Head, Some(&app.department)).await;
    let posting = app.open_posting(&hr).await;
    let slug = app.office.read_posting(&hr, &posting).await.expect("the posting").posting.slug;
    let form = Multipart::new()
        .text("first_name", MARKERS[0].as_bytes())
        .text("last_name", MARKERS[1].as_bytes())
        .text("email", MARKERS[2].as_bytes())
        .text("phone", MARKERS[3].as_bytes())
        .text("message", MARKERS[4].as_bytes())
        .text("notice", b"read")
        .file("cv", &format!("{}.pdf", MARKERS[8]), &cv());
    let reply = app.call(form.request(&format!("/jobs/{slug}/apply"))).await;
    let code = reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned();
    let id = app.office.application_of(&code).await.expect("the application");
    app.office.add_note(&hr, &id, MARKERS[5]).await.expect("a note");
    let release = NewRelease {
        audience: Audience::Department(app.department.clone()),
        sections: vec![Section::Contact, Section::Cv],
        until: "2026-10-01T00:00:00Z".parse().expect("an instant"),
    };
    app.office.release(&hr, &id, &release).await.expect("a release");
    app.office.add_comment(&head, &id, MARKERS[6], Some(Judgement::Maybe)).await.expect("a comment");
    let decision = Decision { outcome: Some(Outcome::Rejected), reason: MARKERS[7].to_owned(), rejection_received_at: None };
    app.office.decide(&hr, &id, &decision).await.expect("decided");
    app.office.close_posting(&hr, &posting).await.expect("closed");
    id
}

#[tokio::test]
async fn n02_nothing_an_applicant_sent_or_anybody_wrote_about_them_stands_readable_on_the_disk() {
    let app = TestApp::start().await;
    marked(&app).await;
    app.office.sequence().await.expect("the journal");
    let needles = needles();
    assert_eq!(search(app.directory.path(), &needles), Vec::<String>::new());

    // The same search finds a plaintext copy, or it would prove nothing.
    let planted = app.directory.path().join("planted");
    std::fs::create_dir(&planted).expect("a directory");
    std::fs::write(planted.join("cv"), cv()).expect("planted");
    std::fs::write(planted.join("text"), MARKERS.join("\n")).expect("planted");
    let found = search(&planted, &needles);
    for index in 0..needles.len() {
        assert!(found.iter().any(|hit| hit.starts_with(&format!("needle {index} "))), "needle {index} was planted and not found");
    }
}

/// Every sealed blob of the application in an old copy of the records: the bytes, with the context under which it was sealed.
async fn blobs(records: &str, id: &ApplicationId) -> Vec<(Context, Vec<u8>)> {
    let pool = sqlx::AnyPool::connect(records).await.expect("the copy opens");
    let mut blobs = Vec::new();
    let owner = Owner::Application(id.as_str());
    for row in sqlx::query("SELECT id, name, version, sealed FROM section").fetch_all(&pool).await.expect("sections") {
        let (row_id, name, version): (String, String, i64) = (row.get(0), row.get(1), row.get(2));
        blobs.push((Context::section(owner, &row_id, &name, version.unsigned_abs()), row.get(3)));
    }
    for row in sqlx::query("SELECT id, version, sealed FROM document").fetch_all(&pool).await.expect("documents") {
        let (row_id, version): (String, i64) = (row.get(0), row.get(1));
        blobs.push((Context::file_key(owner, &row_id, version.unsigned_abs()), row.get(2)));
    }
    for row in sqlx::query("SELECT id, version, sealed FROM note").fetch_all(&pool).await.expect("notes") {
        let (row_id, version): (String, i64) = (row.get(0), row.get(1));
        blobs.push((Context::note(owner, &row_id, version.unsigned_abs()), row.get(2)));
    }
    for row in sqlx::query("SELECT outcome_version, outcome_reason FROM application").fetch_all(&pool).await.expect("outcomes") {
        let version: i64 = row.get(0);
        blobs.push((Context::outcome_reason(id.as_str(), version.unsigned_abs()), row.get(1)));
    }
    pool.close().await;
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

#[tokio::test]
async fn n10_six_months_after_the_close_no_key_opens_anything_even_from_a_copy_made_before() {
    let app = TestApp::start().await;
    let id = marked(&app).await;
    app.office.records.checkpoint().await.expect("checkpointed");
    let copy = app.directory.path().join("old-records.db");
    std::fs::copy(app.directory.path().join("data/records.db"), &copy).expect("a copy made before");
    let old = blobs(&format!("sqlite://{}", copy.display()), &id).await;
    assert_eq!(old.len(), 6, "two sections, a document, a note, a comment and a reason");
    let opened = |keys: &[RecordKey]| {
        old.iter().filter(|(context, sealed)| keys.iter().any(|key| open(key, context, sealed).is_ok())).count()
    };
    assert_eq!(opened(&living_keys(&app).await), 6, "before the sweep the living keys open all of it");

    app.set_now("2027-03-01T22:59:59Z");
    assert_eq!(app.office.sweep().await.expect("swept").erased, 0, "never early");
    app.set_now("2027-03-01T23:00:00Z");
    let wrapped: Vec<u8> = sqlx::query_scalar("SELECT wrapped FROM rk").fetch_one(app.office.keys.read()).await.expect("the key");
    assert_eq!(app.office.sweep().await.expect("swept").erased, 1);

    assert_eq!(opened(&living_keys(&app).await), 0, "after it none does");
    let data = app.directory.path().join("data");
    assert_eq!(
        search(&data, &[wrapped[..32].to_vec()]),
        Vec::<String>::new(),
        "the key's bytes are overwritten, in the write-ahead log too"
    );
    assert_eq!(support::objects_in(&data), 0);
    for table in ["application", "section", "document", "note", "release", "history", "submission", "object", "erasure"] {
        let rows: i64 = sqlx::query_scalar(sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}")))
            .fetch_one(app.office.records.read())
            .await
            .expect("a count");
        assert_eq!(rows, 0, "{table} keeps something");
    }
    assert!(app.office.verify_log().await.expect("a verdict").is_good());
}
