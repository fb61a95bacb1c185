//! Signing in and out.

use app::pages::sign_in as page;
use axum::{
    extract::Query,
    http::{StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use office::{Error, Refusal};
use rules::messages::Key;
use serde::Deserialize;

use super::{careers::local, desk::Fields};
use crate::{
    answer::Answer,
    cookies::{self, SignIn},
    guard::Visitor,
};

/// Where to go after.
#[derive(Default, Deserialize)]
pub struct Next {
    #[serde(default)]
    next: String,
    /// Whether a form was sent without a session.
    #[serde(default)]
    unsent: String,
}

/// What was typed.
struct Credentials {
    email: String,
    password: String,
    next: String,
}

/// `GET /sign-in`
pub async fn form(visitor: Visitor, Query(Next { next, unsent }): Query<Next>) -> Answer {
    let form = page::Form { next, unsent: !unsent.is_empty(), ..page::Form::default() };
    Ok(visitor.page(StatusCode::OK, move |frame| page::page(frame, &form)).await)
}

/// `POST /sign-in`
pub async fn sign_in(visitor: Visitor, fields: Fields) -> Answer {
    let typed = |name| fields.get(name).to_owned();
    let typed = Credentials { email: typed("email"), password: typed("password"), next: typed("next") };
    match visitor.site.office.sign_in(&typed.email, &typed.password).await {
        Ok(token) => {
            let cookie = cookies::set_sign_in(&visitor.site, &SignIn::Session(token));
            let next = if typed.next.starts_with("/office") { local(&typed.next) } else { "/office" };
            Ok(([(header::SET_COOKIE, cookie)], Redirect::to(next)).into_response())
        }
        Err(Error::Invalid(_)) => Ok(again(&visitor, StatusCode::UNPROCESSABLE_ENTITY, typed, Key::SignInNoMatch).await),
        Err(Error::Refused(Refusal::TooManyTries)) => {
            Ok(again(&visitor, StatusCode::TOO_MANY_REQUESTS, typed, Key::SignInTooManyTries).await)
        }
        Err(error) => Err(error.into()),
    }
}

async fn again(visitor: &Visitor, status: StatusCode, typed: Credentials, problem: Key) -> Response {
    let form = page::Form { email: typed.email, problem: Some(problem), next: typed.next, unsent: false };
    visitor.page(status, move |frame| page::page(frame, &form)).await
}

/// `POST /sign-out`
pub async fn sign_out(visitor: Visitor) -> Answer {
    if let Some(SignIn::Session(token)) = &visitor.sign_in {
        visitor.site.office.sign_out(token).await?;
    }
    Ok(([(header::SET_COOKIE, cookies::clear_sign_in(&visitor.site))], Redirect::to("/sign-in")).into_response())
}
