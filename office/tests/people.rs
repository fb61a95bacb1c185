//! Accounts: who is added, how passwords are kept, and who sees the list.

use crate::support;

use office::{Error, Refusal};
use rules::{
    access::{Denied, Role},
    form::Problem,
    id::{DepartmentId, EmployerId},
};
use support::{both_engines, seed::PASSWORD};

both_engines!(a_person_signs_in_with_the_password_they_were_given_and_no_other, |office| async move {
    office.cast().await;
    office.sign_in("hr@example.org", PASSWORD).await.expect("the right password");
    office.sign_in(" HR@Example.org ", PASSWORD).await.expect("an address in another spelling");
    for (email, password) in [("hr@example.org", "sound-of-snow"), ("nobody@example.org", PASSWORD), ("hr@example.org", "")] {
        let refused = office.sign_in(email, password).await;
        assert!(
            matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("password", Problem::NoMatch)]),
            "{email} with {password:?} got {refused:?}"
        );
    }
});

both_engines!(passwords_are_kept_as_argon2id_with_a_salt_each, |office| async move {
    office.cast().await;
    let hashes: Vec<String> =
        sqlx::query_scalar("SELECT password_hash FROM account").fetch_all(office.records.read()).await.expect("hashes");
    let figures = format!("$argon2id$v=19$m={},t=2,p=1$", office.settings.password_memory_kib);
    assert!(hashes.iter().all(|hash| hash.starts_with(&figures)), "{hashes:?}");
    let product = office::Settings::in_directory(office.directory.path().to_owned(), office.settings.zone.clone());
    assert_eq!(product.password_memory_kib, 19 * 1024, "tests alone take less");
    let distinct: std::collections::HashSet<_> = hashes.iter().collect();
    assert_eq!(distinct.len(), hashes.len(), "the same password must not have the same hash twice");
});

both_engines!(an_account_needs_an_address_a_name_a_password_and_for_a_head_a_department, |office| async move {
    let cast = office.cast().await;
    let refused = office.add_account("no address", " ", "short", &cast.employer, Role::Head, None).await;
    let Err(Error::Invalid(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(
        problems,
        [
            ("email", Problem::NotAnEmail),
            ("name", Problem::Missing),
            ("password", Problem::TooShort { min: 10 }),
            ("department", Problem::Missing),
        ]
    );
    let elsewhere = DepartmentId::from_bytes([7; 16]);
    for (role, department) in [(Role::Hr, &cast.kitchen), (Role::Head, &elsewhere)] {
        let refused = office.add_account("new@example.org", "New", PASSWORD, &cast.employer, role, Some(department)).await;
        assert!(
            matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("department", Problem::NotAChoice)]),
            "{role:?} of {department}: {refused:?}"
        );
    }
    let nowhere = EmployerId::from_bytes([7; 16]);
    let refused = office.add_account("new@example.org", "New", PASSWORD, &nowhere, Role::Hr, None).await;
    assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
});

both_engines!(an_address_has_one_account_in_whatever_case_it_is_written, |office| async move {
    let cast = office.cast().await;
    let refused = office.add_account("Hr@Example.ORG", "Second", PASSWORD, &cast.employer, Role::Admin, None).await;
    assert!(matches!(&refused, Err(Error::Invalid(fields)) if *fields == [("email", Problem::Taken)]), "{refused:?}");
});

fn roles(person: &office::people::Person) -> Vec<(Role, Option<String>)> {
    person.roles.iter().map(|held| (held.role, held.department.clone())).collect()
}

both_engines!(an_administrator_sees_the_people_of_the_own_employer_by_name, |office| async move {
    let cast = office.cast().await;
    office.stranger().await;
    let people = office.list_people(&cast.admin).await.expect("the list");
    let seen: Vec<_> = people.iter().map(|person| (person.name.as_str(), person.email.as_str(), roles(person))).collect();
    let kitchen = Some("Kitchen".to_owned());
    let garden = Some("Garden".to_owned());
    assert_eq!(
        seen,
        [
            ("Adam Admin", "admin@example.org", vec![(Role::Admin, None)]),
            ("Berta Buch", "accounting@example.org", vec![(Role::Accounting, None)]),
            ("Greta Gärtner", "garden@example.org", vec![(Role::Head, garden)]),
            ("Hanna Hart", "hr@example.org", vec![(Role::Hr, None)]),
            ("Karl Koch", "kitchen@example.org", vec![(Role::Head, kitchen)]),
            ("Pia Prinz", "privacy@example.org", vec![(Role::Privacy, None)]),
        ]
    );
    for other in [&cast.hr, &cast.kitchen_head, &cast.privacy] {
        let refused = office.list_people(other).await;
        assert!(matches!(refused, Err(Error::Forbidden(Denied::Role))), "{refused:?}");
    }
});

both_engines!(the_command_line_finds_employers_and_departments_by_name, |office| async move {
    assert!(office.employers().await.expect("the employers").is_empty());
    let cast = office.cast().await;
    let known = office.employers().await.expect("the employers");
    assert_eq!(known, [(cast.employer.clone(), "Gasthof Linde GmbH".to_owned())]);
    assert_eq!(office.department_named(&cast.employer, "Garden").await.expect("the department"), cast.garden);
    let new = office.add_employer(" Neu GmbH ").await.expect("a new employer");
    assert!(office.employers().await.expect("the employers").contains(&(new.clone(), "Neu GmbH".to_owned())));
    assert_ne!(office.department_named(&new, "Garden").await.expect("its own department"), cast.garden);
});

both_engines!(too_many_tries_have_to_wait, |office| async move {
    office.cast().await;
    for _ in 0..10 {
        office.sign_in("hr@example.org", "wrong").await.expect_err("the wrong password");
    }
    let refused = office.sign_in("hr@example.org", PASSWORD).await;
    assert!(matches!(refused, Err(Error::Refused(Refusal::TooManyTries))), "{refused:?}");
    office.pass(jiff::SignedDuration::from_mins(16));
    office.sign_in("hr@example.org", PASSWORD).await.expect("after a while");
});
