//! The bodies that speak for staff: what the house tells them of severely disabled applicants (n24), and what HR releases to them of every
//! application that comes in (n25).

use crate::support::{self, TestOffice};

use jiff::Timestamp;
use office::{Error, Refusal, decide::Decision, list::Filter, read::View, release::NewRelease, reopen::Reopening};
use rules::{
    access::{Actor, Audience, Denied, Ended, Membership, Role},
    application::{Disability, Outcome, Section},
    form::{Field, Problem, Typed},
    id::{AccountId, ApplicationId},
    posting::ReopenReason,
};
use support::{
    both_engines,
    seed::{Cast, account, ada},
};

fn to(audience: Audience, sections: &[Section]) -> NewRelease {
    let until: Timestamp = "2026-12-31T23:00:00Z".parse().expect("an instant");
    NewRelease { audience, sections: sections.to_vec(), until }
}

const COUNCIL: Audience = Audience::Body(Role::WorksCouncil);
const REPRESENTATIVE: Audience = Audience::Body(Role::Representative);

fn account_of(actor: &Actor) -> AccountId {
    match actor {
        Actor::Staff(staff) => staff.account.clone(),
        Actor::Anonymous => panic!("somebody at the desk"),
    }
}

async fn body(office: &TestOffice, cast: &Cast, role: Role) -> Actor {
    account(&office.office, &cast.employer, &format!("{}@example.org", role.code()), "Somebody Else", role, None).await
}

async fn listed(office: &TestOffice, actor: &Actor) -> Vec<ApplicationId> {
    let lines = office.list_applications(actor, &Filter::default()).await.expect("a list").lines;
    let mut ids: Vec<ApplicationId> = lines.into_iter().map(|line| line.id).collect();
    ids.sort();
    ids
}

fn sorted<const N: usize>(ids: [&ApplicationId; N]) -> Vec<ApplicationId> {
    let mut ids: Vec<ApplicationId> = ids.into_iter().cloned().collect();
    ids.sort();
    ids
}

async fn read(office: &TestOffice, actor: &Actor, id: &ApplicationId) -> View {
    office.read_application(actor, id).await.expect("a view")
}

fn stating(no_representative: bool) -> Typed {
    Typed { disability: true, no_representative, ..ada() }
}

both_engines!(n24_who_states_a_disability_is_told_to_the_bodies_at_once_and_one_can_be_left_out, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let council = body(&office, &cast, Role::WorksCouncil).await;
    let representative = body(&office, &cast, Role::Representative).await;
    let nothing = office.apply(&posting, ada(), "1").await;
    let stated = office.apply(&posting, stating(false), "2").await;
    let without = office.apply(&posting, stating(true), "3").await;
    let declines_nobody = Typed { no_representative: true, ..ada() };
    assert_eq!(declines_nobody.check(&[]).err(), Some(vec![(Field::NoRepresentative, Problem::NothingStated)]));

    assert_eq!(listed(&office, &representative).await, sorted([&stated]));
    assert_eq!(listed(&office, &council).await, sorted([&stated, &without]));
    for (who, expected) in [(&representative, vec![&stated]), (&council, vec![&without, &stated])] {
        let waiting = office.waiting(who).await.expect("what waits");
        let mut told: Vec<&ApplicationId> = waiting.told.iter().map(|told| &told.line.id).collect();
        told.sort();
        let mut expected = expected;
        expected.sort();
        assert_eq!(told, expected);
        assert!(waiting.told.iter().all(|told| told.line.name.as_deref() == Some("Ada Lovelace")));
        assert_eq!(waiting.released.expect("a reader's part").len(), 0, "nobody asked them to judge");
    }
    // The representative sees what the decision rests on, the works council that there is one, and who.
    let seen = read(&office, &representative, &stated).await;
    assert!(seen.contact.is_some() && seen.letter.is_some() && seen.documents.len() == 1);
    assert_eq!(seen.disability, Some(Disability::Stated));
    let seen = read(&office, &council, &without).await;
    assert!(seen.contact.is_some() && seen.letter.is_none() && seen.documents.is_empty());
    assert_eq!(seen.disability, Some(Disability::WithoutRepresentative));
    for id in [&nothing, &without] {
        assert!(matches!(office.read_application(&representative, id).await, Err(Error::NotFound)), "{id}");
    }

    // What HR releases to it besides has its own end.
    let more = to(REPRESENTATIVE, &[Section::Comments]);
    office.add_comment(&representative, &stated, "Invite her.", None).await.expect("a comment");
    office.release(&cast.hr, &stated, &more).await.expect("released");
    let ends = read(&office, &representative, &stated).await.released;
    assert_eq!(ends[0], (more.until, vec![Section::Comments]));
    assert!(ends.len() == 2 && ends[1].1.contains(&Section::Cv) && ends[1].0 > more.until, "{ends:?}");

    // HR sees whom the house told, and that nobody at the desk did it.
    let hr = read(&office, &cast.hr, &stated).await;
    assert_eq!(hr.disability, Some(Disability::Stated));
    assert_eq!(hr.releases.iter().filter(|release| release.told).count(), 2);
    let told: Vec<&str> = hr.history.iter().filter(|line| line.author.is_none()).map(|line| line.what.as_str()).collect();
    assert!(told.contains(&"told"), "{told:?}");
    assert_eq!(read(&office, &cast.hr, &nothing).await.disability, Some(Disability::Unstated));
    // A comment of theirs takes nothing from the list.
    office.add_comment(&representative, &stated, "I come to the interview.", None).await.expect("a comment");
    assert_eq!(office.waiting(&representative).await.expect("what waits").told.len(), 1);
});

both_engines!(n24_what_was_stated_is_sealed_apart_and_reaches_a_head_by_a_release_of_its_own_only, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let (nothing, stated) = (office.apply(&posting, ada(), "1").await, office.apply(&posting, stating(false), "2").await);
    // Neither a row nor its length says who stated one.
    let rows: Vec<(String, i64)> = sqlx::query_as(
        "SELECT application_id, CAST(LENGTH(sealed) AS BIGINT) FROM section WHERE name = 'disability' ORDER BY application_id",
    )
    .fetch_all(office.records.read())
    .await
    .expect("rows");
    assert_eq!(rows.iter().map(|row| row.0.as_str()).collect::<Vec<_>>(), {
        let mut ids = [nothing.as_str(), stated.as_str()];
        ids.sort_unstable();
        ids
    });
    assert_eq!(rows[0].1, rows[1].1);

    let kitchen = Audience::Department(cast.kitchen.clone());
    let all = [Section::Contact, Section::Cv, Section::Letter, Section::Disability];
    for audience in [kitchen.clone(), Audience::Person(account_of(&cast.kitchen_head))] {
        let refused = office.release(&cast.hr, &stated, &to(audience, &all)).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("sections", Problem::Alone)]), "{refused:?}");
    }
    office.release(&cast.hr, &stated, &to(kitchen.clone(), &all[..3])).await.expect("released");
    let seen = read(&office, &cast.kitchen_head, &stated).await;
    assert!(seen.contact.is_some() && seen.disability.is_none());
    office.release(&cast.hr, &stated, &to(kitchen, &[Section::Disability])).await.expect("released");
    assert_eq!(read(&office, &cast.kitchen_head, &stated).await.disability, Some(Disability::Stated));
});

both_engines!(n24_a_representative_who_is_to_be_left_out_gets_it_from_nobody, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let representative = body(&office, &cast, Role::Representative).await;
    office.release_standing(&cast.hr, &posting.id, &[], &to(REPRESENTATIVE, &[Section::Cv])).await.expect("standing");
    let (other, without) = (office.apply(&posting, ada(), "1").await, office.apply(&posting, stating(true), "2").await);
    assert_eq!(listed(&office, &representative).await, sorted([&other]), "of everybody but them");
    for audience in [REPRESENTATIVE, Audience::Person(account_of(&representative))] {
        let release = to(audience, &[Section::Cv]);
        let refused = office.release(&cast.hr, &without, &release).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::RepresentativeDeclined))), "{refused:?}");
        let refused = office.release_each(&cast.hr, &[other.clone(), without.clone()], &release).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::RepresentativeDeclined))), "{refused:?}");
    }
    assert_eq!(listed(&office, &representative).await, sorted([&other]));
    // Nor by way of a department of which they are a head too; and they stand in for none.
    let until = "2026-12-10".parse().expect("a day");
    let named = office.name_deputy(&cast.admin, &account_of(&representative), &cast.kitchen, until).await;
    assert!(matches!(&named, Err(Error::Invalid(fields)) if *fields == [("account", Problem::NotAChoice)]), "{named:?}");
    sqlx::query("INSERT INTO membership (id, account_id, employer_id, role, department_id) VALUES ('m', $1, $2, 'head', $3)")
        .bind(account_of(&representative).as_str())
        .bind(cast.employer.as_str())
        .bind(cast.kitchen.as_str())
        .execute(office.records.read())
        .await
        .expect("a second role");
    let kitchen = to(Audience::Department(cast.kitchen.clone()), &[Section::Cv]);
    let refused = office.release(&cast.hr, &without, &kitchen).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::RepresentativeDeclined))), "{refused:?}");
    office.release(&cast.hr, &other, &kitchen).await.expect("of others it goes");
});

both_engines!(
    n24_what_was_stated_stands_in_no_journal_and_is_told_to_nobody_by_a_comment_or_a_blocked_page,
    |office| async move {
        let cast = office.cast().await;
        let posting = office.open_posting_of(&cast).await;
        let representative = body(&office, &cast, Role::Representative).await;
        let id = office.apply(&posting, stating(false), "1").await;
        read(&office, &cast.hr, &id).await;
        read(&office, &representative, &id).await;
        office.add_comment(&representative, &id, "I come to the interview.", None).await.expect("a comment");
        let kitchen = Audience::Department(cast.kitchen.clone());
        office.release(&cast.hr, &id, &to(kitchen, &[Section::Cv, Section::Comments])).await.expect("released");
        assert_eq!(read(&office, &cast.kitchen_head, &id).await.comments.len(), 0, "that a body spoke says what it was told of");
        assert_eq!(read(&office, &cast.hr, &id).await.comments.len(), 1);
        let hr = read(&office, &cast.hr, &id).await;
        assert!(hr.history.iter().any(|line| line.what == "told") && hr.releases.iter().any(|release| release.told));

        office.sequence().await.expect("the log");
        let bodies: Vec<String> = sqlx::query_scalar("SELECT body FROM leaf WHERE kind = 'journal'")
            .fetch_all(office.log.read())
            .await
            .expect("the journal");
        assert!(!bodies.is_empty());
        for entry in bodies {
            assert!(!entry.contains("disability") && !entry.contains("told"), "{entry}");
        }
        // Closed, and blocked: HR sees what happened, and not that.
        let rejected = Decision { outcome: Some(Outcome::Rejected), reason: String::new(), rejection_received_at: None };
        office.decide(&cast.hr, &id, &rejected).await.expect("decided");
        office.close_posting(&cast.hr, &posting.id).await.expect("closed");
        let blocked = read(&office, &cast.hr, &id).await;
        assert!(blocked.blocked && blocked.disability.is_none());
        assert!(blocked.history.iter().all(|line| line.what != "told") && blocked.releases.iter().all(|release| !release.told));
    }
);

both_engines!(n04_whoever_hears_in_two_circles_speaks_for_the_department_that_asked, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let council = body(&office, &cast, Role::WorksCouncil).await;
    let mut both = council.clone();
    if let Actor::Staff(staff) = &mut both {
        let head = Membership { employer: cast.employer.clone(), role: Role::Head, department: Some(cast.kitchen.clone()) };
        staff.memberships.push(head);
    }
    let id = office.apply(&posting, stating(false), "1").await;
    office.add_comment(&both, &id, "For the council.", None).await.expect("a comment");
    office.release(&cast.hr, &id, &to(Audience::Department(cast.kitchen.clone()), &[Section::Cv])).await.expect("released");
    office.add_comment(&both, &id, "For the kitchen.", None).await.expect("a comment");
    let texts = async |actor: &Actor| -> Vec<String> {
        read(&office, actor, &id).await.comments.into_iter().map(|line| line.remark.text).collect()
    };
    assert_eq!(texts(&cast.kitchen_head).await, ["For the kitchen."]);
    assert!(texts(&council).await.contains(&"For the council.".to_owned()));
});

both_engines!(n04_a_procedure_that_is_reopened_gives_back_to_hr_alone_what_it_had_released, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "1").await;
    let kitchen = NewRelease {
        audience: Audience::Department(cast.kitchen.clone()),
        sections: vec![Section::Cv],
        until: "2027-10-31T23:00:00Z".parse().expect("an instant"),
    };
    office.release(&cast.hr, &id, &kitchen).await.expect("released");
    let rejected = Decision { outcome: Some(Outcome::Rejected), reason: String::new(), rejection_received_at: None };
    office.decide(&cast.hr, &id, &rejected).await.expect("decided");
    office.at("2027-01-15T09:00:00Z");
    office.close_posting(&cast.hr, &posting.id).await.expect("closed");
    let reopening = Reopening {
        reason: ReopenReason::HireFellThrough,
        planned_close_on: "2027-05-01".parse().expect("a day"),
        applications: vec![id.clone()],
    };
    office.reopen_posting(&cast.hr, &posting.id, &reopening).await.expect("reopened");
    assert!(read(&office, &cast.hr, &id).await.contact.is_some());
    assert_eq!(listed(&office, &cast.kitchen_head).await, []);
    assert!(matches!(office.read_application(&cast.kitchen_head, &id).await, Err(Error::Forbidden(Denied::Ended(..)))));
    office.release(&cast.hr, &id, &kitchen).await.expect("released anew");
    assert_eq!(listed(&office, &cast.kitchen_head).await, [id]);
});

both_engines!(a_release_sent_twice_is_one_and_ending_it_leaves_nothing, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "1").await;
    let kitchen = to(Audience::Department(cast.kitchen.clone()), &[Section::Cv]);
    let release = async || office.release(&cast.hr, &id, &kitchen).await.expect("released");
    let (first, second) = tokio::join!(release(), release());
    assert_eq!(first, second);
    office.release_each(&cast.hr, &[id.clone(), id.clone()], &kitchen).await.expect("the same once more");
    assert_eq!(read(&office, &cast.hr, &id).await.releases.len(), 1);
    office.revoke(&cast.hr, &id, &first).await.expect("revoked");
    assert!(matches!(office.read_application(&cast.kitchen_head, &id).await, Err(Error::Forbidden(Denied::Ended(..)))));
    assert_ne!(release().await, first, "what was revoked can be released anew");
});

both_engines!(n25_a_standing_release_counts_for_later_arrivals_until_it_ends, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let council = body(&office, &cast, Role::WorksCouncil).await;
    let first = office.apply(&posting, ada(), "1").await;
    let unnamed = office.apply(&posting, ada(), "2").await;
    let sections = [Section::Contact, Section::Cv, Section::Comments];

    let stranger = office.stranger().await;
    // Others see what HR has looked at first.
    for audience in [Audience::Department(cast.kitchen.clone()), Audience::Person(account_of(&cast.kitchen_head))] {
        let refused = office.release_standing(&cast.hr, &posting.id, &[], &to(audience, &sections)).await;
        assert!(matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("arrivals", Problem::NotAChoice)]), "{refused:?}");
    }
    for other in [&cast.kitchen_head, &council, &cast.privacy, &cast.admin, &stranger] {
        assert!(office.release_standing(other, &posting.id, &[], &to(COUNCIL, &sections)).await.is_err());
        assert!(office.standing_releases(other, &posting.id).await.is_err());
    }
    let release = to(COUNCIL, &sections);
    let id = office.release_standing(&cast.hr, &posting.id, std::slice::from_ref(&first), &release).await.expect("standing");
    let later = office.apply(&posting, ada(), "3").await;
    assert_eq!(listed(&office, &council).await, sorted([&first, &later]), "those named and those to come, {unnamed} not");
    office.release(&cast.hr, &later, &to(Audience::Department(cast.kitchen.clone()), &[Section::Cv])).await.expect("released");
    office.add_comment(&cast.kitchen_head, &later, "Knows the trade.", None).await.expect("a comment");
    office.add_comment(&council, &later, "No objection.", None).await.expect("notes of its own");
    let seen = read(&office, &council, &later).await;
    assert_eq!(seen.comments.len(), 2, "ratings and comments are part of it");
    assert_eq!(read(&office, &cast.kitchen_head, &later).await.comments.len(), 1, "theirs are not the head's");
    let standing = office.standing_releases(&cast.hr, &posting.id).await.expect("standing");
    assert_eq!(standing.iter().map(|one| (&one.id, one.applications)).collect::<Vec<_>>(), [(&id, 2)]);

    for other in [&cast.kitchen_head, &council, &cast.admin, &stranger] {
        assert!(office.end_standing(other, &posting.id, &id).await.is_err());
    }
    office.end_standing(&cast.hr, &posting.id, &id).await.expect("ended");
    assert!(matches!(office.end_standing(&cast.hr, &posting.id, &id).await, Err(Error::Conflict)));
    for id in [&first, &later] {
        let refused = office.read_application(&council, id).await;
        assert!(matches!(refused, Err(Error::Forbidden(Denied::Ended(Ended::Revoked, _)))), "{id}");
    }
    let after = office.apply(&posting, ada(), "4").await;
    assert!(matches!(office.read_application(&council, &after).await, Err(Error::NotFound)));
    assert!(!read(&office, &cast.kitchen_head, &later).await.released.is_empty(), "what others were given stays");

    // It ends by itself on its day, for what is there and for what comes.
    office.release_standing(&cast.hr, &posting.id, &[], &release).await.expect("standing");
    office.at("2026-12-31T22:59:59Z");
    let last = office.apply(&posting, ada(), "5").await;
    assert_eq!(listed(&office, &council).await, sorted([&last]));
    office.at("2026-12-31T23:00:00Z");
    assert_eq!(listed(&office, &council).await, []);
    assert_eq!(office.standing_releases(&cast.hr, &posting.id).await.expect("standing"), []);
});

both_engines!(
    n04_a_standing_release_shows_nothing_of_what_is_kept_from_somebody_and_a_body_reads_who_it_is,
    |office| async move {
        let cast = office.cast().await;
        let posting = office.open_posting_of(&cast).await;
        let council = body(&office, &cast, Role::WorksCouncil).await;
        let release = to(COUNCIL, &[Section::Contact, Section::Cv]);
        let second = account(&office.office, &cast.employer, "hr2@example.org", "Second Of HR", Role::Hr, None).await;
        let kept = [account_of(&council), account_of(&second)];
        office.exclude_from_posting(&cast.hr, &posting.id, &[], &kept).await.expect("kept");
        let id = office.release_standing(&cast.hr, &posting.id, &[], &release).await.expect("standing");
        office.apply(&posting, stating(false), "1").await;
        assert_eq!(listed(&office, &council).await, []);
        assert!(office.waiting(&council).await.expect("what waits").told.is_empty());
        let count = async |actor: &Actor| {
            let standing = office.standing_releases(actor, &posting.id).await.expect("standing");
            standing.iter().map(|one| one.applications).collect::<Vec<_>>()
        };
        assert_eq!((count(&cast.hr).await, count(&second).await), (vec![1], vec![0]));

        office.end_standing(&cast.hr, &posting.id, &id).await.expect("ended");
        office.exclude_from_posting(&cast.hr, &posting.id, &kept, &[]).await.expect("kept from nobody");
        office.review_blind(&cast.hr, &posting.id).await.expect("blind");
        office.release_standing(&cast.hr, &posting.id, &[], &release).await.expect("standing");
        let seen = office.apply(&posting, ada(), "2").await;
        let view = read(&office, &council, &seen).await;
        assert!(view.contact.is_some(), "a body is told of the person by law");
        office
            .release(&cast.hr, &seen, &to(Audience::Department(cast.kitchen.clone()), &[Section::Contact]))
            .await
            .expect("released");
        assert!(read(&office, &cast.kitchen_head, &seen).await.contact.is_none(), "who judges the work judges blind");
    }
);
