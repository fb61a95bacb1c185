//! Whoever kept every copy that was ever made, and has every key there is today, reads nothing of an application that was erased.

use crate::support;

use std::{
    path::{Path, PathBuf},
    process::Stdio,
};

use jiff::{SignedDuration, Timestamp};
use office::{Clock, Office, decide::Decision, handover::Picked, posting::PostingDraft, release::NewRelease};
use rules::{
    access::{Actor, Audience},
    application::{Judgement, Outcome, Section},
    handover::{Basis, Item, Purpose},
    id::{ApplicationId, DepartmentId, PostingId},
};
use sqlx::{AnyPool, AssertSqlSafe};
use support::{Everything, Multipart, Place, Search, Served, both_engines, files, pdf};
use vault::key_file;

const QUIET: (&str, &str) = ("ABLAUF_LOG_FILTER", "error");

struct House {
    place: Place,
    office: Office,
    hr: Actor,
    head: Actor,
    department: DepartmentId,
    form: String,
}

async fn actor(office: &Office, email: &str) -> Actor {
    let session = office.sign_in(email, support::PASSWORD).await.expect("signed in");
    office.session(&session).await.expect("an answer").expect("a session").actor
}

impl House {
    async fn open(place: Place) -> Self {
        let office = place.office().await;
        let (form, department) = support::posting_for_ever(&office).await;
        let (hr, head) = (actor(&office, "hr@example.org").await, actor(&office, "head@example.org").await);
        Self { place, office, hr, head, department, form }
    }

    /// Applies at a process that dies, or not, while the envelope waits.
    async fn apply(&self, form: &str, token: &str, dies: bool) {
        let environment: &[(&str, &str)] = if dies { &[QUIET, ("ABLAUF_KILL_AT", "receive.committed")] } else { &[QUIET] };
        let served = Served::start(&self.place, environment, Stdio::inherit()).await.expect("it serves");
        let request = Multipart::typed().text("token", token.as_bytes()).file("cv", "cv.pdf", &pdf(token)).request(form);
        assert_eq!(served.send(request).await.is_some(), !dies);
    }

    async fn other_posting(&self) -> (PostingId, String) {
        let until = self.office.today().saturating_add(jiff::Span::new().months(3)).to_string();
        let draft: PostingDraft = support::draft(&self.department, &until);
        let id = self.office.draft_posting(&self.hr, draft).await.expect("a draft");
        self.office.publish_posting(&self.hr, &id).await.expect("published");
        let slug = self.office.read_posting(&self.hr, &id).await.expect("the posting").posting.slug;
        (id, format!("/jobs/{slug}/apply"))
    }

    async fn one(&self, query: String) -> String {
        sqlx::query_scalar(AssertSqlSafe(query)).fetch_one(self.office.records.read()).await.expect("one row")
    }

    /// The only application whose envelope is named, by its id.
    async fn application(&self, id: &str) -> ApplicationId {
        ApplicationId::parse(&self.one(format!("SELECT id FROM application WHERE id = '{id}'")).await).expect("an id")
    }

    /// A note, a release, a comment and an outcome with its reason.
    async fn work_on(&self, id: &ApplicationId, outcome: Outcome) {
        self.office.add_note(&self.hr, id, "A note.").await.expect("a note");
        let release = NewRelease {
            audience: Audience::Department(self.department.clone()),
            sections: vec![Section::Contact, Section::Cv],
            until: self.office.now() + SignedDuration::from_hours(100),
        };
        self.office.release(&self.hr, id, &release).await.expect("a release");
        self.office.add_comment(&self.head, id, "A comment.", Some(Judgement::Yes)).await.expect("a comment");
        let decision = Decision { outcome: Some(outcome), reason: "A reason.".to_owned(), rejection_received_at: None };
        self.office.decide(&self.hr, id, &decision).await.expect("decided");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.directory.path().join(name)
    }

    fn run(&self, arguments: &[&str], directory: &Path) {
        let output = self.place.ablauf(arguments).arg(directory).output().expect("the binary starts");
        assert!(output.status.success(), "{arguments:?}: {output:?}");
    }

    /// A backup, a copy of the keys, and everything as it stands at this moment.
    async fn keep(&self, everything: &mut Everything, name: &str) {
        let (backup, copy) = (self.path(&format!("backup-{name}")), self.path(&format!("keys-{name}")));
        self.run(&["backup"], &backup);
        self.run(&["backup-keys"], &copy);
        everything.add_records(&sqlite(&backup.join("records.db")).await).await;
        add_objects(everything, &backup.join("objects"));
        for file in files(&copy) {
            everything.add_keys(&sqlite(&file).await).await;
        }
        everything.add_records(self.office.records.read()).await;
        everything.add_keys(self.office.keys.read()).await;
        add_objects(everything, &self.place.data().join("objects"));
    }

    fn generation(&self) -> [u8; 32] {
        *key_file::read(&self.office.settings.generation_key_file).expect("a key file").1.expose()
    }
}

fn add_objects(everything: &mut Everything, directory: &Path) {
    for file in files(directory) {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        if name.len() == 32 {
            everything.add_object(&name, std::fs::read(&file).expect("an object"));
        }
    }
}

async fn sqlite(file: &Path) -> AnyPool {
    AnyPool::connect(&format!("sqlite://{}?mode=ro", file.display())).await.expect("a copy opens")
}

both_engines!(n10_no_key_of_today_opens_anything_of_the_erased_in_any_copy_ever_made, |place| async move {
    let _observer = match &place.database {
        Some(database) => Some(database.observe().await),
        None => None,
    };
    let house = House::open(place).await;
    let (_, other_form) = house.other_posting().await;
    let mut everything = Everything::default();

    // Two whose envelopes wait while a first copy is made, and one who stays.
    let mut ids = Vec::new();
    for token in ["to be erased", "to be hired"] {
        house.apply(&house.form, token, true).await;
        let known = ids.iter().map(|id| format!("'{id}'")).collect::<Vec<_>>().join(", ");
        let query = if ids.is_empty() {
            "SELECT id FROM envelope".to_owned()
        } else {
            format!("SELECT id FROM envelope WHERE id NOT IN ({known})")
        };
        ids.push(house.one(query).await);
        if ids.len() == 1 {
            house.keep(&mut everything, "while-it-waits").await;
        }
    }
    house.keep(&mut everything, "while-both-wait").await;
    house.apply(&other_form, "to stay", false).await;
    let stays = house.one(format!("SELECT id FROM application WHERE id NOT IN ('{}', '{}')", ids[0], ids[1])).await;
    let (erased, hired) = (house.application(&ids[0]).await, house.application(&ids[1]).await);
    house.work_on(&erased, Outcome::Rejected).await;
    house.work_on(&hired, Outcome::Hired).await;
    house.work_on(&house.application(&stays).await, Outcome::Rejected).await;
    let picked = [Item::FirstName, Item::LastName, Item::Email, Item::Cv].map(|item| Picked {
        item,
        purpose: Purpose::Contract,
        basis: Basis::Contract,
        necessity: "The contract needs it.".to_owned(),
    });
    let employee = house.office.hand_over(&house.hr, &hired, &picked).await.expect("handed over").to_string();
    let posting =
        PostingId::parse(&house.one(format!("SELECT posting_id FROM application WHERE id = '{erased}'")).await).expect("an id");
    house.office.close_posting(&house.hr, &posting).await.expect("closed");
    house.keep(&mut everything, "before").await;
    let object_of = async |id: &str| house.one(format!("SELECT object_id FROM document WHERE application_id = '{id}'")).await;
    let objects = [object_of(erased.as_str()).await, object_of(hired.as_str()).await, object_of(&stays).await];

    // With the keys of that day, all of it opens: the search finds what there is to find.
    let all = everything.closure([house.generation()]);
    // Contact, letter, disability, card, note, comment, reason and envelope; of who stays no envelope was kept.
    let expected = [(erased.as_str(), 8), (hired.as_str(), 8), (stays.as_str(), 7), (employee.as_str(), 4)];
    for (owner, count) in expected.into_iter().chain(objects.iter().map(|object| (object.as_str(), 1))) {
        assert_eq!(all.get(owner), Some(&count), "{owner}: {all:?}");
    }
    let stale: Vec<Vec<u8>> = everything.of([erased.as_str(), hired.as_str()]);

    let later: Timestamp = house.office.now() + SignedDuration::from_hours(24 * 200);
    let office = house.office.with_clock(Clock::new(move || later));
    assert_eq!(office.sweep().await.expect("swept").erased, 2);
    office.turn_generation().await.expect("turned");
    house.keep(&mut everything, "after").await;

    // Whatever the engine itself still holds of them is among what is tried.
    if let Some(database) = &house.place.database {
        let places = database.places().await;
        let (_, log) = places.iter().find(|(what, _)| what.contains("write-ahead")).expect("the write-ahead log");
        let found = Search::of(&stale).below(log);
        assert!(!found.is_empty(), "the write-ahead log keeps the blobs of the erased");
    } else {
        let found = Search::of(&stale).below(&house.place.data());
        assert!(found.is_empty(), "SQLite keeps none of them: {found:?}");
    }

    let today = everything.closure([house.generation()]);
    for gone in [erased.as_str(), hired.as_str(), objects[0].as_str()] {
        assert_eq!(today.get(gone), None, "{today:?}");
    }
    assert_eq!(today.get(&stays), Some(&7), "who stays can be read: {today:?}");
    assert_eq!(today.get(&objects[2]), Some(&1), "{today:?}");
    assert_eq!(today.get(&employee), Some(&4), "{today:?}");
    // The document that was handed over opens, by the employee's key alone.
    assert_eq!(today.get(&objects[1]), Some(&1), "{today:?}");
    let of_employee = house.one(format!("SELECT rk_id FROM employee WHERE id = '{employee}'")).await;
    let mut tx = house.office.keys.write().await.expect("a write");
    sqlx::query("DELETE FROM rk WHERE id = $1").bind(&of_employee).execute(&mut *tx).await.expect("destroyed");
    sqlx::query("INSERT INTO tombstone (rk_id, at) VALUES ($1, 0)")
        .bind(&of_employee)
        .execute(&mut *tx)
        .await
        .expect("a tombstone");
    tx.commit().await.expect("committed");
    house.office.with_clock(Clock::new(move || later)).turn_generation().await.expect("turned");
    house.keep(&mut everything, "without-the-employee").await;
    let without = everything.closure([house.generation()]);
    for gone in [objects[1].as_str(), employee.as_str()] {
        assert_eq!(without.get(gone), None, "{without:?}");
    }
    assert!(without.contains_key(&stays), "{without:?}");
});
