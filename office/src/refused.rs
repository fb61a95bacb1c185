//! Refusals in the journal: who asked for what they may not have, and for which record. The guard of the routes calls this for every
//! answer that is one, so no route forgets it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use rules::{
    access::{Action, Actor, Denied, Staff, Subject, may},
    application::{Section, is_blocked},
    id::{ApplicationId, EmployerId},
};

use crate::{
    Error, Office, Result,
    facts::{self, Facts},
    journal::{By, Entry},
    store::unknown,
};

/// So many refusals of one account are entered in one minute, and the last of them says that there may be more: whoever floods the
/// journal by being refused does not fill the disk. Each process counts for itself.
const MOST: u32 = 30;

/// What a person was answered instead of what they asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// The reason.
    Denied(Denied),
    /// A page on which the form came back: the record is closed to the person, and why is to be asked again.
    Closed,
    /// That there is no such thing, or no longer. For whoever may know of it that is no refusal.
    Nothing,
}

/// Refusals of the running minute, by who was refused.
#[derive(Clone, Default)]
pub(crate) struct Refusals(Arc<Mutex<(i64, HashMap<String, u32>)>>);

impl Refusals {
    /// Whether this one is entered, and whether it is the last for this minute.
    fn take(&self, who: &str, minute: i64) -> Option<bool> {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.0 != minute {
            *counted = (minute, HashMap::new());
        }
        let count = counted.1.entry(who.to_owned()).or_default();
        *count += 1;
        (*count <= MOST).then_some(*count == MOST)
    }
}

/// What an identifier names.
enum Record {
    Application(Box<Facts>),
    /// Something of this employer.
    Other(EmployerId),
}

impl Office {
    /// Enters that a person who signed in was refused `action`; `named` are the identifiers in the address, the record first. What names
    /// no record is not entered: it may be anything. The house calls this.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn refused(&self, actor: &Actor, action: Action, named: &[&str], answered: Answered) -> Result<()> {
        let Actor::Staff(staff) = actor else { return Ok(()) };
        let Some(employer) = staff.employer() else { return Ok(()) };
        let record = match named.first() {
            Some(id) => self.record(id).await?,
            None => None,
        };
        let denied = match (answered, &record) {
            (Answered::Denied(denied), _) => Some(denied),
            (_, None) => None,
            (_, Some(Record::Other(whose))) => may(actor, action, Subject::Employer(whose), self.now()).err(),
            (answered, Some(Record::Application(facts))) => {
                let denied = self.denied_anew(actor, action, facts, named.get(1).copied()).await?;
                denied.or_else(|| if answered == Answered::Closed { closed(facts) } else { None })
            }
        };
        let Some(why) = denied.and_then(code) else { return Ok(()) };
        let subject = if record.is_some() { named.first().copied().unwrap_or_default() } else { "" };
        let Some(detail) = self.counted(staff.account.as_str(), format!("refused {why}")) else { return Ok(()) };
        self.enter_read(employer, &Entry::of(staff, action, subject).detail(detail)).await
    }

    /// Enters that a person was refused `action` for what they typed, and never what that was.
    pub(crate) async fn refused_as_typed(&self, staff: &Staff, employer: &EmployerId, action: Action) -> Result<()> {
        let Some(detail) = self.counted(staff.account.as_str(), "refused typed".to_owned()) else { return Ok(()) };
        self.enter_read(employer, &Entry::of(staff, action, "").about(Vec::new()).detail(detail)).await
    }

    /// Enters a sign-in that failed: with the account, if there is one, and never with what was typed. `why` is a code.
    pub(crate) async fn sign_in_failed(&self, account: Option<&str>, why: &str) -> Result<()> {
        let Some(detail) = self.counted(account.unwrap_or_default(), why.to_owned()) else { return Ok(()) };
        let mut tx = self.records.write().await?;
        match account {
            Some(account) => {
                if let Some(employer) = employer_of(&mut tx, account).await? {
                    let entry = Entry::by(By::Account(account.to_owned()), Action::SignIn.code(), account).detail(detail);
                    self.enter(&mut tx, &employer, &entry).await?;
                }
            }
            // Nobody knows whose it would have been.
            None => {
                self.enter_in_every_journal(&mut tx, &Entry::by(By::Stranger, Action::SignIn.code(), "").detail(detail)).await?
            }
        }
        tx.commit().await?;
        Ok(())
    }

    /// The detail of a refusal as it is entered; `None` for one that is not.
    fn counted(&self, who: &str, detail: String) -> Option<String> {
        let last = self.refusals.take(who, self.now().as_second().div_euclid(60))?;
        Some(if last { format!("{detail} more") } else { detail })
    }

    async fn record(&self, id: &str) -> Result<Option<Record>> {
        if let Some(application) = ApplicationId::parse(id) {
            let mut connection = self.records.read().acquire().await?;
            match facts::load(&mut connection, &application).await {
                Ok(facts) => return Ok(Some(Record::Application(Box::new(facts)))),
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        let whose: Option<String> = sqlx::query_scalar(
            "SELECT employer_id FROM posting WHERE id = $1 UNION ALL SELECT employer_id FROM employee WHERE id = $1 \
             UNION ALL SELECT employer_id FROM kept WHERE id = $1 UNION ALL SELECT employer_id FROM claim WHERE id = $1 \
             UNION ALL SELECT employer_id FROM breach WHERE id = $1",
        )
        .bind(id)
        .fetch_optional(self.records.read())
        .await?;
        whose.map(|id| EmployerId::parse(&id).map(Record::Other).ok_or_else(|| unknown("employer.id"))).transpose()
    }

    /// Why the person may not, asked once more; of a document, for the section it belongs to.
    async fn denied_anew(&self, actor: &Actor, action: Action, facts: &Facts, part: Option<&str>) -> Result<Option<Denied>> {
        let application = &facts.application;
        let subject = match (action, part) {
            (Action::ReadSection, Some(document)) => {
                let section: Option<String> =
                    sqlx::query_scalar("SELECT section FROM document WHERE id = $1 AND application_id = $2")
                        .bind(document)
                        .bind(&facts.row.id)
                        .fetch_optional(self.records.read())
                        .await?;
                match section.as_deref().and_then(Section::from_code) {
                    Some(section) => Subject::Section(application, section),
                    None => Subject::Application(application),
                }
            }
            _ => Subject::Application(application),
        };
        Ok(may(actor, action, subject, self.now()).err())
    }
}

/// The employer of an account.
pub(crate) async fn employer_of(connection: &mut sqlx::AnyConnection, account: &str) -> Result<Option<EmployerId>> {
    let employer: Option<String> =
        sqlx::query_scalar("SELECT employer_id FROM membership WHERE account_id = $1 ORDER BY id LIMIT 1")
            .bind(account)
            .fetch_optional(connection)
            .await?;
    Ok(employer.as_deref().and_then(EmployerId::parse))
}

/// What closes an application to somebody whom the rules of access would let through.
fn closed(facts: &Facts) -> Option<Denied> {
    let application = &facts.application;
    if application.restricted {
        return Some(Denied::Restricted);
    }
    is_blocked(application.posting, facts.outcome(), application.handed_over).then_some(Denied::Blocked)
}

/// The code of a reason; the sign-in is none.
fn code(denied: Denied) -> Option<&'static str> {
    Some(match denied {
        Denied::SignIn => return None,
        Denied::Role => "role",
        Denied::Hidden => "hidden",
        Denied::Ended(..) => "ended",
        Denied::Blocked => "blocked",
        Denied::Restricted => "restricted",
        Denied::Erasing => "erasing",
        Denied::Blind => "blind",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_is_counted_by_who_floods_and_by_the_minute() {
        let refusals = Refusals::default();
        let taken: Vec<Option<bool>> = (0..MOST + 5).map(|_| refusals.take("one", 7)).collect();
        assert_eq!(taken.iter().filter(|taken| taken.is_some()).count(), MOST as usize);
        assert_eq!(taken.iter().position(|taken| *taken == Some(true)), Some(MOST as usize - 1), "the last says so");
        assert_eq!(refusals.take("another", 7), Some(false));
        assert_eq!(refusals.take("one", 8), Some(false), "the next minute begins anew");
    }
}
