//! What is set at the desk.

use app::{
    frame::Draft,
    pages::{desk::settings as page, error::Trouble},
};
use axum::http::StatusCode;
use office::posting::DESK_SETTINGS;
use rules::done::Done;

use super::{Fields, confirmed};
use crate::{answer::Answer, guard::Visitor};

/// The hidden field that says which settings the person saw.
const SEEN: &str = "seen";

/// `GET /office/settings`
pub async fn form(visitor: Visitor) -> Answer {
    let office = &visitor.site.office;
    // Asked first: settings changed in between are then newer than what the form says it saw, and it is refused.
    let version = office.notice().await?.version;
    let settings = office.desk_settings(&visitor.actor).await?;
    let values = settings.into_iter().map(|(name, value)| (name.to_owned(), value)).chain([(SEEN.to_owned(), version)]);
    show(&visitor, StatusCode::OK, Draft { form: page::FORM, values: values.collect(), ..Draft::default() }).await
}

/// `POST /office/settings`: all of them at once.
pub async fn save(visitor: Visitor, fields: Fields) -> Answer {
    let settings = DESK_SETTINGS.map(|(name, _)| (name, fields.get(name)));
    let seen = Some(fields.get(SEEN)).filter(|seen| !seen.is_empty());
    match visitor.site.office.change_desk_settings_seen(&visitor.actor, &settings, seen).await {
        Ok(()) => Ok(confirmed("/office/settings", Done::Settings)),
        Err(error) => {
            let (status, mut draft) = fields.back(page::FORM, error)?;
            if draft.trouble == Some(Trouble::Conflict) {
                // Told that somebody else was here, the person decides: the form sent once more is about how things stand now.
                draft.values.retain(|(name, _)| name != SEEN);
                draft.values.push((SEEN.to_owned(), visitor.site.office.notice().await?.version));
            }
            show(&visitor, status, draft).await
        }
    }
}

async fn show(visitor: &Visitor, status: StatusCode, draft: Draft) -> Answer {
    let brand = visitor.site.office.may_change_brand(&visitor.actor).await?;
    Ok(visitor.page(status, move |frame| page::page(frame, &draft, brand)).await)
}
