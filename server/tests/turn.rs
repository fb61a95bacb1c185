//! The process dies without warning at each point of a turn of the generation: nothing is lost, and the next turn ends it.

mod support;

use std::process::{Command, Output, Stdio};

use rules::id::ApplicationId;
use support::{Multipart, Place, Served, both_engines, pdf};
use vault::key_file;

/// In the order in which a turn comes past them.
const POINTS: [&str; 6] =
    ["turn.key_written", "turn.begun", "turn.batch", "turn.nothing_left", "turn.copied", "turn.old_key_gone"];

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
    let request = Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&form);
    let reply = served.send(request).await.expect("an answer");
    let code = reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned();
    let id: ApplicationId = house.application_of(&code).await.expect("the application");
    drop(served);

    for point in POINTS {
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
        let key = &house.settings.generation_key_file;
        assert!(!key_file::next(key).exists(), "after a death at {point} one key file is left");
        let (generation, _) = key_file::read(key).expect("a key file");
        let under: Vec<String> = sqlx::query_scalar("SELECT DISTINCT generation_id FROM rk UNION SELECT id FROM generation")
            .fetch_all(house.keys.read())
            .await
            .expect("generations");
        assert_eq!(under, [generation], "after a death at {point} everything is under the generation whose key is in the file");
        let copies = std::fs::read_dir(place.directory.path().join("copies")).expect("the copies").count();
        assert_eq!(copies, 1, "after a death at {point} one copy is left");
    }
    let elsewhere = place.directory.path().join("elsewhere");
    let copied = place.ablauf(["backup-keys"]).arg(&elsewhere).output().expect("the binary starts");
    assert!(copied.status.success(), "{copied:?}");
    assert_eq!(std::fs::read_dir(&elsewhere).expect("the copy").count(), 1, "by hand there is one copy too");
    // The process that was open all the while goes on.
    assert!(house.read_application(&hr, &id).await.is_ok());
    house.close().await;
});
