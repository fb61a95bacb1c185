//! What is held of a hired applicant, field by field, with what is proposed for each.

use rules::{
    access::{Action, Actor},
    application::{Disability, Section},
    document::Kind,
    handover::{Basis, Item, Purpose},
    id::ApplicationId,
};
use sqlx::AnyConnection;

use crate::{
    Office, Result, careers,
    facts::Facts,
    journal::Entry,
    sealed::{Contact, Disclosure, FileCard, Letter, document_context, open_json, section_context},
    store::unknown,
};

/// Everything that is held of a hired applicant and can go over.
#[derive(Clone)]
pub struct Manifest {
    /// The application.
    pub application: ApplicationId,
    /// The posting's title.
    pub posting: String,
    /// The department the employee comes to.
    pub department: String,
    /// What is held, in the order of [`Item::ALL`].
    pub lines: Vec<ManifestLine>,
}

/// One datum, with what is proposed for it.
#[derive(Clone)]
pub struct ManifestLine {
    /// Which.
    pub item: Item,
    /// The text of a field; for a document its name, for a disability its code.
    pub text: String,
    /// Format and size in bytes, for a document.
    pub document: Option<(Kind, u64)>,
    /// Whether it is proposed; what is not needs its necessity in words.
    pub proposed: bool,
    /// The purpose that is proposed.
    pub purpose: Purpose,
    /// The basis that is proposed.
    pub basis: Basis,
}

/// A datum as it is held.
pub(super) struct Held {
    pub(super) item: Item,
    pub(super) text: String,
    pub(super) document: Option<(String, FileCard)>,
}

impl Office {
    /// What is held of a hired applicant and can go over. HR of the employer may call this; it stands in the journal.
    ///
    /// # Errors
    /// [`crate::Refusal::NotHired`], [`crate::Refusal::HandedOver`]; [`crate::Error::Forbidden`] while processing is restricted.
    pub async fn manifest(&self, actor: &Actor, id: &ApplicationId) -> Result<Manifest> {
        let mut connection = self.records.read().acquire().await?;
        let (facts, staff) = self.load_hired(&mut connection, actor, id).await?;
        let posting = careers::load(&mut connection, &facts.row.posting_id).await?;
        let line = |Held { item, text, document }: Held| ManifestLine {
            item,
            text,
            document: document.map(|(_, card)| (card.kind, card.size)),
            proposed: item.is_proposed(),
            purpose: item.proposed_purpose(),
            basis: item.proposed_purpose().proposed_basis(),
        };
        let lines = self.held(&mut connection, &facts).await?.into_iter().map(line).collect();
        drop(connection);
        let entry = Entry::of(staff, Action::HandOver, id.as_str()).detail("manifest");
        self.enter_read(&facts.application.employer, &entry).await?;
        Ok(Manifest { application: id.clone(), posting: posting.title, department: posting.department_name, lines })
    }

    /// What is held of the applicant, in the order of [`Item::ALL`]; what was left empty is absent.
    pub(super) async fn held(&self, connection: &mut AnyConnection, facts: &Facts) -> Result<Vec<Held>> {
        let (id, rk) = (&facts.row.id, self.record_key(&facts.row.rk_id).await?);
        let mut held = Vec::new();
        let rows: Vec<(String, String, i64, Vec<u8>)> =
            sqlx::query_as("SELECT id, name, version, sealed FROM section WHERE application_id = $1")
                .bind(id)
                .fetch_all(&mut *connection)
                .await?;
        for (row, name, version, sealed) in rows {
            let section = Section::from_code(&name).ok_or_else(|| unknown("section.name"))?;
            let context = section_context(id, &row, section, version);
            let texts = match section {
                Section::Contact => {
                    let Contact { first_name, last_name, email, phone } = open_json(&rk, &context, &sealed)?;
                    vec![(Item::FirstName, first_name), (Item::LastName, last_name), (Item::Email, email), (Item::Phone, phone)]
                }
                Section::Letter => vec![(Item::Message, open_json::<Letter>(&rk, &context, &sealed)?.message)],
                Section::Disability => match open_json::<Disclosure>(&rk, &context, &sealed)?.disability {
                    Disability::Unstated => Vec::new(),
                    // Whom else to tell was a matter of the procedure.
                    Disability::Stated | Disability::WithoutRepresentative => {
                        vec![(Item::Disability, Disability::Stated.code().to_owned())]
                    }
                },
                _ => Vec::new(),
            };
            let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
            held.extend(texts.map(|(item, text)| Held { item, text, document: None }));
        }
        let cv: Option<(String, String, i64, Vec<u8>)> = sqlx::query_as(
            "SELECT id, object_id, version, sealed FROM document WHERE application_id = $1 AND section = $2 \
             ORDER BY created_at DESC, id LIMIT 1",
        )
        .bind(id)
        .bind(Section::Cv.code())
        .fetch_optional(connection)
        .await?;
        if let Some((row, object, version, sealed)) = cv {
            let card: FileCard = open_json(&rk, &document_context(id, &row, version), &sealed)?;
            held.push(Held { item: Item::Cv, text: card.name.clone(), document: Some((object, card)) });
        }
        held.sort_by_key(|held| held.item);
        Ok(held)
    }
}
