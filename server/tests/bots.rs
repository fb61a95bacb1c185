//! What programs send is held back, and nobody's application is lost.

use crate::support;

use std::{num::NonZeroU32, process::Stdio};

use axum::http::{HeaderValue, StatusCode, header};
use rules::{access::Role, bots::Search};
use server::gate::{Budgets, Gate};
use support::{Multipart, Place, Reply, Served, TestApp, both_engines, on_sqlite, pdf};

struct House {
    app: TestApp,
    form: String,
    /// Another posting's.
    other: String,
}

fn forms(number: u32) -> NonZeroU32 {
    NonZeroU32::new(number).expect("a number")
}

const MANY: u32 = 1_000;

/// A house that takes so many forms without a proof in an hour, behind one proxy.
async fn house(place: Place, network: u32, posting: u32, house: u32) -> House {
    let settings = place.settings();
    let budgets = Budgets { network: forms(network), posting: forms(posting), house: forms(house), ..Budgets::default() };
    let app = TestApp::open_gated(place, settings, Gate::new(budgets, 1)).await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let (one, other) = (app.open_posting(&hr).await, app.open_posting(&hr).await);
    let (form, other) = (app.form_of(&hr, &one).await, app.form_of(&hr, &other).await);
    House { app, form, other }
}

/// A form as a person sends it, in which only these fields are different.
fn sent(token: &str, proof: &str, first_name: &str) -> Multipart {
    Multipart::new()
        .text("token", token.as_bytes())
        .text("proof", proof.as_bytes())
        .text("first_name", first_name.as_bytes())
        .text("last_name", b"Lovelace")
        .text("email", b"ada@example.org")
        .text("message", b"I would like to work with you.")
        .text("notice", b"read")
        .file("cv", "cv.pdf", &pdf("one"))
}

fn proof(token: &str) -> String {
    Search::new(token).go_on(u64::MAX).expect("a proof")
}

/// The token of the form that a page shows.
fn token_of(page: &Reply) -> String {
    let text = page.text();
    let (_, after) = text.split_once("name=\"token\" value=\"").expect("a token");
    after.split('"').next().expect("its end").to_owned()
}

impl House {
    async fn token(&self, form: &str) -> String {
        token_of(&self.app.get(form, "").await)
    }

    async fn send(&self, form: Multipart) -> Reply {
        self.app.call(form.request(&self.form)).await
    }

    async fn send_from(&self, address: &str, form: Multipart) -> Reply {
        let mut request = form.request(&self.form);
        request.headers_mut().insert("x-forwarded-for", HeaderValue::try_from(address).expect("a header"));
        self.app.call(request).await
    }

    async fn applications(&self) -> i64 {
        sqlx::query_scalar("SELECT COUNT(*) FROM application").fetch_one(self.app.office.records.read()).await.expect("a count")
    }
}

#[track_caller]
fn assert_taken(reply: &Reply) {
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/receipt"), "{}", reply.text());
}

/// Fails unless the form came back whole, with words that say what to do and when.
#[track_caller]
fn assert_held_back(reply: &Reply, minutes: i64) {
    let page = reply.text();
    assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS, "{page}");
    assert_eq!(reply.headers[header::RETRY_AFTER], (minutes * 60).to_string());
    assert!(page.contains("Your application was not sent yet") && page.contains("With JavaScript"), "{page}");
    let when = if minutes == 1 { "in one minute".to_owned() } else { format!("in {minutes} minutes") };
    assert!(page.contains(&when), "{when}: {page}");
    for typed in ["Lovelace", "ada@example.org", "I would like to work with you."] {
        assert!(page.contains(typed), "{typed} is lost: {page}");
    }
    assert_eq!(reply.cookie(), "", "there is no receipt");
}

both_engines!(n19_whoever_fills_in_the_field_that_no_person_sees_is_told_so_and_nothing_is_looked_at, |place| async move {
    let house = house(place, MANY, MANY, MANY).await;
    let program = b"MZ this is no document";
    let filled = Multipart::typed().text("homepage", b"https://pills.example").file("cv", "cv.pdf", program);
    let reply = house.send(filled).await;
    let page = reply.text();
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
    for said in
        ["href=\"#homepage\"", "Leave “Homepage” empty", "value=\"https://pills.example\"", "Lovelace", "Choose your CV again"]
    {
        assert!(page.contains(said), "{said} is missing: {page}");
    }
    let hidden = "aria-hidden=\"true\" class=\"aside\"";
    assert!(!page.contains(hidden) && house.app.get(&house.form, "").await.text().contains(hidden), "the field is shown: {page}");
    assert!(!page.contains("This file is none of these"), "the file was not looked at");
    let after_the_file = Multipart::typed().file("cv", "cv.pdf", &pdf("one")).text("homepage", b"x");
    assert_eq!(house.send(after_the_file).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(house.app.stored().await, (0, 0));
    assert_taken(&house.send(Multipart::typed().text("homepage", b"").file("cv", "cv.pdf", &pdf("one"))).await);
});

both_engines!(what_comes_without_a_proof_is_taken_until_the_budget_is_spent_and_a_proof_is_always_taken, |place| async move {
    let house = house(place, MANY, 6, MANY).await;
    // Never asked for, so each weighs as much as three.
    for _ in 0..2 {
        assert_taken(&house.send(Multipart::typed().file("cv", "cv.pdf", &pdf("one"))).await);
    }
    let before = house.app.stored().await;
    let token = house.token(&house.form).await;
    let held = house.send(sent(&token, "", "Ada")).await;
    assert_held_back(&held, 30);
    assert_eq!(token_of(&held), token, "the same form can still be proven");
    assert_held_back(&house.send(sent(&token, "12345", "Ada")).await, 30);
    assert_eq!(house.app.stored().await, before, "nothing is left of what was held back");
    assert_taken(&house.send(sent(&token, &proof(&token), "Ada")).await);
    // The other posting has a budget of its own.
    assert_taken(&house.app.call(sent("", "", "Ada").request(&house.other)).await);
    // Ten minutes later there is room again for somebody who took their time, and not for who did not.
    let asked_for = house.token(&house.form).await;
    house.app.set_now("2026-09-01T08:10:00Z");
    assert_held_back(&house.send(sent(&house.token(&house.form).await, "", "Ada")).await, 20);
    assert_taken(&house.send(sent(&asked_for, "", "Ada")).await);
});

both_engines!(a_proof_counts_once_and_a_form_that_was_taken_always_has_its_receipt, |place| async move {
    let house = house(place, MANY, 1, MANY).await;
    let token = house.token(&house.form).await;
    let proof = proof(&token);
    let first = house.send(sent(&token, &proof, "Ada")).await;
    assert_taken(&first);
    assert_taken(&house.send(sent("", "", "Grace")).await);
    assert_held_back(&house.send(sent("", "", "Grace")).await, 60);
    for again in [sent(&token, &proof, "Ada"), sent(&token, "", "Ada")] {
        let reply = house.send(again).await;
        assert_taken(&reply);
        assert_eq!(reply.cookie(), first.cookie(), "the same receipt");
    }
    let other = house.send(sent(&token, &proof, "Grace")).await;
    assert_eq!(other.status, StatusCode::CONFLICT, "{}", other.text());
    assert_eq!(house.applications().await, 2);
});

both_engines!(only_a_token_of_this_house_for_this_posting_of_the_last_day_can_be_proven, |place| async move {
    let house = house(place, MANY, 1, MANY).await;
    assert_taken(&house.send(sent("", "", "Ada")).await);
    let (mine, other) = (house.token(&house.form).await, house.token(&house.other).await);
    let (made, mac) = mine.rsplit_once('.').expect("three parts");
    let (random, instant) = made.rsplit_once('.').expect("three parts");
    let later = format!("{random}.{}.{mac}", instant.parse::<i64>().expect("an instant") + 1);
    let shortened = format!("{made}.{}", &mac[..2]);
    for (token, what) in [
        (&*later, "another instant"),
        (&*shortened, "half a MAC"),
        (made, "no MAC"),
        ("abc", "words"),
        (&*other, "another posting's"),
    ] {
        let reply = house.send(sent(token, &proof(token), "Ada")).await;
        assert_held_back(&reply, 60);
        let fresh = token_of(&reply);
        assert_ne!(fresh, token, "{what}: the form that comes back can be proven");
    }
    house.app.set_now("2026-09-02T07:59:00Z");
    assert_taken(&house.send(sent("", "", "Grace")).await);
    assert_taken(&house.send(sent(&mine, &proof(&mine), "Ada")).await);
    let left_open = house.token(&house.form).await;
    house.app.set_now("2026-09-03T07:58:00Z");
    assert_taken(&house.send(sent("", "", "Edith")).await);
    house.app.set_now("2026-09-03T08:00:00Z");
    let late = house.send(sent(&left_open, &proof(&left_open), "Ada")).await;
    assert_held_back(&late, 58);
    let fresh = token_of(&late);
    assert_taken(&house.send(sent(&fresh, &proof(&fresh), "Ada")).await);
});

#[tokio::test]
async fn n16_one_network_that_sends_too_much_holds_back_itself_alone() {
    on_sqlite(|place| async move {
        let house = house(place, 3, MANY, MANY).await;
        assert_taken(&house.send_from("198.51.100.1, 203.0.113.7", sent("", "", "Ada")).await);
        assert_held_back(&house.send_from("192.0.2.1, 203.0.113.99", sent("", "", "Ada")).await, 60);
        assert_taken(&house.send_from("203.0.114.7", sent("", "", "Ada")).await);
        // What says nothing about who asks is no network.
        for _ in 0..3 {
            assert_taken(&house.send_from("10.0.0.1", sent("", "", "Ada")).await);
        }
    })
    .await;
}

#[tokio::test]
async fn the_house_has_a_budget_for_all_postings() {
    on_sqlite(|place| async move {
        let house = house(place, MANY, MANY, 3).await;
        assert_taken(&house.app.call(sent("", "", "Ada").request(&house.other)).await);
        assert_held_back(&house.send(sent("", "", "Ada")).await, 60);
    })
    .await;
}

#[tokio::test]
async fn what_is_held_back_is_said_in_the_readers_language() {
    on_sqlite(|place| async move {
        let house = house(place, MANY, 1, MANY).await;
        assert_taken(&house.send(sent("", "", "Ada")).await);
        for (language, said) in [("de", "noch nicht abgeschickt"), ("nl", "nog niet verstuurd"), ("en", "was not sent yet")] {
            let mut request = sent("", "", "Ada").request(&house.form);
            request.headers_mut().insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(language));
            let page = house.app.call(request).await.text();
            assert!(page.contains(said), "{language}: {page}");
        }
    })
    .await;
}

both_engines!(n19_a_form_that_is_only_looked_at_leaves_nothing_behind, |place| async move {
    let house = house(place, MANY, MANY, MANY).await;
    let reply = house.app.get(&house.form, "").await;
    assert!(!reply.headers.contains_key(header::SET_COOKIE));
    assert_eq!(house.app.stored().await, (0, 0));
    assert_ne!(token_of(&reply), house.token(&house.form).await, "each form has a token of its own");
});

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_environment_sets_the_budgets_and_what_makes_no_sense_stops_the_start() {
    let place = Place::sqlite();
    let (form, _) = support::posting_for_ever(&place.office().await).await;
    for (name, value) in [
        ("ABLAUF_UNPROVEN_PER_NETWORK", "0"),
        ("ABLAUF_UNPROVEN_PER_POSTING", "-1"),
        ("ABLAUF_UNPROVEN_PER_HOUSE", "many"),
        ("ABLAUF_PROXIES", "yes"),
    ] {
        assert!(Served::start(&place, &[(name, value)], Stdio::null()).await.is_err(), "{name}={value} was believed");
    }
    let served = Served::start(&place, &[("ABLAUF_UNPROVEN_PER_POSTING", "1")], Stdio::null()).await.expect("it serves");
    let send = async || served.send(sent("", "", "Ada").request(&form)).await.expect("an answer").status;
    assert_eq!([send().await, send().await], [StatusCode::SEE_OTHER, StatusCode::TOO_MANY_REQUESTS]);
}
