//! The router: one table of method, path, action and handler, which production and tests share.

use std::collections::HashSet;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::Method,
    middleware::from_fn_with_state,
    response::IntoResponse as _,
    routing::{MethodRouter, get},
};
use rules::access::Action;
use tower_http::compression::{
    CompressionLayer,
    predicate::{DefaultPredicate, NotForContentType, Predicate as _},
};

use crate::{
    answer::Failure,
    assets, guard,
    handlers::{self, desk},
    route::{get_, post_},
    security_headers,
    site::Site,
};

pub use crate::route::Route;

/// A form at the desk holds text only.
pub(crate) const FORM_LIMIT: usize = 512 * 1024;

/// Every route of the site.
#[must_use]
pub fn routes() -> Vec<Route> {
    use Action as A;
    vec![
        get_("/", A::ReadCareers, handlers::careers::home),
        get_("/jobs/{slug}", A::ReadCareers, handlers::careers::posting),
        get_("/jobs.json", A::ReadCareers, handlers::feeds::jobs),
        get_("/feed.atom", A::ReadCareers, handlers::feeds::atom),
        get_("/sitemap.xml", A::ReadCareers, handlers::feeds::sitemap),
        get_("/robots.txt", A::ReadCareers, handlers::feeds::robots),
        get_("/jobs/{slug}/apply", A::Apply, handlers::apply::form),
        post_("/jobs/{slug}/apply", A::Apply, handlers::apply::send).with_any_length(),
        get_("/receipt", A::ReadStatus, handlers::status::receipt),
        get_("/status", A::ReadStatus, handlers::status::form),
        post_("/status", A::ReadStatus, handlers::status::look_up),
        post_("/status/code", A::ReadStatus, handlers::applicant::ask),
        get_("/status/code", A::ReadStatus, handlers::applicant::code),
        post_("/status/code/show", A::ReadStatus, handlers::applicant::show),
        post_("/status/address", A::ReadStatus, handlers::applicant::change_by_receipt),
        post_("/status/leave", A::ReadStatus, handlers::applicant::leave),
        get_("/status/applications", A::ReadStatus, handlers::applicant::applications),
        get_("/status/applications/{id}", A::ReadStatus, handlers::applicant::read),
        get_("/status/applications/{id}/documents/{document}", A::ReadStatus, handlers::applicant::document),
        get_("/status/applications/{id}/copy.zip", A::ReadStatus, handlers::applicant::everything),
        get_("/status/applications/{id}/supplied.zip", A::ReadStatus, handlers::applicant::supplied),
        post_("/status/applications/{id}/correction", A::ReadStatus, handlers::applicant::correct),
        post_("/status/applications/{id}/address", A::ReadStatus, handlers::applicant::change),
        post_("/status/applications/{id}/withdrawal", A::ReadStatus, handlers::applicant::withdraw),
        post_("/status/applications/{id}/information", A::ReadStatus, handlers::applicant::ask_for_remarks),
        post_("/status/applications/{id}/restriction", A::ReadStatus, handlers::applicant::restrict),
        post_("/status/applications/{id}/objection", A::ReadStatus, handlers::applicant::object),
        post_("/status/applications/{id}/erasure", A::ReadStatus, handlers::applicant::erase),
        post_("/status/proof", A::ReadStatus, handlers::status::proof),
        get_("/notice", A::ReadCareers, handlers::notice::page),
        get_("/notice.pdf", A::ReadCareers, handlers::notice::file),
        get_("/imprint", A::ReadCareers, handlers::brand::imprint),
        get_("/outbox", A::ReadCareers, handlers::outbox::page),
        get_("/brand/{file}", A::FetchAsset, handlers::brand::file),
        post_("/language", A::ReadCareers, handlers::careers::language),
        get_("/sign-in", A::SignIn, handlers::sign_in::form),
        post_("/sign-in", A::SignIn, handlers::sign_in::sign_in),
        post_("/sign-out", A::SignOut, handlers::sign_in::sign_out),
        get_("/healthz", A::Operate, handlers::health::alive),
        get_("/readyz", A::Operate, handlers::health::ready),
        get_("/assets/{*file}", A::FetchAsset, assets::file),
        get_("/office", A::EnterDesk, desk::start::page),
        get_("/office/applications", A::ListApplications, desk::applications::list),
        get_("/office/applications/{id}", A::ReadApplication, desk::application::read),
        get_("/office/applications/{id}/documents/{document}", A::ReadSection, desk::application::document),
        post_("/office/applications/{id}/notes", A::AddNote, desk::application::add_note),
        post_("/office/applications/{id}/comments", A::AddComment, desk::application::add_comment),
        post_("/office/applications/{id}/stage", A::MoveStage, desk::application::move_stage),
        post_("/office/applications/{id}/outcome", A::Decide, desk::application::decide),
        post_("/office/applications/{id}/rejection", A::Decide, desk::application::record_rejection),
        post_("/office/applications/{id}/releases", A::Release, desk::application::release),
        post_("/office/applications/{id}/releases/{release}/revoke", A::Release, desk::application::revoke),
        post_("/office/applications/{id}/exclusions", A::Exclude, desk::application::exclude),
        post_("/office/applications/{id}/recusal", A::Recuse, desk::application::recuse),
        post_("/office/applications/{id}/redacted", A::Redact, desk::application::redact).with_any_length(),
        post_("/office/applications/{id}/restriction", A::Restrict, desk::application::restrict),
        post_("/office/applications/{id}/erasure", A::AnswerErasure, desk::application::erasure),
        get_("/office/look-up", A::LookUp, desk::look_up::form),
        post_("/office/look-up", A::LookUp, desk::look_up::find),
        get_("/office/applications/{id}/hold", A::Hold, desk::holds::form),
        post_("/office/applications/{id}/hold", A::Hold, desk::holds::open),
        get_("/office/applications/{id}/handover", A::HandOver, desk::employees::manifest),
        post_("/office/applications/{id}/handover", A::HandOver, desk::employees::hand_over),
        get_("/office/postings", A::ListPostings, desk::postings::list),
        post_("/office/postings", A::RunPosting, desk::postings::create),
        get_("/office/postings/new", A::RunPosting, desk::postings::new),
        get_("/office/postings/{id}", A::ListPostings, desk::postings::read),
        post_("/office/postings/{id}", A::RunPosting, desk::postings::save),
        get_("/office/postings/{id}/edit", A::RunPosting, desk::postings::edit),
        post_("/office/postings/{id}/publish", A::RunPosting, desk::postings::publish),
        post_("/office/postings/{id}/stop-intake", A::RunPosting, desk::postings::stop_intake),
        post_("/office/postings/{id}/decide", A::Decide, desk::postings::decide),
        get_("/office/postings/{id}/close", A::RunPosting, desk::postings::confirm_close),
        post_("/office/postings/{id}/close", A::RunPosting, desk::postings::close),
        post_("/office/postings/{id}/access", A::RunPosting, desk::postings::access),
        get_("/office/postings/{id}/releases", A::Release, desk::postings::releases_form),
        post_("/office/postings/{id}/releases", A::Release, desk::postings::releases),
        post_("/office/postings/{id}/extension", A::RunPosting, desk::postings::extend),
        get_("/office/postings/{id}/reopen", A::RunPosting, desk::postings::reopen_form),
        post_("/office/postings/{id}/reopen", A::RunPosting, desk::postings::reopen),
        get_("/office/claims/{id}", A::Hold, desk::holds::read),
        post_("/office/claims/{id}", A::Hold, desk::holds::act),
        get_("/office/retention", A::ReadPlan, desk::retention::plan),
        get_("/office/retention/concept", A::ReadPlan, desk::concept::page),
        get_("/office/retention/plan.csv", A::ReadPlan, desk::retention::csv),
        get_("/office/clock", A::ConfirmClock, desk::clock::page),
        post_("/office/clock", A::ConfirmClock, desk::clock::confirm),
        get_("/office/audit", A::ReadJournal, desk::audit::journal),
        get_("/office/audit.csv", A::ReadJournal, desk::audit::table),
        get_("/office/breaches", A::ReadJournal, desk::breaches::list),
        post_("/office/breaches", A::ReadJournal, desk::breaches::enter),
        get_("/office/breaches/{id}", A::ReadJournal, desk::breaches::read),
        post_("/office/breaches/{id}", A::ReadJournal, desk::breaches::report),
        get_("/office/breaches/{id}/people.csv", A::ReadJournal, desk::breaches::people),
        get_("/office/audit/checkpoint", A::ReadJournal, desk::audit::checkpoint),
        get_("/office/audit/key", A::ReadJournal, desk::audit::key),
        post_("/office/audit/proof", A::ReadJournal, desk::audit::proof),
        get_("/office/employees", A::ReadEmployees, desk::employees::list),
        get_("/office/employees/{id}", A::ReadEmployees, desk::employees::read),
        get_("/office/employees/{id}/documents/{item}", A::ReadEmployees, desk::employees::document),
        post_("/office/applications/{id}/pool", A::RunPool, desk::pool::enter),
        get_("/office/pool", A::RunPool, desk::pool::list),
        get_("/office/pool/{id}", A::RunPool, desk::pool::read),
        get_("/office/pool/{id}/documents/{document}", A::RunPool, desk::pool::document),
        post_("/office/pool/{id}/withdrawal", A::RunPool, desk::pool::withdraw),
        get_("/office/evidence", A::ReadEvidence, desk::pool::evidence),
        get_("/office/papers", A::EnterPaper, desk::papers::page),
        post_("/office/papers", A::EnterPaper, desk::papers::enter).with_any_length(),
        get_("/office/papers/{id}/document", A::ReadPapers, desk::papers::document),
        get_("/office/requests", A::ReadRequests, desk::requests::list),
        post_("/office/requests", A::AnswerRequest, desk::requests::enter),
        get_("/office/requests/{id}", A::AnswerRequest, desk::requests::read),
        post_("/office/requests/{id}", A::AnswerRequest, desk::requests::act),
        post_("/office/people/deputies", A::ManagePeople, desk::people::deputies),
        get_("/office/people", A::ManagePeople, desk::people::list),
        get_("/office/settings", A::ManageSettings, desk::settings::form),
        post_("/office/settings", A::ManageSettings, desk::settings::save),
        get_("/office/settings/brand", A::ManageSettings, desk::brand::form),
        post_("/office/settings/brand", A::ManageSettings, desk::brand::save),
        post_("/office/settings/brand/logo", A::ManageSettings, desk::brand::put_logo).with_any_length(),
        post_("/office/settings/brand/logo/{hash}/remove", A::ManageSettings, desk::brand::remove_logo),
        get_("/office/gallery", A::EnterDesk, desk::gallery::page),
        post_("/office/gallery", A::EnterDesk, desk::gallery::act),
    ]
}

/// How many parts of an address where nothing can be looked at are those of the nearest page above it.
fn page_of(path: &str, pages: &HashSet<&str>) -> Option<usize> {
    if pages.contains(path) {
        return None;
    }
    let parts: Vec<&str> = path.split('/').collect();
    Some((2..parts.len()).rev().find(|&parts_of_page| pages.contains(&*parts[..parts_of_page].join("/"))).unwrap_or(1))
}

/// The router with every guard in place.
pub fn router(site: Site) -> Router {
    // Pages are rendered by tasks. Whoever built a router in this process before has said so already.
    drop(any_spawner::Executor::init_tokio());
    // Documents and archives are compressed already, and keep their length.
    let pages_and_assets = DefaultPredicate::new()
        .and(NotForContentType::const_new("application/zip"))
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/vnd"));
    let guarded = |action, page, handler: MethodRouter<Site>| {
        let door = guard::Door { site: site.clone(), action, page };
        handler.layer(from_fn_with_state(door, guard::stand))
    };
    let pages: HashSet<&str> = routes().iter().filter(|route| route.method == Method::GET).map(|route| route.path).collect();
    let lost = || get(|| async { Failure::Office(office::Error::NotFound).into_response() });
    let table = routes().into_iter().fold(Router::new(), |router, route| {
        router.route(route.path, guarded(route.action, page_of(route.path, &pages), route.into_handler()))
    });
    table
        .fallback_service(guarded(Action::ReadCareers, None, lost()).with_state(site.clone()))
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(CompressionLayer::new().compress_when(pages_and_assets))
        .layer(from_fn_with_state(site.clone(), security_headers::add))
        .with_state(site)
}
