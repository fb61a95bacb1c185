//! What applicants do for themselves, after a code that was mailed to the address on file has shown who they are (docs/PROMISES.md, n11
//! and n12).

mod act;
mod code;
mod copy;
mod disclose;
mod export;
mod package;

pub use act::Correction;
pub use copy::{CopiedRemark, Copy, OwnRequest, Recipient};
pub use export::InformationPart;
pub use package::{Package, Scope};

pub(crate) use act::Asker;

use jiff::Timestamp;
use rules::{
    application::{Outcome, Stage},
    id::ApplicationId,
    retention::Due,
};
use serde::{Deserialize, Serialize};
use sqlx::AssertSqlSafe;
use vault::{Context, FileKey};

use crate::{
    Error, Office, Result,
    facts::{self, Facts},
    sealed::open_json,
    store::{at, ms, placeholders},
};

/// Somebody who has shown a code that was mailed to the address of these applications. Only [`Office::applicant`] makes one.
#[derive(Clone)]
pub struct Applicant {
    applications: Vec<ApplicationId>,
}

/// One of their applications.
#[derive(Clone, Debug)]
pub struct Own {
    /// Its identifier.
    pub id: ApplicationId,
    /// The posting's title.
    pub title: String,
    /// The employer's name.
    pub employer: String,
    /// When it arrived.
    pub received_at: Timestamp,
    /// How far it is.
    pub stage: Stage,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// When everything is gone.
    pub due: Due,
}

/// Whose visit it is.
#[derive(Serialize, Deserialize)]
struct Visit {
    email: String,
    /// What the address led to when the code was shown: a correction of the address does not end the visit.
    applications: Vec<ApplicationId>,
}

impl Applicant {
    /// Whether one of their applications has this identifier.
    ///
    /// # Errors
    /// [`Error::NotFound`]: it is somebody else's, or there is none.
    pub(crate) fn owns(&self, id: &ApplicationId) -> Result<()> {
        if self.applications.contains(id) { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Their applications, the newest first.
    #[must_use]
    pub fn applications(&self) -> &[ApplicationId] {
        &self.applications
    }
}

impl Office {
    /// Who visits with this token; `None` once the visit is over, or nothing is kept of them any more. Whoever holds the token may call this.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn applicant(&self, token: &str) -> Result<Option<Applicant>> {
        let hash = code::hash_of(token);
        let sealed: Option<Vec<u8>> = sqlx::query_scalar("SELECT sealed FROM visit WHERE token_hash = $1 AND expires_at > $2")
            .bind(&hash)
            .bind(ms(self.now()))
            .fetch_optional(self.records.read())
            .await?;
        let Some(sealed) = sealed else { return Ok(None) };
        let visit: Visit = open_json(&self.token_key("visit", token), &Context::visit(&hash), &sealed)?;
        let applications = self.applications_of(&visit.email, &visit.applications).await?;
        Ok((!applications.is_empty()).then_some(Applicant { applications }))
    }

    /// Ends a visit. Whoever holds the token may call this.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn leave(&self, token: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        sqlx::query("DELETE FROM visit WHERE token_hash = $1").bind(code::hash_of(token)).execute(&mut *tx).await?;
        tx.commit().await
    }

    /// The applicant's applications, the newest first. The applicant may call this.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn own_applications(&self, applicant: &Applicant) -> Result<Vec<Own>> {
        let mut connection = self.records.read().acquire().await?;
        let mut own = Vec::with_capacity(applicant.applications.len());
        for id in &applicant.applications {
            let facts: Facts = match facts::load(&mut connection, id).await {
                Ok(facts) => facts,
                Err(Error::NotFound) => continue,
                Err(error) => return Err(error),
            };
            let posting = crate::careers::load(&mut connection, &facts.row.posting_id).await?;
            own.push(Own {
                id: id.clone(),
                title: posting.title,
                employer: posting.employer_name,
                received_at: at(facts.row.received_at),
                stage: facts.stage()?,
                outcome: facts.outcome(),
                due: self.due_at(facts.row.due_at),
            });
        }
        Ok(own)
    }

    /// The living applications of an address, and those of `known` that still live, the newest first.
    pub(crate) async fn applications_of(&self, email: &str, known: &[ApplicationId]) -> Result<Vec<ApplicationId>> {
        let keys: Vec<String> = sqlx::query_scalar("SELECT id FROM rk WHERE email_mac = $1")
            .bind(self.house.mac.email_mac(email).to_vec())
            .fetch_all(self.keys.read())
            .await?;
        let mut found: Vec<(i64, String)> = Vec::new();
        let known: Vec<String> = known.iter().map(ToString::to_string).collect();
        for (column, ids) in [("rk_id", &keys), ("id", &known)] {
            for ids in ids.chunks(500) {
                let sql = format!(
                    "SELECT received_at, id FROM application WHERE life = 'live' AND {column} IN ({})",
                    placeholders(1, ids.len())
                );
                let query = ids.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(id));
                found.extend(query.fetch_all(self.records.read()).await?);
            }
        }
        found.sort_unstable_by(|one, other| other.cmp(one));
        found.dedup();
        Ok(found.iter().filter_map(|(_, id)| ApplicationId::parse(id)).collect())
    }

    /// The key that follows from a token: whoever reads the database has not got it.
    fn token_key(&self, what: &str, token: &str) -> FileKey {
        FileKey::from_bytes(self.house.mac.mac(&format!("{what} key"), &[token.as_bytes()]))
    }
}
