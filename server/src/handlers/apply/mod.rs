//! Applying: the form, and the request that streams through recognition and sealing into the object store.

mod flow;
mod request;

pub(super) use self::{
    flow::{Flow, linger},
    request::{Stop, Streamed, read_text, skip, stream_document},
};

use app::pages::apply as page;
use axum::{
    Extension,
    body::Body,
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect},
};
use office::{
    Error,
    apply::{Files, Receipt, ReceivedDocument},
    careers::Posting,
};
use rules::{
    bots::{Network, Sender, judge},
    form::{Applicant, Field, Problem, Typed, check_field},
    messages::Lang,
    question::numbered,
};

use self::request::{Request, Way};
use super::{careers, desk::Fields};
use crate::{
    answer::{Answer, Failure},
    connections::Peer,
    cookies::{self, SignIn},
    guard::Visitor,
    metrics::Form,
    router::FORM_LIMIT,
};

/// `GET /jobs/{slug}/apply`
pub async fn form(visitor: Visitor, Path(slug): Path<String>) -> Answer {
    match visitor.site.office.open_posting(&slug).await {
        Ok(posting) => {
            let token = visitor.site.office.form_token(&posting);
            show(&visitor, StatusCode::OK, posting, Typed::default(), Vec::new(), token).await
        }
        Err(Error::Gone) => careers::gone(&visitor, String::new()).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /jobs/{slug}/apply`
pub async fn send(
    visitor: Visitor,
    Path(slug): Path<String>,
    peer: Option<Extension<Peer>>,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let office = &visitor.site.office;
    let posting = office.public_posting(&slug).await?;
    let open = posting.takes_applications(office.today());
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let boundary = match multer::parse_boundary(content_type) {
        Ok(boundary) => boundary,
        Err(_) if content_type.starts_with("application/x-www-form-urlencoded") => {
            return in_another_language(visitor, posting, open, body).await;
        }
        Err(_) if open => return Err(Failure::BadRequest),
        Err(_) => return careers::gone(&visitor, String::new()).await,
    };
    let way = Way { posting: &posting, network: network_of(&visitor, peer, &headers) };
    let (mut request, read) = Request::read(&visitor, &way, body, boundary).await;
    let mut sent = Sent { typed: request.typed.clone(), chosen: request.chosen() };
    let token = if request.token.is_empty() { office.form_token(&posting) } else { request.token.clone() };
    // Too late, unless it is a form that arrived in time and comes again.
    if !open && (read.is_err() || request.cv.is_none() || sent.typed.check(&posting.questions).is_err()) {
        discard(&visitor, request).await;
        return careers::gone(&visitor, sent.written(&posting)).await;
    }
    match read {
        Ok(()) => {}
        Err(Stop::Broken) => {
            discard(&visitor, request).await;
            return Err(Failure::BadRequest);
        }
        // What came after it was not read: of the files nobody knows, and each may have to be chosen again.
        Err(Stop::TextTooLong(field)) => {
            request.stopped_at(field);
            sent.chosen = request.chosen();
            discard(&visitor, request).await;
            let problem = check_field(field, sent.typed.get(field), &posting.questions).unwrap_or(Problem::NotText);
            return show(&visitor, StatusCode::PAYLOAD_TOO_LARGE, posting, sent, vec![(field, problem)], token).await;
        }
        Err(Stop::TooLarge) => {
            // A part that is none of the form's files is none of ours.
            let Some(field) = request.reading else {
                discard(&visitor, request).await;
                return Err(Failure::BadRequest);
            };
            request.problems.retain(|(wrong, _)| *wrong != field);
            request.problems.push((field, Problem::FileTooLarge { max: office.settings.max_document }));
            request.stopped_at(field);
            sent.chosen = request.chosen();
        }
        Err(Stop::Unavailable(error)) => {
            if let Some(field) = request.reading {
                request.stopped_at(field);
                sent.chosen = request.chosen();
            }
            discard(&visitor, request).await;
            return unavailable(&visitor, error, posting, sent, token).await;
        }
    }
    let missing = request.missing_files();
    request.problems.extend(missing);
    let applicant = match sent.typed.check(&posting.questions) {
        Ok(applicant) => Some(applicant),
        Err(more) => {
            request.problems.splice(0..0, more);
            None
        }
    };
    match (applicant, request) {
        (Some(applicant), Request { cv: Some(cv), documents, answers, problems, .. }) if problems.is_empty() => {
            let files = Files { cv, documents, answers };
            let taken = match sent_a_moment_ago(&visitor, &posting, &applicant, &files).await {
                Some(receipt) => {
                    discard_all(&visitor, files.into_all()).await;
                    Ok(receipt)
                }
                None => office.receive(&posting, applicant, files, &token, visitor.lang()).await,
            };
            match taken {
                Ok(receipt) => {
                    let cookie = cookies::set_sign_in(&visitor.site, &SignIn::Receipt(receipt.code));
                    Ok(([(header::SET_COOKIE, cookie)], Redirect::to("/receipt")).into_response())
                }
                Err(Error::Gone) => careers::gone(&visitor, sent.written(&posting)).await,
                Err(Error::Conflict) => {
                    let (problems, token) = (vec![(Field::Cv, Problem::SentBefore)], office.form_token(&posting));
                    show(&visitor, StatusCode::CONFLICT, posting, sent, problems, token).await
                }
                Err(error) => unavailable(&visitor, error, posting, sent, token).await,
            }
        }
        (_, mut request) => {
            let problems = std::mem::take(&mut request.problems);
            discard(&visitor, request).await;
            if problems.contains(&(Field::Homepage, Problem::NotEmpty)) {
                visitor.site.metrics.form(Form::FilledByAProgram);
            }
            let held = problems.iter().find_map(|&(_, problem)| match problem {
                Problem::HeldBack { minutes } => Some(minutes),
                _ => None,
            });
            match held {
                Some(minutes) => held_back(&visitor, minutes, posting, sent, problems, token).await,
                None => show(&visitor, status_of(&problems), posting, sent, problems, token).await,
            }
        }
    }
}

/// The network from which a form comes.
pub(super) fn network_of(visitor: &Visitor, peer: Option<Extension<Peer>>, headers: &HeaderMap) -> Option<Network> {
    let forwarded: Vec<_> = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok()).collect();
    visitor.site.gate.network(peer.and_then(|Extension(Peer(network))| network), &forwarded.join(","))
}

/// 429 with the form again. Where its token is too old to be proven, or none of ours, it has a fresh one, and a browser proves that by itself.
async fn held_back(
    visitor: &Visitor,
    minutes: i64,
    posting: Posting,
    sent: Sent,
    problems: Vec<(Field, Problem)>,
    token: String,
) -> Answer {
    let office = &visitor.site.office;
    let provable = judge(office.form_made_at(&posting, &token), true, office.now()) == Sender::Proven;
    let token = if provable { token } else { office.form_token(&posting) };
    let mut response = show(visitor, StatusCode::TOO_MANY_REQUESTS, posting, sent, problems, token).await?;
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(minutes * 60));
    Ok(response)
}

/// A form that is not finished, in the language that was chosen from its page: it comes back with what was typed. Nothing of it is
/// stored, and a file is not sent along.
async fn in_another_language(visitor: Visitor, posting: Posting, open: bool, body: Body) -> Answer {
    let too_large = |_| Failure::Office(Error::TooLarge { max: FORM_LIMIT as u64 });
    let fields = Fields::parse(&axum::body::to_bytes(body, FORM_LIMIT).await.map_err(too_large)?);
    let lang = match Lang::from_code(fields.get("lang")) {
        Some(lang) => lang,
        None if open => return Err(Failure::BadRequest),
        None => return careers::gone(&visitor, String::new()).await,
    };
    let mut typed = Typed::default();
    // Of a chosen file comes its name.
    let (files, texts): (Vec<Field>, Vec<Field>) = Field::all().partition(|field| field.holds_files(&posting.questions));
    for field in texts {
        typed.set(field, fields.get(field.code()).to_owned());
    }
    let chosen = files.into_iter().filter(|field| !fields.get(field.code()).is_empty());
    let problems = chosen.map(|field| (field, Problem::FileAgain)).collect();
    let token = match fields.get("token") {
        "" => visitor.site.office.form_token(&posting),
        token => token.to_owned(),
    };
    let cookie = cookies::set_language(&visitor.site, lang.code());
    let visitor = visitor.reading(lang);
    let page = match open {
        true => show(&visitor, StatusCode::OK, posting, typed, problems, token).await?,
        false => careers::gone(&visitor, Sent::from(typed).written(&posting)).await?,
    };
    Ok(([(header::SET_COOKIE, cookie)], page).into_response())
}

/// The receipt of the very same form, sent from this browser a moment ago: whoever goes back and sends again gets a fresh token with the page,
/// and applied once. Only a browser that holds the first one's receipt code learns anything.
async fn sent_a_moment_ago(visitor: &Visitor, posting: &Posting, applicant: &Applicant, files: &Files) -> Option<Receipt> {
    let Some(SignIn::Receipt(code)) = &visitor.sign_in else { return None };
    match visitor.site.office.receipt_of_the_same(posting, applicant, files, code).await {
        Ok(receipt) => receipt,
        Err(error) => {
            tracing::warn!(%error, "whether a form came before could not be told; it is taken as another one");
            None
        }
    }
}

async fn discard(visitor: &Visitor, request: Request) {
    discard_all(visitor, request.into_documents()).await;
}

async fn discard_all(visitor: &Visitor, documents: impl Iterator<Item = ReceivedDocument>) {
    for document in documents {
        if let Err(error) = visitor.site.office.discard(document).await {
            tracing::warn!(%error, "a document that is not wanted could not be removed; the sweep will");
        }
    }
}

/// What of a form comes back.
struct Sent {
    typed: Typed,
    /// The fields for which a file came.
    chosen: Vec<Field>,
}

impl Sent {
    /// What was written in words, to be kept by whoever wrote it where the form itself is no longer.
    fn written(&self, posting: &Posting) -> String {
        let answers = numbered(&posting.questions).filter_map(|(nth, question)| {
            let answer = self.typed.get(Field::Answer(nth)).trim();
            (!answer.is_empty()).then(|| format!("{}\n{answer}", question.text))
        });
        let message = std::iter::once(self.typed.message.trim().to_owned()).filter(|message| !message.is_empty());
        message.chain(answers).collect::<Vec<_>>().join("\n\n")
    }
}

impl From<Typed> for Sent {
    fn from(typed: Typed) -> Self {
        Self { typed, chosen: Vec::new() }
    }
}

/// The form again, with what was typed, and the status that fits what is wrong.
async fn show(
    visitor: &Visitor,
    status: StatusCode,
    posting: Posting,
    sent: impl Into<Sent>,
    problems: Vec<(Field, Problem)>,
    token: String,
) -> Answer {
    let office = &visitor.site.office;
    let notice = office.notice().await?;
    let due = posting.due(&office.settings.zone);
    let Sent { typed, chosen } = sent.into();
    let form = page::Form { typed, problems, token, chosen, max_document: office.settings.max_document };
    Ok(visitor.page(status, move |frame| page::page(frame, &posting, due, &notice, &form)).await)
}

/// 503 with the form again, so that nothing typed is lost while something is down.
async fn unavailable(visitor: &Visitor, error: Error, posting: Posting, sent: Sent, token: String) -> Answer {
    if !matches!(error, Error::Unavailable(_)) {
        return Err(error.into());
    }
    tracing::error!(%error, "an application could not be stored");
    let problems = vec![(Field::Cv, Problem::NotStored)];
    let mut response = match show(visitor, StatusCode::SERVICE_UNAVAILABLE, posting, sent, problems, token).await {
        Ok(response) => response,
        // Not even the form can be read from the database.
        Err(_) => return Err(Failure::Office(error)),
    };
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
    Ok(response)
}

/// 413 and 415 say what was wrong with the file when nothing else was; everything else is 422.
fn status_of(problems: &[(Field, Problem)]) -> StatusCode {
    let wrong: Vec<_> = problems.iter().filter(|(_, problem)| *problem != Problem::FileAgain).collect();
    match wrong[..] {
        [(_, Problem::FileTooLarge { .. })] => StatusCode::PAYLOAD_TOO_LARGE,
        [(_, Problem::FileUnrecognised)] => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
