//! What moves a date, or stops it: a later close and the end of a claim by two people, a procedure that is reopened for some.

use crate::support::{self, TestOffice};

use jiff::civil::date;
use office::{Error, Refusal, decide::Decision, hold::NewClaim, list::Filter, reopen::Reopening};
use rules::{
    access::{Action, Actor, Denied, Role},
    application::{Outcome, Refused, RestrictionGround},
    form::Problem,
    hold::{ClaimKind, Review},
    id::{ApplicationId, PostingId},
    opening::Purpose,
    posting::{ReopenReason, State},
    request::{Answer, MinorRefused},
};
use support::{
    both_engines,
    seed::{Cast, account, ada},
};

async fn second_of_hr(office: &TestOffice, cast: &Cast) -> Actor {
    account(&office.office, &cast.employer, "hr2@example.org", "Hugo Hart", Role::Hr, None).await
}

async fn five(office: &TestOffice, cast: &Cast) -> (PostingId, Vec<ApplicationId>) {
    let posting = office.open_posting_of(cast).await;
    let mut ids = Vec::new();
    for token in ["1", "2", "3", "4", "5"] {
        ids.push(office.apply(&posting, ada(), token).await);
    }
    (posting.id, ids)
}

async fn reject_all(office: &TestOffice, cast: &Cast, ids: &[ApplicationId]) {
    let decision =
        Decision { outcome: Some(Outcome::Rejected), reason: "Another one fits better.".to_owned(), rejection_received_at: None };
    for id in ids {
        office.decide(&cast.hr, id, &decision).await.expect("decided");
    }
}

/// The last day of an application, as its page shows it.
async fn last_day(office: &TestOffice, actor: &Actor, id: &ApplicationId) -> String {
    office.read_application(actor, id).await.expect("an application").due.last_day.to_string()
}

fn is_refused<T: std::fmt::Debug>(answer: Result<T, Error>, refusal: Refusal) {
    match answer {
        Err(Error::Refused(why)) => assert_eq!(why, refusal),
        other => panic!("{other:?}"),
    }
}

fn is_invalid<T: std::fmt::Debug>(answer: Result<T, Error>, field: &str, problem: Problem) {
    match answer {
        Err(Error::Invalid(problems)) => assert_eq!(problems, [(field, problem)]),
        other => panic!("{other:?}"),
    }
}

both_engines!(n10_two_people_extend_a_procedure_and_every_date_moves_with_its_reason, |office| async move {
    let cast = office.cast().await;
    let second = second_of_hr(&office, &cast).await;
    let (posting, ids) = five(&office, &cast).await;
    assert_eq!(last_day(&office, &cast.hr, &ids[0]).await, "2027-12-30");

    is_invalid(office.propose_extension(&cast.hr, &posting, date(2027, 6, 30)).await, "extend_to", Problem::TooEarly);
    is_invalid(office.propose_extension(&cast.hr, &posting, date(2029, 1, 1)).await, "extend_to", Problem::TooLate);
    office.propose_extension(&cast.hr, &posting, date(2027, 9, 15)).await.expect("proposed");
    assert!(matches!(office.propose_extension(&second, &posting, date(2027, 8, 15)).await, Err(Error::Conflict)));
    let (day, proposal) = office.proposed_extension(&cast.hr, &posting).await.expect("an answer").expect("a proposal");
    assert_eq!((day, proposal.own, proposal.by.as_str()), (date(2027, 9, 15), true, "Hanna Hart"));
    assert_eq!(last_day(&office, &cast.hr, &ids[0]).await, "2027-12-30", "a proposal moves nothing");

    is_refused(office.agree_to_extension(&cast.hr, &posting, &proposal.id).await, Refusal::SecondPerson);
    for other in [&cast.privacy, &cast.admin, &cast.kitchen_head] {
        assert!(matches!(office.agree_to_extension(other, &posting, &proposal.id).await, Err(Error::Forbidden(Denied::Role))));
    }
    let stranger = office.stranger().await;
    assert!(matches!(office.agree_to_extension(&stranger, &posting, &proposal.id).await, Err(Error::NotFound)));
    office.agree_to_extension(&second, &posting, &proposal.id).await.expect("agreed");
    for id in &ids {
        assert_eq!(last_day(&office, &cast.hr, id).await, "2028-03-15");
        let view = office.read_application(&cast.hr, id).await.expect("a view");
        assert!(view.history.iter().any(|line| line.what == "extended 2027-09-15"), "{:?}", view.history);
    }
    assert!(matches!(office.agree_to_extension(&second, &posting, &proposal.id).await, Err(Error::Conflict)), "once");

    // Declined, or taken back: nothing moves.
    office.propose_extension(&second, &posting, date(2027, 10, 1)).await.expect("proposed");
    let (_, proposal) = office.proposed_extension(&cast.hr, &posting).await.expect("an answer").expect("a proposal");
    assert!(!proposal.own);
    office.drop_extension(&cast.hr, &posting, &proposal.id).await.expect("declined");
    assert_eq!(office.proposed_extension(&cast.hr, &posting).await.expect("an answer"), None);
    assert_eq!(last_day(&office, &cast.hr, &ids[0]).await, "2028-03-15");

    // The old plan closes nothing; the new one does.
    office.at("2027-07-01T09:00:00Z");
    assert_eq!(office.sweep().await.expect("swept").closed, 0);
    office.at("2027-09-15T09:00:00Z");
    assert_eq!(office.sweep().await.expect("swept").closed, 1);
    assert_eq!(last_day(&office, &cast.hr, &ids[0]).await, "2028-03-15");
});

both_engines!(n10_a_procedure_reopened_for_two_of_five_leaves_the_others_blocked_and_their_date_alone, |office| async move {
    let cast = office.cast().await;
    let (posting, ids) = five(&office, &cast).await;
    reject_all(&office, &cast, &ids).await;
    let reopening = |ids: &[ApplicationId], on| Reopening {
        reason: ReopenReason::HireFellThrough,
        planned_close_on: on,
        applications: ids.to_vec(),
    };
    is_refused(office.reopen_posting(&cast.hr, &posting, &reopening(&ids[..2], date(2027, 5, 1))).await, Refusal::PostingState);
    office.at("2027-01-15T09:00:00Z");
    office.close_posting(&cast.hr, &posting).await.expect("closed");
    assert_eq!(last_day(&office, &cast.hr, &ids[0]).await, "2027-07-15");

    office.at("2027-02-01T09:00:00Z");
    assert_eq!(office.candidates(&cast.hr, &posting).await.expect("candidates").len(), 5);
    is_invalid(office.reopen_posting(&cast.hr, &posting, &reopening(&[], date(2027, 5, 1))).await, "ids", Problem::Missing);
    let late = reopening(&ids[..2], date(2029, 1, 1));
    is_invalid(office.reopen_posting(&cast.hr, &posting, &late).await, "planned_close_on", Problem::TooLate);
    office.reopen_posting(&cast.hr, &posting, &reopening(&ids[..2], date(2027, 5, 1))).await.expect("reopened");

    assert_eq!(office.read_posting(&cast.hr, &posting).await.expect("a posting").posting.state, State::IntakeClosed);
    for id in &ids[..2] {
        let view = office.read_application(&cast.hr, id).await.expect("a view");
        assert_eq!((view.blocked, view.outcome, view.due.last_day), (false, None, date(2027, 11, 1)));
        assert!(view.contact.is_some() && view.may(Action::Decide));
        assert!(view.history.iter().any(|line| line.what == "reopened hire_fell_through"));
    }
    for id in &ids[2..] {
        let view = office.read_application(&cast.hr, id).await.expect("a view");
        assert_eq!((view.blocked, view.due.last_day), (true, date(2027, 7, 15)));
        assert!(view.contact.is_none() && !view.may(Action::Decide) && !view.may(Action::AddNote));
        let decision = Decision { outcome: None, reason: String::new(), rejection_received_at: None };
        assert!(matches!(office.decide(&cast.hr, id, &decision).await, Err(Error::Forbidden(Denied::Blocked))));
    }

    // Closed again: the two get the date of that close, the three keep theirs and go first.
    reject_all(&office, &cast, &ids[..2]).await;
    office.at("2027-03-31T09:00:00Z");
    office.close_posting(&cast.hr, &posting).await.expect("closed again");
    assert_eq!(last_day(&office, &cast.hr, &ids[0]).await, "2027-09-30");
    assert_eq!(last_day(&office, &cast.hr, &ids[4]).await, "2027-07-15");
    office.at("2027-07-16T09:00:00Z");
    assert_eq!(office.sweep().await.expect("swept").erased, 3);

    // A second time it can be reopened, for those who are left; not a third time.
    for (again, day) in [(true, date(2027, 8, 1)), (false, date(2027, 9, 1))] {
        let answer = office.reopen_posting(&cast.hr, &posting, &reopening(&ids[..1], day)).await;
        if again {
            answer.expect("reopened");
            reject_all(&office, &cast, &ids[..1]).await;
            office.close_posting(&cast.hr, &posting).await.expect("closed");
        } else {
            is_refused(answer, Refusal::ReopenedTooOften);
        }
    }
    let gone = office.reopen_posting(&cast.hr, &posting, &reopening(&ids[4..], date(2027, 9, 1))).await;
    assert!(matches!(gone, Err(Error::Conflict)), "who is erased comes back by no reopening: {gone:?}");
});

both_engines!(
    n09_a_claim_with_three_comparators_keeps_four_until_two_people_end_it_however_often_nobody_looks,
    |office| async move {
        let cast = office.cast().await;
        let second = second_of_hr(&office, &cast).await;
        let (posting, ids) = five(&office, &cast).await;
        reject_all(&office, &cast, &ids).await;
        office.at("2027-01-15T09:00:00Z");
        office.close_posting(&cast.hr, &posting).await.expect("closed");

        let claim = NewClaim {
            kind: ClaimKind::Announced,
            reason: "She claims to have been passed over for her age.".to_owned(),
            review_on: date(2027, 5, 1),
            comparators: ids[1..4].to_vec(),
        };
        let too_late = NewClaim { review_on: date(2027, 7, 16), ..claim.clone() };
        is_invalid(office.open_claim(&cast.hr, &ids[0], &too_late).await, "review_on", Problem::TooLate);
        let no_reason = NewClaim { reason: " ".to_owned(), ..claim.clone() };
        is_invalid(office.open_claim(&cast.hr, &ids[0], &no_reason).await, "reason", Problem::Missing);
        for other in [&cast.privacy, &cast.admin] {
            assert!(matches!(office.open_claim(other, &ids[0], &claim).await, Err(Error::Forbidden(Denied::Role))));
        }
        let id = office.open_claim(&cast.hr, &ids[0], &claim).await.expect("a claim");
        let held = office.holds(&cast.hr, &ids[2]).await.expect("holds");
        assert_eq!((held.len(), held[0].reason.as_str()), (1, claim.reason.as_str()));
        assert!(office.read_application(&cast.hr, &ids[2]).await.expect("a view").blocked, "a claim opens nothing");
        assert!(
            office.holds(&cast.privacy, &ids[2]).await.expect("an answer").is_empty(),
            "reasons are not for the privacy officer"
        );

        // Missed once, reviewed late, missed again: it stands, and says so to the privacy officer too.
        office.at("2027-05-16T09:00:00Z");
        let standing = office.claims(&cast.privacy).await.expect("claims");
        assert_eq!((standing[0].review, standing[0].missed, standing[0].applications), (Review::Escalated, 1, 4));
        assert!(matches!(office.review_claim(&cast.privacy, &id, date(2027, 6, 1)).await, Err(Error::Forbidden(Denied::Role))));
        office.review_claim(&cast.hr, &id, date(2027, 6, 1)).await.expect("reviewed");
        office.at("2027-08-01T09:00:00Z");
        let standing = &office.claims(&cast.hr).await.expect("claims")[0];
        assert_eq!((standing.review, standing.missed, standing.kept), (Review::Escalated, 2, 4));
        assert_eq!(office.sweep().await.expect("swept").erased, 1, "only who is not needed goes");

        // One person ends nothing, and nobody agrees with themselves.
        office.propose_end_of_claim(&cast.hr, &id).await.expect("proposed");
        let proposal = office.claim(&second, &id).await.expect("a claim").proposal.expect("a proposal");
        is_refused(office.end_claim(&cast.hr, &id, &proposal.id).await, Refusal::SecondPerson);
        assert!(matches!(office.end_claim(&cast.privacy, &id, &proposal.id).await, Err(Error::Forbidden(Denied::Role))));
        assert_eq!(office.sweep().await.expect("swept").erased, 0);
        // Whoever looks again and says that it stands has answered the proposal.
        office.review_claim(&second, &id, date(2027, 9, 1)).await.expect("reviewed");
        assert!(matches!(office.end_claim(&second, &id, &proposal.id).await, Err(Error::Conflict)));
        office.propose_end_of_claim(&cast.hr, &id).await.expect("proposed");
        let proposal = office.claim(&second, &id).await.expect("a claim").proposal.expect("a proposal");
        office.end_claim(&second, &id, &proposal.id).await.expect("ended");
        assert!(office.claims(&cast.hr).await.expect("claims").is_empty());
        assert_eq!(office.sweep().await.expect("swept").erased, 4, "then they go, past their date as they are");
        let left: i64 = sqlx::query_scalar(
            "SELECT (SELECT COUNT(*) FROM claim) + (SELECT COUNT(*) FROM hold) + (SELECT COUNT(*) FROM proposal)",
        )
        .fetch_one(office.records.read())
        .await
        .expect("a count");
        assert_eq!(left, 0, "nothing of the claim is left");
    }
);

both_engines!(n13_what_is_restricted_is_in_no_list_and_opens_only_for_the_purposes_of_the_law, |office| async move {
    let cast = office.cast().await;
    let (_, ids) = five(&office, &cast).await;
    let listed = async || office.list_applications(&cast.hr, &Filter::default()).await.expect("a list").lines.len();
    for other in [&cast.privacy, &cast.admin, &cast.kitchen_head] {
        assert!(office.restrict(other, &ids[0], RestrictionGround::Accuracy).await.is_err());
    }
    office.restrict(&cast.hr, &ids[0], RestrictionGround::Accuracy).await.expect("restricted");
    is_refused(office.restrict(&cast.hr, &ids[0], RestrictionGround::Accuracy).await, Refusal::Application(Refused::Unchanged));
    assert_eq!(listed().await, 4);
    let view = office.read_application(&cast.hr, &ids[0]).await.expect("a view");
    assert!(view.contact.is_none() && !view.may(Action::Decide) && !view.may(Action::AddNote));

    // An inquiry is no purpose of Art. 18(2); a claim is. Only the person who looked reads, and nobody acts.
    let second = second_of_hr(&office, &cast).await;
    assert_eq!(office.look_up(&cast.hr, &ada().email, Purpose::Inquiry).await.expect("opened").len(), 4);
    assert!(office.read_application(&cast.hr, &ids[0]).await.expect("a view").contact.is_none());
    assert_eq!(office.look_up(&cast.hr, &ada().email, Purpose::Claim).await.expect("opened").len(), 5);
    let view = office.read_application(&cast.hr, &ids[0]).await.expect("a view");
    assert!(view.contact.is_some() && !view.may(Action::Decide) && !view.may(Action::AddNote));
    assert!(office.read_application(&second, &ids[0]).await.expect("a view").contact.is_none());
    assert_eq!(listed().await, 4, "an opening puts nothing back into lists");

    let restrictions = office.restrictions(&cast.hr, &ids[0]).await.expect("an answer").expect("for HR");
    let lift = async |day| office.lift_restriction(&cast.hr, &ids[0], &restrictions.standing[0].id, day).await;
    is_invalid(lift(date(2026, 11, 30)).await, "told_on", Problem::TooEarly);
    is_invalid(lift(date(2026, 12, 2)).await, "told_on", Problem::TooLate);
    lift(date(2026, 12, 1)).await.expect("lifted");
    assert!(matches!(lift(date(2026, 12, 1)).await, Err(Error::Conflict)));
    assert_eq!(listed().await, 5);
});

both_engines!(
    n13_who_had_it_restricted_is_told_fourteen_days_before_it_goes_and_can_have_it_kept_for_a_claim,
    |office| async move {
        let cast = office.cast().await;
        let (_, ids) = five(&office, &cast).await;
        for (id, ground) in ids.iter().zip(RestrictionGround::ALL) {
            office.restrict(&cast.hr, id, *ground).await.expect("restricted");
        }
        reject_all(&office, &cast, &ids[4..]).await;
        office.at("2027-06-30T23:00:00Z");
        office.sweep().await.expect("it closes as planned, on 30 June");
        let open = async |office: &TestOffice| office.announcements(&cast.hr).await.expect("announcements");
        office.at("2027-12-16T22:59:59Z");
        assert!(open(&office).await.is_empty(), "it goes on 31 December, so it is announced from the 17th");
        assert!(matches!(office.announced(&cast.hr, &ids[0], date(2027, 12, 16)).await, Err(Error::Conflict)));

        office.at("2027-12-16T23:00:00Z");
        let announcements = open(&office).await;
        let mut told: Vec<_> = announcements.iter().map(|announcement| announcement.application.clone()).collect();
        told.sort();
        let mut expected = vec![ids[0].clone(), ids[3].clone()];
        expected.sort();
        assert_eq!(told, expected, "(b) and (c) stop the clock, and nobody else is restricted");
        assert!(
            announcements
                .iter()
                .all(|announcement| announcement.told_on.is_none() && announcement.due.last_day == date(2027, 12, 30))
        );
        let waiting = office.waiting(&cast.hr).await.expect("what waits").hr.expect("for HR");
        assert_eq!(waiting.announcements, 2);
        assert_eq!(office.waiting(&cast.privacy).await.expect("what waits").privacy.expect("for them").announcements, 2);
        assert!(matches!(office.announcements(&cast.kitchen_head).await, Err(Error::Forbidden(Denied::Role))));
        assert!(office.announcements(&office.stranger().await).await.expect("of another employer").is_empty());

        // It is recorded by HR, on a day between the restriction and today.
        for other in [&cast.privacy, &cast.admin, &cast.kitchen_head] {
            assert!(office.announced(other, &ids[0], date(2027, 12, 17)).await.is_err());
        }
        is_invalid(office.announced(&cast.hr, &ids[0], date(2026, 11, 30)).await, "announced_on", Problem::TooEarly);
        is_invalid(office.announced(&cast.hr, &ids[0], date(2027, 12, 18)).await, "announced_on", Problem::TooLate);
        assert!(matches!(office.announced(&cast.hr, &ids[4], date(2027, 12, 17)).await, Err(Error::Conflict)));
        office.announced(&cast.hr, &ids[0], date(2027, 12, 17)).await.expect("recorded");
        office.announced(&cast.hr, &ids[3], date(2027, 12, 17)).await.expect("recorded");
        assert_eq!(office.waiting(&cast.hr).await.expect("what waits").hr.expect("for HR").announcements, 0);
        let restrictions = office.restrictions(&cast.hr, &ids[0]).await.expect("an answer").expect("for HR");
        assert_eq!(restrictions.announcement.and_then(|announcement| announcement.told_on), Some(date(2027, 12, 17)));

        // Who answers that they need it has it kept; nobody waits for the other's answer.
        office.restrict(&cast.hr, &ids[0], RestrictionGround::Claim).await.expect("restricted");
        assert_eq!(open(&office).await.len(), 1);
        office.at("2027-12-30T23:00:00Z");
        assert_eq!(office.sweep().await.expect("swept").erased, 2, "the objection's and the one that was rejected");
        assert!(open(&office).await.is_empty(), "what is gone is announced no more");
    }
);

both_engines!(a_caller_after_the_close_is_looked_up_exactly_for_half_an_hour_with_one_entry, |office| async move {
    let cast = office.cast().await;
    let (posting, ids) = five(&office, &cast).await;
    reject_all(&office, &cast, &ids).await;
    office.at("2027-01-15T09:00:00Z");
    office.close_posting(&cast.hr, &posting).await.expect("closed");
    office.sequence().await.expect("sequenced");
    assert!(office.read_application(&cast.hr, &ids[0]).await.expect("a view").contact.is_none());

    is_invalid(office.look_up(&cast.hr, "ada", Purpose::Inquiry).await, "email", Problem::NotAnEmail);
    is_invalid(office.look_up(&cast.hr, " ", Purpose::Inquiry).await, "email", Problem::Missing);
    is_invalid(office.look_up(&cast.hr, &ada().email, None::<Purpose>).await, "purpose", Problem::NotAChoice);
    assert_eq!(refused_look_ups(&office, &cast).await, 3, "each is entered, and nothing of what was typed");
    is_invalid(office.look_up(&cast.hr, "ada@example.co", Purpose::Inquiry).await, "email", Problem::NoMatch);
    is_invalid(office.look_up(&cast.hr, &ada().email, Purpose::Consent).await, "email", Problem::NoMatch);
    let stranger = office.stranger().await;
    is_invalid(office.look_up(&stranger, &ada().email, Purpose::Inquiry).await, "email", Problem::NoMatch);
    for other in [&cast.privacy, &cast.admin, &cast.kitchen_head] {
        assert!(matches!(office.look_up(other, &ada().email, Purpose::Inquiry).await, Err(Error::Forbidden(Denied::Role))));
    }
    assert_eq!(office.look_up(&cast.hr, &ada().email, Purpose::Inquiry).await.expect("opened").len(), 5);
    let view = office.read_application(&cast.hr, &ids[0]).await.expect("a view");
    assert!(view.contact.is_some() && view.may(Action::ReadNotes) && !view.may(Action::AddNote) && !view.may(Action::Decide));
    let lines = office.read_journal(&cast.privacy, None, 100).await.expect("the journal");
    let looked: Vec<_> = lines.iter().filter(|line| line.what == "look_up" && !line.subjects.is_empty()).collect();
    assert_eq!((looked.len(), looked[0].subjects.len(), looked[0].detail.as_str()), (1, 5, "inquiry"));

    office.at("2027-01-15T09:30:00Z");
    assert!(office.read_application(&cast.hr, &ids[0]).await.expect("a view").contact.is_none(), "half an hour is over");
    office.sweep().await.expect("swept");
    let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM opening").fetch_one(office.records.read()).await.expect("a count");
    assert_eq!(left, 0);
});

both_engines!(n14_who_asks_for_erasure_is_blocked_at_once_and_goes_at_once_or_on_the_date, |office| async move {
    let cast = office.cast().await;
    let (posting, ids) = five(&office, &cast).await;
    reject_all(&office, &cast, &ids[1..2]).await;
    for other in [&cast.privacy, &cast.admin, &cast.kitchen_head] {
        assert!(office.request_erasure(other, &ids[0]).await.is_err());
    }
    assert_eq!(office.request_erasure(&cast.hr, &ids[0]).await.expect("recorded"), Answer::Erase);
    assert_eq!(office.request_erasure(&cast.hr, &ids[1]).await.expect("recorded"), Answer::KeepForDefence);
    for id in &ids[..2] {
        let view = office.read_application(&cast.hr, id).await.expect("a view");
        assert!(view.blocked && view.contact.is_none(), "blocked at once");
    }
    assert_eq!(last_day(&office, &cast.hr, &ids[1]).await, "2027-06-01", "for whoever asks, the period begins that day");
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    assert!(matches!(office.read_application(&cast.hr, &ids[0]).await, Err(Error::NotFound)));

    let claim = NewClaim {
        kind: ClaimKind::Announced,
        reason: "He claims to have been passed over.".to_owned(),
        review_on: date(2027, 3, 1),
        comparators: vec![],
    };
    office.open_claim(&cast.hr, &ids[2], &claim).await.expect("a claim");
    assert_eq!(office.request_erasure(&cast.hr, &ids[2]).await.expect("recorded"), Answer::KeepForClaim);
    office.restrict(&cast.hr, &ids[3], RestrictionGround::Claim).await.expect("restricted");
    assert_eq!(office.request_erasure(&cast.hr, &ids[3]).await.expect("recorded"), Answer::KeepRestricted);
    assert_eq!(office.sweep().await.expect("swept").erased, 0);

    // The others go on, and the close asks for no outcome of those who are gone or blocked already.
    reject_all(&office, &cast, &ids[4..]).await;
    office.at("2027-01-15T09:00:00Z");
    office.close_posting(&cast.hr, &posting).await.expect("closed");
    assert_eq!(last_day(&office, &cast.hr, &ids[4]).await, "2027-07-15");
    assert_eq!(last_day(&office, &cast.hr, &ids[1]).await, "2027-06-01");
    office.sequence().await.expect("sequenced");
    assert_eq!(office.fsck(false).await.expect("looked"), [], "each date is the one of the rule");
    let candidates = office.candidates(&cast.hr, &posting).await.expect("candidates");
    assert_eq!(candidates.iter().map(|candidate| &candidate.id).collect::<Vec<_>>(), [&ids[4]], "who asked does not come back");
});

both_engines!(n18_two_people_erase_a_minors_application_unless_a_claim_is_pending, |office| async move {
    let cast = office.cast().await;
    let second = second_of_hr(&office, &cast).await;
    let (_, ids) = five(&office, &cast).await;
    office.propose_minor(&cast.hr, &ids[0]).await.expect("proposed");
    let proposal = office.proposed_erasure(&second, &ids[0]).await.expect("an answer").expect("a proposal");
    is_refused(office.agree_to_minor(&cast.hr, &ids[0], &proposal.id).await, Refusal::SecondPerson);
    assert_eq!(office.sweep().await.expect("swept").erased, 0, "one person erases nothing");
    let claim = NewClaim {
        kind: ClaimKind::Lawsuit,
        reason: "She sues.".to_owned(),
        review_on: date(2027, 3, 1),
        comparators: vec![ids[0].clone()],
    };
    let claim = office.open_claim(&cast.hr, &ids[1], &claim).await.expect("a claim");
    is_refused(office.agree_to_minor(&second, &ids[0], &proposal.id).await, Refusal::Minor(MinorRefused::Claim));
    office.propose_end_of_claim(&cast.hr, &claim).await.expect("proposed");
    let end = office.claim(&second, &claim).await.expect("a claim").proposal.expect("a proposal");
    office.end_claim(&second, &claim, &end.id).await.expect("ended");
    office.agree_to_minor(&second, &ids[0], &proposal.id).await.expect("agreed");
    assert_eq!(office.sweep().await.expect("swept").erased, 1);
    assert!(matches!(office.read_application(&cast.hr, &ids[0]).await, Err(Error::NotFound)));
});

/// How many look-ups the journal says were refused for what was typed.
async fn refused_look_ups(office: &TestOffice, cast: &Cast) -> usize {
    let lines = office.read_journal(&cast.privacy, None, 100).await.expect("the journal");
    let refused: Vec<_> = lines.iter().filter(|line| line.what == "look_up" && line.detail.starts_with("refused")).collect();
    for line in &refused {
        assert_eq!((line.detail.as_str(), line.name.as_deref()), ("refused typed", Some("Hanna Hart")));
        assert!(line.subjects.is_empty(), "{line:?}");
    }
    refused.len()
}
