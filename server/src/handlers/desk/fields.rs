//! The fields of a form at the desk, in the order in which they were sent; a name can come more than once.

use app::frame::Draft;
use axum::{
    extract::{FromRequest, RawForm, Request},
    http::StatusCode,
    response::IntoResponse as _,
};
use office::Error;
use rules::access::Denied;

use crate::{
    answer::{Failure, shown},
    router::FORM_LIMIT,
};

/// The fields.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// Adds one more.
    pub(super) fn push(&mut self, name: String, value: String) {
        self.0.push((name, value));
    }

    /// Reads a body (URL Standard, section 5.1); bytes that are no UTF-8 become the replacement character.
    pub(crate) fn parse(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).into_owned().collect())
    }

    /// The first value of a field; empty when it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The form as it was sent, with nothing against it.
    pub(crate) fn again(self, form: &'static str) -> Draft {
        Draft { form, values: self.0, ..Draft::default() }
    }

    /// The form as it was sent, with the status of an answer that shows it again and what stands against it.
    ///
    /// # Errors
    /// What leaves no page to come back to: the thing is gone, or was never the person's to see.
    pub(crate) fn back(self, form: &'static str, error: Error) -> Result<(StatusCode, Draft), Failure> {
        let sent = self.again(form);
        match error {
            Error::Invalid(problems) => Ok((StatusCode::UNPROCESSABLE_ENTITY, Draft { problems, ..sent })),
            // The page is asked for anew, and decides for itself what of it the person may still see.
            Error::Refused(_)
            | Error::Conflict
            | Error::Unavailable(_)
            | Error::Forbidden(Denied::Blocked | Denied::Restricted | Denied::Ended(..)) => {
                let (status, trouble) = shown(error);
                Ok((status, Draft { trouble: Some(trouble), ..sent }))
            }
            other => Err(kept(&sent, other)),
        }
    }
}

/// A failure that keeps what was written into the form, for a page that could not come back.
pub(in crate::handlers) fn kept(draft: &Draft, error: Error) -> Failure {
    Failure::Form(error, draft.written())
}

/// What a body that cannot be read as a form is answered with.
fn unreadable(status: StatusCode) -> Failure {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Failure::Office(office::Error::TooLarge { max: FORM_LIMIT as u64 }),
        status => Failure::Unreadable(status),
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let RawForm(bytes) =
            RawForm::from_request(request, state).await.map_err(|rejected| unreadable(rejected.into_response().status()))?;
        Ok(Self::parse(&bytes))
    }
}
