//! Applying: the form, and the request that streams through recognition and sealing into the object store.

use std::{
    future::poll_fn,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
};

use app::pages::apply as page;
use axum::{
    body::{Body, BodyDataStream},
    extract::Path,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use bytes::Bytes;
use futures::{Stream, StreamExt as _};
use multer::Multipart;
use office::{
    Error,
    apply::{IncomingDocument, ReceivedDocument},
    careers::Posting,
};
use rules::form::{Field, Problem, Typed};

use super::careers;
use crate::{
    answer::{Answer, Failure},
    cookies::{self, SignIn},
    guard::Visitor,
};

/// The most bytes of one text field that are kept; the fields' own rules refuse far less.
const MAX_FIELD: usize = 128 * 1024;
/// The most bytes of one text field that are read at all.
const MOST_TEXT: usize = 4 * 1024 * 1024;
/// The most parts a request may have.
const MAX_PARTS: usize = 32;
/// After a refusal the rest of an upload is read and thrown away, so that a browser gets to see the answer: this many bytes, ...
const LINGER_BYTES: u64 = 1024 * 1024 * 1024;
/// ... and this long.
const LINGER: std::time::Duration = std::time::Duration::from_secs(60);

/// `GET /jobs/{slug}/apply`
pub async fn form(visitor: Visitor, Path(slug): Path<String>) -> Answer {
    match visitor.site.office.open_posting(&slug).await {
        Ok(posting) => {
            let token = data_encoding::HEXLOWER.encode(&visitor.site.office.rng.bytes::<16>());
            show(&visitor, StatusCode::OK, posting, Typed::default(), Vec::new(), token).await
        }
        Err(Error::Gone) => careers::gone(&visitor).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /jobs/{slug}/apply`
pub async fn send(visitor: Visitor, Path(slug): Path<String>, headers: HeaderMap, body: Body) -> Answer {
    let office = &visitor.site.office;
    let posting = match office.open_posting(&slug).await {
        Ok(posting) => posting,
        Err(Error::Gone) => return careers::gone(&visitor).await,
        Err(error) => return Err(error.into()),
    };
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let boundary = multer::parse_boundary(content_type).map_err(|_| Failure::BadRequest)?;
    let flow = Flow::default();
    let mut request = Request { flow: flow.clone(), ..Request::default() };
    let body = Arc::new(Mutex::new(body.into_data_stream()));
    let mut parts = Multipart::new(flow.over(body.clone()), boundary);
    let read = request.read(&visitor, &mut parts).await;
    let Request { typed, token, document, mut problems, skipped, .. } = request;
    // A browser that is still sending would not read the answer before it has sent everything.
    if matches!(read, Err(Stop::TooLarge)) {
        linger(body);
    }
    match read {
        Ok(()) => {}
        Err(Stop::Broken) => {
            discard(&visitor, document).await;
            return Err(Failure::BadRequest);
        }
        Err(Stop::TooLarge) => problems.push((Field::Cv, Problem::FileTooLarge { max: office.settings.max_document })),
        Err(Stop::Unavailable(error)) => {
            discard(&visitor, document).await;
            return unavailable(&visitor, error, posting, typed, token).await;
        }
    }
    let token = if token.is_empty() { data_encoding::HEXLOWER.encode(&office.rng.bytes::<16>()) } else { token };
    let applicant = match typed.check() {
        Ok(applicant) => Some(applicant),
        Err(more) => {
            problems.splice(0..0, more);
            None
        }
    };
    if document.is_none() && !problems.iter().any(|(field, _)| *field == Field::Cv) {
        let file = if skipped { Problem::FileAgain } else { Problem::FileMissing };
        problems.push((Field::Cv, file));
    }
    match (applicant, document) {
        (Some(applicant), Some(document)) if problems.is_empty() => {
            match office.receive(&posting, applicant, document, &token, visitor.lang()).await {
                Ok(receipt) => {
                    let cookie = cookies::set_sign_in(&visitor.site, &SignIn::Receipt(receipt.code));
                    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/receipt")).into_response())
                }
                Err(Error::Gone) => careers::gone(&visitor).await,
                Err(error) => unavailable(&visitor, error, posting, typed, token).await,
            }
        }
        (_, document) => {
            discard(&visitor, document).await;
            show(&visitor, status_of(&problems), posting, typed, problems, token).await
        }
    }
}

/// Watches the bytes between the connection and the multipart reader, which keeps what it cannot tell apart yet: at most so much
/// of it, and one packet at a time, or a request without an end would fill the memory.
#[derive(Clone, Default)]
struct Flow(Arc<AtomicUsize>);

impl Flow {
    /// The most bytes that may go in without anything coming out: a part's head, or a boundary that is not one.
    const MOST: usize = 512 * 1024;

    /// The most bytes handed on at a time.
    const PACKET: usize = 64 * 1024;

    fn over(&self, body: Shared) -> impl Stream<Item = std::io::Result<Bytes>> + Send + 'static {
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

    fn came_through(&self) {
        self.0.store(0, Ordering::Relaxed);
    }

    async fn piece(&self, part: &mut multer::Field<'static>) -> Result<Option<Bytes>, Stop> {
        let piece = part.chunk().await?;
        self.came_through();
        Ok(piece)
    }
}

/// What the parts of a request amount to.
#[derive(Default)]
struct Request {
    typed: Typed,
    token: String,
    document: Option<ReceivedDocument>,
    problems: Vec<(Field, Problem)>,
    /// A file came, but was not looked at because something before it was wrong.
    skipped: bool,
    flow: Flow,
}

/// Why reading stopped.
enum Stop {
    /// The multipart is not well-formed, or the connection broke.
    Broken,
    /// More bytes than the form takes.
    TooLarge,
    /// The object store does not answer.
    Unavailable(Error),
}

impl From<multer::Error> for Stop {
    fn from(_: multer::Error) -> Self {
        Self::Broken
    }
}

impl Request {
    async fn read(&mut self, visitor: &Visitor, parts: &mut Multipart<'static>) -> Result<(), Stop> {
        let mut count = 0;
        while let Some(mut part) = parts.next_field().await? {
            self.flow.came_through();
            count += 1;
            if count > MAX_PARTS {
                return Err(Stop::TooLarge);
            }
            let name = part.name().unwrap_or_default().to_owned();
            match (name.as_str(), Field::from_code(&name)) {
                (_, Some(Field::Cv)) => self.read_document(visitor, &mut part).await?,
                ("token", _) => self.token = read_text(&mut part, &self.flow).await?,
                (_, Some(field)) => {
                    let text = read_text(&mut part, &self.flow).await?;
                    self.typed.set(field, text);
                }
                // A field that is not ours is nothing to fail on, nor anything to keep.
                _ => skip(visitor, &mut part, &self.flow, 0).await?,
            }
        }
        Ok(())
    }

    async fn read_document(&mut self, visitor: &Visitor, part: &mut multer::Field<'static>) -> Result<(), Stop> {
        let name = part.file_name().unwrap_or_default().to_owned();
        let Some(first) = first_piece(part, &self.flow).await? else {
            // Browsers send an empty part without a name when nothing was chosen.
            self.problems.push((Field::Cv, if name.is_empty() { Problem::FileMissing } else { Problem::FileEmpty }));
            return Ok(());
        };
        // The file comes last: when the text already needs attention, or a file came before, this one is not stored at all.
        if self.typed.check().is_err() || self.document.is_some() {
            self.skipped = true;
            return skip(visitor, part, &self.flow, first.len() as u64).await;
        }
        let mut document = visitor.site.office.begin_document().await.map_err(Stop::Unavailable)?;
        let pushed = push_all(&mut document, first, part, &self.flow).await;
        let problem = match pushed {
            Ok(()) => match document.finish(&name).await {
                Ok(received) => {
                    self.document = Some(received);
                    return Ok(());
                }
                Err(Error::Invalid(problems)) => problems.first().map_or(Problem::FileDamaged, |(_, problem)| *problem),
                Err(Error::Unsupported) => Problem::FileUnrecognised,
                Err(error) => return Err(Stop::Unavailable(error)),
            },
            Err(Pushed::Stop(stop)) => {
                document.abort().await;
                return Err(stop);
            }
            Err(Pushed::Office(error)) => {
                document.abort().await;
                match error {
                    Error::TooLarge { .. } => return Err(Stop::TooLarge),
                    Error::Unsupported => Problem::FileUnrecognised,
                    error => return Err(Stop::Unavailable(error)),
                }
            }
        };
        self.problems.push((Field::Cv, problem));
        skip(visitor, part, &self.flow, 0).await
    }
}

enum Pushed {
    Stop(Stop),
    Office(Error),
}

async fn push_all(
    document: &mut IncomingDocument,
    first: Bytes,
    part: &mut multer::Field<'static>,
    flow: &Flow,
) -> Result<(), Pushed> {
    let mut next = Some(first);
    while let Some(piece) = next {
        document.push(&piece).await.map_err(Pushed::Office)?;
        next = flow.piece(part).await.map_err(Pushed::Stop)?;
    }
    Ok(())
}

/// The first piece with anything in it: depending on how the request falls into packets, empty ones come before it, or alone.
async fn first_piece(part: &mut multer::Field<'static>, flow: &Flow) -> Result<Option<Bytes>, Stop> {
    while let Some(piece) = flow.piece(part).await? {
        if !piece.is_empty() {
            return Ok(Some(piece));
        }
    }
    Ok(None)
}

/// Reads a file without keeping it, up to what a file may have.
async fn skip(visitor: &Visitor, part: &mut multer::Field<'static>, flow: &Flow, mut seen: u64) -> Result<(), Stop> {
    while let Some(piece) = flow.piece(part).await? {
        seen += piece.len() as u64;
        if seen > visitor.site.office.settings.max_document {
            return Err(Stop::TooLarge);
        }
    }
    Ok(())
}

/// A text field; bytes that are no UTF-8 become the replacement character, which no rule lets through. What is kept of an endless
/// one is longer than any rule allows, so the field's own rule names it, and most of what was typed comes back.
async fn read_text(part: &mut multer::Field<'static>, flow: &Flow) -> Result<String, Stop> {
    let (mut bytes, mut seen) = (Vec::new(), 0);
    while let Some(piece) = flow.piece(part).await? {
        seen += piece.len();
        if seen > MOST_TEXT {
            return Err(Stop::TooLarge);
        }
        bytes.extend_from_slice(&piece[..piece.len().min(MAX_FIELD - bytes.len())]);
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn linger(body: Shared) {
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
type Shared = Arc<Mutex<BodyDataStream>>;

fn poll_body(body: &Shared, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, axum::Error>>> {
    // One of the two reads at a time; a reader that panicked leaves nothing to read.
    body.lock().map_or(Poll::Ready(None), |mut body| body.poll_next_unpin(context))
}

async fn discard(visitor: &Visitor, document: Option<ReceivedDocument>) {
    if let Some(document) = document
        && let Err(error) = visitor.site.office.discard(document).await
    {
        tracing::warn!(%error, "a document that is not wanted could not be removed; the sweep will");
    }
}

/// The form again, with what was typed, and the status that fits what is wrong.
async fn show(
    visitor: &Visitor,
    status: StatusCode,
    posting: Posting,
    typed: Typed,
    problems: Vec<(Field, Problem)>,
    token: String,
) -> Answer {
    let office = &visitor.site.office;
    let notice = office.notice().await?;
    let due = posting.due(&office.settings.zone);
    let form = page::Form { typed, problems, token, max_document: office.settings.max_document };
    Ok(visitor.page(status, move |frame| page::page(frame, &posting, due, &notice, &form)).await)
}

/// 503 with the form again, so that nothing typed is lost while something is down.
async fn unavailable(visitor: &Visitor, error: Error, posting: Posting, typed: Typed, token: String) -> Answer {
    if !matches!(error, Error::Unavailable(_)) {
        return Err(error.into());
    }
    tracing::error!(%error, "an application could not be stored");
    let problems = vec![(Field::Cv, Problem::NotStored)];
    let mut response = match show(visitor, StatusCode::SERVICE_UNAVAILABLE, posting, typed, problems, token).await {
        Ok(response) => response,
        // Not even the form can be read from the database.
        Err(_) => return Err(Failure::Office(error)),
    };
    retry_later(&mut response);
    Ok(response)
}

fn retry_later(response: &mut Response) {
    response.headers_mut().insert(HeaderName::from_static("retry-after"), HeaderValue::from_static("30"));
}

/// 413 and 415 say what was wrong with the file when nothing else was; everything else is 422.
fn status_of(problems: &[(Field, Problem)]) -> StatusCode {
    match problems {
        [(_, Problem::FileTooLarge { .. })] => StatusCode::PAYLOAD_TOO_LARGE,
        [(_, Problem::FileUnrecognised)] => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
