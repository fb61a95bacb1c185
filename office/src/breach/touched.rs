//! Whom a breach touched: what the account did between the two instants by what the journal says, and what became of each record.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use rules::{
    access::Action,
    application::{Life, Section},
    id::{EmployerId, EntryId},
    journal::{RecordKind, Sort},
    kept::KeptClass,
};
use sqlx::AssertSqlSafe;

use super::BreachLine;
use crate::{
    Office, Result,
    journal::Entry,
    log::certificate_of,
    store::{at, ms, placeholders, unknown},
};

/// Entries of the journal read at a time.
const PAGE: i64 = 500;
/// Records asked for in one query.
const AT_ONCE: usize = 400;

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
    /// What the account did between the two instants, by the record it was done to.
    pub(super) async fn gather(
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
    pub(super) async fn touched(&self, found: BTreeMap<String, Gathered>) -> Result<Vec<Touched>> {
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

/// What was done to one record.
pub(super) struct Gathered {
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
        | Action::AnswerErasure
        | Action::ReadRequests
        | Action::AnswerRequest => RecordKind::Application,
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
