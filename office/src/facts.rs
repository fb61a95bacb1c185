//! Loads what the one decision needs to know of an application.

use std::collections::HashMap;

use jiff::Timestamp;
use rules::{
    access::{Application, Audience, Release, Role},
    application::{Life, Outcome, Section},
    id::{AccountId, ApplicationId, DepartmentId, EmployerId},
    posting::{Closing, State},
};
use sqlx::{AnyConnection, AssertSqlSafe, FromRow};

use crate::{
    Error, Result,
    careers::Posting,
    store::{at, placeholders, unknown},
};

/// The operational columns of one application.
#[derive(FromRow)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) posting_id: String,
    pub(crate) employer_id: String,
    pub(crate) rk_id: String,
    pub(crate) stage: String,
    pub(crate) outcome: Option<String>,
    pub(crate) outcome_at: Option<i64>,
    pub(crate) outcome_version: i64,
    pub(crate) received_at: i64,
    pub(crate) due_at: i64,
    pub(crate) life: String,
    pub(crate) certificate_no: String,
    pub(crate) closed_at: Option<i64>,
    /// Of the procedure as it is for this application: one that was reopened for others stays closed.
    pub(crate) procedure_state: String,
    pub(crate) handed_over_at: Option<i64>,
    pub(crate) restrictions: i64,
    /// 1 while its posting is reviewed blind.
    pub(crate) blind: i64,
}

/// Selects a [`Row`]; the caller appends its condition. `a` is the application, `p` its posting.
pub(crate) const SELECT: &str = "SELECT a.id, a.posting_id, a.employer_id, a.rk_id, a.stage, a.outcome, a.outcome_at, \
    a.outcome_version, a.received_at, a.due_at, a.life, a.certificate_no, a.closed_at, \
    CASE WHEN a.closed_at IS NULL THEN p.state ELSE 'closed' END AS procedure_state, h.at AS handed_over_at, \
    (SELECT COUNT(*) FROM restriction r WHERE r.application_id = a.id AND r.lifted_at IS NULL) AS restrictions, \
    CASE WHEN p.blind_since IS NOT NULL AND p.blind_lifted_at IS NULL THEN 1 ELSE 0 END AS blind \
    FROM application a JOIN posting p ON p.id = a.posting_id LEFT JOIN handover h ON h.application_id = a.id ";

/// An application with what the decision needs.
pub(crate) struct Facts {
    pub(crate) row: Row,
    pub(crate) application: Application,
}

impl Facts {
    pub(crate) fn stage(&self) -> Result<rules::application::Stage> {
        rules::application::Stage::from_code(&self.row.stage).ok_or_else(|| unknown("application.stage"))
    }

    pub(crate) fn outcome(&self) -> Option<Outcome> {
        self.application.outcome.map(|(outcome, _)| outcome)
    }

    /// The end of the procedure for this application.
    pub(crate) fn closing(&self, posting: &Posting) -> Closing {
        self.application.closed_at.map_or(Closing::Planned(posting.planned_close_on), Closing::Closed)
    }

    /// The application's identifier.
    pub(crate) fn id(&self) -> Result<ApplicationId> {
        ApplicationId::parse(&self.row.id).ok_or_else(|| unknown("application.id"))
    }
}

/// Loads one application, or [`Error::NotFound`].
pub(crate) async fn load(connection: &mut AnyConnection, id: &ApplicationId) -> Result<Facts> {
    let sql = format!("{SELECT} WHERE a.id = $1");
    let row: Row = sqlx::query_as(AssertSqlSafe(sql)).bind(id.as_str()).fetch_one(&mut *connection).await?;
    Ok(with_releases(connection, vec![row]).await?.remove(0))
}

/// Whoever decides, closes, converts or hands over at one posting takes a turn, until the transaction ends: on PostgreSQL each would
/// otherwise look at what another is just changing. On SQLite only one writes anyway.
pub(crate) async fn take_turn(connection: &mut AnyConnection, posting: &str) -> Result<()> {
    sqlx::query("UPDATE posting SET seats = seats WHERE id = $1").bind(posting).execute(connection).await?;
    Ok(())
}

/// The turn at the posting of an application.
pub(crate) async fn take_turn_of(connection: &mut AnyConnection, application: &ApplicationId) -> Result<()> {
    sqlx::query("UPDATE posting SET seats = seats WHERE id = (SELECT a.posting_id FROM application a WHERE a.id = $1)")
        .bind(application.as_str())
        .execute(connection)
        .await?;
    Ok(())
}

/// Adds releases, openings and exclusions to rows of applications; the order stays.
pub(crate) async fn with_releases(connection: &mut AnyConnection, rows: Vec<Row>) -> Result<Vec<Facts>> {
    let mut releases: HashMap<String, Vec<Release>> = HashMap::new();
    for chunk in rows.chunks(500) {
        let sql = format!(
            "SELECT application_id, audience_kind, audience_id, sections, created_at, until_at, revoked_at FROM release WHERE application_id IN ({}) \
             ORDER BY created_at, id",
            placeholders(1, chunk.len())
        );
        let query = chunk
            .iter()
            .fold(sqlx::query_as::<_, (String, String, String, String, i64, i64, Option<i64>)>(AssertSqlSafe(sql)), |q, row| {
                q.bind(&row.id)
            });
        for (id, kind, audience, sections, since, until, revoked) in query.fetch_all(&mut *connection).await? {
            releases.entry(id).or_default().push(Release {
                audience: audience_of(&kind, &audience)?,
                sections: sections_of(&sections),
                since: at(since),
                until: at(until),
                revoked_at: revoked.map(at),
            });
        }
    }
    let mut excluded: HashMap<String, Vec<AccountId>> = HashMap::new();
    for chunk in rows.chunks(500) {
        let sql = format!(
            "SELECT application_id, account_id FROM exclusion WHERE lifted_at IS NULL AND application_id IN ({})",
            placeholders(1, chunk.len())
        );
        let query = chunk.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, row| query.bind(&row.id));
        let found: Vec<(String, String)> = query.fetch_all(&mut *connection).await?;
        for (id, account) in found {
            let account = AccountId::parse(&account).ok_or_else(|| unknown("exclusion.account_id"))?;
            excluded.entry(id).or_default().push(account);
        }
    }
    let closed: Vec<&Row> = rows.iter().filter(|row| row.closed_at.is_some() || row.restrictions > 0).collect();
    let mut openings: HashMap<String, Vec<(AccountId, Timestamp)>> = HashMap::new();
    for chunk in closed.chunks(500) {
        let sql = format!(
            "SELECT application_id, account_id, until_at FROM opening WHERE application_id IN ({})",
            placeholders(1, chunk.len())
        );
        let query = chunk.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, row| query.bind(&row.id));
        let found: Vec<(String, String, i64)> = query.fetch_all(&mut *connection).await?;
        for (id, account, until) in found {
            let account = AccountId::parse(&account).ok_or_else(|| unknown("opening.account_id"))?;
            openings.entry(id).or_default().push((account, at(until)));
        }
    }
    rows.into_iter()
        .map(|row| {
            let outcome = row
                .outcome
                .as_deref()
                .map(|code| Outcome::from_code(code).ok_or_else(|| unknown("application.outcome")))
                .transpose()?;
            let application = Application {
                employer: EmployerId::parse(&row.employer_id).ok_or_else(|| unknown("application.employer_id"))?,
                posting: State::from_code(&row.procedure_state).ok_or_else(|| unknown("posting.state"))?,
                closed_at: row.closed_at.map(at),
                outcome: outcome.map(|outcome| (outcome, row.outcome_at.map_or(Timestamp::MIN, at))),
                life: Life::from_code(&row.life).ok_or_else(|| unknown("application.life"))?,
                handed_over: row.handed_over_at.is_some(),
                restricted: row.restrictions > 0,
                openings: openings.remove(&row.id).unwrap_or_default(),
                releases: releases.remove(&row.id).unwrap_or_default(),
                excluded: excluded.remove(&row.id).unwrap_or_default(),
                blind: row.blind == 1,
            };
            Ok(Facts { row, application })
        })
        .collect()
}

/// The two columns of an audience.
pub(crate) fn audience_columns(audience: &Audience) -> (&'static str, &str) {
    match audience {
        Audience::Department(id) => ("department", id.as_str()),
        Audience::Person(id) => ("person", id.as_str()),
        Audience::Body(role) => ("body", role.code()),
    }
}

pub(crate) fn audience_of(kind: &str, id: &str) -> Result<Audience, Error> {
    let audience = match kind {
        "department" => DepartmentId::parse(id).map(Audience::Department),
        "person" => AccountId::parse(id).map(Audience::Person),
        "body" => Role::from_code(id).map(Audience::Body),
        _ => None,
    };
    audience.ok_or_else(|| unknown("release.audience"))
}

/// Sections in one column, separated by blanks.
pub(crate) fn sections_of(column: &str) -> Vec<Section> {
    column.split_whitespace().filter_map(Section::from_code).collect()
}

/// The column for sections.
pub(crate) fn sections_column(sections: &[Section]) -> String {
    sections.iter().map(|section| section.code()).collect::<Vec<_>>().join(" ")
}
