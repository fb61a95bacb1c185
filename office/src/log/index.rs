//! Where an entry of the journal is found again: who, what sort of act, when, and each record it names. The sequencer writes it down after
//! the leaves, from the first leaf that was not looked at yet; so older leaves are caught up with, and whatever a restore added.

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
                note(&mut tx, idx, &employer, at, entry).await?;
            }
        }
        sqlx::query("INSERT INTO indexed (one, size) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET size = excluded.size")
            .bind(indexed)
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }
}

async fn note(tx: &mut AnyConnection, idx: i64, employer: &str, at: i64, entry: Entry) -> Result<()> {
    sqlx::query("INSERT INTO act (idx, employer_id, actor, what, sort, at) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(idx)
        .bind(employer)
        .bind(actor(&entry.by))
        .bind(&entry.what)
        .bind(sort(&entry).code())
        .bind(at)
        .execute(&mut *tx)
        .await?;
    let mut subjects = entry.subjects;
    subjects.retain(|subject| !subject.is_empty());
    subjects.sort_unstable();
    subjects.dedup();
    for subjects in subjects.chunks(ROWS) {
        let rows: Vec<String> = (0..subjects.len()).map(|n| format!("(${}, $1)", n + 2)).collect();
        let sql = format!("INSERT INTO touch (subject, idx) VALUES {}", rows.join(", "));
        let query = sqlx::query(AssertSqlSafe(sql)).bind(idx);
        subjects.iter().fold(query, |query, subject| query.bind(subject)).execute(&mut *tx).await?;
    }
    Ok(())
}

/// Who it was, in one column.
pub(super) fn actor(by: &By) -> &str {
    match by {
        By::Account(account) => account,
        By::Applicant => "applicant",
        By::Stranger => "stranger",
        By::House => "house",
    }
}

/// What sort of act an entry is. What no case names changed something.
pub(super) fn sort(entry: &Entry) -> Sort {
    let code = entry.detail.split(' ').next().unwrap_or_default();
    if entry.is_refusal() {
        return Sort::Refusals;
    }
    match (Action::from_code(&entry.what), code) {
        (Some(Action::SignIn | Action::SignOut), _) => Sort::SignIns,
        (Some(Action::ReadSection), _)
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
        ) if !code.starts_with("deputy") => Sort::Lists,
        (Some(Action::ReadApplication | Action::ReadNotes | Action::ReadComments | Action::ReadEmployees), _)
        | (Some(Action::HandOver), "manifest")
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
