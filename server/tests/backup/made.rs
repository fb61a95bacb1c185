//! Backups that are made, by whatever object store, and one that is cut short.

use super::*;

both_engines!(a_backup_that_was_killed_is_told_as_one_and_makes_no_new_one_fail_twice, |place| async move {
    let house = House::new(place, Vec::new()).await;
    let died = house.run(&["backup"], &[("ABLAUF_KILL_AT", "backup.copied")]).await;
    assert!(!died.status.success() && house.backup().join("records.db").exists(), "{died:?}");
    let fsck = house.fsck().await;
    assert_eq!(fsck.status.code(), Some(1));
    assert!(stdout(&fsck).contains("was never finished: it has no manifest. Remove it, and make another"), "{fsck:?}");
    assert!(house.refused(&["backup"]).await.contains("it holds a backup that was cut short"));
    std::fs::remove_dir_all(house.backup()).expect("removed, as the words say");
    house.done(&["backup"]).await;
    assert!(house.fsck().await.status.success());
});

both_engines!(objects_on_s3_are_backed_up_and_restored_into_an_empty_bucket, |place| async move {
    let address = std::env::var("ABLAUF_TEST_S3").expect("ABLAUF_TEST_S3 names an S3 server: run the tests by `scripts/nextest`");
    let unique = place.directory.path().file_name().expect("a name").to_string_lossy().trim_matches('.').to_lowercase();
    let (one, other) = (format!("one-{unique}"), format!("other-{unique}"));
    for bucket in [&one, &other] {
        make_bucket(&address, bucket).await;
    }
    let environment = |bucket: &str| {
        vec![
            ("ABLAUF_OBJECTS_URL", format!("s3://{bucket}")),
            ("AWS_ENDPOINT", address.clone()),
            ("AWS_ALLOW_HTTP", "true".to_owned()),
            ("AWS_REGION", "us-east-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "test".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "test".to_owned()),
        ]
    };
    let data = place.data();
    let mut house = House::new(place, environment(&one)).await;
    // It was made with objects of its own; from here on they lie in the bucket.
    std::fs::remove_dir_all(data.join("objects")).expect("no object yet");
    let mut served = house.serve().await;
    join_all((0..10).map(|n| house.apply(&served, format!("number {n}")))).await;
    let said = house.done(&["backup"]).await;
    assert!(said.contains("10 application(s), 10 object(s)"), "{said}");
    assert!(house.fsck().await.status.success());
    served.child.kill().await.expect("killed");

    house.environment = environment(&other);
    let said = alone(&house, &["restore"]).await;
    assert!(said.contains("put 10 object(s) into the store"), "{said}");
    let served = house.serve().await;
    let cookie = served.send(post("/sign-in", "", &[("email", "hr@example.org"), ("password", PASSWORD)])).await;
    let cookie = cookie.expect("an answer").cookie();
    let list = served.send(get("/office/applications", &cookie)).await.expect("an answer").text();
    let ids: HashSet<&str> = list.split("/office/applications/").skip(1).filter_map(|rest| rest.get(..32)).collect();
    let mut documents = HashSet::new();
    for id in ids {
        let here = format!("/office/applications/{id}");
        let page = served.send(get(&here, &cookie)).await.expect("an answer").text();
        let Some((_, document)) = page.split_once("/documents/") else { continue };
        let document = served.send(get(&format!("{here}/documents/{}", &document[..32]), &cookie)).await.expect("an answer");
        documents.insert(document.bytes);
    }
    assert_eq!(documents, (0..10).map(|n| pdf(&format!("number {n}"))).collect());
});

async fn make_bucket(address: &str, bucket: &str) {
    let host = address.strip_prefix("http://").expect("plain HTTP");
    let mut stream = TcpStream::connect(host).await.expect("the S3 server");
    let request = format!("PUT /{bucket} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
