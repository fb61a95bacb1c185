//! Every person x every route x every state.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use rules::{
    access::{Action, Denied, Subject, may, roles},
    application::Section,
};
use server::router::{Route, routes};

use super::{
    house::{House, Person, State},
    seen::Markers,
};
use crate::support::{Place, Reply, on_postgres, on_sqlite};

/// What a form of a route is sent with: something that passes for a form, and that its use-case refuses once it has let the person in. So
/// nothing changes, and being refused is another answer than being kept out. What is not listed is sent empty.
const FORMS: &[(&str, &str)] = &[
    ("/office/applications/{id}/stage", "stage=review&from=offer"),
    ("/office/applications/{id}/outcome", "outcome=rejected&seen=999"),
    ("/office/applications/{id}/releases", "audience=department:0123456789abcdef0123456789abcdef&until=2027-05-20&sections=cv"),
    ("/office/applications/{id}/restriction", "act=lift&restriction=none&told_on=2026-09-01"),
    ("/office/applications/{id}/erasure", "act=agree_minor&seen=none"),
    ("/office/applications/{id}/hold", "kind=announced&reason=words&review_on=2026-01-01"),
    ("/office/applications/{id}/pool", "given_on=2020-01-01&months=1&channel=letter"),
    ("/office/claims/{id}", "act=end&seen=none"),
    ("/office/requests/{id}", "act=refused"),
    ("/office/postings/{id}/extension", "act=agree&seen=none"),
];

/// What a route is to answer.
#[derive(Debug, PartialEq, Eq)]
enum Expected {
    /// This status.
    Status(StatusCode),
    /// The way to the sign-in.
    SignIn,
    /// The use-case let the person in, and refused what was sent.
    Refused,
}

/// What routes answer that everybody may ask; they do not know who asks.
fn public(route: &Route) -> Expected {
    Expected::Status(match (route.method.as_str(), route.path) {
        ("GET", "/receipt" | "/status/code") | ("POST", "/language" | "/sign-out" | "/status/code/show" | "/status/leave") => {
            StatusCode::SEE_OTHER
        }
        // Nobody of the staff is an applicant on a visit.
        (_, path) if path.starts_with("/status/applications") => StatusCode::SEE_OTHER,
        // This house is no demonstration.
        ("GET", "/assets/{*file}" | "/outbox") | ("POST", "/status" | "/status/proof" | "/status/address") => {
            StatusCode::NOT_FOUND
        }
        // Neither a form for the application nor a choice of language.
        ("POST", "/jobs/{slug}/apply") => StatusCode::BAD_REQUEST,
        ("GET", _) => StatusCode::OK,
        ("POST", _) => return Expected::Refused,
        (method, path) => panic!("{method} {path} has a method of its own"),
    })
}

/// Everything that has to be allowed at a route, in the order in which it is asked: first by the guard, for the house, then by the use-case.
fn asked<'a>(route: &Route, house: &'a House) -> Vec<(Action, Subject<'a>)> {
    let facts = &house.it.facts;
    let (it, employer) = (Subject::Application(facts), Subject::Employer(&house.app.employer));
    let below = |prefix: &str| route.path.starts_with(prefix);
    let mut asked = vec![(route.action, Subject::House)];
    match route.action {
        _ if !route.path.contains('{') => {}
        Action::ReadSection => asked.push((Action::ReadSection, Subject::Section(facts, Section::Cv))),
        // Who enters a consent reads the contact.
        Action::RunPool if below("/office/applications/{id}") => {
            asked.extend([(Action::ReadSection, Subject::Section(facts, Section::Contact)), (Action::RunPool, employer)]);
        }
        // Claims, restrictions and requests concern an application that is closed too; the day of a rejection is no content.
        action if below("/office/applications/{id}/rejection") => {
            asked.extend([(Action::ReadApplication, it), (action, employer)]);
        }
        action @ (Action::Hold | Action::Restrict | Action::AnswerErasure) if below("/office/applications/{id}") => {
            asked.extend([(Action::ReadApplication, it), (action, employer)]);
        }
        action if below("/office/applications/{id}") => asked.push((action, it)),
        action => asked.push((action, employer)),
    }
    asked
}

fn expected(route: &Route, house: &House, person: &Person) -> Expected {
    if roles(route.action).is_none() {
        return public(route);
    }
    let asked = asked(route, house).into_iter();
    if let Some(denied) = asked.filter_map(|(action, subject)| may(&person.actor, action, subject, house.now).err()).next() {
        return match denied {
            Denied::SignIn => Expected::SignIn,
            Denied::Role | Denied::Ended(..) | Denied::Blocked | Denied::Restricted | Denied::Blind => {
                Expected::Status(StatusCode::FORBIDDEN)
            }
            Denied::Hidden => Expected::Status(StatusCode::NOT_FOUND),
            Denied::Erasing => Expected::Status(StatusCode::GONE),
        };
    }
    match (route.method.as_str(), route.path) {
        // A restriction leaves the dates as they are.
        ("POST", "/office/applications/{id}/rejection") if house.it.facts.restricted => Expected::Status(StatusCode::FORBIDDEN),
        // This house is no demonstration.
        (_, "/office/gallery") => Expected::Status(StatusCode::NOT_FOUND),
        // Nobody was hired.
        ("GET", "/office/applications/{id}/handover") | ("POST", _) => Expected::Refused,
        _ => Expected::Status(StatusCode::OK),
    }
}

fn is_as_expected(reply: &Reply, expected: &Expected) -> bool {
    match expected {
        Expected::Status(status) => reply.status == *status,
        Expected::SignIn => reply.status == StatusCode::SEE_OTHER && reply.location().starts_with("/sign-in?next="),
        Expected::Refused => matches!(reply.status.as_u16(), 409 | 415 | 422),
    }
}

async fn ask(house: &House, person: &Person, route: &Route) -> Reply {
    let form = match FORMS.iter().find(|(path, _)| route.method == Method::POST && *path == route.path) {
        Some((_, form)) => (*form).to_owned(),
        // Nobody tries so often that the answer is another one.
        None if route.path == "/sign-in" => format!("email={}", person.name.replace(' ', "-")),
        None => String::new(),
    };
    let request = Request::builder()
        .method(&route.method)
        .uri(house.concrete(route.path))
        .header(header::COOKIE, &person.cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .expect("a request");
    house.app.call(request).await
}

/// Walks the table as everybody; sessions end last. Where nothing and where everything is released, whom the guard keeps out, and what
/// anybody may ask, is asked too; neither comes to the application, so in the other states that would be the same over and over.
async fn walk(place: Place, state: State) {
    let everything = matches!(state, State::Received | State::Released);
    let house = House::with(place, state).await;
    let markers = Markers::of(&house);
    let before = house.stored().await;
    let (mut wrong, mut cells) = (Vec::new(), 0);
    let mut table = routes();
    table.sort_by_key(|route| route.path == "/sign-out");
    for person in &house.people {
        for route in &table {
            let kept_out = may(&person.actor, route.action, Subject::House, house.now).is_err() || roles(route.action).is_none();
            if kept_out && !everything {
                continue;
            }
            let (reply, expected) = (ask(&house, person, route).await, expected(route, &house, person));
            let cell = format!("{state:?}: {} at {} {}", person.name, route.method, route.path);
            if !is_as_expected(&reply, &expected) {
                wrong.push(format!("{cell}: {expected:?} is answered with {}", reply.status));
            }
            let seen = markers.within(&reply);
            for marker in markers.iter() {
                let may_read = house.may_read(person, marker) && house.may_stand(route.path, marker)
                    || house.reads_record(person, route.path, marker);
                if seen.contains(marker) && !may_read {
                    wrong.push(format!("{cell}: shows {:?} {} of {}", marker.kind, marker.by, marker.of));
                }
                let must = route.method == Method::GET && reply.status == StatusCode::OK && house.must_stand(route.path, marker);
                if must && may_read && !seen.contains(marker) {
                    wrong.push(format!("{cell}: hides {:?} {} of {}", marker.kind, marker.by, marker.of));
                }
            }
            cells += 1;
        }
    }
    assert!(wrong.is_empty(), "{} cells of {cells}:\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(house.stored().await, before, "nothing that was sent was carried out");
}

macro_rules! states {
    ($($name:ident: $state:expr,)+) => {$(
        #[tokio::test]
        async fn $name() {
            on_sqlite(|place| walk(place, $state)).await;
        }
    )+};
}

states! {
    n04_over_an_application_that_has_only_been_received: State::Received,
    n04_over_an_application_that_is_released: State::Released,
    n04_over_an_application_of_which_each_was_released_another_section: State::OneSection,
    n04_over_an_application_whose_releases_were_revoked: State::Revoked,
    n04_over_an_application_whose_releases_have_expired: State::Expired,
    n04_over_an_application_that_was_rejected_after_its_release: State::Rejected,
    n04_over_an_application_whose_procedure_is_closed: State::Closed,
    n04_over_a_closed_application_that_hr_has_looked_up: State::Opened,
    n09_over_an_application_that_is_held: State::Held,
    n13_over_an_application_that_is_restricted: State::Restricted,
    n10_over_an_application_that_is_being_erased: State::Erasing,
    n04_over_an_application_that_is_reviewed_blind: State::Blind,
    n04_over_an_application_that_is_kept_from_those_to_whom_it_is_released: State::KeptFrom,
}

#[tokio::test]
async fn n04_on_postgres_over_an_application_of_which_each_was_released_another_section() {
    on_postgres(|place| walk(place, State::OneSection)).await;
}

#[tokio::test]
async fn n13_on_postgres_over_an_application_that_is_restricted() {
    on_postgres(|place| walk(place, State::Restricted)).await;
}

#[tokio::test]
async fn n04_on_postgres_over_an_application_that_is_kept_from_those_to_whom_it_is_released() {
    on_postgres(|place| walk(place, State::KeptFrom)).await;
}
