//! Opening one application: what the page says of the releases themselves.

use crate::support;

use jiff::Timestamp;
use office::release::NewRelease;
use rules::{
    access::{Actor, Audience, Denied, Ended},
    application::Section,
    id::DepartmentId,
};
use support::{both_engines, seed::ada};

both_engines!(n04_a_head_is_told_the_end_of_the_own_releases_only, |office| async move {
    let cast = office.cast().await;
    let posting = office.open_posting_of(&cast).await;
    let id = office.apply(&posting, ada(), "one").await;
    let at = |day: &str| -> Timestamp { format!("{day}T00:00:00Z").parse().expect("an instant") };
    let release = async |department: &DepartmentId, until: &str| {
        let audience = Audience::Department(department.clone());
        let release = NewRelease { audience, sections: vec![Section::Cv], until: at(until) };
        office.release(&cast.hr, &id, &release).await.expect("a release")
    };
    let told = async |actor: &Actor| office.read_application(actor, &id).await.expect("the application").released;

    release(&cast.kitchen, "2026-12-10").await;
    let longest = release(&cast.kitchen, "2026-12-20").await;
    release(&cast.garden, "2026-12-31").await;
    assert_eq!(
        told(&cast.kitchen_head).await,
        [(at("2026-12-20"), vec![Section::Cv])],
        "the latest of their own, not the garden's"
    );
    assert_eq!(told(&cast.garden_head).await, [(at("2026-12-31"), vec![Section::Cv])]);
    assert_eq!(told(&cast.hr).await, [], "HR needs no release");

    office.revoke(&cast.hr, &id, &longest).await.expect("a revocation");
    assert_eq!(
        told(&cast.kitchen_head).await,
        [(at("2026-12-10"), vec![Section::Cv])],
        "what was revoked shows nothing any more"
    );
    office.at("2026-12-10T00:00:00Z");
    let ended = office.read_application(&cast.kitchen_head, &id).await.map(|view| view.released);
    assert!(matches!(ended, Err(office::Error::Forbidden(Denied::Ended(Ended::Revoked | Ended::Expired, _)))), "{ended:?}");
    assert_eq!(told(&cast.garden_head).await, [(at("2026-12-31"), vec![Section::Cv])], "the garden's stands");
});
