//! The guard in front of every route: who asks, may they, and in which language do they read.

use app::frame::{Frame, Person};
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use office::{Error, refused::Answered};
use rules::{
    access::{Action, Actor, Subject, may},
    id::EntryId,
    messages::Lang,
};

use crate::{
    answer::{Answer, Failure, Shown},
    brand,
    cookies::{self, SignIn},
    csrf,
    handlers::desk::{said, unsaid},
    render::{Shell, render},
    site::Site,
};
use app::{
    pages::error::{self, Trouble},
    shell::Page,
};

/// What a query that goes into a page is written without, besides its own signs.
const NOT_IN_QUERY: &percent_encoding::AsciiSet = &percent_encoding::NON_ALPHANUMERIC
    .remove(b'=')
    .remove(b'&')
    .remove(b'%')
    .remove(b'+')
    .remove(b'-')
    .remove(b'_')
    .remove(b'.');

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
    /// The path that is asked for.
    path: String,
    /// What every page needs. Its path is that of the page to which the one that is asked for belongs.
    frame: Frame,
}

impl Visitor {
    /// The visitor; without a database a stranger, and why nobody could be asked.
    async fn of(Door { site, action, page }: &Door, parts: &Parts) -> (Self, Result<(), Error>) {
        let action = *action;
        let sign_in = cookies::sign_in(site, &parts.headers);
        let session = match &sign_in {
            // Probes and files are the same for everybody; they answer without a database too.
            _ if is_for_everybody(action) => Ok(None),
            Some(SignIn::Session(token)) => site.office.session(token).await,
            _ => Ok(None),
        };
        let (actor, person, mut asked) = match session {
            Ok(Some(session)) => (session.actor.clone(), Some(Person { name: session.name, actor: session.actor }), Ok(())),
            Ok(None) => (Actor::Anonymous, None, Ok(())),
            Err(error) => (Actor::Anonymous, None, Err(error)),
        };
        // Whom it concerns: who sees the plan, and who may confirm the clock.
        let concerned = [Action::ReadPlan, Action::ConfirmClock].iter().any(|&action| site.office.allowed(&actor, action));
        let clock = match concerned {
            true => site.office.clock_stop().await.unwrap_or_else(|error| {
                asked = Err(error);
                None
            }),
            false => None,
        };
        // Files look the same whatever the site looks like; and a database that does not answer is not asked again.
        let brand = match is_for_everybody(action) || asked.is_err() {
            true => site.brand.then(),
            false => site.brand.now(&site.office).await,
        };
        let accepted =
            || Lang::accepted(parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|h| h.to_str().ok()).unwrap_or_default());
        let lang = cookies::language(&parts.headers).and_then(|code| Lang::from_code(&code)).unwrap_or_else(accepted);
        let frame = Frame {
            lang,
            path: page_of(parts.uri.path(), *page),
            query: percent_encoding::utf8_percent_encode(&unsaid(parts.uri.query().unwrap_or_default()), NOT_IN_QUERY)
                .to_string(),
            zone: site.office.settings.zone.clone(),
            now: site.office.now(),
            employer: brand::employer(&brand),
            brand: brand::shown(&brand),
            done: said(parts.uri.query()),
            public_url: site.office.settings.public_url.clone(),
            person,
            demo: site.demo,
            clock,
            token: data_encoding::HEXLOWER.encode(&site.office.rng.bytes::<16>()),
        };
        let sends = !matches!(parts.method, Method::GET | Method::HEAD);
        (Self { site: site.clone(), actor, sign_in, sends, path: parts.uri.path().to_owned(), frame }, asked)
    }

    /// The reader's language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.frame.lang
    }

    /// What every page needs.
    #[must_use]
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The employer whose careers site this is.
    #[must_use]
    pub fn employer(&self) -> &str {
        &self.frame.employer
    }

    /// The path that is asked for.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same visitor, who has just chosen another language.
    #[must_use]
    pub fn reading(mut self, lang: Lang) -> Self {
        self.frame.lang = lang;
        self
    }

    /// Random text for a form: sent twice with the same, it is done once.
    #[must_use]
    pub fn token(&self) -> String {
        self.frame.token.clone()
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
        let page = percent_encoding::utf8_percent_encode(&self.frame.path, percent_encoding::NON_ALPHANUMERIC);
        let unsent = if self.sends { "&unsent=1" } else { "" };
        format!("/sign-in?next={page}{unsent}")
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::BadRequest)
    }
}

/// What the guard knows of the address it stands before.
#[derive(Clone)]
pub struct Door {
    /// The site.
    pub site: Site,
    /// What is done there.
    pub action: Action,
    /// How many parts of the address are those of the page to which it belongs; `None` where it is a page itself.
    pub page: Option<usize>,
}

/// Lets a request through to its handler if the action of its route is for the person, and gives every failure its page.
pub async fn stand(State(door): State<Door>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let (visitor, asked) = Visitor::of(&door, &parts).await;
    let action = door.action;
    if let Err(error) = asked {
        return with_page(&visitor, action, Failure::Office(error).into_response()).await;
    }
    if !csrf::is_allowed(&parts.method, &parts.headers) {
        return with_page(&visitor, action, Failure::CrossSite.into_response()).await;
    }
    if let Err(denied) = may(&visitor.actor, action, Subject::House, visitor.frame.now) {
        let response = Failure::Office(denied.into()).into_response();
        return with_page(&visitor, action, response).await;
    }
    parts.extensions.insert(visitor.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if response.status().is_client_error() && !is_for_everybody(action) && !is_page(&response) {
        // A method, an address or a form that the framework itself could not read: its own words are for developers.
        response.extensions_mut().get_or_insert_with(|| Shown { trouble: Trouble::BadRequest, written: String::new() });
    }
    with_page(&visitor, action, response).await
}

/// Whether an action is a probe or a file, which look the same to everybody.
fn is_for_everybody(action: Action) -> bool {
    matches!(action, Action::Operate | Action::FetchAsset)
}

fn is_page(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// The page to which an address belongs: the first so many of its parts.
fn page_of(path: &str, parts: Option<usize>) -> String {
    match parts {
        None => path.to_owned(),
        Some(..=1) => "/".to_owned(),
        Some(parts) => path.split('/').take(parts).collect::<Vec<_>>().join("/"),
    }
}

/// The refusal that an answer is, if it is one.
fn refusal(response: &Response) -> Option<Answered> {
    match (response.extensions().get::<Shown>().map(|shown| shown.trouble), response.status()) {
        (Some(Trouble::Forbidden(denied)), _) => Some(Answered::Denied(denied)),
        (Some(Trouble::NotFound | Trouble::Gone), _) => Some(Answered::Nothing),
        (None, StatusCode::FORBIDDEN) => Some(Answered::Closed),
        _ => None,
    }
}

impl Visitor {
    /// Enters a refusal into the journal, in the one place that every answer passes; it stands there before the answer leaves.
    async fn enter(&self, action: Action, refusal: Answered) -> Result<(), Error> {
        let named: Vec<&str> = self.path.split('/').filter(|part| EntryId::parse(part).is_some()).collect();
        self.site.office.refused(&self.actor, action, &named, refusal).await
    }
}

async fn with_page(visitor: &Visitor, action: Action, mut response: Response) -> Response {
    if let Some(refusal) = refusal(&response)
        && let Err(error) = visitor.enter(action, refusal).await
    {
        response = Failure::Office(error).into_response();
    }
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
