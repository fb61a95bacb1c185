//! What goes when.

use app::pages::desk::retention as page;

use crate::{answer::Answer, guard::Visitor};

/// `GET /office/retention`
pub async fn plan(visitor: Visitor) -> Answer {
    let plan = visitor.site.office.plan(&visitor.actor).await?;
    visitor.ok(move |frame| page::page(frame, &plan)).await
}
