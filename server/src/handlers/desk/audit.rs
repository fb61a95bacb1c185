//! The journal.

use app::{frame::Draft, pages::desk::audit as page};
use axum::{extract::Query, http::StatusCode};
use office::Error;
use rules::form::Problem;
use serde::Deserialize;

use super::Fields;
use crate::{
    answer::Answer,
    guard::Visitor,
    handlers::saved::{self, saved},
};

/// Entries on one page.
const PAGE: i64 = 100;

/// Which page.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    before: String,
}

/// `GET /office/audit`
pub async fn journal(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    // What makes no sense begins at the top.
    show(&visitor, asked.before.parse().ok(), StatusCode::OK, Draft::default()).await
}

/// `GET /office/audit/checkpoint`
pub async fn checkpoint(visitor: Visitor) -> Answer {
    let checkpoint = visitor.site.office.signed_checkpoint(&visitor.actor).await?;
    Ok(saved("attachment; filename=\"checkpoint.txt\"", TEXT, checkpoint.note))
}

/// `GET /office/audit/key`
pub async fn key(visitor: Visitor) -> Answer {
    let key = visitor.site.office.public_log_key()?;
    Ok(saved("attachment; filename=\"key.txt\"", TEXT, format!("{key}\n")))
}

/// `POST /office/audit/proof`
pub async fn proof(visitor: Visitor, fields: Fields) -> Answer {
    match visitor.site.office.prove_certificate(fields.get("number")).await {
        Ok(json) => Ok(saved::proof(json)),
        Err(Error::NotFound) => {
            let (status, draft) = fields.back(page::FORM, Error::field("number", Problem::NotAChoice))?;
            show(&visitor, None, status, draft).await
        }
        Err(error) => Err(error.into()),
    }
}

const TEXT: &str = "text/plain; charset=utf-8";

async fn show(visitor: &Visitor, before: Option<i64>, status: StatusCode, draft: Draft) -> Answer {
    let lines = visitor.site.office.read_journal(&visitor.actor, before, PAGE).await?;
    let older = if lines.len() as i64 >= PAGE { lines.iter().filter_map(|line| line.index).min() } else { None };
    Ok(visitor.page(status, move |frame| page::page(frame, &lines, older, &draft)).await)
}
