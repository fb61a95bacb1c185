//! The talent pool, and the evidence of consents.

use app::{
    frame::Draft,
    pages::desk::{evidence as evidence_page, pool as page},
};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use office::{Error, Result, kept::NewConsent};
use rules::{
    form::Problem,
    id::{DocumentId, KeptId},
    kept::{ConsentChannel, POOL_MONTHS, WithdrawalChannel},
};

use super::{
    Asked, Fields,
    application::{Opening, application, back, date},
    document_response, kept,
};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
};

/// `POST /office/applications/{id}/pool`
pub async fn enter(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let done = match consent(&fields) {
        Ok(new) => visitor.site.office.enter_pool(&visitor.actor, &id, &new).await.map(drop),
        Err(error) => Err(error),
    };
    back(&visitor, &id, "pool", fields, done).await
}

fn consent(fields: &Fields) -> Result<NewConsent> {
    let mut problems = Vec::new();
    let mut wrong = |field, problem| problems.push((field, problem));
    let given_on = match date(fields, "given_on") {
        Ok(Some(day)) => Some(day),
        Ok(None) => {
            wrong("given_on", Problem::Missing);
            None
        }
        Err(_) => {
            wrong("given_on", Problem::NotADate);
            None
        }
    };
    let months = fields.get("months").trim().parse().ok();
    if months.is_none() {
        wrong("months", Problem::NotANumber { min: 1, max: POOL_MONTHS });
    }
    let channel = ConsentChannel::from_code(fields.get("channel"));
    if channel.is_none() {
        wrong("channel", Problem::NotAChoice);
    }
    let documents: Vec<Option<DocumentId>> = fields.all("documents").map(DocumentId::parse).collect();
    if documents.iter().any(Option::is_none) {
        wrong("documents", Problem::NotAChoice);
    }
    match (given_on, months, channel) {
        (Some(given_on), Some(months), Some(channel)) if problems.is_empty() => {
            Ok(NewConsent { given_on, months, channel, documents: documents.into_iter().flatten().collect() })
        }
        _ => Err(Error::Invalid(problems)),
    }
}

/// `GET /office/pool`
pub async fn list(visitor: Visitor) -> Answer {
    let lines = visitor.site.office.pool(&visitor.actor).await?;
    visitor.ok(move |frame| page::list(frame, &lines)).await
}

/// `GET /office/pool/{id}`
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show(&visitor, &record(&id)?, StatusCode::OK, Draft::default()).await
}

/// `GET /office/pool/{id}/documents/{document}`
pub async fn document(
    visitor: Visitor,
    Path((id, document)): Path<(String, String)>,
    Query(opening): Query<Opening>,
    asked: Asked,
) -> Answer {
    let document = DocumentId::parse(&document).ok_or(Error::NotFound)?;
    let opened = visitor.site.office.open_pooled(&visitor.actor, &record(&id)?, &document, asked.0).await?;
    Ok(document_response(opened, asked, opening.is_download()))
}

/// `POST /office/pool/{id}/withdrawal`
pub async fn withdraw(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = record(&id)?;
    let done = match (date(&fields, "withdrawn_on"), way(&fields)) {
        (Err(error), _) => Err(error),
        (Ok(None), _) => Err(Error::field("withdrawn_on", Problem::Missing)),
        (Ok(Some(_)), None) => Err(Error::field("withdrawn_by", Problem::NotAChoice)),
        (Ok(Some(day)), Some(by)) => visitor.site.office.withdraw_consent(&visitor.actor, &id, day, by).await,
    };
    match done {
        // It has no page any more.
        Ok(()) => Ok(Redirect::to(page::ADDRESS).into_response()),
        Err(error) => {
            let (status, draft) = fields.back(page::WITHDRAWAL, error)?;
            show(&visitor, &id, status, draft).await
        }
    }
}

fn way(fields: &Fields) -> Option<WithdrawalChannel> {
    WithdrawalChannel::from_code(fields.get("withdrawn_by")).filter(|way| WithdrawalChannel::RECORDED.contains(way))
}

async fn show(visitor: &Visitor, id: &KeptId, status: StatusCode, draft: Draft) -> Answer {
    let pooled = visitor.site.office.read_pooled(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame| page::one(frame, &pooled, &draft)).await)
}

/// `GET /office/evidence`
pub async fn evidence(visitor: Visitor) -> Answer {
    let lines = visitor.site.office.evidence(&visitor.actor).await?;
    visitor.ok(move |frame| evidence_page::page(frame, &lines)).await
}

pub(super) fn record(id: &str) -> std::result::Result<KeptId, Failure> {
    KeptId::parse(id).ok_or(Failure::Office(Error::NotFound))
}
