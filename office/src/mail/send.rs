//! Sending: a job is taken under a lease of its own, the mail handed over, and what became of it recorded.
//!
//! A process that dies between the two leaves a mail that is sent once more when the lease has ended, under the same Message-ID. A server that
//! does not answer, or refuses for now, delays a mail; an address that takes none, and seven days, end it, and HR reads so (n07).

use fail::fail_point;
use jiff::Timestamp;
use rules::{
    application::{Outcome, Section},
    id::ApplicationId,
    mail::{Filling, Mail, wait},
    messages::Lang,
};
use sqlx::FromRow;
use vault::Context;

use super::{Carried, Carrier, Shown, carrier::NotTaken};
use crate::{
    Error, Office, Result,
    facts::{self, Facts},
    sealed::{Contact, open_json, section_context},
    store::{ms, unknown},
};

/// A job is taken for this long: longer than a server is waited for.
const LEASE_MS: i64 = 2 * 60_000;

/// What one pass over the queue did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// Mails that a server took.
    pub sent: i64,
    /// Mails that are tried again.
    pub delayed: i64,
    /// Mails that are given up.
    pub lost: i64,
}

#[derive(FromRow)]
struct Job {
    id: String,
    kind: String,
    employer: String,
    application_id: Option<String>,
    language: String,
    intake_key_id: Option<String>,
    sealed: Option<Vec<u8>>,
    lost_at: i64,
    tries: i64,
    fence: i64,
}

/// What a job comes to before anybody is asked to carry it.
enum Ready {
    /// Which mail it is, to whom, and what fills it.
    Mail { mail: Mail, to: String, last_day: Option<jiff::civil::Date>, carried: (String, String) },
    /// There is nothing to say any more.
    Nothing,
}

impl Office {
    /// Sends what waits in the queue, and answers what became of it. The house calls this.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; what was taken before is sent.
    pub async fn send_mail(&self) -> Result<Sent> {
        let mut sent = Sent::default();
        if matches!(self.carrier, Carrier::Nobody) {
            return Ok(sent);
        }
        while let Some(job) = self.take_job().await? {
            self.send(&job, &mut sent).await?;
        }
        Ok(sent)
    }

    /// What a demonstration would have sent, the newest first. Anybody may call this: a demonstration answers on loopback only.
    #[must_use]
    pub fn outbox(&self) -> Vec<Shown> {
        match &self.carrier {
            Carrier::Outbox(shown) => shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner).iter().cloned().collect(),
            Carrier::Nobody | Carrier::Smtp(..) => Vec::new(),
        }
    }

    /// How many mails wait, and since when the oldest of them could be sent. The operator may ask.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn mail_waiting(&self) -> Result<(i64, Option<Timestamp>)> {
        let (count, oldest): (i64, Option<i64>) =
            sqlx::query_as("SELECT COUNT(*), MIN(queued_at) FROM job WHERE run_at <= $1 OR tries > 0")
                .bind(ms(self.wall.now()))
                .fetch_one(self.records.read())
                .await?;
        Ok((count, oldest.map(crate::store::at)))
    }

    /// Takes the job that waits longest; `None` when none does. One that a process took and did not end is taken again after its lease;
    /// a lease that ends later than it could was taken before the clock was set back.
    async fn take_job(&self) -> Result<Option<Job>> {
        let now = ms(self.wall.now());
        loop {
            let job: Option<Job> = sqlx::query_as(
                "SELECT j.id, j.kind, e.name AS employer, j.application_id, j.language, j.intake_key_id, j.sealed, j.lost_at, j.tries, j.fence \
                 FROM job j JOIN employer e ON e.id = j.employer_id \
                 WHERE j.run_at <= $1 AND (j.until_at IS NULL OR j.until_at <= $1 OR j.until_at > $2) ORDER BY j.run_at, j.id LIMIT 1",
            )
            .bind(now)
            .bind(now + 2 * LEASE_MS)
            .fetch_optional(self.records.read())
            .await?;
            let Some(mut job) = job else { return Ok(None) };
            let mut tx = self.records.write().await?;
            let taken =
                sqlx::query("UPDATE job SET until_at = $1, fence = fence + 1, tries = tries + 1 WHERE id = $2 AND fence = $3")
                    .bind(now + LEASE_MS)
                    .bind(&job.id)
                    .bind(job.fence)
                    .execute(&mut *tx)
                    .await?;
            tx.commit().await?;
            if taken.rows_affected() == 1 {
                (job.fence, job.tries) = (job.fence + 1, job.tries + 1);
                return Ok(Some(job));
            }
        }
    }

    async fn send(&self, job: &Job, sent: &mut Sent) -> Result<()> {
        let mail = Mail::from_code(&job.kind).ok_or_else(|| unknown("job.kind"))?;
        let lang = Lang::from_code(&job.language).unwrap_or(Lang::En);
        let now = self.wall.now();
        let (mail, to, last_day, (certificate, code)) = match self.make_ready(job, mail).await {
            Ok(Ready::Mail { mail, to, last_day, carried }) => (mail, to, last_day, carried),
            Ok(Ready::Nothing) => return self.end_job(job, None).await,
            // What cannot be read now must not keep the others waiting.
            Err(error) => {
                tracing::error!(job = %job.id, %error, "a mail could not be written; it is tried again");
                sent.delayed += 1;
                return self.delay_job(job, now).await;
            }
        };
        let site = &self.settings.public_url;
        let filling = Filling { employer: &job.employer, site, last_day, certificate: &certificate, code: &code };
        let taken = self.carrier.carry(&job.id, &job.employer, &to, mail.letter(lang, &filling), now).await;
        fail_point!("mail.carried");
        match taken {
            Ok(()) => {
                sent.sent += 1;
                self.end_job(job, Some(format!("mailed {}", mail.code()))).await
            }
            Err(NotTaken::Later(_)) if ms(now) >= job.lost_at => {
                sent.lost += 1;
                tracing::warn!(job = %job.id, "a mail is given up: no server took it for seven days");
                self.end_job(job, Some(format!("mail_lost {}", mail.code()))).await
            }
            Err(NotTaken::Later(words)) => {
                sent.delayed += 1;
                tracing::warn!(job = %job.id, tries = job.tries, words, "a mail could not be handed over; it is tried again");
                self.delay_job(job, now).await
            }
            Err(NotTaken::Address(_)) => {
                sent.lost += 1;
                self.end_job(job, Some(format!("mail_refused {}", mail.code()))).await
            }
        }
    }

    async fn make_ready(&self, job: &Job, mail: Mail) -> Result<Ready> {
        if let (Some(key), Some(sealed)) = (&job.intake_key_id, &job.sealed) {
            let key = self.open_intake_key(key).await?;
            let Carried { email, certificate, code, sure } = open_json(&key, &Context::job(&job.id), sealed)?;
            let mail = match mail {
                Mail::Code if !sure && self.applications_of(&email, &[]).await?.is_empty() => Mail::Nobody,
                mail => mail,
            };
            return Ok(Ready::Mail { mail, to: email, last_day: None, carried: (certificate, code) });
        }
        let Some(id) = job.application_id.as_deref().and_then(ApplicationId::parse) else { return Ok(Ready::Nothing) };
        let mut connection = self.records.read().acquire().await?;
        let facts: Facts = match facts::load(&mut connection, &id).await {
            Ok(facts) => facts,
            Err(Error::NotFound | Error::Gone) => return Ok(Ready::Nothing),
            Err(error) => return Err(error),
        };
        let outcome = facts.outcome();
        let over = match mail {
            // It was taken back in time.
            Mail::News => matches!(outcome, None | Some(Outcome::Withdrawn)),
            Mail::Ended => outcome.is_some() || facts.application.closed_at.is_none(),
            Mail::Receipt | Mail::Moved | Mail::Answered | Mail::Changed | Mail::Erased | Mail::Code | Mail::Nobody => false,
        };
        if over || facts.application.life != rules::application::Life::Live {
            return Ok(Ready::Nothing);
        }
        let (section, version, sealed): (String, i64, Vec<u8>) =
            sqlx::query_as("SELECT id, version, sealed FROM section WHERE application_id = $1 AND name = $2")
                .bind(id.as_str())
                .bind(Section::Contact.code())
                .fetch_one(&mut *connection)
                .await?;
        let key = self.record_key(&facts.row.rk_id).await?;
        let contact: Contact = open_json(&key, &section_context(id.as_str(), &section, Section::Contact, version), &sealed)?;
        if contact.email.is_empty() {
            return Ok(Ready::Nothing);
        }
        let last_day = self.due_at(facts.row.due_at).last_day;
        Ok(Ready::Mail { mail, to: contact.email, last_day: Some(last_day), carried: Default::default() })
    }

    /// The job goes, and the history of the application says what became of the mail. Nothing, if another process took it over.
    async fn end_job(&self, job: &Job, what: Option<String>) -> Result<()> {
        let mut tx = self.records.write().await?;
        let ended =
            sqlx::query("DELETE FROM job WHERE id = $1 AND fence = $2").bind(&job.id).bind(job.fence).execute(&mut *tx).await?;
        let about = job.application_id.as_deref().and_then(ApplicationId::parse).filter(|_| ended.rows_affected() == 1);
        if let (Some(id), Some(what)) = (about, what) {
            let there: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM application WHERE id = $1 AND life = 'live'")
                .bind(id.as_str())
                .fetch_one(&mut *tx)
                .await?;
            if there == 1 {
                self.remember(&mut tx, &id, None, &what).await?;
            }
        }
        tx.commit().await
    }

    async fn delay_job(&self, job: &Job, now: Timestamp) -> Result<()> {
        let mut tx = self.records.write().await?;
        // Once more at the end, before it is given up.
        let next = ms(now + wait(job.tries)).min(job.lost_at.max(ms(now) + 1));
        sqlx::query("UPDATE job SET run_at = $1, until_at = NULL WHERE id = $2 AND fence = $3")
            .bind(next)
            .bind(&job.id)
            .bind(job.fence)
            .execute(&mut *tx)
            .await?;
        tx.commit().await
    }
}
