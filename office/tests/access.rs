//! Who sees an application and who does not: releases to people and bodies, deputies, exclusions, blind review. What may not be seen shows
//! in no list, no count and no choice.

use crate::support::{self, TestOffice};

use jiff::{SignedDuration, Timestamp, civil::date};
use office::{Error, Refusal, apply::ReceivedDocument, hold::NewClaim, list::Filter, read::Part, release::NewRelease};
use rules::{
    access::{Action, Actor, Audience, Denied, Ended, Role},
    application::{Judgement, Outcome, Refused, RestrictionGround, Section},
    form::Problem,
    hold::ClaimKind,
    id::{AccountId, ApplicationId},
    opening::Purpose,
};
use support::{
    both_engines,
    seed::{Cast, account, ada, pdf},
};

fn until(instant: &str) -> Timestamp {
    instant.parse().expect("an instant")
}

fn to(audience: Audience, sections: &[Section]) -> NewRelease {
    NewRelease { audience, sections: sections.to_vec(), until: until("2026-12-31T23:00:00Z") }
}

fn account_of(actor: &Actor) -> AccountId {
    match actor {
        Actor::Staff(staff) => staff.account.clone(),
        Actor::Anonymous => panic!("somebody at the desk"),
    }
}

async fn somebody(office: &TestOffice, cast: &Cast, email: &str, role: Role) -> Actor {
    account(&office.office, &cast.employer, email, "Somebody Else", role, None).await
}

async fn listed(office: &TestOffice, actor: &Actor) -> Vec<ApplicationId> {
    let lines = office.list_applications(actor, &Filter::default()).await.expect("a list").lines;
    lines.into_iter().map(|line| line.id).collect()
}

async fn copy(office: &TestOffice, name: &str) -> ReceivedDocument {
    let mut document = office.begin_document().await.expect("a document begins");
    document.push(&pdf()).await.expect("a document streams");
    document.finish(name).await.expect("a document arrives")
}

/// The same person, as the next request finds them.
async fn again(office: &TestOffice, email: &str) -> Actor {
    let token = office.sign_in(email, support::seed::PASSWORD).await.expect("a session");
    office.session(&token).await.expect("an answer").expect("a session").actor
}

both_engines!(n04_a_panel_member_and_a_body_see_what_is_released_to_them_and_speak_for_themselves, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "1").await;
    let panel = somebody(&office, &cast, "panel@example.org", Role::Panel).await;
    let council = somebody(&office, &cast, "council@example.org", Role::WorksCouncil).await;
    for nobody_yet in [&panel, &council] {
        assert!(listed(&office, nobody_yet).await.is_empty());
        assert!(matches!(office.read_application(nobody_yet, &id).await, Err(Error::NotFound)));
    }
    office.release(&cast.hr, &id, &to(Audience::Person(account_of(&panel)), &[Section::Cv])).await.expect("released");
    office.release(&cast.hr, &id, &to(Audience::Department(cast.kitchen.clone()), &[Section::Cv])).await.expect("released");
    office.add_note(&cast.hr, &id, "Asked for her papers.").await.expect("a note");
    office.add_comment(&panel, &id, "Cooks well.", Some(Judgement::Yes)).await.expect("a comment");
    // Of one instant they would stand in any order.
    office.pass(SignedDuration::from_secs(1));
    office.add_comment(&cast.kitchen_head, &id, "Not now.", Some(Judgement::No)).await.expect("a comment");

    // Who reads by name is in no circle: their words are theirs and HR's, and the department's are not theirs.
    let texts = async |actor: &Actor| -> Vec<String> {
        let view = office.read_application(actor, &id).await.expect("a view");
        let mut texts: Vec<String> = view.notes.iter().chain(&view.comments).map(|line| line.remark.text.clone()).collect();
        // All of one instant.
        texts.sort();
        texts
    };
    assert_eq!(texts(&panel).await, ["Cooks well."]);
    assert_eq!(texts(&cast.kitchen_head).await, ["Not now."]);
    assert_eq!(texts(&cast.hr).await, ["Asked for her papers.", "Cooks well.", "Not now."]);

    // n25: the works council reads ratings and comments where these are released to it, and HR's notes only where they are.
    let body = Audience::Body(Role::WorksCouncil);
    office.release(&cast.hr, &id, &to(body.clone(), &[Section::Cv, Section::Comments])).await.expect("released");
    assert_eq!(listed(&office, &council).await, std::slice::from_ref(&id));
    assert_eq!(texts(&council).await, ["Cooks well.", "Not now."]);
    office.release(&cast.hr, &id, &to(body, &[Section::Notes])).await.expect("released");
    assert_eq!(texts(&council).await.len(), 3);
    office.add_comment(&council, &id, "The works council agrees.", None).await.expect("a comment");
    assert_eq!(texts(&panel).await, ["Cooks well."]);
    assert_eq!(texts(&cast.kitchen_head).await, ["Not now."]);
});

both_engines!(n04_a_release_names_somebody_who_reads_and_several_go_out_together_or_not_at_all, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let (first, second) = (office.apply(&posting, ada(), "1").await, office.apply(&posting, ada(), "2").await);
    let stranger = office.stranger().await;
    for audience in [
        Audience::Person(account_of(&cast.privacy)),
        Audience::Person(account_of(&cast.hr)),
        Audience::Person(account_of(&stranger)),
        Audience::Body(Role::Head),
        Audience::Body(Role::Hr),
    ] {
        let refused = office.release(&cast.hr, &first, &to(audience, &[Section::Cv])).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("audience", Problem::NotAChoice)]), "{refused:?}");
    }
    let kitchen = to(Audience::Department(cast.kitchen.clone()), &[Section::Cv]);
    let none = office.release_each(&cast.hr, &[], &kitchen).await;
    assert!(matches!(&none, Err(Error::Invalid(fields)) if *fields == [("ids", Problem::Missing)]));
    let unknown = ApplicationId::from_bytes([9; 16]);
    assert!(office.release_each(&cast.hr, &[first.clone(), unknown], &kitchen).await.is_err());
    assert!(listed(&office, &cast.kitchen_head).await.is_empty(), "of all, or of none");
    for other in [&cast.kitchen_head, &cast.privacy, &cast.admin] {
        assert!(office.release_each(other, std::slice::from_ref(&first), &kitchen).await.is_err());
    }
    office.release_each(&cast.hr, &[first.clone(), second.clone()], &kitchen).await.expect("released");
    assert_eq!(listed(&office, &cast.kitchen_head).await.len(), 2);
    assert!(listed(&office, &cast.garden_head).await.is_empty());
});

both_engines!(n04_a_head_cannot_ask_who_was_hired, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "1").await;
    office.release(&cast.hr, &id, &to(Audience::Department(cast.kitchen.clone()), &[Section::Cv])).await.expect("released");
    let asked = async |outcome| {
        let filter = Filter { outcome, ..Filter::default() };
        office.list_applications(&cast.kitchen_head, &filter).await.expect("a list").lines.len()
    };
    let hired = office::decide::Decision { outcome: Some(Outcome::Hired), reason: String::new(), rejection_received_at: None };
    for _ in 0..2 {
        assert_eq!((asked(None).await, asked(Some(None)).await, asked(Some(Some(Outcome::Hired))).await), (1, 1, 1));
        let _ = office.decide(&cast.hr, &id, &hired).await;
    }
});

both_engines!(n04_a_deputy_sees_what_the_department_sees_until_the_day_and_is_then_told_so, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "1").await;
    office.release(&cast.hr, &id, &to(Audience::Department(cast.kitchen.clone()), &[Section::Cv])).await.expect("released");
    let panel = somebody(&office, &cast, "panel@example.org", Role::Panel).await;
    let deputy = account_of(&panel);
    for other in [&cast.hr, &cast.kitchen_head, &cast.privacy, &panel] {
        let refused = office.name_deputy(other, &deputy, &cast.kitchen, date(2026, 12, 10)).await;
        assert!(matches!(refused, Err(Error::Forbidden(Denied::Role))));
    }
    let name = async |who: &AccountId, department, on| office.name_deputy(&cast.admin, who, department, on).await;
    let is = |answer: Result<(), Error>, field: &str, problem: Problem| {
        assert!(matches!(&answer, Err(Error::Invalid(fields)) if *fields == [(field, problem)]), "{answer:?}");
    };
    is(name(&deputy, &cast.kitchen, date(2026, 11, 30)).await, "until", Problem::TooEarly);
    is(name(&deputy, &cast.kitchen, date(2028, 1, 1)).await, "until", Problem::TooLate);
    is(name(&account_of(&cast.kitchen_head), &cast.kitchen, date(2026, 12, 10)).await, "department", Problem::NotAChoice);
    is(name(&account_of(&office.stranger().await), &cast.kitchen, date(2026, 12, 10)).await, "account", Problem::NotAChoice);
    name(&deputy, &cast.kitchen, date(2026, 12, 10)).await.expect("named");
    let stands_in = again(&office, "panel@example.org").await;
    assert_eq!(listed(&office, &stands_in).await, std::slice::from_ref(&id));
    office.add_comment(&stands_in, &id, "As her deputy.", None).await.expect("a comment");

    office.at("2026-12-10T22:59:59Z");
    assert!(
        office.read_application(&again(&office, "panel@example.org").await, &id).await.is_ok(),
        "the day that is named counts"
    );
    office.at("2026-12-10T23:00:00Z");
    let ended = again(&office, "panel@example.org").await;
    let refused = office.read_application(&ended, &id).await;
    let since = until("2026-12-10T23:00:00Z");
    assert!(matches!(&refused, Err(Error::Forbidden(Denied::Ended(Ended::Deputyship, at))) if *at == since));
    assert!(listed(&office, &ended).await.is_empty());
    let people = office.list_people(&cast.admin).await.expect("people");
    assert!(people.iter().all(|person| person.roles.iter().all(|role| role.until.is_none())), "what ended is no role");

    // Who reads nothing by office becomes no reader, the administrator least of all.
    for other in [&cast.privacy, &cast.admin, &cast.hr] {
        is(name(&account_of(other), &cast.garden, date(2026, 12, 20)).await, "account", Problem::NotAChoice);
    }
    // One that ends early, by hand.
    name(&account_of(&cast.kitchen_head), &cast.garden, date(2026, 12, 20)).await.expect("named");
    let people = office.list_people(&cast.admin).await.expect("people");
    let held = people.iter().flat_map(|person| &person.roles).find(|role| role.until.is_some()).expect("a deputy").clone();
    assert!(matches!(office.end_deputy(&cast.hr, &held.membership).await, Err(Error::Forbidden(Denied::Role))));
    office.end_deputy(&cast.admin, &held.membership).await.expect("ended");
    assert!(matches!(office.end_deputy(&cast.admin, &held.membership).await, Err(Error::Conflict)));
    assert!(matches!(office.end_deputy(&cast.admin, "nothing").await, Err(Error::NotFound)));
});

both_engines!(n04_whoever_knows_the_applicant_steps_aside_and_only_hr_lets_them_back, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let (id, other) = (office.apply(&posting, ada(), "1").await, office.apply(&posting, ada(), "2").await);
    let kitchen = to(Audience::Department(cast.kitchen.clone()), &[Section::Cv, Section::Contact]);
    assert!(matches!(office.recuse(&cast.kitchen_head, &id).await, Err(Error::NotFound)), "not theirs to know");
    office.release_each(&cast.hr, &[id.clone(), other.clone()], &kitchen).await.expect("released");
    office.recuse(&cast.kitchen_head, &id).await.expect("stepped aside");
    assert_eq!(listed(&office, &cast.kitchen_head).await, std::slice::from_ref(&other));
    assert!(matches!(office.read_application(&cast.kitchen_head, &id).await, Err(Error::NotFound)));
    assert!(matches!(office.add_comment(&cast.kitchen_head, &id, "But!", None).await, Err(Error::NotFound)));
    assert!(matches!(office.recuse(&cast.kitchen_head, &id).await, Err(Error::NotFound)));
    let waiting = office.waiting(&cast.kitchen_head).await.expect("what waits").released.expect("for readers");
    assert_eq!(waiting.len(), 1);

    let (exclusions, _) = office.exclusions(&cast.hr, &id).await.expect("an answer").expect("for HR");
    assert!(exclusions[0].by_self && exclusions[0].name == "Karl Koch");
    assert_eq!(office.exclusions(&cast.kitchen_head, &id).await.expect("an answer"), None);
    assert!(matches!(office.readmit(&cast.kitchen_head, &id, &exclusions[0].id).await, Err(Error::Forbidden(Denied::Role))));
    office.readmit(&cast.hr, &id, &exclusions[0].id).await.expect("let back");
    assert!(matches!(office.readmit(&cast.hr, &id, &exclusions[0].id).await, Err(Error::Conflict)));
    assert_eq!(listed(&office, &cast.kitchen_head).await.len(), 2);
});

both_engines!(n04_what_is_kept_from_somebody_in_hr_shows_in_no_list_number_choice_or_search, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let mut ids = Vec::new();
    for token in ["1", "2", "3"] {
        ids.push(office.apply(&posting, ada(), token).await);
    }
    let second = somebody(&office, &cast, "hr2@example.org", Role::Hr).await;
    let hidden = &ids[0];
    assert!(matches!(
        office.exclude(&cast.kitchen_head, hidden, &account_of(&second)).await,
        Err(Error::Forbidden(Denied::Role))
    ));
    for nobody in [account_of(&cast.privacy), account_of(&office.stranger().await), AccountId::from_bytes([7; 16])] {
        let refused = office.exclude(&cast.hr, hidden, &nobody).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("account", Problem::NotAChoice)]));
    }
    office.exclude(&cast.hr, hidden, &account_of(&second)).await.expect("kept from them");
    let twice = office.exclude(&cast.hr, hidden, &account_of(&second)).await;
    assert!(matches!(twice, Err(Error::Refused(Refusal::Application(Refused::Unchanged)))));
    assert!(matches!(office.exclude(&cast.hr, hidden, &account_of(&cast.hr)).await, Err(Error::Refused(Refusal::LastOfHr))));
    assert!(matches!(office.recuse(&cast.hr, hidden).await, Err(Error::Refused(Refusal::LastOfHr))));

    let numbers = async |actor: &Actor| {
        let hr = office.waiting(actor).await.expect("what waits").hr.expect("for HR");
        let at_desk = office.read_posting(actor, &posting.id).await.expect("a posting");
        let all = office.list_postings(actor).await.expect("postings").iter().map(|posting| posting.counts.total).sum::<i64>();
        let plan = office.plan(actor).await.expect("a plan").groups.iter().map(|group| group.count).sum::<i64>();
        let undecided = office.undecided(actor, &posting.id).await.expect("undecided").len() as i64;
        let shown = listed(&office, actor).await.len() as i64;
        [hr.received, hr.undecided, at_desk.counts.total, at_desk.counts.undecided, all, plan, undecided, shown]
    };
    assert_eq!(numbers(&cast.hr).await, [3; 8]);
    assert_eq!(numbers(&second).await, [2; 8]);
    assert!(matches!(office.read_application(&second, hidden).await, Err(Error::NotFound)));
    for act in [
        office.add_note(&second, hidden, "?").await.map(drop),
        office.exclude(&second, hidden, &account_of(&cast.kitchen_head)).await,
        office.restrict(&second, hidden, RestrictionGround::Accuracy).await,
        office.request_erasure(&second, hidden).await.map(drop),
        office.release(&second, hidden, &to(Audience::Department(cast.kitchen.clone()), &[Section::Cv])).await.map(drop),
    ] {
        assert!(matches!(act, Err(Error::NotFound)), "{act:?}");
    }
    let comparators: Vec<_> = office.comparators(&second, &ids[1]).await.expect("a choice").into_iter().map(|c| c.id).collect();
    assert_eq!(comparators, [ids[2].clone()]);
    let claim = |comparators: &[ApplicationId]| NewClaim {
        kind: ClaimKind::Announced,
        reason: "A claim.".to_owned(),
        review_on: date(2027, 2, 1),
        comparators: comparators.to_vec(),
    };
    let refused = office.open_claim(&second, &ids[1], &claim(std::slice::from_ref(hidden))).await;
    assert!(matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("comparators", Problem::NotAChoice)]), "{refused:?}");
    let claim_id = office.open_claim(&cast.hr, &ids[1], &claim(std::slice::from_ref(hidden))).await.expect("a claim");
    assert_eq!(
        (office.claims(&cast.hr).await.expect("claims").len(), office.claims(&second).await.expect("claims").len()),
        (1, 0)
    );
    assert!(matches!(office.review_claim(&second, &claim_id, date(2027, 3, 1)).await, Err(Error::NotFound)));
    assert!(matches!(office.propose_end_of_claim(&second, &claim_id).await, Err(Error::NotFound)));

    // A close by somebody from whom one is kept asks nothing about it: it ends with the procedure.
    let reject =
        office::decide::Decision { outcome: Some(Outcome::Rejected), reason: String::new(), rejection_received_at: None };
    for id in &ids[1..] {
        office.decide(&second, id, &reject).await.expect("decided");
    }
    office.close_posting(&second, &posting.id).await.expect("closed");
    let opened = office.look_up(&second, &ada().email, Purpose::Inquiry).await.expect("opened");
    assert_eq!(opened.len(), 2);
    assert_eq!(office.look_up(&cast.hr, &ada().email, Purpose::Inquiry).await.expect("opened").len(), 3);
    let candidates = office.candidates(&second, &posting.id).await.expect("candidates");
    assert!(candidates.iter().all(|candidate| candidate.id != *hidden));
});

both_engines!(n04_whoever_is_named_for_a_posting_never_sees_what_comes_in_afterwards, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let before = office.apply(&posting, ada(), "1").await;
    let second = somebody(&office, &cast, "hr2@example.org", Role::Hr).await;
    let both = [account_of(&second), account_of(&cast.hr)];
    assert!(matches!(
        office.exclude_from_posting(&cast.hr, &posting.id, &[], &both).await,
        Err(Error::Refused(Refusal::LastOfHr))
    ));
    let named = [account_of(&second), account_of(&cast.kitchen_head)];
    for other in [&cast.kitchen_head, &cast.admin, &cast.privacy] {
        assert!(office.exclude_from_posting(other, &posting.id, &[], &named).await.is_err());
    }
    office.exclude_from_posting(&cast.hr, &posting.id, &[], &named).await.expect("set");
    // An old page overturns nothing unseen, and nobody lets themselves back.
    let stale = office.exclude_from_posting(&cast.hr, &posting.id, &[], &[]).await;
    assert!(matches!(stale, Err(Error::Conflict)), "{stale:?}");
    for one in named.iter().filter(|one| **one == account_of(&second)) {
        let back = office.exclude_from_posting(&second, &posting.id, &named, &[]).await;
        assert!(matches!(&back, Err(Error::Invalid(fields)) if *fields == [("account", Problem::NotAChoice)]), "{one}: {back:?}");
    }
    assert_eq!(office.posting_exclusions(&cast.hr, &posting.id).await.expect("an answer").len(), 2);
    let after = office.apply(&posting, ada(), "2").await;
    assert_eq!(listed(&office, &second).await, std::slice::from_ref(&before));
    office
        .release_each(&cast.hr, &[before.clone(), after.clone()], &to(Audience::Department(cast.kitchen.clone()), &[Section::Cv]))
        .await
        .expect("released");
    assert_eq!(listed(&office, &cast.kitchen_head).await, [before], "the boss of who came in afterwards sees nothing of it");
    assert!(matches!(office.read_application(&cast.kitchen_head, &after).await, Err(Error::NotFound)));
});

both_engines!(n04_a_blind_review_hides_who_it_is_until_hr_lifts_it, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "1").await;
    let sections = [Section::Contact, Section::Cv, Section::Letter, Section::Redacted];
    office.release(&cast.hr, &id, &to(Audience::Department(cast.kitchen.clone()), &sections)).await.expect("released");
    let view = office.read_application(&cast.kitchen_head, &id).await.expect("a view");
    let cv = view.documents[0].id.clone();
    assert!(view.contact.is_some() && !view.blind);

    for other in [&cast.kitchen_head, &cast.privacy, &cast.admin] {
        assert!(office.review_blind(other, &posting.id).await.is_err());
    }
    assert!(matches!(office.lift_blind(&cast.hr, &posting.id).await, Err(Error::Conflict)));
    office.review_blind(&cast.hr, &posting.id).await.expect("blind");
    assert!(matches!(office.review_blind(&cast.hr, &posting.id).await, Err(Error::Conflict)));
    let view = office.read_application(&cast.kitchen_head, &id).await.expect("a view");
    assert!(view.blind && view.contact.is_none() && view.documents.is_empty() && view.letter.is_some());
    let lines = office.list_applications(&cast.kitchen_head, &Filter::default()).await.expect("a list").lines;
    assert!(lines[0].name.is_none());
    let refused = office.open_document(&cast.kitchen_head, &id, &cv, Part::Whole).await.map(drop);
    assert!(matches!(refused, Err(Error::Forbidden(Denied::Blind))), "{refused:?}");
    let view = office.read_application(&cast.hr, &id).await.expect("a view");
    assert!(view.contact.is_some() && view.documents.len() == 1, "HR reads it all");

    // A copy has a name of ours, whatever the file was called.
    for other in [&cast.kitchen_head, &cast.privacy] {
        let refused = office.put_redacted(other, &id, copy(&office, "Ada.pdf").await).await;
        assert!(matches!(refused, Err(Error::Forbidden(Denied::Role))));
    }
    office.put_redacted(&cast.hr, &id, copy(&office, "Ada Lovelace.pdf").await).await.expect("a copy");
    let view = office.read_application(&cast.kitchen_head, &id).await.expect("a view");
    assert_eq!(view.documents.iter().map(|document| document.name.as_str()).collect::<Vec<_>>(), ["copy-1.pdf"]);

    office.lift_blind(&cast.hr, &posting.id).await.expect("lifted");
    let view = office.read_application(&cast.kitchen_head, &id).await.expect("a view");
    assert!(view.contact.is_some() && view.documents.len() == 2);
    office.sequence().await.expect("sequenced");
    let journal = office.read_journal(&cast.privacy, None, 100).await.expect("the journal");
    let run: Vec<&str> = journal.iter().filter(|line| line.what == "run_posting").map(|line| line.detail.as_str()).collect();
    assert!(run.contains(&"blind") && run.contains(&"blind_lifted"), "{run:?}");
    assert!(!view.may(Action::Redact));
});

both_engines!(n13_what_is_restricted_is_in_no_number_and_no_list_of_the_talent_pool, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let (id, other) = (office.apply(&posting, ada(), "1").await, office.apply(&posting, ada(), "2").await);
    let reject =
        office::decide::Decision { outcome: Some(Outcome::Rejected), reason: String::new(), rejection_received_at: None };
    office.decide(&cast.hr, &id, &reject).await.expect("decided");
    let consent = office::kept::NewConsent {
        given_on: date(2026, 12, 1),
        months: 24,
        channel: rules::kept::ConsentChannel::ALL[0],
        documents: Vec::new(),
    };
    let pooled = office.enter_pool(&cast.hr, &id, &consent).await.expect("in the pool");
    assert_eq!(office.pool(&cast.hr).await.expect("the pool").len(), 1);
    office.restrict(&cast.hr, &id, RestrictionGround::Accuracy).await.expect("restricted");
    office.restrict(&cast.hr, &other, RestrictionGround::Accuracy).await.expect("restricted");
    assert_eq!(office.read_posting(&cast.hr, &posting.id).await.expect("a posting").counts.total, 0);
    assert!(office.pool(&cast.hr).await.expect("the pool").is_empty(), "in no list");
    assert!(matches!(office.read_pooled(&cast.hr, &pooled).await, Err(Error::Forbidden(Denied::Restricted))));
    // The application goes on its date; what was restricted with it stays closed.
    office.at("2028-03-01T09:00:00Z");
    office.sweep().await.expect("swept");
    office.sweep().await.expect("swept");
    assert!(matches!(office.read_application(&cast.hr, &id).await, Err(Error::NotFound)));
    assert!(office.pool(&cast.hr).await.expect("the pool").is_empty());
    assert!(matches!(office.read_pooled(&cast.hr, &pooled).await, Err(Error::Forbidden(Denied::Restricted))));
});
