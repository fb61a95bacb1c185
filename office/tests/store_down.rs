//! An S3 server behind a proxy that answers 503, or nothing at all: a pass ends soon, asks for little, and makes everything unreadable that
//! is due. Once the server is back, the next pass ends it.
#![expect(clippy::disallowed_methods, reason = "how long a pass waits for a store is real time")]

use crate::support;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use futures::StreamExt as _;
use jiff::SignedDuration;
use object_store::aws::AmazonS3Builder;
use office::{Blobs, blobs::S3_PART};
use support::{TestOffice, both_engines, seed::ada};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _, copy_bidirectional},
    net::{TcpListener, TcpStream},
    sync::watch,
};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mood {
    Passes,
    Refuses,
    Silent,
}

/// The proxy. What is on its way when its mood changes is cut off.
struct Proxy {
    address: String,
    mood: watch::Sender<Mood>,
    asked: Arc<AtomicUsize>,
}

impl Proxy {
    async fn before(server: String) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let (mood, seen) = watch::channel(Mood::Passes);
        let asked = Arc::new(AtomicUsize::new(0));
        let counter = asked.clone();
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                counter.fetch_add(1, Ordering::SeqCst);
                let (mut seen, server) = (seen.clone(), server.clone());
                let mood = *seen.borrow_and_update();
                tokio::spawn(async move {
                    tokio::select! {
                        () = attend(client, &server, mood) => {}
                        _ = seen.changed() => {}
                    }
                });
            }
        });
        Self { address, mood, asked }
    }
}

async fn attend(mut client: TcpStream, server: &str, mood: Mood) {
    match mood {
        Mood::Passes => {
            let mut server = TcpStream::connect(server).await.expect("the S3 server");
            drop(copy_bidirectional(&mut client, &mut server).await);
        }
        Mood::Refuses => {
            drop(client.read(&mut [0; 4096]).await);
            drop(client.write_all(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").await);
        }
        Mood::Silent => tokio::time::sleep(Duration::from_secs(600)).await,
    }
}

fn s3(endpoint: &str, bucket: &str) -> Blobs {
    let store = AmazonS3Builder::new()
        .with_endpoint(endpoint)
        .with_allow_http(true)
        .with_bucket_name(bucket)
        .with_region("us-east-1")
        .with_access_key_id("test")
        .with_secret_access_key("test")
        .build()
        .expect("an S3 store");
    Blobs::over(Arc::new(store), S3_PART)
}

async fn make_bucket(host: &str, bucket: &str) {
    let mut stream = TcpStream::connect(host).await.expect("the S3 server");
    let request = format!("PUT /{bucket} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

async fn keys(office: &TestOffice) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM rk").fetch_one(office.keys.read()).await.expect("a count")
}

/// More than a batch.
const PEOPLE: i64 = 30;

both_engines!(a_store_that_answers_503_or_nothing_keeps_no_pass_long_and_nobody_readable, |office| async move {
    let address = std::env::var("ABLAUF_TEST_S3").expect("ABLAUF_TEST_S3 names an S3 server: run the tests by `scripts/nextest`");
    let host = address.strip_prefix("http://").expect("plain HTTP").to_owned();
    let unique = office.directory.path().file_name().expect("a name").to_string_lossy().trim_matches('.').to_lowercase();
    let bucket = format!("down-{unique}");
    make_bucket(&host, &bucket).await;
    let proxy = Proxy::before(host).await;
    let mut office = office;
    office.office.blobs = s3(&proxy.address, &bucket);

    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    for n in 0..PEOPLE {
        office.apply(&posting, ada(), &format!("token {n}")).await;
    }
    office.at("2027-12-30T23:00:00Z");
    for mood in [Mood::Refuses, Mood::Silent] {
        proxy.mood.send(mood).expect("the proxy lives");
        let (asked, begun) = (proxy.asked.load(Ordering::SeqCst), Instant::now());
        let report = office.sweep().await.expect("swept");
        let (asked, took) = (proxy.asked.load(Ordering::SeqCst) - asked, begun.elapsed());
        assert_eq!((report.erased, report.failed), (0, PEOPLE), "{mood:?}");
        assert_eq!(keys(&office).await, 0, "{mood:?}: n10: nobody can be read any more");
        assert!(took < Duration::from_secs(25), "{mood:?}: the pass took {took:?}");
        assert!(asked <= 200, "{mood:?}: the store was asked {asked} times");
        office.pass(SignedDuration::from_mins(2));
    }
    proxy.mood.send(Mood::Passes).expect("the proxy lives");
    let report = office.sweep().await.expect("swept");
    assert_eq!((report.erased, report.failed, report.unfinished), (PEOPLE, 0, 0));
    assert_eq!(office.blobs.list().count().await, 0, "every object is gone");
});
