//! The process dies without warning at each named point of an upload, a hundred times in all.

mod support;

use std::{collections::HashSet, process::Stdio};

use jiff::{SignedDuration, Timestamp};
use office::{Clock, Office};
use server::environment;
use support::{Multipart, pdf};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::TcpStream,
    process::{Child, Command},
};

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
const ROUNDS: usize = 15;

struct Process {
    child: Child,
    address: String,
}

/// Starts the real binary over a data directory; with a point, it dies there. `None` if that was before it served: what an earlier
/// death left behind is converted first, and can be died at too.
async fn serve(data: &std::path::Path, point: Option<&str>) -> Option<Process> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ablauf"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data).env("ABLAUF_LOG_FILTER", "error");
    command.stdout(Stdio::piped()).stderr(Stdio::inherit()).kill_on_drop(true);
    if let Some(point) = point {
        command.env("ABLAUF_KILL_AT", point);
    }
    let mut child = command.spawn().expect("the binary starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let Some(line) = lines.next_line().await.expect("its output") else {
        assert!(point.is_some() && !child.wait().await.expect("it ends").success(), "without a point it serves");
        return None;
    };
    let address = line.rsplit_once("http://").expect("an address").1.to_owned();
    Some(Process { child, address })
}

/// Sends the form and answers the receipt code, if one came back before the process died.
async fn apply(process: &Process, path: &str, token: &str) -> Option<String> {
    let form = Multipart::new()
        .text("token", token.as_bytes())
        .text("first_name", b"Ada")
        .text("last_name", b"Lovelace")
        .text("email", b"ada@example.org")
        .text("notice", b"read")
        .file("cv", "cv.pdf", &pdf(token));
    let request = form.request(path);
    let content_type = request.headers()["content-type"].to_str().expect("text").to_owned();
    let body = axum::body::to_bytes(request.into_body(), usize::MAX).await.expect("a body");
    let mut stream = TcpStream::connect(&process.address).await.ok()?;
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: {content_type}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        process.address,
        body.len()
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    stream.write_all(&body).await.ok()?;
    let mut answer = Vec::new();
    // A process that dies may reset the connection: what came before counts.
    drop(stream.read_to_end(&mut answer).await);
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let code = answer.split_once("receipt.")?.1.split(';').next()?.to_owned();
    answer.starts_with("HTTP/1.1 303").then_some(code)
}

async fn open(data: &std::path::Path, ahead: SignedDuration) -> Office {
    let settings = environment::settings(data).expect("settings");
    Office::open(settings, Clock::new(move || Timestamp::now() + ahead), environment::rng()).await.expect("the store opens")
}

async fn count(db: &office::Db, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(db.read()).await.expect("a count")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_deaths_lose_no_acknowledged_application() {
    let directory = tempfile::tempdir().expect("a directory");
    let data = directory.path().join("data");
    std::fs::create_dir(&data).expect("the data directory");
    let house = open(&data, SignedDuration::ZERO).await;
    let slug = support::posting_for_ever(&house).await;
    house.close().await;
    let path = format!("/jobs/{slug}/apply");

    let (mut acknowledged, mut deaths) = (HashSet::new(), 0);
    for round in 0..ROUNDS {
        for point in POINTS {
            let token = format!("{point}-{round}");
            let mut process = loop {
                match serve(&data, Some(point)).await {
                    Some(process) => break process,
                    None => {
                        deaths += 1;
                        drop(serve(&data, None).await);
                    }
                }
            };
            let receipt = apply(&process, &path, &token).await;
            let status = process.child.wait().await.expect("it ends");
            assert!(!status.success(), "it died at {point}");
            deaths += 1;
            assert_eq!(receipt, None, "at {point} no answer had left yet");
            // Whoever got no answer sends the form again, in some rounds; in others they give up.
            if round % 3 == 0 {
                let mut process = serve(&data, None).await.expect("it serves");
                let code = apply(&process, &path, &token).await.expect("the second try is acknowledged");
                assert!(acknowledged.insert(code), "each application has a code of its own");
                process.child.kill().await.expect("killed");
            }
        }
    }
    assert!(deaths >= 100, "{deaths} deaths");

    let house = open(&data, SignedDuration::ZERO).await;
    house.convert_waiting().await.expect("converted");
    for code in &acknowledged {
        house.status(code).await.expect("an acknowledged application is there");
    }
    let keys = count(&house.keys, "SELECT COUNT(*) FROM rk WHERE state = 'live'").await;
    assert!(count(&house.keys, "SELECT COUNT(*) FROM rk WHERE state = 'pending'").await > 0, "deaths leave pending keys");
    house.close().await;

    let later = open(&data, SignedDuration::from_hours(25)).await;
    let report = later.sweep().await.expect("swept");
    assert!(report.keys > 0 && report.objects > 0, "pending keys and orphans are removed: {report:?}");
    let applications = count(&later.records, "SELECT COUNT(*) FROM application").await;
    assert!(applications >= acknowledged.len() as i64);
    assert!(keys <= applications, "no live key without its row");
    assert_eq!(count(&later.keys, "SELECT COUNT(*) FROM rk").await, applications, "one key for each application");
    assert_eq!(count(&later.keys, "SELECT COUNT(*) FROM rk WHERE state = 'pending'").await, 0);
    assert_eq!(count(&later.records, "SELECT COUNT(*) FROM object").await, applications);
    assert_eq!(support::objects_in(&data) as i64, applications, "one object for each application");
    assert_eq!(count(&later.records, "SELECT COUNT(*) FROM envelope").await, 0);
    for code in &acknowledged {
        later.status(code).await.expect("the sweep took nothing that was acknowledged");
    }
}
