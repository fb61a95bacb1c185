//! Papers that a statute keeps.

use app::{frame::Draft, pages::desk::papers as page};
use axum::{
    body::Body,
    extract::{Path, Query},
    http::{HeaderMap, StatusCode},
};
use office::{Error, kept::NewPaper};
use rules::{access::Action, done::Done, form::Problem};

use super::{
    Asked, Fields,
    application::{Opening, date},
    confirmed, document_response, kept,
    pool::record,
    upload::Upload,
};
use crate::{answer::Answer, guard::Visitor};

/// `GET /office/papers`
pub async fn page(visitor: Visitor) -> Answer {
    show(&visitor, StatusCode::OK, Draft::default()).await
}

/// `POST /office/papers`: the fields, then the file.
pub async fn enter(visitor: Visitor, headers: HeaderMap, body: Body) -> Answer {
    let today = visitor.site.office.today();
    let fits = |fields: &Fields| problems(fields, today).is_empty();
    let Upload { fields, document, problem } = Upload::read(&visitor, &headers, body, "file", fits).await?;
    let mut wrong = problems(&fields, today);
    wrong.extend(problem.map(|problem| ("file", problem)));
    let entered = match document {
        Some(document) if wrong.is_empty() => {
            visitor.site.office.enter_paper(&visitor.actor, paper(&fields).0, document).await.map(drop)
        }
        document => {
            if let Some(document) = document {
                visitor.site.office.discard(document).await?;
            }
            Err(Error::Invalid(wrong))
        }
    };
    match entered {
        Ok(()) => Ok(confirmed(page::ADDRESS, Done::Paper)),
        Err(error) => {
            let (status, draft) = fields.back(page::FORM, error)?;
            show(&visitor, status, draft).await
        }
    }
}

/// What was typed, and whether the day is none.
fn paper(fields: &Fields) -> (NewPaper, bool) {
    let day = date(fields, "voucher_on");
    let none = day.is_err();
    (
        NewPaper { name: fields.get("name").to_owned(), about: fields.get("about").to_owned(), voucher_on: day.ok().flatten() },
        none,
    )
}

fn problems(fields: &Fields, today: jiff::civil::Date) -> Vec<(&'static str, Problem)> {
    let (paper, no_date) = paper(fields);
    let said = |(field, problem)| if field == "voucher_on" && no_date { (field, Problem::NotADate) } else { (field, problem) };
    paper.problems(today).into_iter().map(said).collect()
}

async fn show(visitor: &Visitor, status: StatusCode, draft: Draft) -> Answer {
    let office = &visitor.site.office;
    let papers = match office.allowed(&visitor.actor, Action::ReadPapers) {
        true => Some(office.papers(&visitor.actor).await.map_err(|error| kept(&draft, error))?),
        false => None,
    };
    let max = office.settings.max_document;
    Ok(visitor.page(status, move |frame| page::page(frame, papers.as_deref(), max, &draft)).await)
}

/// `GET /office/papers/{id}/document`
pub async fn document(visitor: Visitor, Path(id): Path<String>, Query(opening): Query<Opening>, asked: Asked) -> Answer {
    let opened = visitor.site.office.open_paper(&visitor.actor, &record(&id)?, asked.0).await?;
    Ok(document_response(opened, asked, opening.is_download()))
}
