//! Connections: how many there may be, and how long a client may keep one waiting. `axum::serve` limits neither.

use std::{
    io::{self, IoSlice},
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
    time::{Duration, Instant},
};

use axum::{Router, body::Body};
use bytes::Bytes;
use futures::{StreamExt as _, stream};
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use rules::bots::Network;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Sleep, sleep, timeout},
};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt as _;

/// The most bytes of a connection that are read ahead, a request's head among them. An upload is to need little memory.
const BUFFER: usize = 64 * 1024;

/// What clients may ask of the house's patience. The defaults stand in docs/SECURITY.md.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The most connections that are open at a time; whoever comes then waits until one is closed.
    pub connections: u32,
    /// How long the head of a request may take, from the end of the answer before it: a connection may be idle as long.
    pub head: Duration,
    /// How long the house waits, in all, for each `piece` of a body, ...
    pub body: Duration,
    /// ... which has so many bytes.
    pub piece: usize,
    /// How long a client may take nothing of an answer that waits for it.
    pub answer: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // A process may usually have 1,024 files open; a connection that uploads has two, and the databases need the rest.
            connections: 400,
            head: Duration::from_secs(30),
            // 273 bytes a second: the worst mobile line that still carries anything is quicker, and may fall silent for a minute.
            body: Duration::from_secs(60),
            piece: 16 * 1024,
            // Such a line may need minutes before the system's buffer has room for the next part of an answer.
            answer: Duration::from_secs(5 * 60),
        }
    }
}

/// Serves `router` until `stop`, then answers what is under way and closes every connection. The one way to serve: site, metrics, tests.
///
/// HTTP/1.1 only: a proxy in front needs nothing else, and one connection is one request at a time.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits, stop: impl Future<Output = ()>) {
    let places = Arc::new(Semaphore::new(limits.connections as usize));
    let stopping = CancellationToken::new();
    let mut stop = pin!(stop);
    loop {
        let (stream, peer, place) = tokio::select! {
            () = &mut stop => break,
            taken = take(&listener, &places) => taken,
        };
        let connection = attend(stream, peer, router.clone(), limits, stopping.clone());
        tokio::spawn(async move {
            connection.await;
            drop(place);
        });
    }
    drop(listener);
    stopping.cancel();
    // Every place is free once every connection has ended.
    drop(places.acquire_many(limits.connections).await);
}

/// The network from which a connection was opened, in the extensions of each request. The address itself goes no further than to
/// [`take`] (docs/PROMISES.md, n16).
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub Option<Network>);

/// The next connection, once there is a place for it.
async fn take(listener: &TcpListener, places: &Arc<Semaphore>) -> (TcpStream, Peer, Option<OwnedSemaphorePermit>) {
    // An error would mean that the semaphore was closed, which nobody does.
    let place = places.clone().acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, address)) => return (stream, Peer(Network::of(address.ip())), place),
            // Gone before its turn came.
            Err(error) if matches!(error.kind(), io::ErrorKind::ConnectionAborted | io::ErrorKind::ConnectionReset) => {}
            Err(error) => {
                tracing::error!(error = %error.kind(), "no connection can be taken; trying again in a second");
                sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// One connection, until it ends. How it ends is not told: a client may go at any time.
async fn attend(stream: TcpStream, peer: Peer, router: Router, limits: Limits, stopping: CancellationToken) {
    let answer = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request.map(|body| steady(body, limits)))
    });
    let stream = TokioIo::new(Patient { stream, patience: limits.answer, waiting: None });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(BUFFER)
        .serve_connection(stream, answer);
    let mut connection = pin!(connection);
    tokio::select! {
        _ = connection.as_mut() => {}
        () = stopping.cancelled() => {
            connection.as_mut().graceful_shutdown();
            drop(connection.await);
        }
    }
}

/// The body, which ends with an error once the house has waited too long for a piece of it. Only waiting counts, not what a handler
/// does between two packets.
fn steady(body: Incoming, limits: Limits) -> Body {
    let packets = Body::new(body).into_data_stream();
    let packets = stream::unfold((packets, limits.body, 0), move |(mut packets, left, came)| async move {
        let asked = Instant::now();
        let packet = timeout(left, packets.next()).await.unwrap_or_else(|late| Some(Err(axum::Error::new(late))))?;
        let came = came + packet.as_ref().map_or(0, Bytes::len);
        let (left, came) = if came < limits.piece { (left.saturating_sub(asked.elapsed()), came) } else { (limits.body, 0) };
        Some((packet, (packets, left, came)))
    });
    // An upload that was refused may be read on when it has ended already.
    Body::from_stream(packets.fuse())
}

/// A connection that breaks when the client takes nothing of what waits for it.
struct Patient {
    stream: TcpStream,
    patience: Duration,
    waiting: Option<Pin<Box<Sleep>>>,
}

impl Patient {
    fn unless_late(&mut self, context: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.waiting = None;
            return written;
        }
        let patience = self.patience;
        ready!(self.waiting.get_or_insert_with(|| Box::pin(sleep(patience))).as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Patient {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.unless_late(context, written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.unless_late(context, written)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
