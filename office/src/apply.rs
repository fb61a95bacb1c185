//! Handing in an application: `receive` takes the envelope, `convert` makes an application of it. In one process the second follows
//! the first at once; after a crash it is done again, and the envelope's id is the application's, so it happens once.

use fail::fail_point;
use rules::{
    application::{Channel, Life, Section, Stage},
    document::{Kind, Recogniser, Unfit, display_name},
    form::{Applicant, Problem, Typed},
    handover::Basis,
    id::{ApplicationId, DocumentId, EmployerId, ObjectId},
    messages::Lang,
    retention::Due,
};
use sha2::{Digest as _, Sha256};
use sqlx::FromRow;
use vault::{Context, FileKey, RecordKey, cobblestone::Sealer, padding::padding_len};

use crate::{
    Error, Office, Result,
    blobs::Upload,
    careers::{self, Posting},
    facts,
    journal::{By, Entry},
    sealed::{Contact, FileCard, Letter, Manifest, OBJECT_VERSION, document_context, open_json, seal_json, section_context},
    store::{at, ms, unknown},
};

/// What an applicant keeps: nothing else leads back to the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The code for `/status`.
    pub code: String,
    /// The number of the certificate that will be written when everything is gone.
    pub certificate_no: String,
    /// When everything is gone, as things stand.
    pub due: Due,
    /// The posting's title.
    pub title: String,
}

/// A document on its way in: recognised, counted and sealed while it streams.
pub struct IncomingDocument {
    object: ObjectId,
    key: FileKey,
    sealer: Sealer,
    upload: Upload,
    recogniser: Recogniser,
    max: u64,
}

/// A document that arrived whole and is of a kind that is taken. Hand it to [`Office::receive`] or to [`Office::discard`].
pub struct ReceivedDocument {
    object: ObjectId,
    stored: i64,
    card: FileCard,
}

impl IncomingDocument {
    /// Takes the next piece.
    ///
    /// # Errors
    /// [`Error::TooLarge`] past the limit, [`Error::Unsupported`] as soon as the beginning rules out every format; then call
    /// [`IncomingDocument::abort`].
    pub async fn push(&mut self, piece: &[u8]) -> Result<()> {
        self.recogniser.push(piece);
        if self.recogniser.len() > self.max {
            return Err(Error::TooLarge { max: self.max });
        }
        if self.recogniser.is_hopeless() {
            return Err(Error::Unsupported);
        }
        self.sealer.push(piece, self.upload.buffer());
        self.upload.flow().await?;
        fail_point!("upload.part");
        Ok(())
    }

    /// Ends the document under the name its sender gave it.
    ///
    /// # Errors
    /// [`Error::Unsupported`] for another format, [`Error::Invalid`] for an empty or damaged file. Nothing is left then.
    pub async fn finish(mut self, name: &str) -> Result<ReceivedDocument> {
        let kind = match self.recogniser.finish() {
            Ok(kind) => kind,
            Err(unfit) => {
                self.upload.abort().await;
                return Err(match unfit {
                    Unfit::Empty => Error::field("cv", Problem::FileEmpty),
                    Unfit::Damaged => Error::field("cv", Problem::FileDamaged),
                    Unfit::Unrecognised => Error::Unsupported,
                });
            }
        };
        let size = self.recogniser.len();
        // The true size stands in the sealed card; the store sees the padded one.
        const ZEROS: [u8; 4096] = [0; 4096];
        let mut padding = padding_len(size);
        while padding > 0 {
            let piece = padding.min(ZEROS.len() as u64);
            self.sealer.push(&ZEROS[..piece as usize], self.upload.buffer());
            padding -= piece;
        }
        self.sealer.finish(self.upload.buffer());
        let stored = self.upload.finish().await?;
        fail_point!("upload.object_written");
        let key = data_encoding::HEXLOWER.encode(self.key.expose());
        Ok(ReceivedDocument { object: self.object, stored, card: FileCard { key, name: display_name(name, kind), kind, size } })
    }

    /// Gives up; nothing is left.
    pub async fn abort(self) {
        self.upload.abort().await;
    }
}

impl ReceivedDocument {
    /// The format its content has.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.card.kind
    }
}

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
    /// Begins to take a document. Anybody may call this; nothing refers to the document until [`Office::receive`].
    ///
    /// # Errors
    /// [`Error::Unavailable`] if the object store does not answer.
    pub async fn begin_document(&self) -> Result<IncomingDocument> {
        let (object, key) = (ObjectId::from_bytes(self.rng.bytes()), FileKey::generate(&self.rng));
        let (sealer, header) = Sealer::new(&key, &Context::object(OBJECT_VERSION, object.as_str()), &self.rng);
        let mut upload = self.blobs.create(&object).await?;
        upload.buffer().extend_from_slice(&header);
        Ok(IncomingDocument { object, key, sealer, upload, recogniser: Recogniser::default(), max: self.settings.max_document })
    }

    /// Removes a document that arrived and is not wanted after all.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; a sweep removes it then.
    pub async fn discard(&self, document: ReceivedDocument) -> Result<()> {
        self.blobs.delete(&document.object).await
    }

    /// Takes an application and answers its receipt. Anybody may call this.
    ///
    /// `token` is the form's own random text: a form that is sent twice with the same token is one application with one receipt.
    ///
    /// # Errors
    /// [`Error::Gone`] if the posting stopped taking applications in the meantime, [`Error::Unavailable`] if anything could not be
    /// stored. Then nothing is left, the document included, and the form can be sent again.
    pub async fn receive(
        &self,
        posting: &Posting,
        applicant: Applicant,
        document: ReceivedDocument,
        token: &str,
        language: Lang,
    ) -> Result<Receipt> {
        let object = document.object.clone();
        let id = match self.put_envelope(posting, applicant, document, token, language).await {
            Ok(id) => id,
            Err(error) => {
                // The envelope did not commit, or another with this token did: the object belongs to nobody.
                if self.blobs.delete(&object).await.is_err() {
                    tracing::warn!("an object without an application could not be removed; the sweep will");
                }
                return match error {
                    Error::Conflict => self.receipt(posting, token).await,
                    error => Err(error),
                };
            }
        };
        fail_point!("receive.committed");
        // The envelope is durable: the application has arrived even if it cannot be converted at this moment.
        if let Err(error) = self.convert(&id).await {
            tracing::warn!(%error, "an envelope waits for its conversion");
        }
        let receipt = self.receipt(posting, token).await;
        fail_point!("receive.before_answer");
        receipt
    }

    async fn put_envelope(
        &self,
        posting: &Posting,
        applicant: Applicant,
        document: ReceivedDocument,
        token: &str,
        language: Lang,
    ) -> Result<ApplicationId> {
        let id = ApplicationId::from_bytes(self.rng.bytes());
        let (intake_key_id, intake_key) = self.intake_key().await?;
        let notice_version = self.notice().await?.version;
        let sealed =
            seal_json(&intake_key, &Context::envelope(id.as_str()), &self.rng, &Manifest { applicant, cv: document.card });
        let now = ms(self.now());

        let mut tx = self.records.write().await?;
        facts::take_turn(&mut tx, posting.id.as_str()).await?;
        let current = careers::load(&mut tx, posting.id.as_str()).await?;
        if !current.takes_applications(self.today()) {
            return Err(Error::Gone);
        }
        sqlx::query("INSERT INTO submission (token_hash, application_id, at) VALUES ($1, $2, $3)")
            .bind(self.token_hash(posting, token))
            .bind(id.as_str())
            .bind(now)
            .execute(&mut *tx)
            .await?;
        sqlx::query("INSERT INTO object (id, size, created_at) VALUES ($1, $2, $3)")
            .bind(document.object.as_str())
            .bind(document.stored)
            .bind(now)
            .execute(&mut *tx)
            .await?;
        sqlx::query(
            "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, \
             received_at, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(id.as_str())
        .bind(posting.id.as_str())
        .bind(&intake_key_id)
        .bind(document.object.as_str())
        .bind(self.receipt_hash(&self.receipt_code(posting, token)))
        .bind(code_from(&self.rng.bytes::<10>()))
        .bind(&notice_version)
        .bind(language.code())
        .bind(now)
        .bind(sealed)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Makes an application of an envelope. Safe to repeat: an envelope that is gone was converted.
    pub(crate) async fn convert(&self, id: &ApplicationId) -> Result<()> {
        let envelope: Option<Envelope> = sqlx::query_as(
            "SELECT posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, received_at, sealed \
             FROM envelope WHERE id = $1 AND quarantined_at IS NULL",
        )
        .bind(id.as_str())
        .fetch_optional(self.records.read())
        .await?;
        let Some(envelope) = envelope else { return Ok(()) };
        let intake_key = self.open_intake_key(&envelope.intake_key_id).await?;
        let posting = {
            let mut connection = self.records.read().acquire().await?;
            careers::load(&mut connection, &envelope.posting_id).await?
        };
        let opened = open_json::<Manifest>(&intake_key, &Context::envelope(id.as_str()), &envelope.sealed);
        let manifest = match opened {
            Ok(manifest) if is_valid(&manifest.applicant) => manifest,
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
            "INSERT INTO application (id, posting_id, employer_id, rk_id, stage, stage_at, outcome_version, received_at, due_at, life, \
             notice_version, receipt_hash, certificate_no, basis, channel, language) \
             VALUES ($1, $2, $3, $4, $5, $6, 0, $6, $7, $8, $9, $10, $11, $14, $12, $13) ON CONFLICT (id) DO NOTHING",
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
        .execute(&mut *tx)
        .await?;
        if created.rows_affected() == 0 {
            // Another process was quicker; its key stands, this one is swept.
            return Ok(());
        }
        self.put_sections(&mut tx, id, &rk, manifest, &envelope).await?;
        sqlx::query("DELETE FROM envelope WHERE id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        self.enter(&mut tx, &posting.employer, &Entry::by(By::Applicant, "apply", id.as_str())).await?;
        fail_point!("convert.before_commit");
        tx.commit().await?;
        fail_point!("convert.committed");
        self.confirm_key(&rk_id).await
    }

    async fn put_sections(
        &self,
        tx: &mut sqlx::AnyConnection,
        id: &ApplicationId,
        rk: &RecordKey,
        manifest: Manifest,
        envelope: &Envelope,
    ) -> Result<()> {
        let Applicant { first_name, last_name, email, phone, message } = manifest.applicant;
        let seal = |row: &str, section: Section| section_context(id.as_str(), row, section, 1);
        let (contact_row, letter_row) = (self.row_id(), self.row_id());
        let contact = Contact { first_name, last_name, email, phone };
        let contact = seal_json(rk, &seal(&contact_row, Section::Contact), &self.rng, &contact);
        let letter = seal_json(rk, &seal(&letter_row, Section::Letter), &self.rng, &Letter { message });
        for (row, section, sealed) in [(contact_row, Section::Contact, contact), (letter_row, Section::Letter, letter)] {
            sqlx::query("INSERT INTO section (id, application_id, name, version, sealed) VALUES ($1, $2, $3, 1, $4)")
                .bind(row)
                .bind(id.as_str())
                .bind(section.code())
                .bind(sealed)
                .execute(&mut *tx)
                .await?;
        }
        let document = DocumentId::from_bytes(self.rng.bytes());
        sqlx::query(
            "INSERT INTO document (id, application_id, section, object_id, version, created_at, sealed) VALUES ($1, $2, $3, $4, 1, $5, $6)",
        )
        .bind(document.as_str())
        .bind(id.as_str())
        .bind(Section::Cv.code())
        .bind(&envelope.object_id)
        .bind(envelope.received_at)
        .bind(seal_json(rk, &document_context(id.as_str(), document.as_str(), 1), &self.rng, &manifest.cv))
        .execute(&mut *tx)
        .await?;
        Ok(())
    }

    async fn quarantine(&self, employer: &EmployerId, id: &ApplicationId, reason: &'static str) -> Result<()> {
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

    /// Converts what a crash left behind. The house calls this at its start and with every sweep.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn convert_waiting(&self) -> Result<i64> {
        let waiting: Vec<(String,)> =
            sqlx::query_as("SELECT id FROM envelope WHERE quarantined_at IS NULL ORDER BY received_at, id")
                .fetch_all(self.records.read())
                .await?;
        let mut converted = 0;
        for (id,) in &waiting {
            // One that cannot be converted now must not keep the others, or the sweep, waiting.
            match self.convert(&ApplicationId::parse(id).ok_or_else(|| unknown("envelope.id"))?).await {
                Ok(()) => converted += 1,
                Err(error) => {
                    tracing::error!(envelope = %id, %error, "an envelope could not be converted; the next pass tries again")
                }
            }
        }
        Ok(converted)
    }

    /// The receipt for a form's token that was used before.
    async fn receipt(&self, posting: &Posting, token: &str) -> Result<Receipt> {
        self.receipt_of(&self.receipt_code(posting, token)).await
    }

    /// The receipt that belongs to a code. Whoever holds the code may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a code that leads nowhere (any more).
    pub async fn receipt_of(&self, code: &str) -> Result<Receipt> {
        let (certificate_no, posting, due_at): (String, String, Option<i64>) = sqlx::query_as(
            "SELECT certificate_no, posting_id, due_at FROM application WHERE receipt_hash = $1 AND life = 'live' \
             UNION ALL SELECT certificate_no, posting_id, NULL FROM envelope WHERE receipt_hash = $1",
        )
        .bind(self.receipt_hash(code))
        .fetch_one(self.records.read())
        .await?;
        let mut connection = self.records.read().acquire().await?;
        let posting = careers::load(&mut connection, &posting).await?;
        let due = due_at.map_or_else(|| posting.due(&self.settings.zone), |due_at| self.due_at(due_at));
        Ok(Receipt { code: code.to_owned(), certificate_no, due, title: posting.title })
    }

    /// A stored erasure instant with the last day before it.
    pub(crate) fn due_at(&self, due_at: i64) -> Due {
        let erased_from = at(due_at);
        let last_day =
            rules::retention::local_date(erased_from, &self.settings.zone).yesterday().unwrap_or(jiff::civil::Date::MIN);
        Due { last_day, erased_from }
    }

    /// The code follows from the token, so that a repeated form gets the same receipt while the store holds only a hash of it.
    fn receipt_code(&self, posting: &Posting, token: &str) -> String {
        code_from(&self.house.mac.mac("receipt code", &[posting.id.as_str().as_bytes(), token.as_bytes()])[..10])
    }

    /// The hash under which a receipt code is stored. Blanks, dashes and letter case do not count, nor do letters that Crockford's
    /// alphabet leaves out because they look like a digit.
    pub(crate) fn receipt_hash(&self, code: &str) -> String {
        let digit = |c: char| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let plain: String = code.chars().filter(char::is_ascii_alphanumeric).map(digit).collect();
        data_encoding::HEXLOWER.encode(&self.house.mac.mac("receipt hash", &[plain.as_bytes()]))
    }

    fn token_hash(&self, posting: &Posting, token: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(posting.id.as_str().as_bytes());
        hash.update(token.as_bytes());
        data_encoding::HEXLOWER.encode(&hash.finalize())
    }

    /// An identifier for a row that no URL names.
    pub(crate) fn row_id(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.rng.bytes::<16>())
    }

    /// The intake key in use, or the first one.
    async fn intake_key(&self) -> Result<(String, RecordKey)> {
        const CURRENT: &str = "SELECT id FROM intake_key WHERE retired_at IS NULL ORDER BY created_at DESC LIMIT 1";
        if let Some((id,)) = sqlx::query_as::<_, (String,)>(CURRENT).fetch_optional(self.keys.read()).await? {
            let key = self.open_intake_key(&id).await?;
            return Ok((id, key));
        }
        let (id, key) = (self.row_id(), RecordKey::generate(&self.rng));
        let mut tx = self.keys.write().await?;
        sqlx::query("INSERT INTO intake_key (id, generation_id, wrapped, created_at) VALUES ($1, $2, $3, $4)")
            .bind(&id)
            .bind(&self.house.generation_id)
            .bind(self.house.generation.wrap_record_key(&key, &self.house.store, &id, &self.rng))
            .bind(ms(self.now()))
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok((id, key))
    }

    async fn open_intake_key(&self, id: &str) -> Result<RecordKey> {
        let (wrapped,): (Vec<u8>,) =
            sqlx::query_as("SELECT wrapped FROM intake_key WHERE id = $1").bind(id).fetch_one(self.keys.read()).await?;
        Ok(self.house.generation.unwrap_record_key(&wrapped, &self.house.store, id)?)
    }
}

/// The same rules as in the browser and at the form: an envelope may come from elsewhere one day.
fn is_valid(applicant: &Applicant) -> bool {
    let Applicant { first_name, last_name, email, phone, message } = applicant.clone();
    Typed { first_name, last_name, email, phone, message, notice: true }.check().is_ok()
}

/// Ten random bytes as sixteen characters that are hard to confuse (Crockford's alphabet), in groups of four.
fn code_from(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let number = bytes.iter().fold(0u128, |number, byte| (number << 8) | u128::from(*byte));
    let digits = bytes.len() * 8 / 5;
    let mut code = String::with_capacity(digits + digits / 4);
    for digit in (0..digits).rev() {
        code.push(ALPHABET[(number >> (5 * digit)) as usize & 31] as char);
        if digit > 0 && digit.is_multiple_of(4) {
            code.push('-');
        }
    }
    code
}
