//! Somebody with the database of the log changes what stands in it, and `ablauf audit verify` names the place: the entry, where its content no
//! longer fits its own hash, or the entries since the last checkpoint that still fits.

use crate::support;

use office::{Db, Office};
use rules::{access::Role, id::EmployerId};
use support::{PASSWORD, Place, both_engines};

/// How many entries stand in the log after each of four batches.
type Batches = [i64; 4];

/// A house whose log grew in four batches, with a checkpoint after each.
async fn begun(place: &Place) -> (Office, Batches) {
    let house = place.office().await;
    let employer = house.add_employer("Gasthof Linde GmbH").await.expect("an employer");
    let mut sizes = [0; 4];
    for (batch, size) in sizes.iter_mut().enumerate() {
        people(&house, &employer, batch).await;
        house.sequence().await.expect("the log");
        let query = "SELECT MAX(size) FROM checkpoint";
        *size = sqlx::query_scalar(query).fetch_one(house.log.read()).await.expect("a checkpoint");
    }
    assert!(sizes[0] >= 8 && sizes.is_sorted() && sizes[3] >= 32, "a few dozen: {sizes:?}");
    (house, sizes)
}

/// Each account is an entry.
async fn people(house: &Office, employer: &EmployerId, batch: usize) {
    for n in 0..8 {
        let email = format!("{batch}-{n}@example.org");
        house.add_account(&email, "Somebody", PASSWORD, employer, Role::Hr, None).await.expect("an account");
    }
}

async fn run(log: &Db, statements: &[String]) {
    let mut tx = log.write().await.expect("a transaction");
    for statement in statements {
        sqlx::query(sqlx::AssertSqlSafe(statement.as_str())).execute(&mut *tx).await.expect("a statement");
    }
    tx.commit().await.expect("a commit");
}

/// Runs the command, and fails unless it says `words` alone and ends with `code`. That the log does not verify is said on standard error,
/// or, where entries are missing or too many, that it does not fit the records.
#[track_caller]
fn assert_verify(place: &Place, code: i32, words: &str) {
    let mut command = place.ablauf(["audit", "verify"]);
    let output = command.env("ABLAUF_LOG_FILTER", "error").output().expect("the binary starts");
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(code), "{words}: {output:?}");
    assert_eq!(said.trim_end(), words, "{output:?}");
    let error = String::from_utf8_lossy(&output.stderr);
    let why = ["ablauf: the log does not verify", "ablauf: unavailable: the log holds "];
    assert_eq!(why.iter().any(|why| error.starts_with(why)), code == 1, "{output:?}");
}

/// The entries from `from` on get other places. One step aside and back: no two have one place, not even for a moment.
fn shifted(by: i64, from: i64) -> Vec<String> {
    vec![
        format!("UPDATE leaf SET idx = -1 - idx WHERE idx >= {from}"),
        format!("UPDATE leaf SET idx = -1 - idx + {by} WHERE idx < 0"),
    ]
}

/// A copy of the first entry gets a place among the others.
fn one_more(at: i64) -> Vec<String> {
    let copied = "at, kind, employer_id, subject, body, hash FROM leaf WHERE idx = 0";
    [shifted(1, at), vec![format!("INSERT INTO leaf SELECT {at}, 'one more', {copied}")]].concat()
}

/// What is done in the middle of the third batch, and what is said of it.
fn changes([_, second, third, fourth]: Batches) -> Vec<(Vec<String>, String)> {
    let at = second + 3;
    let between = format!("something among the entries {second} to {} was altered, removed or added", third - 1);
    vec![
        // A byte of an entry.
        (vec![format!("UPDATE leaf SET body = '!' || SUBSTR(body, 2) WHERE idx = {at}")], format!("entry {at} was altered")),
        (vec![format!("UPDATE leaf SET at = at + 1 WHERE idx = {at}")], format!("entry {at} was altered")),
        (vec![format!("UPDATE leaf SET subject = 'other' WHERE idx = {at}")], format!("entry {at} was altered")),
        // One less, with a gap and without.
        (vec![format!("DELETE FROM leaf WHERE idx = {at}")], format!("entry {at} is missing")),
        ([vec![format!("DELETE FROM leaf WHERE idx = {at}")], shifted(-1, at + 1)].concat(), between.clone()),
        (vec![format!("DELETE FROM leaf WHERE idx = {}", fourth - 1)], format!("entry {} is missing", fourth - 1)),
        // Two that change places.
        (
            vec![
                format!("UPDATE leaf SET idx = -1 WHERE idx = {at}"),
                format!("UPDATE leaf SET idx = {at} WHERE idx = {}", at + 1),
                format!("UPDATE leaf SET idx = {} WHERE idx = -1", at + 1),
            ],
            between.clone(),
        ),
        // One more, in the middle and at the end.
        (
            one_more(at),
            // Its content does not fit the identifier under which it was hashed.
            format!("entry {at} was altered"),
        ),
        (one_more(fourth), format!("something among the entries {fourth} to {fourth} was altered, removed or added")),
    ]
}

both_engines!(n10_whoever_changes_the_log_in_its_database_is_found_out_on_the_command_line, |place| async move {
    let (house, sizes) = begun(&place).await;
    run(&house.log, &["CREATE TABLE kept_leaf AS SELECT * FROM leaf".to_owned()]).await;
    let root: Vec<u8> = sqlx::query_scalar("SELECT root FROM checkpoint ORDER BY size DESC LIMIT 1")
        .fetch_one(house.log.read())
        .await
        .expect("a root");
    let whole = format!("the log is whole: {} entries, root {}", sizes[3], data_encoding::HEXLOWER.encode(&root));
    for (statements, words) in changes(sizes) {
        assert_verify(&place, 0, &whole);
        run(&house.log, &statements).await;
        assert_verify(&place, 1, &words);
        run(&house.log, &["DELETE FROM leaf".to_owned(), "INSERT INTO leaf SELECT * FROM kept_leaf".to_owned()]).await;
    }

    // Whoever hashes anew what they changed or put in is caught by the checkpoint behind it.
    let [_, second, third, _] = sizes;
    let between = format!("something among the entries {second} to {} was altered, removed or added", third - 1);
    forge(&house.log, second + 3).await;
    assert_verify(&place, 1, &between);
    run(&house.log, &one_more(second + 3)).await;
    forge(&house.log, second + 3).await;
    assert_verify(&place, 1, &between);
    house.close().await;
});

/// Puts words of one's own into an entry, and the hash that belongs to them: RFC 6962, section 2.1, over length-prefixed parts.
async fn forge(log: &Db, index: i64) {
    use sha2::{Digest as _, Sha256};

    type Leaf = (String, i64, String, String, String);
    let (id, at, kind, employer, subject): Leaf =
        sqlx::query_as("SELECT id, at, kind, employer_id, subject FROM leaf WHERE idx = $1")
            .bind(index)
            .fetch_one(log.read())
            .await
            .expect("an entry");
    let mut bytes = vec![0, 1];
    for part in [id.as_bytes(), &at.to_be_bytes(), kind.as_bytes(), employer.as_bytes(), subject.as_bytes(), b"{}"] {
        bytes.extend(u32::try_from(part.len()).expect("short").to_be_bytes());
        bytes.extend(part);
    }
    let mut tx = log.write().await.expect("a transaction");
    sqlx::query("UPDATE leaf SET body = '{}', hash = $1 WHERE idx = $2")
        .bind(Sha256::digest(bytes).to_vec())
        .bind(index)
        .execute(&mut *tx)
        .await
        .expect("a forged entry");
    tx.commit().await.expect("a commit");
}
