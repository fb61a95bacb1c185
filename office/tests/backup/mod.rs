//! A backup is whole or says where it is not; and what it brings back is never what was erased or taken away since.

mod check;
mod drill;
mod erased;
mod made;
mod restored;
mod since;

use crate::{
    applicant::{another, visit},
    support,
};

use std::{
    fs,
    ops::Deref,
    path::{Path, PathBuf},
};

use futures::TryStreamExt as _;
use jiff::Timestamp;
use office::{
    Db, Error, Office,
    applicant::Correction,
    backup::{self, Drill, Restored},
    careers::Posting,
    decide::Decision,
    handover::Picked,
    kept::{NewConsent, NewPaper},
    log::Certificate,
    posting::PostingDraft,
    read::Part,
    refused::Answered,
    release::NewRelease,
    requests::Entered,
};
use rules::{
    access::{Action, Actor, Audience, Denied},
    application::{Outcome, Section},
    brand::LogoKind,
    handover::Item,
    id::{ApplicationId, ObjectId},
    kept::{ConsentChannel, WithdrawalChannel},
    posting::State,
    question::QuestionKind,
    request::{Identity, Reply, RequestChannel, RequestKind, Verdict},
};
use sqlx::AssertSqlSafe;
use support::{
    TestOffice, both_engines,
    seed::{Cast, PASSWORD, ada, pdf, question},
};
use tempfile::TempDir;

/// A house with three applicants, and a backup of it.
struct Story {
    office: TestOffice,
    cast: Cast,
    /// Of a procedure that soon closes.
    short: Posting,
    soon_erased: ApplicationId,
    number: String,
    /// Of one that goes on.
    kept: ApplicationId,
    hired: ApplicationId,
    outside: TempDir,
}

/// What passes for a PNG of 320 by 80 pixels: its chunks without a picture.
const LOGO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x01\x40\0\0\0\x50\x08\x06\0\0\0\0\0\0\0\0\0\0\0IEND\0\0\0\0";

impl Deref for Story {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office.office
    }
}

impl Story {
    /// Three applications, one with a note, all released to the kitchen; a logo; and the backup.
    async fn begin(office: TestOffice) -> Self {
        let cast = office.cast().await;
        office.put_logo(&cast.admin, LOGO).await.expect("a logo");
        let short = office.open_posting_of(&cast).await;
        let draft = PostingDraft {
            intake_ends_on: "2027-11-30".to_owned(),
            questions: vec![question(QuestionKind::Long, "Where did you learn it?", false, "")],
            ..cast.draft()
        };
        let long = office.draft_posting(&cast.hr, draft).await.expect("a draft");
        office.publish_posting(&cast.hr, &long).await.expect("published");
        let long = office.read_posting(&cast.hr, &long).await.expect("a posting").posting;
        // What was entered so far has its place in the log; what follows waits.
        office.sequence().await.expect("the log");
        let soon_erased = office.apply(&short, ada(), "one").await;
        let (kept, hired) = (office.apply(&long, ada(), "two").await, office.apply(&long, ada(), "three").await);
        for id in [&soon_erased, &kept, &hired] {
            let release = NewRelease {
                audience: Audience::Department(cast.kitchen.clone()),
                sections: vec![Section::Contact, Section::Cv],
                until: "2027-11-01T00:00:00Z".parse().expect("an instant"),
            };
            office.release(&cast.hr, id, &release).await.expect("a release");
        }
        office.add_note(&cast.hr, &kept, "Call again in the new year.").await.expect("a note");
        let number = office.read_application(&cast.hr, &soon_erased).await.expect("the application").certificate_no;
        let story =
            Self { office, cast, short, soon_erased, number, kept, hired, outside: tempfile::tempdir().expect("a place") };
        let copied = story.back_up(&story.backup(), &|_| ()).await.expect("a backup");
        assert_eq!((copied.applications, copied.objects, copied.erased), (3, 3, 0));
        story
    }

    fn backup(&self) -> PathBuf {
        self.outside.path().join("backup")
    }

    /// Decides one applicant, closes the procedure, and lets its time pass.
    async fn erase(&self) -> Certificate {
        decide(self, &self.cast, &self.soon_erased, Outcome::Rejected).await;
        self.close_posting(&self.cast.hr, &self.short.id).await.expect("closed");
        self.office.at("2027-06-03T00:00:00Z");
        assert_eq!(self.sweep().await.expect("swept").erased, 1);
        self.certificate_of(&self.number).await.expect("a certificate")
    }

    /// A comment, a revoked release, an outcome and a handover.
    async fn go_on(&self) {
        self.add_comment(&self.cast.kitchen_head, &self.kept, "A good cook.", None).await.expect("a comment");
        let release = self.read_application(&self.cast.hr, &self.kept).await.expect("the application").releases.remove(0).id;
        self.revoke(&self.cast.hr, &self.kept, &release).await.expect("revoked");
        decide(self, &self.cast, &self.hired, Outcome::Hired).await;
        hand_over(self, &self.cast.hr, &self.hired).await;
    }

    async fn restore(&self) -> Result<Restored, Error> {
        self.restore_to(false).await
    }

    async fn restore_to(&self, without_lost: bool) -> Result<Restored, Error> {
        let (clock, rng) = (self.clock.clone(), self.rng.clone());
        backup::restore((*self.settings).clone(), clock, rng, &self.backup(), without_lost, &|_| ()).await
    }

    /// How a restore is refused.
    async fn restore_refused(&self) -> String {
        self.restore().await.expect_err("it is refused").to_string()
    }

    async fn drill(&self) -> Drill {
        let (clock, rng) = (self.clock.clone(), self.rng.clone());
        backup::drill((*self.settings).clone(), clock, rng, &self.backup(), &|_| ()).await.expect("a drill")
    }

    async fn read_application_number(&self, id: &ApplicationId) -> String {
        let number = "SELECT certificate_no FROM application WHERE id = $1";
        sqlx::query_scalar(number).bind(id.as_str()).fetch_one(self.records.read()).await.expect("a number")
    }

    async fn fsck(&self) -> Vec<String> {
        backup::check(&self.backup(), self.now(), &|_| ()).await
    }
}

/// A paper that a statute keeps.
async fn put_away(story: &Story) {
    let mut document = story.begin_document().await.expect("a document begins");
    document.push(&pdf()).await.expect("a document streams");
    let document = document.finish("ticket.pdf").await.expect("a document arrives");
    let voucher_on = Some(story.today());
    let paper = NewPaper { name: "Ada Lovelace".to_owned(), about: "Train, 49 euros".to_owned(), voucher_on };
    story.enter_paper(&story.cast.hr, paper, document).await.expect("a paper");
}

/// Somebody asks on paper what is kept of them, reads a remark without others, and corrects their name.
async fn ask(story: &Story) {
    let hr = &story.cast.hr;
    let letter = Entered {
        application: Some(story.kept.clone()),
        kind: RequestKind::Information,
        channel: RequestChannel::Letter,
        identity: Identity::Person,
        received_on: story.today(),
    };
    let id = story.enter_request(hr, &letter).await.expect("entered");
    for (nth, remark) in story.read_request(hr, &id).await.expect("a request").remarks.iter().enumerate() {
        let verdict = if nth == 0 { Verdict::Redacted } else { Verdict::Whole };
        story.disclose(hr, &id, (&remark.id, remark.version), verdict, "Call again.").await.expect("looked through");
    }
    story.answer_request(hr, &id, Reply::Granted, "Here you are.").await.expect("answered");
    let mailing = another(&story.office).await;
    let applicant = visit(&mailing, "ada@example.com").await;
    let new = Correction { first_name: "Augusta".to_owned(), last_name: "Lovelace".to_owned(), ..Correction::default() };
    mailing.correct_own(&applicant, &story.kept, &new).await.expect("corrected");
    mailing.close().await;
    // What waited to be sent is no part of a backup.
    run(&story.records, "DELETE FROM job").await;
    run(&story.records, "DELETE FROM visit").await;
}

async fn decide(office: &Office, cast: &Cast, id: &ApplicationId, outcome: Outcome) {
    let decision = Decision { outcome: Some(outcome), reason: "Because.".to_owned(), rejection_received_at: None };
    office.decide(&cast.hr, id, &decision).await.expect("a decision");
}

async fn hand_over(office: &Office, hr: &Actor, id: &ApplicationId) {
    let pick = |item: Item| Picked {
        item,
        purpose: item.proposed_purpose(),
        basis: item.proposed_purpose().proposed_basis(),
        necessity: "needed".to_owned(),
    };
    let picked: Vec<Picked> = [Item::FirstName, Item::LastName, Item::Cv].into_iter().map(pick).collect();
    office.hand_over(hr, id, &picked).await.expect("a handover");
}

async fn count(db: &Db, query: &str) -> i64 {
    sqlx::query_scalar(AssertSqlSafe(query.to_owned())).fetch_one(db.read()).await.expect("a count")
}

async fn run(db: &Db, statement: &str) {
    let mut tx = db.write().await.expect("a write");
    sqlx::query(AssertSqlSafe(statement.to_owned()))
        .execute(&mut *tx)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
    tx.commit().await.expect("a commit");
}

/// The contact and the whole document of an application.
async fn opens(office: &Office, hr: &Actor, id: &ApplicationId) {
    let view = office.read_application(hr, id).await.expect("the application");
    assert_eq!(view.contact.expect("the contact").last_name, "Lovelace");
    let document = office.open_document(hr, id, &view.documents[0].id, Part::Whole).await.expect("the document");
    let content: Vec<_> = document.content.try_collect().await.expect("the content");
    assert_eq!(content.concat(), pdf());
}

async fn objects(office: &Office) -> usize {
    office.blobs.list().try_filter_map(|stored| async { Ok(stored.id) }).try_collect::<Vec<_>>().await.expect("a listing").len()
}

/// Every file of a backup.
fn files(backup: &Path) -> Vec<PathBuf> {
    let list = |directory: &Path| fs::read_dir(directory).expect("a directory").map(|entry| entry.expect("an entry").path());
    list(backup).chain(list(&backup.join("objects"))).filter(|path| path.is_file()).collect()
}

/// The names in a directory.
fn listing(directory: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(directory)
        .expect("a directory")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
