//! What is set at the desk.

use app::{frame::Draft, pages::desk::settings as page};
use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use office::posting::DESK_SETTINGS;

use super::Fields;
use crate::{answer::Answer, guard::Visitor};

/// `GET /office/settings`
pub async fn form(visitor: Visitor) -> Answer {
    let settings = visitor.site.office.desk_settings(&visitor.actor).await?;
    let values = settings.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    show(&visitor, StatusCode::OK, Draft { form: page::FORM, values, ..Draft::default() }).await
}

/// `POST /office/settings`: all of them at once.
pub async fn save(visitor: Visitor, fields: Fields) -> Answer {
    let settings = DESK_SETTINGS.map(|(name, _)| (name, fields.get(name)));
    match visitor.site.office.change_desk_settings(&visitor.actor, &settings).await {
        Ok(()) => Ok(Redirect::to("/office/settings").into_response()),
        Err(error) => {
            let (status, draft) = fields.back(page::FORM, error)?;
            show(&visitor, status, draft).await
        }
    }
}

async fn show(visitor: &Visitor, status: StatusCode, draft: Draft) -> Answer {
    Ok(visitor.page(status, move |frame| page::page(frame, &draft)).await)
}
