//! Readers and writers that give and take little and wait now and then.

use crate::support::{BORDER_LENGTHS, CHUNK, SEALED_CHUNK, context, key, plaintext, portions, random};
use futures::FutureExt as _;
use futures::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use proptest::prelude::*;
use std::io::{self, ErrorKind};
use std::iter::Cycle;
use std::pin::Pin;
use std::task::{Context as Task, Poll};
use std::vec::IntoIter;
use vault::cobblestone::{OpenReader, SealWriter};
use vault::{FileKey, OpenError, open, seal};

/// Gives and takes as many bytes at a time as its steps say, again and again; at a step of nothing it waits.
struct Halting<T> {
    inner: T,
    steps: Cycle<IntoIter<usize>>,
}

impl<T> Halting<T> {
    /// It does go on: a byte follows the last step.
    fn over(inner: T, steps: &[usize]) -> Self {
        Self { inner, steps: [steps, &[1]].concat().into_iter().cycle() }
    }

    fn step(&mut self, task: &Task<'_>) -> Poll<usize> {
        match self.steps.next().expect("steps come again and again") {
            0 => {
                task.waker().wake_by_ref();
                Poll::Pending
            }
            len => Poll::Ready(len),
        }
    }
}

impl AsyncRead for Halting<&[u8]> {
    fn poll_read(mut self: Pin<&mut Self>, task: &mut Task<'_>, to: &mut [u8]) -> Poll<io::Result<usize>> {
        self.step(task).map(|len| {
            let len = len.min(to.len());
            io::Read::read(&mut self.inner, &mut to[..len])
        })
    }
}

impl AsyncWrite for Halting<&mut Vec<u8>> {
    fn poll_write(mut self: Pin<&mut Self>, task: &mut Task<'_>, from: &[u8]) -> Poll<io::Result<usize>> {
        self.step(task).map(|len| {
            let len = len.min(from.len());
            self.inner.extend_from_slice(&from[..len]);
            Ok(len)
        })
    }

    fn poll_flush(mut self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<io::Result<()>> {
        self.step(task).map(|_| Ok(()))
    }

    fn poll_close(self: Pin<&mut Self>, task: &mut Task<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(task)
    }
}

/// Repeats an act, each time from its beginning, until one does not have to wait.
macro_rules! given_up_until_done {
    ($act:expr) => {
        loop {
            if let Some(done) = $act.now_or_never() {
                break done;
            }
        }
    };
}

/// Writes portions of these lengths, and gives up each wait.
fn seal_given_up(key: &FileKey, plain: &[u8], lengths: &[usize], steps: &[usize]) -> Vec<u8> {
    let mut sealed = Vec::new();
    let mut writer = SealWriter::new(key, &context(), &random(), Halting::over(&mut sealed, steps));
    for mut portion in portions(plain, lengths) {
        while !portion.is_empty() {
            let taken = given_up_until_done!(writer.write(portion)).expect("the writer takes everything");
            portion = &portion[taken..];
        }
        given_up_until_done!(writer.flush()).expect("the writer takes everything");
    }
    given_up_until_done!(writer.close()).expect("the writer takes everything");
    drop(writer);
    sealed
}

/// Reads at most `len` bytes at a time to the end, and gives up each wait.
fn open_given_up(key: &FileKey, sealed: &[u8], len: usize, steps: &[usize]) -> io::Result<Vec<u8>> {
    let mut reader = OpenReader::new(key, &context(), Halting::over(sealed, steps));
    let (mut to, mut out) = (vec![0; len], Vec::new());
    loop {
        match given_up_until_done!(reader.read(&mut to))? {
            0 => return Ok(out),
            len => out.extend_from_slice(&to[..len]),
        }
    }
}

#[tokio::test]
async fn writers_readers_and_slices_hold_the_same_format() {
    let key = key();
    for len in BORDER_LENGTHS {
        let plain = plaintext(len);
        let mut sealed = Vec::new();
        let mut writer = SealWriter::new(&key, &context(), &random(), Halting::over(&mut sealed, &[5000, 0, 0, 40_000]));
        writer.write_all(&plain).await.expect("the writer takes everything");
        writer.close().await.expect("the writer takes everything");
        drop(writer);
        let opened = open(&key, &context(), &sealed).map(|opened| opened.to_vec());
        assert_eq!(opened.as_ref(), Ok(&plain), "{len} bytes written");

        let sealed = seal(&key, &context(), &random(), &plain);
        let mut reader = OpenReader::new(&key, &context(), Halting::over(&sealed[..], &[5000, 0, 0, 40_000]));
        let mut opened = Vec::new();
        reader.read_to_end(&mut opened).await.expect("it is whole");
        assert_eq!(opened, plain, "{len} bytes read");
        assert_eq!(reader.read(&mut [0; 10]).await.expect("it is still whole"), 0, "{len} bytes and an end");
    }
}

#[test]
fn byte_by_byte_with_a_wait_before_each() {
    let key = key();
    let plain = plaintext(CHUNK + 3);
    let sealed = seal_given_up(&key, &plain, &[1], &[0]);
    assert_eq!(open(&key, &context(), &sealed).map(|opened| opened.to_vec()), Ok(plain.clone()));
    assert_eq!(open_given_up(&key, &sealed, 1, &[0]).expect("it is whole"), plain);
}

#[tokio::test]
async fn a_writer_that_is_dropped_before_it_was_closed_leaves_nothing_that_opens() {
    let key = key();
    for len in BORDER_LENGTHS {
        let mut sealed = Vec::new();
        let mut writer = SealWriter::new(&key, &context(), &random(), Halting::over(&mut sealed, &[40_000]));
        writer.write_all(&plaintext(len)).await.expect("the writer takes everything");
        writer.flush().await.expect("the writer takes everything");
        drop(writer);
        assert_eq!(open(&key, &context(), &sealed), Err(OpenError::Truncated), "{len} bytes and no end");
    }
}

#[tokio::test]
async fn a_full_chunk_is_passed_on_when_flushed() {
    let mut sealed = Vec::new();
    let mut writer = SealWriter::new(&key(), &context(), &random(), Halting::over(&mut sealed, &[40_000]));
    writer.write_all(&plaintext(CHUNK + 1)).await.expect("the writer takes everything");
    writer.flush().await.expect("the writer takes everything");
    drop(writer);
    assert_eq!(sealed.len(), 56 + SEALED_CHUNK);
}

#[tokio::test]
async fn a_message_ends_once() {
    let key = key();
    let mut sealed = Vec::new();
    let mut writer = SealWriter::new(&key, &context(), &random(), Halting::over(&mut sealed, &[40_000]));
    writer.write_all(b"Dear team").await.expect("the writer takes everything");
    writer.close().await.expect("the writer takes everything");
    writer.close().await.expect("it is closed already");
    let late = writer.write(b"!").await.expect_err("the message has ended");
    assert_eq!(late.kind(), ErrorKind::BrokenPipe);
    drop(writer);
    assert_eq!(open(&key, &context(), &sealed).map(|opened| opened.to_vec()), Ok(b"Dear team".to_vec()));
}

#[tokio::test]
async fn a_writer_that_is_full_is_an_error() {
    let mut full = [0_u8; 100];
    let mut writer = SealWriter::new(&key(), &context(), &random(), futures::io::Cursor::new(&mut full[..]));
    let written = writer.write_all(&plaintext(3 * CHUNK)).await;
    assert_eq!(written.map_err(|error| error.kind()), Err(ErrorKind::WriteZero));
}

/// Fails once, at the byte `at`, then goes on.
struct FailsOnce<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl AsyncRead for FailsOnce<'_> {
    fn poll_read(mut self: Pin<&mut Self>, _: &mut Task<'_>, to: &mut [u8]) -> Poll<io::Result<usize>> {
        if self.at == 0 {
            self.at = usize::MAX;
            return Poll::Ready(Err(ErrorKind::ConnectionReset.into()));
        }
        let len = to.len().min(self.at);
        let read = io::Read::read(&mut self.bytes, &mut to[..len])?;
        self.at -= read;
        Poll::Ready(Ok(read))
    }
}

#[tokio::test]
async fn an_error_of_the_inner_reader_is_passed_on_and_loses_nothing() {
    let key = key();
    let plain = plaintext(2 * CHUNK);
    let sealed = seal(&key, &context(), &random(), &plain);
    for at in [0, 10, 56, 5000, 56 + SEALED_CHUNK, sealed.len()] {
        let mut reader = OpenReader::new(&key, &context(), FailsOnce { bytes: &sealed, at });
        let mut opened = Vec::new();
        let error = reader.read_to_end(&mut opened).await.expect_err("it fails once");
        assert_eq!(error.kind(), ErrorKind::ConnectionReset);
        reader.read_to_end(&mut opened).await.expect("it goes on");
        assert_eq!(opened, plain, "failed at {at}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_portions_and_any_waits_seal_and_open_as_one_piece(
        len in 0..3 * CHUNK,
        writing in prop::collection::vec(1..2 * CHUNK, 1..6),
        reading in 1..2 * CHUNK,
        steps in prop::collection::vec(prop_oneof![Just(0), Just(1), 1..100_usize, 100..2 * CHUNK], 1..12),
    ) {
        // A byte at a time now and then, but not for all of the message.
        let steps = [&steps[..], &[CHUNK]].concat();
        let key = key();
        let plain = plaintext(len);
        let sealed = seal_given_up(&key, &plain, &writing, &steps);
        let opened = open(&key, &context(), &sealed);
        prop_assert_eq!(opened.as_deref().map(Vec::as_slice), Ok(plain.as_slice()));
        prop_assert_eq!(open_given_up(&key, &sealed, reading, &steps).ok(), Some(plain));
    }
}
