//! The plan: what goes when, and why.

use jiff::{Timestamp, civil::Date};
use rules::{
    access::{Action, Actor, Subject},
    id::PostingId,
    posting::{CloseKind, State},
    retention::{Due, local_date},
};

use crate::{
    Error, Office, Result,
    log::Certificate,
    store::{at, ms, unknown},
};

/// Applications of one posting that go on the same day.
#[derive(Clone, Debug)]
pub struct Group {
    /// The posting.
    pub posting: PostingId,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// The day its procedure ended.
    pub closed_on: Option<Date>,
    /// How it ended.
    pub close_kind: Option<CloseKind>,
    /// The day on which it closes by itself.
    pub planned_close_on: Date,
    /// When they go.
    pub due: Due,
    /// How many they are.
    pub count: i64,
    /// Whether their date is past.
    pub overdue: bool,
}

/// The plan.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What goes when, the soonest first.
    pub groups: Vec<Group>,
    /// The first days of the twelve months from this one on.
    pub months: Vec<Date>,
    /// The newest certificates.
    pub certificates: Vec<Certificate>,
    /// Today, where the employer is.
    pub today: Date,
    /// The instant of the plan.
    pub now: Timestamp,
}

impl Office {
    /// The plan for the person's employer. HR and the privacy officer may call this; it holds counts and dates only.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn plan(&self, actor: &Actor) -> Result<Plan> {
        let staff = self.allow(actor, Action::ReadPlan, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(rules::access::Denied::Role))?;
        type Row = (String, String, String, Option<i64>, Option<String>, String, i64, i64);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT p.id, p.title, p.state, p.closed_at, p.close_kind, p.planned_close_on, g.due_at, g.applications \
             FROM (SELECT posting_id, due_at, COUNT(*) AS applications FROM application WHERE employer_id = $1 \
             GROUP BY posting_id, due_at) g JOIN posting p ON p.id = g.posting_id ORDER BY g.due_at, p.title, p.id",
        )
        .bind(employer.as_str())
        .fetch_all(self.records.read())
        .await?;
        let (now, today, zone) = (self.now(), self.today(), &self.settings.zone);
        let groups = rows
            .into_iter()
            .map(|(posting, title, state, closed_at, close_kind, planned, due_at, count)| {
                Ok(Group {
                    posting: PostingId::parse(&posting).ok_or_else(|| unknown("posting.id"))?,
                    title,
                    state: State::from_code(&state).ok_or_else(|| unknown("posting.state"))?,
                    closed_on: closed_at.map(|closed| local_date(at(closed), zone)),
                    close_kind: close_kind.as_deref().and_then(CloseKind::from_code),
                    planned_close_on: planned.parse().map_err(|_| unknown("posting.planned_close_on"))?,
                    due: self.due_at(due_at),
                    count,
                    overdue: due_at <= ms(now),
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let months = (0..12).map(|n| today.first_of_month().saturating_add(jiff::Span::new().months(n))).collect();
        let certificates = self.certificates(actor, 20).await?;
        Ok(Plan { groups, months, certificates, today, now })
    }
}
