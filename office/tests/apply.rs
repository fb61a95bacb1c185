//! Handing in: what the same form sent twice comes to, and another one under the same token.

use crate::support;

use office::{
    Error, Result,
    apply::{Files, Receipt, ReceivedDocument},
    careers::Posting,
};
use rules::{application::Section, form::Typed};
use support::{
    TestOffice, both_engines,
    seed::{ada, pdf},
};

/// Sends the form with a file of that name and content.
async fn send(office: &TestOffice, posting: &Posting, typed: &Typed, file: (&str, &[u8]), token: &str) -> Result<Receipt> {
    let mut document = office.begin_document().await.expect("a document begins");
    document.push(file.1).await.expect("a document streams");
    let document = document.finish(file.0).await.expect("a document arrives");
    let applicant = typed.check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
    office.receive(posting, applicant, document, token, posting.language).await
}

/// One document by that name.
async fn document(office: &TestOffice, name: &str, content: &[u8]) -> ReceivedDocument {
    let mut document = office.begin_document().await.expect("a document begins");
    document.push(content).await.expect("a document streams");
    document.finish(name).await.expect("a document arrives")
}

both_engines!(n10_other_documents_belong_to_the_application_from_its_envelope_to_its_erasure, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let apply = async |token: &'static str, certificates: &[&'static str]| {
        let cv = document(&office, "cv.pdf", &pdf()).await;
        let mut documents = Vec::new();
        for name in certificates {
            documents.push(document(&office, name, &pdf()).await);
        }
        let applicant = ada().check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
        office.receive(&posting, applicant, Files { cv, documents, answers: Vec::new() }, token, posting.language).await
    };
    let receipt = apply("token", &["degree.pdf", "reference.pdf"]).await.expect("a receipt");
    assert_eq!(apply("token", &["degree.pdf", "reference.pdf"]).await.expect("the same again"), receipt);
    for other in [&["degree.pdf"][..], &["reference.pdf", "degree.pdf"], &[]] {
        assert!(matches!(apply("token", other).await, Err(Error::Conflict)), "{other:?} is another form");
    }
    assert_eq!((count(&office, "SELECT COUNT(*) FROM object").await, objects(&office)), (3, 3), "what was refused left nothing");
    let id = office.application_of(&receipt.code).await.expect("the application");
    let view = office.read_application(&cast.hr, &id).await.expect("a view");
    let mut names: Vec<(Section, &str)> = view.documents.iter().map(|line| (line.section, line.name.as_str())).collect();
    names.sort_unstable();
    assert_eq!(names, [(Section::Cv, "cv.pdf"), (Section::Documents, "degree.pdf"), (Section::Documents, "reference.pdf")]);
    assert_eq!(count(&office, "SELECT COUNT(*) FROM envelope_document").await, 0);
    let findings = office.fsck(true).await.expect("looked at");
    assert!(findings.is_empty(), "{findings:?}");

    // An envelope that does not open keeps its objects until the date of its posting, and no longer.
    for (envelope, object) in [("1".repeat(32), "2".repeat(32)), (String::new(), "3".repeat(32))] {
        sqlx::query("INSERT INTO object (id, size, created_at) VALUES ($1, 31, 0)")
            .bind(&object)
            .execute(office.records.read())
            .await
            .expect("an object");
        let waiting = "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, \
                       language, received_at, quarantined_at, sealed) VALUES ($1, $2, 'k', $3, 'r', 'c', 'n', 'de', 0, 0, $4)";
        let beside = "INSERT INTO envelope_document (object_id, envelope_id) VALUES ($1, $2)";
        match envelope.is_empty() {
            true => sqlx::query(beside).bind(&object).bind("1".repeat(32)),
            false => sqlx::query(waiting).bind(&envelope).bind(posting.id.as_str()).bind(&object).bind(vec![0_u8]),
        }
        .execute(office.records.read())
        .await
        .expect("an envelope");
    }
    office.at("2027-12-01T12:00:00Z");
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, "SELECT COUNT(*) FROM object").await, 5, "nothing is due yet");
    office.at("2028-01-10T12:00:00Z");
    office.sweep().await.expect("swept");
    assert_eq!((count(&office, "SELECT COUNT(*) FROM object").await, objects(&office)), (0, 0));
    assert_eq!(count(&office, "SELECT COUNT(*) FROM envelope_document").await, 0);
});

async fn count(office: &TestOffice, query: &'static str) -> i64 {
    sqlx::query_scalar(query).fetch_one(office.records.read()).await.expect("a count")
}

fn objects(office: &TestOffice) -> usize {
    let entries = std::fs::read_dir(office.directory.path().join("objects")).expect("the object store");
    entries.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_name() != "store-id")).count()
}

both_engines!(the_same_form_sent_again_is_the_same_application, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let first = send(&office, &posting, &ada(), ("cv.pdf", &pdf()), "token").await.expect("a receipt");
    // Blanks around a name and the line ends of another browser are the same content.
    let typed = Typed { first_name: " Ada ".to_owned(), ..ada() };
    let second = send(&office, &posting, &typed, ("cv.pdf", &pdf()), "token").await.expect("the receipt again");
    assert_eq!(first, second);
    assert_eq!(count(&office, "SELECT COUNT(*) FROM application").await, 1);
    assert_eq!(objects(&office), 1, "the second document is not kept");
});

both_engines!(another_form_under_the_same_token_gets_no_receipt_and_changes_nothing, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let first = send(&office, &posting, &ada(), ("cv.pdf", &pdf()), "token").await.expect("a receipt");
    let other_file = [&pdf()[..], b"\n%%EOF\n"].concat();
    let differing = [
        (Typed { first_name: "Grace".to_owned(), ..ada() }, "cv.pdf", pdf()),
        (Typed { last_name: "Hopper".to_owned(), ..ada() }, "cv.pdf", pdf()),
        (Typed { email: "ada@example.net".to_owned(), ..ada() }, "cv.pdf", pdf()),
        (Typed { phone: String::new(), ..ada() }, "cv.pdf", pdf()),
        (Typed { message: "Other words.".to_owned(), ..ada() }, "cv.pdf", pdf()),
        (ada(), "other.pdf", pdf()),
        (ada(), "cv.pdf", other_file),
    ];
    for (index, (typed, name, content)) in differing.iter().enumerate() {
        let answer = send(&office, &posting, typed, (name, content), "token").await;
        assert!(matches!(answer, Err(Error::Conflict)), "difference {index} was taken for the same form: {answer:?}");
    }
    assert_eq!(count(&office, "SELECT COUNT(*) FROM application").await, 1);
    assert_eq!(count(&office, "SELECT COUNT(*) FROM object").await, 1);
    assert_eq!(objects(&office), 1, "what was refused left no object");
    assert_eq!(office.receipt_of(&first.code).await.expect("the first receipt"), first, "the first application stands");
    let second = send(&office, &posting, &differing[0].0, ("cv.pdf", &pdf()), "fresh").await.expect("a receipt of its own");
    assert_ne!((second.code, second.certificate_no), (first.code, first.certificate_no));
});

both_engines!(the_mark_of_a_content_goes_with_the_application, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    send(&office, &posting, &ada(), ("cv.pdf", &pdf()), "token").await.expect("a receipt");
    let marks = "SELECT COUNT(*) FROM submission WHERE content_mac IS NOT NULL";
    assert_eq!(count(&office, marks).await, 1);
    office.at("2028-01-10T12:00:00Z");
    office.sweep().await.expect("swept");
    assert_eq!(count(&office, marks).await, 0);
});
