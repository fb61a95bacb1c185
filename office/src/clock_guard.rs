//! The clock guard: a pass begins only by a clock that can be believed. A stop stands in the records, so every process obeys it and no
//! restart lifts it, until a person confirms the clock.

use jiff::{SignedDuration, Timestamp};
use rules::{
    access::{Action, Actor, Subject},
    clock::{Move, Moved, OwnPass, judge},
    id::EmployerId,
};
use sqlx::AnyConnection;

use crate::{
    Error, Office, Refusal, Result,
    journal::{By, Entry},
    store::{at, ms, unknown},
    sweep::Report,
};

/// A page that asks whether the clock is right is answered within this time, or asked again.
const ANSWER: SignedDuration = SignedDuration::from_hours(1);

/// The clock was moved, and nobody has confirmed it yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockStop {
    number: i64,
    /// How.
    pub moved: Moved,
    /// What the clock had to show, at least.
    pub expected: Timestamp,
    /// What it showed.
    pub found: Timestamp,
}

impl ClockStop {
    /// A stop that stands nowhere: for a page.
    #[must_use]
    pub fn new(moved: Moved, expected: Timestamp, found: Timestamp) -> Self {
        Self { number: 0, moved, expected, found }
    }
}

/// The clock, for who is to confirm it.
#[derive(Clone, Copy, Debug)]
pub struct ClockAtDesk {
    /// The stop that stands.
    pub stop: Option<ClockStop>,
    /// When the last pass began.
    pub last_pass: Option<Timestamp>,
    /// What the clock shows.
    pub now: Timestamp,
    /// What a pass by this clock would do.
    pub would: Report,
}

/// What a process remembers of its own last pass.
#[derive(Debug, Default)]
pub struct Watch(Option<Seen>);

#[derive(Clone, Copy, Debug)]
struct Seen {
    at: Timestamp,
    running: SignedDuration,
    /// How many stops had been confirmed: whoever confirms the clock makes this memory void.
    confirmed: i64,
}

/// What the records know of the clock.
struct Known {
    last: Option<Timestamp>,
    stop: Option<ClockStop>,
    confirmed: i64,
}

impl Office {
    /// Marks that a pass begins, and answers the instant by which it is made. For a command, which has no pass before.
    ///
    /// # Errors
    /// [`Refusal::ClockMoved`] while the clock waits for a person to confirm it: nothing may be closed or erased.
    pub async fn tick(&self) -> Result<Timestamp> {
        self.tick_watched(&mut Watch::default(), || SignedDuration::ZERO).await
    }

    /// As [`Office::tick`], for a process that passes again and again: `watch` is its memory, and `running` a clock that nobody sets and
    /// that goes on while the machine is suspended.
    ///
    /// # Errors
    /// As [`Office::tick`].
    pub async fn tick_watched(&self, watch: &mut Watch, running: impl Fn() -> SignedDuration) -> Result<Timestamp> {
        let mut tx = self.records.write().await?;
        let known = known(&mut tx).await?;
        if known.stop.is_some() {
            return Err(Error::Refused(Refusal::ClockMoved));
        }
        // Asked after the last pass is known: on one machine that lies before, unless the clock was set back.
        let (now, running) = (self.wall.now(), running());
        let own = watch.0.filter(|seen| seen.confirmed == known.confirmed);
        let own = own.map(|seen| OwnPass { at: seen.at, since: running - seen.running });
        match judge(known.last, own, now) {
            Ok(()) => {
                set_tick(&mut tx, now, "CASE WHEN tick.at > excluded.at THEN tick.at ELSE excluded.at END").await?;
                tx.commit().await?;
                watch.0 = Some(Seen { at: now, running, confirmed: known.confirmed });
                Ok(now)
            }
            Err(found) => {
                self.stop_clock(&mut tx, found, now).await?;
                tx.commit().await?;
                Err(Error::Refused(Refusal::ClockMoved))
            }
        }
    }

    /// The stop that stands.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn clock_stop(&self) -> Result<Option<ClockStop>> {
        standing(&mut *self.records.read().acquire().await?).await
    }

    /// The clock, and what a pass by it would do. The privacy officer and administrators may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn clock_at_desk(&self, actor: &Actor) -> Result<ClockAtDesk> {
        self.allow(actor, Action::ConfirmClock, Subject::House)?;
        let mut connection = self.records.read().acquire().await?;
        let Known { last: last_pass, stop, .. } = known(&mut connection).await?;
        drop(connection);
        Ok(ClockAtDesk { stop, last_pass, now: self.wall.now(), would: self.sweep_dry_run().await? })
    }

    /// Confirms the clock, by a person to whom a page `shown` it. The privacy officer and administrators may call this.
    ///
    /// # Errors
    /// [`Error::Conflict`] if no stop stands any more, or if the clock no longer shows what the page showed; [`Error::Forbidden`],
    /// [`Error::Unavailable`].
    pub async fn confirm_clock(&self, actor: &Actor, shown: Timestamp) -> Result<()> {
        let staff = self.allow(actor, Action::ConfirmClock, Subject::House)?;
        if self.wall.now().duration_since(shown).abs() > ANSWER {
            return Err(Error::Conflict);
        }
        self.accept_clock(Entry::of(staff, Action::ConfirmClock, "")).await?.map(drop).ok_or(Error::Conflict)
    }

    /// Confirms the clock, by an operator at the command line. Answers the stop that ends and what the clock shows; `None` if none stands.
    ///
    /// # Errors
    /// [`Error::Conflict`] if somebody else confirmed it at the same time; [`Error::Unavailable`].
    pub async fn confirm_clock_by_hand(&self) -> Result<Option<(ClockStop, Timestamp)>> {
        self.accept_clock(Entry::by(By::House, Action::ConfirmClock.code(), "")).await
    }

    async fn accept_clock(&self, entry: Entry) -> Result<Option<(ClockStop, Timestamp)>> {
        let mut tx = self.records.write().await?;
        let Some(stop) = standing(&mut tx).await? else { return Ok(None) };
        let now = self.wall.now();
        let ended = sqlx::query("UPDATE clock_stop SET confirmed_at = $1 WHERE number = $2 AND confirmed_at IS NULL")
            .bind(ms(now))
            .bind(stop.number)
            .execute(&mut *tx)
            .await?
            .rows_affected();
        if ended == 0 {
            return Err(Error::Conflict);
        }
        // From here on, whether that lies before or after the last pass.
        set_tick(&mut tx, now, "excluded.at").await?;
        let entry = entry.detail(format!("{:.0} {now:.0}", stop.expected));
        self.enter_in_every_journal(&mut tx, &entry).await?;
        tx.commit().await?;
        Ok(Some((stop, now)))
    }

    /// Two processes that see it at once make one stop.
    async fn stop_clock(&self, connection: &mut AnyConnection, found: Move, now: Timestamp) -> Result<()> {
        let made = sqlx::query(
            "INSERT INTO clock_stop (number, moved, expected_at, found_at) \
             SELECT COALESCE(MAX(number), 0) + 1, $1, $2, $3 FROM clock_stop \
             HAVING COUNT(*) = COUNT(confirmed_at) ON CONFLICT (number) DO NOTHING",
        )
        .bind(found.moved.code())
        .bind(ms(found.expected))
        .bind(ms(now))
        .execute(&mut *connection)
        .await?
        .rows_affected();
        if made == 1 {
            let detail = format!("{:.0} {now:.0}", found.expected);
            self.enter_in_every_journal(connection, &Entry::by(By::House, "stop_clock", "").detail(detail)).await?;
        }
        Ok(())
    }

    /// For what is one for all employers, such as the clock: it stands in the journal of each.
    pub(crate) async fn enter_in_every_journal(&self, connection: &mut AnyConnection, entry: &Entry) -> Result<()> {
        let employers: Vec<String> = sqlx::query_scalar("SELECT id FROM employer").fetch_all(&mut *connection).await?;
        for employer in employers {
            let employer = EmployerId::parse(&employer).ok_or_else(|| unknown("employer.id"))?;
            self.enter(connection, &employer, entry).await?;
        }
        Ok(())
    }
}

async fn known(connection: &mut AnyConnection) -> Result<Known> {
    let last: Option<i64> =
        sqlx::query_scalar("SELECT at FROM tick WHERE name = 'sweep'").fetch_optional(&mut *connection).await?;
    let confirmed = sqlx::query_scalar("SELECT COUNT(confirmed_at) FROM clock_stop").fetch_one(&mut *connection).await?;
    Ok(Known { last: last.map(at), stop: standing(connection).await?, confirmed })
}

async fn standing(connection: &mut AnyConnection) -> Result<Option<ClockStop>> {
    let row: Option<(i64, String, i64, i64)> =
        sqlx::query_as("SELECT number, moved, expected_at, found_at FROM clock_stop WHERE confirmed_at IS NULL")
            .fetch_optional(connection)
            .await?;
    row.map(|(number, moved, expected, found)| {
        let moved = Moved::from_code(&moved).ok_or_else(|| unknown("clock_stop.moved"))?;
        Ok(ClockStop { number, moved, expected: at(expected), found: at(found) })
    })
    .transpose()
}

/// `or` is what becomes of a tick that is there.
async fn set_tick(connection: &mut AnyConnection, now: Timestamp, or: &'static str) -> Result<()> {
    let sql = format!("INSERT INTO tick (name, at) VALUES ('sweep', $1) ON CONFLICT (name) DO UPDATE SET at = {or}");
    sqlx::query(sqlx::AssertSqlSafe(sql)).bind(ms(now)).execute(connection).await?;
    Ok(())
}
