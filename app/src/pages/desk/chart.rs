//! The twelve months ahead as bars, drawn on the server. The table beside it holds the same numbers.

use leptos::prelude::*;
use office::retention::Plan;
use rules::messages::Key;

use super::parts::muted;
use crate::{frame::Frame, ui::Urgency};

/// Units from one bar to the next.
const STEP: i64 = 40;
/// Where bars stand.
const GROUND: i64 = 124;
/// The tallest bar.
const TALLEST: i64 = 110;

/// One bar.
struct Bar {
    label: String,
    in_words: String,
    count: i64,
    class: Option<&'static str>,
}

/// What is overdue, then month by month.
pub(super) fn months(frame: &Frame, plan: &Plan) -> AnyView {
    let lang = frame.lang;
    let bars = bars(frame, plan);
    let most = bars.iter().map(|bar| bar.count).max().unwrap_or_default().max(1);
    let in_words: Vec<String> =
        bars.iter().filter(|bar| bar.count > 0).map(|bar| format!("{}: {}", bar.in_words, lang.number(bar.count))).collect();
    if in_words.is_empty() {
        return muted(lang.text(Key::ChartNothing));
    }
    let title = lang.fill(Key::ChartTitle, &[&in_words.join("; ")]);
    let width = STEP * bars.len() as i64;
    let named = named(&bars);
    let drawn: Vec<_> =
        bars.into_iter().zip(named).enumerate().map(|(at, (bar, named))| draw(frame, at as i64, bar, named, most)).collect();
    view! {
        <svg class="chart" viewBox=format!("0 0 {width} 148") role="img" aria-labelledby="chart-title">
            <title id="chart-title">{title}</title>
            <line x1="0" x2=width.to_string() y1="124.5" y2="124.5"></line>
            {drawn}
        </svg>
    }
    .into_any()
}

fn bars(frame: &Frame, plan: &Plan) -> Vec<Bar> {
    let lang = frame.lang;
    let overdue: i64 = plan.groups.iter().filter(|group| group.overdue).map(|group| group.count).sum();
    let late = (overdue > 0).then(|| Bar {
        label: lang.text(Key::ChartLate).to_owned(),
        in_words: lang.text(Key::PlanOverdue).to_owned(),
        count: overdue,
        class: Some("late"),
    });
    let months = plan.months.iter().map(|&month| {
        // What is overdue has a bar of its own.
        let ahead = || {
            plan.groups.iter().filter(move |group| !group.overdue && frame.day(group.due.erased_from).first_of_month() == month)
        };
        let soon = ahead().any(|group| Urgency::of(frame.day(group.due.erased_from), plan.today) == Urgency::Soon);
        Bar {
            label: lang.short_month(month).to_owned(),
            in_words: lang.month(month),
            count: ahead().map(|group| group.count).sum(),
            class: soon.then_some("near"),
        }
    });
    late.into_iter().chain(months).collect()
}

/// Which bars keep their names where there is little room: never two side by side, and one with a count before one without.
fn named(bars: &[Bar]) -> Vec<bool> {
    let mut named = Vec::with_capacity(bars.len());
    for (at, bar) in bars.iter().enumerate() {
        let next_counts = bars.get(at + 1).is_some_and(|next| next.count > 0);
        named.push(!named.last().copied().unwrap_or(false) && (bar.count > 0 || !next_counts));
    }
    named
}

fn draw(frame: &Frame, at: i64, bar: Bar, named: bool, most: i64) -> AnyView {
    let (left, middle) = (STEP * at + 8, STEP * at + STEP / 2);
    let height = (TALLEST * bar.count / most).max(3);
    let column = (bar.count > 0).then(|| {
        view! {
            <rect class=bar.class x=left.to_string() y=(GROUND - height).to_string() width="24" height=height.to_string() rx="2"></rect>
            <text class="n" x=middle.to_string() y=(GROUND - height - 6).to_string()>
                {frame.lang.number(bar.count)}
            </text>
        }
    });
    let between = (!named).then_some("between");
    view! {
        <g>
            {column}
            <text class=between x=middle.to_string() y="140">{bar.label}</text>
        </g>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_never_stand_side_by_side_and_bars_come_first() {
        let of = |counts: &[i64]| {
            let bar = |&count: &i64| Bar { label: String::new(), in_words: String::new(), count, class: None };
            named(&counts.iter().map(bar).collect::<Vec<_>>())
        };
        assert_eq!(of(&[0, 6, 0, 0, 0]), [false, true, false, true, false]);
        assert_eq!(of(&[3, 6, 2, 1]), [true, false, true, false]);
        assert_eq!(of(&[0, 0, 0]), [true, false, true]);
    }
}
