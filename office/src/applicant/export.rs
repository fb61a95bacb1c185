//! What an applicant takes along, in a form that programs read (Art. 15(3) and 20 GDPR). Its schema goes with it, and stands in
//! docs/schema/; names in it do not change within a version.

use rules::{access::Audience, application::NoteKind};
use schemars::JsonSchema;
use serde::Serialize;

use super::{CopiedRemark, Copy, OwnRequest, Recipient};
use crate::{Office, read::DocumentLine};

/// The version of the format.
const VERSION: u32 = 1;

/// Everything that is kept of one application.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Export {
    /// `ablauf-copy`.
    format: &'static str,
    /// The version of this format.
    version: u32,
    /// When the copy was made, RFC 3339.
    made_at: String,
    /// What the applicant supplied.
    supplied: Supplied,
    /// What became of it.
    procedure: Procedure,
    /// What was written about it at the employer, as far as it was looked through for what concerns others.
    remarks: Vec<RemarkPart>,
    /// How many remarks nobody has looked through yet.
    remarks_unchecked: usize,
    /// Who received what of it.
    recipients: Vec<RecipientPart>,
    /// How often it was opened, by day and role.
    openings: Vec<OpeningPart>,
    /// What was asked about it, and how it was answered.
    requests: Vec<RequestPart>,
    /// Grounds of Art. 18(1) GDPR on which its processing is restricted.
    restrictions: Vec<RestrictionPart>,
    /// Purposes, recipients, periods, sources and rights, as the privacy notice says them (Art. 15(1) GDPR).
    information: Vec<InformationPart>,
}

/// What the applicant supplied, and nothing else (Art. 20 GDPR).
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Supplied {
    first_name: String,
    last_name: String,
    email: String,
    /// Or empty.
    phone: String,
    /// The message to the employer, or empty.
    message: String,
    /// The posting's own questions with what was answered.
    answers: Vec<AnswerPart>,
    /// What was said of a severe disability: `unstated`, `stated` or `without_representative`.
    severe_disability: String,
    /// The files.
    documents: Vec<DocumentPart>,
}

/// A question with its answer.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct AnswerPart {
    question: String,
    /// `short`, `long`, `choice`, `number`, `date` (then the answer is YYYY-MM-DD) or `file`.
    kind: String,
    /// Or empty.
    answer: String,
}

/// A file in this archive.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct DocumentPart {
    /// Where it is in the archive.
    file: String,
    /// The name its sender gave it.
    name: String,
    /// What it is: `cv`, `documents`, or `redacted` for a copy that the employer made, in which the person cannot be recognised.
    section: String,
    /// RFC 6838.
    media_type: String,
    /// Bytes.
    size: u64,
    /// The question that it answers.
    answers: Option<String>,
}

/// What became of the application.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Procedure {
    posting: String,
    employer: String,
    /// RFC 3339.
    received_at: String,
    /// `form`, `mail`, `paper` or `agency`.
    channel: String,
    /// The version of the privacy notice that was confirmed.
    notice_version: String,
    /// On what the processing rests.
    basis: String,
    /// `received`, `review`, `interview`, `reserve` or `offer`.
    stage: String,
    /// `hired`, `rejected` or `withdrawn`; nothing while it is undecided.
    outcome: Option<String>,
    /// RFC 3339.
    outcome_at: Option<String>,
    /// YYYY-MM-DD.
    rejection_received_on: Option<String>,
    /// The day on which the procedure ended, or is planned to, YYYY-MM-DD.
    closes_on: String,
    /// Whether it has ended.
    closed: bool,
    /// The last day on which anything is kept, YYYY-MM-DD.
    kept_until: String,
    /// Whether it is kept beyond that, for a claim.
    kept_for_a_claim: bool,
    /// The number of the certificate that will prove the erasure.
    certificate_number: String,
}

/// A remark.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RemarkPart {
    /// RFC 3339.
    at: String,
    /// `note`, `comment`, or `reason` of the outcome.
    kind: String,
    /// In which role it was written.
    role: String,
    department: Option<String>,
    /// `whole`; `redacted`: others cannot be recognised in it; `withheld`: the text says why.
    shown: String,
    text: String,
    /// `yes`, `maybe` or `no`.
    judgement: Option<String>,
}

/// Who received something.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RecipientPart {
    /// `department`, `person`, or the role of a body.
    kind: String,
    department: Option<String>,
    sections: Vec<String>,
    /// RFC 3339.
    from: String,
    /// RFC 3339.
    until: String,
}

/// Openings on one day in one role.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct OpeningPart {
    /// YYYY-MM-DD.
    day: String,
    role: Option<String>,
    opened: i64,
    documents_fetched: i64,
}

/// A request about the data.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RequestPart {
    /// `information`, `correction`, `erasure`, `restriction`, `portability` or `objection`.
    kind: String,
    /// YYYY-MM-DD.
    received_on: String,
    /// The last day for an answer, YYYY-MM-DD.
    answer_by: String,
    /// YYYY-MM-DD.
    answered_on: Option<String>,
    /// `granted` or `refused`; for an erasure what was done: `erase`, `keep_for_defence`, `keep_for_claim`, `keep_restricted` or `ask_first`.
    answer: Option<String>,
    asked: String,
    replied: String,
}

/// A restriction.
#[derive(Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct RestrictionPart {
    /// `a`, `b`, `c` or `d`.
    ground: String,
    /// RFC 3339.
    since: String,
}

/// A part of the privacy notice.
#[derive(Clone, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct InformationPart {
    /// What it is about.
    pub heading: String,
    /// What it says.
    pub says: Vec<String>,
}

/// The schema of a copy, or of what was supplied alone.
pub(super) fn schema(everything: bool) -> Vec<u8> {
    let schema = if everything { schemars::schema_for!(Export) } else { schemars::schema_for!(Supplied) };
    serde_json::to_vec_pretty(&schema).unwrap_or_default()
}

/// The names of documents in the archive, in their order.
pub(super) fn file_names(documents: &[DocumentLine]) -> Vec<String> {
    documents.iter().enumerate().map(|(nth, document)| format!("documents/{:02} {}", nth + 1, harmless(&document.name))).collect()
}

/// A file name that every system takes: no path, no control character, none of the signs that one of them reserves, and not too long.
fn harmless(name: &str) -> String {
    const LONGEST: usize = 100;
    let kept: Vec<char> = name.chars().map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { '_' } else { c }).collect();
    // What tells the format is at the end.
    let short: String = kept[kept.len().saturating_sub(LONGEST)..].iter().collect();
    let short = short.trim_matches([' ', '.']);
    if short.is_empty() { "_".to_owned() } else { short.to_owned() }
}

impl Supplied {
    /// What the applicant supplied: of the documents those that came in.
    pub(super) fn of(copy: &Copy, files: &[String]) -> Self {
        let answer = |answer: &rules::question::Answer| AnswerPart {
            question: answer.question.clone(),
            kind: answer.kind.code().to_owned(),
            answer: answer.text.clone(),
        };
        let document = |(document, file): (&DocumentLine, &String)| DocumentPart {
            file: file.clone(),
            name: document.name.clone(),
            section: document.section.code().to_owned(),
            media_type: document.kind.media_type().to_owned(),
            size: document.size,
            answers: document.answers.clone(),
        };
        Self {
            first_name: copy.contact.first_name.clone(),
            last_name: copy.contact.last_name.clone(),
            email: copy.contact.email.clone(),
            phone: copy.contact.phone.clone(),
            message: copy.message.clone(),
            answers: copy.answers.iter().map(answer).collect(),
            severe_disability: copy.disability.code().to_owned(),
            documents: copy.documents.iter().zip(files).map(document).collect(),
        }
    }
}

impl Office {
    /// The whole copy.
    pub(super) fn export(&self, copy: &Copy, files: &[String], information: &[InformationPart]) -> Export {
        let outcome = copy.outcome;
        let procedure = Procedure {
            posting: copy.title.clone(),
            employer: copy.employer.clone(),
            received_at: copy.received_at.to_string(),
            channel: copy.channel.code().to_owned(),
            notice_version: copy.notice_version.clone(),
            basis: copy.basis.clone(),
            stage: copy.stage.code().to_owned(),
            outcome: outcome.map(|(outcome, _)| outcome.code().to_owned()),
            outcome_at: outcome.map(|(_, at)| at.to_string()),
            rejection_received_on: copy.rejection_received_on.map(|day| day.to_string()),
            closes_on: copy.closing.day(&self.settings.zone).to_string(),
            closed: matches!(copy.closing, rules::posting::Closing::Closed(_)),
            kept_until: copy.due.last_day.to_string(),
            kept_for_a_claim: copy.held,
            certificate_number: copy.certificate_no.clone(),
        };
        let opening = |reading: &crate::readings::Reading| OpeningPart {
            day: reading.day.to_string(),
            role: reading.role.map(|role| role.code().to_owned()),
            opened: reading.opened,
            documents_fetched: reading.fetched,
        };
        Export {
            format: "ablauf-copy",
            version: VERSION,
            made_at: self.now().to_string(),
            supplied: Supplied::of(copy, files),
            procedure,
            remarks: copy.remarks.iter().map(remark).collect(),
            remarks_unchecked: copy.unchecked,
            recipients: copy.recipients.iter().map(recipient).collect(),
            openings: copy.readings.iter().map(opening).collect(),
            requests: copy.requests.iter().map(request).collect(),
            restrictions: copy
                .restrictions
                .iter()
                .map(|(ground, since)| RestrictionPart { ground: ground.code().to_owned(), since: since.to_string() })
                .collect(),
            information: information.to_vec(),
        }
    }
}

fn remark(remark: &CopiedRemark) -> RemarkPart {
    RemarkPart {
        at: remark.at.to_string(),
        kind: remark.kind.map_or("reason", NoteKind::code).to_owned(),
        role: remark.role.code().to_owned(),
        department: remark.department.clone(),
        shown: remark.verdict.code().to_owned(),
        text: remark.text.clone(),
        judgement: remark.judgement.map(|judgement| judgement.code().to_owned()),
    }
}

fn request(request: &OwnRequest) -> RequestPart {
    let answered = request.line.answered.as_ref();
    RequestPart {
        kind: request.line.kind.code().to_owned(),
        received_on: request.line.received_on.to_string(),
        answer_by: request.line.answer_by.to_string(),
        answered_on: answered.map(|(day, _)| day.to_string()),
        answer: answered.map(|(_, answer)| answer.clone()),
        asked: request.asked.clone(),
        replied: request.replied.clone(),
    }
}

fn recipient(recipient: &Recipient) -> RecipientPart {
    let kind = match &recipient.audience {
        Audience::Department(_) => "department",
        Audience::Person(_) => "person",
        Audience::Body(role) => role.code(),
    };
    RecipientPart {
        kind: kind.to_owned(),
        department: recipient.department.clone(),
        sections: recipient.sections.iter().map(|section| section.code().to_owned()).collect(),
        from: recipient.since.to_string(),
        until: recipient.until.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_leads_nowhere_and_keeps_its_ending() {
        for (name, kept) in [
            ("Lebenslauf.pdf", "Lebenslauf.pdf"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("C:\\Zeugnis \"1\".pdf", "C__Zeugnis _1_.pdf"),
            ("...", "_"),
            ("", "_"),
        ] {
            assert_eq!(harmless(name), kept, "{name}");
        }
        let long = format!("{}.pdf", "ä".repeat(300));
        assert!(harmless(&long).ends_with(".pdf") && harmless(&long).chars().count() <= 100);
    }

    /// What is documented is what is made: docs/schema/ holds the very schema that goes with every copy.
    #[test]
    fn n11_the_documented_schemas_are_those_that_go_along() {
        for (everything, documented) in
            [(true, include_str!("../../../docs/schema/copy.json")), (false, include_str!("../../../docs/schema/supplied.json"))]
        {
            assert_eq!(String::from_utf8(schema(everything)).expect("JSON"), documented.trim_end());
        }
    }
}
