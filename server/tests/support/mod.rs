//! The application under test: the real router over a real store of its own, on a clock that stands still until told.

mod closure;
mod markers;
mod place;
#[path = "../../../office/tests/support/postgres.rs"]
mod postgres;
mod search;
mod served;

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use http_body_util::BodyExt as _;
use jiff::Timestamp;
use office::{Clock, Office, Settings, posting::PostingDraft};
use rules::{
    access::{Actor, Membership, Role, Staff},
    id::{AccountId, DepartmentId, EmployerId, PostingId},
};
use server::{environment, gate::Gate, router::router, site::Site};
use tempfile::TempDir;
use tower::ServiceExt as _;

pub(crate) use self::{
    closure::Everything,
    markers::Markers,
    place::{Place, ablauf, both_engines, on_postgres, on_sqlite},
    search::{Search, assert_unseen, files},
    served::Served,
};

/// The instant at which every test begins: a Tuesday morning in Berlin.
pub(crate) const START: &str = "2026-09-01T08:00:00Z";
pub(crate) const PASSWORD: &str = "correct horse battery";

pub(crate) struct TestApp {
    pub(crate) office: Office,
    pub(crate) employer: EmployerId,
    pub(crate) department: DepartmentId,
    pub(crate) directory: TempDir,
    pub(crate) database: Option<postgres::Database>,
    router: Router,
    now: Arc<AtomicI64>,
}

/// An answer, read whole.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Reply {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The first cookie that is set, as `name=value`.
    pub(crate) fn cookie(&self) -> String {
        let set = self.headers.get(header::SET_COOKIE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        set.split(';').next().unwrap_or_default().to_owned()
    }
}

impl TestApp {
    /// A house on SQLite.
    pub(crate) async fn start() -> Self {
        Self::open(Place::sqlite()).await
    }

    /// A house with one employer and two departments.
    pub(crate) async fn open(place: Place) -> Self {
        let settings = place.settings();
        Self::open_with(place, settings).await
    }

    /// The same with settings of its own.
    pub(crate) async fn open_with(place: Place, settings: Settings) -> Self {
        Self::open_gated(place, settings, Gate::default()).await
    }

    /// The same with a gate of its own.
    pub(crate) async fn open_gated(place: Place, settings: Settings, gate: Gate) -> Self {
        let now = Arc::new(AtomicI64::new(START.parse::<Timestamp>().expect("an instant").as_millisecond()));
        let clock = {
            let now = now.clone();
            Clock::new(move || Timestamp::from_millisecond(now.load(Ordering::SeqCst)).expect("an instant"))
        };
        std::fs::create_dir_all(&settings.data).expect("the data directory");
        let office = Office::open(settings, clock, environment::rng()).await.expect("an empty store opens");
        let employer = office.add_employer("Werk & Wandel GmbH").await.expect("an employer");
        let department = office.add_department(&employer, "Engineering").await.expect("a department");
        office.add_department(&employer, "Operations").await.expect("a department");
        for setting in ["controller", "officer", "authority", "recipients", "third_countries", "region"] {
            office.set_desk_setting(&format!("notice.{setting}"), "stated").await.expect("a setting");
        }
        let site = Site::new(office.clone(), false, gate);
        let Place { directory, database, .. } = place;
        Self { office, employer, department, directory, database, router: router(site), now }
    }

    /// Sets the clock.
    pub(crate) fn set_now(&self, instant: &str) {
        self.now.store(instant.parse::<Timestamp>().expect("an instant").as_millisecond(), Ordering::SeqCst);
    }

    /// Another employer, younger than the one that there is.
    pub(crate) async fn second_employer(&self) -> EmployerId {
        let id = self.office.add_employer("Other Ltd").await.expect("an employer");
        let mut tx = self.office.records.write().await.expect("a write");
        let younger = sqlx::query("UPDATE employer SET created_at = created_at + 1 WHERE id = $1").bind(id.as_str());
        younger.execute(&mut *tx).await.expect("it is younger");
        tx.commit().await.expect("a commit");
        id
    }

    /// Adds an account and answers who it is at the desk.
    pub(crate) async fn account(&self, email: &str, role: Role, department: Option<&DepartmentId>) -> Actor {
        let account =
            self.office.add_account(email, "Somebody", PASSWORD, &self.employer, role, department).await.expect("an account");
        self.actor(account, role, department)
    }

    pub(crate) fn actor(&self, account: AccountId, role: Role, department: Option<&DepartmentId>) -> Actor {
        let membership = Membership { employer: self.employer.clone(), role, department: department.cloned() };
        Actor::Staff(Staff { account, memberships: vec![membership], ended: Vec::new() })
    }

    /// Signs in over HTTP and answers the cookie.
    pub(crate) async fn sign_in(&self, email: &str) -> String {
        let reply = self.post("/sign-in", "", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{email} signs in");
        reply.cookie()
    }

    /// A posting that only HR sees.
    pub(crate) async fn draft(&self, hr: &Actor) -> PostingId {
        self.office.draft_posting(hr, draft(&self.department, "2026-10-31")).await.expect("a draft")
    }

    /// An open posting with intake until the end of October.
    pub(crate) async fn open_posting(&self, hr: &Actor) -> PostingId {
        let id = self.draft(hr).await;
        self.office.publish_posting(hr, &id).await.expect("published");
        id
    }

    /// The address of a posting's form.
    pub(crate) async fn form_of(&self, hr: &Actor, posting: &PostingId) -> String {
        let slug = self.office.read_posting(hr, posting).await.expect("the posting").posting.slug;
        format!("/jobs/{slug}/apply")
    }

    /// How many rows and objects there are of anything an applicant sent.
    pub(crate) async fn stored(&self) -> (i64, usize) {
        let mut rows = 0;
        for query in [
            "SELECT COUNT(*) FROM application",
            "SELECT COUNT(*) FROM envelope",
            "SELECT COUNT(*) FROM object",
            "SELECT COUNT(*) FROM submission",
        ] {
            let count: i64 = sqlx::query_scalar(query).fetch_one(self.office.records.read()).await.expect("a count");
            rows += count;
        }
        (rows, objects_in(&self.directory.path().join("data")))
    }

    pub(crate) async fn get(&self, path: &str, cookie: &str) -> Reply {
        self.call(get(path, cookie)).await
    }

    pub(crate) async fn post(&self, path: &str, cookie: &str, fields: &[(&str, &str)]) -> Reply {
        self.call(post(path, cookie, fields)).await
    }

    /// The answer to a request as it begins; nobody reads its body.
    pub(crate) async fn begin(&self, request: Request<Body>) -> axum::response::Response {
        self.router.clone().oneshot(request).await.expect("the router answers")
    }

    pub(crate) async fn call(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.expect("the router answers");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default();
        Reply { status: parts.status, headers: parts.headers, bytes }
    }
}

pub(crate) fn get(path: &str, cookie: &str) -> Request<Body> {
    Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).expect("a request")
}

pub(crate) fn post(path: &str, cookie: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    Request::post(path)
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .expect("a request")
}

/// A house with one posting that is open for months from the real now, and with HR and the head of its department; answers the address
/// of the form, and the department.
pub(crate) async fn posting_for_ever(office: &Office) -> (String, DepartmentId) {
    let employer = office.add_employer("Werk & Wandel GmbH").await.expect("an employer");
    let department = office.add_department(&employer, "Engineering").await.expect("a department");
    for setting in ["controller", "officer", "authority", "recipients", "third_countries", "region"] {
        office.set_desk_setting(&format!("notice.{setting}"), "stated").await.expect("a setting");
    }
    let add =
        |email: &'static str, role, department| office.add_account(email, "Somebody", PASSWORD, &employer, role, department);
    let account = add("hr@example.org", Role::Hr, None).await.expect("an account");
    add("head@example.org", Role::Head, Some(&department)).await.expect("an account");
    let membership = Membership { employer: employer.clone(), role: Role::Hr, department: None };
    let hr = Actor::Staff(Staff { account, memberships: vec![membership], ended: Vec::new() });
    let until = office.today().saturating_add(jiff::Span::new().months(3));
    let id = office.draft_posting(&hr, draft(&department, &until.to_string())).await.expect("a draft");
    office.publish_posting(&hr, &id).await.expect("published");
    let slug = office.read_posting(&hr, &id).await.expect("the posting").posting.slug;
    (format!("/jobs/{slug}/apply"), department)
}

pub(crate) fn draft(department: &DepartmentId, intake_ends_on: &str) -> PostingDraft {
    PostingDraft {
        department: department.to_string(),
        language: "en".to_owned(),
        title: "Service technician (f/m/x)".to_owned(),
        summary: "Keep heat pumps running.".to_owned(),
        body: "Work on roofs and in cellars.".to_owned(),
        place: "Leipzig".to_owned(),
        country: "DE".to_owned(),
        employment: "full_time".to_owned(),
        pay: "40,000–50,000 euros a year".to_owned(),
        pay_min: "40000".to_owned(),
        pay_max: "50000".to_owned(),
        pay_period: "year".to_owned(),
        contact: "Jana Vogt".to_owned(),
        next_steps: "We answer within two weeks.".to_owned(),
        answer_days: "14".to_owned(),
        questions: Vec::new(),
        seats: "2".to_owned(),
        intake_ends_on: intake_ends_on.to_owned(),
        planned_close_on: String::new(),
    }
}

/// A form for the application, part by part.
#[derive(Clone)]
pub(crate) struct Multipart {
    body: Vec<u8>,
}

const BOUNDARY: &str = "----a-boundary-of-a-test";

impl Multipart {
    pub(crate) fn new() -> Self {
        Self { body: Vec::new() }
    }

    /// Everything an applicant types, valid.
    pub(crate) fn typed() -> Self {
        Self::new()
            .text("first_name", b"Ada")
            .text("last_name", b"Lovelace")
            .text("email", b"ada@example.org")
            .text("phone", b"+49 30 12345")
            .text("message", b"I would like to work with you.")
            .text("notice", b"read")
    }

    pub(crate) fn text(mut self, name: &str, value: &[u8]) -> Self {
        self.body.extend(format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n").into_bytes());
        self.body.extend_from_slice(value);
        self.body.extend_from_slice(b"\r\n");
        self
    }

    pub(crate) fn file(mut self, name: &str, file_name: &str, content: &[u8]) -> Self {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\nContent-Type: application/pdf\r\n\r\n"
        );
        self.body.extend(head.into_bytes());
        self.body.extend_from_slice(content);
        self.body.extend_from_slice(b"\r\n");
        self
    }

    pub(crate) fn request(mut self, path: &str) -> Request<Body> {
        self.body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        Request::post(path)
            .header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"))
            .body(Body::from(self.body))
            .expect("a request")
    }
}

/// How many objects a local store holds, staged parts included; the note of whose store it is does not count.
pub(crate) fn objects_in(data: &std::path::Path) -> usize {
    let entries = std::fs::read_dir(data.join("objects")).expect("the object store");
    entries.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_name() != "store-id")).count()
}

/// What passes for a PNG of these sides: its chunks without a picture.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let chunk = |kind: &[u8], content: &[u8]| [&(content.len() as u32).to_be_bytes(), kind, content, &[0; 4]].concat();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 6, 0, 0, 0]].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header), &chunk(b"IEND", b"")].concat()
}

/// A small PDF with `text` in it.
pub(crate) fn pdf(text: &str) -> Vec<u8> {
    format!("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% {text}\nstartxref\n9\n%%EOF\n").into_bytes()
}
