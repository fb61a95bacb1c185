//! Deputies: whoever stands in for a head sees what is released to the department, until a day that is set at once.

use jiff::{Span, civil::Date};
use rules::{
    access::{Action, Actor, Role, Subject},
    form::Problem,
    id::{AccountId, DepartmentId},
    retention::midnight,
};

use crate::{Error, Office, Result, journal::Entry, store::ms};

/// A deputy stands in for so many days at most.
pub const DEPUTY_DAYS: i64 = 366;

impl Office {
    /// Names somebody of the employer who stands in for the head of a department until the end of a day. Administrators may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `account` (nobody of the employer, or with a role that does not stand in: [`Role::may_stand_in`]), `department` (none of it, or one they head anyway), `until` (past, or over
    /// [`DEPUTY_DAYS`] away).
    pub async fn name_deputy(&self, actor: &Actor, account: &AccountId, department: &DepartmentId, until: Date) -> Result<()> {
        let staff = self.allow(actor, Action::ManagePeople, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let mut tx = self.records.write().await?;
        let now = ms(self.now());
        let (here, departments, heads): (i64, i64, i64) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM account a JOIN membership m ON m.account_id = a.id WHERE a.id = $1 AND m.employer_id = $2 \
             AND a.disabled_at IS NULL AND (m.until_at IS NULL OR m.until_at > $4)), \
             (SELECT COUNT(*) FROM department WHERE id = $3 AND employer_id = $2), \
             (SELECT COUNT(*) FROM membership WHERE account_id = $1 AND department_id = $3 AND (until_at IS NULL OR until_at > $4))",
        )
        .bind(account.as_str())
        .bind(employer.as_str())
        .bind(department.as_str())
        .bind(now)
        .fetch_one(&mut *tx)
        .await?;
        let roles: Vec<String> =
            sqlx::query_scalar("SELECT role FROM membership WHERE account_id = $1 AND (until_at IS NULL OR until_at > $2)")
                .bind(account.as_str())
                .bind(now)
                .fetch_all(&mut *tx)
                .await?;
        let stands_in = roles.iter().all(|role| Role::from_code(role).is_some_and(Role::may_stand_in));
        let mut problems = Vec::new();
        if here == 0 || !stands_in {
            problems.push(("account", Problem::NotAChoice));
        }
        if departments == 0 || heads > 0 {
            problems.push(("department", Problem::NotAChoice));
        }
        if until < self.today() {
            problems.push(("until", Problem::TooEarly));
        } else if until > self.today().saturating_add(Span::new().days(DEPUTY_DAYS)) {
            problems.push(("until", Problem::TooLate));
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        // The day that is named still counts.
        let end = midnight(until.saturating_add(Span::new().days(1)), &self.settings.zone);
        sqlx::query(
            "INSERT INTO membership (id, account_id, employer_id, role, department_id, until_at) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(self.row_id())
        .bind(account.as_str())
        .bind(employer.as_str())
        .bind(Role::Head.code())
        .bind(department.as_str())
        .bind(ms(end))
        .execute(&mut *tx)
        .await?;
        let entry = Entry::of(staff, Action::ManagePeople, account.as_str()).detail(format!("deputy {department} {until}"));
        self.enter(&mut tx, employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Ends a deputyship before its day. Administrators may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a membership that is none, or of another employer; [`Error::Conflict`] once it has ended.
    pub async fn end_deputy(&self, actor: &Actor, membership: &str) -> Result<()> {
        let staff = self.allow(actor, Action::ManagePeople, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let mut tx = self.records.write().await?;
        let account: Option<String> =
            sqlx::query_scalar("SELECT account_id FROM membership WHERE id = $1 AND employer_id = $2 AND until_at IS NOT NULL")
                .bind(membership)
                .bind(employer.as_str())
                .fetch_optional(&mut *tx)
                .await?;
        let account = account.ok_or(Error::NotFound)?;
        let ended = sqlx::query("UPDATE membership SET until_at = $1 WHERE id = $2 AND until_at > $1")
            .bind(ms(self.now()))
            .bind(membership)
            .execute(&mut *tx)
            .await?;
        if ended.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        let entry = Entry::of(staff, Action::ManagePeople, &account).detail("deputy_ended");
        self.enter(&mut tx, employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }
}
