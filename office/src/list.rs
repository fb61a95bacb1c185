//! The list of applications: filters and order run in SQL, pages by key; every row is decided again before it shows.

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Role, Staff, Subject, may},
    application::{Outcome, Section, Stage, is_blocked},
    id::{ApplicationId, EmployerId, PostingId},
    retention::Due,
};
use sqlx::{AssertSqlSafe, FromRow as _, Row as _};

use crate::{
    Error, Office, Result,
    exclude::shown_to,
    facts::{self, Facts},
    journal::Entry,
    sealed::{Contact, open_json, section_context},
    store::{at, ms, placeholders},
};

/// Rows on one page.
pub const PAGE: usize = 50;

/// What to list.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only this posting.
    pub posting: Option<PostingId>,
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only this outcome; `Some(None)` for the undecided.
    pub outcome: Option<Option<Outcome>>,
    /// For those to whom applications are released: of these.
    pub among: Among,
    /// Which page.
    pub page: Page,
}

/// Which of the applications that are released to a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Among {
    /// All of them.
    #[default]
    All,
    /// Those that HR released and the person has not commented on.
    ToComment,
    /// Those of which the house told the person's body when they arrived (section 164(1) SGB IX).
    Told,
}

/// A page, by the key of a row on the page beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// The newest applications.
    #[default]
    First,
    /// Those that came before this row.
    Older(Key),
    /// Those that came after this row.
    Newer(Key),
}

/// The place of a row in the order of arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    received_at: i64,
    id: ApplicationId,
}

impl Key {
    /// The key as it stands in a URL.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{}-{}", self.received_at, self.id)
    }

    /// Reads a key from a URL; `None` if it could not be one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (received_at, id) = text.split_once('-')?;
        Some(Self { received_at: received_at.parse().ok()?, id: ApplicationId::parse(id)? })
    }
}

/// One row.
#[derive(Clone, Debug)]
pub struct Line {
    /// The application.
    pub id: ApplicationId,
    /// The applicant's name, where the person may read it.
    pub name: Option<String>,
    /// The posting's title.
    pub posting: String,
    /// Its stage.
    pub stage: Stage,
    /// Its outcome.
    pub outcome: Option<Outcome>,
    /// When it arrived.
    pub received_at: Timestamp,
    /// When it goes.
    pub due: Due,
    /// Whether its procedure is closed and it waits for its date.
    pub blocked: bool,
}

/// One page of the list, the newest first.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The rows.
    pub lines: Vec<Line>,
    /// The page after, if there is one.
    pub older: Option<Key>,
    /// The page before, if there is one.
    pub newer: Option<Key>,
}

enum Value<'a> {
    Text(&'a str),
    Number(i64),
}

/// Conditions with numbered placeholders, and what they are bound to.
#[derive(Default)]
struct Conditions<'a> {
    sql: Vec<String>,
    values: Vec<Value<'a>>,
}

impl<'a> Conditions<'a> {
    fn value(&mut self, value: Value<'a>) -> String {
        self.values.push(value);
        format!("${}", self.values.len())
    }

    fn equals(&mut self, column: &str, value: &'a str) {
        let placeholder = self.value(Value::Text(value));
        self.sql.push(format!("{column} = {placeholder}"));
    }

    /// What was released to the person and still stands (docs/PROMISES.md, n04).
    fn released_to(&mut self, staff: &'a Staff, among: Among, now: i64) {
        let mut audiences = Vec::new();
        let person = self.value(Value::Text(staff.account.as_str()));
        audiences.push(format!("(r.audience_kind = 'person' AND r.audience_id = {person})"));
        for membership in &staff.memberships {
            if let Some(department) = membership.department.as_ref().filter(|_| membership.role == Role::Head) {
                let department = self.value(Value::Text(department.as_str()));
                audiences.push(format!("(r.audience_kind = 'department' AND r.audience_id = {department})"));
            }
            if membership.role.is_body() {
                let body = self.value(Value::Text(membership.role.code()));
                audiences.push(format!("(r.audience_kind = 'body' AND r.audience_id = {body})"));
            }
        }
        let now = self.value(Value::Number(now));
        let made = match among {
            Among::All => "",
            Among::ToComment => "AND r.told_at IS NULL ",
            Among::Told => "AND r.told_at IS NOT NULL ",
        };
        self.sql.push(format!(
            "a.id IN (SELECT r.application_id FROM release r WHERE r.revoked_at IS NULL AND r.until_at > {now} {made}AND ({}))",
            audiences.join(" OR ")
        ));
        if among == Among::ToComment {
            self.sql.push(format!(
                "NOT EXISTS (SELECT 1 FROM note n WHERE n.application_id = a.id AND n.kind = 'comment' AND n.author_id = {person})"
            ));
        }
        self.sql.push("(a.outcome IS NULL OR a.outcome = 'hired') AND a.closed_at IS NULL".to_owned());
    }
}

impl Office {
    /// One page of applications: for HR all of its employer, for everybody else what is released to them. Whoever may read
    /// applications may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn list_applications(&self, actor: &Actor, filter: &Filter) -> Result<Listing> {
        let staff = self.allow(actor, Action::ListApplications, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(rules::access::Denied::Role))?;
        let mut rows = self.rows(staff, employer, filter).await?;
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let backwards = matches!(filter.page, Page::Newer(_));
        if backwards {
            rows.reverse();
        }
        let key = |row: Option<&(Facts, String)>| {
            row.and_then(|(facts, _)| Some(Key { received_at: facts.row.received_at, id: ApplicationId::parse(&facts.row.id)? }))
        };
        let (has_older, has_newer) = match filter.page {
            Page::First => (more, false),
            Page::Older(_) => (more, true),
            Page::Newer(_) => (true, more),
        };
        let older = if has_older { key(rows.last()) } else { None };
        let newer = if has_newer { key(rows.first()) } else { None };
        let lines = self.lines(actor, rows).await?;
        // One entry for the whole list, with what it showed.
        let shown = lines.iter().map(|line| line.id.to_string()).collect();
        self.enter_read(employer, &Entry::of(staff, Action::ListApplications, "").about(shown)).await?;
        Ok(Listing { lines, older, newer })
    }

    async fn rows(&self, staff: &Staff, employer: &EmployerId, filter: &Filter) -> Result<Vec<(Facts, String)>> {
        let mut conditions = Conditions::default();
        conditions.equals("a.employer_id", employer.as_str());
        conditions.sql.push("a.life = 'live'".to_owned());
        let account = conditions.value(Value::Text(staff.account.as_str()));
        conditions.sql.push(shown_to(&account));
        let is_hr = staff.is(Role::Hr, employer);
        if !is_hr {
            conditions.released_to(staff, filter.among, ms(self.now()));
        }
        if let Some(posting) = &filter.posting {
            conditions.equals("a.posting_id", posting.as_str());
        }
        if let Some(stage) = filter.stage {
            conditions.equals("a.stage", stage.code());
        }
        // Who is hired is HR's to know: nobody else learns it by asking for it.
        match filter.outcome.filter(|_| is_hr) {
            Some(Some(outcome)) => conditions.equals("a.outcome", outcome.code()),
            Some(None) => conditions.sql.push("a.outcome IS NULL".to_owned()),
            None => {}
        }
        let (comparison, order) = if matches!(filter.page, Page::Newer(_)) { (">", "ASC") } else { ("<", "DESC") };
        if let Page::Older(key) | Page::Newer(key) = &filter.page {
            let received_at = conditions.value(Value::Number(key.received_at));
            let id = conditions.value(Value::Text(key.id.as_str()));
            conditions.sql.push(format!("(a.received_at, a.id) {comparison} ({received_at}, {id})"));
        }
        let sql = format!(
            "{} WHERE {} ORDER BY a.received_at {order}, a.id {order} LIMIT {}",
            facts::SELECT.replacen("FROM application", ", p.title FROM application", 1),
            conditions.sql.join(" AND "),
            PAGE + 1
        );
        let query = conditions.values.iter().fold(sqlx::query(AssertSqlSafe(sql)), |query, value| match value {
            Value::Text(text) => query.bind(*text),
            Value::Number(number) => query.bind(*number),
        });
        let mut connection = self.records.read().acquire().await?;
        let found = query.fetch_all(&mut *connection).await?;
        let titles: Vec<String> = found.iter().map(|row| row.try_get("title")).collect::<Result<_, _>>()?;
        let rows = found.iter().map(facts::Row::from_row).collect::<Result<_, _>>()?;
        Ok(facts::with_releases(&mut connection, rows).await?.into_iter().zip(titles).collect())
    }

    /// Opens the names that the person may read, all in a few queries.
    async fn lines(&self, actor: &Actor, rows: Vec<(Facts, String)>) -> Result<Vec<Line>> {
        let now = self.now();
        let readable =
            |facts: &Facts| may(actor, Action::ReadSection, Subject::Section(&facts.application, Section::Contact), now).is_ok();
        let named: Vec<&Facts> = rows.iter().map(|(facts, _)| facts).filter(|facts| readable(facts)).collect();
        let keys = self.record_keys(&named.iter().map(|facts| facts.row.rk_id.clone()).collect::<Vec<_>>()).await?;
        let mut names = std::collections::HashMap::new();
        if !named.is_empty() {
            let sql = format!(
                "SELECT id, application_id, version, sealed FROM section WHERE name = 'contact' AND application_id IN ({})",
                placeholders(1, named.len())
            );
            let query =
                named.iter().fold(sqlx::query_as::<_, (String, String, i64, Vec<u8>)>(AssertSqlSafe(sql)), |query, facts| {
                    query.bind(&facts.row.id)
                });
            let key_of: std::collections::HashMap<&str, &str> =
                named.iter().map(|facts| (facts.row.id.as_str(), facts.row.rk_id.as_str())).collect();
            for (row, application, version, sealed) in query.fetch_all(self.records.read()).await? {
                let Some(key) = key_of.get(application.as_str()).and_then(|rk| keys.get(*rk)) else { continue };
                let contact: Contact = open_json(key, &section_context(&application, &row, Section::Contact, version), &sealed)?;
                names.insert(application, contact.name());
            }
        }
        rows.iter()
            .filter(|(facts, _)| may(actor, Action::ReadApplication, Subject::Application(&facts.application), now).is_ok())
            .map(|(facts, title)| {
                Ok(Line {
                    id: facts.id()?,
                    name: names.get(&facts.row.id).cloned(),
                    posting: title.clone(),
                    stage: facts.stage()?,
                    outcome: facts.outcome(),
                    received_at: at(facts.row.received_at),
                    due: self.due_at(facts.row.due_at),
                    blocked: is_blocked(facts.application.posting, facts.outcome(), facts.application.handed_over),
                })
            })
            .collect()
    }
}
