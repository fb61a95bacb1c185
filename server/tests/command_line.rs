//! The commands, as scripts outside the project call them: what they print, and how they end.

use crate::support;

use std::{
    collections::BTreeMap,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use axum::http::StatusCode;
use rules::{access::Role, application::Outcome};
use support::{Multipart, Place, Served, TestApp, ablauf, files, pdf};

const KEY: &str = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

fn output(mut command: Command) -> Output {
    command.output().expect("the binary starts")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Fails unless the command ended with `code`, printed nothing, and said `words` on standard error.
#[track_caller]
fn assert_refused(output: &Output, code: i32, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!((output.status.code(), stdout(output).as_str()), (Some(code), ""), "{said}");
    assert!(said.contains(words), "{words:?} is not in {said}");
}

/// Every row of the table in docs/RETENTION.md: a close, at noon in Berlin where only its day counts, and the two lines.
#[test]
fn n10_retention_date_prints_the_last_day_and_the_instant_for_each_row_of_the_calendar() {
    let rows = [
        ("2026-01-31T12:00:00+01:00", "2026-07-31", "2026-07-31T22:00:00Z"),
        ("2026-02-28T12:00:00+01:00", "2026-08-28", "2026-08-28T22:00:00Z"),
        ("2026-03-31T12:00:00+02:00", "2026-09-30", "2026-09-30T22:00:00Z"),
        ("2026-08-28T12:00:00+02:00", "2027-02-28", "2027-02-28T23:00:00Z"),
        ("2026-08-29T12:00:00+02:00", "2027-02-28", "2027-02-28T23:00:00Z"),
        ("2026-08-30T12:00:00+02:00", "2027-02-28", "2027-02-28T23:00:00Z"),
        ("2026-08-31T12:00:00+02:00", "2027-02-28", "2027-02-28T23:00:00Z"),
        ("2027-08-28T12:00:00+02:00", "2028-02-28", "2028-02-28T23:00:00Z"),
        ("2027-08-29T12:00:00+02:00", "2028-02-29", "2028-02-29T23:00:00Z"),
        ("2027-08-30T12:00:00+02:00", "2028-02-29", "2028-02-29T23:00:00Z"),
        ("2027-08-31T12:00:00+02:00", "2028-02-29", "2028-02-29T23:00:00Z"),
        ("2028-02-29T12:00:00+01:00", "2028-08-29", "2028-08-29T22:00:00Z"),
        ("2026-08-31T21:59:59Z", "2027-02-28", "2027-02-28T23:00:00Z"),
        ("2026-08-31T22:00:00Z", "2027-03-01", "2027-03-01T23:00:00Z"),
    ];
    for (closed, last_day, erased_from) in rows {
        let output = output(ablauf(["retention", "date", "--closed", closed]));
        assert!(output.status.success(), "{closed}: {output:?}");
        assert_eq!(stdout(&output), format!("{last_day}\n{erased_from}\n"), "a close at {closed}");
    }
}

#[test]
fn retention_date_refuses_what_is_no_instant_and_no_period_and_makes_no_directory() {
    let empty = tempfile::tempdir().expect("a directory");
    let date = |arguments: &[&str]| {
        let mut command = ablauf(["retention", "date"]);
        command.args(arguments).current_dir(empty.path());
        output(command)
    };
    for nonsense in ["soon", "", "2026-13-01T00:00:00Z", "2026-02-30T12:00:00Z", "2026-08-31", "2026-08-31T12:00:00"] {
        assert_refused(&date(&["--closed", nonsense]), 2, "--closed <RFC3339>");
    }
    assert_refused(&date(&[]), 2, "--closed <RFC3339>");
    for months in ["0", "61"] {
        assert_refused(&date(&["--closed", "2026-08-31T21:59:59Z", "--months", months]), 1, "a period has 1 to 60 months");
    }
    assert!(date(&["--closed", "2026-08-31T21:59:59Z"]).status.success());
    assert_eq!(files(empty.path()), Vec::<PathBuf>::new());
}

#[test]
fn vault_open_prints_what_was_sealed_and_nothing_of_what_was_damaged() {
    let run = |command: &str, input: &[u8]| {
        let mut child = ablauf(["vault", command, "--key-hex", KEY, "--context-hex", "c0ffee"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        child.stdin.take().expect("its input").write_all(input).expect("written");
        child.wait_with_output().expect("it ends")
    };
    let plain = b"nobody else's business";
    let sealed = run("seal", plain);
    assert!(sealed.status.success(), "{sealed:?}");
    let opened = run("open", &sealed.stdout);
    assert_eq!((opened.status.code(), &opened.stdout[..]), (Some(0), &plain[..]));

    // Salt, commitment, content, tag; then the end is missing.
    for place in [0, 24, 56, sealed.stdout.len() - 1] {
        let mut damaged = sealed.stdout.clone();
        damaged[place] ^= 1;
        assert_refused(&run("open", &damaged), 1, "ablauf: ");
    }
    assert_refused(&run("open", &sealed.stdout[..sealed.stdout.len() - 1]), 1, "ablauf: ");
}

/// Every file below a directory with its content.
fn content(directory: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files(directory).into_iter().map(|path| (path.clone(), std::fs::read(&path).expect("a file"))).collect()
}

#[tokio::test]
async fn sweep_dry_run_says_what_is_due_and_changes_no_byte() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let posting = app.open_posting(&hr).await;
    for n in ["one", "two"] {
        let form = Multipart::typed().file("cv", "cv.pdf", &pdf(n));
        app.call(form.request(&app.form_of(&hr, &posting).await)).await;
    }
    let undecided = app.office.undecided(&hr, &posting).await.expect("a list");
    app.office.decide_each(&hr, &undecided, Outcome::Rejected, "").await.expect("decided");
    app.office.close_posting(&hr, &posting).await.expect("closed");
    let open = app.open_posting(&hr).await;
    app.office.close().await;

    let place = Place { directory: app.directory, database: None, urls: None };
    let sweep = |arguments: &[&str]| output(place.ablauf([&["sweep"][..], arguments].concat()));
    let before = content(&place.data());
    // Closed on 1 September; the other posting closes by its plan on 30 April.
    let why = format!("posting {posting}: 2 application(s), closed 2026-09-01, last day 2027-03-01\n");
    for (now, said) in [
        ("2027-03-01T22:59:59Z", "would close 0 procedure(s), would erase 0 application(s)\n".to_owned()),
        ("2027-03-01T23:00:00Z", format!("would close 0 procedure(s), would erase 2 application(s)\n{why}")),
        ("2027-04-29T22:00:00Z", format!("would close 1 procedure(s), would erase 2 application(s)\n{why}")),
    ] {
        let output = sweep(&["--dry-run", "--now", now]);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), said.as_str()), "{output:?}");
        assert!(content(&place.data()) == before, "the dry run at {now} changed something");
    }
    let swept = sweep(&["--now", "2027-04-29T22:00:00Z"]);
    assert!(swept.status.success(), "{swept:?}");
    assert!(stdout(&swept).starts_with("closed 1 procedure(s), erased 2 application(s), failed 0\n"), "{swept:?}");
    let house = place.office().await;
    assert!(house.read_posting(&hr, &open).await.expect("the posting").posting.closed_at.is_some());
    let left: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM application").fetch_one(house.records.read()).await.expect("a count");
    assert_eq!(left, 0);
}

#[tokio::test]
async fn an_account_at_an_employer_that_nobody_knows_makes_another_only_if_that_is_said() {
    let place = Place::sqlite();
    let add = |email: &str, employer: &str, more: &[&str]| {
        let named = ["user", "add", "--email", email, "--name", "Jana", "--employer", employer, "--role", "admin"];
        let mut command = place.ablauf([&named[..], more].concat());
        command.env("ABLAUF_PASSWORD", support::PASSWORD);
        output(command)
    };
    let added = |output: Output| assert!(output.status.success(), "{output:?}");
    added(add("one@example.org", "Werk & Wandel GmbH", &[]));
    added(add("two@example.org", "Werk & Wandel GmbH", &[]));
    let words = "no employer is called \"Havelwerk\" (there is \"Werk & Wandel GmbH\"); give --employer one of these names, or add \
                 --new-employer to make another";
    assert_refused(&add("three@example.org", "Havelwerk", &[]), 1, words);
    added(add("three@example.org", "Havelwerk", &["--new-employer"]));
    added(add("four@example.org", "Havelwerk", &["--new-employer"]));
    let office = place.office().await;
    let names: Vec<_> = office.employers().await.expect("the employers").into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["Werk & Wandel GmbH", "Havelwerk"]);
}

#[test]
fn a_mistyped_data_directory_is_not_made() {
    let place = Place::sqlite();
    for arguments in [&["sweep"][..], &["sweep", "--dry-run"], &["audit", "verify"], &["fsck"], &["fsck", "--repair"]] {
        assert_refused(&output(place.ablauf(arguments)), 1, "there is no data directory");
        assert!(!place.data().exists(), "{arguments:?} made one");
    }
    assert_refused(&output(place.ablauf(["sweep", "--now", "tomorrow"])), 2, "--now <RFC3339>");
}

#[test]
fn the_demonstration_with_its_well_known_passwords_is_served_to_this_machine_alone() {
    let place = Place::sqlite();
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:0"] {
        let refused = output(place.ablauf(["serve", "--demo", "--listen", address]));
        assert_refused(&refused, 1, "listens on a loopback address only");
        assert!(!place.data().exists(), "{address} made a data directory");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fsck_tells_beside_a_process_that_serves_and_repairs_alone_after_it_has_said_what_it_will_do() {
    let place = Place::sqlite();
    let office = place.office().await;
    let (form, _) = support::posting_for_ever(&office).await;
    office.close().await;
    let fsck = |arguments: &[&str], environment: &[(&str, &str)]| {
        let mut command = place.ablauf([&["fsck"][..], arguments].concat());
        command.env("ABLAUF_LOG_FILTER", "error").envs(environment.iter().copied()).stdin(Stdio::null());
        output(command)
    };
    let (well, ill) = ("rows, objects, keys and log fit together\n", "1 finding(s), of which --repair puts 1 right\n");

    let served = Served::start(&place, &[("ABLAUF_LOG_FILTER", "error")], Stdio::inherit()).await.expect("it serves");
    let request = Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&form);
    assert_eq!(served.send(request).await.expect("an answer").status, StatusCode::SEE_OTHER);
    for arguments in [&[][..], &["--deep"]] {
        let output = fsck(arguments, &[]);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), well), "{output:?}");
    }
    assert_refused(&fsck(&["--repair", "--yes"], &[]), 1, "a process serves");
    drop(served);

    // Forms that led nowhere.
    let office = place.office().await;
    let alone = async || -> i64 {
        let query = "SELECT COUNT(*) FROM submission WHERE token_hash LIKE 'alone %'";
        sqlx::query_scalar(query).fetch_one(office.records.read()).await.expect("a count")
    };
    for n in 1..=3 {
        let mut tx = office.records.write().await.expect("a write");
        sqlx::query("INSERT INTO submission (token_hash, application_id, at) VALUES ($1, $2, 1)")
            .bind(format!("alone {n}"))
            .bind(format!("{n:032x}"))
            .execute(&mut *tx)
            .await
            .expect("a form");
        tx.commit().await.expect("a commit");
    }
    let told = fsck(&[], &[]);
    let said = stdout(&told);
    assert_eq!(told.status.code(), Some(1), "{told:?}");
    assert!(said.starts_with("submission_alone: 3 form(s) without") && said.ends_with(ill), "{said}");
    let before = said.strip_suffix(ill).expect("the summary");

    // Nobody has said yes.
    let asked = fsck(&["--repair"], &[]);
    let plan = "the repair will\n  submission_alone: remove them";
    assert!(asked.status.code() == Some(1) && stdout(&asked).starts_with(&format!("{before}{plan}")), "{asked:?}");
    assert!(String::from_utf8_lossy(&asked.stderr).contains("--yes") && alone().await == 3, "{asked:?}");
    // It dies half way, and is made again.
    let killed = fsck(&["--repair", "--yes"], &[("ABLAUF_KILL_AT", "fsck.repaired:2")]);
    assert_eq!((killed.status.code(), alone().await), (None, 1), "{killed:?}");
    let repaired = fsck(&["--repair", "--yes"], &[]);
    assert_eq!(repaired.status.code(), Some(0), "{repaired:?}");
    assert!(stdout(&repaired).ends_with(&format!("repaired submission_alone: 1\n{well}")), "{repaired:?}");
    assert_eq!(alone().await, 0);
    office.close().await;

    assert_refused(&fsck(&["--yes"], &[]), 2, "--repair");
    assert_refused(&fsck(&["/no/such/backup", "--repair"], &[]), 2, "--repair");
    let nothing = fsck(&["--repair"], &[]);
    assert_eq!(stdout(&nothing), format!("there is nothing that a repair can put right\n{well}"), "{nothing:?}");
}
