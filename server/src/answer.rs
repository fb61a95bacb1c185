//! From what a use-case answered to a status and a page, in one place.

use app::pages::error::Trouble;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use office::Error;
use rules::access::Denied;

/// What a handler answers.
pub type Answer = Result<Response, Failure>;

/// Why a handler answers with an error page.
#[derive(Debug)]
pub enum Failure {
    /// A use-case said no.
    Office(Error),
    /// A use-case said no to a form whose page cannot come back; with what was written into it.
    Form(Error, String),
    /// The request could not be read.
    BadRequest,
    /// The body could not be read as a form.
    Unreadable(StatusCode),
    /// Another site's page made the browser send this.
    CrossSite,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Office(error)
    }
}

/// What went wrong, for the page that says so; travels in the response's extensions to where the reader's language is known.
#[derive(Clone)]
pub struct Shown {
    /// What went wrong.
    pub trouble: Trouble,
    /// What was written and not stored, for its author alone.
    pub written: String,
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let ((status, trouble), written) = match self {
            Self::BadRequest => ((StatusCode::BAD_REQUEST, Trouble::BadRequest), String::new()),
            Self::Unreadable(status) => ((status, Trouble::BadRequest), String::new()),
            Self::CrossSite => ((StatusCode::FORBIDDEN, Trouble::BadRequest), String::new()),
            Self::Office(error) => (shown(error), String::new()),
            Self::Form(error, written) => (shown(error), written),
        };
        let mut response = status.into_response();
        if status == StatusCode::SERVICE_UNAVAILABLE {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("30"));
        }
        response.extensions_mut().insert(Shown { trouble, written });
        response
    }
}

/// The status of an error, and what the page says.
pub(crate) fn shown(error: Error) -> (StatusCode, Trouble) {
    match error {
        // Forms that can fail show their page again; what arrives here is a form nobody was shown.
        Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, Trouble::BadRequest),
        Error::TooLarge { max } => (StatusCode::PAYLOAD_TOO_LARGE, Trouble::TooLarge { max }),
        Error::Unsupported => (StatusCode::UNSUPPORTED_MEDIA_TYPE, Trouble::Unsupported),
        Error::Forbidden(Denied::SignIn) => (StatusCode::SEE_OTHER, Trouble::SignIn),
        Error::Forbidden(denied) => (StatusCode::FORBIDDEN, Trouble::Forbidden(denied)),
        Error::NotFound => (StatusCode::NOT_FOUND, Trouble::NotFound),
        Error::Gone => (StatusCode::GONE, Trouble::Gone),
        Error::Conflict => (StatusCode::CONFLICT, Trouble::Conflict),
        Error::Refused(refusal) => (StatusCode::CONFLICT, Trouble::Refused(refusal)),
        Error::Unavailable(what) => {
            tracing::error!(what, "unavailable");
            (StatusCode::SERVICE_UNAVAILABLE, Trouble::Unavailable)
        }
    }
}
