//! Who keeps the generation key, and the mirror of the key database, through the real command: what it does, and what the doctor says.

use crate::{support, transit, well};

use std::process::Command;

use sqlx::Executor as _;
use support::{Place, ablauf, both_engines};
use well::{DAY, House, copies, key, ms, set_mode};

/// The binary as somebody runs it whom permissions bind: a superuser gives up that they do not.
fn bound(command: &Command) -> Command {
    let superuser = Command::new("id").arg("-u").output().expect("id").stdout == b"0\n";
    let mut bound = if superuser {
        let mut setpriv = Command::new("setpriv");
        setpriv.args(["--bounding-set=-dac_override", "--inh-caps=-dac_override"]).arg(command.get_program());
        setpriv
    } else {
        Command::new(command.get_program())
    };
    bound.args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => bound.env(name, value),
            None => bound.env_remove(name),
        };
    }
    bound
}

both_engines!(a_secret_that_is_not_there_when_a_turn_is_due_or_not_taken_away_after_it, |place| async move {
    let house = House::open(place).await;
    let (current, next) = (key(&house.place), house.place.directory.path().join("elsewhere/next"));
    let next_file = next.display().to_string();
    let secret = [("ABLAUF_KEY_PROVIDER", "secret"), ("ABLAUF_GENERATION_KEY_NEXT_FILE", next_file.as_str())];
    set_mode(&current, 0o644);
    assert_eq!(house.doctor(&secret), Vec::<String>::new(), "its permissions are the operator's");
    set_mode(&current, 0o666);
    house.assert_finds_with(&secret, "can be written by others");
    set_mode(&current, 0o400);
    house.keys(&format!("UPDATE generation SET created_at = {}", ms(-DAY * 7))).await;
    house.assert_finds_with(&secret, "there is no next key");
    let line = ablauf(["keys", "generate"]).output().expect("the binary starts");
    std::fs::write(&next, &line.stdout).expect("the next key");
    assert_eq!(house.doctor(&secret), Vec::<String>::new());

    let (old, before): (String, Vec<u8>) =
        sqlx::query_as("SELECT generation_id, wrapped FROM rk").fetch_one(house.office.keys.read()).await.expect("the key");
    let rotated = house.ablauf(&["keys", "rotate"], &secret);
    assert!(!rotated.status.success(), "{rotated:?}");
    assert!(String::from_utf8_lossy(&rotated.stderr).contains("the key of the one before is still there"), "{rotated:?}");
    house.assert_finds_with(&secret, "move ABLAUF_GENERATION_KEY_NEXT to ABLAUF_GENERATION_KEY and destroy what was there");
    // A copy that holds a key of before: `backup-keys` made such after a turn that died.
    let copy = std::fs::read_dir(copies(&house.place)).expect("copies").next().expect("one").expect("a file").path();
    let copy = sqlx::AnyPool::connect(&format!("sqlite://{}", copy.display())).await.expect("the copy");
    sqlx::query("UPDATE rk SET generation_id = $1, wrapped = $2").bind(old).bind(before).execute(&copy).await.expect("changed");
    copy.close().await;
    let findings = house.doctor(&secret);
    assert!(findings.iter().any(|finding| finding.contains("does not outlive the turn that has begun")), "{findings:#?}");
    assert!(!house.ablauf(&["keys", "rotate"], &secret).status.success(), "it still waits, and makes another copy");
    let findings = house.doctor(&secret);
    assert!(!findings.iter().any(|finding| finding.contains("does not outlive")), "{findings:#?}");
    house.keys(&format!("UPDATE generation SET retired_at = {} WHERE retired_at IS NOT NULL", ms(-DAY))).await;
    let findings = house.doctor(&secret);
    let both =
        |finding: &String| finding.contains("began and has not ended") && finding.contains("move ABLAUF_GENERATION_KEY_NEXT");
    assert!(findings.iter().any(both), "{findings:#?}");
    std::fs::rename(&next, &current).expect("the next key takes the place of the old one");
    let rotated = house.ablauf(&["keys", "rotate"], &secret);
    assert!(rotated.status.success(), "{rotated:?}");
    assert_eq!(house.doctor(&secret), Vec::<String>::new());
    let both = [("ABLAUF_GENERATION_KEY", "anything")];
    let refused = house.ablauf(&["keys", "doctor"], &both);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("counts only with ABLAUF_KEY_PROVIDER=secret"), "{refused:?}");
});

both_engines!(what_transit_lacks_is_told, |place| async move {
    let house = House::open(place).await;
    let service = transit::Transit::start(|bytes| getrandom::fill(bytes).expect("randomness")).await;
    let token = service.service().token.clone();
    let at = [
        ("ABLAUF_KEY_PROVIDER", "transit"),
        ("ABLAUF_TRANSIT_URL", service.url.as_str()),
        ("ABLAUF_TRANSIT_TOKEN", token.as_str()),
    ];
    let rotated = house.ablauf(&["keys", "rotate"], &at);
    assert!(rotated.status.success(), "{rotated:?}");
    assert_eq!(house.doctor(&at), Vec::<String>::new());
    let rights = service.service().rights.clone();
    service.service().rights.retain(|(path, _)| path != "keys/ablauf/trim");
    house.assert_finds_with(&at, "Transit's token has no right to update transit/keys/ablauf/trim");
    service.service().rights = rights;
    service.service().sealed = true;
    let findings = house.doctor(&at);
    assert!(findings.len() == 2 && findings.iter().all(|finding| finding.contains("is sealed")), "{findings:#?}");
    service.service().sealed = false;
    let gone = [&at[..], &[("ABLAUF_TRANSIT_KEY", "mistyped")]].concat();
    let findings = house.doctor(&gone);
    assert!(!findings.is_empty() && findings.iter().all(|finding| finding.contains("no key mistyped")), "{findings:#?}");
    assert!(!format!("{findings:?}").contains(&token));
    let findings = house.doctor(&[]);
    assert!(findings.iter().any(|finding| finding.contains("set ABLAUF_TRANSIT_URL")), "{findings:#?}");
    assert!(!service.service().asked.iter().any(|asked| asked.contains("encrypt/mistyped")), "the doctor makes nothing there");
});

both_engines!(a_mirror_out_of_step, |place| async move {
    let house = House::open(place).await;
    let elsewhere = Place::sqlite();
    let mirror = format!("sqlite://{}?mode=rwc", elsewhere.directory.path().join("mirror.db").display());
    let with = [("ABLAUF_KEYS_MIRROR_URL", mirror.as_str())];
    house.assert_finds_with(&with, "the mirror of the keys database does not open");
    assert!(!elsewhere.directory.path().join("mirror.db").exists(), "the doctor makes nothing");
    assert!(house.ablauf(&["keys", "rotate"], &with).status.success(), "a start fills it");
    set_mode(elsewhere.directory.path(), 0o700);
    assert_eq!(house.doctor(&with), Vec::<String>::new());

    let there = sqlx::AnyPool::connect(&mirror).await.expect("the mirror");
    let change = async |statement: &'static str| there.execute(statement).await.map(drop).expect("changed");
    change("CREATE TABLE away AS SELECT * FROM rk").await;
    change("DELETE FROM rk").await;
    house.assert_finds_with(&with, "out of step: the mirror lacks key(s) that the other holds: 1");
    change("INSERT INTO tombstone (rk_id, at) SELECT id, 0 FROM away").await;
    let findings = house.doctor(&with);
    assert!(
        findings.iter().any(|finding| finding.contains("the key database still holds key(s) that were destroyed")),
        "{findings:#?}"
    );
    assert!(findings.iter().any(|finding| finding.contains("the key database lacks tombstone(s)")), "{findings:#?}");
    change("DELETE FROM tombstone").await;
    change("INSERT INTO rk SELECT * FROM away").await;
    assert_eq!(house.doctor(&with), Vec::<String>::new());
    change("UPDATE store SET id = 'another'").await;
    let findings = house.doctor(&with);
    assert!(
        findings.iter().any(|finding| finding.contains("parts of different stores") && finding.contains("mirror to another")),
        "{findings:#?}"
    );
});

both_engines!(a_key_file_that_cannot_be_written_lets_no_generation_turn_and_says_so_in_words, |place| async move {
    let house = House::open(place).await;
    let directory = key(&house.place).parent().expect("a directory").to_owned();
    let run = |act: &str| {
        let mut command = house.place.ablauf(["keys", act]);
        command.env("ABLAUF_GENERATION_KEY_FILE", key(&house.place));
        bound(&command).output().expect("the binary starts")
    };
    let before = std::fs::read(key(&house.place)).expect("the key");
    for (file, beside) in [(0o400, 0o700), (0o600, 0o500)] {
        set_mode(&key(&house.place), file);
        set_mode(&directory, beside);
        let refused = run("rotate");
        let words = String::from_utf8_lossy(&refused.stderr);
        assert!(
            !refused.status.success() && words.contains("cannot be written here, so that the generation cannot turn"),
            "{refused:?}"
        );
        assert_eq!(std::fs::read_dir(&directory).expect("a directory").count(), 1, "nothing was begun");
    }
    set_mode(&directory, 0o700);
    set_mode(&key(&house.place), 0o400);
    let told = run("doctor");
    assert!(String::from_utf8_lossy(&told.stdout).contains("cannot be written here"), "{told:?}");
    assert_eq!(std::fs::read(key(&house.place)).expect("the key"), before);
    set_mode(&key(&house.place), 0o600);
    assert!(run("rotate").status.success());
});
