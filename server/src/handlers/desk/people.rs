//! Accounts.

use app::{frame::Draft, pages::desk::people as people_page};
use axum::http::StatusCode;
use office::{Error, Result};
use rules::{
    done::Done,
    form::Problem,
    id::{AccountId, DepartmentId},
};

use super::{
    Fields,
    application::{date, departments},
    confirmed, kept,
};
use crate::{answer::Answer, guard::Visitor};

/// `GET /office/people`
pub async fn list(visitor: Visitor) -> Answer {
    show(&visitor, StatusCode::OK, Draft::default()).await
}

/// `POST /office/people/deputies`: one is named, or their time ended.
pub async fn deputies(visitor: Visitor, fields: Fields) -> Answer {
    let office = &visitor.site.office;
    let result = match fields.get("act") {
        "end" => office.end_deputy(&visitor.actor, fields.get("membership")).await.map(|()| Done::DeputyEnded),
        _ => name_deputy(&visitor, &fields).await.map(|()| Done::Deputy),
    };
    match result {
        Ok(what) => Ok(confirmed("/office/people", what)),
        Err(error) => {
            let (status, draft) = fields.back(people_page::FORM, error)?;
            show(&visitor, status, draft).await
        }
    }
}

async fn name_deputy(visitor: &Visitor, fields: &Fields) -> Result<()> {
    let account = AccountId::parse(fields.get("account")).ok_or(Error::field("account", Problem::NotAChoice))?;
    let department = DepartmentId::parse(fields.get("department")).ok_or(Error::field("department", Problem::NotAChoice))?;
    let until = date(fields, "until")?.ok_or(Error::field("until", Problem::Missing))?;
    visitor.site.office.name_deputy(&visitor.actor, &account, &department, until).await
}

async fn show(visitor: &Visitor, status: StatusCode, draft: Draft) -> Answer {
    let people = visitor.site.office.list_people(&visitor.actor).await.map_err(|error| kept(&draft, error))?;
    let departments = departments(visitor).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame| people_page::page(frame, &people, &departments, &draft)).await)
}
