//! What people ask about their data, and how it is answered within a month (chapter III GDPR; docs/PROMISES.md, n05, n11 and n12).

use jiff::civil::Date;
use rules::{
    access::{Action, Actor, Denied, Role, Staff, Subject},
    application::{Judgement, NoteKind},
    form::{Problem, check_remark, line_feeds},
    id::{ApplicationId, EmployerId, RequestId},
    journal::breach_due,
    mail::Mail,
    messages::{Key, Lang},
    request::{Identity, Reply, RequestChannel, RequestKind, Verdict, needs_identity},
    retention::local_date,
};
use sqlx::{AnyConnection, AssertSqlSafe, FromRow};
use vault::{Context, Owner, RecordKey};

use crate::{
    Error, Office, Refusal, Result,
    exclude::not_kept_from,
    facts::{self, Facts},
    journal::Entry,
    request::NewRequest,
    sealed::{Contact, Exchange, Remark, open_json, seal_json},
    store::{at, ms, unknown},
};

/// A request.
#[derive(Clone, Debug)]
pub struct RequestLine {
    /// Its identifier.
    pub id: RequestId,
    /// Which application it is about; `None` where nobody knows one.
    pub application: Option<ApplicationId>,
    /// The title of the application's posting.
    pub title: Option<String>,
    /// What is asked.
    pub kind: RequestKind,
    /// How it came.
    pub channel: RequestChannel,
    /// How it is known who asks.
    pub identity: Identity,
    /// The day on which it came.
    pub received_on: Date,
    /// The last day for an answer.
    pub answer_by: Date,
    /// When it was answered, and how: a [`Reply`], or for an erasure an [`rules::request::Answer`].
    pub answered: Option<(Date, String)>,
    /// Counts the answers; a form says which it saw.
    pub version: i64,
}

/// A request with what belongs to it, for whoever answers it.
#[derive(Clone)]
pub struct RequestView {
    /// As in the list.
    pub line: RequestLine,
    /// Whose it is.
    pub contact: Option<Contact>,
    /// The language in which they applied.
    pub language: Option<Lang>,
    /// What they wrote.
    pub asked: String,
    /// What was answered.
    pub replied: String,
    /// What was written about them, with what was decided about it.
    pub remarks: Vec<RemarkToCheck>,
}

/// Something that was written about an applicant.
#[derive(Clone)]
pub struct RemarkToCheck {
    /// The remark's identifier; for the reason of an outcome the application's.
    pub id: String,
    /// A note, a comment; `None` for the reason of the outcome.
    pub kind: Option<NoteKind>,
    /// In which role it was written.
    pub role: Role,
    /// Its version.
    pub version: i64,
    /// What stands there.
    pub text: String,
    /// What its author thinks.
    pub judgement: Option<Judgement>,
    /// What the applicant reads of it, with the words in its place or the reason; `None` while nobody has looked at it, or it changed since.
    pub decided: Option<(Verdict, String)>,
}

/// A request that came in another way than by the status page.
#[derive(Clone, Debug)]
pub struct Entered {
    /// About which application.
    pub application: Option<ApplicationId>,
    /// What is asked.
    pub kind: RequestKind,
    /// How it came.
    pub channel: RequestChannel,
    /// How it is known who asks.
    pub identity: Identity,
    /// The day on which it came.
    pub received_on: Date,
}

#[derive(FromRow)]
struct Row {
    id: String,
    application_id: Option<String>,
    employer_id: String,
    title: Option<String>,
    language: Option<String>,
    kind: String,
    channel: String,
    identity: String,
    received_on: String,
    answer_by: String,
    answered_at: Option<i64>,
    answer: Option<String>,
    version: i64,
    sealed: Option<Vec<u8>>,
}

const SELECT: &str = "SELECT r.id, r.application_id, r.employer_id, p.title, a.language, r.kind, r.channel, r.identity, r.received_on, r.answer_by, \
    r.answered_at, r.answer, r.version, r.sealed FROM request r LEFT JOIN application a ON a.id = r.application_id \
    LEFT JOIN posting p ON p.id = a.posting_id ";

impl Office {
    /// The requests of the person's employer: those that wait first, the soonest first, then the answered ones, the newest first. HR and the
    /// privacy officer may call this; it holds no name.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn requests(&self, actor: &Actor) -> Result<Vec<RequestLine>> {
        let staff = self.allow(actor, Action::ReadRequests, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(Denied::Role))?;
        let sql = format!(
            "{SELECT} WHERE r.employer_id = $1 AND (r.application_id IS NULL OR {}) \
             ORDER BY CASE WHEN r.answered_at IS NULL THEN 0 ELSE 1 END, CASE WHEN r.answered_at IS NULL THEN r.answer_by END, \
             r.answered_at DESC, r.id",
            not_kept_from("$2")
        );
        let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql))
            .bind(employer.as_str())
            .bind(staff.account.as_str())
            .fetch_all(self.records.read())
            .await?;
        rows.iter().map(|row| self.request_line(row)).collect()
    }

    /// A request with what was written about its person. HR of the employer may call this; it stands in the journal.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Gone`] once the application is being erased.
    pub async fn read_request(&self, actor: &Actor, id: &RequestId) -> Result<RequestView> {
        let mut connection = self.records.read().acquire().await?;
        let (row, staff, facts) = self.request_of(&mut connection, actor, id).await?;
        drop(connection);
        let mut view = RequestView {
            line: self.request_line(&row)?,
            contact: None,
            language: row.language.as_deref().and_then(Lang::from_code),
            asked: String::new(),
            replied: String::new(),
            remarks: Vec::new(),
        };
        if let Some(facts) = &facts {
            let rk = self.record_key(&facts.row.rk_id).await?;
            let application = facts.id()?;
            view.contact = self.open_sections(&application, &rk, &[rules::application::Section::Contact]).await?.contact;
            let Exchange { asked, replied } = row.exchange(&rk)?;
            (view.asked, view.replied) = (asked, replied);
            if view.line.kind == RequestKind::Information {
                view.remarks = self.remarks_to_check(facts, &rk).await?;
            }
        }
        let employer = EmployerId::parse(&row.employer_id).ok_or_else(|| unknown("request.employer_id"))?;
        let entry = Entry::of(staff, Action::ReadRequests, "").about(row.application_id.clone().into_iter().collect());
        self.enter_read(&employer, &entry.detail(format!("read {id}"))).await?;
        Ok(view)
    }

    /// Enters a request that came by mail, by telephone or on paper. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `received_on` (after today) or `application` (none that the person may read).
    pub async fn enter_request(&self, actor: &Actor, new: &Entered) -> Result<RequestId> {
        let staff = self.allow(actor, Action::AnswerRequest, Subject::House)?;
        let employer = staff.employer().ok_or(Error::Forbidden(Denied::Role))?;
        if new.received_on > self.today() {
            return Err(Error::field("received_on", Problem::TooLate));
        }
        let mut tx = self.records.write().await?;
        if let Some(application) = &new.application {
            let known = facts::load(&mut tx, application).await.ok().filter(|facts| {
                // A request is about what is blocked or restricted as well.
                facts.application.employer == *employer
                    && facts.application.life == rules::application::Life::Live
                    && !facts.application.excluded.contains(&staff.account)
            });
            known.ok_or(Error::field("application", Problem::NotAChoice))?;
        }
        let request = NewRequest {
            kind: new.kind,
            channel: new.channel,
            identity: new.identity,
            received_on: new.received_on,
            answer: None,
        };
        let id = self.put_request(&mut tx, (employer, new.application.as_ref()), &request, None, Some(staff)).await?;
        tx.commit().await?;
        Ok(id)
    }

    /// Records how it is known who asks (Art. 12(6) GDPR). HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Conflict`] once it was answered.
    pub async fn identify_request(&self, actor: &Actor, id: &RequestId, identity: Identity) -> Result<()> {
        let mut tx = self.records.write().await?;
        let (row, staff, _) = self.request_of(&mut tx, actor, id).await?;
        let put = sqlx::query("UPDATE request SET identity = $1 WHERE id = $2 AND answered_at IS NULL")
            .bind(identity.code())
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        if put.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        self.enter_answer(&mut tx, &row, staff, &format!("identified {}", identity.code())).await?;
        tx.commit().await
    }

    /// Answers a request, in words that its person reads. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `text`: a refusal says why, and what can be done against it (Art. 12(4)); [`Refusal::Identity`] for what cannot
    /// be granted before it is known who asks; [`Refusal::Unchecked`] while something that was written about them was not looked through;
    /// [`Error::Conflict`] once it was answered.
    pub async fn answer_request(&self, actor: &Actor, id: &RequestId, reply: Reply, text: &str) -> Result<()> {
        let problem = match check_remark(text) {
            Some(Problem::Missing) if reply == Reply::Granted => None,
            problem => problem,
        };
        if let Some(problem) = problem {
            return Err(Error::field("text", problem));
        }
        let mut connection = self.records.read().acquire().await?;
        let (row, _, facts) = self.request_of(&mut connection, actor, id).await?;
        drop(connection);
        let (kind, identity) = (row.kind()?, row.identity()?);
        if reply == Reply::Granted && identity == Identity::Open && needs_identity(kind) {
            return Err(Error::Refused(Refusal::Identity));
        }
        let sealed = match &facts {
            None => None,
            Some(facts) => {
                let rk = self.record_key(&facts.row.rk_id).await?;
                if reply == Reply::Granted && kind == RequestKind::Information {
                    let remarks = self.remarks_to_check(facts, &rk).await?;
                    if remarks.iter().any(|remark| remark.decided.is_none()) {
                        return Err(Error::Refused(Refusal::Unchecked));
                    }
                }
                let lang = Lang::from_code(row.language.as_deref().unwrap_or_default()).unwrap_or(Lang::En);
                let mut replied = line_feeds(text).trim().to_owned();
                if reply == Reply::Refused {
                    // What is open to them (Art. 12(4) GDPR) is never forgotten.
                    replied.push_str("\n\n");
                    replied.push_str(lang.text(Key::AnswerRefuseWords));
                }
                let exchange = Exchange { asked: row.exchange(&rk)?.asked, replied };
                let context = Context::request(Owner::Application(&facts.row.id), id.as_str(), (row.version + 1).unsigned_abs());
                Some(seal_json(&rk, &context, &self.rng, &exchange)?)
            }
        };
        let mut tx = self.records.write().await?;
        let (row, staff, facts) = self.request_of(&mut tx, actor, id).await?;
        let put = sqlx::query(
            "UPDATE request SET answered_at = $1, answered_by = $2, answer = $3, sealed = $4, version = version + 1 \
             WHERE id = $5 AND version = $6 AND answered_at IS NULL",
        )
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .bind(reply.code())
        .bind(sealed)
        .bind(id.as_str())
        .bind(row.version)
        .execute(&mut *tx)
        .await?;
        if put.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        if let Some(facts) = &facts {
            let application = facts.id()?;
            self.remember(&mut tx, &application, Some(staff), &format!("answered {} {}", kind.code(), reply.code())).await?;
            self.mail(&mut tx, &application, Mail::Answered).await?;
        }
        self.enter_answer(&mut tx, &row, staff, &format!("answered {} {}", kind.code(), reply.code())).await?;
        tx.commit().await
    }

    /// Decides what the applicant reads of one remark, looked at in `version`. HR of the employer may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `text`: the version without others, or the reason, is missing; [`Error::Conflict`] if the remark was changed
    /// since; [`Error::NotFound`] where the request's application has no such remark.
    pub async fn disclose(
        &self,
        actor: &Actor,
        id: &RequestId,
        (remark, version): (&str, i64),
        verdict: Verdict,
        text: &str,
    ) -> Result<()> {
        if let Some(problem) = check_remark(text).filter(|_| verdict != Verdict::Whole) {
            return Err(Error::field("text", problem));
        }
        let mut connection = self.records.read().acquire().await?;
        let (_, _, facts) = self.request_of(&mut connection, actor, id).await?;
        drop(connection);
        let facts = facts.ok_or(Error::NotFound)?;
        let rk = self.record_key(&facts.row.rk_id).await?;
        let checked = self.remarks_to_check(&facts, &rk).await?.into_iter().find(|known| known.id == remark);
        if checked.ok_or(Error::NotFound)?.version != version {
            return Err(Error::Conflict);
        }
        let application = facts.id()?;
        let mut tx = self.records.write().await?;
        let (row, staff, _) = self.request_of(&mut tx, actor, id).await?;
        let before: Option<i64> =
            sqlx::query_scalar("SELECT version FROM disclosure WHERE id = $1").bind(remark).fetch_optional(&mut *tx).await?;
        let next = before.unwrap_or_default() + 1;
        let context = Context::disclosure(Owner::Application(application.as_str()), remark, next.unsigned_abs());
        let words = line_feeds(text).trim().to_owned();
        let sealed = (verdict != Verdict::Whole).then(|| seal_json(&rk, &context, &self.rng, &words)).transpose()?;
        sqlx::query("DELETE FROM disclosure WHERE id = $1").bind(remark).execute(&mut *tx).await?;
        sqlx::query(
            "INSERT INTO disclosure (id, application_id, verdict, of_version, version, decided_at, decided_by, sealed) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        )
        .bind(remark)
        .bind(application.as_str())
        .bind(verdict.code())
        .bind(version)
        .bind(next)
        .bind(ms(self.now()))
        .bind(staff.account.as_str())
        .bind(sealed)
        .execute(&mut *tx)
        .await?;
        self.enter_answer(&mut tx, &row, staff, &format!("checked {}", verdict.code())).await?;
        tx.commit().await
    }

    /// Deletes the answered requests about nobody whose period is over. Answers how many.
    pub(crate) async fn sweep_requests(&self, tx: &mut AnyConnection) -> Result<u64> {
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT id, answered_at FROM request WHERE application_id IS NULL AND answered_at IS NOT NULL")
                .fetch_all(&mut *tx)
                .await?;
        let mut gone = 0;
        for (id, answered) in rows {
            if breach_due(at(answered), &self.settings.zone).erased_from <= self.now() {
                gone += sqlx::query("DELETE FROM request WHERE id = $1").bind(id).execute(&mut *tx).await?.rows_affected();
            }
        }
        Ok(gone)
    }

    /// How many requests wait for their answer, and the first day on which one is due. For the start page.
    pub(crate) async fn waiting_requests(&self, staff: &Staff, employer: &EmployerId) -> Result<(i64, Option<Date>)> {
        let sql = format!(
            "SELECT COUNT(*), MIN(r.answer_by) FROM request r LEFT JOIN application a ON a.id = r.application_id \
             WHERE r.employer_id = $1 AND r.answered_at IS NULL AND (r.application_id IS NULL OR {})",
            not_kept_from("$2")
        );
        let (count, first): (i64, Option<String>) = sqlx::query_as(AssertSqlSafe(sql))
            .bind(employer.as_str())
            .bind(staff.account.as_str())
            .fetch_one(self.records.read())
            .await?;
        Ok((count, first.map(|day| day.parse().map_err(|_| unknown("request.answer_by"))).transpose()?))
    }

    /// The requests about an application that its applicant knows of, the newest first, with what was said.
    pub(crate) async fn requests_about(&self, facts: &Facts, rk: &RecordKey) -> Result<Vec<(RequestLine, Exchange)>> {
        let sql = format!("{SELECT} WHERE r.application_id = $1 ORDER BY r.received_on DESC, r.id");
        let rows: Vec<Row> = sqlx::query_as(AssertSqlSafe(sql)).bind(&facts.row.id).fetch_all(self.records.read()).await?;
        rows.iter().map(|row| Ok((self.request_line(row)?, row.exchange(rk)?))).collect()
    }

    async fn remarks_to_check(&self, facts: &Facts, rk: &RecordKey) -> Result<Vec<RemarkToCheck>> {
        let (remarks, disclosures) = (self.remarks_of(facts, rk).await?, self.disclosures(&facts.row.id).await?);
        remarks
            .into_iter()
            .map(|known| {
                let decided = disclosures
                    .get(&known.id)
                    .filter(|disclosure| disclosure.of_version == known.version)
                    .map(|disclosure| Ok::<_, Error>((disclosure.verdict, disclosure.open(&facts.row.id, &known.id, rk)?)))
                    .transpose()?;
                let Remark { text, judgement } = known.remark;
                let (id, kind, role, version) = (known.id, known.kind, known.role, known.version);
                Ok(RemarkToCheck { id, kind, role, version, text, judgement, decided })
            })
            .collect()
    }

    /// A request that the person may answer, with the application it is about.
    async fn request_of<'a>(
        &self,
        connection: &mut AnyConnection,
        actor: &'a Actor,
        id: &RequestId,
    ) -> Result<(Row, &'a Staff, Option<Facts>)> {
        let sql = format!("{SELECT} WHERE r.id = $1");
        let row: Row = sqlx::query_as(AssertSqlSafe(sql)).bind(id.as_str()).fetch_one(&mut *connection).await?;
        let employer = EmployerId::parse(&row.employer_id).ok_or_else(|| unknown("request.employer_id"))?;
        let staff = self.allow(actor, Action::AnswerRequest, Subject::Employer(&employer))?;
        let facts = match row.application_id.as_deref().and_then(ApplicationId::parse) {
            None => None,
            Some(application) => Some(facts::load(connection, &application).await?),
        };
        if let Some(facts) = &facts {
            if facts.application.excluded.contains(&staff.account) {
                return Err(Error::NotFound);
            }
            if facts.application.life == rules::application::Life::Erasing {
                return Err(Error::Gone);
            }
        }
        Ok((row, staff, facts))
    }

    async fn enter_answer(&self, tx: &mut AnyConnection, row: &Row, staff: &Staff, detail: &str) -> Result<()> {
        let employer = EmployerId::parse(&row.employer_id).ok_or_else(|| unknown("request.employer_id"))?;
        // By the application: whom a breach touched is computed from it.
        let entry = Entry::of(staff, Action::AnswerRequest, "").about(row.application_id.clone().into_iter().collect());
        self.enter(tx, &employer, &entry.detail(format!("{detail} {}", row.id))).await
    }

    fn request_line(&self, row: &Row) -> Result<RequestLine> {
        let day = |text: &str| text.parse::<Date>().map_err(|_| unknown("request.received_on"));
        let answered = row.answered_at.map(|ms| local_date(at(ms), &self.settings.zone));
        Ok(RequestLine {
            id: RequestId::parse(&row.id).ok_or_else(|| unknown("request.id"))?,
            application: row.application_id.as_deref().and_then(ApplicationId::parse),
            title: row.title.clone(),
            kind: row.kind()?,
            channel: RequestChannel::from_code(&row.channel).ok_or_else(|| unknown("request.channel"))?,
            identity: row.identity()?,
            received_on: day(&row.received_on)?,
            answer_by: day(&row.answer_by)?,
            answered: answered.zip(row.answer.clone()),
            version: row.version,
        })
    }
}

impl Row {
    fn kind(&self) -> Result<RequestKind> {
        RequestKind::from_code(&self.kind).ok_or_else(|| unknown("request.kind"))
    }

    fn identity(&self) -> Result<Identity> {
        Identity::from_code(&self.identity).ok_or_else(|| unknown("request.identity"))
    }

    fn exchange(&self, rk: &RecordKey) -> Result<Exchange> {
        let (Some(sealed), Some(application)) = (&self.sealed, &self.application_id) else { return Ok(Exchange::default()) };
        let context = Context::request(Owner::Application(application), &self.id, self.version.unsigned_abs());
        open_json(rk, &context, sealed)
    }
}
