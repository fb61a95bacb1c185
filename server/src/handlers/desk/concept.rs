//! The deletion concept and the record of processing activities.

use app::pages::desk::concept as page_of;

use crate::{answer::Answer, guard::Visitor};

/// `GET /office/retention/concept`
pub async fn page(visitor: Visitor) -> Answer {
    let concept = visitor.site.office.concept(&visitor.actor).await?;
    visitor.ok(move |frame| page_of::page(frame, &concept)).await
}
