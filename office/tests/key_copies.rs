//! Copies of the key database: private, whole, one at a time, and none beside a turn.

use crate::support;

use std::{os::unix::fs::PermissionsExt as _, path::Path, time::Duration};

use jiff::SignedDuration;
use office::Error;
use support::{both_engines, execute, in_words, seed::ada};

/// Every key as it stands in the key database, or in a copy of it.
async fn wrapped(keys: &sqlx::AnyPool) -> Vec<(String, Vec<u8>)> {
    sqlx::query_as("SELECT id, wrapped FROM rk UNION ALL SELECT id, wrapped FROM intake_key")
        .fetch_all(keys)
        .await
        .expect("the keys")
}

both_engines!(a_copy_is_private_whole_and_the_only_one, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "one").await;
    let directory = office.directory.path().join("copies");
    let first = office.copy_keys(&directory).await.expect("a copy");
    office.pass(SignedDuration::from_secs(1));
    let second = office.copy_keys(&directory).await.expect("another copy");
    assert_ne!(first, second);
    let files: Vec<_> = std::fs::read_dir(&directory).expect("the copies").map(|entry| entry.expect("a file").path()).collect();
    assert_eq!(files, std::slice::from_ref(&second), "one file, the newest");
    assert_eq!(std::fs::metadata(&second).expect("the copy").permissions().mode() & 0o777, 0o600);
    let copied = sqlx::AnyPool::connect(&format!("sqlite://{}", second.display())).await.expect("the copy");
    assert_eq!(wrapped(&copied).await, wrapped(office.keys.read()).await);

    let beside: &Path = office.settings.generation_key_file.parent().expect("its directory");
    let refused = office.copy_keys(beside).await;
    assert!(matches!(&refused, Err(Error::Unavailable(words)) if words.contains("generation key")), "{refused:?}");
    for other in [office.directory.path(), &beside.join("copies")] {
        let refused = office.copy_keys(other).await;
        assert!(refused.is_err(), "nor above it or below its directory: {refused:?}");
    }

    // Nor in a backup, finished or not: keys beside records open them.
    let backup = office.directory.path().join("backup");
    std::fs::create_dir_all(backup.join("objects")).expect("a directory");
    std::fs::write(backup.join("records.db"), b"").expect("written");
    for place in [backup.clone(), backup.join("objects")] {
        let refused = office.copy_keys(&place).await;
        assert!(matches!(&refused, Err(Error::Unavailable(words)) if words.contains("a backup lies there")), "{refused:?}");
    }
    assert_eq!(std::fs::read_dir(&backup).expect("the backup").count(), 2, "nothing came into it");
});

both_engines!(n10_a_copy_that_takes_long_keeps_turns_away_and_is_given_up_once_it_cannot, |office| async move {
    let other = office.second_process().await;
    // A copy waits for the last connection to the key database.
    let mut connections = Vec::new();
    for _ in 0..8 {
        connections.push(office.keys.read().acquire().await.expect("a connection"));
    }
    let directory = office.directory.path().join("copies");
    let (copying, into) = (office.office.clone(), directory.clone());
    let copy = tokio::spawn(async move { copying.copy_keys(&into).await });
    let until = async || -> Option<i64> {
        let until = sqlx::query_scalar("SELECT until_at FROM lease WHERE name = 'turn' AND fence = 1");
        until.fetch_optional(office.records.read()).await.expect("the lease")
    };
    let held_until = async |instant: i64| {
        for _ in 0..400 {
            if until().await == Some(instant) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the lease is not held until {instant}: {:?}", until().await);
    };
    let begin = office.now().as_millisecond();
    held_until(begin + 60_000).await;
    office.pass(SignedDuration::from_secs(59));
    held_until(begin + 119_000).await;
    office.pass(SignedDuration::from_secs(59));
    let refused = in_words(other.turn_generation().await);
    assert!(refused.contains("another process is turning"), "two minutes later: {refused}");
    execute(&office.records, "UPDATE lease SET holder = 'another', fence = 2").await;
    let refused = in_words(copy.await.expect("it ends"));
    assert!(refused.contains("another process is turning"), "and not before its lease was lost: {refused}");
    assert_eq!(std::fs::read_dir(&directory).expect("the directory").count(), 0, "nothing of it is left");
});

both_engines!(a_copy_that_fails_is_cleaned_up_and_the_one_before_stays, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "one").await;
    let directory = office.directory.path().join("kept/copies");
    let copy = office.copy_keys(&directory).await.expect("a copy");
    assert_eq!(std::fs::metadata(directory.parent().expect("kept")).expect("made").permissions().mode() & 0o777, 0o700);
    office.pass(SignedDuration::from_secs(1));
    execute(&office.keys, "UPDATE rk SET wrapped = (SELECT wrapped FROM intake_key)").await;
    office.copy_keys(&directory).await.expect_err("a key in it does not open");
    let files: Vec<_> = std::fs::read_dir(&directory).expect("the copies").map(|entry| entry.expect("a file").path()).collect();
    assert_eq!(files, [copy]);
});

both_engines!(n10_a_copy_by_hand_never_takes_the_place_of_one_that_a_turn_made, |office| async move {
    let directory = office.directory.path().join("copies");
    std::fs::create_dir_all(&directory).expect("a directory");
    let newer = directory.join(format!("keys-{}.db", office.now().as_millisecond() + 1));
    std::fs::write(&newer, b"made by another process since").expect("written");
    office.copy_keys(&directory).await.expect("a copy");
    assert!(newer.exists(), "a newer one stays");

    let mut tx = office.records.write().await.expect("a write");
    sqlx::query(
        "INSERT INTO lease (name, holder, until_at, fence) VALUES ('turn', 'another', $1, 1) \
         ON CONFLICT (name) DO UPDATE SET holder = 'another', until_at = excluded.until_at",
    )
    .bind(office.now().as_millisecond() + 60_000)
    .execute(&mut *tx)
    .await
    .expect("another process turns");
    tx.commit().await.expect("committed");
    let refused = office.copy_keys(&directory).await;
    assert!(matches!(&refused, Err(Error::Unavailable(_))), "{refused:?}");
});
