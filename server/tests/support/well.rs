//! A house whose keys are well: one application, the generation key outside the data directory, a fresh copy of the key database; and the
//! doctor's word on it.

use std::{
    fs::Permissions,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use jiff::{SignedDuration, Timestamp};
use office::{Clock, Db, Office};
use rules::{form::Typed, id::ApplicationId};
use server::environment;
use sqlx::Executor as _;

use crate::support::{self, Place, pdf};

/// The house.
pub(crate) struct House {
    pub(crate) place: Place,
    pub(crate) office: Office,
    pub(crate) id: ApplicationId,
}

impl House {
    pub(crate) async fn open(place: Place) -> Self {
        let house = place.office().await;
        let (form, _) = support::posting_for_ever(&house).await;
        house.close().await;
        std::fs::set_permissions(place.data(), Permissions::from_mode(0o700)).expect("private");
        std::fs::create_dir(place.directory.path().join("elsewhere")).expect("a directory");
        std::fs::rename(place.data().join("generation/generation.key"), key(&place)).expect("moved");
        std::fs::remove_dir(place.data().join("generation")).expect("empty");
        let mut settings = place.settings();
        settings.generation_key_file = key(&place);
        let office = Office::open(settings, environment::clock(), environment::rng()).await.expect("it opens");
        let id = apply(&office, &form, "one").await;
        office.copy_keys(&copies(&place)).await.expect("a copy");
        Self { place, office, id }
    }

    pub(crate) fn ablauf(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
        let mut command: Command = self.place.ablauf(arguments);
        command.env("ABLAUF_GENERATION_KEY_FILE", key(&self.place)).env("ABLAUF_KEY_COPIES", copies(&self.place));
        command.envs(environment.iter().copied()).output().expect("the binary starts")
    }

    /// What the doctor finds wrong.
    #[track_caller]
    pub(crate) fn doctor(&self, environment: &[(&str, &str)]) -> Vec<String> {
        let output = self.ablauf(&["keys", "doctor"], environment);
        let text = String::from_utf8(output.stdout.clone()).expect("text");
        let findings: Vec<String> = text.lines().filter_map(|line| line.strip_prefix("WRONG: ")).map(str::to_owned).collect();
        assert_eq!(output.status.code(), Some(i32::from(!findings.is_empty())), "{output:?}");
        assert_eq!(text.contains("all is well"), findings.is_empty(), "{text}");
        findings
    }

    /// Fails unless the doctor finds one thing wrong, in these words.
    #[track_caller]
    pub(crate) fn assert_finds(&self, words: &str) {
        self.assert_finds_with(&[], words);
    }

    #[track_caller]
    pub(crate) fn assert_finds_with(&self, environment: &[(&str, &str)], words: &str) {
        let findings = self.doctor(environment);
        assert!(matches!(&findings[..], [finding] if finding.contains(words)), "{words:?} is not what it finds: {findings:#?}");
    }

    #[track_caller]
    pub(crate) fn assert_well(&self) {
        assert_eq!(self.doctor(&[]), Vec::<String>::new());
    }

    pub(crate) async fn keys(&self, statement: &str) {
        execute(&self.office.keys, statement).await;
    }

    pub(crate) async fn records(&self, statement: &str) {
        execute(&self.office.records, statement).await;
    }

    /// The same house by another clock.
    pub(crate) fn at(&self, passed: SignedDuration) -> Office {
        let now = Timestamp::now() + passed;
        self.office.with_clock(Clock::new(move || now))
    }
}

/// Hands in an application where nothing else converts it at the same time: there is one record key, and no other.
pub(crate) async fn apply(office: &Office, form: &str, token: &str) -> ApplicationId {
    let slug = form.split('/').nth(2).expect("the address of a form");
    let posting = office.open_posting(slug).await.expect("the posting");
    let mut document = office.begin_document().await.expect("a document begins");
    document.push(&pdf("one")).await.expect("a document streams");
    let document = document.finish("cv.pdf").await.expect("a document arrives");
    let typed = Typed {
        first_name: "Ada".to_owned(),
        last_name: "Lovelace".to_owned(),
        email: "ada@example.org".to_owned(),
        phone: String::new(),
        message: String::new(),
        notice: true,
        ..Typed::default()
    };
    let applicant = typed.check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
    let receipt = office.receive(&posting, applicant, document, token, posting.language).await.expect("a receipt");
    office.application_of(&receipt.code).await.expect("the application")
}

pub(crate) fn key(place: &Place) -> PathBuf {
    place.directory.path().join("elsewhere/generation.key")
}

pub(crate) fn copies(place: &Place) -> PathBuf {
    place.directory.path().join("copies")
}

pub(crate) async fn execute(db: &Db, statement: &str) {
    let done = db.read().execute(sqlx::AssertSqlSafe(statement.to_owned())).await;
    done.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

pub(crate) fn ms(passed: SignedDuration) -> i64 {
    (Timestamp::now() + passed).as_millisecond()
}

pub(crate) fn set_mode(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("the file is ours");
}

pub(crate) const DAY: SignedDuration = SignedDuration::from_hours(24);
