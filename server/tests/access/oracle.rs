//! Whether somebody has applied, and what became of it, cannot be learned from outside: not by applying in their name, not by asking for
//! a status, not at the sign-in, and not from what is public. Answers are compared whole, but for what is random and what was sent.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use server::router::routes;

use super::{
    doors::told,
    house::{Case, House, State},
};
use crate::support::{Markers, Multipart, Place, Reply, on_sqlite, post};

const STATES: [State; 9] = [
    State::Received,
    State::Released,
    State::Rejected,
    State::Closed,
    State::Opened,
    State::Held,
    State::Restricted,
    State::Erasing,
    State::KeptFrom,
];

async fn with(state: State, test: impl AsyncFnOnce(House)) {
    on_sqlite(|place: Place| async move { test(House::with(place, state).await).await }).await;
}

/// Those who applied before, with what became of them; and nobody.
fn applicants(house: &House) -> [(&'static str, Option<&Case>); 5] {
    let House { it, beside, hired, pooled, .. } = house;
    [("it", Some(it)), ("beside", Some(beside)), ("hired", Some(hired)), ("pooled", Some(pooled)), ("a second stranger", None)]
}

/// The words that a form of this person has.
fn words(markers: &Markers) -> [&str; 5] {
    [&markers.first_name, &markers.last_name, &markers.email, &markers.phone, &markers.message]
}

/// A form as this person would send it, but with another document.
fn form_of(case: Option<&Case>) -> Markers {
    case.map_or_else(Markers::new, |case| case.markers.again())
}

/// What somebody is told who applies, and then on the receipt and by its code.
async fn applying(house: &House, slug: &str, who: &Markers) -> [String; 3] {
    let reply = house.app.call(who.form().request(&format!("/jobs/{slug}/apply"))).await;
    let cookie = reply.cookie();
    let Some((_, code)) = cookie.split_once("receipt.") else { return [told(&reply, &words(who)), String::new(), String::new()] };
    let receipt = house.app.get("/receipt", &cookie).await;
    let number = number_of(&receipt);
    let status = house.app.post("/status", "", &[("code", code)]).await;
    assert_eq!((receipt.status, status.status), (StatusCode::OK, StatusCode::OK));
    let random = [code, &number];
    [told(&reply, &random), told(&receipt, &random), told(&status, &random)]
}

/// The certificate number on a receipt.
fn number_of(receipt: &Reply) -> String {
    let text = receipt.text();
    let (_, after) = text.split_once("<span class=\"num\">").expect("a number");
    after.split('<').next().expect("its end").to_owned()
}

#[tokio::test]
async fn whoever_applies_in_the_name_of_somebody_who_did_is_told_what_a_stranger_is_told() {
    for state in STATES {
        with(state, async |house| {
            let hr = house.person("hr").actor.clone();
            let theirs = house.app.office.read_posting(&hr, &posting_of(&house).await).await.expect("theirs").posting.slug;
            for (slug, status) in [(house.ids["/jobs"].clone(), "303"), (theirs, "410")] {
                let stranger = applying(&house, &slug, &Markers::new()).await;
                assert!(stranger[0].starts_with(status), "{state:?}: {}", stranger[0]);
                for (name, case) in applicants(&house) {
                    // Once more, too: they have applied to this posting by then.
                    for time in 1..=2 {
                        let told = applying(&house, &slug, &form_of(case)).await;
                        assert_eq!(told, stranger, "{state:?}: {name}, time {time}, {slug}");
                    }
                }
            }
        })
        .await;
    }
}

/// The posting to which the application came that all of this is about.
async fn posting_of(house: &House) -> rules::id::PostingId {
    let id: String = sqlx::query_scalar("SELECT posting_id FROM application WHERE id = $1")
        .bind(house.it.id.as_str())
        .fetch_one(house.app.office.records.read())
        .await
        .expect("a posting");
    rules::id::PostingId::parse(&id).expect("an id")
}

#[tokio::test]
async fn a_form_with_mistakes_is_answered_alike_whoever_it_is_of() {
    with(State::Received, async |house| {
        let slug = &house.ids["/jobs"];
        let send = async |who: &Markers| {
            let form = Multipart::new().text("first_name", who.first_name.as_bytes()).text("email", who.email.as_bytes()).file(
                "cv",
                "cv.pdf",
                b"no document",
            );
            told(&house.app.call(form.request(&format!("/jobs/{slug}/apply"))).await, &words(who))
        };
        let stranger = send(&Markers::new()).await;
        assert!(stranger.starts_with("422") && stranger.contains("SENT"), "{stranger}");
        for (name, case) in applicants(&house) {
            assert_eq!(send(&form_of(case)).await, stranger, "{name}");
        }
    })
    .await;
}

/// What everybody can ask for without knowing anything, and with the addresses of the postings.
async fn public(house: &House, slugs: &[String]) -> BTreeMap<String, String> {
    let table = routes();
    let outside = table.iter().filter(|route| route.method == "GET" && !route.path.starts_with("/office"));
    // A demonstration alone has an outbox.
    let outside = outside.filter(|route| route.path != "/outbox");
    let mut pages = BTreeMap::new();
    for route in outside {
        let paths: Vec<String> = match route.path {
            path if path.contains("{slug}") => slugs.iter().map(|slug| path.replace("{slug}", slug)).collect(),
            "/assets/{*file}" => vec!["/assets/style.css".to_owned()],
            "/brand/{file}" => vec![format!("/brand/{}", house.ids["/brand"])],
            path => vec![path.replace("{id}", &"0".repeat(32)).replace("{document}", &"1".repeat(32))],
        };
        for path in paths {
            let reply = house.app.get(&path, "").await;
            assert!(route.path.contains("{slug}") || reply.status != StatusCode::NOT_FOUND, "{path} is not there to be compared");
            pages.insert(path, told(&reply, &[]));
        }
    }
    assert!(pages.len() >= 15, "{:?}", pages.keys());
    pages
}

#[tokio::test]
async fn nothing_public_changes_when_somebody_applies() {
    with(State::Released, async |house| {
        let hr = house.person("hr").actor.clone();
        let theirs = house.app.office.read_posting(&hr, &posting_of(&house).await).await.expect("theirs").posting.slug;
        let slugs = [house.ids["/jobs"].clone(), theirs, "no-such-posting".to_owned()];
        let before = public(&house, &slugs).await;
        let again = public(&house, &slugs).await;
        assert_eq!(before, again, "two looks at the same house");
        for (_, case) in applicants(&house) {
            applying(&house, &slugs[0], &form_of(case)).await;
        }
        for (path, page) in public(&house, &slugs).await {
            assert_eq!(page, before[&path], "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_posting_that_was_never_published_is_none() {
    with(State::Received, async |house| {
        let hr = house.person("hr").actor.clone();
        let draft = house.app.draft(&hr).await;
        let slug = house.app.office.read_posting(&hr, &draft).await.expect("a draft").posting.slug;
        for path in ["/jobs/{}", "/jobs/{}/apply"] {
            let ask = async |slug: &str| told(&house.app.get(&path.replace("{}", slug), "").await, &[slug]);
            let none = ask("no-such-posting").await;
            assert!(none.starts_with("404"), "{none}");
            assert_eq!(ask(&slug).await, none, "{path}");
        }
        let send = async |slug: &str| {
            let form = Markers::new();
            told(&house.app.call(form.form().request(&format!("/jobs/{slug}/apply"))).await, &[slug])
        };
        assert_eq!(send(&slug).await, send("no-such-posting").await);
    })
    .await;
}

#[tokio::test]
async fn a_code_that_leads_nowhere_says_only_that() {
    with(State::Received, async |house| {
        let apply = async || {
            let form = Markers::new();
            let reply = house.app.call(form.form().request(&format!("/jobs/{}/apply", house.ids["/jobs"]))).await;
            let receipt = house.app.get("/receipt", &reply.cookie()).await;
            (reply.cookie().split_once("receipt.").expect("a code").1.to_owned(), number_of(&receipt))
        };
        let (erasing, number) = apply().await;
        let id = house.app.office.application_of(&erasing).await.expect("an application");
        sqlx::query("UPDATE application SET life = 'erasing' WHERE id = $1")
            .bind(id.as_str())
            .execute(house.app.office.records.read())
            .await
            .expect("begun");
        let codes = [
            &*erasing,
            &number,
            "0000-0000-0000-0000",
            "0000000000000000",
            "nonsense!",
            "marker@example.org",
            "' OR 1=1 --",
            "%%%%-____",
            "ÄÖÜ",
            &"7".repeat(64),
        ];
        for path in ["/status", "/status/proof"] {
            let ask = async |code: &str| told(&house.app.post(path, "", &[("code", code)]).await, &[code, &escaped(code)]);
            let nobodys = ask("ZZZZ-ZZZZ-ZZZZ-ZZZZ").await;
            assert!(nobodys.starts_with("404"), "{nobodys}");
            for code in codes {
                assert_eq!(ask(code).await, nobodys, "{path} with {code:?}");
            }
        }
        // A receipt in the cookie leads there or to the form, and says no more.
        let nobodys = told(&house.app.get("/receipt", "").await, &[]);
        for code in codes.into_iter().filter(|code| code.is_ascii() && !code.contains(['%', ' '])) {
            let reply = house.app.get("/receipt", &format!("ablauf_sign_in=receipt.{code}")).await;
            assert_eq!(told(&reply, &[]), nobodys, "/receipt with {code:?}");
        }
    })
    .await;
}

/// Text as it stands in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('\'', "&#x27;").replace('"', "&quot;")
}

#[tokio::test]
async fn at_the_sign_in_nobody_learns_who_has_an_account() {
    with(State::Received, async |house| {
        let disable = "UPDATE account SET disabled_at = 1 WHERE email = 'panel@example.org'";
        sqlx::query(disable).execute(house.app.office.records.read()).await.expect("disabled");
        let ask = async |email: &str| {
            let mut told_each = Vec::new();
            for _ in 0..12 {
                let reply = house.app.call(post("/sign-in", "", &[("email", email), ("password", "wrong horse battery")])).await;
                told_each.push(told(&reply, &[email]));
            }
            told_each
        };
        let nobody = ask("nobody@example.org").await;
        assert!(nobody[9].starts_with("422") && nobody[10].starts_with("429"), "{nobody:?}");
        for email in ["hr@example.org", "panel@example.org", "HEAD@example.org", &house.it.markers.email] {
            assert_eq!(ask(email).await, nobody, "{email}");
        }
    })
    .await;
}
