//! The journal.

use app::{
    frame::{Draft, Frame},
    pages::desk::audit as page,
};
use axum::{
    body::{Body, Bytes},
    extract::Query,
    http::StatusCode,
};
use futures::{StreamExt as _, stream};
use office::{
    Error,
    log::{By, JournalFilter, JournalLine},
};
use rules::{
    access::Role,
    form::Problem,
    id::{AccountId, EntryId},
    journal::Sort,
};
use serde::Deserialize;

use super::Fields;
use crate::{
    answer::Answer,
    guard::Visitor,
    handlers::saved::{self, CSV, harmless, saved},
};

/// Entries on one page.
const PAGE: i64 = 100;

/// The filter, as it stands in the address, and which page: identifiers, codes and days only.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    person: String,
    kind: String,
    record: String,
    from: String,
    to: String,
    before: String,
}

impl Asked {
    /// The filter. One that makes no sense must not pass for none: then more would show than was asked for.
    fn filter(&self) -> Result<JournalFilter, Error> {
        let mut problems = Vec::new();
        let filter = JournalFilter {
            person: read("person", &self.person, AccountId::parse, Problem::NotAChoice, &mut problems),
            sort: read("kind", &self.kind, Sort::from_code, Problem::NotAChoice, &mut problems),
            record: read("record", &self.record, EntryId::parse, Problem::NotAChoice, &mut problems),
            from: read("from", &self.from, |text| text.parse().ok(), Problem::NotADate, &mut problems),
            to: read("to", &self.to, |text| text.parse().ok(), Problem::NotADate, &mut problems),
        };
        if problems.is_empty() { Ok(filter) } else { Err(Error::Invalid(problems)) }
    }

    /// The filter as it was sent.
    fn fields(&self) -> Fields {
        let mut fields = Fields::default();
        let sent =
            [("person", &self.person), ("kind", &self.kind), ("record", &self.record), ("from", &self.from), ("to", &self.to)];
        sent.into_iter().for_each(|(name, value)| fields.push(name.to_owned(), value.clone()));
        fields
    }
}

/// A part of the filter; nothing where nothing was sent.
fn read<T>(
    name: &'static str,
    text: &str,
    parse: impl FnOnce(&str) -> Option<T>,
    problem: Problem,
    problems: &mut Vec<(&'static str, Problem)>,
) -> Option<T> {
    let text = text.trim();
    let read = parse(text);
    if read.is_none() && !text.is_empty() {
        problems.push((name, problem));
    }
    read
}

/// `GET /office/audit`
pub async fn journal(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    match asked.filter() {
        // A page that makes no sense is the first.
        Ok(filter) => show(&visitor, &filter, asked.before.parse().ok(), StatusCode::OK, Draft::default()).await,
        Err(error) => {
            let (status, draft) = asked.fields().back(page::FILTER, error)?;
            show(&visitor, &JournalFilter::default(), None, status, draft).await
        }
    }
}

/// `GET /office/audit.csv`: what the filter finds, for a spreadsheet (RFC 4180), one part after the other; instants in UTC.
pub async fn table(visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let export = visitor.site.office.export_journal(&visitor.actor, asked.filter()?).await?;
    let head = stream::iter([row(&["entry", "at", "by", "name", "role", "what", "records", "detail"].map(str::to_owned))]);
    let rows = stream::try_unfold(export, |mut export| async move {
        let Some(lines) = export.next().await? else { return Ok(None) };
        let part: Result<Vec<Bytes>, Error> = lines.iter().map(line).collect();
        Ok::<_, Error>(Some((Bytes::from(part?.concat()), export)))
    });
    Ok(saved("attachment; filename=\"journal.csv\"", CSV, Body::from_stream(head.chain(rows))))
}

fn line(line: &JournalLine) -> Result<Bytes, Error> {
    let by = match &line.by {
        By::Account(account) => account,
        By::Applicant => "applicant",
        By::Stranger => "nobody",
        By::House => "house",
    };
    row(&[
        line.index.map(|index| index.to_string()).unwrap_or_default(),
        line.at.to_string(),
        by.to_owned(),
        harmless(line.name.as_deref().unwrap_or_default()),
        line.role.map_or("", Role::code).to_owned(),
        line.what.clone(),
        line.subjects.join(" "),
        line.detail.clone(),
    ])
}

fn row(cells: &[String]) -> Result<Bytes, Error> {
    let written = || {
        let mut row = csv::Writer::from_writer(Vec::new());
        row.write_record(cells)?;
        row.into_inner().map_err(|error| csv::Error::from(error.into_error()))
    };
    written().map(Bytes::from).map_err(|_| Error::Unavailable("the journal could not be written".to_owned()))
}

/// `GET /office/audit/checkpoint`
pub async fn checkpoint(visitor: Visitor) -> Answer {
    let checkpoint = visitor.site.office.signed_checkpoint(&visitor.actor).await?;
    Ok(saved("attachment; filename=\"checkpoint.txt\"", TEXT, checkpoint.note))
}

/// `GET /office/audit/key`
pub async fn key(visitor: Visitor) -> Answer {
    let key = visitor.site.office.public_log_key()?;
    Ok(saved("attachment; filename=\"key.txt\"", TEXT, format!("{key}\n")))
}

/// `POST /office/audit/proof`
pub async fn proof(visitor: Visitor, fields: Fields) -> Answer {
    match visitor.site.office.prove_certificate(fields.get("number")).await {
        Ok(json) => Ok(saved::proof(json)),
        Err(Error::NotFound) => {
            let (status, draft) = fields.back(page::FORM, Error::field("number", Problem::NotAChoice))?;
            show(&visitor, &JournalFilter::default(), None, status, draft).await
        }
        Err(error) => Err(error.into()),
    }
}

const TEXT: &str = "text/plain; charset=utf-8";

async fn show(visitor: &Visitor, filter: &JournalFilter, before: Option<i64>, status: StatusCode, draft: Draft) -> Answer {
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let people = office.journal_people(actor).await?;
    let found = office.find_in_journal(actor, filter, before, PAGE).await?;
    let full = found.lines.len() as i64 >= PAGE;
    let older = found.lines.iter().filter_map(|line| line.index).min().filter(|_| full);
    let filter = filter.clone();
    let shown =
        move |frame: &Frame| page::page(frame, &page::View { page: &found, older, filter: &filter, people: &people }, &draft);
    Ok(visitor.page(status, shown).await)
}
