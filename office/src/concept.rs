//! What the deletion concept and the record of processing activities (Art. 30(1) GDPR) are made from: the settings as they stand.

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Subject},
    retention::{Months, Policy, Start},
};

use crate::{
    Error, KeyProvider, Office, Result,
    posting::Notice,
    store::{ms, unknown},
};

/// Who keeps the generation key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// The house, in a file.
    File,
    /// The operator.
    Operator,
    /// The house, sealed by a key service.
    Service,
}

/// The settings that the two documents name.
#[derive(Clone, Debug)]
pub struct Concept {
    /// What is stated at the desk, with the period of postings that are published now.
    pub notice: Notice,
    /// Other periods, of older postings whose applications still stand, the longest first.
    pub older: Vec<Policy>,
    /// The time zone in which days are counted, by its IANA name.
    pub zone: String,
    /// Where the site is reached.
    pub address: String,
    /// Who keeps the generation key.
    pub keeper: Keeper,
    /// Whether signed checkpoints of the log are put outside the store.
    pub checkpoints: bool,
    /// The instant of the settings.
    pub now: Timestamp,
}

impl Office {
    /// The settings for the two documents. HR and the privacy officer may call this; it names no applicant.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn concept(&self, actor: &Actor) -> Result<Concept> {
        let staff = self.allow(actor, Action::ReadPlan, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(rules::access::Denied::Role))?;
        let notice = self.notice().await?;
        let rows: Vec<(i64, String)> = sqlx::query_as(
            "SELECT DISTINCT p.retention_months, p.retention_start FROM posting p WHERE p.employer_id = $1 AND p.published_at <= $2 \
             AND EXISTS (SELECT 1 FROM application a WHERE a.posting_id = p.id) \
             ORDER BY p.retention_months DESC, p.retention_start",
        )
        .bind(employer.as_str())
        .bind(ms(self.now()))
        .fetch_all(self.records.read())
        .await?;
        let mut older = rows
            .into_iter()
            .map(|(months, start)| {
                Ok(Policy {
                    months: Months::new(months).ok_or_else(|| unknown("posting.retention_months"))?,
                    start: Start::from_code(&start).ok_or_else(|| unknown("posting.retention_start"))?,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        older.retain(|policy| *policy != notice.policy);
        let settings = &self.settings;
        let keeper = match settings.key_provider {
            KeyProvider::File => Keeper::File,
            KeyProvider::Secret { .. } => Keeper::Operator,
            KeyProvider::Transit => Keeper::Service,
        };
        Ok(Concept {
            notice,
            older,
            zone: settings.zone.iana_name().unwrap_or("UTC").to_owned(),
            address: settings.public_url.clone(),
            keeper,
            checkpoints: settings.checkpoints.is_some(),
            now: self.now(),
        })
    }
}
