//! Exact look-up: whoever knows the address of an applicant, and says what for, reads for half an hour what the close has blocked or a
//! restriction keeps from everybody. One entry in the journal names all that was opened.

use rules::{
    access::{Action, Actor, Subject},
    form::{Problem, Typed},
    id::ApplicationId,
    opening::{OPEN_FOR, Purpose, opens},
};
use sqlx::AssertSqlSafe;

use crate::{
    Error, Office, Result, facts,
    journal::Entry,
    store::{ms, placeholders},
};

impl Office {
    /// Opens every application of that address at the person's employer for them, as far as the purpose reaches. HR may call this. Without a
    /// purpose, or for what is no address, nothing is looked for; that it was asked for stands in the journal, what was typed does not.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `purpose` where there is none; on `email` for what is no address, and where nobody has it or nothing may be opened for that purpose: which of
    /// the two is not told.
    pub async fn look_up(&self, actor: &Actor, email: &str, purpose: impl Into<Option<Purpose>>) -> Result<Vec<ApplicationId>> {
        let staff = self.allow(actor, Action::LookUp, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let email = email.trim();
        let purpose = match (purpose.into(), wrong(email)) {
            (Some(purpose), None) => purpose,
            (purpose, wrong) => {
                self.refused_as_typed(staff, employer, Action::LookUp).await?;
                let purpose = if purpose.is_none() { Some(("purpose", Problem::NotAChoice)) } else { None };
                return Err(Error::Invalid([wrong.map(|problem| ("email", problem)), purpose].into_iter().flatten().collect()));
            }
        };
        let keys: Vec<String> = sqlx::query_scalar("SELECT id FROM rk WHERE email_mac = $1")
            .bind(self.house.mac.email_mac(email).to_vec())
            .fetch_all(self.keys.read())
            .await?;
        let mut tx = self.records.write().await?;
        let mut opened = Vec::new();
        for keys in keys.chunks(500) {
            let sql = format!(
                "{} WHERE a.employer_id = $1 AND a.life = 'live' AND a.rk_id IN ({}) ORDER BY a.received_at, a.id",
                facts::SELECT,
                placeholders(2, keys.len())
            );
            let query =
                keys.iter().fold(sqlx::query_as(AssertSqlSafe(sql)).bind(employer.as_str()), |query, key| query.bind(key));
            let rows = query.fetch_all(&mut *tx).await?;
            for facts in facts::with_releases(&mut tx, rows).await? {
                let kept_from = facts.application.excluded.contains(&staff.account);
                if kept_from || !opens(purpose, facts.application.restricted) {
                    continue;
                }
                let id = facts.id()?;
                sqlx::query(
                    "INSERT INTO opening (id, application_id, account_id, purpose, until_at) VALUES ($1, $2, $3, $4, $5)",
                )
                .bind(self.row_id())
                .bind(id.as_str())
                .bind(staff.account.as_str())
                .bind(purpose.code())
                .bind(ms(self.now() + OPEN_FOR))
                .execute(&mut *tx)
                .await?;
                self.remember(&mut tx, &id, Some(staff), &format!("opened {}", purpose.code())).await?;
                opened.push(id);
            }
        }
        // A look-up that found nothing stands in the journal too.
        let subjects = opened.iter().map(ToString::to_string).collect();
        let entry = Entry::of(staff, Action::LookUp, "").about(subjects).detail(purpose.code());
        self.enter(&mut tx, employer, &entry).await?;
        tx.commit().await?;
        if opened.is_empty() { Err(Error::field("email", Problem::NoMatch)) } else { Ok(opened) }
    }
}

/// What is wrong with an address.
pub(crate) fn wrong(email: &str) -> Option<Problem> {
    let typed = Typed { email: email.to_owned(), ..Typed::default() };
    let problems = typed.check(&[]).err()?;
    problems.iter().find(|(field, _)| field.code() == "email")?;
    Some(if email.is_empty() { Problem::Missing } else { Problem::NotAnEmail })
}
