//! What a restore brings back, under load, cut short anywhere, and where documents are lost.

use super::*;

both_engines!(n10_a_backup_made_under_load_gives_back_whatever_was_not_erased_since, |place| async move {
    let house = House::new(place, Vec::new()).await;
    let mut served = house.serve().await;
    let codes = join_all((0..3).map(|n| house.apply(&served, format!("before {n}")))).await;
    let applying = async {
        for round in 0..4 {
            join_all((0..6).map(|n| house.apply(&served, format!("{round} {n}")))).await;
        }
    };
    let (output, ()) = tokio::join!(house.run(&["backup"], &[]), applying);
    assert!(output.status.success(), "{output:?}");
    assert!(stdout(&output).contains("log of ") && stdout(&output).contains(" root "), "{output:?}");
    let progress = String::from_utf8_lossy(&output.stderr).into_owned();
    for step in ["records: ", "log: ", "objects: "] {
        assert_eq!(progress.matches(step).count(), 1, "one line for each step: {progress}");
    }
    let fsck = house.fsck().await;
    assert_eq!((fsck.status.code(), stdout(&fsck).as_str()), (Some(0), "the backup is whole\n"), "{fsck:?}");
    assert!(house.refused(&["restore"]).await.contains("stop it first"));

    let office = house.place.office().await;
    let hr = hr(&office).await;
    let ids = join_all(codes.iter().map(|code| office.application_of(code))).await;
    let [erased, hired, kept]: [ApplicationId; 3] =
        ids.into_iter().collect::<Result<Vec<_>, _>>().expect("the applications").try_into().expect("three");
    let number = office.read_application(&hr, &erased).await.expect("the application").certificate_no;
    run(&office.records, format!("UPDATE application SET due_at = 0 WHERE id = '{erased}'")).await;
    let swept = Command::from(house.place.ablauf(["sweep"])).output().await.expect("the binary starts");
    assert!(stdout(&swept).contains("erased 1 application(s), failed 0"), "{swept:?}");
    let decision = Decision { outcome: Some(Outcome::Hired), reason: "Knows pumps.".to_owned(), rejection_received_at: None };
    office.decide(&hr, &hired, &decision).await.expect("a decision");
    let pick = |item: Item| Picked {
        item,
        purpose: item.proposed_purpose(),
        basis: item.proposed_purpose().proposed_basis(),
        necessity: "needed".to_owned(),
    };
    let picked = [Item::FirstName, Item::LastName, Item::Cv].map(pick);
    office.hand_over(&hr, &hired, &picked).await.expect("a handover");
    served.child.kill().await.expect("killed");

    let said = alone(&house, &["restore"]).await;
    for line in ["1 application(s) that were erased since stay erased", "1 handover\n", "1 outcome\n", "the log is whole: "] {
        assert!(said.contains(line), "{line:?} is not in {said}");
    }
    assert!(said.contains(&format!("1 outcome\n  {hired}\n")), "{said}");
    let verified = Command::from(house.place.ablauf(["audit", "verify"])).output().await.expect("the binary starts");
    assert!(verified.status.success(), "{verified:?}");

    let served = house.serve().await;
    let ask = async |request, expected: StatusCode| -> Reply {
        let reply = served.send(request).await.expect("an answer");
        assert_eq!(reply.status, expected, "{}", reply.text());
        reply
    };
    let status = async |code: &str, expected| ask(post("/status", "", &[("code", code)]), expected).await.text();
    status(&codes[0], StatusCode::NOT_FOUND).await;
    assert!(status(&number, StatusCode::OK).await.contains("id=\"certificate\""), "its certificate stands");
    status(&codes[1], StatusCode::OK).await;
    let cookie = ask(post("/sign-in", "", &[("email", "hr@example.org"), ("password", PASSWORD)]), StatusCode::SEE_OTHER).await;
    let cookie = cookie.cookie();
    for page in ["/office", "/office/applications", "/office/retention", "/office/employees"] {
        let page = ask(get(page, &cookie), StatusCode::OK).await.text();
        assert!(!page.contains(erased.as_str()), "{page}");
    }
    ask(get(&format!("/office/applications/{erased}"), &cookie), StatusCode::NOT_FOUND).await;
    for (id, content) in [(&hired, "before 1"), (&kept, "before 2")] {
        let here = format!("/office/applications/{id}");
        let page = ask(get(&here, &cookie), StatusCode::OK).await.text();
        assert!(page.contains("Lovelace"), "{page}");
        let document = page.split_once("/documents/").expect("a document").1;
        let document = ask(get(&format!("{here}/documents/{}", &document[..32]), &cookie), StatusCode::OK).await;
        assert_eq!(document.bytes, pdf(content));
    }
    let code = house.apply(&served, "a new one").await;
    status(&code, StatusCode::OK).await;
    assert_eq!(count(&office.records, "SELECT COUNT(*) FROM employee").await, 0);
    office.close().await;
});

/// In the order in which a restore comes past them.
const POINTS: [&str; 6] =
    ["restore.log", "restore.objects", "restore.keys", "restore.emptied", "restore.before_commit", "restore.committed"];

both_engines!(a_restore_that_dies_anywhere_leaves_the_old_records_whole_or_the_new, |place| async move {
    let house = House::new(place, Vec::new()).await;
    let mut served = house.serve().await;
    let code = house.apply(&served, "one").await;
    house.done(&["backup"]).await;
    let office = house.place.office().await;
    let hr = hr(&office).await;
    let id = office.application_of(&code).await.expect("the application");
    served.child.kill().await.expect("killed");
    drop(served);
    for point in POINTS {
        office.add_note(&hr, &id, "Later.").await.expect("a note");
        let notes = count(&office.records, "SELECT COUNT(*) FROM note").await;
        let died = loop {
            let output = house.run(&["restore"], &[("ABLAUF_KILL_AT", point)]).await;
            if !String::from_utf8_lossy(&output.stderr).contains("stop it first") {
                break output;
            }
        };
        assert!(!died.status.success() && stdout(&died).is_empty(), "it died at {point}: {died:?}");
        let left = count(&office.records, "SELECT COUNT(*) FROM note").await;
        assert_eq!(left, if point == "restore.committed" { 0 } else { notes }, "after a death at {point}");
        let opened = house.place.office().await;
        let view = opened.read_application(&hr, &id).await.unwrap_or_else(|error| panic!("after a death at {point}: {error}"));
        assert_eq!(view.contact.expect("the contact").last_name, "Lovelace", "after a death at {point}");
        assert!(opened.verify_log().await.expect("a verdict").is_good(), "after a death at {point}");
        opened.close().await;
    }
    office.add_note(&hr, &id, "Later.").await.expect("a note");
    let said = alone(&house, &["restore"]).await;
    assert!(said.contains("7 notes\n"), "each is in the log: {said}");
    assert_eq!(count(&office.records, "SELECT COUNT(*) FROM note").await, 0);
    office.close().await;
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_that_are_lost_but_for_the_keys_come_back_even_if_the_first_try_dies() {
    on_sqlite(|place| async move {
        let house = House::new(place, Vec::new()).await;
        let mut served = house.serve().await;
        let code = house.apply(&served, "one").await;
        house.done(&["backup"]).await;
        served.child.kill().await.expect("killed");
        let data = house.place.data();
        for lost in ["records.db", "records.db-wal", "records.db-shm", "log.db", "log.db-wal", "log.db-shm"] {
            drop(std::fs::remove_file(data.join(lost)));
        }
        std::fs::remove_dir_all(data.join("objects")).expect("the objects are lost");
        for point in POINTS {
            let died = house.run(&["restore"], &[("ABLAUF_KILL_AT", point)]).await;
            assert!(!died.status.success() && stdout(&died).is_empty(), "it died at {point}: {died:?}");
        }
        let said = house.done(&["restore"]).await;
        assert!(said.contains("1 application(s)"), "{said}");
        let office = house.place.office().await;
        let id = office.application_of(&code).await.expect("the application is back");
        assert!(office.read_application(&hr(&office).await, &id).await.is_ok());
        office.close().await;
    })
    .await;
}

both_engines!(a_restore_whose_documents_are_lost_says_so_and_exits_1, |place| async move {
    let house = House::new(place, Vec::new()).await;
    let mut served = house.serve().await;
    house.apply(&served, "one").await;
    house.apply(&served, "two").await;
    served.child.kill().await.expect("killed");
    let office = house.place.office().await;
    // As an erasure that began leaves it, but with its key: the document alone is gone.
    run(&office.records, "UPDATE application SET life = 'erasing' WHERE id = (SELECT MIN(id) FROM application)".to_owned()).await;
    let object: String = sqlx::query_scalar(
        "SELECT d.object_id FROM document d JOIN application a ON a.id = d.application_id WHERE a.life = 'erasing'",
    )
    .fetch_one(office.records.read())
    .await
    .expect("its object");
    std::fs::remove_file(house.place.data().join("objects").join(object)).expect("lost");
    let said = house.done(&["backup"]).await;
    assert!(said.contains("1 object(s) were erased while the copy ran"), "{said}");
    let restored = loop {
        let output = house.run(&["restore"], &[]).await;
        if !String::from_utf8_lossy(&output.stderr).contains("stop it first") {
            break output;
        }
    };
    assert_eq!(restored.status.code(), Some(1), "{restored:?}");
    assert!(String::from_utf8_lossy(&restored.stderr).contains("restored, but 1 document(s) are lost"), "{restored:?}");
    assert!(stdout(&restored).contains("1 object(s) are neither in the store nor in the backup"), "{restored:?}");
    assert_eq!(count(&office.records, "SELECT COUNT(*) FROM application").await, 2);
    office.close().await;
});
