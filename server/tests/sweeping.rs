//! Any number of processes sweep one store: each application is gone once, with one certificate, and nobody hears of an error. A process that
//! dies, or falls asleep and wakes up, at whichever point of a pass, stands in nobody's way and does no harm.

use crate::{support, well};

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Output, Stdio},
    time::Duration,
};

use jiff::Timestamp;
use office::{Office, kept::NewPaper};
use rules::access::Actor;
use rustix::process::{Pid, Signal, kill_process};
use sqlx::AssertSqlSafe;
use support::{Place, Served, both_engines, objects_in};
use tokio::{process::Command, time::sleep};

/// The points of a pass and of the erasures in it, as they stand in the source: a new one is died at too.
fn points() -> BTreeSet<String> {
    let mut points = BTreeSet::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../office/src");
    for file in support::files(&source) {
        let text = std::fs::read_to_string(&file).expect("source");
        let name = file.strip_prefix(&source).expect("below it").display().to_string();
        for point in text.split("fail_point!(\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let ours = ["sweep.", "erase.", "kept."].iter().any(|act| point.starts_with(act));
            assert_eq!(
                ours,
                ["sweep", "erase", "kept/erase"].iter().any(|act| name.starts_with(act)),
                "{point} in {name} has a name of another act"
            );
            if ours {
                points.insert(point.to_owned());
            }
        }
    }
    assert!(points.len() >= 18, "only {points:?}");
    points
}

struct House {
    place: Place,
    office: Office,
    hr: Actor,
    department: rules::id::DepartmentId,
    form: String,
}

impl House {
    async fn open(place: Place) -> Self {
        let office = place.office().await;
        let (form, department) = support::posting_for_ever(&office).await;
        let session = office.sign_in("hr@example.org", support::PASSWORD).await.expect("signed in");
        let hr = office.session(&session).await.expect("an answer").expect("a session").actor;
        Self { place, office, hr, department, form }
    }

    /// `many` applications that are due, a paper that is, one application whose procedure closes by itself and that is due then, an envelope in quarantine, and one
    /// application that stays. Answers the numbers of the certificates that there are to be.
    async fn fill(&self, many: usize, round: &str) -> Vec<String> {
        let until = self.office.today().saturating_add(jiff::Span::new().months(3)).to_string();
        let closes = self.office.draft_posting(&self.hr, support::draft(&self.department, &until)).await.expect("a draft");
        self.office.publish_posting(&self.hr, &closes).await.expect("published");
        let slug = self.office.read_posting(&self.hr, &closes).await.expect("the posting").posting.slug;
        let mut numbers: Vec<String> = Vec::new();
        let forms = std::iter::repeat_n(self.form.clone(), many).chain([format!("/jobs/{slug}/apply")]);
        for (n, form) in forms.enumerate() {
            let id = well::apply(&self.office, &form, &format!("{round} {n}")).await;
            let due = if n < many { "0" } else { "due_at" };
            let sql = format!("UPDATE application SET due_at = {due} WHERE id = '{id}' RETURNING certificate_no");
            let number = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(self.office.records.read()).await;
            numbers.push(number.expect("a certificate's number"));
        }
        well::apply(&self.office, &self.form, &format!("{round} stays")).await;
        let mut document = self.office.begin_document().await.expect("a document begins");
        document.push(&support::pdf("ticket")).await.expect("a document streams");
        let document = document.finish("ticket.pdf").await.expect("a document arrives");
        let voucher_on = Some(self.office.today());
        let paper = NewPaper { name: "Somebody".to_owned(), about: format!("A journey, {round}"), voucher_on };
        let paper = self.office.enter_paper(&self.hr, paper, document).await.expect("a paper");
        well::execute(&self.office.records, &format!("UPDATE kept SET due_at = 0 WHERE id = '{paper}'")).await;
        let object: String = numbers.concat().bytes().map(|byte| format!("{byte:02x}")).collect::<String>()[..32].to_owned();
        std::fs::write(self.place.data().join("objects").join(&object), b"sealed, as it were").expect("an object");
        for statement in [
            format!("INSERT INTO object (id, size, created_at) VALUES ('{object}', 18, {})", Timestamp::now().as_millisecond()),
            format!(
                "INSERT INTO envelope SELECT '{object}', '{closes}', 'none', '{object}', '{object}', '{object}', '1', 'en', 0, 0, 'invalid', \
                 sealed FROM section LIMIT 1"
            ),
            format!("UPDATE posting SET intake_ends_on = '2019-07-31', planned_close_on = '2020-01-31' WHERE id = '{closes}'"),
        ] {
            well::execute(&self.office.records, &statement).await;
        }
        numbers
    }

    fn sweep(&self, environment: &[(&str, &str)]) -> Command {
        let mut command = Command::from(self.place.ablauf(["sweep"]));
        command.env("ABLAUF_LOG_FILTER", "warn").envs(environment.iter().copied());
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
        command
    }

    /// Waits until nothing waits for its place in the log any more: whoever else is at it may take a moment.
    async fn sequenced(&self) {
        while self.count("SELECT COUNT(*) FROM entry_in").await > 0 {
            self.office.sequence().await.expect("sequenced");
            sleep(Duration::from_millis(20)).await;
        }
    }

    async fn count(&self, query: &str) -> i64 {
        sqlx::query_scalar(AssertSqlSafe(query.to_owned())).fetch_one(self.office.records.read()).await.expect("a count")
    }

    /// As if `in_ms` from now the time of every lease were over.
    async fn end_leases(&self, in_ms: i64) {
        let until = Timestamp::now().as_millisecond() + in_ms;
        well::execute(&self.office.records, &format!("UPDATE lease SET until_at = {until} WHERE until_at > {until}")).await;
    }

    /// Fails unless all that was due is gone, with a certificate each, and `stay` applications are whole.
    async fn assert_ended(&self, numbers: &[String], stay: i64, at: &str) {
        let certificates: Vec<String> = sqlx::query_scalar("SELECT subject FROM leaf WHERE kind = 'certificate'")
            .fetch_all(self.office.log.read())
            .await
            .expect("certificates");
        for number in numbers {
            assert_eq!(certificates.iter().filter(|has| *has == number).count(), 1, "{at}: certificates of {number}");
        }
        assert_eq!(self.count("SELECT COUNT(*) FROM application").await, stay, "{at}: applications");
        assert_eq!(self.count("SELECT COUNT(*) FROM application WHERE life = 'live'").await, stay, "{at}: live applications");
        assert_eq!(objects_in(&self.place.data()) as i64, stay, "{at}: objects");
        let distinct: BTreeSet<&String> = certificates.iter().collect();
        assert_eq!(distinct.len(), certificates.len(), "{at}: no number stands twice");
        let papers = "SELECT COUNT(*) FROM leaf WHERE kind = 'certificate' AND body LIKE '%\"class\":\"paper\"%'";
        let papers: i64 = sqlx::query_scalar(papers).fetch_one(self.office.log.read()).await.expect("a count");
        assert_eq!(papers, stay, "{at}: certificates of papers, one with each round");
        for table in ["erasure", "erasure_retry", "envelope", "entry_in", "kept", "kept_document"] {
            assert_eq!(self.count(&format!("SELECT COUNT(*) FROM {table}")).await, 0, "{at}: {table}");
        }
        let found: Vec<String> =
            self.office.fsck(false).await.expect("looked").iter().map(office::fsck::Finding::sentence).collect();
        assert_eq!(found, Vec::<String>::new(), "{at}");
    }
}

#[track_caller]
fn assert_quiet(output: &Output, what: &str) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !errors.contains("ERROR"), "{what}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// How many applications a pass says that it erased.
fn erased(said: &str) -> usize {
    let rest = said.split_once("erased ").unwrap_or_else(|| panic!("{said:?}")).1;
    rest.split(' ').next().and_then(|count| count.parse().ok()).unwrap_or_else(|| panic!("{said:?}"))
}

both_engines!(a_death_at_any_point_of_a_pass_leaves_what_the_next_pass_ends, |place| async move {
    let house = House::open(place).await;
    for (n, point) in (1..).zip(points()) {
        let numbers = house.fill(3, &point).await;
        let died = house.sweep(&[("ABLAUF_KILL_AT", &point)]).output().await.expect("the binary starts");
        assert_eq!(died.status.code(), None, "at {point} it was killed: {died:?}");
        house.end_leases(0).await;
        let swept = house.sweep(&[]).output().await.expect("the binary starts");
        assert_quiet(&swept, &point);
        house.assert_ended(&numbers, n, &point).await;
    }
});

both_engines!(two_that_serve_and_four_that_sweep_get_along, |place| async move {
    let house = House::open(place).await;
    let numbers = house.fill(60, "together").await;
    let logs = [0, 1].map(|n| house.place.directory.path().join(format!("served-{n}")));
    let serving = logs.iter().map(|log| {
        let errors = std::fs::File::create(log).expect("a file").into();
        Served::start(&house.place, &[("ABLAUF_LOG_FILTER", "warn")], errors)
    });
    let sweeping = (0..4).map(|_| async { house.sweep(&[]).output().await.expect("the binary starts") });
    let (served, swept) = tokio::join!(futures::future::join_all(serving), futures::future::join_all(sweeping));
    let by_hand: usize = swept.iter().map(|output| erased(&assert_quiet(output, "swept"))).sum();
    assert!(by_hand <= numbers.len(), "{by_hand} were erased of {}", numbers.len());
    // Those by hand wait for whoever is at it, so by their end all is done.
    house.sequenced().await;
    house.assert_ended(&numbers, 1, "together").await;
    assert_eq!(served.iter().filter(|served| served.is_ok()).count(), 2, "both serve");
    drop(served);
    for log in logs {
        let log = std::fs::read_to_string(log).expect("the log");
        assert!(!log.contains("ERROR"), "{log}");
    }
});

both_engines!(four_processes_that_sweep_at_once_erase_each_application_once_without_an_error, |place| async move {
    let house = House::open(place).await;
    let numbers = house.fill(60, "four").await;
    let swept = futures::future::join_all((0..4).map(|_| async { house.sweep(&[]).output().await.expect("the binary starts") }));
    let counts: Vec<usize> = swept.await.iter().map(|output| erased(&assert_quiet(output, "swept"))).collect();
    assert_eq!(counts.iter().sum::<usize>(), numbers.len(), "each by one of them: {counts:?}");
    house.assert_ended(&numbers, 1, "four").await;
});

both_engines!(who_slept_beyond_the_lease_wakes_up_and_does_no_harm, |place| async move {
    let house = House::open(place).await;
    let points = ["sweep.closed", "erase.begun", "erase.key_destroyed", "erase.objects_deleted", "sweep.batch"];
    for (n, point) in (1..).zip(points) {
        let numbers = house.fill(30, point).await;
        let sleeper = house.sweep(&[("ABLAUF_STOP_AT", point)]).spawn().expect("the binary starts");
        let pid = sleeper.id().expect("it lives");
        while !std::fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| stat.contains(") T ")) {
            sleep(Duration::from_millis(10)).await;
        }
        let other = house.sweep(&[]).spawn().expect("the binary starts");
        sleep(Duration::from_millis(300)).await;
        assert!(house.count("SELECT COUNT(*) FROM application").await > i64::from(n), "{point}: who is at it is waited for");
        house.end_leases(0).await;
        assert_quiet(&other.wait_with_output().await.expect("it ends"), point);
        house.assert_ended(&numbers, n.into(), point).await;
        kill_process(Pid::from_raw(pid.cast_signed()).expect("a process"), Signal::CONT).expect("it wakes up");
        let said = assert_quiet(&sleeper.wait_with_output().await.expect("it ends"), point);
        assert!(said.lines().count() == 2, "{point}: {said}");
        house.sequenced().await;
        house.assert_ended(&numbers, n.into(), point).await;
    }
});

both_engines!(metrics_and_the_desk_tell_what_is_overdue_and_nobody_else_hears_of_it, |place| async move {
    let app = support::TestApp::open(place).await;
    let hr = app.account("hr@example.org", rules::access::Role::Hr, None).await;
    app.account("privacy@example.org", rules::access::Role::Privacy, None).await;
    app.account("admin@example.org", rules::access::Role::Admin, None).await;
    app.account("head@example.org", rules::access::Role::Head, Some(&app.department)).await;
    let posting = app.open_posting(&hr).await;
    let form = app.form_of(&hr, &posting).await;
    let sent = support::Multipart::typed().file("cv", "cv.pdf", &support::pdf("one")).request(&form);
    assert_eq!(app.call(sent).await.status, axum::http::StatusCode::SEE_OTHER);
    let site = server::site::Site::new(app.office.clone(), false, Default::default());
    let metric = async |name: &str| {
        let text = server::metrics::exposition(&site).await;
        let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("no {name} in {text}"));
        line.trim().to_owned()
    };
    let words = "One erasure is overdue";
    let cookie = app.sign_in("hr@example.org").await;
    assert!(!app.get("/office", &cookie).await.text().contains(words));
    assert_eq!(metric("ablauf_erasures_overdue ").await, "0");

    let two_days_ago = app.office.now().as_millisecond() - 2 * 24 * 60 * 60 * 1000;
    well::execute(&app.office.records, &format!("UPDATE application SET due_at = {two_days_ago}")).await;
    for (email, page, told) in [
        ("hr@example.org", "/office", true),
        ("hr@example.org", "/office/retention", true),
        ("privacy@example.org", "/office", true),
        ("privacy@example.org", "/office/retention", true),
        ("admin@example.org", "/office", true),
        ("head@example.org", "/office", false),
    ] {
        let cookie = app.sign_in(email).await;
        let text = app.get(page, &cookie).await.text();
        assert_eq!(text.contains(words) && text.contains("no sweep has come to its end"), told, "{email} at {page}: {text}");
    }
    assert_eq!(metric("ablauf_erasures_due ").await, "1");
    assert_eq!(metric("ablauf_erasures_overdue ").await, "1");
    assert_eq!(metric("ablauf_erasures_overdue_oldest_seconds ").await, (2 * 24 * 60 * 60).to_string());
    assert_eq!(metric("ablauf_erasures_overdue_by_cause{cause=\"nobody_swept\"} ").await, "1");

    assert_eq!(app.office.sweep().await.expect("swept").erased, 1);
    assert_eq!(metric("ablauf_erasures_overdue ").await, "0");
    assert_eq!(metric("ablauf_sweep_last_erased ").await, "1");
    assert_eq!(metric("ablauf_sweep_last_end_timestamp_seconds ").await, app.office.now().as_second().to_string());
    assert!(!app.get("/office/retention", &cookie).await.text().contains(words));
});
