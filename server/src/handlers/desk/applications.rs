//! The list of applications.

use app::pages::desk::applications as page;
use axum::extract::Query;
use office::list::{Filter, Key, Page};
use rules::{
    access::Action,
    application::{Outcome, Stage},
    id::PostingId,
};
use serde::Deserialize;

use crate::{answer::Answer, guard::Visitor};

/// The filter, as it stands in the address. What makes no sense filters nothing.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    posting: String,
    stage: String,
    outcome: String,
    older: String,
    newer: String,
}

impl Asked {
    fn filter(&self) -> Filter {
        let page = match (Key::parse(&self.older), Key::parse(&self.newer)) {
            (Some(key), _) => Page::Older(key),
            (None, Some(key)) => Page::Newer(key),
            (None, None) => Page::First,
        };
        let outcome = if self.outcome == "none" { Some(None) } else { Outcome::from_code(&self.outcome).map(Some) };
        Filter {
            posting: PostingId::parse(&self.posting),
            stage: Stage::from_code(&self.stage),
            outcome,
            page,
            ..Filter::default()
        }
    }
}

/// `GET /office/applications`
pub async fn list(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let (office, filter) = (&visitor.site.office, asked.filter());
    let listing = office.list_applications(&visitor.actor, &filter).await?;
    // Only who runs postings can filter by them: the names of others' postings would tell what is not released.
    let postings = match office.allowed(&visitor.actor, Action::ListPostings) {
        true => office.posting_titles(&visitor.actor).await?,
        false => Vec::new(),
    };
    visitor.ok(move |frame| page::page(frame, &listing, &filter, &postings)).await
}
