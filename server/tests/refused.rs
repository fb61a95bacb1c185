//! A form at the desk against which a rule stands: its page comes back, says which rule, and keeps what was typed.

mod support;

use axum::http::StatusCode;
use rules::{
    access::{Actor, Role},
    application::Outcome,
    id::{ApplicationId, PostingId},
};
use support::{Multipart, Reply, TestApp, pdf};

const REASON: &str = "She found the fault & said why.";
const SHOWN: &str = "She found the fault &amp; said why.";

struct House {
    app: TestApp,
    hr: Actor,
    cookie: String,
    posting: PostingId,
}

/// A house whose two seats are taken.
async fn full_house() -> House {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let posting = app.open_posting(&hr).await;
    let cookie = app.sign_in("hr@example.org").await;
    let house = House { app, hr, cookie, posting };
    for n in 0..2 {
        let hired = house.apply(n).await;
        let reply = house.post_outcome(&hired, "hired").await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    }
    house
}

impl House {
    async fn apply(&self, n: usize) -> ApplicationId {
        let slug = self.app.office.read_posting(&self.hr, &self.posting).await.expect("the posting").posting.slug;
        let form = Multipart::typed().file("cv", "cv.pdf", &pdf(&n.to_string()));
        let reply = self.app.call(form.request(&format!("/jobs/{slug}/apply"))).await;
        let code = reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned();
        self.app.office.application_of(&code).await.expect("the application")
    }

    async fn post_outcome(&self, id: &ApplicationId, outcome: &str) -> Reply {
        let form = [("outcome", outcome), ("reason", REASON), ("rejection_received_on", "")];
        self.app.post(&format!("/office/applications/{id}/outcome"), &self.cookie, &form).await
    }

    async fn outcome(&self, id: &ApplicationId) -> Option<Outcome> {
        let view = self.app.office.read_application(&self.hr, id).await.expect("the application");
        view.outcome.map(|(outcome, _)| outcome)
    }
}

/// Fails unless the page says that no seat is left, and still holds the reason.
fn assert_no_seat(reply: &Reply) {
    let page = reply.text();
    assert_eq!(reply.status, StatusCode::CONFLICT, "{page}");
    assert!(page.contains("A rule stands against this") && page.contains("Every place of this posting is taken."), "{page}");
    assert!(page.contains("<title>Error: "), "the title does not say it: {page}");
    assert!(page.contains(&format!("{SHOWN}</textarea>")), "the reason is lost: {page}");
}

#[tokio::test]
async fn hiring_beyond_the_seats_keeps_the_reason_typed() {
    let house = full_house().await;
    let third = house.apply(3).await;
    let reply = house.post_outcome(&third, "hired").await;
    assert_no_seat(&reply);
    assert!(reply.text().contains("value=\"hired\" checked"), "the choice is lost: {}", reply.text());
    assert_eq!(house.outcome(&third).await, None);
}

#[tokio::test]
async fn deciding_in_bulk_beyond_the_seats_keeps_ticks_and_reason() {
    let house = full_house().await;
    let (third, fourth) = (house.apply(3).await, house.apply(4).await);
    let form = [("ids", third.as_str()), ("outcome", "hired"), ("reason", REASON)];
    let reply = house.app.post(&format!("/office/postings/{}/decide", house.posting), &house.cookie, &form).await;
    assert_no_seat(&reply);
    let page = reply.text();
    assert!(page.contains(&format!("value=\"{third}\" checked")), "the tick is lost: {page}");
    assert!(!page.contains(&format!("value=\"{fourth}\" checked")), "a tick was added: {page}");
    assert_eq!(house.outcome(&third).await, None);
}

#[tokio::test]
async fn editing_what_was_published_meanwhile_keeps_the_text() {
    let house = full_house().await;
    let form = [("title", "Roofer (f/m/x)"), ("body", REASON)];
    let reply = house.app.post(&format!("/office/postings/{}", house.posting), &house.cookie, &form).await;
    let page = reply.text();
    assert_eq!(reply.status, StatusCode::CONFLICT, "{page}");
    assert!(page.contains("The posting is not in a state for this."), "{page}");
    assert!(page.contains("Roofer (f/m/x)") && page.contains(&format!("{SHOWN}</textarea>")), "the text is lost: {page}");
}
