//! What can be proven without the house: signed checkpoints outside, exports of the log, proofs of certificates.
#![expect(clippy::disallowed_methods, reason = "another house has randomness of its own")]

use crate::support;

use std::{
    fs,
    path::{Path, PathBuf},
};

use jiff::SignedDuration;
use office::{
    Db, Error, Office, Rng, Settings, backup,
    doctor::examine,
    log::{Certificate, Flaw, Proved, verify_export, verify_proof},
};
use sqlx::AssertSqlSafe;
use support::{TestOffice, both_engines};

const NUMBER: &str = "ABCD-EFGH-JKMN-PQRS";

/// Leaves an entry waiting, as an act would.
async fn enter(office: &Office, kind: &str, subject: &str, id: u64, body: &str) {
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, $2, $3, 'e', $4, $5)")
        .bind(format!("{id:032x}"))
        .bind(i64::try_from(id).expect("an instant"))
        .bind(kind)
        .bind(subject)
        .bind(body)
        .execute(&mut *tx)
        .await
        .expect("an entry");
    tx.commit().await.expect("a commit");
}

/// Enters lines of the journal and gives them their places.
async fn grow(office: &Office, ids: std::ops::Range<u64>) {
    for id in ids {
        enter(office, "journal", "s", id, r#"{"by":"house","what":"test","subjects":["ä \"quoted\""]}"#).await;
    }
    office.sequence().await.expect("the log");
}

/// A certificate that waits for its place.
async fn certify(office: &Office, id: u64) -> Certificate {
    let certificate = Certificate {
        class: None,
        number: NUMBER.to_owned(),
        posting: "p".to_owned(),
        closed_on: Some("2026-05-31".to_owned()),
        due_at: office.now(),
        unreadable_at: office.now(),
        rows: 9,
        objects: 1,
        keys: 1,
        erased_at: office.now(),
    };
    enter(office, "certificate", NUMBER, id, &serde_json::to_string(&certificate).expect("a body")).await;
    certificate
}

/// The same store, with a directory outside for its checkpoints.
async fn with_checkpoints(office: &TestOffice) -> (Office, PathBuf) {
    let outside = office.directory.path().join("outside");
    let settings = Settings { checkpoints: Some(outside.clone()), ..(*office.settings).clone() };
    (Office::open(settings, office.clock.clone(), office.rng.clone()).await.expect("it opens"), outside)
}

async fn proof_in(office: &Office, directory: &Path) -> PathBuf {
    let file = directory.join("proof.json");
    fs::write(&file, office.prove_certificate(NUMBER).await.expect("a proof")).expect("written");
    file
}

async fn export_in(office: &Office, directory: &Path) -> PathBuf {
    let export = directory.join("export");
    office.export_log(&export).await.expect("an export");
    export
}

async fn newest_checkpoint(office: &Office, directory: &Path) -> Vec<u8> {
    let export = directory.join("export for its checkpoint");
    office.export_log(&export).await.expect("an export");
    let checkpoint = fs::read(export.join("checkpoint.txt")).expect("a checkpoint");
    fs::remove_dir_all(export).expect("removed");
    checkpoint
}

/// Fails unless the words say what is wrong.
#[track_caller]
fn assert_says<T>(answer: Result<T, impl std::fmt::Display>, words: &str) {
    match answer {
        Ok(_) => panic!("nothing was found wrong; it ought to say {words:?}"),
        Err(said) => assert!(said.to_string().contains(words), "{words:?} is not in {said}"),
    }
}

/// Every byte of a file, one after the other, is another: the check must find each.
#[track_caller]
fn assert_each_byte_counts(file: &Path, check: impl Fn() -> Result<(), Flaw>) {
    let whole = fs::read(file).expect("a file");
    for at in 0..whole.len() {
        // One bit, each in its turn, and what makes a capital of a letter and a tab or a line feed of a space.
        for flip in [1 << (at % 8), 0x20, 0x29] {
            let mut altered = whole.clone();
            altered[at] ^= flip;
            fs::write(file, &altered).expect("written");
            let around = String::from_utf8_lossy(&whole[at.saturating_sub(20)..whole.len().min(at + 20)]).into_owned();
            assert!(check().is_err(), "{}: byte {at} with {flip:#x} is not found, in {around:?}", file.display());
        }
    }
    fs::write(file, &whole).expect("written");
    check().unwrap_or_else(|flaw| panic!("as it was, it is whole: {flaw}"));
}

/// RFC 9162, section 2.1.3.2, word for word, over what stands in the file: another algorithm than the one that the house uses.
mod oracle {
    use data_encoding::{BASE64, HEXLOWER};
    use serde_json::Value;
    use sha2::{Digest as _, Sha256};

    fn hash(parts: &[&[u8]]) -> Vec<u8> {
        Sha256::digest(parts.concat()).to_vec()
    }

    pub(super) fn leaf(entry: &Value) -> Vec<u8> {
        let at = entry["at"].as_i64().expect("an instant").to_be_bytes();
        let text = |name: &str| entry[name].as_str().expect("a text").as_bytes();
        let mut bytes = vec![0, 1];
        for part in [text("id"), &at[..], text("kind"), text("employer_id"), text("subject"), text("body")] {
            bytes.extend((part.len() as u32).to_be_bytes());
            bytes.extend(part);
        }
        hash(&[&bytes])
    }

    pub(super) fn is_in(file: &[u8]) -> bool {
        let file: Value = serde_json::from_slice(file).expect("JSON");
        let lines: Vec<&str> = file["checkpoint"].as_str().expect("a checkpoint").lines().collect();
        let (size, root) = (lines[1].parse::<u64>().expect("a size"), BASE64.decode(lines[2].as_bytes()).expect("a root"));
        let (mut place, mut last) = (file["index"].as_u64().expect("an index"), size - 1);
        let mut found = leaf(&file["entry"]);
        for step in file["proof"].as_array().expect("a proof") {
            let step = HEXLOWER.decode(step.as_str().expect("a hash").as_bytes()).expect("a hash");
            if last == 0 {
                return false;
            }
            if place & 1 == 1 || place == last {
                found = hash(&[&[1], &step, &found]);
                while place & 1 == 0 && place != 0 {
                    (place, last) = (place >> 1, last >> 1);
                }
            } else {
                found = hash(&[&[1], &found, &step]);
            }
            (place, last) = (place >> 1, last >> 1);
        }
        last == 0 && found == root
    }
}

both_engines!(n10_a_certificates_proof_holds_after_one_two_and_a_thousand_more_entries, |office| async move {
    let directory = office.directory.path();
    grow(&office, 0..5).await;
    let certificate = certify(&office, 5).await;
    let mut proofs = Vec::new();
    let mut next = 6;
    for more in [0, 1, 2, 1000] {
        grow(&office, next..next + more).await;
        next += more;
        let file = proof_in(&office, directory).await;
        let bytes = fs::read(&file).expect("a file");
        assert!(oracle::is_in(&bytes), "after {more} more");
        proofs.push(bytes);
    }
    let key = office.public_log_key().expect("a key");
    let sizes = [6, 7, 9, 1009];
    for (proof, size) in proofs.iter().zip(sizes) {
        let file = directory.join("kept.json");
        fs::write(&file, proof).expect("written");
        let Proved { certificate: proved, index, size: of, .. } =
            verify_proof(&file, Some(&key), None).unwrap_or_else(|flaw| panic!("of {size} entries: {flaw}"));
        assert_eq!((&proved, index, of), (&certificate, 5, size), "an older proof holds for ever, and says of when it is");
    }
    for other in ["ABCD-EFGH-JKMN-PQRT", "", "e"] {
        let refused = office.prove_certificate(other).await;
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
    }
});

both_engines!(n10_no_byte_of_a_certificates_proof_can_be_another, |office| async move {
    grow(&office, 0..5).await;
    certify(&office, 5).await;
    grow(&office, 6..11).await;
    let file = proof_in(&office, office.directory.path()).await;
    assert_each_byte_counts(&file, || verify_proof(&file, None, None).map(drop));
});

both_engines!(a_proof_names_no_account_and_no_application, |office| async move {
    grow(&office, 0..5).await;
    certify(&office, 5).await;
    let file = proof_in(&office, office.directory.path()).await;
    let proof: serde_json::Value = serde_json::from_slice(&fs::read(file).expect("a file")).expect("JSON");
    let names = |value: &serde_json::Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&proof), ["checkpoint", "entry", "format", "index", "key", "proof"]);
    assert_eq!(names(&proof["entry"]), ["at", "body", "employer_id", "id", "kind", "subject"]);
    let body: serde_json::Value = serde_json::from_str(proof["entry"]["body"].as_str().expect("a body")).expect("JSON");
    assert_eq!(
        names(&body),
        ["closed_on", "due_at", "erased_at", "keys", "number", "objects", "posting", "rows", "unreadable_at"]
    );
});

both_engines!(a_proof_that_another_house_signed_is_found, |office| async move {
    let directory = office.directory.path();
    certify(&office, 0).await;
    let file = proof_in(&office, directory).await;
    let elsewhere = tempfile::tempdir().expect("a directory");
    let settings = Settings::in_directory(elsewhere.path().to_owned(), office.settings.zone.clone());
    let rng = Rng::new(|bytes| getrandom::fill(bytes).expect("random bytes"));
    let other = Office::open(settings, office.clock.clone(), rng).await.expect("another house");
    grow(&other, 0..3).await;
    let (ours, theirs) = (office.public_log_key().expect("a key"), other.public_log_key().expect("a key"));
    verify_proof(&file, Some(&format!("{ours}\n")), None).expect("it is ours");
    assert_says(verify_proof(&file, Some(&theirs), None), "it is signed by another key than the one you named");
    assert_says(verify_proof(&file, Some("ours"), None), "is no public key of a log");
    let noted = newest_checkpoint(&office, directory).await;
    verify_proof(&file, None, Some(&noted)).expect("it is of this checkpoint");
    grow(&office, 1..2).await;
    let noted = newest_checkpoint(&office, directory).await;
    assert_says(verify_proof(&file, None, Some(&noted)), "the proof is of a log of 1 entries and the checkpoint of 2");
    let noted = newest_checkpoint(&other, directory).await;
    assert_says(verify_proof(&file, None, Some(&noted)), "the checkpoint is not signed by");
});

both_engines!(n10_no_byte_of_an_export_can_be_another, |office| async move {
    grow(&office, 0..3).await;
    certify(&office, 3).await;
    grow(&office, 4..6).await;
    let export = export_in(&office, office.directory.path()).await;
    let mut files: Vec<_> = fs::read_dir(&export).expect("files").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let names: Vec<_> = files.iter().map(|file| file.file_name().expect("a name").to_string_lossy().into_owned()).collect();
    let expected =
        ["checkpoint.txt", "checkpoints.jsonl", "entries-000000000000.jsonl", "key.txt", "manifest.json", "manifest.sha256"];
    assert_eq!(names, expected);
    for file in &files {
        assert_each_byte_counts(file, || verify_export(&export, None, None).map(drop));
        let whole = fs::read(file).expect("a file");
        fs::remove_file(file).expect("removed");
        assert!(verify_export(&export, None, None).is_err(), "{} is missed", file.display());
        fs::write(file, whole).expect("written");
    }
});

both_engines!(an_export_says_where_it_was_altered_and_anybody_can_recompute_it, |office| async move {
    for (from, to) in [(0, 700), (700, 1300)] {
        grow(&office, from..to).await;
    }
    let export = export_in(&office, office.directory.path()).await;
    let whole = verify_export(&export, Some(&office.public_log_key().expect("a key")), None).expect("it is whole");
    let verdict = office.verify_log().await.expect("a verdict").to_string();
    assert_eq!(verdict, format!("the log is whole: {} entries, root {}", whole.size, whole.root));

    let entries = export.join("entries-000000000000.jsonl");
    let text = fs::read_to_string(&entries).expect("entries");
    let lines: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for line in &lines {
        assert_eq!(line["hash"], data_encoding::HEXLOWER.encode(&oracle::leaf(&line["entry"])));
    }
    let alter = |text: String, words: &str| {
        fs::write(&entries, text).expect("written");
        assert_says(verify_export(&export, None, None), words);
    };
    let mut altered = lines.clone();
    altered[321]["entry"]["subject"] = "another".into();
    let written = |lines: &[serde_json::Value]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
    alter(written(&altered), "entry 321 was altered");
    altered[321]["hash"] = data_encoding::HEXLOWER.encode(&oracle::leaf(&altered[321]["entry"])).into();
    alter(written(&altered), "something among the entries 0 to 499 was altered, removed or added");
    let without: Vec<_> = lines.iter().filter(|line| line["index"] != 77).cloned().collect();
    alter(written(&without), "entry 77 is missing");
    alter(written(&lines[..1290]), "entries-000000000000.jsonl was altered");
    alter(text.replacen('{', "", 1), "line 1 of entries-000000000000.jsonl was altered");
    fs::write(&entries, &text).expect("written");
    verify_export(&export, None, None).expect("as it was, it is whole");
    assert_says(office.export_log(&export).await, "is not empty");
    assert_says(verify_export(office.directory.path(), None, None), "is no export of a log");
});

/// Writes the log anew with one entry changed, its tree and checkpoints recomputed, as somebody with the databases could.
async fn rewrite(office: &Office) {
    let leaves = "SELECT id, at, kind, employer_id, subject, body FROM leaf";
    let leaves: Vec<(String, i64, String, String, String, String)> =
        sqlx::query_as(leaves).fetch_all(office.log.read()).await.expect("the log");
    for table in ["leaf", "node", "checkpoint"] {
        run(&office.log, &format!("DELETE FROM {table}")).await;
    }
    let mut tx = office.records.write().await.expect("a transaction");
    for (id, at, kind, employer, subject, body) in leaves {
        let subject = if at == 3 { "somebody else".to_owned() } else { subject };
        sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(id)
            .bind(at)
            .bind(kind)
            .bind(employer)
            .bind(subject)
            .bind(body)
            .execute(&mut *tx)
            .await
            .expect("an entry");
    }
    tx.commit().await.expect("a commit");
    office.sequence().await.expect("the log");
}

async fn run(db: &Db, statement: &str) {
    let mut tx = db.write().await.expect("a transaction");
    sqlx::query(AssertSqlSafe(statement.to_owned())).execute(&mut *tx).await.expect("a statement");
    tx.commit().await.expect("a commit");
}

both_engines!(n10_a_log_rewritten_with_a_recomputed_tree_is_found_against_an_older_checkpoint, |office| async move {
    let directory = office.directory.path();
    let (house, outside) = with_checkpoints(&office).await;
    fs::create_dir(&outside).expect("a directory");
    grow(&house, 0..10).await;
    let kept = house.keep_checkpoint().await.expect("kept").expect("a checkpoint");
    assert_eq!((kept.size, &kept.file), (10, &outside.join("checkpoint-10.txt")));
    let noted = fs::read(&kept.file).expect("a checkpoint");
    grow(&house, 10..20).await;
    let export = export_in(&house, directory).await;
    let key = house.public_log_key().expect("a key");
    let whole = verify_export(&export, Some(&key), Some(&noted)).expect("the log goes on from it");
    assert_eq!((whole.size, whole.continues), (20, Some(10)));
    assert_eq!(house.compare_checkpoint(None, &noted).await.expect("so does the database"), 10);

    rewrite(&house).await;
    fs::remove_dir_all(&export).expect("removed");
    let export = export_in(&house, directory).await;
    assert!(house.verify_log().await.expect("a verdict").is_good(), "by itself it is whole");
    verify_export(&export, Some(&key), None).expect("and signed with the house's own key");
    let words = "the log was rewritten: its first 10 entries are not those that the checkpoint speaks of";
    assert_says(verify_export(&export, Some(&key), Some(&noted)), words);
    assert_says(house.compare_checkpoint(Some(&key), &noted).await, words);
    assert_says(house.compare_kept_checkpoint().await, words);
    assert_says(house.keep_checkpoint().await, words);
    assert_eq!(fs::read(&kept.file).expect("a checkpoint"), noted, "what lies outside stays");
    let findings = examine(&house.settings, &house.clock).await.findings;
    assert!(findings.iter().any(|finding| finding.contains(words)), "{findings:#?}");

    // And one that lost its newest entries.
    run(&house.log, "DELETE FROM checkpoint").await;
    assert_says(house.compare_kept_checkpoint().await, "the log has lost entries: the checkpoint speaks of 10, and it has 0");
});

both_engines!(n10_the_newest_checkpoint_is_kept_outside_and_the_doctor_says_when_it_is_not, |office| async move {
    let (house, outside) = with_checkpoints(&office).await;
    let findings = async || {
        let found = examine(&house.settings, &house.clock).await.findings;
        found.into_iter().filter(|finding| finding.contains("checkpoint")).collect::<Vec<_>>()
    };
    grow(&house, 0..3).await;
    assert_says(house.keep_checkpoint().await, "directory of the checkpoints");
    assert!(!outside.exists(), "a share that is not mounted gets no directory on this disk");
    assert_eq!(findings().await.len(), 1, "and the doctor says so");
    fs::create_dir(&outside).expect("a directory");
    assert_eq!(findings().await, Vec::<String>::new(), "it may be a day behind");
    for (more, size) in [(3, 3), (3, 3), (7, 7)] {
        grow(&house, 3..more).await;
        let kept = house.keep_checkpoint().await.expect("kept").expect("a checkpoint");
        assert_eq!(kept.size, size);
        assert_eq!(house.compare_checkpoint(None, &fs::read(&kept.file).expect("a file")).await.expect("it fits"), size);
    }
    let mut names: Vec<_> = fs::read_dir(&outside).expect("files").map(|file| file.expect("a file").file_name()).collect();
    names.sort();
    assert_eq!(names, ["checkpoint-3.txt", "checkpoint-7.txt"]);

    office.pass(SignedDuration::from_hours(1));
    grow(&house, 7..9).await;
    office.pass(SignedDuration::from_hours(23));
    assert_eq!(findings().await, Vec::<String>::new());
    office.pass(SignedDuration::from_hours(2));
    let behind = findings().await;
    assert!(matches!(&behind[..], [one] if one.contains("speaks of 7 entries; what the log has since")), "{behind:#?}");
    house.keep_checkpoint().await.expect("kept");
    assert_eq!(findings().await, Vec::<String>::new());

    // One of another house, or damaged, is not passed over in silence.
    let newest = outside.join("checkpoint-9.txt");
    let whole = fs::read_to_string(&newest).expect("a checkpoint");
    fs::write(&newest, whole.replace("\n9\n", "\n8\n")).expect("written");
    assert_says(house.keep_checkpoint().await, "the signature of the checkpoint does not hold");
    fs::rename(outside.join("checkpoint-7.txt"), &newest).expect("renamed");
    assert_says(house.keep_checkpoint().await, "it speaks of 7 entries, and its name of 9");
    assert!(office.keep_checkpoint().await.expect("nothing to do").is_none(), "without a directory nothing is kept");
});

both_engines!(n10_the_signing_key_outlives_turns_restarts_copies_and_a_restore, |office| async move {
    let directory = office.directory.path();
    grow(&office, 0..4).await;
    let noted = newest_checkpoint(&office, directory).await;
    let key = office.public_log_key().expect("a key");
    office.turn_generation().await.expect("a turn");
    assert_eq!(office.public_log_key().expect("a key"), key, "after a turn");
    let reopened =
        async |settings: Settings| Office::open(settings, office.clock.clone(), office.rng.clone()).await.expect("it opens");
    let settings = (*office.settings).clone();
    assert_eq!(reopened(settings.clone()).await.public_log_key().expect("a key"), key, "after a start");

    let copy = office.copy_keys(&directory.join("copies")).await.expect("a copy of the keys");
    let keys_url = format!("sqlite://{}?mode=rw", copy.display());
    let from_copy = reopened(Settings { keys_url, ..settings.clone() }).await;
    assert_eq!(from_copy.public_log_key().expect("a key"), key, "from a copy of the key database");

    let outside = tempfile::tempdir().expect("a place");
    let place = outside.path().join("backup");
    office.back_up(&place, &|_| ()).await.expect("a backup");
    grow(&office, 4..6).await;
    let (clock, rng) = (office.clock.clone(), office.rng.clone());
    backup::restore(settings.clone(), clock, rng, &place, false, &|_| ()).await.expect("restored");
    let restored = reopened(settings).await;
    assert_eq!(restored.public_log_key().expect("a key"), key, "after a restore");
    assert_eq!(restored.compare_checkpoint(Some(&key), &noted).await.expect("the log goes on"), 4);
});

both_engines!(a_store_from_before_gets_one_signing_key_however_many_start, |office| async move {
    run(&office.keys, "DELETE FROM house_key WHERE name = 'signing'").await;
    let start = || Office::open((*office.settings).clone(), office.clock.clone(), office.rng.clone());
    let (a, b, c) = tokio::join!(start(), start(), start());
    let keys: Vec<_> = [a, b, c].into_iter().map(|office| office.expect("it opens").public_log_key().expect("a key")).collect();
    assert!(keys.iter().all(|key| *key == keys[0]), "{keys:#?}");
    assert_ne!(keys[0], office.public_log_key().expect("a key"), "the one that was lost does not come back");
});
