//! Data-subject requests: the list, one that came in another way than by the status page, and the answer.

use app::{frame::Draft, pages::desk::requests as page};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
};
use office::{Error, Result, requests::Entered};
use rules::{
    done::Done,
    form::Problem,
    id::{ApplicationId, RequestId},
    request::{Identity, Reply, RequestChannel, RequestKind, Verdict},
};
use serde::Deserialize;

use super::{Fields, application::date, confirmed, kept};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
};

/// About which application one is to be entered.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct About {
    application: String,
}

/// `GET /office/requests`
pub async fn list(visitor: Visitor, Query(about): Query<About>) -> Answer {
    show_list(&visitor, ApplicationId::parse(&about.application), StatusCode::OK, Draft::default()).await
}

/// `POST /office/requests`
pub async fn enter(visitor: Visitor, fields: Fields) -> Answer {
    let entered = match entered(&fields) {
        Ok(new) => visitor.site.office.enter_request(&visitor.actor, &new).await,
        Err(error) => Err(error),
    };
    match entered {
        Ok(id) => Ok(confirmed(&page::address(&id), Done::Request)),
        Err(error) => {
            let about = ApplicationId::parse(fields.get("application"));
            let (status, draft) = fields.back("enter", error)?;
            show_list(&visitor, about, status, draft).await
        }
    }
}

fn entered(fields: &Fields) -> Result<Entered> {
    let application = match fields.get("application") {
        "" => None,
        id => Some(ApplicationId::parse(id).ok_or(Error::field("application", Problem::NotAChoice))?),
    };
    let choice = |name| Error::field(name, Problem::NotAChoice);
    // By the status page nobody enters one for somebody else.
    let channel = RequestChannel::from_code(fields.get("channel")).filter(|channel| *channel != RequestChannel::Status);
    let identity = Identity::from_code(fields.get("identity")).filter(|identity| *identity != Identity::Code);
    Ok(Entered {
        application,
        kind: RequestKind::from_code(fields.get("kind")).ok_or(choice("kind"))?,
        channel: channel.ok_or(choice("channel"))?,
        identity: identity.ok_or(choice("identity"))?,
        received_on: date(fields, "received_on")?.ok_or(Error::field("received_on", Problem::Missing))?,
    })
}

/// `GET /office/requests/{id}`
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show(&visitor, &request(&id)?, StatusCode::OK, Draft::default()).await
}

/// `POST /office/requests/{id}`: how it is known who asks, what of a remark is shown, or the answer.
pub async fn act(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = request(&id)?;
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let (form, done) = match fields.get("act") {
        "identify" => {
            let identity = Identity::from_code(fields.get("identity")).filter(|identity| *identity != Identity::Code);
            let done = match identity {
                Some(identity) => office.identify_request(actor, &id, identity).await,
                None => Err(Error::field("identity", Problem::NotAChoice)),
            };
            ("identify", done)
        }
        "disclose" => {
            let done = match (Verdict::from_code(fields.get("verdict")), fields.get("version").parse()) {
                (Some(verdict), Ok(version)) => {
                    office.disclose(actor, &id, (fields.get("remark"), version), verdict, fields.get("text")).await
                }
                (Some(_), Err(_)) => Err(Error::Conflict),
                (None, _) => Err(Error::field("verdict", Problem::NotAChoice)),
            };
            ("disclose", done)
        }
        act => match Reply::from_code(act) {
            Some(reply) => (reply.code(), office.answer_request(actor, &id, reply, fields.get("text")).await),
            None => return Err(Failure::BadRequest),
        },
    };
    match done {
        Ok(()) => Ok(confirmed(&page::address(&id), Done::Answered)),
        Err(error) => {
            let (status, draft) = fields.back(form, error)?;
            show(&visitor, &id, status, draft).await
        }
    }
}

async fn show_list(visitor: &Visitor, about: Option<ApplicationId>, status: StatusCode, draft: Draft) -> Answer {
    let lines = visitor.site.office.requests(&visitor.actor).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame| page::page(frame, &lines, about.as_ref(), &draft)).await)
}

async fn show(visitor: &Visitor, id: &RequestId, status: StatusCode, draft: Draft) -> Answer {
    let view = visitor.site.office.read_request(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame| page::request(frame, &view, &draft)).await)
}

fn request(id: &str) -> std::result::Result<RequestId, Failure> {
    RequestId::parse(id).ok_or(Failure::Office(Error::NotFound))
}
