//! The process dies without warning at each named point of an upload, a hundred times in all.

use crate::support;

use std::{collections::HashSet, process::Stdio};

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use support::{Multipart, Place, Served, objects_in, on_postgres, on_sqlite, pdf};
use tokio::process::Command;

/// In the order in which an upload comes past them.
const POINTS: [&str; 7] = [
    "upload.part",
    "upload.object_written",
    "receive.committed",
    "convert.key_made",
    "convert.before_commit",
    "convert.committed",
    "receive.before_answer",
];

const QUIET: (&str, &str) = ("ABLAUF_LOG_FILTER", "error");

/// Serves over a place; with a point, it dies there. `None` if that was before it served: what an earlier death left behind is converted
/// first, and can be died at too.
async fn serve(place: &Place, point: Option<&str>) -> Option<Served> {
    let environment: Vec<_> = [QUIET].into_iter().chain(point.map(|point| ("ABLAUF_KILL_AT", point))).collect();
    match Served::start(place, &environment, Stdio::inherit()).await {
        Ok(served) => Some(served),
        Err(status) => {
            assert!(point.is_some() && !status.success(), "without a point it serves");
            None
        }
    }
}

/// Sends the form and answers the receipt code, if one came back before the process died.
async fn apply(served: &Served, form: &str, token: &str) -> Option<String> {
    let request = Multipart::typed().text("token", token.as_bytes()).file("cv", "cv.pdf", &pdf(token)).request(form);
    let reply = served.send(request).await?;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    Some(reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned())
}

async fn count(db: &office::Db, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(db.read()).await.expect("a count")
}

async fn ids(db: &office::Db, query: &'static str) -> HashSet<String> {
    sqlx::query_scalar(query).fetch_all(db.read()).await.expect("identifiers").into_iter().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_deaths_lose_no_acknowledged_application() {
    on_sqlite(|place| deaths_lose_no_acknowledged_application(place, 15)).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn deaths_at_each_point_lose_no_acknowledged_application_on_postgresql_either() {
    on_postgres(|place| deaths_lose_no_acknowledged_application(place, 2)).await;
}

async fn deaths_lose_no_acknowledged_application(place: Place, rounds: usize) {
    let house = place.office().await;
    let (form, _) = support::posting_for_ever(&house).await;
    house.close().await;

    let (mut acknowledged, mut deaths) = (HashSet::new(), 0);
    for round in 0..rounds {
        for point in POINTS {
            let token = format!("{point}-{round}");
            let mut served = loop {
                match serve(&place, Some(point)).await {
                    Some(served) => break served,
                    None => {
                        deaths += 1;
                        drop(serve(&place, None).await);
                    }
                }
            };
            let receipt = apply(&served, &form, &token).await;
            let status = served.child.wait().await.expect("it ends");
            assert!(!status.success(), "it died at {point}");
            deaths += 1;
            assert_eq!(receipt, None, "at {point} no answer had left yet");
            // Whoever got no answer sends the form again, in some rounds; in others they give up.
            if round % 3 == 0 {
                let mut served = serve(&place, None).await.expect("it serves");
                let code = apply(&served, &form, &token).await.expect("the second try is acknowledged");
                assert!(acknowledged.insert(code), "each application has a code of its own");
                served.child.kill().await.expect("killed");
            }
        }
    }
    assert!(deaths >= rounds * POINTS.len(), "{deaths} deaths");

    let house = place.office().await;
    house.convert_waiting().await.expect("converted");
    for code in &acknowledged {
        house.status(code).await.expect("an acknowledged application is there");
    }
    let applications = ids(&house.records, "SELECT rk_id FROM application").await;
    let live = ids(&house.keys, "SELECT id FROM rk WHERE state = 'live'").await;
    assert!(live.is_subset(&applications), "no live key without its row");
    assert!(applications.len() >= acknowledged.len());
    let pending = ids(&house.keys, "SELECT id FROM rk WHERE state = 'pending'").await;
    let (keys, orphans) = (pending.difference(&applications).count(), objects_in(&place.data()) - applications.len());
    assert!(keys > 0 && orphans > 0, "deaths leave {keys} pending keys and {orphans} orphans");
    house.close().await;

    let later = Timestamp::now() + SignedDuration::from_hours(25);
    let swept = Command::from(place.ablauf(["sweep", "--now", &later.to_string()])).output().await.expect("the binary starts");
    assert!(swept.status.success(), "{swept:?}");
    assert_eq!(
        String::from_utf8_lossy(&swept.stdout),
        format!(
            "closed 0 procedure(s), erased 0 application(s), failed 0\n\
             converted 0 envelope(s), removed {keys} pending key(s), {orphans} orphaned object(s), 0 expired row(s)\n"
        )
    );

    let house = place.office().await;
    let left = i64::try_from(applications.len()).expect("a number");
    assert_eq!(count(&house.records, "SELECT COUNT(*) FROM application").await, left);
    assert_eq!(ids(&house.keys, "SELECT id FROM rk WHERE state = 'live'").await, applications, "one key for each application");
    assert_eq!(count(&house.keys, "SELECT COUNT(*) FROM rk").await, left, "and no other");
    assert_eq!(count(&house.records, "SELECT COUNT(*) FROM object").await, left);
    assert_eq!(objects_in(&place.data()), applications.len(), "one object for each application");
    assert_eq!(count(&house.records, "SELECT COUNT(*) FROM envelope").await, 0);
    for code in &acknowledged {
        house.status(code).await.expect("the sweep took nothing that was acknowledged");
    }
}
