//! How the careers site looks, set by the administrator.

use std::sync::{Arc, Mutex};

use app::{
    frame::Draft,
    pages::{desk::brand as page, error::Trouble},
};
use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, StatusCode, header},
};
use multer::Multipart;
use office::{Error, Result, brand::BrandText};
use rules::{brand::MOST_LOGO_BYTES, done::Done, form::Problem};

use super::{Fields, confirmed};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
    handlers::apply::{Flow, linger},
};

/// The hidden field that says which version the person saw.
const SEEN: &str = "seen";

/// `GET /office/settings/brand`
pub async fn form(visitor: Visitor) -> Answer {
    show(&visitor, StatusCode::OK, Draft::default()).await
}

/// `POST /office/settings/brand`: name, colour and imprint at once.
pub async fn save(visitor: Visitor, fields: Fields) -> Answer {
    let text = |name| fields.get(name).to_owned();
    let accent = if fields.get(page::OWN) == "yes" { text("accent") } else { String::new() };
    let new = BrandText { name: text("name"), accent, imprint: text("imprint") };
    let office = &visitor.site.office;
    match office.change_brand(&visitor.actor, &new, fields.get(SEEN)).await {
        Ok(()) => Ok(confirmed(page::ADDRESS, Done::Brand)),
        Err(error) => {
            let (status, mut draft) = fields.back(page::FORM, error)?;
            if draft.trouble == Some(Trouble::Conflict) {
                // Told that somebody else was here, the person decides: the form sent once more is about how things stand now.
                draft.values.retain(|(name, _)| name != SEEN);
                draft.values.push((SEEN.to_owned(), office.brand_text(&visitor.actor).await?.version()));
            }
            show(&visitor, status, draft).await
        }
    }
}

/// `POST /office/settings/brand/logo`: a file.
pub async fn put_logo(visitor: Visitor, headers: HeaderMap, body: Body) -> Answer {
    let done = match read_file(&headers, body).await? {
        Ok(content) => visitor.site.office.put_logo(&visitor.actor, &content).await,
        Err(problem) => Err(Error::field("file", problem)),
    };
    logo_done(&visitor, done, Done::Logo).await
}

/// `POST /office/settings/brand/logo/{hash}/remove`
pub async fn remove_logo(visitor: Visitor, Path(hash): Path<String>) -> Answer {
    let done = visitor.site.office.remove_logo(&visitor.actor, &hash).await;
    logo_done(&visitor, done, Done::LogoRemoved).await
}

async fn logo_done(visitor: &Visitor, done: Result<()>, what: Done) -> Answer {
    match done {
        Ok(()) => Ok(confirmed(page::ADDRESS, what)),
        Err(error) => {
            let (status, draft) = Fields::default().back(page::LOGO, error)?;
            show(visitor, status, draft).await
        }
    }
}

/// The file of a form that holds nothing else, or what is wrong with it. One that is too large is not kept.
async fn read_file(headers: &HeaderMap, body: Body) -> std::result::Result<std::result::Result<Vec<u8>, Problem>, Failure> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let boundary = multer::parse_boundary(content_type).map_err(|_| Failure::Unreadable(StatusCode::UNSUPPORTED_MEDIA_TYPE))?;
    let (flow, body) = (Flow::default(), Arc::new(Mutex::new(body.into_data_stream())));
    let mut parts = Multipart::new(flow.over(body.clone()), boundary);
    let broken = |_| Failure::BadRequest;
    while let Some(mut part) = parts.next_field().await.map_err(broken)? {
        flow.came_through();
        let (is_file, mut content) = (part.name() == Some("file"), Vec::new());
        // Whoever chose none sends an empty file without a name.
        let is_chosen = part.file_name().is_some_and(|name| !name.is_empty());
        while let Some(piece) = flow.piece(&mut part).await.map_err(broken)? {
            if content.len() + piece.len() > MOST_LOGO_BYTES {
                linger(body);
                return Ok(Err(Problem::FileTooLarge { max: MOST_LOGO_BYTES as u64 }));
            }
            content.extend_from_slice(&piece);
        }
        if is_file && (is_chosen || !content.is_empty()) {
            return Ok(Ok(content));
        }
    }
    Ok(Err(Problem::FileMissing))
}

async fn show(visitor: &Visitor, status: StatusCode, draft: Draft) -> Answer {
    let office = &visitor.site.office;
    let stated = office.brand_text(&visitor.actor).await?;
    let logo = office.brand().await?.logo;
    Ok(visitor.page(status, move |frame| page::page(frame, &stated, logo.as_ref(), &draft)).await)
}
