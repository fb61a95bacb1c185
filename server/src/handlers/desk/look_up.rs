//! Exact look-up of an applicant.

use app::{frame::Draft, pages::desk::look_up as page};
use axum::http::StatusCode;
use office::Result;
use rules::{id::ApplicationId, opening::Purpose};

use super::Fields;
use crate::{answer::Answer, guard::Visitor};

/// `GET /office/look-up`
pub async fn form(visitor: Visitor) -> Answer {
    show(&visitor, Vec::new(), StatusCode::OK, Draft::default()).await
}

/// `POST /office/look-up`: the address stands in no URL and no log.
pub async fn find(visitor: Visitor, fields: Fields) -> Answer {
    match look_up(&visitor, &fields).await {
        Ok(opened) => show(&visitor, opened, StatusCode::OK, Draft::default()).await,
        Err(error) => {
            let (status, draft) = fields.back("look-up", error)?;
            show(&visitor, Vec::new(), status, draft).await
        }
    }
}

async fn look_up(visitor: &Visitor, fields: &Fields) -> Result<Vec<ApplicationId>> {
    visitor.site.office.look_up(&visitor.actor, fields.get("email"), Purpose::from_code(fields.get("purpose"))).await
}

async fn show(visitor: &Visitor, opened: Vec<ApplicationId>, status: StatusCode, draft: Draft) -> Answer {
    Ok(visitor.page(status, move |frame| page::page(frame, &opened, &draft)).await)
}
