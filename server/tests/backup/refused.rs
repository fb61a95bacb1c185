//! What is refused, and changes nothing.

use super::*;

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
    files.retain(|file| ![".lock", "-shm"].iter().any(|end| file.to_string_lossy().ends_with(end)));
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

both_engines!(beside_a_restore_no_command_turns_copies_adds_or_seeds, |place| async move {
    let house = House::new(place, Vec::new()).await;
    let office = house.place.office().await;
    // What a restore holds from its beginning to its end.
    let alone = office.alone().await.expect("an answer").expect("nobody serves");
    let (keys, accounts) = (house.outside.path().join("keys"), "SELECT COUNT(*) FROM account");
    let before = (count(&office.records, accounts).await, count(&office.keys, "SELECT COUNT(*) FROM generation").await);
    let keys_directory = keys.display().to_string();
    let commands: [&[&str]; 4] = [
        &["keys", "rotate"],
        &["backup-keys", &keys_directory],
        &["user", "add", "--email", "new@example.org", "--name", "New", "--employer", "Any", "--role", "hr"],
        &["seed", "--applicants", "1"],
    ];
    for command in commands {
        let output = Command::from(house.place.ablauf(command))
            .env("ABLAUF_PASSWORD", PASSWORD)
            .output()
            .await
            .expect("the binary starts");
        assert_eq!(output.status.code(), Some(1), "{command:?}: {output:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("must be alone with the store"), "{command:?}: {output:?}");
    }
    assert!(house.refused(&["backup"]).await.contains("must be alone with the store"));
    assert_eq!((count(&office.records, accounts).await, count(&office.keys, "SELECT COUNT(*) FROM generation").await), before);
    assert!(!keys.exists() && !house.backup().exists());
    drop(alone);
    office.close().await;
});
