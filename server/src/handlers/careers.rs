//! The careers site.

use app::pages;
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse as _, Redirect},
};
use office::Error;
use rules::messages::Lang;

use super::desk::Fields;
use crate::{answer::Answer, cookies, guard::Visitor};

/// `/`
pub async fn home(visitor: Visitor) -> Answer {
    let postings = visitor.site.office.open_postings().await?;
    visitor.ok(move |frame| pages::home::page(frame, &postings)).await
}

/// `/jobs/{slug}`
pub async fn posting(visitor: Visitor, Path(slug): Path<String>) -> Answer {
    match visitor.site.office.open_posting(&slug).await {
        Ok(posting) => {
            let due = posting.due(&visitor.site.office.settings.zone);
            visitor.ok(move |frame| pages::posting::page(frame, &posting, due)).await
        }
        Err(Error::Gone) => gone(&visitor, String::new()).await,
        Err(error) => Err(error.into()),
    }
}

/// A posting that no longer takes applications, with those that do, and what somebody wrote for it meanwhile.
pub(super) async fn gone(visitor: &Visitor, written: String) -> Answer {
    let others = visitor.site.office.open_postings().await?;
    Ok(visitor.page(StatusCode::GONE, move |frame| pages::posting_gone::page(frame, &others, &written)).await)
}

/// `/notice`
pub async fn notice(visitor: Visitor) -> Answer {
    let notice = visitor.site.office.notice().await?;
    visitor.ok(move |frame| pages::notice::page(frame, &notice)).await
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
