//! The applicant's own pages: the receipt right after applying, and the status by receipt code.

use app::pages::{receipt as receipt_page, status as page};
use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use office::Error;

use super::{desk::Fields, saved};
use crate::{answer::Answer, cookies::SignIn, guard::Visitor};

/// `/receipt`: shown for ten minutes after applying.
pub async fn receipt(visitor: Visitor) -> Answer {
    let Some(SignIn::Receipt(code)) = &visitor.sign_in else { return Ok(Redirect::to("/status").into_response()) };
    match visitor.site.office.receipt_of(code).await {
        Ok(receipt) => {
            let notice = visitor.site.office.notice().await?;
            visitor.ok(move |frame| receipt_page::page(frame, &receipt, &notice)).await
        }
        Err(Error::NotFound) => Ok(Redirect::to("/status").into_response()),
        Err(error) => Err(error.into()),
    }
}

/// `GET /status`
pub async fn form(visitor: Visitor) -> Answer {
    // Right after applying the code need not be typed.
    let code = match &visitor.sign_in {
        Some(SignIn::Receipt(code)) => code.clone(),
        _ => String::new(),
    };
    let sends = visitor.site.office.sends_mail();
    visitor.ok(move |frame| page::page(frame, &page::Form { code, sends, ..page::Form::default() })).await
}

/// `POST /status`: by receipt code, or by certificate number once everything is gone.
pub async fn look_up(visitor: Visitor, fields: Fields) -> Answer {
    let code = fields.get("code").to_owned();
    let office = &visitor.site.office;
    match office.status(&code).await {
        Ok(status) => {
            let notice = office.notice().await?;
            return visitor.ok(move |frame| page::result(frame, &status, &notice, &code)).await;
        }
        Err(Error::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    match office.certificate_of(&code).await {
        Ok(certificate) => {
            let everywhere = office.unreadable_everywhere(&certificate).await?;
            visitor.ok(move |frame| page::gone(frame, &certificate, everywhere)).await
        }
        Err(Error::NotFound) => unknown(&visitor, code).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /status/proof`: the certificate's proof, for whoever has its number. It stands in no address.
pub async fn proof(visitor: Visitor, fields: Fields) -> Answer {
    let number = fields.get("code").to_owned();
    match visitor.site.office.prove_certificate(&number).await {
        Ok(json) => Ok(saved::proof(json)),
        Err(Error::NotFound) => unknown(&visitor, number).await,
        Err(error) => Err(error.into()),
    }
}

async fn unknown(visitor: &Visitor, code: String) -> Answer {
    let status = StatusCode::NOT_FOUND;
    let sends = visitor.site.office.sends_mail();
    let form = page::Form { code, unknown: true, sends, ..page::Form::default() };
    Ok(visitor.page(status, move |frame| page::page(frame, &form)).await)
}
