//! The calendar of the rules against another one, PostgreSQL's own: its months by interval, its time zones.
//!
//! PostgreSQL is asked for three things of each case: the local day of the instant, that day plus the months, and whether the instant of
//! the erasure is the very first of the day after. Where every day has one midnight it is asked for that as well.

use crate::support;

use jiff::{
    SignedDuration, Span, Timestamp,
    civil::{Date, date},
    tz::TimeZone,
};
use rules::retention::{Due, Months, due_after, local_date, midnight};
use sqlx::{Connection as _, PgConnection};

const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// An event, and the months that are counted from it.
type Case = (Timestamp, i64);

/// Whether each day of a zone has exactly one midnight.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Midnights {
    One,
    /// Some days have none, or two.
    Odd,
}

/// What PostgreSQL says of a case.
#[derive(Debug, sqlx::FromRow)]
struct Said {
    day: String,
    last: String,
    /// The local day on which the erasure is due, and the one a microsecond before.
    due: String,
    before: String,
    /// The midnight after the last day, in milliseconds.
    midnight: i64,
}

const QUESTION: &str = "
    SELECT d.day::text, l.last::text,
           (e.due AT TIME ZONE $4)::date::text AS due,
           ((e.due - interval '1 microsecond') AT TIME ZONE $4)::date::text AS before,
           (extract(epoch FROM (l.last + 1)::timestamp AT TIME ZONE $4) * 1000)::bigint AS midnight
    FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS c (at, months, due, n)
    CROSS JOIN LATERAL (SELECT ((timestamptz 'epoch' + c.at * interval '1 millisecond') AT TIME ZONE $4)::date AS day) d
    CROSS JOIN LATERAL (SELECT (d.day + make_interval(months => c.months::int))::date AS last) l
    CROSS JOIN LATERAL (SELECT timestamptz 'epoch' + c.due * interval '1 millisecond' AS due) e
    ORDER BY c.n";

/// Fails unless the rules and PostgreSQL say the same of every case.
async fn compare(postgres: &mut PgConnection, name: &str, midnights: Midnights, cases: &[Case]) {
    let zone = TimeZone::get(name).expect("the bundled database knows the zone");
    let of = |&(at, months): &Case| {
        let day = local_date(at, &zone);
        (day, due_after(day, Months::new(months).expect("1 to 60"), &zone))
    };
    let ours: Vec<(Date, Due)> = cases.iter().map(of).collect();
    let said: Vec<Said> = sqlx::query_as(QUESTION)
        .bind(cases.iter().map(|(at, _)| at.as_millisecond()).collect::<Vec<_>>())
        .bind(cases.iter().map(|(_, months)| *months).collect::<Vec<_>>())
        .bind(ours.iter().map(|(_, due)| due.erased_from.as_millisecond()).collect::<Vec<_>>())
        .bind(name)
        .fetch_all(postgres)
        .await
        .expect("PostgreSQL's calendar");
    assert_eq!(said.len(), cases.len());
    for (((at, months), (day, due)), said) in cases.iter().zip(&ours).zip(&said) {
        let case = format!("{at} in {name} plus {months} months; PostgreSQL says {said:?}");
        assert_eq!(day.to_string(), said.day, "the local day of {case}");
        assert_eq!(due.last_day.to_string(), said.last, "the last day after {case}");
        assert_eq!(due.last_day.tomorrow().expect("a day").to_string(), said.due, "erasure is due on the day after: {case}");
        assert!(said.before <= said.last, "and from its first instant: {case}");
        if midnights == Midnights::One {
            assert_eq!(due.erased_from.as_millisecond(), said.midnight, "which is its midnight: {case}");
        }
    }
}

/// The last two days of each month, and the first of the next, of the years `from` to `to`.
fn ends_of_months(from: i16, to: i16) -> Vec<Date> {
    let months = (from..=to).flat_map(|year| (1..=12).map(move |month| date(year, month, 1).last_of_month()));
    months.flat_map(|last| [last.yesterday().expect("a day"), last, last.tomorrow().expect("a day")]).collect()
}

/// The days on which a zone's clock changes, each with its neighbours, and the instants of the changes.
fn changes(zone: &TimeZone, from: i16, to: i16) -> (Vec<Date>, Vec<Timestamp>) {
    let begin = midnight(date(from, 1, 1), zone);
    let at: Vec<Timestamp> =
        zone.following(begin).map(|change| change.timestamp()).take_while(|at| local_date(*at, zone).year() <= to).collect();
    let days = at.iter().map(|&at| local_date(at, zone));
    (days.flat_map(|day| [day.yesterday().expect("a day"), day, day.tomorrow().expect("a day")]).collect(), at)
}

/// One second before, at and one second after each local midnight that begins or ends one of `days`, and each of the `instants`.
fn edges(zone: &TimeZone, days: &[Date], instants: &[Timestamp]) -> Vec<Timestamp> {
    let midnights = days.iter().flat_map(|day| [midnight(*day, zone), midnight(day.tomorrow().expect("a day"), zone)]);
    midnights.chain(instants.iter().copied()).flat_map(|at| [at - SECOND, at, at + SECOND]).collect()
}

/// Random instants of the years `from` to `to`, to the millisecond, each with a random period.
fn random(count: usize, from: i16, to: i16) -> Vec<Case> {
    let rng = support::random();
    let begin = midnight(date(from, 1, 1), &TimeZone::UTC).as_millisecond();
    let length = midnight(date(to + 1, 1, 1), &TimeZone::UTC).as_millisecond() - begin;
    let draw = || i64::from_be_bytes(rng.bytes()).unsigned_abs();
    let at = |n: u64| Timestamp::from_millisecond(begin + i64::try_from(n % length.unsigned_abs()).expect("small"));
    (0..count).map(|_| (at(draw()).expect("an instant"), i64::try_from(draw() % 60).expect("small") + 1)).collect()
}

async fn postgres() -> PgConnection {
    let url = std::env::var("ABLAUF_TEST_POSTGRES").expect("a PostgreSQL server: run the tests by `scripts/nextest`");
    PgConnection::connect(&url).await.expect("the server that ABLAUF_TEST_POSTGRES names")
}

#[tokio::test]
async fn n10_a_hundred_thousand_dates_are_those_of_postgresqls_own_calendar() {
    let mut postgres = postgres().await;
    let mut compared = 0;
    for (name, random_ones) in [
        ("Europe/Berlin", 60_000),
        ("UTC", 10_000),
        ("America/New_York", 10_000),
        ("Asia/Kathmandu", 10_000),
        ("Australia/Lord_Howe", 10_000),
    ] {
        let zone = TimeZone::get(name).expect("the bundled database knows the zone");
        let (change_days, change_instants) = changes(&zone, 2020, 2040);
        // A few zones never change.
        assert_eq!(change_days.is_empty(), matches!(name, "UTC" | "Asia/Kathmandu"), "{name}");
        // At noon every end of a month meets every period: whatever is clamped, is clamped here.
        let noons = ends_of_months(2020, 2040).into_iter().map(|day| midnight(day, &zone) + SECOND * 43_200);
        let mut cases: Vec<Case> = noons.flat_map(|at| (1..=60).map(move |months| (at, months))).collect();
        let near = edges(&zone, &ends_of_months(2020, 2040), &[]).into_iter().chain(edges(&zone, &change_days, &change_instants));
        cases.extend(near.flat_map(|at| [1, 6, 12, 60].map(|months| (at, months))));
        cases.extend(random(random_ones, 2020, 2040));
        compared += cases.len();
        compare(&mut postgres, name, Midnights::One, &cases).await;
    }
    assert!(compared >= 100_000, "{compared} cases");
}

/// In these zones the clock is put forward at midnight, or was: that day begins at one o'clock. Or it is put back to midnight, which then
/// comes twice. The erasure is due with the first instant of the day. These years are over: of what countries decide next,
/// PostgreSQL's database and the bundled one may hear at different times.
#[tokio::test]
async fn n10_where_midnight_is_skipped_or_comes_twice_erasure_is_due_with_the_first_instant_of_the_day() {
    let mut postgres = postgres().await;
    for (name, from, to) in [("America/Sao_Paulo", 2010, 2018), ("Asia/Beirut", 2010, 2021), ("America/Havana", 2010, 2018)] {
        let zone = TimeZone::get(name).expect("the bundled database knows the zone");
        let (days, instants) = changes(&zone, from, to);
        let odd = days.iter().filter(|day| zone.to_ambiguous_zoned(day.at(0, 0, 0, 0)).is_ambiguous());
        assert!(odd.count() > 5, "{name} has such nights");
        // The last day of the period is the one before such a night, the night's own, and the one after.
        let back = |day: &Date, months: i64| day.checked_sub(Span::new().months(months)).expect("a day");
        let mut cases: Vec<Case> = days
            .iter()
            .flat_map(|day| [1, 6, 12, 60].map(|months| (midnight(back(day, months), &zone) + SECOND * 43_200, months)))
            .collect();
        cases.extend(edges(&zone, &days, &instants).into_iter().map(|at| (at, 6)));
        cases.extend(random(2_000, from, to));
        compare(&mut postgres, name, Midnights::Odd, &cases).await;
    }
}
