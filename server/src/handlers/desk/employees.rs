//! The handover, and the employee records.

use app::{
    frame::Draft,
    pages::desk::{employees as page, handover as handover_page},
};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use office::{Error, Result, handover::Picked};
use rules::{
    form::Problem,
    handover::{Basis, Item, Purpose},
    id::{ApplicationId, EmployeeId},
};

use super::{
    Asked, Fields,
    application::{Opening, application, show as show_application},
    document_response, kept,
};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
};

/// `GET /office/applications/{id}/handover`
pub async fn manifest(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show(&visitor, &application(&id)?, StatusCode::OK, Draft::default()).await
}

/// `POST /office/applications/{id}/handover`
pub async fn hand_over(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = application(&id)?;
    let done = match picked(&fields) {
        Ok(picked) => visitor.site.office.hand_over(&visitor.actor, &id, &picked).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(employee) => Ok(Redirect::to(&format!("/office/employees/{employee}")).into_response()),
        // Nothing is left to hand over; the application's page says why.
        Err(error @ Error::Refused(_)) => {
            let (status, draft) = fields.back("handover", error)?;
            show_application(&visitor, &id, status, draft).await
        }
        Err(error) => {
            let (status, draft) = fields.back("handover", error)?;
            show(&visitor, &id, status, draft).await
        }
    }
}

fn picked(fields: &Fields) -> Result<Vec<Picked>> {
    let choice = || Error::field("item", Problem::NotAChoice);
    fields
        .all("item")
        .map(|code| {
            Ok(Picked {
                item: Item::from_code(code).ok_or_else(choice)?,
                purpose: Purpose::from_code(fields.get(&format!("purpose-{code}"))).ok_or_else(choice)?,
                basis: Basis::from_code(fields.get(&format!("basis-{code}"))).ok_or_else(choice)?,
                necessity: fields.get(&format!("necessity-{code}")).to_owned(),
            })
        })
        .collect()
}

async fn show(visitor: &Visitor, id: &ApplicationId, status: StatusCode, draft: Draft) -> Answer {
    let office = &visitor.site.office;
    let manifest = office.manifest(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    let view = office.read_application(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame| handover_page::page(frame, &view, &manifest, &draft)).await)
}

/// `GET /office/employees`
pub async fn list(visitor: Visitor) -> Answer {
    let employees = visitor.site.office.list_employees(&visitor.actor).await?;
    visitor.ok(move |frame| page::list(frame, &employees)).await
}

/// `GET /office/employees/{id}`
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let employee = visitor.site.office.read_employee(&visitor.actor, &employee(&id)?).await?;
    visitor.ok(move |frame| page::one(frame, &employee)).await
}

/// `GET /office/employees/{id}/documents/{item}`
pub async fn document(
    visitor: Visitor,
    Path((id, item)): Path<(String, String)>,
    Query(opening): Query<Opening>,
    asked: Asked,
) -> Answer {
    let item = Item::from_code(&item).ok_or(Error::NotFound)?;
    let opened = visitor.site.office.open_employee_document(&visitor.actor, &employee(&id)?, item, asked.0).await?;
    Ok(document_response(opened, asked, opening.is_download()))
}

fn employee(id: &str) -> std::result::Result<EmployeeId, Failure> {
    EmployeeId::parse(id).ok_or(Failure::Office(Error::NotFound))
}
