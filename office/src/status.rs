//! What an applicant learns with the receipt code alone: status and dates, nothing about the person (docs/PROMISES.md, n12).

use jiff::{Timestamp, civil::Date};
use rules::{
    application::{Life, Outcome, Stage},
    id::ApplicationId,
    posting::Closing,
    retention::{Due, local_date},
};

use crate::{
    Error, Office, Result,
    apply::written_code,
    careers,
    facts::{self, Facts, Row},
    log::Certificate,
    readings::Reading,
    store::unknown,
};

/// The status of an application.
#[derive(Clone, Debug)]
pub enum Status {
    /// It has arrived and is being taken in.
    Arriving {
        /// The posting's title.
        title: String,
    },
    /// It is there.
    Here {
        /// The posting's title.
        title: String,
        /// The employer's name.
        employer: String,
        /// How far it is.
        stage: Stage,
        /// How it ended.
        outcome: Option<Outcome>,
        /// When it arrived.
        received_at: Timestamp,
        /// The end of the procedure.
        closing: Closing,
        /// When everything is gone.
        due: Due,
        /// The number of the certificate to come.
        certificate_no: String,
        /// By when it is answered, if the posting says.
        answer_by: Option<Date>,
        /// What happens next, in the employer's words.
        next_steps: String,
        /// Whom to ask.
        contact: String,
        /// How often it was opened, by day and role.
        readings: Vec<Reading>,
        /// Whether its processing is restricted.
        restricted: bool,
        /// Whether it goes within fourteen days although it is restricted.
        announced: bool,
        /// Whether nobody has shown yet that the address is theirs: until then the receipt code changes it.
        address_open: bool,
    },
}

impl Office {
    /// The status that belongs to a receipt code. Whoever holds the code may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a code that leads nowhere (any more).
    pub async fn status(&self, code: &str) -> Result<Status> {
        let hash = self.receipt_hash(code);
        let mut connection = self.records.read().acquire().await?;
        let sql = format!("{} WHERE a.receipt_hash = $1", facts::SELECT);
        let row: Option<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(&hash).fetch_optional(&mut *connection).await?;
        let Some(row) = row else {
            let (title,): (String,) =
                sqlx::query_as("SELECT p.title FROM envelope e JOIN posting p ON p.id = e.posting_id WHERE e.receipt_hash = $1")
                    .bind(&hash)
                    .fetch_one(&mut *connection)
                    .await?;
            return Ok(Status::Arriving { title });
        };
        let facts: Facts = facts::with_releases(&mut connection, vec![row]).await?.remove(0);
        if facts.application.life == Life::Erasing {
            return Err(Error::NotFound);
        }
        let posting = careers::load(&mut connection, &facts.row.posting_id).await?;
        let announced = self.announcement(&mut connection, &facts).await?.is_some();
        let received_at = crate::store::at(facts.row.received_at);
        let confirmed: Option<i64> = sqlx::query_scalar("SELECT address_confirmed_at FROM application WHERE id = $1")
            .bind(&facts.row.id)
            .fetch_one(&mut *connection)
            .await?;
        Ok(Status::Here {
            address_open: confirmed.is_none() && self.sends_mail(),
            restricted: facts.application.restricted,
            announced,
            readings: self.readings(&facts.id()?).await?,
            closing: facts.closing(&posting),
            answer_by: posting.answer_by(local_date(received_at, &self.settings.zone)),
            title: posting.title,
            employer: posting.employer_name,
            stage: facts.stage()?,
            outcome: facts.outcome(),
            received_at,
            due: self.due_at(facts.row.due_at),
            certificate_no: facts.row.certificate_no,
            next_steps: posting.next_steps,
            contact: posting.contact,
        })
    }

    /// The application that belongs to a receipt code. Only the house itself calls this: the demonstration goes on from it.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a code that leads nowhere.
    pub async fn application_of(&self, code: &str) -> Result<ApplicationId> {
        let (id,): (String,) = sqlx::query_as("SELECT id FROM application WHERE receipt_hash = $1")
            .bind(self.receipt_hash(code))
            .fetch_one(self.records.read())
            .await?;
        ApplicationId::parse(&id).ok_or_else(|| unknown("application.id"))
    }

    /// The certificate of an erasure, by the number on the receipt, typed as freely as a receipt code. Anybody who knows the number may
    /// call this; it names nobody.
    ///
    /// # Errors
    /// [`Error::NotFound`] while there is none.
    pub async fn certificate_of(&self, number: &str) -> Result<Certificate> {
        self.certificate(&written_code(number)).await?.ok_or(Error::NotFound)
    }
}
