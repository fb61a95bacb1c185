//! The alarm: what should be gone and is not, and why.

use leptos::prelude::*;
use office::overdue::{Cause, Overdue};
use rules::{access::Action, messages::Key};

use super::parts::alert;
use crate::{frame::Frame, ui};

/// The alarm. Counts and causes, and for those who may read the plan the oldest date too.
pub(super) fn alarm(frame: &Frame, overdue: &Overdue) -> AnyView {
    let lang = frame.lang;
    let causes: Vec<_> = overdue
        .causes
        .iter()
        .map(|(cause, count)| view! { <li>{lang.number(*count)} ": " {lang.text(words(*cause))}</li> })
        .collect();
    let oldest = overdue.oldest.filter(|_| frame.may(Action::ReadPlan));
    let inside = view! {
        <ul>{causes}</ul>
        {oldest.map(|oldest| view! { <p>{lang.text(Key::OverdueOldest)} " " {ui::date(frame, oldest)}</p> })}
        <p>{lang.text(Key::PlanOverdueText)}</p>
    };
    alert("overdue", "bad", lang.count(overdue.overdue, Key::PlanOverdueOne, Key::PlanOverdueMany), inside)
}

fn words(cause: Cause) -> Key {
    match cause {
        Cause::Failed(1) => Key::OverdueHiding,
        Cause::Failed(2) => Key::OverdueKey,
        Cause::Failed(3) => Key::OverdueObjects,
        Cause::Failed(_) => Key::OverdueRows,
        Cause::ClockStopped => Key::OverdueClock,
        Cause::NobodySwept => Key::OverdueNobody,
        Cause::NotReached => Key::OverdueNotReached,
    }
}

#[cfg(test)]
mod tests {
    use rules::{access::Role, messages::Lang};

    use super::*;
    use crate::{
        fixtures::{at, desk_frame, html},
        shell::Page,
    };

    fn shown(lang: Lang, role: Role) -> String {
        let causes = vec![(Cause::Failed(3), 2), (Cause::ClockStopped, 1200)];
        let overdue = Overdue { due: 1300, overdue: 1202, oldest: Some(at("2026-11-02T23:00:00Z")), causes };
        html(|| Page { title: String::new(), main: alarm(&desk_frame(lang, role), &overdue), islands: false })
    }

    #[test]
    fn the_alarm_says_how_many_and_why_and_tells_administrators_no_date() {
        for lang in [Lang::De, Lang::En, Lang::Nl] {
            for role in [Role::Hr, Role::Privacy, Role::Admin] {
                let page = shown(lang, role);
                for words in [Key::OverdueObjects, Key::OverdueClock] {
                    assert!(page.contains(lang.text(words)), "{page}");
                }
                assert!(page.contains("1202") && page.contains(&lang.number(1200)), "{page}");
                assert_eq!(page.contains("<time"), role != Role::Admin, "{page}");
            }
        }
    }
}
