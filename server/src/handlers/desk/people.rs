//! Accounts, and data-subject requests.

use app::pages::desk::{people as people_page, requests as requests_page};

use crate::{answer::Answer, guard::Visitor};

/// `GET /office/people`
pub async fn list(visitor: Visitor) -> Answer {
    let people = visitor.site.office.list_people(&visitor.actor).await?;
    visitor.ok(move |frame| people_page::page(frame, &people)).await
}

/// `GET /office/requests`
pub async fn requests(visitor: Visitor) -> Answer {
    visitor.ok(requests_page::page).await
}
