//! The first page of the desk: what waits.

use app::pages::desk::start as page;

use crate::{answer::Answer, guard::Visitor};

/// `GET /office`
pub async fn page(visitor: Visitor) -> Answer {
    let waiting = visitor.site.office.waiting(&visitor.actor).await?;
    let alarm = visitor.site.office.alarm(&visitor.actor).await?;
    visitor.ok(move |frame| page::page(frame, &waiting, alarm.as_ref())).await
}
