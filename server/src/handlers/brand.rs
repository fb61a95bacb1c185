//! What the employer gives the careers site: logo, accent colour, imprint.

use app::pages;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse as _, Redirect},
};
use office::Error;
use rules::brand::Imprint;

use crate::{
    answer::Answer,
    brand::{style_name, stylesheet},
    guard::Visitor,
    site::Site,
};

/// `GET /brand/{file}`: the logo, or the stylesheet with the accent colour. What is in a file never changes, for its name says what is.
pub async fn file(State(site): State<Site>, Path(name): Path<String>) -> Answer {
    let (hash, ending) = name.rsplit_once('.').ok_or(Error::NotFound)?;
    let (kind, content) = if ending == "css" {
        let sheet = site.office.brand().await?.accent.and_then(stylesheet).filter(|sheet| style_name(sheet) == name);
        ("text/css; charset=utf-8", sheet.ok_or(Error::NotFound)?.into_bytes())
    } else {
        let (kind, content) = site.office.logo(hash).await?;
        if kind.code() != ending {
            return Err(Error::NotFound.into());
        }
        (kind.media_type(), content)
    };
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, content).into_response())
}

/// `GET /imprint`
pub async fn imprint(visitor: Visitor) -> Answer {
    match visitor.site.office.brand().await?.imprint.ok_or(Error::NotFound)? {
        Imprint::At(address) => Ok(Redirect::to(&address).into_response()),
        Imprint::Text(text) => visitor.ok(move |frame| pages::imprint::page(frame, &text)).await,
    }
}
