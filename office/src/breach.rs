//! A breach of personal data (Art. 33, 34 GDPR): one account between two instants, whom it touched by what the journal says, and how long is
//! left to tell the authority. Contents stand nowhere here.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use rules::{
    access::{Action, Actor},
    application::{Life, Section},
    form::Problem,
    id::{AccountId, BreachId, EmployerId, EntryId},
    journal::{RecordKind, Sort, breach_due, month, report_by},
    kept::KeptClass,
};
use sqlx::{AnyConnection, AssertSqlSafe};

use crate::{
    Error, Office, Result,
    journal::Entry,
    log::certificate_of,
    store::{at, ms, placeholders, unknown},
};

/// Entries of the journal read at a time.
const PAGE: i64 = 500;
/// Records asked for in one query.
const AT_ONCE: usize = 400;

/// What is known of a breach when it is entered.
#[derive(Clone, Debug)]
pub struct NewBreach {
    /// The account.
    pub person: AccountId,
    /// From when on.
    pub from: Timestamp,
    /// Until when.
    pub to: Timestamp,
    /// Since when the house knows: then the 72 hours began.
    pub known: Timestamp,
    /// The form's own text: sent twice with the same, it is entered once.
    pub token: String,
}

/// A breach in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreachLine {
    /// Its identifier.
    pub id: BreachId,
    /// The account.
    pub person: AccountId,
    /// The name of the account's owner.
    pub name: String,
    /// From when on.
    pub from: Timestamp,
    /// Until when.
    pub to: Timestamp,
    /// Since when the house knows.
    pub known_at: Timestamp,
    /// Until when the authority has to be told.
    pub report_by: Timestamp,
    /// When it was.
    pub reported_at: Option<Timestamp>,
}

/// A breach with whom it touched.
#[derive(Clone, Debug)]
pub struct Breach {
    /// Its line in the list.
    pub line: BreachLine,
    /// The records, applications first.
    pub touched: Vec<Touched>,
    /// How often the account was refused something meanwhile.
    pub refused: i64,
    /// Whether its time reaches into a month of which nobody can tell any more who acted: then some of them may be missing here.
    pub forgotten: bool,
}

/// A record that a breach touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Its identifier.
    pub record: EntryId,
    /// What it is, or was.
    pub kind: RecordKind,
    /// The title of its posting, for an application.
    pub posting: Option<String>,
    /// How it was touched.
    pub sorts: Vec<Sort>,
    /// Which sections were open.
    pub sections: Vec<Section>,
    /// How often.
    pub count: i64,
    /// First.
    pub first: Timestamp,
    /// Last.
    pub last: Timestamp,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is there.
    Live,
    /// It is gone, or goes; with the number of its certificate, where the journal says it.
    Erased(Option<String>),
}

impl Office {
    /// Enters a breach. Privacy officers may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `person`, `to` or `known`; [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn enter_breach(&self, actor: &Actor, new: &NewBreach) -> Result<BreachId> {
        let (staff, employer) = self.journal_of(actor)?;
        let now = self.now();
        let people = self.journal_people(actor).await?;
        let problems = [
            ("person", (!people.iter().any(|(id, _)| *id == new.person)).then_some(Problem::NotAChoice)),
            ("to", if new.to <= new.from { Some(Problem::TooEarly) } else { (new.to > now).then_some(Problem::TooLate) }),
            ("known", if new.known < new.from { Some(Problem::TooEarly) } else { (new.known > now).then_some(Problem::TooLate) }),
        ];
        let problems: Vec<_> = problems.into_iter().filter_map(|(field, problem)| Some((field, problem?))).collect();
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let id = BreachId::parse(&new.token).unwrap_or_else(|| BreachId::from_bytes(self.rng.bytes()));
        let mut tx = self.records.write().await?;
        let entered = sqlx::query(
            "INSERT INTO breach (id, employer_id, account_id, from_at, to_at, known_at, created_by, created_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING",
        )
        .bind(id.as_str())
        .bind(employer.as_str())
        .bind(new.person.as_str())
        .bind(ms(new.from))
        .bind(ms(new.to))
        .bind(ms(new.known))
        .bind(staff.account.as_str())
        .bind(ms(now))
        .execute(&mut *tx)
        .await?;
        if entered.rows_affected() == 1 {
            let subjects = vec![id.to_string(), new.person.to_string()];
            let entry = Entry { what: BREACH.to_owned(), ..Entry::of(staff, Action::ReadJournal, id.as_str()) };
            self.enter(&mut tx, employer, &entry.about(subjects).detail("entered")).await?;
            tx.commit().await?;
        }
        Ok(id)
    }

    /// Records when the authority was told. Privacy officers may call this.
    ///
    /// # Errors
    /// [`Error::Invalid`] on `reported`, [`Error::Conflict`] if it was recorded before, [`Error::NotFound`], [`Error::Forbidden`],
    /// [`Error::Unavailable`].
    pub async fn report_breach(&self, actor: &Actor, id: &BreachId, reported: Timestamp) -> Result<()> {
        let (staff, employer) = self.journal_of(actor)?;
        let line = self.breach_line(employer, id).await?;
        if reported < line.known_at {
            return Err(Error::field("reported", Problem::TooEarly));
        }
        if reported > self.now() {
            return Err(Error::field("reported", Problem::TooLate));
        }
        let mut tx = self.records.write().await?;
        let set = sqlx::query("UPDATE breach SET reported_at = $1 WHERE id = $2 AND reported_at IS NULL")
            .bind(ms(reported))
            .bind(id.as_str())
            .execute(&mut *tx)
            .await?;
        if set.rows_affected() == 0 {
            return Err(Error::Conflict);
        }
        let entry = Entry { what: BREACH.to_owned(), ..Entry::of(staff, Action::ReadJournal, id.as_str()) };
        self.enter(&mut tx, employer, &entry.detail("reported")).await?;
        tx.commit().await
    }

    /// The breaches of the person's employer, the newest first. Privacy officers may call this.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn breaches(&self, actor: &Actor) -> Result<Vec<BreachLine>> {
        let (_, employer) = self.journal_of(actor)?;
        self.breach_lines(employer, None).await
    }

    /// A breach with whom it touched. Privacy officers may call this; that they looked, or with `saves` saved it, stands in the journal.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`], [`Error::Unavailable`], also while older entries of the journal are not indexed yet.
    pub async fn read_breach(&self, actor: &Actor, id: &BreachId, saves: bool) -> Result<Breach> {
        let (staff, employer) = self.journal_of(actor)?;
        let line = self.breach_line(employer, id).await?;
        self.indexed_whole().await?;
        let (mut found, mut refused) = (BTreeMap::new(), 0);
        self.gather(employer, &line, &mut found, &mut refused).await?;
        let touched = self.touched(found).await?;
        let entry = Entry::of(staff, Action::ReadJournal, id.as_str()).detail(if saves { "export breach" } else { "breach" });
        self.enter_read(employer, &entry).await?;
        let forgotten = month(line.from, &self.settings.zone) < self.oldest_month_told().await?;
        Ok(Breach { line, touched, refused, forgotten })
    }

    /// Breaches of an employer of which the authority was not told yet, the most urgent first.
    pub(crate) async fn unreported(&self, employer: &EmployerId) -> Result<Vec<BreachLine>> {
        let mut lines = self.breach_lines(employer, None).await?;
        lines.retain(|line| line.reported_at.is_none());
        lines.sort_by_key(|line| line.report_by);
        Ok(lines)
    }

    /// Deletes the breaches whose period has ended.
    pub(crate) async fn sweep_breaches(&self, tx: &mut AnyConnection) -> Result<u64> {
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT id, COALESCE(reported_at, known_at) FROM breach").fetch_all(&mut *tx).await?;
        let mut deleted = 0;
        for (id, from) in rows {
            if breach_due(at(from), &self.settings.zone).erased_from <= self.now() {
                deleted += sqlx::query("DELETE FROM breach WHERE id = $1").bind(&id).execute(&mut *tx).await?.rows_affected();
            }
        }
        Ok(deleted)
    }

    async fn breach_line(&self, employer: &EmployerId, id: &BreachId) -> Result<BreachLine> {
        self.breach_lines(employer, Some(id)).await?.pop().ok_or(Error::NotFound)
    }

    async fn breach_lines(&self, employer: &EmployerId, id: Option<&BreachId>) -> Result<Vec<BreachLine>> {
        type Columns = (String, String, String, i64, i64, i64, Option<i64>);
        let rows: Vec<Columns> = sqlx::query_as(
            "SELECT b.id, b.account_id, a.name, b.from_at, b.to_at, b.known_at, b.reported_at FROM breach b \
             JOIN account a ON a.id = b.account_id WHERE b.employer_id = $1 AND ($2 = '' OR b.id = $2) ORDER BY b.known_at DESC, b.id",
        )
        .bind(employer.as_str())
        .bind(id.map_or("", BreachId::as_str))
        .fetch_all(self.records.read())
        .await?;
        rows.into_iter()
            .map(|(id, person, name, from, to, known, reported)| {
                Ok(BreachLine {
                    id: BreachId::parse(&id).ok_or_else(|| unknown("breach.id"))?,
                    person: AccountId::parse(&person).ok_or_else(|| unknown("breach.account_id"))?,
                    name,
                    from: at(from),
                    to: at(to),
                    known_at: at(known),
                    report_by: report_by(at(known)),
                    reported_at: reported.map(at),
                })
            })
            .collect()
    }

    /// What the account did between the two instants, by the record it was done to.
    async fn gather(
        &self,
        employer: &EmployerId,
        line: &BreachLine,
        found: &mut BTreeMap<String, Gathered>,
        refused: &mut i64,
    ) -> Result<()> {
        let mut from = -1;
        let actors = self.aliases_of(line.person.as_str()).await?;
        let sql = format!(
            "SELECT l.idx, l.at, a.sort, l.body FROM act a JOIN leaf l ON l.idx = a.idx WHERE a.employer_id = $1 \
             AND a.at >= $2 AND a.at < $3 AND a.idx > $4 AND a.actor IN ({}) ORDER BY a.idx LIMIT {PAGE}",
            placeholders(5, actors.len())
        );
        loop {
            let query = sqlx::query_as(AssertSqlSafe(sql.clone()))
                .bind(employer.as_str())
                .bind(ms(line.from))
                .bind(ms(line.to))
                .bind(from);
            let rows: Vec<(i64, i64, String, String)> =
                actors.iter().fold(query, |query, actor| query.bind(actor)).fetch_all(self.log.read()).await?;
            let Some((last, ..)) = rows.last() else { return Ok(()) };
            from = *last;
            for (_, at, sort, body) in rows {
                let entry: Entry = serde_json::from_str(&body).map_err(|_| unknown("leaf.body"))?;
                match Sort::from_code(&sort) {
                    Some(Sort::Refusals) => *refused += 1,
                    Some(sort) => gather(found, entry, sort, at),
                    None => {}
                }
            }
        }
    }

    /// What the records and the log say of what was touched. What is no record of a person is left out.
    async fn touched(&self, found: BTreeMap<String, Gathered>) -> Result<Vec<Touched>> {
        let ids: Vec<&str> = found.keys().map(String::as_str).collect();
        let mut known: HashMap<String, (RecordKind, Option<String>, Fate)> = HashMap::new();
        for ids in ids.chunks(AT_ONCE) {
            self.there(ids, &mut known).await?;
            self.gone(ids, &mut known).await?;
        }
        let mut touched: Vec<Touched> = found
            .into_iter()
            .filter_map(|(id, gathered)| {
                let record = EntryId::parse(&id)?;
                let (kind, posting, fate) = match known.remove(&id) {
                    Some(known) => known,
                    // Gone before the journal said which certificate is its own.
                    None => (gathered.kind?, None, Fate::Erased(None)),
                };
                let Gathered { sorts, sections, count, first, last, .. } = gathered;
                Some(Touched { record, kind, posting, sorts, sections, count, first: at(first), last: at(last), fate })
            })
            .collect();
        touched.sort_by_key(|touched| (touched.kind, touched.first));
        Ok(touched)
    }

    /// Those that are there.
    async fn there(&self, ids: &[&str], known: &mut HashMap<String, (RecordKind, Option<String>, Fate)>) -> Result<()> {
        let among = placeholders(1, ids.len());
        let sql = format!(
            "SELECT a.id, 'application', p.title, a.life, a.certificate_no FROM application a JOIN posting p ON p.id = a.posting_id \
             WHERE a.id IN ({among}) UNION ALL SELECT e.id, 'employee', '', 'live', '' FROM employee e WHERE e.id IN ({among}) \
             UNION ALL SELECT k.id, k.class, '', CASE WHEN k.erasing_at IS NULL THEN 'live' ELSE 'erasing' END, k.certificate_no \
             FROM kept k WHERE k.id IN ({among})"
        );
        let query = ids.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(*id));
        let rows: Vec<(String, String, String, String, String)> = query.fetch_all(self.records.read()).await?;
        for (id, kind, title, life, number) in rows {
            let kind = kind_of_record(&kind).ok_or_else(|| unknown("kept.class"))?;
            let fate = if life == Life::Live.code() { Fate::Live } else { Fate::Erased(Some(number)) };
            known.insert(id, (kind, Some(title).filter(|title| !title.is_empty()), fate));
        }
        Ok(())
    }

    /// Those of which the journal says that they were erased.
    async fn gone(&self, ids: &[&str], known: &mut HashMap<String, (RecordKind, Option<String>, Fate)>) -> Result<()> {
        let sql = format!(
            "SELECT t.subject, l.body FROM touch t JOIN act a ON a.idx = t.idx AND a.what = 'erase' JOIN leaf l ON l.idx = t.idx \
             WHERE t.subject IN ({})",
            placeholders(1, ids.len())
        );
        let query = ids.iter().fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(*id));
        let rows: Vec<(String, String)> = query.fetch_all(self.log.read()).await?;
        for (id, body) in rows {
            let entry: Entry = serde_json::from_str(&body).map_err(|_| unknown("leaf.body"))?;
            // What an old backup brought back is there again, until it is erased once more.
            if known.contains_key(&id) {
                continue;
            }
            let certificate: Option<String> =
                sqlx::query_scalar("SELECT body FROM leaf WHERE kind = 'certificate' AND subject = $1 ORDER BY idx DESC LIMIT 1")
                    .bind(&entry.detail)
                    .fetch_optional(self.log.read())
                    .await?;
            let certificate = certificate.as_deref().map(certificate_of).transpose()?;
            let kind = certificate.as_ref().and_then(|it| it.class).map_or(RecordKind::Application, of_class);
            let posting = match certificate.filter(|it| !it.posting.is_empty()) {
                None => None,
                Some(certificate) => {
                    sqlx::query_scalar("SELECT title FROM posting WHERE id = $1")
                        .bind(&certificate.posting)
                        .fetch_optional(self.records.read())
                        .await?
                }
            };
            known.insert(id, (kind, posting, Fate::Erased(Some(entry.detail))));
        }
        Ok(())
    }
}

/// What the journal calls an act on a breach.
pub(crate) const BREACH: &str = "breach";

/// What was done to one record.
struct Gathered {
    /// What it must have been, by what was done to it.
    kind: Option<RecordKind>,
    sorts: Vec<Sort>,
    sections: Vec<Section>,
    count: i64,
    first: i64,
    last: i64,
}

fn gather(found: &mut BTreeMap<String, Gathered>, entry: Entry, sort: Sort, at: i64) {
    // A standing release is of a posting.
    let of_posting = entry.what == Action::Release.code() && entry.detail.starts_with("standing");
    let kind = if of_posting { None } else { kind_of_act(&entry.what) };
    let sections: Vec<Section> = match Action::from_code(&entry.what) {
        Some(Action::ReadApplication) => entry.detail.split(' ').filter_map(Section::from_code).collect(),
        _ => Vec::new(),
    };
    for subject in entry.subjects {
        let one = found.entry(subject).or_insert_with(|| Gathered {
            kind,
            sorts: Vec::new(),
            sections: Vec::new(),
            count: 0,
            first: at,
            last: at,
        });
        one.count += 1;
        one.kind = one.kind.or(kind);
        (one.first, one.last) = (one.first.min(at), one.last.max(at));
        if !one.sorts.contains(&sort) {
            one.sorts.push(sort);
            one.sorts.sort_unstable();
        }
        for section in &sections {
            if !one.sections.contains(section) {
                one.sections.push(*section);
                one.sections.sort_unstable();
            }
        }
    }
}

/// What an act is done to.
fn kind_of_act(what: &str) -> Option<RecordKind> {
    Some(match Action::from_code(what)? {
        Action::ListApplications
        | Action::ReadApplication
        | Action::ReadSection
        | Action::ReadNotes
        | Action::AddNote
        | Action::ReadComments
        | Action::AddComment
        | Action::MoveStage
        | Action::Decide
        | Action::Release
        | Action::Exclude
        | Action::Recuse
        | Action::Redact
        | Action::LookUp
        | Action::Restrict
        | Action::AnswerErasure => RecordKind::Application,
        Action::ReadEmployees => RecordKind::Employee,
        Action::EnterPaper | Action::ReadPapers => RecordKind::Paper,
        Action::RunPool => RecordKind::Pool,
        Action::ReadEvidence => RecordKind::Evidence,
        _ => return None,
    })
}

fn kind_of_record(code: &str) -> Option<RecordKind> {
    RecordKind::from_code(code).or_else(|| KeptClass::from_code(code).map(of_class))
}

fn of_class(class: KeptClass) -> RecordKind {
    match class {
        KeptClass::Paper => RecordKind::Paper,
        KeptClass::Pool => RecordKind::Pool,
        KeptClass::Evidence => RecordKind::Evidence,
    }
}
