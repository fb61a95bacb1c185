//! What is set at the desk: the parts of the privacy notice that only the employer knows (docs/PROMISES.md, n20 and n22), and how
//! long applications to new postings are kept.

use std::collections::HashMap;

use rules::{
    access::{Action, Actor, Subject},
    form::{Problem, check_remark, line_feeds},
    id::AccountId,
    journal::{ALERT, STAFF_MONTHS},
    kept::PAPER_YEARS,
    posting::State,
    retention::{Months, Policy, Start},
};
use sha2::{Digest as _, Sha256};
use sqlx::AnyConnection;

use crate::{
    Error, Office, Result,
    journal::Entry,
    store::{ms, unknown},
};

/// Every setting of the desk with its default. What the notice must name has none.
pub const DESK_SETTINGS: [(&str, &str); 11] = [
    ("notice.controller", ""),
    ("notice.officer", ""),
    ("notice.authority", ""),
    ("notice.recipients", ""),
    ("notice.third_countries", ""),
    ("notice.region", ""),
    ("retention.months", "6"),
    ("retention.start", "procedure"),
    ("papers.years", "8"),
    ("journal.alert", "100"),
    ("journal.months", "24"),
];

/// The parts of the privacy notice that are set at the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Who is responsible, with an address.
    pub controller: String,
    /// The privacy officer.
    pub officer: String,
    /// The authority that takes complaints.
    pub authority: String,
    /// Who receives data.
    pub recipients: String,
    /// Countries outside the EU to which data go.
    pub third_countries: String,
    /// Where the data lie, and who processes them.
    pub region: String,
    /// How long applications to a posting that is published now are kept; an older posting keeps its own.
    pub policy: Policy,
    /// Changes with any of them; each application keeps the one that was confirmed.
    pub version: String,
}

impl Notice {
    /// The settings that are still empty; nothing is published before all are filled.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let empty = self.parts().into_iter().zip(DESK_SETTINGS).filter(|(text, _)| text.trim().is_empty());
        empty.map(|(_, (name, _))| name).collect()
    }

    /// In the order of [`DESK_SETTINGS`].
    fn parts(&self) -> [&str; 6] {
        [&self.controller, &self.officer, &self.authority, &self.recipients, &self.third_countries, &self.region]
    }

    fn with_version(self) -> Self {
        let mut hash = Sha256::new();
        hash.update(EDITION);
        for part in self.parts() {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hash.update([self.policy.months.get()]);
        hash.update(self.policy.start.code());
        let version = data_encoding::HEXLOWER.encode(&hash.finalize()[..6]);
        Self { version, ..self }
    }
}

/// The words that are ours, by the day on which they last changed: they are part of what was read. A test holds them against this day.
const EDITION: &str = "2026-12-01.2";

/// The settings as they stand.
pub(super) struct Settings(HashMap<String, String>);

impl Settings {
    pub(super) async fn load(connection: &mut AnyConnection) -> Result<Self> {
        let rows: Vec<(String, String)> = sqlx::query_as("SELECT name, value FROM setting").fetch_all(connection).await?;
        Ok(Self(rows.into_iter().collect()))
    }

    /// The value of one of [`DESK_SETTINGS`].
    fn get(&self, name: &str) -> String {
        let default = || DESK_SETTINGS.iter().find(|(known, _)| *known == name).map_or("", |(_, default)| default).to_owned();
        self.0.get(name).cloned().unwrap_or_else(default)
    }

    pub(super) fn notice(&self) -> Result<Notice> {
        let notice = Notice {
            controller: self.get("notice.controller"),
            officer: self.get("notice.officer"),
            authority: self.get("notice.authority"),
            recipients: self.get("notice.recipients"),
            third_countries: self.get("notice.third_countries"),
            region: self.get("notice.region"),
            policy: self.policy()?,
            version: String::new(),
        };
        Ok(notice.with_version())
    }

    /// How long applications to a posting that is published now are kept.
    pub(super) fn policy(&self) -> Result<Policy> {
        let months = self.get("retention.months").parse().ok().and_then(Months::new);
        Ok(Policy {
            months: months.ok_or_else(|| unknown("setting retention.months"))?,
            start: Start::from_code(&self.get("retention.start")).ok_or_else(|| unknown("setting retention.start"))?,
        })
    }
}

impl Office {
    /// The parts of the privacy notice that are set at the desk. Anybody may call this.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn notice(&self) -> Result<Notice> {
        let mut connection = self.records.read().acquire().await?;
        Settings::load(&mut connection).await?.notice()
    }

    /// For how many calendar years a paper is kept.
    pub(crate) async fn paper_years(&self) -> Result<i64> {
        let mut connection = self.records.read().acquire().await?;
        Settings::load(&mut connection).await?.get("papers.years").parse().map_err(|_| unknown("setting papers.years"))
    }

    /// How many different applications one account may open within a day before the privacy officer is told.
    pub(crate) async fn journal_alert(&self) -> Result<i64> {
        let mut connection = self.records.read().acquire().await?;
        Settings::load(&mut connection).await?.get("journal.alert").parse().map_err(|_| unknown("setting journal.alert"))
    }

    /// How many months after a month has ended one can tell who of the staff acted in it.
    pub(crate) async fn journal_months(&self) -> Result<i64> {
        let mut connection = self.records.read().acquire().await?;
        Settings::load(&mut connection).await?.get("journal.months").parse().map_err(|_| unknown("setting journal.months"))
    }

    /// Sets one of [`DESK_SETTINGS`]. Only the house itself calls this: the command line, the demo.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a name that is none of them, [`Error::Invalid`] by its name.
    pub async fn set_desk_setting(&self, name: &str, value: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        self.put_settings(&mut tx, &[(name, value)], None).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Each of [`DESK_SETTINGS`] with its value. Administrators may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn desk_settings(&self, actor: &Actor) -> Result<Vec<(&'static str, String)>> {
        self.allow(actor, Action::ManageSettings, Subject::House)?;
        let mut connection = self.records.read().acquire().await?;
        let settings = Settings::load(&mut connection).await?;
        Ok(DESK_SETTINGS.iter().map(|&(name, _)| (name, settings.get(name))).collect())
    }

    /// Changes several of [`DESK_SETTINGS`], all or none. Administrators may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a name that is none of them, [`Error::Invalid`] with every one that needs attention, by its name: what
    /// the notice must name is among them if it would become empty while a procedure runs; [`Error::Forbidden`].
    pub async fn change_desk_settings(&self, actor: &Actor, settings: &[(&str, &str)]) -> Result<()> {
        self.change_desk_settings_seen(actor, settings, None).await
    }

    /// [`Office::change_desk_settings`] for somebody who saw them in the version `seen`, as [`Notice`] has it; `None` changes them
    /// however they stand.
    ///
    /// # Errors
    /// [`Error::Conflict`] if somebody else changed them since; else as there.
    pub async fn change_desk_settings_seen(&self, actor: &Actor, settings: &[(&str, &str)], seen: Option<&str>) -> Result<()> {
        let staff = self.allow(actor, Action::ManageSettings, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let mut tx = self.records.write().await?;
        if let Some(seen) = seen
            && Settings::load(&mut tx).await?.notice()?.version != seen
        {
            return Err(Error::Conflict);
        }
        for name in self.put_settings(&mut tx, settings, Some(&staff.account)).await? {
            self.enter(&mut tx, employer, &Entry::of(staff, Action::ManageSettings, name)).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Puts what differs from what stands, once every value keeps its rule, and answers the names of those.
    async fn put_settings(
        &self,
        tx: &mut AnyConnection,
        settings: &[(&str, &str)],
        by: Option<&AccountId>,
    ) -> Result<Vec<&'static str>> {
        let (current, running) = (Settings::load(&mut *tx).await?, procedure_runs(&mut *tx).await?);
        let (mut changes, mut problems) = (Vec::new(), Vec::new());
        for (name, value) in settings {
            let (name, _) = DESK_SETTINGS.into_iter().find(|(known, _)| known == name).ok_or(Error::NotFound)?;
            match checked(name, value) {
                Ok(value) if current.get(name) == value => {}
                // Applicants confirm and look up the notice as it stands: nothing in it goes missing under them.
                Ok(value) if value.is_empty() && running => problems.push((name, Problem::Missing)),
                Ok(value) => changes.push((name, value)),
                Err(problem) => problems.push((name, problem)),
            }
        }
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        for (name, value) in &changes {
            sqlx::query(
                "INSERT INTO setting (name, value, changed_at, changed_by) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO UPDATE SET \
                 value = excluded.value, changed_at = excluded.changed_at, changed_by = excluded.changed_by",
            )
            .bind(*name)
            .bind(value)
            .bind(ms(self.now()))
            .bind(by.map(AccountId::as_str))
            .execute(&mut *tx)
            .await?;
        }
        Ok(changes.into_iter().map(|(name, _)| name).collect())
    }
}

/// Whether any posting is published and its procedure not over.
async fn procedure_runs(connection: &mut AnyConnection) -> Result<bool> {
    let running: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM posting WHERE state IN ($1, $2)")
        .bind(State::Open.code())
        .bind(State::IntakeClosed.code())
        .fetch_one(connection)
        .await?;
    Ok(running > 0)
}

/// The value of a setting as it is kept.
fn checked(name: &str, value: &str) -> Result<String, Problem> {
    let value = line_feeds(value.trim());
    match name {
        "retention.months" => {
            let months = value.parse().ok().and_then(Months::new).ok_or(Problem::NotANumber { min: 1, max: 60 })?;
            Ok(months.get().to_string())
        }
        "papers.years" | "journal.alert" | "journal.months" => {
            let (min, max, _) = match name {
                "papers.years" => PAPER_YEARS,
                "journal.alert" => ALERT,
                _ => STAFF_MONTHS,
            };
            let number =
                value.parse().ok().filter(|number| (min..=max).contains(number)).ok_or(Problem::NotANumber { min, max })?;
            Ok(number.to_string())
        }
        "retention.start" => Start::from_code(&value).map(|_| value).ok_or(Problem::NotAChoice),
        // A part of the notice can be emptied again while no procedure runs; publishing waits for it then.
        _ => match check_remark(&value) {
            None | Some(Problem::Missing) => Ok(value),
            Some(problem) => Err(problem),
        },
    }
}

#[cfg(test)]
mod tests {
    use rules::messages::{Key, Lang};

    use super::*;

    /// What the words of [`EDITION`] hash to.
    const WORDS: &str = "992cdd8faf921f9f";

    #[test]
    fn n19_words_of_the_notice_that_change_are_another_edition() {
        let mut hash = Sha256::new();
        for key in Key::ALL.iter().filter(|key| format!("{key:?}").starts_with("Notice")) {
            for lang in Lang::ALL {
                hash.update(lang.text(*key));
                hash.update([0]);
            }
        }
        let words = data_encoding::HEXLOWER.encode(&hash.finalize()[..8]);
        assert_eq!(words, WORDS, "give EDITION the day of today, or another number within the day, and WORDS this hash");
    }
}
