//! Breaches of personal data.

use app::{
    frame::{Draft, Frame},
    pages::desk::breaches as page,
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use jiff::{Timestamp, civil::DateTime};
use office::{
    Error,
    breach::{Fate, NewBreach, Touched},
};
use rules::{
    form::Problem,
    id::{AccountId, BreachId},
};

use super::{Fields, kept};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
    handlers::saved::{CSV, harmless, saved},
};

/// `GET /office/breaches`
pub async fn list(visitor: Visitor) -> Answer {
    show_all(&visitor, StatusCode::OK, Draft::default()).await
}

/// `POST /office/breaches`: enters one.
pub async fn enter(visitor: Visitor, fields: Fields) -> Answer {
    let entered = match new(&visitor, &fields) {
        Ok(new) => visitor.site.office.enter_breach(&visitor.actor, &new).await,
        Err(error) => Err(error),
    };
    match entered {
        Ok(id) => Ok(Redirect::to(&format!("{}/{id}", page::ADDRESS)).into_response()),
        Err(error) => {
            let (status, draft) = fields.back(page::FORM, error)?;
            show_all(&visitor, status, draft).await
        }
    }
}

fn new(visitor: &Visitor, fields: &Fields) -> Result<NewBreach, Error> {
    let mut problems = Vec::new();
    let person = AccountId::parse(fields.get("person"));
    if person.is_none() {
        problems.push(("person", Problem::NotAChoice));
    }
    let [from, to, known] = ["from", "to", "known"].map(|name| match moment(visitor, fields, name) {
        Ok(at) => Some(at),
        Err(problem) => {
            problems.push((name, problem));
            None
        }
    });
    match (person, from, to, known) {
        (Some(person), Some(from), Some(to), Some(known)) => {
            Ok(NewBreach { person, from, to, known, token: fields.get("token").to_owned() })
        }
        _ => Err(Error::Invalid(problems)),
    }
}

/// A day with a time, as browsers send it: by the clock where the employer is.
fn moment(visitor: &Visitor, fields: &Fields, name: &str) -> Result<Timestamp, Problem> {
    let text = fields.get(name).trim();
    if text.is_empty() {
        return Err(Problem::Missing);
    }
    let local: DateTime = text.parse().map_err(|_| Problem::NotADate)?;
    visitor.site.office.settings.zone.to_timestamp(local).map_err(|_| Problem::NotADate)
}

/// `GET /office/breaches/{id}`
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show(&visitor, &breach(&id)?, StatusCode::OK, Draft::default()).await
}

/// `POST /office/breaches/{id}`: the authority was told.
pub async fn report(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = breach(&id)?;
    let done = match moment(&visitor, &fields, "reported") {
        Ok(at) => visitor.site.office.report_breach(&visitor.actor, &id, at).await,
        Err(problem) => Err(Error::field("reported", problem)),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{}/{id}", page::ADDRESS)).into_response()),
        Err(error) => {
            let (status, draft) = fields.back(page::REPORT, error)?;
            show(&visitor, &id, status, draft).await
        }
    }
}

/// `GET /office/breaches/{id}/people.csv`: whom it touched, for telling them (Art. 34 GDPR); instants in UTC.
pub async fn people(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let breach = visitor.site.office.read_breach(&visitor.actor, &breach(&id)?, true).await?;
    let table = table(&breach.touched).map_err(|_| Error::Unavailable("the table could not be written".to_owned()))?;
    Ok(saved("attachment; filename=\"breach.csv\"", CSV, table))
}

fn table(touched: &[Touched]) -> csv::Result<Vec<u8>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["record", "kind", "posting", "acts", "sections", "times", "first", "last", "state", "certificate"])?;
    for one in touched {
        let (state, certificate) = match &one.fate {
            Fate::Live => ("live", ""),
            Fate::Erased(number) => ("erased", number.as_deref().unwrap_or_default()),
        };
        table.write_record([
            one.record.to_string(),
            one.kind.code().to_owned(),
            harmless(one.posting.as_deref().unwrap_or_default()),
            one.sorts.iter().map(|sort| sort.code()).collect::<Vec<_>>().join(" "),
            one.sections.iter().map(|section| section.code()).collect::<Vec<_>>().join(" "),
            one.count.to_string(),
            one.first.to_string(),
            one.last.to_string(),
            state.to_owned(),
            certificate.to_owned(),
        ])?;
    }
    table.into_inner().map_err(|error| error.into_error().into())
}

fn breach(id: &str) -> Result<BreachId, Failure> {
    BreachId::parse(id).ok_or(Failure::Office(Error::NotFound))
}

async fn show_all(visitor: &Visitor, status: StatusCode, draft: Draft) -> Answer {
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let breaches = office.breaches(actor).await.map_err(|error| kept(&draft, error))?;
    let people = office.journal_people(actor).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame: &Frame| page::page(frame, &breaches, &people, &draft)).await)
}

async fn show(visitor: &Visitor, id: &BreachId, status: StatusCode, draft: Draft) -> Answer {
    let found = visitor.site.office.read_breach(&visitor.actor, id, false).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame: &Frame| page::breach(frame, &found, &draft)).await)
}
