//! What stands in an application's sections.

use rules::{
    application::{Disability, Section},
    id::{ApplicationId, DocumentId},
    question::Answer,
};
use vault::RecordKey;

use super::DocumentLine;
use crate::{
    Office, Result,
    sealed::{Answers, Contact, Disclosure, FileCard, Letter, document_context, open_json, section_context},
    store::unknown,
};

/// The sections of an application that were asked for, open.
#[derive(Default)]
pub(crate) struct Held {
    pub(crate) contact: Option<Contact>,
    pub(crate) letter: Option<Letter>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) disability: Option<Disability>,
    /// The CV first, then what came along and what was added, in the order of their coming; what came together, by its name.
    pub(crate) documents: Vec<DocumentLine>,
}

impl Office {
    /// Opens sections of an application. Whoever calls this has asked whether they may be read.
    pub(crate) async fn open_sections(&self, id: &ApplicationId, rk: &RecordKey, sections: &[Section]) -> Result<Held> {
        let mut held = Held::default();
        let rows: Vec<(String, String, i64, Vec<u8>)> =
            sqlx::query_as("SELECT id, name, version, sealed FROM section WHERE application_id = $1")
                .bind(id.as_str())
                .fetch_all(self.records.read())
                .await?;
        for (row, name, version, sealed) in rows {
            let section = Section::from_code(&name).ok_or_else(|| unknown("section.name"))?;
            let context = section_context(id.as_str(), &row, section, version);
            match section {
                _ if !sections.contains(&section) => {}
                Section::Contact => held.contact = Some(open_json(rk, &context, &sealed)?),
                Section::Letter => held.letter = Some(open_json(rk, &context, &sealed)?),
                Section::Answers => held.answers = open_json::<Answers>(rk, &context, &sealed)?.answers,
                Section::Disability => held.disability = Some(open_json::<Disclosure>(rk, &context, &sealed)?.disability),
                _ => {}
            }
        }
        let rows: Vec<(String, String, i64, i64, Vec<u8>)> =
            sqlx::query_as("SELECT id, section, version, created_at, sealed FROM document WHERE application_id = $1")
                .bind(id.as_str())
                .fetch_all(self.records.read())
                .await?;
        let mut documents = Vec::new();
        for (row, section, version, created_at, sealed) in rows {
            let section = Section::from_code(&section).ok_or_else(|| unknown("document.section"))?;
            if sections.contains(&section) {
                let card: FileCard = open_json(rk, &document_context(id.as_str(), &row, version), &sealed)?;
                let document = DocumentId::parse(&row).ok_or_else(|| unknown("document.id"))?;
                let FileCard { name, kind, size, answers, .. } = card;
                let line = DocumentLine { id: document, section, name, kind, size, answers };
                documents.push((section != Section::Cv, created_at, line));
            }
        }
        documents.sort_by(|(one, at, a), (other, then, b)| (one, at, &a.name, &a.id).cmp(&(other, then, &b.name, &b.id)));
        held.documents = documents.into_iter().map(|(.., line)| line).collect();
        Ok(held)
    }
}
