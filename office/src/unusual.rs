//! Unusual reading: one account that opened more different applications within a day than `journal.alert` allows, by what the journal says.

use jiff::{Span, civil::Date};
use rules::{
    access::Action,
    id::{AccountId, EmployerId},
    journal::Sort,
    retention::midnight,
};

use crate::{Office, Result, store::ms};

/// So many days back the privacy officer is told of it; then it stands in the journal alone.
const BACK: i64 = 14;

/// An account that read unusually much in one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusual {
    /// The account.
    pub person: AccountId,
    /// Its owner's name.
    pub name: String,
    /// The day.
    pub day: Date,
    /// How many different applications were opened, or documents of them.
    pub applications: i64,
}

impl Office {
    /// Whoever read unusually much lately, the newest day first.
    pub(crate) async fn unusual(&self, employer: &EmployerId) -> Result<Vec<Unusual>> {
        let (limit, zone) = (self.journal_alert().await?, &self.settings.zone);
        let days: Vec<Date> = (0..BACK).map(|back| self.today().saturating_sub(Span::new().days(back))).collect();
        let known = self.known(days.iter().map(|day| ms(midnight(*day, zone)))).await?;
        let mut unusual = Vec::new();
        for day in days {
            let rows: Vec<(String, i64)> = sqlx::query_as(
                "SELECT a.actor, COUNT(DISTINCT t.subject) FROM act a JOIN touch t ON t.idx = a.idx WHERE a.employer_id = $1 \
                 AND a.at >= $2 AND a.at < $3 AND a.what IN ($4, $5) AND a.sort <> $6 \
                 GROUP BY a.actor HAVING COUNT(DISTINCT t.subject) > $7 ORDER BY 2 DESC, 1",
            )
            .bind(employer.as_str())
            .bind(ms(midnight(day, zone)))
            .bind(ms(midnight(day.tomorrow().unwrap_or(day), zone)))
            .bind(Action::ReadApplication.code())
            .bind(Action::ReadSection.code())
            .bind(Sort::Refusals.code())
            .bind(limit)
            .fetch_all(self.log.read())
            .await?;
            unusual.extend(rows.into_iter().filter_map(|(actor, applications)| {
                let account = known.account(&actor).unwrap_or(&actor);
                let name = known.name(account).unwrap_or(account).to_owned();
                Some(Unusual { person: AccountId::parse(account)?, name, day, applications })
            }));
        }
        Ok(unusual)
    }
}
