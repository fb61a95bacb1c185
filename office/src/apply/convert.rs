//! `convert`: an application is made of an envelope. In one process it follows at once; after a crash it is done again, and the
//! envelope's id is the application's, so it happens once.

use fail::fail_point;
use rules::{
    application::{Channel, Life, Section, Stage},
    form::{Applicant, Field, MAX_DOCUMENTS, Typed, takes},
    handover::Basis,
    id::{ApplicationId, DocumentId, EmployerId},
    mail::Mail,
    question::{Nth, Question, numbered},
};
use sqlx::FromRow;
use vault::{Context, RecordKey};

use crate::{
    Error, Office, Result, careers, facts,
    journal::{By, Entry},
    sealed::{Answers, Contact, Disclosure, FileCard, Letter, Manifest, document_context, open_json, seal_json, section_context},
    store::{ms, unknown},
};

#[derive(FromRow)]
struct Envelope {
    posting_id: String,
    intake_key_id: String,
    object_id: String,
    receipt_hash: String,
    certificate_no: String,
    notice_version: String,
    language: String,
    received_at: i64,
    sealed: Vec<u8>,
}

impl Office {
    /// Makes an application of an envelope. Safe to repeat: an envelope that is gone was converted. [`Error::Gone`] if its intake key is.
    pub(crate) async fn convert(&self, id: &ApplicationId) -> Result<()> {
        let Some(mut envelope) = self.load_envelope(id).await? else { return Ok(()) };
        let intake_key = loop {
            match self.open_intake_key(&envelope.intake_key_id).await {
                Ok(key) => break key,
                Err(Error::Gone) => {
                    // A turn may have put it under another key since it was loaded.
                    let Some(again) = self.load_envelope(id).await? else { return Ok(()) };
                    if again.intake_key_id == envelope.intake_key_id {
                        return Err(Error::Gone);
                    }
                    envelope = again;
                }
                Err(error) => return Err(error),
            }
        };
        let posting = {
            let mut connection = self.records.read().acquire().await?;
            careers::load(&mut connection, &envelope.posting_id).await?
        };
        let opened = open_json::<Manifest>(&intake_key, &Context::envelope(id.as_str()), &envelope.sealed);
        let manifest = match opened {
            Ok(manifest) if is_valid(&manifest, &posting.questions) => manifest,
            Ok(_) => return self.quarantine(&posting.employer, id, "invalid").await,
            Err(_) => return self.quarantine(&posting.employer, id, "unreadable").await,
        };
        let (rk_id, rk) = self.make_key(Some(&manifest.applicant.email)).await?;
        fail_point!("convert.key_made");

        let mut tx = self.records.write().await?;
        facts::take_turn(&mut tx, &envelope.posting_id).await?;
        let posting = careers::load(&mut tx, &envelope.posting_id).await?;
        let due = posting.due(&self.settings.zone);
        let created = sqlx::query(
            "INSERT INTO application (id, posting_id, employer_id, rk_id, stage, stage_at, outcome_version, received_at, due_at, life, closed_at, \
             notice_version, receipt_hash, certificate_no, basis, channel, language) \
             VALUES ($1, $2, $3, $4, $5, $6, 0, $6, $7, $8, $15, $9, $10, $11, $14, $12, $13) ON CONFLICT (id) DO NOTHING",
        )
        .bind(id.as_str())
        .bind(posting.id.as_str())
        .bind(posting.employer.as_str())
        .bind(rk_id.as_str())
        .bind(Stage::Received.code())
        .bind(envelope.received_at)
        .bind(ms(due.erased_from))
        .bind(Life::Live.code())
        .bind(&envelope.notice_version)
        .bind(&envelope.receipt_hash)
        .bind(&envelope.certificate_no)
        .bind(Channel::Form.code())
        .bind(&envelope.language)
        .bind(Basis::Contract.code())
        .bind(posting.closed_at.map(ms))
        .execute(&mut *tx)
        .await?;
        if created.rows_affected() == 0 {
            // Another process was quicker; its key stands, this one is swept.
            return Ok(());
        }
        let disability = manifest.applicant.disability;
        self.put_sections(&mut tx, id, &rk, manifest, &envelope).await?;
        // Before the first view.
        self.keep_from_named(&mut tx, &posting.id, id).await?;
        self.release_on_arrival(&mut tx, &posting, id, disability).await?;
        sqlx::query("DELETE FROM envelope_document WHERE envelope_id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        sqlx::query("DELETE FROM envelope WHERE id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        self.enter(&mut tx, &posting.employer, &Entry::by(By::Applicant, "apply", id.as_str())).await?;
        self.mail(&mut tx, id, Mail::Receipt).await?;
        fail_point!("convert.before_commit");
        self.key_waits(&rk_id).await?;
        tx.commit().await?;
        fail_point!("convert.committed");
        self.confirm_key(&rk_id).await
    }

    async fn load_envelope(&self, id: &ApplicationId) -> Result<Option<Envelope>> {
        Ok(sqlx::query_as(
            "SELECT posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, received_at, sealed \
             FROM envelope WHERE id = $1 AND quarantined_at IS NULL",
        )
        .bind(id.as_str())
        .fetch_optional(self.records.read())
        .await?)
    }

    async fn put_sections(
        &self,
        tx: &mut sqlx::AnyConnection,
        id: &ApplicationId,
        rk: &RecordKey,
        manifest: Manifest,
        envelope: &Envelope,
    ) -> Result<()> {
        let Applicant { first_name, last_name, email, phone, message, answers, disability } = manifest.applicant;
        let seal = |row: &str, section: Section| section_context(id.as_str(), row, section, 1);
        let (contact_row, letter_row, disability_row) = (self.row_id(), self.row_id(), self.row_id());
        let contact = Contact { first_name, last_name, email, phone };
        let contact = seal_json(rk, &seal(&contact_row, Section::Contact), &self.rng, &contact)?;
        let letter = seal_json(rk, &seal(&letter_row, Section::Letter), &self.rng, &Letter { message })?;
        let disclosure = seal_json(rk, &seal(&disability_row, Section::Disability), &self.rng, &Disclosure::new(disability))?;
        let mut sections = vec![
            (contact_row, Section::Contact, contact),
            (letter_row, Section::Letter, letter),
            (disability_row, Section::Disability, disclosure),
        ];
        // Where a posting asks, each of its applications has them, whatever was left empty.
        if !answers.is_empty() {
            let row = self.row_id();
            let sealed = seal_json(rk, &seal(&row, Section::Answers), &self.rng, &Answers { answers })?;
            sections.push((row, Section::Answers, sealed));
        }
        for (row, section, sealed) in sections {
            sqlx::query("INSERT INTO section (id, application_id, name, version, sealed) VALUES ($1, $2, $3, 1, $4)")
                .bind(row)
                .bind(id.as_str())
                .bind(section.code())
                .bind(sealed)
                .execute(&mut *tx)
                .await?;
        }
        let cv = (Section::Cv, &envelope.object_id, &manifest.cv);
        let documents = manifest.documents.iter().map(|(object, card)| (Section::Documents, object, card));
        for (section, object, card) in std::iter::once(cv).chain(documents) {
            let document = DocumentId::from_bytes(self.rng.bytes());
            sqlx::query(
                "INSERT INTO document (id, application_id, section, object_id, version, created_at, sealed) \
                 VALUES ($1, $2, $3, $4, 1, $5, $6)",
            )
            .bind(document.as_str())
            .bind(id.as_str())
            .bind(section.code())
            .bind(object)
            .bind(envelope.received_at)
            .bind(seal_json(rk, &document_context(id.as_str(), document.as_str(), 1), &self.rng, card)?)
            .execute(&mut *tx)
            .await?;
        }
        Ok(())
    }

    /// Sets an envelope apart that cannot be converted.
    pub(crate) async fn quarantine(&self, employer: &EmployerId, id: &ApplicationId, reason: &'static str) -> Result<()> {
        let mut tx = self.records.write().await?;
        sqlx::query("UPDATE envelope SET quarantined_at = $1, quarantine_reason = $2 WHERE id = $3 AND quarantined_at IS NULL")
            .bind(ms(self.now()))
            .bind(reason)
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        self.enter(&mut tx, employer, &Entry::by(By::House, "quarantine", id.as_str()).detail(reason)).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Puts an envelope into quarantine whose key is gone.
    async fn set_apart(&self, id: &ApplicationId) -> Result<()> {
        let Some(envelope) = self.load_envelope(id).await? else { return Ok(()) };
        let employer = {
            let mut connection = self.records.read().acquire().await?;
            careers::load(&mut connection, &envelope.posting_id).await?.employer
        };
        self.quarantine(&employer, id, "unreadable").await
    }

    /// Converts what a crash left behind. The house calls this at its start and with every sweep.
    ///
    /// # Errors
    /// [`crate::Error::Unavailable`].
    pub async fn convert_waiting(&self) -> Result<i64> {
        let waiting: Vec<(String,)> =
            sqlx::query_as("SELECT id FROM envelope WHERE quarantined_at IS NULL ORDER BY received_at, id")
                .fetch_all(self.records.read())
                .await?;
        let mut converted = 0;
        for (id,) in &waiting {
            let application = ApplicationId::parse(id).ok_or_else(|| unknown("envelope.id"))?;
            // One that cannot be converted now must not keep the others, or the sweep, waiting.
            match self.convert(&application).await {
                Ok(()) => converted += 1,
                // It was never acknowledged: its process died while the generation turned.
                Err(Error::Gone) => self.set_apart(&application).await?,
                Err(error) => {
                    tracing::error!(envelope = %id, %error, "an envelope could not be converted; the next pass tries again")
                }
            }
        }
        Ok(converted)
    }
}

/// The same rules as in the browser and at the form: an envelope may come from elsewhere one day.
fn is_valid(manifest: &Manifest, questions: &[Question]) -> bool {
    let Applicant { first_name, last_name, email, phone, message, answers, disability: _ } = manifest.applicant.clone();
    let asked = answers.iter().map(|answer| &answer.question).eq(questions.iter().map(|question| &question.text));
    let (answering, others): (Vec<&FileCard>, Vec<&FileCard>) =
        manifest.documents.iter().map(|(_, card)| card).partition(|card| card.answers.is_some());
    let files: Vec<(Nth, &Question)> =
        numbered(questions).filter(|(nth, _)| Field::Answer(*nth).holds_files(questions)).collect();
    let answers_to = |question: &Question, card: &&FileCard| card.answers.as_ref() == Some(&question.text);
    let answered = files.iter().all(|(nth, question)| {
        let count = answering.iter().filter(|card| answers_to(question, card)).count();
        count == 1 || (count == 0 && !Field::Answer(*nth).needs_file(questions))
    });
    let asked_for = answering.iter().all(|card| files.iter().any(|(_, question)| answers_to(question, card)));
    let fit = takes(Field::Cv, manifest.cv.kind) && others.len() <= MAX_DOCUMENTS;
    let answers = answers.into_iter().map(|answer| answer.text).collect();
    let typed = Typed { first_name, last_name, email, phone, message, answers, notice: true, ..Typed::default() };
    fit && asked && answered && asked_for && typed.check(questions).is_ok()
}
