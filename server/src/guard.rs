//! The guard in front of every route: who asks, may they, and in which language do they read.

use app::frame::{Frame, Person};
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use office::Error;
use rules::{
    access::{Action, Actor, Subject, may},
    messages::Lang,
};

use crate::{
    answer::{Answer, Failure, Shown},
    cookies::{self, SignIn},
    csrf,
    render::{Shell, render},
    site::Site,
};
use app::{
    pages::error::{self, Trouble},
    shell::Page,
};

/// Who asks, and everything a page needs to know of them.
#[derive(Clone)]
pub struct Visitor {
    /// The site.
    pub site: Site,
    /// For the one decision.
    pub actor: Actor,
    /// The sign-in cookie, as it came.
    pub sign_in: Option<SignIn>,
    /// Whether the request sends something, as a form does.
    sends: bool,
    frame: Frame,
}

impl Visitor {
    async fn of(site: &Site, action: Action, parts: &Parts) -> Result<Self, Error> {
        let sign_in = cookies::sign_in(site, &parts.headers);
        let session = match &sign_in {
            // Probes and files are the same for everybody; they answer without a database too.
            _ if matches!(action, Action::Operate | Action::FetchAsset) => None,
            Some(SignIn::Session(token)) => site.office.session(token).await?,
            _ => None,
        };
        let (actor, person) = match session {
            Some(session) => (session.actor.clone(), Some(Person { name: session.name, actor: session.actor })),
            None => (Actor::Anonymous, None),
        };
        let accepted =
            || Lang::accepted(parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|h| h.to_str().ok()).unwrap_or_default());
        let lang = cookies::language(&parts.headers).and_then(|code| Lang::from_code(&code)).unwrap_or_else(accepted);
        let frame = Frame {
            lang,
            path: parts.uri.path().to_owned(),
            zone: site.office.settings.zone.clone(),
            now: site.office.now(),
            employer: site.employer.to_string(),
            person,
            demo: site.demo,
        };
        let sends = !matches!(parts.method, Method::GET | Method::HEAD);
        Ok(Self { site: site.clone(), actor, sign_in, sends, frame })
    }

    /// The reader's language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.frame.lang
    }

    /// A page in the frame that belongs to the address.
    pub async fn page(&self, status: StatusCode, build: impl FnOnce(&Frame) -> Page + Send + 'static) -> Response {
        let desk = self.frame.path.starts_with("/office") && self.frame.person.is_some();
        render(if desk { Shell::Desk } else { Shell::Site }, self.frame.clone(), status, build).await
    }

    /// A page, when all is well.
    ///
    /// # Errors
    /// None; the type is what handlers answer.
    pub async fn ok(&self, build: impl FnOnce(&Frame) -> Page + Send + 'static) -> Answer {
        Ok(self.page(StatusCode::OK, build).await)
    }

    async fn trouble(&self, status: StatusCode, Shown { trouble, written }: Shown) -> Response {
        if matches!(trouble, Trouble::SignIn) {
            return Redirect::to(&self.way_to_sign_in()).into_response();
        }
        self.page(status, move |frame| error::page(frame, &trouble, &written)).await
    }

    /// The sign-in, with the page to come back to. What a form sent is gone by then: it may be anybody who signs in next.
    fn way_to_sign_in(&self) -> String {
        let encoded = |path: &str| percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC).to_string();
        match self.sends {
            false => format!("/sign-in?next={}", encoded(&self.frame.path)),
            true => format!("/sign-in?next={}&unsent=1", encoded(&page_of(&self.frame.path))),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::BadRequest)
    }
}

/// Lets a request through to its handler if the action of its route is for the person, and gives every failure its page.
pub async fn stand(State((site, action)): State<(Site, Action)>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let visitor = match Visitor::of(&site, action, &parts).await {
        Ok(visitor) => visitor,
        // Without a database nobody can be asked who they are; the page says so to a stranger.
        Err(error) => return plain(error),
    };
    if !csrf::is_allowed(&parts.method, &parts.headers) {
        return with_page(&visitor, Failure::CrossSite.into_response()).await;
    }
    if let Err(denied) = may(&visitor.actor, action, Subject::House, visitor.frame.now) {
        let response = Failure::Office(denied.into()).into_response();
        return with_page(&visitor, response).await;
    }
    parts.extensions.insert(visitor.clone());
    let response = next.run(Request::from_parts(parts, body)).await;
    with_page(&visitor, response).await
}

/// The page on which a form of the desk stands, by the address to which it is sent. A thing has an address of three parts
/// (`/office/applications/{id}`), and what is done to it stands below.
fn page_of(path: &str) -> String {
    path.split('/').take(4).collect::<Vec<_>>().join("/")
}

async fn with_page(visitor: &Visitor, mut response: Response) -> Response {
    match response.extensions_mut().remove::<Shown>() {
        Some(shown) => {
            let status = response.status();
            let mut page = visitor.trouble(status, shown).await;
            // Headers of the failure (a connection to be closed, say) stay.
            for (name, value) in response.headers() {
                if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
                    page.headers_mut().insert(name.clone(), value.clone());
                }
            }
            page
        }
        None => response,
    }
}

fn plain(error: Error) -> Response {
    let mut response = Failure::Office(error).into_response();
    response.extensions_mut().remove::<Shown>();
    let status = response.status();
    (
        status,
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::RETRY_AFTER, "30")],
        "Not available at the moment. Nothing was stored.\n",
    )
        .into_response()
}
