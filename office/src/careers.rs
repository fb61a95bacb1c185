//! The careers site: what anybody may read of a posting.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rules::{
    id::{DepartmentId, EmployerId, PostingId},
    messages::Lang,
    posting::{Closing, Employment, State, takes_applications},
    retention::{Due, Months, Policy, Start, due},
};
use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use crate::{
    Error, Office, Result,
    store::{at, unknown},
};

/// A posting.
#[derive(Clone, Debug)]
pub struct Posting {
    /// Its identifier.
    pub id: PostingId,
    /// Whose it is.
    pub employer: EmployerId,
    /// The employer's name.
    pub employer_name: String,
    /// The department it belongs to.
    pub department: DepartmentId,
    /// The department's name.
    pub department_name: String,
    /// Its name in URLs.
    pub slug: String,
    /// The language it is written in.
    pub language: Lang,
    /// Title.
    pub title: String,
    /// One sentence.
    pub summary: String,
    /// Paragraphs, `##` headings and `-` lists, separated by empty lines.
    pub body: String,
    /// Where the work is.
    pub place: String,
    /// How much of a week it fills.
    pub employment: Employment,
    /// Pay range in words.
    pub pay: String,
    /// Whom to ask.
    pub contact: String,
    /// What happens after an application.
    pub next_steps: String,
    /// How many people are sought.
    pub seats: i64,
    /// Where it stands.
    pub state: State,
    /// The last day on which applications are taken.
    pub intake_ends_on: Date,
    /// The day on which the procedure closes by itself.
    pub planned_close_on: Date,
    /// When it was published.
    pub published_at: Option<Timestamp>,
    /// When the procedure closed.
    pub closed_at: Option<Timestamp>,
    /// How often it was reopened.
    pub reopened: i64,
    /// How long its applications are kept.
    pub policy: Policy,
    /// Whether they are reviewed blind.
    pub blind: bool,
}

impl Posting {
    /// The end of the procedure: real, or planned.
    #[must_use]
    pub fn closing(&self) -> Closing {
        self.closed_at.map_or(Closing::Planned(self.planned_close_on), Closing::Closed)
    }

    /// When an undecided application to this posting goes.
    #[must_use]
    pub fn due(&self, zone: &TimeZone) -> Due {
        due(&self.closing(), None, self.policy, zone)
    }

    /// Whether an application can be handed in on `today`.
    #[must_use]
    pub fn takes_applications(&self, today: Date) -> bool {
        takes_applications(self.state, self.intake_ends_on, today)
    }
}

#[derive(FromRow)]
struct Row {
    id: String,
    employer_id: String,
    employer_name: String,
    department_id: String,
    department_name: String,
    slug: String,
    language: String,
    title: String,
    summary: String,
    body: String,
    place: String,
    employment: String,
    pay: String,
    contact: String,
    next_steps: String,
    seats: i64,
    state: String,
    intake_ends_on: String,
    planned_close_on: String,
    published_at: Option<i64>,
    closed_at: Option<i64>,
    reopened: i64,
    blind: i64,
    retention_months: i64,
    retention_start: String,
}

const SELECT: &str = "SELECT p.id, p.employer_id, e.name AS employer_name, p.department_id, d.name AS department_name, p.slug, p.language, \
    p.title, p.summary, p.body, p.place, p.employment, p.pay, p.contact, p.next_steps, p.seats, p.state, p.intake_ends_on, \
    p.planned_close_on, p.published_at, p.closed_at, p.reopened, \
    CASE WHEN p.blind_since IS NOT NULL AND p.blind_lifted_at IS NULL THEN 1 ELSE 0 END AS blind, p.retention_months, p.retention_start \
    FROM posting p JOIN employer e ON e.id = p.employer_id JOIN department d ON d.id = p.department_id ";

impl TryFrom<Row> for Posting {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: PostingId::parse(&row.id).ok_or_else(|| unknown("posting.id"))?,
            employer: EmployerId::parse(&row.employer_id).ok_or_else(|| unknown("posting.employer_id"))?,
            employer_name: row.employer_name,
            department: DepartmentId::parse(&row.department_id).ok_or_else(|| unknown("posting.department_id"))?,
            department_name: row.department_name,
            slug: row.slug,
            language: Lang::from_code(&row.language).ok_or_else(|| unknown("posting.language"))?,
            title: row.title,
            summary: row.summary,
            body: row.body,
            place: row.place,
            employment: Employment::from_code(&row.employment).ok_or_else(|| unknown("posting.employment"))?,
            pay: row.pay,
            contact: row.contact,
            next_steps: row.next_steps,
            seats: row.seats,
            state: State::from_code(&row.state).ok_or_else(|| unknown("posting.state"))?,
            intake_ends_on: row.intake_ends_on.parse().map_err(|_| unknown("posting.intake_ends_on"))?,
            planned_close_on: row.planned_close_on.parse().map_err(|_| unknown("posting.planned_close_on"))?,
            published_at: row.published_at.map(at),
            closed_at: row.closed_at.map(at),
            reopened: row.reopened,
            blind: row.blind == 1,
            policy: Policy {
                months: Months::new(row.retention_months).ok_or_else(|| unknown("posting.retention_months"))?,
                start: Start::from_code(&row.retention_start).ok_or_else(|| unknown("posting.retention_start"))?,
            },
        })
    }
}

/// Loads postings by a condition written in this program; `values` are bound as `$1`, `$2`, ...
pub(crate) async fn load_where(connection: &mut AnyConnection, condition: &'static str, values: &[&str]) -> Result<Vec<Posting>> {
    let query = values
        .iter()
        .fold(sqlx::query_as::<_, Row>(AssertSqlSafe(format!("{SELECT}{condition}"))), |query, value| query.bind(*value));
    query.fetch_all(connection).await?.into_iter().map(Posting::try_from).collect()
}

/// Loads one posting, or [`Error::NotFound`].
pub(crate) async fn load(connection: &mut AnyConnection, id: &str) -> Result<Posting> {
    load_where(connection, "WHERE p.id = $1", &[id]).await?.pop().ok_or(Error::NotFound)
}

impl Office {
    /// Every posting that takes applications today, the newest first. Anybody may call this.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn open_postings(&self) -> Result<Vec<Posting>> {
        let mut connection = self.records.read().acquire().await?;
        let today = self.today();
        let mut postings = load_where(&mut connection, "WHERE p.state = 'open' ORDER BY p.published_at DESC, p.id", &[]).await?;
        postings.retain(|posting| posting.takes_applications(today));
        Ok(postings)
    }

    /// One posting that takes applications, by its name in URLs. Anybody may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one that never was public, [`Error::Gone`] for one that no longer takes applications.
    pub async fn open_posting(&self, slug: &str) -> Result<Posting> {
        let posting = self.public_posting(slug).await?;
        if posting.takes_applications(self.today()) { Ok(posting) } else { Err(Error::Gone) }
    }

    /// One posting that takes applications or once did, by its name in URLs. Anybody may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] for one that never was public.
    pub async fn public_posting(&self, slug: &str) -> Result<Posting> {
        let mut connection = self.records.read().acquire().await?;
        let posting = load_where(&mut connection, "WHERE p.slug = $1", &[slug]).await?.pop();
        posting.filter(|posting| posting.state != State::Draft).ok_or(Error::NotFound)
    }
}
