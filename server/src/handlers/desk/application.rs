//! One application: reading it, and everything HR and heads do with it.

use app::{
    frame::Draft,
    pages::desk::application::{self as page, Stops},
};
use axum::{
    body::Body,
    extract::{Path, Query},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
};
use jiff::civil::Date;
use office::{Error, Result, decide::Decision, release::NewRelease};
use rules::{
    access::{Action, Audience, Role},
    application::{Judgement, Outcome, RestrictionGround, Section, Stage},
    done::Done,
    form::Problem,
    id::{AccountId, ApplicationId, DepartmentId, DocumentId, ReleaseId},
    retention::midnight,
};
use serde::Deserialize;

use super::{Asked, Fields, confirmed, document_response, kept, upload::Upload};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
};

/// `GET /office/applications/{id}`
pub async fn read(visitor: Visitor, Path(id): Path<String>, Query(after): Query<After>) -> Answer {
    let id = application(&id)?;
    let said = match after.said.is_empty() {
        true => None,
        false => {
            let waiting = visitor.site.office.waiting(&visitor.actor).await?.released;
            waiting.map(|waiting| page::Said { next: waiting.into_iter().next().map(|released| released.line) })
        }
    };
    show_said(&visitor, &id, StatusCode::OK, Draft::default(), said).await
}

/// What a page was asked for with.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct After {
    said: String,
}

/// How to open a document.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Opening {
    download: String,
}

impl Opening {
    /// Whether it is to be saved rather than shown.
    pub(in crate::handlers) fn is_download(&self) -> bool {
        !self.download.is_empty()
    }
}

/// `GET /office/applications/{id}/documents/{document}`
pub async fn document(
    visitor: Visitor,
    Path((id, document)): Path<(String, String)>,
    Query(opening): Query<Opening>,
    asked: Asked,
) -> Answer {
    let (id, document) = (application(&id)?, DocumentId::parse(&document).ok_or(Error::NotFound)?);
    let opened = visitor.site.office.open_document(&visitor.actor, &id, &document, asked.0).await?;
    Ok(document_response(opened, asked, opening.is_download()))
}

/// `POST /office/applications/{id}/notes`
pub async fn add_note(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let done = visitor.site.office.add_note_once(&visitor.actor, &id, fields.get("text"), fields.get("token")).await.map(drop);
    back(&visitor, &id, "notes", fields, done).await
}

/// `POST /office/applications/{id}/comments`
pub async fn add_comment(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let judgement = Judgement::from_code(fields.get("judgement"));
    let (text, token) = (fields.get("text"), fields.get("token"));
    let done = visitor.site.office.add_comment_once(&visitor.actor, &id, text, judgement, token).await.map(drop);
    match done {
        Ok(()) => Ok(Redirect::to(&format!("/office/applications/{id}?said=1")).into_response()),
        done => back(&visitor, &id, "comments", fields, done).await,
    }
}

/// `POST /office/applications/{id}/stage`
pub async fn move_stage(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let done = match way(&fields) {
        Ok((from, to)) => visitor.site.office.move_stage_from(&visitor.actor, &id, from, to).await,
        Err(error) => Err(error),
    };
    back(&visitor, &id, "stage", fields, done).await
}

/// The stage that the page showed, and the one to move to.
fn way(fields: &Fields) -> Result<(Option<Stage>, Stage)> {
    let to = Stage::from_code(fields.get("stage")).ok_or(Error::field("stage", Problem::NotAChoice))?;
    Ok((shown(fields, "from", Stage::from_code)?, to))
}

/// What the page showed of the state that a form changes; nothing where that was not sent, as by a script. What no page can have
/// shown is not the state either.
fn shown<T>(fields: &Fields, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>> {
    match fields.get(name) {
        "" => Ok(None),
        text => read(text).map(Some).ok_or(Error::Conflict),
    }
}

/// `POST /office/applications/{id}/outcome`
pub async fn decide(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let done = match decision(&visitor, &fields) {
        Ok((decision, seen)) => visitor.site.office.decide_seen(&visitor.actor, &id, &decision, seen).await,
        Err(error) => Err(error),
    };
    back(&visitor, &id, "outcome", fields, done).await
}

/// `POST /office/applications/{id}/rejection`: when it was received.
pub async fn record_rejection(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let done = match date(&fields, "rejection_received_on") {
        Ok(day) => visitor.site.office.record_rejection_received(&visitor.actor, &id, day).await,
        Err(error) => Err(error),
    };
    back(&visitor, &id, "rejection", fields, done).await
}

/// The decision, and the version of the outcome that the page showed.
fn decision(visitor: &Visitor, fields: &Fields) -> Result<(Decision, Option<i64>)> {
    let outcome = match fields.get("outcome") {
        "none" => None,
        code => Some(Outcome::from_code(code).ok_or(Error::field("outcome", Problem::NotAChoice))?),
    };
    let received = date(fields, "rejection_received_on")?.map(|day| midnight(day, &visitor.site.office.settings.zone));
    let decision = Decision { outcome, reason: fields.get("reason").to_owned(), rejection_received_at: received };
    Ok((decision, shown(fields, "seen", |text| text.parse().ok())?))
}

/// `POST /office/applications/{id}/releases`
pub async fn release(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let done = match new_release(&visitor, &fields) {
        Ok(release) => visitor.site.office.release(&visitor.actor, &id, &release).await.map(drop),
        Err(error) => Err(error),
    };
    back(&visitor, &id, "releases", fields, done).await
}

pub(super) fn new_release(visitor: &Visitor, fields: &Fields) -> Result<NewRelease> {
    let audience = audience(fields.get("audience")).ok_or(Error::field("audience", Problem::NotAChoice))?;
    let until = date(fields, "until")?.ok_or(Error::field("until", Problem::Missing))?;
    let sections = fields.all("sections").filter_map(Section::from_code).collect();
    // The day that is named still counts.
    let end = midnight(until.tomorrow().unwrap_or(until), &visitor.site.office.settings.zone);
    Ok(NewRelease { audience, sections, until: end })
}

/// An audience as it stands in the form: `department:`, `person:` or `body:` and which.
fn audience(text: &str) -> Option<Audience> {
    match text.split_once(':')? {
        ("department", id) => DepartmentId::parse(id).map(Audience::Department),
        ("person", id) => AccountId::parse(id).map(Audience::Person),
        ("body", role) => Role::from_code(role).map(Audience::Body),
        _ => None,
    }
}

/// Everybody to whom something can be released.
pub(super) async fn audiences(visitor: &Visitor) -> Result<page::Audiences> {
    Ok(page::Audiences {
        departments: departments(visitor).await?,
        colleagues: visitor.site.office.colleagues(&visitor.actor).await?,
    })
}

/// `POST /office/applications/{id}/exclusions`: kept from somebody, or given back.
pub async fn exclude(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let done = match fields.get("act") {
        "readmit" => office.readmit(actor, &id, fields.get("exclusion")).await,
        _ => match AccountId::parse(fields.get("account")) {
            Some(account) => office.exclude(actor, &id, &account).await,
            // Who has no such application is told that first.
            None => office.exclusions(actor, &id).await.and(Err(Error::field("account", Problem::NotAChoice))),
        },
    };
    match done {
        // They kept it from themselves: for them there is no such page any more.
        Ok(()) if office.exclusions(actor, &id).await.is_ok_and(|seen| seen.is_none()) => Ok(to_list()),
        done => back(&visitor, &id, "exclusions", fields, done).await,
    }
}

/// `POST /office/applications/{id}/recusal`
pub async fn recuse(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    // Nobody steps aside by a form that does not say so.
    let done = match fields.get("act") {
        "recuse" => visitor.site.office.recuse(&visitor.actor, &id).await,
        _ => Err(Error::field("act", Problem::Missing)),
    };
    match done {
        Ok(()) => Ok(to_list()),
        done => back(&visitor, &id, "recusal", fields, done).await,
    }
}

fn to_list() -> Response {
    Redirect::to("/office/applications").into_response()
}

/// `POST /office/applications/{id}/redacted`: the file.
pub async fn redact(visitor: Visitor, Path(id): Path<String>, headers: HeaderMap, body: Body) -> Answer {
    let id = application(&id)?;
    let office = &visitor.site.office;
    office.may_redact(&visitor.actor, &id).await?;
    let Upload { fields, document, problem } = Upload::read(&visitor, &headers, body, "file", |_| true).await?;
    let done = match document {
        Some(document) => office.put_redacted(&visitor.actor, &id, document).await.map(drop),
        None => Err(Error::field("file", problem.unwrap_or(Problem::FileMissing))),
    };
    back(&visitor, &id, "redacted", fields, done).await
}

/// `POST /office/applications/{id}/releases/{release}/revoke`
pub async fn revoke(visitor: Visitor, Path((id, release)): Path<(String, String)>, fields: Fields) -> Answer {
    let (id, release) = (application(&id)?, ReleaseId::parse(&release).ok_or(Error::NotFound)?);
    let done = visitor.site.office.revoke(&visitor.actor, &id, &release).await;
    back(&visitor, &id, "revoke", fields, done).await
}

/// `POST /office/applications/{id}/restriction`: set on a ground, announced to the applicant that it goes, or lifted after
/// the applicant was told.
pub async fn restrict(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let done = match fields.get("act") {
        "lift" => match date(&fields, "told_on") {
            Ok(Some(day)) => office.lift_restriction(actor, &id, fields.get("restriction"), day).await,
            Ok(None) => Err(Error::field("told_on", Problem::Missing)),
            Err(error) => Err(error),
        },
        "announce" => match date(&fields, "announced_on") {
            Ok(Some(day)) => office.announced(actor, &id, day).await,
            Ok(None) => Err(Error::field("announced_on", Problem::Missing)),
            Err(error) => Err(error),
        },
        _ => match RestrictionGround::from_code(fields.get("ground")) {
            Some(ground) => office.restrict(actor, &id, ground).await,
            // Who has no such application is told that first.
            None => office.restrictions(actor, &id).await.and(Err(Error::field("ground", Problem::NotAChoice))),
        },
    };
    back(&visitor, &id, "restriction", fields, done).await
}

/// `POST /office/applications/{id}/erasure`: an applicant asked for it, or a minor's is proposed or agreed to.
pub async fn erasure(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let done = match fields.get("act") {
        "propose_minor" => office.propose_minor(actor, &id).await,
        "agree_minor" => office.agree_to_minor(actor, &id, fields.get("seen")).await,
        _ => office.request_erasure(actor, &id).await.map(drop),
    };
    back(&visitor, &id, "erasure", fields, done).await
}

/// Back to the application: afresh when all went well, else with the form as it was sent.
pub(super) async fn back(visitor: &Visitor, id: &ApplicationId, form: &'static str, fields: Fields, done: Result<()>) -> Answer {
    match done {
        Ok(()) => {
            let what = match form {
                "notes" => Done::Note,
                "stage" => Done::Stage,
                "outcome" => Done::Outcome,
                "releases" => Done::Released,
                "revoke" => Done::Revoked,
                _ => Done::Recorded,
            };
            Ok(confirmed(&format!("/office/applications/{id}"), what))
        }
        Err(error) => {
            let (status, draft) = fields.back(form, error)?;
            show(visitor, id, status, draft).await
        }
    }
}

/// The page of an application, with the form that came back.
pub(super) async fn show(visitor: &Visitor, id: &ApplicationId, status: StatusCode, draft: Draft) -> Answer {
    show_said(visitor, id, status, draft, None).await
}

async fn show_said(visitor: &Visitor, id: &ApplicationId, status: StatusCode, draft: Draft, said: Option<page::Said>) -> Answer {
    let office = &visitor.site.office;
    let view = office.read_application(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    let audiences = match view.may(Action::Release) {
        true => audiences(visitor).await.map_err(|error| kept(&draft, error))?,
        false => page::Audiences::default(),
    };
    let rejection = office.rejection(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    let stops = Stops {
        holds: office.holds(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?,
        restrictions: office.restrictions(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?,
        minor: office.proposed_erasure(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?,
        pooled: office.pooled(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?,
        exclusions: office.exclusions(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?,
    };
    let page = move |frame: &_| page::page(frame, &view, rejection.as_ref(), &stops, &draft, &audiences, said.as_ref());
    Ok(visitor.page(status, page).await)
}

/// The departments of the person's employer, for a choice among them.
pub(super) async fn departments(visitor: &Visitor) -> Result<Vec<(DepartmentId, String)>> {
    let departments = visitor.site.office.departments(&visitor.actor).await?;
    Ok(departments.into_iter().map(|department| (department.id, department.name)).collect())
}

/// An optional date, as browsers send it.
pub(super) fn date(fields: &Fields, name: &'static str) -> Result<Option<Date>> {
    match fields.get(name).trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Error::field(name, Problem::NotADate)),
    }
}

pub(super) fn application(id: &str) -> std::result::Result<ApplicationId, Failure> {
    ApplicationId::parse(id).ok_or(Failure::Office(Error::NotFound))
}
