//! Notes by HR and comments by those to whom an application was released. Both are the applicant's personal data
//! (docs/PROMISES.md, n05): sealed, erased with the rest, and part of the copy the applicant can ask for.

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Audience, Release, Role, Staff, Subject},
    application::{Judgement, NoteKind},
    form::check_remark,
    id::{ApplicationId, DepartmentId, NoteId},
};
use vault::{Context, Owner};

use crate::{
    Error, Office, Result,
    facts::{self, Facts},
    journal::Entry,
    sealed::{Remark, seal_json},
    store::ms,
};

impl Office {
    /// Adds a note. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `text`.
    pub async fn add_note(&self, actor: &Actor, id: &ApplicationId, text: &str) -> Result<NoteId> {
        self.remark(actor, id, NoteKind::Note, text, None).await
    }

    /// Adds a comment with what the person thinks. Whoever the application is released to may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `text`; [`Error::Forbidden`] with the reason once the release ended.
    pub async fn add_comment(
        &self,
        actor: &Actor,
        id: &ApplicationId,
        text: &str,
        judgement: Option<Judgement>,
    ) -> Result<NoteId> {
        self.remark(actor, id, NoteKind::Comment, text, judgement).await
    }

    async fn remark(
        &self,
        actor: &Actor,
        id: &ApplicationId,
        kind: NoteKind,
        text: &str,
        judgement: Option<Judgement>,
    ) -> Result<NoteId> {
        let action = if kind == NoteKind::Note { Action::AddNote } else { Action::AddComment };
        let rk = {
            let mut connection = self.records.read().acquire().await?;
            let facts = facts::load(&mut connection, id).await?;
            self.allow(actor, action, Subject::Application(&facts.application))?;
            self.record_key(&facts.row.rk_id).await?
        };
        if let Some(problem) = check_remark(text) {
            return Err(Error::field("text", problem));
        }
        let note = NoteId::from_bytes(self.rng.bytes());
        let context = Context::note(Owner::Application(id.as_str()), note.as_str(), 1);
        let sealed =
            seal_json(&rk, &context, &self.rng, &Remark { text: rules::form::line_feeds(text).trim().to_owned(), judgement })?;

        let mut tx = self.records.write().await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.allow(actor, action, Subject::Application(&facts.application))?;
        let (role, department) = speaks_as(staff, &facts, kind, self.now());
        sqlx::query(
            "INSERT INTO note (id, application_id, kind, author_id, author_role, department_id, version, created_at, sealed) \
             VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8)",
        )
        .bind(note.as_str())
        .bind(id.as_str())
        .bind(kind.code())
        .bind(staff.account.as_str())
        .bind(role.code())
        .bind(department.map(DepartmentId::as_str))
        .bind(ms(self.now()))
        .bind(sealed)
        .execute(&mut *tx)
        .await?;
        self.enter(&mut tx, &facts.application.employer, &Entry::of(staff, action, id.as_str())).await?;
        tx.commit().await?;
        Ok(note)
    }
}

/// The role in which a remark is made: the one that hears a standing release. The applicant's copy names it instead of the person.
fn speaks_as<'a>(staff: &Staff, facts: &'a Facts, kind: NoteKind, now: Timestamp) -> (Role, Option<&'a DepartmentId>) {
    if kind == NoteKind::Note {
        return (Role::Hr, None);
    }
    let heard = |release: &&'a Release| release.stands(now) && staff.hears(&release.audience, &facts.application.employer);
    match facts.application.releases.iter().find(heard).map(|release| &release.audience) {
        Some(Audience::Department(department)) => (Role::Head, Some(department)),
        Some(Audience::Body(role)) => (*role, None),
        Some(Audience::Person(_)) | None => (staff.memberships.first().map_or(Role::Head, |m| m.role), None),
    }
}
