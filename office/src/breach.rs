//! A breach of personal data (Art. 33, 34 GDPR): one account between two instants, whom it touched by what the journal says, and how long is
//! left to tell the authority. Contents stand nowhere here.

mod touched;

use std::collections::BTreeMap;

use jiff::Timestamp;
use rules::{
    access::{Action, Actor},
    form::Problem,
    id::{AccountId, BreachId, EmployerId},
    journal::{breach_due, month, report_by},
};
use sqlx::AnyConnection;
pub use touched::{Fate, Touched};

use crate::{
    Error, Office, Result,
    journal::Entry,
    store::{at, ms, unknown},
};

/// What is known of a breach when it is entered.
#[derive(Clone, Debug)]
pub struct NewBreach {
    /// The account.
    pub person: AccountId,
    /// From when on.
    pub from: Timestamp,
    /// Until when.
    pub to: Timestamp,
    /// Since when the house knows: then the 72 hours began.
    pub known: Timestamp,
    /// The form's own text: sent twice with the same, it is entered once.
    pub token: String,
}

/// A breach in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreachLine {
    /// Its identifier.
    pub id: BreachId,
    /// The account.
    pub person: AccountId,
    /// The name of the account's owner.
    pub name: String,
    /// From when on.
    pub from: Timestamp,
    /// Until when.
    pub to: Timestamp,
    /// Since when the house knows.
    pub known_at: Timestamp,
    /// Until when the authority has to be told.
    pub report_by: Timestamp,
    /// When it was.
    pub reported_at: Option<Timestamp>,
}

/// A breach with whom it touched.
#[derive(Clone, Debug)]
pub struct Breach {
    /// Its line in the list.
    pub line: BreachLine,
    /// The records, applications first.
    pub touched: Vec<Touched>,
    /// How often the account was refused something meanwhile.
    pub refused: i64,
    /// Whether its time reaches into a month of which nobody can tell any more who acted: then some of them may be missing here.
    pub forgotten: bool,
}

impl Office {
    /// Enters a breach. Privacy officers may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `person`, `to` or `known`; [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn enter_breach(&self, actor: &Actor, new: &NewBreach) -> Result<BreachId> {
        let (staff, employer) = self.journal_of(actor)?;
        let now = self.now();
        let people = self.journal_people(actor).await?;
        let problems = [
            ("person", (!people.iter().any(|(id, _)| *id == new.person)).then_some(Problem::NotAChoice)),
            ("to", if new.to <= new.from { Some(Problem::TooEarly) } else { (new.to > now).then_some(Problem::TooLate) }),
            ("known", if new.known < new.from { Some(Problem::TooEarly) } else { (new.known > now).then_some(Problem::TooLate) }),
        ];
        let problems: Vec<_> = problems.into_iter().filter_map(|(field, problem)| Some((field, problem?))).collect();
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let id = BreachId::parse(&new.token).unwrap_or_else(|| BreachId::from_bytes(self.rng.bytes()));
        let mut tx = self.records.write().await?;
        let entered = sqlx::query(
            "INSERT INTO breach (id, employer_id, account_id, from_at, to_at, known_at, created_by, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING",
        )
        .bind(id.as_str())
        .bind(employer.as_str())
        .bind(new.person.as_str())
        .bind(ms(new.from))
        .bind(ms(new.to))
        .bind(ms(new.known))
        .bind(staff.account.as_str())
        .bind(ms(now))
        .execute(&mut *tx)
        .await?;
        if entered.rows_affected() == 1 {
            let subjects = vec![id.to_string(), new.person.to_string()];
            let entry = Entry { what: BREACH.to_owned(), ..Entry::of(staff, Action::ReadJournal, id.as_str()) };
            self.enter(&mut tx, employer, &entry.about(subjects).detail("entered")).await?;
            tx.commit().await?;
        }
        Ok(id)
    }

    /// Records when the authority was told. Privacy officers may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `reported`, [`Error::Conflict`] if it was recorded before, [`Error::NotFound`], [`Error::Forbidden`],
    /// [`Error::Unavailable`].
    pub async fn report_breach(&self, actor: &Actor, id: &BreachId, reported: Timestamp) -> Result<()> {
        let (staff, employer) = self.journal_of(actor)?;
        let line = self.breach_line(employer, id).await?;
        if reported < line.known_at {
            return Err(Error::field("reported", Problem::TooEarly));
        }
        if reported > self.now() {
            return Err(Error::field("reported", Problem::TooLate));
        }
        let mut tx = self.records.write().await?;
        let set = sqlx::query("UPDATE breach SET reported_at = $1 WHERE id = $2 AND reported_at IS NULL")
            .bind(ms(reported))
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        if set.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        let entry = Entry { what: BREACH.to_owned(), ..Entry::of(staff, Action::ReadJournal, id.as_str()) };
        self.enter(&mut tx, employer, &entry.detail("reported")).await?;
        tx.commit().await
    }

    /// The breaches of the person's employer, the newest first. Privacy officers may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn breaches(&self, actor: &Actor) -> Result<Vec<BreachLine>> {
        let (_, employer) = self.journal_of(actor)?;
        self.breach_lines(employer, None).await
    }

    /// A breach with whom it touched. Privacy officers may call this; that they looked, or with `saves` saved it, stands in the journal.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Unavailable`], also while older entries of the journal are not indexed yet.
    pub async fn read_breach(&self, actor: &Actor, id: &BreachId, saves: bool) -> Result<Breach> {
        let (staff, employer) = self.journal_of(actor)?;
        let line = self.breach_line(employer, id).await?;
        self.indexed_whole().await?;
        let (mut found, mut refused) = (BTreeMap::new(), 0);
        self.gather(employer, &line, &mut found, &mut refused).await?;
        let touched = self.touched(found).await?;
        let entry = Entry::of(staff, Action::ReadJournal, id.as_str()).detail(if saves { "export breach" } else { "breach" });
        self.enter_read(employer, &entry).await?;
        let forgotten = month(line.from, &self.settings.zone) < self.oldest_month_told().await?;
        Ok(Breach { line, touched, refused, forgotten })
    }

    /// Breaches of an employer of which the authority was not told yet, the most urgent first.
    pub(crate) async fn unreported(&self, employer: &EmployerId) -> Result<Vec<BreachLine>> {
        let mut lines = self.breach_lines(employer, None).await?;
        lines.retain(|line| line.reported_at.is_none());
        lines.sort_by_key(|line| line.report_by);
        Ok(lines)
    }

    /// Deletes the breaches whose period has ended.
    pub(crate) async fn sweep_breaches(&self, tx: &mut AnyConnection) -> Result<u64> {
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT id, COALESCE(reported_at, known_at) FROM breach").fetch_all(&mut *tx).await?;
        let mut deleted = 0;
        for (id, from) in rows {
            if breach_due(at(from), &self.settings.zone).erased_from <= self.now() {
                deleted += sqlx::query("DELETE FROM breach WHERE id = $1").bind(&id).execute(&mut *tx).await?.rows_affected();
            }
        }
        Ok(deleted)
    }

    async fn breach_line(&self, employer: &EmployerId, id: &BreachId) -> Result<BreachLine> {
        self.breach_lines(employer, Some(id)).await?.pop().ok_or(Error::NotFound)
    }

    async fn breach_lines(&self, employer: &EmployerId, id: Option<&BreachId>) -> Result<Vec<BreachLine>> {
        type Columns = (String, String, String, i64, i64, i64, Option<i64>);
        let rows: Vec<Columns> = sqlx::query_as(
            "SELECT b.id, b.account_id, a.name, b.from_at, b.to_at, b.known_at, b.reported_at FROM breach b \
             JOIN account a ON a.id = b.account_id WHERE b.employer_id = $1 AND ($2 = '' OR b.id = $2) ORDER BY b.known_at DESC, b.id",
        )
        .bind(employer.as_str())
        .bind(id.map_or("", BreachId::as_str))
        .fetch_all(self.records.read())
        .await?;
        rows.into_iter()
            .map(|(id, person, name, from, to, known, reported)| {
                Ok(BreachLine {
                    id: BreachId::parse(&id).ok_or_else(|| unknown("breach.id"))?,
                    person: AccountId::parse(&person).ok_or_else(|| unknown("breach.account_id"))?,
                    name,
                    from: at(from),
                    to: at(to),
                    known_at: at(known),
                    report_by: report_by(at(known)),
                    reported_at: reported.map(at),
                })
            })
            .collect()
    }
}

/// What the journal calls an act on a breach.
pub(crate) const BREACH: &str = "breach";
