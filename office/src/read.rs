//! Opening one application: each section is decided by itself, and the opening stands in the journal before the answer leaves.

use std::collections::HashMap;

use bytes::Bytes;
use futures::{StreamExt as _, stream::BoxStream};
use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Audience, Release, Role, Staff, Subject, may},
    application::{NoteKind, Outcome, Section, Stage, is_blocked},
    document::Kind,
    id::{ApplicationId, DepartmentId, DocumentId, ObjectId, PostingId, ReleaseId},
    posting::{Closing, State},
    retention::Due,
};
use vault::{Context, FileKey, Owner, RecordKey, cobblestone::open_stream};

use crate::{
    Error, Office, Result, careers,
    facts::{self, Facts, audience_of, sections_of},
    journal::Entry,
    sealed::{Contact, FileCard, Letter, OBJECT_VERSION, Remark, document_context, open_json, section_context},
    store::{at, unknown},
};

/// One application, as far as the person may see it.
#[derive(Clone)]
pub struct View {
    /// Its identifier.
    pub id: ApplicationId,
    /// Its posting.
    pub posting_id: PostingId,
    /// The posting's title.
    pub posting: String,
    /// The posting's state.
    pub posting_state: State,
    /// The posting's department.
    pub department: DepartmentId,
    /// The department's name.
    pub department_name: String,
    /// How far it is.
    pub stage: Stage,
    /// How it ended, and when.
    pub outcome: Option<(Outcome, Timestamp)>,
    /// Why, for those who decide.
    pub outcome_reason: Option<String>,
    /// When it arrived.
    pub received_at: Timestamp,
    /// The end of the procedure.
    pub closing: Closing,
    /// When it goes.
    pub due: Due,
    /// The number of the certificate to come.
    pub certificate_no: String,
    /// Whether it is blocked.
    pub blocked: bool,
    /// Whether it was handed over.
    pub handed_over: bool,
    /// Name and address, where released.
    pub contact: Option<Contact>,
    /// The message, where released.
    pub letter: Option<Letter>,
    /// Documents, where released.
    pub documents: Vec<DocumentLine>,
    /// HR's notes, for HR.
    pub notes: Vec<RemarkLine>,
    /// Comments: for HR all, for a head those of the own department.
    pub comments: Vec<RemarkLine>,
    /// Releases, for HR.
    pub releases: Vec<ReleaseLine>,
    /// What happened to it, for HR.
    pub history: Vec<HistoryLine>,
    /// Until when the person may see it, for those to whom it was released.
    pub released_until: Option<Timestamp>,
    /// What the person may do with it.
    pub allowed: Vec<Action>,
}

/// A document.
#[derive(Clone, Debug)]
pub struct DocumentLine {
    /// Its identifier.
    pub id: DocumentId,
    /// The section it belongs to.
    pub section: Section,
    /// The name its sender gave it.
    pub name: String,
    /// Its format.
    pub kind: Kind,
    /// Its size in bytes.
    pub size: u64,
}

/// A note or a comment.
#[derive(Clone)]
pub struct RemarkLine {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub author: String,
    /// In which role.
    pub role: Role,
    /// For a head, the department's name.
    pub department: Option<String>,
    /// What.
    pub remark: Remark,
}

/// A release.
#[derive(Clone, Debug)]
pub struct ReleaseLine {
    /// Its identifier.
    pub id: ReleaseId,
    /// To whom.
    pub audience: Audience,
    /// The audience's name, if it has one.
    pub audience_name: Option<String>,
    /// Which sections.
    pub sections: Vec<Section>,
    /// Until when.
    pub until: Timestamp,
    /// When it was revoked.
    pub revoked_at: Option<Timestamp>,
    /// Whether it shows anything now.
    pub stands: bool,
}

/// A line of the history.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// When.
    pub at: Timestamp,
    /// Who; the house itself when empty.
    pub author: Option<String>,
    /// What, as codes.
    pub what: String,
}

/// A document, open.
pub struct OpenedDocument {
    /// The name people see.
    pub name: String,
    /// Its format.
    pub kind: Kind,
    /// Its size in bytes.
    pub size: u64,
    /// Its content, authenticated piece by piece.
    pub content: BoxStream<'static, Result<Bytes>>,
}

impl View {
    /// Whether the person may do `action` with this application.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        self.allowed.contains(&action)
    }
}

impl Office {
    /// Opens an application. Whoever may read it may call this; what they may not read is absent.
    ///
    /// # Errors
    /// [`Error::NotFound`] where for this person there is none, [`Error::Forbidden`] with the reason where a release ended.
    pub async fn read_application(&self, actor: &Actor, id: &ApplicationId) -> Result<View> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        let staff = self.allow(actor, Action::ReadApplication, Subject::Application(&facts.application))?;
        let posting = careers::load(&mut connection, &facts.row.posting_id).await?;
        drop(connection);

        let now = self.now();
        let allowed: Vec<Action> = Action::ALL
            .iter()
            .copied()
            .filter(|&action| {
                action != Action::ReadSection && may(actor, action, Subject::Application(&facts.application), now).is_ok()
            })
            .collect();
        let sections: Vec<Section> = Section::ALL
            .iter()
            .copied()
            .filter(|&section| may(actor, Action::ReadSection, Subject::Section(&facts.application, section), now).is_ok())
            .collect();
        let mut view = View {
            id: id.clone(),
            posting_id: posting.id.clone(),
            closing: posting.closing(),
            posting: posting.title,
            posting_state: posting.state,
            department: posting.department,
            department_name: posting.department_name,
            stage: facts.stage()?,
            outcome: facts.application.outcome,
            outcome_reason: None,
            received_at: at(facts.row.received_at),
            due: self.due_at(facts.row.due_at),
            certificate_no: facts.row.certificate_no.clone(),
            blocked: is_blocked(facts.application.posting, facts.outcome(), facts.application.handed_over),
            handed_over: facts.application.handed_over,
            contact: None,
            letter: None,
            documents: Vec::new(),
            notes: Vec::new(),
            comments: Vec::new(),
            releases: Vec::new(),
            history: Vec::new(),
            released_until: released_until(staff, &facts, now),
            allowed,
        };
        let has_contents = !sections.is_empty() || view.may(Action::ReadNotes) || view.may(Action::ReadComments);
        if has_contents {
            let rk = self.record_key(&facts.row.rk_id).await?;
            self.fill_sections(&mut view, &rk, &sections).await?;
            self.fill_remarks(&mut view, &rk, staff).await?;
            if view.may(Action::Decide) {
                view.outcome_reason = self.outcome_reason(&facts, &rk).await?;
            }
        }
        if view.may(Action::Release) || view.blocked {
            self.fill_history(&mut view).await?;
        }
        let detail: Vec<&str> = sections.iter().map(|section| section.code()).collect();
        let entry = Entry::of(staff, Action::ReadApplication, id.as_str()).detail(detail.join(" "));
        self.enter_read(&facts.application.employer, &entry).await?;
        Ok(view)
    }

    async fn fill_sections(&self, view: &mut View, rk: &RecordKey, sections: &[Section]) -> Result<()> {
        let id = view.id.as_str().to_owned();
        let rows: Vec<(String, String, i64, Vec<u8>)> =
            sqlx::query_as("SELECT id, name, version, sealed FROM section WHERE application_id = $1")
                .bind(&id)
                .fetch_all(self.records.read())
                .await?;
        for (row, name, version, sealed) in rows {
            let section = Section::from_code(&name).ok_or_else(|| unknown("section.name"))?;
            let context = section_context(&id, &row, section, version);
            match section {
                _ if !sections.contains(&section) => {}
                Section::Contact => view.contact = Some(open_json(rk, &context, &sealed)?),
                Section::Letter => view.letter = Some(open_json(rk, &context, &sealed)?),
                Section::Cv | Section::Answers | Section::Documents => {}
            }
        }
        let rows: Vec<(String, String, i64, Vec<u8>)> =
            sqlx::query_as("SELECT id, section, version, sealed FROM document WHERE application_id = $1 ORDER BY created_at, id")
                .bind(&id)
                .fetch_all(self.records.read())
                .await?;
        for (row, section, version, sealed) in rows {
            let section = Section::from_code(&section).ok_or_else(|| unknown("document.section"))?;
            if sections.contains(&section) {
                let card: FileCard = open_json(rk, &document_context(&id, &row, version), &sealed)?;
                let document = DocumentId::parse(&row).ok_or_else(|| unknown("document.id"))?;
                view.documents.push(DocumentLine { id: document, section, name: card.name, kind: card.kind, size: card.size });
            }
        }
        Ok(())
    }

    async fn fill_remarks(&self, view: &mut View, rk: &RecordKey, staff: &Staff) -> Result<()> {
        type Note = (String, String, String, String, Option<String>, Option<String>, i64, i64, Vec<u8>);
        let rows: Vec<Note> = sqlx::query_as(
            "SELECT n.id, n.kind, a.name, n.author_role, n.department_id, d.name, n.version, n.created_at, n.sealed FROM note n \
             JOIN account a ON a.id = n.author_id LEFT JOIN department d ON d.id = n.department_id \
             WHERE n.application_id = $1 ORDER BY n.created_at, n.id",
        )
        .bind(view.id.as_str())
        .fetch_all(self.records.read())
        .await?;
        let reads_notes = view.may(Action::ReadNotes);
        for (id, kind, author, role, department, department_name, version, created_at, sealed) in rows {
            let kind = NoteKind::from_code(&kind).ok_or_else(|| unknown("note.kind"))?;
            let same_audience = || match &department {
                Some(department) => {
                    staff.memberships.iter().any(|m| m.department.as_ref().is_some_and(|own| own.as_str() == department))
                }
                None => staff.memberships.iter().any(|m| m.role.code() == role),
            };
            // HR reads every remark; everybody else the comments of their own circle.
            if !(reads_notes || (kind == NoteKind::Comment && view.may(Action::ReadComments) && same_audience())) {
                continue;
            }
            let context = Context::note(Owner::Application(view.id.as_str()), &id, version.unsigned_abs());
            let line = RemarkLine {
                at: at(created_at),
                author,
                role: Role::from_code(&role).ok_or_else(|| unknown("note.author_role"))?,
                department: department_name,
                remark: open_json(rk, &context, &sealed)?,
            };
            if kind == NoteKind::Note { view.notes.push(line) } else { view.comments.push(line) }
        }
        Ok(())
    }

    async fn outcome_reason(&self, facts: &Facts, rk: &RecordKey) -> Result<Option<String>> {
        let (sealed,): (Option<Vec<u8>>,) = sqlx::query_as("SELECT outcome_reason FROM application WHERE id = $1")
            .bind(&facts.row.id)
            .fetch_one(self.records.read())
            .await?;
        let context = Context::outcome_reason(&facts.row.id, facts.row.outcome_version.unsigned_abs());
        sealed.map(|sealed| open_json(rk, &context, &sealed)).transpose()
    }

    async fn fill_history(&self, view: &mut View) -> Result<()> {
        let rows: Vec<(String, String, String, String, i64, Option<i64>)> = sqlx::query_as(
            "SELECT id, audience_kind, audience_id, sections, until_at, revoked_at FROM release WHERE application_id = $1 \
             ORDER BY created_at DESC, id",
        )
        .bind(view.id.as_str())
        .fetch_all(self.records.read())
        .await?;
        let names: Vec<(String, String)> =
            sqlx::query_as("SELECT id, name FROM department UNION ALL SELECT id, name FROM account")
                .fetch_all(self.records.read())
                .await?;
        let names: HashMap<String, String> = names.into_iter().collect();
        for (id, kind, audience, sections, until, revoked) in rows {
            view.releases.push(ReleaseLine {
                id: ReleaseId::parse(&id).ok_or_else(|| unknown("release.id"))?,
                audience_name: names.get(&audience).cloned(),
                audience: audience_of(&kind, &audience)?,
                sections: sections_of(&sections),
                until: at(until),
                revoked_at: revoked.map(at),
                stands: revoked.is_none() && self.now() < at(until),
            });
        }
        let rows: Vec<(i64, Option<String>, String)> =
            sqlx::query_as("SELECT at, by_account, what FROM history WHERE application_id = $1 ORDER BY at, id")
                .bind(view.id.as_str())
                .fetch_all(self.records.read())
                .await?;
        view.history = rows
            .into_iter()
            .map(|(when, author, what)| HistoryLine { at: at(when), author: author.and_then(|id| names.get(&id).cloned()), what })
            .collect();
        Ok(())
    }

    /// Opens a document of an application. Whoever may read its section may call this.
    ///
    /// # Errors
    /// As for [`Office::read_application`].
    pub async fn open_document(&self, actor: &Actor, id: &ApplicationId, document: &DocumentId) -> Result<OpenedDocument> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        let (section, object, version, sealed): (String, String, i64, Vec<u8>) =
            sqlx::query_as("SELECT section, object_id, version, sealed FROM document WHERE id = $1 AND application_id = $2")
                .bind(document.as_str())
                .bind(id.as_str())
                .fetch_one(&mut *connection)
                .await?;
        drop(connection);
        let section = Section::from_code(&section).ok_or_else(|| unknown("document.section"))?;
        let staff = self.allow(actor, Action::ReadSection, Subject::Section(&facts.application, section))?;
        let rk = self.record_key(&facts.row.rk_id).await?;
        let card: FileCard = open_json(&rk, &document_context(id.as_str(), document.as_str(), version), &sealed)?;
        let entry = Entry::of(staff, Action::ReadSection, id.as_str()).detail(format!("document {document}"));
        self.enter_read(&facts.application.employer, &entry).await?;
        self.open_object(&ObjectId::parse(&object).ok_or_else(|| unknown("document.object_id"))?, &card).await
    }

    /// Opens a bulk object with the card that holds its key; what was appended to hide its size is cut off.
    pub(crate) async fn open_object(&self, object: &ObjectId, card: &FileCard) -> Result<OpenedDocument> {
        let bytes = data_encoding::HEXLOWER.decode(card.key.as_bytes()).ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        let key = FileKey::from_bytes(bytes.ok_or_else(|| Error::Unavailable("a file key has the wrong length".to_owned()))?);
        let sealed = self.blobs.get(object).await?;
        let opened = open_stream(&key, &Context::object(OBJECT_VERSION, object.as_str()), sealed);
        let mut left = card.size;
        let content = opened
            .map(move |piece| {
                let piece: Bytes = piece?;
                let keep = piece.len().min(usize::try_from(left).unwrap_or(usize::MAX));
                left -= keep as u64;
                Ok(piece.slice(..keep))
            })
            .boxed();
        Ok(OpenedDocument { name: card.name.clone(), kind: card.kind, size: card.size, content })
    }
}

/// The latest end of the releases that stand for this very person; for HR, who needs none, nothing.
fn released_until(staff: &Staff, facts: &Facts, now: Timestamp) -> Option<Timestamp> {
    let application = &facts.application;
    if staff.is(Role::Hr, &application.employer) {
        return None;
    }
    let heard = |release: &&Release| release.stands(now) && staff.hears(&release.audience, &application.employer);
    application.releases.iter().filter(heard).map(|release| release.until).max()
}
