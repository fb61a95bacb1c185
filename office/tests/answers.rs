//! What a posting asks beside the form's own fields, and what becomes of the answers.

use crate::support;

use office::{
    Error, Result,
    apply::{Files, Receipt},
    careers::Posting,
    posting::PostingDraft,
    read::View,
    release::NewRelease,
};
use rules::{
    access::{Actor, Audience},
    application::Section,
    form::{Applicant, Problem, Typed},
    id::{ApplicationId, PostingId},
    question::{Nth, QuestionKind},
};
use support::{
    TestOffice, both_engines,
    seed::{Cast, ada, pdf, question},
};

const LICENCE: &str = "Which licence do you have?";
const LEARNED: &str = "Where did you learn to cook?";
const HYGIENE: &str = "Hygiene certificate";

/// A posting that asks for a choice, for words, and for a file.
fn asking(cast: &Cast) -> PostingDraft {
    let questions = vec![
        question(QuestionKind::Choice, LICENCE, true, "B\nNone"),
        question(QuestionKind::Long, LEARNED, false, ""),
        question(QuestionKind::File, HYGIENE, true, ""),
    ];
    PostingDraft { questions, ..cast.draft() }
}

async fn open(office: &TestOffice, cast: &Cast) -> Posting {
    let id = office.draft_posting(&cast.hr, asking(cast)).await.expect("a draft");
    office.publish_posting(&cast.hr, &id).await.expect("published");
    posting(office, cast, &id).await
}

async fn posting(office: &TestOffice, cast: &Cast, id: &PostingId) -> Posting {
    office.read_posting(&cast.hr, id).await.expect("the posting").posting
}

fn answered(posting: &Posting, answers: &[&str]) -> Applicant {
    let answers = answers.iter().map(|&answer| answer.to_owned()).collect();
    Typed { answers, ..ada() }.check(&posting.questions).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// Sends the form, with a file for each of these questions.
async fn send(office: &TestOffice, posting: &Posting, applicant: Applicant, files: &[usize], token: &str) -> Result<Receipt> {
    let document = async |name: &str| {
        let mut document = office.begin_document().await.expect("a document begins");
        document.push(&pdf()).await.expect("a document streams");
        document.finish(name).await.expect("a document arrives")
    };
    let (cv, mut answers) = (document("cv.pdf").await, Vec::new());
    for &index in files {
        answers.push((Nth::new(index).expect("a question"), document("hygiene.pdf").await));
    }
    office.receive(posting, applicant, Files { cv, documents: Vec::new(), answers }, token, posting.language).await
}

fn said(view: &View) -> Vec<(&str, &str)> {
    view.answers.iter().map(|answer| (answer.question.as_str(), answer.text.as_str())).collect()
}

both_engines!(n04_answers_are_sealed_and_read_by_whom_their_section_was_released_to, |office| async move {
    let cast = office.cast().await;
    let posting = open(&office, &cast).await;
    let applicant = answered(&posting, &["B", "In my aunt's kitchen.\r\nFor years."]);
    let receipt = send(&office, &posting, applicant, &[2], "token").await.expect("a receipt");
    let id = office.application_of(&receipt.code).await.expect("the application");
    let expected = [(LICENCE, "B"), (LEARNED, "In my aunt's kitchen.\nFor years."), (HYGIENE, "")];

    let view = office.read_application(&cast.hr, &id).await.expect("a view");
    assert_eq!(said(&view), expected);
    let files: Vec<_> = view.documents.iter().map(|line| (line.section, line.name.as_str(), line.answers.as_deref())).collect();
    assert_eq!(files.len(), 2);
    assert!(files.contains(&(Section::Documents, "hygiene.pdf", Some(HYGIENE))), "{files:?}");
    assert!(files.contains(&(Section::Cv, "cv.pdf", None)), "{files:?}");
    let sealed: Vec<Vec<u8>> = sqlx::query_scalar("SELECT sealed FROM section UNION ALL SELECT sealed FROM document")
        .fetch_all(office.records.read())
        .await
        .expect("rows");
    for word in ["aunt", HYGIENE, "hygiene.pdf"] {
        assert!(sealed.iter().all(|blob| !blob.windows(word.len()).any(|piece| piece == word.as_bytes())), "{word} is readable");
    }

    let release = async |sections: &[Section]| {
        let until = "2026-12-30T00:00:00Z".parse().expect("an instant");
        let release = NewRelease { audience: Audience::Department(cast.kitchen.clone()), sections: sections.to_vec(), until };
        office.release(&cast.hr, &id, &release).await.expect("a release")
    };
    let first = release(&[Section::Cv]).await;
    let read = async |actor: &Actor, id: &ApplicationId| office.read_application(actor, id).await.expect("a view");
    let view = read(&cast.kitchen_head, &id).await;
    assert_eq!((said(&view), view.documents.len()), (vec![], 1), "the answers were not released");
    let both = release(&[Section::Answers, Section::Documents]).await;
    assert!(read(&cast.kitchen_head, &id).await.reads_documents);
    office.revoke(&cast.hr, &id, &both).await.expect("revoked");
    release(&[Section::Answers]).await;
    assert!(!read(&cast.kitchen_head, &id).await.reads_documents, "the CV is none of the other documents");
    office.revoke(&cast.hr, &id, &first).await.expect("revoked");
    let view = read(&cast.kitchen_head, &id).await;
    assert_eq!((said(&view), view.documents.len()), (expected.to_vec(), 0), "the file is one of the documents");
});

both_engines!(another_answer_under_the_same_token_is_another_form, |office| async move {
    let cast = office.cast().await;
    let posting = open(&office, &cast).await;
    let first = send(&office, &posting, answered(&posting, &["B", ""]), &[2], "token").await.expect("a receipt");
    assert_eq!(send(&office, &posting, answered(&posting, &[" B", "\n"]), &[2], "token").await.expect("the same"), first);
    for (answers, files) in [(["None", ""], &[2][..]), (["B", "B"], &[2]), (["B", ""], &[])] {
        let again = send(&office, &posting, answered(&posting, &answers), files, "token").await;
        assert!(matches!(again, Err(Error::Conflict)), "{answers:?} {files:?}");
    }
});

both_engines!(an_envelope_whose_answers_break_a_rule_becomes_no_application, |office| async move {
    let cast = office.cast().await;
    let posting = open(&office, &cast).await;
    let count =
        async |sql: &'static str| -> i64 { sqlx::query_scalar(sql).fetch_one(office.records.read()).await.expect("a count") };
    let good = answered(&posting, &["B", ""]);
    let change = |change: fn(&mut Applicant)| {
        let mut applicant = good.clone();
        change(&mut applicant);
        applicant
    };
    let broken = [
        (change(|applicant| applicant.answers.clear()), &[2][..]),
        (change(|applicant| applicant.answers.swap(0, 1)), &[2]),
        (change(|applicant| applicant.answers[0].text = "C1".to_owned()), &[2]),
        (change(|applicant| applicant.answers[0].text.clear()), &[2]),
        (change(|applicant| applicant.answers[1].text = "a\0b".to_owned()), &[2]),
        (good.clone(), &[]),
        (good.clone(), &[2, 2]),
        (good.clone(), &[1, 2]),
    ];
    for (index, (applicant, files)) in broken.into_iter().enumerate() {
        send(&office, &posting, applicant, files, &format!("token {index}")).await.expect("it is acknowledged");
        let apart = count("SELECT COUNT(*) FROM envelope WHERE quarantined_at IS NOT NULL").await;
        assert_eq!((apart, count("SELECT COUNT(*) FROM application").await), (index as i64 + 1, 0), "number {index}");
    }
    send(&office, &posting, good, &[2], "good").await.expect("a receipt");
    assert_eq!(count("SELECT COUNT(*) FROM application").await, 1);
});

both_engines!(questions_stand_as_they_were_written_and_stay_once_published, |office| async move {
    let cast = office.cast().await;
    let id = office.draft_posting(&cast.hr, asking(&cast)).await.expect("a draft");
    assert_eq!(PostingDraft::of(&posting(&office, &cast, &id).await).questions, asking(&cast).questions);
    let fewer = PostingDraft { questions: asking(&cast).questions[..1].to_vec(), ..cast.draft() };
    office.edit_posting(&cast.hr, &id, fewer.clone()).await.expect("edited");
    assert_eq!(posting(&office, &cast, &id).await.questions.len(), 1);
    let broken = PostingDraft { questions: vec![question(QuestionKind::Choice, "", true, "one")], ..cast.draft() };
    match office.edit_posting(&cast.hr, &id, broken).await {
        Err(Error::Invalid(problems)) => assert_eq!(
            problems,
            [("question-1-text", Problem::Missing), ("question-1-choices", Problem::NotSoMany { min: 2, max: 12 })]
        ),
        other => panic!("{other:?}"),
    }
    office.publish_posting(&cast.hr, &id).await.expect("published");
    assert!(matches!(office.edit_posting(&cast.hr, &id, fewer).await, Err(Error::Refused(office::Refusal::PostingState))));
    assert_eq!(posting(&office, &cast, &id).await.questions.len(), 1);
});
