//! One application as one person sees it.

use jiff::Timestamp;
use rules::{
    access::{Action, Audience, Role},
    application::{Disability, Outcome, Section, Stage},
    document::Kind,
    id::{ApplicationId, DepartmentId, DocumentId, PostingId, ReleaseId},
    posting::{Closing, State},
    question::Answer,
    retention::Due,
};

use crate::{
    sealed::{Contact, Letter, Remark},
    standing::TOLD,
};

/// One application, as far as the person may see it.
#[derive(Clone)]
pub struct View {
    /// Whether its posting is reviewed blind.
    pub blind: bool,
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
    /// How often an outcome was set or taken back; a form for the next one says which it saw.
    pub outcome_version: i64,
    /// Why, for those who decide.
    pub outcome_reason: Option<String>,
    /// When it arrived.
    pub received_at: Timestamp,
    /// The end of the procedure.
    pub closing: Closing,
    /// When it goes.
    pub due: Due,
    /// Whether that date is counted from the receipt of the rejection, and not from the close.
    pub by_receipt: bool,
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
    /// The posting's own questions with what was answered, where released; empty where it asked nothing.
    pub answers: Vec<Answer>,
    /// What was said of a severe disability, where released; an application of an earlier version says nothing.
    pub disability: Option<Disability>,
    /// Whether the person may read the other documents, files that answer a question among them.
    pub reads_documents: bool,
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
    /// What the person reads by releases, by the latest end of each section, the soonest first; for HR, who needs none, nothing.
    pub released: Vec<(Timestamp, Vec<Section>)>,
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
    /// The posting's question that it answers, if it answers one.
    pub answers: Option<String>,
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
    /// Whether the house told a body of a disability by it.
    pub told: bool,
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

impl View {
    /// The sections that are there and were shown, in the order of the house. Not the disability: the journal, which outlives the
    /// application, says of nobody that they are disabled.
    pub(super) fn held(&self) -> Vec<Section> {
        let holds = |section: Section| match section {
            Section::Contact => self.contact.is_some(),
            Section::Letter => self.letter.as_ref().is_some_and(|letter| !letter.message.is_empty()),
            Section::Answers => self.answers.iter().any(|answer| !answer.text.is_empty()),
            Section::Comments => !self.comments.is_empty(),
            Section::Notes => !self.notes.is_empty(),
            Section::Disability => false,
            _ => self.documents.iter().any(|document| document.section == section),
        };
        Section::ALL.iter().copied().filter(|&section| holds(section)).collect()
    }

    /// Takes out what would say that a severe disability was stated, for those who may not read that now.
    pub(super) fn forget_disability(&mut self) {
        self.releases.retain(|release| !release.told);
        self.releases.iter_mut().for_each(|release| release.sections.retain(|section| *section != Section::Disability));
        self.history.retain(|line| line.what != TOLD);
        for line in &mut self.history {
            line.what = line.what.split(' ').filter(|word| *word != Section::Disability.code()).collect::<Vec<_>>().join(" ");
        }
    }

    /// Whether the person may do `action` with this application.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        self.allowed.contains(&action)
    }
}
