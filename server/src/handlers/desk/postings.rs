//! Postings at the desk: writing, publishing, stopping intake, deciding in bulk, closing.

use app::{
    frame::Draft,
    pages::desk::{
        posting as posting_page, posting_close, posting_edit, posting_releases as releases_page, postings as postings_page,
        reopen as reopen_page,
    },
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse as _, Redirect},
};
use office::{
    Error, Refusal, Result,
    list::{Filter, Line, Listing, Page},
    posting::PostingDraft,
    reopen::Reopening,
};
use rules::{
    application::Outcome,
    form::Problem,
    id::{AccountId, ApplicationId, PostingId, StandingId},
    posting::ReopenReason,
    retention::{due_after, local_date},
};

use super::{
    Fields,
    application::{audiences, date, departments, new_release},
    kept,
};
use crate::{
    answer::{Answer, Failure},
    guard::Visitor,
};

/// `GET /office/postings`
pub async fn list(visitor: Visitor) -> Answer {
    let postings = visitor.site.office.list_postings(&visitor.actor).await?;
    visitor.ok(move |frame| postings_page::page(frame, &postings)).await
}

/// `GET /office/postings/new`
pub async fn new(visitor: Visitor) -> Answer {
    edit_page(&visitor, None, StatusCode::OK, Draft::default()).await
}

/// `POST /office/postings`
pub async fn create(visitor: Visitor, fields: Fields) -> Answer {
    if let Some(draft) = questions_changed(&fields) {
        return edit_page(&visitor, None, StatusCode::OK, draft).await;
    }
    if fields.get("act") == posting_edit::PREVIEW {
        return edit_page(&visitor, None, StatusCode::OK, fields.again(posting_edit::FORM)).await;
    }
    match visitor.site.office.draft_posting(&visitor.actor, draft(&fields)).await {
        Ok(id) => Ok(to(&id)),
        Err(error) => {
            let (status, draft) = fields.back("posting", error)?;
            edit_page(&visitor, None, status, draft).await
        }
    }
}

/// `GET /office/postings/{id}/edit`
pub async fn edit(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let id = posting(&id)?;
    let current = PostingDraft::of(&visitor.site.office.read_posting(&visitor.actor, &id).await?.posting);
    let values = [
        ("department", current.department),
        ("language", current.language),
        ("title", current.title),
        ("summary", current.summary),
        ("body", current.body),
        ("place", current.place),
        ("country", current.country),
        ("employment", current.employment),
        ("pay", current.pay),
        ("pay_min", current.pay_min),
        ("pay_max", current.pay_max),
        ("pay_period", current.pay_period),
        ("contact", current.contact),
        ("next_steps", current.next_steps),
        ("answer_days", current.answer_days),
        ("seats", current.seats),
        ("intake_ends_on", current.intake_ends_on),
        ("planned_close_on", current.planned_close_on),
    ];
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value));
    let values = values.chain(posting_edit::values(&current.questions)).collect();
    edit_page(&visitor, Some(id), StatusCode::OK, Draft { form: "posting", values, ..Draft::default() }).await
}

/// `POST /office/postings/{id}`
pub async fn save(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = posting(&id)?;
    let changed = questions_changed(&fields);
    if changed.is_some() || fields.get("act") == posting_edit::PREVIEW {
        let draft = changed.unwrap_or_else(|| fields.again(posting_edit::FORM));
        visitor.site.office.read_posting(&visitor.actor, &id).await.map_err(|error| kept(&draft, error))?;
        return edit_page(&visitor, Some(id), StatusCode::OK, draft).await;
    }
    match visitor.site.office.edit_posting(&visitor.actor, &id, draft(&fields)).await {
        Ok(()) => Ok(to(&id)),
        Err(error) => {
            let (status, draft) = fields.back("posting", error)?;
            edit_page(&visitor, Some(id), status, draft).await
        }
    }
}

/// `GET /office/postings/{id}`
pub async fn read(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show(&visitor, &posting(&id)?, StatusCode::OK, Draft::default()).await
}

/// `POST /office/postings/{id}/publish`
pub async fn publish(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let id = posting(&id)?;
    let done = visitor.site.office.publish_posting(&visitor.actor, &id).await;
    back(&visitor, &id, "publish", Fields::default(), done).await
}

/// `POST /office/postings/{id}/stop-intake`
pub async fn stop_intake(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let id = posting(&id)?;
    let done = visitor.site.office.stop_intake(&visitor.actor, &id).await;
    back(&visitor, &id, "stop-intake", Fields::default(), done).await
}

/// `POST /office/postings/{id}/decide`: one outcome for everybody who is named.
pub async fn decide(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = posting(&id)?;
    let done = decide_each(&visitor, &id, &fields).await;
    back(&visitor, &id, "decide", fields, done).await
}

async fn decide_each(visitor: &Visitor, posting: &PostingId, fields: &Fields) -> Result<()> {
    let outcome = Outcome::from_code(fields.get("outcome")).ok_or(Error::field("outcome", Problem::NotAChoice))?;
    let ids: Vec<ApplicationId> = fields.all("ids").filter_map(ApplicationId::parse).collect();
    if ids.is_empty() {
        return Err(Error::field("ids", Problem::Missing));
    }
    // Only who is undecided and belongs to this posting: a page that stood open for long decides nobody twice.
    let undecided = visitor.site.office.undecided(&visitor.actor, posting).await?;
    if ids.iter().any(|application| !undecided.contains(application)) {
        return Err(Error::Conflict);
    }
    visitor.site.office.decide_each(&visitor.actor, &ids, outcome, fields.get("reason")).await
}

/// `GET /office/postings/{id}/close`
pub async fn confirm_close(visitor: Visitor, Path(id): Path<String>) -> Answer {
    confirm(&visitor, &posting(&id)?, StatusCode::OK).await
}

/// `POST /office/postings/{id}/close`
pub async fn close(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let id = posting(&id)?;
    match visitor.site.office.close_posting(&visitor.actor, &id).await {
        Err(Error::Refused(Refusal::Undecided(_))) => confirm(&visitor, &id, StatusCode::CONFLICT).await,
        done => back(&visitor, &id, "close", Fields::default(), done).await,
    }
}

/// `POST /office/postings/{id}/extension`: a later close is proposed, agreed to, or dropped.
pub async fn extend(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = posting(&id)?;
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let done = match fields.get("act") {
        "agree" => office.agree_to_extension(actor, &id, fields.get("seen")).await,
        "drop" => office.drop_extension(actor, &id, fields.get("seen")).await,
        _ => match date(&fields, "extend_to") {
            Ok(Some(day)) => office.propose_extension(actor, &id, day).await,
            Ok(None) => Err(Error::field("extend_to", Problem::Missing)),
            Err(error) => Err(error),
        },
    };
    back(&visitor, &id, "extension", fields, done).await
}

/// `POST /office/postings/{id}/access`: a blind review begins or is lifted, or new applications are kept from people.
pub async fn access(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = posting(&id)?;
    let (office, actor) = (&visitor.site.office, &visitor.actor);
    let done = match fields.get("act") {
        "blind" => office.review_blind(actor, &id).await,
        "lift" => office.lift_blind(actor, &id).await,
        "exclude" => {
            let accounts = |name| fields.all(name).filter_map(AccountId::parse).collect::<Vec<_>>();
            office.exclude_from_posting(actor, &id, &accounts("saw"), &accounts("account")).await
        }
        _ => Err(Error::field("act", Problem::Missing)),
    };
    back(&visitor, &id, "access", fields, done).await
}

/// `GET /office/postings/{id}/releases`
pub async fn releases_form(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show_releases(&visitor, &posting(&id)?, StatusCode::OK, Draft::default()).await
}

/// `POST /office/postings/{id}/releases`: the same sections of everybody who is named.
pub async fn releases(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = posting(&id)?;
    match release_each(&visitor, &id, &fields).await {
        Ok(()) => Ok(to(&id)),
        Err(error) => {
            let (status, draft) = fields.back("release-many", error)?;
            show_releases(&visitor, &id, status, draft).await
        }
    }
}

async fn release_each(visitor: &Visitor, posting: &PostingId, fields: &Fields) -> Result<()> {
    let office = &visitor.site.office;
    // Ending one is an act of its own.
    if let Some(id) = StandingId::parse(fields.get("standing")) {
        return office.end_standing(&visitor.actor, posting, &id).await;
    }
    let release = new_release(visitor, fields)?;
    let ids: Vec<ApplicationId> = fields.all("ids").filter_map(ApplicationId::parse).collect();
    // A page that stood open for long releases nobody who is decided by now, and nobody of another posting.
    let undecided = office.undecided(&visitor.actor, posting).await?;
    if ids.iter().any(|application| !undecided.contains(application)) {
        return Err(Error::Conflict);
    }
    match fields.get("arrivals") {
        "" => office.release_each(&visitor.actor, &ids, &release).await,
        _ => office.release_standing(&visitor.actor, posting, &ids, &release).await.map(drop),
    }
}

async fn show_releases(visitor: &Visitor, id: &PostingId, status: StatusCode, draft: Draft) -> Answer {
    let office = &visitor.site.office;
    let posting = office.read_posting(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?.posting;
    let (undecided, more) = match posting.closed_at {
        Some(_) => (Vec::new(), false),
        None => many_undecided(visitor, id).await.map_err(|error| kept(&draft, error))?,
    };
    let audiences = audiences(visitor).await.map_err(|error| kept(&draft, error))?;
    let standing = office.standing_releases(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    let page = move |frame: &_| {
        let many = releases_page::Many { undecided: &undecided, more, standing: &standing };
        releases_page::page(frame, &posting, &many, &audiences, &draft)
    };
    Ok(visitor.page(status, page).await)
}

/// So many can be released by one form.
const MOST_AT_ONCE: usize = 500;

/// The undecided of a posting, the newest first, and whether there are more than can be released at once.
async fn many_undecided(visitor: &Visitor, id: &PostingId) -> Result<(Vec<Line>, bool)> {
    let mut filter = Filter { posting: Some(id.clone()), outcome: Some(None), ..Filter::default() };
    let mut undecided = Vec::new();
    loop {
        let Listing { lines, older, .. } = visitor.site.office.list_applications(&visitor.actor, &filter).await?;
        undecided.extend(lines);
        match older {
            Some(key) if undecided.len() < MOST_AT_ONCE => filter.page = Page::Older(key),
            more => return Ok((undecided, more.is_some())),
        }
    }
}

/// `GET /office/postings/{id}/reopen`
pub async fn reopen_form(visitor: Visitor, Path(id): Path<String>) -> Answer {
    show_reopen(&visitor, &posting(&id)?, StatusCode::OK, Draft::default()).await
}

/// `POST /office/postings/{id}/reopen`
pub async fn reopen(visitor: Visitor, Path(id): Path<String>, fields: Fields) -> Answer {
    let id = posting(&id)?;
    let done = match reopening(&fields) {
        Ok(reopening) => visitor.site.office.reopen_posting(&visitor.actor, &id, &reopening).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(to(&id)),
        Err(error) => {
            let (status, draft) = fields.back("reopen", error)?;
            show_reopen(&visitor, &id, status, draft).await
        }
    }
}

fn reopening(fields: &Fields) -> Result<Reopening> {
    let reason = ReopenReason::from_code(fields.get("reason")).ok_or(Error::field("reason", Problem::NotAChoice))?;
    let planned_close_on = date(fields, "planned_close_on")?.ok_or(Error::field("planned_close_on", Problem::Missing))?;
    Ok(Reopening { reason, planned_close_on, applications: fields.all("ids").filter_map(ApplicationId::parse).collect() })
}

async fn show_reopen(visitor: &Visitor, id: &PostingId, status: StatusCode, draft: Draft) -> Answer {
    let office = &visitor.site.office;
    let posting = office.read_posting(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?.posting;
    let candidates = office.candidates(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame| reopen_page::page(frame, &posting, &candidates, &draft)).await)
}

async fn confirm(visitor: &Visitor, id: &PostingId, status: StatusCode) -> Answer {
    let office = &visitor.site.office;
    let at_desk = office.read_posting(&visitor.actor, id).await?;
    let due = due_after(local_date(office.now(), &office.settings.zone), at_desk.posting.policy.months, &office.settings.zone);
    Ok(visitor.page(status, move |frame| posting_close::page(frame, &at_desk, due)).await)
}

/// Back to the posting: afresh when all went well, else with the form as it was sent.
async fn back(visitor: &Visitor, id: &PostingId, form: &'static str, fields: Fields, done: Result<()>) -> Answer {
    match done {
        Ok(()) => Ok(to(id)),
        Err(error) => {
            let (status, draft) = fields.back(form, error)?;
            show(visitor, id, status, draft).await
        }
    }
}

async fn show(visitor: &Visitor, id: &PostingId, status: StatusCode, draft: Draft) -> Answer {
    let office = &visitor.site.office;
    let at_desk = office.read_posting(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    let filter = Filter { posting: Some(id.clone()), outcome: Some(None), ..Filter::default() };
    let undecided = office.list_applications(&visitor.actor, &filter).await.map_err(|error| kept(&draft, error))?.lines;
    let extension = office.proposed_extension(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?;
    let access = posting_page::Access {
        colleagues: office.colleagues(&visitor.actor).await.map_err(|error| kept(&draft, error))?,
        excluded: office.posting_exclusions(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?,
        standing: office.standing_releases(&visitor.actor, id).await.map_err(|error| kept(&draft, error))?,
    };
    let page = move |frame: &_| posting_page::page(frame, &at_desk, &undecided, extension.as_ref(), &access, &draft);
    Ok(visitor.page(status, page).await)
}

async fn edit_page(visitor: &Visitor, id: Option<PostingId>, status: StatusCode, draft: Draft) -> Answer {
    let departments = departments(visitor).await.map_err(|error| kept(&draft, error))?;
    Ok(visitor.page(status, move |frame| posting_edit::page(frame, id.as_ref(), &draft, &departments)).await)
}

/// The form again with one question more or less, or in another order, if that is the button that was pressed.
fn questions_changed(fields: &Fields) -> Option<Draft> {
    let questions = posting_edit::drafts(|name| fields.get(name).to_owned());
    let questions = posting_edit::act(fields.get("act"), questions)?;
    let mut draft = fields.clone().again(posting_edit::FORM);
    draft.values.retain(|(name, _)| !name.starts_with("question-"));
    draft.values.extend(posting_edit::values(&questions));
    Some(draft)
}

fn draft(fields: &Fields) -> PostingDraft {
    let text = |name: &str| fields.get(name).to_owned();
    PostingDraft {
        department: text("department"),
        language: text("language"),
        title: text("title"),
        summary: text("summary"),
        body: text("body"),
        place: text("place"),
        country: text("country"),
        employment: text("employment"),
        pay: text("pay"),
        pay_min: text("pay_min"),
        pay_max: text("pay_max"),
        pay_period: text("pay_period"),
        contact: text("contact"),
        next_steps: text("next_steps"),
        answer_days: text("answer_days"),
        questions: posting_edit::drafts(text),
        seats: text("seats"),
        intake_ends_on: text("intake_ends_on"),
        planned_close_on: text("planned_close_on"),
    }
}

fn to(id: &PostingId) -> axum::response::Response {
    Redirect::to(&format!("/office/postings/{id}")).into_response()
}

fn posting(id: &str) -> std::result::Result<PostingId, Failure> {
    PostingId::parse(id).ok_or(Failure::Office(Error::NotFound))
}
