//! The generation key at Transit, on a stand-in that follows its published API: what lies on the disk opens nothing without it, and
//! after a turn not even with it.

use crate::support;

use std::{path::Path, time::Duration};

use office::{Error, Hidden, KeyProvider, Office, SecretPlace, Settings, TransitSettings};
use support::{TestOffice, both_engines, in_words, seed::ada, transit::Transit};
use tokio::time::timeout;
use vault::{
    Random as _,
    key_file::{self, Line},
};

/// The settings that lead to a stand-in.
fn reaches(transit: &Transit) -> TransitSettings {
    TransitSettings {
        url: transit.url.clone(),
        mount: "transit".to_owned(),
        key: "ablauf".to_owned(),
        token: SecretPlace::Value(Hidden::new(transit.service().token.clone())),
        namespace: None,
    }
}

/// The same store as `office`, with its key at a stand-in.
fn settings(office: &TestOffice, transit: &Transit) -> Settings {
    Settings { key_provider: KeyProvider::Transit, transit: Some(reaches(transit)), ..(*office.settings).clone() }
}

async fn open(office: &TestOffice, settings: Settings) -> Result<Office, Error> {
    Office::open(settings, office.clock.clone(), office.rng.clone()).await
}

async fn stand_in() -> Transit {
    let random = support::random();
    Transit::start(move |bytes| random.fill(bytes)).await
}

fn ciphertext(path: &Path) -> (String, String) {
    match key_file::read_line(path).expect("a line") {
        Line::Sealed(id, ciphertext) => (id, ciphertext),
        Line::Key(..) => panic!("the key lies there as it is"),
    }
}

/// An office whose key went over to a stand-in with a turn, and one application in it.
async fn at_transit(office: &TestOffice, transit: &Transit) -> (support::seed::Cast, rules::id::ApplicationId, Office) {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let there = open(office, settings(office, transit)).await.expect("the file opens under the new provider");
    there.turn_generation().await.expect("the turn puts the next key there");
    (cast, id, there)
}

both_engines!(n10_at_transit_the_disk_opens_nothing_and_after_a_turn_no_copy_of_it_opens_even_there, |office| async move {
    let transit = stand_in().await;
    let (cast, id, there) = at_transit(&office, &transit).await;
    let path = there.settings.generation_key_file.clone();
    let (first, copy) = ciphertext(&path);
    assert!(copy.starts_with("vault:v1:"), "the first version that is there: {copy}");
    let associated = |generation: &str| {
        data_encoding::BASE64.encode(format!("ablauf generation key\n{}\n{generation}", there.house.store).as_bytes())
    };
    assert!(transit.opens(&copy, &associated(&first)));
    assert!(!transit.opens(&copy, &associated("another")), "it is bound to its generation");
    let alone = open(&office, Settings { transit: None, key_provider: KeyProvider::File, ..(*office.settings).clone() }).await;
    assert!(in_words(alone).contains("ABLAUF_TRANSIT_URL"), "the file alone opens nothing");
    there.close().await;

    let again = open(&office, settings(&office, &transit)).await.expect("it opens after a restart");
    assert!(again.read_application(&cast.hr, &id).await.is_ok());
    again.turn_generation().await.expect("a turn");
    let (second, newest) = ciphertext(&path);
    assert!(first != second && newest.starts_with("vault:v2:"));
    assert!(transit.opens(&newest, &associated(&second)));
    assert!(!transit.opens(&copy, &associated(&first)), "a copy of the file from before opens no longer, whoever asks");
    assert!(again.read_application(&cast.hr, &id).await.is_ok());
    again.close().await;
    std::fs::write(&path, format!("ablauf-sealed-generation-key-1 {second} {copy}\n")).expect("the copy put back");
    assert!(in_words(open(&office, settings(&office, &transit)).await).contains("opens nothing any more"));
});

both_engines!(a_store_begins_at_transit_and_goes_back_to_a_file, |office| async move {
    let transit = stand_in().await;
    let (cast, id, there) = at_transit(&office, &transit).await;
    there.close().await;
    // Transit's settings stay while its key lives.
    let back = Settings { key_provider: KeyProvider::File, ..settings(&office, &transit) };
    let back = open(&office, back).await.expect("it opens");
    back.turn_generation().await.expect("the turn brings the key back into the file");
    back.close().await;
    let alone = open(&office, (*office.settings).clone()).await.expect("and nothing of Transit is needed any more");
    assert!(alone.read_application(&cast.hr, &id).await.is_ok());
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_first_start_at_transit_needs_no_file_of_before() {
    let transit = stand_in().await;
    let office = TestOffice::open(|settings| {
        settings.key_provider = KeyProvider::Transit;
        settings.transit = Some(reaches(&transit));
    })
    .await;
    assert!(ciphertext(&office.settings.generation_key_file).1.starts_with("vault:v1:"));
}

both_engines!(each_refusal_of_transit_is_told_in_words_and_the_turn_goes_on_later, |office| async move {
    let transit = stand_in().await;
    let (cast, id, there) = at_transit(&office, &transit).await;
    let rights = transit.service().rights.clone();
    let lacking = |path: &str| rights.iter().filter(|(right, _)| right != path).cloned().collect::<Vec<_>>();
    for missing in ["keys/ablauf/rotate", "encrypt/ablauf", "keys/ablauf/config", "keys/ablauf/trim"] {
        transit.service().rights = lacking(missing);
        let rotated = |transit: &Transit| transit.service().asked.iter().filter(|asked| asked.ends_with("/rotate")).count();
        let before = rotated(&transit);
        for _ in 0..2 {
            let words = in_words(there.turn_generation().await);
            assert!(words.contains(&format!("no right to update transit/{missing}")), "{words}");
        }
        if missing == "encrypt/ablauf" {
            assert_eq!(rotated(&transit) - before, 1, "a turn that is tried again makes no version again");
        }
        assert!(there.read_application(&cast.hr, &id).await.is_ok(), "without {missing} it goes on serving");
        let restarted = open(&office, settings(&office, &transit)).await.expect("and opens");
        assert!(restarted.read_application(&cast.hr, &id).await.is_ok());
        restarted.close().await;
        transit.service().rights = rights.clone();
        there.turn_generation().await.expect("with the right the turn comes to its end");
        assert!(!key_file::next(&there.settings.generation_key_file).exists());
    }
    transit.service().rights = lacking("keys/ablauf");
    assert!(in_words(there.turn_generation().await).contains("no right to read transit/keys/ablauf"));
    transit.service().rights = rights;
    there.turn_generation().await.expect("a turn");

    let opens = async |settings: Settings| open(&office, settings).await;
    let ours = settings(&office, &transit);
    let with = |change: &dyn Fn(&mut TransitSettings)| {
        let mut settings = ours.clone();
        change(settings.transit.as_mut().expect("Transit"));
        settings
    };
    assert!(in_words(opens(with(&|transit| transit.key = "other".to_owned())).await).contains("has no key other"));
    assert!(
        in_words(opens(with(&|transit| transit.mount = "elsewhere".to_owned())).await)
            .contains("nothing is mounted at elsewhere")
    );
    let wrong = with(&|transit| transit.token = SecretPlace::Value(Hidden::new("hvs.wrong".to_owned())));
    let words = in_words(opens(wrong).await);
    assert!(words.contains("the token is not valid") && !words.contains("hvs."), "{words}");
    assert!(in_words(opens(with(&|transit| transit.url = "http://127.0.0.1:1".to_owned())).await).contains("does not answer"));
    for url in ["http://vault.example:8200", "nonsense", "ftp://127.0.0.1"] {
        let words = in_words(opens(with(&|transit| transit.url = url.to_owned())).await);
        assert!(words.contains("ABLAUF_TRANSIT_URL"), "{words}");
    }
    for url in ["https://vault:pass-word@127.0.0.1:8200", "http://pass-word@127.0.0.1:1", "http://:pass-word@localhost:1"] {
        let words = in_words(opens(with(&|transit| transit.url = url.to_owned())).await);
        assert!(words.contains("may name no user and no password") && !words.contains("pass-word"), "{words}");
    }
    let torn = with(&|transit| transit.token = SecretPlace::Value(Hidden::new("hvs.two\nlines".to_owned())));
    let words = in_words(opens(torn).await);
    assert!(words.contains("holds signs that no token has") && !words.contains("hvs."), "{words}");
    transit.service().sealed = true;
    assert!(in_words(opens(ours.clone()).await).contains("is sealed"));
    transit.service().sealed = false;
    transit.service().hiccups = 2;
    opens(ours.clone()).await.expect("what may differ in a moment is asked for again").close().await;
    transit.service().asked.clear();
    transit.service().hiccups = u32::MAX;
    assert!(in_words(opens(ours.clone()).await).contains("500"));
    assert_eq!(transit.service().asked.len(), 3, "and not for ever");
    transit.service().hiccups = 0;
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_transit_is_given_up_and_a_namespace_and_a_renewed_token_count() {
    support::on_sqlite(|office| async move {
        let transit = stand_in().await;
        let (.., there) = at_transit(&office, &transit).await;
        there.close().await;
        transit.service().delay = Duration::from_secs(60);
        let opened = timeout(Duration::from_secs(25), open(&office, settings(&office, &transit))).await.expect("it gives up");
        assert!(in_words(opened).contains("does not answer in time"));
        transit.service().delay = Duration::ZERO;

        transit.service().namespace = Some("house".to_owned());
        assert!(open(&office, settings(&office, &transit)).await.is_err());
        let mut inside = settings(&office, &transit);
        let token = office.directory.path().join("token");
        std::fs::write(&token, format!("{}\n", transit.service().token)).expect("a token file");
        if let Some(transit) = &mut inside.transit {
            (transit.namespace, transit.token) = (Some("house".to_owned()), SecretPlace::File(token.clone()));
        }
        let there = open(&office, inside).await.expect("it opens in its namespace");
        transit.service().token = "hvs.renewed".to_owned();
        assert!(there.turn_generation().await.is_err());
        std::fs::write(&token, "hvs.renewed").expect("renewed");
        there.turn_generation().await.expect("the token is read anew each time");
    })
    .await;
}
