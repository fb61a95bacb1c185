//! Signing in at the desk: an own session table; a random 256-bit token in the cookie, its SHA-256 in the table.

use jiff::SignedDuration;
use rules::{
    access::{Action, Actor, Membership, Role, Staff},
    form::Problem,
    id::{AccountId, DepartmentId, EmployerId},
    retention_classes::SESSION,
};
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;

use crate::{
    Error, Office, Refusal, Result,
    journal::{By, Entry},
    refused::employer_of,
    store::{at, ms, unknown},
};

/// This many failed tries for one address within [`WINDOW`] are answered; then a while must pass.
const TRIES: i64 = 10;
const WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// A person with a session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Who.
    pub actor: Actor,
    /// The person's name.
    pub name: String,
}

impl Office {
    /// Opens a session and answers its token. Anybody may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `password` when the two do not belong together, known address or not; [`Refusal::TooManyTries`].
    pub async fn sign_in(&self, email: &str, password: &str) -> Result<String> {
        let email = email.trim().to_lowercase();
        let subject = data_encoding::HEXLOWER.encode(&self.house.mac.mac("sign-in try", &[email.as_bytes()]));
        let since = ms(self.now() - WINDOW);
        // Entered before it is answered, so that a burst of tries at once is counted too.
        let mut tx = self.records.write().await?;
        sqlx::query("INSERT INTO attempt (id, subject, at) VALUES ($1, $2, $3)")
            .bind(self.row_id())
            .bind(&subject)
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
        let tries: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM attempt WHERE subject = $1 AND at > $2")
            .bind(&subject)
            .bind(since)
            .fetch_one(&mut *tx)
            .await?;
        tx.commit().await?;
        let account: Option<(String, String, Option<i64>)> =
            sqlx::query_as("SELECT id, password_hash, disabled_at FROM account WHERE email = $1")
                .bind(&email)
                .fetch_optional(self.records.read())
                .await?;
        let (account, hash) = match account {
            Some((id, hash, disabled)) => (Some(id), Some(hash).filter(|_| disabled.is_none())),
            None => (None, None),
        };
        if tries > TRIES {
            // Once, when the waiting begins: what is tried meanwhile is not even looked at.
            if tries == TRIES + 1 {
                self.sign_in_failed(account.as_deref(), "locked").await?;
            }
            return Err(Error::Refused(Refusal::TooManyTries));
        }
        let right = self.verify_password(hash, password.to_owned()).await?;
        let Some(account) = account.as_ref().filter(|_| right) else {
            self.sign_in_failed(account.as_deref(), "failed").await?;
            return Err(Error::field("password", Problem::NoMatch));
        };
        let mut tx = self.records.write().await?;
        let token = data_encoding::HEXLOWER.encode(&self.rng.bytes::<32>());
        sqlx::query("INSERT INTO session (token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)")
            .bind(hash_of(&token))
            .bind(account)
            .bind(ms(self.now()))
            .bind(ms(self.now() + SESSION))
            .execute(&mut *tx)
            .await?;
        sqlx::query("DELETE FROM attempt WHERE subject = $1").bind(&subject).execute(&mut *tx).await?;
        self.enter_sign(&mut tx, Action::SignIn, account).await?;
        tx.commit().await?;
        Ok(token)
    }

    /// Ends a session. Whoever holds the token may call this.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn sign_out(&self, token: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        let account: Option<String> = sqlx::query_scalar("SELECT account_id FROM session WHERE token_hash = $1")
            .bind(hash_of(token))
            .fetch_optional(&mut *tx)
            .await?;
        let ended = sqlx::query("DELETE FROM session WHERE token_hash = $1").bind(hash_of(token)).execute(&mut *tx).await?;
        if let Some(account) = account.filter(|_| ended.rows_affected() == 1) {
            self.enter_sign(&mut tx, Action::SignOut, &account).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    async fn enter_sign(&self, tx: &mut AnyConnection, action: Action, account: &str) -> Result<()> {
        let Some(employer) = employer_of(&mut *tx, account).await? else { return Ok(()) };
        self.enter(tx, &employer, &Entry::by(By::Account(account.to_owned()), action.code(), account)).await
    }

    /// Who holds this token, with the roles as they are now; `None` once the session ended.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn session(&self, token: &str) -> Result<Option<Session>> {
        let now = ms(self.now());
        type Row = (String, String, String, String, Option<String>, Option<i64>);
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT a.id, a.name, m.employer_id, m.role, m.department_id, m.until_at FROM session s JOIN account a ON a.id = s.account_id \
             JOIN membership m ON m.account_id = a.id WHERE s.token_hash = $1 AND s.expires_at > $2 AND a.disabled_at IS NULL ORDER BY m.id",
        )
        .bind(hash_of(token))
        .bind(now)
        .fetch_all(self.records.read())
        .await?;
        let Some((account, name, ..)) = rows.first().cloned() else { return Ok(None) };
        let (mut memberships, mut ended) = (Vec::new(), Vec::new());
        for (_, _, employer, role, department, until) in rows {
            let membership = Membership {
                employer: EmployerId::parse(&employer).ok_or_else(|| unknown("membership.employer_id"))?,
                role: Role::from_code(&role).ok_or_else(|| unknown("membership.role"))?,
                department: department.as_deref().and_then(DepartmentId::parse),
            };
            // One that ended lets the person learn that, and nothing else.
            match until {
                Some(until) if until <= now => ended.push((membership, at(until))),
                _ => memberships.push(membership),
            }
        }
        let account = AccountId::parse(&account).ok_or_else(|| unknown("account.id"))?;
        Ok(Some(Session { actor: Actor::Staff(Staff { account, memberships, ended }), name }))
    }
}

fn hash_of(token: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}
