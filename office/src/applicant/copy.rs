//! Everything that is kept of an application, for whoever it is of (Art. 15 GDPR; docs/PROMISES.md, n05 and n11).

use jiff::{Timestamp, civil::Date};
use rules::{
    access::{Action, Audience, Role},
    application::{Channel, Disability, Judgement, NoteKind, Outcome, RestrictionGround, Section, Stage},
    id::{ApplicationId, DocumentId},
    posting::Closing,
    question::Answer,
    request::Verdict,
    retention::{Due, local_date},
};
use sqlx::AnyConnection;
use vault::RecordKey;

use super::{Applicant, export::file_names};
use crate::{
    Error, Office, Result, careers,
    facts::{self, Facts, audience_of, sections_of},
    journal::{By, Entry},
    read::{DocumentLine, OpenedDocument, Part},
    readings::Reading,
    requests::RequestLine,
    restrict::restrictions,
    sealed::{Contact, FileCard, document_context, open_json},
    store::{at, unknown},
};

/// Everything that is kept of an application.
#[derive(Clone)]
pub struct Copy {
    /// Its identifier.
    pub id: ApplicationId,
    /// The posting's title.
    pub title: String,
    /// The employer's name.
    pub employer: String,
    /// When it arrived.
    pub received_at: Timestamp,
    /// How it came in.
    pub channel: Channel,
    /// The version of the notice that was confirmed.
    pub notice_version: String,
    /// On what the processing rests, as a code.
    pub basis: String,
    /// How far it is.
    pub stage: Stage,
    /// How it ended, and when.
    pub outcome: Option<(Outcome, Timestamp)>,
    /// On which day the rejection was received.
    pub rejection_received_on: Option<Date>,
    /// The end of the procedure.
    pub closing: Closing,
    /// When everything is gone.
    pub due: Due,
    /// The number of the certificate to come.
    pub certificate_no: String,
    /// Whether it is kept for a claim.
    pub held: bool,
    /// Whether the house knows the address to be the applicant's.
    pub address_confirmed: bool,
    /// Name and address.
    pub contact: Contact,
    /// The message, or empty.
    pub message: String,
    /// The posting's questions with what was answered.
    pub answers: Vec<Answer>,
    /// What was said of a severe disability.
    pub disability: Disability,
    /// Its documents.
    pub documents: Vec<DocumentLine>,
    /// What was written about it and has been looked through.
    pub remarks: Vec<CopiedRemark>,
    /// How much of that has not been looked through yet.
    pub unchecked: usize,
    /// Who received what of it.
    pub recipients: Vec<Recipient>,
    /// How often it was opened, by day and role.
    pub readings: Vec<Reading>,
    /// What was asked about it, the newest first, and how it was answered.
    pub requests: Vec<OwnRequest>,
    /// The grounds on which its processing is restricted, each with its beginning.
    pub restrictions: Vec<(RestrictionGround, Timestamp)>,
}

/// Something that was written about an application, as its applicant reads it: the author is a role.
#[derive(Clone)]
pub struct CopiedRemark {
    /// When.
    pub at: Timestamp,
    /// A note, a comment; `None` for the reason of the outcome.
    pub kind: Option<NoteKind>,
    /// In which role.
    pub role: Role,
    /// For a head, the department's name.
    pub department: Option<String>,
    /// Whether all of it is here.
    pub verdict: Verdict,
    /// What; where it is withheld, why.
    pub text: String,
    /// What its author thinks.
    pub judgement: Option<Judgement>,
}

/// Something the applicant asked.
#[derive(Clone, Debug)]
pub struct OwnRequest {
    /// What, when, and until when it is answered.
    pub line: RequestLine,
    /// In which words.
    pub asked: String,
    /// What was answered.
    pub replied: String,
}

/// Somebody who received something of it.
#[derive(Clone, Debug)]
pub struct Recipient {
    /// Who. A person is not named: it is somebody whom HR asked.
    pub audience: Audience,
    /// For a department, its name.
    pub department: Option<String>,
    /// What.
    pub sections: Vec<Section>,
    /// From when.
    pub since: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

impl Copy {
    /// Where its documents are in the archive, in their order.
    #[must_use]
    pub fn files(&self) -> Vec<String> {
        file_names(&self.documents)
    }
}

/// The columns that the facts do not have.
type More = (String, String, String, Option<i64>, Option<i64>);

impl Office {
    /// Everything that is kept of one of the applicant's applications, restricted or not. The applicant may call this; it stands in the
    /// journal.
    ///
    /// # Errors
    /// [`Error::NotFound`] for somebody else's, [`Error::Gone`] once it is being erased.
    pub async fn own_copy(&self, applicant: &Applicant, id: &ApplicationId) -> Result<Copy> {
        let mut connection = self.records.read().acquire().await?;
        let facts = self.own(&mut connection, applicant, id).await?;
        let posting = careers::load(&mut connection, &facts.row.posting_id).await?;
        let (channel, notice_version, basis, received, confirmed): More = sqlx::query_as(
            "SELECT channel, notice_version, basis, rejection_received_at, address_confirmed_at FROM application WHERE id = $1",
        )
        .bind(id.as_str())
        .fetch_one(&mut *connection)
        .await?;
        let held: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM hold WHERE application_id = $1 AND ended_at IS NULL")
            .bind(id.as_str())
            .fetch_one(&mut *connection)
            .await?;
        let recipients = recipients(&mut connection, id).await?;
        let standing = restrictions(&mut connection, id).await?;
        drop(connection);
        let rk = self.record_key(&facts.row.rk_id).await?;
        let sections = self.open_sections(id, &rk, Section::ALL).await?;
        let (remarks, unchecked) = self.checked_remarks(&facts, &rk).await?;
        let requests = self.requests_about(&facts, &rk).await?.into_iter();
        let requests = requests.map(|(line, said)| OwnRequest { line, asked: said.asked, replied: said.replied }).collect();
        let copy = Copy {
            id: id.clone(),
            closing: facts.closing(&posting),
            title: posting.title,
            employer: posting.employer_name,
            received_at: at(facts.row.received_at),
            channel: Channel::from_code(&channel).ok_or_else(|| unknown("application.channel"))?,
            notice_version,
            basis,
            stage: facts.stage()?,
            outcome: facts.application.outcome,
            rejection_received_on: received.map(|ms| local_date(at(ms), &self.settings.zone)),
            due: self.due_at(facts.row.due_at),
            certificate_no: facts.row.certificate_no.clone(),
            held: held > 0,
            address_confirmed: confirmed.is_some(),
            contact: sections.contact.ok_or_else(|| unknown("section.contact"))?,
            message: sections.letter.map(|letter| letter.message).unwrap_or_default(),
            answers: sections.answers,
            disability: sections.disability.unwrap_or_default(),
            documents: sections.documents,
            remarks,
            unchecked,
            recipients,
            requests,
            readings: self.readings(id).await?,
            restrictions: standing.into_iter().map(|restriction| (restriction.ground, restriction.since)).collect(),
        };
        self.enter_read(&facts.application.employer, &own_entry(id).detail("copy")).await?;
        Ok(copy)
    }

    /// Opens a document of one of the applicant's applications, or a part of it. The applicant may call this; it stands in the journal.
    ///
    /// # Errors
    /// As for [`Office::own_copy`].
    pub async fn open_own_document(
        &self,
        applicant: &Applicant,
        id: &ApplicationId,
        document: &DocumentId,
        part: Part,
    ) -> Result<OpenedDocument> {
        let mut connection = self.records.read().acquire().await?;
        let facts = self.own(&mut connection, applicant, id).await?;
        let (object, version, sealed): (String, i64, Vec<u8>) =
            sqlx::query_as("SELECT object_id, version, sealed FROM document WHERE id = $1 AND application_id = $2")
                .bind(document.as_str())
                .bind(id.as_str())
                .fetch_one(&mut *connection)
                .await?;
        drop(connection);
        let rk = self.record_key(&facts.row.rk_id).await?;
        let card: FileCard = open_json(&rk, &document_context(id.as_str(), document.as_str(), version), &sealed)?;
        let object = rules::id::ObjectId::parse(&object).ok_or_else(|| unknown("document.object_id"))?;
        self.enter_read(&facts.application.employer, &own_entry(id).detail(format!("document {document}"))).await?;
        self.open_object(&object, &card, part).await
    }

    /// One of the applicant's applications.
    pub(super) async fn own(&self, connection: &mut AnyConnection, applicant: &Applicant, id: &ApplicationId) -> Result<Facts> {
        applicant.owns(id)?;
        let facts = facts::load(connection, id).await?;
        match facts.application.life {
            rules::application::Life::Live => Ok(facts),
            rules::application::Life::Erasing => Err(Error::Gone),
        }
    }

    /// What was written about an application, as far as somebody has looked through it; and how much nobody has.
    async fn checked_remarks(&self, facts: &Facts, rk: &RecordKey) -> Result<(Vec<CopiedRemark>, usize)> {
        let (known, disclosures) = (self.remarks_of(facts, rk).await?, self.disclosures(&facts.row.id).await?);
        let (mut remarks, mut unchecked) = (Vec::new(), 0);
        for known in known {
            let looked_at = disclosures.get(&known.id).filter(|disclosure| disclosure.of_version == known.version);
            let Some(disclosure) = looked_at else {
                unchecked += 1;
                continue;
            };
            let verdict = disclosure.verdict;
            let text = match verdict {
                Verdict::Whole => known.remark.text,
                Verdict::Redacted | Verdict::Withheld => disclosure.open(&facts.row.id, &known.id, rk)?,
            };
            let judgement = known.remark.judgement.filter(|_| verdict != Verdict::Withheld);
            let (at, kind, role, department) = (known.at, known.kind, known.role, known.department);
            remarks.push(CopiedRemark { at, kind, role, department, verdict, text, judgement });
        }
        Ok((remarks, unchecked))
    }
}

/// An entry about what the applicant did.
pub(super) fn own_entry(id: &ApplicationId) -> Entry {
    Entry::by(By::Applicant, Action::ReadStatus.code(), id.as_str())
}

/// Who received something of an application, in the order in which they did.
async fn recipients(connection: &mut AnyConnection, id: &ApplicationId) -> Result<Vec<Recipient>> {
    type Row = (String, String, Option<String>, String, i64, i64, Option<i64>);
    let rows: Vec<Row> = sqlx::query_as(
        "SELECT r.audience_kind, r.audience_id, d.name, r.sections, r.created_at, r.until_at, r.revoked_at FROM release r \
         LEFT JOIN department d ON d.id = r.audience_id WHERE r.application_id = $1 ORDER BY r.created_at, r.id",
    )
    .bind(id.as_str())
    .fetch_all(connection)
    .await?;
    rows.into_iter()
        .map(|(kind, audience, department, sections, since, until, revoked)| {
            Ok(Recipient {
                audience: audience_of(&kind, &audience)?,
                department,
                sections: sections_of(&sections),
                since: at(since),
                until: at(revoked.unwrap_or(until)),
            })
        })
        .collect()
}
