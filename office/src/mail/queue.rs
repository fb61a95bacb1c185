//! The queue: a mail is put in with the act that it tells of, or neither is.

use std::collections::HashMap;

use jiff::SignedDuration;
use rules::{
    application::Section,
    id::{ApplicationId, PostingId},
    mail::{GIVEN_UP_AFTER, Mail, NEWS_WAIT},
    messages::Lang,
    retention_classes::MAILED_CODE,
};
use sqlx::{AnyConnection, AssertSqlSafe};
use vault::{Context, RecordKey};

use super::{Carried, Carrier};
use crate::{
    Office, Result,
    sealed::{Contact, open_json, seal_json, section_context},
    store::{ms, placeholders},
};

/// What a last mail is made of: application, its key, its employer and language, its certificate's number, and its contact.
type Last = (String, String, String, String, String, String, i64, Vec<u8>);

impl Office {
    /// Whether mails are sent at all. Anybody may ask: where none are, pages promise none.
    #[must_use]
    pub fn sends_mail(&self) -> bool {
        !matches!(self.carrier, Carrier::Nobody)
    }

    /// Queues a mail to the applicant. One of the same kind that waits already tells them as much.
    pub(crate) async fn mail(&self, tx: &mut AnyConnection, id: &ApplicationId, mail: Mail) -> Result<()> {
        if !self.sends_mail() {
            return Ok(());
        }
        let now = self.wall.now();
        sqlx::query(
            "INSERT INTO job (id, kind, employer_id, application_id, language, queued_at, run_at, lost_at, tries, fence) \
             SELECT $1, $2, employer_id, id, language, $3, $4, $5, 0, 0 FROM application WHERE id = $6 AND life = 'live' \
             ON CONFLICT (application_id, kind) DO NOTHING",
        )
        .bind(self.row_id())
        .bind(mail.code())
        .bind(ms(now))
        .bind(ms(if mail == Mail::News { now + NEWS_WAIT } else { now }))
        .bind(ms(now + GIVEN_UP_AFTER))
        .bind(id.as_str())
        .execute(tx)
        .await?;
        Ok(())
    }

    /// The dates of a posting's living applications, for [`Office::mail_moved`].
    pub(crate) async fn dates_of(&self, tx: &mut AnyConnection, posting: &PostingId) -> Result<HashMap<String, i64>> {
        if !self.sends_mail() {
            return Ok(HashMap::new());
        }
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT id, due_at FROM application WHERE posting_id = $1 AND life = 'live'")
                .bind(posting.as_str())
                .fetch_all(tx)
                .await?;
        Ok(rows.into_iter().collect())
    }

    /// Queues a mail to everybody whose date is another one than `before` (n10).
    pub(crate) async fn mail_moved(
        &self,
        tx: &mut AnyConnection,
        posting: &PostingId,
        before: &HashMap<String, i64>,
    ) -> Result<()> {
        for (id, due) in self.dates_of(tx, posting).await? {
            if let Some(id) = ApplicationId::parse(&id).filter(|_| before.get(&id).is_some_and(|before| *before != due)) {
                self.mail(tx, &id, Mail::Moved).await?;
            }
        }
        Ok(())
    }

    /// Queues the last mail to applicants whose erasure has begun, while their address can still be read. It is sent once the certificate is
    /// entered, and not before. Safe to repeat.
    pub(crate) async fn prepare_last_mails(&self, ids: &[&ApplicationId]) -> Result<()> {
        if !self.sends_mail() || ids.is_empty() {
            return Ok(());
        }
        let sql = format!(
            "SELECT a.id, a.rk_id, a.employer_id, a.language, a.certificate_no, s.id, s.version, s.sealed FROM application a \
             JOIN section s ON s.application_id = a.id AND s.name = '{}' WHERE a.life = 'erasing' AND a.id IN ({})",
            Section::Contact.code(),
            placeholders(1, ids.len())
        );
        let query = sqlx::query_as::<_, Last>(AssertSqlSafe(sql));
        let rows = ids.iter().fold(query, |query, id| query.bind(id.as_str())).fetch_all(self.records.read()).await?;
        let keys: Vec<String> = rows.iter().map(|row| row.1.clone()).collect();
        let keys = self.record_keys(&keys).await?;
        let (intake_key_id, intake_key) = self.intake_key().await?;
        let now = self.wall.now();
        let mut tx = self.records.write().await?;
        for (id, rk_id, employer, language, certificate, section, version, sealed) in rows {
            // What does not open, or came by post, has no address.
            let context = section_context(&id, &section, Section::Contact, version);
            let contact = keys.get(&rk_id).and_then(|key| open_json::<Contact>(key, &context, &sealed).ok());
            let Some(email) = contact.map(|contact| contact.email).filter(|email| !email.is_empty()) else { continue };
            let job = self.row_id();
            let carried =
                seal_json(&intake_key, &Context::job(&job), &self.rng, &Carried { certificate, ..Carried::to(&email) })?;
            sqlx::query(
                "INSERT INTO job (id, kind, employer_id, application_id, language, intake_key_id, sealed, queued_at, run_at, lost_at, tries, \
                 fence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, $9, 0, 0) ON CONFLICT (application_id, kind) DO NOTHING",
            )
            .bind(&job)
            .bind(Mail::Erased.code())
            .bind(employer)
            .bind(id)
            .bind(language)
            .bind(&intake_key_id)
            .bind(carried)
            .bind(ms(now))
            .bind(ms(now + GIVEN_UP_AFTER))
            .execute(&mut *tx)
            .await?;
        }
        // As for an envelope: an intake key that was retired meanwhile is not sealed anew any more.
        if self.is_in_use(&intake_key_id).await? {
            tx.commit().await?;
        }
        Ok(())
    }

    /// Queues a code for an address, whether or not anything is kept under it; `sure`, where that is not asked for.
    pub(crate) async fn mail_code(
        &self,
        tx: &mut AnyConnection,
        intake: (&str, &RecordKey),
        email: &str,
        (code, sure): (&str, bool),
        lang: Lang,
    ) -> Result<()> {
        let content = Carried { code: code.to_owned(), sure, ..Carried::to(email) };
        // A code that comes too late is of no use.
        self.mail_to(tx, intake, Mail::Code, &content, lang, MAILED_CODE).await
    }

    /// Queues a mail to the address that an application had before.
    pub(crate) async fn mail_changed(
        &self,
        tx: &mut AnyConnection,
        intake: (&str, &RecordKey),
        email: &str,
        lang: Lang,
    ) -> Result<()> {
        self.mail_to(tx, intake, Mail::Changed, &Carried::to(email), lang, GIVEN_UP_AFTER).await
    }

    /// Queues a mail that carries its address, in the name of the house.
    async fn mail_to(
        &self,
        tx: &mut AnyConnection,
        (intake_key_id, intake_key): (&str, &RecordKey),
        mail: Mail,
        content: &Carried,
        lang: Lang,
        lives: SignedDuration,
    ) -> Result<()> {
        let (job, now) = (self.row_id(), self.wall.now());
        let sealed = seal_json(intake_key, &Context::job(&job), &self.rng, content)?;
        sqlx::query(
            "INSERT INTO job (id, kind, employer_id, language, intake_key_id, sealed, queued_at, run_at, lost_at, tries, fence) \
             SELECT $1, $2, id, $3, $4, $5, $6, $6, $7, 0, 0 FROM employer ORDER BY created_at, id LIMIT 1",
        )
        .bind(&job)
        .bind(mail.code())
        .bind(lang.code())
        .bind(intake_key_id)
        .bind(sealed)
        .bind(ms(now))
        .bind(ms(now + lives))
        .execute(tx)
        .await?;
        Ok(())
    }

    /// Lets the last mail go, in the transaction in which the certificate is entered; whatever else was to be said is dropped with the rows.
    pub(crate) async fn release_last_mail(&self, tx: &mut AnyConnection, id: &ApplicationId) -> Result<()> {
        let now = self.wall.now();
        sqlx::query("UPDATE job SET application_id = NULL, run_at = $1, lost_at = $2 WHERE application_id = $3 AND kind = $4")
            .bind(ms(now))
            .bind(ms(now + GIVEN_UP_AFTER))
            .bind(id.as_str())
            .bind(Mail::Erased.code())
            .execute(tx)
            .await?;
        Ok(())
    }
}
