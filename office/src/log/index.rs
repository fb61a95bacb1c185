//! Where an entry of the journal is found again: who, what sort of act, when, and each record it names. The sequencer writes it down after
//! the leaves, from the first leaf that was not looked at yet; so older leaves are caught up with, and whatever a restore added.

use std::collections::{BTreeMap, BTreeSet};

use rules::{access::Action, journal::Sort};
use sqlx::{AnyConnection, AssertSqlSafe};

use super::sequencer::size;
use crate::{
    Office, Result,
    journal::{By, Entry},
};

/// Leaves written down in one transaction.
const BATCH: i64 = 500;
/// Batches in one go: what waits for its place in the log does not wait for all of an old log.
pub(super) const GO: usize = 40;
/// Rows in one statement.
const ROWS: usize = 200;

impl Office {
    /// How many leaves were not looked at yet.
    pub(crate) async fn unindexed(&self) -> Result<i64> {
        let (size, indexed): (i64, i64) =
            sqlx::query_as("SELECT (SELECT COALESCE(MAX(idx) + 1, 0) FROM leaf), (SELECT COALESCE(MAX(size), 0) FROM indexed)")
                .fetch_one(self.log.read())
                .await?;
        Ok((size - indexed).max(0))
    }

    /// Writes down one batch.
    pub(super) async fn index(&self) -> Result<()> {
        let mut tx = self.log.write().await?;
        // Before the leaves: one that comes in between is for the next batch.
        let to = size(&mut tx).await?;
        let from: i64 = sqlx::query_scalar("SELECT COALESCE(MAX(size), 0) FROM indexed").fetch_one(&mut *tx).await?;
        let leaves: Vec<(i64, String, i64, String)> = sqlx::query_as(
            "SELECT idx, employer_id, at, body FROM leaf WHERE kind = 'journal' AND idx >= $1 AND idx < $2 ORDER BY idx LIMIT $3",
        )
        .bind(from)
        .bind(to)
        .bind(BATCH)
        .fetch_all(&mut *tx)
        .await?;
        let indexed = match leaves.last() {
            Some((last, ..)) if leaves.len() as i64 == BATCH => last + 1,
            _ => to,
        };
        for (idx, employer, at, body) in leaves {
            // What cannot be read is no reason to find nothing that came after it; `audit verify` names it.
            if let Ok(entry) = serde_json::from_str::<Entry>(&body) {
                note(&mut tx, idx, &employer, at, &entry).await?;
            }
        }
        sqlx::query("INSERT INTO indexed (one, size) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET size = excluded.size")
            .bind(indexed)
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }

    /// The leaves that are not written down as they would be now, or are without being there, by their index.
    pub(crate) async fn misplaced(&self) -> Result<BTreeSet<i64>> {
        let mut tx = self.log.snapshot().await?;
        let (leaves, indexed): (i64, i64) =
            sqlx::query_as("SELECT (SELECT COALESCE(MAX(idx) + 1, 0) FROM leaf), (SELECT COALESCE(MAX(size), 0) FROM indexed)")
                .fetch_one(&mut *tx)
                .await?;
        let mut misplaced: BTreeSet<i64> = (indexed > leaves).then_some(leaves).into_iter().collect();
        let size = indexed.min(leaves);
        let beyond: Vec<i64> = sqlx::query_scalar(
            "SELECT idx FROM act WHERE idx >= $1 OR idx < 0 UNION SELECT idx FROM touch WHERE idx >= $1 OR idx < 0",
        )
        .bind(size)
        .fetch_all(&mut *tx)
        .await?;
        misplaced.extend(beyond);
        let mut from = 0;
        while from < size {
            let to = size.min(from + BATCH);
            let (ought, is) = (ought(&mut tx, from, to).await?, is(&mut tx, from, to).await?);
            let differs = |idx: &i64| ought.get(idx) != is.get(idx);
            misplaced.extend((from..to).filter(differs));
            from = to;
        }
        Ok(misplaced)
    }

    /// Writes everything down anew. What this leaves undone when it is cut short, the sequencer does.
    pub(crate) async fn index_anew(&self) -> Result<()> {
        let mut tx = self.log.write().await?;
        for delete in ["DELETE FROM touch", "DELETE FROM act", "DELETE FROM indexed"] {
            sqlx::query(delete).execute(&mut *tx).await?;
        }
        tx.commit().await?;
        while self.unindexed().await? > 0 {
            self.index().await?;
        }
        Ok(())
    }
}

/// What is written down of one leaf.
#[derive(Default, PartialEq, Eq)]
struct Noted {
    act: Option<Act>,
    touched: BTreeSet<String>,
}

/// What the leaves `from..to` ask for.
async fn ought(tx: &mut AnyConnection, from: i64, to: i64) -> Result<BTreeMap<i64, Noted>> {
    let leaves: Vec<(i64, String, i64, String)> =
        sqlx::query_as("SELECT idx, employer_id, at, body FROM leaf WHERE kind = 'journal' AND idx >= $1 AND idx < $2")
            .bind(from)
            .bind(to)
            .fetch_all(tx)
            .await?;
    let noted = leaves.into_iter().filter_map(|(idx, employer, at, body)| {
        let entry: Entry = serde_json::from_str(&body).ok()?;
        Some((idx, Noted { act: Some(act(&employer, at, &entry)), touched: touched(&entry) }))
    });
    Ok(noted.collect())
}

/// What is written down of the leaves `from..to`.
async fn is(tx: &mut AnyConnection, from: i64, to: i64) -> Result<BTreeMap<i64, Noted>> {
    type Columns = (i64, String, String, String, String, i64);
    let acts: Vec<Columns> =
        sqlx::query_as("SELECT idx, employer_id, actor, what, sort, at FROM act WHERE idx >= $1 AND idx < $2")
            .bind(from)
            .bind(to)
            .fetch_all(&mut *tx)
            .await?;
    let touches: Vec<(i64, String)> =
        sqlx::query_as("SELECT idx, subject FROM touch WHERE idx >= $1 AND idx < $2").bind(from).bind(to).fetch_all(tx).await?;
    let mut noted: BTreeMap<i64, Noted> = BTreeMap::new();
    for (idx, employer, actor, what, sort, at) in acts {
        noted.entry(idx).or_default().act = Some((employer, actor, what, sort, at));
    }
    for (idx, subject) in touches {
        noted.entry(idx).or_default().touched.insert(subject);
    }
    Ok(noted)
}

/// An act as it is written down: of which employer, by whom, what, of which sort, when.
type Act = (String, String, String, String, i64);

fn act(employer: &str, at: i64, entry: &Entry) -> Act {
    (employer.to_owned(), actor(&entry.by).to_owned(), entry.what.clone(), sort(entry).code().to_owned(), at)
}

/// The records that an entry names, each once.
fn touched(entry: &Entry) -> BTreeSet<String> {
    entry.subjects.iter().filter(|subject| !subject.is_empty()).cloned().collect()
}

async fn note(tx: &mut AnyConnection, idx: i64, employer: &str, at: i64, entry: &Entry) -> Result<()> {
    let (employer, actor, what, sort, at) = act(employer, at, entry);
    sqlx::query("INSERT INTO act (idx, employer_id, actor, what, sort, at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(idx)
        .bind(employer)
        .bind(actor)
        .bind(what)
        .bind(sort)
        .bind(at)
        .execute(&mut *tx)
        .await?;
    let subjects: Vec<String> = touched(entry).into_iter().collect();
    for subjects in subjects.chunks(ROWS) {
        let rows: Vec<String> = (0..subjects.len()).map(|n| format!("(${}, $1)", n + 2)).collect();
        let sql = format!("INSERT INTO touch (subject, idx) VALUES {}", rows.join(", "));
        let query = sqlx::query(AssertSqlSafe(sql)).bind(idx);
        subjects.iter().fold(query, |query, subject| query.bind(subject)).execute(&mut *tx).await?;
    }
    Ok(())
}

/// Who it was, in one column.
fn actor(by: &By) -> &str {
    match by {
        By::Account(account) => account,
        By::Applicant => "applicant",
        By::Stranger => "stranger",
        By::House => "house",
    }
}

/// What sort of act an entry is. What no case names changed something.
pub(crate) fn sort(entry: &Entry) -> Sort {
    let code = entry.detail.split(' ').next().unwrap_or_default();
    if entry.is_refusal() {
        return Sort::Refusals;
    }
    match (Action::from_code(&entry.what), code) {
        (Some(Action::SignIn | Action::SignOut), _) => Sort::SignIns,
        (Some(Action::ReadSection), _)
        | (Some(Action::ReadStatus), "document")
        | (Some(Action::ReadEmployees | Action::ReadPapers | Action::RunPool), "document")
        | (Some(Action::ReadJournal), "export") => Sort::Downloads,
        (Some(Action::ReadEmployees | Action::RunPool), "list")
        | (Some(Action::ReadPapers), _)
        | (
            Some(
                Action::ListApplications
                | Action::ListPostings
                | Action::LookUp
                | Action::ReadPlan
                | Action::ReadJournal
                | Action::ReadEvidence
                | Action::ReadRequests
                | Action::ManagePeople,
            ),
            _,
        ) if !code.starts_with("deputy") && code != "read" => Sort::Lists,
        (Some(Action::ReadApplication | Action::ReadNotes | Action::ReadComments | Action::ReadEmployees), _)
        | (Some(Action::HandOver), "manifest")
        | (Some(Action::ReadStatus), "copy")
        | (Some(Action::ReadRequests), "read")
        | (Some(Action::RunPool), "read") => Sort::Openings,
        _ => Sort::Changes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_act_is_of_one_sort() {
        for (what, detail, expected) in [
            ("read_application", "contact cv", Sort::Openings),
            ("read_application", "refused ended", Sort::Refusals),
            ("manage_people", "", Sort::Lists),
            ("manage_people", "deputy_ended", Sort::Changes),
            ("read_section", "document 1", Sort::Downloads),
            ("read_employees", "", Sort::Openings),
            ("read_employees", "list", Sort::Lists),
            ("read_employees", "document cv", Sort::Downloads),
            ("read_papers", "document", Sort::Downloads),
            ("read_papers", "", Sort::Lists),
            ("run_pool", "list", Sort::Lists),
            ("run_pool", "read", Sort::Openings),
            ("run_pool", "document 1", Sort::Downloads),
            ("run_pool", "consented", Sort::Changes),
            ("hand_over", "manifest", Sort::Openings),
            ("hand_over", "first_name", Sort::Changes),
            ("look_up", "inquiry", Sort::Lists),
            ("read_journal", "9 1", Sort::Lists),
            ("read_journal", "export 9 1", Sort::Downloads),
            ("sign_in", "failed", Sort::SignIns),
            ("sign_out", "", Sort::SignIns),
            ("apply", "", Sort::Changes),
            ("of tomorrow", "", Sort::Changes),
        ] {
            let entry = Entry::by(By::House, what, "").detail(detail);
            assert_eq!(sort(&entry), expected, "{what} {detail}");
        }
    }
}
