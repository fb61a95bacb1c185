//! A house with everybody in it and with one of everything, and in it the application that all of this is about, in one of its states.

use std::collections::BTreeMap;

use jiff::Timestamp;
use office::{
    brand::BrandText,
    breach::NewBreach,
    decide::Decision,
    handover::Picked,
    hold::NewClaim,
    kept::{NewConsent, NewPaper},
    posting::PostingDraft,
    release::NewRelease,
    requests::Entered,
};
use rules::{
    access::{Actor, Application, Audience, Membership, Release, Role, Staff, go_together},
    application::{Judgement, Life, Outcome, RestrictionGround, Section},
    handover::{Basis, Item},
    hold::ClaimKind,
    id::{AccountId, ApplicationId, DepartmentId, EmployerId, PostingId},
    kept::ConsentChannel,
    opening::Purpose,
    posting::State as Procedure,
    request::{Identity, RequestChannel, RequestKind},
};

use crate::support::{self, Markers, Multipart, PASSWORD, Place, TestApp};

/// What was done with the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Received,
    Released,
    /// To each of those to whom it is released, another section.
    OneSection,
    Revoked,
    Expired,
    Rejected,
    Closed,
    /// Closed, and HR looked its applicant up.
    Opened,
    Held,
    Restricted,
    Erasing,
    /// Released, and its posting is reviewed blind.
    Blind,
    /// Released, and kept from all of those to whom it is, and from a second person of HR.
    KeptFrom,
}

/// Somebody, with the session they have.
pub(super) struct Person {
    pub(super) name: String,
    pub(super) actor: Actor,
    pub(super) cookie: String,
    email: String,
}

/// An application with what stands in it, and as much of it as the decision needs, written by hand.
pub(super) struct Case {
    pub(super) id: ApplicationId,
    pub(super) markers: Markers,
    pub(super) facts: Application,
    /// What each of those to whom it was released wrote, by name.
    pub(super) comments: BTreeMap<String, String>,
}

pub(super) struct House {
    pub(super) app: TestApp,
    pub(super) state: State,
    pub(super) now: Timestamp,
    pub(super) people: Vec<Person>,
    /// The application that all of this is about.
    pub(super) it: Case,
    /// Another one of the same posting, of which nothing is released and which nobody has touched.
    pub(super) beside: Case,
    /// One at another employer.
    pub(super) elsewhere: Case,
    /// One that was hired and handed over.
    pub(super) hired: Case,
    /// One that was rejected and stands in the talent pool.
    pub(super) pooled: Case,
    /// What stands in a paper of accounting's.
    pub(super) paper: Markers,
    /// What the parameters of a path become, by the path before them.
    pub(super) ids: BTreeMap<&'static str, String>,
}

/// Longer than any test lasts.
const UNTIL: &str = "2027-08-15T00:00:00Z";

fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// Those to whom the application is released, with the one section that each of them gets where it is only one.
fn audiences(app: &TestApp, people: &[Person]) -> Vec<(Audience, Section)> {
    let named = |name: &str| {
        let person = people.iter().find(|person| person.name == name).expect("somebody of that name");
        let Actor::Staff(staff) = &person.actor else { panic!("{name} has no account") };
        Audience::Person(staff.account.clone())
    };
    vec![
        (Audience::Department(app.department.clone()), Section::Contact),
        (named("named"), Section::Cv),
        (named("panel"), Section::Notes),
        (Audience::Body(Role::WorksCouncil), Section::Letter),
        (Audience::Body(Role::Representative), Section::Comments),
    ]
}

/// Every section, in as many releases as it takes.
pub(super) fn everything(audience: &Audience) -> Vec<Vec<Section>> {
    let by_itself = |section: &Section| *section == Section::Disability;
    match go_together(audience, Section::ALL) {
        true => vec![Section::ALL.to_vec()],
        false => {
            let (alone, others) = Section::ALL.iter().partition(|section| by_itself(section));
            vec![others, alone]
        }
    }
}

fn staff(account: AccountId, employer: &EmployerId, role: Role, department: Option<&DepartmentId>) -> Actor {
    let membership = Membership { employer: employer.clone(), role, department: department.cloned() };
    Actor::Staff(Staff { account, memberships: vec![membership], ended: Vec::new() })
}

async fn person(app: &TestApp, name: &str, employer: &EmployerId, role: Role, department: Option<&DepartmentId>) -> Person {
    let email = format!("{}@example.org", name.replace(' ', "-"));
    let account = app.office.add_account(&email, "Somebody", PASSWORD, employer, role, department).await.expect("an account");
    Person { name: name.to_owned(), actor: staff(account, employer, role, department), cookie: String::new(), email }
}

/// One person of each role, and everybody in whose place nobody must see more.
async fn cast(app: &TestApp, elsewhere: &EmployerId) -> Vec<Person> {
    let mut people = Vec::new();
    for &role in Role::ALL {
        let department = (role == Role::Head).then_some(&app.department);
        people.push(person(app, role.code(), &app.employer, role, department).await);
    }
    for (name, department) in [("other head", "Finance"), ("named", "Sales")] {
        let department = app.office.add_department(&app.employer, department).await.expect("a department");
        people.push(person(app, name, &app.employer, Role::Head, Some(&department)).await);
    }
    people.push(person(app, "second of hr", &app.employer, Role::Hr, None).await);
    people.push(person(app, "elsewhere", elsewhere, Role::Hr, None).await);
    people
}

/// Everybody signs in; and there are those who never did, and those who did and have signed out.
async fn sign_in(app: &TestApp, people: &mut Vec<Person>) {
    for person in people.iter_mut() {
        person.cookie = app.sign_in(&person.email).await;
    }
    let signed_out = app.sign_in(&people[0].email).await;
    app.post("/sign-out", &signed_out, &[]).await;
    let (email, actor) = (String::new(), Actor::Anonymous);
    people.push(Person { name: "anonymous".to_owned(), actor: actor.clone(), cookie: String::new(), email: email.clone() });
    people.push(Person { name: "signed out".to_owned(), actor, cookie: signed_out, email });
}

impl Case {
    async fn apply(app: &TestApp, hr: &Actor, posting: &PostingId, employer: &EmployerId) -> Self {
        Self::sent(app, hr, posting, employer, Markers::form).await
    }

    /// One that states a severe disability. Whom the house told of it, it tells no more: who sees it is then what each state says.
    async fn stating(app: &TestApp, hr: &Actor, posting: &PostingId, employer: &EmployerId) -> Self {
        let case = Self::sent(app, hr, posting, employer, |markers| markers.form().text("disability", b"yes")).await;
        let told = sqlx::query("DELETE FROM release WHERE told_at IS NOT NULL AND application_id = $1")
            .bind(case.id.as_str())
            .execute(app.office.records.read())
            .await
            .expect("told no more");
        assert_eq!(told.rows_affected(), 2, "representative and works council");
        case
    }

    async fn sent(
        app: &TestApp,
        hr: &Actor,
        posting: &PostingId,
        employer: &EmployerId,
        form: impl Fn(&Markers) -> Multipart,
    ) -> Self {
        let markers = Markers::new();
        let reply = app.call(form(&markers).request(&app.form_of(hr, posting).await)).await;
        let code = reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned();
        let facts = Application {
            employer: employer.clone(),
            posting: Procedure::Open,
            closed_at: None,
            outcome: None,
            life: Life::Live,
            handed_over: false,
            restricted: false,
            openings: Vec::new(),
            releases: Vec::new(),
            excluded: Vec::new(),
            blind: false,
        };
        let id = app.office.application_of(&code).await.expect("an application");
        Self { id, markers, facts, comments: BTreeMap::new() }
    }

    async fn decide(&mut self, app: &TestApp, hr: &Actor, outcome: Outcome) {
        let decision = Decision { outcome: Some(outcome), reason: self.markers.reason.clone(), rejection_received_at: None };
        app.office.decide(hr, &self.id, &decision).await.expect("decided");
        self.facts.outcome = Some((outcome, app.office.now()));
    }

    /// Releases it to all its audiences; whoever of them may, comments. And one more release, to nobody, was revoked.
    async fn release(&mut self, app: &TestApp, hr: &Actor, people: &[Person], state: State) -> String {
        let until = instant(if state == State::Expired { "2026-09-15T00:00:00Z" } else { UNTIL });
        let mut ids = Vec::new();
        for (audience, section) in audiences(app, people) {
            let several = if state == State::OneSection { vec![vec![section]] } else { everything(&audience) };
            for sections in several {
                let release = NewRelease { audience: audience.clone(), sections: sections.clone(), until };
                ids.push(app.office.release(hr, &self.id, &release).await.expect("a release"));
                self.facts.releases.push(Release {
                    audience: audience.clone(),
                    sections,
                    since: app.office.now(),
                    until,
                    revoked_at: None,
                });
            }
        }
        for person in people {
            let text = format!("{} of {}", self.markers.comment, person.name.replace(' ', "-"));
            if app.office.add_comment(&person.actor, &self.id, &text, Some(Judgement::Maybe)).await.is_ok() {
                self.comments.insert(person.name.clone(), text);
            }
        }
        assert_eq!(self.comments.len(), 5, "head, named, panel, works council and representative");
        if state == State::Revoked {
            for (id, release) in ids.iter().zip(&mut self.facts.releases) {
                app.office.revoke(hr, &self.id, id).await.expect("revoked");
                release.revoked_at = Some(app.office.now());
            }
        }
        ids[0].to_string()
    }
}

impl House {
    /// Builds all of it.
    pub(super) async fn with(place: Place, state: State) -> Self {
        Self::of(TestApp::open(place).await, state).await
    }

    pub(super) async fn of(app: TestApp, state: State) -> Self {
        let other_employer = app.second_employer().await;
        let mut people = cast(&app, &other_employer).await;
        let of = |name: &str| people.iter().find(|person| person.name == name).expect("a person").actor.clone();
        let (hr, accounting, abroad) = (of("hr"), of("accounting"), of("elsewhere"));

        let posting = app.open_posting(&hr).await;
        let stays_open = open(&app, &hr, &app.department).await;
        let other_department = app.office.add_department(&other_employer, "Engineering").await.expect("a department");
        let other_posting = open(&app, &abroad, &other_department).await;

        let mut it = Case::stating(&app, &hr, &posting, &app.employer).await;
        let mut beside = Case::apply(&app, &hr, &posting, &app.employer).await;
        let elsewhere = Case::apply(&app, &abroad, &other_posting, &other_employer).await;
        let (hired, employee) = hired(&app, &hr, &stays_open).await;
        let (pooled, pool, pool_document) = pooled(&app, &hr, &stays_open).await;
        let (paper, paper_id) = paper(&app, &accounting).await;
        app.office.add_note(&hr, &it.id, &it.markers.note).await.expect("a note");
        let document = document(&app, &hr, &it.id).await;
        let claim = claim(&app, &hr, &beside).await;

        // To a department in which nobody is, and not for long.
        let nobody = app.office.add_department(&app.employer, "Nobody's").await.expect("a department");
        let slip = NewRelease { audience: Audience::Department(nobody), sections: vec![Section::Cv], until: instant(UNTIL) };
        let release = app.office.release(&hr, &it.id, &slip).await.expect("a release");
        app.office.revoke(&hr, &it.id, &release).await.expect("revoked");
        if state != State::Received {
            it.release(&app, &hr, &people, state).await;
        }
        app.office.stop_intake(&hr, &posting).await.expect("stopped");

        match state {
            State::Received | State::Released | State::OneSection | State::Revoked => {}
            State::Expired => app.set_now("2026-09-16T08:00:00Z"),
            State::Rejected => it.decide(&app, &hr, Outcome::Rejected).await,
            State::Closed | State::Opened => {
                // By its plan: nobody has decided.
                app.set_now("2027-05-02T08:00:00Z");
                app.office.sweep().await.expect("swept");
                let at = read_posting(&app, &hr, &posting).await;
                for case in [&mut it, &mut beside] {
                    (case.facts.posting, case.facts.closed_at) = (Procedure::Closed, Some(at));
                }
            }
            State::Held => drop(claim_of(&app, &hr, &it, &it.markers.reason).await),
            State::Restricted => {
                app.office.restrict(&hr, &it.id, RestrictionGround::Accuracy).await.expect("restricted");
                it.facts.restricted = true;
            }
            State::Blind => {
                app.office.review_blind(&hr, &posting).await.expect("blind");
                it.facts.blind = true;
                beside.facts.blind = true;
            }
            State::KeptFrom => {
                for name in ["head", "named", "panel", "works_council", "representative", "second of hr"] {
                    let Actor::Staff(staff) = of(name) else { panic!("{name} has no account") };
                    app.office.exclude(&hr, &it.id, &staff.account).await.expect("kept from them");
                    it.facts.excluded.push(staff.account);
                }
            }
            State::Erasing => {
                sqlx::query("UPDATE application SET life = 'erasing' WHERE id = $1")
                    .bind(it.id.as_str())
                    .execute(app.office.records.read())
                    .await
                    .expect("begun");
                it.facts.life = Life::Erasing;
            }
        }
        if state == State::Opened {
            let opened = app.office.look_up(&hr, &it.markers.email, Purpose::Claim).await.expect("opened");
            assert_eq!(opened, [it.id.clone()]);
            let Actor::Staff(staff) = &hr else { panic!("HR has an account") };
            it.facts.openings.push((staff.account.clone(), app.office.now() + rules::opening::OPEN_FOR));
        }
        let (shown, before) = brand(&app, &of("admin")).await;
        let breach = breach(&app, &of("privacy"), &hr).await;
        let request = request(&app, &hr).await;
        sign_in(&app, &mut people).await;
        let slug = app.office.read_posting(&hr, &stays_open).await.expect("the posting").posting.slug;
        let ids = BTreeMap::from([
            ("/jobs", slug),
            ("/assets", "no-such-file.css".to_owned()),
            ("/brand", shown),
            ("/office/settings/brand/logo", before),
            ("/office/applications", it.id.to_string()),
            ("/office/applications/{id}/documents", document),
            ("/office/applications/{id}/releases", release.to_string()),
            ("/office/postings", posting.to_string()),
            ("/office/claims", claim),
            ("/office/employees", employee),
            ("/office/employees/{id}/documents", Item::Cv.code().to_owned()),
            ("/office/pool", pool),
            ("/office/pool/{id}/documents", pool_document),
            ("/office/papers", paper_id),
            ("/office/breaches", breach),
            ("/office/requests", request),
            ("/status/applications", it.id.to_string()),
            ("/status/applications/{id}/documents", "0".repeat(32)),
        ]);
        let now = app.office.now();
        Self { app, state, now, people, it, beside, elsewhere, hired, pooled, paper, ids }
    }

    /// The person of that name.
    pub(super) fn person(&self, name: &str) -> &Person {
        self.people.iter().find(|person| person.name == name).expect("somebody of that name")
    }

    /// Those to whom the application can be released.
    pub(super) fn audiences(&self) -> Vec<Audience> {
        audiences(&self.app, &self.people).into_iter().map(|(audience, _)| audience).collect()
    }

    /// A path of the table with something real in the place of each parameter.
    pub(super) fn concrete(&self, path: &str) -> String {
        let mut concrete = String::new();
        let mut before = String::new();
        for part in path.split('/').skip(1) {
            let real = match part.starts_with('{') {
                true => self.ids.get(before.as_str()).unwrap_or_else(|| panic!("nothing real for {path}: add it to the ids")),
                false => part,
            };
            concrete.push_str(&format!("/{real}"));
            before.push_str(&format!("/{part}"));
        }
        concrete
    }

    /// Every application, with its name for a message.
    pub(super) fn cases(&self) -> [(&'static str, &Case); 5] {
        [
            ("it", &self.it),
            ("beside", &self.beside),
            ("elsewhere", &self.elsewhere),
            ("hired", &self.hired),
            ("pooled", &self.pooled),
        ]
    }

    /// How many rows there are of all that an act could add or take away; and what an act could change.
    pub(super) async fn stored(&self) -> BTreeMap<&'static str, i64> {
        let mut rows = BTreeMap::new();
        for query in [
            "SELECT COUNT(*) FROM application",
            "SELECT COUNT(*) FROM note",
            "SELECT COUNT(*) FROM release",
            "SELECT COUNT(*) FROM release WHERE revoked_at IS NULL",
            "SELECT COUNT(*) FROM restriction",
            "SELECT COUNT(*) FROM hold",
            "SELECT COUNT(*) FROM claim WHERE ended_at IS NULL",
            "SELECT COUNT(*) FROM history",
            "SELECT COUNT(*) FROM posting",
            "SELECT COUNT(*) FROM posting WHERE state = 'open'",
            "SELECT COUNT(*) FROM kept",
            "SELECT COUNT(*) FROM employee_item",
            "SELECT COUNT(*) FROM proposal",
            "SELECT COUNT(*) FROM request",
            "SELECT COUNT(*) FROM request WHERE answered_at IS NULL",
            "SELECT COUNT(*) FROM disclosure",
            "SELECT COUNT(*) FROM document",
            "SELECT COUNT(*) FROM exclusion",
            "SELECT COUNT(*) FROM posting_exclusion",
            "SELECT COUNT(*) FROM posting WHERE blind_since IS NOT NULL",
            "SELECT COUNT(*) FROM membership",
            "SELECT COUNT(*) FROM breach WHERE reported_at IS NULL",
            "SELECT COUNT(*) FROM application WHERE outcome IS NULL AND stage = 'received'",
        ] {
            let count = sqlx::query_scalar(query).fetch_one(self.app.office.records.read()).await;
            rows.insert(query, count.expect("a count"));
        }
        rows
    }
}

/// A posting that stays open for all of a test.
/// What the privacy officer looks into: HR's account from the first day on. The journal so far is in its index.
/// A request about nobody in particular.
async fn request(app: &TestApp, hr: &Actor) -> String {
    let new = Entered {
        application: None,
        kind: RequestKind::Information,
        channel: RequestChannel::Letter,
        identity: Identity::Open,
        received_on: app.office.today(),
    };
    app.office.enter_request(hr, &new).await.expect("a request").to_string()
}

async fn breach(app: &TestApp, privacy: &Actor, hr: &Actor) -> String {
    let Actor::Staff(staff) = hr else { panic!("HR has an account") };
    let now = app.office.now();
    let (person, token) = (staff.account.clone(), "a form's own".to_owned());
    // What happened at this very instant has to lie inside.
    let later = now + jiff::SignedDuration::from_secs(60);
    app.set_now(&later.to_string());
    let new = NewBreach { person, from: instant("2026-01-01T00:00:00Z"), to: later, known: later, token };
    let id = app.office.enter_breach(privacy, &new).await.expect("a breach");
    app.office.sequence().await.expect("sequenced");
    let seen = app.office.read_breach(privacy, &id, false).await.expect("a breach");
    assert!(!seen.touched.is_empty(), "there is something on its page to hide");
    id.to_string()
}

async fn open(app: &TestApp, hr: &Actor, department: &DepartmentId) -> PostingId {
    let draft = PostingDraft { title: "Roofer (f/m/x)".to_owned(), ..support::draft(department, "2027-08-31") };
    let id = app.office.draft_posting(hr, draft).await.expect("a draft");
    app.office.publish_posting(hr, &id).await.expect("published");
    id
}

async fn read_posting(app: &TestApp, hr: &Actor, id: &PostingId) -> Timestamp {
    let posting = app.office.read_posting(hr, id).await.expect("the posting").posting;
    posting.closed_at.expect("it is closed")
}

/// An application's document.
async fn document(app: &TestApp, hr: &Actor, id: &ApplicationId) -> String {
    app.office.read_application(hr, id).await.expect("the application").documents[0].id.to_string()
}

/// An imprint, and a logo in the place of another: the name of its file, and what the one before was known by.
async fn brand(app: &TestApp, admin: &Actor) -> (String, String) {
    let stated = app.office.brand_text(admin).await.expect("what is stated");
    let imprint = BrandText { imprint: "HRB 12345".to_owned(), ..stated.clone() };
    app.office.change_brand(admin, &imprint, &stated.version()).await.expect("an imprint");
    let mut hashes = Vec::new();
    for width in [320, 240] {
        app.office.put_logo(admin, &support::png(width, 80)).await.expect("a logo");
        hashes.push(app.office.brand().await.expect("the brand").logo.expect("a logo").hash);
    }
    (format!("{}.png", hashes[1]), hashes.remove(0))
}

/// Somebody who was hired and handed over, and their employee record.
async fn hired(app: &TestApp, hr: &Actor, posting: &PostingId) -> (Case, String) {
    let mut case = Case::apply(app, hr, posting, &app.employer).await;
    case.decide(app, hr, Outcome::Hired).await;
    let pick = |&item: &Item| Picked {
        item,
        purpose: item.proposed_purpose(),
        basis: Basis::Contract,
        necessity: "Needed for the work.".to_owned(),
    };
    // Only one applicant states a disability, and it is not this one.
    let picked: Vec<_> = Item::ALL.iter().filter(|item| **item != Item::Disability).map(pick).collect();
    let employee = app.office.hand_over(hr, &case.id, &picked).await.expect("handed over");
    case.facts.handed_over = true;
    (case, employee.to_string())
}

/// Somebody in the talent pool, with the record and its document.
async fn pooled(app: &TestApp, hr: &Actor, posting: &PostingId) -> (Case, String, String) {
    let mut case = Case::apply(app, hr, posting, &app.employer).await;
    case.decide(app, hr, Outcome::Rejected).await;
    let documents = app.office.read_application(hr, &case.id).await.expect("the application").documents;
    let consent = NewConsent {
        given_on: app.office.today(),
        months: 24,
        channel: ConsentChannel::Letter,
        documents: documents.into_iter().map(|document| document.id).collect(),
    };
    let id = app.office.enter_pool(hr, &case.id, &consent).await.expect("in the pool");
    let document = app.office.read_pooled(hr, &id).await.expect("the record").documents[0].id.to_string();
    (case, id.to_string(), document)
}

/// A paper that only accounting reads.
async fn paper(app: &TestApp, accounting: &Actor) -> (Markers, String) {
    let markers = Markers::new();
    let mut document = app.office.begin_document().await.expect("a document");
    document.push(&support::pdf(&markers.message)).await.expect("pushed");
    let document = document.finish(&format!("{}.pdf", markers.file_name)).await.expect("finished");
    let (name, about) = (markers.last_name.clone(), markers.note.clone());
    let paper = NewPaper { name, about, voucher_on: Some(app.office.today()) };
    let id = app.office.enter_paper(accounting, paper, document).await.expect("a paper");
    (markers, id.to_string())
}

async fn claim(app: &TestApp, hr: &Actor, of: &Case) -> String {
    claim_of(app, hr, of, &of.markers.reason).await
}

async fn claim_of(app: &TestApp, hr: &Actor, of: &Case, reason: &str) -> String {
    let claim = NewClaim {
        kind: ClaimKind::Announced,
        reason: reason.to_owned(),
        review_on: "2026-12-01".parse().expect("a day"),
        comparators: Vec::new(),
    };
    app.office.open_claim(hr, &of.id, &claim).await.expect("a claim").to_string()
}
