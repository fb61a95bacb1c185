//! What applicants do for themselves: a code is mailed to the address on file, and who shows it reads, takes along and changes what is kept
//! of them (docs/PROMISES.md, n11 and n12).

use app::{
    frame::Draft,
    pages::{
        applicant::{self as pages, code as code_page, list},
        status as status_page,
    },
};
use axum::{
    Extension,
    body::Body,
    extract::{Path, Query},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use futures::TryStreamExt as _;
use office::{
    Error, Refusal, Result,
    applicant::{Applicant, Correction, InformationPart, Scope},
};
use rules::{
    application::RestrictionGround,
    done::Done,
    form::Problem,
    id::{ApplicationId, DocumentId},
    request::{Answer as Erased, RequestKind},
};

use super::{
    apply::network_of,
    desk::{Asked, Fields, application::Opening, confirmed, document_response, kept},
    saved::saved,
};
use crate::{
    answer::{Answer, Failure},
    connections::Peer,
    cookies::{self, SignIn},
    guard::Visitor,
};

/// `POST /status/code`: the answer is the same whether anything is kept under the address or not.
pub async fn ask(visitor: Visitor, peer: Option<Extension<Peer>>, headers: HeaderMap, fields: Fields) -> Answer {
    let (site, email) = (&visitor.site, fields.get("email").to_owned());
    let asked = match site.gate.take_code(network_of(&visitor, peer, &headers), site.office.now()) {
        Err(_) => Err(Error::Refused(Refusal::TooManyTries)),
        Ok(()) => site.office.ask_for_code(&email, visitor.lang()).await,
    };
    let (status, problem) = match asked {
        Ok(token) => return Ok(with_cookie(&visitor, &SignIn::Challenge(token), code_page::ADDRESS)),
        Err(Error::Invalid(problems)) => {
            let problem = problems.first().map_or(Problem::NotAnEmail, |&(_, problem)| problem);
            (StatusCode::UNPROCESSABLE_ENTITY, status_page::Asked::Wrong(problem))
        }
        Err(Error::Refused(Refusal::TooManyTries)) => (StatusCode::TOO_MANY_REQUESTS, status_page::Asked::HeldBack),
        Err(error) => return Err(error.into()),
    };
    let sends = site.office.sends_mail();
    let form = status_page::Form { email, asked: Some(problem), sends, ..status_page::Form::default() };
    Ok(visitor.page(status, move |frame| status_page::page(frame, &form)).await)
}

/// `POST /status/address`: another address for the application of a receipt code, while nobody has shown that the one on file is theirs.
pub async fn change_by_receipt(visitor: Visitor, peer: Option<Extension<Peer>>, headers: HeaderMap, fields: Fields) -> Answer {
    let office = &visitor.site.office;
    let asked = match visitor.site.gate.take_code(network_of(&visitor, peer, &headers), office.now()) {
        Err(_) => Err(Error::Refused(Refusal::TooManyTries)),
        Ok(()) => office.ask_to_change_by_receipt(fields.get("code"), fields.get("email"), visitor.lang()).await,
    };
    Ok(with_cookie(&visitor, &SignIn::Challenge(asked?), code_page::ADDRESS))
}

/// `POST /status/applications/{id}/address`: another address for all of the applicant's applications.
pub async fn change(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let applicant = match visiting(&visitor).await? {
        Ok(applicant) => applicant,
        Err(way) => return Ok(way),
    };
    let id = own(&id)?;
    match visitor.site.office.ask_to_change(&applicant, fields.get("email"), visitor.lang()).await {
        Ok(token) => Ok(with_cookie(&visitor, &SignIn::Challenge(token), code_page::ADDRESS)),
        Err(error) => {
            let (status, draft) = fields.back("address", error)?;
            page(&visitor, &applicant, &id, status, draft).await
        }
    }
}

/// `GET /status/code`
pub async fn code(visitor: Visitor) -> Answer {
    let Some(SignIn::Challenge(_)) = &visitor.sign_in else { return Ok(Redirect::to("/status").into_response()) };
    visitor.ok(|frame| code_page::page(frame, "", None)).await
}

/// `POST /status/code/show`
pub async fn show(visitor: Visitor, fields: Fields) -> Answer {
    let Some(SignIn::Challenge(token)) = &visitor.sign_in else { return Ok(Redirect::to("/status").into_response()) };
    let typed = fields.get("code").to_owned();
    let (status, tried) = match visitor.site.office.show_code(token, &typed).await {
        Ok(visit) => return Ok(with_cookie(&visitor, &SignIn::Visit(visit), pages::ADDRESS)),
        Err(Error::Invalid(_)) => (StatusCode::UNPROCESSABLE_ENTITY, code_page::Tried::Wrong),
        Err(Error::Refused(Refusal::TooManyTries)) => (StatusCode::TOO_MANY_REQUESTS, code_page::Tried::TooOften),
        Err(error) => return Err(error.into()),
    };
    Ok(visitor.page(status, move |frame| code_page::page(frame, &typed, Some(tried))).await)
}

/// `POST /status/leave`
pub async fn leave(visitor: Visitor) -> Answer {
    if let Some(SignIn::Visit(token)) = &visitor.sign_in {
        visitor.site.office.leave(token).await?;
    }
    Ok(([(header::SET_COOKIE, cookies::clear_sign_in(&visitor.site))], Redirect::to("/status")).into_response())
}

/// `GET /status/applications`: one is read at once.
pub async fn applications(visitor: Visitor) -> Answer {
    let applicant = match visiting(&visitor).await? {
        Ok(applicant) => applicant,
        Err(way) => return Ok(way),
    };
    if let [only] = applicant.applications() {
        return Ok(Redirect::to(&pages::address(only)).into_response());
    }
    let own = visitor.site.office.own_applications(&applicant).await?;
    visitor.ok(move |frame| list::page(frame, &own)).await
}

/// `GET /status/applications/{id}`
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    match visiting(&visitor).await? {
        Ok(applicant) => page(&visitor, &applicant, &own(&id)?, StatusCode::OK, Draft::default()).await,
        Err(way) => Ok(way),
    }
}

/// `GET /status/applications/{id}/documents/{document}`
pub async fn document(
    visitor: Visitor,
    Path((id, document)): Path<(String, String)>,
    Query(opening): Query<Opening>,
    asked: Asked,
) -> Answer {
    let applicant = match visiting(&visitor).await? {
        Ok(applicant) => applicant,
        Err(way) => return Ok(way),
    };
    let document = DocumentId::parse(&document).ok_or(Error::NotFound)?;
    let opened = visitor.site.office.open_own_document(&applicant, &own(&id)?, &document, asked.0).await?;
    Ok(document_response(opened, asked, opening.is_download()))
}

/// `GET /status/applications/{id}/copy.zip`: everything.
pub async fn everything(visitor: Visitor, Path(id): Path<String>) -> Answer {
    archive(&visitor, &id, true, "attachment; filename=\"application.zip\"").await
}

/// `GET /status/applications/{id}/supplied.zip`: what the applicant supplied, for another house.
pub async fn supplied(visitor: Visitor, Path(id): Path<String>) -> Answer {
    archive(&visitor, &id, false, "attachment; filename=\"supplied.zip\"").await
}

async fn archive(visitor: &Visitor, id: &str, everything: bool, disposition: &'static str) -> Answer {
    let applicant = match visiting(visitor).await? {
        Ok(applicant) => applicant,
        Err(way) => return Ok(way),
    };
    let office = &visitor.site.office;
    let copy = office.own_copy(&applicant, &own(id)?).await?;
    let scope = if everything {
        let notice = office.notice().await?;
        let information = pages::archive::information(visitor.lang(), &notice);
        let information = information.into_iter().map(|(heading, says)| InformationPart { heading, says }).collect();
        Scope::Everything { page: pages::archive::html(visitor.frame(), &copy, &notice), information }
    } else {
        Scope::Supplied
    };
    let package = office.own_package(&applicant, &copy, scope)?;
    let body = Body::from_stream(package.content.map_err(std::io::Error::other));
    let mut response = saved(disposition, "application/zip", body);
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(package.length));
    Ok(response)
}

/// `POST /status/applications/{id}/correction`
pub async fn correct(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let typed = |name| fields.get(name).to_owned();
    let new = Correction {
        first_name: typed("first_name"),
        last_name: typed("last_name"),
        phone: typed("phone"),
        message: typed("message"),
        other: typed("text"),
    };
    act(visitor, &id, "correction", fields, async move |office, applicant, id| {
        office.correct_own(applicant, id, &new).await?;
        Ok(Done::OwnCorrected)
    })
    .await
}

/// `POST /status/applications/{id}/withdrawal`
pub async fn withdraw(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    act(visitor, &id, "withdrawal", fields, async |office, applicant, id| {
        office.withdraw_own(applicant, id).await?;
        Ok(Done::OwnWithdrawn)
    })
    .await
}

/// `POST /status/applications/{id}/information`: what was written is to be looked through.
pub async fn ask_for_remarks(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    act(visitor, &id, "information", fields, async |office, applicant, id| {
        office.ask_own(applicant, id, RequestKind::Information, "").await?;
        Ok(Done::OwnAsked)
    })
    .await
}

/// `POST /status/applications/{id}/restriction`
pub async fn restrict(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let (ground, text) = (RestrictionGround::from_code(fields.get("ground")), fields.get("text").to_owned());
    act(visitor, &id, "restriction", fields, async move |office, applicant, id| {
        // An objection has a form of its own, and says why.
        let ground = ground.filter(|ground| *ground != RestrictionGround::Objection);
        let ground = ground.ok_or(Error::field("ground", Problem::NotAChoice))?;
        office.restrict_own(applicant, id, ground, &text).await?;
        Ok(Done::OwnRestricted)
    })
    .await
}

/// `POST /status/applications/{id}/objection`
pub async fn object(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let text = fields.get("text").to_owned();
    act(visitor, &id, "objection", fields, async move |office, applicant, id| {
        if text.trim().is_empty() {
            return Err(Error::field("text", Problem::Missing));
        }
        office.restrict_own(applicant, id, RestrictionGround::Objection, &text).await?;
        Ok(Done::OwnRestricted)
    })
    .await
}

/// `POST /status/applications/{id}/erasure`: of this one, or of all.
pub async fn erase(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let all = fields.get("which") == "all";
    act(visitor, &id, "erasure", fields, async move |office, applicant, id| {
        let ids = if all { applicant.applications().to_vec() } else { vec![id.clone()] };
        let answers = office.erase_own(applicant, &ids).await?;
        let at_once = answers.iter().all(|(_, answer)| *answer == Erased::Erase);
        Ok(if at_once { Done::OwnErasing } else { Done::OwnAnswered })
    })
    .await
}

/// Does something with an application, and comes back to its page: afresh when all went well, else with the form as it was sent.
async fn act(
    visitor: Visitor,
    id: &str,
    form: &'static str,
    fields: Fields,
    doing: impl AsyncFnOnce(&office::Office, &Applicant, &ApplicationId) -> Result<Done>,
) -> Answer {
    let applicant = match visiting(&visitor).await? {
        Ok(applicant) => applicant,
        Err(way) => return Ok(way),
    };
    let id = own(id)?;
    match doing(&visitor.site.office, &applicant, &id).await {
        Ok(done) => Ok(confirmed(&pages::address(&id), done)),
        Err(error) => {
            let (status, draft) = fields.back(form, error)?;
            page(&visitor, &applicant, &id, status, draft).await
        }
    }
}

async fn page(visitor: &Visitor, applicant: &Applicant, id: &ApplicationId, status: StatusCode, draft: Draft) -> Answer {
    let office = &visitor.site.office;
    let copy = office.own_copy(applicant, id).await.map_err(|error| kept(&draft, error))?;
    let notice = office.notice().await.map_err(|error| kept(&draft, error))?;
    let several = applicant.applications().len() > 1;
    Ok(visitor.page(status, move |frame| pages::copy::page(frame, &copy, &notice, several, &draft)).await)
}

/// Whose visit it is; whoever has shown no code is shown where to have one mailed.
async fn visiting(visitor: &Visitor) -> std::result::Result<std::result::Result<Applicant, Response>, Failure> {
    let applicant = match &visitor.sign_in {
        Some(SignIn::Visit(token)) => visitor.site.office.applicant(token).await?,
        _ => None,
    };
    Ok(applicant.ok_or_else(|| Redirect::to("/status#mailed").into_response()))
}

fn own(id: &str) -> std::result::Result<ApplicationId, Failure> {
    ApplicationId::parse(id).ok_or(Failure::Office(Error::NotFound))
}

fn with_cookie(visitor: &Visitor, sign_in: &SignIn, to: &str) -> Response {
    ([(header::SET_COOKIE, cookies::set_sign_in(&visitor.site, sign_in))], Redirect::to(to)).into_response()
}
