//! Employers, departments and the people who sign in at the desk.

mod deputy;
mod password;

pub use deputy::DEPUTY_DAYS;
pub use password::MEMORY_KIB as PASSWORD_MEMORY_KIB;

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Role, Subject},
    form::{Field, Problem, check_field},
    id::{AccountId, DepartmentId, EmployerId},
};

use crate::{
    Error, Office, Result,
    journal::{By, Entry},
    store::{at, ms, unknown},
};

/// The fewest characters of a password.
pub const MIN_PASSWORD: usize = 10;

/// An account, as the administrator sees it.
#[derive(Clone, Debug)]
pub struct Person {
    /// Its identifier.
    pub account: AccountId,
    /// The person's name.
    pub name: String,
    /// The address they sign in with.
    pub email: String,
    /// Their roles.
    pub roles: Vec<HeldRole>,
    /// Since when.
    pub created_at: Timestamp,
    /// Since when they cannot sign in any more.
    pub disabled_at: Option<Timestamp>,
}

/// A role somebody has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRole {
    /// Identifies it.
    pub membership: String,
    /// Which.
    pub role: Role,
    /// Of which department, by name; heads only.
    pub department: Option<String>,
    /// Until when; a deputy's.
    pub until: Option<Timestamp>,
}

impl Office {
    /// Adds an employer. Only the house itself calls this: the command line, the demo.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `employer`.
    pub async fn add_employer(&self, name: &str) -> Result<EmployerId> {
        check_name("employer", name)?;
        let id = EmployerId::from_bytes(self.rng.bytes());
        let mut tx = self.records.write().await?;
        sqlx::query("INSERT INTO employer (id, name, created_at) VALUES ($1, $2, $3)")
            .bind(id.as_str())
            .bind(name.trim())
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
        self.enter(&mut tx, &id, &Entry::by(By::House, "add_employer", id.as_str())).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Adds a department. Only the house itself calls this: the command line, the demo.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `department`, [`Error::NotFound`] for an unknown employer.
    pub async fn add_department(&self, employer: &EmployerId, name: &str) -> Result<DepartmentId> {
        check_name("department", name)?;
        let id = DepartmentId::from_bytes(self.rng.bytes());
        let mut tx = self.records.write().await?;
        let added =
            sqlx::query("INSERT INTO department (id, employer_id, name) SELECT $1, e.id, $2 FROM employer e WHERE e.id = $3")
                .bind(id.as_str())
                .bind(name.trim())
                .bind(employer.as_str())
                .execute(&mut *tx)
                .await?;
        if added.rows_affected() == 0 {
            return Err(Error::NotFound);
        }
        self.enter(&mut tx, employer, &Entry::by(By::House, "add_department", id.as_str())).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Adds an account with one role; `department` is for heads and only for them. Only the house itself calls this: the command
    /// line, the demo.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `email`, `name`, `password` or `department`, [`Error::NotFound`] for an unknown employer.
    pub async fn add_account(
        &self,
        email: &str,
        name: &str,
        password: &str,
        employer: &EmployerId,
        role: Role,
        department: Option<&DepartmentId>,
    ) -> Result<AccountId> {
        let too_short = password.chars().count() < MIN_PASSWORD;
        let problems: Vec<_> = [
            ("email", check_field(Field::Email, email, &[])),
            ("name", check_field(Field::LastName, name, &[])),
            ("password", too_short.then_some(Problem::TooShort { min: MIN_PASSWORD })),
            ("department", department_problem(role, department)),
        ]
        .into_iter()
        .filter_map(|(field, problem)| Some((field, problem?)))
        .collect();
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let hash = self.hash_password(password.to_owned()).await?;

        let id = AccountId::from_bytes(self.rng.bytes());
        let mut tx = self.records.write().await?;
        let employers: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM employer WHERE id = $1").bind(employer.as_str()).fetch_one(&mut *tx).await?;
        if employers == 0 {
            return Err(Error::NotFound);
        }
        if let Some(department) = department {
            let own: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM department WHERE id = $1 AND employer_id = $2")
                .bind(department.as_str())
                .bind(employer.as_str())
                .fetch_one(&mut *tx)
                .await?;
            if own == 0 {
                return Err(Error::field("department", Problem::NotAChoice));
            }
        }
        let added = sqlx::query(
            "INSERT INTO account (id, email, name, password_hash, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (email) DO NOTHING",
        )
        .bind(id.as_str())
        .bind(email.trim().to_lowercase())
        .bind(name.trim())
        .bind(hash)
        .bind(ms(self.now()))
        .execute(&mut *tx)
        .await?;
        if added.rows_affected() == 0 {
            return Err(Error::field("email", Problem::Taken));
        }
        sqlx::query("INSERT INTO membership (id, account_id, employer_id, role, department_id) VALUES ($1, $2, $3, $4, $5)")
            .bind(self.row_id())
            .bind(id.as_str())
            .bind(employer.as_str())
            .bind(role.code())
            .bind(department.map(DepartmentId::as_str))
            .execute(&mut *tx)
            .await?;
        self.enter(&mut tx, employer, &Entry::by(By::House, "add_account", id.as_str()).detail(role.code())).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Everybody with an account at the person's employer, by name. Administrators may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn list_people(&self, actor: &Actor) -> Result<Vec<Person>> {
        let staff = self.allow(actor, Action::ManagePeople, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        type Row = (String, String, String, i64, Option<i64>, String, String, Option<String>, Option<i64>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT a.id, a.name, a.email, a.created_at, a.disabled_at, m.id, m.role, d.name, m.until_at FROM account a \
             JOIN membership m ON m.account_id = a.id LEFT JOIN department d ON d.id = m.department_id \
             WHERE m.employer_id = $1 AND (m.until_at IS NULL OR m.until_at > $2) ORDER BY a.name, a.id, m.role, d.name",
        )
        .bind(employer.as_str())
        .bind(ms(self.now()))
        .fetch_all(self.records.read())
        .await?;
        let mut people: Vec<Person> = Vec::new();
        for (id, name, email, created_at, disabled_at, membership, role, department, until) in rows {
            let role = Role::from_code(&role).ok_or_else(|| unknown("membership.role"))?;
            let role = HeldRole { membership, role, department, until: until.map(at) };
            match people.last_mut() {
                Some(person) if person.account.as_str() == id => person.roles.push(role),
                _ => people.push(Person {
                    account: AccountId::parse(&id).ok_or_else(|| unknown("account.id"))?,
                    name,
                    email,
                    roles: vec![role],
                    created_at: at(created_at),
                    disabled_at: disabled_at.map(at),
                }),
            }
        }
        let shown = people.iter().map(|person| person.account.to_string()).collect();
        self.enter_read(employer, &Entry::of(staff, Action::ManagePeople, employer.as_str()).about(shown)).await?;
        Ok(people)
    }

    /// Every employer with its name, the first one there was before the others. Only the house itself calls this: the command line.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn employers(&self) -> Result<Vec<(EmployerId, String)>> {
        let rows: Vec<(String, String)> =
            sqlx::query_as("SELECT id, name FROM employer ORDER BY created_at, id").fetch_all(self.records.read()).await?;
        rows.into_iter().map(|(id, name)| Ok((EmployerId::parse(&id).ok_or_else(|| unknown("employer.id"))?, name))).collect()
    }

    /// The department of this name, made if there is none. Only the house itself calls this: the command line.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `department`.
    pub async fn department_named(&self, employer: &EmployerId, name: &str) -> Result<DepartmentId> {
        let known: Option<String> = sqlx::query_scalar("SELECT id FROM department WHERE name = $1 AND employer_id = $2")
            .bind(name.trim())
            .bind(employer.as_str())
            .fetch_optional(self.records.read())
            .await?;
        match known {
            Some(id) => DepartmentId::parse(&id).ok_or_else(|| unknown("department.id")),
            None => self.add_department(employer, name).await,
        }
    }
}

fn check_name(field: &'static str, name: &str) -> Result<()> {
    check_field(Field::LastName, name, &[]).map_or(Ok(()), |problem| Err(Error::field(field, problem)))
}

fn department_problem(role: Role, department: Option<&DepartmentId>) -> Option<Problem> {
    match (role, department) {
        (Role::Head, None) => Some(Problem::Missing),
        (Role::Head, Some(_)) | (_, None) => None,
        (_, Some(_)) => Some(Problem::NotAChoice),
    }
}
