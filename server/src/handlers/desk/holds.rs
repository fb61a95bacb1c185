//! Claims at the desk: entering one, looking at it again, ending it by two people.

use app::{frame::Draft, pages::desk::hold as page};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use office::{Error, Result, hold::NewClaim};
use rules::{
    form::Problem,
    hold::ClaimKind,
    id::{ApplicationId, ClaimId},
};

use super::{
    Fields,
    application::{application, date},
    kept,
};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
};

/// `GET /office/applications/{id}/hold`
pub async fn form(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show(&visitor, &application(&id)?, StatusCode::OK, Draft::default()).await
}

/// `POST /office/applications/{id}/hold`
pub async fn open(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let done = match new_claim(&fields) {
        Ok(claim) => visitor.site.office.open_claim(&visitor.actor, &id, &claim).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => Ok(Redirect::to(&format!("/office/applications/{id}")).into_response()),
        Err(error) => {
            let (status, draft) = fields.back("hold", error)?;
            show(&visitor, &id, status, draft).await
        }
    }
}

fn new_claim(fields: &Fields) -> Result<NewClaim> {
    let mut problems = Vec::new();
    let kind = ClaimKind::from_code(fields.get("kind"));
    if kind.is_none() {
        problems.push(("kind", Problem::NotAChoice));
    }
    if fields.get("reason").trim().is_empty() {
        problems.push(("reason", Problem::Missing));
    }
    let review_on = match date(fields, "review_on") {
        Ok(Some(day)) => Some(day),
        Ok(None) => {
            problems.push(("review_on", Problem::Missing));
            None
        }
        Err(Error::Invalid(found)) => {
            problems.extend(found);
            None
        }
        Err(error) => return Err(error),
    };
    match (kind, review_on) {
        (Some(kind), Some(review_on)) if problems.is_empty() => Ok(NewClaim {
            kind,
            reason: fields.get("reason").to_owned(),
            review_on,
            comparators: fields.all("comparators").filter_map(ApplicationId::parse).collect(),
        }),
        _ => Err(Error::Invalid(problems)),
    }
}

async fn show(visitor: &Visitor, id: &ApplicationId, status: StatusCode, draft: Draft) -> Answer {
    let others = visitor.site.office.comparators(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    let id = id.clone();
    Ok(visitor.page(status, move |frame| page::page(frame, &id, &others, &draft)).await)
}

/// `GET /office/claims/{id}`
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show_claim(&visitor, &claim(&id)?, StatusCode::OK, Draft::default()).await
}

/// `POST /office/claims/{id}`: looked at again, its end proposed, or agreed to.
pub async fn act(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = claim(&id)?;
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let done = match fields.get("act") {
        "propose" => office.propose_end_of_claim(actor, &id).await,
        "end" => office.end_claim(actor, &id, fields.get("seen")).await,
        _ => match date(&fields, "review_on") {
            Ok(Some(day)) => office.review_claim(actor, &id, day).await,
            Ok(None) => Err(Error::field("review_on", Problem::Missing)),
            Err(error) => Err(error),
        },
    };
    match done {
        Ok(()) => {
            // Once it has ended, it has no page any more.
            let to = if fields.get("act") == "end" { "/office/retention".to_owned() } else { format!("/office/claims/{id}") };
            Ok(Redirect::to(&to).into_response())
        }
        Err(error) => {
            let (status, draft) = fields.back("claim", error)?;
            show_claim(&visitor, &id, status, draft).await
        }
    }
}

async fn show_claim(visitor: &Visitor, id: &ClaimId, status: StatusCode, draft: Draft) -> Answer {
    let claim = visitor.site.office.claim(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame| page::claim_page(frame, &claim, &draft)).await)
}

fn claim(id: &str) -> std::result::Result<ClaimId, Failure> {
    ClaimId::parse(id).ok_or(Failure::Office(Error::NotFound))
}
