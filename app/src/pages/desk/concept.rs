//! `/office/retention/concept`: the deletion concept and the record of processing activities (Art. 30(1) GDPR), from the settings as they
//! stand. Made to be printed.

use leptos::prelude::*;
use office::concept::{Concept, Keeper};
use rules::{
    access::Action,
    messages::Key,
    opening::OPEN_FOR,
    retention_classes::{Class, Group, Row, SESSION, time_text},
};

use super::parts::{alert, head, list, muted};
use crate::{
    frame::Frame,
    shell::Page,
    ui::{self, linked},
};

/// Where it stands.
pub const ADDRESS: &str = "/office/retention/concept";

/// Both documents.
#[must_use]
pub fn page(frame: &Frame, concept: &Concept) -> Page {
    let lang = frame.lang;
    let title = lang.text(Key::ConceptTitle);
    let back = ("/office/retention".to_owned(), lang.text(Key::NavRetention).to_owned());
    let below = view! {
        {muted(lang.fill(Key::PlanAsOf, &[&ui::moment_text(frame, concept.now)]))}
        <p>{lang.text(Key::ConceptLead)}</p>
    };
    let main = view! {
        {head(Some(back), title.to_owned(), Some(below.into_any()), None)}
        {missing(frame, concept)}
        <article class="stack" aria-labelledby="concept">
            <div>
                <h2 id="concept">{lang.text(Key::ConceptPart)}</h2>
                {muted(lang.text(Key::ConceptPartText))}
            </div>
            {why_and_when(frame, concept)}
            {classes(frame, concept)}
            {how(frame, concept)}
        </article>
        <article class="stack" aria-labelledby="record">
            <div>
                <h2 id="record">{lang.text(Key::RecordPart)}</h2>
                {muted(lang.text(Key::RecordPartText))}
            </div>
            {record(frame, concept)}
        </article>
    };
    Page { title: title.to_owned(), main: main.into_any(), islands: false }
}

/// What nobody has stated yet, with the way to it for those who may state it.
fn missing(frame: &Frame, concept: &Concept) -> Option<AnyView> {
    let lang = frame.lang;
    let notice = &concept.notice;
    let parts = [
        (&notice.controller, Key::SettingsController),
        (&notice.officer, Key::RolePrivacy),
        (&notice.recipients, Key::SettingsRecipients),
        (&notice.third_countries, Key::SettingsCountries),
        (&notice.region, Key::SettingsRegion),
    ];
    let empty: Vec<&str> = parts.iter().filter(|(text, _)| text.trim().is_empty()).map(|&(_, label)| lang.text(label)).collect();
    (!empty.is_empty()).then(|| {
        let next = match frame.may(Action::ManageSettings) {
            true => {
                let link = view! { <a class="button" href="/office/settings">{lang.text(Key::ConceptMissingNext)}</a> };
                view! { <p class="row">{link}</p> }.into_any()
            }
            false => view! { <p>{lang.text(Key::ConceptMissingWho)}</p> }.into_any(),
        };
        let inside = view! {
            <p>{lang.fill(Key::ConceptMissingText, &[&list(empty)])}</p>
            {next}
        };
        alert("missing", "due", lang.text(Key::ConceptMissingTitle), inside)
    })
}

/// What somebody stated, or that nobody did.
fn stated(frame: &Frame, text: &str) -> AnyView {
    match text.trim() {
        "" => view! { <em>{frame.lang.text(Key::NoticeNotYetSaid)}</em> }.into_any(),
        text => linked(text),
    }
}

fn facts(frame: &Frame, facts: Vec<(Key, AnyView)>) -> AnyView {
    let lines: Vec<_> =
        facts.into_iter().map(|(term, text)| view! { <dt>{frame.lang.text(term)}</dt> " " <dd>{text}</dd> }).collect();
    view! { <dl class="facts">{lines}</dl> }.into_any()
}

fn section(id: &'static str, title: &'static str, inside: AnyView) -> AnyView {
    view! {
        <section class="panel" aria-labelledby=id>
            <h3 id=id>{title}</h3>
            {inside}
        </section>
    }
    .into_any()
}

fn items(items: Vec<AnyView>) -> AnyView {
    let items: Vec<_> = items.into_iter().map(|item| view! { <li>{item}</li> }).collect();
    view! { <ul class="stack">{items}</ul> }.into_any()
}

fn why_and_when(frame: &Frame, concept: &Concept) -> AnyView {
    let lang = frame.lang;
    let mut periods = vec![(Key::ConceptNewPostings, lang.period(concept.notice.policy).into_any())];
    if !concept.older.is_empty() {
        let older = concept.older.iter().map(|policy| lang.period(*policy)).collect::<Vec<_>>().join("; ");
        periods.push((Key::ConceptOlderPostings, older.into_any()));
    }
    periods.push((Key::ConceptCalendar, lang.fill(Key::ConceptCalendarText, &[&concept.zone]).into_any()));
    periods.push((Key::ConceptSooner, lang.text(Key::ConceptSoonerText).into_any()));
    periods.push((Key::ConceptStops, lang.text(Key::ConceptStopsText).into_any()));
    view! {
        {section(
            "purpose",
            lang.text(Key::ConceptPurpose),
            view! { <p>{lang.text(Key::ConceptPurposeText)}</p> }.into_any(),
        )}
        {section("periods", lang.text(Key::ConceptPeriods), facts(frame, periods))}
    }
    .into_any()
}

fn classes(frame: &Frame, concept: &Concept) -> AnyView {
    let lang = frame.lang;
    let groups: Vec<_> = Group::ALL.iter().map(|&group| group_rows(frame, concept, group)).collect();
    let column = |key: Key| view! { <th scope="col">{lang.text(key)}</th> };
    view! {
        <section class="stack" aria-labelledby="classes">
            <h3 id="classes">{lang.text(Key::ConceptClasses)}</h3>
            <table class="table">
                <thead>
                    <tr>
                        {column(Key::ConceptClass)} {column(Key::ConceptPeriod)} {column(Key::ConceptFrom)} {column(Key::ConceptGoes)}
                    </tr>
                </thead>
                {groups}
            </table>
        </section>
    }
    .into_any()
}

fn group_rows(frame: &Frame, concept: &Concept, group: Group) -> AnyView {
    let lang = frame.lang;
    let title = match group {
        Group::Applicants => Key::ConceptOfApplicants,
        Group::Desk => Key::ConceptOfDesk,
        Group::Remnants => Key::ConceptOfRemnants,
        Group::Proofs => Key::ConceptOfProofs,
        Group::Nothing => Key::ConceptOfNothing,
    };
    let of_group = Class::ALL.iter().map(|class| class.row()).filter(|row| row.group == group);
    let rows: Vec<_> = of_group.map(|row| class_row(frame, concept, &row)).collect();
    view! {
        <tbody>
            <tr class="group">
                <th scope="rowgroup" colspan="4">{lang.text(title)}</th>
            </tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn class_row(frame: &Frame, concept: &Concept, row: &Row) -> AnyView {
    let (lang, policy) = (frame.lang, concept.notice.policy);
    view! {
        <tr>
            <th scope="row">{lang.text(row.name)}</th>
            <td data-label=lang.text(Key::ConceptPeriod)>{row.period.text(lang, policy)}</td>
            <td data-label=lang.text(Key::ConceptFrom)>{row.start(policy).map(|start| lang.text(start))}</td>
            <td data-label=lang.text(Key::ConceptGoes)>{lang.text(row.goes)}</td>
        </tr>
    }
    .into_any()
}

fn how(frame: &Frame, concept: &Concept) -> AnyView {
    let lang = frame.lang;
    let said = |key: Key| lang.text(key).into_any();
    let copies = match concept.keeper {
        Keeper::Operator => Key::ConceptHowCopiesByHand,
        Keeper::File | Keeper::Service => Key::ConceptHowCopies,
    };
    let checkpoints = if concept.checkpoints { Key::ConceptCheckpoints } else { Key::ConceptNoCheckpoints };
    let ways = [Key::ConceptHowSweep, copies, Key::ConceptHowProof, checkpoints].map(said).into();
    let who = vec![
        ui::around(lang.text(Key::ConceptWhoController), stated(frame, &concept.notice.controller)),
        said(Key::ConceptWhoHr),
        said(Key::ConceptWhoAdmin),
        ui::around(lang.text(Key::ConceptWhoPrivacy), stated(frame, &concept.notice.officer)),
        said(Key::ConceptWhoOperator),
    ];
    view! {
        {section("how", lang.text(Key::ConceptHow), items(ways))}
        {section("who", lang.text(Key::ConceptWho), items(who))}
    }
    .into_any()
}

/// In the order of Art. 30(1)(a) to (g).
fn record(frame: &Frame, concept: &Concept) -> AnyView {
    let lang = frame.lang;
    let notice = &concept.notice;
    let said = |key: Key| lang.text(key).into_any();
    let two = |first: Key, second: AnyView| {
        view! {
            <p>{lang.text(first)}</p>
            <p>{second}</p>
        }
        .into_any()
    };
    let lines = vec![
        (Key::SettingsController, stated(frame, &notice.controller)),
        (Key::RolePrivacy, stated(frame, &notice.officer)),
        (Key::RecordPurposes, said(Key::RecordPurposesText)),
        (Key::RecordPersons, said(Key::RecordPersonsText)),
        (Key::RecordData, two(Key::RecordDataApplicants, said(Key::RecordDataDesk))),
        (Key::SettingsRecipients, two(Key::RecordInside, stated(frame, &notice.recipients))),
        (Key::SettingsRegion, stated(frame, &notice.region)),
        (Key::SettingsCountries, stated(frame, &notice.third_countries)),
        (Key::RecordPeriods, lang.fill(Key::RecordPeriodsText, &[&lang.period(notice.policy)]).into_any()),
    ];
    view! {
        {section("particulars", lang.text(Key::RecordFacts), facts(frame, lines))}
        {section("measures", lang.text(Key::RecordMeasures), measures(frame, concept))}
    }
    .into_any()
}

/// The general description of Art. 32(1).
fn measures(frame: &Frame, concept: &Concept) -> AnyView {
    let lang = frame.lang;
    let keeper = match concept.keeper {
        Keeper::File => Key::MeasureKeyFile,
        Keeper::Operator => Key::MeasureKeySecret,
        Keeper::Service => Key::MeasureKeyTransit,
    };
    let way = if concept.address.starts_with("https:") { Key::MeasureWay } else { Key::MeasureWayOpen };
    let lines = [
        lang.text(Key::MeasureSealed).to_owned(),
        lang.text(keeper).to_owned(),
        lang.fill(Key::MeasureAccess, &[&time_text(lang, OPEN_FOR)]),
        lang.fill(Key::MeasureSignIn, &[&time_text(lang, SESSION)]),
        lang.text(Key::MeasureJournal).to_owned(),
        lang.fill(way, &[&concept.address]),
        lang.text(Key::MeasureNoTraces).to_owned(),
        lang.text(Key::MeasureRestore).to_owned(),
    ];
    items(lines.into_iter().map(IntoAny::into_any).collect())
}

#[cfg(test)]
mod tests {
    use office::posting::Notice;
    use rules::{
        access::{Actor, Role, Staff},
        messages::Lang,
        retention::{Months, Policy, Start},
    };

    use super::*;
    use crate::{
        fixtures::{HOSTILE, assert_harmless, at, desk_frame, html, notice},
        frame::Person,
    };

    fn concept(notice: Notice) -> Concept {
        Concept {
            notice,
            older: Vec::new(),
            zone: "Europe/Lisbon".to_owned(),
            address: "https://jobs.example".to_owned(),
            keeper: Keeper::File,
            checkpoints: false,
            now: at("2026-11-22T12:00:00Z"),
        }
    }

    #[test]
    fn n10_the_concept_states_period_start_and_time_zone_as_they_are_set() {
        let policy = |months, start| Policy { months: Months::new(months).expect("a period"), start };
        for &lang in Lang::ALL {
            for policy_set in [policy(3, Start::Procedure), policy(12, Start::Earliest)] {
                let set =
                    Concept { older: vec![policy(7, Start::Procedure)], ..concept(Notice { policy: policy_set, ..notice("x") }) };
                let html = html(|| page(&desk_frame(lang, Role::Hr), &set));
                for told in [lang.period(policy_set), lang.period(policy(7, Start::Procedure)), "Europe/Lisbon".to_owned()] {
                    assert!(html.contains(&told), "{told} is missing in {lang:?}: {html}");
                }
                let months = lang.count(policy_set.months.get().into(), Key::MonthsOne, Key::MonthsMany);
                assert!(html.contains(&format!(">{months}</td>")), "the table has another period: {html}");
                assert!(!html.contains(&format!(">{}</td>", lang.fill(Key::MonthsMany, &["6"]))), "{html}");
            }
        }
    }

    #[test]
    fn every_class_of_the_list_has_its_row() {
        for &lang in Lang::ALL {
            let html = html(|| page(&desk_frame(lang, Role::Privacy), &concept(notice("stated"))));
            assert_eq!(html.matches("<th scope=\"row\">").count(), Class::ALL.len(), "{html}");
            for class in Class::ALL {
                let (name, goes) = (lang.text(class.row().name), lang.text(class.row().goes));
                assert!(html.contains(name) && html.contains(goes), "{class:?} in {lang:?}: {html}");
            }
        }
    }

    #[test]
    fn n20_n22_what_is_stated_stands_in_the_record_and_what_is_not_is_said_to_be_empty() {
        let stated = Notice { controller: "Havelwerk GmbH".to_owned(), region: String::new(), ..notice("stated") };
        let record = html(|| page(&desk_frame(Lang::En, Role::Hr), &concept(stated.clone())));
        assert!(record.matches("Havelwerk GmbH").count() == 2, "controller, and who is responsible: {record}");
        assert!(record.contains("Nobody has stated yet: Where the data lie."), "{record}");
        assert!(record.contains("<em>not stated yet</em>"), "{record}");
        assert!(!record.contains("/office/settings"), "HR does not change settings: {record}");
        let mut frame = desk_frame(Lang::En, Role::Hr);
        let admin = desk_frame(Lang::En, Role::Admin);
        if let (
            Some(Person { actor: Actor::Staff(Staff { memberships, .. }), .. }),
            Some(Person { actor: Actor::Staff(more), .. }),
        ) = (&mut frame.person, admin.person)
        {
            memberships.extend(more.memberships);
        }
        let both = html(|| page(&frame, &concept(stated)));
        assert!(both.contains("href=\"/office/settings\""), "{both}");
        let whole = html(|| page(&frame, &concept(notice("stated"))));
        assert!(!whole.contains("not stated yet") && !whole.contains("/office/settings"), "{whole}");
    }

    #[test]
    fn keys_checkpoints_and_the_way_to_the_site_are_described_as_they_are_set() {
        let told = |concept: Concept, key: Key| {
            html(|| page(&desk_frame(Lang::En, Role::Privacy), &concept)).contains(Lang::En.text(key))
        };
        for (keeper, key, copies) in [
            (Keeper::File, Key::MeasureKeyFile, Key::ConceptHowCopies),
            (Keeper::Service, Key::MeasureKeyTransit, Key::ConceptHowCopies),
            (Keeper::Operator, Key::MeasureKeySecret, Key::ConceptHowCopiesByHand),
        ] {
            for all in [key, copies] {
                assert!(told(Concept { keeper, ..concept(notice("x")) }, all), "{keeper:?}: {all:?}");
            }
        }
        for (checkpoints, key) in [(true, Key::ConceptCheckpoints), (false, Key::ConceptNoCheckpoints)] {
            assert!(told(Concept { checkpoints, ..concept(notice("x")) }, key), "{key:?}");
        }
        let open = Concept { address: "http://127.0.0.1:3000".to_owned(), ..concept(notice("x")) };
        let html = html(|| page(&desk_frame(Lang::En, Role::Privacy), &open));
        assert!(html.contains("at http://127.0.0.1:3000, without encryption"), "{html}");
    }

    #[test]
    fn texts_stay_texts() {
        assert_harmless(&html(|| page(&desk_frame(Lang::En, Role::Hr), &concept(notice(HOSTILE)))));
    }
}
