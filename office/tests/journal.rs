//! The journal: what was refused, who signed in and out, and finding an entry again.

use crate::support::{self, TestOffice};

use jiff::SignedDuration;
use office::{
    log::{By, JournalLine},
    refused::Answered,
    release::NewRelease,
};
use rules::{
    access::{Action, Actor, Audience, Denied},
    application::{RestrictionGround, Section},
    id::ApplicationId,
};
use support::{
    both_engines,
    seed::{Cast, PASSWORD, ada},
};

async fn lines(office: &TestOffice, cast: &Cast) -> Vec<JournalLine> {
    office.read_journal(&cast.privacy, None, 500).await.expect("the journal")
}

/// What was refused to whom: action, record, reason; the newest first.
async fn refusals(office: &TestOffice, cast: &Cast) -> Vec<(String, Vec<String>, String)> {
    let refused = lines(office, cast).await.into_iter().filter(|line| line.detail.starts_with("refused "));
    refused.map(|line| (line.what, line.subjects, line.detail)).collect()
}

async fn release(office: &TestOffice, cast: &Cast, id: &ApplicationId) -> rules::id::ReleaseId {
    let release = NewRelease {
        audience: Audience::Department(cast.kitchen.clone()),
        sections: vec![Section::Cv],
        until: "2027-01-31T00:00:00Z".parse().expect("an instant"),
    };
    office.release(&cast.hr, id, &release).await.expect("a release")
}

both_engines!(a_refusal_of_each_kind_is_one_entry_that_names_the_record_and_the_reason, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let one = id.to_string();
    let ask = async |actor: &Actor, action: Action, answered: Answered| {
        office.refused(actor, action, &[&one], answered).await.expect("entered");
        refusals(&office, &cast).await.into_iter().next().map(|(what, subjects, why)| (what, subjects.join(" "), why))
    };
    let entered = |what: Action, why: &str| Some((what.code().to_owned(), one.clone(), format!("refused {why}")));

    // The head of another department, of whom the record is hidden: the answer itself does not say why.
    let hidden = ask(&cast.garden_head, Action::ReadApplication, Answered::Nothing).await;
    assert_eq!(hidden, entered(Action::ReadApplication, "hidden"));
    let stranger = office.stranger().await;
    let (Actor::Staff(staff), others) = (&stranger, refusals(&office, &cast).await.len()) else { panic!("no staff") };
    assert!(staff.employer().is_some());
    office.refused(&stranger, Action::ReadApplication, &[&one], Answered::Nothing).await.expect("entered");
    assert_eq!(refusals(&office, &cast).await.len(), others, "it stands in the journal of the employer who employs them");

    let role = ask(&cast.admin, Action::ReadApplication, Answered::Denied(Denied::Role)).await;
    assert_eq!(role, entered(Action::ReadApplication, "role"));
    let release = release(&office, &cast, &id).await;
    office.revoke(&cast.hr, &id, &release).await.expect("revoked");
    let ended = ask(&cast.kitchen_head, Action::AddComment, Answered::Closed).await;
    assert_eq!(ended, entered(Action::AddComment, "ended"));
    office.restrict(&cast.hr, &id, RestrictionGround::ALL[1]).await.expect("restricted");
    let restricted = ask(&cast.hr, Action::AddNote, Answered::Closed).await;
    assert_eq!(restricted, entered(Action::AddNote, "restricted"));

    let second = office.apply(&posting, ada(), "two").await;
    let one = second.to_string();
    support::execute(&office.records, "UPDATE posting SET state = 'closed'").await;
    office.refused(&cast.hr, Action::AddNote, &[&one], Answered::Closed).await.expect("entered");
    support::execute(&office.records, "UPDATE application SET life = 'erasing'").await;
    office.refused(&cast.hr, Action::ReadApplication, &[&one], Answered::Nothing).await.expect("entered");
    let found: Vec<String> = refusals(&office, &cast).await.into_iter().map(|(_, _, why)| why).collect();
    assert_eq!(found[..2], ["refused erasing", "refused blocked"]);
});

both_engines!(what_names_no_record_or_is_shown_to_the_person_is_no_refusal, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let nobody = "0123456789abcdef0123456789abcdef";
    for (actor, named) in [(&cast.hr, vec![nobody]), (&cast.garden_head, vec![]), (&cast.hr, vec![id.as_str(), nobody])] {
        office.refused(actor, Action::ReadSection, &named, Answered::Nothing).await.expect("nothing");
    }
    office.refused(&Actor::Anonymous, Action::ReadSection, &[id.as_str()], Answered::Nothing).await.expect("nothing");
    assert_eq!(refusals(&office, &cast).await, []);
    // The role is refused whatever is asked for, and what is no record is not named.
    office.refused(&cast.admin, Action::ReadSection, &[nobody], Answered::Denied(Denied::Role)).await.expect("entered");
    assert_eq!(refusals(&office, &cast).await, [("read_section".to_owned(), vec![String::new()], "refused role".to_owned())]);
});

both_engines!(whoever_floods_the_journal_with_refusals_is_entered_thirty_times_a_minute, |office| async move {
    let cast = office.cast().await;
    let flood = async |actor: &Actor| {
        for _ in 0..40 {
            office.refused(actor, Action::ManageSettings, &[], Answered::Denied(Denied::Role)).await.expect("an answer");
        }
    };
    flood(&cast.hr).await;
    flood(&cast.kitchen_head).await;
    let found = refusals(&office, &cast).await;
    assert_eq!(found.len(), 60, "each person for themselves");
    assert_eq!(found.iter().filter(|(_, _, why)| why == "refused role more").count(), 2, "the last says that there may be more");
    office.pass(SignedDuration::from_mins(1));
    flood(&cast.hr).await;
    assert_eq!(refusals(&office, &cast).await.len(), 90);
});

both_engines!(signing_in_and_out_and_failing_to_are_entered_without_what_was_typed, |office| async move {
    let cast = office.cast().await;
    let other = office.add_employer("Other Ltd").await.expect("an employer");
    let token = office.sign_in("hr@example.org", PASSWORD).await.expect("a session");
    office.sign_out(&token).await.expect("ended");
    office.sign_out(&token).await.expect("ended already");
    for (email, password) in [("hr@example.org", "wrong"), ("secret-typo@example.org", PASSWORD)] {
        assert!(office.sign_in(email, password).await.is_err());
    }
    support::execute(&office.records, "UPDATE account SET disabled_at = 1 WHERE email = 'garden@example.org'").await;
    assert!(office.sign_in("garden@example.org", PASSWORD).await.is_err());

    let lines = lines(&office, &cast).await;
    let mut found: Vec<(&str, Option<&str>, &str)> = lines
        .iter()
        .filter(|line| line.what.starts_with("sign_"))
        .map(|line| (line.what.as_str(), line.name.as_deref(), line.detail.as_str()))
        .collect();
    found.sort_unstable();
    let hanna = Some("Hanna Hart");
    assert_eq!(
        found,
        [
            ("sign_in", None, "failed"),
            ("sign_in", Some("Greta Gärtner"), "failed"),
            ("sign_in", hanna, ""),
            ("sign_in", hanna, "failed"),
            ("sign_out", hanna, ""),
        ]
    );
    let nobody = lines.iter().find(|line| line.name.is_none() && line.what == "sign_in").expect("the line");
    assert_eq!((&nobody.by, &nobody.subjects), (&By::Stranger, &vec![String::new()]));
    let bodies: Vec<String> = sqlx::query_scalar("SELECT body FROM leaf").fetch_all(office.log.read()).await.expect("bodies");
    assert!(bodies.iter().all(|body| !body.contains("typo") && !body.contains('@')), "{bodies:?}");
    let elsewhere: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM leaf WHERE employer_id = $1")
        .bind(other.as_str())
        .fetch_one(office.log.read())
        .await
        .expect("a count");
    assert_eq!(elsewhere, 2, "founded, and a sign-in that could have been for them");
});

both_engines!(a_lock_after_too_many_tries_is_one_entry, |office| async move {
    let cast = office.cast().await;
    for _ in 0..20 {
        assert!(office.sign_in("hr@example.org", "wrong").await.is_err());
    }
    let lines = lines(&office, &cast).await;
    let details: Vec<&str> = lines.iter().filter(|line| line.what == "sign_in").map(|line| line.detail.as_str()).collect();
    assert_eq!((details.len(), details.iter().filter(|detail| **detail == "locked").count()), (11, 1), "{details:?}");
});
