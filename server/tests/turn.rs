//! The process dies without warning at each point of a turn of the generation: nothing is lost, and the next turn ends it.

use crate::support;

use std::process::{Command, Output, Stdio};

use axum::http::StatusCode;
use office::Db;
use rules::{access::Role, id::ApplicationId};
use sqlx::Executor as _;
use support::{Multipart, Place, Served, TestApp, both_engines, pdf};
use tokio::{runtime::Handle, task::block_in_place};
use vault::key_file;

/// In the order in which a turn comes past them.
const POINTS: [&str; 10] = [
    "turn.key_written",
    "turn.begun",
    "turn.envelope_batch",
    "turn.envelopes_resealed",
    "turn.intake_key_gone",
    "turn.batch",
    "turn.nothing_left",
    "turn.copied",
    "turn.key_in_place",
    "turn.old_key_gone",
];

async fn execute(db: &Db, statement: &'static str) {
    db.read().execute(statement).await.unwrap_or_else(|error| panic!("{statement}: {error}"));
}

fn rotate(place: &Place, point: Option<&str>) -> Output {
    let mut command: Command = place.ablauf(["keys", "rotate"]);
    command.env("ABLAUF_KEY_COPIES", place.directory.path().join("copies"));
    if let Some(point) = point {
        command.env("ABLAUF_KILL_AT", point);
    }
    command.output().expect("the binary starts")
}

both_engines!(n10_a_turn_that_dies_anywhere_loses_nothing_and_is_ended_by_the_next_one, |place| async move {
    let house = place.office().await;
    let (form, _) = support::posting_for_ever(&house).await;
    let session = house.sign_in("hr@example.org", support::PASSWORD).await.expect("HR signs in");
    let hr = house.session(&session).await.expect("an answer").expect("a session").actor;
    let served = Served::start(&place, &[("ABLAUF_LOG_FILTER", "error")], Stdio::inherit()).await.expect("it serves");
    let send = async |token: &str| {
        let request = Multipart::typed().text("token", token.as_bytes()).file("cv", "cv.pdf", &pdf(token)).request(&form);
        let reply = served.send(request).await.expect("an answer");
        reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned()
    };
    // Without its table an envelope becomes no application. In quarantine it stays through all the turns.
    execute(&house.records, "ALTER TABLE section RENAME TO section_away").await;
    let apart = send("apart").await;
    execute(&house.records, "UPDATE envelope SET quarantined_at = 1, quarantine_reason = 'invalid'").await;
    execute(&house.records, "ALTER TABLE section_away RENAME TO section").await;
    let id: ApplicationId = house.application_of(&send("one").await).await.expect("the application");
    drop(served);

    let key = &house.settings.generation_key_file;
    for point in POINTS {
        // As a snapshot would keep the file: another name of it.
        let witness = place.directory.path().join(format!("witness of {point}"));
        std::fs::hard_link(key, &witness).expect("another name");
        let died = rotate(&place, Some(point));
        assert!(!died.status.success() && died.stdout.is_empty(), "it died at {point}: {died:?}");
        let other = place.office().await;
        let view = other.read_application(&hr, &id).await.unwrap_or_else(|error| panic!("after a death at {point}: {error}"));
        assert_eq!(view.contact.expect("the contact").last_name, "Lovelace", "after a death at {point}");
        other.close().await;
        // As if the minute had passed for which the dead process holds its lease.
        let mut tx = house.records.write().await.expect("a transaction");
        sqlx::query("UPDATE lease SET until_at = 0 WHERE name = 'turn'").execute(&mut *tx).await.expect("the lease");
        tx.commit().await.expect("committed");
        let turned = rotate(&place, None);
        assert!(turned.status.success(), "after a death at {point}: {turned:?}");
        let beside = std::fs::read_dir(key.parent().expect("a directory")).expect("its directory").count();
        assert_eq!(beside, 1, "after a death at {point} one key file is left");
        let old = std::fs::read(&witness).expect("the old file");
        assert!(!old.is_empty() && old.iter().all(|byte| *byte == 0), "after a death at {point} the old key is overwritten");
        let (generation, _) = key_file::read(key).expect("a key file");
        let under: Vec<String> = sqlx::query_scalar("SELECT DISTINCT generation_id FROM rk UNION SELECT id FROM generation")
            .fetch_all(house.keys.read())
            .await
            .expect("generations");
        assert_eq!(under, [generation], "after a death at {point} everything is under the generation whose key is in the file");
        let copies = std::fs::read_dir(place.directory.path().join("copies")).expect("the copies").count();
        assert_eq!(copies, 1, "after a death at {point} one copy is left");
        let intake: Vec<String> =
            sqlx::query_scalar("SELECT id FROM intake_key").fetch_all(house.keys.read()).await.expect("the intake keys");
        let envelope: String = sqlx::query_scalar("SELECT intake_key_id FROM envelope")
            .fetch_one(house.records.read())
            .await
            .expect("the envelope in quarantine");
        assert_eq!(intake, [envelope], "after a death at {point} one intake key is left, and the envelope is under it");
    }
    let elsewhere = place.directory.path().join("elsewhere");
    let copied = place.ablauf(["backup-keys"]).arg(&elsewhere).output().expect("the binary starts");
    assert!(copied.status.success(), "{copied:?}");
    assert_eq!(std::fs::read_dir(&elsewhere).expect("the copy").count(), 1, "by hand there is one copy too");
    // The process that was open all the while goes on.
    assert!(house.read_application(&hr, &id).await.is_ok());
    execute(&house.records, "UPDATE envelope SET quarantined_at = NULL").await;
    assert_eq!(house.convert_waiting().await.expect("converted"), 1);
    let id = house.application_of(&apart).await.expect("the envelope became an application at last");
    assert!(house.read_application(&hr, &id).await.is_ok());
    house.close().await;
});

both_engines!(what_nobody_could_open_is_not_acknowledged_and_nothing_of_it_is_left, |place| async move {
    let app = TestApp::open(place).await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let form = app.form_of(&hr, &app.open_posting(&hr).await).await;
    let send = || app.call(Multipart::typed().text("token", b"one").file("cv", "cv.pdf", &pdf("one")).request(&form));
    // As if a turn had ended between the last look at the key and the commit.
    let (keys, runtime) = (app.office.keys.clone(), Handle::current());
    fail::cfg_callback("receive.committed", move || {
        block_in_place(|| runtime.block_on(execute(&keys, "DELETE FROM intake_key")));
    })
    .expect("the point is there");
    let reply = send().await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{}", reply.text());
    assert!(reply.text().contains("I would like to work with you."), "and what was typed comes back");
    assert_eq!(app.stored().await, (0, 0), "nothing is left");
    fail::remove("receive.committed");
    let reply = send().await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "the same form goes through: {}", reply.text());
    assert_eq!(app.stored().await, (3, 1));
});
