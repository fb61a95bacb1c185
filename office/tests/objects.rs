//! The contract of the object store, on memory, a local directory and an S3 server.
#![expect(clippy::disallowed_methods, reason = "a store dates its objects by the real clock, and one S3 server serves every run")]

use std::sync::Arc;

use futures::{StreamExt as _, TryStreamExt as _};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use object_store::{aws::AmazonS3Builder, memory::InMemory};
use office::{
    Blobs, Error, Settings,
    blobs::{LOCAL_PART, S3_PART},
};
use rules::id::ObjectId;

fn memory() -> Blobs {
    Blobs::over(Arc::new(InMemory::new()), LOCAL_PART)
}

fn local(directory: &std::path::Path) -> Blobs {
    Blobs::open(&Settings::in_directory(directory.to_owned(), TimeZone::UTC)).expect("a local store opens")
}

fn s3() -> Blobs {
    let endpoint = std::env::var("ABLAUF_TEST_S3")
        .expect("ABLAUF_TEST_S3 names an S3 server; `make test` starts one, or `scripts/with-s3 COMMAND`");
    let store = AmazonS3Builder::new()
        .with_endpoint(endpoint)
        .with_allow_http(true)
        .with_bucket_name("ablauf-test")
        .with_region("eu-central-1")
        .with_access_key_id("test")
        .with_secret_access_key("test")
        .build()
        .expect("an S3 store");
    Blobs::over(Arc::new(store), S3_PART)
}

fn id() -> ObjectId {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("random bytes");
    ObjectId::from_bytes(bytes)
}

fn content(len: usize) -> Vec<u8> {
    (0..len).map(|n| (n * 31 % 251) as u8).collect()
}

async fn put(blobs: &Blobs, id: &ObjectId, content: &[u8]) -> i64 {
    let mut upload = blobs.create(id).await.expect("begun");
    for piece in content.chunks(70_000) {
        upload.buffer().extend_from_slice(piece);
        upload.flow().await.expect("taken");
    }
    upload.finish().await.expect("complete")
}

async fn get(blobs: &Blobs, id: &ObjectId) -> Result<Vec<u8>, Error> {
    let pieces: Vec<_> = blobs.get(id).await?.try_collect().await?;
    Ok(pieces.concat())
}

async fn ids(blobs: &Blobs) -> Vec<ObjectId> {
    blobs.list().filter_map(|stored| async { stored.expect("a listing").id }).collect().await
}

/// What the house relies on, whatever the store.
async fn contract(blobs: Blobs) {
    // Sizes around a part, so that one, two and three parts occur on S3 too.
    for len in [1, 300_000, LOCAL_PART, S3_PART, S3_PART + 1, 2 * S3_PART + 77_777] {
        let (id, content) = (id(), content(len));
        assert_eq!(put(&blobs, &id, &content).await, len as i64);
        assert!(get(&blobs, &id).await.expect("there") == content, "{len} bytes come back as they went");
        assert!(ids(&blobs).await.contains(&id), "a complete object is listed");
        let start = blobs.get_start(&id, 56).await.expect("there");
        assert_eq!(start, (content[..len.min(56)].to_vec().into(), len as u64), "its start, and its whole size");
        let part = len / 3..len / 3 + (len / 2).max(1);
        let got = blobs.get_range(&id, part.start as u64..part.end as u64).await.expect("there");
        assert!(got == content[part.clone()], "{part:?} of {len} bytes");
        blobs.delete(&id).await.expect("deleted");
        assert!(matches!(get(&blobs, &id).await, Err(Error::Unavailable(_))), "a deleted object is gone");
        assert!(matches!(blobs.get_start(&id, 56).await, Err(Error::Unavailable(_))), "and so is its start");
        assert!(matches!(blobs.get_range(&id, 0..1).await, Err(Error::Unavailable(_))), "and every part of it");
        blobs.delete(&id).await.expect("deleting what is not there is done");
        assert!(!ids(&blobs).await.contains(&id));
    }
    let aborted = id();
    let mut upload = blobs.create(&aborted).await.expect("begun");
    upload.buffer().extend_from_slice(&content(S3_PART + 5));
    upload.flow().await.expect("taken");
    upload.abort().await;
    assert!(!ids(&blobs).await.contains(&aborted), "an upload that was given up leaves no object");
    assert!(get(&blobs, &aborted).await.is_err());
    blobs.ready().await.expect("it answers");
}

#[tokio::test]
async fn in_memory() {
    contract(memory()).await;
}

#[tokio::test]
async fn in_a_local_directory() {
    let directory = tempfile::tempdir().expect("a directory");
    contract(local(directory.path())).await;
    assert_eq!(
        std::fs::read_dir(directory.path().join("objects")).expect("the store").count(),
        0,
        "nothing is left, staged parts included"
    );
}

#[tokio::test]
async fn on_an_s3_server() {
    contract(s3()).await;
}

#[tokio::test]
async fn an_upload_that_died_leaves_only_what_a_sweep_a_day_later_removes() {
    let directory = tempfile::tempdir().expect("a directory");
    let blobs = local(directory.path());
    let mut upload = blobs.create(&id()).await.expect("begun");
    upload.buffer().extend_from_slice(&content(LOCAL_PART));
    upload.flow().await.expect("taken");
    // As if the process had died: nobody completes or aborts it.
    std::mem::forget(upload);
    let files = || std::fs::read_dir(directory.path().join("objects")).expect("the store").count();
    assert_eq!(files(), 1);
    assert_eq!(
        blobs.sweep_staged(Timestamp::now() - SignedDuration::from_hours(24)).expect("swept"),
        0,
        "it may still be under way"
    );
    assert_eq!(blobs.sweep_staged(Timestamp::now() + SignedDuration::from_secs(1)).expect("swept"), 1);
    assert_eq!(files(), 0);
}

#[tokio::test]
async fn an_upload_that_died_on_an_s3_server_is_no_object_and_no_listing_names_it() {
    let (blobs, id) = (s3(), id());
    let mut upload = blobs.create(&id).await.expect("begun");
    upload.buffer().extend_from_slice(&content(S3_PART));
    upload.flow().await.expect("taken");
    // As if the process had died: the part lies in the bucket until a rule of the bucket removes it.
    std::mem::forget(upload);
    let listed: Vec<_> = blobs.list().try_collect().await.expect("a listing");
    assert!(listed.iter().all(|stored| stored.id.as_ref() != Some(&id)), "an upload that never ended is listed");
    assert!(get(&blobs, &id).await.is_err(), "an upload that never ended is read");
    assert_eq!(blobs.sweep_staged(Timestamp::now() + SignedDuration::from_secs(1)).expect("swept"), 0, "no sweep can see it");
    assert_eq!(put(&blobs, &id, &content(9)).await, 9, "and it stands in nobody's way");
    assert_eq!(get(&blobs, &id).await.expect("the object"), content(9));
    blobs.delete(&id).await.expect("deleted");
}
