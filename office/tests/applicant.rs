//! What applicants do for themselves, and how what they ask is answered.

use std::{
    collections::{BTreeMap, HashMap},
    io::{Cursor, Read as _},
};

use crate::support;

use futures::TryStreamExt as _;
use jiff::{SignedDuration, civil::date};
use office::{
    Error, MailSettings, Office, Refusal,
    applicant::{Applicant, Correction, InformationPart, Scope},
    apply::Files,
    careers::Posting,
    decide::Decision,
    mail::Shown,
    posting::PostingDraft,
    release::NewRelease,
    requests::Entered,
};
use rules::{
    access::Audience,
    application::{Judgement, Outcome, RestrictionGround, Section},
    form::{Problem, Typed},
    id::{ApplicationId, RequestId},
    mailed_code::{CODES_TO_ADDRESS, TRIES, TRIES_AT_ADDRESS},
    messages::{Key, Lang},
    opening::Purpose,
    question::QuestionKind,
    request::{Answer, Identity, Reply, RequestChannel, RequestKind, Verdict},
    retention_classes::{MAILED_CODE, VISIT},
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, PASSWORD, ada, pdf, question},
};

const ADA: &str = "ada@example.com";
const BEA: &str = "bea@example.org";

/// The same office, whose mails are shown in an outbox.
async fn mailing(mut office: TestOffice) -> TestOffice {
    office.office = another(&office).await;
    office
}

/// Another process with the same store, with an outbox of its own.
pub(crate) async fn another(office: &TestOffice) -> Office {
    let mut settings = (*office.settings).clone();
    settings.mail = Some(MailSettings::Outbox);
    settings.public_url = "https://jobs.linde.example".to_owned();
    Office::open(settings, office.clock.clone(), office.rng.clone()).await.expect("the same store")
}

fn bea() -> Typed {
    Typed {
        first_name: "Bea".to_owned(),
        last_name: "Mustermann".to_owned(),
        email: BEA.to_owned(),
        message: "Ich koche gern.".to_owned(),
        ..ada()
    }
}

/// The newest mail to an address.
async fn mailed(office: &Office, to: &str) -> Shown {
    office.send_mail().await.expect("sent");
    office.outbox().into_iter().find(|mail| mail.to == to).unwrap_or_else(|| panic!("no mail to {to}"))
}

fn code_in(mail: &Shown) -> Option<String> {
    let digits: String = mail.letter.text.lines().find(|line| line.starts_with("    "))?.split_whitespace().collect();
    (digits.len() == 8).then_some(digits)
}

/// The token in the browser, and the code in the mail.
async fn code_for(office: &Office, email: &str) -> (String, String) {
    let token = office.ask_for_code(email, Lang::De).await.expect("asked");
    office.send_mail().await.expect("sent");
    let code = office.outbox().iter().filter(|mail| mail.to == email).find_map(code_in);
    (token, code.unwrap_or_else(|| panic!("no code to {email}")))
}

pub(crate) async fn visit(office: &Office, email: &str) -> Applicant {
    let (token, code) = code_for(office, email).await;
    let visit = office.show_code(&token, &code).await.expect("the right code");
    office.applicant(&visit).await.expect("looked up").expect("a visit")
}

/// Another code than this one.
fn wrong(code: &str) -> String {
    format!("{:08}", (code.parse::<u64>().expect("digits") + 1) % 100_000_000)
}

fn is_no_match<T>(answer: Result<T, Error>) -> bool {
    matches!(answer, Err(Error::Invalid(problems)) if problems == [("code", Problem::NoMatch)])
}

fn is_too_many<T>(answer: Result<T, Error>) -> bool {
    matches!(answer, Err(Error::Refused(Refusal::TooManyTries)))
}

async fn two(office: &TestOffice) -> (Cast, Posting, ApplicationId, ApplicationId) {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let one = office.apply(&posting, ada(), "one").await;
    let other = office.apply(&posting, bea(), "two").await;
    (cast, posting, one, other)
}

async fn reject(office: &TestOffice, cast: &Cast, id: &ApplicationId, reason: &str) {
    let decision = Decision { outcome: Some(Outcome::Rejected), reason: reason.to_owned(), rejection_received_at: None };
    office.decide(&cast.hr, id, &decision).await.expect("decided");
}

async fn history(office: &TestOffice, cast: &Cast, id: &ApplicationId) -> Vec<String> {
    let lines = office.read_application(&cast.hr, id).await.expect("the application").history;
    lines.into_iter().map(|line| line.what).filter(|what| !what.starts_with("mail")).collect()
}

async fn count(office: &Office, sql: &'static str) -> i64 {
    sqlx::query_scalar(sql).fetch_one(office.records.read()).await.expect("a count")
}

/// The files of an archive, by name.
async fn unpacked(office: &Office, applicant: &Applicant, id: &ApplicationId, everything: bool) -> BTreeMap<String, Vec<u8>> {
    let copy = office.own_copy(applicant, id).await.expect("a copy");
    let scope = match everything {
        true => Scope::Everything {
            page: "<!DOCTYPE html><title>What is kept</title>".to_owned(),
            information: vec![InformationPart { heading: "Who".to_owned(), says: vec!["the controller".to_owned()] }],
        },
        false => Scope::Supplied,
    };
    let package = office.own_package(applicant, &copy, scope).expect("an archive");
    let pieces: Vec<bytes::Bytes> = package.content.try_collect().await.expect("the whole archive");
    let bytes = pieces.concat();
    assert_eq!(bytes.len() as u64, package.length, "its length was told before");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip archive");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("a file");
            let (name, mut content) = (file.name().expect("a name in UTF-8").into_owned(), Vec::new());
            file.read_to_end(&mut content).expect("its content");
            (name, content)
        })
        .collect()
}

both_engines!(n12_a_mailed_code_opens_what_is_kept_once_and_only_in_the_browser_that_asked, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, other) = two(&office).await;
    let (token, code) = code_for(&office, ADA).await;
    assert!(is_no_match(office.show_code(&token, &wrong(&code)).await));
    assert!(is_no_match(office.show_code("another browser", &code).await));
    let shown = office.show_code(&token, &format!(" {} {} ", &code[..4], &code[4..])).await.expect("the right code");
    assert!(is_no_match(office.show_code(&token, &code).await), "it is good once");
    let applicant = office.applicant(&shown).await.expect("looked up").expect("a visit");
    assert_eq!(applicant.applications(), std::slice::from_ref(&one));
    let copy = office.own_copy(&applicant, &one).await.expect("a copy");
    assert_eq!((copy.contact.name(), copy.message.as_str()), ("Ada Lovelace".to_owned(), "I would like to cook for you."));
    assert_eq!(copy.documents.iter().map(|document| document.name.as_str()).collect::<Vec<_>>(), ["Lebenslauf.pdf"]);
    assert!(copy.address_confirmed);
    // Nothing of anybody else, whatever is asked for by its identifier.
    assert!(matches!(office.own_copy(&applicant, &other).await, Err(Error::NotFound)));
    assert_eq!(history(&office, &cast, &one).await, ["address_confirmed"]);
    assert_eq!(history(&office, &cast, &other).await, [""; 0]);
    office.leave(&shown).await.expect("left");
    assert!(office.applicant(&shown).await.expect("looked up").is_none());
});

both_engines!(n12_an_unknown_address_is_told_so_by_mail_and_the_browser_nothing, |office| async move {
    let office = mailing(office).await;
    two(&office).await;
    office.ask_for_code("nobody@example.net", Lang::En).await.expect("the same as for any address");
    let mail = mailed(&office, "nobody@example.net").await;
    assert_eq!((code_in(&mail), mail.letter.subject.as_str()), (None, "Nothing is kept under this address"));
    let problems = office.ask_for_code("no address", Lang::En).await;
    assert!(matches!(problems, Err(Error::Invalid(problems)) if problems == [("email", Problem::NotAnEmail)]));
});

both_engines!(n12_an_address_whose_application_is_gone_is_an_unknown_one, |office| async move {
    let office = mailing(office).await;
    let (_, _, one, _) = two(&office).await;
    let (token, code) = code_for(&office, ADA).await;
    let applicant = visit(&office, ADA).await;
    office.erase_own(&applicant, &[one]).await.expect("asked");
    office.sweep().await.expect("swept");
    assert!(is_no_match(office.show_code(&token, &code).await), "what was mailed before opens nothing");
    office.ask_for_code(ADA, Lang::De).await.expect("asked");
    assert_eq!(code_in(&mailed(&office, ADA).await), None);
});

both_engines!(n12_guessing_stops_at_a_code_and_at_an_address_whichever_process_is_asked, |office| async move {
    let office = mailing(office).await;
    two(&office).await;
    let instances = [another(&office).await, another(&office).await];
    let (token, code) = code_for(&office, ADA).await;
    for guess in 0..TRIES {
        let instance = &instances[usize::try_from(guess).expect("few") % 2];
        assert!(is_no_match(instance.show_code(&token, &wrong(&code)).await), "guess {guess}");
    }
    assert!(is_too_many(office.show_code(&token, &code).await), "the right one too");
    // Another code for the same address: what is left of the address's tries, no more.
    let (token, code) = code_for(&office, ADA).await;
    let left = TRIES_AT_ADDRESS - TRIES - 1;
    for guess in 0..left {
        assert!(is_no_match(instances[0].show_code(&token, &wrong(&code)).await), "guess {guess}");
    }
    assert!(is_too_many(instances[1].show_code(&token, &code).await), "too many at this address");
    // Nobody else is kept waiting, and the address no longer than an hour.
    visit(&office, BEA).await;
    office.pass(SignedDuration::from_mins(61));
    visit(&office, ADA).await;
});

both_engines!(n12_many_tries_at_once_count_each, |office| async move {
    let office = mailing(office).await;
    two(&office).await;
    let (token, code) = code_for(&office, ADA).await;
    let guesses = (0..20).map(|_| office.show_code(&token, "00000001"));
    let answers = futures::future::join_all(guesses).await;
    assert_eq!(answers.into_iter().filter(|answer| matches!(answer, Err(Error::Invalid(_)))).count() as i64, TRIES);
    assert!(is_too_many(office.show_code(&token, &code).await));
});

both_engines!(n12_a_right_code_shown_twice_at_once_opens_one_visit, |office| async move {
    let office = mailing(office).await;
    two(&office).await;
    let (token, code) = code_for(&office, ADA).await;
    let shown = futures::future::join_all((0..4).map(|_| office.show_code(&token, &code))).await;
    assert_eq!(shown.iter().filter(|answer| answer.is_ok()).count(), 1);
});

both_engines!(n12_more_codes_than_an_hour_allows_are_not_mailed_and_nobody_is_told, |office| async move {
    let office = mailing(office).await;
    two(&office).await;
    for _ in 0..CODES_TO_ADDRESS + 4 {
        office.ask_for_code(ADA, Lang::De).await.expect("the answer is the same");
        office.ask_for_code("nobody@example.net", Lang::De).await.expect("the answer is the same");
    }
    office.send_mail().await.expect("sent");
    for to in [ADA, "nobody@example.net"] {
        let subjects = ["Ihr Code", "Unter dieser Adresse wird nichts aufbewahrt"];
        let mails = office.outbox().into_iter().filter(|mail| mail.to == to && subjects.contains(&&*mail.letter.subject));
        assert_eq!(mails.count() as i64, CODES_TO_ADDRESS, "to {to}");
    }
});

both_engines!(n12_n16_a_code_ends_after_half_an_hour_and_a_visit_after_one, |office| async move {
    let office = mailing(office).await;
    two(&office).await;
    let (late, code) = code_for(&office, ADA).await;
    office.pass(MAILED_CODE);
    assert!(is_no_match(office.show_code(&late, &code).await));
    let (token, code) = code_for(&office, ADA).await;
    let shown = office.show_code(&token, &code).await.expect("the right code");
    office.pass(VISIT - SignedDuration::from_secs(1));
    assert!(office.applicant(&shown).await.expect("looked up").is_some());
    office.pass(SignedDuration::from_secs(1));
    assert!(office.applicant(&shown).await.expect("looked up").is_none());
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, "SELECT (SELECT COUNT(*) FROM challenge) + (SELECT COUNT(*) FROM visit)").await, 0);
});

both_engines!(n12_neither_the_code_nor_the_address_can_be_read_from_what_is_stored, |office| async move {
    let office = mailing(office).await;
    two(&office).await;
    let token = office.ask_for_code(ADA, Lang::De).await.expect("asked");
    type Row = (String, String, String, Vec<u8>);
    let (hash, subject, code_hash, sealed): Row = sqlx::query_as("SELECT token_hash, subject, code_hash, sealed FROM challenge")
        .fetch_one(office.records.read())
        .await
        .expect("a row");
    office.send_mail().await.expect("sent");
    let code = office.outbox().iter().filter(|mail| mail.to == ADA).find_map(code_in).expect("a code");
    for text in [&hash, &subject, &code_hash, &String::from_utf8_lossy(&sealed).into_owned()] {
        assert!(!text.contains(&code) && !text.contains(ADA) && !text.contains(&token), "{text}");
    }
    // What tries are counted under is not what stands beside the record key.
    let macs: Vec<Vec<u8>> = sqlx::query_scalar("SELECT email_mac FROM rk").fetch_all(office.keys.read()).await.expect("macs");
    assert!(macs.iter().all(|mac| data_encoding::HEXLOWER.encode(mac) != subject));
});

/// Real time on purpose: it is what somebody outside would measure.
#[expect(clippy::disallowed_methods, reason = "what is measured is the time that passes")]
fn now() -> std::time::Instant {
    std::time::Instant::now()
}

/// Known and unknown addresses cannot be told apart by how long the answer takes: ranks of 1,000 answers (Mann and Whitney).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn n12_how_long_the_answer_takes_does_not_tell_a_known_address() {
    support::on_sqlite(|office| async move {
        let office = mailing(office).await;
        let (_, _, _, _) = two(&office).await;
        let mut times: Vec<(std::time::Duration, bool)> = Vec::new();
        for round in 0..500 {
            // Two that applied, two that did not: what is over the limit is so for both alike.
            let known = ["ada@example.com", "bea@example.org"][round % 2].to_owned();
            let unknown = format!("nobody{}@example.com", round % 2);
            let mut pair = [(known, true), (unknown, false)];
            if round % 4 >= 2 {
                pair.reverse();
            }
            for (email, is_known) in pair {
                let begun = now();
                office.ask_for_code(&email, Lang::De).await.expect("asked");
                times.push((now() - begun, is_known));
            }
        }
        assert_eq!(times.len(), 1_000);
        times.sort_unstable();
        let ranks: usize = times.iter().enumerate().filter(|(_, (_, known))| *known).map(|(rank, _)| rank + 1).sum();
        let (n, m) = (500.0_f64, 500.0_f64);
        let u = ranks as f64 - n * (n + 1.0) / 2.0;
        let z = (u - n * m / 2.0) / (n * m * (n + m + 1.0) / 12.0).sqrt();
        // Four standard deviations: chance alone comes here once in sixteen thousand runs.
        assert!(z.abs() < 4.0, "known and unknown addresses differ: z = {z:.2}");
    })
    .await;
}

both_engines!(n05_n11_the_copy_holds_what_was_written_once_somebody_looked_for_what_concerns_others, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, other) = two(&office).await;
    office.add_note(&cast.hr, &one, "Better than Bea Mustermann.").await.expect("a note");
    office.add_note(&cast.hr, &other, "Somebody else's note.").await.expect("a note");
    let release = NewRelease {
        audience: Audience::Department(cast.kitchen.clone()),
        sections: vec![Section::Contact, Section::Cv],
        until: "2026-12-24T00:00:00Z".parse().expect("an instant"),
    };
    office.release(&cast.hr, &one, &release).await.expect("released");
    office.add_comment(&cast.kitchen_head, &one, "Knows her knives.", Some(Judgement::Yes)).await.expect("a comment");
    office.add_note(&cast.hr, &one, "A former employer told us of a quarrel.").await.expect("a note");
    reject(&office, &cast, &one, "Another one was quicker.").await;
    let applicant = visit(&office, ADA).await;
    let copy = async || office.own_copy(&applicant, &one).await.expect("a copy");
    assert_eq!((copy().await.remarks.len(), copy().await.unchecked), (0, 4), "nothing before somebody has looked");
    office.ask_own(&applicant, &one, RequestKind::Information, "").await.expect("asked");
    assert!(matches!(office.ask_own(&applicant, &one, RequestKind::Information, "").await, Err(Error::Conflict)), "once");
    let line = office.requests(&cast.hr).await.expect("the list").into_iter().next().expect("a request");
    assert_eq!((line.kind, line.channel, line.identity), (RequestKind::Information, RequestChannel::Status, Identity::Code));
    assert_eq!((line.received_on, line.answer_by), (date(2026, 12, 1), date(2027, 1, 4)), "New Year's Day, and a weekend");
    let early = office.answer_request(&cast.hr, &line.id, Reply::Granted, "").await;
    assert!(matches!(early, Err(Error::Refused(Refusal::Unchecked))));
    let view = office.read_request(&cast.hr, &line.id).await.expect("a request");
    for remark in &view.remarks {
        let (verdict, text) = match remark.text.as_str() {
            "Better than Bea Mustermann." => (Verdict::Redacted, "Better than another applicant."),
            "A former employer told us of a quarrel." => (Verdict::Withheld, "It would name who told us."),
            _ => (Verdict::Whole, ""),
        };
        if verdict != Verdict::Whole {
            let silent = office.disclose(&cast.hr, &line.id, (&remark.id, remark.version), verdict, " ").await;
            assert!(matches!(silent, Err(Error::Invalid(_))), "a version or a reason is needed");
        }
        office.disclose(&cast.hr, &line.id, (&remark.id, remark.version), verdict, text).await.expect("looked through");
    }
    office.answer_request(&cast.hr, &line.id, Reply::Granted, "Here you are.").await.expect("answered");
    assert_eq!(mailed(&office, ADA).await.letter.subject, "Ihr Anliegen ist beantwortet");
    let copied = copy().await;
    let texts: Vec<&str> = copied.remarks.iter().map(|remark| remark.text.as_str()).collect();
    assert_eq!(copied.unchecked, 0);
    let mut sorted = texts.clone();
    sorted.sort_unstable();
    assert_eq!(
        sorted,
        ["Another one was quicker.", "Better than another applicant.", "It would name who told us.", "Knows her knives."]
    );
    assert_eq!(copied.requests[0].replied, "Here you are.");
    // An archive holds the same, and no name of another applicant or of an author.
    let files = unpacked(&office, &applicant, &one, true).await;
    let json = String::from_utf8(files["copy.json"].clone()).expect("UTF-8");
    for there in ["Better than another applicant.", "Knows her knives.", "head", "Kitchen", "Another one was quicker."] {
        assert!(json.contains(there), "{there} is missing in {json}");
    }
    for stranger in ["Bea", "Mustermann", "Karl Koch", "Hanna Hart", "quarrel", "Somebody else's note."] {
        assert!(!json.contains(stranger), "{stranger} stands in {json}");
    }
    // A decision about a remark does not hold for what it becomes.
    let again = Decision { outcome: Some(Outcome::Rejected), reason: "Bea was better.".to_owned(), rejection_received_at: None };
    let none = Decision { outcome: None, reason: String::new(), rejection_received_at: None };
    office.decide(&cast.hr, &one, &none).await.expect("taken back");
    office.decide(&cast.hr, &one, &again).await.expect("decided");
    let changed = copy().await;
    assert_eq!(changed.unchecked, 1);
    assert!(changed.remarks.iter().all(|remark| !remark.text.contains("Bea")));
    office.at("2027-07-01T22:00:00Z");
    office.sweep().await.expect("the procedure closes");
    office.at("2028-02-01T12:00:00Z");
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, "SELECT (SELECT COUNT(*) FROM disclosure) + (SELECT COUNT(*) FROM note)").await, 0);
});

both_engines!(n11_the_archive_has_every_file_byte_for_byte_and_says_its_schema, |office| async move {
    let office = mailing(office).await;
    let (_, _, one, _) = two(&office).await;
    let applicant = visit(&office, ADA).await;
    let files = unpacked(&office, &applicant, &one, true).await;
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["copy.json", "copy.schema.json", "documents/01 Lebenslauf.pdf", "index.html"]);
    assert_eq!(files["documents/01 Lebenslauf.pdf"], pdf());
    let copy: serde_json::Value = serde_json::from_slice(&files["copy.json"]).expect("JSON");
    assert_eq!(copy["supplied"]["documents"][0]["file"], "documents/01 Lebenslauf.pdf");
    assert_eq!(copy["procedure"]["channel"], "form");
    let supplied = unpacked(&office, &applicant, &one, false).await;
    assert_eq!(supplied.keys().collect::<Vec<_>>(), ["documents/01 Lebenslauf.pdf", "supplied.json", "supplied.schema.json"]);
    let portable: serde_json::Value = serde_json::from_slice(&supplied["supplied.json"]).expect("JSON");
    assert_eq!(portable, copy["supplied"], "what was supplied, and nothing else");
});

both_engines!(n11_n14_who_withdraws_is_out_at_once_and_a_decision_stands, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, other) = two(&office).await;
    let applicant = visit(&office, ADA).await;
    office.withdraw_own(&applicant, &one).await.expect("withdrawn");
    let view = office.read_application(&cast.hr, &one).await.expect("the application");
    assert_eq!(view.outcome.map(|(outcome, _)| outcome), Some(Outcome::Withdrawn));
    assert!(history(&office, &cast, &one).await.contains(&"own_withdrew".to_owned()));
    let twice = office.withdraw_own(&applicant, &one).await;
    assert!(matches!(twice, Err(Error::Refused(Refusal::Application(_)))));
    reject(&office, &cast, &other, "").await;
    let applicant = visit(&office, BEA).await;
    let late = office.withdraw_own(&applicant, &other).await;
    assert!(matches!(late, Err(Error::Refused(Refusal::Application(_)))), "what was decided is not withdrawn");
});

both_engines!(n14_same_person_on_two_postings_erases_this_one_or_all, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, other) = two(&office).await;
    let second = office.open_posting_of(&cast).await;
    let third = office.open_posting_of(&cast).await;
    let (b, c) = (office.apply(&second, ada(), "three").await, office.apply(&third, ada(), "four").await);
    let applicant = visit(&office, ADA).await;
    assert_eq!(applicant.applications().len(), 3);
    let answers = office.erase_own(&applicant, std::slice::from_ref(&b)).await.expect("asked");
    assert_eq!(answers, [(b.clone(), Answer::Erase)]);
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    let left = office.own_applications(&applicant).await.expect("the others");
    assert_eq!(left.len(), 2);
    reject(&office, &cast, &c, "").await;
    let all = visit(&office, ADA).await;
    let answers: HashMap<_, _> = office.erase_own(&all, all.applications()).await.expect("asked").into_iter().collect();
    assert_eq!(answers, HashMap::from([(one.clone(), Answer::Erase), (c.clone(), Answer::KeepForDefence)]));
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    // The other one is blocked, and its applicant reads why and until when.
    let copy = office.own_copy(&all, &c).await.expect("a copy");
    assert_eq!(copy.requests[0].line.answered.as_ref().map(|(_, answer)| answer.as_str()), Some("keep_for_defence"));
    assert_eq!(copy.due.last_day, date(2027, 6, 1));
    office.read_application(&cast.hr, &other).await.expect("nothing of anybody else");
});

both_engines!(n14_all_or_none_are_erased_when_one_of_them_is_gone_already, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, _) = two(&office).await;
    let second = office.open_posting_of(&cast).await;
    let gone = office.apply(&second, ada(), "three").await;
    let applicant = visit(&office, ADA).await;
    office.erase_own(&applicant, std::slice::from_ref(&gone)).await.expect("asked");
    office.sweep().await.expect("swept");
    assert!(office.erase_own(&applicant, applicant.applications()).await.is_err());
    let view = office.read_application(&cast.hr, &one).await.expect("the application");
    assert!(!view.blocked && view.outcome.is_none());
});

both_engines!(n13_who_restricts_or_objects_is_out_of_every_list_at_once_and_a_person_answers, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, other) = two(&office).await;
    let applicant = visit(&office, ADA).await;
    office
        .restrict_own(&applicant, &one, RestrictionGround::Objection, "I am in a witness protection scheme.")
        .await
        .expect("objected");
    let twice = office.restrict_own(&applicant, &one, RestrictionGround::Objection, "Again.").await;
    assert!(matches!(twice, Err(Error::Refused(_))));
    let listed = office.list_applications(&cast.hr, &Default::default()).await.expect("the list").lines;
    assert_eq!(listed.into_iter().map(|line| line.id).collect::<Vec<_>>(), [other]);
    // It is never left out of the person's own copy.
    let copy = office.own_copy(&applicant, &one).await.expect("a copy");
    assert_eq!(copy.restrictions.len(), 1);
    let line = &office.requests(&cast.hr).await.expect("the list")[0];
    assert_eq!((line.kind, line.answered.is_none()), (RequestKind::Objection, true));
    let view = office.read_request(&cast.hr, &line.id).await.expect("a request");
    assert_eq!(view.asked, "I am in a witness protection scheme.");
    let silent = office.answer_request(&cast.hr, &line.id, Reply::Refused, "").await;
    assert!(matches!(silent, Err(Error::Invalid(_))), "a refusal says why");
    office.answer_request(&cast.hr, &line.id, Reply::Refused, "We need it for the tax office.").await.expect("answered");
    let again = office.answer_request(&cast.hr, &line.id, Reply::Granted, "After all.").await;
    assert!(matches!(again, Err(Error::Conflict)), "an answer stands");
    let copy = office.own_copy(&applicant, &one).await.expect("a copy");
    let end = Lang::De.text(Key::AnswerRefuseWords);
    assert_eq!(copy.requests[0].replied, format!("We need it for the tax office.\n\n{end}"), "in the applicant's language");
});

both_engines!(n11_a_correction_counts_at_once_and_what_stood_there_stays_sealed_in_the_history, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, other) = two(&office).await;
    let applicant = visit(&office, ADA).await;
    let new = Correction {
        first_name: "Augusta Ada".to_owned(),
        last_name: "King".to_owned(),
        phone: String::new(),
        message: "I would like to cook for you.".to_owned(),
        other: "The date in my CV is wrong.".to_owned(),
    };
    let wrong = Correction { last_name: String::new(), ..new.clone() };
    let refused = office.correct_own(&applicant, &one, &wrong).await;
    assert!(matches!(refused, Err(Error::Invalid(problems)) if problems == [("last_name", Problem::Missing)]));
    office.correct_own(&applicant, &one, &new).await.expect("corrected");
    let contact = office.read_application(&cast.hr, &one).await.expect("the application").contact.expect("contact");
    assert_eq!((contact.name(), contact.phone.as_str(), contact.email.as_str()), ("Augusta Ada King".to_owned(), "", ADA));
    assert!(history(&office, &cast, &one).await.contains(&"own_corrected first_name last_name phone".to_owned()));
    let sealed: Vec<u8> = sqlx::query_scalar("SELECT sealed FROM history WHERE what LIKE 'own_corrected%'")
        .fetch_one(office.records.read())
        .await
        .expect("what stood there");
    assert!(!String::from_utf8_lossy(&sealed).contains("Lovelace"));
    let kinds: Vec<_> =
        office.requests(&cast.hr).await.expect("the list").into_iter().map(|line| line.answered.is_some()).collect();
    assert_eq!(kinds, [false, true], "what a person has to do waits");
    assert!(matches!(office.correct_own(&applicant, &other, &new).await, Err(Error::NotFound)));
    // The same again changes nothing.
    let lines = history(&office, &cast, &one).await.len();
    office.correct_own(&applicant, &one, &Correction { other: String::new(), ..new }).await.expect("nothing to do");
    assert_eq!(history(&office, &cast, &one).await.len(), lines);
});

both_engines!(n11_n12_another_address_counts_once_its_code_is_shown_and_the_one_before_is_told, |office| async move {
    let office = mailing(office).await;
    let (cast, posting, one, _) = two(&office).await;
    let second = office.apply(&posting, ada(), "three").await;
    let applicant = visit(&office, ADA).await;
    let new = "ada.king@example.net";
    let token = office.ask_to_change(&applicant, new, Lang::En).await.expect("asked");
    office.send_mail().await.expect("sent");
    assert_eq!(office.own_copy(&applicant, &one).await.expect("a copy").contact.email, ADA, "not before the code is shown");
    let code = office.outbox().iter().filter(|mail| mail.to == new).find_map(code_in).expect("a code");
    let shown = office.show_code(&token, &code).await.expect("the right code");
    let applicant = office.applicant(&shown).await.expect("looked up").expect("a visit");
    assert_eq!(applicant.applications().len(), 2);
    for id in [&one, &second] {
        let contact = office.read_application(&cast.hr, id).await.expect("the application").contact.expect("contact");
        assert_eq!((contact.email.as_str(), contact.name()), (new, "Ada Lovelace".to_owned()));
        assert!(history(&office, &cast, id).await.contains(&"own_corrected email".to_owned()));
    }
    let told = mailed(&office, ADA).await;
    assert_eq!(office.outbox().iter().filter(|mail| mail.letter.subject == told.letter.subject).count(), 1, "once");
    assert!(told.letter.subject.contains("Adresse") && !told.letter.text.contains(new), "{}", told.letter.text);
    // The old address leads nowhere, the new one there.
    office.ask_for_code(ADA, Lang::De).await.expect("asked");
    office.send_mail().await.expect("sent");
    assert_eq!(office.outbox().iter().find(|mail| mail.to == ADA).and_then(code_in), None);
    visit(&office, new).await;
    office.look_up(&cast.hr, new, Purpose::ALL[0]).await.map(drop).unwrap_or(());
});

both_engines!(n12_a_receipt_code_changes_the_address_only_until_it_was_once_confirmed, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let receipt = office.receipt_for(&posting, Typed { email: "adda@example.com".to_owned(), ..ada() }, "one").await;
    let id = office.application_of(&receipt.code).await.expect("an application");
    let nowhere = office.ask_to_change_by_receipt("0000-0000-0000-0000", ADA, Lang::De).await;
    assert!(matches!(nowhere, Err(Error::NotFound)));
    let token = office.ask_to_change_by_receipt(&receipt.code, ADA, Lang::De).await.expect("it was mistyped");
    office.send_mail().await.expect("sent");
    let code = office.outbox().iter().filter(|mail| mail.to == ADA).find_map(code_in).expect("a code");
    assert!(is_no_match(office.show_code(&token, &wrong(&code)).await));
    let shown = office.show_code(&token, &code).await.expect("the right code");
    let applicant = office.applicant(&shown).await.expect("looked up").expect("a visit");
    assert_eq!(office.own_copy(&applicant, &id).await.expect("a copy").contact.email, ADA);
    // From now on whoever has found the receipt code alone changes nothing.
    let thief = office.ask_to_change_by_receipt(&receipt.code, "thief@example.net", Lang::De).await;
    assert!(matches!(thief, Err(Error::Refused(Refusal::AddressConfirmed))));
});

both_engines!(n12_what_came_by_telephone_is_granted_only_once_it_is_known_who_asks, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, _) = two(&office).await;
    let new = Entered {
        application: Some(one.clone()),
        kind: RequestKind::Portability,
        channel: RequestChannel::Phone,
        identity: Identity::Open,
        received_on: date(2026, 11, 25),
    };
    let late = office.enter_request(&cast.hr, &Entered { received_on: date(2026, 12, 2), ..new.clone() }).await;
    assert!(matches!(late, Err(Error::Invalid(problems)) if problems == [("received_on", Problem::TooLate)]));
    let id: RequestId = office.enter_request(&cast.hr, &new).await.expect("entered");
    assert_eq!(office.requests(&cast.privacy).await.expect("the list")[0].answer_by, date(2026, 12, 28));
    let early = office.answer_request(&cast.hr, &id, Reply::Granted, "").await;
    assert!(matches!(early, Err(Error::Refused(Refusal::Identity))));
    office.identify_request(&cast.hr, &id, Identity::Call).await.expect("recorded");
    office.answer_request(&cast.hr, &id, Reply::Granted, "").await.expect("answered");
    // Of somebody whom nobody knows, a request can be entered and answered, and says nothing about them.
    let nobody = Entered { application: None, kind: RequestKind::Information, ..new };
    let id = office.enter_request(&cast.hr, &nobody).await.expect("entered");
    office.answer_request(&cast.hr, &id, Reply::Refused, "Nothing is kept.").await.expect("answered");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM request WHERE application_id IS NULL AND sealed IS NULL").await, 1);
    for actor in [&cast.kitchen_head, &cast.admin, &cast.accounting] {
        assert!(matches!(office.requests(actor).await, Err(Error::Forbidden(_))));
    }
    for actor in [&cast.privacy, &cast.kitchen_head, &cast.admin] {
        assert!(matches!(office.read_request(actor, &id).await, Err(Error::Forbidden(_))));
        assert!(matches!(office.enter_request(actor, &nobody).await, Err(Error::Forbidden(_))));
    }
    let stranger = office.stranger().await;
    assert!(matches!(office.read_request(&stranger, &id).await, Err(Error::NotFound)));
});

both_engines!(whoever_answers_a_request_touches_its_applicant_and_nobody_else, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, _) = two(&office).await;
    let entered = |application| Entered {
        application,
        kind: RequestKind::Correction,
        channel: RequestChannel::Letter,
        identity: Identity::Person,
        received_on: date(2026, 12, 1),
    };
    for application in [Some(one.clone()), None] {
        let id = office.enter_request(&cast.hr, &entered(application)).await.expect("entered");
        office.read_request(&cast.hr, &id).await.expect("a request");
        office.answer_request(&cast.hr, &id, Reply::Granted, "").await.expect("answered");
    }
    office.sequence().await.expect("the log");
    let entries = "SELECT subject, body FROM leaf WHERE kind = 'journal' AND body LIKE '%_request%'";
    let rows: Vec<(String, String)> = sqlx::query_as(entries).fetch_all(office.log.read()).await.expect("entries");
    assert_eq!(rows.len(), 6, "{rows:?}");
    for (subject, body) in rows {
        assert!(subject == one.as_str() || subject.is_empty(), "{subject} in {body}");
    }
});

both_engines!(
    n11_requests_go_with_their_application_and_what_is_about_nobody_three_years_after_its_answer,
    |office| async move {
        let office = mailing(office).await;
        let (cast, _, one, _) = two(&office).await;
        let entered = |application| Entered {
            application,
            kind: RequestKind::Information,
            channel: RequestChannel::Letter,
            identity: Identity::Open,
            received_on: date(2026, 12, 1),
        };
        let nobody = office.enter_request(&cast.hr, &entered(None)).await.expect("entered");
        office.answer_request(&cast.hr, &nobody, Reply::Refused, "Nothing is kept.").await.expect("answered");
        office.enter_request(&cast.hr, &entered(Some(one.clone()))).await.expect("entered");
        let applicant = visit(&office, ADA).await;
        office.erase_own(&applicant, &[one]).await.expect("asked");
        office.sweep().await.expect("swept");
        assert_eq!(count(&office, "SELECT COUNT(*) FROM request").await, 1);
        office.at("2029-12-01T22:59:59Z");
        office.sweep().await.expect("swept");
        assert_eq!(count(&office, "SELECT COUNT(*) FROM request").await, 1);
        office.at("2029-12-01T23:00:00Z");
        office.sweep().await.expect("swept");
        assert_eq!(count(&office, "SELECT COUNT(*) FROM request").await, 0);
    }
);

both_engines!(n12_a_receipt_code_alone_opens_no_contents, |office| async move {
    let office = mailing(office).await;
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let receipt = office.receipt_for(&posting, ada(), "one").await;
    assert!(office.applicant(&receipt.code).await.expect("looked up").is_none());
    assert!(is_no_match(office.show_code(&receipt.code, "12345678").await));
    office.status(&receipt.code).await.expect("status and dates");
});

both_engines!(n13_a_restricted_application_is_in_the_copy_and_hr_reads_it_for_the_purpose_of_a_request, |office| async move {
    let office = mailing(office).await;
    let (cast, _, one, _) = two(&office).await;
    let applicant = visit(&office, ADA).await;
    office.restrict_own(&applicant, &one, RestrictionGround::Claim, "").await.expect("restricted");
    assert!(
        office.read_application(&cast.hr, &one).await.is_ok_and(|view| view.contact.is_none()),
        "its contents are closed to HR"
    );
    office
        .look_up(&cast.hr, ADA, Purpose::ALL.iter().copied().find(|purpose| rules::opening::opens(*purpose, true)))
        .await
        .expect("opened for a purpose of the law");
    assert_eq!(office.own_copy(&applicant, &one).await.expect("a copy").contact.name(), "Ada Lovelace");
    office.sign_in("hr@example.org", PASSWORD).await.expect("HR works on");
});

/// Numbers that differ from draw to draw and are the same in every run.
struct Draws(u64);

impl Draws {
    fn below(&mut self, end: u64) -> u64 {
        // Knuth's MMIX generator; its upper bits.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// What one seeded applicant has, each with a word of its own.
struct Seeded {
    email: String,
    id: ApplicationId,
    /// What stands in the copy.
    words: Vec<String>,
    /// What stays out of it.
    kept_out: Vec<String>,
    files: Vec<Vec<u8>>,
}

/// A document of this many bytes that is nobody else's.
fn document_of(word: &str, size: usize) -> Vec<u8> {
    let mut bytes = format!("%PDF-1.7\n{word}\n").into_bytes();
    bytes.extend(word.bytes().cycle().take(size));
    bytes.extend(b"\nstartxref\n9\n%%EOF\n");
    bytes
}

async fn seeded(office: &TestOffice, cast: &Cast, posting: &Posting, nth: usize, draws: &mut Draws) -> Seeded {
    let mut made = 0;
    let mut word = |what: &str| {
        made += 1;
        format!("{what}x{nth}x{made}x")
    };
    let (mut words, mut kept_out, mut files) = (Vec::new(), Vec::new(), Vec::new());
    let mut said = |what: &str| {
        let word = word(what);
        words.push(word.clone());
        word
    };
    let email = format!("{}@example.org", said("mail"));
    let typed = Typed {
        first_name: said("First"),
        last_name: said("Last"),
        email: email.clone(),
        message: if draws.below(4) == 0 { String::new() } else { said("message") },
        answers: vec![said("answer")],
        ..ada()
    };
    let sizes = [0, 1, 4_095, 16_384, 70_000, 300_000];
    let mut received = Vec::new();
    for nth_file in 0..=draws.below(4) {
        let content = document_of(&said("file"), sizes[usize::try_from(draws.below(6)).expect("few")]);
        let mut document = office.begin_document().await.expect("a document begins");
        for piece in content.chunks(8_192) {
            document.push(piece).await.expect("a document streams");
        }
        received.push(document.finish(&format!("{} {nth_file}.pdf", said("name"))).await.expect("a document arrives"));
        files.push(content);
    }
    let cv = received.remove(0);
    let checked = typed.check(&posting.questions).unwrap_or_else(|problems| panic!("{problems:?}"));
    let parts = Files { cv, documents: received, answers: Vec::new() };
    let receipt = office.receive(posting, checked, parts, &format!("token {nth}"), posting.language).await.expect("a receipt");
    let id = office.application_of(&receipt.code).await.expect("an application");
    let mut decisions = Vec::new();
    for _ in 0..draws.below(4) {
        let text = format!("note y{nth}y{} end", draws.below(1 << 30));
        office.add_note(&cast.hr, &id, &text).await.expect("a note");
        decisions.push((text, draws.below(4)));
    }
    if !decisions.is_empty() {
        let new = Entered {
            application: Some(id.clone()),
            kind: RequestKind::Information,
            channel: RequestChannel::Letter,
            identity: Identity::Person,
            received_on: office.today(),
        };
        let request = office.enter_request(&cast.hr, &new).await.expect("entered");
        let view = office.read_request(&cast.hr, &request).await.expect("a request");
        for (text, verdict) in decisions {
            let remark = view.remarks.iter().find(|remark| remark.text == text).expect("the note");
            let instead = format!("instead z{nth}z{}", draws.below(1 << 30));
            let (verdict, shown) = match verdict {
                0 => (Verdict::Whole, &text),
                1 => (Verdict::Redacted, &instead),
                2 => (Verdict::Withheld, &instead),
                _ => {
                    kept_out.push(text);
                    continue;
                }
            };
            office.disclose(&cast.hr, &request, (&remark.id, remark.version), verdict, &instead).await.expect("looked through");
            words.push(shown.clone());
            if verdict != Verdict::Whole {
                kept_out.push(text);
            }
        }
    }
    Seeded { email, id, words, kept_out, files }
}

/// Over seeded applicants: each archive has every field, every remark that was let through and every file byte for byte, and no word of
/// anybody else's.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn n11_an_archive_has_all_of_one_and_nothing_of_anybody_else() {
    support::on_sqlite(|office| async move {
        let office = mailing(office).await;
        let cast = office.cast().await;
        let draft = PostingDraft { questions: vec![question(QuestionKind::Long, "Why?", false, "")], ..cast.draft() };
        let id = office.draft_posting(&cast.hr, draft).await.expect("a draft");
        office.publish_posting(&cast.hr, &id).await.expect("published");
        let posting = office.read_posting(&cast.hr, &id).await.expect("a posting").posting;
        let mut draws = Draws(20_261_201);
        let mut everybody = Vec::new();
        for nth in 0..24 {
            everybody.push(seeded(&office, &cast, &posting, nth, &mut draws).await);
        }
        for (nth, one) in everybody.iter().enumerate() {
            let applicant = visit(&office, &one.email).await;
            let files = unpacked(&office, &applicant, &one.id, true).await;
            let mut documents: Vec<&Vec<u8>> =
                files.iter().filter(|(name, _)| name.starts_with("documents/")).map(|(_, content)| content).collect();
            let mut expected: Vec<&Vec<u8>> = one.files.iter().collect();
            documents.sort();
            expected.sort();
            assert!(documents == expected, "the files of applicant {nth}, byte for byte");
            let json = String::from_utf8(files["copy.json"].clone()).expect("UTF-8");
            let names: String = files.keys().cloned().collect();
            for word in &one.words {
                let there = json.contains(word.as_str()) || names.contains(word.as_str()) || word.starts_with("file");
                assert!(there, "{word} of applicant {nth} is missing");
            }
            for word in &one.kept_out {
                assert!(!json.contains(word.as_str()), "{word} is in the copy of applicant {nth}");
            }
            let all = files.values().flatten().copied().collect::<Vec<u8>>();
            let all = String::from_utf8_lossy(&all);
            for (other, someone) in everybody.iter().enumerate().filter(|(other, _)| *other != nth) {
                for word in someone.words.iter().chain(&someone.kept_out) {
                    assert!(!all.contains(word.as_str()), "{word} of applicant {other} is in the copy of {nth}");
                }
            }
        }
    })
    .await;
}
