//! The careers site: what anybody may read of a posting.

mod openings;

pub use openings::Openings;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rules::{
    id::{DepartmentId, EmployerId, PostingId},
    messages::Lang,
    posting::{
        Closing, Country, Employment, PayPeriod, PayRange, State, Warning, answer_by, takes_applications, town, towns, warnings,
    },
    question::Question,
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
    /// The text, in Markdown (CommonMark).
    pub body: String,
    /// Where the work is: the town, and after a comma how it is done there.
    pub place: String,
    /// The country of the place.
    pub country: Country,
    /// How much of a week it fills.
    pub employment: Employment,
    /// Pay range in words.
    pub pay: String,
    /// The same in figures, where HR stated it.
    pub pay_range: Option<PayRange>,
    /// Whom to ask.
    pub contact: String,
    /// What happens after an application.
    pub next_steps: String,
    /// Within how many days an application is answered; postings of before this was asked for do not say.
    pub answer_days: Option<i64>,
    /// What it asks beside the form's own fields.
    pub questions: Vec<Question>,
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

    /// The town of its place; the first, where it names several.
    #[must_use]
    pub fn town(&self) -> &str {
        town(&self.place)
    }

    /// Every town of its place.
    #[must_use]
    pub fn towns(&self) -> Vec<&str> {
        towns(&self.place)
    }

    /// The last day on which an application that arrived on `received` is answered, if the posting says.
    #[must_use]
    pub fn answer_by(&self, received: Date) -> Option<Date> {
        self.answer_days.map(|days| answer_by(received, days))
    }

    /// What HR may want to change before it is published.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        warnings(&self.title, &[&self.summary, &self.body, &self.next_steps], &self.questions, &self.pay, self.pay_range)
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
    country: String,
    employment: String,
    pay: String,
    pay_min: Option<i64>,
    pay_max: Option<i64>,
    pay_period: Option<String>,
    contact: String,
    next_steps: String,
    answer_days: Option<i64>,
    questions: String,
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
    p.title, p.summary, p.body, p.place, p.country, p.employment, p.pay, p.pay_min, p.pay_max, p.pay_period, p.contact, p.next_steps, \
    p.answer_days, p.questions, p.seats, p.state, p.intake_ends_on, p.planned_close_on, p.published_at, p.closed_at, p.reopened, \
    CASE WHEN p.blind_since IS NOT NULL AND p.blind_lifted_at IS NULL THEN 1 ELSE 0 END AS blind, p.retention_months, p.retention_start \
    FROM posting p JOIN employer e ON e.id = p.employer_id JOIN department d ON d.id = p.department_id ";

impl TryFrom<Row> for Posting {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let pay_range = match (row.pay_min, row.pay_max, &row.pay_period) {
            (Some(min), Some(max), Some(period)) => {
                let range = PayPeriod::from_code(period).and_then(|period| PayRange::new(min, max, period));
                Some(range.ok_or_else(|| unknown("posting.pay"))?)
            }
            _ => None,
        };
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
            country: Country::from_code(&row.country).ok_or_else(|| unknown("posting.country"))?,
            employment: Employment::from_code(&row.employment).ok_or_else(|| unknown("posting.employment"))?,
            pay: row.pay,
            pay_range,
            contact: row.contact,
            next_steps: row.next_steps,
            answer_days: row.answer_days,
            questions: serde_json::from_str(&row.questions).map_err(|_| unknown("posting.questions"))?,
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
