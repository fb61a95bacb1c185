//! Side doors: what a page, a count, a key, a look-up, a part of a document, an error or a header could tell of an application that is
//! another's to see. Each answer is compared with the one that there would be if there were no such application.

use std::collections::BTreeMap;

use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use office::release::NewRelease;
use rules::{
    access::{Action, Subject, may, roles},
    application::{Outcome, RestrictionGround, Stage},
    id::ApplicationId,
};
use server::router::{Route, routes};

use super::{
    house::{Case, House, Person, State, everything},
    seen::Markers,
};
use crate::support::{Multipart, Place, Reply, get, on_sqlite, pdf};

/// An identifier that nobody has.
const NOBODYS: &str = "fedcba9876543210fedcba9876543210";

/// What comes anew with every answer is no difference.
const ANEW: &[&str] = &["nonce=\"", "crossorigin=\"", "'nonce-", "name=\"token\" value=\""];

/// An answer, and what is left of it where names that the asker has sent stand for nothing.
pub(crate) fn told(reply: &Reply, sent: &[&str]) -> String {
    let headers = |headers: &HeaderMap| {
        let mut lines: Vec<_> = headers.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
        lines.sort();
        lines.join("\n")
    };
    let mut text = format!("{}\n{}\n\n{}", reply.status, headers(&reply.headers), reply.text());
    for begin in ANEW {
        let mut parts = text.split(begin);
        let first = parts.next().unwrap_or_default().to_owned();
        text = parts.fold(first, |all, part| {
            let end = part.find(['"', '\'']).unwrap_or(part.len());
            format!("{all}{begin}{}", &part[end..])
        });
    }
    // The length of what was taken out; and what was sent, as it is and as it stands in an address within an address.
    let text: Vec<_> = text.lines().filter(|line| !line.starts_with("content-length")).collect();
    sent.iter().fold(text.join("\n"), |text, sent| {
        let escaped: String =
            sent.chars().map(|c| if c.is_ascii_alphanumeric() { c.into() } else { format!("%{:02X}", c as u32) }).collect();
        text.replace(sent, "SENT").replace(&escaped, "SENT")
    })
}

/// The pages that a person can walk through without knowing an identifier: every one of the table, and the list with every filter. What a
/// reading itself changes, the journal, is not among them.
fn walkable(house: &House, person: &Person) -> Vec<String> {
    let open = |route: &Route| {
        let own = roles(route.action).is_none() || may(&person.actor, route.action, Subject::House, house.now).is_ok();
        route.method == Method::GET && !route.path.contains('{') && !route.path.starts_with("/office/audit") && own
    };
    let pages = routes().into_iter().filter(open).map(|route| route.path.to_owned());
    let outcomes = Outcome::ALL.iter().map(|outcome| outcome.code()).chain(["none"]).map(|code| format!("outcome={code}"));
    let stages = Stage::ALL.iter().map(|stage| format!("stage={}", stage.code()));
    let posting = [format!("posting={}", house.ids["/office/postings"]), format!("posting={NOBODYS}")];
    let filters = outcomes.chain(stages).chain(posting).map(|filter| format!("/office/applications?{filter}"));
    let lists = may(&person.actor, Action::ListApplications, Subject::House, house.now).is_ok();
    pages.chain(filters.filter(|_| lists)).collect()
}

/// What all of these say to a person.
async fn pages(house: &House, name: &str) -> BTreeMap<String, String> {
    let person = house.person(name);
    let mut pages = BTreeMap::new();
    for path in walkable(house, person) {
        let reply = house.app.get(&path, &person.cookie).await;
        pages.insert(path, told(&reply, &[]));
    }
    pages
}

/// The pages that say something else.
fn changed<'a>(before: &'a BTreeMap<String, String>, after: &BTreeMap<String, String>) -> Vec<&'a str> {
    before.iter().filter(|(path, page)| after.get(*path) != Some(*page)).map(|(path, _)| path.as_str()).collect()
}

async fn with(state: State, test: impl AsyncFnOnce(House)) {
    on_sqlite(|place: Place| async move { test(House::with(place, state).await).await }).await;
}

/// Another application arrives, with the form that is open to everybody.
async fn arrive(house: &House, slug: &str) -> ApplicationId {
    let form = Multipart::typed().file("cv", "cv.pdf", &pdf("one more")).request(&format!("/jobs/{slug}/apply"));
    let reply = house.app.call(form).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER);
    let code = reply.cookie().split_once("receipt.").expect("a receipt").1.to_owned();
    house.app.office.application_of(&code).await.expect("an application")
}

/// Who may not know of any application, and who may know of those that are released to them.
const READERS: [&str; 6] = ["head", "other head", "named", "panel", "works_council", "representative"];

#[tokio::test]
async fn n04_an_application_that_arrives_changes_no_page_of_those_to_whom_it_is_not_released() {
    with(State::Received, async |house| {
        let others: Vec<_> = READERS.into_iter().chain(["admin", "accounting", "elsewhere", "anonymous", "signed out"]).collect();
        let mut before = BTreeMap::new();
        for name in others.iter().chain(&["hr", "privacy"]) {
            before.insert(*name, pages(&house, name).await);
        }
        arrive(&house, &house.ids["/jobs"]).await;
        for name in &others {
            let now = pages(&house, name).await;
            assert_eq!(changed(&before[name], &now), Vec::<&str>::new(), "{name}");
        }
        // It is looked for in the right pages: HR sees it in those that list or count, the privacy officer in the plan.
        let hr = changed(&before["hr"], &pages(&house, "hr").await).join(" ");
        for path in [
            "/office ",
            "/office/applications ",
            "/office/applications?stage=received",
            "/office/postings",
            "/office/retention",
            "plan.csv",
        ] {
            assert!(hr.contains(path), "{path} is the same: {hr}");
        }
        let plan = pages(&house, "privacy").await;
        assert_eq!(changed(&before["privacy"], &plan), ["/office/retention", "/office/retention/plan.csv"]);
    })
    .await;
}

#[tokio::test]
async fn n04_an_application_at_another_employer_changes_no_page_of_anybody_here() {
    with(State::Released, async |house| {
        let mut before = BTreeMap::new();
        for person in &house.people {
            before.insert(person.name.as_str(), pages(&house, &person.name).await);
        }
        let abroad = house.person("elsewhere").actor.clone();
        let posting = house.app.office.read_application(&abroad, &house.elsewhere.id).await.expect("theirs").posting_id;
        let slug = house.app.office.read_posting(&abroad, &posting).await.expect("theirs").posting.slug;
        arrive(&house, &slug).await;
        for person in &house.people {
            let now = pages(&house, &person.name).await;
            let changed = changed(&before[person.name.as_str()], &now);
            assert_eq!(changed.is_empty(), person.name != "elsewhere", "{}: {changed:?}", person.name);
        }

        // One that should be gone raises the alarm where it is, and nowhere else.
        let alarmed = pages(&house, "elsewhere").await;
        sqlx::query("UPDATE application SET due_at = 1 WHERE id = $1")
            .bind(house.elsewhere.id.as_str())
            .execute(house.app.office.records.read())
            .await
            .expect("overdue");
        for person in &house.people {
            let before = if person.name == "elsewhere" { &alarmed } else { &before[person.name.as_str()] };
            let now = pages(&house, &person.name).await;
            let changed = changed(before, &now);
            assert_eq!(changed.contains(&"/office"), person.name == "elsewhere", "{}: {changed:?}", person.name);
            assert_eq!(changed.is_empty(), person.name != "elsewhere", "{}: {changed:?}", person.name);
        }
    })
    .await;
}

#[tokio::test]
async fn n13_a_restricted_application_is_in_no_list_of_hrs_and_in_no_number_of_what_waits() {
    with(State::Received, async |house| {
        let lists = |pages: BTreeMap<String, String>| -> BTreeMap<String, String> {
            pages.into_iter().filter(|(path, _)| path == "/office" || path.starts_with("/office/applications")).collect()
        };
        let before = lists(pages(&house, "hr").await);
        let id = arrive(&house, &house.ids["/jobs"]).await;
        let with_it = lists(pages(&house, "hr").await);
        assert!(changed(&before, &with_it).contains(&"/office"), "it counts until it is restricted");
        let hr = house.person("hr").actor.clone();
        house.app.office.restrict(&hr, &id, RestrictionGround::Accuracy).await.expect("restricted");
        assert_eq!(changed(&before, &lists(pages(&house, "hr").await)), Vec::<&str>::new());
    })
    .await;
}

#[tokio::test]
async fn n13_readers_of_a_restricted_application_see_the_pages_of_a_house_without_it() {
    with(State::Received, async |house| {
        let (hr, office) = (house.person("hr").actor.clone(), &house.app.office);
        let mut without = BTreeMap::new();
        for name in READERS {
            without.insert(name, pages(&house, name).await);
        }
        for audience in house.audiences() {
            let until = "2027-05-20T00:00:00Z".parse().expect("an instant");
            for sections in everything(&audience) {
                let release = NewRelease { audience: audience.clone(), sections, until };
                office.release(&hr, &house.it.id, &release).await.expect("a release");
            }
        }
        for name in READERS {
            let same = changed(&without[name], &pages(&house, name).await).is_empty();
            assert_eq!(same, name == "other head", "{name}: a release shows");
        }
        office.restrict(&hr, &house.it.id, RestrictionGround::Accuracy).await.expect("restricted");
        for name in READERS {
            let now = pages(&house, name).await;
            assert_eq!(changed(&without[name], &now), Vec::<&str>::new(), "{name}: a restriction hides all of it");
        }
    })
    .await;
}

/// Every address below something that exists and that a person may not know of, beside the same with an identifier that nobody has.
#[tokio::test]
async fn n04_what_one_may_not_know_of_is_answered_as_what_does_not_exist() {
    with(State::Received, async |house| {
        let here = |name: &str| house.person(name);
        let mut compared = 0;
        let mut table = routes();
        table.retain(|route| route.path.contains("/office/") && route.path.contains("{id}"));
        for route in &table {
            for name in READERS.into_iter().chain(["elsewhere", "privacy", "anonymous", "signed out"]) {
                // Breaches are the privacy officer's own.
                if name == "privacy" && route.path.starts_with("/office/breaches") {
                    continue;
                }
                let real = house.concrete(route.path);
                // The thing itself; with it, everything below goes.
                let thing = real.split('/').nth(3).expect("an identifier");
                let other = real.replace(thing, NOBODYS);
                let mut answers = Vec::new();
                for (path, sent) in [(&real, thing), (&other, NOBODYS)] {
                    let request = Request::builder().method(&route.method).uri(path).header(header::COOKIE, &here(name).cookie);
                    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                    let reply = house.app.call(request.body(Body::empty()).expect("a request")).await;
                    assert_ne!(reply.status, StatusCode::OK, "{name} at {} {}", route.method, route.path);
                    assert!(!reply.headers.contains_key(header::SET_COOKIE), "{name} at {}", route.path);
                    answers.push(told(&reply, &[sent]));
                }
                assert_eq!(answers[0], answers[1], "{name} at {} {}", route.method, route.path);
                compared += 1;
            }
        }
        assert!(compared > 300, "{compared}");
        // The comparison sees a difference where there is one.
        let [real, other] = [house.concrete("/office/applications/{id}"), format!("/office/applications/{NOBODYS}")];
        let hr = &here("hr").cookie;
        let (found, lost) = (house.app.get(&real, hr).await, house.app.get(&other, hr).await);
        assert_ne!(told(&found, &[house.it.id.as_str()]), told(&lost, &[NOBODYS]));
    })
    .await;
}

/// A page key names the place of a row.
async fn turned(house: &House, name: &str, way: &str, received_at: i64, id: &str) -> String {
    let key = format!("{received_at}-{id}");
    let reply = house.app.get(&format!("/office/applications?{way}={key}"), &house.person(name).cookie).await;
    assert_eq!(reply.status, StatusCode::OK);
    told(&reply, &[&key])
}

#[tokio::test]
async fn n04_a_page_key_that_names_a_hidden_application_turns_to_the_page_of_one_that_does_not_exist() {
    with(State::OneSection, async |house| {
        let hr = house.person("hr").actor.clone();
        house.app.office.restrict(&hr, &house.hired.id, RestrictionGround::Objection).await.expect("restricted");
        let hidden: [(&str, &Case); 4] =
            [("head", &house.beside), ("head", &house.elsewhere), ("hr", &house.elsewhere), ("hr", &house.hired)];
        for (name, case) in hidden {
            let received_at: i64 = sqlx::query_scalar("SELECT received_at FROM application WHERE id = $1")
                .bind(case.id.as_str())
                .fetch_one(house.app.office.records.read())
                .await
                .expect("an instant");
            // The neighbour, and no other row between the two.
            let (id, last) = case.id.as_str().split_at(31);
            let other = format!("{id}{}", if last == "0" { "1" } else { "0" });
            for way in ["older", "newer"] {
                let real = turned(&house, name, way, received_at, case.id.as_str()).await;
                assert_eq!(real, turned(&house, name, way, received_at, &other).await, "{name}: {way}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn n04_n13_a_look_up_says_the_same_of_what_it_may_not_open_as_of_an_address_that_nobody_has() {
    with(State::Restricted, async |house| {
        let hr = &house.person("hr").cookie;
        let look_up = async |email: &str, purpose: &str| {
            let reply = house.app.post("/office/look-up", hr, &[("email", email), ("purpose", purpose)]).await;
            (reply.status, told(&reply, &[email]))
        };
        // Another employer's, for any purpose; a restricted one, for a purpose that is not one of the law.
        for (email, purpose) in [
            (&house.elsewhere.markers.email, "inquiry"),
            (&house.elsewhere.markers.email, "claim"),
            (&house.it.markers.email, "inquiry"),
            (&house.it.markers.email, "authority"),
        ] {
            let (status, page) = look_up(email, purpose).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(page, look_up("nobody@example.org", purpose).await.1, "{purpose}");
        }
        assert_eq!(look_up(&house.it.markers.email, "claim").await.0, StatusCode::OK, "for a purpose of the law it opens");
        for person in &house.people {
            let reply = house
                .app
                .post("/office/look-up", &person.cookie, &[("email", &house.it.markers.email), ("purpose", "claim")])
                .await;
            let opened = reply.status == StatusCode::OK;
            assert_eq!(opened, ["hr", "second of hr"].contains(&&*person.name), "{} is answered {}", person.name, reply.status);
            assert_eq!(reply.text().contains(house.it.id.as_str()), opened, "{}", person.name);
        }
    })
    .await;
}

/// Ways to ask for a document, or for what is known about it.
fn ways() -> Vec<(Method, Vec<(header::HeaderName, &'static str)>)> {
    vec![
        (Method::GET, vec![(header::RANGE, "bytes=0-9")]),
        (Method::GET, vec![(header::RANGE, "bytes=-1")]),
        (Method::GET, vec![(header::RANGE, "bytes=99999999-")]),
        (Method::GET, vec![(header::RANGE, "bytes=0-9"), (header::IF_RANGE, "\"an-etag\"")]),
        (Method::GET, vec![(header::IF_NONE_MATCH, "*")]),
        (Method::GET, vec![(header::IF_MODIFIED_SINCE, "Tue, 01 Sep 2026 08:00:00 GMT")]),
        (Method::HEAD, vec![]),
        (Method::HEAD, vec![(header::RANGE, "bytes=0-9")]),
    ]
}

async fn ask_in_a_way(
    house: &House,
    person: &Person,
    path: &str,
    (method, headers): &(Method, Vec<(header::HeaderName, &str)>),
) -> Reply {
    let mut request = Request::builder().method(method).uri(path).header(header::COOKIE, &person.cookie);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    house.app.call(request.body(Body::empty()).expect("a request")).await
}

#[tokio::test]
async fn n04_a_document_that_one_may_not_read_has_no_size_no_part_and_no_name() {
    let document = "/office/applications/{id}/documents/{document}";
    for state in [State::Received, State::OneSection, State::Restricted] {
        with(state, async |house| {
            let markers = Markers::of(&house);
            let path = house.concrete(document);
            for person in &house.people {
                let whole = house.app.get(&path, &person.cookie).await;
                for way in ways() {
                    let reply = ask_in_a_way(&house, person, &path, &way).await;
                    let what = format!("{state:?}: {} with {way:?}", person.name);
                    if house.reads_file(person) {
                        assert_eq!(whole.status, StatusCode::OK, "{what}");
                        assert!(matches!(reply.status.as_u16(), 200 | 206 | 416), "{what}: {}", reply.status);
                        continue;
                    }
                    assert!(!whole.status.is_success() && reply.status == whole.status, "{what}: {}", reply.status);
                    for name in [
                        header::CONTENT_RANGE,
                        header::ACCEPT_RANGES,
                        header::CONTENT_DISPOSITION,
                        header::ETAG,
                        header::LAST_MODIFIED,
                    ] {
                        assert!(!reply.headers.contains_key(&name), "{what}: {name}");
                    }
                    assert!(markers.within(&reply).is_empty(), "{what}");
                    assert!(way.0 != Method::HEAD || reply.bytes.is_empty(), "{what}");
                }
            }
            let readers: Vec<_> =
                house.people.iter().filter(|person| house.reads_file(person)).map(|person| person.name.as_str()).collect();
            let expected: &[&str] = match state {
                State::Received => &["hr", "second of hr"],
                State::OneSection => &["hr", "named", "second of hr"],
                _ => &[],
            };
            assert_eq!(readers, expected);
        })
        .await;
    }
}

#[tokio::test]
async fn n04_whoever_is_sent_to_the_sign_in_takes_the_own_address_along_and_nothing_else() {
    with(State::Released, async |house| {
        for name in ["anonymous", "signed out"] {
            for route in routes().iter().filter(|route| route.path.starts_with("/office") && route.method == Method::GET) {
                let path = house.concrete(route.path);
                let reply = house.app.call(get(&path, &house.person(name).cookie)).await;
                let encoded: String = path
                    .chars()
                    .map(|c| if c.is_ascii_alphanumeric() { c.into() } else { format!("%{:02X}", c as u32) })
                    .collect();
                assert_eq!(reply.location(), format!("/sign-in?next={encoded}"), "{name}");
                assert!(reply.bytes.is_empty() && !reply.headers.contains_key(header::SET_COOKIE), "{name} at {path}");
            }
        }
    })
    .await;
}
