//! A form at the desk that is not carried out: its page comes back, says why, and keeps what was typed.

use crate::support;

use axum::http::{Method, StatusCode};
use office::{decide::Decision, handover::Picked, release::NewRelease};
use rules::{
    access::{Actor, Audience, Role, roles},
    application::{Outcome, Section, Stage},
    handover::{Basis, Item},
    id::{ApplicationId, PostingId, ReleaseId},
};
use server::router::routes;
use support::{Multipart, Reply, TestApp, pdf};

const REASON: &str = "She found the fault & said why.";
const SHOWN: &str = "She found the fault &amp; said why.";
const EARLIER: &str = "Somebody else had more practice.";

struct House {
    app: TestApp,
    hr: Actor,
    cookie: String,
    posting: PostingId,
}

/// A house with two seats to fill.
async fn house() -> House {
    let app = TestApp::start().await;
    let hr = app.account("hr@example.org", Role::Hr, None).await;
    let posting = app.open_posting(&hr).await;
    let cookie = app.sign_in("hr@example.org").await;
    House { app, hr, cookie, posting }
}

/// A house whose two seats are taken.
async fn full_house() -> House {
    let house = house().await;
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
        self.post(id, "outcome", &form).await
    }

    /// Sends a form of an application's page.
    async fn post(&self, id: &ApplicationId, form: &str, fields: &[(&str, &str)]) -> Reply {
        self.app.post(&format!("/office/applications/{id}/{form}"), &self.cookie, fields).await
    }

    /// Sends a form of the posting's page.
    async fn post_posting(&self, form: &str, fields: &[(&str, &str)]) -> Reply {
        self.app.post(&format!("/office/postings/{}/{form}", self.posting), &self.cookie, fields).await
    }

    async fn outcome(&self, id: &ApplicationId) -> Option<Outcome> {
        self.decided(id).await.0
    }

    /// The outcome with its reason.
    async fn decided(&self, id: &ApplicationId) -> (Option<Outcome>, Option<String>) {
        let view = self.app.office.read_application(&self.hr, id).await.expect("the application");
        (view.outcome.map(|(outcome, _)| outcome), view.outcome_reason)
    }

    async fn stage(&self, id: &ApplicationId) -> Stage {
        self.app.office.read_application(&self.hr, id).await.expect("the application").stage
    }

    /// How many notes there are.
    async fn notes(&self, id: &ApplicationId) -> usize {
        self.app.office.read_application(&self.hr, id).await.expect("the application").notes.len()
    }

    /// The page of an application, as a tab shows it.
    async fn page(&self, id: &ApplicationId) -> Reply {
        self.app.get(&format!("/office/applications/{id}"), &self.cookie).await
    }

    async fn decide(&self, id: &ApplicationId, outcome: Outcome) {
        let decision = Decision { outcome: Some(outcome), reason: String::new(), rejection_received_at: None };
        self.app.office.decide(&self.hr, id, &decision).await.expect("a decision");
    }

    async fn close(&self) {
        self.app.office.close_posting(&self.hr, &self.posting).await.expect("closed");
    }

    async fn release(&self, id: &ApplicationId) -> ReleaseId {
        let release = NewRelease {
            audience: Audience::Department(self.app.department.clone()),
            sections: vec![Section::Contact],
            until: "2026-10-01T00:00:00Z".parse().expect("an instant"),
        };
        self.app.office.release(&self.hr, id, &release).await.expect("a release")
    }

    async fn hand_over(&self, id: &ApplicationId) {
        let pick =
            |item: Item| Picked { item, purpose: item.proposed_purpose(), basis: Basis::Contract, necessity: String::new() };
        let picked = [Item::FirstName, Item::LastName].map(pick);
        self.app.office.hand_over(&self.hr, id, &picked).await.expect("a handover");
    }

    /// Lets the records behave otherwise from now on.
    async fn rig(&self, statement: &'static str) {
        sqlx::query(statement).execute(self.app.office.records.read()).await.expect("rigged");
    }
}

/// Somebody changes each application a moment before anybody else can.
const QUICKER: &str = "CREATE TRIGGER quicker BEFORE UPDATE OF outcome_version ON application BEGIN SELECT RAISE(IGNORE); END";
/// No note can be stored.
const FULL: &str = "CREATE TRIGGER full BEFORE INSERT ON note BEGIN SELECT RAISE(ABORT, 'full'); END";

/// What a hidden field of a page holds.
fn hidden(reply: &Reply, name: &str) -> String {
    let page = reply.text();
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("no {name}: {page}"));
    field.split('"').next().unwrap_or_default().to_owned()
}

/// Fails unless the form was carried out.
fn assert_done(reply: &Reply) {
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
}

/// Fails unless the page that the form came from is back with `status`, as a page that says so with `words`.
fn assert_page_says(reply: &Reply, status: StatusCode, words: &str) {
    let page = reply.text();
    assert_eq!(reply.status, status, "{page}");
    assert!(page.contains(words), "{words:?} is not said: {page}");
    assert!(page.contains("<title>Error: "), "the title does not say it: {page}");
    assert!(page.contains("Service technician (f/m/x)"), "this is another page: {page}");
}

/// Fails unless the reason stands in its field and nowhere else, to be sent again.
fn assert_to_send_again(reply: &Reply) {
    let page = reply.text();
    assert_eq!(page.matches(SHOWN).count(), 1, "{page}");
    assert!(page.contains(&format!("{SHOWN}</textarea>")), "the text is lost: {page}");
    assert!(page.contains("What you typed is still here."), "{page}");
    assert!(!page.contains("readonly"), "the form itself is there: {page}");
}

/// Fails unless the text stands in a box to be copied, and in no form.
fn assert_to_copy(reply: &Reply) {
    let page = reply.text();
    assert_eq!(page.matches(SHOWN).count(), 1, "{page}");
    let written = page.split("id=\"written\"").nth(1).unwrap_or_else(|| panic!("the text is lost: {page}"));
    let (control, rest) = written.split_once('>').unwrap_or_default();
    assert!(control.contains("readonly") && rest.starts_with(SHOWN), "{page}");
    assert!(page.contains("What you wrote; it was not stored"), "{page}");
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

#[tokio::test]
async fn who_was_not_quick_enough_is_told_and_keeps_the_reason_typed() {
    let house = house().await;
    let id = house.apply(1).await;
    house.rig(QUICKER).await;
    let reply = house.post_outcome(&id, "rejected").await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    assert!(reply.text().contains("look at it and send again"), "{}", reply.text());
    assert!(reply.text().contains("value=\"rejected\" checked"), "the choice is lost: {}", reply.text());
    assert_to_send_again(&reply);
    assert_eq!(house.outcome(&id).await, None);
}

#[tokio::test]
async fn a_page_from_before_the_outcome_overturns_it_only_once_the_outcome_was_shown() {
    let house = house().await;
    let id = house.apply(1).await;
    let stale = hidden(&house.page(&id).await, "seen");
    let first = [("outcome", "rejected"), ("reason", EARLIER), ("seen", stale.as_str())];
    assert_done(&house.post(&id, "outcome", &first).await);

    let reply = house.post(&id, "outcome", &[("outcome", "hired"), ("reason", REASON), ("seen", stale.as_str())]).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    assert_eq!(house.decided(&id).await, (Some(Outcome::Rejected), Some(EARLIER.to_owned())), "the earlier one stands");
    assert!(reply.text().contains(&format!(">{EARLIER}</p>")), "what was decided is not shown: {}", reply.text());
    assert!(reply.text().contains("value=\"hired\" checked"), "the choice is lost: {}", reply.text());
    assert_to_send_again(&reply);

    let now = hidden(&reply, "seen");
    assert_done(&house.post(&id, "outcome", &[("outcome", "hired"), ("reason", REASON), ("seen", now.as_str())]).await);
    assert_eq!(house.decided(&id).await, (Some(Outcome::Hired), Some(REASON.to_owned())), "who saw it may change it");
}

#[tokio::test]
async fn a_mistake_in_the_form_does_not_make_a_page_from_before_the_outcome_a_newer_one() {
    let house = house().await;
    let id = house.apply(1).await;
    let stale = hidden(&house.page(&id).await, "seen");
    house.decide(&id, Outcome::Withdrawn).await;
    let form = |day| [("outcome", "rejected"), ("reason", REASON), ("rejection_received_on", day), ("seen", stale.as_str())];
    let reply = house.post(&id, "outcome", &form("yesterday")).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", reply.text());
    assert_eq!(hidden(&reply, "seen"), stale, "nobody was told yet");
    let reply = house.post(&id, "outcome", &form("2026-09-01")).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    assert_eq!(house.outcome(&id).await, Some(Outcome::Withdrawn));
}

#[tokio::test]
async fn a_page_from_before_the_move_moves_the_application_only_once_its_stage_was_shown() {
    let house = house().await;
    let id = house.apply(1).await;
    let stale = hidden(&house.page(&id).await, "from");
    assert_eq!(stale, Stage::Received.code());
    assert_done(&house.post(&id, "stage", &[("stage", Stage::Interview.code()), ("from", stale.as_str())]).await);

    let reply = house.post(&id, "stage", &[("stage", Stage::Review.code()), ("from", stale.as_str())]).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    assert_eq!(house.stage(&id).await, Stage::Interview, "the earlier move stands");
    assert!(reply.text().contains("value=\"review\" selected"), "the choice is lost: {}", reply.text());

    let now = hidden(&reply, "from");
    let again = [("stage", Stage::Review.code()), ("from", now.as_str())];
    assert_done(&house.post(&id, "stage", &again).await);
    assert_eq!(house.stage(&id).await, Stage::Review);
    let twice = house.post(&id, "stage", &again).await;
    assert_page_says(&twice, StatusCode::CONFLICT, "It already is as you wanted it.");
}

#[tokio::test]
async fn a_request_that_does_not_say_what_was_seen_changes_what_there_is_and_one_that_says_nonsense_nothing() {
    let house = house().await;
    let id = house.apply(1).await;
    for (outcome, stage) in [("rejected", Stage::Interview), ("hired", Stage::Review)] {
        assert_done(&house.post(&id, "outcome", &[("outcome", outcome)]).await);
        assert_done(&house.post(&id, "stage", &[("stage", stage.code())]).await);
    }
    let reply = house.post(&id, "outcome", &[("outcome", "none"), ("seen", "the first")]).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    let reply = house.post(&id, "stage", &[("stage", Stage::Offer.code()), ("from", "the start")]).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    assert_eq!((house.outcome(&id).await, house.stage(&id).await), (Some(Outcome::Hired), Stage::Review));
}

#[tokio::test]
async fn a_note_that_cannot_be_stored_at_the_moment_is_still_in_its_field() {
    let house = house().await;
    let id = house.apply(1).await;
    house.rig(FULL).await;
    let reply = house.post(&id, "notes", &[("text", REASON)]).await;
    assert_page_says(&reply, StatusCode::SERVICE_UNAVAILABLE, "We cannot take anything in right now");
    assert_to_send_again(&reply);
}

#[tokio::test]
async fn a_note_that_is_sent_twice_from_one_form_is_one_note() {
    let house = house().await;
    let id = house.apply(1).await;
    for (text, token, notes) in [
        (REASON, "one form", 1),
        (REASON, "one form", 1),
        ("Other words from the same form.", "one form", 2),
        (REASON, "another form", 3),
        (REASON, "", 4),
        (REASON, "", 5),
    ] {
        assert_done(&house.post(&id, "notes", &[("text", text), ("token", token)]).await);
        assert_eq!(house.notes(&id).await, notes, "after {text:?} with {token:?}");
    }
    let both = [("text", "At once."), ("token", "a double click")];
    let (first, second) = tokio::join!(house.post(&id, "notes", &both), house.post(&id, "notes", &both));
    assert_done(&first);
    assert_done(&second);
    assert_eq!(house.notes(&id).await, 6);
}

#[tokio::test]
async fn a_note_can_be_copied_when_not_even_its_page_can_be_read() {
    let house = house().await;
    let id = house.apply(1).await;
    house.rig("ALTER TABLE note RENAME TO unreadable").await;
    let reply = house.post(&id, "notes", &[("text", REASON)]).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{}", reply.text());
    assert!(reply.text().contains("We cannot take anything in right now"), "{}", reply.text());
    assert_to_copy(&reply);
}

#[tokio::test]
async fn a_comment_after_the_release_ended_can_be_copied_and_shows_nothing_of_the_applicant() {
    let house = house().await;
    let id = house.apply(1).await;
    let release = house.release(&id).await;
    house.app.account("head@example.org", Role::Head, Some(&house.app.department)).await;
    let cookie = house.app.sign_in("head@example.org").await;
    let comments = format!("/office/applications/{id}/comments");
    let empty = house.app.post(&comments, &cookie, &[("text", ""), ("judgement", "yes")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text().contains("Lovelace"), "while it is released, the page is theirs: {}", empty.text());
    house.app.office.revoke(&house.hr, &id, &release).await.expect("revoked");
    let reply = house.app.post(&comments, &cookie, &[("text", REASON), ("judgement", "yes")]).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN, "{}", reply.text());
    assert!(reply.text().contains("This is no longer released to you"), "{}", reply.text());
    assert!(!reply.text().contains("Lovelace"), "{}", reply.text());
    assert_to_copy(&reply);
}

#[tokio::test]
async fn a_note_after_the_close_can_be_copied_from_the_blocked_record() {
    let house = house().await;
    let id = house.apply(1).await;
    house.decide(&id, Outcome::Rejected).await;
    house.close().await;
    let reply = house.post(&id, "notes", &[("text", REASON)]).await;
    assert_page_says(&reply, StatusCode::FORBIDDEN, "This record is blocked");
    assert_eq!(reply.text().matches("This record is blocked").count(), 1, "once is enough: {}", reply.text());
    assert!(!reply.text().contains("Lovelace"), "{}", reply.text());
    assert_to_copy(&reply);
}

#[tokio::test]
async fn a_reason_for_an_outcome_that_can_change_no_more_can_be_copied() {
    let house = house().await;
    let (hired, handed_over) = (house.apply(1).await, house.apply(2).await);
    house.decide(&hired, Outcome::Hired).await;
    house.decide(&handed_over, Outcome::Hired).await;
    house.hand_over(&handed_over).await;
    let reply = house.post_outcome(&handed_over, "rejected").await;
    assert_page_says(&reply, StatusCode::CONFLICT, "The handover has taken place");
    assert_to_copy(&reply);
    house.close().await;
    let reply = house.post_outcome(&hired, "rejected").await;
    assert_page_says(&reply, StatusCode::CONFLICT, "The procedure is closed");
    assert_to_copy(&reply);
}

#[tokio::test]
async fn what_a_handover_needs_can_be_copied_when_somebody_else_handed_over() {
    let house = house().await;
    let id = house.apply(1).await;
    house.decide(&id, Outcome::Hired).await;
    house.hand_over(&id).await;
    let form = [
        ("item", "first_name"),
        ("purpose-first_name", "contract"),
        ("basis-first_name", "gdpr_6_1_b"),
        ("necessity-first_name", REASON),
    ];
    let reply = house.post(&id, "handover", &form).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "The handover has taken place");
    assert_to_copy(&reply);
}

#[tokio::test]
async fn in_bulk_somebody_who_was_decided_meanwhile_stops_all_and_the_rest_stays_ticked() {
    let house = house().await;
    let (third, fourth) = (house.apply(3).await, house.apply(4).await);
    house.decide(&third, Outcome::Withdrawn).await;
    let form = [("ids", third.as_str()), ("ids", fourth.as_str()), ("outcome", "rejected"), ("reason", REASON)];
    let reply = house.post_posting("decide", &form).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    assert!(reply.text().contains(&format!("value=\"{fourth}\" checked")), "the tick is lost: {}", reply.text());
    assert_to_send_again(&reply);
    assert_eq!((house.outcome(&third).await, house.outcome(&fourth).await), (Some(Outcome::Withdrawn), None));

    house.decide(&fourth, Outcome::Withdrawn).await;
    let reply = house.post_posting("decide", &form).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    assert_to_copy(&reply);
}

#[tokio::test]
async fn hiring_more_than_there_are_seats_in_bulk_says_how_many_are_free_and_hires_nobody() {
    let house = house().await;
    let ids = [house.apply(1).await, house.apply(2).await, house.apply(3).await];
    let ticks = ids.iter().map(|id| ("ids", id.as_str()));
    let form: Vec<_> = ticks.chain([("outcome", "hired"), ("reason", REASON)]).collect();
    let reply = house.post_posting("decide", &form).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Only 2 places of this posting are free; nobody was hired.");
    assert_to_send_again(&reply);
    for id in &ids {
        assert_eq!(house.outcome(id).await, None);
        assert!(reply.text().contains(&format!("value=\"{id}\" checked")), "a tick is lost: {}", reply.text());
    }
}

#[tokio::test]
async fn a_second_click_on_what_happened_already_leads_back_to_its_page_with_words() {
    let house = house().await;
    let (id, hired) = (house.apply(1).await, house.apply(2).await);
    let release = house.release(&id).await;
    house.decide(&hired, Outcome::Hired).await;
    let twice = async |form: &str, fields: &[(&str, &str)], words: &str| {
        let first = house.post(&id, form, fields).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{form}: {}", first.text());
        assert_page_says(&house.post(&id, form, fields).await, StatusCode::CONFLICT, words);
    };
    twice("stage", &[("stage", Stage::Review.code())], "It already is as you wanted it.").await;
    twice(&format!("releases/{release}/revoke"), &[], "Somebody else was faster").await;
    twice("outcome", &[("outcome", "rejected")], "It already is as you wanted it.").await;
    twice("rejection", &[("rejection_received_on", "2026-09-01")], "It already is as you wanted it.").await;
    let not_in_a_state = "The posting is not in a state for this.";
    assert_page_says(&house.post_posting("publish", &[]).await, StatusCode::CONFLICT, not_in_a_state);
    for form in ["stop-intake", "close"] {
        let first = house.post_posting(form, &[]).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{form}: {}", first.text());
        assert_page_says(&house.post_posting(form, &[]).await, StatusCode::CONFLICT, not_in_a_state);
    }
    let late = house.post(&id, "stage", &[("stage", Stage::Interview.code())]).await;
    assert_page_says(&late, StatusCode::FORBIDDEN, "This record is blocked");
    let late = house.post(&hired, "stage", &[("stage", Stage::Interview.code())]).await;
    assert_page_says(&late, StatusCode::CONFLICT, "The procedure is closed");
}

#[tokio::test]
async fn a_revoked_release_leaves_the_form_for_another_as_it_begins() {
    let house = house().await;
    let id = house.apply(1).await;
    let release = house.release(&id).await;
    house.app.office.revoke(&house.hr, &id, &release).await.expect("revoked");
    let reply = house.post(&id, &format!("releases/{release}/revoke"), &[]).await;
    assert_page_says(&reply, StatusCode::CONFLICT, "Somebody else was faster");
    assert!(reply.text().contains("value=\"cv\" checked"), "the proposal is lost: {}", reply.text());
}

#[tokio::test]
async fn whoever_sends_a_form_after_the_session_ended_is_told_that_nothing_was_stored() {
    let house = house().await;
    let id = house.apply(1).await;
    let told = "Your session had ended, so what you sent was not stored.";
    let sent = house.app.post(&format!("/office/applications/{id}/notes"), "", &[("text", REASON)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(sent.location(), format!("/sign-in?next=%2Foffice%2Fapplications%2F{id}&unsent=1"));
    let page = house.app.get(sent.location(), "").await.text();
    assert!(page.contains(told), "{page}");
    assert!(!sent.text().contains(SHOWN) && !page.contains(SHOWN), "it may be anybody who signs in next: {page}");
    let asked = house.app.get(&format!("/office/applications/{id}"), "").await;
    let page = house.app.get(asked.location(), "").await.text();
    assert!(!page.contains(told), "nothing was sent: {page}");
}

#[tokio::test]
async fn from_every_form_of_the_desk_the_sign_in_leads_back_to_a_page() {
    let app = TestApp::start().await;
    let filled = |path: &str| {
        let id = "0123456789abcdef0123456789abcdef";
        path.split('/').map(|part| if part.starts_with('{') { id } else { part }).collect::<Vec<_>>().join("/")
    };
    let pages: Vec<String> =
        routes().iter().filter(|route| route.method == Method::GET).map(|route| filled(route.path)).collect();
    for route in routes().iter().filter(|route| route.method == Method::POST && roles(route.action).is_some()) {
        let reply = app.post(&filled(route.path), "", &[]).await;
        let query = reply.location().split_once('?').expect("a query").1.to_owned();
        let next = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next").expect("a way back").1.into_owned();
        assert!(pages.contains(&next), "{} leads back to {next}, which is no page", route.path);
    }
}

#[tokio::test]
async fn the_day_a_rejection_was_received_is_added_later_and_a_mistake_stands_beside_its_field() {
    let house = house().await;
    let id = house.apply(1).await;
    let form = "id=\"rejection-rejection_received_on\"";
    let address = format!("/office/applications/{id}");
    let page = async |cookie: &str| house.app.get(&address, cookie).await.text();
    assert!(!page(&house.cookie).await.contains(form), "nobody was rejected");
    house.decide(&id, Outcome::Rejected).await;
    assert!(page(&house.cookie).await.contains(form));

    for (typed, words) in [("2026-08-31", "too early"), ("2026-09-02", "too late"), ("yesterday", "Enter a date")] {
        let reply = house.post(&id, "rejection", &[("rejection_received_on", typed)]).await;
        let page = reply.text();
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}: {page}");
        let error = page.split("id=\"rejection-rejection_received_on-error\" class=\"error\">").nth(1).unwrap_or_default();
        let error = error.split('<').next().unwrap_or_default();
        assert!(error.contains(words), "{typed}: {error:?} in {page}");
        assert!(page.contains(&format!("value=\"{typed}\"")), "{typed} is lost: {page}");
        assert!(page.contains("href=\"#rejection-rejection_received_on\""), "{typed}: {page}");
    }
    let reply = house.post(&id, "rejection", &[("rejection_received_on", "2026-09-01")]).await;
    let back = format!("{address}?done=recorded");
    assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, back.as_str()), "{}", reply.text());
    assert!(page(&house.cookie).await.contains("recorded that the rejection was received on 1 September 2026"));

    house.close().await;
    house.app.set_now("2026-09-20T08:00:00Z");
    let cookie = house.app.sign_in("hr@example.org").await;
    assert!(page(&cookie).await.contains(form), "after the close too");
    let reply = house.app.post(&format!("{address}/rejection"), &cookie, &[("rejection_received_on", "2026-09-12")]).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.text());
    let page = page(&cookie).await;
    assert!(page.contains("value=\"2026-09-12\"") && !page.contains("Lovelace"), "{page}");
}
