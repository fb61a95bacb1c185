//! What was decided since a backup and can be done again from the log alone. A procedure that was closed is closed again as of the same
//! instant, so that no applicant's date moves later (docs/PROMISES.md, n10). The outcomes of its applicants are set again before, as
//! nobody could once it is closed; their reasons stand nowhere else.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use rules::{
    access::Action,
    application::Outcome,
    id::ApplicationId,
    posting::{Act, CloseKind, State, after},
    retention::midnight,
};
use sqlx::AnyConnection;

use super::since::{Acts, CLOSED, OUTCOME, Since};
use crate::{
    Error, Office, Result,
    careers::{self, Posting},
    close::closed,
    journal::{By, Entry},
    store::{at, ms, unknown},
};

/// What the log says of closes and outcomes since a backup.
#[derive(Default)]
pub(super) struct Again {
    /// The first close of each posting: a later one is that of a restore before this.
    closes: BTreeMap<String, Close>,
    /// The last outcome of each application.
    outcomes: HashMap<String, Decided>,
}

struct Close {
    kind: CloseKind,
    at: Timestamp,
    /// The account, for one by hand.
    by: Option<String>,
}

struct Decided {
    outcome: Option<Outcome>,
    at: Timestamp,
    by: String,
}

/// What became of a close that the log knows.
enum Fate {
    Done,
    /// The records show it.
    Shown,
    /// They do not know the posting, or know it as a draft.
    ToDo,
}

impl Again {
    /// Takes note of an entry at its instant. Answers whether it has its place here, and not among what people have to do again.
    pub(super) fn takes(&mut self, entry: &Entry, subject: &str, when: i64) -> bool {
        let by = match &entry.by {
            By::Account(account) => Some(account.clone()),
            _ => None,
        };
        if entry.what == Action::Decide.code() {
            let outcome = Outcome::from_code(&entry.detail);
            return match by {
                Some(by) if outcome.is_some() || entry.detail == "none" => {
                    self.outcomes.insert(subject.to_owned(), Decided { outcome, at: at(when), by });
                    false
                }
                Some(_) => false,
                // A restore before this set it again; the entry of the person who did stands before.
                None => true,
            };
        }
        if entry.what != Action::RunPosting.code() || !entry.detail.starts_with(State::Closed.code()) {
            return false;
        }
        if let Some(kind) = CloseKind::ALL.iter().copied().find(|kind| entry.detail == closed(*kind)) {
            self.closes.entry(subject.to_owned()).or_insert(Close { kind, at: at(when), by });
        }
        true
    }
}

impl Office {
    /// Closes again what was closed, with the outcomes of its applicants, and leaves among `acts` what is for people to do. `self` has the
    /// records of the backup.
    pub(super) async fn do_again(&self, again: Again, since: &mut Since, acts: &mut Acts) -> Result<()> {
        for (posting, close) in &again.closes {
            match self.close_again(posting, close, &again.outcomes, &mut since.outcomes).await? {
                Fate::Done => since.closed.push(posting.clone()),
                Fate::Shown => {}
                Fate::ToDo => acts.entry(owned(CLOSED)).or_default().push(posting.clone()),
            }
        }
        if let Some(ids) = acts.get_mut(&owned(OUTCOME)) {
            ids.retain(|id| !since.outcomes.contains(id));
        }
        Ok(())
    }

    async fn close_again(
        &self,
        posting: &str,
        close: &Close,
        outcomes: &HashMap<String, Decided>,
        set: &mut Vec<String>,
    ) -> Result<Fate> {
        let mut tx = self.records.write().await?;
        let posting = match careers::load(&mut tx, posting).await {
            Ok(posting) => posting,
            Err(Error::NotFound) => return Ok(Fate::ToDo),
            Err(error) => return Err(error),
        };
        if matches!(posting.state, State::Closed | State::Archived) {
            return Ok(Fate::Shown);
        }
        if after(posting.state, Act::Close).is_none() {
            return Ok(Fate::ToDo);
        }
        let closed_at = match close.kind {
            // A plan does not change once the posting is published.
            CloseKind::Planned => midnight(posting.planned_close_on, &self.settings.zone),
            CloseKind::ByHand => close.at,
        };
        self.decide_again(&mut tx, &posting, outcomes, set).await?;
        let entry = Entry::by(By::House, Action::RunPosting.code(), posting.id.as_str()).detail(closed(close.kind) + " again");
        self.end_procedure(&mut tx, &posting, closed_at, close.kind, close.by.as_deref(), entry).await?;
        tx.commit().await?;
        Ok(Fate::Done)
    }

    /// Sets the outcomes of a posting's applicants as the log has them.
    async fn decide_again(
        &self,
        tx: &mut AnyConnection,
        posting: &Posting,
        outcomes: &HashMap<String, Decided>,
        set: &mut Vec<String>,
    ) -> Result<()> {
        let applications: Vec<(String, Option<String>)> =
            sqlx::query_as("SELECT id, outcome FROM application WHERE posting_id = $1 AND life = 'live' ORDER BY id")
                .bind(posting.id.as_str())
                .fetch_all(&mut *tx)
                .await?;
        for (id, from) in applications {
            let Some(decided) = outcomes.get(&id) else { continue };
            let to = decided.outcome.map(Outcome::code);
            if from.as_deref() == to {
                continue;
            }
            sqlx::query(
                "UPDATE application SET outcome = $1, outcome_at = $2, outcome_by = $3, outcome_reason = NULL, \
                 outcome_version = outcome_version + 1, rejection_received_at = NULL WHERE id = $4",
            )
            .bind(to)
            .bind(to.map(|_| ms(decided.at)))
            .bind(to.map(|_| decided.by.as_str()))
            .bind(&id)
            .execute(&mut *tx)
            .await?;
            let code = to.unwrap_or("none");
            sqlx::query("INSERT INTO history (id, application_id, at, by_account, what) VALUES ($1, $2, $3, $4, $5)")
                .bind(self.row_id())
                .bind(&id)
                .bind(ms(decided.at))
                .bind(&decided.by)
                .bind(format!("outcome {} {code}", from.as_deref().unwrap_or("none")))
                .execute(&mut *tx)
                .await?;
            let application = ApplicationId::parse(&id).ok_or_else(|| unknown("application.id"))?;
            let entry = Entry::by(By::House, Action::Decide.code(), application.as_str()).detail(code);
            self.enter(tx, &posting.employer, &entry).await?;
            set.push(id);
        }
        Ok(())
    }
}

fn owned((one, many): (&str, &str)) -> (String, String) {
    (one.to_owned(), many.to_owned())
}
