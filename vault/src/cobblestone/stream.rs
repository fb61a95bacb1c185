//! Sealing and opening a `Stream` of portions.

use super::{OpenError, Opener, Sealer};
use crate::{Context, Key, Random};
use bytes::Bytes;
use futures::Stream;
use std::mem;
use std::pin::Pin;
use std::task::{Context as Task, Poll, ready};
use zeroize::Zeroize;

/// Seals a stream of plaintext portions of any size: header, then chunks. Memory is a chunk and one portion.
///
/// An error of `plaintext` is passed on and ends the stream without a last chunk, so what was sealed until then does not
/// open as a whole.
pub fn seal_stream<S>(key: &impl AsRef<Key>, context: &Context, random: &(impl Random + ?Sized), plaintext: S) -> SealStream<S> {
    let (sealer, header) = Sealer::new(key, context, random);
    SealStream { portions: Box::pin(plaintext), sealer: Some(sealer), out: header.to_vec() }
}

/// Opens a stream of sealed portions of any size. Memory is a chunk and one portion; the bytes given out zeroize when
/// their last holder drops them.
///
/// An error, of opening or of `sealed`, ends the stream. What came before it is authentic but not the whole: act on the
/// message only after the stream has ended without an error.
pub fn open_stream<S>(key: &impl AsRef<Key>, context: &Context, sealed: S) -> OpenStream<S> {
    OpenStream { portions: Box::pin(sealed), opener: Some(Opener::new(key, context)) }
}

/// What [`seal_stream`] returns.
pub struct SealStream<S> {
    portions: Pin<Box<S>>,
    /// `None` once the message or an error has ended the stream.
    sealer: Option<Sealer>,
    /// Sealed and not yet given out: at first the header.
    out: Vec<u8>,
}

impl<S, E> Stream for SealStream<S>
where
    S: Stream<Item = Result<Bytes, E>>,
{
    type Item = Result<Bytes, E>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        while let Some(sealer) = &mut this.sealer {
            match ready!(this.portions.as_mut().poll_next(task)) {
                Some(Ok(portion)) => sealer.push(&portion, &mut this.out),
                Some(Err(error)) => {
                    this.sealer = None;
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    if let Some(sealer) = this.sealer.take() {
                        sealer.finish(&mut this.out);
                    }
                }
            }
            if !this.out.is_empty() {
                return Poll::Ready(Some(Ok(mem::take(&mut this.out).into())));
            }
        }
        Poll::Ready(None)
    }
}

/// What [`open_stream`] returns.
pub struct OpenStream<S> {
    portions: Pin<Box<S>>,
    /// `None` once the message or an error has ended the stream.
    opener: Option<Opener>,
}

impl<S, E> Stream for OpenStream<S>
where
    S: Stream<Item = Result<Bytes, E>>,
    E: From<OpenError>,
{
    type Item = Result<Bytes, E>;

    fn poll_next(mut self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        while let Some(opener) = &mut this.opener {
            let portion = ready!(this.portions.as_mut().poll_next(task));
            let mut out = Plaintext(Vec::new());
            let opened = match portion {
                Some(Ok(portion)) => opener.push(&portion, &mut out.0).map_err(E::from),
                Some(Err(error)) => Err(error),
                None => match this.opener.take() {
                    Some(opener) => opener.finish(&mut out.0).map_err(E::from),
                    None => Ok(()),
                },
            };
            if let Err(error) = opened {
                this.opener = None;
                return Poll::Ready(Some(Err(error)));
            }
            if !out.0.is_empty() {
                return Poll::Ready(Some(Ok(Bytes::from_owner(out))));
            }
        }
        Poll::Ready(None)
    }
}

/// Plaintext on its way to the consumer. `Zeroizing` would do the same, but wipes a `Vec` byte by byte, which takes a
/// quarter of the time of opening; a slice is wiped in bulk.
struct Plaintext(Vec<u8>);

impl AsRef<[u8]> for Plaintext {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Plaintext {
    fn drop(&mut self) {
        self.0.as_mut_slice().zeroize();
    }
}
