//! Opening one application: each section is decided by itself, and the opening stands in the journal before the answer leaves.

mod document;
mod part;
mod sections;
mod view;

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Release, Role, Staff, Subject, may},
    application::{NoteKind, Section, is_blocked},
    id::{ApplicationId, ReleaseId},
    retention::due,
};
use vault::{Context, Owner, RecordKey};

pub use self::{
    document::OpenedDocument,
    part::Part,
    view::{DocumentLine, HistoryLine, ReleaseLine, RemarkLine, View},
};
use crate::{
    Office, Result, careers,
    facts::{self, Facts, audience_of, sections_of},
    journal::Entry,
    sealed::open_json,
    store::{at, unknown},
};

impl Office {
    /// Opens an application. Whoever may read it may call this; what they may not read is absent.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] where for this person there is none, [`crate::Error::Forbidden`] with the reason where a release ended.
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
            blind: facts.application.blind,
            id: id.clone(),
            posting_id: posting.id.clone(),
            by_receipt: at(facts.row.due_at)
                < due(&facts.closing(&posting), None, posting.policy, &self.settings.zone).erased_from,
            closing: facts.closing(&posting),
            posting: posting.title,
            posting_state: facts.application.posting,
            department: posting.department,
            department_name: posting.department_name,
            stage: facts.stage()?,
            outcome: facts.application.outcome,
            outcome_version: facts.row.outcome_version,
            outcome_reason: None,
            received_at: at(facts.row.received_at),
            due: self.due_at(facts.row.due_at),
            certificate_no: facts.row.certificate_no.clone(),
            blocked: is_blocked(facts.application.posting, facts.outcome(), facts.application.handed_over),
            handed_over: facts.application.handed_over,
            contact: None,
            letter: None,
            answers: Vec::new(),
            disability: None,
            reads_documents: sections.contains(&Section::Documents),
            documents: Vec::new(),
            notes: Vec::new(),
            comments: Vec::new(),
            releases: Vec::new(),
            history: Vec::new(),
            released: released(staff, &facts, &sections, now),
            allowed,
        };
        let has_contents = !sections.is_empty() || view.may(Action::ReadNotes) || view.may(Action::ReadComments);
        if has_contents {
            let rk = self.record_key(&facts.row.rk_id).await?;
            let held = self.open_sections(id, &rk, &sections).await?;
            (view.contact, view.letter, view.answers) = (held.contact, held.letter, held.answers);
            (view.disability, view.documents) = (held.disability, held.documents);
            self.fill_remarks(&mut view, &rk, staff, &sections).await?;
            if view.may(Action::Decide) {
                view.outcome_reason = self.outcome_reason(&facts, &rk).await?;
            }
        }
        if view.may(Action::Release) || view.blocked {
            self.fill_history(&mut view).await?;
            if !sections.contains(&Section::Disability) {
                view.forget_disability();
            }
        }
        let detail: Vec<&str> = view.held().into_iter().map(Section::code).collect();
        let entry = Entry::of(staff, Action::ReadApplication, id.as_str()).detail(detail.join(" "));
        self.enter_read(&facts.application.employer, &entry).await?;
        Ok(view)
    }

    async fn fill_remarks(&self, view: &mut View, rk: &RecordKey, staff: &Staff, sections: &[Section]) -> Result<()> {
        type Note = (String, String, String, String, String, Option<String>, Option<String>, i64, i64, Vec<u8>);
        let rows: Vec<Note> = sqlx::query_as(
            "SELECT n.id, n.kind, n.author_id, a.name, n.author_role, n.department_id, d.name, n.version, n.created_at, n.sealed FROM note n \
             JOIN account a ON a.id = n.author_id LEFT JOIN department d ON d.id = n.department_id \
             WHERE n.application_id = $1 ORDER BY n.created_at, n.id",
        )
        .bind(view.id.as_str())
        .fetch_all(self.records.read())
        .await?;
        let is_hr = view.may(Action::ReadNotes);
        for (id, kind, author_id, author, role, department, department_name, version, created_at, sealed) in rows {
            let kind = NoteKind::from_code(&kind).ok_or_else(|| unknown("note.kind"))?;
            let role = Role::from_code(&role).ok_or_else(|| unknown("note.author_role"))?;
            // A circle is a department or a body. Who reads by name is in none, and what they say is theirs and HR's.
            let own_circle = || match &department {
                Some(department) => {
                    staff.memberships.iter().any(|m| m.department.as_ref().is_some_and(|own| own.as_str() == department))
                }
                None => staff.memberships.iter().any(|m| m.role.is_body() && m.role == role),
            };
            // HR reads every remark; everybody else the comments of their own circle, and what was released to them. That a body spoke
            // can say what it was told of, so that is for bodies.
            let hidden = kind == NoteKind::Comment && role.is_body() && !staff.memberships.iter().any(|m| m.role.is_body());
            let released =
                || !hidden && sections.contains(if kind == NoteKind::Note { &Section::Notes } else { &Section::Comments });
            let own = || author_id == staff.account.as_str() || own_circle();
            if !(is_hr || released() || (kind == NoteKind::Comment && view.may(Action::ReadComments) && own())) {
                continue;
            }
            let context = Context::note(Owner::Application(view.id.as_str()), &id, version.unsigned_abs());
            let line = RemarkLine {
                at: at(created_at),
                author,
                role,
                department: department_name,
                remark: open_json(rk, &context, &sealed)?,
            };
            if kind == NoteKind::Note { view.notes.push(line) } else { view.comments.push(line) }
        }
        Ok(())
    }

    pub(crate) async fn outcome_reason(&self, facts: &Facts, rk: &RecordKey) -> Result<Option<String>> {
        let (sealed,): (Option<Vec<u8>>,) = sqlx::query_as("SELECT outcome_reason FROM application WHERE id = $1")
            .bind(&facts.row.id)
            .fetch_one(self.records.read())
            .await?;
        let context = Context::outcome_reason(&facts.row.id, facts.row.outcome_version.unsigned_abs());
        sealed.map(|sealed| open_json(rk, &context, &sealed)).transpose()
    }

    async fn fill_history(&self, view: &mut View) -> Result<()> {
        type Release = (String, String, String, String, i64, Option<i64>, Option<i64>);
        let rows: Vec<Release> = sqlx::query_as(
            "SELECT id, audience_kind, audience_id, sections, until_at, revoked_at, told_at FROM release WHERE application_id = $1 \
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
        for (id, kind, audience, sections, until, revoked, told) in rows {
            view.releases.push(ReleaseLine {
                id: ReleaseId::parse(&id).ok_or_else(|| unknown("release.id"))?,
                audience_name: names.get(&audience).cloned(),
                audience: audience_of(&kind, &audience)?,
                sections: sections_of(&sections),
                until: at(until),
                revoked_at: revoked.map(at),
                told: told.is_some(),
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
}

/// The sections that releases show this very person, by the latest end of each, the soonest first; for HR, who needs none, nothing.
fn released(staff: &Staff, facts: &Facts, sections: &[Section], now: Timestamp) -> Vec<(Timestamp, Vec<Section>)> {
    let application = &facts.application;
    let mut ends: BTreeMap<Timestamp, Vec<Section>> = BTreeMap::new();
    if !staff.is(Role::Hr, &application.employer) {
        let heard = |release: &&Release| release.stands(now) && staff.hears(&release.audience, &application.employer);
        let heard: Vec<&Release> = application.releases.iter().filter(heard).collect();
        for &section in sections {
            let of_it = heard.iter().filter(|release| release.sections.contains(&section));
            if let Some(end) = of_it.map(|release| release.until).max() {
                ends.entry(end).or_default().push(section);
            }
        }
    }
    ends.into_iter().collect()
}
