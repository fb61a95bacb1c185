//! Clients that keep the house waiting: each is given up in time, nothing of theirs is left, and the next one gets the place.

use crate::support;

use std::{
    convert::Infallible,
    future::pending,
    net::SocketAddr,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
    routing::get,
};
use bytes::Bytes;
use futures::stream;
use rules::{
    access::Role,
    messages::{Key, Lang},
};
use server::{
    connections::{self, Limits},
    router::router,
    site::Site,
};
use support::{Multipart, TestApp, objects_in, pdf};
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    time::{sleep, timeout},
};

const SHORT: Duration = Duration::from_millis(400);
/// Longer than any limit of a test, and shorter than any that a house has by default.
const LONG: Duration = Duration::from_secs(20);

async fn serve(router: Router, limits: Limits) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(connections::serve(listener, router, limits, pending()));
    address
}

async fn connect(address: SocketAddr, words: &[u8]) -> TcpStream {
    let mut client = TcpStream::connect(address).await.expect("a connection");
    client.write_all(words).await.expect("sent");
    client
}

/// What the house says until it closes the connection.
async fn heard(client: &mut (impl AsyncRead + Unpin)) -> String {
    let mut said = Vec::new();
    // To somebody who is still sending, the end may come as a reset: what came before counts.
    let closed = timeout(LONG, client.read_to_end(&mut said)).await;
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(closed.is_ok(), "still open after {LONG:?}: {said}");
    said
}

fn greeting() -> Router {
    Router::new().route("/", get(|| async { "good morning" }))
}

const ASK: &[u8] = b"GET / HTTP/1.1\r\nHost: house.example\r\n\r\n";

/// A house with an open posting, and the address of its form.
struct House {
    app: TestApp,
    path: String,
}

impl House {
    async fn open() -> Self {
        let app = TestApp::start().await;
        let hr = app.account("hr@example.org", Role::Hr, None).await;
        let posting = app.open_posting(&hr).await;
        let path = app.form_of(&hr, &posting).await;
        Self { app, path }
    }

    fn router(&self) -> Router {
        router(Site::new(self.app.office.clone(), false, Default::default()))
    }

    /// A valid application with a CV of some size, as it goes over the wire: head and body.
    async fn application(&self, size: usize) -> (String, Bytes) {
        let form = Multipart::typed().file("cv", "cv.pdf", &pdf(&"cv ".repeat(size / 3)));
        let request: Request<Body> = form.request(&self.path);
        let kind = request.headers()[header::CONTENT_TYPE].to_str().expect("text").to_owned();
        let body = to_bytes(request.into_body(), usize::MAX).await.expect("a body");
        let head = format!(
            "POST {} HTTP/1.1\r\nHost: house.example\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.path,
            body.len()
        );
        (head, body)
    }

    fn objects(&self) -> usize {
        objects_in(&self.app.directory.path().join("data"))
    }

    /// Until the upload has begun to be stored.
    async fn staged(&self) {
        let begun = Instant::now();
        while self.objects() == 0 {
            assert!(begun.elapsed() < LONG, "nothing was stored");
            sleep(Duration::from_millis(5)).await;
        }
    }

    /// Fails unless the answer says in words what is wrong, and nothing is left.
    async fn assert_given_up(&self, answer: &str) {
        assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
        assert!(answer.contains(Lang::En.text(Key::TroubleBadRequest)), "no words: {answer}");
        assert_eq!(self.app.stored().await, (0, 0), "something is left");
    }
}

#[tokio::test]
async fn a_head_that_trickles_in_is_given_up() {
    let address = serve(greeting(), Limits { head: SHORT, ..Limits::default() }).await;
    let (mut ear, mut mouth) = connect(address, b"GET / HTTP/1.1\r\nX: ").await.into_split();
    let trickle = tokio::spawn(async move {
        while mouth.write_all(b"a").await.is_ok() {
            sleep(SHORT / 10).await;
        }
    });
    assert_eq!(heard(&mut ear).await, "", "there was nothing to answer");
    timeout(LONG, trickle).await.expect("the connection is closed").expect("no panic");
}

#[tokio::test]
async fn a_connection_that_says_nothing_more_is_closed() {
    let address = serve(greeting(), Limits { head: SHORT, ..Limits::default() }).await;
    let answer = heard(&mut connect(address, ASK).await).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.ends_with("good morning"), "{answer}");
    assert_eq!(heard(&mut connect(address, b"").await).await, "", "nor does one stay that never said anything");
}

#[tokio::test]
async fn who_comes_when_all_places_are_taken_waits_for_one() {
    let address = serve(greeting(), Limits { connections: 1, head: SHORT * 8, ..Limits::default() }).await;
    let mut first = connect(address, ASK).await;
    assert!(first.read(&mut [0; 1024]).await.expect("an answer") > 0);
    let mut second = connect(address, ASK).await;
    let early = timeout(SHORT, second.read(&mut [0; 1024])).await;
    assert!(early.is_err(), "the place was taken");
    assert!(heard(&mut second).await.starts_with("HTTP/1.1 200 OK"), "the place became free");
}

#[tokio::test]
async fn an_upload_that_stalls_is_given_up_in_words_and_leaves_nothing() {
    let house = House::open().await;
    let address = serve(house.router(), Limits { body: SHORT * 2, ..Limits::default() }).await;
    let (head, body) = house.application(1024 * 1024).await;
    let mut client = connect(address, head.as_bytes()).await;
    client.write_all(&body[..600 * 1024]).await.expect("sent");
    house.staged().await;
    house.assert_given_up(&heard(&mut client).await).await;
}

#[tokio::test]
async fn an_upload_that_only_trickles_is_given_up_too() {
    let house = House::open().await;
    let address = serve(house.router(), Limits { body: SHORT, ..Limits::default() }).await;
    let (head, body) = house.application(1024 * 1024).await;
    let (mut ear, mut mouth) = connect(address, head.as_bytes()).await.into_split();
    mouth.write_all(&body[..32 * 1024]).await.expect("sent");
    let trickle = tokio::spawn(async move {
        for byte in &body[32 * 1024..] {
            if mouth.write_all(&[*byte]).await.is_err() {
                return;
            }
            sleep(SHORT / 20).await;
        }
    });
    house.assert_given_up(&heard(&mut ear).await).await;
    timeout(LONG, trickle).await.expect("the connection is closed").expect("no panic");
}

#[tokio::test]
async fn an_upload_that_is_slow_and_steady_is_taken() {
    let house = House::open().await;
    let limits = Limits { body: SHORT * 3, piece: 512, ..Limits::default() };
    let address = serve(house.router(), limits).await;
    let (head, body) = house.application(16 * 1024).await;
    let mut client = connect(address, head.as_bytes()).await;
    let begun = Instant::now();
    for piece in body.chunks(256) {
        client.write_all(piece).await.expect("sent");
        sleep(SHORT / 8).await;
    }
    assert!(begun.elapsed() > limits.body * 2, "no limit was passed: {:?}", begun.elapsed());
    let answer = heard(&mut client).await;
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    assert_eq!(house.objects(), 1);
}

#[tokio::test]
async fn a_client_that_takes_nothing_of_its_answer_is_given_up() {
    let endless = || async { Body::from_stream(stream::repeat(Ok::<_, Infallible>(Bytes::from_static(&[0; 64 * 1024])))) };
    let router = greeting().route("/endless", get(endless));
    let address = serve(router, Limits { connections: 1, answer: SHORT, ..Limits::default() }).await;
    let deaf = connect(address, b"GET /endless HTTP/1.1\r\nHost: house.example\r\n\r\n").await;
    let mut next = connect(address, b"GET / HTTP/1.1\r\nHost: house.example\r\nConnection: close\r\n\r\n").await;
    assert!(heard(&mut next).await.starts_with("HTTP/1.1 200 OK"), "the place became free");
    drop(deaf);
}

#[tokio::test]
async fn who_is_under_way_when_the_house_stops_is_answered() {
    let house = House::open().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(connections::serve(listener, house.router(), Limits::default(), async { drop(stopped.await) }));
    let mut idle = connect(address, b"").await;
    let (head, body) = house.application(512 * 1024).await;
    let mut client = connect(address, head.as_bytes()).await;
    client.write_all(&body[..300 * 1024]).await.expect("sent");
    house.staged().await;
    stop.send(()).expect("it serves");
    assert_eq!(heard(&mut idle).await, "", "nobody new is heard");
    assert!(TcpStream::connect(address).await.is_err(), "nobody new is let in");
    client.write_all(&body[300 * 1024..]).await.expect("sent");
    let answer = heard(&mut client).await;
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    timeout(LONG, serving).await.expect("it ends").expect("no panic");
}
