//! Notes by HR and comments by those to whom an application was released. Both are the applicant's personal data
//! (docs/PROMISES.md, n05): sealed, erased with the rest, and part of the copy the applicant can ask for.

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Audience, READERS, Release, Role, Staff, Subject},
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
        self.remark(actor, id, NoteKind::Note, text, None, "").await
    }

    /// [`Self::add_note`] from a form that carries random text of its own: the same words sent with it again are one note.
    ///
    /// # Errors
    /// Those of [`Self::add_note`].
    pub async fn add_note_once(&self, actor: &Actor, id: &ApplicationId, text: &str, token: &str) -> Result<NoteId> {
        self.remark(actor, id, NoteKind::Note, text, None, token).await
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
        self.remark(actor, id, NoteKind::Comment, text, judgement, "").await
    }

    /// [`Self::add_comment`] from a form that carries random text of its own: the same words sent with it again are one comment.
    ///
    /// # Errors
    /// Those of [`Self::add_comment`].
    pub async fn add_comment_once(
        &self,
        actor: &Actor,
        id: &ApplicationId,
        text: &str,
        judgement: Option<Judgement>,
        token: &str,
    ) -> Result<NoteId> {
        self.remark(actor, id, NoteKind::Comment, text, judgement, token).await
    }

    async fn remark(
        &self,
        actor: &Actor,
        id: &ApplicationId,
        kind: NoteKind,
        text: &str,
        judgement: Option<Judgement>,
        token: &str,
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
        let remark = Remark { text: rules::form::line_feeds(text).trim().to_owned(), judgement };
        let note = self.note_id(actor, id, kind, &remark, token);
        let context = Context::note(Owner::Application(id.as_str()), note.as_str(), 1);
        let sealed = seal_json(&rk, &context, &self.rng, &remark)?;

        let mut tx = self.records.write().await?;
        let facts = facts::load(&mut tx, id).await?;
        let staff = self.allow(actor, action, Subject::Application(&facts.application))?;
        let (role, department) = speaks_as(staff, &facts, kind, self.now());
        let added = sqlx::query(
            "INSERT INTO note (id, application_id, kind, author_id, author_role, department_id, version, created_at, sealed) \
             VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8) ON CONFLICT (id) DO NOTHING",
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
        .await?
        .rows_affected();
        if added == 0 {
            // The same form came before with the same words, and stands.
            return Ok(note);
        }
        self.enter(&mut tx, &facts.application.employer, &Entry::of(staff, action, id.as_str())).await?;
        tx.commit().await?;
        Ok(note)
    }

    /// The id of a remark. With a form's token it follows from what is said, by whom and where, under the house's own key: sent again
    /// it is the same, and other words are another remark.
    fn note_id(&self, actor: &Actor, id: &ApplicationId, kind: NoteKind, remark: &Remark, token: &str) -> NoteId {
        let mut bytes = self.rng.bytes::<16>();
        if let (false, Actor::Staff(staff)) = (token.is_empty(), actor) {
            let judgement = remark.judgement.map_or("", Judgement::code);
            let parts = [token, id.as_str(), staff.account.as_str(), kind.code(), judgement, &remark.text].map(str::as_bytes);
            bytes.copy_from_slice(&self.house.mac.mac("remark", &parts)[..16]);
        }
        NoteId::from_bytes(bytes)
    }
}

/// The role in which a remark is made: the one that hears a standing release. The applicant's copy names it instead of the person.
fn speaks_as<'a>(staff: &Staff, facts: &'a Facts, kind: NoteKind, now: Timestamp) -> (Role, Option<&'a DepartmentId>) {
    if kind == NoteKind::Note {
        return (Role::Hr, None);
    }
    let heard = |release: &&'a Release| release.stands(now) && staff.hears(&release.audience, &facts.application.employer);
    let audiences: Vec<&Audience> = facts.application.releases.iter().filter(heard).map(|release| &release.audience).collect();
    // Who hears in two circles was asked by the department: a body is told of much that nobody asks it about.
    let department = audiences.iter().find(|audience| matches!(audience, Audience::Department(_)));
    match department.or(audiences.first()).copied() {
        Some(Audience::Department(department)) => (Role::Head, Some(department)),
        Some(Audience::Body(role)) => (*role, None),
        // By name: in the role that lets them read.
        Some(Audience::Person(_)) | None => {
            (staff.memberships.iter().map(|m| m.role).find(|role| READERS.contains(role)).unwrap_or(Role::Panel), None)
        }
    }
}
