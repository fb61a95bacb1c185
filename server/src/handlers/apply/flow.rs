//! The bytes of an upload on their way from the connection to the multipart reader, and after a refusal past it.

use std::{
    future::poll_fn,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::body::BodyDataStream;
use bytes::Bytes;
use futures::{Stream, StreamExt as _};

/// After a refusal the rest of an upload is read and thrown away, so that a browser gets to see the answer: this many bytes, ...
const LINGER_BYTES: u64 = 1024 * 1024 * 1024;
/// ... and this long.
const LINGER: Duration = Duration::from_secs(60);

/// Watches the bytes between the connection and the multipart reader, which keeps what it cannot tell apart yet: at most so much
/// of it, and one packet at a time, or a request without an end would fill the memory.
#[derive(Clone, Default)]
pub(in crate::handlers) struct Flow(Arc<AtomicUsize>);

impl Flow {
    /// The most bytes that may go in without anything coming out: a part's head, or a boundary that is not one.
    const MOST: usize = 512 * 1024;

    /// The most bytes handed on at a time.
    const PACKET: usize = 64 * 1024;

    pub(in crate::handlers) fn over(&self, body: Shared) -> impl Stream<Item = std::io::Result<Bytes>> + Send + 'static {
        let (kept, mut packet, mut pause) = (self.0.clone(), Bytes::new(), false);
        futures::stream::poll_fn(move |context| {
            // The reader asks until there is nothing more; so there is nothing more after each packet.
            if std::mem::take(&mut pause) {
                context.waker().wake_by_ref();
                return Poll::Pending;
            }
            while packet.is_empty() {
                packet = match ready!(poll_body(&body, context)) {
                    Some(next) => next.map_err(std::io::Error::other)?,
                    None => return Poll::Ready(None),
                };
            }
            pause = true;
            let next = packet.split_to(packet.len().min(Self::PACKET));
            if kept.fetch_add(next.len(), Ordering::Relaxed) + next.len() > Self::MOST {
                return Poll::Ready(Some(Err(std::io::Error::other("nothing comes through"))));
            }
            Poll::Ready(Some(Ok(next)))
        })
    }

    pub(in crate::handlers) fn came_through(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    /// The next piece of a part.
    pub(in crate::handlers) async fn piece(&self, part: &mut multer::Field<'static>) -> multer::Result<Option<Bytes>> {
        let piece = part.chunk().await?;
        self.came_through();
        Ok(piece)
    }
}

/// Reads what still comes and throws it away: a browser that is still sending would not read the answer before.
pub(in crate::handlers) fn linger(body: Shared) {
    tokio::spawn(async move {
        let drain = async {
            let mut left = LINGER_BYTES;
            while let Some(Ok(packet)) = poll_fn(|context| poll_body(&body, context)).await {
                left = left.saturating_sub(packet.len() as u64);
                if left == 0 {
                    return;
                }
            }
        };
        drop(tokio::time::timeout(LINGER, drain).await);
    });
}

/// The body of a request, for the multipart reader and, after a refusal, for reading on without it.
pub(in crate::handlers) type Shared = Arc<Mutex<BodyDataStream>>;

fn poll_body(body: &Shared, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, axum::Error>>> {
    // One of the two reads at a time; a reader that panicked leaves nothing to read.
    body.lock().map_or(Poll::Ready(None), |mut body| body.poll_next_unpin(context))
}
