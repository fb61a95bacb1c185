//! The journal.

use app::pages::desk::audit as page;
use axum::extract::Query;
use serde::Deserialize;

use crate::{answer::Answer, guard::Visitor};

/// Entries on one page.
const PAGE: i64 = 100;

/// Which page.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    before: String,
}

/// `GET /office/audit`
pub async fn journal(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    // What makes no sense begins at the top.
    let before = asked.before.parse().ok();
    let lines = visitor.site.office.read_journal(&visitor.actor, before, PAGE).await?;
    let older = if lines.len() as i64 >= PAGE { lines.iter().filter_map(|line| line.index).min() } else { None };
    visitor.ok(move |frame| page::page(frame, &lines, older)).await
}
