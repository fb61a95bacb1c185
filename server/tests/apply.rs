//! Applying, with everything that can be wrong about it.

use crate::support;

use axum::http::{Request, StatusCode, header};
use rules::{
    access::Role,
    messages::{Key, Lang},
    question::{QuestionDraft, QuestionKind},
};
use support::{Multipart, Place, Reply, TestApp, both_engines, draft, pdf};

struct House {
    app: TestApp,
    form: String,
}

async fn house(place: Place) -> House {
    let app = TestApp::open(place).await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let id = app.open_posting(&hr).await;
    let form = app.form_of(&hr, &id).await;
    House { app, form }
}

impl House {
    async fn send(&self, form: Multipart) -> Reply {
        self.app.call(form.request(&self.form)).await
    }
}

both_engines!(n01_an_application_is_taken_and_answered_with_a_receipt, |place| async move {
    let house = house(place).await;
    let reply = house.send(Multipart::typed().file("cv", "cv.pdf", &pdf("one"))).await;
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/receipt"), "{}", reply.text());
    let receipt = house.app.get("/receipt", &reply.cookie()).await;
    assert_eq!(receipt.status, StatusCode::OK);
    let code = reply.cookie().split_once("receipt.").map(|(_, code)| code.to_owned()).expect("the code is in the cookie");
    assert!(receipt.text().contains(&code), "the receipt shows its code");
    // Intake ends on 31 October, so the procedure closes by 30 April, and six months after that everything is gone.
    assert!(receipt.text().contains("31 October 2027"), "{}", receipt.text());
});

both_engines!(each_thing_that_can_be_wrong_has_its_status_and_leaves_nothing, |place| async move {
    let house = house(place).await;
    let typed = Multipart::typed;
    let large = [&b"%PDF-1.4\n"[..], &vec![b'x'; 10 * 1024 * 1024], b"startxref\n9\n%%EOF"].concat();
    let whole = pdf("cut");
    let cases: Vec<(&str, Multipart, StatusCode)> = vec![
        ("no file", typed(), StatusCode::UNPROCESSABLE_ENTITY),
        ("no file chosen", typed().file("cv", "", b""), StatusCode::UNPROCESSABLE_ENTITY),
        ("empty file", typed().file("cv", "cv.pdf", b""), StatusCode::UNPROCESSABLE_ENTITY),
        (
            "a program named cv.pdf",
            typed().file("cv", "cv.pdf", b"MZ\x90\x00 this program cannot be run"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        ("a large program", typed().file("cv", "cv.pdf", &vec![b'M'; 500_000]), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("a picture", typed().file("cv", "cv.pdf", b"\x89PNG\r\n\x1a\n0000"), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("a truncated PDF", typed().file("cv", "cv.pdf", &whole[..whole.len() - 12]), StatusCode::UNPROCESSABLE_ENTITY),
        ("over 10 MiB", typed().file("cv", "cv.pdf", &large), StatusCode::PAYLOAD_TOO_LARGE),
        ("nothing typed", Multipart::new().file("cv", "cv.pdf", &pdf("x")), StatusCode::UNPROCESSABLE_ENTITY),
        ("empty body", Multipart::new(), StatusCode::UNPROCESSABLE_ENTITY),
        (
            "absurd length",
            typed().text("first_name", &vec![b'a'; 50_000]).file("cv", "cv.pdf", &pdf("x")),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            "invalid UTF-8",
            typed().text("last_name", b"\xff\xfe\x00").file("cv", "cv.pdf", &pdf("x")),
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        ("notice unread", typed().text("notice", b"").file("cv", "cv.pdf", &pdf("x")), StatusCode::UNPROCESSABLE_ENTITY),
    ];
    for (what, form, status) in cases {
        let reply = house.send(form).await;
        assert_eq!(reply.status, status, "{what}: {}", reply.text());
        assert!(reply.text().contains("<form"), "{what}: the form comes back");
        assert_eq!(house.app.stored().await, (0, 0), "{what} left something");
    }
});

/// The smallest pictures that are taken.
fn png() -> Vec<u8> {
    [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], &[0; 17], b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
}

fn jpeg() -> Vec<u8> {
    vec![0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9]
}

both_engines!(other_documents_come_along_and_what_is_wrong_with_one_leaves_none, |place| async move {
    let house = house(place).await;
    let with_cv = || Multipart::typed().file("cv", "cv.pdf", &pdf("one"));
    let certificate = |form: Multipart| form.file("documents", "degree.png", &png());
    let large = [&b"%PDF-1.4\n"[..], &vec![b'x'; 10 * 1024 * 1024], b"startxref\n9\n%%EOF"].concat();
    let cases: Vec<(&str, Multipart, StatusCode, &str)> = vec![
        (
            "a picture as the CV",
            Multipart::typed().file("cv", "cv.png", &png()),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "id=\"cv-error\"",
        ),
        (
            "six of them",
            (0..6).fold(with_cv(), |form, _| certificate(form)),
            StatusCode::UNPROCESSABLE_ENTITY,
            "Choose at most 5 files",
        ),
        (
            "a truncated picture",
            certificate(with_cv()).file("documents", "a.png", &png()[..30]),
            StatusCode::UNPROCESSABLE_ENTITY,
            "One of the files is cut off",
        ),
        (
            "a program",
            certificate(with_cv()).file("documents", "a.png", b"MZ\x90\0"),
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "One of the files is neither",
        ),
        (
            "an empty one",
            with_cv().file("documents", "a.png", b""),
            StatusCode::UNPROCESSABLE_ENTITY,
            "One of the files is empty",
        ),
        (
            "a large one",
            certificate(with_cv()).file("documents", "a.pdf", &large),
            StatusCode::PAYLOAD_TOO_LARGE,
            "id=\"documents-error\"",
        ),
        (
            "documents without a CV",
            certificate(Multipart::typed().file("cv", "", b"")),
            StatusCode::UNPROCESSABLE_ENTITY,
            "Choose the other documents again",
        ),
    ];
    for (what, form, status, said) in cases {
        let reply = house.send(form).await;
        assert_eq!(reply.status, status, "{what}: {}", reply.text());
        assert!(reply.text().contains(said), "{what}: {}", reply.text());
        assert_eq!(house.app.stored().await, (0, 0), "{what} left something");
    }
    // A browser sends an empty part where nothing was chosen.
    let none = house.send(with_cv().file("documents", "", b"")).await;
    assert_eq!(none.status, StatusCode::SEE_OTHER, "{}", none.text());
    let hr = house.app.sign_in("hr@example.org").await;
    let form =
        certificate(with_cv()).file("documents", "../reference.JPG", &jpeg()).file("documents", "letter.pdf", &pdf("letter"));
    assert_eq!(house.send(form).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.app.stored().await.1, 5, "one document, and four");
    let of: String = sqlx::query_scalar("SELECT application_id FROM document WHERE section = 'documents' LIMIT 1")
        .fetch_one(house.app.office.records.read())
        .await
        .expect("an application");
    let page = house.app.get(&format!("/office/applications/{of}"), &hr).await.text();
    for name in ["degree.png", "reference.jpg", "letter.pdf"] {
        assert!(page.contains(name), "{name}: {page}");
    }
    let places: Vec<_> = ["cv.pdf", "degree.png", "letter.pdf", "reference.jpg"].map(|name| page.find(name)).to_vec();
    assert!(places.is_sorted(), "the CV comes first, the others by their names: {page}");
    let address = page
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.contains("/documents/") && !href.contains('?'))
        .map(str::to_owned);
    let mut shown = Vec::new();
    for address in address {
        let reply = house.app.get(&address, &hr).await;
        assert_eq!(reply.status, StatusCode::OK);
        let policy = reply.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("ASCII").to_owned();
        assert!(policy.starts_with("sandbox"), "{policy}");
        shown.push((reply.headers[header::CONTENT_TYPE].to_str().expect("ASCII").to_owned(), reply.bytes.to_vec()));
    }
    shown.sort();
    let expected =
        [("application/pdf", pdf("letter")), ("application/pdf", pdf("one")), ("image/jpeg", jpeg()), ("image/png", png())];
    let mut expected = expected.map(|(kind, bytes)| (kind.to_owned(), bytes)).to_vec();
    expected.sort();
    assert_eq!(shown, expected, "byte for byte");
});

both_engines!(n19_nothing_typed_is_lost_and_nothing_is_stored_when_the_notice_is_not_confirmed, |place| async move {
    let house = house(place).await;
    let form = Multipart::new()
        .text("first_name", "Zoë <b>".as_bytes())
        .text("last_name", b"O'Neill")
        .text("email", b"zoe@example")
        .text("message", b"line one\r\nline \"two\"")
        .file("cv", "cv.pdf", &pdf("x"));
    let reply = house.send(form).await;
    let page = reply.text();
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("Zoë &lt;b&gt;"), "typed text comes back, escaped");
    assert!(page.contains("line one"), "the message comes back");
    assert!(!page.contains("<b>\""), "nothing typed becomes markup");
    assert_eq!(house.app.stored().await, (0, 0));
});

both_engines!(unknown_and_closed_postings_and_broken_requests, |place| async move {
    let house = house(place).await;
    let unknown = house.app.call(Multipart::typed().file("cv", "cv.pdf", &pdf("x")).request("/jobs/no-such-posting/apply")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);

    let no_boundary =
        Request::post(&house.form).header(header::CONTENT_TYPE, "multipart/form-data").body("x".into()).expect("a request");
    assert_eq!(house.app.call(no_boundary).await.status, StatusCode::BAD_REQUEST);
    let cut = Request::post(&house.form)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .body("--b\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4 and then the connection broke".into())
        .expect("a request");
    assert_eq!(house.app.call(cut).await.status, StatusCode::BAD_REQUEST);
    assert_eq!(house.app.stored().await, (0, 0));

    // The day after the last day of intake.
    house.app.set_now("2026-11-01T00:00:00Z");
    let closed = house.send(Multipart::typed().file("cv", "cv.pdf", &pdf("x"))).await;
    assert_eq!(closed.status, StatusCode::GONE);
    assert_eq!(house.app.stored().await, (0, 0));
});

both_engines!(a_form_sent_twice_is_one_application_with_one_receipt, |place| async move {
    let house = house(place).await;
    let form = || Multipart::typed().text("token", b"the-same-token").file("cv", "cv.pdf", &pdf("twice"));
    let (first, second) = tokio::join!(house.send(form()), house.send(form()));
    let third = house.send(form()).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    assert_eq!(first.cookie(), second.cookie(), "both get the same receipt");
    assert_eq!(first.cookie(), third.cookie());
    assert_eq!(house.app.stored().await, (3, 1), "one application, one form, one object");
});

both_engines!(who_goes_back_and_sends_the_same_again_has_applied_once, |place| async move {
    let house = house(place).await;
    let form = |message: &[u8], file: &str| {
        // The page that one goes back to is a fresh one, with a token of its own.
        Multipart::typed().text("message", message).file("cv", "cv.pdf", &pdf(file)).file("documents", "a.pdf", &pdf("a"))
    };
    let first = house.send(form(b"Hire me.", "one")).await;
    assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text());
    let again = |form: Multipart| {
        let mut request = form.request(&house.form);
        request.headers_mut().insert(header::COOKIE, first.cookie().parse().expect("a cookie"));
        request
    };
    let second = house.app.call(again(form(b"Hire me.", "one"))).await;
    assert_eq!((second.status, second.location(), second.cookie()), (StatusCode::SEE_OTHER, "/receipt", first.cookie()));
    assert_eq!(house.app.stored().await, (4, 2), "one application with its two files");
    // Other words, or another file, are another application, which the same person may make.
    for form in [form(b"Hire me, please.", "one"), form(b"Hire me.", "two")] {
        let other = house.app.call(again(form)).await;
        assert_eq!(other.status, StatusCode::SEE_OTHER, "{}", other.text());
        assert_ne!(other.cookie(), first.cookie());
    }
    // A browser that holds no receipt learns nothing.
    assert_ne!(house.send(form(b"Hire me.", "one")).await.cookie(), first.cookie());
    assert_eq!(house.app.stored().await, (16, 8));
});

both_engines!(a_form_that_arrived_in_time_has_its_receipt_when_it_comes_again_after_the_intake, |place| async move {
    let house = house(place).await;
    let form = |file: &str| Multipart::typed().text("token", b"the-same-token").file("cv", "cv.pdf", &pdf(file));
    let first = house.send(form("one")).await;
    house.app.set_now("2026-11-01T00:00:00Z");
    let again = house.send(form("one")).await;
    assert_eq!((again.status, again.cookie()), (StatusCode::SEE_OTHER, first.cookie()), "{}", again.text());
    assert_eq!(house.send(form("two")).await.status, StatusCode::CONFLICT, "another file is another form");
    let late = house.send(Multipart::typed().text("token", b"a fresh token").file("cv", "cv.pdf", &pdf("late"))).await;
    assert_eq!(late.status, StatusCode::GONE);
    assert!(late.text().contains("I would like to work with you."), "what was written can be copied: {}", late.text());
    assert_eq!(house.app.stored().await, (3, 1), "the first application stands alone");
});

both_engines!(a_text_without_end_is_named_as_such_and_nothing_else_is_blamed, |place| async move {
    let house = house(place).await;
    let endless = [&b"Dear all, "[..], &vec![b'x'; 5 * 1024 * 1024]].concat();
    let reply = house.send(Multipart::typed().text("message", &endless).file("cv", "cv.pdf", &pdf("x"))).await;
    let page = reply.text();
    assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.contains("takes at most 10,000 characters") && page.contains("Dear all, xxx"), "the message is named, and kept");
    assert!(!page.contains("The file is too large") && !page.contains("id=\"notice-error\""), "nothing else is wrong");
    assert_eq!(house.app.stored().await, (0, 0));
});

both_engines!(other_words_under_the_token_of_a_form_sent_before_get_neither_its_receipt_nor_lost, |place| async move {
    let house = house(place).await;
    let form = |message: &[u8]| {
        Multipart::typed().text("token", b"the-same-token").text("message", message).file("cv", "cv.pdf", &pdf("one"))
    };
    assert_eq!(house.send(form(b"The first word.")).await.status, StatusCode::SEE_OTHER);
    let other = house.send(form(b"The last word.")).await;
    assert_eq!((other.status, other.cookie()), (StatusCode::CONFLICT, String::new()), "{}", other.text());
    assert!(other.text().contains("The last word."), "nothing typed is lost");
    assert_eq!(house.app.stored().await, (3, 1), "the first application stands alone");
});

both_engines!(files_that_have_to_be_chosen_again_are_asked_for_once_however_many_there_were, |place| async move {
    let house = house(place).await;
    let form = Multipart::typed().text("email", b"no address").file("cv", "cv.pdf", &pdf("x"));
    let page = house
        .send(["a.pdf", "b.pdf", "c.pdf"].into_iter().fold(form, |form, name| form.file("documents", name, &pdf(name))))
        .await;
    let line = format!("<a href=\"#documents\">{}</a>", Lang::En.text(Key::DocumentsAgain));
    assert_eq!(page.text().matches(&line).count(), 1, "{}", page.text());
});

both_engines!(a_part_that_is_none_of_the_forms_blames_no_field, |place| async move {
    let house = house(place).await;
    let reply = house.send(Multipart::typed().text("x", &vec![b'x'; 11 * 1024 * 1024]).file("cv", "cv.pdf", &pdf("x"))).await;
    assert_eq!(reply.status, StatusCode::BAD_REQUEST, "{}", reply.text());
    assert_eq!(house.app.stored().await, (0, 0));
});

both_engines!(what_was_answered_is_kept_for_its_writer_when_the_intake_ends_meanwhile, |place| async move {
    let app = TestApp::open(place).await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let mut draft = draft(&app.department, "2026-10-31");
    draft.questions = vec![QuestionDraft {
        kind: QuestionKind::Long.code().to_owned(),
        text: "What did you repair last?".to_owned(),
        ..QuestionDraft::default()
    }];
    let id = app.office.draft_posting(&hr, draft).await.expect("a draft");
    app.office.publish_posting(&hr, &id).await.expect("published");
    let form = app.form_of(&hr, &id).await;
    let answer = app
        .get(&form, "")
        .await
        .text()
        .split("name=\"answer_")
        .nth(1)
        .expect("a question")
        .split('"')
        .next()
        .expect("its place")
        .to_owned();
    app.set_now("2026-11-01T00:00:00Z");
    let sent = Multipart::typed().text(&format!("answer_{answer}"), b"A frozen evaporator.").file("cv", "cv.pdf", &pdf("late"));
    let late = app.call(sent.request(&form)).await;
    assert_eq!(late.status, StatusCode::GONE);
    for kept in ["I would like to work with you.", "What did you repair last?", "A frozen evaporator."] {
        assert!(late.text().contains(kept), "{kept} can be copied: {}", late.text());
    }
    assert_eq!(app.stored().await, (0, 0));
});

both_engines!(file_names_with_paths_and_three_hundred_characters_are_tamed, |place| async move {
    let house = house(place).await;
    for name in ["../../../etc/passwd", "C:\\\\windows\\\\system32\\\\cv.docx", &"x".repeat(300), "cv\u{202e}fdp.exe"] {
        let reply = house.send(Multipart::typed().file("cv", name, &pdf("named"))).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{name:?}: {}", reply.text());
    }
    assert_eq!(house.app.stored().await.1, 4);
});

both_engines!(when_the_object_store_cannot_be_written_the_answer_is_503_and_no_half_application_stays, |place| async move {
    let house = house(place).await;
    let objects = house.app.directory.path().join("data/objects");
    std::fs::remove_dir_all(&objects).expect("removed");
    std::fs::write(&objects, b"a file where the directory was").expect("blocked");
    let form = Multipart::typed().file("cv", "cv.pdf", &pdf("x")).file("documents", "a.pdf", &pdf("a")).file(
        "documents",
        "b.pdf",
        &pdf("b"),
    );
    let reply = house.send(form).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{}", reply.text());
    assert!(reply.text().contains("Lovelace"), "nothing typed is lost");
    let again = Lang::En.text(Key::DocumentsAgain);
    assert!(reply.text().contains(again), "the other files are asked for again, in words: {}", reply.text());
    std::fs::remove_file(&objects).expect("unblocked");
    std::fs::create_dir(&objects).expect("a directory again");
    assert_eq!(house.app.stored().await, (0, 0));
});
