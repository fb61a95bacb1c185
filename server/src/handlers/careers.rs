//! The careers site.

use app::pages;
use axum::{
    extract::{Path, RawQuery},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Redirect, Response},
};
use office::{Error, careers::Openings};
use rules::{access::Actor, messages::Lang};

use super::desk::Fields;
use crate::{answer::Answer, cookies, guard::Visitor};

/// `/`, narrowed down by what stands behind the question mark.
pub async fn home(visitor: Visitor, RawQuery(query): RawQuery) -> Answer {
    let wanted = Fields::parse(query.unwrap_or_default().as_bytes());
    let postings = visitor.site.office.open_postings().await?;
    let openings = Openings::of(postings, wanted.get("department"), wanted.get("place"), wanted.get("kind"));
    let page = visitor.ok(move |frame| pages::home::page(frame, &openings)).await?;
    Ok(as_of_now(&visitor, page))
}

/// `/jobs/{slug}`
pub async fn posting(visitor: Visitor, Path(slug): Path<String>) -> Answer {
    match visitor.site.office.open_posting(&slug).await {
        Ok(posting) => {
            let due = posting.due(&visitor.site.office.settings.zone);
            let page = visitor.ok(move |frame| pages::posting::page(frame, &posting, due)).await?;
            Ok(as_of_now(&visitor, page))
        }
        Err(Error::Gone) => gone(&visitor, String::new()).await,
        Err(error) => Err(error.into()),
    }
}

/// A posting that no longer takes applications, with those that do, and what somebody wrote for it meanwhile. It stands at every address
/// below the posting's own.
pub(super) async fn gone(visitor: &Visitor, written: String) -> Answer {
    let slug = visitor.path().split('/').nth(2).unwrap_or_default();
    let gone = visitor.site.office.public_posting(slug).await?;
    let others = visitor.site.office.open_postings().await?;
    let page = move |frame: &_| pages::posting_gone::page(frame, &gone, others, &written);
    Ok(visitor.page(StatusCode::GONE, page).await)
}

/// A page that holds nothing about who reads it: a browser may keep it for the way back, and asks for it anew otherwise. Not so for
/// somebody from the desk, whom the page knows.
fn as_of_now(visitor: &Visitor, mut page: Response) -> Response {
    if matches!(visitor.actor, Actor::Anonymous) {
        page.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    }
    page
}

/// `POST /language`
pub async fn language(visitor: Visitor, fields: Fields) -> Answer {
    let lang = Lang::from_code(fields.get("lang")).unwrap_or(visitor.lang());
    let cookie = cookies::set_language(&visitor.site, lang.code());
    Ok(([(header::SET_COOKIE, cookie)], Redirect::to(local(fields.get("back")))).into_response())
}

/// A path on this site; anything else leads home. `//host` and `/\host` would lead elsewhere.
pub(super) fn local(path: &str) -> &str {
    let inside = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|c: char| c == '\\' || c.is_control() || !c.is_ascii());
    if inside { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn a_way_back_never_leads_to_another_site() {
        assert_eq!(local("/office/applications"), "/office/applications");
        for outside in [
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: x",
            "/office\u{1}",
            "/x\u{7f}",
            "/ü",
        ] {
            assert_eq!(local(outside), "/", "{outside:?}");
        }
    }
}
