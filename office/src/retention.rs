//! The plan: what goes when, and why.

use jiff::{Timestamp, civil::Date};
use rules::{
    access::{Action, Actor, Subject},
    id::PostingId,
    kept::KeptClass,
    posting::{CloseKind, State},
    retention::{Due, Months, due_after, local_date},
};

use sqlx::AssertSqlSafe;

use crate::{
    Error, Office, Result,
    exclude::not_kept_from,
    hold::Claim,
    log::Certificate,
    restrict::Announcement,
    store::{at, ms, unknown},
    sweep::{DUE, STAYS},
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
    /// Whether that is counted from the receipt of their rejections, and not from the close.
    pub by_receipt: bool,
    /// How many they are.
    pub count: i64,
    /// Of these, those that stay although their date comes: kept for a claim, or restricted under Art. 18(1)(b) or (c) GDPR.
    pub kept: i64,
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
    /// What is kept beside procedures: how many of each class, and when the first of them goes.
    pub kept: Vec<(KeptClass, i64, Due)>,
    /// The claims that stop the clock, the nearest review first.
    pub claims: Vec<Claim>,
    /// The restricted applications whose applicants are to be told before they go.
    pub announcements: Vec<Announcement>,
    /// The newest certificates.
    pub certificates: Vec<Certificate>,
    /// Today, where the employer is.
    pub today: Date,
    /// The instant of the plan.
    pub now: Timestamp,
}

/// Applications of one posting that the next pass erases, for the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Going {
    /// The posting.
    pub posting: PostingId,
    /// The day its procedure ended, or is planned to end.
    pub from: Date,
    /// Whether that is still a plan.
    pub planned: bool,
    /// Their last day.
    pub last_day: Date,
    /// How many they are.
    pub count: i64,
}

impl Office {
    /// What the next pass erases, the soonest first. The command line calls this; it names postings by identifier, and nobody.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn going(&self) -> Result<Vec<Going>> {
        let sql = format!(
            "SELECT a.posting_id, a.closed_at, p.planned_close_on, a.due_at, COUNT(*) FROM application a \
             JOIN posting p ON p.id = a.posting_id WHERE {DUE} \
             GROUP BY a.posting_id, a.closed_at, p.planned_close_on, a.due_at ORDER BY a.due_at, a.posting_id"
        );
        let rows: Vec<(String, Option<i64>, String, i64, i64)> =
            sqlx::query_as(AssertSqlSafe(sql)).bind(ms(self.now())).fetch_all(self.records.read()).await?;
        let going = |(posting, closed_at, planned, due_at, count): (String, Option<i64>, String, i64, i64)| {
            let planned: Date = planned.parse().map_err(|_| unknown("posting.planned_close_on"))?;
            Ok(Going {
                posting: PostingId::parse(&posting).ok_or_else(|| unknown("posting.id"))?,
                from: closed_at.map_or(planned, |closed| local_date(at(closed), &self.settings.zone)),
                planned: closed_at.is_none(),
                last_day: self.due_at(due_at).last_day,
                count,
            })
        };
        rows.into_iter().map(going).collect()
    }

    /// The plan for the person's employer. HR and the privacy officer may call this; it holds counts and dates only.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn plan(&self, actor: &Actor) -> Result<Plan> {
        let staff = self.allow(actor, Action::ReadPlan, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(rules::access::Denied::Role))?;
        type Row = (String, String, String, Option<i64>, Option<String>, String, i64, i64, i64, i64);
        let sql = format!(
            "SELECT p.id, p.title, p.state, g.closed_at, p.close_kind, p.planned_close_on, p.retention_months, g.due_at, g.applications, g.kept \
             FROM (SELECT a.posting_id, a.closed_at, a.due_at, COUNT(*) AS applications, COUNT(CASE WHEN {STAYS} THEN 1 END) AS kept \
             FROM application a WHERE a.employer_id = $1 AND {} GROUP BY a.posting_id, a.closed_at, a.due_at) g \
             JOIN posting p ON p.id = g.posting_id ORDER BY g.due_at, p.title, p.id",
            not_kept_from("$2")
        );
        let query = sqlx::query_as(AssertSqlSafe(sql)).bind(employer.as_str()).bind(staff.account.as_str());
        let rows: Vec<Row> = query.fetch_all(self.records.read()).await?;
        let (now, today, zone) = (self.now(), self.today(), &self.settings.zone);
        let groups = rows
            .into_iter()
            .map(|(posting, title, state, closed_at, close_kind, planned, months, due_at, count, kept)| {
                let planned_close_on: Date = planned.parse().map_err(|_| unknown("posting.planned_close_on"))?;
                let closes_on = closed_at.map_or(planned_close_on, |closed| local_date(at(closed), zone));
                let months = Months::new(months).ok_or_else(|| unknown("posting.retention_months"))?;
                Ok(Group {
                    by_receipt: ms(due_after(closes_on, months, zone).erased_from) > due_at,
                    posting: PostingId::parse(&posting).ok_or_else(|| unknown("posting.id"))?,
                    title,
                    state: State::from_code(&state).ok_or_else(|| unknown("posting.state"))?,
                    closed_on: closed_at.map(|closed| local_date(at(closed), zone)),
                    close_kind: close_kind.as_deref().and_then(CloseKind::from_code),
                    planned_close_on,
                    due: self.due_at(due_at),
                    count,
                    kept,
                    overdue: due_at <= ms(now) && kept < count,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let kept: Vec<(String, i64, i64)> =
            sqlx::query_as("SELECT class, COUNT(*), MIN(due_at) FROM kept WHERE employer_id = $1 GROUP BY class")
                .bind(employer.as_str())
                .fetch_all(self.records.read())
                .await?;
        let mut kept: Vec<(KeptClass, i64, Due)> = kept
            .into_iter()
            .map(|(class, count, first)| {
                Ok((KeptClass::from_code(&class).ok_or_else(|| unknown("kept.class"))?, count, self.due_at(first)))
            })
            .collect::<Result<_>>()?;
        kept.sort_unstable_by_key(|(class, ..)| *class);
        let months = (0..12).map(|n| today.first_of_month().saturating_add(jiff::Span::new().months(n))).collect();
        let certificates = self.certificates(actor, 20).await?;
        let claims = self.claims(actor).await?;
        let announcements = self.announcements(actor).await?;
        Ok(Plan { groups, months, kept, claims, announcements, certificates, today, now })
    }
}
