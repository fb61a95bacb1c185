//! A hired applicant becomes an employee record, with what HR picked and nothing else.

use crate::support;

use futures::TryStreamExt as _;
use office::{
    Error, Refusal,
    decide::Decision,
    handover::Picked,
    read::{OpenedDocument, Part},
};
use rules::{
    access::Denied,
    application::{Outcome, Refused},
    document::Kind,
    form::{Problem, Typed},
    handover::{Basis, Item, Purpose},
    id::{ApplicationId, EmployeeId},
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada, pdf},
};

/// A kitchen posting with one applicant, who is hired.
async fn hired(office: &TestOffice, cast: &Cast, applicant: Typed) -> ApplicationId {
    let posting = office.open_posting_of(cast).await;
    let id = office.apply(&posting, applicant, "token").await;
    office.decide(&cast.hr, &id, &outcome(Some(Outcome::Hired))).await.expect("a decision");
    id
}

fn outcome(outcome: Option<Outcome>) -> Decision {
    Decision { outcome, reason: String::new(), rejection_received_at: None }
}

fn pick(item: Item, necessity: &str) -> Picked {
    Picked { item, purpose: item.proposed_purpose(), basis: Basis::Contract, necessity: necessity.to_owned() }
}

/// Name, e-mail and the curriculum vitae.
fn usual() -> Vec<Picked> {
    let mut picked: Vec<_> = [Item::FirstName, Item::LastName, Item::Email].map(|item| pick(item, "")).into();
    picked.push(Picked { basis: Basis::Employment, ..pick(Item::Cv, "Proof of the apprenticeship as a cook") });
    picked
}

async fn content(document: OpenedDocument) -> Vec<u8> {
    document.content.try_fold(Vec::new(), async |all, piece| Ok([&all[..], &piece].concat())).await.expect("the content")
}

async fn count(office: &TestOffice, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(office.records.read()).await.expect("a count")
}

both_engines!(n06_the_manifest_shows_every_datum_held_with_what_is_proposed_for_it, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let manifest = office.manifest(&cast.hr, &id).await.expect("the manifest");
    assert_eq!((manifest.posting.as_str(), manifest.department.as_str()), ("Köchin oder Koch (m/w/d)", "Kitchen"));
    let lines: Vec<_> =
        manifest.lines.iter().map(|line| (line.item, line.text.as_str(), line.proposed, line.purpose, line.basis)).collect();
    assert_eq!(
        lines,
        [
            (Item::FirstName, "Ada", true, Purpose::Contract, Basis::Contract),
            (Item::LastName, "Lovelace", true, Purpose::Contract, Basis::Contract),
            (Item::Email, "ada@example.com", true, Purpose::Reachability, Basis::Contract),
            (Item::Phone, "+44 20 7946 0000", true, Purpose::Reachability, Basis::Contract),
            (Item::Cv, "Lebenslauf.pdf", false, Purpose::Qualification, Basis::Employment),
            (Item::Message, "I would like to cook for you.", false, Purpose::Contract, Basis::Contract),
        ]
    );
    assert_eq!(manifest.lines[4].document, Some((Kind::Pdf, pdf().len() as u64)));
});

both_engines!(what_the_applicant_left_empty_is_not_in_the_manifest, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, Typed { phone: String::new(), message: String::new(), ..ada() }).await;
    let items: Vec<_> = office.manifest(&cast.hr, &id).await.expect("the manifest").lines.iter().map(|line| line.item).collect();
    assert_eq!(items, [Item::FirstName, Item::LastName, Item::Email, Item::Cv]);
    let refused = office.hand_over(&cast.hr, &id, &[usual(), vec![pick(Item::Phone, "")]].concat()).await;
    assert!(matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("phone", Problem::NotAChoice)]), "{refused:?}");
});

both_engines!(n06_the_record_holds_what_was_picked_with_purpose_basis_and_necessity, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let employee = office.hand_over(&cast.hr, &id, &usual()).await.expect("a handover");
    let record = office.read_employee(&cast.hr, &employee).await.expect("the record");
    assert_eq!((record.line.name.as_str(), record.line.department.as_str()), ("Ada Lovelace", "Kitchen"));
    assert_eq!((record.line.posting.as_str(), record.line.since), ("Köchin oder Koch (m/w/d)", office.now()));
    let items: Vec<_> = record
        .items
        .iter()
        .map(|item| (item.item, item.text.as_str(), item.purpose, item.basis, item.necessity.as_str()))
        .collect();
    assert_eq!(
        items,
        [
            (Item::FirstName, "Ada", Purpose::Contract, Basis::Contract, ""),
            (Item::LastName, "Lovelace", Purpose::Contract, Basis::Contract, ""),
            (Item::Email, "ada@example.com", Purpose::Reachability, Basis::Contract, ""),
            (Item::Cv, "Lebenslauf.pdf", Purpose::Qualification, Basis::Employment, "Proof of the apprenticeship as a cook"),
        ]
    );
    let document = office.open_employee_document(&cast.hr, &employee, Item::Cv, Part::Whole).await.expect("the document");
    assert_eq!((document.name.as_str(), document.kind, document.size), ("Lebenslauf.pdf", Kind::Pdf, pdf().len() as u64));
    assert_eq!(content(document).await, pdf());
    assert!(matches!(office.open_employee_document(&cast.hr, &employee, Item::Email, Part::Whole).await, Err(Error::NotFound)));
    assert!(matches!(office.open_employee_document(&cast.hr, &employee, Item::Message, Part::Whole).await, Err(Error::NotFound)));
    let listed = office.list_employees(&cast.hr).await.expect("the list");
    assert_eq!(listed.iter().map(|line| (&line.id, line.name.as_str())).collect::<Vec<_>>(), [(&employee, "Ada Lovelace")]);
});

both_engines!(a_document_goes_over_by_its_key_and_the_record_has_a_key_of_its_own, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let objects = count(&office, "SELECT COUNT(*) FROM object").await;
    office.hand_over(&cast.hr, &id, &usual()).await.expect("a handover");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM object").await, objects, "the object is not sealed anew");
    let keys: Vec<(String, String)> =
        sqlx::query_as("SELECT id, state FROM rk").fetch_all(office.keys.read()).await.expect("keys");
    let own: String = sqlx::query_scalar("SELECT rk_id FROM employee").fetch_one(office.records.read()).await.expect("a key");
    let applicants: String =
        sqlx::query_scalar("SELECT rk_id FROM application").fetch_one(office.records.read()).await.expect("a key");
    assert_ne!(own, applicants);
    assert!(keys.contains(&(own, "live".to_owned())), "the key of the record is confirmed: {keys:?}");
    assert_eq!(keys.len(), 2);
});

both_engines!(a_handover_happens_once, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let picked = usual();
    let (a, b) = tokio::join!(office.hand_over(&cast.hr, &id, &picked), office.hand_over(&cast.hr, &id, &picked));
    let refused: Vec<_> = [a, b].into_iter().filter_map(Result::err).collect();
    assert!(matches!(refused[..], [Error::Refused(Refusal::HandedOver)]), "one succeeds and one is told, got {refused:?}");
    for again in [office.hand_over(&cast.hr, &id, &picked).await.err(), office.manifest(&cast.hr, &id).await.err()] {
        assert!(matches!(again, Some(Error::Refused(Refusal::HandedOver))), "{again:?}");
    }
    assert_eq!(count(&office, "SELECT COUNT(*) FROM employee").await, 1);
    let taken_back = office.decide(&cast.hr, &id, &outcome(None)).await;
    assert!(matches!(taken_back, Err(Error::Refused(Refusal::Application(Refused::HandedOver)))), "{taken_back:?}");
});

both_engines!(an_outcome_taken_back_at_the_same_moment_leaves_no_record_of_somebody_not_hired, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let (picked, back) = (usual(), outcome(None));
    let (over, back) = tokio::join!(office.hand_over(&cast.hr, &id, &picked), office.decide(&cast.hr, &id, &back));
    assert!(over.is_ok() != back.is_ok(), "either the handover or the other decision: {over:?}, {back:?}");
});

both_engines!(only_a_hired_applicant_is_handed_over, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "token").await;
    for decided in [None, Some(Outcome::Withdrawn), Some(Outcome::Rejected)] {
        if decided.is_some() {
            office.decide(&cast.hr, &id, &outcome(decided)).await.expect("a decision");
        }
        let refused = office.hand_over(&cast.hr, &id, &usual()).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::NotHired))), "{decided:?}: {refused:?}");
        assert!(matches!(office.manifest(&cast.hr, &id).await, Err(Error::Refused(Refusal::NotHired))));
    }
});

both_engines!(n13_a_restricted_application_is_not_handed_over, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("INSERT INTO restriction (id, application_id, ground, since) VALUES ('r', $1, 'a', 0)")
        .bind(id.as_str())
        .execute(&mut *tx)
        .await
        .expect("a restriction");
    tx.commit().await.expect("a commit");
    let refused = office.hand_over(&cast.hr, &id, &usual()).await;
    assert!(matches!(refused, Err(Error::Forbidden(Denied::Restricted))), "{refused:?}");
    assert!(matches!(office.manifest(&cast.hr, &id).await, Err(Error::Forbidden(Denied::Restricted))));
});

both_engines!(n06_a_pick_that_breaks_a_rule_says_which_and_leaves_nothing, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let all = |items: &[Item]| items.iter().map(|&item| pick(item, "")).collect::<Vec<_>>();
    for (picked, expected) in [
        (vec![], vec![("first_name", Problem::Missing), ("last_name", Problem::Missing)]),
        (all(&[Item::FirstName, Item::Email]), vec![("last_name", Problem::Missing)]),
        (
            all(&[Item::FirstName, Item::LastName, Item::Cv, Item::Message]),
            vec![("cv", Problem::Missing), ("message", Problem::Missing)],
        ),
        ([usual(), all(&[Item::Email])].concat(), vec![("email", Problem::NotAChoice)]),
        ([usual(), vec![pick(Item::Phone, "a\0b")]].concat(), vec![("phone", Problem::NotText)]),
        ([usual(), vec![pick(Item::Message, &"x".repeat(10_001))]].concat(), vec![("message", Problem::TooLong { max: 10_000 })]),
    ] {
        let refused = office.hand_over(&cast.hr, &id, &picked).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if *fields == expected), "expected {expected:?}, got {refused:?}");
    }
    let keys: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM rk").fetch_one(office.keys.read()).await.expect("a count");
    assert_eq!((keys, count(&office, "SELECT COUNT(*) FROM employee").await), (1, 0), "only the application's key");
});

both_engines!(only_hr_of_the_employer_hands_over_and_reads_records, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let stranger = office.stranger().await;
    for other in [&cast.kitchen_head, &cast.privacy, &cast.admin] {
        let refused = office.hand_over(other, &id, &usual()).await;
        assert!(matches!(refused, Err(Error::Forbidden(Denied::Role))), "{refused:?}");
    }
    assert!(matches!(office.hand_over(&stranger, &id, &usual()).await, Err(Error::NotFound)));
    assert!(matches!(office.manifest(&stranger, &id).await, Err(Error::NotFound)));
    let employee = office.hand_over(&cast.hr, &id, &usual()).await.expect("a handover");
    for other in [&cast.kitchen_head, &cast.privacy, &cast.admin] {
        assert!(matches!(office.list_employees(other).await, Err(Error::Forbidden(Denied::Role))));
        assert!(matches!(office.read_employee(other, &employee).await, Err(Error::Forbidden(Denied::Role))));
        assert!(office.open_employee_document(other, &employee, Item::Cv, Part::Whole).await.is_err());
    }
    assert!(office.list_employees(&stranger).await.expect("their list").is_empty());
    assert!(matches!(office.read_employee(&stranger, &employee).await, Err(Error::NotFound)));
    let unknown = EmployeeId::from_bytes([3; 16]);
    assert!(matches!(office.read_employee(&cast.hr, &unknown).await, Err(Error::NotFound)));
});

both_engines!(the_journal_names_what_went_over_and_who_read_it, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let next = async |what: &str| {
        let lines = office.read_journal(&cast.privacy, None, 50).await.expect("the journal");
        let line = lines.into_iter().find(|line| line.what == what && line.at == office.now());
        office.pass(jiff::SignedDuration::from_secs(1));
        line.map(|line| (line.name.unwrap_or_default(), line.subjects, line.detail))
    };
    next("").await;
    let hanna = "Hanna Hart".to_owned();
    office.manifest(&cast.hr, &id).await.expect("the manifest");
    assert_eq!(next("hand_over").await, Some((hanna.clone(), vec![id.to_string()], "manifest".to_owned())));
    let employee = office.hand_over(&cast.hr, &id, &usual()).await.expect("a handover").to_string();
    let codes = "first_name last_name email cv".to_owned();
    assert_eq!(next("hand_over").await, Some((hanna.clone(), vec![id.to_string(), employee.clone()], codes)));
    office.list_employees(&cast.hr).await.expect("the list");
    assert_eq!(next("read_employees").await, Some((hanna.clone(), vec![employee.clone()], "list".to_owned())));
    let parsed = EmployeeId::parse(&employee).expect("an identifier");
    office.read_employee(&cast.hr, &parsed).await.expect("the record");
    assert_eq!(next("read_employees").await, Some((hanna.clone(), vec![employee.clone()], String::new())));
    office.open_employee_document(&cast.hr, &parsed, Item::Cv, Part::Whole).await.expect("the document");
    assert_eq!(next("read_employees").await, Some((hanna, vec![employee], "document cv".to_owned())));
});

both_engines!(n06_what_was_not_picked_goes_with_the_application_and_the_record_stays, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let employee = office.hand_over(&cast.hr, &id, &usual()).await.expect("a handover");
    let posting = office.list_postings(&cast.hr).await.expect("the list").remove(0).posting.id;
    office.close_posting(&cast.hr, &posting).await.expect("a close");
    office.at("2027-06-01T22:00:00Z");
    let report = office.sweep().await.expect("a pass");
    assert_eq!((report.erased, report.failed), (1, 0), "{report:?}");
    assert!(matches!(office.read_application(&cast.hr, &id).await, Err(Error::NotFound)));
    let record = office.read_employee(&cast.hr, &employee).await.expect("the record");
    assert_eq!(record.items.len(), 4);
    let document = office.open_employee_document(&cast.hr, &employee, Item::Cv, Part::Whole).await.expect("the document");
    assert_eq!(content(document).await, pdf());
    let report = office.sweep().await.expect("another pass");
    assert_eq!((report.keys, report.objects), (0, 0), "{report:?}");
});

both_engines!(n01_a_record_is_sealed_and_opens_only_in_its_place, |office| async move {
    let cast = office.cast().await;
    let id = hired(&office, &cast, ada()).await;
    let employee = office.hand_over(&cast.hr, &id, &usual()).await.expect("a handover");
    let sealed: Vec<Vec<u8>> =
        sqlx::query_scalar("SELECT sealed FROM employee_item").fetch_all(office.records.read()).await.expect("blobs");
    for plain in [&b"Lovelace"[..], b"Lebenslauf", b"apprenticeship"] {
        assert!(!sealed.iter().any(|blob| blob.windows(plain.len()).any(|window| window == plain)));
    }
    let mut tx = office.records.write().await.expect("a transaction");
    sqlx::query("UPDATE employee_item SET sealed = (SELECT i.sealed FROM employee_item i WHERE i.item = 'email') WHERE item = 'last_name'")
        .execute(&mut *tx)
        .await
        .expect("a moved blob");
    tx.commit().await.expect("a commit");
    let refused = office.read_employee(&cast.hr, &employee).await.err();
    assert!(matches!(refused, Some(Error::Unavailable(_))), "{refused:?}");
});
