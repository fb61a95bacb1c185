//! What was decided since a backup: nobody sees more by a restore, no date moves, and people hear what to do again.

use super::*;

both_engines!(n04_what_was_revoked_or_decided_since_a_backup_gives_nobody_access_again, |office| async move {
    let story = Story::begin(office).await;
    let head = &story.cast.kitchen_head;
    assert!(story.read_application(head, &story.hired).await.is_ok(), "it is released");
    story.erase().await;
    story.go_on().await;
    run(&story.records, "UPDATE account SET disabled_at = 5 WHERE email = 'garden@example.org'").await;
    run(&story.records, "UPDATE membership SET until_at = 7 WHERE role = 'privacy'").await;
    run(&story.records, "DELETE FROM membership WHERE role = 'admin'").await;

    let restored = story.restore().await.expect("a restore");
    assert_eq!(restored.releases, 2, "one was revoked, one ended with the outcome");
    for id in [&story.kept, &story.hired] {
        assert!(matches!(story.read_application(head, id).await, Err(Error::Forbidden(Denied::Ended(..)))), "{id}");
    }
    assert_eq!(restored.accounts, 3);
    let disabled = "SELECT COUNT(*) FROM account WHERE disabled_at = 5 AND email = 'garden@example.org'";
    assert_eq!(count(&story.records, disabled).await, 1, "who was disabled stays so");
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM membership WHERE role = 'privacy' AND until_at = 7").await, 1);
    assert_eq!(count(&story.records, "SELECT COUNT(*) FROM membership WHERE role = 'admin'").await, 0);

    let since: Vec<(&str, Vec<&str>)> =
        restored.since.iter().map(|(what, ids)| (what.as_str(), ids.iter().map(String::as_str).collect())).collect();
    let (kept, hired, short) = (story.kept.as_str(), story.hired.as_str(), story.short.id.as_str());
    assert_eq!(restored.closed, [short], "it is closed again, and nobody's to close");
    assert_eq!(
        since,
        [("1 comment", vec![kept]), ("1 handover", vec![hired]), ("1 outcome", vec![hired]), ("1 revoked release", vec![kept]),],
        "what was done to the erased is nobody's to do again"
    );
});

both_engines!(n04_what_somebody_was_refused_since_a_backup_ends_no_release_and_is_nobodys_to_do_again, |office| async move {
    let story = Story::begin(office).await;
    let refused = async |actor: &Actor, action: Action, denied: Denied| {
        story.refused(actor, action, &[story.kept.as_str()], Answered::Denied(denied)).await.expect("entered");
    };
    refused(&story.cast.admin, Action::ReadApplication, Denied::Role).await;
    refused(&story.cast.garden_head, Action::AddComment, Denied::Hidden).await;
    refused(&story.cast.kitchen_head, Action::Decide, Denied::Role).await;
    refused(&story.cast.hr, Action::Restrict, Denied::Blocked).await;
    story
        .refused(&story.cast.hr, Action::RunPosting, &[story.short.id.as_str()], Answered::Denied(Denied::Role))
        .await
        .expect("entered");
    story.refused(&story.cast.hr, Action::RunPool, &[], Answered::Denied(Denied::Role)).await.expect("entered");
    assert!(story.sign_in("hr@example.org", "wrong").await.is_err());
    let token = story.sign_in("hr@example.org", PASSWORD).await.expect("a session");
    story.sign_out(&token).await.expect("ended");
    story.sequence().await.expect("the log");

    let restored = story.restore().await.expect("a restore");
    assert_eq!((restored.releases, restored.since), (0, Vec::new()));
    assert!(story.read_application(&story.cast.kitchen_head, &story.kept).await.is_ok(), "it is still released");
});

both_engines!(n25_a_standing_release_that_ended_since_a_backup_ends_again_with_all_it_shows, |office| async move {
    let story = Story::begin(office).await;
    let (hr, id) = (&story.cast.hr, &story.kept);
    let council = crate::support::seed::account(
        &story.office.office,
        &story.cast.employer,
        "council@example.org",
        "Council",
        rules::access::Role::WorksCouncil,
        None,
    )
    .await;
    let posting = story.read_application(hr, id).await.expect("a view").posting_id;
    let release = office::release::NewRelease {
        audience: rules::access::Audience::Body(rules::access::Role::WorksCouncil),
        sections: vec![rules::application::Section::Cv],
        until: story.now() + jiff::SignedDuration::from_hours(24),
    };
    let standing = story.release_standing(hr, &posting, std::slice::from_ref(id), &release).await.expect("standing");
    fs::remove_dir_all(story.backup()).expect("removed");
    story.back_up(&story.backup(), &|_| ()).await.expect("another backup");
    assert!(story.read_application(&council, id).await.is_ok());
    story.end_standing(hr, &posting, &standing).await.expect("ended");
    story.sequence().await.expect("the log");

    let restored = story.restore().await.expect("a restore");
    assert_eq!(restored.releases, 1);
    assert!(matches!(story.read_application(&council, id).await, Err(Error::Forbidden(Denied::Ended(..)))));
    assert_eq!(story.standing_releases(hr, &posting).await.expect("standing"), []);
    assert!(restored.since.iter().any(|(what, _)| what == "1 standing release that ended"), "{:?}", restored.since);
    assert!(story.read_application(&story.cast.kitchen_head, id).await.is_ok(), "what others were given stays");
});

both_engines!(n04_a_blind_review_and_exclusions_that_were_set_since_a_backup_are_set_again, |office| async move {
    let story = Story::begin(office).await;
    let (hr, id, head) = (&story.cast.hr, &story.kept, &story.cast.kitchen_head);
    let account = |actor: &Actor| match actor {
        Actor::Staff(staff) => staff.account.clone(),
        Actor::Anonymous => panic!("somebody at the desk"),
    };
    let posting = story.read_application(hr, id).await.expect("a view").posting_id;
    assert!(story.read_application(head, id).await.expect("a view").contact.is_some(), "it is released");
    story.review_blind(hr, &posting).await.expect("blind");
    story.exclude_from_posting(hr, &posting, &[], &[account(head)]).await.expect("kept");
    story.sequence().await.expect("the log");

    let restored = story.restore().await.expect("a restore");
    assert_eq!(restored.since, [], "nothing is left to do again");
    let view = story.read_application(head, id).await;
    assert!(view.is_ok_and(|view| view.blind && view.contact.is_none()), "it is reviewed blind again");
    assert_eq!(story.posting_exclusions(hr, &posting).await.expect("exclusions"), [account(head)]);
});

/// The date of an application, the instant of its procedure's close, and how it was closed, by whom.
async fn dates(story: &Story, id: &ApplicationId) -> (i64, Option<i64>, Option<String>, Option<String>) {
    let dates = "SELECT a.due_at, p.closed_at, p.close_kind, p.closed_by FROM application a JOIN posting p ON p.id = a.posting_id \
                 WHERE a.id = $1";
    sqlx::query_as(dates).bind(id.as_str()).fetch_one(story.records.read()).await.expect("its dates")
}

/// The history of an application, as codes.
async fn history(story: &Story, id: &ApplicationId) -> Vec<(i64, Option<String>, String)> {
    sqlx::query_as("SELECT at, by_account, what FROM history WHERE application_id = $1 ORDER BY at, what")
        .bind(id.as_str())
        .fetch_all(story.records.read())
        .await
        .expect("its history")
}

both_engines!(n10_a_procedure_that_was_closed_since_a_backup_is_closed_again_and_no_date_moves, |office| async move {
    let story = Story::begin(office).await;
    let (hr, id) = (&story.cast.hr, &story.soon_erased);
    let account = match hr {
        Actor::Staff(staff) => staff.account.to_string(),
        Actor::Anonymous => panic!("HR has an account"),
    };
    decide(&story, &story.cast, id, Outcome::Rejected).await;
    // A clock that goes on with every look at it: the procedure closes in the last second of a day.
    let seconds = std::sync::atomic::AtomicI64::new("2026-12-24T22:59:58Z".parse::<Timestamp>().expect("an instant").as_second());
    let ticking = office::Clock::new(move || {
        Timestamp::from_second(seconds.fetch_add(1, std::sync::atomic::Ordering::SeqCst)).expect("an instant")
    });
    story.with_clock(ticking).close_posting(hr, &story.short.id).await.expect("closed");
    let before = dates(&story, id).await;
    assert_eq!((before.2.as_deref(), before.3.as_deref()), (Some("by_hand"), Some(account.as_str())));
    assert_eq!(before.1, Some("2026-12-24T22:59:59Z".parse::<Timestamp>().expect("an instant").as_millisecond()));

    for month in 2..5 {
        story.office.at(&format!("2027-0{month}-03T00:00:00Z"));
        let restored = story.restore().await.expect("a restore");
        assert_eq!(restored.closed, [story.short.id.as_str()]);
        assert_eq!(restored.outcomes, [id.as_str()], "nobody could set it once the procedure is closed");
        assert_eq!(restored.since, [], "nothing is left to do again");
        assert_eq!(dates(&story, id).await, before, "in month {month}");
        let view = story.read_posting(hr, &story.short.id).await.expect("the posting").posting;
        assert_eq!(view.state, State::Closed);
        let lines = history(&story, id).await;
        let codes: Vec<&str> = lines.iter().map(|line| line.2.as_str()).collect();
        assert!(codes.contains(&"outcome none rejected") && codes.contains(&"closed 2026-12-24"), "{codes:?}");
        assert!(lines.iter().all(|line| line.1.as_deref() == Some(&account)), "{lines:?}");
        let again = "SELECT COUNT(*) FROM leaf WHERE kind = 'journal' AND body LIKE '%closed by_hand again%'";
        assert_eq!(count(&story.log, again).await, month - 1, "each is in the journal");
        assert!(restored.log.is_good());
    }
    story.office.at("2027-06-24T22:00:00Z");
    assert_eq!(story.sweep().await.expect("swept").erased, 1, "it goes on the day on which it was to go");
});

both_engines!(
    n10_a_procedure_that_closed_by_its_plan_is_closed_again_and_the_hired_can_be_handed_over_again,
    |office| async move {
        let story = Story::begin(office).await;
        let (hr, kept) = (&story.cast.hr, &story.kept);
        decide(&story, &story.cast, &story.hired, Outcome::Hired).await;
        // Decided, and taken back.
        decide(&story, &story.cast, kept, Outcome::Rejected).await;
        // A moment later, as the log knows acts by their instants.
        story.office.at(&(story.now() + jiff::SignedDuration::from_secs(1)).to_string());
        let back = Decision { outcome: None, reason: String::new(), rejection_received_at: None };
        story.decide(hr, kept, &back).await.expect("taken back");
        hand_over(&story, hr, &story.hired).await;
        // Planned for six months after the thirtieth of November.
        story.office.at("2028-06-01T00:00:00Z");
        assert_eq!(story.sweep().await.expect("swept").closed, 2);
        let before = (dates(&story, kept).await, dates(&story, &story.hired).await);
        assert_eq!(before.0.2.as_deref(), Some("planned"));
        story.office.at("2028-07-01T00:00:00Z");
        let restored = story.restore().await.expect("a restore");
        assert_eq!(restored.closed.len(), 2);
        assert_eq!(restored.outcomes, [story.hired.as_str()]);
        assert_eq!((dates(&story, kept).await, dates(&story, &story.hired).await), before);
        let names: Vec<&str> = restored.since.iter().map(|(what, _)| what.as_str()).collect();
        assert_eq!(names, ["1 handover", "2 outcomes"], "of one that was taken back, both are told");
        hand_over(&story, hr, &story.hired).await;
    }
);

both_engines!(a_close_of_what_the_backup_has_as_a_draft_is_told_and_holds_and_restrictions_are, |office| async move {
    let story = Story::begin(office).await;
    let hr = &story.cast.hr;
    let draft = story.draft_posting(hr, story.cast.draft()).await.expect("a draft");
    run(
        &story.records,
        &format!("INSERT INTO restriction (id, application_id, ground, since) VALUES ('r1', '{}', 'a', 0)", story.hired),
    )
    .await;
    fs::remove_dir_all(story.backup()).expect("removed");
    story.back_up(&story.backup(), &|_| ()).await.expect("another backup");
    story.publish_posting(hr, &draft).await.expect("published");
    story.close_posting(hr, &draft).await.expect("closed");
    for id in ["h1", "h2"] {
        let claim = format!(
            "INSERT INTO claim (id, employer_id, posting_id, kind, review_on, missed, opened_at, opened_by) \
             SELECT 'claim {id}', a.employer_id, a.posting_id, 'announced', '2027-01-01', 0, 0, (SELECT MIN(id) FROM account) \
             FROM application a WHERE a.id = '{}'",
            story.kept
        );
        run(&story.records, &claim).await;
        let hold = format!(
            "INSERT INTO hold (id, claim_id, application_id, part, created_at, created_by, version, sealed) \
             VALUES ('{id}', 'claim {id}', '{}', 'claimant', 0, 'a', 1, CAST('sealed' AS BLOB))",
            story.kept
        );
        run(&story.records, &hold).await;
    }
    run(&story.records, "UPDATE hold SET ended_at = 1 WHERE id = 'h2'").await;
    run(&story.records, "UPDATE restriction SET lifted_at = 1").await;

    let restored = story.restore().await.expect("a restore");
    assert_eq!(restored.closed, [] as [&str; 0]);
    let since: Vec<(&str, &str)> = restored.since.iter().map(|(what, ids)| (what.as_str(), ids[0].as_str())).collect();
    assert_eq!(
        since,
        [
            ("1 change of a posting", draft.as_str()),
            ("1 closed procedure", draft.as_str()),
            ("1 hold that was set", story.kept.as_str()),
            ("1 restriction that had ended", story.hired.as_str()),
        ]
    );
});
