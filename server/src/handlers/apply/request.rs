//! What the parts of the request amount to: text first, the file last, each checked while it streams.

use std::sync::{Arc, Mutex};

use axum::body::Body;
use bytes::Bytes;
use multer::Multipart;
use office::{
    Error,
    apply::{IncomingDocument, ReceivedDocument},
    careers::Posting,
};
use rules::{
    bots::{Network, Sender, is_proof, judge, minutes},
    document::Kind,
    form::{Field, MAX_DOCUMENTS, Problem, Typed, takes},
    question::{Nth, Question},
};

use super::flow::{Flow, linger};
use crate::{guard::Visitor, metrics::Form};

/// The most bytes of one text field that are kept; the fields' own rules refuse far less.
const MAX_FIELD: usize = 128 * 1024;
/// The most bytes of one text field that are read at all.
const MOST_TEXT: usize = 4 * 1024 * 1024;
/// The most parts a request may have beside its files.
const MAX_PARTS: usize = 48;
/// The most files of a request that are read past; the fields' own rules take far fewer.
const MOST_FILES: usize = 200;

/// What the parts of a request amount to.
#[derive(Default)]
pub(super) struct Request {
    /// The posting's own questions.
    questions: Vec<Question>,
    pub(super) typed: Typed,
    pub(super) token: String,
    /// What a browser adds to show that it took the trouble.
    proof: String,
    /// Whether it was decided already that files are taken.
    let_in: bool,
    pub(super) cv: Option<ReceivedDocument>,
    pub(super) documents: Vec<ReceivedDocument>,
    pub(super) answers: Vec<(Nth, ReceivedDocument)>,
    pub(super) problems: Vec<(Field, Problem)>,
    /// Of which fields a file came that was not looked at, because something before it was wrong.
    pub(super) skipped: Vec<Field>,
    /// The field whose file is being read.
    pub(super) reading: Option<Field>,
    flow: Flow,
}

/// Where a request goes, and whence it comes.
pub(super) struct Way<'a> {
    pub(super) posting: &'a Posting,
    pub(super) network: Option<Network>,
}

/// Why reading stopped.
pub(in crate::handlers) enum Stop {
    /// The multipart is not well-formed, or the connection broke.
    Broken,
    /// More bytes than a file may have.
    TooLarge,
    /// More text in one field than is read at all; what was kept of it is longer than its own rule allows.
    TextTooLong(Field),
    /// The object store does not answer.
    Unavailable(Error),
}

impl From<multer::Error> for Stop {
    fn from(_: multer::Error) -> Self {
        Self::Broken
    }
}

impl Request {
    /// Reads a body; what came before reading stopped is there too.
    pub(super) async fn read(visitor: &Visitor, way: &Way<'_>, body: Body, boundary: String) -> (Self, Result<(), Stop>) {
        let mut request = Self { questions: way.posting.questions.clone(), ..Self::default() };
        let body = Arc::new(Mutex::new(body.into_data_stream()));
        let mut parts = Multipart::new(request.flow.clone().over(body.clone()), boundary);
        let read = request.read_parts(visitor, way, &mut parts).await;
        if matches!(read, Err(Stop::TooLarge | Stop::TextTooLong(_) | Stop::Unavailable(_))) {
            linger(body);
        }
        (request, read)
    }

    async fn read_parts(&mut self, visitor: &Visitor, way: &Way<'_>, parts: &mut Multipart<'static>) -> Result<(), Stop> {
        let (mut texts, mut files) = (0, 0);
        while let Some(mut part) = parts.next_field().await? {
            self.flow.came_through();
            let name = part.name().unwrap_or_default().to_owned();
            let field = Field::from_code(&name);
            let count = if field.is_some_and(|field| field.holds_files(&self.questions)) { &mut files } else { &mut texts };
            *count += 1;
            if texts > MAX_PARTS || files > MOST_FILES {
                return Err(Stop::Broken);
            }
            match (name.as_str(), field) {
                ("proof", _) => self.proof = read_text(&mut part, &self.flow).await?.0,
                ("token", _) => self.token = read_text(&mut part, &self.flow).await?.0,
                (_, Some(field)) if field.holds_files(&self.questions) => {
                    self.read_document(visitor, way, field, &mut part).await?;
                }
                (_, Some(field)) => {
                    let (text, whole) = read_text(&mut part, &self.flow).await?;
                    self.typed.set(field, text);
                    if !whole {
                        return Err(Stop::TextTooLong(field));
                    }
                }
                // A field that is not ours is nothing to fail on, nor anything to keep.
                _ => {
                    self.reading = None;
                    skip(visitor, &mut part, &self.flow, 0).await?;
                }
            }
        }
        Ok(())
    }

    async fn read_document(
        &mut self,
        visitor: &Visitor,
        way: &Way<'_>,
        field: Field,
        part: &mut multer::Field<'static>,
    ) -> Result<(), Stop> {
        self.reading = Some(field);
        if self.is_right() && !self.let_in {
            self.let_in(visitor, way).await?;
        }
        // Files come last: when something before this one needs attention, it is not stored at all.
        let full = match field {
            Field::Documents => self.documents.len() == MAX_DOCUMENTS,
            Field::Answer(nth) => self.answers.iter().any(|(answered, _)| *answered == nth),
            _ => self.cv.is_some(),
        };
        let streamed = match !self.is_right() || full {
            false => stream_document(visitor, part, &self.flow, |kind| takes(field, kind)).await?,
            true => {
                let name = part.file_name().unwrap_or_default().to_owned();
                match first_piece(part, &self.flow).await? {
                    None => nothing_chosen(&name),
                    Some(first) => {
                        self.skipped.push(field);
                        if full && field == Field::Documents {
                            self.problem(field, Problem::TooMany { max: MAX_DOCUMENTS });
                        }
                        return skip(visitor, part, &self.flow, first.len() as u64).await;
                    }
                }
            }
        };
        match (field, streamed) {
            (Field::Documents, Streamed::Document(document)) => self.documents.push(document),
            (Field::Answer(nth), Streamed::Document(document)) => self.answers.push((nth, document)),
            (_, Streamed::Document(document)) => self.cv = Some(document),
            // A browser sends an empty part where nothing was chosen; whether something has to be is asked at the end.
            (_, Streamed::Problem(Problem::FileMissing)) => {}
            (field, Streamed::Problem(problem)) => self.problem(field, problem),
        }
        Ok(())
    }

    /// What is missing of the files that are needed, once everything was read: those that came and were not looked at have to be
    /// chosen again.
    pub(super) fn missing_files(&self) -> Vec<(Field, Problem)> {
        let needed = Field::all().filter(|field| field.needs_file(&self.questions));
        let came = |field: &Field| match *field {
            Field::Answer(nth) => self.answers.iter().any(|(answered, _)| *answered == nth),
            _ => self.cv.is_some(),
        };
        let wrong = |field: &Field| self.problems.iter().any(|(wrong, _)| wrong == field);
        let problem = |field: Field| if self.skipped.contains(&field) { Problem::FileAgain } else { Problem::FileMissing };
        needed.filter(|field| !came(field) && !wrong(field)).map(|field| (field, problem(field))).collect()
    }

    /// Reading stopped at a file: whatever was chosen for the fields after it was not read.
    pub(super) fn stopped_at(&mut self, field: Field) {
        let came = self.chosen();
        let after = |other: &Field| other.place(&self.questions) > field.place(&self.questions);
        let files = Field::all().filter(|other| other.holds_files(&self.questions));
        let unread: Vec<Field> = files.filter(after).filter(|other| !came.contains(other)).collect();
        self.skipped.extend(unread);
    }

    /// The fields for which a file came.
    pub(super) fn chosen(&self) -> Vec<Field> {
        let cv = self.cv.iter().map(|_| Field::Cv);
        let documents = self.documents.first().map(|_| Field::Documents);
        let answers = self.answers.iter().map(|(nth, _)| Field::Answer(*nth));
        let mut chosen: Vec<Field> = cv.chain(documents).chain(answers).collect();
        for &field in &self.skipped {
            // Of one field several may have come.
            if !chosen.contains(&field) {
                chosen.push(field);
            }
        }
        chosen
    }

    /// Every document that arrived.
    pub(super) fn into_documents(self) -> impl Iterator<Item = ReceivedDocument> {
        self.cv.into_iter().chain(self.documents).chain(self.answers.into_iter().map(|(_, document)| document))
    }

    /// Whether nothing is wrong so far.
    fn is_right(&self) -> bool {
        self.problems.is_empty() && self.typed.check(&self.questions).is_ok()
    }

    /// Decides whether files are taken at all. Which forms count as what stands in `rules::bots`.
    async fn let_in(&mut self, visitor: &Visitor, &Way { posting, network }: &Way<'_>) -> Result<(), Stop> {
        let office = &visitor.site.office;
        // A form that was taken before makes nothing new. That is also why a proof counts once: it is one over the token.
        if !self.token.is_empty() && office.was_taken(posting, &self.token).await.map_err(Stop::Unavailable)? {
            self.let_in = true;
            return Ok(());
        }
        let now = office.now();
        let sender = judge(office.form_made_at(posting, &self.token), is_proof(&self.token, &self.proof), now);
        let taken = match sender {
            Sender::Proven => Ok(()),
            Sender::Unproven(forms) => visitor.site.gate.take(forms, network, &posting.id, now),
        };
        visitor.site.metrics.form(match (sender, &taken) {
            (Sender::Proven, _) => Form::Proven,
            (Sender::Unproven(_), Ok(())) => Form::Unproven,
            (Sender::Unproven(_), Err(_)) => Form::HeldBack,
        });
        match taken {
            Ok(()) => self.let_in = true,
            Err(wait) => self.problem(Field::Cv, Problem::HeldBack { minutes: minutes(wait) }),
        }
        Ok(())
    }

    /// Says what is wrong with a field; of several files the first that is.
    fn problem(&mut self, field: Field, problem: Problem) {
        if !self.problems.iter().any(|(wrong, _)| *wrong == field) {
            self.problems.push((field, problem));
        }
    }
}

/// What came of a file.
pub(in crate::handlers) enum Streamed {
    /// It arrived whole and is of a kind that is taken.
    Document(ReceivedDocument),
    /// It is not taken; nothing of it is left, and the rest of it was read.
    Problem(Problem),
}

/// Browsers send an empty part without a name when nothing was chosen.
fn nothing_chosen(name: &str) -> Streamed {
    Streamed::Problem(if name.is_empty() { Problem::FileMissing } else { Problem::FileEmpty })
}

/// Streams a file through recognition and sealing into the object store; `taken` says which kinds are.
pub(in crate::handlers) async fn stream_document(
    visitor: &Visitor,
    part: &mut multer::Field<'static>,
    flow: &Flow,
    taken: impl Fn(Kind) -> bool,
) -> Result<Streamed, Stop> {
    let name = part.file_name().unwrap_or_default().to_owned();
    let Some(first) = first_piece(part, flow).await? else { return Ok(nothing_chosen(&name)) };
    let mut document = visitor.site.office.begin_document().await.map_err(Stop::Unavailable)?;
    let problem = match push_all(&mut document, first, part, flow).await {
        Ok(()) => match document.finish(&name).await {
            Ok(received) if taken(received.kind()) => return Ok(Streamed::Document(received)),
            Ok(received) => {
                visitor.site.office.discard(received).await.map_err(Stop::Unavailable)?;
                Problem::FileUnrecognised
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
    skip(visitor, part, flow, 0).await?;
    Ok(Streamed::Problem(problem))
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
        next = flow.piece(part).await.map_err(|error| Pushed::Stop(error.into()))?;
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
pub(in crate::handlers) async fn skip(
    visitor: &Visitor,
    part: &mut multer::Field<'static>,
    flow: &Flow,
    mut seen: u64,
) -> Result<(), Stop> {
    while let Some(piece) = flow.piece(part).await? {
        seen += piece.len() as u64;
        if seen > visitor.site.office.settings.max_document {
            return Err(Stop::TooLarge);
        }
    }
    Ok(())
}

/// A text field; bytes that are no UTF-8 become the replacement character, which no rule lets through. What is kept of an endless
/// one is longer than any rule allows, so the field's own rule names it, and most of what was typed comes back. False for
/// one that was not read to its end.
pub(in crate::handlers) async fn read_text(part: &mut multer::Field<'static>, flow: &Flow) -> Result<(String, bool), Stop> {
    let (mut bytes, mut seen) = (Vec::new(), 0);
    while let Some(piece) = flow.piece(part).await? {
        seen += piece.len();
        if seen > MOST_TEXT {
            return Ok((String::from_utf8_lossy(&bytes).into_owned(), false));
        }
        bytes.extend_from_slice(&piece[..piece.len().min(MAX_FIELD - bytes.len())]);
    }
    Ok((String::from_utf8_lossy(&bytes).into_owned(), true))
}
