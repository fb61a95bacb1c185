//! The look through what was written about an applicant before they read it: what would say something of somebody else stays out, and the
//! reason is told (Art. 15(4) GDPR; docs/PROMISES.md, n05).

use std::collections::HashMap;

use jiff::Timestamp;
use rules::{access::Role, application::NoteKind, request::Verdict};
use vault::{Context, Owner, RecordKey};

use crate::{
    Office, Result,
    facts::Facts,
    sealed::{Remark, open_json},
    store::{at, unknown},
};

/// What an applicant reads of one remark.
pub(crate) struct Disclosure {
    pub(crate) verdict: Verdict,
    /// The version of the remark that was looked at.
    pub(crate) of_version: i64,
    version: i64,
    sealed: Option<Vec<u8>>,
}

impl Disclosure {
    /// What stands in place of the remark, or why it is withheld.
    pub(crate) fn open(&self, application: &str, id: &str, rk: &RecordKey) -> Result<String> {
        let context = Context::disclosure(Owner::Application(application), id, self.version.unsigned_abs());
        self.sealed.as_ref().map_or_else(|| Ok(String::new()), |sealed| open_json(rk, &context, sealed))
    }
}

/// Something that was written about an application.
pub(crate) struct Known {
    /// The remark's id; for the reason of an outcome the application's.
    pub(crate) id: String,
    pub(crate) kind: Option<NoteKind>,
    pub(crate) at: Timestamp,
    pub(crate) role: Role,
    pub(crate) department: Option<String>,
    pub(crate) version: i64,
    pub(crate) remark: Remark,
}

impl Office {
    /// Everything that was written about an application, the reason of its outcome last.
    pub(crate) async fn remarks_of(&self, facts: &Facts, rk: &RecordKey) -> Result<Vec<Known>> {
        type Note = (String, String, String, Option<String>, i64, i64, Vec<u8>);
        let application = facts.row.id.as_str();
        let notes: Vec<Note> = sqlx::query_as(
            "SELECT n.id, n.kind, n.author_role, d.name, n.version, n.created_at, n.sealed FROM note n \
             LEFT JOIN department d ON d.id = n.department_id WHERE n.application_id = $1 ORDER BY n.created_at, n.id",
        )
        .bind(application)
        .fetch_all(self.records.read())
        .await?;
        let mut remarks = Vec::with_capacity(notes.len() + 1);
        for (id, kind, role, department, version, created_at, sealed) in notes {
            let context = Context::note(Owner::Application(application), &id, version.unsigned_abs());
            remarks.push(Known {
                kind: Some(NoteKind::from_code(&kind).ok_or_else(|| unknown("note.kind"))?),
                at: at(created_at),
                role: Role::from_code(&role).ok_or_else(|| unknown("note.author_role"))?,
                department,
                version,
                remark: open_json(rk, &context, &sealed)?,
                id,
            });
        }
        if let (Some(text), Some((_, decided))) = (self.outcome_reason(facts, rk).await?, facts.application.outcome) {
            remarks.push(Known {
                id: application.to_owned(),
                kind: None,
                at: decided,
                role: Role::Hr,
                department: None,
                version: facts.row.outcome_version,
                remark: Remark { text, judgement: None },
            });
        }
        Ok(remarks)
    }

    /// What was decided about the remarks of an application, by their ids.
    pub(crate) async fn disclosures(&self, application: &str) -> Result<HashMap<String, Disclosure>> {
        type Row = (String, String, i64, i64, Option<Vec<u8>>);
        let rows: Vec<Row> =
            sqlx::query_as("SELECT id, verdict, of_version, version, sealed FROM disclosure WHERE application_id = $1")
                .bind(application)
                .fetch_all(self.records.read())
                .await?;
        rows.into_iter()
            .map(|(id, verdict, of_version, version, sealed)| {
                let verdict = Verdict::from_code(&verdict).ok_or_else(|| unknown("disclosure.verdict"))?;
                Ok((id, Disclosure { verdict, of_version, version, sealed }))
            })
            .collect()
    }
}
