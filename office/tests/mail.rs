//! Mails to applicants, handed to a real SMTP server (`scripts/tools/smtp.py` says which addresses it refuses).

use std::path::PathBuf;

use crate::support;

use jiff::{SignedDuration, civil::date};
use office::{MailSettings, Office, SmtpSettings, decide::Decision, mail::Sent};
use rules::{
    application::Outcome,
    form::Typed,
    id::ApplicationId,
    mail::{GIVEN_UP_AFTER, NEWS_WAIT},
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada},
};

const NONE: Sent = Sent { sent: 0, delayed: 0, lost: 0 };
const ONE: Sent = Sent { sent: 1, ..NONE };
const DELAYED: Sent = Sent { delayed: 1, ..NONE };
const LOST: Sent = Sent { lost: 1, ..NONE };

/// The same office with the test's mail server.
async fn mailing(mut office: TestOffice) -> TestOffice {
    let url = std::env::var("ABLAUF_TEST_SMTP")
        .expect("ABLAUF_TEST_SMTP names an SMTP server; `make test` starts one, or `scripts/with-smtp COMMAND`");
    office.office = with_server(&office, url).await;
    office
}

async fn with_server(office: &TestOffice, url: String) -> Office {
    let mut settings = (*office.settings).clone();
    settings.mail = Some(MailSettings::Smtp(SmtpSettings { url, login: None, from: "jobs@linde.example".to_owned() }));
    settings.public_url = "https://jobs.linde.example".to_owned();
    Office::open(settings, office.clock.clone(), office.rng.clone()).await.expect("the same store")
}

/// An address that no other test has; what it begins with tells the server what to do.
fn address(office: &TestOffice, begins: &str) -> String {
    let own = office.directory.path().file_name().expect("a name").to_string_lossy();
    format!("{begins}.{}@mail.example", own.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
}

/// What the server took for an address as a person reads it, the first mail first.
fn taken(address: &str) -> Vec<String> {
    let folder = PathBuf::from(std::env::var("ABLAUF_TEST_MAILS").expect("ABLAUF_TEST_MAILS names a folder")).join(address);
    (0..).map_while(|number| std::fs::read_to_string(folder.join(format!("{number}.txt"))).ok()).collect()
}

fn header<'m>(mail: &'m str, name: &str) -> &'m str {
    let line = mail.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("no {name} in {mail}"));
    line[name.len()..].trim_start_matches(':').trim()
}

async fn applied(office: &TestOffice, cast: &Cast, email: &str) -> ApplicationId {
    let posting = office.open_posting_of(cast).await;
    office.apply(&posting, Typed { email: email.to_owned(), ..ada() }, "one").await
}

async fn send(office: &Office) -> Sent {
    office.send_mail().await.expect("looked through the queue")
}

async fn history(office: &TestOffice, cast: &Cast, id: &ApplicationId) -> Vec<String> {
    let lines = office.read_application(&cast.hr, id).await.expect("the application").history;
    lines.into_iter().map(|line| line.what).filter(|what| what.starts_with("mail")).collect()
}

async fn jobs(office: &TestOffice) -> i64 {
    sqlx::query_scalar("SELECT COUNT(*) FROM job").fetch_one(office.records.read()).await.expect("a count")
}

async fn reject(office: &TestOffice, cast: &Cast, id: &ApplicationId, outcome: Option<Outcome>) {
    let decision = Decision { outcome, reason: "as discussed".to_owned(), rejection_received_at: None };
    office.decide(&cast.hr, id, &decision).await.expect("decided");
}

both_engines!(n07_who_applied_gets_a_mail_that_says_nothing_about_them, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let to = address(&office, "ada");
    let id = applied(&office, &cast, &to).await;
    assert_eq!(jobs(&office).await, 1);
    assert_eq!(send(&office).await, ONE);
    assert_eq!(send(&office).await, NONE, "once");
    let mails = taken(&to);
    let [mail] = &mails[..] else { panic!("{mails:?}") };
    assert!(header(mail, "Message-ID").ends_with("@linde.example>"), "{mail}");
    assert_eq!(header(mail, "Auto-Submitted"), "auto-generated");
    assert!(
        header(mail, "From").contains("Gasthof Linde GmbH") && header(mail, "From").contains("<jobs@linde.example>"),
        "{mail}"
    );
    assert_eq!(header(mail, "Subject"), "Ihre Bewerbung ist eingegangen", "in the language of the form");
    assert!(mail.contains("https://jobs.linde.example/status"), "{mail}");
    for marker in ["Ada", "Lovelace", "7946", "cook", "Koch", id.as_str()] {
        assert!(!mail.contains(marker), "{marker} stands in {mail}");
    }
    assert_eq!(history(&office, &cast, &id).await, ["mailed receipt"]);
    assert_eq!(jobs(&office).await, 0, "what was sent has no row");
});

both_engines!(n07_a_server_that_refuses_for_now_delays_a_mail_and_keeps_no_other, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let (late, other) = (address(&office, "later2"), address(&office, "bea"));
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, Typed { email: late.clone(), ..ada() }, "one").await;
    office.apply(&posting, Typed { email: other.clone(), ..ada() }, "two").await;
    assert_eq!(send(&office).await, Sent { sent: 1, delayed: 1, lost: 0 });
    assert_eq!((taken(&late).len(), taken(&other).len()), (0, 1));
    assert_eq!(send(&office).await, NONE, "it waits");
    assert_eq!(office.mail_waiting().await.expect("a count").0, 1);
    office.pass(SignedDuration::from_mins(1));
    assert_eq!(send(&office).await, DELAYED);
    office.pass(SignedDuration::from_mins(1));
    assert_eq!(send(&office).await, NONE, "longer than the first time");
    office.pass(SignedDuration::from_mins(4));
    assert_eq!(send(&office).await, ONE);
    assert_eq!((taken(&late).len(), history(&office, &cast, &id).await), (1, vec!["mailed receipt".to_owned()]));
});

both_engines!(n07_an_address_that_takes_no_mail_is_told_to_hr_and_a_sender_that_may_not_is_not, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let nobody = office.apply(&posting, Typed { email: address(&office, "nobody"), ..ada() }, "one").await;
    let relay = office.apply(&posting, Typed { email: address(&office, "relay"), ..ada() }, "two").await;
    assert_eq!(send(&office).await, Sent { sent: 0, delayed: 1, lost: 1 });
    assert_eq!(history(&office, &cast, &nobody).await, ["mail_refused receipt"]);
    assert_eq!(history(&office, &cast, &relay).await, [""; 0]);
    assert_eq!(jobs(&office).await, 1, "the other is tried again");
});

both_engines!(n10_n16_a_mail_that_nobody_takes_is_given_up_after_seven_days, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let to = address(&office, "full");
    let id = applied(&office, &cast, &to).await;
    let mut office = office;
    office.office = with_server(&office, "smtp://127.0.0.1:9".to_owned()).await;
    let mut delayed = 0;
    let mut left = GIVEN_UP_AFTER;
    while left > SignedDuration::ZERO {
        delayed += send(&office).await.delayed;
        office.pass(SignedDuration::from_hours(1));
        left -= SignedDuration::from_hours(1);
    }
    assert!((25..40).contains(&delayed), "{delayed}");
    assert_eq!(jobs(&office).await, 1);
    assert_eq!(send(&office).await, LOST, "no server was there for a week");
    assert_eq!((jobs(&office).await, history(&office, &cast, &id).await), (0, vec!["mail_lost receipt".to_owned()]));
});

both_engines!(n07_a_mail_that_came_twice_bears_the_same_identifier, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let to = address(&office, "mum1");
    let id = applied(&office, &cast, &to).await;
    assert_eq!(send(&office).await, DELAYED, "the server took it and broke off before it said so");
    office.pass(SignedDuration::from_mins(1));
    assert_eq!(send(&office).await, ONE);
    let mails = taken(&to);
    assert_eq!(mails.len(), 2);
    assert_eq!(header(&mails[0], "Message-ID"), header(&mails[1], "Message-ID"));
    assert_eq!(history(&office, &cast, &id).await, ["mailed receipt"]);
});

both_engines!(n07_two_processes_send_each_mail_once, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let mut addresses = Vec::new();
    for number in 0..8 {
        let to = address(&office, &format!("p{number}"));
        office.apply(&posting, Typed { email: to.clone(), ..ada() }, &format!("token {number}")).await;
        addresses.push(to);
    }
    let second = office.second_process().await;
    let (one, two) = tokio::join!(send(&office), send(&second));
    assert_eq!((one.sent + two.sent, one.delayed + two.delayed), (8, 0));
    for to in addresses {
        assert_eq!(taken(&to).len(), 1, "{to}");
    }
});

both_engines!(n10_a_date_that_moves_is_mailed_and_news_that_were_taken_back_are_not, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let (to, other) = (address(&office, "ada"), address(&office, "bea"));
    let posting = office.open_posting_of(&cast).await;
    let ada_id = office.apply(&posting, Typed { email: to.clone(), ..ada() }, "one").await;
    let bea_id = office.apply(&posting, Typed { email: other.clone(), ..ada() }, "two").await;
    assert_eq!(send(&office).await.sent, 2);
    // Somebody slips, and takes it back before anybody is told.
    reject(&office, &cast, &ada_id, Some(Outcome::Rejected)).await;
    reject(&office, &cast, &ada_id, None).await;
    reject(&office, &cast, &bea_id, Some(Outcome::Rejected)).await;
    assert_eq!(send(&office).await, NONE, "news wait a little");
    office.pass(NEWS_WAIT);
    assert_eq!(send(&office).await, ONE);
    assert_eq!(header(&taken(&other)[1], "Subject"), "Es gibt etwas Neues zu Ihrer Bewerbung");
    assert_eq!(taken(&to).len(), 1);
    // The close comes earlier than planned: everybody's date moves, and each hears of it once.
    reject(&office, &cast, &ada_id, Some(Outcome::Rejected)).await;
    office.pass(NEWS_WAIT);
    assert_eq!(send(&office).await, ONE);
    office.close_posting(&cast.hr, &posting.id).await.expect("closed");
    assert_eq!(send(&office).await.sent, 2);
    let mails = taken(&to);
    let moved = mails.last().expect("a mail");
    assert_eq!((mails.len(), header(moved, "Subject")), (3, "Das Löschdatum hat sich geändert"));
    assert!(moved.contains("bis zum Ablauf des 1. Juni 2027"), "{moved}");
});

both_engines!(a_mail_that_leaves_is_no_act_of_anybody, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    applied(&office, &cast, &address(&office, "later1")).await;
    let forgotten = async || {
        office.waiting(&cast.privacy).await.expect("what waits").privacy.expect("for the privacy officer").forgotten.len()
    };
    send(&office).await;
    office.at("2027-02-27T09:00:00Z");
    assert_eq!((send(&office).await, forgotten().await), (ONE, 0));
    office.at("2027-03-02T09:00:00Z");
    assert_eq!(forgotten().await, 1, "three months after it came in");
});

both_engines!(n10_who_is_undecided_when_a_procedure_ends_hears_so, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let to = address(&office, "ada");
    let id = applied(&office, &cast, &to).await;
    send(&office).await;
    office.at("2027-07-02T09:00:00Z");
    assert_eq!(office.sweep().await.expect("swept").closed, 1);
    assert_eq!(send(&office).await, ONE, "the date was the planned one and did not move");
    assert_eq!(header(taken(&to).last().expect("a mail"), "Subject"), "Das Verfahren ist beendet");
    assert_eq!(history(&office, &cast, &id).await.len(), 2);
});

both_engines!(n10_the_last_mail_names_the_certificate_and_the_address_goes_with_it, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let to = address(&office, "later1");
    let posting = office.open_posting_of(&cast).await;
    let receipt = office.receipt_for(&posting, Typed { email: to.clone(), ..ada() }, "one").await;
    let id = office.application_of(&receipt.code).await.expect("an application");
    send(&office).await;
    office.pass(SignedDuration::from_mins(1));
    assert_eq!(send(&office).await, ONE);
    reject(&office, &cast, &id, Some(Outcome::Rejected)).await;
    office.close_posting(&cast.hr, &posting.id).await.expect("closed");
    office.at("2027-06-02T09:00:00Z");
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    assert_eq!(jobs(&office).await, 1, "what else was to be said is dropped, and the last mail waits");
    office.sequence().await.expect("sequenced");
    assert_eq!(office.fsck(true).await.expect("looked"), []);
    // The generation turns before the mail goes: it is sealed anew, and no copy made before opens the address.
    let before: Vec<u8> = sqlx::query_scalar("SELECT sealed FROM job").fetch_one(office.records.read()).await.expect("a job");
    office.turn_generation().await.expect("turned");
    let after: Vec<u8> = sqlx::query_scalar("SELECT sealed FROM job").fetch_one(office.records.read()).await.expect("a job");
    assert_ne!(before, after);
    assert!(!String::from_utf8_lossy(&after).contains("mail.example"));
    assert_eq!(send(&office).await, ONE);
    let mails = taken(&to);
    let last = mails.last().expect("a mail");
    assert_eq!(header(last, "Subject"), "Ihre Bewerbung wurde gelöscht");
    assert!(last.contains(&receipt.certificate_no), "{last}");
    assert!(office.certificate_of(&receipt.certificate_no).await.is_ok(), "the number leads to the certificate");
    assert_eq!(jobs(&office).await, 0);
});

both_engines!(n07_where_no_server_is_set_nothing_is_queued, |office| async move {
    let cast = office.cast().await;
    let id = applied(&office, &cast, "ada@example.com").await;
    reject(&office, &cast, &id, Some(Outcome::Rejected)).await;
    assert_eq!((jobs(&office).await, office.sends_mail()), (0, false));
    assert_eq!(send(&office).await, NONE);
    assert_eq!(office.today(), date(2026, 12, 1));
});
