//! The gallery of the design system, in a demonstration.

use app::{frame::Draft, pages::desk::gallery as page};
use axum::extract::RawQuery;
use office::{Error, Result};
use rules::{brand::palette, done::Done};

use super::{Fields, confirmed};
use crate::{answer::Answer, guard::Visitor};

/// `GET /office/gallery`
pub async fn page(visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    in_demonstration(&visitor)?;
    let own = visitor.site.office.brand().await?.accent.and_then(|accent| palette(accent).ok());
    let is_wrong = !Fields::parse(query.unwrap_or_default().as_bytes()).get("wrong").is_empty();
    let draft = if is_wrong { page::wrong() } else { Draft::default() };
    visitor.ok(move |frame| page::page(frame, own.as_ref(), &draft)).await
}

/// `POST /office/gallery`: what its dialog asks about. Nothing happens, and the page says that it was done.
pub async fn act(visitor: Visitor) -> Answer {
    in_demonstration(&visitor)?;
    Ok(confirmed(page::ADDRESS, Done::Recorded))
}

fn in_demonstration(visitor: &Visitor) -> Result<()> {
    if visitor.site.demo { Ok(()) } else { Err(Error::NotFound) }
}
