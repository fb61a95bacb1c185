//! `/notice` and `/notice.pdf`: the privacy notice as a page and as a file.

use std::sync::{Arc, Mutex, PoisonError};

use app::pages::notice::{self as page, Part, Said};
use axum::{
    extract::RawQuery,
    http::{HeaderMap, HeaderValue, header},
};
use office::{Error, posting::Notice};
use rules::messages::{Key, Lang};

use super::{
    desk::{Fields, document::SANDBOX},
    feeds::published,
};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
    pdf::{self, Block},
};

/// `/notice`
pub async fn page(visitor: Visitor) -> Answer {
    let notice = visitor.site.office.notice().await?;
    visitor.ok(move |frame| page::page(frame, &notice)).await
}

/// `/notice.pdf`, in the language that `lang` names, else in the reader's.
pub async fn file(visitor: Visitor, RawQuery(query): RawQuery, headers: HeaderMap) -> Answer {
    let wanted = Fields::parse(query.unwrap_or_default().as_bytes());
    let lang = Lang::from_code(wanted.get("lang")).unwrap_or(visitor.lang());
    let (notice, employer) = (visitor.site.office.notice().await?, visitor.employer().to_owned());
    // Setting the text takes its time.
    let files = Arc::clone(&visitor.site.notices);
    let made = tokio::task::spawn_blocking(move || files.of(lang, &notice, &employer)).await;
    let body = made.map_err(|error| error.to_string()).flatten().map_err(|error| {
        tracing::error!(error, "the notice could not be written as a file");
        Failure::Office(Error::Unavailable("the notice could not be written as a file".to_owned()))
    })?;
    let mut response = published(&headers, "application/pdf", body.to_vec());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"notice.pdf\""));
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang.code()));
    headers.insert(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    Ok(response)
}

/// The files of the notice as it stands. Whoever asks for the same again costs nothing.
#[derive(Default)]
pub(crate) struct Files(Mutex<Made>);

/// The files of one version of the notice.
#[derive(Default)]
struct Made {
    version: String,
    employer: String,
    files: Vec<(Lang, Arc<[u8]>)>,
}

impl Files {
    /// The file in a language, made once.
    fn of(&self, lang: Lang, notice: &Notice, employer: &str) -> Result<Arc<[u8]>, String> {
        let mut made = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if made.version != notice.version || made.employer != employer {
            *made = Made { version: notice.version.clone(), employer: employer.to_owned(), files: Vec::new() };
        }
        if let Some((_, file)) = made.files.iter().find(|(known, _)| *known == lang) {
            return Ok(Arc::clone(file));
        }
        let file: Arc<[u8]> = write(lang, notice, employer)?.into();
        made.files.push((lang, Arc::clone(&file)));
        Ok(file)
    }
}

fn write(lang: Lang, notice: &Notice, employer: &str) -> Result<Vec<u8>, String> {
    let blocks = |Part { heading, says, .. }: Part| {
        let said = |said| match said {
            Said::Text(text) => Block::Paragraph(text),
            Said::List(items) => Block::List(items),
        };
        std::iter::once(Block::Heading(heading.to_owned())).chain(says.into_iter().map(said))
    };
    let (title, lead) = page::head(lang, notice);
    let blocks: Vec<Block> = page::parts(lang, notice).into_iter().flat_map(blocks).collect();
    let foot = |number: usize, count: usize| {
        format!("{employer} · {}", lang.fill(Key::PageOf, &[&number.to_string(), &count.to_string()]))
    };
    pdf::write(lang.code(), title, &lead, &blocks, foot)
}
