//! The router: one table of method, path, action and handler, which production and tests share.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::Method,
    middleware::from_fn_with_state,
    response::IntoResponse as _,
    routing::{MethodRouter, get, post},
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
    security_headers,
    site::Site,
};

/// One route. Without an action it does not build.
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// What the route does.
    pub action: Action,
    handler: MethodRouter<Site>,
}

/// A form at the desk holds text only.
pub(crate) const FORM_LIMIT: usize = 512 * 1024;

/// Every route of the site.
#[must_use]
pub fn routes() -> Vec<Route> {
    use Action as A;
    let get_ = |path, action, handler| Route { method: Method::GET, path, action, handler };
    let post_ = |path, action, handler| Route { method: Method::POST, path, action, handler };
    vec![
        get_("/", A::ReadCareers, get(handlers::careers::home)),
        get_("/jobs/{slug}", A::ReadCareers, get(handlers::careers::posting)),
        get_("/jobs/{slug}/apply", A::Apply, get(handlers::apply::form)),
        post_("/jobs/{slug}/apply", A::Apply, post(handlers::apply::send).layer(DefaultBodyLimit::disable())),
        get_("/receipt", A::ReadStatus, get(handlers::status::receipt)),
        get_("/status", A::ReadStatus, get(handlers::status::form)),
        post_("/status", A::ReadStatus, post(handlers::status::look_up)),
        post_("/status/proof", A::ReadStatus, post(handlers::status::proof)),
        get_("/notice", A::ReadCareers, get(handlers::careers::notice)),
        post_("/language", A::ReadCareers, post(handlers::careers::language)),
        get_("/sign-in", A::SignIn, get(handlers::sign_in::form)),
        post_("/sign-in", A::SignIn, post(handlers::sign_in::sign_in)),
        post_("/sign-out", A::SignOut, post(handlers::sign_in::sign_out)),
        get_("/healthz", A::Operate, get(handlers::health::alive)),
        get_("/readyz", A::Operate, get(handlers::health::ready)),
        get_("/assets/{*file}", A::FetchAsset, get(assets::file)),
        get_("/office", A::EnterDesk, get(desk::start::page)),
        get_("/office/applications", A::ListApplications, get(desk::applications::list)),
        get_("/office/applications/{id}", A::ReadApplication, get(desk::application::read)),
        get_("/office/applications/{id}/documents/{document}", A::ReadSection, get(desk::application::document)),
        post_("/office/applications/{id}/notes", A::AddNote, post(desk::application::add_note)),
        post_("/office/applications/{id}/comments", A::AddComment, post(desk::application::add_comment)),
        post_("/office/applications/{id}/stage", A::MoveStage, post(desk::application::move_stage)),
        post_("/office/applications/{id}/outcome", A::Decide, post(desk::application::decide)),
        post_("/office/applications/{id}/rejection", A::Decide, post(desk::application::record_rejection)),
        post_("/office/applications/{id}/releases", A::Release, post(desk::application::release)),
        post_("/office/applications/{id}/releases/{release}/revoke", A::Release, post(desk::application::revoke)),
        post_("/office/applications/{id}/restriction", A::Restrict, post(desk::application::restrict)),
        post_("/office/applications/{id}/erasure", A::AnswerErasure, post(desk::application::erasure)),
        get_("/office/look-up", A::LookUp, get(desk::look_up::form)),
        post_("/office/look-up", A::LookUp, post(desk::look_up::find)),
        get_("/office/applications/{id}/hold", A::Hold, get(desk::holds::form)),
        post_("/office/applications/{id}/hold", A::Hold, post(desk::holds::open)),
        get_("/office/applications/{id}/handover", A::HandOver, get(desk::employees::manifest)),
        post_("/office/applications/{id}/handover", A::HandOver, post(desk::employees::hand_over)),
        get_("/office/postings", A::ListPostings, get(desk::postings::list)),
        post_("/office/postings", A::RunPosting, post(desk::postings::create)),
        get_("/office/postings/new", A::RunPosting, get(desk::postings::new)),
        get_("/office/postings/{id}", A::ListPostings, get(desk::postings::read)),
        post_("/office/postings/{id}", A::RunPosting, post(desk::postings::save)),
        get_("/office/postings/{id}/edit", A::RunPosting, get(desk::postings::edit)),
        post_("/office/postings/{id}/publish", A::RunPosting, post(desk::postings::publish)),
        post_("/office/postings/{id}/stop-intake", A::RunPosting, post(desk::postings::stop_intake)),
        post_("/office/postings/{id}/decide", A::Decide, post(desk::postings::decide)),
        get_("/office/postings/{id}/close", A::RunPosting, get(desk::postings::confirm_close)),
        post_("/office/postings/{id}/close", A::RunPosting, post(desk::postings::close)),
        post_("/office/postings/{id}/extension", A::RunPosting, post(desk::postings::extend)),
        get_("/office/postings/{id}/reopen", A::RunPosting, get(desk::postings::reopen_form)),
        post_("/office/postings/{id}/reopen", A::RunPosting, post(desk::postings::reopen)),
        get_("/office/claims/{id}", A::Hold, get(desk::holds::read)),
        post_("/office/claims/{id}", A::Hold, post(desk::holds::act)),
        get_("/office/retention", A::ReadPlan, get(desk::retention::plan)),
        get_("/office/retention/concept", A::ReadPlan, get(desk::concept::page)),
        get_("/office/retention/plan.csv", A::ReadPlan, get(desk::retention::csv)),
        get_("/office/clock", A::ConfirmClock, get(desk::clock::page)),
        post_("/office/clock", A::ConfirmClock, post(desk::clock::confirm)),
        get_("/office/audit", A::ReadJournal, get(desk::audit::journal)),
        get_("/office/audit.csv", A::ReadJournal, get(desk::audit::table)),
        get_("/office/audit/checkpoint", A::ReadJournal, get(desk::audit::checkpoint)),
        get_("/office/audit/key", A::ReadJournal, get(desk::audit::key)),
        post_("/office/audit/proof", A::ReadJournal, post(desk::audit::proof)),
        get_("/office/breaches", A::ReadJournal, get(desk::breaches::list)),
        post_("/office/breaches", A::ReadJournal, post(desk::breaches::enter)),
        get_("/office/breaches/{id}", A::ReadJournal, get(desk::breaches::read)),
        post_("/office/breaches/{id}", A::ReadJournal, post(desk::breaches::report)),
        get_("/office/breaches/{id}/people.csv", A::ReadJournal, get(desk::breaches::people)),
        get_("/office/employees", A::ReadEmployees, get(desk::employees::list)),
        get_("/office/employees/{id}", A::ReadEmployees, get(desk::employees::read)),
        get_("/office/employees/{id}/documents/{item}", A::ReadEmployees, get(desk::employees::document)),
        post_("/office/applications/{id}/pool", A::RunPool, post(desk::pool::enter)),
        get_("/office/pool", A::RunPool, get(desk::pool::list)),
        get_("/office/pool/{id}", A::RunPool, get(desk::pool::read)),
        get_("/office/pool/{id}/documents/{document}", A::RunPool, get(desk::pool::document)),
        post_("/office/pool/{id}/withdrawal", A::RunPool, post(desk::pool::withdraw)),
        get_("/office/evidence", A::ReadEvidence, get(desk::pool::evidence)),
        get_("/office/papers", A::EnterPaper, get(desk::papers::page)),
        post_("/office/papers", A::EnterPaper, post(desk::papers::enter).layer(DefaultBodyLimit::disable())),
        get_("/office/papers/{id}/document", A::ReadPapers, get(desk::papers::document)),
        get_("/office/requests", A::ReadRequests, get(desk::people::requests)),
        get_("/office/people", A::ManagePeople, get(desk::people::list)),
        get_("/office/settings", A::ManageSettings, get(desk::settings::form)),
        post_("/office/settings", A::ManageSettings, post(desk::settings::save)),
    ]
}

/// The router with every guard in place.
pub fn router(site: Site) -> Router {
    // Pages are rendered by tasks. Whoever built a router in this process before has said so already.
    drop(any_spawner::Executor::init_tokio());
    // Documents are compressed already, and keep their length.
    let pages_and_assets = DefaultPredicate::new()
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("application/vnd"));
    let guarded = |action, handler: MethodRouter<Site>| handler.layer(from_fn_with_state((site.clone(), action), guard::stand));
    let lost = || get(|| async { Failure::Office(office::Error::NotFound).into_response() });
    let table =
        routes().into_iter().fold(Router::new(), |router, route| router.route(route.path, guarded(route.action, route.handler)));
    table
        .fallback_service(guarded(Action::ReadCareers, lost()).with_state(site.clone()))
        .layer(DefaultBodyLimit::max(FORM_LIMIT))
        .layer(CompressionLayer::new().compress_when(pages_and_assets))
        .layer(from_fn_with_state(site.clone(), security_headers::add))
        .with_state(site)
}
