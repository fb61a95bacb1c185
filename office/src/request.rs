//! A request for erasure that HR records for an applicant, and the application of a minor (docs/PROMISES.md, n14 and n18).

use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Staff, Subject},
    application::Outcome,
    id::{ApplicationId, EmployerId, RequestId},
    mail::Mail,
    posting::{Closing, Employment},
    request::{Answer, Identity, MinorRefused, RequestChannel, RequestKind, Standing, answer_by, erase_minor, erasure},
    retention::due,
};
use sqlx::AnyConnection;
use vault::{Context, Owner, RecordKey};

use crate::{
    Error, Office, Refusal, Result,
    applicant::Asker,
    careers,
    facts::{self, Facts},
    journal::Entry,
    proposal::{self, Kind, Proposal},
    sealed::{Exchange, seal_json},
    store::{at, ms},
};

impl NewRequest {
    /// One that its applicant makes at the status page, today, after a code that was mailed.
    pub(crate) const fn own(kind: RequestKind, today: Date, answer: Option<&'static str>) -> Self {
        Self { kind, channel: RequestChannel::Status, identity: Identity::Code, received_on: today, answer }
    }
}

/// A request about somebody's data, as it came in.
pub(crate) struct NewRequest {
    pub(crate) kind: RequestKind,
    pub(crate) channel: RequestChannel,
    pub(crate) identity: Identity,
    pub(crate) received_on: Date,
    /// A code, where it is answered at once.
    pub(crate) answer: Option<&'static str>,
}

impl Office {
    /// Records that an applicant asks for erasure, blocks the application at once, and erases it with the next sweep where nothing stands
    /// against it. Answers what the applicant is to be told. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Gone`] for what is on its way out.
    pub async fn request_erasure(&self, actor: &Actor, id: &ApplicationId) -> Result<Answer> {
        let mut tx = self.records.write().await?;
        let (facts, staff, standing) = self.standing(&mut tx, actor, id).await?;
        let answer = self.erase_asked(&mut tx, &facts, standing, Asker::Hr(staff)).await?;
        tx.commit().await?;
        Ok(answer)
    }

    /// Does what answers a request for erasure.
    pub(crate) async fn erase_asked(
        &self,
        tx: &mut AnyConnection,
        facts: &Facts,
        standing: Standing,
        asker: Asker<'_>,
    ) -> Result<Answer> {
        let id = facts.id()?;
        let answer = erasure(standing);
        match answer {
            Answer::Gone => return Err(Error::Gone),
            Answer::AskFirst => {}
            Answer::Erase => {
                self.block(&mut *tx, facts, ms(self.now())).await?;
                if facts.outcome().is_none() {
                    self.withdraw_outcome(&mut *tx, asker.staff(), &id).await?;
                }
            }
            Answer::KeepForDefence | Answer::KeepForClaim | Answer::KeepRestricted => {
                // For them the procedure ends today, and the period begins.
                let posting = careers::load(&mut *tx, &facts.row.posting_id).await?;
                let closing = facts.application.closed_at.unwrap_or_else(|| self.now());
                let received: Option<i64> = sqlx::query_scalar("SELECT rejection_received_at FROM application WHERE id = $1")
                    .bind(id.as_str())
                    .fetch_one(&mut *tx)
                    .await?;
                let due = due(&Closing::Closed(closing), received.map(at), posting.policy, &self.settings.zone);
                self.block(&mut *tx, facts, ms(due.erased_from)).await?;
            }
        }
        if answer != Answer::AskFirst {
            self.end_consents(&mut *tx, asker, facts).await?;
        }
        let what = if asker.staff().is_some() { "erasure_asked" } else { "own_erasure" };
        self.remember(&mut *tx, &id, asker.staff(), &format!("{what} {}", answer.code())).await?;
        let entry = asker.entry(Action::AnswerErasure, id.as_str()).detail(answer.code());
        self.enter(tx, &facts.application.employer, &entry).await?;
        Ok(answer)
    }

    /// Enters a request, in the transaction of what is done about it. Of somebody who is not known to have applied, nothing is kept with it.
    pub(crate) async fn put_request(
        &self,
        tx: &mut AnyConnection,
        about: (&EmployerId, Option<&ApplicationId>),
        new: &NewRequest,
        text: Option<(&RecordKey, &str)>,
        by: Option<&Staff>,
    ) -> Result<RequestId> {
        let (employer, application) = about;
        let id = RequestId::from_bytes(self.rng.bytes());
        let owner = application.map(|application| Owner::Application(application.as_str()));
        let sealed = text
            .zip(owner)
            .map(|((rk, text), owner)| {
                let exchange = Exchange { asked: text.to_owned(), replied: String::new() };
                seal_json(rk, &Context::request(owner, id.as_str(), 1), &self.rng, &exchange)
            })
            .transpose()?;
        sqlx::query(
            "INSERT INTO request (id, application_id, employer_id, kind, channel, identity, received_on, answer_by, entered_by, answered_at, \
             answer, version, sealed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, $12)",
        )
        .bind(id.as_str())
        .bind(application.map(ApplicationId::as_str))
        .bind(employer.as_str())
        .bind(new.kind.code())
        .bind(new.channel.code())
        .bind(new.identity.code())
        .bind(new.received_on.to_string())
        .bind(answer_by(new.received_on).to_string())
        .bind(by.map(|staff| staff.account.as_str()))
        .bind(new.answer.map(|_| ms(self.now())))
        .bind(new.answer)
        .bind(sealed)
        .execute(&mut *tx)
        .await?;
        if let Some(application) = application.filter(|_| new.answer.is_none()) {
            self.remember(&mut *tx, application, by, &format!("request {}", new.kind.code())).await?;
        }
        let about: Vec<String> = application.map(ToString::to_string).into_iter().collect();
        let entry = by.map_or(Asker::Applicant, Asker::Hr).entry(Action::AnswerRequest, "").about(about);
        self.enter(tx, employer, &entry.detail(format!("entered {} {id}", new.kind.code()))).await?;
        Ok(id)
    }

    /// Whether a request of this kind waits for its answer.
    pub(crate) async fn is_asked(&self, tx: &mut AnyConnection, id: &ApplicationId, kind: RequestKind) -> Result<bool> {
        let waiting: i64 =
            sqlx::query_scalar("SELECT COUNT(*) FROM request WHERE application_id = $1 AND kind = $2 AND answered_at IS NULL")
                .bind(id.as_str())
                .bind(kind.code())
                .fetch_one(tx)
                .await?;
        Ok(waiting > 0)
    }

    /// The erasure of a minor's application that is proposed; anybody may ask who may read it, and learns nothing who may not answer.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Unavailable`].
    pub async fn proposed_erasure(&self, actor: &Actor, id: &ApplicationId) -> Result<Option<Proposal>> {
        let mut connection = self.records.read().acquire().await?;
        let facts = facts::load(&mut connection, id).await?;
        self.allow(actor, Action::ReadApplication, Subject::Application(&facts.application))?;
        match self.allow(actor, Action::AnswerErasure, Subject::Employer(&facts.application.employer)) {
            Ok(staff) => proposal::proposal(&mut connection, staff, Kind::Minor, id.as_str()).await,
            Err(_) => Ok(None),
        }
    }

    /// Proposes to erase the application of a minor at once. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Refusal::Minor`] with what stands against it, [`Error::Conflict`] if it is proposed already.
    pub async fn propose_minor(&self, actor: &Actor, id: &ApplicationId) -> Result<()> {
        let mut tx = self.records.write().await?;
        let (facts, staff, standing) = self.standing(&mut tx, actor, id).await?;
        self.check_minor(&mut tx, &facts, standing).await?;
        let employer = &facts.application.employer;
        self.propose(&mut tx, staff, employer, Kind::Minor, id.as_str(), "").await?;
        self.remember(&mut tx, id, Some(staff), "minor_proposed").await?;
        self.enter(&mut tx, employer, &Entry::of(staff, Action::AnswerErasure, id.as_str()).detail("minor_proposed")).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Agrees to the proposal that was `seen`: the application is blocked, and erased with the next sweep. Another person of HR than the one
    /// who proposed it may call this.
    ///
    /// # Errors
    /// [`Refusal::SecondPerson`], [`Refusal::Minor`] if something stands against it by now, [`Error::Conflict`].
    pub async fn agree_to_minor(&self, actor: &Actor, id: &ApplicationId, seen: &str) -> Result<()> {
        let mut tx = self.records.write().await?;
        let (facts, staff, standing) = self.standing(&mut tx, actor, id).await?;
        self.agree(&mut tx, staff, Kind::Minor, id.as_str(), seen).await?;
        self.check_minor(&mut tx, &facts, standing).await?;
        self.block(&mut tx, &facts, ms(self.now())).await?;
        self.end_consents(&mut tx, Asker::Hr(staff), &facts).await?;
        self.remember(&mut tx, id, Some(staff), "minor").await?;
        let entry = Entry::of(staff, Action::AnswerErasure, id.as_str()).detail("minor");
        self.enter(&mut tx, &facts.application.employer, &entry).await?;
        tx.commit().await?;
        Ok(())
    }

    async fn standing<'a>(
        &self,
        tx: &mut AnyConnection,
        actor: &'a Actor,
        id: &ApplicationId,
    ) -> Result<(Facts, &'a Staff, Standing)> {
        facts::take_turn_of(tx, id).await?;
        let facts = facts::load(tx, id).await?;
        self.allow(actor, Action::ReadApplication, Subject::Application(&facts.application))?;
        let staff = self.allow(actor, Action::AnswerErasure, Subject::Employer(&facts.application.employer))?;
        let standing = self.standing_of(tx, &facts).await?;
        Ok((facts, staff, standing))
    }

    /// Where an application stands for a request.
    pub(crate) async fn standing_of(&self, tx: &mut AnyConnection, facts: &Facts) -> Result<Standing> {
        let (held, wanted): (i64, i64) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM hold WHERE application_id = $1 AND ended_at IS NULL), \
             (SELECT COUNT(*) FROM restriction WHERE application_id = $1 AND lifted_at IS NULL AND ground IN ('b', 'c'))",
        )
        .bind(&facts.row.id)
        .fetch_one(tx)
        .await?;
        Ok(Standing {
            life: facts.application.life,
            outcome: facts.outcome(),
            closed: facts.application.closed_at.is_some(),
            held: held > 0,
            wanted_kept: wanted > 0,
            handed_over: facts.application.handed_over,
        })
    }

    async fn check_minor(&self, tx: &mut AnyConnection, facts: &Facts, standing: Standing) -> Result<()> {
        let posting = careers::load(tx, &facts.row.posting_id).await?;
        let apprenticeship = posting.employment == Employment::Apprenticeship;
        erase_minor(apprenticeship, standing).map_err(|refused| match refused {
            MinorRefused::Gone => Error::Gone,
            other => Error::Refused(Refusal::Minor(other)),
        })
    }

    /// Ends the procedure for one application. `due` brings its date forward; it never moves it later.
    async fn block(&self, tx: &mut AnyConnection, facts: &Facts, due: i64) -> Result<()> {
        let due = due.min(facts.row.due_at);
        let blocked = sqlx::query(
            "UPDATE application SET closed_at = COALESCE(closed_at, $1), due_at = $2 WHERE id = $3 AND life = 'live' AND due_at = $4",
        )
        .bind(ms(self.now()))
        .bind(due)
        .bind(&facts.row.id)
        .bind(facts.row.due_at)
        .execute(&mut *tx)
        .await?;
        if blocked.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        // Who goes at once hears of that with the last mail.
        if due != facts.row.due_at && due > ms(self.now()) {
            self.mail(tx, &facts.id()?, Mail::Moved).await?;
        }
        Ok(())
    }

    /// Whoever asks for erasure while undecided has stepped back; `by` is who recorded it, if it was not the applicant.
    pub(crate) async fn withdraw_outcome(&self, tx: &mut AnyConnection, by: Option<&Staff>, id: &ApplicationId) -> Result<()> {
        sqlx::query(
            "UPDATE application SET outcome = $1, outcome_at = $2, outcome_by = $3, outcome_version = outcome_version + 1 WHERE id = $4",
        )
        .bind(Outcome::Withdrawn.code())
        .bind(ms(self.now()))
        .bind(by.map(|staff| staff.account.as_str()))
        .bind(id.as_str())
        .execute(tx)
        .await?;
        Ok(())
    }
}
