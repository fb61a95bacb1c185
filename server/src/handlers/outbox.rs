//! `/outbox`: the mails of a demonstration, which go nowhere else.

use app::pages::outbox as page;
use office::Error;

use crate::{answer::Answer, guard::Visitor};

/// `GET /outbox`
pub async fn page(visitor: Visitor) -> Answer {
    if !visitor.site.demo {
        return Err(Error::NotFound.into());
    }
    let shown = visitor.site.office.outbox();
    visitor.ok(move |frame| page::page(frame, &shown)).await
}
