//! The talent pool (docs/PROMISES.md, n15): somebody who was told the decision consents on paper to be kept for other positions, with the
//! documents they chose, under a key of their own. A withdrawal ends it at once.

use std::collections::HashSet;

use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Denied, Staff, Subject},
    application::{Outcome, Section},
    document::Kind,
    form::Problem,
    id::{ApplicationId, DocumentId, EmployerId, KeptId, ObjectId},
    kept::{CONSENT_TEXT, ConsentChannel, KeptClass, WithdrawalChannel, evidence_due, pool_due},
    retention::{Due, local_date, midnight},
};
use sqlx::AnyConnection;

use super::{Content, New, Row};
use crate::{
    Error, Office, Refusal, Result,
    applicant::Asker,
    facts::{self, Facts},
    journal::Entry,
    read::{OpenedDocument, Part},
    sealed::{Contact, FileCard, document_context, open_json, section_context},
    store::{ms, unknown},
};

/// A consent as it was received.
#[derive(Clone, Debug)]
pub struct NewConsent {
    /// The day on which the person signed.
    pub given_on: Date,
    /// For how many months from then.
    pub months: i64,
    /// How it came.
    pub channel: ConsentChannel,
    /// The documents that the person chose.
    pub documents: Vec<DocumentId>,
}

/// Somebody in the talent pool.
#[derive(Clone)]
pub struct PoolLine {
    /// The record.
    pub id: KeptId,
    /// First and last name.
    pub name: String,
    /// The day of the consent.
    pub given_on: Date,
    /// When it ends by itself.
    pub due: Due,
}

/// A document in the talent pool.
#[derive(Clone)]
pub struct PoolDocument {
    /// Its identifier.
    pub id: DocumentId,
    /// The name people see.
    pub name: String,
    /// Its format.
    pub kind: Kind,
    /// Its size in bytes.
    pub size: u64,
}

/// Somebody in the talent pool, with what is kept of them.
#[derive(Clone)]
pub struct Pooled {
    /// As in the list.
    pub line: PoolLine,
    /// E-mail address.
    pub email: String,
    /// Telephone number, or empty.
    pub phone: String,
    /// What they chose to leave.
    pub documents: Vec<PoolDocument>,
}

impl Office {
    /// Puts an applicant who consented into the talent pool. HR of the employer may call this, once the decision is told and while the
    /// application can be read.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `given_on` (before the decision, or after today), `months` (more than two years, or a period that has
    /// ended) and `documents` (none of this application's); [`Refusal::NotRejected`], [`Refusal::InPool`]; as for reading.
    pub async fn enter_pool(&self, actor: &Actor, id: &ApplicationId, new: &NewConsent) -> Result<KeptId> {
        // Looked through once before keys are made for it.
        let mut connection = self.records.read().acquire().await?;
        let (facts, _) = self.load_for_pool(&mut connection, actor, id).await?;
        let (pool, evidence) = self.consent_dates(&facts, new)?;
        drop(connection);
        let ((pool_rk_id, pool_rk), (evidence_rk_id, evidence_rk)) = (self.make_key(None).await?, self.make_key(None).await?);

        let mut tx = self.records.write().await?;
        facts::take_turn_of(&mut tx, id).await?;
        // An erasure does not take a turn at the posting; this keeps it off the application.
        sqlx::query("UPDATE application SET life = life WHERE id = $1").bind(id.as_str()).execute(&mut *tx).await?;
        let (facts, staff) = self.load_for_pool(&mut tx, actor, id).await?;
        let employer = &facts.application.employer;
        let (contact, cards) = self.chosen(&mut tx, &facts, &new.documents).await?;
        let name = contact.name();
        let Contact { email, phone, .. } = contact;
        let proof = Content { name: name.clone(), email: email.clone(), ..Content::default() };
        let record = |class, due, content| New { class, employer, from_on: new.given_on, due, content };
        let content = Content { name, email, phone, ..Content::default() };
        let pooled = self.put_kept(&mut tx, staff, (&pool_rk_id, &pool_rk), record(KeptClass::Pool, pool, content)).await?;
        let proven =
            self.put_kept(&mut tx, staff, (&evidence_rk_id, &evidence_rk), record(KeptClass::Evidence, evidence, proof)).await?;
        for (object, card) in &cards {
            self.put_kept_document(&mut tx, (KeptClass::Pool, &pooled), &pool_rk, object, card).await?;
        }
        sqlx::query(
            "INSERT INTO consent (id, evidence_id, pool_id, application_id, text_version, channel, given_on, until_on) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(self.row_id())
        .bind(proven.as_str())
        .bind(pooled.as_str())
        .bind(id.as_str())
        .bind(CONSENT_TEXT)
        .bind(new.channel.code())
        .bind(new.given_on.to_string())
        .bind(pool.last_day.to_string())
        .execute(&mut *tx)
        .await?;
        self.remember(&mut tx, id, Some(staff), &format!("pooled {}", pool.last_day)).await?;
        // By the record alone: the journal outlives the application, and is to lead from it to nobody.
        self.enter(&mut tx, employer, &Entry::of(staff, Action::RunPool, pooled.as_str()).detail("consented")).await?;
        self.key_waits(&pool_rk_id).await?;
        self.key_waits(&evidence_rk_id).await?;
        tx.commit().await?;
        self.confirm_key(&pool_rk_id).await?;
        self.confirm_key(&evidence_rk_id).await?;
        Ok(pooled)
    }

    /// Until which day an applicant is in the talent pool; `None` if they are not, or the person may not know. Anybody may ask who may
    /// read the application, with whose page it is shown.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn pooled(&self, actor: &Actor, id: &ApplicationId) -> Result<Option<(KeptId, Date)>> {
        if !self.allowed(actor, Action::RunPool) {
            return Ok(None);
        }
        let mut connection = self.records.read().acquire().await?;
        standing(&mut connection, id, self.today()).await
    }

    /// The talent pool of the person's employer, by name. HR may call this; it stands in the journal.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn pool(&self, actor: &Actor) -> Result<Vec<PoolLine>> {
        let staff = self.allow(actor, Action::RunPool, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        // What is restricted is in no list, nor what is kept from the person.
        let kept = self.kept_from(staff).await?;
        let rows = self.kept_rows(KeptClass::Pool, employer).await?.into_iter();
        let rows: Vec<Row> = rows.filter(|row| row.closed == 0 && !kept.contains(&row.id)).collect();
        let keys = self.record_keys(&rows.iter().map(|row| row.rk_id.clone()).collect::<Vec<_>>()).await?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in &rows {
            let Some(rk) = keys.get(&row.rk_id) else { continue };
            lines.push(self.pool_line(row, row.open(KeptClass::Pool, rk)?.name)?);
        }
        lines.sort_by_cached_key(|line| (line.name.to_lowercase(), line.id.clone()));
        let shown = lines.iter().map(|line| line.id.to_string()).collect();
        self.enter_read(employer, &Entry::of(staff, Action::RunPool, employer.as_str()).about(shown).detail("list")).await?;
        Ok(lines)
    }

    /// Somebody in the talent pool. HR of the employer may call this; it stands in the journal.
    ///
    /// # Errors
    /// [`Error::NotFound`], at another employer's record and at one whose consent has ended too; [`Error::Forbidden`].
    pub async fn read_pooled(&self, actor: &Actor, id: &KeptId) -> Result<Pooled> {
        let (row, employer, staff) = self.load_pooled(actor, id).await?;
        let rk = self.record_key(&row.rk_id).await?;
        let Content { name, email, phone, .. } = row.open(KeptClass::Pool, &rk)?;
        let mut documents = Vec::new();
        for document in self.kept_documents(&row.id).await? {
            let (id, _, card) = document.open(KeptClass::Pool, &row.id, &rk)?;
            documents.push(PoolDocument { id, name: card.name, kind: card.kind, size: card.size });
        }
        self.enter_read(&employer, &Entry::of(staff, Action::RunPool, id.as_str()).detail("read")).await?;
        Ok(Pooled { line: self.pool_line(&row, name)?, email, phone, documents })
    }

    /// Opens a document in the talent pool, or a part of it. HR of the employer may call this; each call stands in the journal.
    ///
    /// # Errors
    /// As for [`Office::read_pooled`].
    pub async fn open_pooled(&self, actor: &Actor, id: &KeptId, document: &DocumentId, part: Part) -> Result<OpenedDocument> {
        let (row, employer, staff) = self.load_pooled(actor, id).await?;
        let rk = self.record_key(&row.rk_id).await?;
        let stored = self.kept_documents(&row.id).await?.into_iter().find(|stored| stored.id == document.as_str());
        let (_, object, card) = stored.ok_or(Error::NotFound)?.open(KeptClass::Pool, &row.id, &rk)?;
        let entry = Entry::of(staff, Action::RunPool, id.as_str()).detail(format!("document {document}"));
        self.enter_read(&employer, &entry).await?;
        self.open_object(&object, &card, part).await
    }

    /// Records that a consent was withdrawn, on the day `on`. From this moment nobody reads the record; the next sweep erases it. HR of
    /// the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `on`: before the consent, or after today; [`Error::NotFound`] once it has ended.
    pub async fn withdraw_consent(&self, actor: &Actor, id: &KeptId, on: Date, by: WithdrawalChannel) -> Result<()> {
        let (row, employer, staff) = self.load_pooled(actor, id).await?;
        if on < row.counted_from()? {
            return Err(Error::field("withdrawn_on", Problem::TooEarly));
        }
        if on > self.today() {
            return Err(Error::field("withdrawn_on", Problem::TooLate));
        }
        let mut tx = self.records.write().await?;
        let pool = id.as_str();
        if !self.end_consent(&mut tx, pool, on, by.code()).await? {
            return Err(Error::Conflict);
        }
        let application: Option<String> = sqlx::query_scalar(
            "SELECT a.id FROM consent c JOIN application a ON a.id = c.application_id WHERE c.pool_id = $1 AND a.life = 'live'",
        )
        .bind(pool)
        .fetch_optional(&mut *tx)
        .await?;
        if let Some(application) = application {
            let application = ApplicationId::parse(&application).ok_or_else(|| unknown("consent.application_id"))?;
            self.remember(&mut tx, &application, Some(staff), &format!("unpooled {on}")).await?;
        }
        self.enter(&mut tx, &employer, &Entry::of(staff, Action::RunPool, pool).detail(withdrawn(on, by.code()))).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Ends every consent of an applicant who asked for erasure, or whose application is erased as a minor's.
    pub(crate) async fn end_consents(&self, tx: &mut AnyConnection, asker: Asker<'_>, facts: &Facts) -> Result<()> {
        let pools: Vec<String> =
            sqlx::query_scalar("SELECT pool_id FROM consent WHERE application_id = $1 AND withdrawn_on IS NULL ORDER BY id")
                .bind(&facts.row.id)
                .fetch_all(&mut *tx)
                .await?;
        let (on, by) = (self.today(), WithdrawalChannel::Erasure.code());
        for pool in pools {
            if self.end_consent(&mut *tx, &pool, on, by).await? {
                self.remember(&mut *tx, &facts.id()?, asker.staff(), &format!("unpooled {on}")).await?;
                let entry = asker.entry(Action::RunPool, &pool).detail(withdrawn(on, by));
                self.enter(&mut *tx, &facts.application.employer, &entry).await?;
            }
        }
        Ok(())
    }

    /// Ends a consent: the record is due, and the period of its evidence begins. False if it had ended.
    pub(crate) async fn end_consent(&self, tx: &mut AnyConnection, pool: &str, on: Date, by: &str) -> Result<bool> {
        let ended =
            sqlx::query("UPDATE consent SET withdrawn_on = $1, withdrawn_by = $2 WHERE pool_id = $3 AND withdrawn_on IS NULL")
                .bind(on.to_string())
                .bind(by)
                .bind(pool)
                .execute(&mut *tx)
                .await?;
        if ended.rows_affected() == 0 {
            return Ok(false);
        }
        sqlx::query("UPDATE kept SET due_at = $1 WHERE id = $2 AND due_at > $1")
            .bind(ms(self.now()))
            .bind(pool)
            .execute(&mut *tx)
            .await?;
        sqlx::query("UPDATE kept SET due_at = $1 WHERE id = (SELECT c.evidence_id FROM consent c WHERE c.pool_id = $2)")
            .bind(ms(evidence_due(on, &self.settings.zone).erased_from))
            .bind(pool)
            .execute(&mut *tx)
            .await?;
        Ok(true)
    }

    fn pool_line(&self, row: &Row, name: String) -> Result<PoolLine> {
        Ok(PoolLine { id: row.id()?, name, given_on: row.counted_from()?, due: self.due_at(row.due_at) })
    }

    async fn load_pooled<'a>(&self, actor: &'a Actor, id: &KeptId) -> Result<(Row, EmployerId, &'a Staff)> {
        let row = self.kept_row(KeptClass::Pool, id).await?;
        let employer = row.employer()?;
        let staff = self.allow(actor, Action::RunPool, Subject::Employer(&employer))?;
        if self.kept_from(staff).await?.contains(&row.id) {
            return Err(Error::NotFound);
        }
        if row.closed > 0 { Err(Error::Forbidden(Denied::Restricted)) } else { Ok((row, employer, staff)) }
    }

    /// The places in the pool that are kept from a person, as the application is or was.
    async fn kept_from(&self, staff: &Staff) -> Result<HashSet<String>> {
        let pools: Vec<String> = sqlx::query_scalar(
            "SELECT c.pool_id FROM consent c WHERE EXISTS (SELECT 1 FROM exclusion y WHERE y.application_id = c.application_id \
             AND y.account_id = $1 AND y.lifted_at IS NULL) OR ' ' || COALESCE(c.kept_from, '') || ' ' LIKE '% ' || $1 || ' %'",
        )
        .bind(staff.account.as_str())
        .fetch_all(self.records.read())
        .await?;
        Ok(pools.into_iter().collect())
    }

    /// Loads an application whose applicant can be put into the pool.
    async fn load_for_pool<'a>(
        &self,
        connection: &mut AnyConnection,
        actor: &'a Actor,
        id: &ApplicationId,
    ) -> Result<(Facts, &'a Staff)> {
        let facts = facts::load(connection, id).await?;
        let staff = self.allow(actor, Action::ReadSection, Subject::Section(&facts.application, Section::Contact))?;
        self.allow(actor, Action::RunPool, Subject::Employer(&facts.application.employer))?;
        // Opened for one purpose, a restricted record serves no other.
        if facts.application.restricted {
            return Err(Error::Forbidden(Denied::Restricted));
        }
        if facts.outcome() != Some(Outcome::Rejected) {
            return Err(Error::Refused(Refusal::NotRejected));
        }
        if standing(connection, id, self.today()).await?.is_some() {
            return Err(Error::Refused(Refusal::InPool));
        }
        Ok((facts, staff))
    }

    /// When the place in the pool and its evidence go.
    fn consent_dates(&self, facts: &Facts, new: &NewConsent) -> Result<(Due, Due)> {
        let zone = &self.settings.zone;
        let decided = facts.application.outcome.map(|(_, at)| local_date(at, zone));
        if decided.is_some_and(|decided| new.given_on < decided) {
            return Err(Error::field("given_on", Problem::TooEarly));
        }
        if new.given_on > self.today() {
            return Err(Error::field("given_on", Problem::TooLate));
        }
        let pool = pool_due(new.given_on, new.months, zone);
        let pool = pool.ok_or_else(|| Error::field("months", Problem::NotANumber { min: 1, max: rules::kept::POOL_MONTHS }))?;
        if pool.last_day < self.today() || pool.erased_from <= midnight(self.today(), zone) {
            return Err(Error::field("months", Problem::TooEarly));
        }
        Ok((pool, evidence_due(pool.last_day, zone)))
    }

    /// The contact, and the cards of the documents that were chosen.
    async fn chosen(
        &self,
        connection: &mut AnyConnection,
        facts: &Facts,
        documents: &[DocumentId],
    ) -> Result<(Contact, Vec<(ObjectId, FileCard)>)> {
        let (id, rk) = (&facts.row.id, self.record_key(&facts.row.rk_id).await?);
        let (row, version, sealed): (String, i64, Vec<u8>) =
            sqlx::query_as("SELECT id, version, sealed FROM section WHERE application_id = $1 AND name = $2")
                .bind(id)
                .bind(Section::Contact.code())
                .fetch_one(&mut *connection)
                .await?;
        let contact = open_json(&rk, &section_context(id, &row, Section::Contact, version), &sealed)?;
        let stored: Vec<(String, String, i64, Vec<u8>)> =
            sqlx::query_as("SELECT id, object_id, version, sealed FROM document WHERE application_id = $1 ORDER BY id")
                .bind(id)
                .fetch_all(connection)
                .await?;
        if documents.iter().any(|chosen| !stored.iter().any(|(row, ..)| row == chosen.as_str())) {
            return Err(Error::field("documents", Problem::NotAChoice));
        }
        let mut cards = Vec::new();
        for (row, object, version, sealed) in stored {
            if documents.iter().any(|chosen| chosen.as_str() == row) {
                let object = ObjectId::parse(&object).ok_or_else(|| unknown("document.object_id"))?;
                cards.push((object, open_json(&rk, &document_context(id, &row, version), &sealed)?));
            }
        }
        Ok((contact, cards))
    }
}

/// What the journal says of a withdrawal; a restore does it again by this.
fn withdrawn(on: Date, by: &str) -> String {
    format!("withdrawn {on} {by}")
}

/// The consent of an applicant that stands today, if any, with its last day.
async fn standing(connection: &mut AnyConnection, id: &ApplicationId, today: Date) -> Result<Option<(KeptId, Date)>> {
    let found: Option<(String, String)> = sqlx::query_as(
        "SELECT c.pool_id, c.until_on FROM consent c JOIN kept k ON k.id = c.pool_id \
         WHERE c.application_id = $1 AND c.withdrawn_on IS NULL AND k.erasing_at IS NULL AND c.until_on >= $2 ORDER BY c.until_on DESC LIMIT 1",
    )
    .bind(id.as_str())
    .bind(today.to_string())
    .fetch_optional(connection)
    .await?;
    let read = |(pool, until): (String, String)| {
        let pool = KeptId::parse(&pool).ok_or_else(|| unknown("consent.pool_id"))?;
        Ok((pool, until.parse().map_err(|_| unknown("consent.until_on"))?))
    };
    found.map(read).transpose()
}
