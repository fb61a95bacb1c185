//! What is kept for a reason of its own: papers (n21), the talent pool and the evidence of consents (n15).

use crate::support;

use futures::TryStreamExt as _;
use jiff::civil::Date;
use office::{
    Error, Refusal,
    apply::ReceivedDocument,
    decide::Decision,
    kept::{NewConsent, NewPaper},
    overdue::Cause,
    read::{OpenedDocument, Part},
};
use rules::{
    access::{Denied, Role},
    application::{Outcome, RestrictionGround},
    form::Problem,
    id::{ApplicationId, DocumentId, KeptId},
    kept::{ConsentChannel, KeptClass, WithdrawalChannel},
    opening::Purpose,
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, account, ada, pdf},
};

fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

async fn document(office: &TestOffice) -> ReceivedDocument {
    let mut document = office.begin_document().await.expect("a document begins");
    document.push(&pdf()).await.expect("a document streams");
    document.finish("Fahrkarte.pdf").await.expect("a document arrives")
}

async fn content(document: OpenedDocument) -> Vec<u8> {
    document.content.try_fold(Vec::new(), async |all, piece| Ok([&all[..], &piece].concat())).await.expect("the content")
}

async fn count(office: &TestOffice, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(office.records.read()).await.expect("a count")
}

/// Objects in the store, but for the one that says whose it is.
async fn stored(office: &TestOffice) -> usize {
    let objects: Vec<_> = office.blobs.list().try_collect().await.expect("a list");
    objects.iter().filter(|object| object.id.is_some()).count()
}

fn journey(on: &str) -> NewPaper {
    NewPaper { name: "Ada Lovelace".to_owned(), about: "Leipzig and back, 49 euros".to_owned(), voucher_on: Some(day(on)) }
}

/// Somebody who was told today that they are not hired, with the document they sent.
async fn rejected(office: &TestOffice, cast: &Cast) -> (ApplicationId, DocumentId) {
    let posting = office.open_posting_of(cast).await;
    let id = office.apply(&posting, ada(), "token").await;
    let decision = Decision { outcome: Some(Outcome::Rejected), reason: String::new(), rejection_received_at: None };
    office.decide(&cast.hr, &id, &decision).await.expect("a decision");
    let document: String =
        sqlx::query_scalar("SELECT id FROM document").fetch_one(office.records.read()).await.expect("a document");
    (id, DocumentId::parse(&document).expect("an identifier"))
}

fn consent(months: i64, documents: &[&DocumentId]) -> NewConsent {
    let documents = documents.iter().map(|&document| document.clone()).collect();
    NewConsent { given_on: day("2026-12-01"), months, channel: ConsentChannel::Letter, documents }
}

both_engines!(n04_who_knows_the_applicant_sees_nothing_of_their_place_in_the_pool_either, |office| async move {
    let cast = office.cast().await;
    let (id, document) = rejected(&office, &cast).await;
    let second = account(&office.office, &cast.employer, "hr2@example.org", "Second Of HR", Role::Hr, None).await;
    office.recuse(&second, &id).await.expect("stepped aside");
    let pool = office.enter_pool(&cast.hr, &id, &consent(12, &[&document])).await.expect("in the pool");
    let sees_nothing = async || {
        assert_eq!(office.pool(&cast.hr).await.expect("a list").len(), 1);
        assert_eq!(office.pool(&second).await.expect("a list").len(), 0);
        assert!(matches!(office.read_pooled(&second, &pool).await, Err(Error::NotFound)));
        let withdrawn = office.withdraw_consent(&second, &pool, day("2026-12-01"), WithdrawalChannel::Letter).await;
        assert!(matches!(withdrawn, Err(Error::NotFound)));
    };
    sees_nothing().await;
    // Nor once the application itself is gone: the procedure closes by its plan on 30 June 2027.
    for now in ["2027-07-01T12:00:00Z", "2027-11-30T12:00:00Z"] {
        office.at(now);
        office.sweep().await.expect("swept");
    }
    sees_nothing().await;
    sqlx::query("UPDATE application SET due_at = 1").execute(office.records.read()).await.expect("due");
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM application").await, 0);
    sees_nothing().await;
});

both_engines!(n21_a_paper_is_accountings_alone_and_goes_when_its_years_have_ended, |office| async move {
    let cast = office.cast().await;
    let paper = office.enter_paper(&cast.hr, journey("2026-11-30"), document(&office).await).await.expect("a paper");

    // Whoever entered it does not read it again, and nobody else does.
    for other in [&cast.hr, &cast.kitchen_head, &cast.privacy, &cast.admin] {
        assert!(matches!(office.papers(other).await, Err(Error::Forbidden(Denied::Role))));
        assert!(matches!(office.open_paper(other, &paper, Part::Whole).await, Err(Error::Forbidden(Denied::Role))));
    }
    let stranger = office.stranger().await;
    assert!(matches!(office.open_paper(&stranger, &paper, Part::Whole).await, Err(Error::NotFound)));
    assert!(matches!(
        office.enter_paper(&cast.privacy, journey("2026-11-30"), document(&office).await).await,
        Err(Error::Forbidden(Denied::Role))
    ));

    let lines = office.papers(&cast.accounting).await.expect("the papers");
    let [line] = &lines[..] else { panic!("{} papers", lines.len()) };
    assert_eq!((line.name.as_str(), line.about.as_str()), ("Ada Lovelace", "Leipzig and back, 49 euros"));
    assert_eq!((line.voucher_on, line.due.last_day), (day("2026-11-30"), day("2034-12-31")));
    assert_eq!(line.document.0, "Fahrkarte.pdf");
    let opened = office.open_paper(&cast.accounting, &paper, Part::Whole).await.expect("the paper");
    assert_eq!(content(opened).await, pdf());

    office.at("2034-12-31T22:59:59Z");
    assert_eq!(office.sweep().await.expect("a pass").kept, 0, "the last second of its last day");
    assert_eq!(office.papers(&cast.accounting).await.expect("the papers").len(), 1);
    office.at("2034-12-31T23:00:00Z");
    assert_eq!(office.sweep_dry_run().await.expect("a look").kept, 1);
    let report = office.sweep().await.expect("a pass");
    assert_eq!((report.kept, report.failed, report.unfinished), (1, 0, 0));
    assert!(office.papers(&cast.accounting).await.expect("the papers").is_empty());
    assert!(matches!(office.open_paper(&cast.accounting, &paper, Part::Whole).await, Err(Error::NotFound)));
    assert_eq!(
        count(
            &office,
            "SELECT (SELECT COUNT(*) FROM kept) + (SELECT COUNT(*) FROM kept_document) + (SELECT COUNT(*) FROM object)"
        )
        .await,
        0
    );
    assert_eq!(stored(&office).await, 0);
    let [certificate] = &office.certificates(&cast.hr, 10).await.expect("certificates")[..] else { panic!("one certificate") };
    assert_eq!((certificate.class, certificate.posting.as_str()), (Some(KeptClass::Paper), ""));
    assert_eq!((certificate.keys, certificate.objects, certificate.rows), (1, 1, 3));
    assert_eq!(certificate.due_at.to_string(), "2034-12-31T23:00:00Z");
    assert_eq!(office.sweep().await.expect("a pass").kept, 0, "once");
});

both_engines!(n21_what_is_wrong_with_a_paper_is_said_and_nothing_of_it_stays, |office| async move {
    let cast = office.cast().await;
    for (paper, problems) in [
        (NewPaper::default(), vec![("name", Problem::Missing), ("about", Problem::Missing), ("voucher_on", Problem::Missing)]),
        (journey("2026-12-02"), vec![("voucher_on", Problem::TooLate)]),
        // Its eight years were over with the year 2017.
        (journey("2017-12-31"), vec![("voucher_on", Problem::TooEarly)]),
    ] {
        let refused = office.enter_paper(&cast.accounting, paper, document(&office).await).await;
        assert!(matches!(&refused, Err(Error::Invalid(found)) if *found == problems), "{:?} for {problems:?}", refused.err());
    }
    assert_eq!(stored(&office).await, 0);
    assert_eq!(count(&office, "SELECT (SELECT COUNT(*) FROM kept) + (SELECT COUNT(*) FROM object)").await, 0);
    // What is set counts for what is entered after it.
    office.set_desk_setting("papers.years", "10").await.expect("a setting");
    office.enter_paper(&cast.accounting, journey("2017-12-31"), document(&office).await).await.expect("a paper");
    assert_eq!(office.papers(&cast.accounting).await.expect("the papers")[0].due.last_day, day("2027-12-31"));
    for years in ["5", "11", "", "eight"] {
        let refused = office.set_desk_setting("papers.years", years).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{years}");
    }
});

both_engines!(n15_who_consents_stays_in_the_pool_beyond_the_procedure_and_no_longer_than_agreed, |office| async move {
    let cast = office.cast().await;
    let (id, cv) = rejected(&office, &cast).await;
    let pooled = office.enter_pool(&cast.hr, &id, &consent(12, &[&cv])).await.expect("a consent");
    assert_eq!(office.pooled(&cast.hr, &id).await.expect("an answer"), Some((pooled.clone(), day("2027-12-01"))));
    assert_eq!(office.pooled(&cast.kitchen_head, &id).await.expect("an answer"), None);
    assert!(matches!(office.enter_pool(&cast.hr, &id, &consent(12, &[])).await, Err(Error::Refused(Refusal::InPool))));
    let stranger = office.stranger().await;
    for (other, hidden) in [(&cast.kitchen_head, false), (&cast.privacy, false), (&cast.admin, false), (&stranger, true)] {
        let refused = office.read_pooled(other, &pooled).await;
        assert!(if hidden {
            matches!(refused, Err(Error::NotFound))
        } else {
            matches!(refused, Err(Error::Forbidden(Denied::Role)))
        });
    }

    let posting = office.read_application(&cast.hr, &id).await.expect("the application").posting_id;
    // The application goes with its procedure; what was agreed stays, under its own key.
    office.close_posting(&cast.hr, &posting).await.expect("closed");
    office.at("2027-06-02T00:00:00Z");
    let report = office.sweep().await.expect("a pass");
    assert_eq!((report.erased, report.kept, report.failed), (1, 0, 0));
    let record = office.read_pooled(&cast.hr, &pooled).await.expect("the record");
    assert_eq!(
        (record.line.name.as_str(), record.email.as_str(), record.phone.as_str()),
        ("Ada Lovelace", "ada@example.com", "+44 20 7946 0000")
    );
    assert_eq!(record.line.due.last_day, day("2027-12-01"));
    let opened = office.open_pooled(&cast.hr, &pooled, &record.documents[0].id, Part::Whole).await.expect("the document");
    assert_eq!(content(opened).await, pdf());

    // From the midnight on nobody reads it, swept or not.
    office.at("2027-12-01T23:00:00Z");
    assert!(office.pool(&cast.hr).await.expect("the pool").is_empty());
    assert!(matches!(office.read_pooled(&cast.hr, &pooled).await, Err(Error::NotFound)));
    assert_eq!(office.sweep().await.expect("a pass").kept, 1);
    assert_eq!(stored(&office).await, 0);

    // That it stood, to which text and until when, can be proven for three more years.
    let [line] = &office.evidence(&cast.privacy).await.expect("the evidence")[..] else { panic!("one line") };
    assert_eq!(
        (line.name.as_str(), line.email.as_str(), line.channel),
        ("Ada Lovelace", "ada@example.com", ConsentChannel::Letter)
    );
    assert_eq!((line.given_on, line.until_on, line.withdrawn), (day("2026-12-01"), day("2027-12-01"), None));
    assert_eq!((line.text_version.as_str(), line.due.last_day), (rules::kept::CONSENT_TEXT, day("2030-12-01")));
    assert!(matches!(office.evidence(&cast.hr).await, Err(Error::Forbidden(Denied::Role))));
    office.at("2030-12-01T23:00:00Z");
    assert_eq!(office.sweep().await.expect("a pass").kept, 1);
    assert!(office.evidence(&cast.privacy).await.expect("the evidence").is_empty());
    assert_eq!(count(&office, "SELECT (SELECT COUNT(*) FROM kept) + (SELECT COUNT(*) FROM consent)").await, 0);
    let classes: Vec<_> = office.certificates(&cast.hr, 10).await.expect("certificates").iter().map(|c| c.class).collect();
    assert_eq!(classes, [Some(KeptClass::Evidence), Some(KeptClass::Pool), None]);
});

both_engines!(n15_a_withdrawal_ends_it_at_once_and_leaves_the_evidence_alone, |office| async move {
    let cast = office.cast().await;
    let (id, cv) = rejected(&office, &cast).await;
    let pooled = office.enter_pool(&cast.hr, &id, &consent(24, &[&cv])).await.expect("a consent");
    office.at("2026-12-20T09:00:00Z");
    for (on, problem) in [("2026-11-30", Problem::TooEarly), ("2026-12-21", Problem::TooLate)] {
        let refused = office.withdraw_consent(&cast.hr, &pooled, day(on), WithdrawalChannel::Mail).await;
        assert!(matches!(&refused, Err(Error::Invalid(found)) if *found == [("withdrawn_on", problem)]), "{on}");
    }
    office.withdraw_consent(&cast.hr, &pooled, day("2026-12-19"), WithdrawalChannel::Mail).await.expect("withdrawn");
    assert!(matches!(office.read_pooled(&cast.hr, &pooled).await, Err(Error::NotFound)), "before any sweep");
    assert!(office.pool(&cast.hr).await.expect("the pool").is_empty());
    assert!(matches!(
        office.withdraw_consent(&cast.hr, &pooled, day("2026-12-19"), WithdrawalChannel::Mail).await,
        Err(Error::NotFound)
    ));
    assert_eq!(office.sweep().await.expect("a pass").kept, 1);
    // The application is on its own clock and has lost nothing.
    let view = office.read_application(&cast.hr, &id).await.expect("the application");
    let opened = office.open_document(&cast.hr, &id, &cv, Part::Whole).await.expect("its document");
    assert_eq!(content(opened).await, pdf());
    assert!(view.history.iter().any(|line| line.what == "unpooled 2026-12-19"), "it stands in the history");
    let [line] = &office.evidence(&cast.privacy).await.expect("the evidence")[..] else { panic!("one line") };
    assert_eq!(line.withdrawn, Some((day("2026-12-19"), WithdrawalChannel::Mail)));
    assert_eq!(line.due.last_day, day("2029-12-19"));
    // Who changes their mind once more consents once more.
    office.enter_pool(&cast.hr, &id, &NewConsent { given_on: day("2026-12-20"), ..consent(6, &[]) }).await.expect("a consent");
});

both_engines!(n15_only_who_was_told_a_rejection_is_asked_and_two_years_are_the_most, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let undecided = office.apply(&posting, ada(), "undecided").await;
    let refused = office.enter_pool(&cast.hr, &undecided, &consent(12, &[])).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::NotRejected))));
    let decision = Decision { outcome: Some(Outcome::Rejected), reason: String::new(), rejection_received_at: None };
    office.decide(&cast.hr, &undecided, &decision).await.expect("a decision");
    let other = DocumentId::parse(&"ab".repeat(16)).expect("an identifier");
    for (new, field) in [
        (consent(25, &[]), "months"),
        (consent(0, &[]), "months"),
        (NewConsent { given_on: day("2026-11-30"), ..consent(6, &[]) }, "given_on"),
        (NewConsent { given_on: day("2026-12-02"), ..consent(6, &[]) }, "given_on"),
        (consent(6, &[&other]), "documents"),
    ] {
        let refused = office.enter_pool(&cast.hr, &undecided, &new).await;
        assert!(matches!(&refused, Err(Error::Invalid(found)) if found[0].0 == field), "{field}: {:?}", refused.err());
    }
    assert_eq!(count(&office, "SELECT (SELECT COUNT(*) FROM kept) + (SELECT COUNT(*) FROM consent)").await, 0);
    // Keys that no record came to use go with a later sweep.
    office.at("2026-12-03T09:00:00Z");
    office.sweep().await.expect("a pass");
    let keys: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM rk").fetch_one(office.keys.read()).await.expect("a count");
    assert_eq!(keys, 1);
});

both_engines!(n14_n15_who_asks_for_erasure_leaves_the_talent_pool_at_once, |office| async move {
    let cast = office.cast().await;
    let (id, cv) = rejected(&office, &cast).await;
    let pooled = office.enter_pool(&cast.hr, &id, &consent(24, &[&cv])).await.expect("a consent");
    office.request_erasure(&cast.hr, &id).await.expect("an answer");
    assert!(matches!(office.read_pooled(&cast.hr, &pooled).await, Err(Error::NotFound)), "before any sweep");
    assert_eq!(office.sweep().await.expect("a pass").kept, 1);
    let [line] = &office.evidence(&cast.privacy).await.expect("the evidence")[..] else { panic!("one line") };
    assert_eq!(line.withdrawn, Some((day("2026-12-01"), WithdrawalChannel::Erasure)));
});

both_engines!(n13_n15_what_is_restricted_neither_comes_into_the_talent_pool_nor_opens_there, |office| async move {
    let cast = office.cast().await;
    let (id, cv) = rejected(&office, &cast).await;
    let pooled = office.enter_pool(&cast.hr, &id, &consent(24, &[&cv])).await.expect("a consent");
    office.restrict(&cast.hr, &id, RestrictionGround::Accuracy).await.expect("restricted");
    let restricted = |answer: Result<_, Error>| matches!(answer, Err(Error::Forbidden(Denied::Restricted)));
    assert!(restricted(office.read_pooled(&cast.hr, &pooled).await.map(drop)));
    assert!(restricted(office.open_pooled(&cast.hr, &pooled, &cv, Part::Whole).await.map(drop)));
    assert!(restricted(office.enter_pool(&cast.hr, &id, &consent(24, &[])).await.map(drop)));
    let found = office.look_up(&cast.hr, "ada@example.com", Purpose::Claim).await.expect("looked up");
    assert_eq!(found.len(), 1);
    assert!(restricted(office.enter_pool(&cast.hr, &id, &consent(24, &[])).await.map(drop)), "opened for another purpose");
});

both_engines!(n15_n21_what_is_due_is_readable_no_more_however_long_the_sweep_stays_away, |office| async move {
    let cast = office.cast().await;
    let paper = office.enter_paper(&cast.hr, journey("2026-11-30"), document(&office).await).await.expect("a paper");
    office.at("2034-12-31T23:00:00Z");
    assert!(office.papers(&cast.accounting).await.expect("the papers").is_empty());
    assert!(matches!(office.open_paper(&cast.accounting, &paper, Part::Whole).await, Err(Error::NotFound)));
    let overdue = office.overdue().await.expect("an answer");
    assert_eq!((overdue.due, overdue.overdue), (1, 0), "due for less than a day");
    office.at("2035-01-01T23:00:00Z");
    let alarm = office.alarm(&cast.hr).await.expect("an answer").expect("an alarm");
    assert_eq!((alarm.due, alarm.overdue, alarm.causes), (1, 1, vec![(Cause::NobodySwept, 1)]));
    let kept = office.plan(&cast.privacy).await.expect("the plan").kept;
    assert_eq!(kept.iter().map(|(class, count, _)| (*class, *count)).collect::<Vec<_>>(), [(KeptClass::Paper, 1)]);
    // While the store does not answer its key goes all the same.
    let object: String =
        sqlx::query_scalar("SELECT object_id FROM kept_document").fetch_one(office.records.read()).await.expect("an object");
    let place = office.settings.data.join("objects").join(&object);
    std::fs::remove_file(&place).expect("removed");
    std::fs::create_dir_all(place.join("stands in the way")).expect("a directory");
    let report = office.sweep().await.expect("a pass");
    assert_eq!((report.kept, report.failed), (0, 1));
    let keys: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM rk").fetch_one(office.keys.read()).await.expect("a count");
    assert_eq!(keys, 0);
    let alarm = office.alarm(&cast.hr).await.expect("an answer").expect("an alarm");
    assert_eq!(alarm.causes, [(Cause::Failed(3), 1)]);
    std::fs::remove_dir_all(&place).expect("out of the way");
    assert_eq!(office.sweep().await.expect("a pass").kept, 1);
});

both_engines!(n15_n21_an_erasure_that_was_cut_short_at_any_step_is_ended_by_the_next_pass, |office| async move {
    let cast = office.cast().await;
    for step in ["begun", "key", "object"] {
        let paper = office.enter_paper(&cast.hr, journey("2026-11-30"), document(&office).await).await.expect("a paper");
        stop_after(&office, &paper, step).await;
        assert!(office.papers(&cast.accounting).await.expect("the papers").is_empty(), "hidden from {step} on");
        let report = office.sweep().await.expect("a pass");
        assert_eq!((report.kept, report.failed), (1, 0), "after {step}");
        let kept = "SELECT (SELECT COUNT(*) FROM kept) + (SELECT COUNT(*) FROM kept_document) + (SELECT COUNT(*) FROM object)";
        assert_eq!(count(&office, kept).await, 0, "after {step}");
        assert_eq!(stored(&office).await, 0, "after {step}");
    }
    assert_eq!(office.certificates(&cast.hr, 10).await.expect("certificates").len(), 3);
});

/// Leaves a paper as a process leaves it that died after a step of its erasure.
async fn stop_after(office: &TestOffice, paper: &KeptId, step: &str) {
    let write = |db: office::Db, statement: &'static str, bound: String| async move {
        sqlx::query(statement).bind(bound).execute(db.read()).await.expect(statement);
    };
    write(office.records.clone(), "UPDATE kept SET erasing_at = due_at WHERE id = $1", paper.to_string()).await;
    if step == "begun" {
        return;
    }
    let key: String = sqlx::query_scalar("SELECT rk_id FROM kept").fetch_one(office.records.read()).await.expect("a key");
    write(office.keys.clone(), "DELETE FROM rk WHERE id = $1", key.clone()).await;
    write(office.keys.clone(), "INSERT INTO tombstone (rk_id, at) VALUES ($1, 1796000000000)", key).await;
    if step == "object" {
        let object: String =
            sqlx::query_scalar("SELECT object_id FROM kept_document").fetch_one(office.records.read()).await.expect("an object");
        office.blobs.delete(&rules::id::ObjectId::parse(&object).expect("an identifier")).await.expect("deleted");
    }
}
