//! The fields of a form at the desk, in the order in which they were sent; a name can come more than once.

use app::frame::Draft;
use axum::extract::{FromRequest, RawForm, Request};
use rules::form::Problem;

use crate::answer::Failure;

/// The fields.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

impl Fields {
    /// The first value of a field; empty when it was not sent.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The form as it was sent, with what is wrong with it.
    pub(crate) fn draft(self, form: &'static str, problems: Vec<(&'static str, Problem)>) -> Draft {
        Draft { form, values: self.0, problems }
    }
}

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        let RawForm(bytes) = RawForm::from_request(request, state).await.map_err(|_| Failure::BadRequest)?;
        // URL Standard, section 5.1; bytes that are no UTF-8 become the replacement character.
        Ok(Self(form_urlencoded::parse(&bytes).into_owned().collect()))
    }
}
