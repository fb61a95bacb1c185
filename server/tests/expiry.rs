//! What browsers keep and how long, and that nothing keeps where somebody came from (docs/RETENTION.md, "Everything that expires").

use crate::support;

use std::fs::File;

use axum::{
    body::Body,
    http::{HeaderValue, Request, StatusCode, header},
};
use rules::{
    access::Role,
    retention_classes::{LANGUAGE_COOKIE, RECEIPT_COOKIE, SESSION},
};
use support::{Markers, Multipart, PASSWORD, Reply, Served, TestApp, assert_unseen, both_engines, get, pdf, post};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpSocket, TcpStream},
};

/// Nobody else connects from here.
const CLIENT: &str = "127.88.77.66";
/// What a proxy says of whom it speaks for.
const FORWARDED: &str = "203.0.113.177";
const BROWSER: &str = "ABrowserOfOneTestOnly/7.7";

#[tokio::test]
async fn n16_n17_receipt_session_and_language_leave_the_browser_when_the_list_says() {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let form = app.form_of(&hr, &app.open_posting(&hr).await).await;
    let kept = |reply: &Reply| {
        let set = reply.headers[header::SET_COOKIE].to_str().expect("text");
        let age = set.split("; ").find_map(|part| part.strip_prefix("Max-Age=")).unwrap_or_else(|| panic!("no end: {set}"));
        age.parse::<i64>().expect("seconds")
    };
    let receipt = app.call(Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&form)).await;
    assert_eq!((kept(&receipt), RECEIPT_COOKIE.as_secs()), (600, 600));
    let signed_in = app.post("/sign-in", "", &[("email", "hr@example.org"), ("password", PASSWORD)]).await;
    assert_eq!((kept(&signed_in), SESSION.as_secs()), (12 * 3600, 12 * 3600));
    let language = app.post("/language", "", &[("lang", "nl")]).await;
    assert_eq!((kept(&language), LANGUAGE_COOKIE.as_secs()), (365 * 86_400, 365 * 86_400));
    let signed_out = app.post("/sign-out", &signed_in.cookie(), &[]).await;
    assert_eq!(kept(&signed_out), 0);
}

#[tokio::test]
async fn n10_n20_the_concept_at_the_desk_has_the_settings_as_they_stand() {
    let app = TestApp::start().await;
    app.account("privacy@example.org", Role::Privacy, None).await;
    let cookie = app.sign_in("privacy@example.org").await;
    assert!(app.get("/office/retention", &cookie).await.text().contains("href=\"/office/retention/concept\""));
    for (name, value) in [("retention.months", "11"), ("notice.controller", "Werk & Wandel GmbH, Leipzig"), ("notice.region", "")]
    {
        app.office.set_desk_setting(name, value).await.expect("a setting");
    }
    let page = app.get("/office/retention/concept", &cookie).await;
    assert_eq!(page.status, StatusCode::OK);
    // Marks stand between the words.
    let text = page.text().replace("<!>", "");
    for told in ["11 months after the close of the procedure", "Werk &amp; Wandel GmbH, Leipzig", "Europe/Berlin", "12 hours"] {
        assert!(text.contains(told), "{told} is missing: {text}");
    }
    assert!(text.contains("Nobody has stated yet: Where the data lie."), "{text}");
}

/// A connection from [`CLIENT`].
async fn connect(served: &Served) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.bind(format!("{CLIENT}:0").parse().expect("an address")).expect("bound");
    socket.connect(served.address().parse().expect("an address")).await.expect("connected")
}

both_engines!(n16_no_address_of_a_client_stands_in_the_log_or_in_what_is_stored, |place| async move {
    let _observer = match &place.database {
        Some(database) => Some(database.observe().await),
        None => None,
    };
    let house = place.office().await;
    let (form, _) = support::posting_for_ever(&house).await;
    let log = place.directory.path().join("standard-error");
    let errors = File::create(&log).expect("a file");
    let mut served = Served::start(&place, &[("ABLAUF_LOG_FILTER", "trace")], errors.into()).await.expect("it serves");
    let ask = async |mut request: Request<Body>, expected: StatusCode| {
        for (name, value) in [
            ("x-forwarded-for", FORWARDED.to_owned()),
            ("x-real-ip", FORWARDED.to_owned()),
            ("forwarded", format!("for={FORWARDED}")),
            ("user-agent", BROWSER.to_owned()),
        ] {
            request.headers_mut().insert(name, HeaderValue::try_from(value).expect("a value"));
        }
        let reply = served.send_over(connect(&served).await, request).await.expect("an answer");
        assert_eq!(reply.status, expected, "{}", reply.text());
        reply
    };
    ask(get("/no/such/page", ""), StatusCode::NOT_FOUND).await;
    ask(Multipart::typed().request(&form), StatusCode::UNPROCESSABLE_ENTITY).await;
    ask(Multipart::typed().file("cv", "cv.pdf", &pdf("one")).request(&form), StatusCode::SEE_OTHER).await;
    ask(post("/status", "", &[("code", "no such code")]), StatusCode::NOT_FOUND).await;
    ask(post("/sign-in", "", &[("email", "hr@example.org"), ("password", "wrong")]), StatusCode::UNPROCESSABLE_ENTITY).await;
    let right = [("email", "hr@example.org"), ("password", PASSWORD)];
    let cookie = ask(post("/sign-in", "", &right), StatusCode::SEE_OTHER).await.cookie();
    ask(get("/office/applications", &cookie), StatusCode::OK).await;
    // What is no HTTP, and who leaves in the middle.
    let mut broken = connect(&served).await;
    broken.write_all(b"\x16\x03\x01 this is no request\r\n\r\n").await.expect("sent");
    drop(broken.read_to_end(&mut Vec::new()).await);
    let mut leaves = connect(&served).await;
    leaves.write_all(format!("POST {form} HTTP/1.1\r\nHost: h\r\nContent-Length: 99999\r\n\r\n").as_bytes()).await.expect("sent");
    drop(leaves);
    ask(get("/", ""), StatusCode::OK).await;
    served.child.kill().await.expect("killed");
    let logged = std::fs::read_to_string(&log).expect("the log");
    assert!(logged.contains("INSERT INTO envelope"), "it was as talkative as it gets");

    let unseen = [CLIENT, FORWARDED, BROWSER].map(|text| text.as_bytes().to_vec());
    let planted = Markers::new();
    planted.plant_at(&log);
    planted.plant_in(&house.records).await;
    let databases = match &place.database {
        Some(database) => database.places().await,
        None => vec![("the databases and their write-ahead logs", place.data())],
    };
    assert_unseen(&unseen, &planted.needles(), &[("the log", log)]);
    assert_unseen(&unseen, &planted.needles(), &databases);
});
