//! The clock that was moved, and the person who confirms it.

use app::{frame::Draft, pages::desk::clock as page};
use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use office::{Error, Result};
use rules::form::Problem;

use super::Fields;
use crate::{answer::Answer, guard::Visitor};

/// `GET /office/clock`
pub async fn page(visitor: Visitor) -> Answer {
    show(&visitor, StatusCode::OK, Draft::default()).await
}

/// `POST /office/clock`: the clock is right.
pub async fn confirm(visitor: Visitor, fields: Fields) -> Answer {
    match confirmed(&visitor, &fields).await {
        Ok(()) => Ok(Redirect::to("/office").into_response()),
        Err(error) => {
            let (status, draft) = fields.back(page::FORM, error)?;
            show(&visitor, status, draft).await
        }
    }
}

async fn confirmed(visitor: &Visitor, fields: &Fields) -> Result<()> {
    let shown = fields.get("shown").parse().map_err(|_| Error::field("shown", Problem::Missing))?;
    visitor.site.office.confirm_clock(&visitor.actor, shown).await
}

async fn show(visitor: &Visitor, status: StatusCode, draft: Draft) -> Answer {
    let clock = visitor.site.office.clock_at_desk(&visitor.actor).await?;
    Ok(visitor.page(status, move |frame| page::page(frame, &clock, &draft)).await)
}
