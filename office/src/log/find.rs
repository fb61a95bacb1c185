//! Finding entries of the journal again: by person, sort of act, record and day, for a page or for a table.

use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Staff, Subject},
    id::{AccountId, EmployerId, EntryId},
    journal::Sort,
    retention::midnight,
};
use sqlx::AssertSqlSafe;

use super::{JournalLine, MOST, Row};
use crate::{
    Error, Office, Result,
    journal::Entry,
    store::{ms, placeholders},
};

/// Which entries; every one, to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalFilter {
    /// Acts of this person.
    pub person: Option<AccountId>,
    /// Acts of this sort.
    pub sort: Option<Sort>,
    /// Acts that name this record.
    pub record: Option<EntryId>,
    /// From this day on.
    pub from: Option<Date>,
    /// Up to this day, which counts.
    pub to: Option<Date>,
}

impl JournalFilter {
    /// Whether it leaves out anything.
    #[must_use]
    pub fn is_any(&self) -> bool {
        *self == Self::default()
    }

    /// What it asks for, in codes, as the journal holds it.
    fn codes(&self) -> String {
        let parts = [
            ("person", self.person.as_ref().map(ToString::to_string)),
            ("kind", self.sort.map(|sort| sort.code().to_owned())),
            ("record", self.record.as_ref().map(ToString::to_string)),
            ("from", self.from.map(|day| day.to_string())),
            ("to", self.to.map(|day| day.to_string())),
        ];
        parts.into_iter().filter_map(|(name, value)| Some(format!(" {name} {}", value?))).collect()
    }
}

/// One page of the journal.
#[derive(Clone, Debug)]
pub struct JournalPage {
    /// Its lines, the newest first.
    pub lines: Vec<JournalLine>,
    /// So many entries are not found by a filter yet: older ones, after an update or a restore.
    pub behind: i64,
}

/// The entries that a filter finds, the newest first, to be fetched one part after the other.
pub struct JournalExport {
    office: Office,
    employer: EmployerId,
    filter: JournalFilter,
    before: i64,
}

impl JournalExport {
    /// The next part; nothing after the last.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn next(&mut self) -> Result<Option<Vec<JournalLine>>> {
        let lines = self.office.lines_of(&self.employer, &self.filter, Some(self.before), MOST).await?;
        self.before = lines.iter().filter_map(|line| line.index).min().unwrap_or_default();
        Ok((!lines.is_empty()).then_some(lines))
    }
}

impl Office {
    /// The journal of the person's employer, as [`Office::read_journal`], less what the filter leaves out. Privacy officers may call this;
    /// that they did, and what they asked for, stands in the journal too.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn find_in_journal(
        &self,
        actor: &Actor,
        filter: &JournalFilter,
        before: Option<i64>,
        limit: i64,
    ) -> Result<JournalPage> {
        let (staff, employer) = self.journal_of(actor)?;
        // What waits gets its place first, so that every line can be turned back to; while another process is at that, it shows
        // without one.
        self.sequence_or_leave().await?;
        let lines = self.lines_of(employer, filter, before, limit).await?;
        let behind = if filter.is_any() { 0 } else { self.unindexed().await? };
        let mut indices = lines.iter().filter_map(|line| line.index);
        let range = indices.next().map(|newest| format!("{newest} {}", indices.next_back().unwrap_or(newest)));
        let detail = format!("{}{}", range.unwrap_or_default(), filter.codes());
        let entry = Entry::of(staff, Action::ReadJournal, employer.as_str()).detail(detail.trim());
        self.enter_read(employer, &entry).await?;
        Ok(JournalPage { lines, behind })
    }

    /// The same to be saved. Privacy officers may call this; the entry says which range was saved, and stands before the first part leaves.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`], also while older entries are not found yet.
    pub async fn export_journal(&self, actor: &Actor, filter: JournalFilter) -> Result<JournalExport> {
        let (staff, employer) = self.journal_of(actor)?;
        self.indexed_whole().await?;
        let found = Found::of(employer, &filter, self).await?;
        let sql = format!("SELECT MAX(a.idx), MIN(a.idx) FROM act a{}", found.conditions());
        let query = found.values.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, value| value.bind_to(query));
        let (newest, oldest): (Option<i64>, Option<i64>) = query.fetch_one(self.log.read()).await?;
        let range = newest.zip(oldest).map(|(newest, oldest)| format!(" {newest} {oldest}")).unwrap_or_default();
        let entry = Entry::of(staff, Action::ReadJournal, employer.as_str()).detail(format!("export{range}{}", filter.codes()));
        self.enter_read(employer, &entry).await?;
        let before = newest.map_or(0, |newest| newest + 1);
        Ok(JournalExport { office: self.clone(), employer: employer.clone(), filter, before })
    }

    /// The people of the person's employer by whom entries can be found. Privacy officers may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn journal_people(&self, actor: &Actor) -> Result<Vec<(AccountId, String)>> {
        let (_, employer) = self.journal_of(actor)?;
        let rows: Vec<(String, String)> = sqlx::query_as(
            "SELECT a.id, a.name FROM account a WHERE EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.id \
             AND m.employer_id = $1) ORDER BY a.name, a.id",
        )
        .bind(employer.as_str())
        .fetch_all(self.records.read())
        .await?;
        Ok(rows.into_iter().filter_map(|(id, name)| Some((AccountId::parse(&id)?, name))).collect())
    }

    /// Who reads the journal, and whose.
    pub(crate) fn journal_of<'a>(&self, actor: &'a Actor) -> Result<(&'a Staff, &'a EmployerId)> {
        let staff = self.allow(actor, Action::ReadJournal, Subject::House)?;
        Ok((staff, staff.employer().ok_or(Error::NotFound)?))
    }

    /// Waits for what a search needs to be whole.
    pub(crate) async fn indexed_whole(&self) -> Result<()> {
        self.sequence_or_leave().await?;
        match self.unindexed().await? {
            0 => Ok(()),
            many => Err(Error::Unavailable(format!("{many} entries of the journal are still to be indexed"))),
        }
    }

    pub(super) async fn lines_of(
        &self,
        employer: &EmployerId,
        filter: &JournalFilter,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<JournalLine>> {
        let rows = match filter.is_any() {
            true => self.newest("journal", employer, before, limit).await?,
            false => self.found(employer, filter, before, limit).await?,
        };
        let known = self.known(rows.iter().map(|row| row.at)).await?;
        rows.into_iter().map(|row| row.line(&known)).collect()
    }

    async fn found(&self, employer: &EmployerId, filter: &JournalFilter, before: Option<i64>, limit: i64) -> Result<Vec<Row>> {
        let mut found = Found::of(employer, filter, self).await?;
        found.condition("a.idx <", Value::Number(before.unwrap_or(i64::MAX)));
        let sql = format!(
            "SELECT l.idx, l.id, l.at, l.body FROM act a JOIN leaf l ON l.idx = a.idx AND l.employer_id = $1{} \
             ORDER BY a.idx DESC LIMIT {}",
            found.conditions(),
            limit.clamp(0, MOST)
        );
        let query = found.values.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, value| value.bind_to(query));
        Ok(query.fetch_all(self.log.read()).await?)
    }
}

enum Value {
    Text(String),
    Number(i64),
}

type Query<'q, T> = sqlx::query::QueryAs<'q, sqlx::Any, T, sqlx::any::AnyArguments>;

impl Value {
    fn bind_to<'q, T>(&self, query: Query<'q, T>) -> Query<'q, T> {
        match self {
            Self::Text(text) => query.bind(text.clone()),
            Self::Number(number) => query.bind(*number),
        }
    }
}

/// Conditions with numbered placeholders, and what they are bound to. The first is the employer.
struct Found {
    sql: Vec<String>,
    values: Vec<Value>,
}

impl Found {
    async fn of(employer: &EmployerId, filter: &JournalFilter, office: &Office) -> Result<Self> {
        let mut found = Self { sql: Vec::new(), values: Vec::new() };
        found.condition("a.employer_id =", Value::Text(employer.to_string()));
        if let Some(person) = &filter.person {
            let actors = found.among(office.aliases_of(person.as_str()).await?);
            found.sql.push(format!("a.actor IN ({actors})"));
        }
        if let Some(sort) = filter.sort {
            found.condition("a.sort =", Value::Text(sort.code().to_owned()));
        }
        if let Some(record) = &filter.record {
            // An account is a record too.
            let subjects = found.among(office.aliases_of(record.as_str()).await?);
            found.sql.push(format!("a.idx IN (SELECT t.idx FROM touch t WHERE t.subject IN ({subjects}))"));
        }
        let zone = &office.settings.zone;
        if let Some(from) = filter.from {
            found.condition("a.at >=", Value::Number(ms(midnight(from, zone))));
        }
        if let Some(to) = filter.to {
            found.condition("a.at <", Value::Number(ms(midnight(to.tomorrow().unwrap_or(to), zone))));
        }
        Ok(found)
    }

    /// Placeholders for several texts.
    fn among(&mut self, texts: Vec<String>) -> String {
        let first = self.values.len() + 1;
        self.values.extend(texts.into_iter().map(Value::Text));
        placeholders(first, self.values.len() + 1 - first)
    }

    fn condition(&mut self, left: &str, value: Value) {
        self.values.push(value);
        self.sql.push(format!("{left} ${}", self.values.len()));
    }

    fn conditions(&self) -> String {
        format!(" WHERE {}", self.sql.join(" AND "))
    }
}
