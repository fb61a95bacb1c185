//! The generation key as a secret that the operator keeps: the house reads it and writes nothing, and a turn waits for them in words.

use crate::support;

use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use office::{Error, Hidden, KeyProvider, Office, SecretPlace, Settings, new_key_line};
use support::{TestOffice, both_engines, in_words, seed::ada};
use vault::key_file::Line;

/// Two files that the operator keeps.
struct Kept {
    directory: tempfile::TempDir,
}

impl Kept {
    fn new() -> Self {
        Self { directory: tempfile::tempdir().expect("a directory") }
    }

    fn key(&self) -> PathBuf {
        self.directory.path().join("key")
    }

    fn next(&self) -> PathBuf {
        self.directory.path().join("next")
    }

    fn provider(&self) -> KeyProvider {
        KeyProvider::Secret { key: Some(SecretPlace::File(self.key())), next: Some(SecretPlace::File(self.next())) }
    }
}

/// A new key, in a file that others may read, as mounted secrets are.
fn put_new(path: &Path, office: &Office) {
    std::fs::write(path, new_key_line(&office.rng).expect("a line").as_str()).expect("written");
}

fn id_in(path: &Path) -> String {
    Line::parse(&std::fs::read_to_string(path).expect("a file")).expect("a line").id().to_owned()
}

/// The same store with its key, so far in a file of the house, in the operator's hands.
async fn in_hand(office: &TestOffice, kept: &Kept) -> Result<Office, Error> {
    if !kept.key().exists() && !kept.next().exists() {
        std::fs::rename(&office.settings.generation_key_file, kept.key()).expect("the key goes over as it is");
    }
    open(office, kept.provider()).await
}

async fn open(office: &TestOffice, key_provider: KeyProvider) -> Result<Office, Error> {
    let key_copies = Some(office.directory.path().join("copies"));
    let settings = Settings { key_provider, key_copies, ..(*office.settings).clone() };
    Office::open(settings, office.clock.clone(), office.rng.clone()).await
}

both_engines!(n10_a_turn_waits_for_the_next_key_and_is_complete_once_the_old_one_is_taken_away, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let number = office.read_application(&cast.hr, &id).await.expect("the application").certificate_no;
    let kept = Kept::new();
    let house = in_hand(&office, &kept).await.expect("the line of the file is the secret's");

    office.at("2027-12-31T00:00:00Z");
    office.sweep().await.expect("swept");
    office.pass(SignedDuration::from_mins(1));
    let certificate = house.certificate_of(&number).await.expect("a certificate");
    let after = async || house.unreadable_everywhere(&certificate).await.expect("an answer");
    for _ in 0..3 {
        assert_eq!(house.turn_if_due().await.expect("no failure"), None, "it is due, and waits");
    }
    assert!(in_words(house.turn_generation().await).contains("ABLAUF_GENERATION_KEY_NEXT"));

    put_new(&kept.next(), &office);
    let words = in_words(house.turn_generation().await);
    assert!(words.contains("the key of the one before is still there"), "{words}");
    // Whoever takes the old key away now has a copy that opens without it.
    let copy =
        std::fs::read_dir(office.directory.path().join("copies")).expect("copies").next().expect("a copy").expect("a file");
    let copied = sqlx::AnyPool::connect(&format!("sqlite://{}", copy.path().display())).await.expect("the copy");
    let under: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT generation_id FROM house_key").fetch_all(&copied).await.expect("generations");
    assert_eq!(under, [id_in(&kept.next())]);
    let generations: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT generation_id FROM rk UNION SELECT generation_id FROM house_key")
            .fetch_all(house.keys.read())
            .await
            .expect("generations");
    assert!(generations.iter().all(|generation| *generation == id_in(&kept.next())), "every key is under the next one");
    assert_eq!(house.turn_if_due().await.expect("no failure"), None);
    assert_eq!(after().await, None, "the old key still opens copies made before");

    std::fs::rename(kept.next(), kept.key()).expect("the next key takes the place of the old one");
    let restarted = in_hand(&office, &kept).await.expect("it opens from either place");
    let turned = restarted.turn_if_due().await.expect("a turn").expect("which is complete now");
    assert_eq!(after().await, Some(turned.at));
    assert_eq!(turned.generation, id_in(&kept.key()));
    assert_eq!(restarted.turn_if_due().await.expect("an answer"), None, "and over");
});

both_engines!(n10_no_copy_outlasts_a_turn_that_holds_keys_of_both_generations, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "one").await;
    let kept = Kept::new();
    let house = in_hand(&office, &kept).await.expect("it opens");
    let (old, before): (String, Vec<u8>) =
        sqlx::query_as("SELECT generation_id, wrapped FROM rk").fetch_one(house.keys.read()).await.expect("the key");
    put_new(&kept.next(), &office);
    in_words(house.turn_generation().await);
    // As if the turn had died while it sealed anew: one key still stands under the generation before.
    let put_back = async |keys: &sqlx::AnyPool| {
        let statement = sqlx::query("UPDATE rk SET generation_id = $1, wrapped = $2").bind(&old).bind(&before);
        statement.execute(keys).await.expect("put back");
    };
    put_back(house.keys.read()).await;
    let copies = office.directory.path().join("copies");
    let files = || {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(&copies).expect("copies").map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        files
    };
    let there = files();
    office.pass(SignedDuration::from_mins(2));
    let words = in_words(house.copy_keys(&copies).await);
    assert!(words.contains("end the turn first with `ablauf keys rotate`"), "{words}");
    assert_eq!(files(), there, "nothing is left of it, and the copy before stays");

    // Such a copy, of a version that made it, is not enough for whoever takes the old key away.
    let later = copies.join(format!("keys-{}.db", (office.now() - SignedDuration::from_mins(1)).as_millisecond()));
    std::fs::rename(&there[0], &later).expect("a copy made since the turn began");
    let mixed = sqlx::AnyPool::connect(&format!("sqlite://{}", later.display())).await.expect("the copy");
    sqlx::query("INSERT INTO generation (id, created_at, retired_at) VALUES ($1, 0, 1) ON CONFLICT (id) DO NOTHING")
        .bind(&old)
        .execute(&mixed)
        .await
        .expect("the generation before");
    put_back(&mixed).await;
    mixed.close().await;
    let words = in_words(house.turn_generation().await);
    assert!(words.contains("the key of the one before is still there"), "{words}");
    let newest = files();
    assert!(newest.len() == 1 && newest != [later], "another copy was made: {newest:?}");
    let copied = sqlx::AnyPool::connect(&format!("sqlite://{}", newest[0].display())).await.expect("the copy");
    let under: Vec<String> = sqlx::query_scalar(
        "SELECT generation_id FROM rk UNION SELECT generation_id FROM house_key UNION SELECT generation_id FROM intake_key",
    )
    .fetch_all(&copied)
    .await
    .expect("generations");
    assert_eq!(under, [id_in(&kept.next())], "which opens without the old key");
    in_words(house.turn_generation().await);
    assert_eq!(files(), newest, "and is enough");
    house.copy_keys(&office.directory.path().join("by hand")).await.expect("a copy by hand is, too");
});

both_engines!(a_key_that_died_is_never_taken_again_and_what_is_missing_is_told, |office| async move {
    let kept = Kept::new();
    let house = in_hand(&office, &kept).await.expect("it opens");
    let old = std::fs::read(kept.key()).expect("the old key");
    put_new(&kept.next(), &office);
    assert!(house.turn_generation().await.is_err(), "the old one is still there");
    std::fs::rename(kept.next(), kept.key()).expect("moved");
    house.turn_generation().await.expect("the turn comes to its end");
    std::fs::write(kept.next(), &old).expect("the dead key as the next one");
    assert!(in_words(house.turn_generation().await).contains("one that died before"));

    // The living one in the second place, and nothing new.
    std::fs::rename(kept.key(), kept.next()).expect("moved");
    house.turn_generation().await.map(drop).expect_err("there is no next one");
    std::fs::write(kept.next(), "no line").expect("written");
    assert!(in_words(in_hand(&office, &kept).await).contains("is not a generation key file"));
    std::fs::remove_file(kept.next()).expect("removed");
    let words = in_words(open(&office, kept.provider()).await);
    assert!(words.contains("ABLAUF_GENERATION_KEY") && words.contains("keys generate"), "{words}");
    let wrong = SecretPlace::Value(Hidden::new("the secret itself".to_owned()));
    let words = in_words(open(&office, KeyProvider::Secret { key: Some(wrong), next: None }).await);
    assert!(!words.contains("the secret itself"), "{words}");
    put_new(&kept.key(), &office);
    assert!(in_words(in_hand(&office, &kept).await).contains("another generation"));
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_start_with_a_secret_in_a_variable_writes_no_key_anywhere() {
    let line = new_key_line(&support::random()).expect("a line");
    let secret = SecretPlace::Value(Hidden::new(line.as_str().to_owned()));
    let office = TestOffice::open(|settings| settings.key_provider = KeyProvider::Secret { key: Some(secret), next: None }).await;
    assert!(!office.settings.generation_key_file.exists());
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    assert!(office.read_application(&cast.hr, &id).await.is_ok());
}
