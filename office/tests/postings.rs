//! Postings at the desk: written as drafts, published with a complete notice, stopped, counted.

use crate::support;

use office::{
    Error, Refusal,
    decide::Decision,
    posting::{DESK_SETTINGS, PostingDraft},
    status::Status,
};
use rules::{
    access::{Actor, Denied},
    application::{Outcome, Stage},
    form::Problem,
    id::PostingId,
    posting::{DatesRefused, PayPeriod, PayRange, State},
    retention::Start,
};
use support::{both_engines, seed::ada};

fn problems<T: std::fmt::Debug>(answer: Result<T, Error>) -> Vec<(&'static str, Problem)> {
    match answer {
        Err(Error::Invalid(problems)) => problems,
        other => panic!("expected problems with fields, got {other:?}"),
    }
}

both_engines!(a_draft_is_seen_by_hr_alone, |office| async move {
    let cast = office.cast().await;
    let id = office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
    let posting = office.read_posting(&cast.hr, &id).await.expect("the draft").posting;
    assert_eq!(posting.state, State::Draft);
    assert_eq!(posting.department_name, "Kitchen");
    assert_eq!(posting.planned_close_on.to_string(), "2027-06-30", "six months after the end of intake");
    assert_eq!(PostingDraft::of(&posting), PostingDraft { planned_close_on: "2027-06-30".to_owned(), ..cast.draft() });
    assert!(office.open_postings().await.expect("the careers site").is_empty());
    assert!(matches!(office.open_posting(&posting.slug).await, Err(Error::NotFound)));
    for other in [&cast.kitchen_head, &cast.privacy, &cast.admin] {
        assert!(matches!(office.read_posting(other, &id).await, Err(Error::Forbidden(Denied::Role))));
        assert!(matches!(office.list_postings(other).await, Err(Error::Forbidden(Denied::Role))));
        assert!(matches!(office.draft_posting(other, cast.draft()).await, Err(Error::Forbidden(Denied::Role))));
    }
    assert!(matches!(office.read_posting(&Actor::Anonymous, &id).await, Err(Error::Forbidden(Denied::SignIn))));
    let stranger = office.stranger().await;
    assert!(matches!(office.read_posting(&stranger, &id).await, Err(Error::NotFound)));
    assert!(matches!(office.publish_posting(&stranger, &id).await, Err(Error::NotFound)));
    assert!(office.list_postings(&stranger).await.expect("their list").is_empty());
});

both_engines!(an_empty_draft_names_every_field, |office| async move {
    let cast = office.cast().await;
    let missing = problems(office.draft_posting(&cast.hr, PostingDraft::default()).await);
    let fields: Vec<_> = missing.iter().map(|(field, _)| *field).collect();
    assert_eq!(
        fields,
        [
            "title",
            "summary",
            "body",
            "place",
            "pay",
            "contact",
            "next_steps",
            "department",
            "language",
            "employment",
            "country",
            "seats",
            "answer_days",
            "intake_ends_on"
        ]
    );
    assert!(missing.iter().all(|(_, problem)| *problem == Problem::Missing), "{missing:?}");
    assert!(office.list_postings(&cast.hr).await.expect("the list").is_empty(), "a refused draft must leave nothing");
});

both_engines!(a_draft_that_breaks_a_rule_says_which, |office| async move {
    let cast = office.cast().await;
    let elsewhere = office.add_employer("Other Ltd").await.expect("another employer");
    let elsewhere = office.add_department(&elsewhere, "Kitchen").await.expect("its department").to_string();
    let number = Problem::NotANumber { min: 1, max: 999 };
    for (field, text, expected) in [
        ("title", &*"x".repeat(121), Problem::TooLong { max: 120 }),
        ("title", "a\u{7}b", Problem::NotText),
        ("body", &*"x".repeat(10_001), Problem::TooLong { max: 10_000 }),
        ("department", "../kitchen", Problem::NotAChoice),
        ("department", &elsewhere, Problem::NotAChoice),
        ("language", "fr", Problem::NotAChoice),
        ("employment", "always", Problem::NotAChoice),
        ("seats", "0", number),
        ("seats", "1000", number),
        ("seats", "two", number),
        ("seats", "99999999999999999999", number),
        ("answer_days", "0", Problem::NotANumber { min: 1, max: 90 }),
        ("answer_days", "91", Problem::NotANumber { min: 1, max: 90 }),
        ("country", "US", Problem::NotAChoice),
        ("pay_min", "", Problem::Missing),
        ("pay_min", "a lot", Problem::NotANumber { min: 1, max: 1_000_000 }),
        ("pay_max", "", Problem::Missing),
        ("pay_max", "2899,50", Problem::NotANumber { min: 2_900, max: 1_000_000 }),
        ("pay_max", "1.000.001", Problem::NotANumber { min: 2_900, max: 1_000_000 }),
        ("pay_period", "week", Problem::NotAChoice),
        ("intake_ends_on", "31.12.2026", Problem::NotADate),
        ("intake_ends_on", "2026-02-30", Problem::NotADate),
        ("intake_ends_on", "2026-11-30", Problem::TooEarly),
        ("intake_ends_on", "2028-12-02", Problem::TooLate),
        ("planned_close_on", "soon", Problem::NotADate),
        ("planned_close_on", "2026-12-31", Problem::TooEarly),
        ("planned_close_on", "2029-01-01", Problem::TooLate),
    ] {
        let mut draft = cast.draft();
        let typed = match field {
            "title" => &mut draft.title,
            "body" => &mut draft.body,
            "department" => &mut draft.department,
            "language" => &mut draft.language,
            "employment" => &mut draft.employment,
            "seats" => &mut draft.seats,
            "answer_days" => &mut draft.answer_days,
            "country" => &mut draft.country,
            "pay_min" => &mut draft.pay_min,
            "pay_max" => &mut draft.pay_max,
            "pay_period" => &mut draft.pay_period,
            "intake_ends_on" => &mut draft.intake_ends_on,
            _ => &mut draft.planned_close_on,
        };
        *typed = text.to_owned();
        assert_eq!(problems(office.draft_posting(&cast.hr, draft).await), [(field, expected)], "{field} = {text:.40}");
    }
});

both_engines!(pay_in_figures_is_all_of_it_or_none_and_comes_back_as_it_was_meant, |office| async move {
    let cast = office.cast().await;
    let stored = |min: &'static str, max: &'static str, period: &'static str| {
        let draft =
            PostingDraft { pay_min: min.to_owned(), pay_max: max.to_owned(), pay_period: period.to_owned(), ..cast.draft() };
        let (office, hr) = (&office, &cast.hr);
        async move {
            let id = office.draft_posting(hr, draft).await.expect("a draft");
            let posting = office.read_posting(hr, &id).await.expect("the draft").posting;
            let form = PostingDraft::of(&posting);
            (posting.pay_range, [form.pay_min, form.pay_max, form.pay_period])
        }
    };
    for (min, max, period, cents, form) in [
        ("15,50", "18", PayPeriod::Hour, (1_550, 1_800), ["15.50", "18", "hour"]),
        ("2.900", " 3.300,00 ", PayPeriod::Month, (290_000, 330_000), ["2900", "3300", "month"]),
        ("58,000", "58,000", PayPeriod::Year, (5_800_000, 5_800_000), ["58000", "58000", "year"]),
    ] {
        let (range, again) = stored(min, max, period.code()).await;
        assert_eq!(range, PayRange::new(cents.0, cents.1, period));
        assert_eq!(again, form);
    }
    assert_eq!(stored("", " ", "year").await, (None, [String::new(), String::new(), String::new()]));
});

both_engines!(applicants_are_told_by_when_they_are_answered, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    // Late in the evening it is the next day already where the employer is.
    office.at("2026-12-24T23:30:00Z");
    let receipt = office.receipt_for(&posting, ada(), "token").await;
    let told = Some(jiff::civil::date(2027, 1, 8));
    assert_eq!(receipt.answer_by, told);
    let Status::Here { answer_by, .. } = office.status(&receipt.code).await.expect("the status") else {
        panic!("it has arrived by now");
    };
    assert_eq!(answer_by, told);
    assert_eq!(office.receipt_of(&receipt.code).await.expect("the receipt").answer_by, told);
    support::execute(&office.records, "UPDATE posting SET answer_days = NULL").await;
    assert_eq!(office.receipt_of(&receipt.code).await.expect("the receipt").answer_by, None, "a posting of before");
});

both_engines!(postings_with_one_title_get_names_of_their_own, |office| async move {
    let cast = office.cast().await;
    let mut slugs = Vec::new();
    for _ in 0..3 {
        let id = office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
        slugs.push(office.read_posting(&cast.hr, &id).await.expect("the draft").posting.slug);
    }
    assert_eq!(slugs, ["koechin-oder-koch-m-w-d", "koechin-oder-koch-m-w-d-2", "koechin-oder-koch-m-w-d-3"]);
});

both_engines!(a_draft_changes_until_it_is_published_and_never_after, |office| async move {
    let cast = office.cast().await;
    let id = office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
    let other = PostingDraft {
        title: "  Gärtnerin \t oder Gärtner ".to_owned(),
        department: cast.garden.to_string(),
        seats: " 2 ".to_owned(),
        body: "Eins\r\nzwei".to_owned(),
        ..cast.draft()
    };
    office.edit_posting(&cast.hr, &id, other.clone()).await.expect("an edit");
    let posting = office.read_posting(&cast.hr, &id).await.expect("the draft").posting;
    assert_eq!((posting.title.as_str(), posting.slug.as_str()), ("Gärtnerin oder Gärtner", "gaertnerin-oder-gaertner"));
    assert_eq!((posting.department_name.as_str(), posting.seats, posting.body.as_str()), ("Garden", 2, "Eins\nzwei"));
    assert_eq!(
        problems(office.edit_posting(&cast.hr, &id, PostingDraft { seats: String::new(), ..other.clone() }).await),
        [("seats", Problem::Missing)]
    );
    office.publish_posting(&cast.hr, &id).await.expect("a publication");
    let refused = office.edit_posting(&cast.hr, &id, other).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::PostingState))), "{refused:?}");
});

both_engines!(a_published_posting_takes_applications_until_intake_stops, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    assert_eq!((posting.state, posting.published_at), (State::Open, Some(office.now())));
    assert_eq!(office.open_posting(&posting.slug).await.expect("the careers site").id, posting.id);
    office.stop_intake(&cast.hr, &posting.id).await.expect("a stop");
    assert!(matches!(office.open_posting(&posting.slug).await, Err(Error::Gone)));
    let again = [office.stop_intake(&cast.hr, &posting.id).await, office.publish_posting(&cast.hr, &posting.id).await];
    for refused in again {
        assert!(matches!(refused, Err(Error::Refused(Refusal::PostingState))), "{refused:?}");
    }
});

both_engines!(n20_nothing_is_published_while_something_the_notice_must_name_is_empty, |office| async move {
    let cast = office.cast().await;
    let id = office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
    for (name, _) in DESK_SETTINGS.into_iter().filter(|(name, _)| name.starts_with("notice.")) {
        office.change_desk_settings(&cast.admin, &[(name, "  ")]).await.expect("an emptied setting");
        assert_eq!(office.notice().await.expect("the notice").missing(), [name]);
        let refused = office.publish_posting(&cast.hr, &id).await;
        assert!(matches!(refused, Err(Error::Refused(Refusal::NoticeIncomplete))), "without {name}: {refused:?}");
        office.change_desk_settings(&cast.admin, &[(name, "filled again")]).await.expect("a setting");
    }
    office.publish_posting(&cast.hr, &id).await.expect("a publication with a complete notice");
});

both_engines!(n19_the_version_of_the_notice_changes_with_its_contents_only, |office| async move {
    let cast = office.cast().await;
    let version = || async { office.notice().await.expect("the notice").version };
    let first = version().await;
    for (name, changed, before) in
        [("notice.region", "Leipzig", "the region"), ("retention.months", "4", "6"), ("retention.start", "earliest", "procedure")]
    {
        office.change_desk_settings(&cast.admin, &[(name, changed)]).await.expect("a setting");
        assert_ne!(version().await, first, "{name} is shown in the notice");
        office.change_desk_settings(&cast.admin, &[(name, before)]).await.expect("a setting");
        assert_eq!(version().await, first, "{name} is what it was");
    }
});

both_engines!(settings_of_the_desk_are_the_administrators_and_take_only_what_fits, |office| async move {
    let cast = office.cast().await;
    let refused = office.change_desk_settings(&cast.hr, &[("notice.officer", "me")]).await;
    assert!(matches!(refused, Err(Error::Forbidden(Denied::Role))), "{refused:?}");
    assert!(matches!(office.desk_settings(&cast.hr).await, Err(Error::Forbidden(Denied::Role))));
    let before = office.desk_settings(&cast.admin).await.expect("the settings");
    assert!(matches!(office.set_desk_setting("colour", "red").await, Err(Error::NotFound)));
    for (name, value, problem) in [
        ("retention.months", "0", Problem::NotANumber { min: 1, max: 60 }),
        ("retention.months", "six", Problem::NotANumber { min: 1, max: 60 }),
        ("retention.start", "", Problem::NotAChoice),
        ("notice.officer", "a\0b", Problem::NotText),
    ] {
        let refused = office.change_desk_settings(&cast.admin, &[("notice.region", "Leipzig"), (name, value)]).await;
        assert_eq!(problems(refused), [(name, problem)], "{name} = {value:?}");
    }
    assert_eq!(office.desk_settings(&cast.admin).await.expect("the settings"), before, "all or none");
});

both_engines!(n10_a_changed_period_counts_for_later_postings_only, |office| async move {
    let cast = office.cast().await;
    let before = office.open_posting_of(&cast).await;
    let waiting = office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
    let changed = [("retention.months", "4"), ("retention.start", "earliest")];
    office.change_desk_settings(&cast.admin, &changed).await.expect("settings");
    office.publish_posting(&cast.hr, &waiting).await.expect("a publication");
    let policy = async |id: &PostingId| office.read_posting(&cast.hr, id).await.expect("a posting").posting.policy;
    let (old, new) = (policy(&before.id).await, policy(&waiting).await);
    assert_eq!((old.months.get(), old.start), (6, Start::Procedure));
    assert_eq!((new.months.get(), new.start), (4, Start::Earliest));
});

both_engines!(a_draft_whose_dates_are_over_is_not_published, |office| async move {
    let cast = office.cast().await;
    let id = office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
    office.at("2027-01-01T09:00:00Z");
    let refused = office.publish_posting(&cast.hr, &id).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::Dates(DatesRefused::IntakeInThePast)))), "{refused:?}");
});

both_engines!(hr_counts_live_applications_by_stage_and_outcome, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let mut ids = Vec::new();
    for n in 0..5 {
        ids.push(office.apply(&posting, ada(), &format!("token {n}")).await);
    }
    office.move_stage(&cast.hr, &ids[1], Stage::Interview).await.expect("a move");
    for (id, outcome) in [(&ids[2], Outcome::Hired), (&ids[3], Outcome::Rejected)] {
        let decision = Decision { outcome: Some(outcome), reason: String::new(), rejection_received_at: None };
        office.decide(&cast.hr, id, &decision).await.expect("a decision");
    }
    let listed = office.list_postings(&cast.hr).await.expect("the list").remove(0);
    let counts = office.read_posting(&cast.hr, &posting.id).await.expect("the posting").counts;
    assert_eq!(listed.counts, counts);
    assert_eq!((counts.total, counts.undecided, counts.hired), (5, 3, 1));
    assert_eq!(counts.stages, [(Stage::Received, 2), (Stage::Interview, 1)].into());
});

both_engines!(of_two_people_who_publish_or_stop_at_once_one_is_told, |office| async move {
    let cast = office.cast().await;
    let id = office.draft_posting(&cast.hr, cast.draft()).await.expect("a draft");
    let one_of = |answers: [Result<(), Error>; 2]| {
        let refused: Vec<_> = answers.into_iter().filter_map(Result::err).collect();
        let told = matches!(refused[..], [Error::Conflict | Error::Refused(Refusal::PostingState)]);
        assert!(told, "one succeeds and one is told, got {refused:?}");
    };
    let (a, b) = tokio::join!(office.publish_posting(&cast.hr, &id), office.publish_posting(&cast.hr, &id));
    one_of([a, b]);
    let (a, b) = tokio::join!(office.stop_intake(&cast.hr, &id), office.stop_intake(&cast.hr, &id));
    one_of([a, b]);
});

both_engines!(everybody_at_the_desk_knows_the_departments_of_the_own_employer, |office| async move {
    let cast = office.cast().await;
    for actor in [&cast.hr, &cast.garden_head, &cast.admin] {
        let names: Vec<_> = office.departments(actor).await.expect("departments").into_iter().map(|d| d.name).collect();
        assert_eq!(names, ["Garden", "Kitchen"]);
    }
    assert!(office.departments(&office.stranger().await).await.expect("departments").is_empty());
    assert!(matches!(office.departments(&Actor::Anonymous).await, Err(Error::Forbidden(Denied::SignIn))));
});
