//! What was decided since a backup: acts that the log knows and the restored records do not. They are reported, so that people can do them
//! again; and whoever may no longer see an application by them, may not by the old records either.

use std::collections::{BTreeMap, HashMap, HashSet};

use rules::access::Action;

use super::again::Again;
use crate::{
    Db, Office, Result,
    breach::BREACH,
    journal::Entry,
    standing::{self, STANDING_ENDED},
    store::unknown,
};

/// Entries of the log read at a time.
const PAGE: i64 = 1000;

/// Entries that changed nothing a backup holds.
const READS: [&str; 17] = [
    Action::ReadApplication.code(),
    Action::ReadSection.code(),
    Action::ListApplications.code(),
    Action::ReadJournal.code(),
    Action::ReadEmployees.code(),
    Action::ReadPlan.code(),
    Action::ReadRequests.code(),
    Action::ManagePeople.code(),
    Action::ConfirmClock.code(),
    Action::LookUp.code(),
    Action::ReadPapers.code(),
    Action::ReadEvidence.code(),
    Action::SignIn.code(),
    Action::SignOut.code(),
    "erase",
    "repair",
    "stop_clock",
];

/// Acts on an application after which those it was released to may go on seeing it. Any other, also one that this list does not know,
/// ends its releases: too few can be given again, too many cannot be taken back.
const HARMLESS: [&str; 9] = [
    Action::AddNote.code(),
    Action::AddComment.code(),
    Action::MoveStage.code(),
    Action::HandOver.code(),
    Action::Hold.code(),
    Action::Exclude.code(),
    Action::Recuse.code(),
    "apply",
    "quarantine",
];

/// What became of access, and what the old records do not show.
#[derive(Default)]
pub(super) struct Since {
    /// Releases that ended.
    pub(super) releases: i64,
    /// Postings that were closed again.
    pub(super) closed: Vec<String>,
    /// Applications whose outcome was set again.
    pub(super) outcomes: Vec<String>,
    /// Acts by name, with what each was done to.
    pub(super) acts: Vec<(String, Vec<String>)>,
}

#[derive(sqlx::FromRow)]
struct Leaf {
    idx: i64,
    id: String,
    at: i64,
    subject: String,
    body: String,
}

impl Office {
    /// The acts that the log has from the index `known` on, less those that wait in the records and so are shown by them. Ends releases that
    /// would give back what was taken, and closes again what was closed. `self` has the records of the backup, less those who were erased.
    pub(super) async fn acts_since(&self, known: i64) -> Result<Since> {
        let shown: Vec<String> = sqlx::query_scalar("SELECT id FROM entry_in").fetch_all(self.records.read()).await?;
        let shown: HashSet<String> = shown.into_iter().collect();
        let (mut since, mut again, mut from) = (Since::default(), Again::default(), known);
        let mut acts = Acts::new();
        loop {
            let leaves: Vec<Leaf> = sqlx::query_as(
                "SELECT idx, id, at, subject, body FROM leaf WHERE kind = 'journal' AND idx >= $1 ORDER BY idx LIMIT $2",
            )
            .bind(from)
            .bind(PAGE)
            .fetch_all(self.log.read())
            .await?;
            let Some(last) = leaves.last() else { break };
            from = last.idx + 1;
            let known = self.known(leaves.iter().map(|leaf| leaf.at)).await?;
            for leaf in leaves.into_iter().filter(|leaf| !shown.contains(&leaf.id)) {
                let entry = known.entry(serde_json::from_str(&leaf.body).map_err(|_| unknown("leaf.body"))?);
                // Who was refused something did not do it.
                if entry.is_refusal() || READS.contains(&entry.what.as_str()) || is_manifest(&entry) || reads_pool(&entry) {
                    continue;
                }
                since.releases += self.end_releases(&entry, &leaf).await?;
                if again.takes(&entry, &leaf.subject, leaf.at) {
                    continue;
                }
                if self.concerns(&entry, &leaf.subject).await? {
                    let subject = known.account(&leaf.subject).unwrap_or(&leaf.subject).to_owned();
                    acts.entry(name(&entry)).or_default().push(subject);
                }
            }
        }
        self.do_again(again, &mut since, &mut acts).await?;
        since.acts = acts
            .into_iter()
            .filter(|(_, ids)| !ids.is_empty())
            .map(|((one, many), ids)| (format!("{} {}", ids.len(), if ids.len() == 1 { one } else { many }), ids))
            .collect();
        Ok(since)
    }

    /// What stood against an erasure or a reading in the records that are to be replaced, and does not in the old ones, or the other way
    /// round: the log does not tell of it, and a person has to see to it.
    pub(super) async fn stood_against(&self, replaced: &Db) -> Result<Vec<(String, Vec<String>)>> {
        let applications: Vec<String> = sqlx::query_scalar("SELECT id FROM application").fetch_all(self.records.read()).await?;
        let applications: HashSet<String> = applications.into_iter().collect();
        let mut acts = Vec::new();
        for (what, query) in [
            ("hold", "SELECT id, application_id FROM hold WHERE ended_at IS NULL ORDER BY id"),
            ("restriction", "SELECT id, application_id FROM restriction WHERE lifted_at IS NULL ORDER BY id"),
        ] {
            let before: Vec<(String, String)> = sqlx::query_as(query).fetch_all(replaced.read()).await?;
            let old: Vec<(String, String)> = sqlx::query_as(query).fetch_all(self.records.read()).await?;
            // Records that were lost tell nothing.
            let anything: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM application").fetch_one(replaced.read()).await?;
            for (end, has, lacks) in [("that was set", &before, &old), ("that had ended", &old, &before)] {
                let ids: Vec<String> = has
                    .iter()
                    .filter(|row| anything > 0 && !lacks.contains(row) && applications.contains(&row.1))
                    .map(|row| row.1.clone())
                    .collect();
                if !ids.is_empty() {
                    acts.push((format!("{} {what}{} {end}", ids.len(), if ids.len() == 1 { "" } else { "s" }), ids));
                }
            }
        }
        Ok(acts)
    }

    /// Ends what an act took away: the releases of its application, or of every application of a posting that was closed.
    async fn end_releases(&self, entry: &Entry, leaf: &Leaf) -> Result<i64> {
        let what = entry.what.as_str();
        if what == Action::Release.code() && entry.detail == STANDING_ENDED {
            let mut tx = self.records.write().await?;
            let mut ended = 0;
            // Beside its posting, the entry names the release itself.
            for id in &entry.subjects {
                ended += standing::end(&mut tx, id, leaf.at, None).await?;
            }
            tx.commit().await?;
            return Ok(i64::try_from(ended).unwrap_or(i64::MAX));
        }
        let closed = what == Action::RunPosting.code() && entry.detail.starts_with("closed");
        let new_release = what == Action::Release.code() && entry.detail != "revoked";
        let query = if closed {
            "UPDATE release SET revoked_at = $1 WHERE revoked_at IS NULL \
             AND application_id IN (SELECT id FROM application WHERE posting_id = $2)"
        } else if new_release || HARMLESS.contains(&what) {
            return Ok(0);
        } else {
            "UPDATE release SET revoked_at = $1 WHERE revoked_at IS NULL AND application_id = $2"
        };
        let mut tx = self.records.write().await?;
        let ended = sqlx::query(query).bind(leaf.at).bind(&leaf.subject).execute(&mut *tx).await?.rows_affected();
        tx.commit().await?;
        Ok(i64::try_from(ended).unwrap_or(i64::MAX))
    }

    /// Whether an act is one to do again: an application that was erased since, or never came, has none.
    async fn concerns(&self, entry: &Entry, subject: &str) -> Result<bool> {
        let (here, waiting): (i64, i64) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM application WHERE id = $1), (SELECT COUNT(*) FROM envelope WHERE id = $1)",
        )
        .bind(subject)
        .fetch_one(self.records.read())
        .await?;
        Ok(match entry.what.as_str() {
            "apply" => here + waiting == 0,
            // A standing release is an act on its posting.
            "release" if entry.detail.starts_with("standing") => true,
            what if ON_APPLICATIONS.contains(&what) => here > 0,
            _ => true,
        })
    }

    /// Carries over what the records that are to be replaced say of access, where they say less than the backup's: who was disabled, and
    /// which membership ended.
    pub(super) async fn narrow_access(&self, replaced: &Db) -> Result<i64> {
        let accounts: Vec<(String, Option<i64>)> =
            sqlx::query_as("SELECT id, disabled_at FROM account").fetch_all(replaced.read()).await?;
        let memberships: Vec<(String, Option<i64>)> =
            sqlx::query_as("SELECT id, until_at FROM membership").fetch_all(replaced.read()).await?;
        let memberships: HashMap<String, Option<i64>> = memberships.into_iter().collect();
        let known: HashSet<&str> = accounts.iter().map(|(id, _)| id.as_str()).collect();
        let old: Vec<(String, String)> =
            sqlx::query_as("SELECT id, account_id FROM membership").fetch_all(self.records.read()).await?;
        let mut tx = self.records.write().await?;
        let mut ended = 0;
        for (id, disabled_at) in accounts.iter().filter(|(_, disabled_at)| disabled_at.is_some()) {
            let disable = "UPDATE account SET disabled_at = $1 WHERE id = $2 AND disabled_at IS NULL";
            ended += sqlx::query(disable).bind(disabled_at).bind(id).execute(&mut *tx).await?.rows_affected();
        }
        for (id, account) in old {
            ended += match memberships.get(&id) {
                // The account is known and no longer has it.
                None if known.contains(account.as_str()) => {
                    sqlx::query("DELETE FROM membership WHERE id = $1").bind(&id).execute(&mut *tx).await?.rows_affected()
                }
                None | Some(None) => 0,
                Some(Some(until)) => {
                    sqlx::query("UPDATE membership SET until_at = $1 WHERE id = $2 AND (until_at IS NULL OR until_at > $1)")
                        .bind(*until)
                        .bind(&id)
                        .execute(&mut *tx)
                        .await?
                        .rows_affected()
                }
            };
        }
        tx.commit().await?;
        Ok(i64::try_from(ended).unwrap_or(i64::MAX))
    }
}

/// Acts whose subject is an application.
const ON_APPLICATIONS: [&str; 6] = [
    Action::AddNote.code(),
    Action::AddComment.code(),
    Action::MoveStage.code(),
    Action::Decide.code(),
    Action::Release.code(),
    Action::HandOver.code(),
];

/// What the report calls an outcome, once and often.
pub(super) const OUTCOME: (&str, &str) = ("outcome", "outcomes");
/// What it calls a close.
pub(super) const CLOSED: (&str, &str) = ("closed procedure", "closed procedures");

/// Acts by their name in the report.
pub(super) type Acts = BTreeMap<(String, String), Vec<String>>;

/// A look at what could be handed over.
fn is_manifest(entry: &Entry) -> bool {
    entry.what == Action::HandOver.code() && entry.detail == "manifest"
}

/// Whether somebody only looked at the talent pool.
fn reads_pool(entry: &Entry) -> bool {
    entry.what == Action::RunPool.code() && entry.detail != "consented" && !entry.detail.starts_with("withdrawn")
}

/// What the report calls an act, once and often.
fn name(entry: &Entry) -> (String, String) {
    let (one, many) = match (entry.what.as_str(), entry.detail.as_str()) {
        ("apply", _) => ("application that came", "applications that came"),
        ("add_note", _) => ("note", "notes"),
        ("add_comment", _) => ("comment", "comments"),
        ("move_stage", _) => ("move to a stage", "moves to a stage"),
        ("decide", "received") => ("receipt of a rejection", "receipts of rejections"),
        ("decide", _) => OUTCOME,
        ("release", "revoked") => ("revoked release", "revoked releases"),
        ("release", STANDING_ENDED) => ("standing release that ended", "standing releases that ended"),
        ("release", detail) if detail.starts_with("standing") => ("standing release", "standing releases"),
        ("release", _) => ("release", "releases"),
        ("hand_over", _) => ("handover", "handovers"),
        ("run_posting", detail) if detail.starts_with("closed") => CLOSED,
        ("run_posting", _) => ("change of a posting", "changes of postings"),
        ("enter_paper", _) => ("paper put away", "papers put away"),
        ("run_pool", _) => ("consent to the talent pool", "consents to the talent pool"),
        ("hold", _) => ("act on a claim", "acts on claims"),
        ("restrict", _) => ("restriction set or lifted", "restrictions set or lifted"),
        ("answer_erasure", _) => ("request for erasure", "requests for erasure"),
        ("manage_settings", _) => ("setting", "settings"),
        (BREACH, "reported") => ("report of a breach", "reports of breaches"),
        (BREACH, _) => ("breach", "breaches"),
        ("add_account", _) => ("account", "accounts"),
        ("add_department", _) => ("department", "departments"),
        ("add_employer", _) => ("employer", "employers"),
        (other, _) => return (other.to_owned(), other.to_owned()),
    };
    (one.to_owned(), many.to_owned())
}
