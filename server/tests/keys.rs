//! `ablauf keys doctor`: each thing that can be wrong with the keys, made wrong for real, is told in words; and what is right is called
//! well. It changes nothing. What concerns providers and the mirror is in `providers.rs`.

use crate::{support, well};

use std::{
    path::Path,
    process::{Command, Stdio},
};

use jiff::SignedDuration;
use office::Settings;
use support::{Served, both_engines};
use vault::{GenerationKey, key_file};
use well::{DAY, House, copies, key, ms, set_mode};

both_engines!(all_is_well_with_the_facts_and_beside_a_process_that_serves_nothing_changes, |place| async move {
    let house = House::open(place).await;
    let key_file = key(&house.place).display().to_string();
    let environment = [("ABLAUF_GENERATION_KEY_FILE", key_file.as_str())];
    let served = Served::start(&house.place, &environment, Stdio::null()).await.expect("it serves");
    let rows = async || -> Vec<(String, Vec<u8>)> {
        let select = "SELECT id, wrapped FROM rk UNION ALL SELECT id, wrapped FROM intake_key ORDER BY id";
        sqlx::query_as(select).fetch_all(house.office.keys.read()).await.expect("the keys")
    };
    let (before, key_before) = (rows().await, std::fs::read(key(&house.place)).expect("the key"));
    let output = house.ablauf(&["keys", "doctor"], &[]);
    let text = String::from_utf8(output.stdout.clone()).expect("text");
    assert!(output.status.success(), "{output:?}");
    for fact in [
        format!("store {}", house.office.house.store).as_str(),
        "0 day(s) old",
        "1 key(s), each of which opens",
        "1 record(s)",
        "all is well",
    ] {
        assert!(text.contains(fact), "{fact:?} in {text}");
    }
    assert_eq!((rows().await, std::fs::read(key(&house.place)).expect("the key")), (before, key_before));
    drop(served);
    let nowhere = Command::new(env!("CARGO_BIN_EXE_ablauf")).args(["keys", "doctor", "--data", "/nowhere/at/all"]).output();
    assert!(!nowhere.expect("the binary starts").status.success() && !Path::new("/nowhere").exists());
});

both_engines!(who_can_get_at_the_keys, |place| async move {
    let house = House::open(place).await;
    let key = key(&house.place);
    set_mode(&key, 0o644);
    let findings = house.doctor(&[]);
    assert!(findings[0].contains("chmod 600") && findings.len() == 2, "and the house refuses it: {findings:#?}");
    set_mode(&key, 0o600);
    set_mode(key.parent().expect("a directory"), 0o777);
    house.assert_finds("others can put files into the generation key's directory");
    set_mode(key.parent().expect("a directory"), 0o700);
    let copy = std::fs::read_dir(copies(&house.place)).expect("copies").next().expect("one").expect("a file").path();
    set_mode(&copy, 0o640);
    house.assert_finds("can be read by others");
    set_mode(&copy, 0o600);
    std::fs::copy(&copy, key.with_file_name("keys-1.db")).expect("copied");
    house.assert_finds("side by side");
    std::fs::remove_file(key.with_file_name("keys-1.db")).expect("removed");
    let beside = key.parent().expect("a directory").display().to_string();
    let findings = house.doctor(&[("ABLAUF_KEY_COPIES", &beside)]);
    assert!(
        findings.iter().any(|finding| finding.contains("the generation key lies in the directory of the key copies")),
        "{findings:#?}"
    );
    house.assert_well();
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite_the_files_of_the_key_database_are_open_to_nobody_else() {
    support::on_sqlite(|place| async move {
        let house = House::open(place).await;
        set_mode(&house.place.data().join("keys.db"), 0o644);
        house.assert_well();
        set_mode(&house.place.data(), 0o755);
        let findings = house.doctor(&[]);
        assert!(findings.iter().any(|finding| finding.contains("keys.db can be used by others")), "{findings:#?}");
        assert!(findings.iter().all(|finding| finding.contains("chmod 600")), "{findings:#?}");
    })
    .await;
}

both_engines!(the_generation_is_old_missing_another_or_its_turn_is_stuck, |place| async move {
    let house = House::open(place).await;
    let copy = async || house.office.copy_keys(&copies(&house.place)).await.map(drop);
    let born = async |at: i64| house.keys(&format!("UPDATE generation SET created_at = {at}")).await;
    born(ms(-DAY * 8 - SignedDuration::from_hours(1))).await;
    house.assert_finds("the generation is 8 days old");
    born(ms(SignedDuration::ZERO)).await;
    copy().await.expect("a copy");
    house.assert_well();

    let key = key(&house.place);
    std::fs::rename(&key, key.with_extension("away")).expect("away");
    house.assert_finds("there is no key file");
    key_file::create(&key, "another", &GenerationKey::from_bytes([7; 32])).expect("another key");
    house.assert_finds("of another generation than the key database");
    std::fs::remove_file(&key).expect("removed");
    std::fs::rename(key.with_extension("away"), &key).expect("back");

    house.keys(&format!("INSERT INTO generation (id, created_at, retired_at) VALUES ('before', 0, {})", ms(-DAY))).await;
    house.assert_finds("a turn of the generation began and has not ended: before");
    house.keys("DELETE FROM generation WHERE id = 'before'").await;
    std::fs::rename(&key, key_file::next(&key)).expect("as a turn leaves it that died near its end");
    key_file::create(&key, "old", &GenerationKey::from_bytes([7; 32])).expect("the old key");
    house.assert_finds("the new key has not its place yet");
    assert!(house.ablauf(&["keys", "rotate"], &[]).status.success(), "the next turn ends it");
    house.assert_well();
    house.keys("UPDATE rk SET wrapped = (SELECT wrapped FROM intake_key)").await;
    let findings = house.doctor(&[]);
    assert!(findings.iter().any(|finding| finding.contains("does not open under its generation")), "{findings:#?}");
});

both_engines!(keys_and_rows_that_have_lost_each_other, |place| async move {
    let house = House::open(place).await;
    let key: String = sqlx::query_scalar("SELECT id FROM rk").fetch_one(house.office.keys.read()).await.expect("a key");
    house
        .keys("INSERT INTO rk (id, state, generation_id, wrapped, created_at) SELECT 'stray', 'live', generation_id, wrapped, 0 FROM rk")
        .await;
    let findings = house.doctor(&[]);
    assert!(
        findings.iter().any(|finding| finding == "1 live key(s) without a record; none is destroyed: stray"),
        "{findings:#?}"
    );
    house.keys(&format!("UPDATE rk SET state = 'pending', created_at = {} WHERE id = 'stray'", ms(-DAY * 2))).await;
    house.assert_finds("have waited for their record for more than a day: no sweep comes through: stray");
    house.keys("DELETE FROM rk WHERE id = 'stray'").await;
    house.assert_well();

    house.keys(&format!("INSERT INTO tombstone (rk_id, at) VALUES ('{key}', 0)")).await;
    house.assert_finds(&format!("1 destroyed key(s) that are there all the same: is this an older key database?: {key}"));
    house.keys("DELETE FROM tombstone").await;

    house.keys("CREATE TABLE away AS SELECT * FROM rk").await;
    house.keys("DELETE FROM rk").await;
    let words = format!("1 record(s) whose key is not there: nobody can read them; is there a newer key database?: {key}");
    let findings = house.doctor(&[]);
    assert!(findings.contains(&words), "{findings:#?}");
    house.records("UPDATE application SET life = 'erasing'").await;
    house.assert_well();
    house.records("UPDATE application SET life = 'live'").await;
    house.keys("INSERT INTO rk SELECT * FROM away").await;
    house.assert_well();

    house
        .records(
            "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, \
             received_at, sealed) SELECT 'e1', posting_id, 'gone', 'o', 'r', 'c', 'n', 'en', 0, s.sealed FROM application, section s LIMIT 1",
        )
        .await;
    house.assert_finds("1 envelope(s) whose intake key is not there: nobody can open them: e1");
    house.records("DELETE FROM envelope").await;
    let consent = "INSERT INTO kept (id, employer_id, class, rk_id, certificate_no, from_on, due_at, created_at, created_by, version, sealed) \
         SELECT 'c1', e.id, 'paper', 'lost', 'no', '2026-01-01', 9999999999999, 0, a.id, 1, s.sealed FROM employer e, account a, section s LIMIT 1";
    house.records(consent).await;
    house.assert_finds("1 record(s) whose key is not there: nobody can read them; is there a newer key database?: lost");
    let session = house.office.sign_in("hr@example.org", support::PASSWORD).await.expect("HR signs in");
    let hr = house.office.session(&session).await.expect("an answer").expect("a session").actor;
    assert!(house.office.read_application(&hr, &house.id).await.is_ok(), "the doctor did no harm");
});

both_engines!(no_copy_an_old_one_or_one_that_does_not_open, |place| async move {
    let house = House::open(place).await;
    let directory = copies(&house.place);
    let newest = || std::fs::read_dir(&directory).expect("copies").next().expect("one").expect("a file").path();
    let mut command = house.place.ablauf(["keys", "doctor"]);
    let output = command.env("ABLAUF_GENERATION_KEY_FILE", key(&house.place)).output().expect("the binary starts");
    assert!(String::from_utf8_lossy(&output.stdout).contains("WRONG: no copy of the key database is kept"), "{output:?}");

    let copy = newest();
    std::fs::rename(&copy, directory.join("keys-1.db")).expect("as old as the century");
    house.assert_finds("before the generation turned: nothing opens it any more");
    std::fs::rename(directory.join("keys-1.db"), &copy).expect("renamed");
    house.assert_well();

    // A key of the day before yesterday, after a copy of the day before that.
    let then = directory.join(format!("keys-{}.db", ms(-DAY * 3)));
    std::fs::rename(&copy, &then).expect("renamed");
    house.keys(&format!("UPDATE generation SET created_at = {}", ms(-DAY * 4))).await;
    house.keys(&format!("UPDATE rk SET created_at = {}", ms(-DAY * 2))).await;
    house.keys(&format!("UPDATE intake_key SET created_at = {}", ms(-DAY * 2))).await;
    house.assert_finds("lacks changes that are older than a day");
    let fresh = house.ablauf(&["backup-keys", &directory.display().to_string()], &[]);
    assert!(fresh.status.success(), "{fresh:?}");
    house.assert_well();

    let copy = newest();
    let whole = std::fs::read(&copy).expect("the copy");
    std::fs::write(&copy, b"no database at all, but long enough to be told from an empty file").expect("written");
    house.assert_finds("the newest key copy does not open");
    std::fs::write(&copy, &whole).expect("written");
    std::fs::remove_file(&copy).expect("removed");
    house.assert_finds("there is no copy of the key database in");
    std::fs::remove_dir(&directory).expect("removed");
    house.assert_finds("the directory of the key copies");
});

both_engines!(parts_that_do_not_belong_together_are_all_told_at_once, |place, elsewhere| async move {
    let house = House::open(place).await;
    let other = elsewhere.office().await;
    let urls = |settings: &Settings| [settings.keys_url.clone(), settings.log_url.clone(), settings.objects_url.clone()];
    let [keys, log, objects] = urls(&elsewhere.settings());
    let findings = house.doctor(&[("ABLAUF_KEYS_URL", &keys), ("ABLAUF_LOG_URL", &log), ("ABLAUF_OBJECTS_URL", &objects)]);
    let (ours, theirs) = (&house.office.house.store, &other.house.store);
    let all = format!("parts of different stores: records to {ours}, keys to {theirs}, log to {theirs}, objects to {theirs}");
    assert!(findings.iter().any(|finding| finding.starts_with(&all)), "{findings:#?}");
    assert!(findings.iter().any(|finding| finding.contains("of another generation")), "and whatever else: {findings:#?}");
    assert!(findings.iter().any(|finding| finding.contains("record(s) whose key is not there")), "{findings:#?}");
    assert!(house.ablauf(&["keys", "rotate"], &[("ABLAUF_KEYS_URL", &keys)]).stdout.is_empty(), "where nothing else opens");

    let missing = house.place.directory.path().join("missing.db").display().to_string();
    let findings =
        house.doctor(&[("ABLAUF_RECORDS_URL", &format!("sqlite://{missing}?mode=rwc")), ("ABLAUF_OBJECTS_URL", "file:/nowhere")]);
    for words in ["the records database does not open", "the object store's directory is not there"] {
        assert!(findings.iter().any(|finding| finding.contains(words)), "{words:?} in {findings:#?}");
    }
    assert!(!Path::new(&missing).exists() && !Path::new("/nowhere").exists(), "nothing is made");
    house.assert_well();
});

both_engines!(a_clock_that_was_set_back, |place| async move {
    let house = House::open(place).await;
    house.at(DAY * 2).tick().await.expect("a pass by a clock that was set forward");
    house.assert_finds("the clock stands before the newest row");
});

both_engines!(a_copy_made_by_hand_counts_where_no_directory_of_copies_is_named_or_holds_an_older_one, |place| async move {
    let house = House::open(place).await;
    // As without ABLAUF_KEY_COPIES.
    let doctor = || {
        let mut command = house.place.ablauf(["keys", "doctor"]);
        let output = command.env("ABLAUF_GENERATION_KEY_FILE", key(&house.place)).output().expect("the binary starts");
        String::from_utf8(output.stdout).expect("text")
    };
    assert!(doctor().contains("WRONG: no copy of the key database is kept"), "{}", doctor());
    let elsewhere = house.place.directory.path().join("another-disk").display().to_string();
    let by_hand = || assert!(house.ablauf(&["backup-keys", &elsewhere], &[]).status.success());
    by_hand();
    assert!(doctor().contains("made by hand: each key in it opened then") && doctor().contains("all is well"), "{}", doctor());

    // The directory holds a copy of three days ago, and a key of the day before yesterday came since.
    let copy = std::fs::read_dir(copies(&house.place)).expect("copies").next().expect("one").expect("a file").path();
    std::fs::rename(&copy, copies(&house.place).join(format!("keys-{}.db", ms(-DAY * 3)))).expect("renamed");
    house.keys(&format!("UPDATE generation SET created_at = {}", ms(-DAY * 4))).await;
    for table in ["rk", "intake_key"] {
        house.keys(&format!("UPDATE {table} SET created_at = {}", ms(-DAY * 2))).await;
    }
    house.assert_well();
    house.keys(&format!("UPDATE tick SET at = {} WHERE name = 'copied'", ms(-DAY * 2 - SignedDuration::from_hours(1)))).await;
    house.assert_finds("made by hand, is of");
    by_hand();
    house.assert_well();
    // What is under a generation that is gone opens nowhere.
    house.keys(&format!("UPDATE generation SET created_at = {}", ms(SignedDuration::from_secs(0)))).await;
    assert!(doctor().contains("made by hand, is of") && doctor().contains("before the generation turned"), "{}", doctor());
});

both_engines!(urls_that_are_swapped_are_told_by_their_names, |place| async move {
    let house = House::open(place).await;
    let settings = house.place.settings();
    let urls = [("ABLAUF_RECORDS_URL", settings.keys_url.as_str()), ("ABLAUF_KEYS_URL", settings.log_url.as_str())];
    let findings = house.doctor(&urls);
    for words in ["ABLAUF_RECORDS_URL names the keys database", "ABLAUF_KEYS_URL names the log database"] {
        assert!(findings.iter().any(|finding| finding.contains(words)), "{words:?} in {findings:#?}");
    }
    assert!(!format!("{findings:?}").contains("error returned from database"), "{findings:#?}");
    house.assert_well();
});
