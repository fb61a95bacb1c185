//! Streams of portions.

use crate::support::{BORDER_LENGTHS, CHUNK, context, key, plaintext, portions, random};
use bytes::Bytes;
use futures::stream::{self, Stream, StreamExt, TryStreamExt};
use std::io;
use vault::cobblestone::{open_stream, seal_stream};
use vault::{OpenError, open, seal};

/// The error of the callers' streams.
#[derive(Debug, PartialEq)]
enum UploadError {
    Broken,
    Sealed(OpenError),
}

impl From<OpenError> for UploadError {
    fn from(error: OpenError) -> Self {
        Self::Sealed(error)
    }
}

/// A body as a server sees it: portions of any size, empty ones among them.
fn body(bytes: &[u8]) -> impl Stream<Item = Result<Bytes, UploadError>> + use<> {
    let portions: Vec<_> =
        portions(bytes, &[1, 9000, 0, 40_000, 17]).into_iter().map(|portion| Ok(Bytes::copy_from_slice(portion))).collect();
    stream::iter(portions)
}

async fn collect(stream: impl Stream<Item = Result<Bytes, UploadError>>) -> Result<Vec<u8>, UploadError> {
    let portions: Vec<Bytes> = stream.try_collect().await?;
    Ok(portions.concat())
}

#[tokio::test]
async fn streams_and_slices_hold_the_same_format() {
    let key = key();
    for len in BORDER_LENGTHS {
        let plain = plaintext(len);
        let sealed = collect(seal_stream(&key, &context(), &random(), body(&plain))).await;
        let sealed = sealed.expect("the body is whole");
        let opened = open(&key, &context(), &sealed).map(|opened| opened.to_vec());
        assert_eq!(opened.as_ref(), Ok(&plain), "{len} bytes sealed as a stream");

        let sealed = seal(&key, &context(), &random(), &plain);
        let opened = collect(open_stream(&key, &context(), body(&sealed))).await;
        assert_eq!(opened, Ok(plain), "{len} bytes opened as a stream");
    }
}

#[tokio::test]
async fn a_broken_upload_passes_its_error_on_and_leaves_nothing_that_opens() {
    let key = key();
    let broken = body(&plaintext(3 * CHUNK)).chain(stream::iter([Err(UploadError::Broken)]));
    let mut sealing = seal_stream(&key, &context(), &random(), broken);
    let mut sealed = Vec::new();
    let error = loop {
        match sealing.next().await.expect("the stream ends with the error") {
            Ok(portion) => sealed.extend(portion),
            Err(error) => break error,
        }
    };
    assert_eq!(error, UploadError::Broken);
    assert!(sealing.next().await.is_none(), "the error is not the end");
    assert_eq!(open(&key, &context(), &sealed), Err(OpenError::Truncated));
}

#[tokio::test]
async fn a_broken_download_passes_its_error_on() {
    let key = key();
    let sealed = seal(&key, &context(), &random(), &plaintext(100));
    let broken = body(&sealed).chain(stream::iter([Err(UploadError::Broken)]));
    let opened = collect(open_stream(&key, &context(), broken)).await;
    assert_eq!(opened, Err(UploadError::Broken));
}

#[tokio::test]
async fn a_damaged_download_ends_with_the_error_after_authentic_bytes_only() {
    let key = key();
    let plain = plaintext(3 * CHUNK);
    let mut damaged = seal(&key, &context(), &random(), &plain);
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    let mut opening = open_stream(&key, &context(), body(&damaged));
    let mut out = Vec::new();
    let error = loop {
        match opening.next().await.expect("the stream ends with the error") {
            Ok(portion) => out.extend(portion),
            Err(error) => break error,
        }
    };
    assert_eq!(error, UploadError::Sealed(OpenError::Authentication));
    assert!(opening.next().await.is_none(), "the error is not the end");
    assert_eq!(out, plain);
}

#[tokio::test]
async fn io_errors_carry_opening_errors() {
    let key = key();
    let sealed = seal(&key, &context(), &random(), b"Dear team");
    let cut = stream::iter([io::Result::Ok(Bytes::copy_from_slice(&sealed[..60]))]);
    let opened: io::Result<Vec<Bytes>> = open_stream(&key, &context(), cut).try_collect().await;
    let error = opened.expect_err("the download was cut");
    assert_eq!(error.kind(), io::ErrorKind::InvalidData);
    assert_eq!(error.to_string(), "sealed bytes end too early");
}
