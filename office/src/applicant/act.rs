//! What applicants change for themselves: they step back, ask for erasure or restriction, object, correct (docs/PROMISES.md, n11, n13, n14).

use rules::{
    access::{Action, Staff},
    application::{Life, Outcome, Refused, RestrictionGround, Section, decide},
    form::{Problem, Typed, check_remark, line_feeds},
    id::ApplicationId,
    request::{Answer, Reply, RequestKind},
};
use sqlx::AnyConnection;
use vault::{Context, Owner, RecordKey};

use super::Applicant;
use crate::{
    Error, Office, Refusal, Result,
    facts::{self, Facts},
    journal::{By, Entry},
    request::NewRequest,
    restrict::restrictions,
    sealed::{Contact, Corrected, Letter, open_json, seal_json, section_context},
    store::ms,
};

/// Who asks for something about an application.
#[derive(Clone, Copy)]
pub(crate) enum Asker<'a> {
    /// Somebody of HR, for the applicant.
    Hr(&'a Staff),
    /// The applicant.
    Applicant,
}

impl<'a> Asker<'a> {
    /// The person of HR, if it is one.
    pub(crate) const fn staff(self) -> Option<&'a Staff> {
        match self {
            Self::Hr(staff) => Some(staff),
            Self::Applicant => None,
        }
    }

    /// The entry about it.
    pub(crate) fn entry(self, action: Action, id: &str) -> Entry {
        match self {
            Self::Hr(staff) => Entry::of(staff, action, id),
            Self::Applicant => Entry::by(By::Applicant, action.code(), id),
        }
    }
}

/// What an applicant corrects: a field that is not there stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Correction {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Telephone number, or empty.
    pub phone: String,
    /// The message to the employer, or empty.
    pub message: String,
    /// What else is wrong, for a person to put right; or empty.
    pub other: String,
}

impl Office {
    /// Steps back from an application that is undecided. The applicant may call this.
    ///
    /// # Errors
    /// As for [`Office::own_copy`]; [`Refusal::Application`] once it is decided or the procedure has ended.
    pub async fn withdraw_own(&self, applicant: &Applicant, id: &ApplicationId) -> Result<()> {
        let mut tx = self.records.write().await?;
        let facts = self.own_turn(&mut tx, applicant, id).await?;
        let application = &facts.application;
        let from = facts.outcome();
        decide(application.posting, application.life, from, Some(Outcome::Withdrawn), 0, application.handed_over)?;
        if from.is_some() {
            // What HR decided stands; it can be erased, or objected to.
            return Err(Error::Refused(Refusal::Application(Refused::Unchanged)));
        }
        self.withdraw_outcome(&mut tx, None, id).await?;
        self.remember(&mut tx, id, None, "own_withdrew").await?;
        let entry = Asker::Applicant.entry(Action::Decide, id.as_str()).detail(Outcome::Withdrawn.code());
        self.enter(&mut tx, &application.employer, &entry).await?;
        tx.commit().await
    }

    /// Asks for the erasure of applications: each is answered by where it stands. Blocked it is at once, all of them or none. The applicant
    /// may call this.
    ///
    /// # Errors
    /// As for [`Office::own_copy`].
    pub async fn erase_own(&self, applicant: &Applicant, ids: &[ApplicationId]) -> Result<Vec<(ApplicationId, Answer)>> {
        // In one order, so that two that ask for the same do not wait for each other.
        let mut ids = ids.to_vec();
        ids.sort_unstable_by(|one, other| one.as_str().cmp(other.as_str()));
        let mut tx = self.records.write().await?;
        let mut answers = Vec::with_capacity(ids.len());
        for id in ids {
            let facts = self.own_turn(&mut tx, applicant, &id).await?;
            let standing = self.standing_of(&mut tx, &facts).await?;
            let answer = self.erase_asked(&mut tx, &facts, standing, Asker::Applicant).await?;
            let done = (answer != Answer::AskFirst).then(|| answer.code());
            let request = NewRequest::own(RequestKind::Erasure, self.today(), done);
            self.put_request(&mut tx, (&facts.application.employer, Some(&id)), &request, None, None).await?;
            answers.push((id, answer));
        }
        tx.commit().await?;
        Ok(answers)
    }

    /// Restricts the processing of an application at once and asks a person to look at it; on the ground of an objection, objects. The
    /// applicant may call this.
    ///
    /// # Errors
    /// As for [`Office::own_copy`]; [`Error::Invalid`] on `text`; [`Refusal::Application`] if it is restricted on this ground already.
    pub async fn restrict_own(
        &self,
        applicant: &Applicant,
        id: &ApplicationId,
        ground: RestrictionGround,
        text: &str,
    ) -> Result<()> {
        let text = remark(text)?;
        let rk = self.own_key(applicant, id).await?;
        let mut tx = self.records.write().await?;
        let facts = self.own_turn(&mut tx, applicant, id).await?;
        if restrictions(&mut tx, id).await?.iter().any(|standing| standing.ground == ground) {
            return Err(Error::Refused(Refusal::Application(Refused::Unchanged)));
        }
        self.put_restriction(&mut tx, &facts, ground, Asker::Applicant).await?;
        let kind = match ground {
            RestrictionGround::Objection => RequestKind::Objection,
            _ => RequestKind::Restriction,
        };
        let request = NewRequest::own(kind, self.today(), None);
        self.put_request(
            &mut tx,
            (&facts.application.employer, Some(id)),
            &request,
            text.as_deref().map(|text| (&rk, text)),
            None,
        )
        .await?;
        tx.commit().await
    }

    /// Asks for what was written about an application, and for everything else that a person has to look through or do first. The applicant
    /// may call this.
    ///
    /// # Errors
    /// As for [`Office::own_copy`]; [`Error::Invalid`] on `text`; [`Error::Conflict`] while one of this kind waits for its answer.
    pub async fn ask_own(&self, applicant: &Applicant, id: &ApplicationId, kind: RequestKind, text: &str) -> Result<()> {
        let text = remark(text)?;
        let rk = self.own_key(applicant, id).await?;
        let mut tx = self.records.write().await?;
        let facts = self.own_turn(&mut tx, applicant, id).await?;
        if kind == RequestKind::Information && self.is_asked(&mut tx, id, kind).await? {
            return Err(Error::Conflict);
        }
        let request = NewRequest::own(kind, self.today(), None);
        self.put_request(
            &mut tx,
            (&facts.application.employer, Some(id)),
            &request,
            text.as_deref().map(|text| (&rk, text)),
            None,
        )
        .await?;
        tx.commit().await
    }

    /// Corrects what the applicant stated; what stood there before stays in the history, sealed. The applicant may call this.
    ///
    /// # Errors
    /// As for [`Office::own_copy`]; [`Error::Invalid`] on each field by the form's own rules; [`Error::Conflict`] if it was corrected in the
    /// meantime.
    pub async fn correct_own(&self, applicant: &Applicant, id: &ApplicationId, new: &Correction) -> Result<()> {
        let other = remark(&new.other)?;
        let rk = self.own_key(applicant, id).await?;
        let mut tx = self.records.write().await?;
        let facts = self.own_turn(&mut tx, applicant, id).await?;
        let about = (&facts.application.employer, Some(id));
        let (contact_row, contact_version, contact): (String, i64, Contact) =
            own_section(&mut tx, id, Section::Contact, &rk).await?;
        let (letter_row, letter_version, letter): (String, i64, Letter) = own_section(&mut tx, id, Section::Letter, &rk).await?;
        let typed = Typed {
            first_name: new.first_name.clone(),
            last_name: new.last_name.clone(),
            email: contact.email.clone(),
            phone: new.phone.clone(),
            message: new.message.clone(),
            notice: true,
            ..Typed::default()
        };
        let checked = typed
            .check(&[])
            .map_err(|problems| Error::Invalid(problems.into_iter().map(|(field, problem)| (field.code(), problem)).collect()))?;
        let corrected = Contact {
            first_name: checked.first_name,
            last_name: checked.last_name,
            email: contact.email.clone(),
            phone: checked.phone,
        };
        let mut was = Vec::new();
        for (field, before, after) in [
            ("first_name", &contact.first_name, &corrected.first_name),
            ("last_name", &contact.last_name, &corrected.last_name),
            ("phone", &contact.phone, &corrected.phone),
        ] {
            if before != after {
                was.push((field.to_owned(), before.clone()));
            }
        }
        if !was.is_empty() {
            self.put_section(&mut tx, id, (&contact_row, Section::Contact, contact_version), &rk, &corrected).await?;
        }
        let message = line_feeds(&checked.message).trim().to_owned();
        if message != letter.message {
            was.push(("message".to_owned(), letter.message));
            self.put_section(&mut tx, id, (&letter_row, Section::Letter, letter_version), &rk, &Letter { message }).await?;
        }
        if let Some(other) = &other {
            let request = NewRequest::own(RequestKind::Correction, self.today(), None);
            self.put_request(&mut tx, about, &request, Some((&rk, other)), None).await?;
        }
        if was.is_empty() {
            return tx.commit().await;
        }
        let fields: Vec<String> = was.iter().map(|(field, _)| field.clone()).collect();
        self.remember_sealed(&mut tx, id, &format!("own_corrected {}", fields.join(" ")), &rk, &Corrected { was }).await?;
        let request = NewRequest::own(RequestKind::Correction, self.today(), Some(Reply::Granted.code()));
        self.put_request(&mut tx, about, &request, None, None).await?;
        let entry = Asker::Applicant.entry(Action::ReadStatus, id.as_str()).detail("corrected");
        self.enter(&mut tx, &facts.application.employer, &entry).await?;
        tx.commit().await
    }

    /// One of the applicant's applications, in a turn at its posting, so that nobody decides it meanwhile.
    async fn own_turn(&self, tx: &mut AnyConnection, applicant: &Applicant, id: &ApplicationId) -> Result<Facts> {
        applicant.owns(id)?;
        facts::take_turn_of(tx, id).await?;
        // An erasure that begins at this moment is waited for, or waits.
        let live = sqlx::query("UPDATE application SET life = 'live' WHERE id = $1 AND life = 'live'")
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        let facts = facts::load(tx, id).await?;
        if live.rows_affected() == 0 || facts.application.life == Life::Erasing {
            return Err(Error::Gone);
        }
        Ok(facts)
    }

    /// The record key of one of the applicant's applications; it stands in another database, so it is fetched before a transaction.
    async fn own_key(&self, applicant: &Applicant, id: &ApplicationId) -> Result<RecordKey> {
        let mut connection = self.records.read().acquire().await?;
        let facts = self.own(&mut connection, applicant, id).await?;
        drop(connection);
        self.record_key(&facts.row.rk_id).await
    }

    /// Seals a section anew, one version on.
    pub(super) async fn put_section<T: serde::Serialize>(
        &self,
        tx: &mut AnyConnection,
        id: &ApplicationId,
        (row, section, version): (&str, Section, i64),
        rk: &RecordKey,
        content: &T,
    ) -> Result<()> {
        let sealed = seal_json(rk, &section_context(id.as_str(), row, section, version + 1), &self.rng, content)?;
        let put = sqlx::query("UPDATE section SET sealed = $1, version = $2 WHERE id = $3 AND version = $4")
            .bind(sealed)
            .bind(version + 1)
            .bind(row)
            .bind(version)
            .execute(tx)
            .await?;
        if put.rows_affected() == 0 { Err(Error::Conflict) } else { Ok(()) }
    }

    /// A line of the history with something sealed beside it.
    pub(super) async fn remember_sealed(
        &self,
        tx: &mut AnyConnection,
        id: &ApplicationId,
        what: &str,
        rk: &RecordKey,
        content: &Corrected,
    ) -> Result<()> {
        let row = self.row_id();
        let sealed = seal_json(rk, &Context::history(Owner::Application(id.as_str()), &row), &self.rng, content)?;
        sqlx::query("INSERT INTO history (id, application_id, at, what, sealed) VALUES ($1, $2, $3, $4, $5)")
            .bind(&row)
            .bind(id.as_str())
            .bind(ms(self.now()))
            .bind(what)
            .bind(sealed)
            .execute(tx)
            .await?;
        Ok(())
    }
}

/// A section of an application: its row, its version, what is in it.
pub(super) async fn own_section<T: serde::de::DeserializeOwned>(
    tx: &mut AnyConnection,
    id: &ApplicationId,
    section: Section,
    rk: &RecordKey,
) -> Result<(String, i64, T)> {
    let (row, version, sealed): (String, i64, Vec<u8>) =
        sqlx::query_as("SELECT id, version, sealed FROM section WHERE application_id = $1 AND name = $2")
            .bind(id.as_str())
            .bind(section.code())
            .fetch_one(tx)
            .await?;
    let content = open_json(rk, &section_context(id.as_str(), &row, section, version), &sealed)?;
    Ok((row, version, content))
}

/// What somebody wrote with a request; it may be empty.
fn remark(text: &str) -> Result<Option<String>> {
    match check_remark(text) {
        Some(Problem::Missing) => Ok(None),
        Some(problem) => Err(Error::field("text", problem)),
        None => Ok(Some(line_feeds(text).trim().to_owned())),
    }
}
