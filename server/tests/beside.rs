//! A pass at another instant beside a process that serves takes nothing that an upload of this moment is about to refer to; two
//! processes agree on who may be alone with a store.

use crate::{support, well};

use std::{
    process::{Output, Stdio},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use support::{Multipart, Place, Served, both_engines, objects_in, pdf};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    process::Command,
    time::sleep,
};

const QUIET: (&str, &str) = ("ABLAUF_LOG_FILTER", "error");

async fn serve(place: &Place) -> Served {
    Served::start(place, &[QUIET], Stdio::inherit()).await.expect("it serves")
}

/// `sweep --now` a day and an hour later.
async fn sweep(place: &Place) -> Output {
    let later = Timestamp::now() + SignedDuration::from_hours(25);
    let swept = Command::from(place.ablauf(["sweep", "--now", &later.to_string()])).output().await.expect("the binary starts");
    assert!(swept.status.success(), "{swept:?}");
    swept
}

async fn count(db: &office::Db, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(db.read()).await.expect("a count")
}

async fn house(place: &Place) -> String {
    let house = place.office().await;
    let (form, _) = support::posting_for_ever(&house).await;
    house.close().await;
    form
}

both_engines!(an_upload_under_way_outlives_a_sweep_at_another_instant, |place| async move {
    let form = house(&place).await;
    let served = serve(&place).await;
    let (parts, body) = Multipart::typed().file("cv", "cv.pdf", &pdf(&"x".repeat(600_000))).request(&form).into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.expect("a body");
    let kind = parts.headers["content-type"].to_str().expect("text");
    let head = format!(
        "POST {form} HTTP/1.1\r\nHost: {}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        served.address(),
        body.len()
    );
    let mut client = TcpStream::connect(served.address()).await.expect("a connection");
    client.write_all(head.as_bytes()).await.expect("sent");
    let (first, rest) = body.split_at(500_000);
    client.write_all(first).await.expect("sent");
    // What has arrived is staged in the store.
    while objects_in(&place.data()) == 0 {
        sleep(Duration::from_millis(20)).await;
    }
    sweep(&place).await;
    assert_eq!(objects_in(&place.data()), 1, "the staged part is left alone");
    client.write_all(rest).await.expect("sent");
    let mut answer = String::new();
    client.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert_eq!(objects_in(&place.data()), 1);
});

both_engines!(applications_under_load_keep_their_keys_beside_sweeps_at_another_instant, |place| async move {
    let form = house(&place).await;
    let served = serve(&place).await;
    let applying = async {
        for round in 0..8 {
            let all = (0..8).map(|n| {
                let token = format!("{round}-{n}");
                let request =
                    Multipart::typed().text("token", token.as_bytes()).file("cv", "cv.pdf", &pdf(&token)).request(&form);
                served.send(request)
            });
            for reply in futures::future::join_all(all).await {
                assert_eq!(reply.expect("an answer").status, 303);
            }
        }
    };
    let sweeping = async {
        loop {
            sweep(&place).await;
        }
    };
    tokio::select! {
        () = applying => {}
        () = sweeping => {}
    }
    let house = place.office().await;
    assert_eq!(count(&house.records, "SELECT COUNT(*) FROM application").await, 64);
    assert_eq!(count(&house.keys, "SELECT COUNT(*) FROM rk WHERE state = 'live'").await, 64);
    assert_eq!(count(&house.keys, "SELECT COUNT(*) FROM tombstone").await, 0, "no key died");
    assert_eq!(objects_in(&place.data()), 64);
});

both_engines!(a_pending_key_of_this_moment_dies_by_another_clock_only_while_nobody_serves, |place| async move {
    house(&place).await;
    let house = place.office().await;
    let mut tx = house.keys.write().await.expect("a write");
    sqlx::query(
        "INSERT INTO rk (id, state, generation_id, wrapped, created_at) SELECT $1, 'pending', id, $2, $3 FROM generation",
    )
    .bind("0123456789abcdef0123456789abcdef")
    .bind(vec![0_u8; 104])
    .bind(Timestamp::now().as_millisecond())
    .execute(&mut *tx)
    .await
    .expect("a pending key");
    tx.commit().await.expect("committed");

    let mut served = serve(&place).await;
    let swept = sweep(&place).await;
    assert!(String::from_utf8_lossy(&swept.stdout).contains("removed 0 pending key(s)"), "{swept:?}");
    served.child.kill().await.expect("killed");
    let swept = sweep(&place).await;
    assert!(String::from_utf8_lossy(&swept.stdout).contains("removed 1 pending key(s)"), "{swept:?}");
});

both_engines!(a_pass_at_another_instant_notes_deaths_by_the_clock_on_the_wall, |place| async move {
    let house = well::House::open(place).await;
    house.records("UPDATE application SET due_at = 0").await;
    let later = (Timestamp::now() + SignedDuration::from_hours(24 * 30)).to_string();
    let swept = house.ablauf(&["sweep", "--now", &later], &[]);
    assert!(String::from_utf8_lossy(&swept.stdout).contains("erased 1 application(s)"), "{swept:?}");
    let now = Timestamp::now().as_millisecond();
    let died: i64 =
        sqlx::query_scalar("SELECT at FROM tombstone").fetch_one(house.office.keys.read()).await.expect("a tombstone");
    assert!(died <= now, "the key died by the clock on the wall");
    let (at, body): (i64, String) = sqlx::query_as("SELECT at, body FROM leaf WHERE kind = 'certificate'")
        .fetch_one(house.office.log.read())
        .await
        .expect("a certificate");
    let certificate: office::log::Certificate = serde_json::from_str(&body).expect("a certificate");
    assert!(at <= now && (died..=now).contains(&certificate.unreadable_at.as_millisecond()), "{certificate:?}");
    assert!(certificate.erased_at.as_millisecond() <= now, "{certificate:?}");
});

both_engines!(nobody_begins_to_serve_while_a_process_is_alone_and_none_is_alone_while_one_serves, |place| async move {
    house(&place).await;
    let house = place.office().await;
    let alone = house.alone().await.expect("an answer").expect("nobody serves");
    let errors = Command::from(place.ablauf(["serve", "--listen", "127.0.0.1:0"])).output().await.expect("the binary starts");
    assert!(!errors.status.success());
    assert!(String::from_utf8_lossy(&errors.stderr).contains("must be alone with the store"), "{errors:?}");
    drop(alone);
    // PostgreSQL lets a lock go when it notices that the connection has ended.
    let mut served = loop {
        match Served::start(&place, &[QUIET], Stdio::null()).await {
            Ok(served) => break served,
            Err(_) => sleep(Duration::from_millis(50)).await,
        }
    };
    let other = serve(&place).await;
    assert!(house.alone().await.expect("an answer").is_none(), "two processes serve");
    served.child.kill().await.expect("killed");
    assert!(house.alone().await.expect("an answer").is_none(), "one serves");
    drop(other);
});

both_engines!(processes_with_data_directories_of_their_own_see_each_other_by_the_records_they_share, |place| async move {
    house(&place).await;
    let (house, elsewhere) = (place.office().await, tempfile::tempdir().expect("another data directory"));
    let settings = office::Settings { data: elsewhere.path().to_owned(), ..place.settings() };
    let other = office::Office::open(settings, house.clock.clone(), house.rng.clone()).await.expect("the same store");
    let presence = house.attend().await.expect("this process serves");
    assert!(other.alone().await.expect("an answer").is_none(), "one serves");
    drop(presence);
    // PostgreSQL lets a lock go when it notices that the connection has ended.
    let _alone = loop {
        match other.alone().await.expect("an answer") {
            Some(alone) => break alone,
            None => sleep(Duration::from_millis(50)).await,
        }
    };
    assert!(house.attend().await.is_err(), "one is alone");
});
