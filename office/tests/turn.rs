//! Turning the generation: every key is sealed anew, the old generation key dies, and with it every copy made before.

use crate::support;

use std::{
    collections::HashSet,
    os::unix::fs::PermissionsExt as _,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use jiff::SignedDuration;
use office::{Clock, Error, Office, careers::Posting};
use rules::id::ApplicationId;
use support::{
    both_engines, execute, in_words,
    seed::{ada, pdf},
};
use tokio::{runtime::Handle, task::block_in_place};
use vault::{Context, GenerationKey, RecordKey, key_file, open};

/// Every key as it stands in the key database, or in a copy of it.
async fn wrapped(keys: &sqlx::AnyPool) -> Vec<(String, Vec<u8>)> {
    sqlx::query_as("SELECT id, wrapped FROM rk UNION ALL SELECT id, wrapped FROM intake_key")
        .fetch_all(keys)
        .await
        .expect("the keys")
}

/// The generation key that lies in the file now.
fn generation(office: &Office) -> (String, GenerationKey) {
    key_file::read(&office.settings.generation_key_file).expect("a key file")
}

/// How many of these keys open under a generation.
fn opened(office: &Office, generation: &GenerationKey, keys: &[(String, Vec<u8>)]) -> usize {
    let store = &office.house.store;
    keys.iter().filter(|(id, wrapped)| generation.unwrap_record_key(wrapped, store, id).is_ok()).count()
}

/// Hands in an application at either process, and answers the code on the receipt.
async fn send(office: &Office, posting: &Posting, token: &str) -> Result<String, Error> {
    let mut document = office.begin_document().await.expect("a document begins");
    document.push(&pdf()).await.expect("a document streams");
    let document = document.finish("cv.pdf").await.expect("a document arrives");
    let applicant = ada().check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
    Ok(office.receive(posting, applicant, document, token, posting.language).await?.code)
}

async fn apply(office: &Office, posting: &Posting, token: &str) -> ApplicationId {
    let code = send(office, posting, token).await.expect("a receipt");
    office.application_of(&code).await.expect("an application")
}

/// The intake keys that there are, open.
async fn intake_keys(office: &Office) -> Vec<RecordKey> {
    let (_, key) = generation(office);
    let rows: Vec<(String, Vec<u8>)> =
        sqlx::query_as("SELECT id, wrapped FROM intake_key").fetch_all(office.keys.read()).await.expect("the intake keys");
    rows.iter().map(|(id, wrapped)| key.unwrap_record_key(wrapped, &office.house.store, id).expect("it opens")).collect()
}

both_engines!(after_a_turn_everything_opens_as_before_and_the_old_key_opens_nothing, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let (old_id, old) = generation(&office);
    let before = wrapped(office.keys.read()).await;

    let turned = office.turn_generation().await.expect("a turn");
    assert_eq!(
        turned.keys, 4,
        "the record key, the key of the month and the two keys of the house: the intake key is another one"
    );
    let (new_id, new) = generation(&office);
    assert_ne!(old_id, new_id);
    assert_eq!(turned.generation, new_id);
    assert!(!key_file::next(&office.settings.generation_key_file).exists(), "one key file is left");

    let after = wrapped(office.keys.read()).await;
    assert_eq!((before.len(), after.len()), (2, 2));
    assert_eq!((opened(&office, &old, &before), opened(&office, &new, &after)), (2, 2));
    assert_eq!((opened(&office, &old, &after), opened(&office, &new, &before)), (0, 0));

    let view = office.read_application(&cast.hr, &id).await.expect("the application");
    assert_eq!(view.contact.expect("the contact").last_name, "Lovelace");
    office.apply(&posting, ada(), "two").await;
    let again = office.apply(&posting, ada(), "one").await;
    assert_eq!(again, id, "the key of the house is the same: the same form has the same receipt");
    let reopened = office.second_process().await;
    assert!(reopened.read_application(&cast.hr, &id).await.is_ok(), "and it opens after a restart");
});

both_engines!(n10_once_the_generation_has_turned_no_copy_made_before_opens_what_was_erased, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let number = office.read_application(&cast.hr, &id).await.expect("the application").certificate_no;
    let stolen = office.directory.path().join("stolen");
    let copy = office.copy_keys(&stolen).await.expect("a copy made before");
    let copied = sqlx::AnyPool::connect(&format!("sqlite://{}", copy.display())).await.expect("the copy");
    let old = wrapped(&copied).await;
    assert_eq!(opened(&office, &generation(&office).1, &old), 2, "the copy is whole, and the living key opens it");

    office.at("2027-12-31T00:00:00Z");
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    let certificate = office.certificate_of(&number).await.expect("a certificate");
    let typed = number.to_lowercase().replace('-', " ");
    assert_eq!(office.certificate_of(&typed).await.expect("the same"), certificate, "however its number is typed");
    assert_eq!(office.unreadable_everywhere(&certificate).await.expect("an answer"), None, "the old copy still opens");
    assert_eq!(opened(&office, &generation(&office).1, &old), 2);

    office.pass(SignedDuration::from_mins(1));
    let turned = office.turn_if_due().await.expect("a turn").expect("a key died a year after the last turn");
    assert_eq!(opened(&office, &generation(&office).1, &old), 0, "no key that is left opens the old copy");
    assert_eq!(office.unreadable_everywhere(&certificate).await.expect("an answer"), Some(turned.at));
    office.sequence().await.expect("the log");
    assert_eq!(office.unreadable_everywhere(&certificate).await.expect("an answer"), Some(turned.at), "from the log too");
    assert!(office.verify_log().await.expect("a verdict").is_good());
});

both_engines!(another_process_goes_on_while_the_generation_turns, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let other = office.second_process().await;
    office.turn_generation().await.expect("a turn");
    assert!(other.read_application(&cast.hr, &id).await.is_ok(), "it reads what was sealed anew");
    let second = apply(&other, &posting, "two").await;
    assert!(office.read_application(&cast.hr, &second).await.is_ok(), "and seals under the new generation");
    office.turn_generation().await.expect("another turn");
    let third = apply(&other, &posting, "three").await;
    assert!(office.read_application(&cast.hr, &third).await.is_ok());
    assert_eq!(opened(&office, &generation(&office).1, &wrapped(office.keys.read()).await), 4, "three and the intake key");
});

both_engines!(the_key_database_itself_lets_no_generation_go_while_a_key_is_under_it, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "one").await;
    let gone = sqlx::query("DELETE FROM generation").execute(office.keys.read()).await;
    assert!(matches!(&gone, Err(sqlx::Error::Database(error)) if error.is_foreign_key_violation()), "{gone:?}");
});

both_engines!(it_turns_weekly_and_within_a_day_of_a_death, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "one").await;
    let due = async || office.turn_if_due().await.expect("an answer").is_some();
    assert!(!due().await, "it is new");
    office.pass(SignedDuration::from_hours(7 * 24 - 1));
    assert!(!due().await);
    office.pass(SignedDuration::from_hours(1));
    assert!(due().await, "a week old");
    assert!(!due().await, "and new again");
    office.at("2027-12-30T22:00:00Z");
    assert!(due().await);
    office.at("2027-12-30T23:00:00Z");
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    assert!(!due().await, "it turned an hour ago");
    office.pass(SignedDuration::from_hours(19));
    assert!(due().await, "the dead key goes out of every copy within a day");
    office.pass(SignedDuration::from_hours(6 * 24));
    assert!(!due().await, "no key died since");
});

both_engines!(two_turns_at_once_are_one, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    for token in ["one", "two", "three"] {
        office.apply(&posting, ada(), token).await;
    }
    let other = office.second_process().await;
    let (first, second) = tokio::join!(office.turn_generation(), other.turn_generation());
    let turned: HashSet<String> = [&first, &second].into_iter().flatten().map(|turned| turned.generation.clone()).collect();
    assert!(!turned.is_empty(), "{first:?} {second:?}");
    assert!([first, second].iter().all(|turn| matches!(turn, Ok(_) | Err(Error::Unavailable(_)))));
    let (id, key) = generation(&office);
    assert!(turned.contains(&id));
    assert_eq!(opened(&office, &key, &wrapped(office.keys.read()).await), 4);
});

both_engines!(n10_an_intake_key_dies_with_the_turn_and_no_copy_of_an_envelope_made_before_opens, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    // Without its table no envelope becomes an application: each waits.
    execute(&office.records, "ALTER TABLE section RENAME TO section_away").await;
    let mut codes = Vec::new();
    for token in ["waits", "apart"] {
        codes.push(send(&office, &posting, token).await.expect("it is acknowledged, and waits"));
    }
    execute(
        &office.records,
        "UPDATE envelope SET quarantined_at = 1, quarantine_reason = 'invalid' WHERE id = (SELECT MAX(id) FROM envelope)",
    )
    .await;
    let copies: Vec<(String, Vec<u8>)> =
        sqlx::query_as("SELECT id, sealed FROM envelope").fetch_all(office.records.read()).await.expect("a copy of the rows");
    let opens = |keys: &[RecordKey]| {
        let opens = |(id, sealed): &&(String, Vec<u8>)| keys.iter().any(|key| open(key, &Context::envelope(id), sealed).is_ok());
        copies.iter().filter(opens).count()
    };
    assert_eq!(opens(&intake_keys(&office).await), 2, "before the turn a copy opens");

    assert_eq!(office.turn_generation().await.expect("a turn").envelopes, 2);
    let keys = intake_keys(&office).await;
    assert_eq!((keys.len(), opens(&keys)), (1, 0), "one intake key is left, and opens no copy made before");

    execute(&office.records, "ALTER TABLE section_away RENAME TO section").await;
    assert_eq!(office.convert_waiting().await.expect("converted"), 1, "the one in quarantine stays there");
    execute(&office.records, "UPDATE envelope SET quarantined_at = NULL").await;
    assert_eq!(office.convert_waiting().await.expect("converted"), 1, "and opens under the new key as well");
    for code in codes {
        let id = office.application_of(&code).await.expect("an application");
        let view = office.read_application(&cast.hr, &id).await.expect("it is read");
        assert_eq!(view.contact.expect("the contact").last_name, "Lovelace");
    }
});

both_engines!(an_envelope_that_arrives_while_the_generation_turns_is_sealed_under_the_key_that_lives, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "before").await;
    let other = office.second_process().await;
    // Once, at the first look at the clock: after the intake key was fetched, and before anything is stored.
    let (first, clock) = (Arc::new(AtomicBool::new(true)), office.clock.clone());
    let slow = other.with_clock(Clock::new({
        let (first, office) = (first.clone(), office.office.clone());
        move || {
            if first.swap(false, Ordering::SeqCst) {
                block_in_place(|| Handle::current().block_on(office.turn_generation())).expect("a whole turn in between");
            }
            clock.now()
        }
    }));
    let id = apply(&slow, &posting, "meanwhile").await;
    assert!(!first.load(Ordering::SeqCst), "the generation turned meanwhile");
    assert!(office.read_application(&cast.hr, &id).await.is_ok());
    assert_eq!(intake_keys(&office).await.len(), 1);
});

both_engines!(turn_after_turn_loses_nothing_that_arrives_meanwhile, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let other = office.second_process().await;
    let sends = async {
        let mut codes = Vec::new();
        for n in 0..30 {
            // What is refused was not acknowledged, and may be sent again.
            match send(&other, &posting, &n.to_string()).await {
                Ok(code) => codes.push(code),
                Err(error) => assert!(matches!(error, Error::Unavailable(_)), "{error}"),
            }
        }
        codes
    };
    let turns = async {
        for _ in 0..5 {
            office.turn_generation().await.expect("a turn");
        }
    };
    let (codes, ()) = tokio::join!(sends, turns);
    assert!(codes.len() > 20, "{} of 30 arrived", codes.len());
    office.convert_waiting().await.expect("converted");
    for code in codes {
        let id = office.application_of(&code).await.expect("an acknowledged application is there");
        assert!(office.read_application(&cast.hr, &id).await.is_ok(), "and is read");
    }
});

both_engines!(a_torn_next_key_stops_no_start_and_no_turn, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let next = key_file::next(&office.settings.generation_key_file);
    for torn in ["", "ablauf-generation-key-1 abc 0123"] {
        std::fs::write(&next, torn).expect("written");
        std::fs::set_permissions(&next, std::fs::Permissions::from_mode(0o600)).expect("private");
        let other = office.second_process().await;
        assert!(other.read_application(&cast.hr, &id).await.is_ok(), "{torn:?}");
        assert!(office.turn_if_due().await.expect("an answer").is_none(), "no turn began");
        let turned = office.turn_generation().await.expect("a turn");
        assert_eq!(turned.generation, generation(&office).0);
        assert!(!next.exists());
        assert!(other.read_application(&cast.hr, &id).await.is_ok());
    }
});

both_engines!(a_next_key_of_another_generation_never_takes_the_place_of_the_living_one, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let (living, _) = generation(&office);
    let next = key_file::next(&office.settings.generation_key_file);
    // As nearly the same as can be: ids are compared as a whole.
    let other = GenerationKey::generate(&office.rng);
    for almost in [&living[..31], &format!("{living}0"), &living.to_uppercase()] {
        key_file::create(&next, almost, &other).expect("a next key that no turn began with");
        assert!(office.turn_if_due().await.expect("an answer").is_none(), "{almost}: nothing has begun");
        // A turn that died, with its key kept elsewhere then.
        execute(&office.keys, "INSERT INTO generation (id, created_at, retired_at) VALUES ('before', 0, 1)").await;
        assert_eq!(office.turn_generation().await.expect("it is ended").generation, living, "{almost}");
        assert_eq!((generation(&office).0, next.exists()), (living.clone(), true), "{almost}");
        std::fs::remove_file(&next).expect("ours");
    }
    assert!(office.second_process().await.read_application(&cast.hr, &id).await.is_ok());

    // And one that is nearly a dead one was never alive.
    key_file::create(&next, &living[..31], &other).expect("a next key");
    assert_eq!(office.turn_generation().await.expect("a turn").generation, living[..31]);
    key_file::create(&next, &living[..30], &GenerationKey::generate(&office.rng)).expect("a next key");
    assert_eq!(office.turn_generation().await.expect("a turn").generation, living[..30]);
    key_file::create(&next, &living, &other).expect("the dead one itself");
    assert!(in_words(office.turn_generation().await).contains("one that died before"));
});

both_engines!(a_key_file_behind_a_link_turns_where_it_lies, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let (link, elsewhere) = (&office.settings.generation_key_file, tempfile::tempdir().expect("another disk"));
    let file = elsewhere.path().join("the.key");
    std::fs::rename(link, &file).expect("moved");
    std::os::unix::fs::symlink(&file, link).expect("a link");
    let (old, _) = generation(&office);
    let turned = office.turn_generation().await.expect("a turn");
    assert!(std::fs::symlink_metadata(link).expect("the link").is_symlink());
    let (new, _) = key_file::read(&file).expect("the file it leads to");
    assert!(new == turned.generation && new != old);
    for directory in [link.parent().expect("a directory"), elsewhere.path()] {
        assert_eq!(std::fs::read_dir(directory).expect("ours").count(), 1, "nothing else is left");
    }
    assert!(office.second_process().await.read_application(&cast.hr, &id).await.is_ok());
});

both_engines!(n10_a_death_that_waited_for_another_write_is_dated_after_it, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    office.apply(&posting, ada(), "one").await;
    office.at("2027-12-31T00:00:00Z");
    // As a turn holds it while it seals it anew.
    let mut held = office.keys.write().await.expect("a write");
    sqlx::query("UPDATE rk SET state = state").execute(&mut *held).await.expect("held");
    let sweeping = office.office.clone();
    let sweep = tokio::spawn(async move { sweeping.sweep().await });
    let begun = async || -> i64 {
        let begun = sqlx::query_scalar("SELECT COUNT(*) FROM erasure").fetch_one(office.records.read()).await;
        begun.expect("a count")
    };
    while begun().await == 0 {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    // It has come to the key, and waits.
    tokio::time::sleep(Duration::from_millis(500)).await;
    office.at("2027-12-31T00:00:01Z");
    held.commit().await.expect("let go");
    assert_eq!(sweep.await.expect("it ends").expect("swept").erased, 1);
    let at: i64 = sqlx::query_scalar("SELECT at FROM tombstone").fetch_one(office.keys.read()).await.expect("a tombstone");
    assert_eq!(at, office.now().as_millisecond());
});

both_engines!(an_envelope_whose_key_is_gone_is_set_apart_and_keeps_nobody_waiting, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    execute(&office.records, "ALTER TABLE section RENAME TO section_away").await;
    send(&office, &posting, "one").await.expect("acknowledged, and it waits");
    execute(&office.records, "ALTER TABLE section_away RENAME TO section").await;
    execute(&office.keys, "DELETE FROM intake_key").await;
    assert_eq!(office.convert_waiting().await.expect("it goes on"), 0);
    let reason: Option<String> =
        sqlx::query_scalar("SELECT quarantine_reason FROM envelope").fetch_one(office.records.read()).await.expect("it is kept");
    assert_eq!(reason.as_deref(), Some("unreadable"));
});
