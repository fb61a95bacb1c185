//! The clock guard in real processes, whose clock on the wall a test moves.

use crate::{support, well};

use std::{
    net::TcpListener,
    path::PathBuf,
    process::{Command, Output, Stdio},
    time::Duration,
};

use jiff::{SignedDuration, Timestamp};
use support::{PASSWORD, Place, Reply, Served, both_engines, get, post};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::{sleep, timeout},
};

const DAY: i64 = 86_400;

/// A house with one application, in which everything sees one clock.
struct House {
    house: well::House,
    shift: PathBuf,
    served: Option<(Served, String)>,
}

impl House {
    /// Its application is due in 36 hours.
    async fn open(place: Place) -> Self {
        let house = well::House::open(place).await;
        let due = (Timestamp::now() + SignedDuration::from_hours(36)).as_millisecond();
        house.records(&format!("UPDATE application SET due_at = {due}")).await;
        for (email, role) in [("admin@example.org", "admin"), ("privacy@example.org", "privacy")] {
            let arguments =
                ["user", "add", "--email", email, "--name", email, "--employer", "Werk & Wandel GmbH", "--role", role];
            let added = house.ablauf(&arguments, &[("ABLAUF_PASSWORD", PASSWORD)]);
            assert!(added.status.success(), "{added:?}");
        }
        let shift = house.place.directory.path().join("shift");
        let house = Self { house, shift, served: None };
        house.move_clock(0);
        house
    }

    /// Moves the clock on the wall to so many seconds from the real one.
    fn move_clock(&self, seconds: i64) {
        let new = self.shift.with_extension("new");
        std::fs::write(&new, seconds.to_string()).expect("a file");
        std::fs::rename(new, &self.shift).expect("a file");
    }

    /// Starts a process that serves and sweeps ten times a second.
    async fn serve(&mut self) {
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("its address").to_string();
        let place = &self.house.place;
        let environment = [
            ("ABLAUF_LOG_FILTER", "off"),
            ("ABLAUF_SWEEP_EVERY", "100"),
            ("ABLAUF_CLOCK_SHIFT", self.shift.to_str().expect("text")),
            ("ABLAUF_METRICS_LISTEN", free.as_str()),
            ("ABLAUF_GENERATION_KEY_FILE", &well::key(place).display().to_string()),
            ("ABLAUF_KEY_COPIES", &well::copies(place).display().to_string()),
        ];
        let served = Served::start(place, &environment, Stdio::inherit()).await.expect("it serves");
        self.served = Some((served, free));
    }

    async fn end(&mut self) {
        let (mut served, _) = self.served.take().expect("a process");
        served.child.kill().await.expect("killed");
    }

    fn sweep(&self, arguments: &[&str]) -> Output {
        let arguments: Vec<&str> = ["sweep"].iter().chain(arguments).copied().collect();
        self.house.ablauf(&arguments, &[("ABLAUF_CLOCK_SHIFT", self.shift.to_str().expect("text"))])
    }

    /// What the process says of a number.
    async fn metric(&self, name: &str) -> i64 {
        let mut stream = TcpStream::connect(&self.served.as_ref().expect("a process").1).await.expect("a connection");
        stream.write_all(b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await.expect("sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).await.expect("an answer");
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("{name} is not in {text}")).parse().expect("a number")
    }

    /// Waits until the process says so.
    async fn until(&self, name: &str, value: i64) {
        let reached = async {
            while self.metric(name).await != value {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(Duration::from_secs(60), reached).await.unwrap_or_else(|_| panic!("{name} never became {value}"));
    }

    /// Waits until the process has made another three passes.
    async fn passes(&self) {
        let name = "ablauf_sweeps_total";
        let before = self.metric(name).await;
        let more = async {
            while self.metric(name).await < before + 3 {
                sleep(Duration::from_millis(20)).await;
            }
        };
        timeout(Duration::from_secs(60), more).await.expect("it goes on sweeping");
    }

    async fn send(&self, request: axum::http::Request<axum::body::Body>) -> Reply {
        self.served.as_ref().expect("a process").0.send(request).await.expect("an answer")
    }

    async fn sign_in(&self, email: &str) -> String {
        let reply = self.send(post("/sign-in", "", &[("email", email), ("password", PASSWORD)])).await;
        assert_eq!(reply.status, 303, "{email} signs in: {}", reply.text());
        reply.cookie()
    }

    async fn applications(&self) -> i64 {
        sqlx::query_scalar("SELECT COUNT(*) FROM application").fetch_one(self.house.office.records.read()).await.expect("a count")
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

both_engines!(n10_two_days_ahead_while_it_runs_erases_nothing_until_somebody_confirms_at_the_desk, |place| async move {
    let mut house = House::open(place).await;
    house.serve().await;
    house.passes().await;
    house.move_clock(2 * DAY);
    house.until("ablauf_clock_stopped", 1).await;
    assert!(house.metric("ablauf_sweep_errors_total").await > 0);

    // No restart lifts it, no command, and no clock that is put right.
    house.end().await;
    for shift in [2 * DAY, 0] {
        house.move_clock(shift);
        let refused = house.sweep(&[]);
        assert!(!refused.status.success() && said(&refused).contains("jumped to"), "{}", said(&refused));
        assert!(said(&refused).contains("--confirm-clock"), "{}", said(&refused));
    }
    house.move_clock(2 * DAY);
    let dry = house.sweep(&["--dry-run"]);
    assert!(said(&dry).contains("would erase 1 application(s)\nbut the clock had to show"), "{}", said(&dry));
    house.serve().await;
    house.until("ablauf_clock_stopped", 1).await;
    assert_eq!(house.applications().await, 1, "though it is due by this clock");

    let (hr, admin, head) = (
        house.sign_in("hr@example.org").await,
        house.sign_in("admin@example.org").await,
        house.sign_in("head@example.org").await,
    );
    let banner = "The clock was moved: nothing is erased";
    for (path, cookie, told) in [
        ("/office", &hr, true),
        ("/office/retention", &hr, true),
        ("/office", &admin, true),
        ("/office/people", &admin, true),
        ("/office", &head, false),
        ("/", &hr, false),
    ] {
        let page = house.send(get(path, cookie)).await.text();
        assert_eq!(page.contains(banner), told, "{path}: {page}");
    }
    let page = house.send(get("/office/clock", &admin)).await.text();
    assert!(page.contains("One application is due by this clock"), "{page}");
    let shown =
        page.split_once("name=\"shown\" value=\"").expect("what it shows").1.split_once('"').expect("a value").0.to_owned();
    assert_eq!(house.send(post("/office/clock", &hr, &[("shown", shown.as_str())])).await.status, 403);
    let long_ago = (Timestamp::now() - SignedDuration::from_hours(2)).to_string();
    assert_eq!(house.send(post("/office/clock", &admin, &[("shown", long_ago.as_str())])).await.status, 409);
    assert_eq!(house.metric("ablauf_clock_stopped").await, 1);
    assert_eq!(house.send(post("/office/clock", &admin, &[("shown", shown.as_str())])).await.location(), "/office");
    house.until("ablauf_clock_stopped", 0).await;
    house.until("ablauf_applications_erased_total", 1).await;
    assert!(!house.send(get("/office", &hr)).await.text().contains(banner));
    assert_eq!(
        house.send(post("/office/clock", &admin, &[("shown", shown.as_str())])).await.status,
        409,
        "there is nothing left"
    );
});

both_engines!(n10_a_clock_set_back_while_it_runs_stops_it_until_somebody_confirms_on_the_command_line, |place| async move {
    let mut house = House::open(place).await;
    house.serve().await;
    house.passes().await;
    house.move_clock(-2 * DAY);
    house.until("ablauf_clock_stopped", 1).await;
    let refused = house.sweep(&[]);
    assert!(!refused.status.success() && said(&refused).contains("was set back to"), "{}", said(&refused));
    // A pass at an instant that somebody names asks no clock, and lifts nothing.
    let named = house.sweep(&["--now", &Timestamp::now().to_string()]);
    assert!(named.status.success(), "{}", said(&named));
    assert_eq!(house.metric("ablauf_clock_stopped").await, 1);
    let confirmed = house.sweep(&["--confirm-clock"]);
    assert!(confirmed.status.success() && said(&confirmed).contains("confirmed: it is "), "{}", said(&confirmed));
    assert!(said(&confirmed).contains("closed 0 procedure(s), erased 0 application(s)"), "{}", said(&confirmed));
    house.until("ablauf_clock_stopped", 0).await;
    house.passes().await;
    assert_eq!(house.metric("ablauf_clock_stopped").await, 0, "what it remembers of the clock before counts no more");
    let again = house.sweep(&["--confirm-clock"]);
    assert!(again.status.success() && said(&again).contains("nothing to confirm"), "{}", said(&again));
    assert_eq!(house.applications().await, 1);
});

both_engines!(n10_a_stop_of_ten_days_stops_no_sweep_and_what_came_due_meanwhile_goes, |place| async move {
    let mut house = House::open(place).await;
    house.serve().await;
    house.passes().await;
    house.end().await;
    house.move_clock(10 * DAY);
    house.serve().await;
    house.until("ablauf_applications_erased_total", 1).await;
    house.passes().await;
    assert_eq!(house.metric("ablauf_clock_stopped").await, 0);
    assert!(house.sweep(&[]).status.success());
});

both_engines!(n10_a_process_that_is_held_by_a_signal_goes_on_where_it_was, |place| async move {
    let mut house = House::open(place).await;
    house.serve().await;
    house.passes().await;
    let pid = house.served.as_ref().expect("a process").0.child.id().expect("its number").to_string();
    let signal = |name: &str| Command::new("kill").args([name, &pid]).status().expect("a signal").success();
    assert!(signal("-STOP"));
    sleep(Duration::from_secs(2)).await;
    assert!(signal("-CONT"));
    house.passes().await;
    assert_eq!(house.metric("ablauf_clock_stopped").await, 0);
});

// The process lives through each of them: it starts a second before, and passes until three seconds after.
both_engines!(n10_neither_the_nights_of_the_changing_clock_nor_a_leap_day_stop_a_process, |place| async move {
    let mut house = House::open(place).await;
    house.house.records("UPDATE application SET due_at = 9000000000000").await;
    for instant in [
        "2027-03-28T01:00:00Z", // an hour less
        "2027-10-31T01:00:00Z", // an hour more
        "2028-02-28T23:00:00Z", // the leap day begins in Berlin
        "2028-02-29T00:00:00Z", // and by UTC
        "2028-02-29T23:00:00Z", // and is over
        "2028-03-01T00:00:00Z",
    ] {
        let instant: Timestamp = instant.parse().expect("an instant");
        house.move_clock(instant.duration_since(Timestamp::now()).as_secs() - 1);
        house.serve().await;
        sleep(Duration::from_secs(3)).await;
        house.passes().await;
        assert_eq!(house.metric("ablauf_clock_stopped").await, 0, "{instant}");
        house.end().await;
    }
    let stops: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM clock_stop")
        .fetch_one(house.house.office.records.read())
        .await
        .expect("a count");
    assert_eq!(stops, 0);
});
