//! What was decided since a backup and can be done again from the log alone. A procedure that was closed is closed again as of the same
//! instant, so that no applicant's date moves later (docs/PROMISES.md, n10). The outcomes of its applicants are set again before, as
//! nobody could once it is closed; their reasons stand nowhere else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::{Timestamp, civil::Date};
use rules::{
    access::Action,
    application::Outcome,
    id::{AccountId, ApplicationId},
    posting::{Act, CloseKind, Closing, State, after},
    retention::midnight,
};
use sqlx::AnyConnection;

use super::since::{Acts, CLOSED, OUTCOME, Since};
use crate::{
    Error, Office, Result,
    careers::{self, Posting},
    close::closed,
    exclude::lift,
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
    /// The last day to which two people moved each posting's planned close.
    extensions: BTreeMap<String, Date>,
    /// Consents to the talent pool that were withdrawn, by their record: on which day, and how.
    withdrawn: BTreeMap<String, (Date, String)>,
    /// From whom applications were kept, or to whom they were given back, in this order.
    excluded: Vec<Excluded>,
    /// Since when a posting is reviewed blind again, or that this was lifted last.
    blind: BTreeMap<String, Option<i64>>,
    /// From whom new applications of a posting were kept last, since when, and who said so.
    kept_from: BTreeMap<String, (Vec<AccountId>, i64, String)>,
    /// Postings that were reopened: what of their closes still holds, people have to say.
    reopened: BTreeSet<String>,
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

struct Excluded {
    application: String,
    account: AccountId,
    /// Kept from them; else given back.
    kept: bool,
    at: i64,
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
        if [Action::Exclude.code(), Action::Recuse.code()].contains(&entry.what.as_str()) {
            let (Some((what, account)), Some(by)) = (entry.detail.split_once(' '), by) else { return false };
            let Some(account) = AccountId::parse(account) else { return false };
            let (application, kept) = (subject.to_owned(), what == "excluded");
            self.excluded.push(Excluded { application, account, kept, at: when, by });
            return true;
        }
        if entry.what == Action::RunPool.code() {
            let mut words = entry.detail.split(' ').skip(1);
            let (day, by) = (words.next().and_then(|day| day.parse().ok()), words.next());
            let (Some(day), Some(by)) = (day, by) else { return false };
            self.withdrawn.insert(subject.to_owned(), (day, by.to_owned()));
            return true;
        }
        if entry.what != Action::RunPosting.code() {
            return false;
        }
        if entry.detail == "blind" || entry.detail == "blind_lifted" {
            let since = (entry.detail == "blind").then_some(when);
            self.blind.insert(subject.to_owned(), since);
            return since.is_some();
        }
        if let Some(accounts) = entry.detail.strip_prefix("excluded")
            && let Some(by) = by
        {
            let accounts = accounts.split_whitespace().filter_map(AccountId::parse).collect();
            self.kept_from.insert(subject.to_owned(), (accounts, when, by));
            return true;
        }
        if let Some(to) = entry.detail.strip_prefix("extended ").and_then(|day| day.parse().ok()) {
            self.extensions.insert(subject.to_owned(), to);
            return true;
        }
        if entry.detail.starts_with("reopened ") {
            self.reopened.insert(subject.to_owned());
            return false;
        }
        if !entry.detail.starts_with(State::Closed.code()) {
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
        for (pool, (on, by)) in &again.withdrawn {
            let mut tx = self.records.write().await?;
            self.end_consent(&mut tx, pool, *on, by).await?;
            tx.commit().await?;
        }
        for excluded in &again.excluded {
            self.exclude_again(excluded).await?;
        }
        for (posting, since) in &again.blind {
            // Only what begins again: a lift is for people to do, who see what they show by it.
            if let Some(since) = since {
                let mut tx = self.records.write().await?;
                sqlx::query("UPDATE posting SET blind_since = $1, blind_lifted_at = NULL, blind_lifted_by = NULL WHERE id = $2")
                    .bind(*since)
                    .bind(posting)
                    .execute(&mut *tx)
                    .await?;
                tx.commit().await?;
            }
        }
        for (posting, (accounts, when, by)) in &again.kept_from {
            self.keep_from_again(posting, accounts, *when, by).await?;
        }
        for (posting, to) in &again.extensions {
            self.extend_again(posting, *to).await?;
        }
        for (posting, close) in &again.closes {
            if again.reopened.contains(posting) {
                acts.entry(owned(CLOSED)).or_default().push(posting.clone());
                continue;
            }
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

    /// Keeps an application from somebody again, or gives it back.
    async fn exclude_again(&self, excluded: &Excluded) -> Result<()> {
        let mut tx = self.records.write().await?;
        let Some(id) = ApplicationId::parse(&excluded.application) else { return Ok(()) };
        let (application, account, by): (i64, i64, i64) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM application WHERE id = $1), (SELECT COUNT(*) FROM account WHERE id = $2), \
             (SELECT COUNT(*) FROM account WHERE id = $3)",
        )
        .bind(id.as_str())
        .bind(excluded.account.as_str())
        .bind(&excluded.by)
        .fetch_one(&mut *tx)
        .await?;
        // Erased since, or somebody whom the old records do not know.
        if application == 0 || account == 0 {
            return Ok(());
        }
        lift(&mut tx, &id, excluded.account.as_str(), excluded.at, &excluded.by).await?;
        if excluded.kept {
            let by = if by > 0 { &excluded.by } else { excluded.account.as_str() };
            self.put_exclusion(&mut tx, &id, &excluded.account, by).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Keeps a posting's applications from those from whom they were kept last.
    async fn keep_from_again(&self, posting: &str, accounts: &[AccountId], when: i64, by: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        let known: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM posting WHERE id = $1").bind(posting).fetch_one(&mut *tx).await?;
        if known == 0 {
            return Ok(());
        }
        sqlx::query("DELETE FROM posting_exclusion WHERE posting_id = $1").bind(posting).execute(&mut *tx).await?;
        for account in accounts {
            // Whom the old records do not know needs no keeping out.
            sqlx::query(
                "INSERT INTO posting_exclusion (posting_id, account_id, created_at, created_by) SELECT $1, a.id, $2, $3 FROM account a \
                 WHERE a.id = $4 AND EXISTS (SELECT 1 FROM account b WHERE b.id = $3)",
            )
            .bind(posting)
            .bind(when)
            .bind(by)
            .bind(account.as_str())
            .execute(&mut *tx)
            .await?;
        }
        tx.commit().await
    }

    /// Moves a planned close to the later day on which two people agreed, so that nothing is erased before the date that was told.
    async fn extend_again(&self, posting: &str, to: Date) -> Result<()> {
        let mut tx = self.records.write().await?;
        let posting = match careers::load(&mut tx, posting).await {
            Ok(posting) => posting,
            Err(Error::NotFound) => return Ok(()),
            Err(error) => return Err(error),
        };
        if after(posting.state, Act::Close).is_none() || posting.planned_close_on >= to {
            return Ok(());
        }
        sqlx::query("UPDATE posting SET planned_close_on = $1 WHERE id = $2")
            .bind(to.to_string())
            .bind(posting.id.as_str())
            .execute(&mut *tx)
            .await?;
        self.move_dates(&mut tx, &posting, Closing::Planned(to), &format!("extended {to}"), None).await?;
        let detail = format!("extended {to} again");
        let entry = Entry::by(By::House, Action::RunPosting.code(), posting.id.as_str()).detail(detail);
        self.enter(&mut tx, &posting.employer, &entry).await?;
        tx.commit().await?;
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
            // Two people may have moved it since the backup; that was done again by now.
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
