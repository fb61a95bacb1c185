//! A form at the desk that carries a file: text first, the file last, which streams through recognition and sealing as an applicant's does.

use std::sync::{Arc, Mutex};

use axum::{
    body::Body,
    http::{HeaderMap, StatusCode, header},
};
use multer::Multipart;
use office::{Error, apply::ReceivedDocument};
use rules::form::{Field, Problem, takes};

use super::Fields;
use crate::{
    answer::Failure,
    guard::Visitor,
    handlers::apply::{Flow, Stop, Streamed, linger, read_text, skip, stream_document},
};

/// The most parts a form may have.
const MAX_PARTS: usize = 32;

/// What the form amounts to.
pub(super) struct Upload {
    /// Its text.
    pub(super) fields: Fields,
    /// The file, if it is one that is taken and the text was fine.
    pub(super) document: Option<ReceivedDocument>,
    /// What is wrong with the file.
    pub(super) problem: Option<Problem>,
}

impl Upload {
    /// Reads a form whose file is called `file`. `fits` says whether the text is fine as far as it came: if it is not, the file is not
    /// stored at all, and is asked for again.
    ///
    /// # Errors
    /// A body that is no such form, or has far too much text; [`Error::Unavailable`]. Nothing is left then.
    pub(super) async fn read(
        visitor: &Visitor,
        headers: &HeaderMap,
        body: Body,
        file: &'static str,
        fits: impl Fn(&Fields) -> bool,
    ) -> Result<Self, Failure> {
        let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let boundary =
            multer::parse_boundary(content_type).map_err(|_| Failure::Unreadable(StatusCode::UNSUPPORTED_MEDIA_TYPE))?;
        let (flow, body) = (Flow::default(), Arc::new(Mutex::new(body.into_data_stream())));
        let mut parts = Multipart::new(flow.clone().over(body.clone()), boundary);
        let mut upload = Self { fields: Fields::default(), document: None, problem: None };
        let Err(stop) = upload.read_parts(visitor, &mut parts, &flow, file, fits).await else {
            if upload.document.is_none() && upload.problem.is_none() {
                upload.problem = Some(Problem::FileMissing);
            }
            return Ok(upload);
        };
        if !matches!(stop, Stop::Broken) {
            linger(body);
        }
        if let Some(document) = upload.document.take()
            && let Err(error) = visitor.site.office.discard(document).await
        {
            tracing::warn!(%error, "a document that is not wanted could not be removed; the sweep will");
        }
        match stop {
            Stop::TooLarge => {
                upload.problem = Some(Problem::FileTooLarge { max: visitor.site.office.settings.max_document });
                Ok(upload)
            }
            Stop::Broken => Err(Failure::BadRequest),
            Stop::TextTooLong(_) => Err(Failure::Office(Error::TooLarge { max: crate::router::FORM_LIMIT as u64 })),
            Stop::Unavailable(error) => Err(Failure::Office(error)),
        }
    }

    async fn read_parts(
        &mut self,
        visitor: &Visitor,
        parts: &mut Multipart<'static>,
        flow: &Flow,
        file: &str,
        fits: impl Fn(&Fields) -> bool,
    ) -> Result<(), Stop> {
        let mut count = 0;
        while let Some(mut part) = parts.next_field().await? {
            flow.came_through();
            count += 1;
            if count > MAX_PARTS {
                return Err(Stop::Broken);
            }
            let name = part.name().unwrap_or_default().to_owned();
            if name != file {
                let (text, whole) = read_text(&mut part, flow).await?;
                if !whole {
                    return Err(Stop::TextTooLong(Field::Message));
                }
                self.fields.push(name, text);
            } else if self.document.is_some() || !fits(&self.fields) {
                self.problem = self.problem.or(Some(Problem::FileAgain));
                skip(visitor, &mut part, flow, 0).await?;
            } else {
                match stream_document(visitor, &mut part, flow, |kind| takes(Field::Cv, kind)).await? {
                    Streamed::Document(document) => self.document = Some(document),
                    Streamed::Problem(problem) => self.problem = Some(problem),
                }
            }
        }
        Ok(())
    }
}
