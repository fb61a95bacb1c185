//! Backups through the command line: made beside a process that serves, checked, restored, and cut short.

use crate::support;

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
    process::{Output, Stdio},
};

use axum::http::StatusCode;
use futures::future::join_all;
use office::{Office, decide::Decision, handover::Picked};
use rules::{access::Actor, application::Outcome, handover::Item, id::ApplicationId};
use sqlx::AssertSqlSafe;
use support::{Multipart, PASSWORD, Place, Reply, Served, both_engines, get, on_sqlite, pdf, post};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    process::Command,
};

const QUIET: (&str, &str) = ("ABLAUF_LOG_FILTER", "error");

/// A house that can be served, the address of its form, and a directory for backups.
struct House {
    place: Place,
    environment: Vec<(&'static str, String)>,
    form: String,
    outside: TempDir,
}

impl House {
    async fn new(place: Place, environment: Vec<(&'static str, String)>) -> Self {
        let office = place.office().await;
        let (form, _) = support::posting_for_ever(&office).await;
        office.close().await;
        Self { place, environment, form, outside: tempfile::tempdir().expect("a place for backups") }
    }

    fn backup(&self) -> PathBuf {
        self.outside.path().join("backup")
    }

    /// A command about the backup, with more in its environment.
    async fn run(&self, command: &[&str], more: &[(&str, &str)]) -> Output {
        let mut command = Command::from(self.place.ablauf(command));
        command.arg(self.backup()).envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.envs(more.iter().copied()).env(QUIET.0, QUIET.1).output().await.expect("the binary starts")
    }

    async fn done(&self, command: &[&str]) -> String {
        let output = self.run(command, &[]).await;
        assert!(output.status.success(), "{command:?}: {output:?}");
        stdout(&output)
    }

    /// How a command is refused: what it says on standard error.
    async fn refused(&self, command: &[&str]) -> String {
        let output = self.run(command, &[]).await;
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""), "{command:?}: {output:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// `fsck`, which needs neither data nor keys.
    async fn fsck(&self) -> Output {
        let mut command = Command::from(support::ablauf(["fsck"]));
        command.arg(self.backup()).output().await.expect("the binary starts")
    }

    async fn serve(&self) -> Served {
        let environment: Vec<(&str, &str)> =
            self.environment.iter().map(|(name, value)| (*name, value.as_str())).chain([QUIET]).collect();
        Served::start(&self.place, &environment, Stdio::inherit()).await.expect("it serves")
    }

    /// Sends the form; answers the receipt code.
    async fn apply(&self, served: &Served, token: impl Into<String>) -> String {
        let token = token.into();
        let request = Multipart::typed().text("token", token.as_bytes()).file("cv", "cv.pdf", &pdf(&token)).request(&self.form);
        let reply = served.send(request).await.expect("an answer");
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
        reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned()
    }
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

async fn hr(office: &Office) -> Actor {
    let session = office.sign_in("hr@example.org", PASSWORD).await.expect("HR signs in");
    office.session(&session).await.expect("an answer").expect("a session").actor
}

async fn count(db: &office::Db, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(db.read()).await.expect("a count")
}

async fn run(db: &office::Db, statement: String) {
    let mut tx = db.write().await.expect("a write");
    sqlx::query(AssertSqlSafe(statement)).execute(&mut *tx).await.expect("a statement");
    tx.commit().await.expect("a commit");
}

both_engines!(n10_a_backup_made_under_load_gives_back_whatever_was_not_erased_since, |place| async move {
    let house = House::new(place, Vec::new()).await;
    let mut served = house.serve().await;
    let codes = join_all((0..3).map(|n| house.apply(&served, format!("before {n}")))).await;
    let applying = async {
        for round in 0..4 {
            join_all((0..6).map(|n| house.apply(&served, format!("{round} {n}")))).await;
        }
    };
    let (output, ()) = tokio::join!(house.run(&["backup"], &[]), applying);
    assert!(output.status.success(), "{output:?}");
    assert!(stdout(&output).contains("log of ") && stdout(&output).contains(" root "), "{output:?}");
    let progress = String::from_utf8_lossy(&output.stderr).into_owned();
    for step in ["records: ", "log: ", "objects: "] {
        assert_eq!(progress.matches(step).count(), 1, "one line for each step: {progress}");
    }
    let fsck = house.fsck().await;
    assert_eq!((fsck.status.code(), stdout(&fsck).as_str()), (Some(0), "the backup is whole\n"), "{fsck:?}");
    assert!(house.refused(&["restore"]).await.contains("stop it first"));

    let office = house.place.office().await;
    let hr = hr(&office).await;
    let ids = join_all(codes.iter().map(|code| office.application_of(code))).await;
    let [erased, hired, kept]: [ApplicationId; 3] =
        ids.into_iter().collect::<Result<Vec<_>, _>>().expect("the applications").try_into().expect("three");
    let number = office.read_application(&hr, &erased).await.expect("the application").certificate_no;
    run(&office.records, format!("UPDATE application SET due_at = 0 WHERE id = '{erased}'")).await;
    let swept = Command::from(house.place.ablauf(["sweep"])).output().await.expect("the binary starts");
    assert!(stdout(&swept).contains("erased 1 application(s), failed 0"), "{swept:?}");
    let decision = Decision { outcome: Some(Outcome::Hired), reason: "Knows pumps.".to_owned(), rejection_received_at: None };
    office.decide(&hr, &hired, &decision).await.expect("a decision");
    let pick = |item: Item| Picked {
        item,
        purpose: item.proposed_purpose(),
        basis: item.proposed_purpose().proposed_basis(),
        necessity: "needed".to_owned(),
    };
    let picked = [Item::FirstName, Item::LastName, Item::Cv].map(pick);
    office.hand_over(&hr, &hired, &picked).await.expect("a handover");
    served.child.kill().await.expect("killed");

    let said = alone(&house, &["restore"]).await;
    for line in ["1 application(s) that were erased since stay erased", "1 handover\n", "1 outcome\n", "the log is whole: "] {
        assert!(said.contains(line), "{line:?} is not in {said}");
    }
    assert!(said.contains(&format!("1 outcome\n  {hired}\n")), "{said}");
    let verified = Command::from(house.place.ablauf(["audit", "verify"])).output().await.expect("the binary starts");
    assert!(verified.status.success(), "{verified:?}");

    let served = house.serve().await;
    let ask = async |request, expected: StatusCode| -> Reply {
        let reply = served.send(request).await.expect("an answer");
        assert_eq!(reply.status, expected, "{}", reply.text());
        reply
    };
    let status = async |code: &str, expected| ask(post("/status", "", &[("code", code)]), expected).await.text();
    status(&codes[0], StatusCode::NOT_FOUND).await;
    assert!(status(&number, StatusCode::OK).await.contains("id=\"certificate\""), "its certificate stands");
    status(&codes[1], StatusCode::OK).await;
    let cookie = ask(post("/sign-in", "", &[("email", "hr@example.org"), ("password", PASSWORD)]), StatusCode::SEE_OTHER).await;
    let cookie = cookie.cookie();
    for page in ["/office", "/office/applications", "/office/retention", "/office/employees"] {
        let page = ask(get(page, &cookie), StatusCode::OK).await.text();
        assert!(!page.contains(erased.as_str()), "{page}");
    }
    ask(get(&format!("/office/applications/{erased}"), &cookie), StatusCode::NOT_FOUND).await;
    for (id, content) in [(&hired, "before 1"), (&kept, "before 2")] {
        let here = format!("/office/applications/{id}");
        let page = ask(get(&here, &cookie), StatusCode::OK).await.text();
        assert!(page.contains("Lovelace"), "{page}");
        let document = page.split_once("/documents/").expect("a document").1;
        let document = ask(get(&format!("{here}/documents/{}", &document[..32]), &cookie), StatusCode::OK).await;
        assert_eq!(document.bytes, pdf(content));
    }
    let code = house.apply(&served, "a new one").await;
    status(&code, StatusCode::OK).await;
    assert_eq!(count(&office.records, "SELECT COUNT(*) FROM employee").await, 0);
    office.close().await;
});

/// Runs a command that must be alone with the store, as soon as PostgreSQL has noticed that a killed process is gone.
async fn alone(house: &House, command: &[&str]) -> String {
    loop {
        let output = house.run(command, &[]).await;
        if output.status.success() {
            return stdout(&output);
        }
        assert!(String::from_utf8_lossy(&output.stderr).contains("stop it first"), "{output:?}");
    }
}

/// In the order in which a restore comes past them.
const POINTS: [&str; 6] =
    ["restore.log", "restore.objects", "restore.keys", "restore.emptied", "restore.before_commit", "restore.committed"];

both_engines!(a_restore_that_dies_anywhere_leaves_the_old_records_whole_or_the_new, |place| async move {
    let house = House::new(place, Vec::new()).await;
    let mut served = house.serve().await;
    let code = house.apply(&served, "one").await;
    house.done(&["backup"]).await;
    let office = house.place.office().await;
    let hr = hr(&office).await;
    let id = office.application_of(&code).await.expect("the application");
    served.child.kill().await.expect("killed");
    drop(served);
    for point in POINTS {
        office.add_note(&hr, &id, "Later.").await.expect("a note");
        let notes = count(&office.records, "SELECT COUNT(*) FROM note").await;
        let died = loop {
            let output = house.run(&["restore"], &[("ABLAUF_KILL_AT", point)]).await;
            if !String::from_utf8_lossy(&output.stderr).contains("stop it first") {
                break output;
            }
        };
        assert!(!died.status.success() && stdout(&died).is_empty(), "it died at {point}: {died:?}");
        let left = count(&office.records, "SELECT COUNT(*) FROM note").await;
        assert_eq!(left, if point == "restore.committed" { 0 } else { notes }, "after a death at {point}");
        let opened = house.place.office().await;
        let view = opened.read_application(&hr, &id).await.unwrap_or_else(|error| panic!("after a death at {point}: {error}"));
        assert_eq!(view.contact.expect("the contact").last_name, "Lovelace", "after a death at {point}");
        assert!(opened.verify_log().await.expect("a verdict").is_good(), "after a death at {point}");
        opened.close().await;
    }
    office.add_note(&hr, &id, "Later.").await.expect("a note");
    let said = alone(&house, &["restore"]).await;
    assert!(said.contains("7 notes\n"), "each is in the log: {said}");
    assert_eq!(count(&office.records, "SELECT COUNT(*) FROM note").await, 0);
    office.close().await;
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_that_are_lost_but_for_the_keys_come_back_even_if_the_first_try_dies() {
    on_sqlite(|place| async move {
        let house = House::new(place, Vec::new()).await;
        let mut served = house.serve().await;
        let code = house.apply(&served, "one").await;
        house.done(&["backup"]).await;
        served.child.kill().await.expect("killed");
        let data = house.place.data();
        for lost in ["records.db", "records.db-wal", "records.db-shm", "log.db", "log.db-wal", "log.db-shm"] {
            drop(std::fs::remove_file(data.join(lost)));
        }
        std::fs::remove_dir_all(data.join("objects")).expect("the objects are lost");
        for point in POINTS {
            let died = house.run(&["restore"], &[("ABLAUF_KILL_AT", point)]).await;
            assert!(!died.status.success() && stdout(&died).is_empty(), "it died at {point}: {died:?}");
        }
        let said = house.done(&["restore"]).await;
        assert!(said.contains("1 application(s)"), "{said}");
        let office = house.place.office().await;
        let id = office.application_of(&code).await.expect("the application is back");
        assert!(office.read_application(&hr(&office).await, &id).await.is_ok());
        office.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_an_unfinished_and_a_strangers_backup_change_nothing() {
    on_sqlite(|place| async move {
        let house = House::new(place, Vec::new()).await;
        let mut served = house.serve().await;
        house.apply(&served, "one").await;
        house.done(&["backup"]).await;
        let drill = house.done(&["restore", "--drill"]).await;
        assert!(drill.contains("document: 1 of 1 opened, 0 erased since"), "{drill}");
        served.child.kill().await.expect("killed");
        // Closed in good order, SQLite leaves no write-ahead log that the next to open would fold.
        let verified = Command::from(house.place.ablauf(["audit", "verify"])).output().await.expect("the binary starts");
        assert!(verified.status.success(), "{verified:?}");
        let before = content(&house.place.data());

        let object =
            std::fs::read_dir(house.backup().join("objects")).expect("objects").next().expect("one").expect("one").path();
        let whole = std::fs::read(&object).expect("an object");
        let mut damaged = whole.clone();
        damaged[100] ^= 1;
        std::fs::write(&object, damaged).expect("damaged");
        let fsck = house.fsck().await;
        assert_eq!(fsck.status.code(), Some(1));
        assert!(stdout(&fsck).contains("was altered") && stdout(&fsck).lines().count() == 1, "{fsck:?}");
        assert!(house.refused(&["restore"]).await.contains("is damaged, and nothing was changed"));
        let drill = house.run(&["restore", "--drill"], &[]).await;
        assert_eq!(drill.status.code(), Some(1));
        assert!(stdout(&drill).contains("document: 0 of 1 opened"), "{drill:?}");
        std::fs::remove_file(&object).expect("removed");
        assert!(stdout(&house.fsck().await).contains("is missing"));
        std::fs::write(&object, whole).expect("as it was");
        assert!(house.fsck().await.status.success());

        let stranger = House::new(Place::sqlite(), Vec::new()).await;
        let theirs = House { outside: tempfile::tempdir().expect("a place"), ..stranger };
        std::fs::create_dir(theirs.backup()).expect("a directory");
        copy(&house.backup(), &theirs.backup());
        for command in [&["restore"][..], &["restore", "--drill"]] {
            assert!(theirs.refused(command).await.contains("belongs to another store"), "{command:?}");
        }

        std::fs::remove_file(house.backup().join("manifest.json")).expect("removed");
        assert!(stdout(&house.fsck().await).contains("never finished"));
        for command in [&["restore"][..], &["restore", "--drill"]] {
            assert!(house.refused(command).await.contains("never finished"), "{command:?}");
        }
        assert!(house.refused(&["backup"]).await.contains("is not empty"));
        let after = content(&house.place.data());
        let changed: Vec<_> = after.iter().filter(|file| !before.contains(file)).map(|(file, _)| file).collect();
        assert_eq!((changed, after.len()), (Vec::new(), before.len()), "nothing changed");
    })
    .await;
}

/// Every file of the data directory with its content, but for the lock, which is empty, and what SQLite keeps beside its files.
fn content(data: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = support::files(data);
    files
        .retain(|file| !file.to_string_lossy().ends_with("-shm") && file.file_name().is_some_and(|name| name != "presence.lock"));
    files.sort();
    files.into_iter().map(|file| (file.clone(), std::fs::read(&file).expect("a file"))).collect()
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a directory") {
        let (from, to) = (entry.as_ref().expect("an entry").path(), to.join(entry.expect("an entry").file_name()));
        if from.is_dir() {
            std::fs::create_dir(&to).expect("a directory");
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).expect("a copy");
        }
    }
}

both_engines!(objects_on_s3_are_backed_up_and_restored_into_an_empty_bucket, |place| async move {
    let address = std::env::var("ABLAUF_TEST_S3").expect("ABLAUF_TEST_S3 names an S3 server: run the tests by `scripts/nextest`");
    let unique = place.directory.path().file_name().expect("a name").to_string_lossy().trim_matches('.').to_lowercase();
    let (one, other) = (format!("one-{unique}"), format!("other-{unique}"));
    for bucket in [&one, &other] {
        make_bucket(&address, bucket).await;
    }
    let environment = |bucket: &str| {
        vec![
            ("ABLAUF_OBJECTS_URL", format!("s3://{bucket}")),
            ("AWS_ENDPOINT", address.clone()),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
        ]
    };
    let data = place.data();
    let mut house = House::new(place, environment(&one)).await;
    // It was made with objects of its own; from here on they lie in the bucket.
    std::fs::remove_dir_all(data.join("objects")).expect("no object yet");
    let mut served = house.serve().await;
    join_all((0..10).map(|n| house.apply(&served, format!("number {n}")))).await;
    let said = house.done(&["backup"]).await;
    assert!(said.contains("10 application(s), 10 object(s)"), "{said}");
    assert!(house.fsck().await.status.success());
    served.child.kill().await.expect("killed");

    house.environment = environment(&other);
    let said = alone(&house, &["restore"]).await;
    assert!(said.contains("put 10 object(s) into the store"), "{said}");
    let served = house.serve().await;
    let cookie = served.send(post("/sign-in", "", &[("email", "hr@example.org"), ("password", PASSWORD)])).await;
    let cookie = cookie.expect("an answer").cookie();
    let list = served.send(get("/office/applications", &cookie)).await.expect("an answer").text();
    let ids: HashSet<&str> = list.split("/office/applications/").skip(1).filter_map(|rest| rest.get(..32)).collect();
    let mut documents = HashSet::new();
    for id in ids {
        let here = format!("/office/applications/{id}");
        let page = served.send(get(&here, &cookie)).await.expect("an answer").text();
        let Some((_, document)) = page.split_once("/documents/") else { continue };
        let document = served.send(get(&format!("{here}/documents/{}", &document[..32]), &cookie)).await.expect("an answer");
        documents.insert(document.bytes);
    }
    assert_eq!(documents, (0..10).map(|n| pdf(&format!("number {n}"))).collect());
});

async fn make_bucket(address: &str, bucket: &str) {
    let host = address.strip_prefix("http://").expect("plain HTTP");
    let mut stream = TcpStream::connect(host).await.expect("the S3 server");
    let request = format!("PUT /{bucket} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
