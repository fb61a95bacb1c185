//! The journal: what was refused, who signed in and out, and finding an entry again.

use crate::support::{self, TestOffice};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, date},
};
use office::{
    Error,
    breach::{Breach, Fate, NewBreach},
    decide::Decision,
    list::Filter,
    log::{By, JournalFilter, JournalLine},
    read::Part,
    refused::Answered,
    release::NewRelease,
    status::Status,
};
use rules::{
    access::{Action, Actor, Audience, Denied, Role},
    application::{Outcome, RestrictionGround, Section},
    form::Problem,
    id::{AccountId, ApplicationId, EntryId},
    journal::{RecordKind, Sort},
};
use support::{
    both_engines,
    seed::{Cast, PASSWORD, account, ada},
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

both_engines!(what_is_entered_in_one_millisecond_keeps_its_order, |office| async move {
    let cast = office.cast().await;
    let actions = [Action::ManageSettings, Action::ReadPlan, Action::ManagePeople].into_iter().cycle().take(24);
    let mut entered = Vec::new();
    for action in actions {
        office.refused(&cast.kitchen_head, action, &[], Answered::Denied(Denied::Role)).await.expect("entered");
        entered.insert(0, action.code().to_owned());
    }
    let found: Vec<String> = refusals(&office, &cast).await.into_iter().map(|(what, ..)| what).collect();
    assert_eq!(found, entered);
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

/// What a filter finds: what, by whom, the newest first.
async fn found(office: &TestOffice, cast: &Cast, filter: JournalFilter) -> Vec<(String, Option<String>)> {
    let page = office.find_in_journal(&cast.privacy, &filter, None, 500).await.expect("the journal");
    assert_eq!(page.behind, 0);
    page.lines.into_iter().map(|line| (line.what, line.name)).collect()
}

fn account_of(actor: &Actor) -> AccountId {
    let Actor::Staff(staff) = actor else { panic!("no staff") };
    staff.account.clone()
}

both_engines!(the_journal_is_found_by_person_sort_record_and_day, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let (one, two) = (office.apply(&posting, ada(), "one").await, office.apply(&posting, ada(), "two").await);
    office.at("2026-12-02T08:00:00Z");
    let view = office.read_application(&cast.hr, &one).await.expect("opened");
    office.pass(SignedDuration::from_secs(1));
    office.open_document(&cast.hr, &one, &view.documents[0].id, Part::Whole).await.expect("a document");
    office.pass(SignedDuration::from_secs(1));
    office.list_applications(&cast.hr, &Filter::default()).await.expect("a list");
    office.pass(SignedDuration::from_secs(1));
    office.refused(&cast.admin, Action::ReadApplication, &[two.as_str()], Answered::Denied(Denied::Role)).await.expect("entered");
    // The last minute of 2 December in Berlin.
    office.at("2026-12-02T22:59:59Z");
    office.add_note(&cast.hr, &two, "A word.").await.expect("a note");
    office.at("2026-12-03T08:00:00Z");
    office.sign_in("hr@example.org", PASSWORD).await.expect("a session");

    let hanna = Some("Hanna Hart".to_owned());
    let line = |what: &str| (what.to_owned(), hanna.clone());
    let of = |person: &Actor| JournalFilter { person: Some(account_of(person)), ..JournalFilter::default() };
    let kind = |sort: Sort| JournalFilter { sort: Some(sort), ..of(&cast.hr) };
    let record = |id: &ApplicationId| JournalFilter { record: EntryId::parse(id.as_str()), ..JournalFilter::default() };
    assert_eq!(found(&office, &cast, kind(Sort::Openings)).await, [line("read_application")]);
    assert_eq!(found(&office, &cast, kind(Sort::Downloads)).await, [line("read_section")]);
    assert_eq!(found(&office, &cast, kind(Sort::Lists)).await, [line("list_applications")]);
    assert_eq!(found(&office, &cast, kind(Sort::SignIns)).await, [line("sign_in")]);
    let refused = JournalFilter { sort: Some(Sort::Refusals), ..JournalFilter::default() };
    assert_eq!(found(&office, &cast, refused).await, [("read_application".to_owned(), Some("Adam Admin".to_owned()))]);
    let lines = found(&office, &cast, record(&one)).await;
    assert_eq!(
        lines.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(),
        ["list_applications", "read_section", "read_application", "apply"]
    );
    let day = |from: Option<Date>, to: Option<Date>| JournalFilter { from, to, ..of(&cast.hr) };
    let second = Some(date(2026, 12, 2));
    assert_eq!(found(&office, &cast, day(second, second)).await.len(), 4, "both ends count, as days in Berlin");
    assert_eq!(found(&office, &cast, day(second.and_then(|day| day.tomorrow().ok()), None)).await, [line("sign_in")]);
    let before = day(None, Some(date(2026, 12, 1)));
    assert!(found(&office, &cast, before).await.iter().all(|(what, _)| what == "run_posting"));

    // Page by page.
    let page = office.find_in_journal(&cast.privacy, &record(&one), None, 2).await.expect("a page").lines;
    let last = page.last().and_then(|line| line.index);
    let next = office.find_in_journal(&cast.privacy, &record(&one), last, 2).await.expect("a page").lines;
    assert_eq!(next.iter().map(|line| line.what.as_str()).collect::<Vec<_>>(), ["read_application", "apply"]);

    // What was asked for stands in the journal, and nobody else may ask.
    let lines = lines_of_reading(&office, &cast).await;
    assert!(lines.iter().any(|detail| detail.ends_with(&format!("record {one}"))), "{lines:?}");
    assert!(office.find_in_journal(&cast.hr, &record(&one), None, 2).await.is_err());
    assert!(office.export_journal(&cast.admin, record(&one)).await.is_err());
});

async fn lines_of_reading(office: &TestOffice, cast: &Cast) -> Vec<String> {
    lines(office, cast).await.into_iter().filter(|line| line.what == "read_journal").map(|line| line.detail).collect()
}

both_engines!(another_employers_privacy_officer_finds_nothing_of_it, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let other = office.add_employer("Other Ltd").await.expect("an employer");
    let officer = account(&office.office, &other, "privacy@other.example", "Petra Other", Role::Privacy, None).await;
    for filter in [
        JournalFilter { record: EntryId::parse(id.as_str()), ..JournalFilter::default() },
        JournalFilter { person: Some(account_of(&cast.hr)), ..JournalFilter::default() },
    ] {
        let page = office.find_in_journal(&officer, &filter, None, 500).await.expect("the journal");
        assert_eq!(page.lines, []);
        let mut export = office.export_journal(&officer, filter).await.expect("an export");
        assert_eq!(export.next().await.expect("a part"), None);
    }
    let people: Vec<String> = office.journal_people(&officer).await.expect("people").into_iter().map(|(_, name)| name).collect();
    assert_eq!(people, ["Petra Other"]);
});

both_engines!(what_the_index_lost_is_made_anew_from_the_leaves_a_batch_at_a_time, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let mut tx = office.records.write().await.expect("a transaction");
    for number in 0..1200 {
        let body = format!("{{\"by\":\"house\",\"what\":\"apply\",\"subjects\":[\"{id}\"]}}");
        // One of an unknown form stops nothing.
        let body = if number == 700 { "?".to_owned() } else { body };
        sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, 1, 'journal', $2, '', $3)")
            .bind(format!("{number:032x}"))
            .bind(if number == 700 { "nobody" } else { cast.employer.as_str() })
            .bind(body)
            .execute(&mut *tx)
            .await
            .expect("an entry");
    }
    tx.commit().await.expect("a commit");
    office.sequence().await.expect("the log");
    let record = JournalFilter { record: EntryId::parse(id.as_str()), ..JournalFilter::default() };
    let all = async || {
        let mut export = office.export_journal(&cast.privacy, record.clone()).await.expect("an export");
        let mut lines = Vec::new();
        while let Some(part) = export.next().await.expect("a part") {
            lines.extend(part.into_iter().map(|line| line.index));
        }
        lines
    };
    let before = all().await;
    assert_eq!(before.len(), 1200, "1199, and the one who applied");
    assert!(before.windows(2).all(|pair| pair[0] > pair[1]), "each once, the newest first");
    // As before an update, or after a restore.
    for table in ["DELETE FROM act", "DELETE FROM touch", "DELETE FROM indexed"] {
        support::execute(&office.log, table).await;
    }
    assert_eq!(all().await, before);
});

/// The breach of HR's account from 2 December, nine o'clock, until noon; known since the next morning.
fn breach_of(cast: &Cast) -> NewBreach {
    let at = |text: &str| -> Timestamp { text.parse().expect("an instant") };
    NewBreach {
        person: account_of(&cast.hr),
        from: at("2026-12-02T08:00:00Z"),
        to: at("2026-12-02T11:00:00Z"),
        known: at("2026-12-03T08:00:00Z"),
        token: "00000000000000000000000000000b0b".to_owned(),
    }
}

both_engines!(a_breach_says_whom_the_account_touched_how_and_what_became_of_them, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let mut ids = Vec::new();
    for token in ["1", "2", "3", "4"] {
        ids.push(office.apply(&posting, ada(), token).await);
    }
    office.read_application(&cast.hr, &ids[3]).await.expect("before the breach");
    office.at("2026-12-02T08:00:00Z");
    let view = office.read_application(&cast.hr, &ids[0]).await.expect("opened");
    office.at("2026-12-02T09:00:00Z");
    office.open_document(&cast.hr, &ids[0], &view.documents[0].id, Part::Whole).await.expect("a document");
    office.read_application(&cast.hr, &ids[1]).await.expect("opened");
    office.add_note(&cast.hr, &ids[2], "A word.").await.expect("a note");
    office.refused(&cast.hr, Action::ManageSettings, &[], Answered::Denied(Denied::Role)).await.expect("entered");
    office.at("2026-12-02T11:00:00Z");
    office.read_application(&cast.hr, &ids[3]).await.expect("after the breach");

    office.at("2026-12-03T09:00:00Z");
    let id = office.enter_breach(&cast.privacy, &breach_of(&cast)).await.expect("entered");
    assert_eq!(office.enter_breach(&cast.privacy, &breach_of(&cast)).await.expect("once"), id);
    assert_eq!(office.breaches(&cast.privacy).await.expect("a list").len(), 1);
    let breach = office.read_breach(&cast.privacy, &id, false).await.expect("the breach");
    assert_eq!(breach.refused, 1);
    let touched = |breach: &Breach| -> Vec<(String, Vec<Sort>, i64)> {
        breach.touched.iter().map(|one| (one.record.to_string(), one.sorts.clone(), one.count)).collect()
    };
    let mut found = touched(&breach);
    found.sort();
    let mut expected = [
        (ids[0].to_string(), vec![Sort::Openings, Sort::Downloads], 2),
        (ids[1].to_string(), vec![Sort::Openings], 1),
        (ids[2].to_string(), vec![Sort::Changes], 1),
    ];
    expected.sort();
    assert_eq!(found, expected);
    let first = breach.touched.iter().find(|one| one.record.as_str() == ids[0].as_str()).expect("the first");
    assert_eq!((first.kind, first.posting.as_deref()), (RecordKind::Application, Some(posting.title.as_str())));
    assert_eq!(
        first.sections,
        [Section::Contact, Section::Cv, Section::Letter],
        "what was there, and that the journal names no disability"
    );
    assert_eq!(
        (first.first.to_string().as_str(), first.last.to_string().as_str()),
        ("2026-12-02T08:00:00Z", "2026-12-02T09:00:00Z")
    );
    assert!(breach.touched.iter().all(|one| one.fate == Fate::Live));

    // Erased meanwhile: the certificate's number is said, and still to which posting it belonged.
    let number = view.certificate_no;
    for id in &ids {
        let decision = Decision { outcome: Some(Outcome::Rejected), reason: "no".to_owned(), rejection_received_at: None };
        office.decide(&cast.hr, id, &decision).await.expect("decided");
    }
    office.close_posting(&cast.hr, &posting.id).await.expect("closed");
    office.at("2027-06-10T00:00:00Z");
    assert_eq!(office.sweep().await.expect("swept").erased, 4);
    let breach = office.read_breach(&cast.privacy, &id, true).await.expect("the breach");
    let mut found = touched(&breach);
    found.sort();
    assert_eq!(found, expected, "what is gone was touched all the same");
    let first = breach.touched.iter().find(|one| one.record.as_str() == ids[0].as_str()).expect("the first");
    assert_eq!((&first.fate, first.posting.as_deref()), (&Fate::Erased(Some(number)), Some(posting.title.as_str())));

    for other in [&cast.hr, &cast.admin, &cast.kitchen_head] {
        assert!(matches!(office.read_breach(other, &id, false).await, Err(Error::Forbidden(Denied::Role))));
    }
    let elsewhere = office.add_employer("Other Ltd").await.expect("an employer");
    let officer = account(&office.office, &elsewhere, "privacy@other.example", "Petra Other", Role::Privacy, None).await;
    assert!(matches!(office.read_breach(&officer, &id, false).await, Err(Error::NotFound)));
    let acts = lines(&office, &cast).await;
    let mut acts: Vec<(&str, &str)> = acts
        .iter()
        .filter(|line| line.subjects.first().is_some_and(|subject| subject == id.as_str()))
        .map(|line| (line.what.as_str(), line.detail.as_str()))
        .collect();
    acts.sort_unstable();
    assert_eq!(acts, [("breach", "entered"), ("read_journal", "breach"), ("read_journal", "export breach")]);
});

both_engines!(the_seventy_two_hours_run_until_the_report_and_three_years_later_a_breach_is_gone, |office| async move {
    let cast = office.cast().await;
    office.at("2026-12-03T09:00:00Z");
    let at = |text: &str| -> Timestamp { text.parse().expect("an instant") };
    let wrong = async |change: &dyn Fn(&mut NewBreach)| {
        let mut new = breach_of(&cast);
        change(&mut new);
        match office.enter_breach(&cast.privacy, &new).await {
            Err(Error::Invalid(problems)) => problems,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(wrong(&|new| new.person = AccountId::from_bytes([9; 16])).await, [("person", Problem::NotAChoice)]);
    assert_eq!(wrong(&|new| new.to = new.from).await, [("to", Problem::TooEarly)]);
    assert_eq!(wrong(&|new| new.to = at("2026-12-03T09:00:01Z")).await, [("to", Problem::TooLate)]);
    assert_eq!(wrong(&|new| new.known = at("2026-12-03T09:00:01Z")).await, [("known", Problem::TooLate)]);
    assert_eq!(wrong(&|new| new.known = at("2026-12-02T07:59:59Z")).await, [("known", Problem::TooEarly)]);

    let id = office.enter_breach(&cast.privacy, &breach_of(&cast)).await.expect("entered");
    let waits = async || office.waiting(&cast.privacy).await.expect("what waits").privacy.expect("a part").breaches;
    assert_eq!(waits().await.iter().map(|line| line.report_by).collect::<Vec<_>>(), [at("2026-12-06T08:00:00Z")]);
    for (reported, problem) in [("2026-12-03T07:59:59Z", Problem::TooEarly), ("2026-12-03T09:00:01Z", Problem::TooLate)] {
        match office.report_breach(&cast.privacy, &id, at(reported)).await {
            Err(Error::Invalid(problems)) => assert_eq!(problems, [("reported", problem)]),
            other => panic!("{other:?}"),
        }
    }
    office.report_breach(&cast.privacy, &id, at("2026-12-03T08:30:00Z")).await.expect("reported");
    assert!(matches!(office.report_breach(&cast.privacy, &id, at("2026-12-03T08:40:00Z")).await, Err(Error::Conflict)));
    assert_eq!(waits().await, []);

    for (now, left) in [("2029-12-03T22:59:59Z", 1), ("2029-12-03T23:00:00Z", 0)] {
        office.at(now);
        office.sweep().await.expect("swept");
        assert_eq!(office.breaches(&cast.privacy).await.expect("a list").len(), left, "{now}");
    }
});

both_engines!(
    whoever_opens_more_applications_in_a_day_than_the_setting_allows_is_shown_to_the_privacy_officer,
    |office| async move {
        let cast = office.cast().await;
        for wrong in ["9", "10001", "many", ""] {
            assert!(office.set_desk_setting("journal.alert", wrong).await.is_err(), "{wrong:?}");
        }
        office.set_desk_setting("journal.alert", "10").await.expect("a setting");
        let posting = office.open_posting_of(&cast).await;
        let mut ids = Vec::new();
        for number in 0..11 {
            ids.push(office.apply(&posting, ada(), &number.to_string()).await);
        }
        let shown = async || {
            office.sequence().await.expect("the log");
            let unusual = office.waiting(&cast.privacy).await.expect("what waits").privacy.expect("a part").unusual;
            unusual.into_iter().map(|one| (one.name, one.day.to_string(), one.applications)).collect::<Vec<_>>()
        };
        office.at("2026-12-02T22:00:00Z");
        for id in &ids[..10] {
            office.read_application(&cast.hr, id).await.expect("opened");
            office.read_application(&cast.hr, id).await.expect("opened again");
        }
        // Past midnight in Berlin; and what was refused was not read.
        office.at("2026-12-02T23:00:00Z");
        office.read_application(&cast.hr, &ids[10]).await.expect("opened");
        office
            .refused(&cast.hr, Action::ReadApplication, &[ids[9].as_str()], Answered::Denied(Denied::Role))
            .await
            .expect("entered");
        assert_eq!(shown().await, []);
        for id in &ids {
            office.read_application(&cast.hr, id).await.expect("opened");
        }
        assert_eq!(shown().await, [("Hanna Hart".to_owned(), "2026-12-03".to_owned(), 11)]);
        assert!(office.waiting(&cast.hr).await.expect("what waits").privacy.is_none(), "nobody else is told");
        office.at("2026-12-17T12:00:00Z");
        assert_eq!(shown().await, [], "after a fortnight it stands in the journal alone");
    }
);

/// Everything that the journal is made of, wherever it stands: waiting, in its place, and where it is found again.
async fn written(office: &TestOffice) -> Vec<String> {
    let mut written = Vec::new();
    for (db, query) in [
        (&office.records, "SELECT subject || ' ' || body FROM entry_in WHERE kind = 'journal'"),
        (&office.log, "SELECT subject || ' ' || body FROM leaf WHERE kind = 'journal'"),
        (&office.log, "SELECT actor FROM act"),
        (&office.log, "SELECT subject FROM touch"),
    ] {
        written.extend(sqlx::query_scalar::<_, String>(query).fetch_all(db.read()).await.expect("what is written"));
    }
    written
}

async fn months(office: &TestOffice) -> Vec<String> {
    sqlx::query_scalar("SELECT id FROM journal_month ORDER BY id").fetch_all(office.keys.read()).await.expect("the months")
}

both_engines!(no_account_stands_in_the_journal_and_it_names_everybody_all_the_same, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let (one, two) = (office.apply(&posting, ada(), "one").await, office.apply(&posting, ada(), "two").await);
    let (karl, greta) = (account_of(&cast.kitchen_head), account_of(&cast.garden_head));
    office.read_application(&cast.hr, &one).await.expect("opened");
    let release = NewRelease {
        audience: Audience::Person(karl.clone()),
        sections: vec![Section::Cv],
        until: "2027-01-31T00:00:00Z".parse().expect("an instant"),
    };
    office.release(&cast.hr, &one, &release).await.expect("a release");
    office.exclude(&cast.hr, &two, &greta).await.expect("kept from her");
    office.list_people(&cast.admin).await.expect("the people");
    office.sign_in("hr@example.org", PASSWORD).await.expect("a session");
    assert!(office.sign_in("hr@example.org", "wrong").await.is_err());
    office.refused(&cast.admin, Action::ReadApplication, &[one.as_str()], Answered::Denied(Denied::Role)).await.expect("entered");
    let of_karl = JournalFilter { person: Some(karl.clone()), ..JournalFilter::default() };
    office.find_in_journal(&cast.privacy, &of_karl, None, 100).await.expect("the journal");

    let accounts: Vec<String> =
        sqlx::query_scalar("SELECT id FROM account").fetch_all(office.records.read()).await.expect("the accounts");
    let assert_none = async |when: &str| {
        let written = written(&office).await;
        assert!(written.len() > 15, "{when}: {written:?}");
        for account in &accounts {
            let found: Vec<&String> = written.iter().filter(|text| text.contains(account.as_str())).collect();
            assert!(found.is_empty(), "{when}: {account} stands in {found:?}");
        }
    };
    assert_none("while it waits").await;
    office.sequence().await.expect("the log");
    assert_none("in its place").await;

    let lines = lines(&office, &cast).await;
    let line = |what: &str, start: &str| {
        let found = lines.iter().find(|line| line.what == what && line.detail.starts_with(start));
        found.unwrap_or_else(|| panic!("{what} {start} is not in {lines:?}"))
    };
    let opened = line("read_application", "contact");
    assert_eq!((opened.name.as_deref(), &opened.by), (Some("Hanna Hart"), &By::Account(account_of(&cast.hr).to_string())));
    assert_eq!(opened.role, Some(Role::Hr));
    assert!(line("release", "cv").detail.ends_with(karl.as_str()), "to whom it was released");
    assert!(line("exclude", "excluded").detail.ends_with(greta.as_str()), "from whom it is kept");
    assert!(line("manage_people", "").subjects.contains(&karl.to_string()));
    assert_eq!(line("sign_in", "failed").name.as_deref(), Some("Hanna Hart"));
    assert_eq!((line("read_application", "refused").role, line("sign_in", "").role), (None, None), "in no role of theirs");
    assert!(lines_of_reading(&office, &cast).await.iter().any(|detail| detail.ends_with(&format!("person {karl}"))));
    // An account is found as a record too.
    let record = JournalFilter { record: EntryId::parse(karl.as_str()), ..JournalFilter::default() };
    let found = found(&office, &cast, record).await;
    assert!(found.contains(&("manage_people".to_owned(), Some("Adam Admin".to_owned()))), "{found:?}");
});

both_engines!(a_person_is_found_on_both_sides_of_a_months_end, |office| async move {
    let cast = office.cast().await;
    office.set_desk_setting("journal.alert", "10").await.expect("a setting");
    let posting = office.open_posting_of(&cast).await;
    let mut ids = Vec::new();
    for number in 0..11 {
        ids.push(office.apply(&posting, ada(), &number.to_string()).await);
    }
    // From before there were aliases.
    office.at("2026-12-31T22:00:00Z");
    let body =
        format!("{{\"by\":{{\"account\":\"{}\"}},\"what\":\"decide\",\"subjects\":[\"{}\"]}}", account_of(&cast.hr), ids[0]);
    let mut tx = office.records.write().await.expect("a write");
    sqlx::query("INSERT INTO entry_in (id, at, kind, employer_id, subject, body) VALUES ($1, $2, 'journal', $3, $4, $5)")
        .bind("0".repeat(32))
        .bind(office.now().as_millisecond())
        .bind(cast.employer.as_str())
        .bind(ids[0].as_str())
        .bind(body)
        .execute(&mut *tx)
        .await
        .expect("an entry");
    tx.commit().await.expect("a commit");
    // The last hour of the year in Berlin, and the first of the next.
    for at in ["2026-12-31T22:30:00Z", "2026-12-31T23:30:00Z"] {
        office.at(at);
        for id in &ids {
            office.read_application(&cast.hr, id).await.expect("opened");
        }
    }
    office.at("2027-01-01T12:00:00Z");
    assert_eq!(months(&office).await, ["2026-12", "2027-01"]);
    office.sequence().await.expect("the log");
    let actors: i64 = sqlx::query_scalar("SELECT COUNT(DISTINCT actor) FROM act WHERE what = 'read_application'")
        .fetch_one(office.log.read())
        .await
        .expect("a count");
    assert_eq!(actors, 2, "another alias with each month");

    let of_hanna = JournalFilter { person: Some(account_of(&cast.hr)), ..JournalFilter::default() };
    let hanna = Some("Hanna Hart".to_owned());
    let found = found(&office, &cast, of_hanna.clone()).await;
    let count = |what: &str| found.iter().filter(|line| **line == (what.to_owned(), hanna.clone())).count();
    assert_eq!((count("read_application"), count("decide")), (22, 1), "{found:?}");
    let mut export = office.export_journal(&cast.privacy, of_hanna).await.expect("an export");
    let saved = export.next().await.expect("a part").expect("lines");
    assert!(saved.len() >= 23 && saved.iter().all(|line| line.name == hanna), "{saved:?}");

    let unusual = office.waiting(&cast.privacy).await.expect("what waits").privacy.expect("a part").unusual;
    let unusual: Vec<_> = unusual.into_iter().map(|one| (one.person, one.name, one.day.to_string())).collect();
    let hers = |day: &str| (account_of(&cast.hr), "Hanna Hart".to_owned(), day.to_owned());
    assert_eq!(unusual, [hers("2027-01-01"), hers("2026-12-31")]);

    let at = |text: &str| -> Timestamp { text.parse().expect("an instant") };
    let new = NewBreach {
        from: at("2026-12-31T21:00:00Z"),
        to: at("2027-01-01T00:00:00Z"),
        known: at("2027-01-01T08:00:00Z"),
        ..breach_of(&cast)
    };
    let id = office.enter_breach(&cast.privacy, &new).await.expect("entered");
    let breach = office.read_breach(&cast.privacy, &id, false).await.expect("the breach");
    assert_eq!((breach.touched.len(), breach.forgotten), (11, false));
    let first = breach.touched.iter().find(|one| one.record.as_str() == ids[0].as_str()).expect("the first");
    assert_eq!(first.count, 3, "in both months, and from before there were aliases");
});

both_engines!(once_its_period_has_ended_nobody_can_tell_who_acted_in_a_month_and_the_rest_stays, |office| async move {
    let cast = office.cast().await;
    for wrong in ["11", "61", "some"] {
        assert!(office.set_desk_setting("journal.months", wrong).await.is_err(), "{wrong}");
    }
    office.set_desk_setting("journal.months", "12").await.expect("a setting");
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    office.at("2026-12-02T09:00:00Z");
    office.read_application(&cast.hr, &id).await.expect("opened");
    let breach = NewBreach { token: "00000000000000000000000000000b0c".to_owned(), ..breach_of(&cast) };
    office.at("2026-12-03T09:00:00Z");
    let breach = office.enter_breach(&cast.privacy, &breach).await.expect("entered");
    office.at("2027-01-02T09:00:00Z");
    office.read_application(&cast.hr, &id).await.expect("opened");
    let names = async || {
        let record =
            JournalFilter { record: EntryId::parse(id.as_str()), sort: Some(Sort::Openings), ..JournalFilter::default() };
        let lines = office.find_in_journal(&cast.privacy, &record, None, 500).await.expect("the journal").lines;
        lines.into_iter().map(|line| (line.at.to_string(), line.name, line.role)).collect::<Vec<_>>()
    };
    let hanna = Some("Hanna Hart".to_owned());
    let opened = |at: &str, name: &Option<String>| (at.to_owned(), name.clone(), Some(Role::Hr));

    // December ended with the year; a second before the next one ends, its period has not.
    office.at("2027-12-31T22:59:59Z");
    office.sweep().await.expect("swept");
    assert_eq!(names().await, [opened("2027-01-02T09:00:00Z", &hanna), opened("2026-12-02T09:00:00Z", &hanna)]);
    office.at("2027-12-31T23:00:00Z");
    office.sweep().await.expect("swept");
    assert_eq!(names().await, [opened("2027-01-02T09:00:00Z", &hanna), opened("2026-12-02T09:00:00Z", &None)]);
    assert_eq!(months(&office).await, ["2027-01", "2027-12", "2028-01"]);

    let of_hanna = JournalFilter { person: Some(account_of(&cast.hr)), ..JournalFilter::default() };
    assert_eq!(found(&office, &cast, of_hanna).await, [("read_application".to_owned(), hanna)], "by the younger month alone");
    let lines = lines(&office, &cast).await;
    let old = lines.iter().find(|line| line.at.to_string() == "2026-12-02T09:00:00Z").expect("the line");
    assert!(matches!(&old.by, By::Account(alias) if *alias != account_of(&cast.hr).to_string()), "{old:?}");
    let breach = office.read_breach(&cast.privacy, &breach, false).await.expect("the breach");
    assert!(breach.touched.is_empty() && breach.forgotten, "{breach:?}");
    assert!(office.verify_log().await.expect("a verdict").is_good());
    assert_eq!(office.fsck(false).await.expect("a look at everything"), []);

    let elsewhere = tempfile::tempdir().expect("another disk");
    let copy = office.copy_keys(elsewhere.path()).await.expect("a copy");
    let copy = sqlx::AnyPool::connect(&format!("sqlite://{}", copy.display())).await.expect("the copy");
    let held: Vec<String> =
        sqlx::query_scalar("SELECT id FROM journal_month ORDER BY id").fetch_all(&copy).await.expect("months");
    assert_eq!(held, ["2027-01", "2027-12", "2028-01"]);
});

both_engines!(a_pass_for_another_instant_leaves_the_month_of_now, |office| async move {
    let cast = office.cast().await;
    let later = office.as_of("2031-01-01T00:00:00Z".parse().expect("an instant"));
    later.sweep().await.expect("swept");
    assert_eq!(months(&office).await, ["2026-12"]);
    office.list_people(&cast.admin).await.expect("the people");
    let lines = lines(&office, &cast).await;
    assert_eq!(lines.iter().find(|line| line.what == "manage_people").and_then(|line| line.name.as_deref()), Some("Adam Admin"));
});

both_engines!(processes_that_come_to_a_new_month_at_once_make_one_key_for_it, |office| async move {
    let cast = office.cast().await;
    let others = [office.second_process().await, office.second_process().await];
    for month in 1..=6 {
        office.at(&format!("2027-{month:02}-01T09:00:00Z"));
        let (one, two, three) = tokio::join!(
            office.list_people(&cast.admin),
            others[0].list_people(&cast.admin),
            others[1].certificates(&cast.hr, 10)
        );
        one.and(two).expect("the people");
        three.expect("the certificates");
    }
    assert_eq!(months(&office).await.len(), 7);
    let lines = lines(&office, &cast).await;
    let named = lines.iter().filter(|line| line.what == "manage_people" && line.name.as_deref() == Some("Adam Admin"));
    assert_eq!(named.count(), 12, "{lines:?}");
});

both_engines!(n11_an_applicant_reads_on_which_day_and_in_which_role_it_was_opened, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let mut document = office.begin_document().await.expect("a document begins");
    document.push(&support::seed::pdf()).await.expect("a document streams");
    let document = document.finish("cv.pdf").await.expect("a document arrives");
    let applicant = ada().check(&[]).unwrap_or_else(|problems| panic!("{problems:?}"));
    let receipt = office.receive(&posting, applicant, document, "one", posting.language).await.expect("a receipt");
    let id = office.application_of(&receipt.code).await.expect("an application");
    let other = office.apply(&posting, ada(), "two").await;
    let told = async || match office.status(&receipt.code).await.expect("the status") {
        Status::Here { readings, .. } => readings
            .into_iter()
            .map(|reading| (reading.day.to_string(), reading.role, reading.opened, reading.fetched))
            .collect::<Vec<_>>(),
        Status::Arriving { title } => panic!("{title} is arriving"),
    };
    assert_eq!(told().await, []);
    // Neither lists nor refusals, nor what is done to another one.
    office.list_applications(&cast.hr, &Filter::default()).await.expect("a list");
    office.refused(&cast.admin, Action::ReadApplication, &[id.as_str()], Answered::Denied(Denied::Role)).await.expect("entered");
    office.read_application(&cast.hr, &other).await.expect("opened");
    release(&office, &cast, &id).await;
    assert_eq!(told().await, []);

    office.at("2026-12-02T22:30:00Z");
    let view = office.read_application(&cast.hr, &id).await.expect("opened");
    office.read_application(&cast.hr, &id).await.expect("opened again");
    office.read_application(&cast.kitchen_head, &id).await.expect("opened");
    office.open_document(&cast.kitchen_head, &id, &view.documents[0].id, Part::Whole).await.expect("a document");
    // After midnight in Berlin.
    office.at("2026-12-02T23:30:00Z");
    office.read_application(&cast.hr, &id).await.expect("opened");
    let line = |day: &str, role, opened, fetched| (day.to_owned(), Some(role), opened, fetched);
    let expected = [line("2026-12-03", Role::Hr, 1, 0), line("2026-12-02", Role::Hr, 2, 0), line("2026-12-02", Role::Head, 1, 1)];
    assert_eq!(told().await, expected, "while the entries wait");
    office.sequence().await.expect("the log");
    assert_eq!(told().await, expected, "and in the log");
    // Who it was may be forgotten; in which role stays.
    support::execute(&office.keys, "DELETE FROM journal_month").await;
    assert_eq!(told().await, expected);
});
