//! What waits for a person when they come to the desk.

use std::collections::HashMap;

use jiff::{Span, Timestamp, civil::Date};
use rules::{
    access::{Action, Actor, Role, Staff, Subject},
    hold::Review,
    id::{EmployerId, PostingId},
    posting::{Reminder, forgotten_since, reminder},
    retention::{local_date, midnight},
};
use sqlx::AssertSqlSafe;

use crate::{
    Error, Office, Result,
    breach::BreachLine,
    exclude::{not_kept_from, shown_to},
    facts::audience_of,
    list::{Among, Filter, Line},
    log::Certificate,
    store::{at, ms, placeholders, unknown},
    sweep::DUE,
    unusual::Unusual,
};

/// How many days ahead a person is told of a date.
pub const AHEAD: i64 = 30;

/// What waits; a part is absent for a person whose roles do not include it.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// For HR.
    pub hr: Option<ForHr>,
    /// For those to whom applications are released: what they have not commented on yet, the soonest end first.
    pub released: Option<Vec<Released>>,
    /// For a body: the severely disabled applicants of whom the house told it, the newest first.
    pub told: Vec<Released>,
    /// For the privacy officer.
    pub privacy: Option<ForPrivacy>,
}

/// What waits for HR: counts only.
#[derive(Clone, Debug)]
pub struct ForHr {
    /// Undecided applications nobody has moved on yet.
    pub received: i64,
    /// Applications without an outcome whose procedure is not closed.
    pub undecided: i64,
    /// Hired applicants without a handover.
    pub hired: i64,
    /// Applications that go within [`AHEAD`] days.
    pub erasures: i64,
    /// Applications whose date is past.
    pub overdue: i64,
    /// Procedures with applications that close by themselves within [`AHEAD`] days, the soonest first.
    pub closing: Vec<ClosingSoon>,
    /// Claims whose day of review is past.
    pub claims: i64,
    /// Restricted applications that go soon and whose applicants were not told so.
    pub announcements: i64,
    /// Requests that wait for an answer, and the first day on which one is due.
    pub requests: (i64, Option<Date>),
}

/// A procedure that closes by itself soon.
#[derive(Clone, Debug)]
pub struct ClosingSoon {
    /// The posting.
    pub posting: PostingId,
    /// Its title.
    pub title: String,
    /// The day.
    pub closes_on: Date,
    /// Whether people are reminded of it by now.
    pub reminder: Option<Reminder>,
    /// How many of its applications have no outcome.
    pub undecided: i64,
}

/// A procedure that is under way and in which nothing has happened for three months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// Its title.
    pub title: String,
    /// The day on which something happened last.
    pub since: Date,
    /// How many applications wait in it.
    pub applications: i64,
}

/// An application that was released to a person.
#[derive(Clone, Debug)]
pub struct Released {
    /// The row of the list.
    pub line: Line,
    /// When the release ends.
    pub until: Timestamp,
    /// When it was made.
    pub since: Timestamp,
}

/// What waits for the privacy officer.
#[derive(Clone, Debug)]
pub struct ForPrivacy {
    /// Applications that go within [`AHEAD`] days.
    pub erasures: i64,
    /// Applications whose date is past.
    pub overdue: i64,
    /// Procedures that seem forgotten, the longest first.
    pub forgotten: Vec<Forgotten>,
    /// Claims whose review nobody made although HR was told.
    pub claims: i64,
    /// Restricted applications that go soon and whose applicants were not told so.
    pub announcements: i64,
    /// Requests that wait for an answer, and the first day on which one is due.
    pub requests: (i64, Option<Date>),
    /// The newest certificates.
    pub certificates: Vec<Certificate>,
    /// Breaches of which the authority was not told yet, the most urgent first.
    pub breaches: Vec<BreachLine>,
    /// Whoever read unusually much lately.
    pub unusual: Vec<Unusual>,
}

impl Office {
    /// What waits for the person. Whoever may enter the desk may call this; names are read, and journalled, only for the released.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn waiting(&self, actor: &Actor) -> Result<Waiting> {
        let staff = self.allow(actor, Action::EnterDesk, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(rules::access::Denied::Role))?;
        let is_hr = staff.is(Role::Hr, employer);
        let may_read = self.allow(actor, Action::ListApplications, Subject::House).is_ok();
        Ok(Waiting {
            hr: if is_hr { Some(self.waiting_for_hr(actor, staff, employer).await?) } else { None },
            released: if may_read && !is_hr { Some(self.to_comment(actor, staff).await?) } else { None },
            told: if staff.memberships.iter().any(|membership| membership.role.is_body()) && !is_hr {
                self.released(actor, staff, Among::Told).await?
            } else {
                Vec::new()
            },
            privacy: if staff.is(Role::Privacy, employer) {
                Some(self.waiting_for_privacy(actor, staff, employer).await?)
            } else {
                None
            },
        })
    }

    async fn waiting_for_hr(&self, actor: &Actor, staff: &Staff, employer: &EmployerId) -> Result<ForHr> {
        // What no list shows is no part of a count either.
        let sql = format!(
            "SELECT COUNT(CASE WHEN a.outcome IS NULL AND a.stage = 'received' AND a.closed_at IS NULL THEN 1 END), \
             COUNT(CASE WHEN a.outcome IS NULL AND a.closed_at IS NULL THEN 1 END), \
             COUNT(CASE WHEN a.outcome = 'hired' AND h.application_id IS NULL THEN 1 END) \
             FROM posting p JOIN application a ON a.posting_id = p.id LEFT JOIN handover h ON h.application_id = a.id \
             WHERE p.employer_id = $1 AND a.life = 'live' AND (a.outcome IS NULL OR a.outcome = 'hired') AND {}",
            shown_to("$2")
        );
        let (received, undecided, hired): (i64, i64, i64) = sqlx::query_as(AssertSqlSafe(sql))
            .bind(employer.as_str())
            .bind(staff.account.as_str())
            .fetch_one(self.records.read())
            .await?;
        let sql = format!(
            "SELECT p.id, p.title, p.planned_close_on, COUNT(CASE WHEN a.outcome IS NULL THEN 1 END) FROM posting p \
             JOIN application a ON a.posting_id = p.id WHERE p.employer_id = $1 AND p.state IN ('open', 'intake_closed') \
             AND p.planned_close_on <= $2 AND a.closed_at IS NULL AND a.life = 'live' AND {} \
             GROUP BY p.id, p.title, p.planned_close_on ORDER BY p.planned_close_on, p.title, p.id",
            shown_to("$3")
        );
        let rows: Vec<(String, String, String, i64)> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(employer.as_str())
            .bind(self.last_day_ahead().to_string())
            .bind(staff.account.as_str())
            .fetch_all(self.records.read())
            .await?;
        let closing = rows
            .into_iter()
            .map(|(posting, title, closes_on, undecided)| {
                let closes_on = closes_on.parse().map_err(|_| unknown("posting.planned_close_on"))?;
                Ok(ClosingSoon {
                    posting: PostingId::parse(&posting).ok_or_else(|| unknown("posting.id"))?,
                    title,
                    closes_on,
                    reminder: reminder(closes_on, self.today()),
                    undecided,
                })
            })
            .collect::<Result<_>>()?;
        let (overdue, erasures) = self.due_counts(staff, employer).await?;
        let claims = self.claims(actor).await?.iter().filter(|claim| claim.review >= Review::Missed).count() as i64;
        let announcements = self.unannounced(actor).await?;
        let requests = self.waiting_requests(staff, employer).await?;
        Ok(ForHr { received, undecided, hired, erasures, overdue, closing, claims, announcements, requests })
    }

    async fn unannounced(&self, actor: &Actor) -> Result<i64> {
        Ok(self.announcements(actor).await?.iter().filter(|announcement| announcement.told_on.is_none()).count() as i64)
    }

    async fn waiting_for_privacy(&self, actor: &Actor, staff: &Staff, employer: &EmployerId) -> Result<ForPrivacy> {
        let (overdue, erasures) = self.due_counts(staff, employer).await?;
        let claims = self.claims(actor).await?.iter().filter(|claim| claim.review == Review::Escalated).count() as i64;
        let forgotten = self.forgotten(employer).await?;
        let announcements = self.unannounced(actor).await?;
        let certificates = self.certificates(actor, 5).await?;
        let (breaches, unusual) = (self.unreported(employer).await?, self.unusual(employer).await?);
        let requests = self.waiting_requests(staff, employer).await?;
        Ok(ForPrivacy { erasures, overdue, forgotten, claims, announcements, requests, certificates, breaches, unusual })
    }

    /// Procedures under way with applications in which nothing has happened for three months: nothing came in, no act stands in a history
    /// (that a mail left is none), and nobody wrote a note.
    async fn forgotten(&self, employer: &EmployerId) -> Result<Vec<Forgotten>> {
        type Row = (String, i64, Option<i64>, Option<i64>, i64);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT p.title, MAX(a.received_at), \
             MAX((SELECT MAX(h.at) FROM history h WHERE h.application_id = a.id AND h.what NOT LIKE 'mail%')), \
             MAX((SELECT MAX(n.created_at) FROM note n WHERE n.application_id = a.id)), COUNT(*) \
             FROM posting p JOIN application a ON a.posting_id = p.id \
             WHERE p.employer_id = $1 AND p.state IN ('open', 'intake_closed') AND a.closed_at IS NULL AND a.life = 'live' \
             GROUP BY p.id, p.title",
        )
        .bind(employer.as_str())
        .fetch_all(self.records.read())
        .await?;
        let limit = forgotten_since(self.today());
        let mut forgotten: Vec<Forgotten> = rows
            .into_iter()
            .map(|(title, received, acted, noted, applications)| {
                let last = received.max(acted.unwrap_or_default()).max(noted.unwrap_or_default());
                Forgotten { title, since: local_date(at(last), &self.settings.zone), applications }
            })
            .filter(|forgotten| forgotten.since <= limit)
            .collect();
        forgotten.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.title.cmp(&b.title)));
        Ok(forgotten)
    }

    /// The newest page of what is released to the person, of those `among`.
    async fn released(&self, actor: &Actor, staff: &Staff, among: Among) -> Result<Vec<Released>> {
        let lines = self.list_applications(actor, &Filter { among, ..Filter::default() }).await?.lines;
        if lines.is_empty() {
            return Ok(Vec::new());
        }
        let made = if among == Among::Told { "IS NOT NULL" } else { "IS NULL" };
        let sql = format!(
            "SELECT r.application_id, r.audience_kind, r.audience_id, r.until_at, r.created_at FROM release r \
             WHERE r.revoked_at IS NULL AND r.until_at > $1 AND r.told_at {made} AND r.application_id IN ({})",
            placeholders(2, lines.len())
        );
        let query = sqlx::query_as::<_, (String, String, String, i64, i64)>(AssertSqlSafe(sql)).bind(ms(self.now()));
        let rows = lines.iter().fold(query, |query, line| query.bind(line.id.as_str())).fetch_all(self.records.read()).await?;
        let mut ends: HashMap<String, (i64, i64)> = HashMap::new();
        for (application, kind, audience, until, since) in rows {
            if staff.employer().is_some_and(|employer| audience_of(&kind, &audience).is_ok_and(|a| staff.hears(&a, employer))) {
                let (end, begin) = ends.entry(application).or_insert((until, since));
                (*end, *begin) = (until.max(*end), since.min(*begin));
            }
        }
        Ok(lines
            .into_iter()
            .filter_map(|line| {
                let &(until, since) = ends.get(line.id.as_str())?;
                Some(Released { until: at(until), since: at(since), line })
            })
            .collect())
    }

    /// What HR released to the person and they have not commented on, the soonest end first.
    async fn to_comment(&self, actor: &Actor, staff: &Staff) -> Result<Vec<Released>> {
        let mut released = self.released(actor, staff, Among::ToComment).await?;
        released.sort_by_key(|released| released.until);
        Ok(released)
    }

    /// How many applications are past their date with nothing against it, and how many go within [`AHEAD`] days.
    async fn due_counts(&self, staff: &Staff, employer: &EmployerId) -> Result<(i64, i64)> {
        let ahead = midnight(self.last_day_ahead(), &self.settings.zone);
        let sql = format!(
            "SELECT COUNT(CASE WHEN a.life = 'erasing' OR ({DUE}) THEN 1 END), COUNT(CASE WHEN a.due_at > $1 THEN 1 END) \
             FROM application a WHERE a.life IN ('live', 'erasing') AND a.due_at <= $2 AND a.employer_id = $3 \
             AND {}",
            not_kept_from("$4")
        );
        let query = sqlx::query_as(AssertSqlSafe(sql))
            .bind(ms(self.now()))
            .bind(ms(ahead))
            .bind(employer.as_str())
            .bind(staff.account.as_str());
        Ok(query.fetch_one(self.records.read()).await?)
    }

    fn last_day_ahead(&self) -> Date {
        self.today().saturating_add(Span::new().days(AHEAD))
    }
}
