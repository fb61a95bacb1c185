//! Employee records: what was handed over, each datum with purpose, basis and necessity. They do not go with the application.

use std::collections::HashMap;

use jiff::Timestamp;
use rules::{
    access::{Action, Actor, Staff, Subject},
    document::Kind,
    handover::{Basis, Item, Purpose},
    id::{EmployeeId, EmployerId, ObjectId},
};
use sqlx::FromRow;
use vault::{Context, RecordKey};

use crate::{
    Error, Office, Result,
    journal::Entry,
    read::{OpenedDocument, Part},
    sealed::{HandedOver, open_json},
    store::{at, unknown},
};

/// An employee in the list.
#[derive(Clone)]
pub struct EmployeeLine {
    /// The record.
    pub id: EmployeeId,
    /// First and last name.
    pub name: String,
    /// The department's name.
    pub department: String,
    /// The title of the posting the person was hired for.
    pub posting: String,
    /// When the record was made.
    pub since: Timestamp,
}

/// An employee record.
#[derive(Clone)]
pub struct Employee {
    /// As in the list.
    pub line: EmployeeLine,
    /// What was handed over, in the order of [`Item::ALL`].
    pub items: Vec<EmployeeItem>,
}

/// One datum of an employee record.
#[derive(Clone)]
pub struct EmployeeItem {
    /// Which.
    pub item: Item,
    /// The text of a field; for a document its name.
    pub text: String,
    /// Format and size in bytes, for a document.
    pub document: Option<(Kind, u64)>,
    /// What the employment needs it for.
    pub purpose: Purpose,
    /// On what basis.
    pub basis: Basis,
    /// Why it is needed, in HR's words; may be empty for name and contact.
    pub necessity: String,
}

#[derive(FromRow)]
struct Row {
    id: String,
    employer_id: String,
    department: String,
    posting_title: String,
    rk_id: String,
    created_at: i64,
}

#[derive(FromRow)]
struct ItemRow {
    id: String,
    employee_id: String,
    item: String,
    purpose: String,
    basis: String,
    object_id: Option<String>,
    version: i64,
    sealed: Vec<u8>,
}

impl ItemRow {
    fn open(&self, rk: &RecordKey) -> Result<HandedOver> {
        let context = Context::employee_item(&self.employee_id, &self.id, &self.item, self.version.unsigned_abs());
        open_json(rk, &context, &self.sealed)
    }

    fn item(&self) -> Result<Item> {
        Item::from_code(&self.item).ok_or_else(|| unknown("employee_item.item"))
    }
}

impl Office {
    /// Every employee record of the person's employer, by name. HR may call this; it stands in the journal.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Unavailable`].
    pub async fn list_employees(&self, actor: &Actor) -> Result<Vec<EmployeeLine>> {
        let staff = self.allow(actor, Action::ReadEmployees, Subject::House)?;
        let employer = staff.employer().ok_or(Error::NotFound)?;
        let rows: Vec<Row> = sqlx::query_as(
            "SELECT e.id, e.employer_id, d.name AS department, e.posting_title, e.rk_id, e.created_at FROM employee e \
             JOIN department d ON d.id = e.department_id WHERE e.employer_id = $1",
        )
        .bind(employer.as_str())
        .fetch_all(self.records.read())
        .await?;
        let items: Vec<ItemRow> = sqlx::query_as(
            "SELECT i.id, i.employee_id, i.item, i.purpose, i.basis, i.object_id, i.version, i.sealed FROM employee_item i \
             JOIN employee e ON e.id = i.employee_id WHERE e.employer_id = $1 AND i.item IN ('first_name', 'last_name') \
             ORDER BY i.item",
        )
        .bind(employer.as_str())
        .fetch_all(self.records.read())
        .await?;
        let mut names: HashMap<String, Vec<ItemRow>> = HashMap::new();
        for item in items {
            names.entry(item.employee_id.clone()).or_default().push(item);
        }
        let keys = self.record_keys(&rows.iter().map(|row| row.rk_id.clone()).collect::<Vec<_>>()).await?;
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            // Without its key a record is gone.
            let Some(rk) = keys.get(&row.rk_id) else { continue };
            let parts = names.remove(&row.id).unwrap_or_default();
            let parts = parts.iter().map(|part| Ok(part.open(rk)?.text)).collect::<Result<Vec<_>>>()?;
            lines.push(line(row, parts.join(" "))?);
        }
        lines.sort_by_cached_key(|line| (line.name.to_lowercase(), line.id.clone()));
        let shown = lines.iter().map(|line| line.id.to_string()).collect();
        self.enter_read(employer, &Entry::of(staff, Action::ReadEmployees, employer.as_str()).about(shown).detail("list"))
            .await?;
        Ok(lines)
    }

    /// One employee record. HR of the employer may call this; it stands in the journal.
    ///
    /// # Errors
    /// [`Error::NotFound`], at another employer's record too; [`Error::Forbidden`].
    pub async fn read_employee(&self, actor: &Actor, id: &EmployeeId) -> Result<Employee> {
        let (row, employer, staff) = self.load_employee(actor, id).await?;
        let rk = self.record_key(&row.rk_id).await?;
        let mut items = Vec::new();
        for stored in self.items(id).await? {
            let HandedOver { text, necessity, file } = stored.open(&rk)?;
            items.push(EmployeeItem {
                item: stored.item()?,
                text: file.as_ref().map_or(text, |card| card.name.clone()),
                document: file.map(|card| (card.kind, card.size)),
                purpose: Purpose::from_code(&stored.purpose).ok_or_else(|| unknown("employee_item.purpose"))?,
                basis: Basis::from_code(&stored.basis).ok_or_else(|| unknown("employee_item.basis"))?,
                necessity,
            });
        }
        items.sort_by_key(|item| item.item);
        let names = items.iter().filter(|item| matches!(item.item, Item::FirstName | Item::LastName));
        let name = names.map(|item| item.text.as_str()).collect::<Vec<_>>().join(" ");
        self.enter_read(&employer, &Entry::of(staff, Action::ReadEmployees, id.as_str())).await?;
        Ok(Employee { line: line(row, name)?, items })
    }

    /// Opens a document of an employee record, or a part of it. HR of the employer may call this; each call stands in the journal, as
    /// for [`Office::open_document`].
    ///
    /// # Errors
    /// [`Error::NotFound`] for an item that is no document of this record; otherwise as [`Office::read_employee`].
    pub async fn open_employee_document(&self, actor: &Actor, id: &EmployeeId, item: Item, part: Part) -> Result<OpenedDocument> {
        let (row, employer, staff) = self.load_employee(actor, id).await?;
        let stored = self.items(id).await?.into_iter().find(|stored| stored.item == item.code()).ok_or(Error::NotFound)?;
        let rk = self.record_key(&row.rk_id).await?;
        let card = stored.open(&rk)?.file.ok_or(Error::NotFound)?;
        let object = stored.object_id.as_deref().and_then(ObjectId::parse).ok_or_else(|| unknown("employee_item.object_id"))?;
        let entry = Entry::of(staff, Action::ReadEmployees, id.as_str()).detail(format!("document {}", item.code()));
        self.enter_read(&employer, &entry).await?;
        self.open_object(&object, &card, part).await
    }

    async fn load_employee<'a>(&self, actor: &'a Actor, id: &EmployeeId) -> Result<(Row, EmployerId, &'a Staff)> {
        let row: Row = sqlx::query_as(
            "SELECT e.id, e.employer_id, d.name AS department, e.posting_title, e.rk_id, e.created_at FROM employee e \
             JOIN department d ON d.id = e.department_id WHERE e.id = $1",
        )
        .bind(id.as_str())
        .fetch_one(self.records.read())
        .await?;
        let employer = EmployerId::parse(&row.employer_id).ok_or_else(|| unknown("employee.employer_id"))?;
        let staff = self.allow(actor, Action::ReadEmployees, Subject::Employer(&employer))?;
        Ok((row, employer, staff))
    }

    async fn items(&self, id: &EmployeeId) -> Result<Vec<ItemRow>> {
        Ok(sqlx::query_as(
            "SELECT id, employee_id, item, purpose, basis, object_id, version, sealed FROM employee_item WHERE employee_id = $1",
        )
        .bind(id.as_str())
        .fetch_all(self.records.read())
        .await?)
    }
}

fn line(row: Row, name: String) -> Result<EmployeeLine> {
    Ok(EmployeeLine {
        id: EmployeeId::parse(&row.id).ok_or_else(|| unknown("employee.id"))?,
        name,
        department: row.department,
        posting: row.posting_title,
        since: at(row.created_at),
    })
}
