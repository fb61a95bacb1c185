//! The process dies without warning between the two commits of a write to the key database, the mirror's and its own: nothing is lost,
//! and the next start brings both in line.

use crate::support;

use std::{collections::BTreeSet, process::Output, process::Stdio};

use jiff::{SignedDuration, Timestamp};
use office::{Office, Settings};
use server::environment;
use sqlx::AnyPool;
use support::{Multipart, Place, Served, on_postgres, on_sqlite, pdf};

const QUIET: (&str, &str) = ("ABLAUF_LOG_FILTER", "error");

fn sqlite(place: &Place) -> String {
    format!("sqlite://{}?mode=rwc", place.directory.path().join("mirror.db").display())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deaths_between_two_commits_lose_nothing_with_the_mirror_on_postgresql() {
    on_sqlite(|place| {
        on_postgres(|other| async move {
            let mirror = other.urls.expect("a database")[1].clone();
            deaths_lose_nothing(place, mirror).await;
        })
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn deaths_between_two_commits_lose_nothing_with_the_mirror_on_sqlite() {
    on_postgres(|place| {
        on_sqlite(|other| async move {
            let mirror = sqlite(&other);
            deaths_lose_nothing(place, mirror).await;
        })
    })
    .await;
}

/// What a key database holds.
async fn held(url: &str) -> BTreeSet<String> {
    sqlx::any::install_default_drivers();
    let keys = AnyPool::connect(url).await.expect("a key database");
    let rows: Vec<String> = sqlx::query_scalar(
        "SELECT 'key ' || id || ' ' || state || ' ' || generation_id FROM rk UNION ALL SELECT 'dead ' || rk_id FROM tombstone \
         UNION ALL SELECT 'generation ' || id FROM generation \
         UNION ALL SELECT 'intake ' || id || ' ' || COALESCE(CAST(retired_at AS TEXT), 'in use') FROM intake_key",
    )
    .fetch_all(&keys)
    .await
    .expect("what is held");
    keys.close().await;
    rows.into_iter().collect()
}

async fn deaths_lose_nothing(place: Place, mirror: String) {
    let settings = Settings { keys_mirror_url: Some(mirror.clone()), ..place.settings() };
    let open =
        async |settings: Settings| Office::open(settings, environment::clock(), environment::rng()).await.expect("it opens");
    let house = place.office().await;
    let (form, _) = support::posting_for_ever(&house).await;
    house.close().await;
    let with = |point: Option<&'static str>| {
        let mut environment = vec![QUIET, ("ABLAUF_KEYS_MIRROR_URL", mirror.as_str())];
        environment.extend(point.map(|point| ("ABLAUF_KILL_AT", point)));
        environment
    };
    let run = |arguments: &[&str], point: Option<&'static str>| -> Output {
        place.ablauf(arguments).envs(with(point)).output().expect("the binary starts")
    };
    let in_step = async |when: &str| {
        open(settings.clone()).await.close().await;
        assert_eq!(held(&place.settings().keys_url).await, held(&mirror).await, "{when}");
    };

    let mut codes = Vec::new();
    // The first commits make the intake key, the record key, and confirm that; then there is an intake key.
    for (n, point) in
        ["mirror.committed:1", "mirror.committed:2", "mirror.committed:1", "mirror.committed:2"].into_iter().enumerate()
    {
        let token = format!("token {n}");
        let send = || Multipart::typed().text("token", token.as_bytes()).file("cv", "cv.pdf", &pdf(&token)).request(&form);
        let mut served = Served::start(&place, &with(Some(point)), Stdio::inherit()).await.expect("it serves");
        assert!(served.send(send()).await.is_none(), "it died before it answered");
        assert!(!served.child.wait().await.expect("it ends").success());
        let served = Served::start(&place, &with(None), Stdio::inherit()).await.expect("it serves again");
        let reply = served.send(send()).await.expect("an answer");
        codes.push(reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned());
        drop(served);
        in_step(&format!("after a death at {point}")).await;
    }
    for point in ["mirror.committed:1", "mirror.committed:2"] {
        let died = run(&["keys", "rotate"], Some(point));
        assert!(!died.status.success() && died.stdout.is_empty(), "it died in a turn: {died:?}");
        let house = open(settings.clone()).await;
        let mut tx = house.records.write().await.expect("a transaction");
        sqlx::query("UPDATE lease SET until_at = 0 WHERE name = 'turn'").execute(&mut *tx).await.expect("the lease");
        tx.commit().await.expect("committed");
        house.close().await;
        let turned = run(&["keys", "rotate"], None);
        assert!(turned.status.success(), "after a death at {point}: {turned:?}");
        in_step("after a turn that died").await;
    }
    // The mirror alone opens all of it.
    let alone = open(Settings { keys_url: mirror.clone(), keys_mirror_url: None, ..place.settings() }).await;
    let session = alone.sign_in("hr@example.org", support::PASSWORD).await.expect("HR signs in");
    let hr = alone.session(&session).await.expect("an answer").expect("a session").actor;
    for code in &codes {
        let id = alone.application_of(code).await.expect("an acknowledged application");
        assert!(alone.read_application(&hr, &id).await.is_ok());
    }
    alone.close().await;

    let years = (Timestamp::now() + SignedDuration::from_hours(3 * 366 * 24)).to_string();
    let sweep = ["sweep", "--now", years.as_str()];
    let died = run(&sweep, Some("mirror.committed:1"));
    assert!(!died.status.success() && died.stdout.is_empty(), "it died in an erasure: {died:?}");
    let swept = run(&sweep, None);
    assert!(swept.status.success(), "{swept:?}");
    in_step("after an erasure that died").await;
    let left = held(&mirror).await;
    assert!(!left.iter().any(|row| row.starts_with("key ")), "no key is left in either: {left:?}");
    assert!(left.iter().filter(|row| row.starts_with("dead ")).count() >= codes.len());
}
