//! Keeping an application from people: whoever knows the applicant says so, and HR keeps it from named people, as from the own boss of an
//! internal applicant. For these people it does not exist: no list, no count and no search shows that there is one.

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, READERS, Role, Subject},
    application::Refused,
    form::Problem,
    id::{AccountId, ApplicationId, EmployerId, PostingId},
};
use sqlx::{AnyConnection, AssertSqlSafe};

use crate::{
    Error, Office, Refusal, Result, careers, facts,
    journal::Entry,
    store::{at, ms, placeholders, unknown},
};

/// Somebody from whom an application is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// Its identifier.
    pub id: String,
    /// Who.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Since when.
    pub since: Timestamp,
    /// Whether they said so themselves.
    pub by_self: bool,
}

/// A colleague to whom an application can be released, or from whom it can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Who.
    pub account: AccountId,
    /// Their name.
    pub name: String,
    /// Their roles there, for a head with the department's name.
    pub roles: Vec<(Role, Option<String>)>,
}

impl Colleague {
    /// Whether the person reads what is released to them.
    #[must_use]
    pub fn reads_releases(&self) -> bool {
        self.roles.iter().any(|(role, _)| READERS.contains(role))
    }
}

/// Leaves out of the applications `a` those that are kept from the account at `placeholder`.
pub(crate) fn not_kept_from(placeholder: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM exclusion y WHERE y.application_id = a.id AND y.account_id = {placeholder} AND y.lifted_at IS NULL)"
    )
}

/// Leaves out of the applications `a` what no list shows the account at `placeholder`: what is restricted (Art. 18 GDPR), and what is kept
/// from them.
pub(crate) fn shown_to(placeholder: &str) -> String {
    format!(
        "NOT EXISTS (SELECT 1 FROM restriction x WHERE x.application_id = a.id AND x.lifted_at IS NULL) AND {}",
        not_kept_from(placeholder)
    )
}

impl Office {
    /// Keeps an application from a colleague. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `account` for somebody who could not see it anyway; [`Refusal::LastOfHr`] if nobody of HR would see it any
    /// more; [`Refused::Unchanged`].
    pub async fn exclude(&self, actor: &Actor, id: &ApplicationId, account: &AccountId) -> Result<()> {
        self.keep_from(actor, Action::Exclude, id, Some(account)).await
    }

    /// Keeps an application from the person, who knows the applicant. Whoever may read it may call this; only HR lets them back.
    ///
    /// # Errors
    /// As for [`Office::exclude`].
    pub async fn recuse(&self, actor: &Actor, id: &ApplicationId) -> Result<()> {
        self.keep_from(actor, Action::Recuse, id, None).await
    }

    async fn keep_from(&self, actor: &Actor, action: Action, id: &ApplicationId, account: Option<&AccountId>) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.allow(actor, action, Subject::Application(&facts.application))?;
        let account = account.unwrap_or(&staff.account);
        let employer = &facts.application.employer;
        if !colleagues(&mut tx, employer, self.now()).await?.iter().any(|colleague| colleague.account == *account) {
            return Err(Error::field("account", Problem::NotAChoice));
        }
        if facts.application.excluded.contains(account) {
            return Err(Error::Refused(Refusal::Application(Refused::Unchanged)));
        }
        let kept_from = facts.application.excluded.iter().chain([account]);
        if !somebody_of_hr_left(&mut tx, employer, self.now(), kept_from).await? {
            return Err(Error::Refused(Refusal::LastOfHr));
        }
        self.put_exclusion(&mut tx, id, account, staff.account.as_str()).await?;
        let what = if action == Action::Recuse { "recused" } else { "excluded" };
        self.remember(&mut tx, id, Some(staff), what).await?;
        let entry = Entry::of(staff, action, id.as_str()).detail(format!("excluded {account}"));
        self.enter(&mut tx, employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    pub(crate) async fn put_exclusion(
        &self,
        tx: &mut AnyConnection,
        application: &ApplicationId,
        account: &AccountId,
        by: &str,
    ) -> Result<()> {
        sqlx::query("INSERT INTO exclusion (id, application_id, account_id, created_at, created_by) VALUES ($1, $2, $3, $4, $5)")
            .bind(self.row_id())
            .bind(application.as_str())
            .bind(account.as_str())
            .bind(ms(self.now()))
            .bind(by)
            .execute(tx)
            .await?;
        Ok(())
    }

    /// Lets somebody back from whom an application was kept. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Conflict`] if it is not kept from them any more.
    pub async fn readmit(&self, actor: &Actor, id: &ApplicationId, exclusion: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.allow(actor, Action::Exclude, Subject::Application(&facts.application))?;
        let account: Option<String> =
            sqlx::query_scalar("SELECT account_id FROM exclusion WHERE id = $1 AND application_id = $2 AND lifted_at IS NULL")
                .bind(exclusion)
                .bind(id.as_str())
                .fetch_optional(&mut *tx)
                .await?;
        let account = account.ok_or(Error::Conflict)?;
        lift(&mut tx, id, &account, ms(self.now()), staff.account.as_str()).await?;
        self.remember(&mut tx, id, Some(staff), "readmitted").await?;
        let entry = Entry::of(staff, Action::Exclude, id.as_str()).detail(format!("readmitted {account}"));
        self.enter(&mut tx, &facts.application.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// From whom an application is kept, and the colleagues who could be; `None` for those who may not say. Anybody may ask who may read the
    /// application, with whose page it is shown.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Unavailable`].
    pub async fn exclusions(&self, actor: &Actor, id: &ApplicationId) -> Result<Option<(Vec<Exclusion>, Vec<Colleague>)>> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        if self.allow(actor, Action::Exclude, Subject::Application(&facts.application)).is_err() {
            return Ok(None);
        }
        let rows: Vec<(String, String, String, i64, String)> = sqlx::query_as(
            "SELECT e.id, e.account_id, a.name, e.created_at, e.created_by FROM exclusion e JOIN account a ON a.id = e.account_id \
             WHERE e.application_id = $1 AND e.lifted_at IS NULL ORDER BY e.created_at, e.id",
        )
        .bind(id.as_str())
        .fetch_all(&mut *connection)
        .await?;
        let exclusion = |(id, account, name, since, by): (String, String, String, i64, String)| {
            Ok(Exclusion {
                id,
                by_self: by == account,
                account: AccountId::parse(&account).ok_or_else(|| unknown("exclusion.account_id"))?,
                name,
                since: at(since),
            })
        };
        let exclusions = rows.into_iter().map(exclusion).collect::<Result<_>>()?;
        Ok(Some((exclusions, colleagues(&mut connection, &facts.application.employer, self.now()).await?)))
    }

    /// The people of the employer who read applications, by name: for a choice among them. HR may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn colleagues(&self, actor: &Actor) -> Result<Vec<Colleague>> {
        let staff = self.allow(actor, Action::Release, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let mut connection = self.records.read().acquire().await?;
        colleagues(&mut connection, employer, self.now()).await
    }

    /// From whom every application to a posting is kept that comes in from now on. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn posting_exclusions(&self, actor: &Actor, id: &PostingId) -> Result<Vec<AccountId>> {
        let mut connection = self.records.read().acquire().await?;
        let posting = careers::load(&mut connection, id.as_str()).await?;
        self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        posting_exclusions(&mut connection, id.as_str()).await
    }

    /// Sets from whom every application to a posting is kept that comes in from now on; those that are there stay as they are. HR of the
    /// employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `account`; [`Refusal::LastOfHr`]; [`Error::Conflict`] if they are no longer as the person `saw` them; and
    /// [`Error::Invalid`] for somebody who would let themselves back.
    pub async fn exclude_from_posting(
        &self,
        actor: &Actor,
        id: &PostingId,
        saw: &[AccountId],
        accounts: &[AccountId],
    ) -> Result<()> {
        let mut tx = self.records.write().await?;
        facts::take_turn(&mut tx, id.as_str()).await?;
        let posting = careers::load(&mut tx, id.as_str()).await?;
        let staff = self.allow(actor, Action::RunPosting, Subject::Employer(&posting.employer))?;
        let known = colleagues(&mut tx, &posting.employer, self.now()).await?;
        if accounts.iter().any(|account| !known.iter().any(|colleague| colleague.account == *account)) {
            return Err(Error::field("account", Problem::NotAChoice));
        }
        let before = posting_exclusions(&mut tx, id.as_str()).await?;
        if before.iter().any(|account| !saw.contains(account)) || saw.iter().any(|account| !before.contains(account)) {
            return Err(Error::Conflict);
        }
        if before.contains(&staff.account) && !accounts.contains(&staff.account) {
            return Err(Error::field("account", Problem::NotAChoice));
        }
        if !somebody_of_hr_left(&mut tx, &posting.employer, self.now(), accounts.iter()).await? {
            return Err(Error::Refused(Refusal::LastOfHr));
        }
        sqlx::query("DELETE FROM posting_exclusion WHERE posting_id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        for account in accounts {
            sqlx::query(
                "INSERT INTO posting_exclusion (posting_id, account_id, created_at, created_by) VALUES ($1, $2, $3, $4) \
                 ON CONFLICT (posting_id, account_id) DO NOTHING",
            )
            .bind(id.as_str())
            .bind(account.as_str())
            .bind(ms(self.now()))
            .bind(staff.account.as_str())
            .execute(&mut *tx)
            .await?;
        }
        let entry = Entry::of(staff, Action::RunPosting, id.as_str()).detail(excluded_words(accounts));
        self.enter(&mut tx, &posting.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Keeps an application that comes in from those from whom its posting's are kept. The house calls this, with the application's rows.
    pub(crate) async fn keep_from_named(&self, tx: &mut AnyConnection, posting: &PostingId, id: &ApplicationId) -> Result<()> {
        let by: Vec<(String, String)> =
            sqlx::query_as("SELECT account_id, created_by FROM posting_exclusion WHERE posting_id = $1 ORDER BY account_id")
                .bind(posting.as_str())
                .fetch_all(&mut *tx)
                .await?;
        let named: Vec<(AccountId, String)> = by
            .into_iter()
            .map(|(account, by)| Ok((AccountId::parse(&account).ok_or_else(|| unknown("posting_exclusion.account_id"))?, by)))
            .collect::<Result<_>>()?;
        let employer: String = sqlx::query_scalar("SELECT employer_id FROM posting WHERE id = $1")
            .bind(posting.as_str())
            .fetch_one(&mut *tx)
            .await?;
        let employer = EmployerId::parse(&employer).ok_or_else(|| unknown("posting.employer_id"))?;
        let accounts = named.iter().map(|(account, _)| account);
        let left = somebody_of_hr_left(&mut *tx, &employer, self.now(), accounts).await?;
        let everybody = colleagues(&mut *tx, &employer, self.now()).await?;
        let of_hr = |account: &AccountId| {
            let one = everybody.iter().find(|colleague| colleague.account == *account);
            one.is_some_and(|one| one.roles.iter().any(|(role, _)| *role == Role::Hr))
        };
        for (account, by) in named {
            // Who was left to see it is gone since: somebody in HR always sees each application.
            if left || !of_hr(&account) {
                self.put_exclusion(&mut *tx, id, &account, &by).await?;
            }
        }
        Ok(())
    }
}

/// What the journal says of those from whom a posting's applications are kept.
pub(crate) fn excluded_words(accounts: &[AccountId]) -> String {
    let accounts = accounts.iter().map(|account| format!(" {account}"));
    format!("excluded{}", accounts.collect::<String>())
}

/// Ends what keeps an application from an account.
pub(crate) async fn lift(tx: &mut AnyConnection, id: &ApplicationId, account: &str, when: i64, by: &str) -> Result<()> {
    sqlx::query(
        "UPDATE exclusion SET lifted_at = $1, lifted_by = $2 WHERE application_id = $3 AND account_id = $4 AND lifted_at IS NULL",
    )
    .bind(when)
    .bind(by)
    .bind(id.as_str())
    .bind(account)
    .execute(tx)
    .await?;
    Ok(())
}

async fn posting_exclusions(connection: &mut AnyConnection, posting: &str) -> Result<Vec<AccountId>> {
    let rows: Vec<String> =
        sqlx::query_scalar("SELECT account_id FROM posting_exclusion WHERE posting_id = $1 ORDER BY account_id")
            .bind(posting)
            .fetch_all(connection)
            .await?;
    rows.iter().map(|id| AccountId::parse(id).ok_or_else(|| unknown("posting_exclusion.account_id"))).collect()
}

/// Everybody at the employer who reads applications, by name.
pub(crate) async fn colleagues(connection: &mut AnyConnection, employer: &EmployerId, now: Timestamp) -> Result<Vec<Colleague>> {
    let rows: Vec<(String, String, String, Option<String>)> = sqlx::query_as(
        "SELECT a.id, a.name, m.role, d.name FROM account a JOIN membership m ON m.account_id = a.id \
         LEFT JOIN department d ON d.id = m.department_id WHERE m.employer_id = $1 AND a.disabled_at IS NULL \
         AND (m.until_at IS NULL OR m.until_at > $2) ORDER BY a.name, a.id, m.role, d.name",
    )
    .bind(employer.as_str())
    .bind(ms(now))
    .fetch_all(connection)
    .await?;
    let mut colleagues: Vec<Colleague> = Vec::new();
    for (id, name, role, department) in rows {
        let role = Role::from_code(&role).ok_or_else(|| unknown("membership.role"))?;
        if role != Role::Hr && !READERS.contains(&role) {
            continue;
        }
        match colleagues.last_mut() {
            Some(last) if last.account.as_str() == id => last.roles.push((role, department)),
            _ => colleagues.push(Colleague {
                account: AccountId::parse(&id).ok_or_else(|| unknown("account.id"))?,
                name,
                roles: vec![(role, department)],
            }),
        }
    }
    Ok(colleagues)
}

/// Whether anybody of HR would see an application that is kept from `kept_from`.
async fn somebody_of_hr_left(
    connection: &mut AnyConnection,
    employer: &EmployerId,
    now: Timestamp,
    kept_from: impl Iterator<Item = &AccountId>,
) -> Result<bool> {
    let kept_from: Vec<&AccountId> = kept_from.collect();
    let not =
        if kept_from.is_empty() { String::new() } else { format!("AND a.id NOT IN ({})", placeholders(4, kept_from.len())) };
    let sql = format!(
        "SELECT COUNT(*) FROM account a JOIN membership m ON m.account_id = a.id WHERE m.employer_id = $1 AND m.role = $2 \
         AND a.disabled_at IS NULL AND (m.until_at IS NULL OR m.until_at > $3) {not}"
    );
    let query = sqlx::query_scalar(AssertSqlSafe(sql)).bind(employer.as_str()).bind(Role::Hr.code()).bind(ms(now));
    let left: i64 = kept_from.iter().fold(query, |query, account| query.bind(account.as_str())).fetch_one(connection).await?;
    Ok(left > 0)
}
