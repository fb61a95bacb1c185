//! Handing in an application: `receive` takes the envelope, `convert` makes an application of it.

mod convert;
mod document;
mod receipt;
mod token;
mod withdraw;

use fail::fail_point;
use rules::{
    form::Applicant,
    id::{ApplicationId, ObjectId},
    messages::Lang,
    question::Nth,
};
use sha2::{Digest as _, Sha256};
use vault::Context;

pub use self::{
    document::{IncomingDocument, ReceivedDocument},
    receipt::Receipt,
};
pub(crate) use self::{
    receipt::{code_from, written_code},
    withdraw::{objects_of, take_envelope},
};
use crate::{
    Error, Office, Result,
    careers::{self, Posting},
    facts,
    sealed::{Manifest, seal_json},
    store::{Write, ms, unknown},
};

/// The documents of an application.
pub struct Files {
    /// The curriculum vitae.
    pub cv: ReceivedDocument,
    /// The others, at most [`rules::form::MAX_DOCUMENTS`].
    pub documents: Vec<ReceivedDocument>,
    /// Those that answer one of the posting's questions.
    pub answers: Vec<(Nth, ReceivedDocument)>,
}

impl From<ReceivedDocument> for Files {
    fn from(cv: ReceivedDocument) -> Self {
        Self { cv, documents: Vec::new(), answers: Vec::new() }
    }
}

impl Files {
    /// Each of them.
    pub fn into_all(self) -> impl Iterator<Item = ReceivedDocument> {
        std::iter::once(self.cv).chain(self.documents).chain(self.answers.into_iter().map(|(_, document)| document))
    }

    fn all(&self) -> impl Iterator<Item = &ReceivedDocument> {
        std::iter::once(&self.cv).chain(&self.documents).chain(self.answers.iter().map(|(_, document)| document))
    }
}

impl Office {
    /// Takes an application and answers its receipt. Anybody may call this.
    ///
    /// `token` is the form's own random text: the same form sent twice is one application with one receipt.
    ///
    /// # Errors
    /// [`Error::Conflict`] if the token came before with other content, [`Error::Gone`] if the posting stopped taking applications in
    /// the meantime, [`Error::Unavailable`] if anything could not be stored. Then nothing is left, the document included, and the
    /// form can be sent again.
    pub async fn receive(
        &self,
        posting: &Posting,
        applicant: Applicant,
        files: impl Into<Files>,
        token: &str,
        language: Lang,
    ) -> Result<Receipt> {
        let files = files.into();
        let objects: Vec<ObjectId> = files.all().map(|document| document.object.clone()).collect();
        let content = self.content_mac(&self.receipt_code(posting, token), &applicant, &files);
        let (tx, id) = match self.put_envelope(posting, applicant, files, token, &content, language).await {
            Ok(put) => put,
            Err(error) => {
                // Not this envelope, though perhaps another with this token: the objects belong to nobody.
                for object in &objects {
                    if self.blobs.delete(object).await.is_err() {
                        tracing::warn!("an object without an application could not be removed; the sweep will");
                    }
                }
                return match error {
                    Error::Conflict => self.receipt_again(posting, token, &content).await,
                    error => Err(error),
                };
            }
        };
        // If this fails, the envelope may be there or not: the object stays, and the same form sent again finds out.
        tx.commit().await?;
        fail_point!("receive.committed");
        self.convert_or_withdraw(&id).await?;
        let receipt = self.receipt(posting, token).await;
        fail_point!("receive.before_answer");
        receipt
    }

    async fn put_envelope(
        &self,
        posting: &Posting,
        applicant: Applicant,
        files: Files,
        token: &str,
        content: &str,
        language: Lang,
    ) -> Result<(Write, ApplicationId)> {
        let id = ApplicationId::from_bytes(self.rng.bytes());
        let (intake_key_id, intake_key) = self.intake_key().await?;
        let notice_version = self.notice().await?.version;
        let objects: Vec<(ObjectId, i64)> = files.all().map(|document| (document.object.clone(), document.stored)).collect();
        let answers = files.answers.into_iter().map(|(nth, mut document)| {
            document.card.answers = posting.questions.get(nth.index()).map(|question| question.text.clone());
            document
        });
        let documents = files.documents.into_iter().chain(answers);
        let documents = documents.map(|document| (document.object.to_string(), document.card)).collect();
        let (context, manifest) = (Context::envelope(id.as_str()), Manifest { applicant, cv: files.cv.card, documents });
        let sealed = seal_json(&intake_key, &context, &self.rng, &manifest)?;
        let now = ms(self.now());

        let mut tx = self.records.write().await?;
        facts::take_turn(&mut tx, posting.id.as_str()).await?;
        sqlx::query("INSERT INTO submission (token_hash, application_id, at, content_mac) VALUES ($1, $2, $3, $4)")
            .bind(self.token_hash(posting, token))
            .bind(id.as_str())
            .bind(now)
            .bind(content)
            .execute(&mut *tx)
            .await?;
        // After the token: a form that arrived in time has its receipt when it comes again later.
        if !careers::load(&mut tx, posting.id.as_str()).await?.takes_applications(self.today()) {
            return Err(Error::Gone);
        }
        for (object, stored) in &objects {
            sqlx::query("INSERT INTO object (id, size, created_at) VALUES ($1, $2, $3)")
                .bind(object.as_str())
                .bind(*stored)
                .bind(now)
                .execute(&mut *tx)
                .await?;
        }
        sqlx::query(
            "INSERT INTO envelope (id, posting_id, intake_key_id, object_id, receipt_hash, certificate_no, notice_version, language, \
             received_at, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        )
        .bind(id.as_str())
        .bind(posting.id.as_str())
        .bind(&intake_key_id)
        .bind(files.cv.object.as_str())
        .bind(self.receipt_hash(&self.receipt_code(posting, token)))
        .bind(code_from(&self.rng.bytes::<10>()))
        .bind(&notice_version)
        .bind(language.code())
        .bind(now)
        .bind(sealed)
        .execute(&mut *tx)
        .await?;
        for (object, _) in objects.iter().skip(1) {
            sqlx::query("INSERT INTO envelope_document (object_id, envelope_id) VALUES ($1, $2)")
                .bind(object.as_str())
                .bind(id.as_str())
                .execute(&mut *tx)
                .await?;
        }
        // Asked after the envelope stands in this transaction: a turn of the generation that retired the key since waits for such, and one
        // that retires it from here on finds the envelope.
        if !self.is_in_use(&intake_key_id).await? {
            let (intake_key_id, intake_key) = self.intake_key().await?;
            sqlx::query("UPDATE envelope SET intake_key_id = $1, sealed = $2 WHERE id = $3")
                .bind(&intake_key_id)
                .bind(seal_json(&intake_key, &context, &self.rng, &manifest)?)
                .bind(id.as_str())
                .execute(&mut *tx)
                .await?;
        }
        Ok((tx, id))
    }

    /// The receipt with this code, if the form to this posting that it belongs to had these words and files. Whoever holds the code may call
    /// this; nothing is stored.
    ///
    /// # Errors
    /// As [`Office::receive`].
    pub async fn receipt_of_the_same(
        &self,
        posting: &Posting,
        applicant: &Applicant,
        files: &Files,
        code: &str,
    ) -> Result<Option<Receipt>> {
        let first: Option<(String, Option<String>)> = sqlx::query_as(
            "SELECT s.application_id, s.content_mac FROM submission s JOIN \
             (SELECT id FROM application WHERE receipt_hash = $1 AND posting_id = $2 AND life = 'live' \
              UNION ALL SELECT id FROM envelope WHERE receipt_hash = $1 AND posting_id = $2) a ON a.id = s.application_id",
        )
        .bind(self.receipt_hash(code))
        .bind(posting.id.as_str())
        .fetch_optional(self.records.read())
        .await?;
        match first {
            Some((id, Some(content))) if content == self.content_mac(&written_code(code), applicant, files) => {
                self.convert_or_withdraw(&ApplicationId::parse(&id).ok_or_else(|| unknown("submission.application_id"))?).await?;
                self.receipt_of(&written_code(code)).await.map(Some)
            }
            // Other words are another application, and one that is gone is none.
            _ => Ok(None),
        }
    }

    /// The receipt of a form that was sent before.
    async fn receipt_again(&self, posting: &Posting, token: &str, content: &str) -> Result<Receipt> {
        let (id, first): (String, Option<String>) =
            sqlx::query_as("SELECT application_id, content_mac FROM submission WHERE token_hash = $1")
                .bind(self.token_hash(posting, token))
                .fetch_one(self.records.read())
                .await?;
        // Another person at the same screen, or other words: neither may get the first one's receipt, nor be lost without a word.
        if first.is_some_and(|first| first != content) {
            return Err(Error::Conflict);
        }
        // The first may be on its way at this moment: who is answered now relies on it as well.
        self.convert_or_withdraw(&ApplicationId::parse(&id).ok_or_else(|| unknown("submission.application_id"))?).await?;
        self.receipt(posting, token).await
    }

    /// Tells one content of a form from another. The receipt code is part of it, which follows from the form's token: who has neither cannot try
    /// contents against the store.
    fn content_mac(&self, code: &str, applicant: &Applicant, files: &Files) -> String {
        let Applicant { first_name, last_name, email, phone, message, answers, disability } = applicant;
        let texts = [code, first_name, last_name, email, phone, message, disability.code()];
        let texts = texts.into_iter().chain(answers.iter().map(|answer| answer.text.as_str()));
        let which = files.answers.iter().map(|(nth, _)| nth.code().as_bytes());
        let files = files.all().flat_map(|document| [document.card.name.as_bytes(), &document.digest[..]]);
        let parts: Vec<&[u8]> = texts.map(str::as_bytes).chain(which).chain(files).collect();
        data_encoding::HEXLOWER.encode(&self.house.mac.mac("form content", &parts))
    }

    fn token_hash(&self, posting: &Posting, token: &str) -> String {
        let mut hash = Sha256::new();
        hash.update(posting.id.as_str().as_bytes());
        hash.update(token.as_bytes());
        data_encoding::HEXLOWER.encode(&hash.finalize())
    }
}
