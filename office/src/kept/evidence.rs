//! The evidence of consents: that one was given, to which text, how, and until when it stood (Art. 7(1) GDPR; docs/PROMISES.md, n15).

use std::collections::HashMap;

use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Subject},
    id::KeptId,
    kept::{ConsentChannel, KeptClass, WithdrawalChannel},
    retention::Due,
};

use crate::{Error, Office, Result, journal::Entry, store::unknown};

/// The evidence of one consent.
#[derive(Clone)]
pub struct EvidenceLine {
    /// Its identifier.
    pub id: KeptId,
    /// Who consented.
    pub name: String,
    /// At which address.
    pub email: String,
    /// To which text.
    pub text_version: String,
    /// How it came.
    pub channel: ConsentChannel,
    /// The day on which it was given.
    pub given_on: Date,
    /// The last day on which it was to stand.
    pub until_on: Date,
    /// When and how it was withdrawn.
    pub withdrawn: Option<(Date, WithdrawalChannel)>,
    /// When the evidence goes.
    pub due: Due,
}

type ConsentRow = (String, String, String, String, String, Option<String>, Option<String>);

impl Office {
    /// The evidence of every consent at the person's employer. Privacy officers may call this; it stands in the journal.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn evidence(&self, actor: &Actor) -> Result<Vec<EvidenceLine>> {
        let staff = self.allow(actor, Action::ReadEvidence, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let rows = self.kept_rows(KeptClass::Evidence, employer).await?;
        let consents: Vec<ConsentRow> = sqlx::query_as(
            "SELECT c.evidence_id, c.text_version, c.channel, c.given_on, c.until_on, c.withdrawn_on, c.withdrawn_by FROM consent c \
             JOIN kept k ON k.id = c.evidence_id WHERE k.employer_id = $1",
        )
        .bind(employer.as_str())
        .fetch_all(self.records.read())
        .await?;
        let mut consents: HashMap<String, ConsentRow> = consents.into_iter().map(|row| (row.0.clone(), row)).collect();
        let keys = self.record_keys(&rows.iter().map(|row| row.rk_id.clone()).collect::<Vec<_>>()).await?;
        let mut lines = Vec::with_capacity(rows.len());
        let day = |text: &str| text.parse::<Date>().map_err(|_| unknown("consent.given_on"));
        for row in rows {
            let (Some(rk), Some((_, text_version, channel, given_on, until_on, withdrawn_on, by))) =
                (keys.get(&row.rk_id), consents.remove(&row.id))
            else {
                continue;
            };
            let content = row.open(KeptClass::Evidence, rk)?;
            let withdrawn = match (withdrawn_on, by.as_deref().and_then(WithdrawalChannel::from_code)) {
                (Some(on), Some(by)) => Some((day(&on)?, by)),
                _ => None,
            };
            lines.push(EvidenceLine {
                id: row.id()?,
                name: content.name,
                email: content.email,
                text_version,
                channel: ConsentChannel::from_code(&channel).ok_or_else(|| unknown("consent.channel"))?,
                given_on: day(&given_on)?,
                until_on: day(&until_on)?,
                withdrawn,
                due: self.due_at(row.due_at),
            });
        }
        let shown = lines.iter().map(|line| line.id.to_string()).collect();
        self.enter_read(employer, &Entry::of(staff, Action::ReadEvidence, employer.as_str()).about(shown)).await?;
        Ok(lines)
    }
}
