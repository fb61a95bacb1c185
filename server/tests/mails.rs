//! Mails of a process that dies, and the outbox of a demonstration.

use crate::support;

use std::{path::PathBuf, process::Stdio, time::Duration};

use axum::http::StatusCode;
use support::{Multipart, Place, Served, on_postgres, on_sqlite, pdf};

#[tokio::test(flavor = "multi_thread")]
async fn n07_a_process_that_dies_between_sending_and_recording_sends_once_more_at_most() {
    on_sqlite(dies_between).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn n07_a_process_that_dies_so_on_postgresql_sends_once_more_at_most_too() {
    on_postgres(dies_between).await;
}

async fn dies_between(place: Place) {
    let server =
        std::env::var("ABLAUF_TEST_SMTP").expect("ABLAUF_TEST_SMTP names an SMTP server: run the tests by `scripts/nextest`");
    let mails = PathBuf::from(std::env::var("ABLAUF_TEST_MAILS").expect("ABLAUF_TEST_MAILS names a folder"));
    let house = place.office().await;
    let (form, _) = support::posting_for_ever(&house).await;
    house.close().await;
    let own: String = place.data().to_string_lossy().chars().filter(char::is_ascii_alphanumeric).collect();
    let to = format!("kill.{own}@mail.example").to_lowercase();
    // Within the process the lease of the dead one is over.
    let shift = place.data().join("shift");
    let mailing = [
        ("ABLAUF_SMTP_URL", server.as_str()),
        ("ABLAUF_MAIL_FROM", "jobs@linde.example"),
        ("ABLAUF_LOG_FILTER", "error"),
        ("ABLAUF_CLOCK_SHIFT", shift.to_str().expect("text")),
    ];
    let dying: Vec<_> = mailing.into_iter().chain([("ABLAUF_KILL_AT", "mail.carried")]).collect();
    let mut served = Served::start(&place, &dying, Stdio::inherit()).await.expect("it serves");
    let request = Multipart::typed().text("email", to.as_bytes()).file("cv", "cv.pdf", &pdf("x")).request(&form);
    assert_eq!(served.send(request).await.expect("an answer").status, StatusCode::SEE_OTHER);
    assert!(!served.child.wait().await.expect("it ends").success(), "it died when the server had the mail");
    let taken = || -> Vec<String> {
        (0..).map_while(|number| std::fs::read_to_string(mails.join(&to).join(format!("{number}.txt"))).ok()).collect()
    };
    assert_eq!(taken().len(), 1);

    std::fs::write(&shift, "180").expect("the clock is moved");
    let mut served = Served::start(&place, &mailing, Stdio::inherit()).await.expect("it serves");
    let house = place.office().await;
    let waiting =
        async || sqlx::query_scalar::<_, i64>("SELECT COUNT(*) FROM job").fetch_one(house.records.read()).await.expect("a count");
    while waiting().await > 0 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    served.child.kill().await.expect("killed");
    house.close().await;
    let mails = taken();
    assert_eq!(mails.len(), 2, "once more, and no oftener");
    let identifier = |mail: &str| mail.lines().find(|line| line.starts_with("Message-ID:")).expect("an identifier").to_owned();
    assert_eq!(identifier(&mails[0]), identifier(&mails[1]), "by which whoever gets both can tell");
}
