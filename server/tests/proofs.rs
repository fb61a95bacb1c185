//! What the house hands out so that others can check it: at the desk, at `/status`, and on the command line.

use crate::support;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use axum::http::StatusCode;
use office::{Office, log::verify_proof};
use rules::{access::Role, id::EmployerId};
use support::{PASSWORD, Place, Reply, TestApp, both_engines};

const NUMBER: &str = "ABCD-EFGH-JKMN-PQRS";

/// A certificate as an erasure leaves it, waiting for its place in the log.
async fn certify(office: &Office) {
    let at = "2026-09-01T00:00:00Z";
    let body = format!(
        r#"{{"number":"{NUMBER}","posting":"p","closed_on":null,"due_at":"{at}","unreadable_at":"{at}","rows":9,"objects":1,"keys":1,"erased_at":"{at}"}}"#
    );
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ('c', 1, 'certificate', 'e', $1, $2)")
        .bind(NUMBER)
        .bind(body)
        .execute(&mut *tx)
        .await
        .expect("an entry");
    tx.commit().await.expect("a commit");
}

#[track_caller]
fn assert_saved(reply: &Reply, kind: &str, name: &str) {
    let header = |name: &str| reply.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
    assert_eq!(header("content-type"), kind);
    assert_eq!(header("content-disposition"), format!("attachment; filename=\"{name}\""));
    assert_eq!(header("cache-control"), "no-store");
}

both_engines!(n10_whoever_has_the_number_of_a_certificate_can_save_its_proof, |place| async move {
    let app = TestApp::open(place).await;
    certify(&app.office).await;
    let page = app.post("/status", "", &[("code", NUMBER)]).await.text();
    assert!(page.contains("action=\"/status/proof\"") && page.contains(NUMBER), "{page}");

    app.account("privacy@example.org", Role::Privacy, None).await;
    let privacy = app.sign_in("privacy@example.org").await;
    let file = app.directory.path().join("proof.json");
    let typed = NUMBER.to_lowercase().replace('-', " ");
    for (path, cookie, field) in [("/status/proof", "", "code"), ("/office/audit/proof", privacy.as_str(), "number")] {
        let reply = app.post(path, cookie, &[(field, typed.as_str())]).await;
        assert_saved(&reply, "application/json", "certificate-proof.json");
        fs::write(&file, reply.text()).expect("written");
        let proved = verify_proof(&file, None, None).unwrap_or_else(|flaw| panic!("{path}: {flaw}"));
        assert_eq!(proved.certificate.number, NUMBER);
    }
    let reply = app.post("/status/proof", "", &[("code", "ABCD-EFGH-JKMN-PQRT")]).await;
    assert_eq!(reply.status, StatusCode::NOT_FOUND);
    assert!(reply.text().contains("ABCD-EFGH-JKMN-PQRT"), "what was typed stays: {}", reply.text());
    let reply = app.post("/office/audit/proof", &privacy, &[("number", "ABCD-EFGH-JKMN-PQRT")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["ABCD-EFGH-JKMN-PQRT", "No certificate has this number yet", "href=\"#proof-number\""] {
        assert!(reply.text().contains(said), "{said} is missing: {}", reply.text());
    }

    // What the officer keeps elsewhere fits the log.
    let checkpoint = app.get("/office/audit/checkpoint", &privacy).await;
    assert_saved(&checkpoint, "text/plain; charset=utf-8", "checkpoint.txt");
    let key = app.get("/office/audit/key", &privacy).await;
    assert_saved(&key, "text/plain; charset=utf-8", "key.txt");
    let compared = app.office.compare_checkpoint(Some(&key.text()), checkpoint.text().as_bytes()).await;
    assert!(compared.expect("it fits") > 0);
});

fn output(mut command: Command) -> Output {
    command.output().expect("the binary starts")
}

/// What a command printed, if it ended well.
#[track_caller]
fn printed(output: &Output) -> String {
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Fails unless the command ended with 1 and said so in one sentence.
#[track_caller]
fn assert_says(output: &Output, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(said.starts_with("ablauf: ") && said.contains(words) && said.trim_end().lines().count() == 1, "{words:?}: {said}");
}

/// A place with some entries in its log; answers the directory beside it for what is handed out.
async fn begun(place: &Place) -> PathBuf {
    let house = place.office().await;
    let employer = house.add_employer("Gasthof Linde GmbH").await.expect("an employer");
    account(&house, &employer, "one@example.org").await;
    certify(&house).await;
    house.close().await;
    let outside = place.directory.path().join("outside");
    fs::create_dir(&outside).expect("a directory");
    outside
}

async fn account(house: &Office, employer: &EmployerId, email: &str) {
    house.add_account(email, "Somebody", PASSWORD, employer, Role::Hr, None).await.expect("an account");
}

both_engines!(n10_an_export_is_verified_without_the_database_and_a_rewritten_log_is_found, |place| async move {
    let outside = begun(&place).await;
    let export = outside.join("export");
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let quiet = |mut command: Command| {
        command.env("ABLAUF_LOG_FILTER", "error");
        output(command)
    };
    let exported = printed(&quiet(place.ablauf(["audit", "export", &text(&export)])));
    let key = fs::read_to_string(export.join("key.txt")).expect("a key");
    assert!(exported.contains(&format!("signed by {key}")), "{exported}");

    // Somebody else, with the files alone.
    let verify = |arguments: &[&str]| {
        let mut command = support::ablauf([&["audit", "verify"][..], arguments].concat());
        command.current_dir(&outside);
        quiet(command)
    };
    let whole = printed(&verify(&[&text(&export)]));
    assert!(whole.starts_with("the export is whole: ") && whole.contains("compare this key"), "{whole}");
    let noted = outside.join("noted.txt");
    fs::copy(export.join("checkpoint.txt"), &noted).expect("noted");
    let named = ["--key", key.trim_end(), "--checkpoint", "noted.txt"];
    let whole = printed(&verify(&[&[text(&export).as_str()][..], &named].concat()));
    assert!(whole.contains("are those of the checkpoint that was noted") && !whole.contains("compare this key"), "{whole}");
    assert!(!outside.join("data").exists(), "no data directory is made");

    // The same, from the database; and the checkpoint outside.
    let checkpoints = [("ABLAUF_CHECKPOINTS", text(&outside))];
    let house = |arguments: &[&str]| {
        let mut command = place.ablauf(arguments);
        command.envs(checkpoints.iter().map(|(name, value)| (name, value)));
        quiet(command)
    };
    printed(&house(&["sweep"]));
    let kept: Vec<_> = fs::read_dir(&outside)
        .expect("files")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("checkpoint-"))
        .collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    let noted = text(&noted);
    let verified = printed(&house(&["audit", "verify", "--checkpoint", &noted]));
    assert!(verified.starts_with("the log is whole: ") && verified.contains(&kept[0]), "{verified}");

    let office = place.office().await;
    let mut tx = office.log.write().await.expect("a transaction");
    for statement in ["DELETE FROM node", "DELETE FROM checkpoint", "DELETE FROM leaf"] {
        sqlx::query(statement).execute(&mut *tx).await.expect("a statement");
    }
    tx.commit().await.expect("a commit");
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("UPDATE log_mark SET size = 0").execute(&mut *tx).await.expect("a statement");
    tx.commit().await.expect("a commit");
    let employer = office.add_employer("Another past").await.expect("an employer");
    for n in 0..9 {
        account(&office, &employer, &format!("{n}@example.org")).await;
    }
    office.sequence().await.expect("the log");
    office.close().await;
    let rewritten = "the log was rewritten: its first";
    assert_says(&house(&["audit", "verify", "--checkpoint", &noted]), rewritten);
    assert_says(&house(&["audit", "verify"]), rewritten);
    assert_says(&house(&["sweep"]), rewritten);
    let again = outside.join("again");
    printed(&quiet(place.ablauf(["audit", "export", &text(&again)])));
    assert_says(&verify(&[&text(&again), "--checkpoint", &noted]), rewritten);
    printed(&verify(&[&text(&again)]));
    assert_says(&verify(&["nowhere"]), "nowhere");
    assert_says(&verify(&[&text(&outside)]), "is no export of a log");
    assert_says(&quiet(place.ablauf(["audit", "export", &text(&again)])), "is not empty");
});
